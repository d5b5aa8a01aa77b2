// What all decompressors have in common. A decoder turns a stretch of a source into bytes that it hands on as they come out;
// it keeps no more of them than its window, believes no size that is declared, and counts nothing. `unpack` runs it: it
// counts against the budget, keeps what there is room for, and stops what grows out of all proportion.

import type { Span } from '../../core/index.ts';
import type { Budget } from '../budget.ts';
import { type ByteSource, memorySource } from '../source.ts';

/**
 * Decompresses one stream (one member of a gzip file, one stream of xz) that begins at `from`, and reads nothing from `to`
 * on. Never throws on any bytes, but for limits of the budget, of which it calls `spend` in its loops.
 */
export type Decoder = (source: ByteSource, from: number, to: number, budget: Budget, sink: Sink) => Decoded;

/**
 * Takes bytes that came out, which are valid until it returns; `end` is how far the source was read for them, or a little
 * further. `enough` stops the decoder.
 */
export type Sink = (bytes: Uint8Array, end: number) => 'more' | 'enough';

export interface Decoded {
  /** offset in the source behind the last byte that belongs to the stream, or to where it was read */
  readonly end: number;
  /**
   * `whole`: to its end, and its checksum, where the format has one, is right; `truncated`: the source ends before;
   * `damaged`: no decoder goes on here, or the checksum is wrong; `unsupported`: of a kind, or needing more memory, than
   * heed decodes; `stopped`: the sink had enough
   */
  readonly outcome: 'whole' | 'truncated' | 'damaged' | 'unsupported' | 'stopped';
  /** what is wrong, where something is: `its checksum is wrong` */
  readonly why?: string;
  /** stretches of the source that belong to the stream and that every reader skips */
  readonly skipped?: readonly Span[];
}

export interface Unpacked extends Decoded {
  /** bytes that came out */
  readonly made: number;
  /** all of them, unless there was no room to keep them */
  readonly content: ByteSource | undefined;
  /** stopped since it is longer than a member may be */
  readonly isTooLong: boolean;
  /** … and grew out of all proportion to what it was unpacked from */
  readonly isBomb: boolean;
  /** gives the memory of `content` back */
  release(): void;
}

/** Documents do not shrink this well. Arrays of zeros and label maps do, and so this alone shows nothing. */
export const ODD_RATIO = 200;
/** Deflate makes 258 bytes of two bits at best (zlib's technical notes): more than this is made by other means. */
export const MOST_OF_DEFLATE = 1032;
/** About as much as an archive can say of a member without zip64, which bombs do say. */
export const HUGE = 4e9;
const LEAST_ROOM = 64 * 1024;

/**
 * Runs a decoder and keeps what comes out, as far as there is room. `expected` is the size that is declared, which saves
 * copying when it is true and costs nothing when it is not. `also` sees all bytes as they come, for checksums. Throws
 * `LimitReached` where the budget for made bytes is used up.
 */
export function unpack(
  decode: Decoder,
  source: ByteSource,
  from: number,
  to: number,
  budget: Budget,
  expected?: number,
  also?: (bytes: Uint8Array) => void,
): Unpacked {
  const longest = budget.memberBytes;
  const most = Math.min(budget.room, longest);
  let kept: Uint8Array | undefined = new Uint8Array(0);
  let made = 0;
  let isBomb = false;
  let isTooLong = false;
  const decoded = decode(source, from, to, budget, (bytes, end) => {
    budget.make(bytes.length);
    also?.(bytes);
    if (made + bytes.length > most) kept = undefined;
    if (kept !== undefined) {
      kept = withRoomFor(kept, made, bytes.length, expected ?? 0, most);
      kept.set(bytes, made);
    }
    made += bytes.length;
    isTooLong = made > longest;
    isBomb = isTooLong && !budget.hasBomb && made / Math.max(end - from, 1) > MOST_OF_DEFLATE;
    return isTooLong ? 'enough' : 'more';
  });
  if (isBomb) budget.sawBomb();
  const content = kept === undefined ? undefined : memorySource(kept.subarray(0, made));
  const size = content?.size ?? 0;
  budget.keep(size);
  return { ...decoded, made, content, isTooLong, isBomb, release: () => budget.release(size) };
}

/** The buffer, or a larger one with the same bytes. What is declared is believed as far as bytes have come. */
function withRoomFor(kept: Uint8Array, used: number, more: number, expected: number, most: number): Uint8Array {
  if (used + more <= kept.length) return kept;
  const doubled = Math.max(used + more, kept.length * 2, LEAST_ROOM);
  const isPlausible = expected >= used + more && expected <= Math.max(16 * doubled, 1024 * 1024);
  const larger = new Uint8Array(Math.min(isPlausible ? expected : doubled, most));
  larger.set(kept.subarray(0, used));
  return larger;
}
