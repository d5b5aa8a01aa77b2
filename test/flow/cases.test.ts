// Every fixture in `cases/`: what its marks say is what runs of the code see. The notation is described in `fixtures.ts`.

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
  const [mark] = marksOf('def f(x):\n    y = [x]\n    reveal(y)  # value: "x"\n');
  expect(mark).toMatchObject({ line: 3, kind: 'value', expected: '"x"', actual: '[parameter x]' });
});

test('calls in the fixture are contexts, files follow each other, several marks stand on one line', () => {
  const marks = marksOf(
    '# file: a.py\nimport flask\ndef f(x):\n    reveal(x)  # value: 1  # taint: none  # alone: parameter x\n' +
      '# file: b.py\nfrom a import f\nimport flask\ndef g():\n    f(1)\n    f(flask.request.args["q"])\n',
  );
  expect(marks.map(({ path, line, kind, actual }) => [path, line, kind, actual])).toEqual([
    ['a.py', 4, 'value', '1 / flask.request.args[]'],
    ['a.py', 4, 'taint', 'flask.request'],
    ['a.py', 4, 'alone', 'parameter x'],
  ]);
});

test('code that nothing comes to', () => {
  const marks = marksOf('def f():\n    if False:\n        reveal(1)  # value: 1  # reached: no\n');
  expect(marks.map(({ kind, actual }) => [kind, actual])).toEqual([
    ['value', 'not reached'],
    ['reached', 'no'],
  ]);
});
