// The numbers of docs/flow.md are those of the code. `npx vitest run test/house/flow-page.test.ts -u` writes them anew.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

const page = join(root, 'docs/flow.md');

test('every limit has the value that the page says', async () => {
  const text = readFileSync(page, 'utf8');
  let rows = 0;
  const current = text.replace(
    /^(\| [^|]+ \| `(\w+)` in `([\w./-]+)` \| )[^|]+( \|)/gm,
    (_, before: string, name: string, path: string, after: string) => {
      rows++;
      return `${before}${numbersOf(name, path)}${after}`;
    },
  );
  expect(rows).toBeGreaterThan(20);
  await expect(current).toMatchFileSnapshot(page);
});

/** `MAX_STEPS = 3_000` as `3,000`; of a list, all numbers. */
function numbersOf(name: string, path: string): string {
  const code = readFileSync(join(root, 'src', path), 'utf8');
  const value = new RegExp(`^(?:export )?const ${name}(?:: [^=]+)? = (.+);$`, 'm').exec(code)?.[1];
  if (value === undefined) return `no ${name} there`;
  const numbers = value.replaceAll('_', '').match(/\d+ << \d+|\d+/g) ?? [];
  return numbers.map((each) => powered(each).toLocaleString('en')).join(', then ');
}

function powered(text: string): number {
  const [base, shift] = text.split(' << ').map(Number) as [number, number | undefined];
  return shift === undefined ? base : base * 2 ** shift;
}
