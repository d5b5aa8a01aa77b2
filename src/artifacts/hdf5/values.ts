// Attributes of objects: their type, their shape, and their bytes where these can hold anything but numbers.

import type { Hdf5File, Message } from './file.ts';

export interface Attribute {
  readonly name: string;
  /** bytes of each text or opaque value */
  readonly values: readonly { start: number; end: number }[];
}

interface Type {
  readonly kind: number;
  /** of one element, in bytes */
  readonly size: number;
}

export const ATTRIBUTE = 0x0c;
const STRING = 3;
const OPAQUE = 5;
const VARIABLE_LENGTH = 9;
const INTEGER = 0;

/** Elements of one attribute that are looked at. */
const MAX_ELEMENTS = 4096;

interface AttributeParts {
  readonly nameAt: number;
  readonly nameSize: number;
  /** undefined: it is kept elsewhere */
  readonly type: Type | undefined;
  readonly count: bigint | undefined;
  readonly dataAt: number;
}

/** undefined: it is of no form that is known. */
function partsOf(file: Hdf5File, start: number): AttributeParts | undefined {
  const version = file.number(start, 1);
  const nameSize = file.number(start + 2, 2);
  const typeSize = file.number(start + 4, 2);
  const spaceSize = file.number(start + 6, 2);
  if (version === undefined || nameSize === undefined || typeSize === undefined || spaceSize === undefined) {
    return undefined;
  }
  if (version < 1 || version > 3) return undefined;
  const padded = (size: number) => (version === 1 ? Math.ceil(size / 8) * 8 : size);
  const nameAt = start + (version === 3 ? 9 : 8);
  const typeAt = nameAt + padded(nameSize);
  const spaceAt = typeAt + padded(typeSize);
  const isShared = version > 1 && ((file.number(start + 1, 1) ?? 0) & 1) !== 0;
  const type = isShared ? undefined : readType(file, typeAt);
  return { nameAt, nameSize, type, count: elementsIn(file, spaceAt), dataAt: spaceAt + padded(spaceSize) };
}

/** Where an attribute ends, by its type and shape. */
export function endOfAttribute(file: Hdf5File, start: number): number | undefined {
  const parts = partsOf(file, start);
  if (parts?.type === undefined || parts.count === undefined) return undefined;
  const size = parts.count * BigInt(parts.type.size);
  return size > BigInt(file.source.size) ? undefined : parts.dataAt + Number(size);
}

export function readAttribute(file: Hdf5File, { start, end }: Message): Attribute | undefined {
  const parts = partsOf(file, start);
  if (parts === undefined) return undefined;
  const { type, count, dataAt } = parts;
  const name = file.text(parts.nameAt, parts.nameAt + parts.nameSize);
  if (type === undefined || count === undefined || dataAt > end) return { name, values: [] };
  const elements = Number(count > BigInt(MAX_ELEMENTS) ? MAX_ELEMENTS : count);
  return { name, values: valuesIn(file, type, elements, dataAt, end) };
}

export function readType(file: Hdf5File, at: number): Type | undefined {
  const kind = file.number(at, 1);
  const size = file.number(at + 4, 4);
  return kind === undefined || size === undefined ? undefined : { kind: kind & 15, size };
}

/** Elements of a dataspace; 1n of a scalar. */
export function elementsIn(file: Hdf5File, at: number): bigint | undefined {
  const version = file.number(at, 1);
  const rank = file.number(at + 1, 1);
  if (rank === undefined || rank > 32 || (version !== 1 && version !== 2)) return undefined;
  if (version === 2 && file.number(at + 3, 1) === 2) return 0n;
  let count = 1n;
  for (let index = 0; index < rank; index++) {
    const size = file.source.read(
      at + (version === 1 ? 8 : 4) + index * file.lengthSize,
      at + 8 + 33 * file.lengthSize,
    );
    if (size.length < file.lengthSize) return undefined;
    let value = 0n;
    for (let byte = file.lengthSize - 1; byte >= 0; byte--) value = value * 256n + BigInt(size[byte] as number);
    count *= value;
  }
  return count;
}

function valuesIn(
  file: Hdf5File,
  { kind, size }: Type,
  count: number,
  at: number,
  end: number,
): readonly { start: number; end: number }[] {
  if (kind === STRING || kind === OPAQUE) {
    const values: { start: number; end: number }[] = [];
    for (let index = 0; index < count && at + size <= end && size > 0; index++, at += size) {
      file.budget.spend();
      values.push({ start: at, end: at + size });
    }
    return values;
  }
  // An array of small numbers is as good as opaque bytes: pickles are kept in them.
  if (kind === INTEGER && size === 1 && count > 1) return [{ start: at, end: Math.min(at + count, end) }];
  if (kind !== VARIABLE_LENGTH) return [];
  const values: { start: number; end: number }[] = [];
  for (let index = 0; index < count && at + 8 + file.offsetSize <= end; index++, at += 8 + file.offsetSize) {
    file.budget.spend();
    const object = file.heapObject(at + 4);
    if (object !== undefined) values.push(object);
  }
  return values;
}
