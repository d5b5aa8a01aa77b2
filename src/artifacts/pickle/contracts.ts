// What a call or a state must look like for a name of the allow-list to stay harmless. A contract holds or not, and says in
// words what it asks for, for those who are told that it did not.
//
// A container may be filled after the call that it was handed to, and its entries may be replaced. Values of programs only
// grow, so every contract is made to hold for a part of whatever it holds for.

import type { Facts } from './facts.ts';
import type { Value } from './program.ts';

export interface Contract {
  /** what it asks for, as people write it: `(text, whole number)` */
  readonly says: string;
  holds(value: Value, facts: Facts): boolean;
}

export const contract = (says: string, holds: Contract['holds']): Contract => ({ says, holds });

export const anything = contract('anything', () => true);
export const none = contract('None', ({ kind }) => kind === 'none');
export const bool = contract('a truth value', ({ kind }) => kind === 'bool');
export const int = contract('a whole number', ({ kind }) => kind === 'int' || kind === 'bool');
export const float = contract('a number', ({ kind }) => kind === 'float' || kind === 'int' || kind === 'bool');

/** A number that memory may be asked for by. */
export const smallInt = contract(
  'a whole number below 2³¹',
  (value) => value.kind === 'bool' || (value.kind === 'int' && isBelow(value.value, 2 ** 31)),
);

function isBelow(value: number | bigint | undefined, limit: number): boolean {
  return value !== undefined && value < limit && value > -limit;
}

/** Text, as one of some words or any. Strings of Python 2 count. */
export function text(...among: readonly string[]): Contract {
  if (among.length === 0) return contract('text', ({ kind }) => kind === 'text' || kind === 'eight-bit');
  return contract(among.map((word) => `'${word}'`).join(' or '), (value, facts) =>
    among.includes(facts.textOf(value) ?? '\0'),
  );
}

/** Text of some shape. The pattern is anchored and has no choices to come back to. */
export function textLike(says: string, pattern: RegExp): Contract {
  return contract(says, (value, facts) => pattern.test(facts.textOf(value) ?? '\0'));
}

const rawBytes = contract('bytes', ({ kind }) => kind === 'bytes' || kind === 'bytearray' || kind === 'eight-bit');

/** Bytes, also as old protocols write them: `_codecs.encode(text, 'latin1')`, `bytes()`; buffers; strings of Python 2. */
export const bytes = contract(
  'bytes',
  (value, facts) =>
    rawBytes.holds(value, facts) || value.kind === 'buffer' || bytesClasses.has(facts.classOf(value) ?? ''),
);

const bytesClasses = new Set(['builtins.bytes', 'builtins.bytearray']);

/** Plain data: constants, and tuples, lists, sets and dictionaries of them. */
export const data = contract('plain data', (value, facts) => isData(value, facts));

function isData(value: Value, facts: Facts): boolean {
  const seen = new Set<Value>();
  const waiting: Value[] = [value];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    facts.budget.spend();
    switch (each.kind) {
      case 'tuple':
      case 'list':
      case 'set':
      case 'frozenset':
        if (seen.has(each)) break;
        seen.add(each);
        for (const item of each.items) waiting.push(item);
        break;
      case 'dict':
        if (seen.has(each)) break;
        seen.add(each);
        for (const item of each.entries) waiting.push(item);
        break;
      case 'call': {
        const name = facts.classOf(each) ?? facts.nameOf(each)?.full;
        if (name === undefined || !plainClasses.has(name) || facts.isWritten(each)) return false;
        break;
      }
      case 'global':
      case 'persistent':
      case 'extension':
        return false;
    }
  }
  return true;
}

/** Classes whose objects are as good as constants: no code of their own, nothing that anybody can plant in them. */
const plainClasses = new Set([
  'builtins.bytes',
  'builtins.bytearray',
  'builtins.set',
  'builtins.frozenset',
  'builtins.complex',
  'builtins.range',
  'builtins.slice',
  'builtins.int',
  'builtins.float',
  'builtins.str',
  'collections.OrderedDict',
  'numpy.generic',
  'numpy.dtype',
  'datetime.timedelta',
  'datetime.datetime',
  'datetime.date',
  'datetime.time',
]);

/** What can be gone through without code of an object: builtin containers, text and bytes. */
export const iterable = contract('a list, a tuple, a set, a dictionary, text or bytes', (value, facts) => {
  switch (value.kind) {
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
    case 'dict':
    case 'text':
    case 'eight-bit':
    case 'bytes':
    case 'bytearray':
      return true;
    default:
      return iterableClasses.has(facts.classOf(value) ?? '');
  }
});

const iterableClasses = new Set([
  'builtins.bytes',
  'builtins.bytearray',
  'builtins.set',
  'builtins.frozenset',
  'collections.OrderedDict',
  'collections.Counter',
  'collections.deque',
  'numpy.ndarray',
]);

/** A tuple of exactly these, of which the last `optional` may be missing. */
export function tuple(...items: readonly Contract[]): Contract {
  return tupleOf(items, 0);
}

export function tupleOf(items: readonly Contract[], optional: number): Contract {
  const words = items.map(({ says }, index) => (index >= items.length - optional ? `${says}?` : says));
  return contract(`(${words.join(', ')})`, (value, facts) => {
    if (value.kind !== 'tuple' || value.items.length > items.length) return false;
    if (value.items.length < items.length - optional) return false;
    return value.items.every((item, index) => (items[index] as Contract).holds(item, facts));
  });
}

/** Arguments of which those at the end may be left out. */
export const optional = (count: number, ...items: readonly Contract[]): Contract => tupleOf(items, count);

/** Any number of the same. */
export function tupleAll(item: Contract): Contract {
  return contract(`(${item.says}, …)`, (value, facts) => value.kind === 'tuple' && all(value.items, item, facts));
}

export function listOf(item: Contract): Contract {
  return contract(
    `a list or tuple of ${item.says}`,
    (value, facts) => (value.kind === 'list' || value.kind === 'tuple') && all(value.items, item, facts),
  );
}

export function dictOf(key: Contract, value: Contract): Contract {
  return contract(`a dictionary of ${key.says} to ${value.says}`, (given, facts) => {
    if (given.kind !== 'dict') return false;
    facts.budget.spend(given.entries.length);
    return given.entries.every((each, index) => (index % 2 === 0 ? key : value).holds(each, facts));
  });
}

function all(items: readonly Value[], item: Contract, facts: Facts): boolean {
  facts.budget.spend(items.length + 1);
  return items.every((each) => item.holds(each, facts));
}

export function oneOf(...contracts: readonly Contract[]): Contract {
  return contract(contracts.map(({ says }) => says).join(' or '), (value, facts) =>
    contracts.some((each) => each.holds(value, facts)),
  );
}

export const orNone = (one: Contract): Contract => oneOf(one, none);

/** A name, as it is looked up by Python 3. */
export function named(...names: readonly string[]): Contract {
  const known = new Set(names);
  return contract(names.slice(0, 3).join(' or '), (value, facts) => known.has(facts.nameOf(value)?.full ?? ''));
}

/** The result of an allowed call, of one of these classes. */
export function instance(...names: readonly string[]): Contract {
  const known = new Set(names);
  return contract(`an object of ${names.slice(0, 3).join(' or ')}`, (value, facts) =>
    known.has(facts.classOf(value) ?? ''),
  );
}

/** Names of attributes that Python or an unpickler looks up on an object by itself, and calls. */
const protocolMethods = new Set(['append', 'extend', 'add', 'mro']);

/** Names between underscores that mean nothing to Python on an object. */
const ordinaryNames = new Set(['__doc__', '__name__', '__qualname__', '__module__', '__networkx_cache__']);

/** Whether an attribute of this name would be called behind everybody's back. */
export function isProtocolName(name: string): boolean {
  if (ordinaryNames.has(name)) return false;
  return (name.startsWith('__') && name.endsWith('__')) || protocolMethods.has(name);
}

/** The names of attributes in a state, in order; undefined: it is not all names. */
export function attributesIn(
  state: Value,
  facts: Facts,
): readonly (readonly [name: string, value: Value])[] | undefined {
  if (state.kind !== 'dict') return undefined;
  facts.budget.spend(state.entries.length);
  const found: (readonly [string, Value])[] = [];
  for (let at = 0; at + 1 < state.entries.length; at += 2) {
    const name = facts.textOf(state.entries[at] as Value);
    if (name === undefined) return undefined;
    found.push([name, state.entries[at + 1] as Value]);
  }
  return found;
}

/** A dictionary of attributes, none of which stands for a method that is called by itself. */
export const attributes = contract(
  'attributes, none of them a method that Python calls by itself',
  (state, facts) => attributesIn(state, facts)?.every(([name]) => !isProtocolName(name)) ?? false,
);

/** State of a class without a `__setstate__` of its own: attributes, or a pair of attributes and those in slots. */
export const plainState = contract(attributes.says, (state, facts) => plainStates.holds(state, facts));

const plainStates = oneOf(attributes, none, tuple(orNone(attributes), none));
