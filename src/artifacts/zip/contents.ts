// What is in a member: unpacked, measured against what is declared, checked, and looked into. Stored members are stretches of
// the archive and never copied.

import type { Draft } from '../artifact.ts';
import { decodeBzip2 } from '../compression/bzip2.ts';
import { crc32 } from '../compression/checksums.ts';
import { type Decoder, MOST_OF_DEFLATE, ODD_RATIO, unpack } from '../compression/decoder.ts';
import { inflate } from '../compression/inflate.ts';
import { zipLzma } from '../compression/lzma.ts';
import { unpackedSource } from '../compression/unpacked-source.ts';
import { decodeXz } from '../compression/xz.ts';
import { decodeZstandard } from '../compression/zstandard.ts';
import type { Inspection } from '../inspection.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import type { Member } from './layout.ts';
import { flags } from './records.ts';

/** How members are compressed (APPNOTE 4.4.5), of what heed decodes: all that Python does, and xz. */
const decoders: ReadonlyMap<number, (size: number) => Decoder> = new Map([
  [8, () => inflate],
  [12, () => decodeBzip2],
  [14, zipLzma],
  [93, () => decodeZstandard],
  [95, () => decodeXz],
]);

const STORED = 0;
/** With less, what does not fit into memory is not read through a window either. */
const LEAST_ROOM = 4 * 1024 ** 2;
/** Below this, nobody is harmed by how well something was packed. */
const HARMLESS = 8 * 1024 ** 2;

export interface Contents {
  /** behind the last packed byte that was needed */
  readonly end: number;
  /** bytes that came out, as far as they were let */
  readonly made: number;
  readonly isChecked: boolean;
}

/**
 * Looks into a member. `use` gets what is in it before its memory is given back, and whether that lies in the archive
 * itself; `also` sees all its bytes.
 */
export function lookInto(
  source: ByteSource,
  member: Member,
  draft: Draft,
  inspection: Inspection,
  use: (content: ByteSource, at: number | undefined) => void,
  also?: (bytes: Uint8Array) => void,
): Contents {
  const { header, shown: name, data, local } = member;
  const span = { start: local.span.start, end: data.end };
  const isMarked = (header.flags & (flags.encrypted | flags.patch | flags.strongEncryption | flags.masked)) !== 0;
  const nothing: Contents = { end: data.end, made: 0, isChecked: false };
  if (header.method === STORED) {
    const content = stretchOf(source, data.start, data.end);
    const isRight = checksumOf(content, inspection, also) === header.checksum;
    if (isMarked && !isRight) return encrypted();
    if (isMarked) pretends();
    if (!isRight) draft.concern('zip:checksum-wrong', 'unknown', span, { name });
    if (header.packed !== header.size) {
      draft.concern('zip:size-lies', 'dangerous', span, { name, declared: header.size, found: header.packed });
    }
    use(content, data.start);
    return { end: data.end, made: content.size, isChecked: isRight };
  }
  const decode = decoders.get(header.method)?.(header.size);
  if (decode === undefined) {
    if (header.method === 99 || isMarked) return encrypted();
    draft.concern('zip:method-unknown', 'unknown', span, { name, method: header.method });
    return nothing;
  }
  if (header.method === 8 && header.size > MOST_OF_DEFLATE * (header.packed + 64)) {
    draft.concern('zip:size-impossible', 'dangerous', span, { name, declared: header.size, packed: header.packed });
  }
  let checksum = 0;
  const unpacked = unpack(decode, source, data.start, data.end, inspection.budget, header.size, (bytes) => {
    checksum = crc32(bytes, checksum);
    also?.(bytes);
  });
  const { made, outcome, content } = unpacked;
  const isWhole = outcome === 'whole';
  const isRight = isWhole && checksum === header.checksum;
  if (isMarked && !isRight) {
    unpacked.release();
    return encrypted();
  }
  if (isMarked) pretends();
  const isTooLarge = unpacked.isTooLong || (content === undefined && inspection.budget.room < LEAST_ROOM);
  const ratio = Math.floor(made / Math.max(unpacked.end - data.start, 1));
  if (unpacked.isBomb) draft.concern('zip:bomb', 'dangerous', span, { name, size: made, ratio });
  else if (isTooLarge) draft.concern('zip:too-large', 'unknown', span, { name, size: made });
  else if (made > HARMLESS && ratio >= ODD_RATIO)
    draft.concern('zip:ratio', 'unknown', span, { name, size: made, ratio });
  if (outcome === 'unsupported') {
    draft.concern('zip:method-unknown', 'unknown', span, { name, method: header.method });
  } else if (outcome === 'damaged' || outcome === 'truncated') {
    draft.concern('zip:damaged', 'unknown', span, { name, why: unpacked.why ?? 'its packed bytes end too early' });
  }
  if (isWhole && made !== header.size) {
    const weight = made > header.size ? 'dangerous' : 'unknown';
    draft.concern('zip:size-lies', weight, span, { name, declared: header.size, found: made });
  } else if (isWhole && !isRight) draft.concern('zip:checksum-wrong', 'unknown', span, { name });
  try {
    if (content !== undefined) use(content, undefined);
    else if (!isTooLarge) {
      const window = unpackedSource(decode, source, data.start, data.end, made, inspection.budget);
      use(window, undefined);
      window.release();
    }
  } finally {
    unpacked.release();
  }
  return { end: isWhole ? unpacked.end : data.end, made, isChecked: isRight };

  function encrypted(): Contents {
    draft.concern('zip:encrypted', 'unknown', span, { name });
    return nothing;
  }

  function pretends(): void {
    draft.concern('zip:not-encrypted', 'dangerous', span, { name });
  }
}

function checksumOf(source: ByteSource, inspection: Inspection, also?: (bytes: Uint8Array) => void): number {
  let checksum = 0;
  for (let at = 0; at < source.size; ) {
    const { start, bytes } = source.pageAt(at);
    const piece = bytes.subarray(at - start);
    inspection.budget.spend(1 + (piece.length >> 8));
    checksum = crc32(piece, checksum);
    also?.(piece);
    at += piece.length;
  }
  return checksum;
}
