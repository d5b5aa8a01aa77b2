// Version specifiers, at the grain of minor versions.

import { expect, test } from 'vitest';
import { readVersionRange } from '../../src/config/python-versions.ts';

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
