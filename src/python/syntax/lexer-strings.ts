// String literals. A plain one is a single token. An f- or t-string is a start token, then stretches of text and fields
// in turn, then an end token: the fields' contents are ordinary tokens of the lexer's main loop (PEP 701), which calls
// back here when a field ends or reaches its format spec.

import { StringEncoding } from './layout.ts';
import { FIELD_LIMIT, type ParserState, problem } from './state.ts';
import * as T from './token-kinds.ts';
import { addToken } from './token-store.ts';

/** Flags for a prefix (`rb`, `F`, `ur` …), or -1 when the bytes are no prefix but a name. */
export function stringFlags(text: Uint8Array, start: number, end: number): number {
  const first = letterFlag((text[start] as number) | 32);
  if (end - start === 1) return first;
  const second = letterFlag((text[start + 1] as number) | 32);
  if (first < 0 || second < 0 || first === second) return -1;
  return ((first | second) & T.STRING_RAW) !== 0 ? first | second : -1;
}

function letterFlag(letter: number): number {
  switch (letter) {
    case 114:
      return T.STRING_RAW;
    case 98:
      return T.STRING_BYTES;
    case 117:
      return T.STRING_UNICODE;
    case 102:
      return T.STRING_FORMATTED;
    case 116:
      return T.STRING_TEMPLATE;
    default:
      return -1;
  }
}

/** Reads a plain string whose opening quote is at `open`; gives the offset behind its closing quote. */
export function string(p: ParserState, open: number, flags: number): number {
  const text = p.text;
  const quote = text[open] as number;
  let at = open;
  if (text[at + 1] === quote) {
    if (text[at + 2] !== quote) return at + 2;
    at = tripleQuoted(p, open, quote, flags);
  } else {
    for (;;) {
      const byte = text[++at] as number;
      if (byte > 92) continue;
      if (byte === quote) {
        at++;
        break;
      }
      if (byte === 92) {
        at = passEscape(p, at, flags);
      } else if (byte === 10 || byte === 13 || (byte === 0 && at >= p.length)) {
        problem(p, open, at, 'unterminated string');
        break;
      } else if (byte === 0) {
        reportNul(p, at);
      }
    }
  }
  if ((flags & T.STRING_BYTES) !== 0 && !p.isAscii) checkBytes(p, open, at);
  return at;
}

function tripleQuoted(p: ParserState, open: number, quote: number, flags: number): number {
  const text = p.text;
  let at = open + 2;
  for (;;) {
    const byte = text[++at] as number;
    if (byte > 92) continue;
    if (byte === quote) {
      if (text[at + 1] === quote && text[at + 2] === quote) return at + 3;
    } else if (byte === 92) {
      at = passEscape(p, at, flags);
    } else if (byte === 0) {
      if (at < p.length) {
        reportNul(p, at);
        continue;
      }
      problem(p, open, open + 3, 'unterminated triple-quoted string');
      return p.length;
    }
  }
}

/** CPython takes no source with a NUL in it, not even in a comment. */
export function reportNul(p: ParserState, at: number): void {
  problem(p, at, at + 1, 'a NUL byte');
}

/** Passes the backslash at `at`; gives the offset of the last byte that belongs to it. */
function passEscape(p: ParserState, at: number, flags: number): number {
  const next = p.text[at + 1] as number;
  if (next === 13 && p.text[at + 2] === 10) return at + 2;
  if (next === 0 && at + 1 >= p.length) return at;
  if ((flags & T.STRING_RAW) === 0 && (next === 120 || next === 117 || next === 85 || next === 78)) {
    checkEscape(p, at, next, flags);
  }
  return at + 1;
}

/** `\x`, `\u`, `\U` and `\N` need what follows; CPython rejects the file otherwise. */
function checkEscape(p: ParserState, at: number, letter: number, flags: number): void {
  const text = p.text;
  if (letter !== 120 && (flags & T.STRING_BYTES) !== 0) return;
  if (letter === 78) {
    let end = at + 3;
    while (text[at + 2] === 123 && isNameByte(text[end] as number)) end++;
    if (text[at + 2] !== 123 || text[end] !== 125 || end === at + 3) {
      problem(p, at, at + 2, 'malformed \\N character escape');
    }
    return;
  }
  const length = letter === 120 ? 2 : letter === 117 ? 4 : 8;
  let value = 0;
  for (let index = 0; index < length; index++) {
    const digit = hexadecimal(text[at + 2 + index] as number);
    if (digit < 0) {
      problem(p, at, at + 2 + index, `truncated \\${String.fromCharCode(letter)} escape`);
      return;
    }
    value = value * 16 + digit;
  }
  if (value > 0x10ffff) problem(p, at, at + 10, 'illegal Unicode character');
}

/** Letters, digits, blanks and hyphens: what names of characters are made of. */
function isNameByte(byte: number): boolean {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte === 32 || byte === 45;
}

/** Value of a hexadecimal digit, or -1. */
export function hexadecimal(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function checkBytes(p: ParserState, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if ((p.text[at] as number) < 0x80) continue;
    problem(p, at, at + 1, 'bytes can only contain ASCII literal characters');
    return;
  }
}

/** A flag beside the string flags: the text at hand is a format spec. */
const IN_SPEC = 64;
/** The format spec at hand has had a field: from here on, CPython's tokenizer takes `{{` for a brace again. */
const BEHIND_FIELD = 256;
const FIELDS_OPEN = IN_SPEC | BEHIND_FIELD;
/** CPython's MAX_EXPR_NESTING, less the field that the specs belong to. */
const NESTED_SPEC_LIMIT = 3;

/**
 * Called behind the token that leads into the text of an f-string: its start, the `:` of a field's format spec, or the
 * bracket that closes a field. Reads text up to the next field or to the string's end, and gives the offset behind it.
 */
export function formattedText(p: ParserState, from: number, kind: number, flags: number): number {
  let state: number;
  if (kind === T.FSTRING_START) state = flags;
  else if (kind === T.COLON) state = (p.fields[p.fieldCount * 3 - 3] as number) | IN_SPEC;
  else state = closeField(p);
  const { text, length } = p;
  let at = from;
  for (;;) {
    // 1. A stretch of text.
    const start = at;
    const raw = (state & T.STRING_RAW) !== 0;
    const triple = (state & T.STRING_TRIPLE) !== 0;
    const quote = (state & DOUBLE_QUOTE) !== 0 ? 34 : 39;
    let byte = 0;
    for (;;) {
      byte = text[at] as number;
      if (byte === quote) {
        if (!triple || (text[at + 1] === quote && text[at + 2] === quote)) break;
      } else if (byte === 123) {
        if ((state & FIELDS_OPEN) === IN_SPEC || text[at + 1] !== 123) break;
        at++;
      } else if (byte === 125) {
        if ((state & IN_SPEC) !== 0) break;
        if (text[at + 1] === 125) at++;
        else problem(p, at, at + 1, "a single '}' is not allowed in the text of an f-string");
      } else if (byte === 92) {
        const next = text[at + 1] as number;
        if (next !== 123 && next !== 125) {
          const named = !raw && next === 78 && text[at + 2] === 123;
          at = passEscape(p, at, state);
          // \N{BULLET}: these braces are no field.
          if (named) while (text[at + 1] !== 125 && text[at + 1] !== quote && text[at + 1] !== 10 && at < length) at++;
          if (named && text[at + 1] === 125) at++;
        }
      } else if ((byte === 10 || byte === 13) && !triple) {
        break;
      } else if (byte === 0) {
        if (at >= length) break;
        reportNul(p, at);
      }
      at++;
    }
    if (at > length) at = length;
    if (at > start) {
      const inSpec = (state & FIELDS_OPEN) === IN_SPEC;
      const { middle, rawMiddle, spec, verbatim } = StringEncoding;
      addToken(p, T.FSTRING_MIDDLE, start, at, inSpec ? (raw ? verbatim : spec) : raw ? rawMiddle : middle);
    }

    // 2. What ended it.
    if (byte === quote) {
      const end = at + (triple ? 3 : 1);
      addToken(p, T.FSTRING_END, at, end, 0);
      leaveSpec(p, state);
      return end;
    }
    if (byte === 123) {
      addToken(p, T.LBRACE, at, at + 1, 0);
      if (p.fieldCount === FIELD_LIMIT) {
        problem(p, at, at + 1, 'f-string fields are nested too deeply');
        addToken(p, T.ERROR, at, at + 1, 1);
        p.brackets++;
        return at + 1;
      }
      if ((state & IN_SPEC) !== 0 && nestedSpecs(p) === NESTED_SPEC_LIMIT) {
        problem(p, at, at + 1, 'format specs of an f-string are nested too deeply');
      }
      const slot = p.fieldCount++ * 3;
      p.fields[slot] = state & ~FIELDS_OPEN;
      p.fields[slot + 1] = state & IN_SPEC;
      p.fields[slot + 2] = p.fieldBrackets;
      p.brackets++;
      p.fieldBrackets = p.brackets;
      return at + 1;
    }
    if (byte === 125) {
      addToken(p, T.RBRACE, at, at + 1, 0);
      p.brackets--;
      state = closeField(p);
      at++;
      continue;
    }
    problem(p, start, at, triple ? 'unterminated triple-quoted f-string' : 'unterminated f-string');
    addToken(p, T.FSTRING_END, at, at, 0);
    leaveSpec(p, state);
    return at;
  }
}

/** Set for strings in double quotes; the lexer knows it when the string starts. */
export const DOUBLE_QUOTE = 128;

/** Ends the innermost field; gives the state of the text that goes on behind it. */
function closeField(p: ParserState): number {
  const slot = --p.fieldCount * 3;
  p.fieldBrackets = p.fields[slot + 2] as number;
  const inSpec = p.fields[slot + 1] as number;
  return (p.fields[slot] as number) | (inSpec === 0 ? 0 : FIELDS_OPEN);
}

/** How many specs of one string are open around the cursor. */
function nestedSpecs(p: ParserState): number {
  let count = 1;
  for (let slot = p.fieldCount * 3 - 3; slot > 0 && p.fields[slot + 1] !== 0; slot -= 3) count++;
  return count;
}

/** f'{x:>5'    the string ended inside a format spec: its fields end too */
function leaveSpec(p: ParserState, state: number): void {
  let inSpec = state & IN_SPEC;
  while (inSpec !== 0 && p.fieldCount > 0) {
    inSpec = closeField(p) & IN_SPEC;
    p.brackets = Math.max(0, p.brackets - 1);
  }
}
