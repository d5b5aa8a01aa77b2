// Items of values while code runs: known places and keys, then whatever else the object may hold.

import {
  computed,
  constantKey,
  type Fact,
  incomplete,
  type Literal,
  MAX_ITEMS,
  type MappingFact,
  only,
  type SequenceFact,
  singleConstant,
  slice,
  subscript,
  unknown,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { methodOf, part } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';
import { allocate, whole } from './values.ts';

/** `value[key]` */
export function itemValue(frame: Frame, node: NodeId, value: Value, key: Value, state: State): Value {
  if (value.facts.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  const found: Value[] = [];
  for (const fact of value.facts) {
    const item = itemOfFact(frame, node, fact, key, state);
    if (item !== undefined) found.push(item);
  }
  if (found.length === 0) return unknown('it has no such item');
  const all = joinAll(found);
  return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
}

function itemOfFact(frame: Frame, node: NodeId, fact: Fact, key: Value, state: State): Value | undefined {
  switch (fact.kind) {
    case 'sequence':
      return itemOfSequence(fact, key);
    case 'mapping':
      return itemOfMapping(fact, key);
    case 'instance': {
      const method = methodOf(frame, node, fact, '__getitem__', state);
      if (method !== undefined) return callValue(frame, state, method, { ...noArguments, positional: [key] }, node);
      break;
    }
    case 'computed':
    case 'parameter':
    case 'reference': {
      const known = singleConstant(key);
      if (known === undefined) break;
      return part(frame, fact, `[${constantKey(known.value)}]`, () => subscript(frame.view, node, only(fact), key));
    }
  }
  return subscript(frame.view, node, only(fact), whole(key, state));
}

/** Undefined where Python raises. */
export function itemOfSequence(fact: SequenceFact, key: Value): Value | undefined {
  const index = singleConstant(key)?.value;
  const position = typeof index === 'bigint' ? Number(index) : typeof index === 'boolean' ? Number(index) : undefined;
  if (position === undefined) return anyItem(fact);
  if (fact.complete) return fact.items[position < 0 ? fact.items.length + position : position];
  if (position >= 0 && position < fact.items.length) return fact.items[position];
  // From the end, an item of the known part is possible too.
  return position < 0 ? anyItem(fact) : (fact.rest ?? unknown('an item that is not known'));
}

/** What any item of a sequence can be. */
export function anyItem(fact: SequenceFact): Value {
  const all = fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
  if (all.length === 0) return unknown('an item that is not known');
  const any = joinAll(all);
  return fact.complete || fact.rest !== undefined ? any : incomplete(any, 'an item that is not known');
}

/** Undefined where Python raises: the key is certainly not there. */
export function itemOfMapping(fact: MappingFact, key: Value): Value | undefined {
  const found = entryFor(fact, key);
  return found.value;
}

/** The value under a key, and whether the key is certainly there. */
export function entryFor(
  fact: MappingFact,
  key: Value,
): { readonly value: Value | undefined; readonly isCertain: boolean } {
  const wanted = singleConstant(key);
  if (wanted === undefined) {
    // One of several keys, or any of them.
    const keys =
      key.complete && key.facts.length > 0 && key.facts.every((each) => each.kind === 'constant')
        ? key.facts
        : undefined;
    if (keys !== undefined) {
      const each = keys.map((one) => entryFor(fact, only(one)));
      const values = each.flatMap(({ value }) => (value === undefined ? [] : [value]));
      return {
        value: values.length === 0 ? undefined : joinAll(values),
        isCertain: each.every(({ isCertain }) => isCertain),
      };
    }
    return { value: anyEntry(fact), isCertain: false };
  }
  const text = constantKey(wanted.value);
  const others: Value[] = [];
  for (let position = fact.entries.length - 1; position >= 0; position--) {
    const entry = fact.entries[position] as MappingFact['entries'][number];
    const known = singleConstant(entry.key);
    if (known === undefined) others.push(entry.value);
    else if (constantKey(known.value) === text) {
      if (others.length === 0 && (fact.complete || fact.rest === undefined))
        return { value: entry.value, isCertain: true };
      return {
        value: joinAll([entry.value, ...others, ...(fact.rest === undefined ? [] : [fact.rest])]),
        isCertain: true,
      };
    }
  }
  if (fact.rest !== undefined) others.push(fact.rest);
  else if (!fact.complete) others.push(unknown('an entry that is not known'));
  return { value: others.length === 0 ? undefined : joinAll(others), isCertain: false };
}

function anyEntry(fact: MappingFact): Value {
  const all = fact.entries.map(({ value }) => value);
  if (fact.rest !== undefined) all.push(fact.rest);
  if (all.length === 0) return unknown('an entry that is not known');
  const any = joinAll(all);
  return fact.complete || fact.rest !== undefined ? any : incomplete(any, 'an entry that is not known');
}

/** `value[key] = item` on a list or dict. */
export function withItem(fact: SequenceFact | MappingFact, key: Value, item: Value): SequenceFact | MappingFact {
  const known = singleConstant(key);
  if (fact.kind === 'mapping') {
    if (known === undefined) {
      const rest = joinAll([...(fact.rest === undefined ? [] : [fact.rest]), item]);
      // Any entry may have been replaced.
      const entries = fact.entries.map((entry) => ({ key: entry.key, value: joinAll([entry.value, item]) }));
      return { ...fact, entries, complete: false, rest };
    }
    const text = constantKey(known.value);
    const entries = fact.entries.filter((entry) => {
      const other = singleConstant(entry.key);
      return other === undefined || constantKey(other.value) !== text;
    });
    if (entries.length >= MAX_ITEMS)
      return { ...fact, complete: false, rest: joinAll([...(fact.rest === undefined ? [] : [fact.rest]), item]) };
    return { ...fact, entries: [...entries, { key, value: item }] };
  }
  const position = typeof known?.value === 'bigint' ? Number(known.value) : undefined;
  const at = position !== undefined && position < 0 && fact.complete ? fact.items.length + position : position;
  if (at !== undefined && at >= 0 && at < fact.items.length) {
    return { ...fact, items: fact.items.map((each, index) => (index === at ? item : each)) };
  }
  const items = at === undefined ? fact.items.map((each) => joinAll([each, item])) : fact.items;
  if (fact.complete && at !== undefined) return { ...fact, items };
  return fact.complete
    ? { ...fact, items }
    : { ...fact, items, rest: joinAll([...(fact.rest === undefined ? [] : [fact.rest]), item]) };
}

/** `del value[key]` */
export function withoutItem(fact: SequenceFact | MappingFact, key: Value): SequenceFact | MappingFact {
  const known = singleConstant(key);
  if (fact.kind === 'mapping') {
    if (known === undefined) return fact;
    const text = constantKey(known.value);
    return {
      ...fact,
      entries: fact.entries.filter((entry) => {
        const other = singleConstant(entry.key);
        return other === undefined || constantKey(other.value) !== text;
      }),
    };
  }
  const position = typeof known?.value === 'bigint' ? Number(known.value) : undefined;
  if (!fact.complete || position === undefined) {
    return { ...fact, items: [], complete: false, rest: anyItem(fact) };
  }
  const at = position < 0 ? fact.items.length + position : position;
  return { ...fact, items: fact.items.filter((_, index) => index !== at) };
}

export function sliceValue(
  frame: Frame,
  node: NodeId,
  value: Value,
  bounds: readonly (Literal | undefined)[],
  state: State,
): Value {
  const results: Value[] = [];
  for (const fact of value.facts) {
    if (fact.kind === 'text' || fact.kind === 'instance' || fact.kind === 'parameter') {
      const by = fact.kind === 'text' ? `builtins.${fact.type}.__getitem__()` : '?[]';
      results.push(computed(by, [only(fact)], frame.place(node)));
      continue;
    }
    if (fact.kind === 'sequence') {
      const made = slicedSequence(frame, node, fact, bounds);
      results.push(made.type === 'tuple' ? only(made) : allocate(frame, state, node, made));
      continue;
    }
    results.push(slice(frame.view, node, only(fact), bounds));
  }
  if (results.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  const all = joinAll(results);
  return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
}

function slicedSequence(
  frame: Frame,
  node: NodeId,
  fact: SequenceFact,
  bounds: readonly (Literal | undefined)[],
): SequenceFact {
  const { identity: _, ...plain } = fact;
  const made = slice(frame.view, node, only(plain), bounds).facts[0];
  if (made?.kind === 'sequence' && (made.complete || plain.complete === false)) {
    return plain.rest === undefined ? made : { ...made, complete: false, rest: anyItem(fact) };
  }
  return { ...plain, items: [], complete: false, rest: anyItem(fact), at: frame.place(node) };
}
