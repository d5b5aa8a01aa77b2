// Which characters mean nothing where a text is put: a value that holds only these cannot do harm there, whatever it
// says. What a value must not be as a whole (the program that is run, a leading dash, `..`) is for rules to ask.

import type { CleanedUse } from '../models/index.ts';
import { bitsOf, type Characters, complementOf, digits, letters, others, rangeOf } from './characters.ts';

const names = letters | digits | others | bitsOf('_');

const harmlessByUse: Readonly<Record<CleanedUse, bigint | undefined>> = {
  // Blanks part words, of which each is still only a word; other control characters but line ends are letters to it.
  shell: names | bitsOf('-./:=,@+% \t') | rangeOf(0x00, 0x08) | rangeOf(0x0e, 0x1f) | rangeOf(0x7f, 0x7f),
  argument: (names | bitsOf('./:=,@+%')) & ~others,
  'path-traversal': complementOf(bitsOf('/\\:\0')),
  markup: complementOf(bitsOf('<>&"\'`')),
  header: complementOf(bitsOf('\r\n')),
  sql: digits | letters | bitsOf('_'),
  regex: names,
  format: complementOf(bitsOf('{}%$')),
  code: digits,
  url: undefined,
  secret: undefined,
};

/** A line end behind everything else ends a command; in a header it starts the next one. */
const harmlessAtEnds: Partial<Record<CleanedUse, bigint>> = { shell: bitsOf('\n') };

export function isHarmlessFor(use: CleanedUse, { anywhere, atEnds }: Characters): boolean {
  const harmless = harmlessByUse[use];
  if (harmless === undefined) return false;
  return (anywhere & ~harmless) === 0n && (atEnds & ~(harmless | (harmlessAtEnds[use] ?? 0n))) === 0n;
}
