// The token arrays: how they grow, and how everything outside the lexer's main loop adds to them.

import type { ParserState } from './state.ts';

/** Free places that the main loop may count on between two looks at the arrays' size. */
export const TOKEN_MARGIN = 8;

export function growTokens(p: ParserState): void {
  const size = p.kinds.length * 2;
  const kinds = new Uint8Array(size);
  kinds.set(p.kinds);
  p.kinds = kinds;
  p.starts = grown(p.starts, size);
  p.ends = grown(p.ends, size);
  p.values = grown(p.values, size);
}

export function grown(old: Int32Array, size: number): Int32Array {
  const array = new Int32Array(size);
  array.set(old);
  return array;
}

export function addToken(p: ParserState, kind: number, start: number, end: number, value: number): void {
  if (p.tokenCount >= p.kinds.length - TOKEN_MARGIN) growTokens(p);
  const index = p.tokenCount++;
  p.kinds[index] = kind;
  p.starts[index] = start;
  p.ends[index] = end;
  p.values[index] = value;
}
