// Huffman codes of deflate as tables: the next bits of the input are an index. Codes longer than the first table is wide
// go on in a second one. Which sets of code lengths are accepted is what zlib accepts (`inflate_table` in its inftrees.c),
// since that is what Python decodes with: none that claims too many codes, and none that leaves some unused but for a
// single code of one bit.

/**
 * An entry: bits 0–3 how many bits of the input it takes, 4–7 how many extra bits follow (of a link: how wide the second
 * table is), 8–23 the literal, base length, base distance, or where the second table begins; 24–26 one of {@link kinds}.
 */
export interface Table {
  readonly entries: Int32Array;
  /** width of the first table, in bits */
  root: number;
}

export const kinds = { literal: 0, base: 1, end: 2, link: 3, invalid: 4 } as const;

const MAX_BITS = 15;

/** What the tables need at most with these widths (zlib's examples/enough.c): 286 symbols at 10 bits, 30 at 9, 19 at 7. */
export const newTables = (): { literals: Table; distances: Table; lengths: Table } => ({
  literals: { entries: new Int32Array(1334), root: 10 },
  distances: { entries: new Int32Array(592), root: 9 },
  lengths: { entries: new Int32Array(128), root: 7 },
});

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthExtras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/** What a symbol stands for, without the bits that it takes (RFC 1951, 3.2.5). */
type Meaning = (symbol: number) => number;

export const literalMeaning: Meaning = (symbol) => {
  if (symbol < 256) return symbol << 8;
  if (symbol === 256) return kinds.end << 24;
  const base = lengthBases[symbol - 257];
  if (base === undefined) return kinds.invalid << 24;
  return (kinds.base << 24) | (base << 8) | ((lengthExtras[symbol - 257] as number) << 4);
};

export const distanceMeaning: Meaning = (symbol) => {
  if (symbol >= 30) return kinds.invalid << 24;
  const extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
  const base = symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << extra) + 1;
  return (kinds.base << 24) | (base << 8) | (extra << 4);
};

export const plainMeaning: Meaning = (symbol) => symbol << 8;

/** Fills a table in from the code lengths `from` to `to`; false: zlib refuses them. */
export function buildTable(
  table: Table,
  width: number,
  lengths: Uint8Array,
  from: number,
  to: number,
  meaning: Meaning,
): boolean {
  const { entries } = table;
  const counts = new Uint16Array(MAX_BITS + 1);
  for (let at = from; at < to; at++) (counts[lengths[at] as number] as number)++;
  let longest = MAX_BITS;
  while (longest > 0 && counts[longest] === 0) longest--;
  if (longest === 0) {
    // No codes at all: whoever uses one is told then.
    table.root = 1;
    entries.fill((kinds.invalid << 24) | 1, 0, 2);
    return true;
  }
  let shortest = 1;
  while (counts[shortest] === 0) shortest++;
  let left = 1;
  for (let bits = 1; bits <= MAX_BITS; bits++) {
    left = (left << 1) - (counts[bits] as number);
    if (left < 0) return false;
  }
  if (left > 0 && (meaning === plainMeaning || longest !== 1)) return false;

  const symbols = sortByLength(lengths, from, to, counts);
  const root = Math.max(Math.min(width, longest), shortest);
  table.root = root;
  const mask = (1 << root) - 1;
  let code = 0; // with its bits reversed, as they come
  let bits = shortest;
  let start = 0; // of the table that is filled
  let current = root; // its width
  let drop = 0; // bits that the first table has taken
  let low = -1;
  for (let index = 0; ; ) {
    const entry = meaning(symbols[index] as number) | (bits - drop);
    const step = 1 << (bits - drop);
    for (let at = (1 << current) - step; at >= 0; at -= step) entries[start + (code >> drop) + at] = entry;
    code = nextCode(code, bits);
    index++;
    if (--(counts[bits] as number) === 0) {
      if (bits === longest) break;
      bits = lengths[from + (symbols[index] as number)] as number;
    }
    if (bits > root && (code & mask) !== low) {
      start += 1 << current;
      drop = root;
      current = bits - drop;
      let room = 1 << current;
      while (current + drop < longest) {
        room -= counts[current + drop] as number;
        if (room <= 0) break;
        current++;
        room <<= 1;
      }
      low = code & mask;
      entries[low] = (kinds.link << 24) | (start << 8) | (current << 4) | root;
    }
  }
  // A single code of one bit leaves the other one.
  if (code !== 0) entries[start + code] = (kinds.invalid << 24) | (bits - drop);
  return true;
}

/** Symbols that have a code, the shortest first, and in order among those of one length. */
function sortByLength(lengths: Uint8Array, from: number, to: number, counts: Uint16Array): Uint16Array {
  const starts = new Uint16Array(MAX_BITS + 2);
  for (let bits = 1; bits <= MAX_BITS; bits++) starts[bits + 1] = (starts[bits] as number) + (counts[bits] as number);
  const symbols = new Uint16Array(to - from);
  for (let at = from; at < to; at++) {
    const bits = lengths[at] as number;
    if (bits !== 0) symbols[(starts[bits] as number)++] = at - from;
  }
  return symbols;
}

/** Counts up in reversed bits; 0 behind the last code. */
function nextCode(code: number, bits: number): number {
  let one = 1 << (bits - 1);
  while ((code & one) !== 0) one >>= 1;
  return one === 0 ? 0 : (code & (one - 1)) + one;
}
