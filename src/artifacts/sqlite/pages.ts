// The pages of a database of SQLite (fileformat2.html): those of the file, and those of its write-ahead log, which go before
// them from the last commit on.

import type { Budget } from '../budget.ts';
import { unsignedAt } from '../bytes.ts';
import type { ByteSource } from '../source.ts';

export interface Pages {
  /** in bytes */
  readonly size: number;
  /** of each page, without what is kept for extensions at its end */
  readonly usable: number;
  /** pages are numbered from 1 */
  readonly count: number;
  /** undefined: there is none of this number, or it is not all there */
  page(number: number): Page | undefined;
}

export interface Page {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** of the page in the file; undefined: it is one of the log */
  readonly at: number | undefined;
}

const HEADER = 100;
const magic = 'SQLite format 3\0';

export function isDatabase(source: ByteSource): boolean {
  return String.fromCharCode(...source.read(0, magic.length)) === magic;
}

/** undefined: the header cannot be one. */
export function pagesOf(source: ByteSource): Pages | undefined {
  const declared = unsignedAt(source, 16, 2, 'big');
  const size = declared === 1 ? 65_536 : declared;
  const reserved = unsignedAt(source, 20, 1);
  if (size === undefined || reserved === undefined || source.size < HEADER) return undefined;
  if (size < 512 || (size & (size - 1)) !== 0 || size - reserved < 480) return undefined;
  return {
    size,
    usable: size - reserved,
    count: Math.floor(source.size / size),
    page(number) {
      const at = (number - 1) * size;
      if (number < 1 || !Number.isSafeInteger(at) || at + size > source.size) return undefined;
      return { number, bytes: source.read(at, at + size), at };
    },
  };
}

/** How many pages the header says that there are; undefined: it says nothing that holds. */
export function declaredCount(source: ByteSource): number | undefined {
  const isCurrent = unsignedAt(source, 24, 4, 'big') === unsignedAt(source, 92, 4, 'big');
  const count = unsignedAt(source, 28, 4, 'big');
  return isCurrent && count !== 0 ? count : undefined;
}

/** The database as it is with its log; undefined: nothing in the log was committed. */
export function pagesWithLog(pages: Pages, log: ByteSource, budget: Budget): Pages | undefined {
  const committed = committedPages(pages.size, log, budget);
  if (committed === undefined) return undefined;
  return {
    size: pages.size,
    usable: pages.usable,
    count: committed.count,
    page(number) {
      const at = committed.offsets.get(number);
      if (at !== undefined) return { number, bytes: log.read(at, at + pages.size), at: undefined };
      return number <= committed.count ? pages.page(number) : undefined;
    },
  };
}

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** Where the last committed content of each page lies in the log: frames count up to the first whose checksum is wrong. */
function committedPages(
  pageSize: number,
  log: ByteSource,
  budget: Budget,
): { offsets: ReadonlyMap<number, number>; count: number } | undefined {
  const signature = unsignedAt(log, 0, 4, 'big');
  if (signature !== 0x377f0682 && signature !== 0x377f0683) return undefined;
  const isLittle = signature === 0x377f0682;
  if (unsignedAt(log, 8, 4, 'big') !== pageSize) return undefined;
  const salt = log.read(16, 24).slice();
  let sum = checksum(log.read(0, 24), [0, 0], isLittle);
  if (sum[0] !== unsignedAt(log, 24, 4, 'big') || sum[1] !== unsignedAt(log, 28, 4, 'big')) return undefined;
  const offsets = new Map<number, number>();
  let pending: [number, number][] = [];
  let count: number | undefined;
  for (let at = LOG_HEADER; at + FRAME_HEADER + pageSize <= log.size; at += FRAME_HEADER + pageSize) {
    budget.spend(1 + (pageSize >> 3));
    const header = log.read(at, at + FRAME_HEADER).slice();
    if (!salt.every((byte, index) => header[8 + index] === byte)) break;
    sum = checksum(header.subarray(0, 8), sum, isLittle);
    sum = checksum(log.read(at + FRAME_HEADER, at + FRAME_HEADER + pageSize), sum, isLittle);
    const view = new DataView(header.buffer, header.byteOffset);
    if (sum[0] !== view.getUint32(16) || sum[1] !== view.getUint32(20)) break;
    pending.push([view.getUint32(0), at + FRAME_HEADER]);
    const size = view.getUint32(4);
    if (size === 0) continue;
    for (const [number, offset] of pending) offsets.set(number, offset);
    pending = [];
    count = size;
  }
  return count === undefined ? undefined : { offsets, count };
}

/** `walChecksumBytes`; the signature says in which order the words of 32 bits are read. */
function checksum(bytes: Uint8Array, [one, two]: readonly [number, number], isLittle: boolean): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let first = one;
  let second = two;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + view.getUint32(at, isLittle) + second) >>> 0;
    second = (second + view.getUint32(at + 4, isLittle) + first) >>> 0;
  }
  return [first, second];
}
