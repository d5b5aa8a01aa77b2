// The containers of `collections`: they are lists and dicts with another class, and what else they know is kept with the
// object like an attribute.

import { computed, constant, unknown, type Value } from '../../semantics/index.ts';
import { entryIn } from '../items.ts';
import { joinAll } from '../join.ts';
import { entryFor, partsOf, withEntry } from '../mappings.ts';
import { allOf, noContents } from '../sequences.ts';
import { allocate, current } from '../values.ts';
import { mappingFrom } from './builtins.ts';
import { argument, bound, elements, emptyMapping, isOpen, literal, made, mappingsOf, none, placeOf } from './given.ts';
import { cutTo } from './lists.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

const deque: Native = (call) => {
  const given = argument(call, 0, 'iterable');
  const length = argument(call, 1, 'maxlen') ?? none(call);
  if (isOpen(call)) return undefined;
  const contents = given === undefined ? noContents : cutTo(elements(call, given), length, 'last');
  return made(call, 'list', contents, 'collections.deque', new Map([['maxlen', length]]));
};

const defaultdict: Native = (call) => {
  const factory = argument(call, 0) ?? none(call);
  const isNone = literal(factory) === null;
  return mappingFrom(call, 'collections.defaultdict', 1, isNone ? undefined : new Map([['default_factory', factory]]));
};

/** How often each item occurs. */
const counter: Native = (call) => {
  const [given] = call.given.positional;
  const isMapping = given !== undefined && mappingsOf(given).length > 0;
  if (given === undefined || isMapping || isOpen(call)) return mappingFrom(call, 'collections.Counter');
  const { items, rest } = elements(call, given);
  const at = placeOf(call);
  const number = computed('builtins.int()', [], at);
  let fact = { ...emptyMapping(call), className: 'collections.Counter' };
  for (const item of items) {
    const { value } = entryFor(fact, item);
    const count = value === undefined ? 0n : literal(value);
    fact = { ...fact, ...withEntry(fact, item, typeof count === 'bigint' ? constant(count + 1n, at) : number) };
  }
  if (rest !== undefined) fact = { ...fact, ...withEntry(fact, rest, number), complete: false, rest: number };
  return allocate(call.frame, call.state, call.node, fact);
};

/** Entries in an order that is not known. */
const mostCommon: Native = (unbound) => {
  const call = bound(unbound);
  const all = mappingsOf(call.receiver).flatMap((fact) => allOf(partsOf(fact, 'items', placeOf(call))));
  if (all.length === 0) return undefined;
  return made(call, 'list', { items: [], rest: joinAll(all) });
};

/** `Counter.elements()` */
const repeatedKeys: Native = (unbound) => {
  const call = bound(unbound);
  const all = mappingsOf(call.receiver).flatMap((fact) => allOf(partsOf(fact, 'keys', placeOf(call))));
  return all.length === 0 ? undefined : made(call, 'list', { items: [], rest: joinAll(all) });
};

/** The dicts of a ChainMap, nearest first. */
function mapsOf(call: NativeCall): readonly Value[] {
  const fact = call.receiver?.facts.length === 1 ? call.receiver.facts[0] : undefined;
  const identity = fact?.kind === 'instance' ? fact.identity : undefined;
  const maps = identity === undefined ? undefined : call.state.cell(identity)?.attributes?.get('maps');
  return maps === undefined ? [] : allOf(elements(call, maps));
}

const chainMap: Native = (call) => {
  if (isOpen(call)) return undefined;
  const at = placeOf(call);
  const given = call.given.positional;
  const dicts = given.length > 0 ? given : [allocate(call.frame, call.state, call.node, emptyMapping(call))];
  const maps = made(call, 'list', { items: dicts, rest: undefined });
  return allocate(
    call.frame,
    call.state,
    call.node,
    { kind: 'instance', className: 'collections.ChainMap', call: at, by: 'collections.ChainMap()', from: given, at },
    new Map([['maps', maps]]),
  );
};

/** What the first dict that has the key holds; undefined when none has it. */
function chained(call: NativeCall, key: Value): { readonly value: Value | undefined; readonly isCertain: boolean } {
  const possible: Value[] = [];
  for (const map of mapsOf(call)) {
    const now = current(map, call.state);
    const found = mappingsOf(now).map((fact) => entryIn(call.frame, fact, key));
    possible.push(...found.flatMap(({ value }) => value ?? []));
    if (found.length < now.facts.length || !now.complete) possible.push(unknown('an entry that is not known'));
    else if (found.every(({ isCertain }) => isCertain)) return { value: joinAll(possible), isCertain: true };
  }
  return { value: possible.length === 0 ? undefined : joinAll(possible), isCertain: false };
}

const chainedItem: Native = (call) => {
  const [key] = call.given.positional;
  if (key === undefined || mapsOf(call).length === 0) return undefined;
  return chained(call, key).value ?? unknown('it has no such item');
};

const chainedGet: Native = (call) => {
  const key = argument(call, 0, 'key');
  if (key === undefined || mapsOf(call).length === 0) return undefined;
  const { value, isCertain } = chained(call, key);
  if (isCertain && value !== undefined) return value;
  const otherwise = argument(call, 1, 'default') ?? none(call);
  return value === undefined ? otherwise : joinAll([value, otherwise]);
};

const chainedParts =
  (part: 'keys' | 'values' | 'items'): Native =>
  (call) => {
    const facts = mapsOf(call).flatMap((map) => mappingsOf(current(map, call.state)));
    if (facts.length === 0) return undefined;
    const all = facts.flatMap((fact) => allOf(partsOf(fact, part, placeOf(call))));
    return made(call, 'list', all.length === 0 ? noContents : { items: [], rest: joinAll(all) });
  };

const newChild: Native = (call) => {
  const maps = mapsOf(call);
  if (maps.length === 0) return undefined;
  const first = argument(call, 0, 'm') ?? allocate(call.frame, call.state, call.node, emptyMapping(call));
  return chainMap({ ...call, given: { ...call.given, positional: [first, ...maps], named: new Map() } });
};

export const collectionNatives: NativeTable = {
  'collections.deque': deque,
  'collections.defaultdict': defaultdict,
  'collections.OrderedDict': (call) => mappingFrom(call, 'collections.OrderedDict'),
  'collections.Counter': counter,
  'collections.Counter.most_common': mostCommon,
  'collections.Counter.elements': repeatedKeys,
  'collections.ChainMap': chainMap,
  'collections.ChainMap.__getitem__': chainedItem,
  'collections.ChainMap.get': chainedGet,
  'collections.ChainMap.keys': chainedParts('keys'),
  'collections.ChainMap.values': chainedParts('values'),
  'collections.ChainMap.items': chainedParts('items'),
  'typing.Mapping.keys': chainedParts('keys'),
  'typing.Mapping.values': chainedParts('values'),
  'typing.Mapping.items': chainedParts('items'),
  'collections.ChainMap.new_child': newChild,
};
