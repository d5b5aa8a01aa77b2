// `heed explain FILE:LINE` with the real rules, over small projects: what was known, what counted, what did not.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';
import { heed, heedHere, makeFolder } from './made-up-terminal.ts';

/** The page about the line that ends in `# here`, of a file in its project; one space for any white space. */
async function explain(texts: Readonly<Record<string, string>>, path = 'app/run.py'): Promise<string> {
  const line = (texts[path] ?? '').split('\n').findIndex((each) => each.endsWith('# here')) + 1;
  const { out, err, code } = await heed(texts, ['explain', `${path}:${line}`], { rules: considerations });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return out.replace(/\s+/g, ' ');
}

const view = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  'pyproject.toml': '',
  'app/__init__.py': '',
  'app/run.py': ['import os, re, pickle, subprocess', 'from flask import request', '', ...lines, ''].join('\n'),
});

test('a failure: where the value came from, and the guards that were looked for', async () => {
  const page = await explain(
    view('def run():', '    name = request.args["name"]', '    os.system(f"ls {name}")  # here'),
  );
  expect(page).toContain('call os.system(f"ls {name}") calls os.system');
  expect(page).toContain('name an instance of str from flask.request, line 5 (network, hostile)');
  expect(page).toContain('fail subprocess/shell-command-from-input SUB-03 no check was found of membership in a fixed');
});

test('a pass: which check counted, and for which rule', async () => {
  const page = await explain(
    view(
      'TOOLS = {"tar", "zip"}',
      'def run():',
      '    tool = request.args["tool"]',
      '    if tool not in TOOLS:',
      '        raise ValueError',
      '    subprocess.run([tool, "--version"])  # here',
    ),
  );
  expect(page).toContain(
    'tested in line 7: tool not in TOOLS was false, membership in a fixed set: "tar", "zip"; counts for subprocess/option-from-input, subprocess/program-from-input, subprocess/unlimited-run',
  );
  expect(page).toContain('pass subprocess/program-from-input SUB-07');
  expect(page).toMatch(/ nothing .*subprocess\/shell-command-from-input/);
});

test.each([
  ['not re.match("[a-z]+", name)', 're.match leaves the end open: the pattern has no \\Z'],
  ['not re.match("[a-z]+$", name)', '$ also fits before a line end: \\Z does not'],
  ['not re.search(r"[a-z]+\\Z", name)', 're.search looks anywhere: the pattern has no \\A'],
  ['not re.match(r"a|b\\Z", name)', 'of its alternatives, not all are anchored on both sides'],
  ['not re.fullmatch(PATTERN, name)', 'its pattern is not a known constant'],
  ['name in ("rm", "dd")', 'a deny-list: what it does not name gets through'],
  ['";" in name', 'it looks for a part and lets everything else through'],
  ['name == "rm"', 'it holds back one value and lets all others through'],
  ['name not in allowed()', 'what it may be one of is not all known'],
  ['not name.startswith("/srv/data")', 'as a path it was not resolved before: .. leads out again'],
  ['not looks_fine(name)', 'no check that heed knows'],
])('a check that does not count: %s', async (test, why) => {
  const page = await explain(
    view(
      'def run():',
      '    name = request.args["name"]',
      `    if ${test}:`,
      '        raise ValueError',
      '    os.system("ls " + name)  # here',
    ),
  );
  expect(page).toContain(`tested in line 6: ${test.replace(/^not /, '').slice(0, 20)}`);
  expect(page).toContain(`; does not count: ${why}`);
});

test('checks that count are not called weak', async () => {
  const page = await explain(
    view(
      'def run():',
      '    name = request.args["name"]',
      '    if not re.fullmatch("[a-z]+", name):',
      '        raise ValueError',
      '    os.system("ls " + name)  # here',
    ),
  );
  expect(page).toContain('a match of the whole text');
  expect(page).not.toContain('does not count');
});

test('where a value was lost', async () => {
  const page = await explain(view('def run(thing):', '    pickle.loads(undefined_name)  # here'));
  expect(page).toMatch(/data undefined_name not known[^)]*undefined_name/);
});

test('the project around the file is read, and only the line is told', async () => {
  const page = await explain({
    ...view('from app.settings import COMMAND', 'os.system(COMMAND)  # here'),
    'app/settings.py': 'import os\nCOMMAND = "uptime"\nos.system(input())\n',
    'app/broken.py': 'def (:\n',
  });
  expect(page).toContain('command COMMAND is "uptime"');
  expect(page).not.toContain('settings.py');
  expect(page).not.toContain('analysed');
});

test('a value that a caller in another file hands over: which call, and what was known of it there', async () => {
  const page = await explain({
    ...view('def launch(tool, rest):', '    command = f"{tool} {rest}"', '    os.system(command)  # here'),
    'app/views.py': [
      'from flask import request',
      'from app.run import launch',
      'def fixed():',
      '    launch("uptime", "")',
      'def search():',
      '    launch("grep", request.args["q"])',
    ].join('\n'),
  });
  expect(page).toContain('as called from app/views.py:6');
  expect(page).toContain('command is f"grep {rest}" rest an instance of str from flask.request');
});

test('the package of a file without project is read too', async () => {
  const page = await explain(
    {
      'site/app/__init__.py': '',
      'site/app/sub/__init__.py': '',
      'site/app/settings.py': 'COMMAND = "uptime"\n',
      'site/app/sub/run.py': 'import os\nfrom app.settings import COMMAND\nos.system(COMMAND)  # here\n',
    },
    'site/app/sub/run.py',
  );
  expect(page).toContain('command COMMAND is "uptime"');
});

test('a script without project has the files beside it, and nothing below them', async () => {
  const page = await explain(
    {
      'settings.py': 'COMMAND = "uptime"\n',
      'below/other.py': 'def (:\n',
      'run.py': 'import os\nfrom settings import COMMAND\nos.system(COMMAND)  # here\n',
    },
    'run.py',
  );
  expect(page).toContain('command COMMAND is "uptime"');
});

test('from a folder within the project, relative imports lead where they should', async () => {
  const folder = makeFolder({
    'pyproject.toml': '',
    'app/__init__.py': '',
    'app/settings.py': 'import sys\nCOMMAND = sys.argv[1]\n',
    'app/bin/__init__.py': '',
    'app/bin/run.py': 'import os, flask\nfrom ..settings import COMMAND\nos.system(COMMAND)\n',
  });
  const { out } = await heed({}, ['explain', './run.py:3'], {
    rules: considerations,
    machine: nodeMachine(`${folder}/app/bin`),
  });
  expect(out).toMatch(/^\.\.\/\.\.\/app\/bin\/run\.py:3\n/);
  expect(out).toContain('from the command line, ../../app/settings.py:2');
});

test('where heed is silent: what the calls there resolve to', async () => {
  const page = await explain(view('def run(thing):', '    return thing.load(helper(), os.getcwd())  # here'));
  expect(page).toContain('heed says nothing about this line: no rule speaks about what stands here.');
  expect(page).toContain('os.getcwd() calls os.getcwd');
  expect(page).toContain('calls what is not known: thing, the parameter thing of run()');
});

test('code that cannot run', async () => {
  const page = await explain(view('if False:', '    pickle.loads(request.data)  # here'));
  expect(page).toContain('heed says nothing about this line: it cannot run under the conditions around it.');
});

test('assignments, classes, comparisons and functions that are handed over', async () => {
  const page = async (...lines: readonly string[]): Promise<string> => explain(view(...lines));
  expect(
    await page('import ssl', 'context = ssl.create_default_context()', 'context.verify_mode = ssl.CERT_NONE  # here'),
  ).toMatch(/store context\.verify_mode = ssl\.CERT_NONE sets ssl\.SSLContext\.verify_mode .*value ssl\.CERT_NONE/);
  expect(await page('class Safe(pickle.Unpickler):  # here', '    def find_class(self, m, n): return None')).toContain(
    'class class app.run.Safe inherits pickle.Unpickler',
  );
  expect(await page('def run(blobs):', '    return list(map(pickle.loads, blobs))  # here')).toContain(
    'call map(pickle.loads, blobs) calls pickle.loads data blobs from the parameter blobs of run(), line 4',
  );
});

test('a line within a long call is told of that call', async () => {
  const page = await explain(view('subprocess.run(', '    ["ls",', '     "-l"],  # here', ')'));
  expect(page).toContain('args ["ls", "-l"]');
});

test('a line that heed hides says by which comment', async () => {
  const page = await explain(view('pickle.loads(request.data)  # heed: ignore[pickle/untrusted-load] -- ours  # here'));
  expect(page).toContain('hidden by a heed comment: ours');
});

test('data: its lines are explained where it has lines, and the rest is a matter of heed inspect', async () => {
  const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
  const files = {
    'laughs.xml': `<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY e0 "0123456789">${entities}]><r>&e30;</r>\n`,
    'model.bin': Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]),
  };
  const explained = (subject: string) => heed(files, ['explain', subject], { rules: considerations });
  expect((await explained('laughs.xml:2')).out).toContain('xml/document-expands XML-51');
  expect(await explained('model.bin:1')).toMatchObject({
    code: 2,
    err: 'heed: model.bin is data, and no line of it is spoken of; see heed inspect model.bin\n',
  });
  expect((await heedHere(['explain', 'zipfile/members-unread'])).out).toContain('in [tool.heed]');
});
