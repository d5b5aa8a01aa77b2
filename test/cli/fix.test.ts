// `heed fix` as a user meets it: what is written, what is shown, and what is told of the rest.

import { describe, expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';
import { heed, makeFolder, type Outcome } from './made-up-terminal.ts';

const source = `import base64
import os
import subprocess
import threading

import flask


def view():
    subprocess.Popen(["ls"], preexec_fn=os.setsid).wait()
    first = base64.b64decode(flask.request.args["first"])
    return first, base64.b64decode(*[flask.request.args["second"]])
`;
const safe = source.replace('preexec_fn=os.setsid', 'start_new_session=True');
const all = safe.replace('args["first"])', 'args["first"], validate=True)');

const fix = (
  argv: readonly string[],
  texts: Readonly<Record<string, string>> = { 'app.py': source },
): Promise<Outcome> => heed(texts, ['fix', ...argv], { rules: considerations });

describe('heed fix', () => {
  test('makes what is safe, and tells what --unsafe would make', async () => {
    const { out, err, files, code } = await fix([]);
    expect(files.get('app.py')).toBe(safe);
    expect(out).toContain('app.py\n     10  subprocess/preexec-with-threads  Use the option that does the same\n');
    expect(out).toContain(
      '  app.py:11  base64/lenient-decode  Refuse characters outside the alphabet: with --unsafe\n',
    );
    expect(out).toMatch(/lenient-decode {2}Refuse characters .*: not by itself, its arguments come in \*\[/);
    expect(out).toContain('Fixed 1 finding in 1 file.');
    expect([err, code]).toEqual(['', 1]);
  });

  test('--unsafe makes the others too', async () => {
    const { out, files } = await fix(['--unsafe']);
    expect(files.get('app.py')).toBe(all);
    expect(out).toContain('Refuse characters outside the alphabet (unsafe)\n');
    expect(out).toContain('Fixed 2 findings (1 safe, 1 unsafe) in 1 file.');
  });

  test('--diff writes nothing', async () => {
    const { out, err, files } = await fix(['--diff', '--unsafe']);
    expect(files.size).toBe(0);
    expect(out).toMatch(/^--- a\/app\.py\n\+\+\+ b\/app\.py\n@@ -7,6 \+7,6 @@\n/);
    expect(out.split('\n').filter((line) => /^[+-] /.test(line))).toEqual([
      '-    subprocess.Popen(["ls"], preexec_fn=os.setsid).wait()',
      '-    first = base64.b64decode(flask.request.args["first"])',
      '+    subprocess.Popen(["ls"], start_new_session=True).wait()',
      '+    first = base64.b64decode(flask.request.args["first"], validate=True)',
    ]);
    expect(err).toContain('Would fix 2 findings (1 safe, 1 unsafe) in 1 file.');
  });

  test('nothing to fix', async () => {
    const { out, files, code } = await fix([], { 'app.py': 'x = 1\n' });
    expect([out, files.size, code]).toEqual(['Nothing to fix.\nNothing is left.\n', 0, 0]);
  });

  test('--show says which verdicts are fixed', async () => {
    const undecided = { 'app.py': 'import base64\n\n\ndef f(text):\n    return base64.b64decode(text)\n' };
    expect((await fix(['--unsafe'], undecided)).files.size).toBe(0);
    const { files } = await fix(['--unsafe', '--show', 'fail,open'], undecided);
    expect(files.get('app.py')).toContain('b64decode(text, validate=True)');
    expect(
      (await fix(['--show', 'fail'], { 'app.py': 'import subprocess\nsubprocess.run("ls", shell=True)\n' })).files.size,
    ).toBe(0);
  });

  test('suppressed findings and configured versions are heeded', async () => {
    const ignored = {
      'app.py': source.replace('.wait()', '.wait()  # heed: ignore[subprocess/preexec-with-threads] -- old'),
    };
    expect((await fix([], ignored)).files.size).toBe(0);
    const digest = 'import hashlib\n\n\ndef cache_key(x):\n    return hashlib.md5(x).hexdigest()\n';
    expect((await fix(['--python', '3.8'], { 'app.py': digest })).files.size).toBe(0);
    expect((await fix(['--python', '3.9'], { 'app.py': digest })).files.get('app.py')).toContain(
      'usedforsecurity=False',
    );
  });

  test('text from standard input comes back on standard output', async () => {
    const { out, err, files } = await heed({}, ['fix', '-'], { rules: considerations, stdin: source });
    expect(out).toBe(safe);
    expect(err).toContain('Fixed 1 finding in 1 file.');
    expect(files.size).toBe(0);
    const untouched = await heed({}, ['fix', '-'], { rules: considerations, stdin: 'x = 1\r\n' });
    expect(untouched.out).toBe('x = 1\r\n');
  });

  test('a file that changed meanwhile, or cannot be written, is not written over', async () => {
    const folder = makeFolder({ 'app.py': source });
    const machine = nodeMachine(folder);
    let isRead = false;
    const changing = {
      ...machine,
      readFile(path: string) {
        const bytes = isRead ? new TextEncoder().encode('x = 1\n') : machine.readFile(path);
        isRead = true;
        return bytes;
      },
    };
    const changed = await heed({}, ['fix'], { rules: considerations, machine: changing });
    expect(changed.err).toContain('has changed while heed was at work; nothing was written');
    expect([changed.files.size, changed.code]).toEqual([0, 2]);
    const locked = await heed({ 'app.py': source }, ['fix'], {
      rules: considerations,
      whyUnwritable: () => 'the file is not yours to write',
    });
    expect(locked.err).toContain('app.py cannot be written: the file is not yours to write; nothing was written');
    expect([locked.files.size, locked.code]).toEqual([0, 2]);
  });

  test('options of other commands are refused', async () => {
    expect((await fix(['--format', 'json'])).err).toContain('heed fix has no option --format');
    expect((await heed({}, ['check', '--unsafe'])).err).toContain('heed check has no option --unsafe');
  });
});
