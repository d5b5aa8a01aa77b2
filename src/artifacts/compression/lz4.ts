// Frames of LZ4 (lz4_Frame_format.md 1.6), as joblib writes them and lz4.frame reads them: blocks of literals and matches, each
// frame with its checksums. Frames may follow each other, and such as readers skip may stand between them.

import type { Budget } from '../budget.ts';
import { skipFrame, startsWithSkippable } from './skippable.ts';
import { decoding, type Input, type Output, Stop } from './stream.ts';
import { compressedReader } from './stream-reader.ts';
import { Xxh32 } from './xxh32.ts';

const MAGIC = 0x184d2204;
const WINDOW = 64 * 1024;
const LEAST_MATCH = 4;
const STORED_BLOCK = 2 ** 31;
/** by the number that a frame gives, from 4 on */
const blockSizes = [64 * 1024, 256 * 1024, 1024 * 1024, 4 * 1024 * 1024];

const flags = { independent: 0x20, blockChecksum: 0x10, contentSize: 8, contentChecksum: 4, dictionary: 1 };

export const decodeLz4 = decoding((input, output, budget) => {
  for (let isFirst = true; ; isFirst = false) {
    budget.spend();
    if (startsWithSkippable(input)) skipFrame(input);
    else if (isFirst || magicOf(input) === MAGIC) decodeFrame(input, output, budget);
    else return;
  }
});

function magicOf(input: Input): number | undefined {
  const bytes = input.peek(4);
  return bytes.length < 4 ? undefined : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

function decodeFrame(input: Input, output: Output, budget: Budget): void {
  if (input.left < 7) throw new Stop('truncated');
  if (magicOf(input) !== MAGIC) throw new Stop('damaged', 'it has no header');
  input.skip(4);
  const { given, size, largest } = readHeader(input);
  const isLinked = (given & flags.independent) === 0;
  const checksum = new Xxh32();
  let made = 0;
  output.start(WINDOW, (bytes) => {
    made += bytes.length;
    if ((given & flags.contentChecksum) !== 0) checksum.update(bytes);
  });
  for (;;) {
    const told = input.unsigned(4);
    if (told === 0) break;
    const length = told % STORED_BLOCK;
    budget.spend(1 + (length >> 5));
    if (length > largest) throw new Stop('damaged', 'a block of it is too long');
    const block = input.take(length);
    if (!isLinked) output.forget();
    if (told >= STORED_BLOCK) output.write(block);
    else decodeBlock(block, output, largest);
    if ((given & flags.blockChecksum) !== 0) {
      const sum = new Xxh32();
      sum.update(block);
      if (input.unsigned(4) !== sum.value) throw new Stop('damaged', 'the checksum of a block is wrong');
    }
  }
  output.start(0);
  if ((given & flags.contentChecksum) !== 0 && input.unsigned(4) !== checksum.value) {
    throw new Stop('damaged', 'its checksum is wrong');
  }
  if (size !== undefined && size !== made) throw new Stop('damaged', 'it declares another size');
}

interface FrameHeader {
  readonly given: number;
  readonly size: number | undefined;
  /** the most bytes that a block holds */
  readonly largest: number;
}

function readHeader(input: Input): FrameHeader {
  const bytes = [input.byte(), input.byte()];
  const given = bytes[0] as number;
  const largest = blockSizes[(((bytes[1] as number) >> 4) & 7) - 4];
  if (given >> 6 !== 1) throw new Stop('unsupported', 'it is of another version');
  if (largest === undefined) throw new Stop('damaged', 'its header is damaged');
  const more = ((given & flags.contentSize) === 0 ? 0 : 8) + ((given & flags.dictionary) === 0 ? 0 : 4);
  bytes.push(...input.take(more));
  const sum = new Xxh32();
  sum.update(Uint8Array.from(bytes));
  if (input.byte() !== ((sum.value >>> 8) & 0xff)) throw new Stop('damaged', 'its header is damaged');
  if ((given & flags.dictionary) !== 0) throw new Stop('unsupported', 'it needs a dictionary that is not in it');
  const size = bytes.slice(2, 10).reduceRight((value, byte) => value * 256 + byte, 0);
  return { given, size: (given & flags.contentSize) === 0 ? undefined : size, largest };
}

/** Literals and a match, one after the other; the last literals stand alone. */
function decodeBlock(block: Uint8Array, output: Output, largest: number): void {
  let at = 0;
  let left = largest;
  while (at < block.length) {
    const token = block[at++] as number;
    let literals = token >> 4;
    if (literals === 15) {
      let byte = 255;
      while (byte === 255) {
        byte = block[at++] ?? 0;
        literals += byte;
      }
    }
    left -= literals;
    if (at + literals > block.length || left < 0) throw new Stop('damaged', 'a block of it is damaged');
    output.reserve(literals);
    if (literals > 24) output.bytes.set(block.subarray(at, at + literals), output.at);
    else for (let index = 0; index < literals; index++) output.bytes[output.at + index] = block[at + index] as number;
    output.at += literals;
    at += literals;
    if (at === block.length) return;
    const distance = (block[at] as number) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    let length = (token & 15) + LEAST_MATCH;
    if ((token & 15) === 15) {
      let byte = 255;
      while (byte === 255) {
        byte = block[at++] ?? 0;
        length += byte;
      }
    }
    left -= length;
    if (at > block.length || left < 0) throw new Stop('damaged', 'a block of it is damaged');
    output.repeat(distance, length);
  }
}

export const lz4 = compressedReader({
  format: 'lz4',
  sniff: (source) => {
    const bytes = source.read(0, 4);
    return [0x04, 0x22, 0x4d, 0x18].every((byte, at) => bytes[at] === byte) ? 'certain' : undefined;
  },
  decode: decodeLz4,
});
