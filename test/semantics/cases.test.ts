// Every fixture in `cases/`: what its marks say is what the layer answers.

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { marksOf, readMarks } from './fixtures.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

describe('cases', () => {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()) {
    test(file, () => {
      const marks = readMarks(join(folder, file));
      expect(marks.length).toBeGreaterThan(0);
      const shown = (side: 'expected' | 'actual') =>
        marks.map((mark) => `${file}:${mark.line} ${mark.kind}: ${mark[side]}`);
      expect(shown('actual')).toEqual(shown('expected'));
    });
  }
});

test('a mark that is not true is noticed', () => {
  const [mark] = marksOf('import os\nos.system("x")  # name: os.popen\n');
  expect(mark).toMatchObject({ line: 2, kind: 'name', expected: 'os.popen', actual: 'os.system' });
});

test('several marks on one line and files in one fixture', () => {
  const marks = marksOf('# file: a.py\nX = 1\n# file: b.py\nfrom a import X\nreveal(X)  # value: 1  # nothing\n');
  expect(marks.map(({ path, line, kind, actual }) => [path, line, kind, actual])).toEqual([
    ['b.py', 5, 'value', '1'],
    ['b.py', 5, 'name', 'nothing'],
  ]);
});
