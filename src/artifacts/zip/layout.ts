// The two views of an archive: what its directory says of the members, and what their own headers say. Readers that stream
// believe the headers, Python the directory. Where both say the same, and the members lie one behind the other without
// overlapping, there is only one thing to read.

import type { Span } from '../../core/index.ts';
import type { Draft } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import { unsignedAt } from '../bytes.ts';
import type { ByteSource } from '../source.ts';
import { showName } from '../tar/name.ts';
import type { Directory } from './directory.ts';
import { type MemberName, nameOf } from './names.ts';
import { type CentralHeader, extraIds, flags, type Header, readLocal, signatures } from './records.ts';

export interface Member {
  readonly name: MemberName;
  /** for people */
  readonly shown: string;
  /** what the directory says of it; of a member that is not listed, its own header */
  readonly header: Header;
  readonly central: CentralHeader | undefined;
  readonly local: Header;
  /** of the bytes that are packed */
  readonly data: Span;
}

/** Members that are where the directory says, each compared with its own header. */
export function membersOf(
  source: ByteSource,
  { entries, shift }: Directory,
  draft: Draft,
  budget: Budget,
): readonly Member[] {
  const members: Member[] = [];
  for (const central of entries) {
    budget.spend(16);
    const name = nameOf(central);
    const shown = showName(name.text);
    const at = central.offset + shift;
    const local = readLocal(source, at);
    if (local === undefined) {
      draft.concern('zip:member-missing', 'dangerous', central.span, { name: shown, offset: at });
      continue;
    }
    compare(central, local, shown, draft);
    checkExtra(central, shown, draft);
    checkExtra(local, shown, draft);
    if (name.isUndecodable) draft.concern('zip:name-undecodable', 'unknown', central.span, { name: shown });
    const start = local.span.end;
    const end = Math.min(start + central.packed, source.size);
    if (start + central.packed > source.size) {
      draft.concern('zip:damaged', 'unknown', local.span, { name: shown, why: 'the file ends before it does' });
    }
    members.push({ name, shown, header: central, central, local, data: { start, end } });
  }
  return members;
}

/** Says what changes the meaning of a member, depending on which header is read. */
function compare(central: CentralHeader, local: Header, name: string, draft: Draft): void {
  const { span } = local;
  const differs = (what: string, one: string | number, other: string | number) =>
    draft.concern('zip:headers-differ', 'dangerous', span, { name, what, directory: one, header: other });
  if (!sameBytes(central.rawName, local.rawName)) {
    differs('the name', name, showName(nameOf(local).text));
  } else if (((central.flags ^ local.flags) & flags.utf8) !== 0 && nameOf(central).text !== nameOf(local).text) {
    differs('the encoding of the name', name, showName(nameOf(local).text));
  }
  if (central.method !== local.method) differs('the compression', central.method, local.method);
  const [listed, own] = [nameOf(central).unicode, nameOf(local).unicode];
  if (listed !== own) differs('the Unicode name', showName(listed ?? 'none'), showName(own ?? 'none'));
  const encryption = flags.encrypted | flags.strongEncryption | flags.masked;
  if ((central.flags & encryption) !== (local.flags & encryption))
    differs('the encryption', central.flags, local.flags);
  const mayFollow = (local.flags & flags.descriptor) !== 0;
  // What is not known when the header is written is zero there, or what the writer guessed for zip64.
  const isLeftOut = local.checksum === 0 && local.packed === 0 && local.size === 0;
  if (local.packed !== central.packed || local.size !== central.size) {
    if (isLeftOut && !mayFollow) {
      draft.concern('zip:header-empty', 'unknown', span, { name });
    } else if (
      !isLeftOut &&
      !(mayFollow && mayBecome(local.packed, central.packed) && mayBecome(local.size, central.size))
    ) {
      differs('the size', `${central.packed} and ${central.size}`, `${local.packed} and ${local.size}`);
    }
  } else if (local.checksum !== central.checksum && !(mayFollow && local.checksum === 0)) {
    draft.concern('zip:checksums-differ', 'unknown', span, { name });
  }
}

/** A size that comes behind the member is zero before it, left open for zip64, or known already. */
const mayBecome = (size: number, later: number) => size === 0 || size >= 0xffffffff || size === later;

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** What fields for large sizes and other names would change, for those who read them and for those who do not. */
function checkExtra(header: Header, name: string, draft: Draft): void {
  const { fields, isDamaged } = header.extra;
  const { span } = header;
  if (isDamaged) draft.concern('zip:extra-damaged', 'unknown', span, { name });
  for (const id of [extraIds.zip64, extraIds.unicodePath]) {
    if (fields.filter((field) => field.id === id).length > 1) {
      draft.concern('zip:extra-twice', 'dangerous', span, { name, id: `0x${id.toString(16).padStart(4, '0')}` });
    }
  }
  const zip64 = fields.find(({ id }) => id === extraIds.zip64);
  if (zip64 === undefined) return;
  const { bytes } = zip64;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { size, packed } = header.written;
  // Some readers take what the field says even where the record says it itself.
  if (bytes.length >= 16 && size !== 0xffffffff && packed !== 0xffffffff) {
    const [wideSize, widePacked] = [Number(view.getBigUint64(0, true)), Number(view.getBigUint64(8, true))];
    // Writers of spreadsheets make room for sizes, and leave it empty where it was not needed.
    const weight = wideSize === 0 && widePacked === 0 ? 'unknown' : 'dangerous';
    if (wideSize !== size || widePacked !== packed) draft.concern('zip:zip64-differs', weight, span, { name });
  }
  if (![0, 8, 16, 24, 28].includes(bytes.length)) draft.concern('zip:extra-damaged', 'unknown', span, { name });
}

/** Says which members share bytes, with each other or with the directory. `end` is behind all that belongs to a member. */
export function checkOverlaps(
  members: readonly { readonly shown: string; readonly start: number; readonly end: number }[],
  directory: Span,
  draft: Draft,
): void {
  const sorted = [...members].sort((one, other) => one.start - other.start || one.end - other.end);
  let last: (typeof sorted)[number] | undefined;
  for (const member of sorted) {
    const { start, end, shown } = member;
    if (last !== undefined && start < last.end) {
      draft.concern(
        'zip:overlap',
        'dangerous',
        { start, end: Math.max(end, start) },
        { one: last.shown, other: shown },
      );
    }
    if (last === undefined || end > last.end) last = member;
    if (start < directory.end && end > directory.start) {
      draft.concern('zip:overlap', 'dangerous', { start, end }, { one: shown, other: 'the directory' });
    }
  }
}

const MAX_METHOD = 99;
const MAX_VERSION = 63;

/** The next local header from an offset on, before `to`, that could be one: the signature alone stands in many files. */
export function findLocal(source: ByteSource, from: number, to: number, budget: Budget): Header | undefined {
  for (let at = from; at + 30 <= to; ) {
    const { start, bytes } = source.pageAt(at);
    budget.spend(1 + (bytes.length >> 8));
    const end = Math.min(bytes.length, to - start);
    let index = bytes.indexOf(0x50, at - start);
    for (; index >= 0 && index + 3 < end; index = bytes.indexOf(0x50, index + 1)) {
      if (bytes[index + 1] !== 0x4b || bytes[index + 2] !== 3 || bytes[index + 3] !== 4) continue;
      const header = plausibleLocal(source, start + index, to);
      // Another page may have taken the place of this one.
      if (header !== undefined) return header;
    }
    // A signature may lie across the border.
    if (start + bytes.length >= to) return undefined;
    const border = start + bytes.length - 3;
    for (let across = Math.max(border, at); across < start + bytes.length; across++) {
      const header = plausibleLocal(source, across, to);
      if (header !== undefined) return header;
    }
    at = start + bytes.length;
  }
  return undefined;
}

function plausibleLocal(source: ByteSource, at: number, to: number): Header | undefined {
  const header = readLocal(source, at);
  if (header === undefined || header.span.end > to) return undefined;
  const version = source.read(at + 4, at + 5)[0] ?? 0;
  const isPlausible = version <= MAX_VERSION && header.method <= MAX_METHOD && header.rawName.length > 0;
  return isPlausible && !header.extra.isDamaged ? header : undefined;
}

/** A member that only its own header tells of. */
export function unlistedMember(local: Header, end: number): Member {
  const name = nameOf(local);
  const data = { start: local.span.end, end };
  return { name, shown: showName(name.text), header: local, central: undefined, local, data };
}

/**
 * Whether a reader that streams could take a part of a member for its end: it is stored, its sizes come behind it, and what
 * marks them stands in it.
 */
export function hasTwoEnds(source: ByteSource, { local, data }: Member, budget: Budget): boolean {
  if (local.method !== 0 || (local.flags & flags.descriptor) === 0 || local.packed !== 0) return false;
  for (let at = data.start; at + 4 <= data.end; ) {
    const { start, bytes } = source.pageAt(at);
    budget.spend(1 + (bytes.length >> 8));
    const found = bytes.subarray(0, data.end - start).indexOf(0x50, at - start);
    if (found < 0) at = start + bytes.length;
    else if (unsignedAt(source, start + found, 4) === signatures.descriptor && start + found + 4 <= data.end)
      return true;
    else at = start + found + 1;
  }
  return false;
}

/** Behind the descriptor of a member, if one of its four forms stands there and says what the header says. */
export function descriptorEnd(
  source: ByteSource,
  { data, header }: Pick<Member, 'data' | 'header'>,
): number | undefined {
  const bytes = source.read(data.end, data.end + 24);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasSignature = bytes.length >= 4 && view.getUint32(0, true) === signatures.descriptor;
  for (const at of hasSignature ? [4, 0] : [0]) {
    for (const wide of [false, true]) {
      const end = at + (wide ? 20 : 12);
      if (end > bytes.length || view.getUint32(at, true) !== header.checksum) continue;
      const [packed, size] = wide
        ? [Number(view.getBigUint64(at + 4, true)), Number(view.getBigUint64(at + 12, true))]
        : [view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
      if (packed === header.packed && size === header.size) return data.end + end;
    }
  }
  return undefined;
}
