// Whether the Pythons that a project may run on have a fix.

import { expect, test } from 'vitest';
import { type Fix, fixState, type Target } from '../../src/rulekit/index.ts';
import { readTarget } from '../rules/fixture.ts';

const fix: Fix = { since: [3, 13], backports: { '3.11': 8, '3.12': 2 } };
const stateOf = (target: Target) => {
  const state = fixState(target, fix);
  return state.kind === 'fixed' ? 'fixed' : `${state.kind} ${state.release}`;
};

test.each([
  ['3.13', 'fixed'],
  ['=3.12.2', 'fixed'],
  ['3.12.2', 'fixed'],
  ['=3.12.1', 'missing 3.12.1'],
  // 3.12.2 and later have it
  ['3.12.1', 'unknown 3.12.1'],
  ['3.11', 'unknown 3.11'],
  // 3.12.0 is admitted, too
  ['3.11.8', 'unknown 3.12'],
  ['=3.11', 'unknown 3.11'],
  // these never got it
  ['3.9-3.10', 'missing 3.9'],
  ['3.10-3.11', 'unknown 3.10'],
  ['2.7', 'unknown 2.7'],
])('%s', (text, expected) => {
  expect(stateOf(readTarget(text) as Target)).toBe(expected);
});

test('the release that is deployed decides when it lacks the fix', () => {
  const target = (...release: [number, number, number]): Target => ({
    minimum: [3, 13],
    maximum: [3, 15],
    source: 'requires-python',
    deployed: { release, source: 'Dockerfile' },
  });
  expect(fixState(target(3, 11, 7), fix)).toEqual({ kind: 'missing', release: '3.11.7', source: 'Dockerfile' });
  expect(fixState(target(3, 10, 99), fix)).toMatchObject({ kind: 'missing', release: '3.10.99' });
  expect(fixState(target(3, 11, 8), fix)).toEqual({ kind: 'fixed' });
});

test('what came with a version is not there before', () => {
  const later: Fix = { from: [3, 9], since: [3, 11], backports: { '3.9': 16, '3.10': 9 } };
  const kindOf = (text: string) => fixState(readTarget(text) as Target, later).kind;
  expect([kindOf('=3.8.0'), kindOf('=3.9.15'), kindOf('=3.9.16'), kindOf('3.8-3.9')]).toEqual([
    'fixed',
    'missing',
    'fixed',
    'unknown',
  ]);
});
