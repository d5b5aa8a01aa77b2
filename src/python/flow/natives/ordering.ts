// Sorting and choosing by size: constants (or what a key function gives for each item, when that is constant) have a known
// order; of anything else any item may come at any place.

import { type Literal, singleConstant, type Value } from '../../semantics/index.ts';
import { callValue, noArguments } from '../calls.ts';
import { MAX_ROUNDS } from '../comprehensions.ts';
import { joinAll } from '../join.ts';
import { type Contents, contentsOf, shuffled } from '../sequences.ts';
import { current } from '../values.ts';
import { argument, literal } from './given.ts';
import type { NativeCall } from './native.ts';

/** The items in ascending order, by the call's `key` and `reverse`. */
export function sortedContents(call: NativeCall, contents: Contents): Contents {
  const reverse = argument(call, -1, 'reverse');
  const isReversed = reverse === undefined ? false : literal(reverse);
  const order = typeof isReversed === 'boolean' ? orderOf(call, contents, isReversed) : undefined;
  if (order === undefined) return shuffled(contents);
  return { items: order.map((at) => contents.items[at] as Value), rest: undefined };
}

/** The position of the least item, or of the greatest; undefined when it is not known. */
export function extreme(call: NativeCall, contents: Contents, isGreatest: boolean): number | undefined {
  return orderOf(call, contents, isGreatest)?.[0];
}

function orderOf(call: NativeCall, contents: Contents, isReversed: boolean): number[] | undefined {
  const key = argument(call, -1, 'key');
  const hasKey = key !== undefined && literal(key) !== null;
  const { items, rest } = contents;
  const values = hasKey
    ? callForEach(
        call,
        key,
        items.map((item) => [item]),
        rest === undefined ? undefined : [rest],
      )
    : contents;
  if (values.rest !== undefined) return undefined;
  const now = values.items.map((value) => current(value, call.state));
  const own = now.map((value) => keyOf(value, 0));
  const keys = own.includes(undefined) ? beginnings(now) : own;
  const [first] = keys;
  if (first === undefined) return items.length === 0 ? [] : undefined;
  if (!keys.every((each) => each !== undefined && isComparable(each, first))) return undefined;
  const order = keys.map((_, at) => at);
  const sign = isReversed ? -1 : 1;
  // Equal ones stay in their order, in both directions.
  return order.sort((one, other) => sign * compare(keys[one] as Key, keys[other] as Key) || one - other);
}

/** Calls a function for each item, in order; for further ones as in a loop whose rounds are not told apart. */
export function callForEach(
  call: NativeCall,
  callee: Value,
  items: readonly (readonly Value[])[],
  rest: readonly Value[] | undefined,
): Contents {
  const { frame, state, node } = call;
  const run = (positional: readonly Value[]) => callValue(frame, state, callee, { ...noArguments, positional }, node);
  const isShort = items.length <= MAX_ROUNDS;
  const results = isShort ? items.map(run) : [];
  const others = isShort ? [] : items;
  if (others.length === 0 && rest === undefined) return { items: results, rest: undefined };
  const loose = [...others, ...(rest === undefined ? [] : [rest])];
  const width = Math.max(...loose.map((each) => each.length));
  const merged = Array.from({ length: width }, (_, at) => joinAll(loose.flatMap((each) => each[at] ?? [])));
  frame.summarising++;
  const result = run(merged);
  frame.summarising--;
  return { items: results, rest: result };
}

type Key = string | number | bigint | readonly Key[];

/** Nesting of tuples in keys. */
const MAX_DEPTH = 4;

function keyOf(value: Value, depth: number): Key | undefined {
  const known = singleConstant(value)?.value;
  if (known !== undefined) return literalKey(known);
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence' || fact.type !== 'tuple' || depth >= MAX_DEPTH) return undefined;
  const { items, rest } = contentsOf(fact);
  if (rest !== undefined) return undefined;
  const keys = items.map((item) => keyOf(item, depth + 1));
  return keys.every((each) => each !== undefined) ? keys : undefined;
}

/** `(priority, job)`: what tuples begin with decides, as long as no two begin alike; nothing otherwise. */
function beginnings(values: readonly Value[]): readonly (Key | undefined)[] {
  const heads = values.map((value): Key[] => {
    const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (fact?.kind !== 'sequence' || fact.type !== 'tuple') return [];
    const keys = fact.items.map((item) => keyOf(item, 1));
    const end = keys.indexOf(undefined);
    return (end < 0 ? keys : keys.slice(0, end)) as Key[];
  });
  const length = Math.min(...heads.map((head) => head.length));
  const cut = heads.map((head) => head.slice(0, length));
  const areApart = cut.every((one, at) => cut.slice(0, at).every((other) => compare(one, other) !== 0));
  return length > 0 && cut.length <= MAX_ROUNDS && areApart ? cut : [undefined];
}

function literalKey(value: Literal): Key | undefined {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}

const isNumber = (key: Key) => typeof key === 'number' || typeof key === 'bigint';

function isComparable(one: Key, other: Key): boolean {
  if (isNumber(one)) return isNumber(other);
  if (typeof one === 'string') return typeof other === 'string';
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((each, at) => isComparable(each, other[at]))
  );
}

function compare(one: Key, other: Key): number {
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let at = 0; at < one.length; at++) {
      const outcome = compare(one[at], other[at]);
      if (outcome !== 0) return outcome;
    }
    return 0;
  }
  return typeof one === 'string' && typeof other === 'string'
    ? byCodePoint(one, other)
    : one < other
      ? -1
      : one > other
        ? 1
        : 0;
}

/** Python orders text by code points, JavaScript by UTF-16 units. */
function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
