// What `functools` makes of functions, and the pieces of `contextlib` that hold on to managers.

import { constant, only, type Value } from '../../semantics/index.ts';
import { enter } from '../contexts.ts';
import { joinAll } from '../join.ts';
import { resume } from '../run.ts';
import { suspendedBy } from '../suspended.ts';
import { allocate } from '../values.ts';
import { behind, invoke, keepIn, madeObject, none, slotOf, spread } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** A library's function with arguments bound to it is described by the models; what can be run is held here. */
const partial: Native = (call) => {
  const [function_, ...args] = call.given.positional;
  if (function_ === undefined || function_.facts.every(isOfLibrary)) return undefined;
  const made = madeObject(call, 'functools.partial');
  const at = call.frame.place(call.node);
  const { rest, restNamed, named } = call.given;
  keepIn(call.state, made, 'func', function_);
  keepIn(
    call.state,
    made,
    'args',
    only({
      kind: 'sequence',
      type: 'tuple',
      items: args,
      complete: rest === undefined,
      ...(rest === undefined ? {} : { rest }),
      at,
    }),
  );
  const entries = [...named].map(([name, value]) => ({ key: constant(name, at), value }));
  keepIn(
    call.state,
    made,
    'keywords',
    allocate(call.frame, call.state, call.node, {
      kind: 'mapping',
      entries,
      complete: restNamed === undefined,
      ...(restNamed === undefined ? {} : { rest: restNamed }),
      at,
    }),
  );
  return made;
};

const isOfLibrary = (fact: Value['facts'][number]) =>
  (fact.kind === 'reference' && fact.definition === undefined) || fact.kind === 'computed' || fact.kind === 'parameter';

const callPartial: Native = (call) => {
  const { state, receiver, given } = call;
  const function_ = receiver === undefined ? undefined : slotOf(state, receiver, 'func');
  if (receiver === undefined || function_ === undefined) return undefined;
  const before = spread(call, slotOf(state, receiver, 'args'), slotOf(state, receiver, 'keywords'));
  return invoke(call, function_, {
    positional: before.rest === undefined ? [...before.positional, ...given.positional] : before.positional,
    named: new Map([...before.named, ...given.named]),
    rest: before.rest ?? given.rest,
    restNamed: before.restNamed ?? given.restNamed,
  });
};

const enterContext: Native = (call) => {
  const [manager] = call.given.positional;
  return manager === undefined ? undefined : enter(call.frame, call.node, manager, call.state);
};

const callLater: Native = (call) => {
  const [function_] = call.given.positional;
  if (function_ === undefined) return undefined;
  invoke(call, function_, behind(call.given, 1));
  return function_;
};

/** Managers whose object is what they were given. */
const gives = (call: NativeCall): Value | undefined => {
  const made = madeObject(call, call.name);
  const held = call.given.positional[0] ?? call.given.named.get('enter_result') ?? none(call);
  keepIn(call.state, made, '(entered)', held);
  return made;
};

/** `job.send(value)`: from its beginning up to wherever it gets with that. */
const send: Native = (call) => {
  const [value] = call.given.positional;
  const fact = call.receiver?.facts.length === 1 ? call.receiver.facts[0] : undefined;
  const suspended = suspendedBy(call.frame.engine, fact);
  if (suspended === undefined || value === undefined) return undefined;
  const given: Value[] = [];
  call.frame.summarising++;
  resume(call.frame, call.state, suspended, call.node, (item) => {
    given.push(item);
    return value;
  });
  call.frame.summarising--;
  call.state.isDead = false;
  return given.length === 0 ? undefined : joinAll(given);
};

/** `types.MethodType(function, object)` */
const bound: Native = (call) => {
  const [function_, object] = call.given.positional;
  if (function_ === undefined || object === undefined) return undefined;
  const facts = function_.facts.map((fact) => (fact.kind === 'reference' ? { ...fact, receiver: object } : fact));
  return { ...function_, facts };
};

/** A manager that is put around a function runs before and behind it; the function stays what it is. */
const aroundFunction: Native = (call) => call.given.positional[0];

export const functionNatives: NativeTable = {
  'types.MethodType': bound,
  'contextlib.ContextDecorator.__call__': aroundFunction,
  'contextlib.AsyncContextDecorator.__call__': aroundFunction,
  'contextlib._GeneratorContextManager.__call__': aroundFunction,
  'typing.Generator.send': send,
  'typing.Generator.close': none,
  'functools.partial': partial,
  'functools.partial.__call__': callPartial,
  'contextlib.closing': gives,
  'contextlib.nullcontext': gives,
  'contextlib.aclosing': gives,
  'contextlib._BaseExitStack.enter_context': enterContext,
  'contextlib.ExitStack.enter_context': enterContext,
  'contextlib.AsyncExitStack.enter_async_context': enterContext,
  'contextlib._BaseExitStack.callback': callLater,
  'contextlib.ExitStack.callback': callLater,
};
