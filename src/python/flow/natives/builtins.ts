// Built-in functions that make containers, go through them, or choose from them.

import {
  computed,
  constant,
  incomplete,
  MAX_ITEMS,
  only,
  singleConstant,
  truthOf,
  unknown,
  type Value,
} from '../../semantics/index.ts';
import { methodOf } from '../attributes.ts';
import { callValue, noArguments } from '../calls.ts';
import { isIterator, MAX_ROUNDS } from '../comprehensions.ts';
import { bytearrayClass, pieceOf } from '../container-operators.ts';
import { joinAll } from '../join.ts';
import { combined, sizeOf } from '../mappings.ts';
import { assumeValue } from '../refine.ts';
import {
  allOf,
  anyOf,
  type Contents,
  concatenated,
  contentsOf,
  distinct,
  holding,
  mixedContents,
  noContents,
  popped,
} from '../sequences.ts';
import { allocate, current, update } from '../values.ts';
import { argument, elements, emptyMapping, isOpen, iterator, literal, made, members, pair, placeOf } from './given.ts';
import { reversedContents } from './lists.ts';
import { entriesGiven } from './mappings.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { callForEach, extreme, sortedContents } from './ordering.ts';

const collection =
  (type: 'list' | 'tuple' | 'set' | 'frozenset'): Native =>
  (call) => {
    if (isOpen(call)) return undefined;
    const [given] = call.given.positional;
    const isSet = type === 'set' || type === 'frozenset';
    if (given === undefined) return made(call, type, noContents);
    return made(call, type, isSet ? distinct(members(call, given)) : elements(call, given));
  };

/** A dict from what the call is given; any of several when an argument can be several things. */
export function mappingFrom(call: NativeCall, className?: string, first = 0, attributes?: Map<string, Value>): Value {
  const facts = entriesGiven(call, first).map((given) => combined(emptyMapping(call), given));
  const plain = facts.map((fact) => (className === undefined ? fact : { ...fact, className }));
  return joinAll(plain.map((fact) => allocate(call.frame, call.state, call.node, fact, attributes)));
}

const bytearray: Native = (call) => {
  const [given] = call.given.positional;
  const contents = given === undefined ? noContents : { items: [], rest: pieceOf(given, placeOf(call)) };
  return isOpen(call) ? undefined : made(call, 'list', contents, bytearrayClass);
};

const length: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined || !given.complete || given.facts.length === 0) return undefined;
  const sizes: Value[] = [];
  for (const fact of current(given, call.state).facts) {
    let size: number | undefined;
    if (fact.kind === 'mapping') size = sizeOf(fact);
    else if (fact.kind === 'sequence' && fact.complete) {
      const isSet = fact.type === 'set' || fact.type === 'frozenset';
      const isKnown = !isSet || fact.items.length < 2 || fact.items.every((item) => singleConstant(item) !== undefined);
      size = isKnown ? fact.items.length : undefined;
    } else if (fact.kind === 'constant' && typeof fact.value === 'string') size = [...fact.value].length;
    else if (fact.kind === 'constant' && fact.value instanceof Uint8Array) size = fact.value.length;
    if (size === undefined) return ownResult(call, '__len__');
    sizes.push(constant(BigInt(size), placeOf(call)));
  }
  return joinAll(sizes);
};

/** `len(box)` of an object whose class says itself what that is. */
function ownResult(call: NativeCall, name: string): Value | undefined {
  const [given] = call.given.positional;
  const fact = given?.facts.length === 1 ? given.facts[0] : undefined;
  const method = fact === undefined ? undefined : methodOf(call.frame, call.node, fact, name, call.state);
  return method === undefined ? undefined : callValue(call.frame, call.state, method, noArguments, call.node);
}

const sorted: Native = (call) => {
  const [given] = call.given.positional;
  return given === undefined || isOpen(call)
    ? undefined
    : made(call, 'list', sortedContents(call, elements(call, given)));
};

const reversed: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined) return undefined;
  return ownResult(call, '__reversed__') ?? iterator(call, reversedContents(elements(call, given)));
};

const enumerate: Native = (call) => {
  const given = argument(call, 0, 'iterable');
  if (given === undefined || isOpen(call)) return undefined;
  const start = argument(call, 1, 'start');
  const from = start === undefined ? 0n : literal(start);
  const { items, rest } = elements(call, given);
  const at = placeOf(call);
  const number = (index: number) => (typeof from === 'bigint' ? constant(from + BigInt(index), at) : counter(call));
  return iterator(call, {
    items: items.map((item, index) => pair(call, number(index), item)),
    rest: rest === undefined ? undefined : pair(call, counter(call), rest),
  });
};

/** A number that the library counts up to: nobody's text. */
export function counter(call: NativeCall): Value {
  return computed('builtins.int()', [], placeOf(call));
}

/** Items of several iterables side by side, as far as the shortest goes, or the longest. */
export function sideBySide(
  all: readonly Contents[],
  fill?: Value,
): { readonly items: Value[][]; readonly rest: Value[] | undefined } {
  const ends = all.filter(({ rest }) => rest === undefined).map(({ items }) => items.length);
  const certain = Math.min(...all.map(({ items }) => items.length));
  const longest = Math.max(...all.map(({ items }) => items.length));
  const at = (contents: Contents, index: number): Value =>
    contents.items[index] ??
    joinAll([
      ...(contents.rest === undefined ? [] : [contents.rest]),
      ...(fill === undefined || (contents.rest === undefined && contents.items.length === 0 && fill === undefined)
        ? []
        : [fill]),
    ]);
  const until = fill === undefined ? certain : longest;
  const items = Array.from({ length: until }, (_, index) => all.map((contents) => at(contents, index)));
  const isOver = fill === undefined ? ends.includes(certain) : ends.length === all.length;
  if (isOver) return { items, rest: undefined };
  const rest = all.map((contents) => {
    const further = allOf({ items: contents.items.slice(until), rest: contents.rest });
    const more = fill === undefined ? further : [...further, fill];
    return more.length === 0 ? unknown('it has come to its end') : joinAll(more);
  });
  return { items, rest };
}

const zip: Native = (call) => {
  if (call.given.rest !== undefined) return undefined;
  if (call.given.positional.length === 0) return iterator(call, noContents);
  const { items, rest } = sideBySide(call.given.positional.map((value) => elements(call, value)));
  return iterator(call, {
    items: items.map((each) => pair(call, ...each)),
    rest: rest === undefined ? undefined : pair(call, ...rest),
  });
};

const map: Native = (call) => {
  const [callee, ...iterables] = call.given.positional;
  if (callee === undefined || iterables.length === 0 || isOpen(call)) return undefined;
  const { items, rest } = sideBySide(iterables.map((value) => elements(call, value)));
  return iterator(call, callForEach(call, callee, items, rest));
};

/** The items for which a function gives something true, as they are when it has. */
export function kept(call: NativeCall, test: Value, contents: Contents, outcome = true): Contents {
  const { frame, state, node } = call;
  const isTruth = singleConstant(test)?.value === null;
  const items: Value[] = [];
  const loose: Value[] = [];
  const keep = (item: Value, isOne: boolean): void => {
    const inside = state.fork();
    const value = isTruth
      ? current(item, inside)
      : callValue(frame, inside, test, { ...noArguments, positional: [item] }, node);
    const truth = truthOf(value);
    if (truth !== undefined && truth !== outcome) return;
    if (!assumeValue(frame, value, outcome, inside)) return;
    const narrowed = current(item, inside);
    const isCertain = truth !== undefined && isOne && loose.length === 0;
    (isCertain ? items : loose).push(narrowed);
  };
  const isShort = contents.items.length <= MAX_ROUNDS;
  if (isShort) for (const item of contents.items) keep(item, true);
  const others = allOf(isShort ? { items: [], rest: contents.rest } : contents);
  if (others.length > 0) {
    frame.summarising++;
    keep(joinAll(others), false);
    frame.summarising--;
  }
  return { items, rest: loose.length === 0 ? undefined : joinAll(loose) };
}

const filter: Native = (call) => {
  const [test, given] = call.given.positional;
  if (test === undefined || given === undefined || isOpen(call)) return undefined;
  return iterator(call, kept(call, test, elements(call, given)));
};

const iterate: Native = (call) => {
  const [given, sentinel] = call.given.positional;
  if (given === undefined) return undefined;
  // iter(read, b"")   calls until that comes
  if (sentinel !== undefined) return iterator(call, callForEach(call, given, [], []));
  const fact = given.facts.length === 1 ? given.facts[0] : undefined;
  if (fact?.kind === 'sequence' && isIterator(fact)) return given;
  if (fact?.kind !== 'sequence' && fact?.kind !== 'mapping') return ownResult(call, '__iter__');
  return iterator(call, elements(call, given));
};

const next: Native = (call) => {
  const [given, fallback] = call.given.positional;
  if (given === undefined || given.facts.length === 0) return undefined;
  const results: Value[] = [];
  for (const fact of given.facts) {
    if (fact.kind === 'sequence') {
      const taken = popped(contentsOf(fact), 0n);
      if (taken !== undefined) results.push(taken.item);
      const mayEnd = taken === undefined || (fact.items.length === 0 && !fact.complete);
      if (fallback !== undefined && mayEnd) results.push(fallback);
      continue;
    }
    const method = methodOf(call.frame, call.node, fact, '__next__', call.state);
    if (method === undefined) return undefined;
    results.push(callValue(call.frame, call.state, method, noArguments, call.node));
    if (fallback !== undefined) results.push(fallback);
  }
  update(call.state, given, (fact) =>
    fact.kind === 'sequence' ? holding(fact, popped(contentsOf(fact), 0n)?.left ?? contentsOf(fact)) : fact,
  );
  if (results.length === 0) return unknown('there is no next item');
  const all = joinAll(results);
  return given.complete ? all : incomplete(all, given.why ?? 'not all it can be is known');
};

const choose =
  (isGreatest: boolean): Native =>
  (call) => {
    const { positional } = call.given;
    const [first] = positional;
    if (first === undefined || isOpen(call)) return undefined;
    const contents = positional.length === 1 ? elements(call, first) : { items: positional, rest: undefined };
    const fallback = argument(call, -1, 'default');
    if (allOf(contents).length === 0) return fallback;
    const at = extreme(call, contents, isGreatest);
    if (at !== undefined) return contents.items[at];
    // Of text or numbers that are not known nothing is known of the result either; of objects it is one of them.
    const any = anyOf(contents);
    return fallback !== undefined && contents.items.length === 0 ? joinAll([any, fallback]) : any;
  };

const sum: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined || isOpen(call)) return undefined;
  const start = argument(call, 1, 'start');
  const { items, rest } = elements(call, given);
  // sum(lists, [])
  if (start?.facts.length === 1 && start.facts[0]?.kind === 'sequence') {
    const { type } = start.facts[0];
    const added = items.reduce((into, item) => concatenated(into, elements(call, item)), contentsOf(start.facts[0]));
    const all = rest === undefined ? added : concatenated(added, mixedContents(elements(call, rest)));
    return made(call, type, all);
  }
  const numbers = [...(start === undefined ? [] : [start]), ...items].map(
    (item) => singleConstant(current(item, call.state))?.value,
  );
  if (rest !== undefined || !numbers.every((each) => typeof each === 'bigint')) return undefined;
  return constant(
    numbers.reduce((total, each) => total + each, 0n),
    placeOf(call),
  );
};

const decide =
  (decides: boolean): Native =>
  (call) => {
    const [given] = call.given.positional;
    const fact = given?.complete && given.facts.length === 1 ? given.facts[0] : undefined;
    if (given === undefined || fact?.kind !== 'sequence') return undefined;
    const { items, rest } = contentsOf(fact);
    const truths = items.map((item) => truthOf(current(item, call.state)));
    if (truths.includes(decides)) return constant(decides, placeOf(call));
    return rest === undefined && !truths.includes(undefined) ? constant(!decides, placeOf(call)) : undefined;
  };

const range: Native = (call) => {
  const given = call.given.positional.map((value) => literal(value));
  const isKnown = !isOpen(call) && given.length > 0 && given.every((each) => typeof each === 'bigint');
  const [start, stop, step] = (
    given.length === 1 ? [0n, given[0], 1n] : [given[0], given[1], given[2] ?? 1n]
  ) as bigint[];
  if (!isKnown || start === undefined || stop === undefined || step === undefined || step === 0n) return undefined;
  const size = step > 0n ? (stop - start + step - 1n) / step : (start - stop - step - 1n) / -step;
  if (size > BigInt(MAX_ITEMS)) return undefined;
  const at = placeOf(call);
  const items = Array.from({ length: Math.max(Number(size), 0) }, (_, index) =>
    constant(start + step * BigInt(index), at),
  );
  return only({ kind: 'sequence', type: 'tuple', items, complete: true, at });
};

/** `int()`, `str()`: what a defaultdict makes of nothing. */
const zero =
  (value: bigint | string | number | boolean): Native =>
  (call) =>
    call.given.positional.length === 0 && call.given.named.size === 0 && !isOpen(call)
      ? constant(value, placeOf(call))
      : undefined;

export const builtinNatives: NativeTable = {
  'builtins.list': collection('list'),
  'builtins.tuple': collection('tuple'),
  'builtins.set': collection('set'),
  'builtins.frozenset': collection('frozenset'),
  'builtins.dict': (call) => mappingFrom(call),
  'builtins.bytearray': bytearray,
  'builtins.len': length,
  'builtins.sorted': sorted,
  'builtins.reversed': reversed,
  'builtins.enumerate': enumerate,
  'builtins.zip': zip,
  'builtins.map': map,
  'builtins.filter': filter,
  'builtins.iter': iterate,
  'builtins.next': next,
  'typing.Iterator.__next__': (call) =>
    call.receiver === undefined ? undefined : next({ ...call, given: { ...noArguments, positional: [call.receiver] } }),
  'typing.Iterator.__iter__': (call) => call.receiver,
  'builtins.min': choose(false),
  'builtins.max': choose(true),
  'builtins.sum': sum,
  'builtins.any': decide(true),
  'builtins.all': decide(false),
  'builtins.range': range,
  'builtins.int': zero(0n),
  'builtins.float': zero(0),
  'builtins.str': zero(''),
  'builtins.bool': zero(false),
};
