// Arrays in the middle of pickles: joblib's unpickler looks at what it has built, and where that is a wrapper of an array
// reads the array from the file right there and puts it in the wrapper's place (`load_build` of joblib/numpy_pickle.py). How
// long the array is hangs on what the wrapper was built with; where that is no plain constant, nothing is guessed.

import { type DataType, dataTypeOf } from '../numpy/data-type.ts';
import type { Event, GlobalValue, TextValue, Value } from '../pickle/program.ts';
import type { ByteSource } from '../source.ts';

/** What stands behind a wrapper, for whoever runs the pickle. */
export interface ArrayListener {
  /** numbers, with what aligns them */
  onNumbers(start: number, end: number): void;
  /** A complete pickle of the elements; gives where it ends, undefined where it does not. */
  onObjects(start: number): number | undefined;
  onUnclear(at: number, why: string): void;
  /** Up to joblib 0.9, arrays are in files beside it, which are loaded with their pickles. */
  onFile(at: number, name: string): void;
}

interface Elsewhere {
  readonly value: Value;
  readonly offset: number;
  /** for the log: what makes the array */
  readonly event: Event;
}

/** Dtypes in dtypes. */
const MAX_DEPTH = 16;

/** For `afterBuild` of one run. */
export function inlineArrays(
  source: ByteSource,
  listener: ArrayListener,
): (target: Value, state: Value, offset: number) => Elsewhere | undefined {
  const states = new WeakMap<Value, Value>();
  return (target, state, offset) => {
    states.set(target, state);
    if (isWrapper(target, /^Z?NDArrayWrapper$/)) {
      listener.onFile(offset, textOf(fieldsOf(state).get('filename')) ?? '');
      return undefined;
    }
    if (!isWrapper(target, /^NumpyArrayWrapper$/)) return undefined;
    const fields = fieldsOf(state);
    const count = countOf(fields.get('shape'));
    const type = typeOf(fields.get('dtype'), states, 0);
    if (count === undefined || type === undefined) {
      listener.onUnclear(offset, count === undefined ? 'its shape is not plain' : 'its type is not plain');
      return undefined;
    }
    const end = type.hasObject
      ? listener.onObjects(offset)
      : endOfNumbers(source, offset, count * (type.itemSize ?? 0n), fields.get('numpy_array_alignment_bytes'));
    if (end === undefined) {
      listener.onUnclear(offset, 'it ends before its array does');
      return undefined;
    }
    if (!type.hasObject) listener.onNumbers(offset, end);
    const value = arrayAt(offset);
    return { value, offset: end, event: { kind: 'call', offset, call: value } };
  };
}

/** `safe_get_numpy_array_alignment_bytes`: with any, a byte says how many bytes of padding follow it. */
function endOfNumbers(
  source: ByteSource,
  offset: number,
  size: bigint,
  alignment: Value | undefined,
): number | undefined {
  const isAligned = alignment !== undefined && alignment.kind !== 'none';
  const [padding] = isAligned ? source.read(offset, offset + 1) : [];
  const start = isAligned ? offset + 1 + (padding ?? 0) : offset;
  return BigInt(start) + size > BigInt(source.size) ? undefined : start + Number(size);
}

/** Below protocol 2, `copyreg._reconstructor` makes it of its first argument. */
function isWrapper(value: Value, name: RegExp): boolean {
  if (value.kind !== 'call') return false;
  const [first] = value.args.kind === 'tuple' ? value.args.items : [];
  return isNamed(value.target, inJoblib, name) || (first !== undefined && isNamed(first, inJoblib, name));
}

/** By whatever name joblib was vendored. */
const inJoblib = /(^|\.)joblib\.numpy_pickle(_compat)?$/;

function isNamed(value: Value, module: RegExp, name: RegExp): boolean {
  return value.kind === 'global' && module.test(value.module ?? '') && name.test(value.name ?? '');
}

function fieldsOf(state: Value): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  const dict = state.kind === 'tuple' && state.items[0] !== undefined ? state.items[0] : state;
  if (dict.kind !== 'dict') return fields;
  for (let at = 0; at + 1 < dict.entries.length; at += 2) {
    const key = textOf(dict.entries[at]);
    if (key !== undefined) fields.set(key, dict.entries[at + 1] as Value);
  }
  return fields;
}

function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'eight-bit' && value.isAscii ? value.latin1 : undefined;
}

function intOf(value: Value | undefined): bigint | undefined {
  return value?.kind === 'int' && value.value !== undefined ? BigInt(value.value) : undefined;
}

function countOf(shape: Value | undefined): bigint | undefined {
  if (shape?.kind !== 'tuple' || shape.items.length > 64) return undefined;
  let count = 1n;
  for (const item of shape.items) {
    const size = intOf(item);
    if (size === undefined || size < 0n || size >= 2n ** 63n) return undefined;
    count *= size;
  }
  return count < 2n ** 63n ? count : undefined;
}

/** `numpy.dtype('f8', False, True)`, built with `(3, '<', subtype, names, fields, size, alignment, flags)`. */
function typeOf(value: Value | undefined, states: WeakMap<Value, Value>, depth: number): DataType | undefined {
  if (value?.kind !== 'call' || depth > MAX_DEPTH || value.args.kind !== 'tuple') return undefined;
  if (!isNamed(value.target, /^numpy(\.|$)/, /^dtype$/)) return undefined;
  const name = textOf(value.args.items[0]);
  const type = name === undefined ? undefined : dataTypeOf(name);
  if (type === undefined || !type.isKnown || type.itemSize === undefined) return undefined;
  const state = states.get(value);
  if (state === undefined) return type.itemSize > 0n ? type : undefined;
  if (state.kind !== 'tuple') return undefined;
  const [, , subtype, , fields, size] = state.items;
  const inner = [...typesIn(subtype), ...typesIn(fields)].map((each) => typeOf(each, states, depth + 1));
  if (inner.some((each) => each === undefined)) return undefined;
  const stated = intOf(size);
  // Only types without a size of their own take that of the state.
  const isFlexible = /^[<>|=]?[SUVa]/.test(name as string);
  if (size !== undefined && stated === undefined) return undefined;
  const itemSize = stated === undefined || stated < 0n ? type.itemSize : stated;
  if (itemSize === 0n || (!isFlexible && itemSize !== type.itemSize)) return undefined;
  return { ...type, itemSize, hasObject: type.hasObject || inner.some((each) => each?.hasObject) };
}

/** Dtypes in a subtype, `(dtype, shape)`, or in fields, `{name: (dtype, offset)}`. */
function typesIn(value: Value | undefined): readonly (Value | undefined)[] {
  if (value === undefined || value.kind === 'none') return [];
  if (value.kind === 'tuple') return [value.items[0]];
  if (value.kind !== 'dict') return [undefined];
  return value.entries.flatMap((each, at) => (at % 2 === 0 ? [] : [each.kind === 'tuple' ? each.items[0] : undefined]));
}

/** The array, as if it had been pickled without joblib. */
function arrayAt(offset: number): Value & { kind: 'call' } {
  const named = (module: string, name: string): GlobalValue => ({
    kind: 'global',
    opcode: 'STACK_GLOBAL',
    offset,
    module,
    name,
    path: [name],
    protocol: 4,
    operands: undefined,
  });
  const code: TextValue = { kind: 'text', text: 'b', offset, size: 1, encoding: 'utf-8' };
  const zero: Value = { kind: 'tuple', items: [{ kind: 'int', value: 0, size: 0 }], hashing: 'plain' };
  return {
    kind: 'call',
    opcode: 'REDUCE',
    offset,
    target: named('numpy._core.multiarray', '_reconstruct'),
    args: { kind: 'tuple', items: [named('numpy', 'ndarray'), zero, code], hashing: 'plain' },
    kwargs: undefined,
  };
}
