// The text that string literals stand for: prefixes, quotes, escapes, line ends. Used by `constantValue` only, on the
// source of one constant at a time; nothing here is hot.

import { StringEncoding } from './layout.ts';
import { stringFlags } from './lexer-strings.ts';
import * as T from './token-kinds.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The values of adjacent literals between `start` and `end`, which holds nothing else but blanks, comments and
 * continuation lines. An undefined one cannot be told. Bytes are given as characters below 256.
 */
export function readLiterals(bytes: Uint8Array, start: number, end: number): (string | undefined)[] {
  const values: (string | undefined)[] = [];
  let at = start;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === 35) {
      while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
      continue;
    }
    if (!isQuote(byte) && !isLetter(byte)) {
      at++;
      continue;
    }
    const prefix = at;
    while (at < end && !isQuote(bytes[at] as number)) at++;
    const flags = at > prefix ? Math.max(0, stringFlags(bytes, prefix, at)) : 0;
    const quote = bytes[at] as number;
    const width = bytes[at + 1] === quote && bytes[at + 2] === quote ? 3 : 1;
    const textStart = at + width;
    const textEnd = closingQuote(bytes, textStart, end, quote, width);
    const isBytes = (flags & T.STRING_BYTES) !== 0;
    const isRaw = (flags & T.STRING_RAW) !== 0;
    values.push(isRaw ? verbatim(bytes, textStart, textEnd) : unescaped(bytes, textStart, textEnd, isBytes));
    at = textEnd + width;
  }
  return values;
}

/** The text between the fields of an f- or t-string, or of its format specs. */
export function decodeText(bytes: Uint8Array, start: number, end: number, encoding: number): string | undefined {
  if (encoding === StringEncoding.verbatim) return verbatim(bytes, start, end);
  if (encoding === StringEncoding.spec) return unescaped(bytes, start, end, false);
  const isRaw = encoding === StringEncoding.rawMiddle;
  let text = '';
  let from = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === 92 && !isRaw) {
      if (bytes[at + 1] === 78 && bytes[at + 2] === 123 && at + 2 < end) return undefined;
      // `\\N{a}` is a backslash, an N and a field; `\{{` is a backslash and a brace.
      if (bytes[at + 1] === 92) at++;
      continue;
    }
    if ((byte !== 123 && byte !== 125) || bytes[at + 1] !== byte || at + 1 >= end) continue;
    const piece = isRaw ? verbatim(bytes, from, at + 1) : unescaped(bytes, from, at + 1, false);
    if (piece === undefined) return undefined;
    text += piece;
    at++;
    from = at + 1;
  }
  const rest = isRaw ? verbatim(bytes, from, end) : unescaped(bytes, from, end, false);
  return rest === undefined ? undefined : text + rest;
}

function isQuote(byte: number): boolean {
  return byte === 34 || byte === 39;
}

function isLetter(byte: number): boolean {
  const letter = byte | 32;
  return letter >= 97 && letter <= 122;
}

function closingQuote(bytes: Uint8Array, start: number, end: number, quote: number, width: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === 92) at++;
    else if (bytes[at] === quote && (width === 1 || (bytes[at + 1] === quote && bytes[at + 2] === quote))) return at;
  }
  return end;
}

/** Text as it stands, but for line ends: Python reads `\r\n` and `\r` as `\n`. */
function verbatim(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end)).replace(/\r\n?/g, '\n');
}

// biome-ignore format: a table
const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};

const escapePattern = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;
/** In bytes, `\u` and `\U` are no escapes. */
const bytesEscapePattern = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|([\s\S]))/g;

function unescaped(bytes: Uint8Array, start: number, end: number, isBytes: boolean): string | undefined {
  const text = verbatim(bytes, start, end);
  if (!text.includes('\\')) return text;
  let isKnown = true;
  const named = (letter: string, whole: string): string => {
    const simple = simpleEscapes[letter];
    if (simple !== undefined) return simple;
    if (letter === 'x' || (!isBytes && (letter === 'u' || letter === 'U' || letter === 'N'))) isKnown = false;
    // Python keeps the backslash of an escape that it does not know.
    return whole;
  };
  const value = isBytes
    ? text.replace(bytesEscapePattern, (whole, octal?: string, hex?: string, letter?: string) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        return hex === undefined ? named(letter as string, whole) : String.fromCharCode(Number.parseInt(hex, 16));
      })
    : text.replace(
        escapePattern,
        (whole, octal?: string, hex?: string, short?: string, long?: string, letter?: string) => {
          if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
          const digits = hex ?? short ?? long;
          if (digits === undefined) return named(letter as string, whole);
          const code = Number.parseInt(digits, 16);
          if (code <= 0x10ffff) return String.fromCodePoint(code);
          isKnown = false;
          return whole;
        },
      );
  return isKnown ? value : undefined;
}
