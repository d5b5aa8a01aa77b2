// gzip (RFC 1952) as Python's gzip module reads it: members one behind the other are one stream, zeros may follow each of
// them, and anything else behind them is an error that comes after all that was in them.

import { unsignedAt } from '../bytes.ts';
import type { ByteSource } from '../source.ts';
import { crc32 } from './checksums.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { inflate } from './inflate.ts';
import { compressedReader } from './stream-reader.ts';

const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 };
const FIXED_HEADER = 10;
const TRAILER = 8;

export const decodeGzip: Decoder = (source, from, to, budget, sink) => {
  let at = from;
  for (;;) {
    budget.spend();
    const start = startOfDeflate(source, at, to);
    if (start === undefined) return { end: at, ...damaged(at === from ? 'its header is damaged' : undefined) };
    let checksum = 0;
    let size = 0;
    const member = inflate(source, start, to, budget, (bytes, end) => {
      checksum = crc32(bytes, checksum);
      size = (size + bytes.length) % 2 ** 32;
      return sink(bytes, end);
    });
    if (member.outcome !== 'whole') return member;
    const end = member.end + TRAILER;
    if (end > to) return { end: member.end, outcome: 'truncated' };
    if (unsignedAt(source, member.end, 4) !== checksum) return { end, ...damaged('its checksum is wrong') };
    if (unsignedAt(source, member.end + 4, 4) !== size) return { end, ...damaged('it declares another size') };
    at = behindZeros(source, end, to, budget);
    if (at >= to || unsignedAt(source, at, 2) !== 0x8b1f) return { end: at, outcome: 'whole' };
  }
};

const damaged = (why: string | undefined): Pick<Decoded, 'outcome' | 'why'> =>
  why === undefined ? { outcome: 'whole' } : { outcome: 'damaged', why };

/** Behind the header of a member; undefined: there is none. */
function startOfDeflate(source: ByteSource, at: number, to: number): number | undefined {
  const header = source.read(at, Math.min(at + FIXED_HEADER, to));
  if (header.length < FIXED_HEADER || header[0] !== 0x1f || header[1] !== 0x8b || header[2] !== 8) return undefined;
  const given = header[3] as number;
  let next = at + FIXED_HEADER;
  if ((given & flags.extra) !== 0) next += 2 + (unsignedAt(source, next, 2) ?? 0);
  for (const flag of [flags.name, flags.comment]) {
    if ((given & flag) !== 0) next = behindZero(source, next, to);
  }
  if ((given & flags.headerChecksum) !== 0) next += 2;
  return next <= to ? next : undefined;
}

function behindZero(source: ByteSource, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const { start, bytes } = source.pageAt(at);
    const found = bytes.indexOf(0, at - start);
    if (found >= 0) return start + found + 1;
    at = start + bytes.length;
  }
  return to;
}

function behindZeros(source: ByteSource, from: number, to: number, budget: { spend(steps?: number): void }): number {
  let at = from;
  while (at < to) {
    const { start, bytes } = source.pageAt(at);
    budget.spend(1 + (bytes.length >> 6));
    while (at < to && at - start < bytes.length) {
      if (bytes[at - start] !== 0) return at;
      at++;
    }
  }
  return at;
}

export const gzip = compressedReader({
  format: 'gzip',
  sniff: (source) => (startOfDeflate(source, 0, source.size) === undefined ? undefined : 'certain'),
  decode: decodeGzip,
  // Comments and extra fields are skipped by every reader: whatever lies in them is looked at as if nobody had read it.
  claim(source, draft, end) {
    const start = startOfDeflate(source, 0, source.size) ?? 0;
    const given = source.read(3, 4)[0] ?? 0;
    const hasMore = (given & (flags.extra | flags.comment)) !== 0;
    draft.claim(0, hasMore ? FIXED_HEADER : start);
    draft.claim(start, end);
  },
});
