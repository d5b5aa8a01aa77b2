// What a run knows at one point: the variables of each activation, the objects in the heap, and what tests have shown
// about values. All of it is in maps that are never changed, so that a fork costs nothing and states that come together
// again are joined at the cost of what differs between them.

import { type Fact, only, type Value } from '../semantics/index.ts';
import type { NameId } from '../syntax/index.ts';
import { join, joinAll } from './join.ts';
import { NumberMap } from './number-map.ts';
import { SideTable } from './side-table.ts';

/** An object: what is known of its contents, and of attributes that were stored on it. */
export interface Cell {
  /** alternatives; one when the contents are certain */
  readonly facts: readonly Fact[];
  readonly attributes: ReadonlyMap<string, Value> | undefined;
  /** stands for more than one object (made in a loop): writing adds, it does not replace */
  readonly isMany: boolean;
  /** of the attributes, those that it may not have */
  readonly mayLack?: ReadonlySet<string>;
}

type Variables = NumberMap<Value>;

/** Alternatives that a cell keeps apart before it mixes them. */
const MAX_ALTERNATIVES = 4;

/** Numbers of the facts that tests have said something about. They outlive the facts, so that they hold none. */
class FactNumbers {
  readonly #numbers = new SideTable<Fact, number>();
  #last = 0;

  find(fact: Fact): number | undefined {
    return this.#numbers.get(fact);
  }

  of(fact: Fact): number {
    let number = this.#numbers.get(fact);
    if (number === undefined) this.#numbers.set(fact, (number = ++this.#last));
    return number;
  }
}

/** What a fact has turned out to be. */
interface Refinement {
  readonly fact: Fact;
  readonly value: Value;
}

export class State {
  #scopes: NumberMap<Variables> = NumberMap.empty();
  #heap: NumberMap<Cell> = NumberMap.empty();
  /** by number of the fact: what it has turned out to be */
  #refined: NumberMap<Refinement> = NumberMap.empty();
  /** code was called that never comes back */
  isDead = false;
  /** what is not found here is looked up in: module bodies that have run */
  readonly #base: State | undefined;
  readonly #numbers: FactNumbers;

  constructor(base: State | undefined) {
    this.#base = base;
    this.#numbers = base === undefined ? new FactNumbers() : base.#numbers;
  }

  fork(): State {
    const fork = new State(this.#base);
    fork.#scopes = this.#scopes;
    fork.#heap = this.#heap;
    fork.#refined = this.#refined;
    return fork;
  }

  /** Whether nothing differs from another moment of the same run. */
  isUnchanged(other: State): boolean {
    return this.#scopes === other.#scopes && this.#heap === other.#heap && this.#refined === other.#refined;
  }

  /** Takes over what another state knows. */
  become(other: State): void {
    this.#scopes = other.#scopes;
    this.#heap = other.#heap;
    this.#refined = other.#refined;
    this.isDead = other.isDead;
  }

  /** Goes on with all that one of several states may hold. */
  joinFrom(states: readonly State[]): void {
    const living = states.filter((each) => !each.isDead);
    const joined = State.joinedAll(living.length > 0 ? living : states);
    if (joined !== undefined) this.become(joined);
    this.isDead = living.length === 0 && states.length > 0;
  }

  // variables

  open(activation: number): void {
    this.#scopes = this.#scopes.with(activation, NumberMap.empty());
  }

  close(activation: number): void {
    this.#scopes = this.#scopes.with(activation, undefined);
  }

  #variables(activation: number): Variables | undefined {
    const own = this.#scopes.get(activation);
    return own !== undefined || this.#base === undefined ? own : this.#base.#variables(activation);
  }

  get(activation: number, name: NameId): Value | undefined {
    return this.#variables(activation)?.get(name);
  }

  set(activation: number, name: NameId, value: Value): void {
    const variables = this.#variables(activation) ?? NumberMap.empty<Value>();
    this.#scopes = this.#scopes.with(activation, variables.with(name, value));
  }

  delete(activation: number, name: NameId): void {
    const variables = this.#variables(activation);
    if (variables !== undefined) this.#scopes = this.#scopes.with(activation, variables.with(name, undefined));
  }

  // objects

  cell(identity: number): Cell | undefined {
    return this.#heap.get(identity) ?? this.#base?.cell(identity);
  }

  /** Whether an object has been changed since module bodies left it. */
  hasWritten(identity: number): boolean {
    return this.#heap.get(identity) !== undefined;
  }

  setCell(identity: number, cell: Cell): void {
    this.#heap = this.#heap.with(identity, cell);
  }

  /** Adds what another state holds, over what is here. */
  absorb(other: State): void {
    this.#scopes = this.#scopes.joined(other.#scopes, (mine, theirs) => theirs ?? mine);
    this.#heap = this.#heap.joined(other.#heap, (mine, theirs) => theirs ?? mine);
  }

  // what tests have shown

  refinement(fact: Fact): Value | undefined {
    if (this.#refined.isEmpty) return undefined;
    const number = this.#numbers.find(fact);
    return number === undefined ? undefined : this.#refined.get(number)?.value;
  }

  refine(fact: Fact, value: Value): void {
    this.#refined = this.#refined.with(this.#numbers.of(fact), { fact, value });
  }

  /** What has been shown since another state that this one came from. */
  refinedSince(earlier: State): ReadonlyMap<Fact, Value> {
    const found = new Map<Fact, Value>();
    for (const [, mine] of this.#refined.differences(earlier.#refined)) {
      if (mine !== undefined) found.set(mine.fact, mine.value);
    }
    return found;
  }

  /** Variables of an activation that hold something else than in another state. */
  *variablesApart(other: State, activation: number): Generator<NameId> {
    const [mine, theirs] = [this.#variables(activation), other.#variables(activation)];
    if (mine === undefined || theirs === undefined || mine === theirs) return;
    for (const [name] of mine.differences(theirs)) yield name as NameId;
  }

  /** Names of the variables of an activation. */
  *namesIn(activation: number): Generator<NameId> {
    const variables = this.#variables(activation);
    if (variables === undefined) return;
    for (const [name] of variables.differences(NumberMap.empty())) yield name as NameId;
  }

  /** Objects that hold something else than in another state. */
  *objectsApart(other: State): Generator<number> {
    for (const [identity, mine, theirs] of this.#heap.differences(other.#heap)) {
      if (mine !== undefined && theirs !== undefined) yield identity;
    }
  }

  /** With what its facts have turned out to be in the end. */
  #resolved(value: Value, step = 0): Value {
    if (step >= MAX_CHAIN || !value.facts.some((fact) => this.refinement(fact) !== undefined)) return value;
    const all = joinAll(
      value.facts.map((fact) => {
        const now = isObject(fact) ? undefined : this.refinement(fact);
        return now === undefined ? only(fact) : this.#resolved(now, step + 1);
      }),
    );
    return value.complete ? all : { ...value, facts: all.facts };
  }

  /** A value as one of two states knows it, where the two have come to know different things about it. */
  static #settled(value: Value, mine: State, theirs: State): Value {
    const differs = value.facts.some((fact) => {
      const now = mine.refinement(fact);
      return now !== undefined && now !== theirs.refinement(fact);
    });
    return differs ? mine.#resolved(value) : value;
  }

  get hasRefinements(): boolean {
    return !this.#refined.isEmpty;
  }

  /** Whether the objects and what is known of values are those of another moment, told by {@link moment}. */
  isAt({ heap, refined }: Moment): boolean {
    return this.#heap.version === heap && this.#refined.version === refined;
  }

  get moment(): Moment {
    return { heap: this.#heap.version, refined: this.#refined.version };
  }

  /** All that either of two states that have come together may hold. */
  static joined(one: State, other: State): State {
    if (one === other || one.isUnchanged(other)) return one;
    const joined = new State(one.#base);
    joined.#scopes = one.#scopes.joined(other.#scopes, (mine, theirs) =>
      joinVariables(mine, theirs, (value, isMine) =>
        isMine ? State.#settled(value, one, other) : State.#settled(value, other, one),
      ),
    );
    joined.#heap = one.#heap.joined(other.#heap, (mine, theirs) =>
      mine === undefined ? theirs : theirs === undefined ? mine : joinCells(mine, theirs),
    );
    joined.#refined = one.#refined.joined(other.#refined, (mine, theirs) => {
      // What only one way has shown is not shown.
      if (mine === undefined || theirs === undefined) return undefined;
      const value = join(one.#resolved(mine.value), other.#resolved(theirs.value));
      return value === mine.value ? mine : { fact: mine.fact, value };
    });
    return joined;
  }

  static joinedAll(states: readonly State[]): State | undefined {
    if (states.length === 0) return undefined;
    return states.reduce((one, other) => State.joined(one, other));
  }

  /** Whether two states hold the same, as far as joining them would add anything. */
  static same(one: State, other: State): boolean {
    for (const [, mine, theirs] of one.#scopes.differences(other.#scopes)) {
      if (mine === undefined || theirs === undefined) continue;
      for (const [, value, otherValue] of mine.differences(theirs)) {
        if (value === undefined || !isKept(value, otherValue)) return false;
      }
    }
    for (const [, mine, theirs] of one.#heap.differences(other.#heap)) {
      if (mine !== undefined && theirs !== undefined && !isSameCell(mine, theirs)) return false;
    }
    return true;
  }
}

/** Versions of the heap and of what tests have shown: whoever remembers a moment does not keep it alive. */
export interface Moment {
  readonly heap: number;
  readonly refined: number;
}

/** Refinements of refinements that are followed. */
const MAX_CHAIN = 20;

/** What a list or an object holds is in the heap. */
const isObject = (fact: Fact): boolean => 'identity' in fact && fact.identity !== undefined;

/** A name that only one side has may be unbound: Python would stop there, so what follows has the value. */
function joinVariables(
  mine: Variables | undefined,
  theirs: Variables | undefined,
  known: (value: Value, isMine: boolean) => Value,
): Variables | undefined {
  if (mine === undefined) return theirs;
  if (theirs === undefined) return mine;
  return mine.joined(theirs, (one, other) =>
    one === undefined ? other : other === undefined ? one : join(known(one, true), known(other, false)),
  );
}

function isKept(value: Value, other: Value | undefined): boolean {
  return other !== undefined && (value === other || join(value, other) === value);
}

function isSameCell(one: Cell, other: Cell): boolean {
  if (!isKept({ facts: one.facts, complete: true }, { facts: other.facts, complete: true })) return false;
  if (one.attributes === other.attributes) return true;
  if (one.attributes === undefined || one.attributes.size !== other.attributes?.size) return false;
  for (const [name, value] of one.attributes) if (!isKept(value, other.attributes.get(name))) return false;
  return true;
}

export function joinCells(one: Cell, other: Cell): Cell {
  if (one === other) return one;
  const isMany = one.isMany || other.isMany;
  const both = join({ facts: one.facts, complete: true }, { facts: other.facts, complete: true }).facts;
  const facts = both.length > MAX_ALTERNATIVES ? mixed(both) : both;
  const lacking = mayLack(one, other);
  const attributes = joinAttributes(one.attributes, other.attributes);
  return lacking.size === 0 ? { facts, attributes, isMany } : { facts, attributes, isMany, mayLack: lacking };
}

/** Attributes that only one of two ways stores. */
function mayLack(one: Cell, other: Cell): ReadonlySet<string> {
  if (one.attributes === other.attributes && one.mayLack === other.mayLack) return one.mayLack ?? noNames;
  const names = new Set([...(one.mayLack ?? []), ...(other.mayLack ?? [])]);
  for (const name of one.attributes?.keys() ?? []) if (other.attributes?.has(name) !== true) names.add(name);
  for (const name of other.attributes?.keys() ?? []) if (one.attributes?.has(name) !== true) names.add(name);
  return names;
}

const noNames: ReadonlySet<string> = new Set();

function joinAttributes(
  one: ReadonlyMap<string, Value> | undefined,
  other: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<string, Value> | undefined {
  if (one === other || other === undefined) return one;
  if (one === undefined) return other;
  const joined = new Map(one);
  for (const [name, value] of other) {
    const mine = one.get(name);
    joined.set(name, mine === undefined ? value : join(mine, value));
  }
  return joined;
}

/** Many alternatives as one: what all of them certainly hold, and what any further item can be. */
export function mixed(facts: readonly Fact[]): readonly Fact[] {
  const first = facts[0] as Fact;
  if (first.kind === 'sequence') {
    const others = facts.filter((fact) => fact.kind === 'sequence');
    const certain = Math.min(...others.map(({ items }) => items.length));
    const items = first.items.slice(0, certain).map((_, at) => joinAll(others.map((each) => each.items[at] as Value)));
    const rest = joinAll(
      others.flatMap((each) => [...each.items.slice(certain), ...(each.rest === undefined ? [] : [each.rest])]),
    );
    return [{ ...first, items, complete: false, rest }];
  }
  if (first.kind === 'mapping') {
    const rest = joinAll(
      facts.flatMap((fact) =>
        fact.kind === 'mapping'
          ? [...fact.entries.map((entry) => entry.value), ...(fact.rest === undefined ? [] : [fact.rest])]
          : [],
      ),
    );
    return [{ ...first, entries: [], complete: false, rest }];
  }
  return facts.slice(0, MAX_ALTERNATIVES);
}
