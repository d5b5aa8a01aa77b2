// One value of a text, as its format would give it: to the closing quote, or to the end of the line and of the lines that
// go on with it; with the escapes of JSON and YAML taken out.

import type { ByteSource } from '../source.ts';
import { isBase64Digit } from './base64.ts';

export interface Value {
  /** characters beyond Latin-1 have become `?` */
  readonly bytes: Uint8Array;
  /** in the source, behind the value */
  readonly end: number;
  /** there is more of it than was asked for */
  readonly isCut: boolean;
}

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const DOUBLE = 0x22;
const SINGLE = 0x27;
/** What ends a value that is not quoted: quotes, and the brackets of markup. */
const ends = new Uint8Array(256);
for (const sign of [DOUBLE, SINGLE, 0x60, 0x3c, 0x3e]) ends[sign] = 1;
/** Lines of encoded text are 76 characters long at most, where they are many. */
const LOOKAHEAD = 200;

/**
 * `quote` is the one that the value stands in, 0 for none. Collects at most `most` bytes. In a `dense` text, quotes and
 * brackets are as good as letters.
 */
export function collectValue(source: ByteSource, from: number, quote: number, most: number, isDense = false): Value {
  let collected = new Uint8Array(Math.min(most, 256));
  let length = 0;
  const put = (byte: number): void => {
    if (length === collected.length) {
      const larger = new Uint8Array(Math.min(length * 2, most));
      larger.set(collected);
      collected = larger;
    }
    collected[length++] = byte;
  };
  const done = (end: number, isCut = false): Value => ({ bytes: collected.subarray(0, length), end, isCut });
  let lineStart = 0;
  let width = 0;
  let page = source.pageAt(from);
  for (let at = from; at < source.size; at++) {
    if (length >= most) return done(at, true);
    if (at >= page.start + page.bytes.length) page = source.pageAt(at);
    const code = page.bytes[at - page.start] as number;
    if (code === 0) continue;
    if (quote === 0 ? !isDense && ends[code] === 1 : code === quote) return done(at);
    if (code === BACKSLASH) {
      let letter = page.bytes[at + 1 - page.start];
      if (letter === undefined) {
        letter = source.read(at + 1, at + 2)[0] ?? 0;
        page = source.pageAt(at);
      }
      const count = letter === 0x75 ? 4 : letter === 0x78 ? 2 : 0;
      let number = Number.NaN;
      if (count > 0) {
        number = Number.parseInt(String.fromCharCode(...source.read(at + 2, at + 2 + count)), 16);
        page = source.pageAt(at);
      }
      if (Number.isNaN(number)) {
        const plain = escapes.get(letter) ?? letter;
        if (plain !== NEWLINE || letter !== NEWLINE) put(plain);
        at += 1;
      } else {
        put(number < 256 ? number : 0x3f);
        at += 1 + count;
      }
      continue;
    }
    if (code === NEWLINE && quote !== DOUBLE) {
      const written = length - lineStart;
      if (lineStart === 0) width = written;
      if (quote === SINGLE || written < width || !goesOn(source, at + 1, width)) return done(at);
      page = source.pageAt(at);
      put(code);
      lineStart = length;
      continue;
    }
    // the indentation of further lines, and the other half of their ends
    if (lineStart > 0 && length === lineStart && (code === 0x20 || code === 0x09)) continue;
    if (code !== 0x0d) put(code);
  }
  return done(source.size);
}

/** Whether the next line is more of the same: digits alone, and no longer than the lines before. */
function goesOn(source: ByteSource, from: number, width: number): boolean {
  if (width < 16) return false;
  const line = source.read(from, from + LOOKAHEAD);
  let at = 0;
  while (line[at] === 0x20 || line[at] === 0x09) at++;
  const first = at;
  while (at < line.length && (isBase64Digit(line[at] as number) || line[at] === 0x3d)) at++;
  const isWhole = at === line.length || line[at] === NEWLINE || line[at] === 0x0d;
  return isWhole && at > first && at - first <= width;
}

const escapes = new Map([
  [0x6e, NEWLINE],
  [0x72, 0x20],
  [0x74, 0x20],
  [0x62, 0x20],
  [0x66, 0x20],
]);
