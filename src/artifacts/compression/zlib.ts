// zlib streams (RFC 1950) as Python's zlib.decompress reads them. joblib and many programs write pickles in them.

import { Budget, defaultLimits } from '../budget.ts';
import { unsignedAt } from '../bytes.ts';
import type { ByteSource } from '../source.ts';
import { adler32 } from './checksums.ts';
import type { Decoder } from './decoder.ts';
import { inflate } from './inflate.ts';
import { compressedReader } from './stream-reader.ts';

export const decodeZlib: Decoder = (source, from, to, budget, sink) => {
  const header = headerAt(source, from);
  if (header === undefined) return { end: from, outcome: 'damaged', why: 'its header is damaged' };
  if (header.needsDictionary) return { end: from + 2, outcome: 'damaged', why: 'it needs a dictionary' };
  let checksum = 1;
  const stream = inflate(source, from + 2, to, budget, (bytes, end) => {
    checksum = adler32(bytes, checksum);
    return sink(bytes, end);
  });
  if (stream.outcome !== 'whole') return stream;
  const end = stream.end + 4;
  if (end > to) return { end: stream.end, outcome: 'truncated' };
  if (unsignedAt(source, stream.end, 4, 'big') !== checksum) {
    return { end, outcome: 'damaged', why: 'its checksum is wrong' };
  }
  return { end, outcome: 'whole' };
};

/** 15 bits that agree with each other; half of one in a thousand pairs of bytes do. */
function headerAt(source: ByteSource, at: number): { readonly needsDictionary: boolean } | undefined {
  const [method, flags] = source.read(at, at + 2);
  if (method === undefined || flags === undefined) return undefined;
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0) return undefined;
  return { needsDictionary: (flags & 0x20) !== 0 };
}

/** The window that all writers take who are not told otherwise. */
const usualMethod = 0x78;
const TASTE = 4096;
/** With a smaller window, letters are a header: then all of it has to be right, as far as this. */
const LONG_TASTE = 1024 * 1024;

export const zlib = compressedReader({
  format: 'zlib',
  // Two bytes are little to go by: the beginning has to be decoded, too.
  sniff(source) {
    if (headerAt(source, 0)?.needsDictionary !== false) return undefined;
    const isUsual = source.read(0, 1)[0] === usualMethod;
    let hasMade = false;
    const budget = new Budget(defaultLimits, () => 0);
    const to = Math.min(source.size, isUsual ? TASTE : LONG_TASTE);
    const decode = isUsual ? inflate : decodeZlib;
    const { outcome } = decode(source, isUsual ? 2 : 0, to, budget, () => {
      hasMade = true;
      return isUsual ? 'enough' : 'more';
    });
    if (!hasMade || outcome === 'damaged') return undefined;
    return isUsual || outcome === 'whole' || to < source.size ? 'perhaps' : undefined;
  },
  decode: decodeZlib,
});
