// SARIF holds against its published schema, and keeps what services that read it rely on.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { toFailedSarif, toSarif } from '../../src/report/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { report, view } from './hand-made.ts';

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

function errorsOf(sarif: string): unknown {
  return validate(JSON.parse(sarif)) ? [] : validate.errors;
}

test('a report is valid', () => {
  expect(errorsOf(toSarif(view))).toEqual([]);
});

test('a report with nothing in it is valid', () => {
  expect(errorsOf(toSarif({ ...view, rules: [], report: { ...report, findings: [], problems: [] } }))).toEqual([]);
});

test('the real rules are described validly, with few enough tags', () => {
  const findings = considerations.map(({ id }) => ({ ...report.findings[1]!, ruleId: id }));
  const sarif = toSarif({ ...view, rules: considerations, report: { ...report, findings } });
  expect(errorsOf(sarif)).toEqual([]);
  expect(JSON.parse(sarif).runs[0].tool.driver.rules).toHaveLength(considerations.length);
  for (const { properties } of JSON.parse(sarif).runs[0].tool.driver.rules) {
    expect(properties.tags.length).toBeLessThanOrEqual(20);
    expect(Number(properties['security-severity'])).toBeGreaterThan(0);
  }
});

test('only rules with results are described, each once', () => {
  const [run] = JSON.parse(
    toSarif({ ...view, report: { ...report, findings: [report.findings[2]!, report.findings[2]!] } }),
  ).runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['random/predictable-secret']);
  expect(run.results.map(({ ruleIndex }: { ruleIndex: number }) => ruleIndex)).toEqual([0, 0]);
});

test('a failed run is valid and says so', () => {
  const sarif = toFailedSarif('0.1.0', 'no such file or folder: x');
  expect(errorsOf(sarif)).toEqual([]);
  expect(JSON.parse(sarif).runs[0].invocations[0].executionSuccessful).toBe(false);
});

test('only failures have a level', () => {
  const [run] = JSON.parse(toSarif(view)).runs;
  for (const { kind, level } of run.results) expect(level === 'none').toBe(kind !== 'fail');
});

test('paths become relative, encoded references; those outside the root are file addresses', () => {
  const first = report.findings[1]!;
  const at = (path: string) =>
    JSON.parse(toSarif({ ...view, report: { ...report, problems: [], findings: [{ ...first, path }] } })).runs[0]
      .results[0].locations[0].physicalLocation.artifactLocation.uri;
  expect(at('a b/ü#.py')).toBe('a%20b/%C3%BC%23.py');
  expect(at('/home/me/project/x.py')).toBe('x.py');
  expect(at('/elsewhere/x y.py')).toBe('file:///elsewhere/x%20y.py');
  expect(at('C:/code/x.py')).toBe('file:///C:/code/x.py');
});

test('fingerprints survive lines that come and go above, and tell equal sites apart', () => {
  const printsIn = (text: string): string[] => {
    const bytes = new TextEncoder().encode(text);
    const starts = [...text.matchAll(/pickle\.loads\(d\)/g)].map(({ index }) => index);
    const findings = starts.map((start) => ({
      ...report.findings[1]!,
      evidence: [],
      path: 'a.py',
      span: { start, end: start + 15 },
      site: { start, end: start + 15 },
    }));
    const moved = { ...report, problems: [], findings, files: new Map([['a.py', { path: 'a.py', bytes }]]) };
    return JSON.parse(toSarif({ ...view, report: moved })).runs[0].results.map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => partialFingerprints['heedSite/v1'],
    );
  };
  const before = printsIn('pickle.loads(d)\npickle.loads(d)\n');
  expect(printsIn('# new\n\nx = pickle.loads(d)\n    pickle.loads(d)\n')).toEqual(before);
  expect(new Set(before).size).toBe(2);
});

test('a run holds what services accept, the worst first, and says what is left out', () => {
  const low = { ...report.findings[2]!, severity: 'low' as const, evidence: [] };
  const findings = [...Array.from({ length: 25_000 }, () => low), report.findings[1]!];
  const [run] = JSON.parse(toSarif({ ...view, report: { ...report, problems: [], findings } })).runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.results[0].properties.severity).toBe('critical');
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^1 of 25001 results/);
});
