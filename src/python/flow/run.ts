// Entering code: a function by itself, a function by a call, a module body by an import.

import {
  callsTooDeep,
  computed,
  type Fact,
  incomplete,
  type Module,
  only,
  outOfSteps,
  type Place,
  parametersOf,
  type ReferenceFact,
  type SequenceFact,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId, ParameterRole } from '../syntax/index.ts';
import { type Arguments, allArguments } from './calls.ts';
import { iteratorClass } from './comprehensions.ts';
import { NEVER_RETURNS } from './exceptions.ts';
import { evaluate } from './expressions.ts';
import { Frame, type Lexical } from './frame.ts';
import { injectedValue } from './injected.ts';
import { joinAll } from './join.ts';
import { loosen } from './loosen.ts';

import { holding, noContents } from './sequences.ts';
import { State } from './state.ts';
import { execute } from './statements.ts';
import { summarised } from './summary.ts';
import { type AtYield, type Suspended, suspend } from './suspended.ts';
import { allocate, current, storeAttribute, update, whole } from './values.ts';
import { withShown } from './ways.ts';
import { isWorthRunning } from './worth.ts';

/** Calls within calls that are run. */
const MAX_CALLS = 10;
/** Of the steps that are left, the part that one call may take, in hundredths. */
const SHARE = 85;
/** How often one function may be in the middle of running. */
const MAX_RECURSION = 3;
/** The same for one that is called with numbers or lists of which everything is known: countdown(3). */
const MAX_COUNTED = 8;

/** A function that nobody in particular calls: its parameters are what the text says of them. */
export function runFunctionEntry(frame: Frame): void {
  const { module, engine, definition } = frame;
  const { tree } = module;
  const state = new State(engine.base);
  state.open(frame.lexical.activation);
  for (const parameter of parametersOf(tree, definition)) {
    const name = ast.Parameter.name(tree, parameter);
    if (name === 0) continue;
    const value = injectedValue(frame, parameter, state) ?? module.valueOf(parameter);
    // self is an object, whatever it is
    const self = value.facts.length === 1 ? (value.facts[0] as Fact) : undefined;
    const given =
      self?.kind === 'instance' && self.definition !== undefined ? allocate(frame, state, parameter, self) : value;
    frame.record(parameter, given);
    state.set(frame.lexical.activation, name, given);
  }
  runBody(frame, state);
}

export function runModuleBody(frame: Frame, state: State): void {
  execute(frame, ast.Module.body(frame.module.tree, frame.definition), state);
}

/** Runs the body; gives the states in which it may end. */
function runBody(frame: Frame, state: State): void {
  const { tree } = frame.module;
  if (tree.kind(frame.definition) === Kind.Lambda) {
    const body = ast.Lambda.body(tree, frame.definition);
    frame.returns.push({ value: evaluate(frame, body, state), state: state.fork(), at: body });
    return;
  }
  const ends = execute(frame, ast.FunctionDef.body(tree, frame.definition), state);
  if (ends) frame.returns.push({ value: none(frame), state: state.fork(), at: 0 });
}

function none(frame: Frame): Value {
  return only({ kind: 'constant', value: null, at: frame.place(frame.definition) });
}

/** A call of a function of the project. */
export function runCall(
  caller: Frame,
  state: State,
  fact: ReferenceFact,
  definition: Place,
  given: Arguments,
  node: NodeId,
): Value {
  const { engine } = caller;
  const owner = engine.moduleOf(definition);
  const handed = fact.receiver === undefined ? allArguments(given) : [fact.receiver, ...allArguments(given)];
  const inputs = () => handed.map((value) => whole(value, state));
  const unfollowed = (why: string): Value => incomplete(computed(`${fact.name}()`, inputs(), caller.place(node)), why);
  const cut = (why: string): Value => {
    const result = unfollowed(why);
    loosen(state, handed, why);
    return result;
  };
  // What the project says of its own cleaners is taken for true, whatever is in them.
  if (engine.library.cleansOf(fact.name).length > 0) return computed(`${fact.name}()`, inputs(), caller.place(node));
  if (engine.isExhausted) return cut(outOfSteps);
  if (caller.depth >= MAX_CALLS) return cut(callsTooDeep);
  const times = caller.timesRunning(owner, definition.node);
  const isCounted = times > 0 && (isGettingLess(given) || isPartOfKnown(caller, owner, definition.node, state));
  if (times >= (isCounted ? MAX_COUNTED : MAX_RECURSION)) return cut('the function calls itself');
  if (isStub(owner, definition.node)) return unfollowed('it has no body');
  const suspended = suspend(caller, state, fact, definition, given, node);
  if (suspended !== undefined) return suspended;
  if (fact.closure === undefined && !isCounted && !isWorthRunning(caller, state, definition, fact.receiver, given)) {
    return summarised(caller, fact, definition, given, node);
  }
  // One call that is too much is not followed; what does not depend on it is found out all the same.
  const before = state.fork();
  // What is made around some variables calls what they hold.
  const reaches = fact.closure !== undefined || engine.reachesSites(owner, definition.node);
  let result = unknown(outOfSteps);
  const isWhole = engine.share((engine.stepsLeft * SHARE) / 100, () => {
    result = activate(caller, state, { fact, definition, given }, node, undefined);
  });
  if (isWhole) return result;
  state.become(before);
  if (reaches) caller.leaveOut();
  loosen(state, handed, outOfSteps);
  // That what went in comes out again is not shown.
  return unknown(outOfSteps);
}

/**
 * The call that is running was made with a list, dict or object of which everything is known: `walk(item)` of one of its
 * items comes to an end, whatever that is.
 */
function isPartOfKnown(caller: Frame, owner: Module, definition: NodeId, state: State): boolean {
  let frame: Frame | undefined = caller;
  while (frame !== undefined && (frame.definition !== definition || frame.module !== owner)) frame = frame.caller;
  if (frame === undefined || frame.caller === undefined) return false;
  const running = frame;
  return parametersOf(owner.tree, definition).some((parameter) => {
    const name = ast.Parameter.name(owner.tree, parameter);
    if (name === 0 || /^(self|cls)$/.test(owner.tree.names.text(name))) return false;
    const value = running.latest(parameter);
    const fact = value.complete && value.facts.length === 1 ? (value.facts[0] as Fact) : undefined;
    if (fact?.kind === 'sequence' || fact?.kind === 'mapping') return fact.complete && fact.rest === undefined;
    if (fact?.kind !== 'instance' || fact.identity === undefined || fact.call === undefined) return false;
    return state.cell(fact.identity)?.isMany === false;
  });
}

/** An argument is a number, or a list of which everything is known: that comes to an end. */
function isGettingLess(given: Arguments): boolean {
  return given.positional.slice(0, 4).some((value) => {
    const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    return (
      (fact?.kind === 'constant' && typeof fact.value === 'bigint') || (fact?.kind === 'sequence' && fact.complete)
    );
  });
}

/** Runs a generator that was called before; `atYield` takes what it yields. */
export function resume(
  caller: Frame,
  state: State,
  suspended: Suspended,
  node: NodeId,
  atYield: AtYield | undefined,
): Value {
  const { engine } = caller;
  const owner = engine.moduleOf(suspended.definition);
  const isTooMuch =
    engine.isExhausted ||
    caller.depth >= MAX_CALLS ||
    caller.timesRunning(owner, suspended.definition.node) >= MAX_RECURSION;
  if (isTooMuch) return unknown(outOfSteps);
  return activate(caller, state, suspended, node, atYield);
}

function activate(
  caller: Frame,
  state: State,
  { fact, definition, given }: Suspended,
  node: NodeId,
  atYield: AtYield | undefined,
): Value {
  const { engine } = caller;
  const owner = engine.moduleOf(definition);
  const outer: Lexical | undefined = fact.closure === undefined ? undefined : engine.lexicals[fact.closure];
  const activation = engine.number();
  const frame = new Frame(engine, { module: owner, node: definition.node, activation, outer }, caller, node);
  frame.summarising = caller.summarising;
  frame.atYield = atYield;
  state.open(activation);
  bindParameters(frame, state, fact, given);
  if (owner.exitsOf(definition.node).yields.length > 0) frame.yielded = collector(frame, state, node);
  const before = state.fork();
  runBody(frame, state);
  engine.noteCall(frame);
  engine.keep(frame);
  const value = resultOf(frame, state, before);
  frame.end();
  if (!engine.textOf(owner, definition.node).holdsFunctions) state.close(activation);
  return value;
}

/** What the call gives, and the state behind it. */
function resultOf(frame: Frame, state: State, before: State): Value {
  const { module, definition } = frame;
  const end = State.joinedAll(frame.returns.map((exit) => exit.state.fork()));
  if (module.exitsOf(definition).yields.length > 0 && frame.yielded !== undefined) {
    if (end !== undefined) {
      state.become(end);
      storeAttribute(state, frame.yielded, '(returned)', joinAll(frame.returns.map(({ value }) => value)));
      return current(frame.yielded, state);
    }
    // It gives items without end.
    const any = frame.yields.length === 0 ? noContents : { items: [], rest: joinAll(frame.yields) };
    update(state, frame.yielded, (fact) => (fact.kind === 'sequence' ? holding(fact, any) : fact));
    return current(frame.yielded, state);
  }
  if (end === undefined) {
    // It never comes back: what follows does not run.
    state.isDead = true;
    return unknown(NEVER_RETURNS);
  }
  const values = frame.returns.map((exit) => withShown(frame, exit.value, before, exit.state, exit.at));
  state.become(end);
  return joinAll(values);
}

/** The iterator that a call of a generator gives; nothing has been given yet. */
function collector(frame: Frame, state: State, node: NodeId): Value {
  const identity = frame.engine.number();
  const at = (frame.caller as Frame).place(node);
  const empty: SequenceFact = {
    kind: 'sequence',
    type: 'list',
    items: [],
    complete: true,
    className: iteratorClass,
    identity,
    at,
  };
  state.setCell(identity, { facts: [empty], attributes: undefined, isMany: false });
  return only(empty);
}

function bindParameters(frame: Frame, state: State, fact: ReferenceFact, given: Arguments): void {
  const { module, lexical } = frame;
  const { tree } = module;
  const positional = fact.receiver === undefined ? given.positional : [fact.receiver, ...given.positional];
  const used = new Set<string>();
  const parameters = parametersOf(tree, frame.definition);
  let position = 0;
  for (const parameter of parameters) {
    const name = ast.Parameter.name(tree, parameter);
    if (name === 0) continue;
    const text = tree.names.text(name);
    const role = ast.Parameter.role(tree, parameter);
    let value: Value;
    if (role === ParameterRole.variadic) {
      const items = positional.slice(position);
      position = positional.length;
      value = only({
        kind: 'sequence',
        type: 'tuple',
        items,
        complete: given.rest === undefined,
        ...(given.rest === undefined ? {} : { rest: given.rest }),
        at: frame.place(parameter),
      });
    } else if (role === ParameterRole.keywordVariadic) {
      const at = frame.place(parameter);
      const entries = [...given.named]
        .filter(([key]) => !used.has(key))
        .map(([key, each]) => ({ key: only({ kind: 'constant', value: key, at }), value: each }));
      value = allocate(frame, state, parameter, {
        kind: 'mapping',
        entries,
        complete: given.restNamed === undefined,
        ...(given.restNamed === undefined ? {} : { rest: given.restNamed }),
        at,
      });
    } else {
      const byPosition = role === ParameterRole.keywordOnly ? undefined : positional[position];
      if (role !== ParameterRole.keywordOnly) position++;
      const byName = role === ParameterRole.positionalOnly ? undefined : given.named.get(text);
      used.add(text);
      value = byPosition ?? byName ?? missing(frame, parameter, given, role, fact.closure);
    }
    frame.record(parameter, value);
    state.set(lexical.activation, name, value);
  }
}

function missing(frame: Frame, parameter: NodeId, given: Arguments, role: number, closure: number | undefined): Value {
  const { module } = frame;
  const { tree } = module;
  const possible: Value[] = [];
  if (given.rest !== undefined && role !== ParameterRole.keywordOnly) possible.push(given.rest);
  if (given.restNamed !== undefined && role !== ParameterRole.positionalOnly) possible.push(given.restNamed);
  const fallback = ast.Parameter.default(tree, parameter);
  if (fallback !== 0) possible.push(defaultValue(frame, parameter, fallback, closure));
  if (possible.length > 0) return joinAll(possible);
  return unknown(`no argument is given for ${tree.names.text(ast.Parameter.name(tree, parameter))}`);
}

/** A default is made once, when the function is: `def add(item, into=[])` shares one list between calls. */
function defaultValue(frame: Frame, parameter: NodeId, fallback: NodeId, closure: number | undefined): Value {
  const { engine, module } = frame;
  if (module.tree.kind(fallback) !== Kind.Constant) engine.hasRun(module);
  const known = engine.defaultOf(module, parameter, closure);
  return known ?? module.valueOf(fallback);
}

function isStub(owner: Module, definition: NodeId): boolean {
  const { tree } = owner;
  if (tree.kind(definition) === Kind.Lambda) return false;
  for (let node = ast.FunctionDef.body(tree, definition); node !== 0; node = tree.next(node)) {
    if (tree.kind(node) === Kind.Expr && tree.kind(ast.Expr.value(tree, node)) === Kind.Constant) continue;
    return false;
  }
  return true;
}
