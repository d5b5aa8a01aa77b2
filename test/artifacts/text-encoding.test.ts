// Which bytes are taken for text: not those of numbers and of what is compressed, which cost much to look through, and which
// every sixth time hold no zero among the first ones.

import { expect, test } from 'vitest';
import { memorySource } from '../../src/artifacts/index.ts';
import { encodingOf } from '../../src/artifacts/text/decode.ts';

const encoding = (bytes: Uint8Array) => encodingOf(memorySource(bytes));

/** As those of xorshift32 come, but for zeros. */
function randomBytes(count: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 0xff || 1;
  });
}

test('bytes without an order are no text, even without zeros', () => {
  for (let seed = 1; seed <= 200; seed++) expect(encoding(randomBytes(512, seed)), `seed ${seed}`).toBeUndefined();
});

test('numbers of 64 bits that begin with -2 are no UTF-16', () => {
  expect(encoding(new Uint8Array(new BigInt64Array(64).fill(-2n).buffer))).toBeUndefined();
});

test.each([
  ['English', 'Text that is written in English, and what comes with it.\n', 'utf8', 'utf-8'],
  ['Greek', 'Ὅταν γὰρ ὁ ἄνθρωπος μεθύων ᾖ, ἐρωτᾷ.\n', 'utf8', 'utf-8'],
  ['Latin-1', 'Übergrößenträger fährt für Äpfel nach Köln.\n', 'latin1', 'utf-8'],
  ['colours of a terminal', '\x1b[31merror\x1b[0m: it went wrong\n', 'utf8', 'utf-8'],
  ['a few control characters', '[loggers]\nkeys=root\x01\x02\n', 'utf8', 'utf-8'],
  ['UTF-16', '\ufeff[loggers]\nkeys=root\n', 'utf16le', 'utf-16le'],
  ['UTF-16 without a mark', '[loggers]\nkeys=root\n', 'utf16le', 'utf-16le'],
] as const)('%s is text', (_, text, written, expected) => {
  expect(encoding(Buffer.from(text, written))).toBe(expected);
});
