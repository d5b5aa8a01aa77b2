// Items of values: what indexing, unpacking and iteration take out of sequences, mappings, text and results.

import type { NodeId } from '../syntax/index.ts';
import { attributeOf } from './attributes.ts';
import { isPlainClass } from './builtin-names.ts';
import type { Module } from './session.ts';
import type { ConstantFact, Fact, InstanceFact, Literal, MappingFact, SequenceFact, Value } from './value.ts';
import {
  computed,
  constant,
  constantKey,
  incomplete,
  MAX_FACTS,
  mapFacts,
  only,
  singleConstant,
  stringOf,
  tooMany,
  truthOfConstant,
  union,
  unknown,
} from './values.ts';

/** The item at a known position, as unpacking takes it; negative positions count from the end. */
export function itemOf(module: Module, at: NodeId, value: Value, index: number): Value {
  return mapFacts(value, (fact) => itemOfFact(module, at, fact, constant(BigInt(index), module.place(at))));
}

/** `value[index]` */
export function subscript(module: Module, at: NodeId, value: Value, index: Value): Value {
  if (value.facts.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  return mapFacts(value, (fact) => itemOfFact(module, at, fact, index));
}

function itemOfFact(module: Module, at: NodeId, fact: Fact, index: Value): Value | undefined {
  const place = module.place(at);
  switch (fact.kind) {
    case 'sequence':
      return itemOfSequence(fact, index);
    case 'mapping':
      return itemOfMapping(fact, index);
    case 'constant':
      return itemOfText(fact, index, module, at);
    case 'text':
      return computed('operator.getitem()', [only(fact), index], place);
    case 'reference': {
      // sys.modules["os"]
      const name = stringOf(index);
      if (fact.name === 'sys.modules' && name !== undefined) return module.moduleByName(name, at);
      if (fact.definition !== undefined) return only(fact);
      // list[int], Generic[T]: the class itself
      if (module.session.library.isClass(fact.name) || /^typing(?:_extensions)?\./.test(fact.name)) return only(fact);
      return libraryItem(module, at, `${fact.name}[]`, itemType(module, fact.name, index), [only(fact), index]);
    }
    case 'computed': {
      // vars(module)["name"], module.__dict__["name"], globals()["name"]
      const name = stringOf(index);
      if (name !== undefined && fact.by === 'builtins.globals()')
        return module.valueOfName(module.scopes.module, name, at);
      const isDictionary = fact.by === 'builtins.vars()' || fact.by.endsWith('.__dict__');
      if (isDictionary && name !== undefined && fact.from[0] !== undefined)
        return attributeOf(module, at, fact.from[0], name);
      return libraryItem(module, at, `${fact.by}[]`, itemType(module, fact.by, index), [only(fact), index]);
    }
    case 'instance': {
      const library = module.session.library;
      const method = library.memberOf(fact.className, '__getitem__');
      const type = method === undefined ? undefined : library.typeOf(method);
      return libraryItem(module, at, `${fact.by ?? fact.className}[]`, type, [only(fact), index]);
    }
    case 'parameter':
      return computed('?[]', [only(fact), index], place);
  }
}

function itemOfSequence(fact: SequenceFact, index: Value): Value | undefined {
  const key = singleConstant(index)?.value;
  if (typeof key === 'bigint') {
    const position = key < 0n && fact.complete ? fact.items.length + Number(key) : Number(key);
    const item = position >= 0 ? fact.items[position] : undefined;
    if (item !== undefined) return item;
    return fact.complete ? undefined : unknown('an item that is not known');
  }
  return anyOf(fact.items, fact.complete, 'an item that is not known');
}

function anyOf(items: readonly Value[], complete: boolean, why: string): Value {
  if (items.length === 0) return unknown(why);
  if (items.length > MAX_FACTS) return incomplete(union(items.slice(0, MAX_FACTS)), tooMany);
  return complete ? union(items) : incomplete(union(items), why);
}

/** A dispatch table: one entry for a known key, any of them for an unknown one. */
export function itemOfMapping(fact: MappingFact, index: Value): Value | undefined {
  const key = singleConstant(index);
  if (key === undefined)
    return anyOf(
      fact.entries.map((entry) => entry.value),
      fact.complete,
      'an entry that is not known',
    );
  const wanted = constantKey(key.value);
  let uncertain = !fact.complete;
  for (let position = fact.entries.length - 1; position >= 0; position--) {
    const entry = fact.entries[position];
    const known = entry === undefined ? undefined : singleConstant(entry.key);
    if (entry !== undefined && known !== undefined && constantKey(known.value) === wanted) {
      return uncertain ? incomplete(entry.value, 'the entry may be replaced') : entry.value;
    }
    uncertain ||= known === undefined;
  }
  return uncertain ? unknown('an entry that is not known') : undefined;
}

function itemOfText(fact: ConstantFact, index: Value, module: Module, at: NodeId): Value | undefined {
  const key = singleConstant(index)?.value;
  const { value } = fact;
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) return undefined;
  if (typeof key !== 'bigint') return computed('operator.getitem()', [only(fact), index], module.place(at));
  const all = typeof value === 'string' ? [...value] : value;
  const position = key < 0n ? all.length + Number(key) : Number(key);
  const item = all[position];
  if (item === undefined) return undefined;
  return constant(typeof item === 'number' ? BigInt(item) : item, module.place(at));
}

/** `value[lower:upper:step]` with constant bounds. */
export function slice(module: Module, at: NodeId, value: Value, bounds: readonly (Literal | undefined)[]): Value {
  const place = module.place(at);
  return mapFacts(value, (fact) => {
    if (fact.kind === 'sequence') {
      const items = sliced(fact.items, bounds, fact.complete);
      return items === undefined
        ? only({ ...fact, items: [], complete: false, at: place })
        : only({ ...fact, items, at: place });
    }
    if (fact.kind === 'constant' && typeof fact.value === 'string') {
      const characters = sliced([...fact.value], bounds, true);
      return characters === undefined ? undefined : constant(characters.join(''), place);
    }
    if (fact.kind === 'constant' && fact.value instanceof Uint8Array) {
      const bytes = sliced([...fact.value], bounds, true);
      return bytes === undefined ? undefined : constant(Uint8Array.from(bytes), place);
    }
    if (fact.kind === 'constant') return undefined;
    const by = fact.kind === 'computed' ? `${fact.by}[]` : fact.kind === 'reference' ? `${fact.name}[]` : '?[]';
    return computed(by, [only(fact)], place);
  });
}

function sliced<T>(
  items: readonly T[],
  bounds: readonly (Literal | undefined)[],
  isComplete: boolean,
): T[] | undefined {
  const [lower, upper, step] = bounds.map((bound) =>
    bound === undefined || bound === null ? null : typeof bound === 'bigint' ? Number(bound) : undefined,
  );
  if (lower === undefined || upper === undefined || step === undefined) return undefined;
  if (step !== null && step !== 1 && step !== -1) return undefined;
  // Without knowing the length only a prefix can be cut off.
  if (!isComplete && ((lower ?? 0) < 0 || upper !== null || step === -1)) return undefined;
  if (step === -1) return lower === null && upper === null ? [...items].reverse() : undefined;
  return items.slice(lower ?? 0, upper ?? items.length);
}

/** `*rest` between `before` and `after` other targets. */
export function restOf(module: Module, at: NodeId, value: Value, before: number, after: number): Value {
  return mapFacts(value, (fact) => {
    if (fact.kind !== 'sequence') return computed('?[]', [only(fact)], module.place(at));
    if (!fact.complete && after > 0) return unknown('items that are not known');
    const items = fact.items.slice(before, fact.items.length - after);
    return only({ kind: 'sequence', type: 'list', items, complete: fact.complete, at: module.place(at) });
  });
}

/** What a loop over a value takes out of it, any round. */
export function elementOf(module: Module, at: NodeId, value: Value): Value {
  const place = module.place(at);
  if (value.facts.length === 0) return unknown(value.why ?? 'nothing is known about what is looped over');
  return mapFacts(value, (fact) => {
    switch (fact.kind) {
      case 'sequence':
        return anyOf(fact.items, fact.complete, 'an item that is not known');
      case 'mapping':
        return anyOf(
          fact.entries.map((entry) => entry.key),
          fact.complete,
          'a key that is not known',
        );
      case 'constant':
        return elementOfText(fact, module, at);
      case 'computed':
        return libraryItem(module, at, `${fact.by}[]`, itemType(module, fact.by, undefined), [only(fact)]);
      case 'reference':
        return fact.definition === undefined
          ? libraryItem(module, at, `${fact.name}[]`, itemType(module, fact.name, undefined), [only(fact)])
          : unknown('an item of a class');
      case 'instance':
        return elementOfObject(module, at, fact);
      case 'parameter':
      case 'text':
        return computed('?[]', [only(fact)], place);
    }
  });
}

function elementOfText(fact: ConstantFact, module: Module, at: NodeId): Value | undefined {
  const { value } = fact;
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) return undefined;
  if (!truthOfConstant(value)) return unknown('the loop has no rounds');
  const items = typeof value === 'string' ? [...new Set(value)] : [...new Set(value)].map(BigInt);
  if (items.length > MAX_FACTS) return computed('?[]', [only(fact)], module.place(at));
  return union(items.map((item) => constant(item, module.place(at))));
}

function elementOfObject(module: Module, at: NodeId, object: InstanceFact): Value {
  const { library } = module.session;
  const path = `${object.by ?? object.className}[]`;
  for (const method of ['__next__', '__iter__']) {
    const name = library.memberOf(object.className, method);
    const type =
      name === undefined ? undefined : method === '__next__' ? library.typeOf(name) : library.itemTypeOf(name);
    if (type !== undefined) return libraryItem(module, at, path, type, [only(object)]);
  }
  return computed(path, [only(object)], module.place(at));
}

/** An item that a library gives: an object when its class says more than its path does. */
function libraryItem(
  module: Module,
  at: NodeId,
  path: string,
  type: string | undefined,
  from: readonly Value[],
): Value {
  const place = module.place(at);
  if (type === undefined || isPlainClass(type) || !module.session.library.isClass(type))
    return computed(path, from, place);
  return only({ kind: 'instance', className: type, by: path, from, at: place });
}

/** Class of an item of a result: of `multiprocessing.Pipe()`, of an attribute. */
function itemType(module: Module, by: string, index: Value | undefined): string | undefined {
  if (by.startsWith('?') || by.endsWith('[]')) return undefined;
  const name = by.endsWith('()') ? by.slice(0, -2) : by;
  const position = index === undefined ? undefined : singleConstant(index)?.value;
  return module.session.library.itemTypeOf(name, typeof position === 'bigint' ? Number(position) : undefined);
}
