// What kind of thing stands for the characters of a text: a set of them, one of them, a text or collection of constants.

import type { Fact, Value } from '../python/semantics/index.ts';
import { classesOfFact } from './canonical-names.ts';
import type { Session } from './session.ts';

/** `set(name)`: its characters */
export function isSetOf(value: Value | undefined): boolean {
  return (
    value?.complete === true &&
    value.facts.length > 0 &&
    value.facts.every(
      (fact) =>
        (fact.kind === 'computed' && /^builtins\.(frozen)?set\(\)$/.test(fact.by)) ||
        (fact.kind === 'sequence' && (fact.type === 'set' || fact.type === 'frozenset')),
    )
  );
}

/** Text, or a collection, of which every character is known. */
export function isConstantText(value: Value | undefined): boolean {
  return (
    value?.complete === true &&
    value.facts.every(
      (fact) =>
        fact.kind === 'constant' || (fact.kind === 'sequence' && fact.complete && fact.items.every(isConstantText)),
    )
  );
}

/** What a loop takes out of a text. */
export function isCharacter(session: Session, value: Value): boolean {
  return (
    value.complete &&
    value.facts.every((fact) => {
      if (fact.kind === 'constant') return typeof fact.value === 'string' && fact.value.length <= 1;
      if (fact.kind !== 'computed' || !fact.by.endsWith('[]') || fact.from.length !== 1) return false;
      const [whole] = fact.from as readonly [Value];
      return whole.complete && whole.facts.every((each) => isTextFact(session, each));
    })
  );
}

export function isTextFact(session: Session, fact: Fact): boolean {
  if (fact.kind === 'text') return true;
  if (fact.kind === 'constant') return typeof fact.value === 'string';
  return classesOfFact(session, fact).includes('builtins.str');
}
