// Parts of a large scan are judged by whoever is free. What comes out must not depend on who judged which part, or when.

import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { analyse, type InputFile, prepare, together } from '../../src/scan/analyse.ts';
import { readPrograms } from '../accuracy/program.ts';

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

test('what else is judged, and in which parts, changes nothing', { timeout: 120_000 }, () => {
  const programs = readPrograms().filter(({ files: own }) => own.size === 1);
  const project = programs
    .filter((_, at) => at % 5 === 0)
    .map(({ name, main, files: own }): InputFile => {
      const path = `${name.replace('/', '_')}/${main}`;
      return { path, bytes: new TextEncoder().encode(own.get(main)), role: 'app' };
    });
  expect(project.length).toBeGreaterThan(150);
  const judged = (input: readonly InputFile[], bytesOfSession: number) =>
    analyse(input, considerations, { ...options, bytesOfSession }).findings;
  const together = judged(project, Number.MAX_SAFE_INTEGER);
  expect(together.length).toBeGreaterThan(100);
  expect(judged(project, 3_000)).toEqual(together);
  const withOne = (text: string) => {
    const path = 'a_first/unrelated.py';
    const beside: InputFile = { path, bytes: new TextEncoder().encode(text), role: 'app' };
    return judged([beside, ...project], 20_000).filter((finding) => finding.path !== path);
  };
  expect(withOne('def unheard_of(of_this):\n    return unheard_of(of_this)\n')).toEqual(together);
  // Names that others use too decide what is run, and so how a way is told, but no verdict.
  const said = (findings: readonly Finding[]) =>
    findings.map(({ path, site, ruleId, verdict, severity }) => ({ path, site, ruleId, verdict, severity }));
  const shared = 'import os\n\nos.name = "other"\n\n\ndef view(value):\n    os.sep = value\n    return view(value)\n';
  expect(said(withOne(shared))).toEqual(said(together));
});
