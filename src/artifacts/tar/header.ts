// One block of 512 bytes that describes a member: POSIX.1-1988 (`ustar`), GNU's and the one before either. Numbers are read as
// `tarfile` reads them, and with each stands whether all readers read it alike.

import { decodeName } from './name.ts';

export const BLOCK = 512;

/**
 * `plain`: octal digits, or base-256 of GNU; `odd`: what some readers refuse, and others take for another number. Python's
 * `int(text, 8)` takes signs, underscores and `0o`.
 */
export interface FieldNumber {
  readonly value: number;
  readonly form: 'plain' | 'odd';
}

export interface Header {
  /** with the prefix before it, as `tarfile` puts them together */
  readonly name: string;
  /** as readers have it that know a prefix in POSIX headers alone */
  readonly nameInField: string;
  readonly linkname: string;
  /** one character; NUL for regular files of old archives */
  readonly type: string;
  readonly size: FieldNumber;
  readonly mode: number;
  /** names of the other fields whose number is odd */
  readonly oddFields: readonly string[];
  readonly magic: 'posix' | 'gnu' | 'other' | 'none';
  readonly hasPrefix: boolean;
  /** … which is what GNU's incremental archives keep times in */
  readonly isPrefixOctal: boolean;
}

/** Whether the sum of the bytes is the one that is stored; old tars of Sun summed bytes with a sign. */
export function checksumOf(block: Uint8Array): 'unsigned' | 'signed' | 'wrong' {
  const field = block.subarray(148, 156);
  const { value, form } = readNumber(field);
  // Bytes that are no number are none to any reader, not zero: compressed data has a signed sum of zero now and then.
  if (value === 0 && form === 'odd' && !field.includes(0x30)) return 'wrong';
  let unsigned = 8 * 0x20;
  let signed = unsigned;
  for (let at = 0; at < BLOCK; at++) {
    if (at === 148) at = 156;
    const byte = block[at] as number;
    unsigned += byte;
    signed += byte < 0x80 ? byte : byte - 0x100;
  }
  if (value === unsigned) return 'unsigned';
  return value === signed ? 'signed' : 'wrong';
}

export function isZero(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}

export function readHeader(block: Uint8Array): Header {
  const field = (start: number, length: number) => block.subarray(start, start + length);
  const text = (start: number, length: number) => decodeName(upToNul(field(start, length)));
  const type = String.fromCharCode(block[156] as number);
  const magicText = String.fromCharCode(...field(257, 8));
  const magic = magicText.startsWith('ustar\0')
    ? 'posix'
    : magicText.startsWith('ustar ')
      ? 'gnu'
      : magicText.startsWith('ustar')
        ? 'other'
        : 'none';
  const nameInField = text(0, 100);
  // The old sparse header of GNU has its map there.
  const prefix = 'LKS'.includes(type) ? '' : text(345, 155);
  const numbers = { mode: [100, 8], uid: [108, 8], gid: [116, 8], mtime: [136, 12], major: [329, 8], minor: [337, 8] };
  const read = Object.entries(numbers).map(
    ([label, [start, length]]) => [label, readNumber(field(start as number, length as number))] as const,
  );
  return {
    name: prefix === '' ? nameInField : `${prefix}/${nameInField}`,
    nameInField,
    linkname: text(157, 100),
    type,
    size: readNumber(field(124, 12)),
    mode: read[0]?.[1].value ?? 0,
    oddFields: read.filter(([, { form }]) => form === 'odd').map(([label]) => label),
    magic,
    hasPrefix: prefix !== '',
    isPrefixOctal: /^[0-7]{11}$/.test(prefix),
  };
}

export function readNumber(field: Uint8Array): FieldNumber {
  const first = field[0] as number;
  if (first === 0x80 || first === 0xff) {
    let value = 0n;
    for (let at = 1; at < field.length; at++) value = (value << 8n) | BigInt(field[at] as number);
    if (first === 0xff) value -= 1n << BigInt(8 * (field.length - 1));
    // Beyond 2^53 it is beyond every file, and stays so.
    return { value: Number(value), form: 'plain' };
  }
  const text = String.fromCharCode(...upToNul(field));
  const digits = text.trim();
  if (digits === '' && first < 0x80) return { value: 0, form: 'plain' };
  if (/^[0-7]+$/.test(digits)) return { value: Number.parseInt(digits, 8), form: isPadded(text) ? 'plain' : 'odd' };
  const [, sign, number] = /^([+-]?)(?:0[oO]_?)?([0-7]+(?:_[0-7]+)*)$/.exec(digits) ?? [];
  const value = number === undefined ? 0 : Number.parseInt(number.replaceAll('_', ''), 8);
  return { value: sign === '-' ? -value : value, form: 'odd' };
}

/** Python strips other white space than blanks, too. */
function isPadded(text: string): boolean {
  return /^ *[0-7]+ *$/.test(text);
}

function upToNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}
