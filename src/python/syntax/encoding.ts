// Getting to UTF-8: byte-order mark, coding cookie (PEP 263), and what to do with bytes that are not what they claim to
// be. The lexer reads UTF-8 only, so a file in another encoding is transcoded first; offsets then count in that text.

import { hasByteOrderMark } from '../../core/index.ts';
import { type ParserState, problem, SENTINEL } from './state.ts';

const cookiePattern = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const blankPattern = /^[ \t\f]*(?:#.*)?$/;
/** How far into the file its first two lines are looked for. */
const COOKIE_REACH = 1024;

/** Python's names for encodings whose WHATWG label differs. Dashes are what Python makes of underscores. */
// biome-ignore format: a table
const labelByCodec: Readonly<Record<string, string>> = {
  cp932: 'shift_jis', 'ms-kanji': 'shift_jis', mskanji: 'shift_jis', 'shift-jis-2004': 'shift_jis',
  cp949: 'euc-kr', uhc: 'euc-kr', ms949: 'euc-kr', euckr: 'euc-kr',
  cp936: 'gbk', ms936: 'gbk', euccn: 'gbk', 'euc-cn': 'gbk', hz: '', cp950: 'big5', ms950: 'big5',
  eucjp: 'euc-jp', ujis: 'euc-jp', 'u-jis': 'euc-jp', iso2022jp: 'iso-2022-jp',
  'mac-roman': 'macintosh', macroman: 'macintosh', 'mac-cyrillic': 'x-mac-cyrillic', maccyrillic: 'x-mac-cyrillic',
  cp1006: '', 'utf-16': '', 'utf-16le': '', 'utf-16be': '', 'utf-16-le': '', 'utf-16-be': '', 'utf-32': '',
};

/** ASCII-compatible encodings of Python that `TextDecoder` does not know: no matter to a file that is ASCII. */
const asciiCompatible =
  /^(?:(?:cp|ibm)?(?:437|720|737|775|85[0-8]|86[0-69]|1006|1125)|hp-roman8|johab|koi8-t|kz-?1048|mac-?[a-z0-9]+|palmos|ptcp154|tis-?620|euc-jis.*|shift-jisx0213|iso-?2022-.*|hz(?:-gb.*)?|big5-?hkscs|charmap|mbcs|oem)$/;
const latin1Names = /^(?:latin-?1(?:-.*)?|iso-?8859-?1(?:-.*)?|8859|cp819|l1|iso-ir-100|iso-latin-1(?:-.*)?|latin)$/;
const utf8Names = /^(?:utf-?8(?:-.*)?|u8|utf|cp65001)$/;
const asciiNames = /^(?:us-)?ascii$|^646$/;

/**
 * Puts the file's text into `p.text` as UTF-8 with zero bytes behind it, and reports what is wrong with its encoding.
 * Gives the bytes that offsets refer to: the input itself, unless it had to be transcoded.
 */
export function readText(p: ParserState, input: Uint8Array): Uint8Array {
  p.textStart = hasByteOrderMark(input) ? 3 : 0;
  load(p, input);
  const cookie = codingCookie(p);
  if (cookie !== undefined && p.textStart === 3 && !cookie.startsWith('utf-8')) {
    // Even `utf8` will not do: CPython compares with `utf-8`.
    problem(p, 0, 3, `the encoding '${cookie}' contradicts the UTF-8 byte-order mark`);
  } else if (cookie !== undefined && !isUtf8(cookie)) {
    const decode = decoderFor(cookie);
    if (decode === undefined) {
      if (!p.isAscii || !asciiCompatible.test(cookie)) reportUnknown(p, cookie);
    } else if (!p.isAscii) {
      if (asciiNames.test(cookie)) reportBeyondAscii(p);
      const bytes = new TextEncoder().encode(decode(input));
      load(p, bytes);
      return bytes;
    }
  }
  if (!p.isAscii) checkUtf8(p);
  return input;
}

/** Copies the bytes into `p.text`, so that lookahead may run into zeros behind them, and looks for bytes beyond ASCII. */
function load(p: ParserState, bytes: Uint8Array): void {
  const length = bytes.length;
  if (length + SENTINEL > p.text.length) {
    p.text = new Uint8Array((Math.max(length + SENTINEL, p.text.length * 2) + 3) & ~3);
    p.words = new Int32Array(p.text.buffer);
    p.view = new DataView(p.text.buffer);
  }
  p.text.set(bytes);
  p.text.fill(0, length, length + SENTINEL);
  p.length = length;
  const words = p.words;
  const count = (length + 3) >> 2;
  let seen = 0;
  for (let index = p.textStart === 3 ? 1 : 0; index < count; index++) seen |= words[index] as number;
  // The fourth byte belongs to the text even when the first three are the mark.
  if (p.textStart === 3) seen |= p.text[3] as number;
  p.isAscii = (seen & 0x80808080) === 0;
}

function codingCookie(p: ParserState): string | undefined {
  // Most files do not start with a comment: two looks settle it.
  const { text, textStart } = p;
  let at = textStart;
  for (let line = 0; line < 2; line++) {
    let end = at;
    const limit = Math.min(p.length, at + COOKIE_REACH);
    while (end < limit && text[end] !== 10 && text[end] !== 13) end++;
    const first = text[at];
    if (first === 35 || first === 32 || first === 9 || first === 12 || end === at) {
      const words = latin1(text.subarray(at, end));
      const found = cookiePattern.exec(words);
      if (found !== null) return normalised(found[1] as string);
      if (!blankPattern.test(words)) return undefined;
    } else {
      return undefined;
    }
    at = end + (text[end] === 13 && text[end + 1] === 10 ? 2 : 1);
  }
  return undefined;
}

function normalised(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function isUtf8(cookie: string): boolean {
  return utf8Names.test(cookie);
}

function reportUnknown(p: ParserState, cookie: string): void {
  problem(p, p.textStart, p.textStart, `unknown encoding '${cookie}': read as UTF-8`);
}

function reportBeyondAscii(p: ParserState): void {
  let at = p.textStart;
  while ((p.text[at] as number) < 0x80) at++;
  problem(p, at, at + 1, 'a byte beyond ASCII in a file that declares to be ASCII');
}

function decoderFor(cookie: string): ((bytes: Uint8Array) => string) | undefined {
  // TextDecoder's latin1 is windows-1252, and some versions of Node decode windows-1252 as latin-1: both are ours.
  if (latin1Names.test(cookie) || asciiNames.test(cookie)) return latin1;
  if (cookie === 'cp1252' || cookie === 'windows-1252' || cookie === '1252') return windows1252;
  const label = labelByCodec[cookie] ?? (/^cp125\d$/.test(cookie) ? `windows-${cookie.slice(2)}` : cookie);
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    return decoder.encoding.startsWith('utf-') ? undefined : (bytes) => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What windows-1252 has from 0x80 to 0x9f; the five places that it leaves free stay as they are. */
const windows1252High = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(
    /[\x80-\x9f]/g,
    (character) => windows1252High[character.charCodeAt(0) - 0x80] as string,
  );
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Reports the first byte that is not UTF-8. */
function checkUtf8(p: ParserState): void {
  const { text, length, words } = p;
  let at = p.textStart;
  while (at < length) {
    if ((at & 3) === 0) while (((words[at >> 2] as number) & 0x80808080) === 0 && at < length) at += 4;
    const size = sequenceLength(text, at);
    if (size === 0 && at < length) {
      const byte = (text[at] as number).toString(16);
      problem(p, at, at + 1, `byte 0x${byte} is not UTF-8, and the file declares no other encoding`);
      return;
    }
    at += size;
  }
}

/** Length of the UTF-8 sequence at `at`, or 0 when there is none: no overlong forms, no surrogates. */
function sequenceLength(text: Uint8Array, at: number): number {
  const first = text[at] as number;
  if (first < 0x80) return 1;
  const second = text[at + 1] as number;
  if (first < 0xc2 || first > 0xf4 || (second & 0xc0) !== 0x80) return 0;
  if (first < 0xe0) return 2;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0)) return 0;
  if (((text[at + 2] as number) & 0xc0) !== 0x80) return 0;
  if (first < 0xf0) return 3;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90)) return 0;
  return ((text[at + 3] as number) & 0xc0) === 0x80 ? 4 : 0;
}
