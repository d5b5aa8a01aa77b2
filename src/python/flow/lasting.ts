// Objects that libraries have one of, under a name: what is stored on them is found again wherever they are read.

import type { Fact, InstanceFact, Value } from '../semantics/index.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';

/** `flask.g` is one object, wherever it is read. */
export function lasting(frame: Frame, value: Value, state: State): Value {
  if (!value.facts.some(isLasting)) return value;
  return {
    ...value,
    facts: value.facts.map((fact) => {
      if (!isLasting(fact)) return fact;
      const identity = frame.engine.identityOfName((fact as InstanceFact).by as string);
      const kept = { ...fact, identity } as InstanceFact;
      if (state.cell(identity) === undefined) {
        state.setCell(identity, { facts: [kept], attributes: undefined, isMany: false });
      }
      return kept;
    }),
  };
}

const isLasting = (fact: Fact) =>
  fact.kind === 'instance' &&
  fact.identity === undefined &&
  fact.definition === undefined &&
  fact.by !== undefined &&
  /^[\w.]+$/.test(fact.by) &&
  (fact.from ?? []).length === 0;
