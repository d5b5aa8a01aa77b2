// The one line of a trace: both ends stay, whatever the width.

import { expect, test } from 'vitest';
import type { Evidence, Finding } from '../../src/core/index.ts';
import { placesOf, plainStyle, toSarif } from '../../src/report/index.ts';
import { compactTrace, expandedTrace, stepsOf } from '../../src/report/trace.ts';
import { columnsOf } from '../../src/report/visible.ts';
import { report, view } from './hand-made.ts';

const encoder = new TextEncoder();
const text = Array.from({ length: 300 }, (_, at) => `value_${at + 1} = pass_on(value_${at}, and_more)\n`).join('');
const longLine = `x = 文${'a'.repeat(200)}\n`;
const files = new Map([
  ['a.py', { path: 'a.py', bytes: encoder.encode(text) }],
  ['b.py', { path: 'b.py', bytes: encoder.encode(longLine) }],
]);
const places = placesOf({ ...report, files });

/** The step at a line of `a.py`. */
function step(line: number): Evidence {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line === 1 ? 0 : 1);
  return { path: 'a.py', span: { start, end: start + (lines[line - 1] as string).length }, text: `step ${line}` };
}

const steps = (count: number): readonly Evidence[] => Array.from({ length: count }, (_, at) => step(at + 1));

function finding(trace: readonly Evidence[]): Finding {
  return { ...(report.findings[1] as Finding), path: 'a.py', span: step(300).span, site: step(300).span, trace };
}

const layoutOf = (columns: number) => ({ style: plainStyle, columns, expandsTraces: false });
const compact = (trace: readonly Evidence[], columns: number): string =>
  compactTrace(finding(trace), places, layoutOf(columns), columns);

test('files are named where they change', () => {
  const other: Evidence = { path: 'b.py', span: { start: 0, end: 1 }, text: 'x' };
  expect(compact([step(1), other, step(3)], 200)).toBe(
    'line 1 value_1 = pass_on(value_0, and_more) → b.py:1 x → a.py:3 value_3 = pass_on(value_2, and_more) → here',
  );
});

test('nothing flowed: nothing is said', () => {
  expect(compact([], 80)).toBe('');
  expect(expandedTrace(finding([]), places, layoutOf(80))).toEqual([]);
});

test('on a narrow line code is shortened first, then the middle is left out', () => {
  const three = steps(3);
  expect(compact(three, 110)).toBe(
    'line 1 value_1 = pass_on(value… → line 2 value_2 = pass_on(value… → line 3 value_3 = pass_on(value… → here',
  );
  expect(compact(three, 100)).toBe(
    'line 1 value_1 = pass_on(value… → … 1 step … → line 3 value_3 = pass_on(value… → here',
  );
  expect(compact(three, 60)).toBe('line 1 value_1 = pass_on(value… → … 2 steps … → here');
});

test.each([60, 80, 120, 200])('%i columns hold any trace', (columns) => {
  for (const count of [1, 2, 5, 40, 299]) {
    const line = compact(steps(count), columns);
    expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    expect(line).toMatch(/^line 1 value_1.* → here$/);
  }
  const wide: Evidence = { path: 'b.py', span: { start: 0, end: longLine.length }, text: 'x' };
  expect(columnsOf(compact([wide], columns))).toBeLessThanOrEqual(columns);
});

test('what is noted twice is told once, and the site is where the finding points', () => {
  expect(stepsOf(finding([step(1), step(1), step(2), step(300)]))).toEqual([step(1), step(2)]);
});

test('of very many steps with their code the middle is counted, and numbers go on', () => {
  const lines = expandedTrace(finding(steps(200)), places, layoutOf(80));
  expect(lines).toContain('     … 160 steps …');
  expect(lines).toContain('200  a.py:200:1');
  expect(lines.at(-1)).toBe('201  here');
});

test('SARIF keeps a hundred steps and says what is left out', () => {
  const long = finding(steps(250));
  const [run] = JSON.parse(toSarif({ ...view, report: { ...report, files, findings: [long], problems: [] } })).runs;
  const [{ message, threadFlows }] = run.results[0].codeFlows;
  expect(threadFlows[0].locations).toHaveLength(100);
  expect(message.text).toBe('151 of 251 steps in the middle are left out.');
  expect(threadFlows[0].locations.at(-1).location.message.text).toBe(long.message);
});

test('SARIF shows the way of what is open too, and none of what passes', () => {
  const flowsOf = (verdict: Finding['verdict']) =>
    JSON.parse(
      toSarif({ ...view, report: { ...report, files, problems: [], findings: [{ ...finding(steps(2)), verdict }] } }),
    ).runs[0].results[0].codeFlows;
  expect(flowsOf('fail')[0].threadFlows[0].locations).toHaveLength(3);
  expect(flowsOf('open')[0].threadFlows[0].locations).toHaveLength(3);
  expect(flowsOf('pass')).toBeUndefined();
});
