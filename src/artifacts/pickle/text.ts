// Text in pickles: UTF-8 with surrogates, the escapes of `raw-unicode-escape`, and the escapes of 8-bit strings in quotes.

import type { ByteSource } from '../source.ts';
import type { BytesValue, EightBitValue, TextValue } from './program.ts';

/** How far a text has been decoded; {@link utf8Invalid} is the end of it. */
export const utf8Start = 0;
export const utf8Invalid = -1;

// States of the decoder: 0 between characters; otherwise how many bytes are to come in the low bits, and above them what
// the next one may be: 0 any continuation, 1 A0–BF (after E0), 2 80–9F (after ED, without surrogates), 3 90–BF (after
// F0), 4 80–8F (after F4). The table at RFC 3629, section 4.
const bounds: readonly (readonly [number, number])[] = [
  [0x80, 0xbf],
  [0xa0, 0xbf],
  [0x80, 0x9f],
  [0x90, 0xbf],
  [0x80, 0x8f],
];

/** Feeds bytes to the decoder and returns its new state. `surrogates`: as `surrogatepass` allows them. */
export function checkUtf8(bytes: Uint8Array, start: number, end: number, state: number, surrogates: boolean): number {
  let now = state;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (now === utf8Start) {
      if (byte < 0x80) continue;
      now = afterLead(byte, surrogates);
    } else {
      const [least, most] = bounds[now >> 2] as readonly [number, number];
      now = byte < least || byte > most ? utf8Invalid : (now & 3) - 1;
    }
    if (now === utf8Invalid) return utf8Invalid;
  }
  return now;
}

function afterLead(byte: number, surrogates: boolean): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte === 0xe0) return (1 << 2) | 2;
  if (byte === 0xed) return surrogates ? 2 : (2 << 2) | 2;
  if (byte >= 0xe1 && byte <= 0xef) return 2;
  if (byte === 0xf0) return (3 << 2) | 3;
  if (byte >= 0xf1 && byte <= 0xf3) return 3;
  if (byte === 0xf4) return (4 << 2) | 3;
  return utf8Invalid;
}

export function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}

/** Bytes to characters of the same numbers. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** Makes short ASCII texts of bytes, and the same one again for what comes again, as names of attributes do. */
export class ShortTexts {
  readonly #known: string[] = [];

  /** undefined: it is not ASCII */
  textOf(bytes: Uint8Array, start: number, end: number): string | undefined {
    let hash = end - start;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte > 0x7f) return undefined;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 12)) & 1023;
    const known = this.#known[slot];
    if (known !== undefined && isText(known, bytes, start, end)) return known;
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
    while (this.#known.length <= slot) this.#known.push('');
    this.#known[slot] = text;
    return text;
  }
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/** The text, or undefined where a strict loader raises. */
export function decodeUtf8(bytes: Uint8Array, surrogates: boolean): string | undefined {
  if (isAscii(bytes)) return latin1Of(bytes);
  if (checkUtf8(bytes, 0, bytes.length, utf8Start, surrogates) !== utf8Start) return undefined;
  const units: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const count = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let point = count === 1 ? lead : lead & (0x7f >> count);
    for (let next = 1; next < count; next++) point = (point << 6) | ((bytes[at + next] as number) & 0x3f);
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    at += count;
  }
  let text = '';
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.slice(at, at + 4096));
  return text;
}

/** `\u0041` and `\U00000041` are letters, all else stands for itself; undefined for escapes that are cut short. */
export function decodeRawUnicodeEscape(line: string): string | undefined {
  if (!line.includes('\\')) return line;
  const parts: string[] = [];
  let from = 0;
  for (let at = line.indexOf('\\'); at >= 0 && at + 1 < line.length; at = line.indexOf('\\', at)) {
    const letter = line[at + 1];
    const count = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
    if (count === 0) {
      at += 2;
      continue;
    }
    const digits = line.slice(at + 2, at + 2 + count);
    const point = /^[0-9a-fA-F]+$/.test(digits) && digits.length === count ? Number.parseInt(digits, 16) : -1;
    if (point < 0 || point > 0x10ffff) return undefined;
    parts.push(line.slice(from, at), String.fromCodePoint(point));
    at += 2 + count;
    from = at;
  }
  parts.push(line.slice(from));
  return parts.join('');
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  b: '\b',
  f: '\f',
  t: '\t',
  n: '\n',
  r: '\r',
  v: '\v',
  a: '\x07',
};

/** What stands in the quotes of an 8-bit string, a character a byte; undefined for `\x1` and a backslash at the end. */
export function decodeStringEscapes(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
    parts.push(text.slice(from, at));
    const letter = text[at + 1];
    if (letter === undefined) return undefined;
    if (Object.hasOwn(simpleEscapes, letter)) {
      parts.push(simpleEscapes[letter] as string);
      at += 2;
    } else if (letter === 'x') {
      const digits = text.slice(at + 2, at + 4);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return undefined;
      parts.push(String.fromCharCode(Number.parseInt(digits, 16)));
      at += 4;
    } else if (letter >= '0' && letter <= '7') {
      const [digits = ''] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? [];
      parts.push(String.fromCharCode(Number.parseInt(digits, 8) & 0xff));
      at += 1 + digits.length;
    } else {
      parts.push('\\', letter);
      at += 2;
    }
    from = at;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Text of at most `most` bytes; undefined for longer ones. */
export function textOf(value: TextValue, source: ByteSource, most = 64 * 1024): string | undefined {
  if (value.text !== undefined) return value.text;
  if (value.size > most) return undefined;
  const bytes = source.read(value.offset, value.offset + value.size);
  return value.encoding === 'utf-8' ? decodeUtf8(bytes, true) : decodeRawUnicodeEscape(latin1Of(bytes));
}

/** What the constant holds, of at most `most` bytes; undefined for longer ones. Text gives the bytes of its encoding. */
export function bytesOf(
  value: BytesValue | EightBitValue | TextValue,
  source: ByteSource,
  most = 64 * 1024,
): Uint8Array | undefined {
  if (value.size > most) return undefined;
  const bytes = source.read(value.offset, value.offset + value.size);
  if (value.kind !== 'eight-bit' || !value.isEscaped) return bytes;
  const text = value.latin1 ?? decodeStringEscapes(latin1Of(bytes)) ?? '';
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
