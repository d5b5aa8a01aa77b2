// Methods of dicts and of what behaves like them: defaultdict, OrderedDict, Counter.

import { constant, type Fact, incomplete, type MappingFact, only, unknown, type Value } from '../../semantics/index.ts';
import { entryIn } from '../items.ts';
import { joinAll } from '../join.ts';
import { anyEntry, combined, type Part, partsOf, viewOf, withEntries, withEntry, withoutKey } from '../mappings.ts';
import { allOf } from '../sequences.ts';
import { allocate, current } from '../values.ts';
import {
  anyOfValues,
  argument,
  bound,
  changeMappings,
  elements,
  emptyMapping,
  isOpen,
  literal,
  mappingsOf,
  none,
  pair,
  placeOf,
} from './given.ts';
import { copied } from './lists.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** A method of each dict that the receiver can be. */
function reading(read: (fact: MappingFact, call: NativeCall) => Value | undefined): Native {
  return (unbound) => {
    const call = bound(unbound);
    const facts = mappingsOf(call.receiver);
    if (facts.length === 0 || call.receiver === undefined || isOpen(call)) return undefined;
    const results = facts.map((fact) => read(fact, call));
    const found = anyOfValues(results.filter((result) => result !== undefined));
    if (found === undefined) return undefined;
    const isAll = call.receiver.complete && facts.length === call.receiver.facts.length;
    return isAll ? found : incomplete(found, call.receiver.why ?? 'not all it can be is known');
  };
}

const get = reading((fact, call) => {
  const key = argument(call, 0, 'key');
  if (key === undefined) return undefined;
  const { value, isCertain } = entryIn(call.frame, fact, key);
  if (isCertain && value !== undefined) return value;
  const otherwise = argument(call, 1, 'default') ?? none(call);
  return value === undefined ? otherwise : joinAll([value, otherwise]);
});

const setdefault: Native = (unbound) => {
  const call = bound(unbound);
  const result = get(call);
  const key = argument(call, 0, 'key');
  if (result === undefined || key === undefined) return undefined;
  const otherwise = argument(call, 1, 'default') ?? none(call);
  changeMappings(call, (fact) => {
    const { value, isCertain } = entryIn(call.frame, fact, key);
    if (isCertain) return fact;
    return withEntry(fact, key, value === undefined ? otherwise : joinAll([value, otherwise]));
  });
  return result;
};

const pop: Native = (unbound) => {
  const call = bound(unbound);
  const key = argument(call, 0, 'key');
  if (key === undefined) return undefined;
  const result = reading((fact) => {
    const { value, isCertain } = entryIn(call.frame, fact, key);
    const fallback = argument(call, 1, 'default');
    if (isCertain || fallback === undefined) return value;
    return value === undefined ? fallback : joinAll([value, fallback]);
  })(call);
  changeMappings(call, (fact) => withoutKey(fact, key));
  return result;
};

/** The last entry, or with `last=False` the first one. */
const popitem: Native = (unbound) => {
  const call = bound(unbound);
  const last = argument(call, 0, 'last');
  const isLast = last === undefined ? true : literal(last);
  const chosen = (fact: MappingFact) =>
    fact.complete && typeof isLast === 'boolean' ? fact.entries[isLast ? fact.entries.length - 1 : 0] : undefined;
  const result = reading((fact) => {
    const entry = chosen(fact);
    if (entry !== undefined) return pair(call, entry.key, entry.value);
    const all = allOf(partsOf(fact, 'items', placeOf(call)));
    return all.length === 0 ? undefined : joinAll(all);
  })(call);
  changeMappings(call, (fact) => {
    const entry = chosen(fact);
    if (entry !== undefined) return { ...fact, entries: fact.entries.filter((each) => each !== entry) };
    return fact.complete && fact.entries.length === 0
      ? fact
      : { ...fact, entries: [], complete: false, rest: anyEntry(fact) };
  });
  return result;
};

const view = (part: Part): Native => reading((fact, call) => only(viewOf(fact, part, placeOf(call))));

/** What a dict is made from or updated with: another one, pairs, keywords. */
export function entriesGiven(call: NativeCall, first: number): readonly MappingFact[] {
  const alternatives: MappingFact[][] = [];
  const empty = emptyMapping(call);
  for (const value of call.given.positional.slice(first)) alternatives.push(entriesOf(call, value));
  if (call.given.rest !== undefined) alternatives.push(entriesOf(call, call.given.rest));
  let own = empty;
  for (const [name, value] of call.given.named) own = withEntry(own, constant(name, placeOf(call)), value);
  if (call.given.restNamed !== undefined) own = { ...own, complete: false, rest: call.given.restNamed };
  let results: readonly MappingFact[] = [empty];
  for (const each of [...alternatives, [own]]) {
    if (results.length * each.length > MAX_ALTERNATIVES) results = [loosely(call, [...results, ...each])];
    else results = results.flatMap((one) => each.map((other) => combined(one, other)));
  }
  return results;
}

/** Dicts that a call may be given. */
const MAX_ALTERNATIVES = 8;

function loosely(call: NativeCall, facts: readonly MappingFact[]): MappingFact {
  return { ...emptyMapping(call), complete: false, rest: joinAll(facts.map(anyEntry)) };
}

function entriesOf(call: NativeCall, value: Value): MappingFact[] {
  const facts = current(value, call.state).facts.flatMap((fact): MappingFact[] => {
    if (fact.kind === 'mapping') return [fact];
    return [fromPairs(call, only(fact))];
  });
  if (value.complete && facts.length > 0) return facts;
  return [
    ...facts,
    { ...emptyMapping(call), complete: false, rest: unknown(value.why ?? 'an entry that is not known') },
  ];
}

/** `[("a", 1), ("b", 2)]` */
function fromPairs(call: NativeCall, value: Value): MappingFact {
  const { items, rest } = elements(call, value);
  const entry = (item: Value): readonly [Value, Value] => {
    const facts = current(item, call.state).facts;
    const read = (at: number) => joinAll(facts.map((fact) => itemAt(call, fact, at)));
    return [read(0), read(1)];
  };
  const entries = items.map(entry).map(([key, each]) => ({ key, value: each }));
  let made = withEntries(emptyMapping(call), entries);
  if (rest === undefined) return made;
  const [key, more] = entry(rest);
  made = withEntry(made, key, more);
  return { ...made, complete: false, rest: made.rest === undefined ? more : joinAll([made.rest, more]) };
}

function itemAt(call: NativeCall, fact: Fact, at: number): Value {
  const { items, rest } = elements(call, only(fact));
  return items[at] ?? rest ?? unknown('it has no such item');
}

const update: Native = (unbound) => {
  const call = bound(unbound);
  if (mappingsOf(call.receiver).length === 0) return undefined;
  const given = entriesGiven(call, 0);
  const [only, ...more] = given;
  const others = more.length === 0 && only !== undefined ? only : loosely(call, given);
  changeMappings(call, (fact) => combined(fact, others));
  return none(call);
};

const fromkeys: Native = (call) => {
  const keys = argument(call, 0, 'iterable');
  if (keys === undefined || isOpen(call)) return undefined;
  const value = argument(call, 1, 'value') ?? none(call);
  const { items, rest } = elements(call, keys);
  let fact = withEntries(
    emptyMapping(call),
    items.map((key) => ({ key, value })),
  );
  if (rest !== undefined) fact = { ...withEntry(fact, rest, value), complete: false, rest: value };
  return allocate(call.frame, call.state, call.node, fact);
};

const copy: Native = (unbound) => {
  const call = bound(unbound);
  if (mappingsOf(call.receiver).length === 0) return copied(call);
  return reading((fact) => cloned(call, fact))(call);
};

/** Another dict of the same class that holds the same. */
export function cloned(call: NativeCall, fact: MappingFact): Value {
  const attributes = fact.identity === undefined ? undefined : call.state.cell(fact.identity)?.attributes;
  const { identity: _, ...plain } = fact;
  return allocate(
    call.frame,
    call.state,
    call.node,
    { ...plain, at: placeOf(call) },
    attributes === undefined ? undefined : new Map(attributes),
  );
}

const clear: Native = (unbound) => {
  const call = bound(unbound);
  if (mappingsOf(call.receiver).length === 0) return undefined;
  changeMappings(call, ({ rest: _, ...fact }) => ({ ...fact, entries: [], complete: true }));
  return none(call);
};

const moveToEnd: Native = (unbound) => {
  const call = bound(unbound);
  const key = argument(call, 0, 'key');
  const last = argument(call, 1, 'last');
  const isLast = last === undefined ? true : literal(last);
  if (key === undefined || mappingsOf(call.receiver).length === 0) return undefined;
  const wanted = literal(key);
  changeMappings(call, (fact) => {
    const entry = fact.entries.find((each) => wanted !== undefined && literal(each.key) === wanted);
    if (entry === undefined || typeof isLast !== 'boolean') return fact;
    const others = fact.entries.filter((each) => each !== entry);
    return { ...fact, entries: isLast ? [...others, entry] : [entry, ...others] };
  });
  return none(call);
};

export const mappingNatives: NativeTable = {
  'builtins.dict.get': get,
  'builtins.dict.pop': pop,
  'builtins.dict.setdefault': setdefault,
  'typing.MutableMapping.setdefault': setdefault,
  'typing.MutableMapping.popitem': popitem,
  'typing.MutableMapping.pop': pop,
  'collections.OrderedDict.popitem': popitem,
  'collections.OrderedDict.move_to_end': moveToEnd,
  'collections.OrderedDict.setdefault': setdefault,
  'collections.OrderedDict.pop': pop,
  'typing.Mapping.get': get,
  'builtins.dict.keys': view('keys'),
  'builtins.dict.values': view('values'),
  'builtins.dict.items': view('items'),
  'collections.OrderedDict.keys': view('keys'),
  'collections.OrderedDict.values': view('values'),
  'collections.OrderedDict.items': view('items'),
  'typing.MutableMapping.update': update,
  'typing.MutableMapping.clear': clear,
  'builtins.dict.update': update,
  'builtins.dict.clear': clear,
  'builtins.dict.copy': copy,
  'collections.OrderedDict.copy': copy,
  'collections.defaultdict.copy': copy,
  'collections.Counter.copy': copy,
  'builtins.dict.fromkeys': fromkeys,
  'collections.OrderedDict.fromkeys': fromkeys,
};
