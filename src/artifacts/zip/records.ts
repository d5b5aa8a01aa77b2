// The records that a zip archive is made of, as PKWARE's APPNOTE 6.3 lays them out. Numbers are what stands there; what
// zip64 fields put in their place is resolved here too. Nothing is believed yet.

import type { Span } from '../../core/index.ts';
import type { ByteSource } from '../source.ts';

export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  spanned: 0x30304b50,
} as const;

export const sizes = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const;

export const flags = {
  encrypted: 0x1,
  descriptor: 0x8,
  patch: 0x20,
  strongEncryption: 0x40,
  utf8: 0x800,
  masked: 0x2000,
} as const;

export const extraIds = { zip64: 0x0001, unicodePath: 0x7075, aes: 0x9901 } as const;

const NOT_HERE_32 = 0xffffffff;
const NOT_HERE_64 = 2 ** 64;

/** What both headers of a member say. */
export interface Header {
  /** of the record, with its name, extra fields and comment */
  readonly span: Span;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  /** bytes in the archive */
  readonly packed: number;
  /** bytes when it is unpacked */
  readonly size: number;
  /** the same, as they stand in the record, where zip64 may stand in for them */
  readonly written: { readonly packed: number; readonly size: number };
  readonly rawName: Uint8Array;
  readonly extra: Extra;
}

export interface CentralHeader extends Header {
  /** of the system that the attributes are of; 3 is Unix, 19 macOS */
  readonly system: number;
  readonly versionNeeded: number;
  readonly disk: number;
  readonly attributes: number;
  /** of the local header, as it is declared */
  readonly offset: number;
  readonly comment: Span;
}

export interface Extra {
  readonly fields: readonly { readonly id: number; readonly bytes: Uint8Array }[];
  /** a field that claims to be longer than all of them are; Python refuses the archive */
  readonly isDamaged: boolean;
}

export interface End {
  readonly at: number;
  /** behind its comment */
  readonly end: number;
  readonly comment: Span;
  readonly disk: number;
  readonly directoryDisk: number;
  readonly countHere: number;
  readonly count: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
}

export interface End64 {
  /** of the record, and of the locator behind it */
  readonly record: number;
  readonly locator: number;
  /** where the locator says that the record is */
  readonly declaredAt: number;
  readonly values: Pick<End, 'count' | 'directorySize' | 'directoryOffset' | 'countHere' | 'disk' | 'directoryDisk'>;
}

/** undefined: not all of it is there, or it does not begin with the signature */
function record(source: ByteSource, at: number, length: number, signature: number): DataView | undefined {
  if (at < 0 || at + length > source.size) return undefined;
  const bytes = source.read(at, at + length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0, true) === signature ? view : undefined;
}

/** 64 bits; what no file can have becomes a number that is larger than any. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

export function readLocal(source: ByteSource, at: number): Header | undefined {
  const view = record(source, at, sizes.local, signatures.local);
  if (view === undefined) return undefined;
  const nameEnd = at + sizes.local + view.getUint16(26, true);
  const end = nameEnd + view.getUint16(28, true);
  if (end > source.size) return undefined;
  const fixed = {
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    checksum: view.getUint32(14, true),
  };
  const written = { packed: view.getUint32(18, true), size: view.getUint32(22, true) };
  const rawName = source.read(at + sizes.local, nameEnd).slice();
  const extra = readExtra(source.read(nameEnd, end).slice());
  const { packed, size } = withZip64(extra, { ...written, offset: 0 });
  return { span: { start: at, end }, ...fixed, packed, size, written, rawName, extra };
}

export function readCentral(source: ByteSource, at: number): CentralHeader | undefined {
  const view = record(source, at, sizes.central, signatures.central);
  if (view === undefined) return undefined;
  const fixed = {
    system: view.getUint8(5),
    versionNeeded: view.getUint8(6),
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    checksum: view.getUint32(16, true),
    disk: view.getUint16(34, true),
    attributes: view.getUint32(38, true),
  };
  const written = { packed: view.getUint32(20, true), size: view.getUint32(24, true) };
  const nameEnd = at + sizes.central + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const end = extraEnd + view.getUint16(32, true);
  const given = view.getUint32(42, true);
  if (end > source.size) return undefined;
  const rawName = source.read(at + sizes.central, nameEnd).slice();
  const extra = readExtra(source.read(nameEnd, extraEnd).slice());
  const { packed, size, offset } = withZip64(extra, { ...written, offset: given });
  const comment = { start: extraEnd, end };
  return { span: { start: at, end }, ...fixed, packed, size, written, offset, rawName, extra, comment };
}

function readExtra(bytes: Uint8Array): Extra {
  const fields: { id: number; bytes: Uint8Array }[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  // What is shorter than a field's head is padding, to Python and to those that align members with it.
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > bytes.length) return { fields, isDamaged: true };
    fields.push({ id: view.getUint16(at, true), bytes: bytes.subarray(at + 4, end) });
    at = end;
  }
  return { fields, isDamaged: false };
}

interface Wide {
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** As Python does (`ZipInfo._decodeExtra`): in this order, and only what the record says is not in it. */
function withZip64(extra: Extra, written: Wide): Wide {
  const field = extra.fields.find(({ id }) => id === extraIds.zip64);
  if (field === undefined) return written;
  const view = new DataView(field.bytes.buffer, field.bytes.byteOffset, field.bytes.byteLength);
  let at = 0;
  const next = (value: number) => {
    if (value !== NOT_HERE_32) return value;
    at += 8;
    return at <= view.byteLength ? long(view, at - 8) : NOT_HERE_64;
  };
  const size = next(written.size);
  const packed = next(written.packed);
  return { size, packed, offset: next(written.offset) };
}

export function readEnd(source: ByteSource, at: number): End | undefined {
  const view = record(source, at, sizes.end, signatures.end);
  if (view === undefined) return undefined;
  const start = at + sizes.end;
  const end = Math.min(start + view.getUint16(20, true), source.size);
  return {
    at,
    end,
    comment: { start, end },
    disk: view.getUint16(4, true),
    directoryDisk: view.getUint16(6, true),
    countHere: view.getUint16(8, true),
    count: view.getUint16(10, true),
    directorySize: view.getUint32(12, true),
    directoryOffset: view.getUint32(16, true),
  };
}

/** As Python looks for it: right before the locator, which is right before the end record. */
export function readEnd64(source: ByteSource, endAt: number): End64 | undefined {
  const locator = endAt - sizes.locator64;
  const pointer = record(source, locator, sizes.locator64, signatures.locator64);
  if (pointer === undefined) return undefined;
  const declaredAt = long(pointer, 8);
  const at = locator - sizes.end64;
  const view = record(source, at, sizes.end64, signatures.end64);
  if (view === undefined) return undefined;
  return {
    record: at,
    locator,
    declaredAt,
    values: {
      disk: view.getUint32(16, true),
      directoryDisk: view.getUint32(20, true),
      countHere: long(view, 24),
      count: long(view, 32),
      directorySize: long(view, 40),
      directoryOffset: long(view, 48),
    },
  };
}

/** Whether a locator stands before the end record, wherever it points. */
export function locatorAt(source: ByteSource, endAt: number): number | undefined {
  const view = record(source, endAt - sizes.locator64, sizes.locator64, signatures.locator64);
  return view === undefined ? undefined : long(view, 8);
}
