// What the methods and operators of lists, tuples and sets make of one: pure functions from what a sequence holds to what
// it holds then. Where a position is not known, every place that it can be gets what it can hold then.

import {
  areEqual,
  constantKey,
  type Literal,
  MAX_ITEMS,
  type SequenceFact,
  singleConstant,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { joinAll } from './join.ts';
import { SideTable } from './side-table.ts';

/** What a sequence holds: certain items in order, then what any further one can be. */
export interface Contents {
  readonly items: readonly Value[];
  /** what any further one can be; undefined when there are no others */
  readonly rest: Value | undefined;
}

export const noContents: Contents = { items: [], rest: undefined };

export function contentsOf(fact: SequenceFact): Contents {
  if (fact.complete) return { items: fact.items, rest: undefined };
  return { items: fact.items, rest: fact.rest ?? unknown('an item that is not known') };
}

/** The sequence with other contents; still the same object. */
export function holding(fact: SequenceFact, contents: Contents): SequenceFact {
  const { rest: _, ...plain } = fact;
  const { items, rest } = bounded(contents);
  return rest === undefined ? { ...plain, items, complete: true } : { ...plain, items, complete: false, rest };
}

function bounded(contents: Contents): Contents {
  if (contents.items.length <= MAX_ITEMS) return contents;
  const { items, rest } = contents;
  const more = items.slice(MAX_ITEMS);
  return { items: items.slice(0, MAX_ITEMS), rest: joinAll(rest === undefined ? more : [...more, rest]) };
}

/** Everything that it holds. */
export function allOf({ items, rest }: Contents): readonly Value[] {
  return rest === undefined ? items : [...items, rest];
}

/** What any one item can be. */
export function anyOf(contents: Contents): Value {
  const all = allOf(contents);
  return all.length === 0 ? unknown('it holds nothing') : joinAll(all);
}

/** The same number of items in an order that is not known. */
export function shuffled(contents: Contents): Contents {
  const { items, rest } = contents;
  if (rest === undefined && items.length < 2) return contents;
  const any = anyOf(contents);
  return { items: items.map(() => any), rest: rest === undefined ? undefined : any };
}

/** Any of these, any number of times. */
export function mixedContents(contents: Contents): Contents {
  const all = allOf(contents);
  return all.length === 0 ? contents : { items: [], rest: joinAll(all) };
}

export function concatenated(one: Contents, other: Contents): Contents {
  if (one.rest === undefined) return { items: [...one.items, ...other.items], rest: other.rest };
  return { items: one.items, rest: joinAll([one.rest, ...allOf(other)]) };
}

/** `items * count` */
export function repeated(contents: Contents, count: Literal | undefined): Contents {
  if (typeof count !== 'bigint') return mixedContents(contents);
  if (count <= 0n) return noContents;
  const { items, rest } = contents;
  if (rest !== undefined) return count === 1n ? contents : { items, rest: joinAll([...items, rest]) };
  const times = count > BigInt(MAX_ITEMS) ? MAX_ITEMS : Number(count);
  if (items.length * times > MAX_ITEMS) return { items, rest: items.length === 0 ? undefined : joinAll(items) };
  return { items: Array.from({ length: times }, () => items).flat(), rest: undefined };
}

/** A position from the start, or undefined when that is not known. */
function positionIn({ items, rest }: Contents, index: Literal | undefined): number | undefined {
  const at = typeof index === 'bigint' ? Number(index) : typeof index === 'boolean' ? Number(index) : undefined;
  if (at === undefined) return undefined;
  if (at >= 0) return rest === undefined || at < items.length ? at : undefined;
  return rest === undefined ? items.length + at : undefined;
}

/** `items.insert(index, item)` */
export function inserted(contents: Contents, index: Literal | undefined, item: Value): Contents {
  const { items, rest } = contents;
  const position = positionIn(contents, index);
  if (position !== undefined) {
    const at = Math.min(Math.max(position, 0), items.length);
    return { items: [...items.slice(0, at), item, ...items.slice(at)], rest };
  }
  const any = joinAll([...allOf(contents), item]);
  return { items: [...items.map(() => any), any], rest: rest === undefined ? undefined : any };
}

/** `items.pop(index)`: what comes out, and what stays; undefined where Python raises. */
export function popped(
  contents: Contents,
  index: Literal | undefined,
): { readonly item: Value; readonly left: Contents } | undefined {
  const { items, rest } = contents;
  if (items.length === 0) return rest === undefined ? undefined : { item: rest, left: contents };
  const position = positionIn(contents, index);
  if (position !== undefined) {
    const item = items[position];
    return item === undefined ? undefined : { item, left: { items: items.filter((_, at) => at !== position), rest } };
  }
  // The last one: of those that are certain, or of those that may follow.
  if (index === -1n && rest !== undefined) {
    const last = items[items.length - 1] as Value;
    const any = joinAll([last, rest]);
    return { item: any, left: { items: items.slice(0, -1), rest: any } };
  }
  const any = anyOf(contents);
  return { item: any, left: { items: items.slice(1).map(() => any), rest: rest === undefined ? undefined : any } };
}

/** Whether two values are equal; undefined when that depends. One fact is one value, whatever it is. */
export function isEqual(one: Value, other: Value): boolean | undefined {
  const [left, right] = [singleConstant(one), singleConstant(other)];
  if (left !== undefined && right !== undefined) return areEqual(left.value, right.value);
  const [first, second] = [one.facts[0], other.facts[0]];
  if (one.facts.length !== 1 || other.facts.length !== 1 || !one.complete || !other.complete) return undefined;
  if (first === second) return true;
  // (1, 2) and (2, 1), classes and functions, objects
  if (first?.kind === 'sequence' && second?.kind === 'sequence' && first.type === 'tuple' && second.type === 'tuple') {
    return areItemsEqual(first, second);
  }
  if (first?.kind === 'reference' && second?.kind === 'reference') {
    if (first.receiver !== undefined || second.receiver !== undefined) return undefined;
    return first.name === second.name && first.closure === second.closure;
  }
  if (first?.kind === 'instance' && second?.kind === 'instance') {
    const areKnown = first.identity !== undefined && second.identity !== undefined;
    if (areKnown && first.definition !== undefined && second.definition !== undefined)
      return first.identity === second.identity ? undefined : false;
  }
  // A text is no number, a list is no text.
  const isKnown = (fact: typeof first) =>
    fact?.kind === 'constant' || fact?.kind === 'text' || fact?.kind === 'sequence' || fact?.kind === 'mapping';
  return isKnown(first) && isKnown(second) && typeOf(first) !== typeOf(second) ? false : undefined;
}

function areItemsEqual(one: SequenceFact, other: SequenceFact): boolean | undefined {
  if (!one.complete || !other.complete) return undefined;
  if (one.items.length !== other.items.length) return false;
  const outcomes = one.items.map((item, index) => isEqual(item, other.items[index] as Value));
  return outcomes.includes(false) ? false : outcomes.includes(undefined) ? undefined : true;
}

function typeOf(fact: Value['facts'][number] | undefined): string | undefined {
  if (fact?.kind === 'text') return fact.type;
  if (fact?.kind !== 'constant') return fact?.kind;
  if (typeof fact.value === 'string') return 'str';
  return fact.value instanceof Uint8Array ? 'bytes' : 'constant';
}

/** `items.remove(item)`: the first one that is equal goes. */
export function removed(contents: Contents, item: Value): Contents {
  const { items, rest } = contents;
  const outcomes = items.map((each) => isEqual(each, item));
  const certain = outcomes.indexOf(true);
  const first = outcomes.findIndex((outcome) => outcome !== false);
  if (first < 0) return contents;
  const behind = certain < 0 ? items.length - 1 : certain;
  // Between the first that may be meant and the one that certainly would, each place keeps its own or gets the next.
  const next = items.slice(0, behind).map((each, at) => (at < first ? each : joinAll([each, items[at + 1] as Value])));
  if (certain >= 0 || rest === undefined) return { items: [...next, ...items.slice(behind + 1)], rest };
  return { items: next, rest: joinAll([rest, items[behind] as Value]) };
}

/** `items[lower:upper:step]`; bounds are undefined where they are not known. */
export function sliced(contents: Contents, bounds: readonly (Literal | undefined)[]): Contents {
  const { items, rest } = contents;
  const [lower, upper, step] = bounds.map(toBound);
  if (lower === undefined || upper === undefined || step === undefined || step === 0) return mixedContents(contents);
  if (rest === undefined) return { items: indices(items.length, lower, upper, step).map(itemsAt(items)), rest };
  const from = lower ?? 0;
  if ((step ?? 1) !== 1 || from < 0) return mixedContents(contents);
  if (upper !== null && upper >= 0 && upper <= items.length)
    return { items: items.slice(from, upper), rest: undefined };
  if (upper === null) return { items: items.slice(from), rest };
  // [:-1] may take away what is certain
  const cut = upper < 0 ? Math.max(items.length + upper, 0) : items.length;
  return { items: items.slice(from, cut), rest: joinAll([...items.slice(Math.max(cut, from)), rest]) };
}

function itemsAt(items: readonly Value[]): (index: number) => Value {
  return (index) => items[index] as Value;
}

function toBound(bound: Literal | undefined): number | null | undefined {
  if (bound === null) return null;
  return typeof bound === 'bigint' ? Number(bound) : typeof bound === 'boolean' ? Number(bound) : undefined;
}

/** The positions that a slice of so many items takes, as `slice.indices` gives them. */
export function indices(length: number, lower: number | null, upper: number | null, step: number | null): number[] {
  const by = step ?? 1;
  const clamp = (bound: number, least: number, most: number) =>
    Math.min(Math.max(bound < 0 ? bound + length : bound, least), most);
  const start = by > 0 ? clamp(lower ?? 0, 0, length) : lower === null ? length - 1 : clamp(lower, -1, length - 1);
  const stop = by > 0 ? clamp(upper ?? length, 0, length) : upper === null ? -1 : clamp(upper, -1, length - 1);
  const found: number[] = [];
  for (let at = start; by > 0 ? at < stop : at > stop; at += by) found.push(at);
  return found;
}

/** `items[lower:upper] = others`, and `del items[lower:upper]` with none. */
export function withSlice(contents: Contents, bounds: readonly (Literal | undefined)[], others: Contents): Contents {
  const { items, rest } = contents;
  const [lower, upper, step] = bounds.map(toBound);
  const isKnown = lower !== undefined && upper !== undefined && step !== undefined && step !== 0;
  if (isKnown && rest === undefined) {
    const taken = indices(items.length, lower, upper, step);
    if ((step ?? 1) === 1) {
      const from =
        taken[0] ?? Math.min(Math.max((lower ?? 0) < 0 ? items.length + (lower ?? 0) : (lower ?? 0), 0), items.length);
      const before: Contents = { items: items.slice(0, from), rest: undefined };
      const behind: Contents = { items: items.slice(from + taken.length), rest: undefined };
      return concatenated(concatenated(before, others), behind);
    }
    if (others.rest === undefined && others.items.length === 0) {
      const gone = new Set(taken);
      return { items: items.filter((_, at) => !gone.has(at)), rest: undefined };
    }
    if (others.rest === undefined && others.items.length === taken.length) {
      const given = new Map(taken.map((at, index) => [at, others.items[index] as Value]));
      return { items: items.map((each, at) => given.get(at) ?? each), rest: undefined };
    }
  }
  // items[2:] = others   of more than is known
  const from = lower ?? 0;
  if (isKnown && upper === null && (step ?? 1) === 1 && from >= 0 && from <= items.length)
    return concatenated({ items: items.slice(0, from), rest: undefined }, others);
  const kept = lower !== undefined && lower !== null && lower >= 0 ? items.slice(0, lower) : [];
  const loose = [...items.slice(kept.length), ...(rest === undefined ? [] : [rest]), ...allOf(others)];
  return loose.length === 0 ? { items: kept, rest: undefined } : { items: kept, rest: joinAll(loose) };
}

// Sets

/** Equal for constants that Python finds equal: `1`, `1.0` and `True`. */
export function equalityKey(value: Literal): string {
  if (typeof value === 'boolean') return `number${Number(value)}`;
  return typeof value === 'bigint' || typeof value === 'number' ? `number${value}` : constantKey(value);
}

const positions = new SideTable<readonly Value[], ReadonlyMap<string, number> | 'none'>();

/** Where each constant stands last; undefined when some are no constants. Large tables are asked often. */
export function indexOf(values: readonly Value[]): ReadonlyMap<string, number> | undefined {
  let index = positions.get(values);
  if (index === undefined) {
    const found = new Map<string, number>();
    const isConstant = values.every((value, at) => {
      const known = singleConstant(value);
      if (known !== undefined) found.set(equalityKey(known.value), at);
      return known !== undefined;
    });
    index = isConstant ? found : 'none';
    positions.set(values, index);
  }
  return index === 'none' ? undefined : index;
}

/** Items with equal constants and equal facts once. */
export function distinct({ items, rest }: Contents): Contents {
  const seen = new Set<unknown>();
  const kept = items.filter((item) => {
    const known = singleConstant(item);
    const key = known !== undefined ? equalityKey(known.value) : item.facts[0];
    if (!item.complete || item.facts.length !== 1) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.length === items.length ? { items, rest } : { items: kept, rest };
}

/** `one | other` */
export function united(one: Contents, other: Contents): Contents {
  const rests = [one.rest, other.rest].filter((rest) => rest !== undefined);
  return distinct({ items: [...one.items, ...other.items], rest: rests.length === 0 ? undefined : joinAll(rests) });
}

/** Whether a set holds a value; undefined when that depends. */
function holds(contents: Contents, item: Value): boolean | undefined {
  const known = singleConstant(item);
  const index = known === undefined ? undefined : indexOf(contents.items);
  if (known !== undefined && index !== undefined) {
    return index.has(equalityKey(known.value)) ? true : contents.rest === undefined ? false : undefined;
  }
  let result: boolean | undefined = contents.rest === undefined ? false : undefined;
  for (const each of contents.items) {
    const outcome = isEqual(each, item);
    if (outcome === true) return true;
    if (outcome === undefined) result = undefined;
  }
  return result;
}

/** `one & other`: what is not certain to be in both is one of those of the side that is constant. */
export function intersected(one: Contents, other: Contents): Contents {
  const outcomes = one.items.map((item) => holds(other, item));
  const certain = one.items.filter((_, at) => outcomes[at] === true);
  const possible = [
    ...one.items.filter((_, at) => outcomes[at] === undefined),
    ...(one.rest === undefined ? [] : [one.rest]),
  ];
  if (possible.length === 0) return { items: certain, rest: undefined };
  const isConstant = (contents: Contents) =>
    contents.rest === undefined && contents.items.every((item) => singleConstant(item) !== undefined);
  if (isConstant(other) && other.items.length === 0) return noContents;
  return { items: certain, rest: isConstant(other) ? joinAll(other.items) : joinAll(possible) };
}

/** `one - other` */
export function without(one: Contents, other: Contents): Contents {
  const outcomes = one.items.map((item) => holds(other, item));
  const certain = one.items.filter((_, at) => outcomes[at] === false);
  const possible = [
    ...one.items.filter((_, at) => outcomes[at] === undefined),
    ...(one.rest === undefined ? [] : [one.rest]),
  ];
  return { items: certain, rest: possible.length === 0 ? undefined : joinAll(possible) };
}

/** `one ^ other` */
export function onlyInOne(one: Contents, other: Contents): Contents {
  return united(without(one, other), without(other, one));
}
