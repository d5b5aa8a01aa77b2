// The kinds of files: what each says of the commands in it, and that places point into the file.

import { expect, test } from 'vitest';
import { fileKindOf } from '../../src/startup/index.ts';
import { commandsOf, openOf, read, settingsOf } from './summary.ts';

test('names of files', () => {
  const kinds = {
    Dockerfile: 'dockerfile',
    'docker/web.Dockerfile': 'dockerfile',
    'Dockerfile.dev': 'dockerfile',
    'docker-compose.override.yml': 'compose',
    'compose.yaml': 'compose',
    '.github/workflows/ci.yml': 'workflow',
    'action.yml': 'action',
    '.gitlab-ci.yml': 'pipeline',
    '.circleci/config.yml': 'pipeline',
    'etc/app@.service': 'unit',
    'etc/cron.d/app': 'system-crontab',
    crontab: 'crontab',
    'etc/sudoers.d/app': 'sudoers',
    'debian/app.postinst': 'package-script',
    'lib/python313._pth': 'interpreter-path-file',
    'x.pth': 'path-file',
    'config.yml': undefined,
    '.github/dependabot.yml': undefined,
    'app.py': undefined,
    'README.md': undefined,
  };
  expect(Object.fromEntries(Object.keys(kinds).map((path) => [path, fileKindOf(path)]))).toEqual(kinds);
});

test('Dockerfile: stages, forms and what holds for them', () => {
  const text = `# syntax=docker/dockerfile:1
ARG DIR=/srv
FROM python:3.12 AS base
ARG DIR=/srv
WORKDIR $DIR
WORKDIR app
ENV PYTHONPATH=/lib A="b c" \\
    # a comment between
    PYTHONHASHSEED=0
RUN --mount=type=cache,target=/root/.cache pip install x && \\
    python -m compileall .
RUN ["python", "1.py"]
RUN <<EOF
python 2.py
EOF
FROM base
USER app:app
ENTRYPOINT ["python", "-u"]
CMD ["3.py"]
FROM python
USER 0
ENTRYPOINT ["tini", "--"]
CMD ["python", "-c", "print(\\"4\\")"]
HEALTHCHECK --interval=5s CMD python 5.py
ONBUILD RUN python 6.py
FROM scratch
CMD exec python 7.py
`;
  expect(commandsOf('Dockerfile', text)).toEqual([
    'image-build - /srv/app: PYTHONPATH=/lib PYTHONHASHSEED=0 python -m compileall . → module compileall',
    'image-build - /srv/app: PYTHONPATH=/lib PYTHONHASHSEED=0 "python", "1.py" → script 1.py',
    'image-build - /srv/app: PYTHONPATH=/lib PYTHONHASHSEED=0 python 2.py → script 2.py',
    'image app /srv/app: PYTHONPATH=/lib PYTHONHASHSEED=0 "python", "-u"] CMD ["3.py" → script 3.py',
    'image root /: "python", "-c", "print(\\"4\\")" → code print("4")',
    'image root /: python 5.py → script 5.py',
    'image-build root /: python 6.py → script 6.py',
    'image - /: python 7.py → script 7.py',
  ]);
  expect(settingsOf('Dockerfile', text)).toEqual(['image PYTHONPATH=/lib', 'image PYTHONHASHSEED=0']);
  const opened = 'FROM python\nWORKDIR /a\nVOLUME ["/b", "c"]\nCOPY --chmod=777 . /d\nRUN chmod 777 e\n';
  expect(openOf('Dockerfile', opened)).toEqual([
    '/b to mounted',
    '/a/c to mounted',
    '/d to everyone',
    '/a/e to everyone',
  ]);
});

test('units', () => {
  const text = `[Service]
User=app
WorkingDirectory=-/srv/app
Environment=PYTHONPATH=/a "PYTHONHASHSEED=0" X=1
# ExecStart=/usr/bin/python3 none.py
ExecStartPre=+/usr/bin/python3 1.py ; /usr/bin/python3 2.py
ExecStart=@/usr/bin/python3 app \\
    -m app
[Install]
WantedBy=multi-user.target
`;
  expect(commandsOf('app.service', text)).toEqual([
    'service root /srv/app: PYTHONPATH=/a PYTHONHASHSEED=0 /usr/bin/python3 1.py → script 1.py',
    'service root /srv/app: PYTHONPATH=/a PYTHONHASHSEED=0 /usr/bin/python3 2.py → script 2.py',
    'service app /srv/app: PYTHONPATH=/a PYTHONHASHSEED=0 /usr/bin/python3 app \\ -m app → module app',
  ]);
  const ofSystem = '[Service]\nExecStart=/usr/bin/python3 x.py\n[Install]\nWantedBy=multi-user.target\n';
  expect(commandsOf('x.service', ofSystem)).toEqual(['service root /: /usr/bin/python3 x.py → script x.py']);
  const ofUser = ofSystem.replace('multi-user', 'default');
  expect(commandsOf('x.service', ofUser)).toEqual(['service - /: /usr/bin/python3 x.py → script x.py']);
});

test('tables of cron, with and without users', () => {
  const table = '# m h\nPYTHONPATH="/a"\n*/5 * * * 1-5 root cd /tmp; python3 1.py\n@reboot alice python3 2.py\n';
  expect(commandsOf('etc/cron.d/app', table)).toEqual([
    'schedule root /tmp: PYTHONPATH=/a python3 1.py → script 1.py',
    'schedule alice home: PYTHONPATH=/a python3 2.py → script 2.py',
  ]);
  expect(commandsOf('crontab', '0 4 * * * python3 1.py\n0 4 * * * root python3 2.py\n')).toEqual([
    'schedule - home: python3 1.py → script 1.py',
    'schedule root home: python3 2.py → script 2.py',
  ]);
});

test('sudoers', () => {
  const text = `Defaults env_keep += "LANG PYTHONPATH \\
  PYTHONHOME"
Cmnd_Alias TOOLS = /usr/bin/python3 1.py, /bin/ls
%a ALL=(b) NOPASSWD: SETENV: /usr/bin/python3 -c import\\ x, !/usr/bin/python3 2.py
`;
  expect(commandsOf('sudoers', text)).toEqual([
    'sudo-rule root ./: /usr/bin/python3 1.py → script 1.py',
    'sudo-rule b ./: /usr/bin/python3 -c import\\ x → code import x',
  ]);
  expect(settingsOf('sudoers', text)).toEqual([
    'sudo-rule keeps PYTHONPATH',
    'sudo-rule keeps PYTHONHOME',
    'sudo-rule keeps PYTHONPATH',
  ]);
});

test('workflows and other pipelines', () => {
  const workflow = `on: push
env: {PYTHONPATH: "\${{ github.workspace }}/lib"}
jobs:
  a:
    defaults: {run: {working-directory: sub}}
    steps:
      - run: python 1.py
      - run: |
          cd /tmp
          python 2.py \\
            --x
        working-directory: \${{ github.workspace }}
      - run: >-
          python 3.py
          --folded
      - run: "python -c \\"print('é')\\""
      - run: print('python 4.py')
        shell: python
`;
  expect(
    commandsOf('.github/workflows/a.yml', workflow).map((line) => line.replace(/PYTHONPATH=\S+ \S+ \S+ /, '')),
  ).toEqual([
    'pipeline - ./sub: python 1.py → script 1.py',
    'pipeline - /tmp: python 2.py \\ --x → script 2.py',
    'pipeline - ./sub: python 3.py --folded → script 3.py',
    `pipeline - ./sub: python -c \\"print('é')\\" → code print('é')`,
  ]);
  const gitlab = `x: &shared
  - python 1.py
test:
  variables: {PYTHONHASHSEED: "0"}
  before_script: *shared
  script:
    - - python 2.py
    - |
      python 3.py
`;
  expect([...commandsOf('.gitlab-ci.yml', gitlab)].sort()).toEqual([
    'pipeline - ./: PYTHONHASHSEED=0 python 1.py → script 1.py',
    'pipeline - ./: PYTHONHASHSEED=0 python 2.py → script 2.py',
    'pipeline - ./: PYTHONHASHSEED=0 python 3.py → script 3.py',
  ]);
});

test('compose files', () => {
  const text = `services:
  web:
    user: "0:0"
    working_dir: /srv
    environment: [PYTHONHASHSEED=0]
    volumes: [/tmp:/data]
    command: python 1.py
    healthcheck: {test: ["CMD", "python", "2.py"]}
  job:
    command: ["python", "3.py"]
`;
  expect(commandsOf('compose.yml', text)).toEqual([
    'image root /srv: PYTHONHASHSEED=0 python 1.py → script 1.py',
    'image root /srv: PYTHONHASHSEED=0 "python", "2.py" → script 2.py',
    'image - unknown: "python", "3.py" → script 3.py',
  ]);
  expect(openOf('compose.yml', text)).toEqual(['/data to mounted']);
});

test('lines of shell in other files', () => {
  expect(
    commandsOf('Makefile', 'PY ?= python3\nall: x\n\t@cd lib && $(PY) 1.py $$HOME\n\t-$(PYTHON) 2.py \\\n\t  --x\n'),
  ).toEqual([
    'build-tool - ./lib: $(PY) 1.py $$HOME → script 1.py',
    'build-tool - ./: $(PYTHON) 2.py \\ --x → script 2.py',
  ]);
  const tox =
    '[testenv]\nchangedir = docs\nsetenv = PYTHONHASHSEED=0\ncommands =\n    - python 1.py\n    {envpython} -m x\n[flake8]\ncommands = python 2.py\n';
  expect(commandsOf('tox.ini', tox)).toEqual([
    'build-tool - ./: python 1.py → script 1.py',
    'build-tool - ./: {envpython} -m x → module x',
  ]);
  expect(commandsOf('Procfile', 'web: python 1.py\n')).toEqual(['service - ./: python 1.py → script 1.py']);
  const project =
    '[project]\nname = "python x.py"\n[tool.hatch.envs.docs.scripts]\nserve = "python -m http.server"\n[tool.poe.tasks]\na = { cmd = "python 1.py" }\n';
  expect(commandsOf('pyproject.toml', project)).toEqual([
    'build-tool - ./: python -m http.server → module http.server',
    'build-tool - ./: python 1.py → script 1.py',
  ]);
});

test('files that Python reads', () => {
  const lines = (path: string, text: string) =>
    read(path, text).lines.map(({ kind, key, text: word }) => `${kind} ${key}${key && ' '}${word.text}`);
  expect(lines('a.pth', '# x\n../src\nimport os; os.x()\nimportlib\nimport\tsys\n')).toEqual([
    'path ../src',
    'code import os; os.x()',
    'path importlib',
    'code import\tsys',
  ]);
  expect(lines('python3._pth', 'lib\n.\n#import site\nimport site\n')).toEqual([
    'path lib',
    'path .',
    'import-site import site',
  ]);
  expect(lines('pyvenv.cfg', 'home = /usr/bin\nInclude-System-Site-Packages=true\n')).toEqual([
    'setting home /usr/bin',
    'setting include-system-site-packages true',
  ]);
});
