// A scan as a whole, over files in memory: coverage, problems, order, and what is quoted.

import { expect, test } from 'vitest';
import { type ScanOptions, scan } from '../../src/scan/index.ts';
import { madeUpFiles } from './made-up-files.ts';

const options: ScanOptions = {
  paths: ['.'],
  exclude: [],
  root: '/work',
  roles: [],
  threatModel: undefined,
  target: { minimum: [3, 12], maximum: [3, 12], source: 'configuration' },
  suppressions: true,
  stdin: undefined,
  version: '1.2.3',
};

test('what could not be read is counted, said, and costs nothing else', async () => {
  const machine = madeUpFiles({
    '/work/a.py': 'x = 1\n',
    '/work/b.py': undefined,
    '/work/c.py': 'def (:\n',
    '/work/d.py': '',
  });
  const report = await scan(options, [], machine);
  expect(report.coverage).toEqual({ files: 4, analysed: 2, partly: 1, notAnalysed: 1, cutShort: 0, bytes: 13 });
  expect(report.problems.map(({ path, kind }) => `${path} ${kind}`)).toEqual(['b.py unreadable', 'c.py syntax']);
  expect([...report.files.keys()]).toEqual(['c.py']);
  expect(report).toMatchObject({ version: '1.2.3', target: 'Python 3.12 (configured)', threatModel: 'library' });
});

test('nothing found is a problem, not a clean bill', async () => {
  const report = await scan(options, [], madeUpFiles({ '/work/readme.md': '' }));
  expect(report.coverage).toMatchObject({ files: 0, notAnalysed: 0 });
  expect(report.problems).toMatchObject([{ kind: 'configuration', path: '.', hidesCode: true }]);
});

test('each path without Python is said once, whatever the others hold', async () => {
  const machine = madeUpFiles({ '/work/a/x.md': '', '/work/b/x.md': '', '/work/c/x.py': '' });
  const emptyOf = async (...paths: string[]): Promise<string[]> =>
    (await scan({ ...options, paths }, [], machine)).problems.map(({ path }) => path);
  expect(await emptyOf('a')).toEqual(['a']);
  expect(await emptyOf('a', 'b')).toEqual(['a', 'b']);
  expect(await emptyOf('a', 'c', 'b')).toEqual(['a', 'b']);
});

test('phases are told in order', async () => {
  const phases: string[] = [];
  const progress = { start: (phase: string) => void phases.push(phase), finish: () => void phases.push('end') };
  await scan(options, [], madeUpFiles({ '/work/a.py': 'x = 1\n' }), progress);
  expect(phases).toEqual(['discover', 'read', 'parse', 'find-sites', 'bind', 'judge', 'collect', 'end']);
});

test('comments about suppression count for nothing in an audit', async () => {
  const machine = madeUpFiles({ '/work/a.py': 'x = 1  # heed: ignore\n' });
  expect((await scan(options, [], machine)).problems).toHaveLength(1);
  expect((await scan({ ...options, suppressions: false }, [], machine)).problems).toEqual([]);
});
