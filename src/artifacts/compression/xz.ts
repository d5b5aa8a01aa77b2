// The .xz format (xz-file-format.txt 1.2): streams of blocks of LZMA2, each with a checksum, and an index of them at the end.
// Streams may follow each other, with zeros between them.

import type { Budget } from '../budget.ts';
import { crc32, startDigest } from './checksums.ts';
import { Crc64 } from './crc64.ts';
import type { Decoder } from './decoder.ts';
import { Lzma, MOST_INPUT, readProperties } from './lzma-core.ts';
import { decoding, type Input, MAX_WINDOW, type Output, Stop } from './stream.ts';
import { compressedReader } from './stream-reader.ts';

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const FILTER_LZMA2 = 0x21;
/** by the number of a check: how many bytes it has */
const checkSizes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

export const decodeXz: Decoder = decoding((input, output, budget) => {
  for (;;) {
    decodeStream(input, output, budget);
    output.handOn();
    skipPadding(input, budget);
    if (!startsStream(input)) return;
  }
});

function startsStream(input: Input): boolean {
  const bytes = input.peek(MAGIC.length);
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/** Zeros between streams, four by four. */
function skipPadding(input: Input, budget: Budget): void {
  for (;;) {
    budget.spend();
    const bytes = input.peek(4);
    if (bytes.length < 4 || bytes.some((byte) => byte !== 0)) return;
    input.skip(4);
  }
}

interface BlockSizes {
  /** header, data and check, without padding */
  readonly stored: number;
  readonly made: number;
}

/** What is remembered of blocks until the index comes: there may be millions of them. */
class BlockSum {
  count = 0;
  sum = 0;

  add({ stored, made }: BlockSizes): void {
    this.count++;
    this.sum = crc32(new Uint8Array(Float64Array.of(stored, made).buffer), this.sum);
  }
}

function decodeStream(input: Input, output: Output, budget: Budget): void {
  if (!startsStream(input)) throw new Stop('damaged', 'it has no header');
  input.skip(MAGIC.length);
  const flags = input.take(2).slice();
  if (numberOf(input.take(4)) !== crc32(flags)) throw new Stop('damaged', 'its header is damaged');
  const check = flags[1] as number;
  if (flags[0] !== 0 || check > 15) throw new Stop('unsupported', 'it is of a later version');
  const blocks = new BlockSum();
  for (;;) {
    budget.spend();
    const size = input.byte();
    if (size === 0) break;
    blocks.add(decodeBlock(input, output, budget, size, check));
  }
  readIndex(input, budget, blocks, flags);
}

function readIndex(input: Input, budget: Budget, blocks: BlockSum, flags: Uint8Array): void {
  const start = input.offset - 1;
  const counter = new Checked(input, [0]);
  const misfit = () => new Stop('damaged', 'its index does not fit its blocks');
  if (counter.number() !== blocks.count) throw misfit();
  const told = new BlockSum();
  while (told.count < blocks.count) {
    budget.spend();
    told.add({ stored: counter.number(), made: counter.number() });
  }
  if (told.sum !== blocks.sum) throw misfit();
  while ((input.offset - start) % 4 !== 0) if (counter.byte() !== 0) throw new Stop('damaged', 'its index is damaged');
  const checksum = counter.checksum;
  if (numberOf(input.take(4)) !== checksum) throw new Stop('damaged', 'its index is damaged');
  const length = input.offset - start;
  const footer = input.take(12);
  const isFitting =
    numberOf(footer.subarray(4, 8)) === length / 4 - 1 && footer[8] === flags[0] && footer[9] === flags[1];
  const isWhole = numberOf(footer.subarray(0, 4)) === crc32(footer.subarray(4, 10));
  if (!isWhole || !isFitting || footer[10] !== 0x59 || footer[11] !== 0x5a) {
    throw new Stop('damaged', 'its end is damaged');
  }
}

/** Bytes that a checksum is made of as they are read. */
class Checked {
  readonly #input: Input;
  #bytes: number[];
  #checksum = 0;

  constructor(input: Input, before: readonly number[]) {
    this.#input = input;
    this.#bytes = [...before];
  }

  byte(): number {
    const byte = this.#input.byte();
    if (this.#bytes.push(byte) === 1024) this.#sum();
    return byte;
  }

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let scale = 1, left = 9; left > 0; left--, scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new Stop('damaged', 'a number in it is too long');
  }

  get checksum(): number {
    this.#sum();
    return this.#checksum;
  }

  #sum(): void {
    this.#checksum = crc32(Uint8Array.from(this.#bytes), this.#checksum);
    this.#bytes = [];
  }
}

function decodeBlock(input: Input, output: Output, budget: Budget, sizeByte: number, check: number): BlockSizes {
  const start = input.offset - 1;
  const header = Uint8Array.of(sizeByte, ...input.take(4 * sizeByte - 1));
  if (numberOf(input.take(4)) !== crc32(header)) throw new Stop('damaged', 'the header of a block is damaged');
  const { declared, unpacked, dictionary } = readBlockHeader(header);
  const dataStart = input.offset;
  let made = 0;
  const checker = startCheck(check);
  output.start(Math.min(dictionary, MAX_WINDOW), (bytes) => {
    made += bytes.length;
    checker.update(bytes);
  });
  decodeLzma2(input, output, budget, dictionary);
  output.start(0);
  const stored = input.offset - dataStart;
  if (declared !== undefined && declared !== stored) throw new Stop('damaged', 'a block of it declares another size');
  if (unpacked !== undefined && unpacked !== made) throw new Stop('damaged', 'a block of it declares another size');
  const padding = (4 - (stored % 4)) % 4;
  if (input.take(padding).some((byte) => byte !== 0)) throw new Stop('damaged', 'a block of it is not filled by zeros');
  const sum = input.take(checkSizes[check] as number);
  if (!checker.isEqual(sum)) throw new Stop('damaged', 'the checksum of a block is wrong');
  return { stored: dataStart - start + stored + sum.length, made };
}

function readBlockHeader(header: Uint8Array): {
  readonly declared: number | undefined;
  readonly unpacked: number | undefined;
  readonly dictionary: number;
} {
  let at = 2;
  const number = (): number => {
    let value = 0;
    for (let scale = 1, left = 9; left > 0; left--, scale *= 128) {
      const byte = header[at++] ?? 0xff;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new Stop('damaged', 'the header of a block is damaged');
  };
  const flags = header[1] as number;
  if ((flags & 0x3c) !== 0) throw new Stop('unsupported', 'it is of a later version');
  const declared = (flags & 0x40) === 0 ? undefined : number();
  const unpacked = (flags & 0x80) === 0 ? undefined : number();
  if ((flags & 3) !== 0) throw new Stop('unsupported', 'its bytes went through a filter before');
  const filter = number();
  const size = number();
  const bits = header[at] ?? 0xff;
  if (filter !== FILTER_LZMA2) throw new Stop('unsupported', 'it is packed with another method');
  if (size !== 1 || bits > 40) throw new Stop('damaged', 'the header of a block is damaged');
  if (header.subarray(at + 1).some((byte) => byte !== 0)) throw new Stop('unsupported', 'it is of a later version');
  return { declared, unpacked, dictionary: bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11) };
}

/** Chunks of LZMA, and such as are stored. The first byte of each says what begins anew with it. */
function decodeLzma2(input: Input, output: Output, budget: Budget, dictionary: number): void {
  const lzma = new Lzma(output, dictionary);
  let needsDictionary = true;
  let needsState = true;
  let needsProperties = true;
  for (;;) {
    const control = input.byte();
    if (control === 0) return;
    if (control === 1 || control >= 0xe0) {
      lzma.startDictionary();
      needsDictionary = false;
    }
    if (needsDictionary) throw new Stop('damaged', 'it refers to what is before its beginning');
    if (control < 0x80) {
      if (control > 2) throw new Stop('damaged', 'a chunk of it is of no kind that there is');
      const size = 1 + 256 * input.byte() + input.byte();
      budget.spend(1 + (size >> 6));
      output.write(input.take(size));
      lzma.advance(size);
      continue;
    }
    const size = 1 + (control & 0x1f) * 65536 + 256 * input.byte() + input.byte();
    const stored = 1 + 256 * input.byte() + input.byte();
    budget.spend(1 + (size >> 4));
    if (control >= 0xc0) {
      const properties = readProperties(input.byte());
      if (properties === undefined || properties.literalContext + properties.literalPosition > 4) {
        throw new Stop('damaged', 'the properties of a chunk are damaged');
      }
      lzma.setProperties(properties);
      needsProperties = false;
      needsState = false;
    } else if (control >= 0xa0) {
      lzma.startState();
      needsState = false;
    }
    if (needsState || needsProperties) throw new Stop('damaged', 'a chunk of it does not say how it is packed');
    const isCut = stored > input.left;
    const chunk = new Uint8Array(stored + MOST_INPUT);
    chunk.set(input.peek(stored));
    if (stored < 5) throw new Stop('damaged', 'a chunk of it is too short');
    lzma.startRange(chunk.subarray(0, 5));
    // What is there of a chunk that is cut off is decoded, too.
    const run = lzma.run(chunk, 5, isCut ? input.left - MOST_INPUT : stored + 1, size);
    input.skip(stored);
    if (isCut) throw new Stop('truncated');
    if (run.end !== 'limit') throw new Stop('damaged', 'a chunk of it ends before its size');
    if (lzma.finish(chunk, run.at) !== stored || !lzma.isFinished) {
      throw new Stop('damaged', 'a chunk of it does not end as it should');
    }
  }
}

interface Check {
  update(bytes: Uint8Array): void;
  isEqual(stored: Uint8Array): boolean;
}

/** Of the checks that a number may mean; those that nobody knows are right, as in liblzma. */
function startCheck(check: number): Check {
  if (check === 1) {
    let sum = 0;
    return {
      update: (bytes) => {
        sum = crc32(bytes, sum);
      },
      isEqual: (stored) => numberOf(stored) === sum,
    };
  }
  if (check === 4) {
    const crc64 = new Crc64();
    return { update: (bytes) => crc64.update(bytes), isEqual: (stored) => crc64.isEqual(stored) };
  }
  if (check === 10) {
    const digest = startDigest('sha256');
    return {
      update: (bytes) => digest.update(bytes),
      isEqual: (stored) => digest.base64() === Buffer.from(stored).toString('base64url'),
    };
  }
  return { update() {}, isEqual: () => true };
}

/** The lowest byte first. */
function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

export const xz = compressedReader({
  format: 'xz',
  sniff: (source) => {
    const bytes = source.read(0, MAGIC.length);
    return MAGIC.every((byte, at) => bytes[at] === byte) ? 'certain' : undefined;
  },
  decode: decodeXz,
});
