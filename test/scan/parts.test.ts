// Parts of a large scan are judged by whoever is free. What comes out must not depend on who judged which part, or when.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { analyse, type InputFile, prepare, together } from '../../src/scan/analyse.ts';

const padding = `${'#'.repeat(99)}\n`.repeat(22);

/** Files that are judged in parts of their own; the last one uses names of the first. */
const files: readonly InputFile[] = [
  ['app/first.py', 'from pickle import loads as revive\nimport flask\nrevive(flask.request.data)\n'],
  ['app/broken.py', 'import tempfile\nx = (\ntempfile.mktemp()\n'],
  [
    'app/last.py',
    'import flask\nfrom app.first import revive\nrevive(flask.request.data)  # heed: ignore[nothing/such]\n',
  ],
].map(([path, text]) => ({
  path: path as string,
  bytes: new TextEncoder().encode(`${text}${padding}`),
  role: 'app',
}));

const options = {
  target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
  threatModel: 'web',
  bytesOfSession: 1_000,
} as const;

test('the order in which parts are judged changes nothing', () => {
  const prepared = prepare(files, considerations, options);
  expect(prepared.partCount).toBeGreaterThan(1);
  const parts = Array.from({ length: prepared.partCount }, (_, part) => prepared.partCount - 1 - part)
    .map((part) => [part, prepared.judge(part)] as const)
    .sort(([one], [other]) => one - other)
    .map(([, analysis]) => analysis);
  const analysis = together(prepared, parts);
  expect(analysis).toEqual(analyse(files, considerations, options));
  expect(analysis.findings.filter(({ verdict }) => verdict === 'fail').map(({ path }) => path)).toEqual([
    'app/first.py',
    'app/last.py',
  ]);
  expect(analysis.problems.map(({ path }) => path)).toContain('app/broken.py');
});
