// Pickles in everything that holds pickles, against all rules together: what is hidden in a container is told where it is.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { judgeCase, toExpectation } from './judge-case.ts';
import { readCases } from './listing.ts';

const cases = readCases(readFileSync(new URL('pickle-containers.txt', import.meta.url), 'utf8'));

test.each(cases.map((each) => [each.title, each] as const))('%s', (_, each) => {
  const found = judgeCase(each, considerations)
    .findings.filter(({ verdict }) => verdict !== 'pass')
    .map(toExpectation);
  expect(found).toEqual(expect.arrayContaining([...each.expected]));
});
