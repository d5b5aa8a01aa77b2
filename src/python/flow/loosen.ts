// What a call that a budget has cut may have changed: lists, dicts and objects that it could reach hold what they held, or
// anything else.

import { type Fact, incomplete, type Value } from '../semantics/index.ts';
import type { Cell, State } from './state.ts';
import { identityOf } from './values.ts';

/** Objects that one call is followed to. */
const MAX_OBJECTS = 200;

/** Takes nothing that can be reached from the values for all that is there. */
export function loosen(state: State, values: readonly Value[], why: string): void {
  const seen = new Set<number>();
  const waiting: Value[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    for (const fact of value.facts) {
      const identity = identityOf(fact);
      if (identity === undefined) {
        waiting.push(...partsOf(fact));
        continue;
      }
      if (seen.has(identity) || seen.size >= MAX_OBJECTS) continue;
      seen.add(identity);
      const cell = state.cell(identity);
      if (cell === undefined) continue;
      waiting.push(...cell.facts.flatMap(partsOf), ...(cell.attributes?.values() ?? []));
      state.setCell(identity, loosened(cell, why));
    }
  }
}

function loosened(cell: Cell, why: string): Cell {
  const attributes = new Map([...(cell.attributes ?? [])].map(([name, value]) => [name, incomplete(value, why)]));
  return {
    ...cell,
    facts: cell.facts.map((fact) => loosenedFact(fact, why)),
    attributes: cell.attributes === undefined ? undefined : attributes,
  };
}

function loosenedFact(fact: Fact, why: string): Fact {
  if (fact.kind === 'sequence') {
    return { ...fact, complete: false, items: fact.items.map((item) => incomplete(item, why)) };
  }
  if (fact.kind === 'mapping') {
    const entries = fact.entries.map(({ key, value }) => ({ key, value: incomplete(value, why) }));
    return { ...fact, complete: false, entries };
  }
  return fact;
}

/** Tuples, and what texts and results were made from, do not change; what they hold may. */
function partsOf(fact: Fact): readonly Value[] {
  if (fact.kind === 'sequence') return fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
  if (fact.kind === 'mapping') {
    const values = fact.entries.map(({ value }) => value);
    return fact.rest === undefined ? values : [...values, fact.rest];
  }
  return [];
}
