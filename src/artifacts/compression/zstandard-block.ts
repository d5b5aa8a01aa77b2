// A compressed block of Zstandard (RFC 8878, 3.1.1.3): literals under Huffman's codes, and sequences of how many of them come
// before which match, under codes of finite states. Both are read backwards.

import { MAX_WINDOW, type Output, Stop } from './stream.ts';

/** What blocks of a frame take over from those before. */
export interface Tables {
  huffman: Huffman | undefined;
  lengths: States | undefined;
  offsets: States | undefined;
  matches: States | undefined;
  /** the last three distances */
  repeats: [number, number, number];
  readonly literals: Uint8Array;
}

export function newTables(): Tables {
  return {
    huffman: undefined,
    lengths: undefined,
    offsets: undefined,
    matches: undefined,
    repeats: [1, 4, 8],
    literals: new Uint8Array(128 * 1024),
  };
}

const damaged = () => new Stop('damaged', 'a block of it is damaged');

/** Bits from the end of a stretch to its start, the highest first. Its last byte has a one above what counts. */
class BitsBackwards {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  /** bits that are left; below zero when more were taken than there are */
  left: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    const last = end > start ? (bytes[end - 1] as number) : 0;
    if (last === 0) throw damaged();
    this.#bytes = bytes;
    this.#start = start;
    this.left = 8 * (end - start - 1) + 31 - Math.clz32(last);
  }

  /** At most 24. What is before the start is zeros. */
  take(count: number): number {
    this.left -= count;
    return this.at(this.left) & ((1 << count) - 1);
  }

  takeLong(count: number): number {
    return count <= 24 ? this.take(count) : this.take(count - 16) * 65536 + this.take(16);
  }

  /** The bits that begin at one, the lowest of which is that; 25 of them are right. */
  at(bit: number): number {
    if (bit < 0) return bit <= -25 ? 0 : this.at(0) << -bit;
    const bytes = this.#bytes;
    const place = this.#start + (bit >> 3);
    const word =
      (bytes[place] as number) |
      ((bytes[place + 1] as number) << 8) |
      ((bytes[place + 2] as number) << 16) |
      ((bytes[place + 3] as number) << 24);
    return word >>> (bit & 7);
  }
}

/** A code of finite states: what each state stands for, and how to the next. */
interface States {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

function makeStates(probabilities: readonly number[], log: number): States {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  const next = new Uint16Array(probabilities.length);
  let high = size;
  probabilities.forEach((probability, symbol) => {
    if (probability !== -1) return;
    symbols[--high] = symbol;
    next[symbol] = 1;
  });
  const step = (size >> 1) + (size >> 3) + 3;
  let place = 0;
  probabilities.forEach((probability, symbol) => {
    if (probability <= 0) return;
    next[symbol] = probability;
    for (let count = 0; count < probability; count++) {
      symbols[place] = symbol;
      do place = (place + step) & (size - 1);
      while (place >= high);
    }
  });
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] as number;
    const count = next[symbol] as number;
    next[symbol] = count + 1;
    const width = log - (31 - Math.clz32(count));
    bits[state] = width;
    bases[state] = (count << width) - size;
  }
  return { log, symbols, bits, bases };
}

/** Of one symbol, which takes no bits. */
const onlySymbol = (symbol: number): States => ({
  log: 0,
  symbols: Uint8Array.of(symbol),
  bits: Uint8Array.of(0),
  bases: Uint16Array.of(0),
});

/** The description of a code; `end` is behind it. */
function readStates(
  bytes: Uint8Array,
  from: number,
  maxLog: number,
  maxSymbol: number,
): { states: States; end: number } {
  let bit = 8 * from;
  const take = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++, bit++) {
      value |= (((bytes[bit >> 3] as number) >> (bit & 7)) & 1) << index;
    }
    return value;
  };
  const log = take(4) + 5;
  if (log > maxLog) throw damaged();
  let left = 1 << log;
  const probabilities: number[] = [];
  while (left > 0) {
    if (probabilities.length > maxSymbol || bit > 8 * bytes.length) throw damaged();
    const width = 32 - Math.clz32(left + 1);
    const threshold = (1 << width) - 1 - (left + 1);
    let value = take(width - 1);
    // Small values have a bit less.
    if (value >= threshold) {
      value |= take(1) << (width - 1);
      if (value >= 1 << (width - 1)) value -= threshold;
    }
    const probability = value - 1;
    left -= Math.abs(probability);
    probabilities.push(probability);
    if (probability !== 0) continue;
    for (let repeat = 3; repeat === 3; ) {
      repeat = take(2);
      for (let count = 0; count < repeat; count++) probabilities.push(0);
      if (probabilities.length > maxSymbol + 1) throw damaged();
    }
  }
  const end = (bit + 7) >> 3;
  if (left < 0 || end > bytes.length || probabilities.length > maxSymbol + 1) throw damaged();
  return { states: makeStates(probabilities, log), end };
}

/** By the next `width` bits: symbol and length. */
interface Huffman {
  readonly width: number;
  readonly entries: Uint16Array;
}

const WIDEST = 11;

function readHuffman(bytes: Uint8Array, from: number): { huffman: Huffman; end: number } {
  const head = bytes[from];
  if (head === undefined) throw damaged();
  const weights: number[] = [];
  let end = from + 1;
  if (head >= 128) {
    const count = head - 127;
    end += (count + 1) >> 1;
    for (let index = 0; index < count; index++) {
      const byte = bytes[from + 1 + (index >> 1)] ?? 0;
      weights.push(index % 2 === 0 ? byte >> 4 : byte & 15);
    }
  } else {
    end += head;
    weights.push(...readWeights(bytes.subarray(0, end), from + 1));
  }
  if (end > bytes.length) throw damaged();
  let sum = 0;
  for (const weight of weights) sum += weight === 0 ? 0 : 1 << (weight - 1);
  if (sum === 0) throw damaged();
  const width = 32 - Math.clz32(sum);
  const rest = (1 << width) - sum;
  if (width > WIDEST || (rest & (rest - 1)) !== 0 || weights.some((weight) => weight > width)) throw damaged();
  weights.push(32 - Math.clz32(rest));
  const entries = new Uint16Array(1 << width);
  let place = 0;
  for (let weight = 1; weight <= width; weight++) {
    weights.forEach((each, symbol) => {
      if (each !== weight) return;
      const next = place + (1 << (weight - 1));
      entries.fill((symbol << 4) | (width + 1 - weight), place, next);
      place = next;
    });
  }
  return { huffman: { width, entries }, end };
}

/** Two states take turns, until there are no bits for the next. */
function readWeights(bytes: Uint8Array, from: number): readonly number[] {
  const { states, end } = readStates(bytes, from, 6, 255);
  const bits = new BitsBackwards(bytes, end, bytes.length);
  const { log, symbols, bits: widths, bases } = states;
  const current = [bits.take(log), bits.take(log)];
  const weights: number[] = [];
  for (let turn = 0; weights.length < 255; turn ^= 1) {
    const state = current[turn] as number;
    weights.push(symbols[state] as number);
    current[turn] = (bases[state] as number) + bits.take(widths[state] as number);
    if (bits.left < 0) {
      weights.push(symbols[current[turn ^ 1] as number] as number);
      return weights;
    }
  }
  throw damaged();
}

function decodeStream(
  huffman: Huffman,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  from: number,
  to: number,
): void {
  const bits = new BitsBackwards(bytes, start, end);
  const { width, entries } = huffman;
  const mask = (1 << width) - 1;
  let { left } = bits;
  for (let at = from; at < to; at++) {
    const entry = entries[bits.at(left - width) & mask] as number;
    left -= entry & 15;
    out[at] = entry >> 4;
  }
  if (left !== 0) throw damaged();
}

interface Literals {
  readonly bytes: Uint8Array;
  /** behind the section */
  readonly end: number;
}

function readLiterals(block: Uint8Array, tables: Tables, largest: number): Literals {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = block;
  const kind = first & 3;
  const format = (first >> 2) & 3;
  if (kind < 2) {
    const header = format === 1 ? 2 : format === 3 ? 3 : 1;
    const size =
      format === 1
        ? (first >> 4) | (second << 4)
        : format === 3
          ? (first >> 4) | (second << 4) | (third << 12)
          : first >> 3;
    const end = header + (kind === 0 ? size : 1);
    if (end > block.length || size > largest) throw damaged();
    if (kind === 0) return { bytes: block.subarray(header, end), end };
    return { bytes: tables.literals.subarray(0, size).fill(block[header] as number), end };
  }
  const header = format < 2 ? 3 : format + 2;
  const width = format < 2 ? 10 : format === 2 ? 14 : 18;
  // Two numbers of that width behind four bits.
  const all = (first >> 4) + second * 2 ** 4 + third * 2 ** 12 + (header > 3 ? fourth * 2 ** 20 : 0);
  const whole = all + (header > 4 ? fifth * 2 ** 28 : 0);
  const size = whole % 2 ** width;
  const end = header + (Math.floor(whole / 2 ** width) % 2 ** width);
  if (end > block.length || size > largest) throw damaged();
  let at = header;
  if (kind === 2) {
    const found = readHuffman(block.subarray(0, end), header);
    tables.huffman = found.huffman;
    at = found.end;
  }
  const { huffman, literals } = tables;
  if (huffman === undefined) throw damaged();
  if (format === 0) decodeStream(huffman, block, at, end, literals, 0, size);
  else {
    const starts = [at + 6];
    for (let index = 0; index < 3; index++) {
      const length = (block[at + 2 * index] as number) | ((block[at + 2 * index + 1] as number) << 8);
      starts.push((starts[index] as number) + length);
    }
    starts.push(end);
    const part = (size + 3) >> 2;
    if ((starts[3] as number) >= end || 3 * part > size) throw damaged();
    for (let index = 0; index < 4; index++) {
      const to = index === 3 ? size : part * (index + 1);
      decodeStream(huffman, block, starts[index] as number, starts[index + 1] as number, literals, part * index, to);
    }
  }
  return { bytes: literals.subarray(0, size), end };
}

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const doubling = (from: number, to: number, more = 0) =>
  upTo(to - from + 1, from).map((exponent) => 2 ** exponent + more);

const lengthBases = Uint32Array.from([...upTo(16), 16, 18, 20, 22, 24, 28, 32, 40, 48, ...doubling(6, 16)]);
const lengthBits = Uint8Array.from([...zeros(16), 1, 1, 1, 1, 2, 2, 3, 3, 4, ...upTo(11, 6)]);
const matchBases = Uint32Array.from([
  ...upTo(32, 3),
  ...[35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131],
  ...doubling(8, 16, 3),
]);
const matchBits = Uint8Array.from([...zeros(32), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, ...upTo(10, 7)]);

const ones = (count: number) => Array.from({ length: count }, () => 1);
const lessThanOne = (count: number) => Array.from({ length: count }, () => -1);
const twos = (count: number) => Array.from({ length: count }, () => 2);

/** RFC 8878, 3.1.1.3.2.2 */
const usual = {
  lengths: makeStates([4, 3, ...twos(11), 1, 1, 1, ...twos(9), 3, 2, ...ones(5), ...lessThanOne(4)], 6),
  matches: makeStates([1, 4, 3, ...twos(6), ...ones(37), ...lessThanOne(7)], 6),
  offsets: makeStates([...ones(6), 2, 2, 2, ...ones(15), ...lessThanOne(5)], 5),
};

const kindsOfCodes = [
  { key: 'lengths', maxLog: 9, maxSymbol: 35 },
  { key: 'offsets', maxLog: 8, maxSymbol: 31 },
  { key: 'matches', maxLog: 9, maxSymbol: 52 },
] as const;

/** Which code each part of the sequences has; `at` is behind their descriptions. */
function readCodes(block: Uint8Array, from: number, tables: Tables): number {
  const modes = block[from] as number;
  let at = from + 1;
  if ((modes & 3) !== 0) throw damaged();
  kindsOfCodes.forEach(({ key, maxLog, maxSymbol }, index) => {
    const mode = (modes >> (6 - 2 * index)) & 3;
    if (mode === 0) tables[key] = usual[key];
    else if (mode === 1) {
      const symbol = block[at++];
      if (symbol === undefined || symbol > maxSymbol) throw damaged();
      tables[key] = onlySymbol(symbol);
    } else if (mode === 2) {
      const { states, end } = readStates(block, at, maxLog, maxSymbol);
      tables[key] = states;
      at = end;
    }
  });
  return at;
}

export function decodeBlock(block: Uint8Array, output: Output, tables: Tables, largest: number, window: number): void {
  const literals = readLiterals(block, tables, largest);
  let at = literals.end;
  const [head, second = 0, third = 0] = block.subarray(at);
  if (head === undefined) throw damaged();
  let count = head;
  at++;
  if (head === 255) {
    count = second + (third << 8) + 0x7f00;
    at += 2;
  } else if (head >= 128) {
    count = ((head - 128) << 8) + second;
    at++;
  }
  output.reserve(largest);
  if (count === 0) {
    if (at !== block.length) throw damaged();
    output.write(literals.bytes);
    return;
  }
  if (at >= block.length) throw damaged();
  at = readCodes(block, at, tables);
  decodeSequences(block, at, count, literals.bytes, output, tables, largest, window);
}

function decodeSequences(
  block: Uint8Array,
  from: number,
  count: number,
  literals: Uint8Array,
  output: Output,
  tables: Tables,
  largest: number,
  window: number,
): void {
  const { lengths, offsets, matches } = tables;
  if (lengths === undefined || offsets === undefined || matches === undefined) throw damaged();
  const bits = new BitsBackwards(block, from, block.length);
  let lengthState = bits.take(lengths.log);
  let offsetState = bits.take(offsets.log);
  let matchState = bits.take(matches.log);
  let [last, second, third] = tables.repeats;
  let used = 0;
  // There is room for all that a block may hold.
  const { bytes } = output;
  let to = output.at;
  const end = to + largest;
  for (let left = count; left > 0; left--) {
    const offsetCode = offsets.symbols[offsetState] as number;
    const matchCode = matches.symbols[matchState] as number;
    const lengthCode = lengths.symbols[lengthState] as number;
    const value =
      offsetCode <= 24 ? (1 << offsetCode) + bits.take(offsetCode) : 2 ** offsetCode + bits.takeLong(offsetCode);
    const match = (matchBases[matchCode] as number) + bits.take(matchBits[matchCode] as number);
    const before = (lengthBases[lengthCode] as number) + bits.take(lengthBits[lengthCode] as number);
    let distance = value - 3;
    if (value > 3) {
      third = second;
      second = last;
      last = distance;
    } else {
      // One of the last three, or the last less one; shifted by one where no literals come before.
      const which = value + (before === 0 ? 1 : 0);
      distance = which === 1 ? last : which === 2 ? second : which === 3 ? third : last - 1;
      if (which > 2) third = second;
      if (which > 1) second = last;
      last = distance;
    }
    if (left > 1) {
      lengthState = (lengths.bases[lengthState] as number) + bits.take(lengths.bits[lengthState] as number);
      matchState = (matches.bases[matchState] as number) + bits.take(matches.bits[matchState] as number);
      offsetState = (offsets.bases[offsetState] as number) + bits.take(offsets.bits[offsetState] as number);
    }
    if (bits.left < 0 || used + before > literals.length || to + before + match > end) throw damaged();
    if (before > 24) bytes.set(literals.subarray(used, used + before), to);
    else for (let index = 0; index < before; index++) bytes[to + index] = literals[used + index] as number;
    used += before;
    to += before;
    if (distance > window || distance <= 0 || distance > to) {
      output.at = to;
      if (distance > MAX_WINDOW && distance <= window) throw new Stop('unsupported', 'it needs too much memory');
      throw new Stop('damaged', 'it refers to what is before its beginning');
    }
    if (match > 24 && distance >= match) bytes.copyWithin(to, to - distance, to - distance + match);
    else for (let index = to; index < to + match; index++) bytes[index] = bytes[index - distance] as number;
    to += match;
  }
  output.at = to;
  if (bits.left !== 0) throw damaged();
  tables.repeats = [last, second, third];
  output.reserve(literals.length - used);
  if (output.at + literals.length - used > end) throw damaged();
  output.write(literals.subarray(used));
}
