// Library calls that call back: threads, pools, timers, event loops, handlers. What would run elsewhere or later is run
// at once, in place: the order in which threads get their turns is not modelled.

import { computed, type Fact, only, unknown, type Value } from '../../semantics/index.ts';
import { methodOf } from '../attributes.ts';
import { noArguments } from '../calls.ts';
import { elementsOf } from '../comprehensions.ts';
import { joinAll } from '../join.ts';
import { whole } from '../values.ts';
import { argumentOf, behind, invoke, keeper, keepIn, listOf, madeObject, none, slotOf, spread } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

const result = '(result)';

/** Runs what a thread is about: its own `run`, or its target. */
const start: Native = (call) => {
  const { frame, state, node, receiver } = call;
  if (receiver === undefined) return undefined;
  for (const fact of receiver.facts) {
    const own = methodOf(frame, node, fact, 'run', state);
    if (own !== undefined) invoke(call, own);
    else runTarget(call, only(fact));
  }
  return none(call);
};

function runTarget(call: NativeCall, thread: Value): void {
  const target = slotOf(call.state, thread, '(target)');
  if (target === undefined) return;
  invoke(call, target, spread(call, slotOf(call.state, thread, '(args)'), slotOf(call.state, thread, '(kwargs)')));
}

function keepTarget(target: string, at: number, args: string, argsAt: number) {
  return (call: NativeCall, self: Value): void => {
    const function_ = argumentOf(call, target, at);
    const positional = argumentOf(call, args, argsAt);
    const named = argumentOf(call, 'kwargs', argsAt + 1);
    if (function_ !== undefined) keepIn(call.state, self, '(target)', function_);
    if (positional !== undefined) keepIn(call.state, self, '(args)', positional);
    if (named !== undefined) keepIn(call.state, self, '(kwargs)', named);
  };
}

const run: Native = (call) => {
  if (call.receiver === undefined) return undefined;
  runTarget(call, call.receiver);
  return none(call);
};

/** An object of which `value` can be had later. */
function future(call: NativeCall, className: string, value: Value): Value {
  const made = madeObject({ ...call, given: noArguments }, className);
  keepIn(call.state, made, result, value);
  return made;
}

/** What awaiting a value gives. */
export function awaited(call: Pick<NativeCall, 'state'>, value: Value): Value {
  return slotOf(call.state, value, result) ?? value;
}

const futureClass = 'concurrent.futures.Future';

const submit: Native = (call) => {
  const [function_] = call.given.positional;
  if (function_ === undefined) return undefined;
  return future(call, futureClass, invoke(call, function_, behind(call.given, 1)));
};

/** `function` of the items of each iterable, side by side; in order. */
function mapped(call: NativeCall, function_: Value, iterables: readonly Value[]): { items: Value[]; rest?: Value } {
  const { frame, node, state } = call;
  const columns = iterables.map((each) => elementsOf(frame, node, each, state));
  const length = Math.min(...columns.map(({ items, rest }) => (rest === undefined ? items.length : MAX_CALLS)));
  const certain = Math.min(length, ...columns.map(({ items }) => items.length));
  const items: Value[] = [];
  for (let index = 0; index < Math.min(certain, MAX_CALLS); index++) {
    items.push(invoke(call, function_, { positional: columns.map((column) => column.items[index] as Value) }));
  }
  if (certain === length && certain <= MAX_CALLS && columns.some(({ rest }) => rest === undefined)) return { items };
  frame.summarising++;
  const rest = invoke(call, function_, {
    positional: columns.map((column) => {
      const others = column.items.slice(items.length);
      if (column.rest !== undefined) others.push(column.rest);
      return others.length === 0 ? unknown('an item that is not known') : joinAll(others);
    }),
  });
  frame.summarising--;
  return { items, rest };
}

/** Calls of one callback that are run one by one. */
const MAX_CALLS = 20;

const mapOver =
  (from: number, isStar = false): Native =>
  (call) => {
    const [function_, ...iterables] = call.given.positional;
    if (function_ === undefined || iterables.length === 0) return undefined;
    const taken = from === 0 ? iterables : iterables.slice(0, from);
    if (!isStar) {
      const { items, rest } = mapped(call, function_, taken);
      return listOf(call, items, rest);
    }
    const { items, rest } = elementsOf(call.frame, call.node, taken[0] as Value, call.state);
    const one = (item: Value) => invoke(call, function_, spread(call, item, undefined));
    return listOf(call, items.slice(0, MAX_CALLS).map(one), rest === undefined ? undefined : one(rest));
  };

/** `pool.apply(function, args, kwds)` */
function applied(call: NativeCall): Value | undefined {
  const function_ = argumentOf(call, 'func', 0);
  if (function_ === undefined) return undefined;
  const value = invoke(call, function_, spread(call, argumentOf(call, 'args', 1), argumentOf(call, 'kwds', 2)));
  const callback = argumentOf(call, 'callback', 3);
  if (callback !== undefined) invoke(call, callback, { positional: [value] });
  return value;
}

const later =
  (native: Native): Native =>
  (call) => {
    const value = native(call);
    return value === undefined ? undefined : future(call, 'multiprocessing.pool.AsyncResult', value);
  };

const resultOf: Native = (call) =>
  call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, result);

const whenDone: Native = (call) => {
  const [function_] = call.given.positional;
  if (function_ === undefined || call.receiver === undefined) return undefined;
  invoke(call, function_, { positional: [call.receiver] });
  return none(call);
};

/** Whatever is done, in whatever order. */
const inAnyOrder: Native = (call) => {
  const [all] = call.given.positional;
  if (all === undefined) return undefined;
  const { items, rest } = elementsOf(call.frame, call.node, all, call.state);
  if (items.length === 1 && rest === undefined) return listOf(call, items);
  const any = rest === undefined ? items : [...items, rest];
  return any.length === 0 ? listOf(call, []) : listOf(call, [], joinAll(any));
};

const doneAndPending: Native = (call) => {
  const done = inAnyOrder(call);
  if (done === undefined) return undefined;
  return only({
    kind: 'sequence',
    type: 'tuple',
    items: [done, done],
    complete: true,
    at: call.frame.place(call.node),
  });
};

/** Runs a function that is handed over now with the arguments behind it, at some time. */
const callsBack =
  (position: number): Native =>
  (call) => {
    const function_ = call.given.positional[position];
    if (function_ === undefined) return undefined;
    invoke(call, function_, behind(call.given, position + 1, 'context'));
    return undefined;
  };

/** The first argument is what it gives: a coroutine has been run where it was called. */
const passes: Native = (call) => {
  const [first] = call.given.positional;
  return first === undefined ? undefined : awaited(call, first);
};

const task: Native = (call) => {
  const first = argumentOf(call, 'coro', 0);
  return first === undefined ? undefined : future(call, 'asyncio.Task', awaited(call, first));
};

const gather: Native = (call) => {
  if (call.given.rest !== undefined) {
    return listOf(
      call,
      call.given.positional.map((each) => awaited(call, each)),
      awaited(call, call.given.rest),
    );
  }
  return listOf(
    call,
    call.given.positional.map((each) => awaited(call, each)),
  );
};

const calledInThread: Native = (call) => {
  const [function_] = call.given.positional;
  return function_ === undefined ? undefined : invoke(call, function_, behind(call.given, 1));
};

const calledInExecutor: Native = (call) => {
  const function_ = call.given.positional[1];
  return function_ === undefined ? undefined : invoke(call, function_, behind(call.given, 2));
};

/** A handler is called with arguments of the library's choice. */
const handler =
  (position: number, count: number): Native =>
  (call) => {
    const function_ = call.given.positional[position];
    if (function_ === undefined) return undefined;
    // What a module registers is called when much else has run: it is looked at by itself.
    if (call.frame.definition === call.frame.module.tree.root) return undefined;
    const positional = Array.from({ length: count }, () => unknown('the library chooses it'));
    if (function_.facts.some((fact) => fact.kind === 'reference' && fact.definition !== undefined))
      invoke(call, function_, { positional });
    return undefined;
  };

/** Options of RQ, which the function does not get. */
const jobOptions =
  'timeout job_timeout result_ttl ttl failure_ttl description depends_on job_id at_front meta retry on_success on_failure on_stopped pipeline repeat'.split(
    ' ',
  );

/** `queue.enqueue(function, *args, **kwargs)`: a worker calls it with just that. */
const enqueued =
  (position: number): Native =>
  (call) => {
    const function_ = call.given.positional[position];
    if (function_ === undefined) return undefined;
    const { named } = call.given;
    // queue.enqueue(function, args=(url,), kwargs={"depth": 1})
    const isListed = call.given.positional.length === position + 1 && (named.has('args') || named.has('kwargs'));
    invoke(
      call,
      function_,
      isListed ? spread(call, named.get('args'), named.get('kwargs')) : behind(call.given, position + 1, ...jobOptions),
    );
    return undefined;
  };

/** `queue.enqueue_call(function, args=(url,), kwargs={})` */
const enqueuedCall: Native = (call) => {
  const function_ = argumentOf(call, 'func', 0);
  if (function_ === undefined) return undefined;
  invoke(call, function_, spread(call, argumentOf(call, 'args', 1), argumentOf(call, 'kwargs', 2)));
  return undefined;
};

const atExit: Native = (call) => {
  const [function_] = call.given.positional;
  if (function_ === undefined) return undefined;
  invoke(call, function_, behind(call.given, 1));
  return function_;
};

const poolMethods = (pool: string): NativeTable => ({
  [`${pool}.map`]: mapOver(1),
  [`${pool}.imap`]: mapOver(1),
  [`${pool}.imap_unordered`]: mapOver(1),
  [`${pool}.starmap`]: mapOver(1, true),
  [`${pool}.map_async`]: later(mapOver(1)),
  [`${pool}.starmap_async`]: later(mapOver(1, true)),
  [`${pool}.apply`]: applied,
  [`${pool}.apply_async`]: later(applied),
});

/** `plan.enter(delay, priority, action, argument=(), kwargs={})` */
const scheduled: Native = (call) => {
  const action = argumentOf(call, 'action', 2);
  if (action === undefined) return undefined;
  invoke(call, action, spread(call, argumentOf(call, 'argument', 3), argumentOf(call, 'kwargs', 4)));
  return undefined;
};

/** `re.sub(pattern, function, text)`: what the function gives is in the result. */
const substituted =
  (position: number): Native =>
  (call) => {
    const replacement = argumentOf(call, 'repl', position);
    if (replacement === undefined || !replacement.facts.some(isFunction)) return undefined;
    const { frame, state, node, given } = call;
    frame.summarising++;
    const found = computed('re.Match', [], frame.place(node));
    const put = invoke(call, replacement, { positional: [found] });
    frame.summarising--;
    const others = [...given.positional, ...given.named.values()].filter((each) => each !== replacement);
    const inputs = [...(call.receiver === undefined ? [] : [call.receiver]), ...others, put];
    return computed(
      `${call.name}()`,
      inputs.map((each) => whole(each, state)),
      frame.place(node),
    );
  };

const isFunction = (fact: Fact) =>
  fact.kind === 'reference' && (fact.definition !== undefined || fact.receiver !== undefined);

export const callbackNatives: NativeTable = {
  're.sub': substituted(1),
  're.Pattern.sub': substituted(0),
  'sched.scheduler.enter': scheduled,
  'sched.scheduler.enterabs': scheduled,
  ...keeper('threading.Thread', keepTarget('target', 1, 'args', 3)),
  ...keeper('multiprocessing.Process', keepTarget('target', 1, 'args', 3)),
  ...keeper('threading.Timer', keepTarget('function', 1, 'args', 2)),
  'threading.Thread.start': start,
  'threading.Thread.run': run,
  'threading.Timer.run': run,
  'multiprocessing.process.BaseProcess.start': start,
  'multiprocessing.process.BaseProcess.run': run,
  'multiprocessing.Process.start': start,
  'concurrent.futures.Executor.submit': submit,
  'concurrent.futures.Executor.map': mapOver(0),
  'concurrent.futures.ThreadPoolExecutor.submit': submit,
  'concurrent.futures.ThreadPoolExecutor.map': mapOver(0),
  'concurrent.futures.ProcessPoolExecutor.submit': submit,
  'concurrent.futures.ProcessPoolExecutor.map': mapOver(0),
  'concurrent.futures.Future.result': resultOf,
  'concurrent.futures.Future.add_done_callback': whenDone,
  'concurrent.futures.as_completed': inAnyOrder,
  'concurrent.futures.wait': doneAndPending,
  ...poolMethods('multiprocessing.pool.Pool'),
  'multiprocessing.pool.AsyncResult.get': resultOf,
  'multiprocessing.pool.ApplyResult.get': resultOf,
  'asyncio.run': passes,
  'asyncio.wait_for': passes,
  'asyncio.shield': passes,
  'asyncio.run_coroutine_threadsafe': task,
  'asyncio.create_task': task,
  'asyncio.ensure_future': task,
  'asyncio.TaskGroup.create_task': task,
  'asyncio.AbstractEventLoop.create_task': task,
  'asyncio.AbstractEventLoop.run_until_complete': passes,
  'asyncio.AbstractEventLoop.run_in_executor': calledInExecutor,
  'asyncio.AbstractEventLoop.call_soon': callsBack(0),
  'asyncio.AbstractEventLoop.call_soon_threadsafe': callsBack(0),
  'asyncio.AbstractEventLoop.call_later': callsBack(1),
  'asyncio.AbstractEventLoop.call_at': callsBack(1),
  'asyncio.AbstractEventLoop.add_reader': callsBack(1),
  'asyncio.AbstractEventLoop.add_signal_handler': callsBack(1),
  'asyncio.gather': gather,
  'asyncio.to_thread': calledInThread,
  'asyncio.as_completed': inAnyOrder,
  'asyncio.wait': doneAndPending,
  'asyncio.Future.result': resultOf,
  'asyncio.Future.add_done_callback': whenDone,
  'asyncio.Task.add_done_callback': whenDone,
  'rq.Queue.enqueue': enqueued(0),
  'rq.Queue.enqueue_at': enqueued(1),
  'rq.Queue.enqueue_in': enqueued(1),
  'rq.Queue.enqueue_call': enqueuedCall,
  'atexit.register': atExit,
  'signal.signal': handler(1, 2),
};
