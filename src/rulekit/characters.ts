// Sets of characters that a text may hold. What lies beyond ASCII is one member: no use that heed knows of gives such a
// character a meaning of its own.

/** What a text may be written with. */
export interface Characters {
  /** bit n: the ASCII character n; bit 128: any other character */
  readonly anywhere: bigint;
  /** may stand at the two ends besides: `$` leaves room for a line end */
  readonly atEnds: bigint;
}

const beyond = 128n;
const allBits = (1n << 129n) - 1n;

export const anything: Characters = { anywhere: allBits, atEnds: 0n };
export const noCharacters: Characters = { anywhere: 0n, atEnds: 0n };

export function bitsOf(text: string): bigint {
  let bits = 0n;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bits |= 1n << (code < 128 ? BigInt(code) : beyond);
  }
  return bits;
}

export function rangeOf(first: number, last: number): bigint {
  if (last < first) return 0n;
  const low = Math.min(first, 128);
  const high = Math.min(last, 127);
  const inside = high < low ? 0n : (1n << BigInt(high + 1)) - (1n << BigInt(low));
  return last > 127 ? inside | (1n << beyond) : inside;
}

export const digits = rangeOf(0x30, 0x39);
const upper = rangeOf(0x41, 0x5a);
const lower = rangeOf(0x61, 0x7a);
export const letters = upper | lower;
export const others = 1n << beyond;
export const whitespace = bitsOf(' \t\n\r\f\v\x1c\x1d\x1e\x1f') | others;
export const wordCharacters = letters | digits | bitsOf('_') | others;
/** What `str(number)` and `repr(number)` are written with: `1e-05`, `-inf`, `nan`, `True`. */
export const numberCharacters = digits | letters | bitsOf('+-.');

export const complementOf = (bits: bigint): bigint => allBits & ~bits;

/** Both cases of every letter; letters beyond ASCII turn into some of it: `ß` → `ss`, `K` (Kelvin) → `k`. */
export function inBothCases(bits: bigint): bigint {
  const both = bits | ((bits & upper) << 32n) | ((bits & lower) >> 32n);
  return (bits & (letters | others)) === 0n ? both : both | others | ((bits & others) === 0n ? 0n : letters);
}

export const only = (anywhere: bigint, atEnds = 0n): Characters => ({ anywhere, atEnds: atEnds & ~anywhere });

export function eitherOf(one: Characters, other: Characters): Characters {
  return only(one.anywhere | other.anywhere, one.atEnds | other.atEnds);
}

/** Both are known of one text. */
export function bothOf(one: Characters, other: Characters): Characters {
  const all = allOf(one) & allOf(other);
  return only(all & one.anywhere & other.anywhere, all);
}

export const allOf = ({ anywhere, atEnds }: Characters): bigint => anywhere | atEnds;

export const isWithin = (bits: bigint, harmless: bigint): boolean => (bits & ~harmless) === 0n;
