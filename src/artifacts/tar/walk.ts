// From block to block, as `tarfile` goes: headers, what extends them, and the stretches of their data. Other readers go other
// ways where sizes are told twice or links have data: the same walk with other rules of skipping says what they see.

import type { Span } from '../../core/index.ts';
import type { Weight } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import { BLOCK, checksumOf, type Header, isZero, readHeader } from './header.ts';
import { decodeName, showName } from './name.ts';
import { type Record, readDecimal, readRecords } from './pax.ts';
import { type SparseMap, sparseMapOf } from './sparse.ts';

export type MemberType = 'file' | 'folder' | 'symlink' | 'hard link' | 'device' | 'fifo';

export interface Member {
  readonly name: string;
  /** of links, what they point at */
  readonly linkname: string;
  readonly type: MemberType;
  readonly mode: number;
  /** of its first header, and of its data */
  readonly header: Span;
  readonly data: Span;
  readonly sparse: SparseMap | undefined;
}

/**
 * How a reader finds the next header. `tarfile` takes the size of a POSIX header before that of the block, and expects no
 * data behind links and folders.
 */
export interface Skipping {
  readonly sizes: 'extended' | 'in block';
  readonly dataOf: 'files' | 'all types';
}

export const asPythonSkips: Skipping = { sizes: 'extended', dataOf: 'files' };

export interface Walk {
  /** Called for members in their order. */
  member(member: Member): void;
  concern(kind: string, weight: Weight, span: Span, parameters?: { readonly [name: string]: string | number }): void;
  claim(start: number, end: number): void;
  /** Readers that skip otherwise see other members from here. */
  differs(skipping: Skipping): void;
}

/** Long names and records of headers that `tarfile` reads whole; no honest one comes near. */
const MAX_EXTENSION = 1024 * 1024;
/** Names are cut behind what systems allow, so that archives of long ones take no more memory than they are worth. */
const LONGEST_NAME = 5000;
/** Records of one member that are remembered: holes have two each. */
const MOST_RECORDS = 1_000_000;
/** What fits into the field of a size; larger ones have to be told otherwise. */
const LARGEST_IN_BLOCK = 8 ** 11 - 1;
const fileTypes = new Set(['0', '\0', '7', 'S']);
const typesWithoutData: ReadonlyMap<string, MemberType> = new Map([
  ['1', 'hard link'],
  ['2', 'symlink'],
  ['3', 'device'],
  ['4', 'device'],
  ['5', 'folder'],
  ['6', 'fifo'],
]);

/** What headers before a member's own say of it. In `tarfile`, what stands first holds. */
interface Pending {
  start: number | undefined;
  name: string | undefined;
  linkname: string | undefined;
  readonly records: Map<string, string>;
  all: Record[];
}

export function walkTar(source: ByteSource, skipping: Skipping, budget: Budget, walk: Walk): void {
  const globals = new Map<string, string>();
  let pending = nothingPending();
  let at = 0;
  let isBehindEnd = false;
  while (at < source.size) {
    budget.spend(16);
    const block = source.read(at, at + BLOCK);
    if (block.length < BLOCK) {
      if (!isBehindEnd) walk.concern('tar:truncated', 'unknown', spanOf(at, source), { what: 'a header' });
      return;
    }
    if (isZero(block)) {
      if (pending.start !== undefined) dangles(walk, pending, at);
      const next = firstNonZero(source, at, budget);
      walk.claim(at, next);
      if (next >= source.size || checksumOf(source.read(next, next + BLOCK)) === 'wrong') return;
      walk.concern('tar:behind-the-end', 'unknown', { start: next, end: next + BLOCK });
      isBehindEnd = true;
      pending = nothingPending();
      globals.clear();
      at = next;
      continue;
    }
    const checksum = checksumOf(block);
    if (checksum === 'wrong') {
      const next = nextHeader(source, at + BLOCK, budget);
      const why = 'a header is damaged, and Python stops there in silence';
      const kind = next === undefined ? 'tar:damaged' : 'tar:behind-damage';
      walk.concern(kind, 'unknown', { start: at, end: at + BLOCK }, { name: 'the archive', why });
      if (next === undefined) return;
      pending = nothingPending();
      at = next;
      continue;
    }
    const header = readHeader(block);
    const span = { start: at, end: at + BLOCK };
    walk.claim(at, at + BLOCK);
    tellOfHeader(walk, header, checksum, span);
    const size = sizeOf(walk, header, span);
    const dataStart = at + BLOCK;
    if ('LKxXg'.includes(header.type)) {
      pending.start ??= at;
      const end = Math.min(dataStart + size, source.size);
      if (dataStart + size > source.size) walk.concern('tar:truncated', 'unknown', span, { what: 'a header' });
      const bytes = source.read(dataStart, Math.min(end, dataStart + MAX_EXTENSION));
      if (size > MAX_EXTENSION) walk.concern('tar:huge-header', 'unknown', span, { size });
      budget.spend(bytes.length >> 8);
      extend(walk, header.type, bytes, span, pending, globals, budget);
      at = dataStart + roundUp(size);
      walk.claim(dataStart, Math.min(at, source.size));
      continue;
    }
    const member = memberOf(walk, header, size, span, pending, globals, source, budget, skipping);
    if (member.data.end > source.size) {
      walk.concern('tar:truncated', 'unknown', span, { what: showName(member.name) });
    }
    const next = dataStart + roundUp(member.data.end - dataStart);
    const end = Math.min(member.data.end, source.size);
    walk.claim(dataStart, end);
    if (next > end && isZero(source.read(end, next))) walk.claim(end, Math.min(next, source.size));
    walk.member({ ...member, data: { start: member.data.start, end } });
    pending = nothingPending();
    at = next;
  }
  if (pending.start !== undefined) dangles(walk, pending, source.size);
}

/** What is odd about a block by itself. */
function tellOfHeader(walk: Walk, header: Header, checksum: 'unsigned' | 'signed', span: Span): void {
  const member = showName(header.name);
  if (checksum === 'signed') walk.concern('tar:signed-checksum', 'note', span, { member });
  for (const field of header.oddFields) walk.concern('tar:odd-number', 'unknown', span, { member, field });
  if (header.hasPrefix && header.magic !== 'posix') {
    const weight = header.isPrefixOctal ? 'note' : 'dangerous';
    const other = showName(header.nameInField);
    walk.concern('tar:two-names', weight, span, { member, other, how: 'its prefix counts in POSIX headers alone' });
  }
}

function sizeOf(walk: Walk, header: Header, span: Span): number {
  const { value, form } = header.size;
  const member = showName(header.name);
  if (form === 'odd') walk.concern('tar:odd-size', 'dangerous', span, { member });
  if (value >= 0) return value;
  walk.concern('tar:negative-size', 'dangerous', span, { member, size: value });
  return 0;
}

/** Takes in what a long name or an extended header says of what follows. */
function extend(
  walk: Walk,
  type: string,
  bytes: Uint8Array,
  span: Span,
  pending: Pending,
  globals: Map<string, string>,
  budget: Budget,
): void {
  if (type === 'L' || type === 'K') {
    const end = bytes.indexOf(0);
    const name = decodeName(bytes.subarray(0, end < 0 ? LONGEST_NAME : Math.min(end, LONGEST_NAME)));
    const key = type === 'L' ? 'name' : 'linkname';
    const told = pending[key] ?? pending.records.get(type === 'L' ? 'path' : 'linkpath');
    if (told !== undefined) isToldAgain(walk, span, told, name);
    else pending[key] = name;
    return;
  }
  const { all, broken } = readRecords(bytes, (steps) => budget.spend(steps));
  if (broken !== undefined) walk.concern('tar:broken-record', 'dangerous', span, { why: broken });
  for (const record of all) {
    const { keyword } = record;
    const value = record.value.slice(0, LONGEST_NAME);
    if (record.isMisencoded) walk.concern('tar:misencoded-name', 'unknown', span, { member: showName(value) });
    if (type === 'g') {
      const isOfOne = ['path', 'linkpath', 'size'].includes(keyword) || keyword.startsWith('GNU.sparse.');
      if (isOfOne) walk.concern('tar:global-header', 'dangerous', span, { keyword, value: showName(value) });
      if (isOfOne && globals.size < MOST_RECORDS) globals.set(keyword, value);
      continue;
    }
    if (keyword.startsWith('GNU.sparse.') && pending.all.length < MOST_RECORDS) pending.all.push(record);
    const isName = keyword === 'path' || keyword === 'linkpath';
    if (isName && value.includes('\0')) isToldAgain(walk, span, value.slice(0, value.indexOf('\0')), value);
    const told =
      (isName ? pending[keyword === 'path' ? 'name' : 'linkname'] : undefined) ?? pending.records.get(keyword);
    // Within one header the last record holds, so a record that is there twice is no less odd.
    if (told !== undefined && (isName || keyword === 'size')) isToldAgain(walk, span, told, value);
    else if (told === undefined && (isName || keyword === 'size' || keyword === 'GNU.sparse.name')) {
      pending.records.set(keyword, value);
    }
  }
}

function isToldAgain(walk: Walk, span: Span, told: string, again: string): void {
  if (told === again) return;
  const how = 'it is told twice, and readers take the first or the last';
  walk.concern('tar:two-names', 'dangerous', span, { member: showName(told), other: showName(again), how });
}

function memberOf(
  walk: Walk,
  header: Header,
  sizeInBlock: number,
  span: Span,
  pending: Pending,
  globals: ReadonlyMap<string, string>,
  source: ByteSource,
  budget: Budget,
  skipping: Skipping,
): Member {
  const record = (keyword: string) => pending.records.get(keyword) ?? globals.get(keyword);
  const name = pending.name ?? record('GNU.sparse.name') ?? record('path') ?? header.name;
  const linkname = pending.linkname ?? record('linkpath') ?? header.linkname;
  const withoutData = typesWithoutData.get(header.type);
  const isOldFolder = header.type === '\0' && header.name.endsWith('/');
  const type = isOldFolder ? 'folder' : (withoutData ?? 'file');
  const hasData = type === 'file';
  const member = showName(name);

  let size = sizeInBlock;
  const extendedSize = pending.records.get('size');
  if (extendedSize !== undefined) {
    const { value, isPlain } = readDecimal(extendedSize);
    if (value < 0) walk.concern('tar:negative-size', 'dangerous', span, { member, size: value });
    else if (!isPlain) walk.concern('tar:odd-size', 'dangerous', span, { member });
    const isNeeded = value > LARGEST_IN_BLOCK;
    if (hasData && value >= 0 && value !== sizeInBlock && !isNeeded) {
      walk.concern('tar:two-sizes', 'dangerous', span, { member, size: value, other: sizeInBlock });
      walk.differs({ ...skipping, sizes: 'in block' });
    }
    if (skipping.sizes === 'extended') size = Math.max(value, 0);
  }
  if (!hasData && size > 0) {
    const [without, behind] = [meetsAt(source, span.end), meetsAt(source, span.end + roundUp(size))];
    if (without !== 'neither' && behind !== 'neither' && (without === 'header' || behind === 'header')) {
      // Old writers put the size of a file into each of its links, and few readers skip it there.
      const weight = type === 'hard link' ? 'unknown' : 'dangerous';
      walk.concern('tar:data-of-link', weight, span, { member, type, size });
      walk.differs({ ...skipping, dataOf: 'all types' });
    }
    if (skipping.dataOf === 'files') size = 0;
  }
  if (hasData && !fileTypes.has(header.type)) {
    walk.concern('tar:unknown-type', 'unknown', span, { member, type: showName(header.type) });
  }
  const found = sparseMapOf(header, pending.all, span.end, size, source, budget);
  if (found?.why !== undefined) walk.concern('tar:sparse-lies', 'dangerous', span, { member, why: found.why });
  return {
    name,
    linkname,
    type,
    mode: header.mode,
    header: { start: pending.start ?? span.start, end: span.end },
    data: { start: found?.dataStart ?? span.end, end: (found?.blocksEnd ?? span.end) + size },
    sparse: found?.map,
  };
}

/** What a reader finds that goes on here. */
function meetsAt(source: ByteSource, at: number): 'header' | 'end' | 'neither' {
  if (at === source.size) return 'end';
  const block = source.read(at, at + BLOCK);
  if (block.length < BLOCK) return 'neither';
  if (isZero(block)) return 'end';
  return checksumOf(block) === 'wrong' ? 'neither' : 'header';
}

function dangles(walk: Walk, pending: Pending, end: number): void {
  walk.concern('tar:dangling-header', 'unknown', { start: pending.start as number, end });
}

function firstNonZero(source: ByteSource, from: number, budget: Budget): number {
  for (let at = from; at < source.size; ) {
    const page = source.pageAt(at);
    budget.spend(1 + (page.bytes.length >> 8));
    for (let index = at - page.start; index < page.bytes.length; index++) {
      // Blocks begin at multiples of their size.
      if (page.bytes[index] !== 0) return page.start + index - ((page.start + index) % BLOCK);
    }
    at = page.start + page.bytes.length;
  }
  return source.size;
}

function nextHeader(source: ByteSource, from: number, budget: Budget): number | undefined {
  for (let at = from; at + BLOCK <= source.size; at += BLOCK) {
    budget.spend(16);
    const block = source.read(at, at + BLOCK);
    if (block[0] !== 0 && checksumOf(block) !== 'wrong') return at;
  }
  return undefined;
}

const nothingPending = (): Pending => ({
  start: undefined,
  name: undefined,
  linkname: undefined,
  records: new Map(),
  all: [],
});

const roundUp = (size: number) => Math.ceil(size / BLOCK) * BLOCK;

const spanOf = (at: number, source: ByteSource): Span => ({ start: at, end: source.size });
