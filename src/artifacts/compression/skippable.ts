// Frames that readers of LZ4 and Zstandard skip (RFC 8878, 3.1.2): sixteen magic numbers, a length, and whatever somebody put
// there.

import { type Input, Stop } from './stream.ts';

/** Stretches that are told apart. */
const MOST = 10_000;

export function startsWithSkippable(input: Input): boolean {
  const [low, a, b, c] = input.peek(4);
  return low !== undefined && low >> 4 === 5 && a === 0x2a && b === 0x4d && c === 0x18;
}

export function skipFrame(input: Input): void {
  input.skip(4);
  const length = input.unsigned(4);
  const isCut = length > input.left;
  const end = Math.min(input.offset + length, input.to);
  // Of very many, what lies between them counts as skipped, too.
  const start = input.skipped.length < MOST ? input.offset : (input.skipped.pop()?.start ?? input.offset);
  input.skipped.push({ start, end });
  input.skip(length);
  if (isCut) throw new Stop('truncated');
}
