// B-trees of SQLite and the records in them. Nothing in a page is believed before it was checked against the page's size,
// and no page is walked twice.

import type { Budget } from '../budget.ts';
import type { Page, Pages } from './pages.ts';

/** A record, where its first bytes lie, and whether it has all of them. */
export interface Payload {
  readonly size: number;
  /** those that lie in the b-tree's page */
  readonly local: Uint8Array;
  /** of the first of them in the file; undefined: they are in the log */
  readonly at: number | undefined;
  /** the page on which it goes on; 0: none */
  readonly overflow: number;
  readonly rowid: number | undefined;
}

export interface Column {
  readonly kind: 'null' | 'int' | 'float' | 'text' | 'blob';
  /** in the record */
  readonly start: number;
  readonly end: number;
}

const INTERIOR_INDEX = 2;
const INTERIOR_TABLE = 5;
const LEAF_INDEX = 10;
const LEAF_TABLE = 13;

/** Why a tree was not read to its end, for people. */
export type Damage = (page: number, why: string) => void;

/** Calls back with every record of the tree; pages are added to those that were `seen`. */
export function walkTree(
  pages: Pages,
  root: number,
  seen: Set<number>,
  budget: Budget,
  onRecord: (payload: Payload, page: Page) => void,
  onDamage: Damage,
): void {
  const open = [root];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    budget.spend();
    const page = pages.page(number);
    if (page === undefined) {
      onDamage(number, 'it is not there');
      continue;
    }
    if (seen.has(number)) {
      onDamage(number, 'it belongs to two trees, or twice to one');
      continue;
    }
    seen.add(number);
    const children = readPage(pages, page, budget, onRecord, (why) => onDamage(page.number, why));
    // The last first, so that records come in their order.
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at] as number);
  }
}

/** Records of a page that no tree leads to, as far as they can be read. */
export function recordsOnPage(
  pages: Pages,
  page: Page,
  budget: Budget,
  onRecord: (payload: Payload, page: Page) => void,
): void {
  if (page.bytes[0] === LEAF_TABLE || page.bytes[0] === LEAF_INDEX) readPage(pages, page, budget, onRecord, () => {});
}

/** Gives the pages below it. */
function readPage(
  pages: Pages,
  page: Page,
  budget: Budget,
  onRecord: (payload: Payload, page: Page) => void,
  onDamage: (why: string) => void,
): readonly number[] {
  const { bytes } = page;
  const start = page.number === 1 ? 100 : 0;
  const kind = bytes[start];
  const isInterior = kind === INTERIOR_INDEX || kind === INTERIOR_TABLE;
  if (!isInterior && kind !== LEAF_INDEX && kind !== LEAF_TABLE) {
    onDamage('it is no page of a tree');
    return [];
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint16(start + 3);
  const cells = start + (isInterior ? 12 : 8);
  const children: number[] = [];
  if (cells + count * 2 > pages.usable) {
    onDamage('it counts more cells than there is room for');
    return [];
  }
  for (let index = 0; index < count; index++) {
    budget.spend();
    let at = view.getUint16(cells + index * 2);
    if (at < cells || at + 4 > pages.usable) {
      onDamage('a cell lies outside of it');
      continue;
    }
    if (isInterior) {
      children.push(view.getUint32(at));
      at += 4;
    }
    if (kind === INTERIOR_TABLE) continue;
    const payload = readCell(pages, page, at, kind === LEAF_TABLE);
    if (payload === undefined) onDamage('a cell reaches beyond it');
    else onRecord(payload, page);
  }
  if (isInterior) children.push(view.getUint32(start + 8));
  return children;
}

function readCell(pages: Pages, { bytes, at: pageAt }: Page, at: number, isTable: boolean): Payload | undefined {
  const size = readVarint(bytes, at);
  let from = size.end;
  let rowid: number | undefined;
  if (isTable) {
    const id = readVarint(bytes, from);
    rowid = id.value;
    from = id.end;
  }
  if (size.value === undefined) return undefined;
  const { usable } = pages;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size.value - least) % (usable - 4));
  const length = size.value <= most ? size.value : fitting <= most ? fitting : least;
  const isAll = length === size.value;
  if (from + length + (isAll ? 0 : 4) > usable) return undefined;
  const local = bytes.subarray(from, from + length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const overflow = isAll ? 0 : view.getUint32(from + length);
  return { size: size.value, local, at: pageAt === undefined ? undefined : pageAt + from, overflow, rowid };
}

/** All of a record; undefined: pages of it are missing, or are `seen` already. Its size was checked to be kept. */
export function assemble(pages: Pages, payload: Payload, seen: Set<number>, budget: Budget): Uint8Array | undefined {
  if (payload.overflow === 0) return payload.local;
  const whole = new Uint8Array(payload.size);
  whole.set(payload.local);
  let at = payload.local.length;
  for (let number = payload.overflow; at < payload.size; ) {
    budget.spend();
    const page = pages.page(number);
    if (page === undefined || seen.has(number)) return undefined;
    seen.add(number);
    const taken = Math.min(payload.size - at, pages.usable - 4);
    whole.set(page.bytes.subarray(4, 4 + taken), at);
    at += taken;
    number = new DataView(page.bytes.buffer, page.bytes.byteOffset).getUint32(0);
  }
  return whole;
}

/** Marks the pages on which a record goes on, which is not read. */
export function passOver(pages: Pages, payload: Payload, seen: Set<number>, budget: Budget): void {
  let rest = payload.size - payload.local.length;
  for (let number = payload.overflow; number !== 0 && rest > 0 && !seen.has(number); rest -= pages.usable - 4) {
    budget.spend();
    const page = pages.page(number);
    if (page === undefined) return;
    seen.add(number);
    number = new DataView(page.bytes.buffer, page.bytes.byteOffset).getUint32(0);
  }
}

/** The columns of a record whose first bytes are given; undefined: its header is not in them, or lies. */
export function columnsOf(bytes: Uint8Array, size: number): readonly Column[] | undefined {
  const header = readVarint(bytes, 0);
  if (header.value === undefined || header.value > bytes.length) return undefined;
  const columns: Column[] = [];
  let start = header.value;
  for (let at = header.end; at < header.value; ) {
    const { value: serial, end } = readVarint(bytes, at);
    if (serial === undefined || end > header.value) return undefined;
    at = end;
    const length = serial >= 12 ? (serial - (serial % 2 === 0 ? 12 : 13)) / 2 : (lengthBySerial[serial] ?? 0);
    if (start + length > size) return undefined;
    const kind =
      serial >= 12 ? (serial % 2 === 0 ? 'blob' : 'text') : serial === 0 ? 'null' : serial === 7 ? 'float' : 'int';
    columns.push({ kind, start, end: start + length });
    start += length;
  }
  return columns;
}

const lengthBySerial = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** Big-endian, seven bits a byte, eight of the ninth. Above what is safe, the value is undefined. */
function readVarint(bytes: Uint8Array, start: number): { value: number | undefined; end: number } {
  let value = 0;
  for (let at = start; at < start + 9; at++) {
    const byte = bytes[at];
    if (byte === undefined) return { value: undefined, end: at };
    const isLast = at === start + 8;
    value = isLast ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (isLast || byte < 0x80) return { value: Number.isSafeInteger(value) ? value : undefined, end: at + 1 };
  }
  return { value: undefined, end: start + 9 };
}

/** Of a column of kind `int`, at most 6 bytes. */
export function integerIn(bytes: Uint8Array, { start, end }: Column): number | undefined {
  if (end - start > 6 || end > bytes.length) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) value = value * 256 + (bytes[at] as number);
  return value;
}
