// Calls while code runs: arguments in Python's order, then whatever the callee can be. Functions of the project are run
// with these arguments; the library's are asked for in `natives/`, then described by the models.

import {
  attributeOf,
  type ComputedFact,
  callsTooDeep,
  classOfFact,
  computed,
  decoratorNames,
  evaluateKnownCall,
  type Fact,
  type InstanceFact,
  incomplete,
  libraryResult,
  methodResult,
  only,
  type ReferenceFact,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { methodOf } from './attributes.ts';
import { elementsOf } from './comprehensions.ts';
import { construct, heldBy } from './construct.ts';
import { dispatched } from './dispatch.ts';
import { textOfException } from './exception-text.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { keptItem } from './items.ts';
import { joinAll } from './join.ts';
import { findNative, hasTextMethod, textTypeOf } from './natives/index.ts';
import { putIntoBuffers, putIntoResult } from './put-into.ts';
import { assumeReturned } from './refine.ts';
import { runCall } from './run.ts';
import type { State } from './state.ts';
import { allocate, current, whole } from './values.ts';

/** The arguments of a call, evaluated. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** what further positional arguments can be: `*args` of unknown length */
  readonly rest: Value | undefined;
  /** what further named arguments can be: `**options` with unknown keys */
  readonly restNamed: Value | undefined;
  /** the arguments stand in the call at hand just like this, so that what reads them there may be used */
  readonly isWritten: boolean;
}

export const noArguments: Arguments = {
  positional: [],
  named: new Map(),
  rest: undefined,
  restNamed: undefined,
  isWritten: false,
};

export function evaluateCall(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const calleeNode = ast.Call.callee(tree, node);
  const callee = evaluate(frame, calleeNode, state);
  if (frame.isKept && tree.kind(calleeNode) === Kind.Attribute) {
    const object = ast.Attribute.value(tree, calleeNode);
    frame.observe(object, whole(frame.latest(object), state));
  }
  const given = evaluateArguments(frame, node, state);
  const result = callValue(frame, state, callee, given, node);
  assumeReturned(frame, node, callee, given.positional, state);
  return result;
}

function evaluateArguments(frame: Frame, node: NodeId, state: State): Arguments {
  const { tree } = frame.module;
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let rest: Value | undefined;
  let restNamed: Value | undefined;
  for (let argument = ast.Call.arguments(tree, node); argument !== 0; argument = tree.next(argument)) {
    if (tree.kind(argument) === Kind.Keyword) {
      const name = ast.Keyword.name(tree, argument);
      const value = evaluate(frame, ast.Keyword.value(tree, argument), state);
      frame.record(argument, value);
      if (name !== 0) named.set(tree.names.text(name), value);
      else restNamed = addMapping(value, named, restNamed, frame, argument);
    } else if (tree.kind(argument) === Kind.Starred) {
      const value = evaluate(frame, ast.Starred.value(tree, argument), state);
      frame.record(argument, value);
      const elements = elementsOf(frame, argument, value, state);
      if (rest === undefined) positional.push(...elements.items);
      else rest = joinAll([rest, ...elements.items]);
      if (elements.rest !== undefined) rest = rest === undefined ? elements.rest : joinAll([rest, elements.rest]);
    } else {
      const value = evaluate(frame, argument, state);
      if (rest === undefined) positional.push(value);
      else rest = joinAll([rest, value]);
    }
  }
  for (
    let argument = frame.isKept ? ast.Call.arguments(tree, node) : 0;
    argument !== 0;
    argument = tree.next(argument)
  ) {
    const inner =
      tree.kind(argument) === Kind.Keyword
        ? ast.Keyword.value(tree, argument)
        : tree.kind(argument) === Kind.Starred
          ? ast.Starred.value(tree, argument)
          : argument;
    const value = whole(frame.latest(inner), state);
    frame.observe(inner, value);
    if (inner !== argument) frame.observe(argument, value);
  }
  // What later arguments do to objects is seen through the earlier ones.
  return { positional: positional.map((value) => current(value, state)), named, rest, restNamed, isWritten: true };
}

function addMapping(
  value: Value,
  named: Map<string, Value>,
  restNamed: Value | undefined,
  frame: Frame,
  at: NodeId,
): Value | undefined {
  const fact = value.facts.length === 1 && value.complete ? value.facts[0] : undefined;
  if (fact?.kind !== 'mapping') {
    const any = computed('builtins.dict.values()[]', [value], frame.place(at));
    return restNamed === undefined ? any : joinAll([restNamed, any]);
  }
  for (const entry of fact.entries) {
    const key = entry.key.facts.length === 1 ? entry.key.facts[0] : undefined;
    if (key?.kind === 'constant' && typeof key.value === 'string') named.set(key.value, entry.value);
  }
  if (fact.complete) return restNamed;
  const any = fact.rest ?? computed('builtins.dict.values()[]', [value], frame.place(at));
  return restNamed === undefined ? any : joinAll([restNamed, any]);
}

/** All arguments, in order. */
export function allArguments(given: Arguments): Value[] {
  const values = [...given.positional, ...given.named.values()];
  if (given.rest !== undefined) values.push(given.rest);
  if (given.restNamed !== undefined) values.push(given.restNamed);
  return values;
}

/** Things that one callee is taken to be. */
const MAX_CALLEES = 12;

/** What calling a value gives. `node` is the expression that the call is seen at. */
export function callValue(frame: Frame, state: State, callee: Value, given: Arguments, node: NodeId): Value {
  const callables = callee.facts.filter((fact) => fact.kind !== 'constant' && fact.kind !== 'text');
  if (callables.length === 0) {
    const inputs = [callee, ...allArguments(given)].map((value) => whole(value, state));
    return incomplete(computed('?()', inputs, frame.place(node)), callee.why ?? 'it is not known what is called');
  }
  if (callables.length === 1) {
    const result = callFact(frame, state, callables[0] as Fact, given, node);
    return current(callee.complete || callee.facts.length !== 1 ? result : uncertain(result, callee), state);
  }
  const results: Value[] = [];
  const ends: State[] = [];
  const before = state.fork();
  for (const fact of callables.slice(0, MAX_CALLEES)) {
    const inside = before.fork();
    results.push(callFact(frame, inside, fact, given, node));
    ends.push(inside);
  }
  state.joinFrom(ends);
  const all = joinAll(results);
  return current(callee.complete && callables.length <= MAX_CALLEES ? all : uncertain(all, callee), state);
}

function uncertain(result: Value, callee: Value): Value {
  return incomplete(result, callee.why ?? 'it is not certain what is called');
}

function callFact(frame: Frame, state: State, fact: Fact, given: Arguments, node: NodeId): Value {
  switch (fact.kind) {
    case 'reference':
    case 'instance': {
      // What Python calls by itself (`__getattr__`, `__setitem__`) can go in circles without an expression between.
      if (!frame.engine.sink()) return unknown(callsTooDeep);
      const result =
        fact.kind === 'reference'
          ? callReference(frame, state, fact, given, node)
          : callInstance(frame, state, fact, given, node);
      frame.engine.rise();
      return result;
    }
    case 'computed':
      putIntoResult(fact.by, fact.from[0], given, state);
      return (
        keptBehind(frame, fact, given, state) ??
        callTextMethod(frame, state, fact, given, node) ??
        computed(`${fact.by}()`, [only(fact), ...inputsOf(state, given)], frame.place(node))
      );
    case 'parameter':
      return computed('?()', [only(fact), ...inputsOf(state, given)], frame.place(node));
    default:
      return unknown('it cannot be called');
  }
}

/** `request.args["q"].find(":")`: a method of a result that is text */
function callTextMethod(
  frame: Frame,
  state: State,
  fact: ComputedFact,
  given: Arguments,
  node: NodeId,
): Value | undefined {
  const [receiver] = fact.from;
  const method = fact.by.slice(fact.by.lastIndexOf('.') + 1);
  if (receiver === undefined || !hasTextMethod(method)) return undefined;
  // only bytes and numbers have it, and both give digits
  const type = method === 'hex' ? 'bytes' : textTypeOf(frame, receiver);
  const name = `builtins.${type}.${method}`;
  const native = type === undefined ? undefined : findNative(name);
  return native?.({ frame, state, node, name, receiver: current(receiver, state), given });
}

/** `flask.session.get("cart", [])`, where some function stores an item there */
function keptBehind(
  frame: Frame,
  callee: ReferenceFact | ComputedFact,
  given: Arguments,
  state: State,
): Value | undefined {
  const [key, fallback] = given.positional;
  const path = callee.kind === 'reference' ? callee.name : callee.by;
  if (key === undefined || !/\.(get|pop|setdefault)$/.test(path)) return undefined;
  const receiver = callee.kind === 'reference' ? callee.receiver : callee.from[0];
  const name = path.slice(0, path.lastIndexOf('.'));
  const object: Fact | undefined =
    receiver === undefined ? { kind: 'reference', name, at: callee.at } : receiver.facts[0];
  if (object === undefined || (receiver !== undefined && receiver.facts.length > 1)) return undefined;
  const kept = keptItem(frame, object, key, state);
  return kept === undefined || fallback === undefined ? kept : joinAll([kept, fallback]);
}

function inputsOf(state: State, given: Arguments): Value[] {
  return allArguments(given).map((value) => whole(value, state));
}

function callInstance(frame: Frame, state: State, fact: InstanceFact, given: Arguments, node: NodeId): Value {
  const own = methodOf(frame, node, fact, '__call__', state);
  if (own !== undefined) return callValue(frame, state, own, given, node);
  const native = findNative(`${fact.className}.__call__`) ?? inheritedCall(frame, fact);
  const result = native?.({ frame, state, node, name: fact.className, receiver: only(fact), given });
  return (
    result ?? computed(`${fact.by ?? fact.className}()`, [only(fact), ...inputsOf(state, given)], frame.place(node))
  );
}

/** `class logged(ContextDecorator)` */
function inheritedCall(frame: Frame, fact: InstanceFact): ReturnType<typeof findNative> {
  if (fact.definition === undefined) return undefined;
  const { ancestors } = frame.engine.session.classes.at(fact.definition);
  return ancestors.map((name) => findNative(`${name}.__call__`)).find((native) => native !== undefined);
}

function callReference(frame: Frame, state: State, fact: ReferenceFact, given: Arguments, node: NodeId): Value {
  const { engine } = frame;
  const { definition } = fact;
  if (definition !== undefined) {
    const owner = engine.moduleOf(definition);
    switch (owner.tree.kind(definition.node)) {
      case Kind.ClassDef:
        return construct(frame, state, fact, definition, given, node);
      case Kind.FunctionDef: {
        const functions = dispatched(frame, definition, given.positional[0]);
        if (functions === undefined) return runCall(frame, state, fact, definition, given, node);
        const results = functions.map((each) =>
          runCall(frame, state, { ...fact, definition: each }, each, given, node),
        );
        return joinAll(results);
      }
      case Kind.Lambda:
        return runCall(frame, state, fact, definition, given, node);
      default:
        return unknown('a module cannot be called');
    }
  }
  return callLibrary(frame, state, fact, given, node);
}

/** A function, method or class of a library. */
function callLibrary(frame: Frame, state: State, fact: ReferenceFact, given: Arguments, node: NodeId): Value {
  const { library } = frame.engine;
  let name = library.canonicalName(fact.name);
  let receiver = fact.receiver === undefined ? undefined : current(fact.receiver, state);
  const held = receiver?.facts.length === 1 ? heldBy(receiver.facts[0] as Fact, state) : undefined;
  if (held !== undefined && !/\.(?:__init__|__new__|_replace|_asdict)$/.test(name)) {
    // class Settings(dict)   its objects' methods are those of the dict that they hold
    const method = name.slice(name.lastIndexOf('.') + 1);
    const className = held.facts.length === 1 ? classOfFact(held.facts[0] as Fact) : undefined;
    receiver = held;
    name = (className === undefined ? undefined : library.memberOf(className, method)) ?? name;
  }
  const own = ownConversion(frame, state, name, given, node);
  if (own !== undefined) return own;
  const native = findNative(name) ?? findNative(fact.name);
  if (native !== undefined) {
    const result = native({ frame, state, node, name, receiver, given });
    if (result !== undefined) return result;
  }
  const kept = keptBehind(frame, fact, given, state);
  if (kept !== undefined) return kept;
  const isWritten = given.isWritten && frame.module.tree.kind(node) === Kind.Call;
  if (isWritten && receiver !== undefined && receiver.facts.length === 1) {
    const object = whole(receiver, state).facts[0] as Fact;
    const method = name.slice(name.lastIndexOf('.') + 1);
    const result = isSpelledOut(object) ? methodResult(frame.view, node, object, method) : undefined;
    if (result !== undefined) return inHeap(frame, state, node, result);
  }
  if (isWritten && receiver === undefined) {
    const known = evaluateKnownCall(frame.view, node, name);
    if (known !== undefined) return inHeap(frame, state, node, known);
  }
  const inputs = [...(receiver === undefined ? [] : [whole(receiver, state)]), ...inputsOf(state, given)];
  const at = frame.place(node);
  putIntoResult(name, receiver, given, state);
  if (!library.isClass(name)) putIntoBuffers(frame, node, name, receiver, given, state);
  if (library.isClass(name) && !isPlain(name)) {
    const made: InstanceFact = { kind: 'instance', className: name, call: at, by: `${name}()`, from: inputs, at };
    return frame.allocated(state, node, made);
  }
  return libraryResult(frame.view, node, name, receiver, inputs);
}

/** `"a b".split()`: a new list, which can be changed */
function inHeap(frame: Frame, state: State, node: NodeId, made: Value): Value {
  const [fact] = made.facts;
  if (made.facts.length !== 1 || (fact?.kind !== 'sequence' && fact?.kind !== 'mapping')) return made;
  const isChangeable = fact.kind === 'mapping' || fact.type === 'list' || fact.type === 'set';
  return isChangeable && fact.identity === undefined ? allocate(frame, state, node, fact) : made;
}

function isSpelledOut(fact: Fact): boolean {
  return fact.kind === 'constant' || fact.kind === 'text';
}

const isPlain = (name: string) =>
  /^builtins\.(str|bytes|int|float|bool|list|tuple|set|frozenset|dict|object|complex|bytearray)$/.test(name);

void attributeOf;
void decoratorNames;

/** Built-in functions that ask an object's class. */
const conversions: ReadonlyMap<string, string> = new Map([
  ['builtins.str', '__str__'],
  ['builtins.repr', '__repr__'],
  ['builtins.bytes', '__bytes__'],
  ['builtins.len', '__len__'],
  ['builtins.int', '__int__'],
  ['builtins.float', '__float__'],
  ['builtins.bool', '__bool__'],
  ['builtins.abs', '__abs__'],
  ['builtins.reversed', '__reversed__'],
  ['os.fspath', '__fspath__'],
]);

/** `bytes(packet)` of a class with `__bytes__` */
function ownConversion(frame: Frame, state: State, name: string, given: Arguments, node: NodeId): Value | undefined {
  const method = conversions.get(name);
  const [object] = given.positional;
  if (object === undefined) return undefined;
  const fact = method !== undefined && object.facts.length === 1 ? object.facts[0] : undefined;
  if (method === '__str__') {
    const text = textOfException(frame, node, object, state);
    if (text !== undefined) return text;
  }
  if (method === undefined || fact?.kind !== 'instance' || fact.definition === undefined) return undefined;
  const own =
    methodOf(frame, node, fact, method, state) ??
    (method === '__str__' ? methodOf(frame, node, fact, '__repr__', state) : undefined);
  return own === undefined ? undefined : callValue(frame, state, own, noArguments, node);
}
