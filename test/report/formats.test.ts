// One report, every format: golden files beside this test. `npx vitest -u` writes them anew.

import { expect, test } from 'vitest';
import { plainStyle, toJson, toSarif, toTerminal } from '../../src/report/index.ts';
import { report, view } from './hand-made.ts';

const layout = { style: plainStyle, columns: 80, expandsTraces: false };

test('terminal', async () => {
  await expect(toTerminal(view, layout)).toMatchFileSnapshot('golden/report.txt');
});

test('terminal, every step of a trace', async () => {
  await expect(toTerminal(view, { ...layout, expandsTraces: true })).toMatchFileSnapshot('golden/report-trace.txt');
});

test('json', async () => {
  await expect(toJson(view)).toMatchFileSnapshot('golden/report.json');
});

test('sarif', async () => {
  await expect(toSarif(view)).toMatchFileSnapshot('golden/report.sarif');
});

test('a terminal never gets a control character from scanned code', () => {
  const text = toTerminal(view, { ...layout, columns: 120 });
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  expect(toTerminal(view, { ...layout, expandsTraces: true })).not.toMatch(/[^\P{C}\n]/u);
  expect(text).toContain('\\x1b[31m');
  expect(text).toContain('\\u202e');
});

test('what is not listed is counted', () => {
  const text = toTerminal({ ...view, show: new Set(['fail']), minSeverity: 'critical' }, layout);
  expect(text).toContain(
    '2 failures, 1 undecided (--show open), 1 heeded (--show pass), 1 suppressed by comments, 1 below critical not listed',
  );
});

test('failures that are not listed are counted too', () => {
  expect(toTerminal({ ...view, show: new Set(['open']) }, layout)).toContain(
    '2 failures (--show fail), 1 undecided, 1 heeded (--show pass)',
  );
});

test('an empty report says that nothing fails', () => {
  const empty = {
    ...report,
    findings: [],
    problems: [],
    coverage: { files: 1, analysed: 1, partly: 0, notAnalysed: 0, cutShort: 0, bytes: 3 },
  };
  expect(toTerminal({ ...view, report: empty }, layout)).toBe(
    'nothing fails\n1 of 1 file analysed · Python 3.9 to 3.15 (default) · threat model web (app.py imports flask)\n',
  );
});
