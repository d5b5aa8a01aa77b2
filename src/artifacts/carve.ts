// Looks for what hides in bytes that no reader claimed: before, between and behind what was read. A find speaks against a
// file; finding nothing proves nothing.

import type { Span } from '../core/index.ts';
import type { Draft } from './artifact.ts';
import type { Inspection } from './inspection.ts';
import type { ByteSource } from './source.ts';

export function carve(source: ByteSource, drafts: readonly Draft[], inspection: Inspection): void {
  void [source, drafts, inspection];
}

/** Bytes that none of the stretches covers. */
export function gapsBetween(claims: readonly Span[], size: number): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...claims].sort((one, other) => one.start - other.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < size) gaps.push({ start: at, end: size });
  return gaps;
}
