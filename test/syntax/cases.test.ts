// Every `cases/*.txt` holds pieces of Python and the trees they must give, in the notation of `dump`:
//
//   ## what the case shows
//   code
//   ==>
//   tree
//
// Problems follow the tree, each on a line `! text of the place: message`.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createParser, dump, Names } from '../../src/python/syntax/index.ts';

const folder = path.join(import.meta.dirname, 'cases');
const parser = createParser(new Names());
const encoder = new TextEncoder();
const decoder = new TextDecoder();

for (const file of readdirSync(folder)) {
  describe(file, () => {
    for (const { title, code, expected } of casesOf(readFileSync(path.join(folder, file), 'utf8'))) {
      it(title, () => {
        const tree = parser.parse(encoder.encode(code));
        const problems = tree.problems.map(
          ({ start, end, message }) =>
            `! ${JSON.stringify(decoder.decode(tree.bytes.subarray(start, end)))}: ${message}`,
        );
        expect([dump(tree), ...problems].join('\n').trim()).toBe(expected);
      });
    }
  });
}

function casesOf(text: string): { title: string; code: string; expected: string }[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const titleEnd = part.indexOf('\n');
      const [code = '', expected = ''] = part.slice(titleEnd + 1).split(/^==>\n/m);
      return { title: part.slice(0, titleEnd), code, expected: expected.trim() };
    });
}
