// The records of extended headers (POSIX.1-2001): `27 path=…\n`, the length first. Releases of `tarfile` differ in what they do
// with records that are none: older ones stop at the first, newer ones refuse the archive (CVE-2024-6232).

import { decodeName, isUtf8 } from './name.ts';

export interface Record {
  readonly keyword: string;
  readonly value: string;
  /** of `path` and `linkpath`: bytes that are no UTF-8, though nothing says so */
  readonly isMisencoded: boolean;
}

export interface Records {
  readonly all: readonly Record[];
  /** why the rest was not read */
  readonly broken: string | undefined;
}

export function readRecords(bytes: Uint8Array, spend: (steps: number) => void): Records {
  const all: Record[] = [];
  let isBinary = false;
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0) {
    spend(1);
    const blank = bytes.indexOf(0x20, at);
    const digits = blank < 0 || blank - at > 20 ? '' : String.fromCharCode(...bytes.subarray(at, blank));
    if (!/^[0-9]+$/.test(digits)) return { all, broken: 'a record has no length' };
    const length = Number(digits);
    if (length === 0)
      return { all, broken: 'a record is 0 bytes long, on which older Pythons never end (CVE-2019-20907)' };
    if (length < 5 || length > bytes.length - at) return { all, broken: `a record is said to be ${digits} bytes long` };
    const end = at + length - 1;
    const equals = bytes.indexOf(0x3d, blank);
    if (equals < 0 || equals >= end || equals === blank + 1) return { all, broken: 'a record has no keyword' };
    if (bytes[end] !== 0x0a) return { all, broken: 'a record does not end where it says' };
    const keyword = decodeName(bytes.subarray(blank + 1, equals));
    const value = bytes.subarray(equals + 1, end);
    if (keyword === 'hdrcharset') isBinary = decodeName(value) === 'BINARY';
    const isName = keyword === 'path' || keyword === 'linkpath';
    all.push({ keyword, value: decodeName(value), isMisencoded: isName && !isBinary && !isUtf8(value) });
    at += length;
  }
  return { all, broken: undefined };
}

/** As `int(text)` of Python reads it; 0 where that fails, as in `tarfile`. */
export function readDecimal(text: string): { readonly value: number; readonly isPlain: boolean } {
  if (/^[0-9]+$/.test(text)) return { value: Number(text), isPlain: true };
  const [, sign, digits] = /^\s*([+-]?)([0-9]+(?:_[0-9]+)*)\s*$/.exec(text) ?? [];
  const value = digits === undefined ? 0 : Number(digits.replaceAll('_', ''));
  return { value: sign === '-' ? -value : value, isPlain: false };
}
