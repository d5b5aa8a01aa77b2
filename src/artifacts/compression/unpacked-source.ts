// What comes out of a decoder, as bytes that can be read anywhere, where it is too long to be kept: a window of it is, and what
// lies elsewhere is decoded once more from the beginning. Archives are walked from front to back, so that this costs a few
// times the whole; whoever jumps around in it meets the limit of time.

import type { Budget } from '../budget.ts';
import { type ByteSource, within } from '../source.ts';
import type { Decoder } from './decoder.ts';

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
  };

  return {
    size,
    pageAt(offset) {
      move(offset, 1);
      return { start, bytes: window.subarray(0, filled) };
    },
    read(one, other) {
      const [first, last] = within(one, other, size);
      const needed = Math.min(last - first, length);
      move(first, needed);
      return window.subarray(first - start, first - start + needed);
    },
    release: () => budget.release(length),
  };
}
