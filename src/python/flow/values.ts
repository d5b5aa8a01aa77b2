// Values as they are now: facts point at objects, whose contents are in the heap, and tests may have shown more about a
// fact since it was made.

import {
  type Fact,
  type InstanceFact,
  type MappingFact,
  only,
  type SequenceFact,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { viewOf, withEntry } from './mappings.ts';
import { SideTable } from './side-table.ts';
import { type Cell, joinCells, type Moment, type State } from './state.ts';

export type ObjectFact = SequenceFact | MappingFact | InstanceFact;

/** Refinements of refinements that are followed. */
const MAX_CHAIN = 20;

/** The value with what is known now. */
export function current(value: Value, state: State): Value {
  let changed: Value[] | undefined;
  const { facts } = value;
  for (let index = 0; index < facts.length; index++) {
    const fact = facts[index] as Fact;
    const now = currentOf(fact, state);
    if (now === undefined) changed?.push(only(fact));
    else (changed ??= facts.slice(0, index).map(only)).push(now);
  }
  if (changed === undefined) return value;
  const all = joinAll(changed);
  return value.complete || !all.complete ? all : { facts: all.facts, complete: false, why: value.why ?? '' };
}

function currentOf(fact: Fact, state: State, step = 0): Value | undefined {
  const now = state.refinement(fact);
  if (now === undefined || step >= MAX_CHAIN) return contents(fact, state);
  let changed: Value[] | undefined;
  now.facts.forEach((each, index) => {
    const next = currentOf(each, state, step + 1);
    if (next !== undefined) changed ??= now.facts.slice(0, index).map(only);
    changed?.push(next ?? only(each));
  });
  return changed === undefined ? now : changed.length === 0 ? now : joinAll(changed);
}

function contents(fact: Fact, state: State): Value | undefined {
  if (fact.kind === 'sequence' && fact.view !== undefined) return shown(fact, fact.view, state);
  const identity = identityOf(fact);
  const cell = identity === undefined ? undefined : state.cell(identity);
  if (cell === undefined || (cell.facts.length === 1 && cell.facts[0] === fact)) return undefined;
  return { facts: cell.facts, complete: true };
}

/** What a view of a dict shows now. */
function shown(fact: SequenceFact, { of, part }: NonNullable<SequenceFact['view']>, state: State): Value | undefined {
  const cell = state.cell(of);
  if (cell === undefined) return undefined;
  const facts = cell.facts.map((each) => (each.kind === 'mapping' ? viewOf(each, part, fact.at) : fact));
  return { facts, complete: true };
}

export function identityOf(fact: Fact): number | undefined {
  return fact.kind === 'sequence' || fact.kind === 'mapping' || fact.kind === 'instance' ? fact.identity : undefined;
}

/** Nesting of lists in lists that a whole value is brought up to date in. */
const MAX_DEPTH = 4;
/** Facts of one value that are brought up to date. */
const MAX_FACTS_SEEN = 150;

/** The last answer for each value: the same while nothing has changed since. */
const answers = new SideTable<Value, { readonly moment: Moment; readonly value: Value }>();

/** The value with what is known now of everything inside it: to be looked at later. */
export function whole(value: Value, state: State): Value {
  if (!state.hasRefinements && value.facts.every(isPlain)) return value;
  const known = answers.get(value);
  if (known !== undefined && state.isAt(known.moment)) return known.value;
  const now = wholeOf(value, state, 0, { left: MAX_FACTS_SEEN });
  answers.set(value, { moment: state.moment, value: now });
  return now;
}

const plainness = new SideTable<Fact, boolean>();

/** Nesting of facts that objects are looked for in. */
const MAX_PLAIN = 40;

/** Whether no object of the heap is in a fact, so that it never changes. */
function isPlain(fact: Fact): boolean {
  return isPlainWithin(fact, 0);
}

function isPlainWithin(fact: Fact, depth: number): boolean {
  if (fact.kind === 'constant' || fact.kind === 'parameter') return true;
  if (fact.kind === 'reference') return true;
  const known = plainness.get(fact);
  if (known !== undefined) return known;
  if (depth > MAX_PLAIN) return false;
  const inside = (value: Value) => value.facts.every((each) => isPlainWithin(each, depth + 1));
  let plain: boolean;
  switch (fact.kind) {
    case 'computed':
      plain = fact.from.every(inside);
      break;
    case 'text':
      plain = fact.parts.every((part) => typeof part === 'string' || inside(part));
      break;
    case 'sequence':
      plain = fact.identity === undefined && fact.items.every(inside) && (fact.rest === undefined || inside(fact.rest));
      break;
    case 'mapping':
      plain =
        fact.identity === undefined &&
        fact.entries.every((entry) => inside(entry.value)) &&
        (fact.rest === undefined || inside(fact.rest));
      break;
    default:
      // What an object was made from is not looked into: it is a record of the past.
      plain = fact.identity === undefined;
  }
  plainness.set(fact, plain);
  return plain;
}

function wholeOf(value: Value, state: State, depth: number, budget: { left: number }): Value {
  const now = current(value, state);
  if (depth >= MAX_DEPTH) return now;
  let facts: Fact[] | undefined;
  now.facts.forEach((fact, index) => {
    if (--budget.left < 0) return;
    const inner = insideOf(fact, state, depth, budget);
    if (inner !== fact) originals.set(inner, originalOf(fact));
    if (inner !== fact) (facts ??= [...now.facts])[index] = inner;
  });
  return facts === undefined ? now : { ...now, facts };
}

/** by fact that was brought up to date: the one that variables hold */
const originals = new SideTable<Fact, Fact>();

export function originalOf(fact: Fact): Fact {
  return originals.get(fact) ?? fact;
}

function insideOf(fact: Fact, state: State, depth: number, budget: { left: number }): Fact {
  if (fact.kind === 'constant' || fact.kind === 'reference' || fact.kind === 'parameter') return fact;
  if (!state.hasRefinements && isPlain(fact)) return fact;
  const inner = (value: Value) => wholeOf(value, state, depth + 1, budget);
  if (fact.kind === 'instance') {
    // An object of a class that is derived from a container is what it holds.
    const held = fact.identity === undefined ? undefined : state.cell(fact.identity)?.attributes?.get('(base)');
    const contents = held === undefined ? undefined : inner(held);
    const text = fact.identity === undefined ? undefined : state.cell(fact.identity)?.attributes?.get('(text)');
    if (text !== undefined) return { ...fact, from: [inner(text)] };
    return contents?.facts.length === 1 ? (contents.facts[0] as Fact) : fact;
  }
  if (fact.kind === 'sequence') {
    const items = mapped(fact.items, inner);
    const rest = fact.rest === undefined ? undefined : inner(fact.rest);
    if (items === fact.items && rest === fact.rest) return fact;
    return { ...fact, items, ...(rest === undefined ? {} : { rest }) };
  }
  if (fact.kind === 'mapping') {
    let changed = false;
    const entries = fact.entries.map((entry) => {
      const value = inner(entry.value);
      changed ||= value !== entry.value;
      return value === entry.value ? entry : { key: entry.key, value };
    });
    const rest = fact.rest === undefined ? undefined : inner(fact.rest);
    if (!changed && rest === fact.rest) return fact;
    return { ...fact, entries, ...(rest === undefined ? {} : { rest }) };
  }
  if (fact.kind === 'computed') {
    const from = mapped(fact.from, inner);
    return from === fact.from ? fact : { ...fact, from };
  }
  if (fact.kind === 'text') {
    let changed = false;
    const parts = fact.parts.map((part) => {
      if (typeof part === 'string') return part;
      const now = inner(part);
      changed ||= now !== part;
      return now;
    });
    return changed ? { ...fact, parts } : fact;
  }
  return fact;
}

function mapped(values: readonly Value[], change: (value: Value) => Value): readonly Value[] {
  let changed: Value[] | undefined;
  values.forEach((value, index) => {
    const now = change(value);
    if (now !== value) changed ??= values.slice(0, index);
    changed?.push(now);
  });
  return changed ?? values;
}

/** Puts an object into the heap. Inside a loop whose rounds are not told apart, one place makes one object for all. */
export function allocate(
  frame: Frame,
  state: State,
  node: NodeId,
  fact: ObjectFact,
  attributes?: Map<string, Value>,
): Value {
  const isMany = frame.summarising > 0;
  const identity = isMany ? frame.identityAt(node) : frame.engine.number();
  const made: ObjectFact = { ...fact, identity };
  const cell: Cell = { facts: [made], attributes, isMany };
  const before = isMany ? state.cell(identity) : undefined;
  // Of what looks alike, this round's: tests are about what is in it now.
  const kept = before === undefined ? cell : joinCells(cell, before);
  state.setCell(identity, kept);
  return { facts: kept.facts, complete: true };
}

/** Changes what an object holds: replaced where it is certainly this one, added where it may be. */
export function update(state: State, receiver: Value, change: (fact: ObjectFact) => Fact): void {
  const seen = new Set<number>();
  const isCertain = receiver.facts.length === 1 || new Set(receiver.facts.map(identityOf)).size === 1;
  for (const each of receiver.facts) {
    const identity = identityOf(each);
    if (identity === undefined || seen.has(identity)) continue;
    seen.add(identity);
    const cell = state.cell(identity);
    if (cell === undefined) continue;
    const facts = cell.facts.map((fact) => change(fact as ObjectFact));
    const changed: Cell = { ...cell, facts };
    state.setCell(identity, isCertain && !cell.isMany ? changed : joinCells(cell, changed));
  }
}

/** Stores an attribute on an object. */
export function storeAttribute(state: State, receiver: Value, name: string, value: Value): void {
  const isCertain = receiver.complete && receiver.facts.length === 1;
  for (const fact of receiver.facts) {
    const identity = identityOf(fact);
    const cell = identity === undefined ? undefined : state.cell(identity);
    if (identity === undefined || cell === undefined) continue;
    const dictionary = name.startsWith('(') ? undefined : cell.attributes?.get('(dict)');
    if (dictionary !== undefined) {
      update(state, current(dictionary, state), (each) =>
        each.kind === 'mapping' ? withEntry(each, only({ kind: 'constant', value: name, at: fact.at }), value) : each,
      );
      continue;
    }
    const before = cell.attributes?.get(name);
    const isReplaced = isCertain && !cell.isMany;
    const attributes = new Map(cell.attributes ?? []);
    attributes.set(name, isReplaced || before === undefined ? value : joinAll([before, value]));
    const changed = { ...cell, attributes };
    if (isReplaced || cell.isMany || before !== undefined) {
      state.setCell(identity, isReplaced && cell.mayLack?.has(name) ? withPresent(changed, name) : changed);
    } else state.setCell(identity, { ...changed, mayLack: new Set([...(cell.mayLack ?? []), name]) });
  }
}

function withPresent(cell: Cell, name: string): Cell {
  const mayLack = new Set(cell.mayLack);
  mayLack.delete(name);
  return { ...cell, mayLack };
}

/** `del object.name`: what the class has shows again. */
export function removeAttribute(state: State, receiver: Value, name: string): void {
  const isCertain = receiver.complete && receiver.facts.length === 1;
  for (const fact of receiver.facts) {
    const identity = identityOf(fact);
    const cell = identity === undefined ? undefined : state.cell(identity);
    if (identity === undefined || cell?.attributes === undefined) continue;
    if (!cell.attributes.has(name)) continue;
    if (!isCertain || cell.isMany) {
      state.setCell(identity, { ...cell, mayLack: new Set([...(cell.mayLack ?? []), name]) });
      continue;
    }
    const attributes = new Map(cell.attributes);
    attributes.delete(name);
    state.setCell(identity, { ...cell, attributes });
  }
}
