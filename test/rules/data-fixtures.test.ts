// Each rule about data files against the listings beside it. `npm test -- data-fixtures -t zipfile/archive-bomb` runs one.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isAboutData, type Trigger } from '../../src/rulekit/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { judgeCase, toExpectation } from '../artifacts/judge-case.ts';
import { readCases } from '../artifacts/listing.ts';

const rules = considerations.filter(({ on }) => ([on].flat() as readonly Trigger[]).some(isAboutData));

test('docs of rules about data are listings, of what it objects to and of what it does not', () => {
  const wrong = rules.flatMap((rule) => {
    const said = (listing: string) =>
      readCases(`== example\nnothing\n${listing}`).flatMap((each) => judgeCase(each, [rule]).findings);
    const isShown = said(rule.docs.fails).some(({ verdict }) => verdict !== 'pass');
    const isQuiet = said(rule.docs.passes).every(({ verdict }) => verdict === 'pass');
    return [...(isShown ? [] : [`${rule.id}: docs.fails`]), ...(isQuiet ? [] : [`${rule.id}: docs.passes`])];
  });
  expect(wrong).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const path = fileURLToPath(new URL(`../../src/rules/${id}.fixture.txt`, import.meta.url));
  const cases = readCases(readFileSync(path, 'utf8'));
  test.each(cases.map((each) => [each.title, each] as const))('%s', (_, each) => {
    const { findings } = judgeCase(each, [rule]);
    const found = findings.length === 0 ? ['nothing'] : findings.map(toExpectation);
    expect(found.toSorted()).toEqual([...each.expected].sort());
  });
});

// What one rule calls undecided, another may fail; what is hostile is never clean.
describe('what is hostile to one rule is not passed over by all together', () => {
  const hostile = rules.flatMap(({ id }) => {
    const path = fileURLToPath(new URL(`../../src/rules/${id}.fixture.txt`, import.meta.url));
    const cases = readCases(readFileSync(path, 'utf8'));
    return cases
      .filter(({ expected }) => expected.some((each) => /^(fail|open)/.test(each)))
      .map((each) => [`${id}: ${each.title}`, each] as const);
  });
  test.each(hostile)('%s', (_, each) => {
    const { findings } = judgeCase(each, considerations);
    expect(findings.some(({ verdict }) => verdict !== 'pass')).toBe(true);
  });
});
