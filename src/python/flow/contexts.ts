// Entering and leaving context managers.

import { enteredLibraryObject, type Fact, only, type Value } from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { methodOf } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import { anyItem } from './items.ts';
import { joinAll } from './join.ts';
import { findNative } from './natives/index.ts';
import { resume } from './run.ts';
import type { State } from './state.ts';
import { suspendedBy } from './suspended.ts';
import { current } from './values.ts';

/** What `with manager as x` binds. */
export function enter(frame: Frame, context: NodeId, manager: Value, state: State): Value {
  const results: Value[] = [];
  for (const fact of manager.facts) results.push(enterFact(frame, context, fact, state));
  if (results.length === 0) return manager;
  const all = joinAll(results);
  return manager.complete ? all : { ...all, complete: false, why: manager.why ?? 'not all it can be is known' };
}

function enterFact(frame: Frame, context: NodeId, fact: Fact, state: State): Value {
  // @contextmanager
  // def opened(): yield open(…)      the call has given what is yielded
  if (fact.kind === 'sequence') return fact.items.length > 0 ? (fact.items[0] as Value) : anyItem(fact);
  if (fact.kind !== 'instance') return only(fact);
  const suspended = suspendedBy(frame.engine, fact);
  if (suspended !== undefined) {
    const values: Value[] = [];
    resume(frame, state, suspended, context, (value) => {
      values.push(value);
      return undefined;
    });
    return joinAll(values);
  }
  const held = fact.identity === undefined ? undefined : state.cell(fact.identity)?.attributes?.get('(entered)');
  if (held !== undefined) return current(held, state);
  const method =
    methodOf(frame, context, fact, '__enter__', state) ?? methodOf(frame, context, fact, '__aenter__', state);
  if (method !== undefined) return callValue(frame, state, method, noArguments, context);
  const name = `${fact.className}.__enter__`;
  const native = findNative(name)?.({ frame, state, node: context, name, receiver: only(fact), given: noArguments });
  if (native !== undefined) return native;
  return fact.definition === undefined ? enteredLibraryObject(frame.view, context, fact) : only(fact);
}

export function leave(frame: Frame, context: NodeId, manager: Value, state: State): void {
  for (const fact of manager.facts) {
    const method =
      methodOf(frame, context, fact, '__exit__', state) ?? methodOf(frame, context, fact, '__aexit__', state);
    const none: Value = only({ kind: 'constant', value: null, at: frame.place(context) });
    if (method !== undefined)
      callValue(frame, state, method, { ...noArguments, positional: [none, none, none] }, context);
  }
}
