// What NumPy's names of data types say: how many bytes an element takes, and whether it is a Python object, which lies in a
// file as a pickle. Names that are not of a closed form say nothing here, and nothing is guessed.

import type { Literal } from '../python-literal.ts';

export interface DataType {
  /** of one element, in bytes; undefined: not known */
  readonly itemSize: bigint | undefined;
  /** An object is in it, however deep: then the array lies in the file as a pickle. */
  readonly hasObject: boolean;
  /** Everything in it is of a closed form. */
  readonly isKnown: boolean;
}

const unknownType: DataType = { itemSize: undefined, hasObject: false, isKnown: false };
const objectType: DataType = { itemSize: 8n, hasObject: true, isKnown: true };

/** Type characters without a length behind them, with the bytes that they take where the file was written. */
const sizeByCharacter = new Map<string, bigint>(
  Object.entries({
    '?': 1,
    b: 1,
    B: 1,
    h: 2,
    H: 2,
    i: 4,
    I: 4,
    q: 8,
    Q: 8,
    e: 2,
    f: 4,
    d: 8,
    F: 8,
    D: 16,
    c: 1,
    M: 8,
    m: 8,
    S: 0,
    a: 0,
    U: 0,
    V: 0,
  }).map(([character, size]) => [character, BigInt(size)]),
);

/** Names of `numpy.sctypeDict` whose size is the same everywhere. */
const sizeByName = new Map<string, bigint>([
  ['bool', 1n],
  ['bool_', 1n],
  ...[8, 16, 32, 64].flatMap((bits): [string, bigint][] => [
    [`int${bits}`, BigInt(bits / 8)],
    [`uint${bits}`, BigInt(bits / 8)],
  ]),
  ['float16', 2n],
  ['float32', 4n],
  ['float64', 8n],
  ['half', 2n],
  ['single', 4n],
  ['double', 8n],
  ['float', 8n],
  ['complex64', 8n],
  ['complex128', 16n],
  ['complex', 16n],
  ['datetime64', 8n],
  ['timedelta64', 8n],
]);

/** A type given as the text that `numpy.dtype()` takes: `<f8`, `|O`, `float64`, `<i4,|O`. */
export function dataTypeOf(text: string): DataType {
  const parts = splitFields(text);
  const types = parts.map(plainType);
  return together(types);
}

/** `<i4,(2,3)f8`: commas in parentheses and brackets belong to shapes. */
function splitFields(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== '');
}

function plainType(text: string): DataType {
  const name = text.trim();
  if (/^[<>|=]?O\d*$/.test(name) || /^(object_?|object0|Object0?)$/.test(name)) return objectType;
  const named = sizeByName.get(name);
  if (named !== undefined) return { itemSize: named, hasObject: false, isKnown: true };
  const match = /^[<>|=]?([?bBhHiIqQefdFDcMmSaUVu])(\d{0,15})(\[[\w/]{1,20}\])?$/.exec(name);
  if (match !== null) {
    const [, character = '', length = '', unit] = match;
    if (unit !== undefined && character !== 'M' && character !== 'm') return unknownType;
    if (length === '') return sized(character === 'u' ? undefined : sizeByCharacter.get(character));
    if (!/[bBiufcSaUVMm]/.test(character)) return unknownType;
    return sized(BigInt(length) * (character === 'U' ? 4n : 1n));
  }
  // Of anything else, the letter that matters is still told.
  return { ...unknownType, hasObject: /O|object/.test(name) };
}

function sized(itemSize: bigint | undefined): DataType {
  return itemSize === undefined ? unknownType : { itemSize, hasObject: false, isKnown: true };
}

function together(types: readonly DataType[]): DataType {
  return {
    itemSize: types.reduce<bigint | undefined>(
      (sum, { itemSize }) => (sum === undefined || itemSize === undefined ? undefined : sum + itemSize),
      types.length === 0 ? undefined : 0n,
    ),
    hasObject: types.some(({ hasObject }) => hasObject),
    isKnown: types.length > 0 && types.every(({ isKnown }) => isKnown),
  };
}

function times(type: DataType, shape: Literal | undefined): DataType {
  const count = countOf(shape);
  if (count === undefined) return { ...type, itemSize: undefined, isKnown: false };
  return { ...type, itemSize: type.itemSize === undefined ? undefined : type.itemSize * count };
}

/** Elements of a shape, which is a number or a tuple of numbers; undefined: it is neither, or one is below zero. */
export function countOf(shape: Literal | undefined): bigint | undefined {
  const sizes = shape?.kind === 'tuple' || shape?.kind === 'list' ? shape.items : shape === undefined ? [] : [shape];
  if (shape === undefined || sizes.length > MAX_DIMENSIONS) return undefined;
  let count = 1n;
  for (const size of sizes) {
    if (size.kind !== 'int' || size.value < 0n) return undefined;
    count *= size.value;
  }
  return count;
}

/** NPY_MAXDIMS since NumPy 2.0. */
const MAX_DIMENSIONS = 64;

/**
 * The value of `descr` in a header: a text, a list of fields, or a type with a shape (`numpy.lib.format.descr_to_dtype`).
 * Literals are at most as deep as their reader allows, and so does this go.
 */
export function dataTypeOfDescription(description: Literal): DataType {
  if (description.kind === 'text' || description.kind === 'bytes') return dataTypeOf(description.value);
  if (description.kind === 'tuple') {
    const [type, shape] = description.items;
    if (description.items.length !== 2 || type === undefined)
      return { ...unknownType, hasObject: mentionsObject(description) };
    return times(dataTypeOfDescription(type), shape);
  }
  if (description.kind !== 'list') return { ...unknownType, hasObject: mentionsObject(description) };
  return together(
    description.items.map((field) => {
      if (field.kind !== 'tuple' || field.items.length < 2 || field.items.length > 3) {
        return { ...unknownType, hasObject: mentionsObject(field) };
      }
      const [, type, shape] = field.items as [Literal, Literal, Literal | undefined];
      const own = dataTypeOfDescription(type);
      return shape === undefined ? own : times(own, shape);
    }),
  );
}

/** Some text in it could be the name of the type of objects. */
function mentionsObject(value: Literal): boolean {
  if (value.kind === 'text' || value.kind === 'bytes') return dataTypeOf(value.value).hasObject;
  if (value.kind === 'dict') return value.entries.some(([key, each]) => mentionsObject(key) || mentionsObject(each));
  return value.kind === 'tuple' || value.kind === 'list' || value.kind === 'set'
    ? value.items.some(mentionsObject)
    : false;
}
