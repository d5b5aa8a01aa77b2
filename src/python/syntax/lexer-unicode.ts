// Names beyond ASCII. Python normalises them to NFKC, so that `ﬁle` and `file` are one name; what is not a letter in
// Unicode's eyes (a no-break space, a smart quote) is reported, and stands for a blank if it looks like one.

import { type ParserState, problem } from './state.ts';
import type { NameId } from './tree.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const validPrefix = /^[\p{XID_Start}_]\p{XID_Continue}*/u;
const looksBlank = /^[\p{Z}\p{Cf}\u0085]$/u;

/**
 * Reads the name at `start`, whose bytes continue up to `end`; sets `p.lineText` to the offset behind what was read.
 * 0: a character that no name contains, -1: one that looks like a blank; both have been reported.
 */
export function unicodeName(p: ParserState, start: number, end: number): NameId {
  const text = decoder.decode(p.text.subarray(start, end));
  const name = validPrefix.exec(text)?.[0] ?? normalisedPrefix(text);
  if (name.length !== 0) {
    p.lineText = name.length === text.length ? end : start + encoder.encode(name).length;
    return p.names.intern(name.normalize('NFKC'));
  }
  const character = String.fromCodePoint(text.codePointAt(0) as number);
  const codePoint = (text.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  p.lineText = Math.min(end, start + encoder.encode(character).length);
  problem(p, start, p.lineText, `unexpected character U+${codePoint}`);
  return looksBlank.test(character) ? -1 : 0;
}

/** A few characters are letters only after normalisation. */
function normalisedPrefix(text: string): string {
  const normalised = text.normalize('NFKC');
  return validPrefix.exec(normalised)?.[0] === normalised ? text : '';
}
