// Zstandard (RFC 8878), as compression.zstd of Python 3.14 reads it: frames one behind the other, and such as are skipped. What
// a frame says of its window and size allocates nothing.

import type { Budget } from '../budget.ts';
import { skipFrame, startsWithSkippable } from './skippable.ts';
import { decoding, type Input, MAX_WINDOW, type Output, Stop } from './stream.ts';
import { compressedReader } from './stream-reader.ts';
import { Xxh64 } from './xxh64.ts';
import { decodeBlock, newTables } from './zstandard-block.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const LARGEST_BLOCK = 128 * 1024;

export const decodeZstandard = decoding((input, output, budget) => {
  for (let isFirst = true; ; isFirst = false) {
    budget.spend();
    if (startsWithSkippable(input)) skipFrame(input);
    else if (isFirst || startsFrame(input)) decodeFrame(input, output, budget);
    else return;
  }
});

function startsFrame(input: Input): boolean {
  const bytes = input.peek(4);
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

function decodeFrame(input: Input, output: Output, budget: Budget): void {
  if (input.left < 6) throw new Stop('truncated');
  if (!startsFrame(input)) throw new Stop('damaged', 'it has no header');
  input.skip(4);
  const { window, size, hasChecksum } = readHeader(input);
  const checksum = new Xxh64();
  let made = 0;
  output.start(Math.min(window, MAX_WINDOW), (bytes) => {
    made += bytes.length;
    if (hasChecksum) checksum.update(bytes);
  });
  const largest = Math.min(window, LARGEST_BLOCK);
  const tables = newTables();
  for (let isLast = false; !isLast; ) {
    const header = input.unsigned(3);
    isLast = (header & 1) === 1;
    const kind = (header >> 1) & 3;
    const length = header >> 3;
    budget.spend(1 + (length >> 4));
    if (kind === 3 || length > largest) throw new Stop('damaged', 'a block of it is damaged');
    if (kind === 0) output.write(input.take(length));
    else if (kind === 1) {
      const byte = input.byte();
      output.reserve(length);
      output.bytes.fill(byte, output.at, output.at + length);
      output.at += length;
    } else decodeBlock(input.take(length), output, tables, largest, window);
  }
  output.start(0);
  if (hasChecksum && input.unsigned(4) !== checksum.low) throw new Stop('damaged', 'its checksum is wrong');
  if (size !== undefined && size !== made) throw new Stop('damaged', 'it declares another size');
}

interface FrameHeader {
  readonly window: number;
  readonly size: number | undefined;
  readonly hasChecksum: boolean;
}

function readHeader(input: Input): FrameHeader {
  const given = input.byte();
  const isWhole = (given & 0x20) !== 0;
  if ((given & 8) !== 0) throw new Stop('unsupported', 'it is of a later version');
  let window = 0;
  if (!isWhole) {
    const byte = input.byte();
    const base = 2 ** (10 + (byte >> 3));
    window = base + (base / 8) * (byte & 7);
  }
  const dictionary = numberOf(input.take([0, 1, 2, 4][given & 3] as number));
  if (dictionary !== 0) throw new Stop('unsupported', 'it needs a dictionary that is not in it');
  const sizeLength = [isWhole ? 1 : 0, 2, 4, 8][given >> 6] as number;
  const told = numberOf(input.take(sizeLength)) + (sizeLength === 2 ? 256 : 0);
  const size = sizeLength === 0 ? undefined : told;
  return { window: isWhole ? told : window, size, hasChecksum: (given & 4) !== 0 };
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

export const zstandard = compressedReader({
  format: 'zstandard',
  sniff: (source) => {
    const bytes = source.read(0, 4);
    if (MAGIC.every((byte, at) => bytes[at] === byte)) return 'certain';
    // LZ4 has the same: whichever it is, somebody skips it.
    const [low, a, b, c] = bytes;
    const isSkippable = low !== undefined && low >> 4 === 5 && a === 0x2a && b === 0x4d && c === 0x18;
    return isSkippable ? 'perhaps' : undefined;
  },
  decode: decodeZstandard,
});
