// `heed check` from arguments to exit code.

import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyUnwritable } from '../../src/cli/terminal.ts';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';
import { clean, failing, heed, heeding, makeFolder, undecided } from './made-up-terminal.ts';

/** A 7z archive, which heed does not open. */
const archive = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);

const all = { 'a.py': failing, 'b.py': undecided, 'c.py': heeding };

describe('exit codes', () => {
  test('0: nothing to report', async () => {
    expect((await heed({ 'a.py': clean }, [])).code).toBe(0);
    expect((await heed({ 'b.py': undecided, 'c.py': heeding }, [])).code).toBe(0);
  });

  test('1: failures at or above the gate', async () => {
    expect((await heed(all, [])).code).toBe(1);
    expect((await heed(all, ['--gate', 'high'])).code).toBe(1);
    expect((await heed(all, ['--gate', 'critical'])).code).toBe(0);
    expect((await heed(all, ['--gate', 'never'])).code).toBe(0);
    expect((await heed(all, ['--min-severity', 'critical'])).code).toBe(0);
  });

  test('2: wrong usage, with what, why and what to do', async () => {
    const outcome = await heed(all, ['--shwo', 'fail']);
    expect(outcome).toMatchObject({ code: 2, out: '', err: 'heed: unknown option --shwo; did you mean --show?\n' });
    expect((await heed(all, ['nowhere.py'])).err).toMatch(
      /^heed: no such file or folder: nowhere\.py; paths are taken from/,
    );
  });

  test('3: something was not analysed, unless a failure met the gate', async () => {
    const broken = 'def (:\n';
    const outcome = await heed({ 'a.py': broken }, []);
    expect(outcome.code).toBe(3);
    expect(outcome.out).toContain('0 of 1 file analysed, 1 only in part');
    expect((await heed({ 'a.py': broken, 'b.py': failing }, [])).code).toBe(1);
  });

  test('3: data that is not shown to be safe, unless it is below what is reported', async () => {
    const data = { 'ok.py': clean, 'upload.bin': archive };
    const rules = considerations;
    const outcome = await heed(data, [], { rules });
    expect(outcome.code).toBe(3);
    expect(outcome.out).toContain('1 undecided (--show open), 1 of them about data that is not shown to be safe');
    expect((await heed(data, ['--min-severity', 'high'], { rules })).code).toBe(0);
    expect((await heed(data, ['--gate', 'never'], { rules })).code).toBe(3);
    expect(
      (await heed({ ...data, 'a.py': 'import ssl\nssl._create_unverified_context()\n' }, [], { rules })).code,
    ).toBe(1);
  });

  test('3: nothing was found to analyse', async () => {
    const outcome = await heed({ 'readme.md': '' }, []);
    expect(outcome.code).toBe(3);
    expect(outcome.out).toContain('neither Python nor data that heed reads was found here');
  });

  test('3: a folder without Python beside a file', async () => {
    const outcome = await heed({ 'ok.py': clean, 'docs/readme.md': '' }, ['docs', 'ok.py']);
    expect(outcome.code).toBe(3);
    expect(outcome.out).toContain('docs  not analysed: neither Python nor data that heed reads was found here');
    expect(outcome.out).toContain('1 of 1 file analysed');
  });

  test('4: a bug in heed, with a request to report it', async () => {
    const stdin = (): Uint8Array => {
      throw new TypeError('broken inside');
    };
    const outcome = await heed(all, ['-'], { readStdin: stdin });
    expect(outcome.code).toBe(4);
    expect(outcome.err).toContain('this is a bug in heed');
    expect(outcome.err).toContain('broken inside');
  });

  test.skipIf(process.getuid?.() === 0)('an unreadable file costs nothing else', async () => {
    const folder = makeFolder(all);
    chmodSync(join(folder, 'c.py'), 0);
    const outcome = await heed({}, ['--gate', 'never'], { machine: nodeMachine(folder) });
    expect(outcome.code).toBe(3);
    expect(outcome.out).toContain('c.py  not analysed: the file could not be read: permission denied');
    expect(outcome.out).toContain('1 failure');
  });
});

test('verdicts are listed on request and always counted', async () => {
  const quiet = await heed(all, []);
  expect(quiet.out).toContain('pickle/any-load PKL-91');
  expect(quiet.out).not.toContain('random/any-choice');
  expect(quiet.out).toContain('1 failure, 1 undecided (--show open), 1 heeded (--show pass)');
  const loud = await heed(all, ['--show', 'open,pass']);
  expect(loud.out).toContain('random/any-choice');
  expect(loud.out).toContain('the bytes are a constant');
  expect(loud.out).not.toContain('the pickle d is loaded');
  expect(loud.out).toContain('1 failure (--show fail)');
  expect(loud.code).toBe(1);
  expect((await heed(all, ['--show', 'all'])).out).toContain('1 failure, 1 undecided, 1 heeded\n');
});

test('formats and outputs come from one run', async () => {
  const { out, files } = await heed(all, ['--format', 'json', '--output', 'r.sarif', '-o', 'r.json', '-o', 'r.txt']);
  expect(JSON.parse(out)).toMatchObject({
    format: 'heed-report/1',
    summary: { fail: 1, open: 1, pass: 1, suppressed: 0 },
  });
  expect(JSON.parse(files.get('r.sarif') ?? '').runs[0].results).toHaveLength(1);
  expect(files.get('r.json')).toBe(out);
  expect(files.get('r.txt')).toContain('pickle/any-load');
  expect((await heed(all, ['-o', 'r.pdf'])).err).toContain('the extension names the format');
});

test('heed report fills in the page, with every verdict, in every format', async () => {
  const outputs = ['r.html', 'r.md', 'r.json', 'r.sarif', 'r.txt'].flatMap((path) => ['-o', path]);
  const { code, out, files } = await heed(all, ['report', ...outputs]);
  expect(code).toBe(1);
  expect(out).toBe(files.get('r.txt'));
  expect(out).toMatch(/^pickle {2}1 failure, 1 heeded/m);
  expect(out).toMatch(/^shelve {2}not used/m);
  const page = JSON.parse(files.get('r.json') ?? '');
  expect(page).toMatchObject({ format: 'heed-page/1', summary: { fail: 1, open: 1, pass: 1, suppressed: 0 } });
  expect(page.topics.find(({ topic }: { topic: string }) => topic === 'pickle')).toMatchObject({ used: true, fail: 1 });
  expect(files.get('r.md')).toContain('| pickle | 2 | 1 | 0 | 1 | 0 |');
  expect(files.get('r.html')).toMatch(/^<!doctype html>/);
  expect(JSON.parse(files.get('r.sarif') ?? '').runs[0].results).toHaveLength(3);
});

test('heed check writes the page too, of what it lists', async () => {
  const { files } = await heed(all, ['--show', 'fail', '-o', 'r.md']);
  expect(files.get('r.md')).toContain('1 verdict not listed');
});

test('a report that cannot be written is said after the others', async () => {
  const writeFile = (): void => {
    throw new Error('no space left');
  };
  const outcome = await heed(all, ['-o', 'r.json'], { writeFile });
  expect(outcome.code).toBe(2);
  expect(outcome.out).toContain('1 failure');
  expect(outcome.err).toBe('heed: the report could not be written to r.json: no space left\n');
});

test('a report that cannot be written is refused before the analysis, in plain words', async () => {
  const folder = makeFolder({ ...all, 'reports/old.json/x': '' });
  const refused = (output: string) =>
    heed({}, ['-o', output], {
      machine: nodeMachine(folder),
      whyUnwritable: (path) => whyUnwritable(join(folder, path)),
    });
  expect(await refused('nowhere/r.json')).toMatchObject({
    code: 2,
    out: '',
    err: `heed: --output nowhere/r.json cannot be written: there is no folder ${join(folder, 'nowhere')}\n`,
  });
  expect((await refused('reports/old.json')).err).toContain('reports/old.json cannot be written: it is a folder');
  expect((await refused('a.py/r.json')).err).toContain('a.py is not a folder');
  expect((await refused('a.py/x/r.json')).err).toContain('there is no folder');
  expect((await refused('reports/new.json')).code).toBe(1);
});

test('SARIF is valid when the run comes to nothing', async () => {
  const { out, files, code } = await heed(all, ['nowhere', '--format', 'sarif', '-o', 'r.sarif']);
  expect(code).toBe(2);
  expect(JSON.parse(out).runs[0].invocations[0].executionSuccessful).toBe(false);
  expect(files.get('r.sarif')).toBe(out);
});

test('standard input', async () => {
  const { out, code } = await heed({}, ['-', '--stdin-filename', 'app/x.py'], { stdin: failing });
  expect(code).toBe(1);
  expect(out).toMatch(/^app\/x\.py\n/);
  expect((await heed({}, ['--stdin-filename', 'x.py'])).code).toBe(2);
  const unnamed = await heed({}, ['-'], { stdin: failing });
  expect(unnamed.code).toBe(1);
  expect(unnamed.out).toMatch(/^<stdin>\n/);
});

test('suppressed findings are counted, kept in the report, and pass the gate', async () => {
  const texts = { 'a.py': failing.replace('(d)\n', '(d)  # heed: ignore[pickle/any-load] -- ours\n') };
  const { out, code } = await heed(texts, []);
  expect(code).toBe(0);
  const json = JSON.parse((await heed(texts, ['--format', 'json'])).out);
  expect(json.summary).toMatchObject({ suppressed: json.findings.length });
  expect(json.findings[0].suppression).toMatchObject({ dialect: 'heed', reason: 'ours' });
  expect(out).toContain('1 suppressed by comments');
  expect((await heed(texts, ['--no-suppressions'])).code).toBe(1);
});

test('configuration is found, and flags win', async () => {
  const texts = { ...all, 'heed.toml': 'gate = "never"\nshow = ["open"]\nexclude = ["c.py"]' };
  const configured = await heed(texts, []);
  expect(configured.code).toBe(0);
  expect(configured.out).toContain('random/any-choice');
  expect(configured.out).toContain('2 of 2 files analysed');
  expect((await heed(texts, ['--gate', 'low'])).code).toBe(1);
  expect((await heed({ ...all, 'heed.toml': 'gat = 1' }, [])).err).toBe(
    'heed: heed.toml:1: unknown key gat; did you mean gate?\n',
  );
});

test('colour for terminals and on request', async () => {
  const hasColour = async (...parameters: Parameters<typeof heed>): Promise<boolean> =>
    (await heed(...parameters)).out.includes('\x1b[');
  expect(await hasColour(all, [])).toBe(false);
  expect(await hasColour(all, [], { columns: 80 })).toBe(true);
  expect(await hasColour(all, [], { columns: 80, environment: { NO_COLOR: '1' } })).toBe(false);
  expect(await hasColour(all, [], { columns: 80, environment: { NO_COLOR: '' } })).toBe(true);
  expect(await hasColour(all, [], { environment: { FORCE_COLOR: '1' } })).toBe(true);
  expect(await hasColour(all, ['--color', 'always'])).toBe(true);
  expect(await hasColour(all, ['--color=never'], { columns: 80 })).toBe(false);
});

test('progress is a line on standard error for those who wait, gone before the report', async () => {
  const large = `${clean}${'#'.repeat(6_000_000)}\n`;
  const { err, out } = await heed({ 'a.py': large }, [], { showsProgress: true });
  expect(err).toContain('parsing 1 file …');
  expect(err.endsWith('\r\x1b[K')).toBe(true);
  expect(out).not.toContain('parsing');
  expect((await heed({ 'a.py': clean }, [], { showsProgress: true })).err).toBe('');
  let clock = 0;
  const slow = await heed({ 'a.py': clean }, [], { showsProgress: true, now: () => (clock += 300) });
  expect(slow.err).toContain('judging 1 file …');
  expect((await heed({ 'a.py': large }, [])).err).toBe('');
});

test('--timing names the phases', async () => {
  const { err } = await heed(all, ['--timing']);
  for (const phase of ['discover', 'read', 'parse', 'judge', 'collect', 'report', 'total'])
    expect(err).toContain(phase);
});

test('a file in another encoding is quoted as its text', async () => {
  const text = Buffer.from('# coding: latin-1\nimport pickle\nx = "\xe9", pickle.loads(dat\xe4)\n', 'latin1');
  const { out } = await heed({ 'a.py': text }, []);
  expect(out).toContain('3 │ x = "é", pickle.loads(datä)');
});
