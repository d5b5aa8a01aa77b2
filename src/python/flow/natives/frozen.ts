// Values as they are at one moment: what text was made from does not change when the objects it was made from do.

import type { Fact, Value } from '../../semantics/index.ts';

/** Nesting of objects that is followed; what is deeper goes on to be the object. */
const MAX_DEPTH = 6;

export function frozen(value: Value): Value {
  return frozenAt(value, 0);
}

function frozenAt(value: Value, depth: number): Value {
  if (depth > MAX_DEPTH || !value.facts.some(isHolding)) return value;
  return { ...value, facts: value.facts.map((fact) => frozenFact(fact, depth)) };
}

const isHolding = (fact: Fact) => fact.kind === 'sequence' || fact.kind === 'mapping';

function frozenFact(fact: Fact, depth: number): Fact {
  const inner = (each: Value) => frozenAt(each, depth + 1);
  if (fact.kind === 'sequence') {
    const { identity: _, ...plain } = fact;
    return {
      ...plain,
      items: fact.items.map(inner),
      ...(fact.rest === undefined ? {} : { rest: inner(fact.rest) }),
    };
  }
  if (fact.kind === 'mapping') {
    const { identity: _, ...plain } = fact;
    return {
      ...plain,
      entries: fact.entries.map(({ key, value }) => ({ key, value: inner(value) })),
      ...(fact.rest === undefined ? {} : { rest: inner(fact.rest) }),
    };
  }
  return fact;
}
