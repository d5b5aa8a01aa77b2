// Methods of sets and frozensets.

import { compareValues, computed, constant, incomplete, type Value } from '../../semantics/index.ts';
import { joinAll } from '../join.ts';
import {
  type Contents,
  contentsOf,
  distinct,
  intersected,
  isEqual,
  noContents,
  onlyInOne,
  removed,
  shuffled,
  united,
  without,
} from '../sequences.ts';
import { whole } from '../values.ts';
import { anyOfValues, bound, isOpen, made, members, placeOf, sequencesOf } from './given.ts';
import { changing, copied, taking } from './lists.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** A method that takes any number of other collections. */
function combining(combine: (one: Contents, other: Contents) => Contents, isInPlace: boolean): Native {
  return (unbound) => {
    const call = bound(unbound);
    const facts = sequencesOf(call.receiver);
    if (facts.length === 0 || call.receiver === undefined) return undefined;
    if (isOpen(call)) return isInPlace ? changing((contents) => contents)(call) : undefined;
    const others = call.given.positional.map((value) => members(call, value));
    const combined = (contents: Contents) => others.reduce(combine, contents);
    if (isInPlace) return changing(combined)(call);
    const results = facts.map((fact) => made(call, fact.type, combined(contentsOf(fact))));
    const all = joinAll(results);
    return facts.length === call.receiver.facts.length && call.receiver.complete
      ? all
      : incomplete(all, call.receiver.why ?? 'not all it can be is known');
  };
}

/** Whether all of one are in the other; undefined when that depends. */
function isWithin(one: Contents, other: Contents): boolean | undefined {
  let result: boolean | undefined = one.rest === undefined ? true : undefined;
  for (const item of one.items) {
    const outcomes = other.items.map((each) => isEqual(each, item));
    if (outcomes.includes(true)) continue;
    if (other.rest === undefined && outcomes.every((outcome) => outcome === false)) return false;
    result = undefined;
  }
  return result;
}

function comparing(compare: (one: Contents, other: Contents) => boolean | undefined): Native {
  return (unbound) => {
    const call = bound(unbound);
    const [fact, ...more] = sequencesOf(call.receiver);
    const [given] = call.given.positional;
    if (fact === undefined || given === undefined || more.length > 0 || isOpen(call)) return undefined;
    if (call.receiver?.facts.length !== 1 || !call.receiver.complete) return undefined;
    const outcome = compare(contentsOf(fact), members(call, given));
    return outcome === undefined ? undefined : constant(outcome, placeOf(call));
  };
}

const item = (call: NativeCall): Value | undefined => call.given.positional[0];

const shared: NativeTable = {
  copy: copied,
  union: combining(united, false),
  intersection: combining(intersected, false),
  difference: combining(without, false),
  symmetric_difference: combining(onlyInOne, false),
  issubset: comparing(isWithin),
  issuperset: comparing((one, other) => isWithin(other, one)),
  isdisjoint: comparing((one, other) => {
    const both = intersected(one, other);
    return both.items.length > 0 ? false : both.rest === undefined ? true : undefined;
  }),
};

const changes: NativeTable = {
  add: changing((contents, call) => {
    const given = item(call);
    return given === undefined ? undefined : distinct({ items: [...contents.items, given], rest: contents.rest });
  }),
  discard: changing((contents, call) => {
    const given = item(call);
    return given === undefined ? undefined : discarded(contents, given);
  }),
  remove: changing((contents, call) => {
    const given = item(call);
    return given === undefined ? undefined : discarded(contents, given);
  }),
  pop: taking((contents) => {
    const { items, rest } = shuffled(contents);
    const chosen = anyOfValues(rest === undefined ? items : [...items, rest]);
    return chosen === undefined ? undefined : { item: chosen, left: { items: items.slice(1), rest } };
  }),
  clear: changing(() => noContents),
  update: combining(united, true),
  intersection_update: combining(intersected, true),
  difference_update: combining(without, true),
  symmetric_difference_update: combining(onlyInOne, true),
};

/** What is certainly meant goes; what may have been meant may stay. */
function discarded(contents: Contents, given: Value): Contents {
  if (contents.items.some((each) => isEqual(each, given) === true)) {
    return removed(contents, given);
  }
  return without(contents, { items: [given], rest: undefined });
}

const named = (className: string, methods: NativeTable): NativeTable =>
  Object.fromEntries(Object.entries(methods).map(([name, native]) => [`${className}.${name}`, native]));

/** `ALLOWED.__contains__`, handed to `filter` */
const holds: Native = (unbound) => {
  const call = bound(unbound);
  const [item] = call.given.positional;
  if (item === undefined || call.receiver === undefined) return undefined;
  const [left, right] = [whole(item, call.state), whole(call.receiver, call.state)];
  const outcome = compareValues(call.frame.view, 'In', left, right);
  const at = placeOf(call);
  return outcome === undefined ? computed('operator.contains()', [left, right], at) : constant(outcome, at);
};

const containers = ['set', 'frozenset', 'list', 'tuple', 'dict'];

export const setNatives: NativeTable = {
  ...Object.fromEntries(containers.map((name) => [`builtins.${name}.__contains__`, holds])),
  ...named('builtins.set', { ...shared, ...changes }),
  ...named('builtins.frozenset', shared),
};
