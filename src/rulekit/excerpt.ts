// Source text as messages show it: one line, and short.

import type { Span } from '../core/index.ts';
import type { Place } from '../python/semantics/index.ts';

/** Longest excerpt in a message, in characters. */
const longest = 60;

export function spanOf(place: Place): Span {
  const { tree } = place.module;
  return { start: tree.start(place.node), end: tree.end(place.node) };
}

export function excerptOf(place: Place): string {
  return shorten(place.module.tree.text(place.node));
}

/** One line of at most {@link longest} characters. */
export function shorten(text: string): string {
  const line = text
    .replace(/\\\r?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
