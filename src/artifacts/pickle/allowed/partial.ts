// `functools.partial`: a call that is put together and left to somebody else. Objects of the list call what lies in them while
// they are loaded, so that the function has to be one that does no harm with any arguments. Classes are none: `numpy.memmap`
// writes files, boosters read them, `type` makes classes.

import { anything, attributes, contract, dictOf, orNone, text, tuple, tupleAll } from '../contracts.ts';
import { aClass, type Entry } from './entry.ts';

/** Classes that only make containers and numbers, as factories. */
const factories = ['list', 'dict', 'set', 'frozenset', 'tuple', 'int', 'float', 'str', 'bool'];

export function partialOf(listed: readonly Entry[]): readonly Entry[] {
  const known = new Set([
    ...listed.filter(({ isFree }) => isFree === true).map(({ name }) => name),
    ...factories.map((name) => `builtins.${name}`),
    'collections.OrderedDict',
    'collections.defaultdict',
    'functools.partial',
  ]);
  const harmless = contract('a function of the list, or a class of containers or numbers', (value, facts) => {
    const name = facts.nameOf(value)?.full;
    return name !== undefined && known.has(name.replace(/^numpy\.core\./, 'numpy._core.'));
  });
  return aClass('functools.partial', {
    call: tuple(harmless),
    state: tuple(harmless, tupleAll(anything), dictOf(text(), anything), orNone(attributes)),
  });
}
