// bzip2 as Python's bz2 reads it: streams one behind the other, each of blocks that were sorted (Burrows and Wheeler), moved to
// front and coded by Huffman. There is no specification but the program; names are those of its source.

import type { Budget } from '../budget.ts';
import { decoding, type Input, type Output, Stop } from './stream.ts';
import { compressedReader } from './stream-reader.ts';

const BLOCK_START = 0x314159265359;
const STREAM_END = 0x177245385090;
const GROUP_SIZE = 50;
const LONGEST_CODE = 20;
const LONGEST_RUN = 255;
/** Symbols up to this one are digits of the length of a run. */
const RUN_B = 1;

/** Of CRC-32 with the highest bit first. */
const checksums = new Uint32Array(256).map((_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

export const decodeBzip2 = decoding((input, output, budget) => {
  const state = { order: new Uint32Array(0), symbols: new Uint8Array(0) };
  let isFirst = true;
  while (isFirst || isStream(input)) {
    isFirst = false;
    const [b, z, h, level] = input.take(4);
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || !isLevel(level)) throw new Stop('damaged', 'it has no header');
    decodeStream(new Bits(input), output, budget, 100_000 * ((level as number) - 0x30), state);
    output.handOn();
  }
});

const isLevel = (byte: number | undefined) => byte !== undefined && byte >= 0x31 && byte <= 0x39;

function isStream(input: Input): boolean {
  const [b, z, h, level] = input.peek(4);
  return b === 0x42 && z === 0x5a && h === 0x68 && isLevel(level);
}

/** The highest bit first. */
class Bits {
  readonly input: Input;
  /** bits that were taken from the input and not used yet: the lowest `count` of `held` */
  held = 0;
  count = 0;

  constructor(input: Input) {
    this.input = input;
  }

  /** At most 24. */
  take(count: number): number {
    while (this.count < count) {
      this.held = (this.held << 8) | this.input.byte();
      this.count += 8;
    }
    this.count -= count;
    return (this.held >>> this.count) & ((1 << count) - 1);
  }

  /** Up to the next byte. */
  align(): void {
    // Bytes that were taken ahead belong to what follows.
    this.input.back(this.count >> 3);
    this.count = 0;
  }
}

interface State {
  /** for each byte of the sorted block, where the one after it stands, with the byte itself in the lowest bits */
  order: Uint32Array;
  symbols: Uint8Array;
}

function decodeStream(bits: Bits, output: Output, budget: Budget, blockSize: number, state: State): void {
  if (state.order.length < blockSize) state.order = new Uint32Array(blockSize);
  let combined = 0;
  for (;;) {
    budget.spend();
    const magic = bits.take(24) * 2 ** 24 + bits.take(24);
    const checksum = (bits.take(16) * 2 ** 16 + bits.take(16)) >>> 0;
    if (magic === STREAM_END) {
      bits.align();
      if (checksum !== combined >>> 0) throw new Stop('damaged', 'its checksum is wrong');
      return;
    }
    if (magic !== BLOCK_START) throw new Stop('damaged', 'a block of it does not begin as blocks do');
    const found = decodeBlock(bits, output, budget, blockSize, state);
    if (found !== checksum) throw new Stop('damaged', 'the checksum of a block is wrong');
    combined = ((combined << 1) | (combined >>> 31)) ^ found;
  }
}

/** The checksum of what came out. */
function decodeBlock(bits: Bits, output: Output, budget: Budget, blockSize: number, state: State): number {
  if (bits.take(1) === 1) throw new Stop('unsupported', 'it is randomised, as bzip2 was before 1997');
  const origin = bits.take(24);
  const used = readUsed(bits);
  const tables = readTables(bits, used.length + 2);
  const size = readSymbols(bits, budget, used, tables, blockSize, state.order);
  if (origin >= size) throw new Stop('damaged', 'a block of it begins outside itself');
  budget.spend(size >> 3);
  return unsort(output, state.order, size, origin);
}

/** Which bytes there are in the block. */
function readUsed(bits: Bits): readonly number[] {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const set = bits.take(16);
    for (let bit = 0; bit < 16; bit++) if ((set & (0x8000 >> bit)) !== 0) used.push(16 * range + bit);
  }
  if (used.length === 0) throw new Stop('damaged', 'a block of it has no symbols');
  return used;
}

interface Tables {
  readonly codes: readonly Code[];
  /** which code each group of 50 symbols has */
  readonly selectors: Uint8Array;
}

function readTables(bits: Bits, symbols: number): Tables {
  const count = bits.take(3);
  const groups = bits.take(15);
  if (count < 2 || count > 6 || groups === 0) throw new Stop('damaged', 'the codes of a block are damaged');
  const selectors = new Uint8Array(groups);
  const order = [0, 1, 2, 3, 4, 5];
  for (let group = 0; group < groups; group++) {
    let place = 0;
    while (bits.take(1) === 1) if (++place >= count) throw new Stop('damaged', 'the codes of a block are damaged');
    const [chosen] = order.splice(place, 1);
    order.unshift(chosen as number);
    selectors[group] = chosen as number;
  }
  const codes = Array.from({ length: count }, () => {
    const lengths = new Uint8Array(symbols);
    let length = bits.take(5);
    for (let symbol = 0; symbol < symbols; symbol++) {
      for (;;) {
        if (length < 1 || length > LONGEST_CODE) throw new Stop('damaged', 'the codes of a block are damaged');
        if (bits.take(1) === 0) break;
        length += bits.take(1) === 0 ? 1 : -1;
      }
      lengths[symbol] = length;
    }
    return makeCode(lengths);
  });
  return { codes, selectors };
}

const FAST = 10;

interface Code {
  /** by the next 10 bits: symbol and length, where the code is no longer than that; otherwise 0 */
  readonly fast: Uint16Array;
  /** by length: the largest code with zeros behind it, and what turns a code into a place in `sorted` */
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly sorted: Uint16Array;
}

function makeCode(lengths: Uint8Array): Code {
  const fast = new Uint16Array(1 << FAST);
  const limits = new Int32Array(LONGEST_CODE + 2);
  const bases = new Int32Array(LONGEST_CODE + 2);
  const sorted = new Uint16Array(lengths.length);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    bases[length] = place - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (length <= FAST) {
        const start = code << (FAST - length);
        fast.fill((symbol << 5) | length, start, start + (1 << (FAST - length)));
      }
      sorted[place++] = symbol;
      code++;
    }
    if (code > 1 << length) throw new Stop('damaged', 'the codes of a block are damaged');
    limits[length] = code << (LONGEST_CODE - length);
    code <<= 1;
  }
  return { fast, limits, bases, sorted };
}

/** The symbol and length of a code that is longer than the table is wide. */
function findLong(ahead: number, { limits, bases, sorted }: Code): number {
  for (let length = FAST + 1; length <= LONGEST_CODE; length++) {
    if (ahead >= (limits[length] as number)) continue;
    const symbol = sorted[(ahead >> (LONGEST_CODE - length)) + (bases[length] as number)] as number;
    return (symbol << 5) | length;
  }
  throw new Stop('damaged', 'it has a code that means nothing');
}

/**
 * Undoes codes, runs and moves to front; how many bytes the block has, each in its place of `order`. The innermost loop of
 * all: what it reads and how far is kept in variables of its own.
 */
function readSymbols(
  bits: Bits,
  budget: Budget,
  used: readonly number[],
  { codes, selectors }: Tables,
  blockSize: number,
  order: Uint32Array,
): number {
  const { input } = bits;
  let { held, count } = bits;
  let { page, next } = input;
  const front = Uint8Array.from(used);
  const last = used.length + 1;
  let size = 0;
  let run = 0;
  let runBit = 1;
  for (let group = 0; group < selectors.length; group++) {
    budget.spend(4);
    const code = codes[selectors[group] as number] as Code;
    const { fast } = code;
    for (let index = 0; index < GROUP_SIZE; index++) {
      // Behind a block stand at least 80 bits, so that looking further than a code is long never leaves a whole stream.
      while (count < LONGEST_CODE) {
        if (next === page.length) {
          input.next = next;
          input.nextPage();
          page = input.page;
          next = 0;
        }
        held = (held << 8) | (page[next++] as number);
        count += 8;
      }
      const ahead = (held >>> (count - LONGEST_CODE)) & ((1 << LONGEST_CODE) - 1);
      let found = fast[ahead >> (LONGEST_CODE - FAST)] as number;
      if (found === 0) found = findLong(ahead, code);
      count -= found & 31;
      const symbol = found >> 5;
      if (symbol <= RUN_B) {
        run += runBit << symbol;
        runBit <<= 1;
        if (run > blockSize) throw new Stop('damaged', 'a block of it is too long');
        continue;
      }
      if (run > 0) {
        if (size + run > blockSize) throw new Stop('damaged', 'a block of it is too long');
        order.fill(front[0] as number, size, size + run);
        size += run;
        run = 0;
        runBit = 1;
      }
      if (symbol === last) {
        bits.held = held;
        bits.count = count;
        input.next = next;
        return size;
      }
      if (size >= blockSize) throw new Stop('damaged', 'a block of it is too long');
      let place = symbol - 1;
      const byte = front[place] as number;
      if (place > 32) front.copyWithin(1, 0, place);
      else for (; place > 0; place--) front[place] = front[place - 1] as number;
      front[0] = byte;
      order[size++] = byte;
    }
  }
  throw new Stop('damaged', 'a block of it does not end');
}

/** Puts bytes into the order that they had, and undoes runs of four and more. The checksum of what came out. */
function unsort(output: Output, order: Uint32Array, size: number, origin: number): number {
  const starts = new Uint32Array(257);
  for (let at = 0; at < size; at++) (starts[((order[at] as number) & 0xff) + 1] as number)++;
  for (let byte = 0; byte < 256; byte++) (starts[byte + 1] as number) += starts[byte] as number;
  for (let at = 0; at < size; at++) {
    const byte = (order[at] as number) & 0xff;
    const place = starts[byte] as number;
    starts[byte] = place + 1;
    order[place] = (order[place] as number) | (at << 8);
  }
  let next = (order[origin] as number) >>> 8;
  let checksum = -1;
  let before = -1;
  let same = 0;
  let { bytes, at } = output;
  for (let left = size; left > 0; left--) {
    if (at + LONGEST_RUN > bytes.length) {
      output.at = at;
      output.reserve(LONGEST_RUN);
      ({ bytes, at } = output);
    }
    const entry = order[next] as number;
    next = entry >>> 8;
    const byte = entry & 0xff;
    if (same === 4) {
      // After four of a kind stands how many more there are.
      bytes.fill(before, at, at + byte);
      at += byte;
      for (let more = 0; more < byte; more++) {
        checksum = (checksum << 8) ^ (checksums[(checksum >>> 24) ^ before] as number);
      }
      same = 0;
      before = -1;
      continue;
    }
    same = byte === before ? same + 1 : 1;
    before = byte;
    bytes[at++] = byte;
    checksum = (checksum << 8) ^ (checksums[(checksum >>> 24) ^ byte] as number);
  }
  output.at = at;
  return ~checksum >>> 0;
}

export const bzip2 = compressedReader({
  format: 'bzip2',
  sniff: (source) => {
    const header = source.read(0, 10);
    if (header[0] !== 0x42) return undefined;
    const magic = String.fromCharCode(...header);
    const isHeader = /^BZh[1-9]/.test(magic);
    const isBlock = magic.endsWith('1AY&SY') || magic.endsWith('\x17rE8P\x90');
    return isHeader && isBlock && header.length === 10 ? 'certain' : undefined;
  },
  decode: decodeBzip2,
});
