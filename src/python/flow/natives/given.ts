// What natives of containers have in common: reading arguments, making containers, changing the receiver.

import {
  constant,
  type Fact,
  type Literal,
  type MappingFact,
  only,
  type Place,
  type SequenceFact,
  singleConstant,
  type Value,
} from '../../semantics/index.ts';
import { elementsOf, iteratorClass, membersOf } from '../comprehensions.ts';
import { joinAll } from '../join.ts';
import { type Contents, holding } from '../sequences.ts';
import { allocate, current, update } from '../values.ts';
import type { NativeCall } from './native.ts';

export function placeOf(call: NativeCall): Place {
  return call.frame.place(call.node);
}

/** `list.append(items, x)` is `items.append(x)`. */
export function bound(call: NativeCall): NativeCall {
  if (call.receiver !== undefined) return call;
  const [receiver, ...positional] = call.given.positional;
  return { ...call, receiver, given: { ...call.given, positional } };
}

/** How many arguments there are is not known. */
export function isOpen({ given }: NativeCall): boolean {
  return given.rest !== undefined || given.restNamed !== undefined;
}

export function argument({ given }: NativeCall, index: number, name?: string): Value | undefined {
  return given.positional[index] ?? (name === undefined ? undefined : given.named.get(name));
}

/** The constant that an argument certainly is. */
export function literal(value: Value | undefined): Literal | undefined {
  return value === undefined ? undefined : singleConstant(value)?.value;
}

export function none(call: NativeCall): Value {
  return constant(null, placeOf(call));
}

export function elements(call: NativeCall, value: Value): Contents {
  return elementsOf(call.frame, call.node, current(value, call.state), call.state);
}

/** The same where the order does not matter. */
export function members(call: NativeCall, value: Value): Contents {
  return membersOf(call.frame, call.node, current(value, call.state), call.state);
}

/** A new list, tuple or set. */
export function made(
  call: NativeCall,
  type: SequenceFact['type'],
  contents: Contents,
  className?: string,
  attributes?: Map<string, Value>,
): Value {
  const empty: SequenceFact = { kind: 'sequence', type, items: [], complete: true, at: placeOf(call) };
  const fact = holding(className === undefined ? empty : { ...empty, className }, contents);
  if (type === 'tuple' || type === 'frozenset') return only(fact);
  return allocate(call.frame, call.state, call.node, fact, attributes);
}

/** What gives each of its items once: `map(…)`, `iter(…)`. */
export function iterator(call: NativeCall, contents: Contents): Value {
  return made(call, 'list', contents, iteratorClass);
}

export function pair(call: NativeCall, ...items: readonly Value[]): Value {
  return only({ kind: 'sequence', type: 'tuple', items, complete: true, at: placeOf(call) });
}

export function emptyMapping(call: NativeCall): MappingFact {
  return { kind: 'mapping', entries: [], complete: true, at: placeOf(call) };
}

export function sequencesOf(value: Value | undefined): readonly SequenceFact[] {
  return value === undefined ? [] : value.facts.filter((fact): fact is SequenceFact => fact.kind === 'sequence');
}

export function mappingsOf(value: Value | undefined): readonly MappingFact[] {
  return value === undefined ? [] : value.facts.filter((fact): fact is MappingFact => fact.kind === 'mapping');
}

/** Changes the sequences that the call is about. */
export function changeSequences(call: NativeCall, change: (fact: SequenceFact) => Fact): void {
  if (call.receiver === undefined) return;
  update(call.state, call.receiver, (fact) => (fact.kind === 'sequence' ? change(fact) : fact));
}

export function changeMappings(call: NativeCall, change: (fact: MappingFact) => Fact): void {
  if (call.receiver === undefined) return;
  update(call.state, call.receiver, (fact) => (fact.kind === 'mapping' ? change(fact) : fact));
}

/** Any of the values, when there are any. */
export function anyOfValues(values: readonly Value[]): Value | undefined {
  return values.length === 0 ? undefined : joinAll(values);
}
