// Source text as messages show it: one line, and short.

import type { Span } from '../core/index.ts';
import type { ModuleSemantics, Place } from '../python/semantics/index.ts';
import type { NodeId } from '../python/syntax/index.ts';

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

/** The head of a class or function, `class Name(Base)`, without its body; `body` is the body's first statement. */
export function headSpan({ tree }: ModuleSemantics, node: NodeId, body: NodeId): Span {
  const start = tree.start(node);
  if (body === 0) return { start, end: tree.end(node) };
  // Backwards from the body over white space and the colon; comments between them end the search early.
  let end = tree.start(body);
  const line = tree.lines.endOf(tree.lines.lineOf(start));
  if (end > line) end = line;
  while (end > start && ((tree.bytes[end - 1] as number) <= 32 || tree.bytes[end - 1] === COLON)) end--;
  return { start, end };
}

const COLON = 58;
