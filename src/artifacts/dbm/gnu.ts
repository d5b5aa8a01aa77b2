// Databases of GNU dbm (gdbmdefs.h): a directory of buckets, in which each entry has the place of its key, and its value
// right behind it. Both widths of addresses and both orders of bytes, as the machine that wrote it had them.

import type { Draft } from '../artifact.ts';
import { unsignedAt } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { Values } from '../values.ts';

type Order = 'little' | 'big';

interface Shape {
  readonly order: Order;
  /** of an address, in bytes */
  readonly width: 4 | 8;
}

/** By magic number; undefined: of either width. */
const widthByMagic: ReadonlyMap<number, 4 | 8 | undefined> = new Map([
  [0x13579ace, undefined],
  [0x13579acd, 4],
  [0x13579acf, 8],
  [0x13579ad0, 4],
  [0x13579ad1, 8],
]);

/** Free stretches that a bucket keeps (`BUCKET_AVAIL`). */
const BUCKET_AVAIL = 6;
const EMPTY = 0xffff_ffff;

export const gnuDatabase: Reader = {
  format: 'gnu-dbm',
  sniff: (source) => (orderOf(source) === undefined ? undefined : 'certain'),
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const shape = shapeOf(source);
    if (shape === undefined) {
      draft.concern('dbm:damaged-file', 'unknown', { start: 0, end: 40 }, { why: 'its header does not fit the file' });
      return;
    }
    const { order, width } = shape;
    const at = addressesAt(width);
    const directory = unsignedAt(source, at.directory, width, order) ?? 0;
    const directorySize = unsignedAt(source, at.directorySize, 4, order) ?? 0;
    const seen = new Set<number>();
    const values = new Values(source.size, draft, inspection);
    let entries = 0;
    for (let entry = directory; entry + width <= directory + directorySize; entry += width) {
      inspection.budget.spend();
      const bucket = unsignedAt(source, entry, width, order);
      if (bucket === undefined) {
        draft.concern(
          'dbm:damaged-file',
          'unknown',
          { start: entry, end: entry + width },
          { why: 'its directory is cut short' },
        );
        break;
      }
      // Several entries of the directory lead to one bucket.
      if (seen.has(bucket)) continue;
      seen.add(bucket);
      entries += readBucket(source, bucket, shape, values, draft, inspection);
    }
    draft.detail('entries', String(entries));
  },
};

function orderOf(source: ByteSource): Order | undefined {
  for (const order of ['little', 'big'] as const) {
    if (widthByMagic.has(unsignedAt(source, 0, 4, order) ?? 0)) return order;
  }
  return undefined;
}

const addressesAt = (width: 4 | 8) => ({
  directory: 8,
  directorySize: 8 + width,
  bucketSize: 16 + width,
  bucketElements: 20 + width,
});

function shapeOf(source: ByteSource): Shape | undefined {
  const order = orderOf(source);
  if (order === undefined) return undefined;
  const told = widthByMagic.get(unsignedAt(source, 0, 4, order) as number);
  for (const width of told === undefined ? ([8, 4] as const) : [told]) {
    const at = addressesAt(width);
    const directory = unsignedAt(source, at.directory, width, order);
    const size = unsignedAt(source, at.directorySize, 4, order);
    if (directory !== undefined && size !== undefined && directory >= 24 && directory < source.size && size >= width) {
      return { order, width };
    }
  }
  return undefined;
}

function readBucket(
  source: ByteSource,
  bucket: number,
  { order, width }: Shape,
  values: Values,
  draft: Draft,
  inspection: Inspection,
): number {
  const at = addressesAt(width);
  const capacity = unsignedAt(source, at.bucketElements, 4, order) ?? 0;
  const table = bucket + (width === 8 ? 8 : 4) + BUCKET_AVAIL * 2 * width + 8;
  const size = 16 + width;
  let entries = 0;
  for (let index = 0; index < capacity; index++) {
    inspection.budget.spend();
    const element = table + index * size;
    const hash = unsignedAt(source, element, 4, order);
    const data = unsignedAt(source, element + 8, width, order);
    const keySize = unsignedAt(source, element + 8 + width, 4, order);
    const dataSize = unsignedAt(source, element + 12 + width, 4, order);
    const span = { start: Math.min(element, source.size), end: Math.min(element + size, source.size) };
    if (hash === undefined || keySize === undefined || dataSize === undefined) {
      draft.concern('dbm:damaged-file', 'unknown', span, { why: 'a bucket is cut short' });
      break;
    }
    if (hash === EMPTY) continue;
    inspection.budget.member();
    entries++;
    const start = (data ?? source.size) + keySize;
    const key = new TextDecoder().decode(source.read(data ?? source.size, Math.min(start, (data ?? 0) + 256)));
    draft.line(() => `${JSON.stringify(key)}: ${dataSize} bytes at ${start}`);
    if (data === undefined || start + dataSize > source.size)
      draft.concern('dbm:value-cut-short', 'unknown', span, { key });
    if (!values.open(stretchOf(source, start, start + dataSize), JSON.stringify(key), start)) {
      draft.concern('dbm:values-overlap', 'unknown', span, { key, other: 'others' });
    }
  }
  return entries;
}
