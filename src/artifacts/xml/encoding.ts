// In which encoding a document is written: by its byte order mark, by its first bytes and by its declaration (XML 1.0,
// appendix F). Readers weigh these differently, and what one takes for text another takes for markup.

import type { ByteSource } from '../source.ts';

export interface Encoding {
  /** bytes of one unit of text */
  readonly width: 1 | 2 | 4;
  readonly isBigEndian: boolean;
  /** bytes of the byte order mark */
  readonly mark: 0 | 2 | 3 | 4;
  /** as the bytes show: `UTF-8` stands for everything that agrees with ASCII */
  readonly found: 'UTF-8' | 'UTF-16' | 'UTF-32' | 'EBCDIC';
  /** as the declaration says, in lower case */
  readonly declared: string | undefined;
  readonly hasDeclaration: boolean;
  /** what to read the bytes as */
  readonly label: string;
  /** what to make of the two together */
  readonly state: 'plain' | 'disagrees' | 'unmarked' | 'rare';
}

/** Bytes in which a declaration must lie; readers look no further. */
const MAX_DECLARATION = 1024;

export function detectEncoding(source: ByteSource): Encoding {
  const head = source.read(0, MAX_DECLARATION * 4);
  const shape = shapeOf(head);
  const { width, isBigEndian, mark, found } = shape;
  const start = narrow(head.subarray(mark), shape).subarray(0, MAX_DECLARATION);
  // most documents have none
  const text = start[0] === 0x3c && start[1] === 0x3f ? String.fromCharCode(...start) : '';
  const declared = declaredIn(text);
  const family = declared === undefined ? undefined : familyOf(declared);
  const label = found === 'UTF-16' ? (isBigEndian ? 'utf-16be' : 'utf-16le') : labelOf(family, declared);
  return {
    width,
    isBigEndian,
    mark,
    found,
    declared,
    hasDeclaration: text.startsWith('<?xml'),
    label,
    state: stateOf(shape, family),
  };
}

/** What is no Unicode is shown as Latin-1, one character a byte, where heed does not know better. */
function labelOf(family: Family | undefined, declared = ''): string {
  if (family === 'other') return 'latin1';
  return family === 'single' && !declared.endsWith('ascii') ? declared : 'utf-8';
}

type Shape = Pick<Encoding, 'width' | 'isBigEndian' | 'mark' | 'found'>;

function shapeOf(head: Uint8Array): Shape {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  const utf16 = (isBigEndian: boolean, mark: 0 | 2): Shape => ({ width: 2, isBigEndian, mark, found: 'UTF-16' });
  const utf32 = (isBigEndian: boolean, mark: 0 | 4): Shape => ({ width: 4, isBigEndian, mark, found: 'UTF-32' });
  if (a === 0xef && b === 0xbb && c === 0xbf) return { width: 1, isBigEndian: false, mark: 3, found: 'UTF-8' };
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? utf32(false, 4) : utf16(false, 2);
  if (a === 0 && b === 0) return c === 0xfe && d === 0xff ? utf32(true, 4) : utf32(true, 0);
  if (a === 0xfe && b === 0xff) return utf16(true, 2);
  if (b === 0 && c === 0 && d === 0) return utf32(false, 0);
  if (a === 0) return utf16(true, 0);
  if (b === 0) return utf16(false, 0);
  const isEbcdic = a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94;
  return { width: 1, isBigEndian: false, mark: 0, found: isEbcdic ? 'EBCDIC' : 'UTF-8' };
}

function stateOf({ found, mark }: Shape, family: Family | undefined): Encoding['state'] {
  if (found === 'UTF-32' || found === 'EBCDIC' || family === 'other') return 'rare';
  if (found === 'UTF-16') {
    if (family === 'utf-8' || family === 'single') return 'disagrees';
    return mark === 0 ? 'unmarked' : 'plain';
  }
  return family === 'utf-16' || (mark > 0 && family === 'single') ? 'disagrees' : 'plain';
}

/** `single`: one byte a character, and ASCII where ASCII is, so that all markup stands where every reader sees it. */
type Family = 'utf-8' | 'utf-16' | 'single' | 'other';

const singleByte = new RegExp(
  `^(${[
    '(us-)?ascii',
    'ansi_x3\\.4-1968',
    'iso[-_]?8859[-_]?(1|2|3|4|5|6|7|8|9|10|11|13|14|15|16)',
    'latin[-_]?[1-9]',
    '(windows|cp)[-_]?125[0-8]',
    '(cp|ibm)-?(437|775|850|852|855|857|858|86[0-3]|865|866|869|1125)',
    'mac[-_]?(roman|cyrillic|greek|iceland|latin2|turkish)',
    'macintosh',
    'koi8[-_][ru]',
    'tis-?620',
    'kz[-_]?1048',
    'hp-roman8',
    'ptcp154',
  ].join('|')})$`,
);

function familyOf(declared: string): Family {
  if (/^utf-?8$/.test(declared)) return 'utf-8';
  if (/^(utf-?16(le|be)?|(iso-10646-)?ucs-?2)$/.test(declared)) return 'utf-16';
  return singleByte.test(declared) ? 'single' : 'other';
}

function declaredIn(head: string): string | undefined {
  const end = head.startsWith('<?xml') ? head.indexOf('?>') : -1;
  if (end < 0) return undefined;
  return /\sencoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/.exec(head.slice(0, end))?.[1]?.toLowerCase();
}

/** One byte a unit: ASCII as it is, anything else as a byte of 128 or more. The markup of XML is ASCII throughout. */
export function narrow(bytes: Uint8Array, { width, isBigEndian, found }: Shape): Uint8Array {
  if (found === 'EBCDIC') return bytes.map((byte) => asciiOfEbcdic[byte] as number);
  if (width === 1) return bytes;
  const units = new Uint8Array(Math.floor(bytes.length / width));
  for (let at = 0; at < units.length; at++) {
    let value = 0;
    for (let byte = 0; byte < width; byte++) {
      value = value * 256 + (bytes[at * width + (isBigEndian ? byte : width - 1 - byte)] as number);
    }
    units[at] = value < 128 ? value : 255;
  }
  return units;
}

/** Code page 037, as far as it is ASCII; its relatives differ in brackets only. */
const asciiOfEbcdic = ebcdic();

function ebcdic(): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  const put = (start: number, text: string) => {
    for (let at = 0; at < text.length; at++) table[start + at] = text.charCodeAt(at);
  };
  put(0x81, 'abcdefghi');
  put(0x91, 'jklmnopqr');
  put(0xa2, 'stuvwxyz');
  put(0xc1, 'ABCDEFGHI');
  put(0xd1, 'JKLMNOPQR');
  put(0xe2, 'STUVWXYZ');
  put(0xf0, '0123456789');
  put(0x4b, '.<(+|&');
  put(0x5a, '!$*);^-/');
  put(0x6b, ',%_>?');
  put(0x79, '`:#@\'="');
  for (const [byte, char] of [
    [0x05, '\t'],
    [0x0d, '\r'],
    [0x15, '\n'],
    [0x25, '\n'],
    [0x40, ' '],
    [0xba, '['],
    [0xbb, ']'],
    [0xad, '['],
    [0xbd, ']'],
  ] as const) {
    table[byte] = char.charCodeAt(0);
  }
  return table;
}

/** Whether text in UTF-7 (RFC 2152), which no reader of ASCII sees through, holds a document type. */
export function hidesDoctypeInUtf7(text: string): boolean {
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const plus = text.indexOf('+', at);
    if (plus < 0) break;
    plain += text.slice(at, plus);
    let end = plus + 1;
    while (end < text.length && /[A-Za-z0-9+/]/.test(text[end] as string)) end++;
    plain += end === plus + 1 ? '+' : fromUtf7(text.slice(plus + 1, end));
    at = text[end] === '-' ? end + 1 : end;
  }
  plain += text.slice(at);
  return /<!(DOCTYPE|ENTITY)/.test(plain);
}

function fromUtf7(base64: string): string {
  const binary = atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)));
  let text = '';
  for (let at = 0; at + 1 < binary.length; at += 2) {
    text += String.fromCharCode(binary.charCodeAt(at) * 256 + binary.charCodeAt(at + 1));
  }
  return text;
}
