// Files with holes: the map of where stored bytes belong, in the four ways in which GNU tar has written it, and the file that
// it makes. Holes cost an archive nothing, whatever their size.

import type { Span } from '../../core/index.ts';
import type { Budget } from '../budget.ts';
import { type ByteSource, MAX_PAGE, stretchOf, within } from '../source.ts';
import { BLOCK, type Header, readNumber } from './header.ts';
import { type Record, readDecimal } from './pax.ts';

export interface SparseMap {
  /** of the file, holes included */
  readonly size: number;
  readonly pieces: readonly { readonly offset: number; readonly length: number }[];
}

interface Found {
  readonly map: SparseMap | undefined;
  /** where the stored bytes begin, behind maps in blocks */
  readonly dataStart: number;
  /** where what the size counts begins: behind the blocks of an old map, before that of a new one */
  readonly blocksEnd: number;
  /** why the map cannot be true */
  readonly why: string | undefined;
}

/** More holes than any writer leaves. */
const MAX_PIECES = 1_000_000;

export function sparseMapOf(
  header: Header,
  records: readonly Record[],
  dataStart: number,
  size: number,
  source: ByteSource,
  budget: Budget,
): Found | undefined {
  const last = (keyword: string) => records.findLast((each) => each.keyword === keyword)?.value;
  const realSize = readDecimal(last('GNU.sparse.realsize') ?? last('GNU.sparse.size') ?? '').value;
  if (header.type === 'S') return oldMap(dataStart, size, source, budget);
  const map = last('GNU.sparse.map');
  if (map !== undefined) return checked(map.split(','), realSize, dataStart, dataStart, size);
  if (last('GNU.sparse.size') !== undefined) {
    const numbers = records.filter(({ keyword }) => /^GNU\.sparse\.(offset|numbytes)$/.test(keyword));
    return checked(
      numbers.map(({ value }) => value),
      realSize,
      dataStart,
      dataStart,
      size,
    );
  }
  if (last('GNU.sparse.major') !== '1' || last('GNU.sparse.minor') !== '0') return undefined;
  return mapInData(dataStart, realSize, size, source, budget);
}

/** In the header itself, and in blocks behind it as long as each says that another follows. */
function oldMap(dataStart: number, size: number, source: ByteSource, budget: Budget): Found {
  const block = source.read(dataStart - BLOCK, dataStart);
  const numbers: number[] = [];
  const take = (bytes: Uint8Array, start: number, count: number) => {
    for (let at = start; at < start + 24 * count; at += 24) {
      const offset = readNumber(bytes.subarray(at, at + 12)).value;
      const length = readNumber(bytes.subarray(at + 12, at + 24)).value;
      if (length !== 0) numbers.push(offset, length);
    }
  };
  take(block, 386, 4);
  let at = dataStart;
  let isExtended = block[482] !== 0;
  while (isExtended && at + BLOCK <= source.size && numbers.length < 2 * MAX_PIECES) {
    budget.spend(64);
    const more = source.read(at, at + BLOCK);
    take(more, 0, 21);
    isExtended = more[504] !== 0;
    at += BLOCK;
  }
  return checked(numbers, readNumber(block.subarray(483, 495)).value, at, at, size);
}

/** Lines of numbers in the first blocks of the data: how many pieces, then each. */
function mapInData(dataStart: number, realSize: number, size: number, source: ByteSource, budget: Budget): Found {
  const lines: string[] = [];
  let rest = '';
  let at = dataStart;
  let wanted = 1;
  while (lines.length < wanted && at + BLOCK <= source.size && at < dataStart + size && wanted <= 2 * MAX_PIECES) {
    budget.spend(16);
    const parts = (rest + String.fromCharCode(...source.read(at, at + BLOCK))).split('\n');
    rest = (parts.pop() ?? '').slice(-64);
    lines.push(...parts);
    at += BLOCK;
    if (lines[0] !== undefined) wanted = 1 + 2 * readDecimal(lines[0]).value;
  }
  if (lines.length < wanted) {
    return { map: undefined, dataStart: at, blocksEnd: dataStart, why: 'its map ends before it is whole' };
  }
  return checked(lines.slice(1, wanted), realSize, at, dataStart, size - (at - dataStart));
}

function checked(
  numbers: readonly (string | number)[],
  size: number,
  dataStart: number,
  blocksEnd: number,
  stored: number,
): Found {
  const values = numbers.map((each) => (typeof each === 'number' ? each : readDecimal(each).value));
  const pieces: { offset: number; length: number }[] = [];
  let end = 0;
  let sum = 0;
  let why: string | undefined;
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [offset, length] = [values[at] as number, values[at + 1] as number];
    if (offset < end || length < 0) why ??= 'its pieces lie over each other';
    if (offset + length > size) why ??= 'pieces of it lie behind its end';
    end = offset + length;
    sum += length;
    pieces.push({ offset, length });
  }
  if (size < 0) why ??= 'its size is negative';
  if (sum > stored) why ??= 'its map has more bytes than are stored';
  return { map: why === undefined ? { size, pieces } : undefined, dataStart, blocksEnd, why };
}

/** The file with its holes; stored bytes are not copied. */
export function sparseSource(map: SparseMap, stored: Span, source: ByteSource): ByteSource {
  const data = stretchOf(source, stored.start, stored.end);
  const zeros = new Uint8Array(Math.min(map.size, MAX_PAGE));
  const starts: number[] = [];
  let sum = 0;
  for (const { length } of map.pieces) {
    starts.push(sum);
    sum += length;
  }
  /** the piece that holds an offset, or the one behind the hole in which it lies */
  const pieceAt = (offset: number): number => {
    let [low, high] = [0, map.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { offset: from, length } = map.pieces[middle] as SparseMap['pieces'][number];
      if (from + length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const pageAt = (offset: number) => {
    const index = pieceAt(offset);
    const piece = map.pieces[index];
    const before = map.pieces[index - 1];
    if (piece === undefined || offset < piece.offset) {
      const start = Math.max(before === undefined ? 0 : before.offset + before.length, offset);
      const end = Math.min(piece?.offset ?? map.size, start + zeros.length);
      return { start, bytes: zeros.subarray(0, end - start) };
    }
    const from = starts[index] as number;
    const page = stretchOf(data, from, from + piece.length).pageAt(offset - piece.offset);
    return { start: piece.offset + page.start, bytes: page.bytes };
  };
  return {
    size: map.size,
    pageAt,
    read(start, end) {
      const [from, to] = within(start, end, map.size);
      const bytes = new Uint8Array(to - from);
      for (let at = from; at < to; ) {
        const page = pageAt(at);
        if (page.bytes.length === 0) return bytes.subarray(0, at - from);
        const piece = page.bytes.subarray(at - page.start, to - page.start);
        bytes.set(piece, at - from);
        at += piece.length;
      }
      return bytes;
    },
  };
}
