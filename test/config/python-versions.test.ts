// Version specifiers, at the grain of minor versions.

import { expect, test } from 'vitest';
import { readRelease, readVersionRange } from '../../src/config/python-versions.ts';

test.each([
  ['3.12', '3.12 3.12'],
  ['3.12.4', '3.12 3.12'],
  ['>=3.9', '3.9 3.15'],
  ['>=3.9,<3.13', '3.9 3.12'],
  ['>=3.9.2, <3.13.1', '3.9 3.13'],
  ['>3.7', '3.7 3.15'],
  ['<=3.9', '2.6 3.9'],
  ['~=3.9', '3.9 3.15'],
  ['~=3.9.2', '3.9 3.9'],
  ['==3.11.*', '3.11 3.11'],
  ['==3.*', '3.0 3.15'],
  ['>=3', '3.0 3.15'],
  ['>=2.7, !=3.0.*, !=3.1.*', '2.7 3.15'],
  ['>=3.8,!=3.8.*', '3.9 3.15'],
  ['>=3.8,!=3.8.1', '3.8 3.15'],
  ['^3.9', '3.9 3.15'],
  ['~3.9', '3.9 3.9'],
  ['^3.8 || ^2.7', '2.7 3.15'],
  ['>=3.8 || ==2.7.*', '2.7 3.15'],
  ['>=3.9.0rc1', '3.9 3.15'],
  ['>=4', undefined],
  ['3.99', undefined],
  ['python3', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  const range = readVersionRange(text);
  expect(range && `${range.minimum.join('.')} ${range.maximum.join('.')}`).toBe(expected);
});

test.each([
  ['3.12', undefined, undefined],
  ['3.12.4', 4, true],
  ['>=3.11.4', 4, undefined],
  ['>=3.9.2, <3.13.1', 2, undefined],
  ['~=3.9.2', 2, undefined],
  ['==3.11.7', 7, true],
  ['==3.11.*', undefined, undefined],
  ['^3.9.5', 5, undefined],
  // no bound of the oldest minor version
  ['>=3.9,<3.11.4', undefined, undefined],
  ['!=3.9.1,>=3.9', undefined, undefined],
])('the oldest patch release of %s', (text, patch, isExact) => {
  const range = readVersionRange(text);
  expect([range?.patch, range?.isExact]).toEqual([patch, isExact]);
});

test.each([
  ['2.6.0', [2, 6, 0]],
  ['3.0', [3, 0, 0]],
  ['1.0.2k', [1, 0, 2]],
  ['2', undefined],
  ['newest', undefined],
])('the release %s', (text, expected) => {
  expect(readRelease(text)).toEqual(expected);
});
