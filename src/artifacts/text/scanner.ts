// Finds bytes that are written as text in text of any format and any length: in strings of JSON, blocks of YAML, values of
// INI, elements of XML. Every place where a word begins is looked at; what its first characters would decode to is told by
// a table, and only where that is the beginning of something that counts is more read. Linear in the length of the text.

import { zlib } from '../compression/zlib.ts';
import { type ByteSource, memorySource } from '../source.ts';
import { type Base64, decodeBase64, isBase64Digit } from './base64.ts';
import { type Content, contentOrText, firstBytes, mayBegin } from './contents.ts';
import { base64, type Encoding, encodings, TOO_SHORT, UNCLEAR, uuencode } from './encodings.ts';
import { collectValue, type Value } from './value.ts';

export interface Candidate {
  /** in the source; of the text, without quotes */
  readonly start: number;
  readonly end: number;
  /** `Base64` */
  readonly encoding: string;
  /** what it decodes to; undefined where the text says that it is Base64, and it is nothing that counts */
  readonly content: Content | undefined;
  readonly bytes: Uint8Array;
  /** what they were decoded from, without escapes */
  readonly text: Uint8Array;
  /** `PEM`, `a data URL`: where the text says what it is */
  readonly declared: string | undefined;
  /** how it is written, where it is Base64 */
  readonly writing: Base64 | undefined;
  /** longer than what is looked into */
  readonly isCut: boolean;
}

/** Characters of one text that are decoded, to 6 MiB of bytes. */
const longest = 8 * 1024 * 1024;
/** Characters that tell whether it is worth while. */
const TASTE = 160;
/** Characters that are gone through at a time, and those that are seen before and behind them. */
const WINDOW = 256 * 1024;
const BEHIND = 64;
const AHEAD = 1024;

const OTHER = 0;
const WORD = 1;
/** blanks and quotes */
const EDGE = 2;
const classes = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  if (isBase64Digit(code)) classes[code] = WORD;
  else classes[code] = code <= 0x20 || code === 0x22 || code === 0x27 || code === 0x60 ? EDGE : OTHER;
}

const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const DASH = 0x2d;

/** `visit` is told of each in the order of the text, and may have had enough. `spend` is called now and then. */
export function scanText(
  source: ByteSource,
  visit: (candidate: Candidate) => 'more' | 'enough',
  spend: (steps: number) => void,
): void {
  const masks = masksOfPairs();
  let before = EDGE;
  let quote = 0;
  let [start, stop] = [0, 0];
  let bytes: Uint8Array = new Uint8Array();
  for (let at = 0; at < source.size; ) {
    // Windows overlap: what begins at the end of one is seen whole, and so is what stands before.
    if (at >= stop) {
      start = Math.max(0, at - BEHIND);
      stop = Math.min(source.size, at + WINDOW);
      bytes = source.read(start, stop + AHEAD);
    }
    const from = at;
    let found: Candidate | undefined;
    for (; at < stop; at++) {
      if (before === WORD) {
        // most of all text: nothing begins within a word
        let index = at - start;
        const end = stop - start;
        while (index < end && classes[bytes[index] as number] === WORD) index++;
        at = start + index;
        if (at === stop) break;
      }
      const code = bytes[at - start] as number;
      const next = bytes[at - start + 1] ?? 0;
      if (code === BACKSLASH) {
        // "\u0067ASV…", "\x80\x04…": a value that begins so
        const isCode = before === EDGE && (next === 0x78 || isLatinEscape(bytes, at - start));
        if (isCode) found = look(source, bytes, start, at, quote, 255, spend);
        if (found !== undefined) break;
        // \n, \", \u0041: what follows begins a word
        at += next === 0x75 ? 5 : next === 0x78 ? 3 : 1;
        before = EDGE;
        continue;
      }
      if (before !== WORD) {
        const mask = (masks[(code << 8) | next] as number) & (before === EDGE ? 255 : ~behindEdges);
        if (mask !== 0) found = look(source, bytes, start, at, quote, mask, spend);
        else if (code === DASH && next === DASH) found = lookForPem(source, bytes, start, at, quote);
        else if (code === 0x62 && next === 0x65 && bytes[at - start + 2] === 0x67)
          found = lookForUu(source, bytes, start, at);
        if (found !== undefined) break;
      }
      // data:image/png;base64,
      if (code === COMMA && bytes[at - start - 1] === 0x34 && isDataUrl(bytes, at - start)) {
        found = declared(source, at + 1, quote, 'a data URL');
        break;
      }
      if (code === quote || (quote === 0x27 && code === 0x0a)) quote = 0;
      else if (quote === 0 && before !== WORD && (code === 0x22 || code === 0x27)) quote = code;
      before = classes[code] as number;
    }
    if (found !== undefined) {
      if (visit(found) === 'enough') return;
      at = Math.max(found.end, at + 1);
      before = EDGE;
    }
    spend(((at - from) >> 6) + 1);
  }
}

/** \u00.. */
function isLatinEscape(page: Uint8Array, at: number): boolean {
  return page[at + 1] === 0x75 && page[at + 2] === 0x30 && page[at + 3] === 0x30;
}

/** Reads on where a text begins that may stand for bytes that count. */
function look(
  source: ByteSource,
  page: Uint8Array,
  pageStart: number,
  at: number,
  quote: number,
  mask: number,
  spend: (steps: number) => void,
): Candidate | undefined {
  const index = at - pageStart;
  let taste: Uint8Array | undefined;
  let usual: Uint8Array | undefined;
  for (let number = 0; number < encodings.length; number++) {
    if ((mask & (1 << number)) === 0) continue;
    const encoding = encodings[number] as Encoding;
    const three = encoding.firstThreeOf(page, index);
    if (three !== UNCLEAR && (three < 0 || !mayBegin(three) || encoding.lengthOf(page, index) === TOO_SHORT)) continue;
    taste ??=
      page.length - index > 2 * TASTE ? page.subarray(index, index + 2 * TASTE) : source.read(at, at + 2 * TASTE);
    if (!encoding.isDense) usual ??= collectValue(memorySource(taste), 0, quote, TASTE).bytes;
    const beginning =
      usual !== undefined && !encoding.isDense ? usual : collectValue(memorySource(taste), 0, quote, TASTE, true).bytes;
    if (beginning.length < encoding.least) continue;
    if (encoding.isUnbroken && !isUnbroken(beginning, encoding.least)) continue;
    const first = encoding.decode(beginning);
    if (first.length < 8 || contentOrText(first, false) === undefined) continue;
    const value = collectConvincing(source, at, quote, encoding, spend);
    const candidate = value === undefined ? undefined : confirm(value, at, encoding);
    if (candidate !== undefined) return candidate;
  }
  return undefined;
}

/** Characters after which it is asked again whether it may still be what counts; a value may be as long as the file. */
const stages = [1024, 16 * 1024, 256 * 1024, longest];
/** What the end of a stage may cut through. */
const CUT = 8;

/** All of a value; undefined: its beginning is nothing that counts. */
function collectConvincing(
  source: ByteSource,
  at: number,
  quote: number,
  encoding: Encoding,
  spend: (steps: number) => void,
): Value | undefined {
  let value: Value | undefined;
  for (const most of stages) {
    value = collectValue(source, at, quote, most, encoding.isDense);
    spend(value.bytes.length >> 3);
    if (!value.isCut) return value;
    const text = encoding.name === base64.name ? withoutNeighbours(value.bytes) : value.bytes;
    if (text.length < value.bytes.length) continue;
    const beginning = encoding.decode(text);
    if (contentOrText(beginning.subarray(0, -CUT), false) === undefined) return undefined;
  }
  return value;
}

function confirm(value: Value, start: number, encoding: Encoding): Candidate | undefined {
  const isBase64 = encoding.name === base64.name;
  const text = isBase64 ? withoutNeighbours(value.bytes) : value.bytes;
  const bytes = encoding.decode(text);
  const content = contentOrText(bytes, !value.isCut);
  if (content === undefined) return undefined;
  if (content.what === 'zlib' && zlib.sniff(memorySource(bytes), '') === undefined) return undefined;
  const writing = isBase64 ? decodeBase64(text) : undefined;
  // "H4sI" among other words
  const isProse = writing !== undefined && (writing.blanks + writing.foreign) * 6 > writing.digits;
  if (isProse && content.kind === 'data') return undefined;
  // What was left out is looked at in its turn.
  const used = writing === undefined ? text.length : writing.end;
  const end = used < value.bytes.length ? start + used : value.end;
  return {
    start,
    end,
    encoding: encoding.name,
    content,
    bytes,
    text,
    declared: undefined,
    writing,
    isCut: value.isCut,
  };
}

const LEAST = 24;
const separators = new Set(Array.from('"\'`<>:.,;|$&(){}[]#@?%\\', (sign) => sign.charCodeAt(0)));

/** `gASV….:1tAbc:signature`: what stands behind a sign that separates is another text, if the first is one at all. */
function withoutNeighbours(text: Uint8Array): Uint8Array {
  for (let at = 0; at < text.length; at++) {
    const code = text[at] as number;
    if (isBase64Digit(code) || code === 0x3d || code <= 0x20) continue;
    return at >= LEAST && separators.has(code) ? text.subarray(0, at) : text;
  }
  return text;
}

function isUnbroken(text: Uint8Array, least: number): boolean {
  for (let at = 0; at < least; at++) if ((text[at] as number) <= 0x20) return false;
  return true;
}

function declared(source: ByteSource, start: number, quote: number, what: string): Candidate {
  const value = collectValue(source, start, quote, longest);
  return declaredIn(withoutNeighbours(value.bytes), start, value, what);
}

function declaredIn(text: Uint8Array, start: number, { end, isCut }: Value, what: string): Candidate {
  const writing = decodeBase64(text);
  return {
    start,
    end: Math.max(end, start),
    encoding: base64.name,
    content: contentOrText(writing.bytes, true),
    bytes: writing.bytes,
    text,
    declared: what,
    writing,
    isCut,
  };
}

function isDataUrl(page: Uint8Array, comma: number): boolean {
  return comma >= 7 && latin1(page.subarray(comma - 7, comma)) === ';base64';
}

/** RFC 7468: from `-----BEGIN label-----` to the line of its end. Armour of OpenPGP has headers and a checksum of its own. */
function lookForPem(
  source: ByteSource,
  page: Uint8Array,
  pageStart: number,
  at: number,
  quote: number,
): Candidate | undefined {
  const index = at - pageStart;
  // Blocks on lines of their own are for the reader of PEM.
  if (quote === 0 && (at === 0 || page[index - 1] === 0x0a)) return undefined;
  if (page[index + 5] !== 0x42 && page.length > index + 5) return undefined;
  const isWhole = page.length - index >= 80;
  const head = latin1(isWhole ? page.subarray(index, index + 80) : source.read(at, at + 80));
  const found = /^-----BEGIN ((?!PGP)[A-Z0-9 ]{1,40})-----/.exec(head);
  if (found === null) return undefined;
  const start = at + found[0].length;
  const text = collectBlock(source, start, quote);
  if (text === undefined) return undefined;
  // Proc-Type: 4,ENCRYPTED
  const body = latin1(text.bytes).replace(/^(?:\s{0,4}[\w-]{1,40}: ?[^\n]{0,200}\n){1,10}/, '');
  return declaredIn(toBytes(body), start, text, `PEM (${found[1]})`);
}

const longestBlock = 64 * 1024;

function collectBlock(source: ByteSource, start: number, quote: number): Value | undefined {
  const block = source.read(start, start + longestBlock);
  let length = block.length;
  for (let dash = block.indexOf(DASH); dash >= 0; dash = block.indexOf(DASH, dash + 1)) {
    if (latin1(block.subarray(dash, dash + 9)) !== '-----END ') continue;
    length = dash;
    break;
  }
  if (length === block.length) return undefined;
  // Double quotes, whose lines are not looked at one by one: blocks hold none.
  const { bytes } = collectValue(memorySource(block.subarray(0, length)), 0, quote === 0 ? 0x22 : quote, longestBlock);
  return { bytes, end: start + length, isCut: false };
}

/** `begin 644 name` at the start of a line. */
function lookForUu(source: ByteSource, page: Uint8Array, pageStart: number, at: number): Candidate | undefined {
  if (latin1(page.subarray(at - pageStart, at - pageStart + 6)) !== 'begin ') return undefined;
  const head = /^begin [0-7]{3,4} [^\n]{1,100}\n/.exec(latin1(source.read(at, at + 128)));
  if (head === null) return undefined;
  const text = source.read(at, Math.min(source.size, at + longest));
  const close = indexOfEnd(text);
  const bytes = uuencode.decode(text.subarray(0, close));
  const content = contentOrText(bytes, true);
  if (content === undefined) return undefined;
  const end = at + close;
  const { name } = uuencode;
  return {
    start: at,
    end,
    encoding: name,
    content,
    bytes,
    text,
    declared: undefined,
    writing: undefined,
    isCut: false,
  };
}

function indexOfEnd(text: Uint8Array): number {
  for (let at = text.indexOf(0x0a); at >= 0; at = text.indexOf(0x0a, at + 1)) {
    if (text[at + 1] === 0x65 && text[at + 2] === 0x6e && text[at + 3] === 0x64) return at + 1;
  }
  return text.length;
}

/** Encodings that are looked for behind blanks and quotes only: nearly every character is one of theirs. */
const behindEdges = encodings.reduce((mask, { isUnbroken: only }, number) => mask | (only ? 1 << number : 0), 0);

let table: Uint8Array | undefined;

/** For each pair of characters: the encodings in which it may begin what counts, a bit each. */
function masksOfPairs(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(65536);
  /** of first bytes that count, how many are less than each */
  const below = new Uint16Array(257);
  for (let byte = 0; byte < 256; byte++) below[byte + 1] = (below[byte] as number) + (firstBytes.has(byte) ? 1 : 0);
  for (const [number, { firstBytesOf }] of encodings.entries()) {
    for (let first = 0x21; first < 0x7f; first++) {
      for (let second = 0; second < 256; second++) {
        const pair = (first << 8) | second;
        const [low, high] = firstBytesOf(first, second);
        const isAny = low <= high && (below[high + 1] as number) > (below[low] as number);
        if (isAny) table[pair] = (table[pair] as number) | (1 << number);
      }
    }
  }
  return table;
}

function latin1(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

const decoder = new TextDecoder('latin1');

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
