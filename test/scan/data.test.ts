// Data files on their way through a scan: found by what they hold, judged beside the code, counted with it.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { openBeside } from '../../src/scan/beside.ts';
import { nodeMachine, type ScanOptions, scan } from '../../src/scan/index.ts';
import { makeFolder } from '../cli/made-up-terminal.ts';

const options: ScanOptions = {
  paths: ['.'],
  exclude: [],
  root: '/',
  roles: [],
  threatModel: 'web',
  target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
  suppressions: true,
  stdin: undefined,
  version: '0',
};

/** A 7z archive, which heed does not open. */
const archive = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);

async function scanned(files: Readonly<Record<string, string | Uint8Array>>, more: Partial<ScanOptions> = {}) {
  const folder = makeFolder(files);
  const report = await scan({ ...options, root: folder, ...more }, considerations, nodeMachine(folder));
  const said = report.findings.map(({ path, verdict, messageId, role }) => `${path} ${verdict} ${messageId} ${role}`);
  return { report, said };
}

test('data is found by its content, whatever it is called and however deep it is hidden', async () => {
  const { report, said } = await scanned({
    'a.txt': archive,
    'b.jpeg': archive,
    noname: archive,
    '.cache/hidden': archive,
    'c.7z': 'not an archive',
    'tests/data/d.bin': archive,
    'app.py': 'x = 1\n',
  });
  expect(said).toEqual([
    '.cache/hidden open members-unread app',
    'a.txt open members-unread app',
    'b.jpeg open members-unread app',
    'noname open members-unread app',
    'tests/data/d.bin open members-unread test',
  ]);
  expect(report.findings.map(({ severity }) => severity)).toEqual(['medium', 'medium', 'medium', 'medium', 'low']);
  expect(report.coverage).toMatchObject({ files: 6, analysed: 6, bytes: 6 + 5 * archive.length });
  expect(report.problems).toEqual([]);
  // What is no text is not carried along.
  expect(report.files.size).toBe(0);
});

test('what is ignored or excluded is left out, unless it is named', async () => {
  const files = { '.git/HEAD': '', '.gitignore': '*.bin\n', 'm.bin': archive, 'old/m.dat': archive };
  expect((await scanned(files, { exclude: ['old/'] })).said).toEqual([]);
  expect((await scanned(files, { paths: ['m.bin'] })).said).toEqual(['m.bin open members-unread app']);
});

test('data is not taken for code because it was named', async () => {
  const { report, said } = await scanned({ model: archive }, { paths: ['model'] });
  expect(said).toEqual(['model open members-unread app']);
  expect(report.problems).toEqual([]);
});

test('data from standard input', async () => {
  const { report, said } = await scanned({}, { paths: [], stdin: { path: 'upload.bin', bytes: archive } });
  expect(said).toEqual(['upload.bin open members-unread app']);
  expect(report.problems).toEqual([]);
});

test('a format of several files sees what lies beside, and nothing else', () => {
  const folder = makeFolder({ 'a/x.dat': 'data', 'a/x.dir': 'index', 'secret.dir': 'no', 'a/deep/y.dir': 'no' });
  const { beside, close } = openBeside('a/x.dat', nodeMachine(folder));
  const textOf = (name: string) => {
    const source = beside(name);
    return source === undefined ? undefined : new TextDecoder().decode(source.read(0, 10));
  };
  expect(textOf('x.dir')).toBe('index');
  for (const name of ['../secret.dir', 'deep/y.dir', 'deep', '..', '.', '', 'gone', 'x.dir\0', '/etc/passwd'])
    expect(textOf(name)).toBeUndefined();
  close();
});

test('a scan of code alone looks at no data', async () => {
  const { report } = await scanned({ 'm.bin': archive, 'app.py': '' }, { isWithoutData: true });
  expect(report.findings).toEqual([]);
  expect(report.coverage.files).toBe(1);
});

test('files that cannot be opened are told of', async () => {
  const folder = makeFolder({ 'm.bin': archive, 'app.py': '' });
  const machine = nodeMachine(folder);
  const openFile = (path: string) => {
    throw new Error(`EACCES: permission denied, open '${path}'`);
  };
  const report = await scan({ ...options, root: folder }, considerations, { ...machine, openFile });
  expect(report.problems).toMatchObject([{ path: 'm.bin', kind: 'unreadable', hidesCode: true }]);
});
