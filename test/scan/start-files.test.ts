// Files that start Python in a scan: judged beside the code, acknowledged by comments, explained by line, and never
// passed over in silence.

import { expect, test } from 'vitest';
import type { Report } from '../../src/core/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { scan } from '../../src/scan/index.ts';
import type { ScanOptions } from '../../src/scan/options.ts';
import { madeUpFiles } from './made-up-files.ts';

const options: ScanOptions = {
  paths: ['.'],
  exclude: [],
  root: '/work',
  roles: [],
  threatModel: 'web',
  target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
  suppressions: true,
  stdin: undefined,
  version: '0.0.0',
};
const rules = considerations.filter(({ id }) => /^(?:isolation|http-server)\//.test(id));

const scanned = (files: Record<string, string>, more: Partial<ScanOptions> = {}): Promise<Report> =>
  scan({ ...options, ...more }, rules, madeUpFiles(files));

const said = ({ findings }: Report) =>
  findings.map(({ path, verdict, code, suppression }) => `${path} ${verdict} ${code}${suppression ? ' hidden' : ''}`);

test('what starts Python is judged beside the code, and counts as a file', async () => {
  const report = await scanned({
    '/work/app.py': '#!/usr/bin/python3 -I\nimport sys\nsys.path.insert(0, "")\n',
    '/work/Dockerfile': 'FROM python\nENV PYTHONHASHSEED=0\nCMD ["python", "-m", "http.server", "--cgi"]\n',
    '/work/notes.yml': 'python -m http.server',
  });
  expect(said(report)).toEqual([
    'Dockerfile fail ISO-05',
    'Dockerfile fail HTTP-06',
    'app.py pass ISO-01',
    'app.py fail ISO-03',
  ]);
  // one command, one report: the other rule is named
  expect(report.findings[1]?.also).toEqual(['http-server/public-address']);
  expect(report.coverage).toMatchObject({ files: 2, analysed: 2 });
});

test('comments acknowledge findings, behind a line, above it, and anywhere in an instruction', async () => {
  const report = await scanned({
    '/work/Dockerfile': `FROM python
# heed: ignore[isolation/interpreter-variable] -- hashes are compared between runs
ENV PYTHONHASHSEED=0
ENV A=1 \\
    # heed: ignore[ISO-05] -- looked at
    PYTHONINTMAXSTRDIGITS=0
`,
    '/work/etc/cron.d/app': '0 4 * * * root cd /tmp && python3 -m app # heed: ignore[ISO-01] -- nobody else logs in\n',
    '/work/.github/workflows/a.yml': `# heed: ignore[isolation/search-path] -- too much
on: push
jobs: {a: {steps: [{run: python a.py}]}}
`,
  });
  expect(said(report)).toEqual([
    'Dockerfile fail ISO-05 hidden',
    'Dockerfile fail ISO-05 hidden',
    'etc/cron.d/app fail ISO-01 hidden',
  ]);
  expect(report.problems.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    '.github/workflows/a.yml unused-suppression',
  ]);
});

test('a directory that the file opens is evidence', async () => {
  const report = await scanned({
    '/work/Dockerfile': 'FROM python\nVOLUME /data\nWORKDIR /data\nCMD ["python", "-m", "app"]\n',
  });
  expect(report.findings.flatMap(({ evidence }) => evidence.map(({ text }) => text))).toEqual([
    'opened to others here: VOLUME /data',
  ]);
});

test('a line of any file can be asked about', async () => {
  const files = {
    '/work/Dockerfile': 'FROM python\nENV PYTHONHASHSEED=0\nCMD ["python", "app.py"]\n',
    '/work/app.py': '',
  };
  const report = await scanned(files, { explain: { path: 'Dockerfile', line: 2 } });
  expect(report.explanation?.sites.map(({ kind, text, answers }) => [kind, text, answers[0]?.verdict])).toEqual([
    ['python-variable', 'PYTHONHASHSEED=0', 'fail'],
  ]);
});

test('what could not be read is a problem', async () => {
  const report = await scanned({ '/work/.gitlab-ci.yml': 'a: [python\nb: }\n' });
  expect(report.problems.map(({ kind, hidesCode, message }) => [kind, hidesCode, message])).toEqual([
    ['syntax', true, 'the file is not YAML throughout'],
  ]);
});

test('models of PyTorch and other data are no path files', async () => {
  const report = await scanned({ '/work/model.pth': 'PK\x03\x04\x00\x00import os', '/work/app.py': '' });
  // It is judged as what it is.
  expect(report.findings.every(({ format }) => format !== undefined)).toBe(true);
  expect(report.coverage.files).toBe(2);
});
