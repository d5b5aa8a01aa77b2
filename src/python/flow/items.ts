// Items of values while code runs: known places and keys, then whatever else the object may hold.

import {
  computed,
  constant,
  constantKey,
  type Fact,
  incomplete,
  type Literal,
  type MappingFact,
  only,
  type SequenceFact,
  singleConstant,
  slice,
  subscript,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, type NodeId } from '../syntax/index.ts';
import { methodOf, part } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { heldBy } from './construct.ts';
import { enumerationOf, memberByName } from './enumerations.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { itemAttribute, keptOnLibrary, lastNameOfFact } from './library-objects.ts';
import { entryFor, type Found, withEntry, withoutKey } from './mappings.ts';
import { findNative } from './natives/index.ts';
import { anyOf, type Contents, contentsOf, holding, popped, sliced, withSlice } from './sequences.ts';
import { SideTable } from './side-table.ts';
import type { State } from './state.ts';
import { characterAt, itemInTail, slicedText } from './text-items.ts';
import { allocate, current, update, whole } from './values.ts';

export { entryFor } from './mappings.ts';

/** `value[key]` */
export function itemValue(frame: Frame, node: NodeId, value: Value, key: Value, state: State): Value {
  if (value.facts.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  const found: Value[] = [];
  for (const fact of value.facts) {
    const item = itemOfFact(frame, node, fact, key, state);
    if (item !== undefined) found.push(item);
  }
  // {"a": 1}["b"]   raises: it gives nothing
  if (found.length === 0) return value.complete ? nothing : unknown('it has no such item');
  const all = joinAll(found);
  return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
}

const nothing: Value = { facts: [], complete: true };

function itemOfFact(frame: Frame, node: NodeId, fact: Fact, key: Value, state: State): Value | undefined {
  switch (fact.kind) {
    case 'sequence':
      return itemOfSequence(frame, fact, key);
    case 'mapping': {
      const found = entryIn(frame, fact, key);
      return found.isCertain || fact.className === undefined
        ? found.value
        : missingItem(frame, node, fact, key, found.value, state);
    }
    case 'instance': {
      const method = methodOf(frame, node, fact, '__getitem__', state);
      if (method !== undefined) return callValue(frame, state, method, { ...noArguments, positional: [key] }, node);
      const held = heldBy(fact, state);
      if (held !== undefined) {
        // What an object holds can be itself.
        if (!frame.engine.sink()) return unknown('it is nested too deeply');
        const found = itemValue(frame, node, held, key, state);
        frame.engine.rise();
        return missing(frame, node, fact, held, key, found, state);
      }
      const name = `${fact.className}.__getitem__`;
      const given = { ...noArguments, positional: [key] };
      // A dict that nothing is known of: its method would come back to here.
      const isDict = name === 'builtins.dict.__getitem__';
      const native = isDict ? undefined : findNative(name)?.({ frame, state, node, name, receiver: only(fact), given });
      if (native !== undefined) return native;
      break;
    }
    case 'computed':
    case 'parameter':
    case 'reference': {
      if (fact.kind === 'reference') {
        const enumeration = enumerationOf(frame, fact);
        if (enumeration !== undefined) return memberByName(frame, enumeration, key, node);
        const name = `${fact.name}.__getitem__`;
        const native = fact.definition === undefined ? findNative(name) : undefined;
        const given = { ...noArguments, positional: [key] };
        const value = native?.({ frame, state, node, name, receiver: undefined, given });
        if (value !== undefined) return value;
      }
      const kept = keptItem(frame, fact, key, state);
      if (kept !== undefined) return kept;
      const known = singleConstant(key);
      if (known === undefined) break;
      return part(frame, fact, `[${constantKey(known.value)}]`, () => subscript(frame.view, node, only(fact), key));
    }
  }
  return characterAt(frame, node, fact, key) ?? subscript(frame.view, node, only(fact), whole(key, state));
}

/** `flask.session["cart"]`, where some function stores an item there */
export function keptItem(frame: Frame, fact: Fact, key: Value, state: State): Value | undefined {
  const id = lastNameOfFact(frame, fact);
  return id === undefined ? undefined : keptOnLibrary(frame, fact, itemAttribute(key), id, state);
}

/** Undefined where Python raises. */
export function itemOfSequence(frame: Frame, fact: SequenceFact, key: Value): Value | undefined {
  const index = singleConstant(key)?.value;
  const position = typeof index === 'bigint' ? Number(index) : typeof index === 'boolean' ? Number(index) : undefined;
  if (position === undefined) return anyItem(fact);
  const { items, rest } = contentsOf(fact);
  if (rest === undefined) return items[position < 0 ? items.length + position : position];
  if (position >= 0) return items[position] ?? told(frame, rest, `[${position}]`);
  const tail = tails.get(fact);
  const last = tail?.[tail.length + position];
  if (last !== undefined) return last;
  // From the end, an item of the known part is possible too.
  return itemInTail(fact, position) ?? joinAll([...items, told(frame, rest, `[${position}]`)]);
}

const tails = new SideTable<Fact, readonly Value[]>();

/** Remembers the last items of a sequence of which not all are known: `path.split("/")[-1]`. A change makes it forget. */
function _keepTail(made: Value, tail: readonly Value[]): void {
  const [fact] = made.facts;
  if (fact !== undefined && made.facts.length === 1) tails.set(fact, tail);
}

/**
 * One of the things that may follow, told apart from the others: what a test shows about one item it does not show about
 * the next. The same place gives the same value.
 */
export function told(frame: Frame, rest: Value, which: string): Value {
  let changed = false;
  const facts = rest.facts.map((fact) => {
    if (fact.kind === 'constant' || fact.kind === 'reference') return fact;
    const one = part(frame, fact, which, () => only({ ...fact }));
    changed = true;
    return one.facts[0] as Fact;
  });
  return changed ? { ...rest, facts } : rest;
}

/** What any item of a sequence can be. */
export function anyItem(fact: SequenceFact): Value {
  return anyOf(contentsOf(fact));
}

/** What is under a key, told apart from what is under others. */
export function entryIn(frame: Frame, fact: MappingFact, key: Value): Found {
  const found = entryFor(fact, key);
  const known = singleConstant(key);
  if (found.isCertain || found.value === undefined || known === undefined) return found;
  return { value: told(frame, found.value, `[${constantKey(known.value)}]`), isCertain: false };
}

/** `groups[key]` of a defaultdict or a Counter that may not hold the key yet. */
function missingItem(
  frame: Frame,
  node: NodeId,
  fact: MappingFact,
  key: Value,
  held: Value | undefined,
  state: State,
): Value | undefined {
  const joined = (made: Value): Value => (held === undefined ? made : joinAll([held, made]));
  if (fact.className === 'collections.Counter') return joined(constant(0n, frame.place(node)));
  if (fact.className !== 'collections.defaultdict' || fact.identity === undefined) return held;
  const factory = state.cell(fact.identity)?.attributes?.get('default_factory');
  if (factory === undefined) return held;
  const item = joined(callValue(frame, state, factory, noArguments, node));
  update(state, only(fact), (each) => (each.kind === 'mapping' ? withEntry(each, key, item) : each));
  return current(item, state);
}

/** `value[key] = item` on a list or dict. */
export function withItem(fact: SequenceFact | MappingFact, key: Value, item: Value): SequenceFact | MappingFact {
  if (fact.kind === 'mapping') return withEntry(fact, key, item);
  const index = singleConstant(key)?.value;
  const position = typeof index === 'bigint' ? Number(index) : undefined;
  const { items, rest } = contentsOf(fact);
  const at = position !== undefined && position < 0 && rest === undefined ? items.length + position : position;
  if (at !== undefined && at >= 0) {
    if (at < items.length) return { ...fact, items: items.map((each, index) => (index === at ? item : each)) };
    return rest === undefined ? fact : holding(fact, { items, rest: joinAll([rest, item]) });
  }
  return holding(fact, {
    items: items.map((each) => joinAll([each, item])),
    rest: rest === undefined ? undefined : joinAll([rest, item]),
  });
}

/** `del value[key]` */
export function withoutItem(fact: SequenceFact | MappingFact, key: Value): SequenceFact | MappingFact {
  if (fact.kind === 'mapping') return withoutKey(fact, key);
  const left = popped(contentsOf(fact), singleConstant(key)?.value);
  return left === undefined ? fact : holding(fact, left.left);
}

/** `value[1:3] = items`; without items, `del value[1:3]` */
export function withSliceOf(
  fact: SequenceFact,
  bounds: readonly (Literal | undefined)[],
  others: Contents,
): SequenceFact {
  return holding(fact, withSlice(contentsOf(fact), bounds, others));
}

/** Lower bound, upper bound and step of a Slice: null where none is written, undefined where it is not known. */
export function boundsOf(frame: Frame, index: NodeId, state: State): (Literal | undefined)[] {
  const { tree } = frame.module;
  const bounds = [ast.Slice.lower(tree, index), ast.Slice.upper(tree, index), ast.Slice.step(tree, index)];
  return bounds.map((bound) => (bound === 0 ? null : singleConstant(evaluate(frame, bound, state))?.value));
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
    const text = slicedText(frame, node, fact, bounds);
    if (text !== undefined) {
      results.push(text);
      continue;
    }
    if (fact.kind === 'text' || fact.kind === 'instance' || fact.kind === 'parameter') {
      const by = fact.kind === 'text' ? `builtins.${fact.type}.__getitem__()` : '?[]';
      results.push(computed(by, [only(fact)], frame.place(node)));
      continue;
    }
    if (fact.kind === 'sequence') {
      const { identity: _, view: __, ...plain } = fact;
      const made = holding({ ...plain, at: frame.place(node) }, sliced(contentsOf(fact), bounds));
      results.push(made.type === 'tuple' ? only(made) : allocate(frame, state, node, made));
      continue;
    }
    results.push(slice(frame.view, node, only(fact), bounds));
  }
  if (results.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  const all = joinAll(results);
  return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
}

/** `__missing__` of a class that is derived from dict */
function missing(frame: Frame, node: NodeId, fact: Fact, held: Value, key: Value, found: Value, state: State): Value {
  const method = methodOf(frame, node, fact, '__missing__', state);
  const mapping = held.facts.length === 1 ? held.facts[0] : undefined;
  if (method === undefined || mapping?.kind !== 'mapping') return found;
  const { value, isCertain } = entryIn(frame, mapping, key);
  if (isCertain) return found;
  const other = callValue(frame, state, method, { ...noArguments, positional: [key] }, node);
  return value === undefined ? other : joinAll([found, other]);
}
