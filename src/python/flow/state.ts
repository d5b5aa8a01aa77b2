// What a run knows at one point: the variables of each activation, the objects in the heap, and what tests have shown
// about values. Forks share everything until one of them writes.

import type { Fact, Value } from '../semantics/index.ts';
import type { NameId } from '../syntax/index.ts';
import { join, joinAll } from './join.ts';

/** An object: what is known of its contents, and of attributes that were stored on it. */
export interface Cell {
  /** alternatives; one when the contents are certain */
  readonly facts: readonly Fact[];
  readonly attributes: ReadonlyMap<string, Value> | undefined;
  /** stands for more than one object (made in a loop): writing adds, it does not replace */
  readonly isMany: boolean;
}

export type Variables = ReadonlyMap<NameId, Value>;

/** Alternatives that a cell keeps apart before it mixes them. */
const MAX_ALTERNATIVES = 4;

export class State {
  #scopes: Map<number, Variables>;
  #heap: Map<number, Cell>;
  /** by fact: what it has turned out to be */
  #refined: Map<Fact, Value>;
  #ownsScopes = true;
  #ownsHeap = true;
  #ownsRefined = true;
  /** code was called that never comes back */
  isDead = false;
  /** activations whose variables nobody else holds */
  #ownVariables = new Set<number>();

  /** what is not found here is looked up in: module bodies that have run */
  readonly #base: State | undefined;

  constructor(
    base: State | undefined,
    scopes?: Map<number, Variables>,
    heap?: Map<number, Cell>,
    refined?: Map<Fact, Value>,
  ) {
    this.#base = base;
    this.#scopes = scopes ?? new Map();
    this.#heap = heap ?? new Map();
    this.#refined = refined ?? new Map();
    if (scopes !== undefined) this.#disown();
  }

  #disown(): void {
    this.#ownsScopes = false;
    this.#ownsHeap = false;
    this.#ownsRefined = false;
    this.#ownVariables = new Set();
  }

  fork(): State {
    this.#disown();
    return new State(this.#base, this.#scopes, this.#heap, this.#refined);
  }

  /** Takes over what another state knows; the other one is not to be used any more. */
  become(other: State): void {
    if (other === this) return;
    this.#scopes = other.#scopes;
    this.#heap = other.#heap;
    this.#refined = other.#refined;
    this.#ownsScopes = other.#ownsScopes;
    this.#ownsHeap = other.#ownsHeap;
    this.#ownsRefined = other.#ownsRefined;
    this.#ownVariables = other.#ownVariables;
    this.isDead = other.isDead;
  }

  /** Goes on with all that one of several states may hold; they are not to be used any more. */
  joinFrom(states: readonly State[]): void {
    const living = states.filter((each) => !each.isDead);
    const joined = State.joinedAll(living.length > 0 ? living : states);
    if (joined !== undefined) this.become(joined);
    this.isDead = living.length === 0 && states.length > 0;
  }

  // variables

  open(activation: number): void {
    this.#writableScopes().set(activation, new Map());
    this.#ownVariables.add(activation);
  }

  close(activation: number): void {
    this.#writableScopes().delete(activation);
  }

  has(activation: number): boolean {
    return this.#scopes.has(activation) || (this.#base?.has(activation) ?? false);
  }

  variables(activation: number): Variables | undefined {
    return this.#scopes.get(activation) ?? this.#base?.variables(activation);
  }

  get(activation: number, name: NameId): Value | undefined {
    return this.variables(activation)?.get(name);
  }

  set(activation: number, name: NameId, value: Value): void {
    this.#writableVariables(activation).set(name, value);
  }

  delete(activation: number, name: NameId): void {
    this.#writableVariables(activation).delete(name);
  }

  #writableScopes(): Map<number, Variables> {
    if (!this.#ownsScopes) {
      this.#scopes = new Map(this.#scopes);
      this.#ownsScopes = true;
    }
    return this.#scopes;
  }

  #writableVariables(activation: number): Map<NameId, Value> {
    const scopes = this.#writableScopes();
    const variables = scopes.get(activation) ?? this.#base?.variables(activation);
    if (variables !== undefined && this.#ownVariables.has(activation)) return variables as Map<NameId, Value>;
    const copy = new Map(variables ?? []);
    scopes.set(activation, copy);
    this.#ownVariables.add(activation);
    return copy;
  }

  // objects

  cell(identity: number): Cell | undefined {
    return this.#heap.get(identity) ?? this.#base?.cell(identity);
  }

  setCell(identity: number, cell: Cell): void {
    if (!this.#ownsHeap) {
      this.#heap = new Map(this.#heap);
      this.#ownsHeap = true;
    }
    this.#heap.set(identity, cell);
  }

  /** Adds what another state holds, over what is here. */
  absorb(other: State): void {
    for (const [activation, variables] of other.#scopes) this.#writableScopes().set(activation, variables);
    for (const [identity, cell] of other.#heap) this.setCell(identity, cell);
  }

  // what tests have shown

  refinement(fact: Fact): Value | undefined {
    return this.#refined.size === 0 ? undefined : this.#refined.get(fact);
  }

  refine(fact: Fact, value: Value): void {
    if (!this.#ownsRefined) {
      this.#refined = new Map(this.#refined);
      this.#ownsRefined = true;
    }
    this.#refined.set(fact, value);
  }

  /** What has been shown since another state that this one came from. */
  refinedSince(earlier: State): ReadonlyMap<Fact, Value> {
    if (this.#refined === earlier.#refined) return none;
    const found = new Map<Fact, Value>();
    for (const [fact, value] of this.#refined) if (earlier.#refined.get(fact) !== value) found.set(fact, value);
    return found;
  }

  get hasRefinements(): boolean {
    return this.#refined.size > 0;
  }

  /** All that either of two states that have come together may hold. Neither is to be used any more. */
  static joined(one: State, other: State): State {
    if (one === other) return one;
    const scopes = one.#scopes === other.#scopes ? one.#scopes : joinScopes(one.#scopes, other.#scopes);
    const heap = one.#heap === other.#heap ? one.#heap : joinHeaps(one.#heap, other.#heap);
    const refined = one.#refined === other.#refined ? one.#refined : joinRefined(one.#refined, other.#refined);
    return new State(one.#base, scopes, heap, refined);
  }

  static joinedAll(states: readonly State[]): State | undefined {
    if (states.length === 0) return undefined;
    return states.reduce((one, other) => State.joined(one, other));
  }

  /** Whether two states hold the same, as far as joining them would add anything. */
  static same(one: State, other: State): boolean {
    for (const [activation, variables] of one.#scopes) {
      const others = other.#scopes.get(activation);
      if (others === undefined || variables === others) continue;
      for (const [name, value] of variables) if (!isKept(value, others.get(name))) return false;
      if (others.size !== variables.size) return false;
    }
    for (const [identity, cell] of one.#heap) {
      const otherCell = other.#heap.get(identity);
      if (otherCell !== undefined && otherCell !== cell && !isSameCell(cell, otherCell)) return false;
    }
    return true;
  }
}

const none: ReadonlyMap<Fact, Value> = new Map();

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

function joinScopes(one: Map<number, Variables>, other: Map<number, Variables>): Map<number, Variables> {
  const joined = new Map(one);
  for (const [activation, variables] of other) {
    const mine = one.get(activation);
    if (mine === variables) continue;
    joined.set(activation, mine === undefined ? variables : joinVariables(mine, variables));
  }
  return joined;
}

/** A name that only one side has may be unbound: Python would stop there, so what follows has the value. */
function joinVariables(one: Variables, other: Variables): Variables {
  let joined: Map<NameId, Value> | undefined;
  for (const [name, value] of other) {
    const mine = one.get(name);
    if (mine === value) continue;
    const both = mine === undefined ? value : join(mine, value);
    if (both !== mine) (joined ??= new Map(one)).set(name, both);
  }
  return joined ?? one;
}

function joinHeaps(one: Map<number, Cell>, other: Map<number, Cell>): Map<number, Cell> {
  let joined: Map<number, Cell> | undefined;
  for (const [identity, cell] of other) {
    const mine = one.get(identity);
    if (mine === cell) continue;
    (joined ??= new Map(one)).set(identity, mine === undefined ? cell : joinCells(mine, cell));
  }
  return joined ?? one;
}

export function joinCells(one: Cell, other: Cell): Cell {
  const isMany = one.isMany || other.isMany;
  const both = join({ facts: one.facts, complete: true }, { facts: other.facts, complete: true }).facts;
  const facts = both.length > MAX_ALTERNATIVES ? mixed(both) : both;
  return { facts, attributes: joinAttributes(one.attributes, other.attributes), isMany };
}

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

/** Many alternatives as one: what any item can be, wherever it stands. */
export function mixed(facts: readonly Fact[]): readonly Fact[] {
  const first = facts[0] as Fact;
  if (first.kind === 'sequence') {
    const rest = joinAll(
      facts.flatMap((fact) =>
        fact.kind === 'sequence' ? [...fact.items, ...(fact.rest === undefined ? [] : [fact.rest])] : [],
      ),
    );
    return [{ ...first, items: [], complete: false, rest }];
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

function joinRefined(one: Map<Fact, Value>, other: Map<Fact, Value>): Map<Fact, Value> {
  const joined = new Map<Fact, Value>();
  for (const [fact, value] of one) {
    const theirs = other.get(fact);
    if (theirs === value) joined.set(fact, value);
    else if (theirs !== undefined) joined.set(fact, join(value, theirs));
  }
  return joined;
}
