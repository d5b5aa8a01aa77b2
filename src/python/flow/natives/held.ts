// Objects of libraries that keep what they are given: made like any other object of the library, with what they keep
// in slots beside their attributes. A slot is called `(name)`, which is nobody's attribute.

import { type Fact, type InstanceFact, only, type SequenceFact, type Value } from '../../semantics/index.ts';
import { type Arguments, allArguments, callValue, noArguments } from '../calls.ts';
import { elementsOf } from '../comprehensions.ts';
import { joinAll } from '../join.ts';
import type { State } from '../state.ts';
import { allocate, current, identityOf, storeAttribute, whole } from '../values.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** An argument by name or position. */
export function argumentOf({ given }: NativeCall, name: string, position: number): Value | undefined {
  return given.named.get(name) ?? given.positional[position];
}

/** A new object of the library class that is called, as the models would have made it. */
export function madeObject(call: NativeCall, className: string): Value {
  const { frame, state, node, given } = call;
  const at = frame.place(node);
  const from = allArguments(given).map((value) => whole(value, state));
  const fact: InstanceFact = { kind: 'instance', className, call: at, by: `${className}()`, from, at };
  return frame.allocated(state, node, fact);
}

/** What a slot of an object holds; undefined when the object was not seen being made. */
export function slotOf(state: State, object: Value, slot: string): Value | undefined {
  const held: Value[] = [];
  for (const fact of object.facts) {
    const identity = identityOf(fact);
    const value = identity === undefined ? undefined : state.cell(identity)?.attributes?.get(slot);
    if (value === undefined) return undefined;
    held.push(value);
  }
  return held.length === 0 ? undefined : current(joinAll(held), state);
}

export function keepIn(state: State, object: Value, slot: string, value: Value): void {
  storeAttribute(state, object, slot, value);
}

export function listOf(call: NativeCall, items: readonly Value[], rest?: Value): Value {
  return allocate(call.frame, call.state, call.node, listFact(call, items, rest));
}

export function listFact(call: NativeCall, items: readonly Value[], rest?: Value): SequenceFact {
  return {
    kind: 'sequence',
    type: 'list',
    items,
    complete: rest === undefined,
    ...(rest === undefined ? {} : { rest }),
    at: call.frame.place(call.node),
  };
}

export const none = (call: NativeCall): Value =>
  only({ kind: 'constant', value: null, at: call.frame.place(call.node) });

/**
 * A class whose constructor keeps things: rows for calling it, and for `__init__` of classes of the project that are
 * derived from it.
 */
export function keeper(className: string, fill: (call: NativeCall, self: Value) => void): NativeTable {
  const make: Native = (call) => {
    const self = madeObject(call, className);
    fill(call, self);
    return current(self, call.state);
  };
  const init: Native = (call) => {
    if (call.receiver === undefined) return undefined;
    fill(call, call.receiver);
    return none(call);
  };
  return { [className]: make, [`${className}.__init__`]: init };
}

/** Calls back. */
export function invoke(call: NativeCall, callee: Value, given: Partial<Arguments> = {}): Value {
  return callValue(call.frame, call.state, callee, { ...noArguments, ...given }, call.node);
}

/** `*args, **kwargs` of two values */
export function spread(call: NativeCall, args: Value | undefined, kwargs: Value | undefined): Arguments {
  const { frame, state, node } = call;
  const { items, rest } = args === undefined ? { items: [], rest: undefined } : elementsOf(frame, node, args, state);
  const named = new Map<string, Value>();
  let restNamed: Value | undefined;
  for (const fact of kwargs === undefined ? [] : current(kwargs, state).facts) {
    if (fact.kind !== 'mapping') continue;
    for (const { key, value } of fact.entries) {
      const name = key.facts.length === 1 ? key.facts[0] : undefined;
      if (name?.kind === 'constant' && typeof name.value === 'string') named.set(name.value, value);
    }
    restNamed = fact.rest ?? restNamed;
  }
  return { ...noArguments, positional: items, named, rest, restNamed };
}

/** The arguments behind the first few: `submit(function, *args, **kwargs)`. */
export function behind(given: Arguments, count: number, ...without: readonly string[]): Arguments {
  const named =
    without.length === 0 ? given.named : new Map([...given.named].filter(([key]) => !without.includes(key)));
  return { ...given, positional: given.positional.slice(count), named, isWritten: false };
}

function _isInstance(fact: Fact): fact is InstanceFact {
  return fact.kind === 'instance';
}
