// What comes out of a decoder, as bytes that can be read anywhere, where it is too long to be kept: a window of it is, and what
// lies elsewhere is decoded once more from the beginning. Archives are walked from front to back, so that this costs a few
// times the whole; whoever jumps around in it meets the limit of time.

import type { Budget } from '../budget.ts';
import { type ByteSource, within } from '../source.ts';
import type { Decoder } from './decoder.ts';

/** An end record of a zip archive and its comment, and any header. */
const EDGE = 128 * 1024;

export interface UnpackedSource extends ByteSource {
  /** gives the memory of the window back */
  release(): void;
}

/** `size` is how much comes out, as was measured before. Takes half of the room that the budget has. */
export function unpackedSource(
  decode: Decoder,
  source: ByteSource,
  from: number,
  to: number,
  size: number,
  budget: Budget,
): UnpackedSource {
  const length = Math.floor(budget.room / 2);
  budget.keep(length);
  const window = new Uint8Array(length);
  let start = 0;
  let filled = 0;
  // Whoever asks what a file is looks at its beginning and at its end, in turns: these are kept once they came by.
  const edges = [0, Math.max(0, size - EDGE)].map((from) => ({ from, bytes: undefined as Uint8Array | undefined }));
  const keepEdges = (): void => {
    for (const edge of edges) {
      const end = Math.min(edge.from + EDGE, size);
      if (edge.bytes !== undefined || start > edge.from || start + filled < end) continue;
      edge.bytes = window.slice(edge.from - start, end - start);
    }
  };

  /** So that an offset, and what is read behind it, lies in the window. */
  const move = (offset: number, needed: number): void => {
    if (offset >= start && offset + needed <= start + filled) return;
    // Readers look back a little: at a header before the data that they measured.
    start = Math.max(Math.min(offset - (length >> 3), size - length), 0);
    if (offset + needed > start + length) start = offset;
    filled = 0;
    let at = 0;
    decode(source, from, to, budget, (bytes) => {
      const skipped = Math.max(start + filled - at, 0);
      const piece = bytes.subarray(skipped, skipped + length - filled);
      if (skipped < bytes.length) {
        window.set(piece, filled);
        filled += piece.length;
      }
      at += bytes.length;
      return filled === length ? 'enough' : 'more';
    });
    keepEdges();
  };

  return {
    size,
    pageAt(offset) {
      move(offset, 1);
      return { start, bytes: window.subarray(0, filled) };
    },
    read(one, other) {
      const [first, last] = within(one, other, size);
      for (const { from: at, bytes } of edges) {
        if (bytes !== undefined && first >= at && last <= at + bytes.length)
          return bytes.subarray(first - at, last - at);
      }
      const needed = Math.min(last - first, length);
      move(first, needed);
      return window.subarray(first - start, first - start + needed);
    },
    release: () => budget.release(length),
  };
}
