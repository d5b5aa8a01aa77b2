// Shell scripts: which Python they start, where, with what, whatever the script does around it.

import { expect, test } from 'vitest';
import { commandsOf, openOf, settingsOf } from './summary.ts';

const inShell = (text: string) => commandsOf('run.sh', text).map((line) => line.replace(/^shell - /, ''));

test('words, quotes and what is not run', () => {
  expect(
    inShell(`
python3 app.py # a comment
echo "python3 -m none" '$(python3 no.py)'
"python3" -m 'my app' --name="a b"
pyth\\
on2 "$HOME/x y.py"
/opt/venv/bin/python3.11 -- script.py
pythonic -m none; mypython x.py
`),
  ).toEqual([
    './: python3 app.py → script app.py',
    `./: "python3" -m 'my app' --name="a b" → module my app`,
    './: pyth\\ on2 "$HOME/x y.py" → script $HOME/x y.py',
    './: /opt/venv/bin/python3.11 -- script.py → script script.py',
  ]);
});

test('options as CPython takes them', () => {
  expect(
    inShell(`
python3 -Im app x
python3 -W ignore -X dev -uP app.py
python3 -Wignore -Xdev -c 'print(1)' -I
python3 -mapp
python3 - <<EOF
print("python -m none")
EOF
curl x | python3
py -3.11 -m app
python3 -E -s -I --check-hash-based-pycs always app.py
`),
  ).toEqual([
    './: python3 -Im app x → module app (I)',
    './: python3 -W ignore -X dev -uP app.py → script app.py (P)',
    `./: python3 -Wignore -Xdev -c 'print(1)' -I → code print(1)`,
    './: python3 -mapp → module app',
    './: python3 - → standard-input',
    './: python3 → standard-input',
    './: python3 -E -s -I --check-hash-based-pycs always app.py → script app.py (I)',
  ]);
});

test('where a command runs', () => {
  expect(
    inShell(`
cd /srv && python3 1.py
(cd /tmp; python3 2.py)
python3 3.py
cd app/../lib; python3 4.py
if test -d /x; then cd /x; python3 5.py; fi
python3 6.py
cd "$(mktemp -d)"; python3 7.py
cd "$(dirname "$0")"; python3 8.py
cd; python3 9.py
cd $UNKNOWN; python3 10.py
dir=/opt/x; cd "$dir/y"; python3 11.py
`),
  ).toEqual([
    '/srv: python3 1.py → script 1.py',
    '/tmp: python3 2.py → script 2.py',
    '/srv: python3 3.py → script 3.py',
    '/srv/lib: python3 4.py → script 4.py',
    '/x: python3 5.py → script 5.py',
    'unknown: python3 6.py → script 6.py',
    'fresh: python3 7.py → script 7.py',
    'own: python3 8.py → script 8.py',
    'home: python3 9.py → script 9.py',
    'unknown: python3 10.py → script 10.py',
    '/opt/x/y: python3 11.py → script 11.py',
  ]);
});

test('compound commands, functions and texts inside texts', () => {
  expect(
    inShell(`
for x in python3 a.py; do python3 1.py "$x"; done
case "$1" in
  python3) python3 2.py ;;
  *) python3 3.py
esac
start() { python3 4.py; }
function stop { python3 5.py; }
x=$(python3 -c 'print(6)')
y="\`python3 7.py\`"
sh -c "cd /tmp && python3 8.py"
cat <(python3 9.py) > out
`),
  ).toEqual([
    './: python3 1.py "$x" → script 1.py',
    './: python3 2.py → script 2.py',
    './: python3 3.py → script 3.py',
    './: python3 4.py → script 4.py',
    './: python3 5.py → script 5.py',
    `./: python3 -c 'print(6)' → code print(6)`,
    './: python3 7.py → script 7.py',
    './: python3 9.py → script 9.py',
    '/tmp: python3 8.py → script 8.py',
  ]);
});

test('programs that start others', () => {
  const users = commandsOf(
    'run.sh',
    `
sudo -u www-data python3 1.py
sudo -E -- python3 2.py
sudo PYTHONPATH=/x python3 3.py
env -i PYTHONPATH=/y python3 4.py
exec nohup nice -n 5 timeout -k 3 30 python3 5.py
su - backup -c 'python3 6.py'
gosu app:app python3 7.py
uv run --with rich python 8.py
start-stop-daemon --start --exec /usr/bin/python3 -- 9.py
export PYTHONPATH=/z; python3 10.py; sudo python3 11.py
ls | xargs -n 1 -P4 python3 12.py
`,
  ).map((line) => line.replace(/^shell /, ''));
  expect(users).toEqual([
    'www-data ./: python3 1.py → script 1.py',
    'root ./: python3 2.py → script 2.py',
    'root ./: PYTHONPATH=/x python3 3.py → script 3.py',
    '- ./: PYTHONPATH=/y python3 4.py → script 4.py',
    '- ./: python3 5.py → script 5.py',
    'app ./: python3 7.py → script 7.py',
    '- ./: python 8.py → script 8.py',
    '- ./: /usr/bin/python3 -- 9.py → script 9.py',
    '- ./: PYTHONPATH=/z python3 10.py → script 10.py',
    'root ./: python3 11.py → script 11.py',
    '- ./: PYTHONPATH=/z python3 12.py → script 12.py',
    'backup ./: python3 6.py → script 6.py',
  ]);
});

test('interpreters behind variables', () => {
  expect(
    inShell(`
PYTHON=\${PYTHON:-python3}
$PYTHON 1.py
"\${PYTHON3}" 2.py
$VIRTUAL_ENV/bin/python 3.py
tool=ruby; $tool 4.py
interpreter=python3; $interpreter 5.py
`),
  ).toEqual([
    './: $PYTHON 1.py → script 1.py',
    `./: "\${PYTHON3}" 2.py → script 2.py`,
    './: $VIRTUAL_ENV/bin/python 3.py → script 3.py',
    './: $interpreter 5.py → script 5.py',
  ]);
});

test('variables that Python reads', () => {
  expect(
    settingsOf(
      'run.sh',
      `
export PYTHONPATH=/a OTHER=1
PYTHONHASHSEED=0 pytest
PYTHONHASHSEED=1
declare -x PYTHONSAFEPATH=1
HASH=1; export HASH
`,
    ),
  ).toEqual(['shell PYTHONPATH=/a', 'shell PYTHONSAFEPATH=1', 'shell PYTHONHASHSEED=0']);
});

test('directories that are opened', () => {
  expect(
    openOf('run.sh', '# python\nchmod -R 777 /srv; chmod 755 /a; chmod o+w lib; chmod u+w,g+w /b; chmod 1777 /c'),
  ).toEqual(['/srv to everyone', 'lib to everyone', '/c to everyone']);
});
