// LZMA without a container of blocks: .lzma files of 13 bytes of header, as Python's lzma reads them (FORMAT_ALONE), and members
// of zip archives (APPNOTE 5.8.8).

import { Budget, defaultLimits } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import type { Decoder } from './decoder.ts';
import { Lzma, MOST_INPUT, type Properties, readProperties } from './lzma-core.ts';
import { decoding, type Input, MAX_WINDOW, type Output, Stop } from './stream.ts';
import { compressedReader } from './stream-reader.ts';

const HEADER = 13;
const PIECE = 64 * 1024;
const LEAST_DICTIONARY = 4096;

/** All streams that begin the source: Python's lzma.open() goes on while what comes next looks like one. */
export const decodeLzma: Decoder = decoding((input, output, budget) => {
  do {
    const header = readHeader(input.take(HEADER));
    if (header === undefined) throw new Stop('damaged', 'its header is damaged');
    decodeRaw(input, output, budget, header.properties, header.dictionary, header.size);
  } while (isHeader(input.peek(HEADER)));
});

/** Of a member of a zip archive, whose directory says its size. */
export function zipLzma(size: number): Decoder {
  return decoding((input, output, budget) => {
    const header = input.take(4);
    const length = (header[2] as number) + 256 * (header[3] as number);
    if (length !== 5) throw new Stop('unsupported', 'its properties are of another length');
    const bytes = input.take(length).slice();
    const properties = readProperties(bytes[0] as number);
    if (properties === undefined) throw new Stop('damaged', 'its properties are damaged');
    decodeRaw(input, output, budget, properties, numberAt(bytes, 1, 4), size);
  });
}

function decodeRaw(
  input: Input,
  output: Output,
  budget: Budget,
  properties: Properties,
  declared: number,
  size: number | undefined,
): void {
  const dictionary = Math.max(declared, LEAST_DICTIONARY);
  output.start(Math.min(dictionary, MAX_WINDOW));
  const lzma = new Lzma(output, dictionary);
  lzma.setProperties(properties);
  lzma.startRange(input.take(5));
  let left = size ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    budget.spend(PIECE >> 4);
    const real = input.peek(PIECE);
    // At the end, zeros stand in for what is not there; whether they were needed is asked afterwards.
    const isLast = real.length < PIECE;
    const piece = isLast ? new Uint8Array(real.length + MOST_INPUT) : real;
    if (isLast) piece.set(real);
    const run = lzma.run(piece, 0, isLast ? real.length + 1 : PIECE - MOST_INPUT, left);
    left -= run.made;
    if (run.end === 'input') {
      input.skip(run.at);
      if (!isLast) continue;
      throw new Stop('truncated');
    }
    let at = lzma.finish(piece, run.at);
    // A marker may follow a size that is declared.
    if (run.end === 'limit' && !lzma.isFinished) {
      const marker = lzma.run(piece, at, piece.length, 1);
      if (marker.end !== 'marker') throw new Stop('damaged', 'it has more bytes than it declares');
      at = lzma.finish(piece, marker.at);
    }
    input.skip(Math.min(at, real.length));
    if (at > real.length) throw new Stop('truncated');
    if (!lzma.isFinished) throw new Stop('damaged', 'it does not end as it should');
    if (run.end === 'marker' && size !== undefined && left > 0) throw new Stop('damaged', 'it ends before its size');
    return;
  }
}

interface Header {
  readonly properties: Properties;
  readonly dictionary: number;
  /** undefined: it ends with a marker */
  readonly size: number | undefined;
}

function readHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < HEADER) return undefined;
  const properties = readProperties(bytes[0] as number);
  const dictionary = numberAt(bytes, 1, 4);
  const isUnknown = bytes.subarray(5).every((byte) => byte === 0xff);
  const size = isUnknown ? undefined : numberAt(bytes, 5, 8);
  if (properties === undefined || properties.literalContext + properties.literalPosition > 4) return undefined;
  return { properties, dictionary, size };
}

/** As liblzma tells it from anything else. */
function isHeader(bytes: Uint8Array): boolean {
  const header = readHeader(bytes);
  return header !== undefined && isUsual(header.dictionary) && (header.size ?? 0) < 2 ** 38;
}

/** 2^n or 2^n + 2^(n-1), which is all that encoders write and liblzma recognises, or no limit. */
function isUsual(dictionary: number): boolean {
  if (dictionary < LEAST_DICTIONARY) return false;
  if (dictionary === 0xffffffff) return true;
  const bits = 31 - Math.clz32(dictionary);
  const rest = dictionary - 2 ** bits;
  return rest === 0 || rest === 2 ** (bits - 1);
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] as number);
  return value;
}

const TASTE = 4096;
/** What all writers take that are not told otherwise: lc 3, lp 0, pb 2. */
const USUAL_PROPERTIES = 0x5d;

/** There is no signature, and what looks like a header is common: something has to come out, too. */
function sniff(source: ByteSource): 'perhaps' | undefined {
  if (!isHeader(source.read(0, HEADER))) return undefined;
  let hasMade = false;
  const budget = new Budget(defaultLimits, () => 0);
  const { outcome } = decodeLzma(source, 0, Math.min(source.size, TASTE), budget, () => {
    hasMade = true;
    return 'more';
  });
  // A pickle may come before the damage; but for one byte, everything could be a header.
  const isUsualHeader = source.read(0, 1)[0] === USUAL_PROPERTIES;
  return hasMade && (outcome !== 'damaged' || isUsualHeader) ? 'perhaps' : undefined;
}

export const lzma = compressedReader({
  format: 'lzma',
  sniff,
  decode: decodeLzma,
});
