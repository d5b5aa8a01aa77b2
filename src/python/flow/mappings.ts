// What the methods and operators of dicts make of one: pure functions from what a mapping holds to what it holds then.
// Keys need not be constants: `cache[name] = …` is an entry whose key is whatever `name` is.

import {
  computed,
  MAX_ITEMS,
  type MappingFact,
  only,
  type Place,
  type SequenceFact,
  singleConstant,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { joinAll } from './join.ts';
import { type Contents, equalityKey, indexOf, isEqual } from './sequences.ts';
import { SideTable } from './side-table.ts';

type Entry = MappingFact['entries'][number];

export interface Found {
  /** what is under the key; undefined when it is certainly not there */
  readonly value: Value | undefined;
  /** the key is certainly there */
  readonly isCertain: boolean;
}

/** What is under a key. */
export function entryFor(fact: MappingFact, key: Value): Found {
  // Some of several keys: each of them by itself.
  if (key.complete && key.facts.length > 1 && key.facts.every((each) => each.kind === 'constant')) {
    const each = key.facts.map((one) => entryFor(fact, only(one)));
    const values = each.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return {
      value: values.length === 0 ? undefined : joinAll(values),
      isCertain: each.every(({ isCertain }) => isCertain),
    };
  }
  const known = singleConstant(key);
  const index = known === undefined ? undefined : keysOf(fact.entries);
  if (known !== undefined && index !== undefined) {
    const at = index.get(equalityKey(known.value));
    if (at !== undefined) return { value: (fact.entries[at] as Entry).value, isCertain: true };
    const other = fact.rest ?? (fact.complete ? undefined : unknown('an entry that is not known'));
    return { value: other, isCertain: false };
  }
  const possible: Value[] = [];
  for (let position = fact.entries.length - 1; position >= 0; position--) {
    const entry = fact.entries[position] as Entry;
    const outcome = isEqual(entry.key, key);
    if (outcome === false) continue;
    possible.push(entry.value);
    if (outcome === true) return { value: joinAll(possible.reverse()), isCertain: true };
  }
  if (fact.rest !== undefined) possible.push(fact.rest);
  else if (!fact.complete) possible.push(unknown('an entry that is not known'));
  return { value: possible.length === 0 ? undefined : joinAll(possible), isCertain: false };
}

const indices = new SideTable<readonly Entry[], ReadonlyMap<string, number> | 'none'>();

/** Where each constant key stands; undefined when some are no constants. Large tables are asked often. */
function keysOf(entries: readonly Entry[]): ReadonlyMap<string, number> | undefined {
  let index = indices.get(entries);
  if (index === undefined) indices.set(entries, (index = indexOf(entries.map(({ key }) => key)) ?? 'none'));
  return index === 'none' ? undefined : index;
}

/** Pairs of keys that are compared one by one. */
const MAX_PAIRS = 1 << 14;

/** Entries that are stored one after the other. */
export function withEntries(fact: MappingFact, entries: readonly Entry[]): MappingFact {
  const own = keysOf(fact.entries);
  const others = keysOf(entries);
  if (own === undefined || others === undefined) {
    if ((fact.entries.length + entries.length) * entries.length <= MAX_PAIRS)
      return entries.reduce((into, { key, value }) => withEntry(into, key, value), fact);
    const values = [...fact.entries, ...entries].map(({ value }) => value);
    return { ...fact, entries: [], complete: false, rest: withRest(fact.rest, values) };
  }
  // All keys are constants: a new value takes the place of the old one.
  const result = [...fact.entries];
  const places = new Map(own);
  for (const { key, value } of entries) {
    const name = equalityKey(singleConstant(key)?.value ?? null);
    const at = places.get(name);
    if (at !== undefined) result[at] = { key: (result[at] as Entry).key, value };
    else places.set(name, result.push({ key, value }) - 1);
  }
  if (result.length <= MAX_ITEMS) return { ...fact, entries: result };
  const more = result.slice(MAX_ITEMS).map(({ value }) => value);
  return { ...fact, entries: result.slice(0, MAX_ITEMS), complete: false, rest: withRest(fact.rest, more) };
}

/** `mapping[key] = item` */
export function withEntry(fact: MappingFact, key: Value, item: Value): MappingFact {
  let isThere = false;
  const entries = fact.entries.map((entry): Entry => {
    const outcome = isEqual(entry.key, key);
    if (outcome === false) return entry;
    if (outcome === true) isThere = true;
    return { key: entry.key, value: outcome ? item : joinAll([entry.value, item]) };
  });
  if (isThere) return { ...fact, entries };
  if (entries.length >= MAX_ITEMS) return { ...fact, entries, complete: false, rest: withRest(fact.rest, [item]) };
  return { ...fact, entries: [...entries, { key, value: item }] };
}

function withRest(rest: Value | undefined, more: readonly Value[]): Value {
  return joinAll(rest === undefined ? more : [rest, ...more]);
}

/** `del mapping[key]`: what may have been meant may still be there. */
export function withoutKey(fact: MappingFact, key: Value): MappingFact {
  const entries: Entry[] = [];
  const loose: Value[] = [];
  for (const entry of fact.entries) {
    const outcome = isEqual(entry.key, key);
    if (outcome === undefined) loose.push(entry.value);
    else if (!outcome) entries.push(entry);
  }
  if (loose.length === 0) return { ...fact, entries };
  return { ...fact, entries, complete: false, rest: withRest(fact.rest, loose) };
}

/** `{**one, **other}` */
export function combined(one: MappingFact, other: MappingFact): MappingFact {
  const result = one.entries.length === 0 ? { ...one, entries: other.entries } : withEntries(one, other.entries);
  if (other.complete) return result;
  const more = other.rest ?? unknown('an entry that is not known');
  // Any key that the other does not certainly bring may be among its others.
  const entries = result.entries.map((entry) =>
    entryFor(other, entry.key).isCertain ? entry : { key: entry.key, value: joinAll([entry.value, more]) },
  );
  return { ...result, entries, complete: false, rest: withRest(result.rest, [more]) };
}

/** What any entry can hold. */
export function anyEntry(fact: MappingFact): Value {
  const all = fact.entries.map(({ value }) => value);
  if (fact.rest !== undefined) all.push(fact.rest);
  else if (!fact.complete) all.push(unknown('an entry that is not known'));
  return all.length === 0 ? unknown('it holds nothing') : joinAll(all);
}

/** Number of keys; undefined when that depends. */
export function sizeOf(fact: MappingFact): number | undefined {
  if (!fact.complete) return undefined;
  const isConstant = fact.entries.every(({ key }) => singleConstant(key) !== undefined);
  return isConstant || fact.entries.length < 2 ? fact.entries.length : undefined;
}

export type Part = 'keys' | 'values' | 'items';

/** What `keys()`, `values()` and `items()` show. */
export function partsOf(fact: MappingFact, part: Part, at: Place): Contents {
  const pair = (key: Value, value: Value): Value =>
    only({ kind: 'sequence', type: 'tuple', items: [key, value], complete: true, at });
  const show = (key: Value, value: Value): Value =>
    part === 'keys' ? key : part === 'values' ? value : pair(key, value);
  const items = fact.entries.map(({ key, value }) => show(key, value));
  if (fact.complete) return { items, rest: undefined };
  const key = computed('builtins.dict.keys()[]', [only({ ...fact, entries: [] })], at);
  return { items, rest: show(key, fact.rest ?? unknown('an entry that is not known')) };
}

/** The same as a fact that goes with the dict. */
export function viewOf(fact: MappingFact, part: Part, at: Place): SequenceFact {
  const { items, rest } = partsOf(fact, part, at);
  return {
    kind: 'sequence',
    type: 'list',
    items,
    complete: rest === undefined,
    ...(rest === undefined ? {} : { rest }),
    className: `_collections_abc.dict_${part}`,
    ...(fact.identity === undefined ? {} : { view: { of: fact.identity, part } }),
    at,
  };
}
