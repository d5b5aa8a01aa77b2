// Running statements in order: branches that can be taken, loops round by round or until nothing new comes, exceptions
// as edges from wherever they can be raised.

import {
  computed,
  type Fact,
  literalOf,
  only,
  type ReferenceFact,
  reference,
  truthOf,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { assign, assignName, remove } from './assign.ts';
import { callValue, noArguments } from './calls.ts';
import { elementsOf, MAX_ROUNDS } from './comprehensions.ts';
import { changeInPlace } from './container-operators.ts';
import { enter, leave } from './contexts.ts';
import { keepClass } from './define-class.ts';
import { canRaise, isCaught } from './exceptions.ts';
import { binary, evaluate, evaluateDefaults } from './expressions.ts';
import type { Frame, Thrown } from './frame.ts';
import { joinAll } from './join.ts';
import { matchCase } from './patterns.ts';
import { assume, assumeOfEach } from './refine.ts';
import { resume } from './run.ts';
import { State } from './state.ts';
import { suspendedBy } from './suspended.ts';
import { current, storeAttribute } from './values.ts';
import { dropContradicted, markWays } from './ways.ts';

/** Runs a list of statements; false when its end cannot be reached. */
export function execute(frame: Frame, first: NodeId, state: State): boolean {
  const { tree } = frame.module;
  for (let node = first; node !== 0; node = tree.next(node)) {
    if (frame.slice !== undefined && !frame.slice.has(node)) continue;
    if (!frame.engine.sink()) return true;
    const before = frame.catching === undefined ? undefined : state.fork();
    const goesOn = statement(frame, node, state);
    frame.engine.rise();
    if (before !== undefined && canRaise(frame, node)) frame.raise(before);
    if (!goesOn || state.isDead) return false;
  }
  return true;
}

function statement(frame: Frame, node: NodeId, state: State): boolean {
  if (!frame.engine.spend()) return true;
  frame.begin(node);
  const { tree } = frame.module;
  switch (tree.kind(node)) {
    case Kind.Expr:
      evaluate(frame, ast.Expr.value(tree, node), state);
      return !isNever(frame, ast.Expr.value(tree, node));
    case Kind.Assign: {
      const value = evaluate(frame, ast.Assign.value(tree, node), state);
      for (let target = ast.Assign.targets(tree, node); target !== 0; target = tree.next(target)) {
        assign(frame, target, value, state);
      }
      return true;
    }
    case Kind.AugAssign:
      augment(frame, node, state);
      return true;
    case Kind.AnnAssign: {
      const value = ast.AnnAssign.value(tree, node);
      if (value !== 0)
        assign(frame, ast.AnnAssign.target(tree, node), annotated(frame, node, evaluate(frame, value, state)), state);
      return true;
    }
    case Kind.Return: {
      const value = ast.Return.value(tree, node);
      const given: Value =
        value === 0 ? only({ kind: 'constant', value: null, at: frame.place(node) }) : evaluate(frame, value, state);
      if (!state.isDead) frame.returns.push({ value: given, state: state.fork(), at: node });
      return false;
    }
    case Kind.If:
      return runIf(frame, node, state);
    case Kind.For:
      return runFor(frame, node, state);
    case Kind.While:
      return runWhile(frame, node, state);
    case Kind.With:
      return runWith(frame, node, state);
    case Kind.Try:
      return runTry(frame, node, state);
    case Kind.Match:
      return runMatch(frame, node, state);
    case Kind.Raise: {
      const exception = ast.Raise.exception(tree, node);
      const cause = ast.Raise.cause(tree, node);
      const named = exception === 0 ? frame.handled.at(-1) : evaluate(frame, exception, state);
      const thrown = named === undefined ? undefined : instantiated(frame, exception, named, state);
      const because = cause === 0 ? frame.handled.at(-1) : evaluate(frame, cause, state);
      if (thrown !== undefined && because !== undefined && because !== thrown)
        storeAttribute(state, thrown, cause === 0 ? '__context__' : '__cause__', because);
      frame.raise(state, thrown);
      return false;
    }
    case Kind.Break:
      frame.loops[frame.loops.length - 1]?.breaks.push(state.fork());
      return false;
    case Kind.Continue:
      frame.loops[frame.loops.length - 1]?.continues.push(state.fork());
      return false;
    case Kind.Assert: {
      const test = ast.Assert.test(tree, node);
      const value = evaluate(frame, test, state);
      return truthOf(value) !== false && assume(frame, test, value, true, state);
    }
    case Kind.Delete:
      for (let target = ast.Delete.targets(tree, node); target !== 0; target = tree.next(target))
        remove(frame, target, state);
      return true;
    case Kind.FunctionDef:
      define(frame, node, state);
      return true;
    case Kind.ClassDef:
      defineClass(frame, node, state);
      return true;
    case Kind.Import:
    case Kind.ImportFrom:
      runImport(frame, node, state);
      return true;
    case Kind.TypeAlias:
      return true;
    case Kind.Print:
      for (let value = ast.Print.values(tree, node); value !== 0; value = tree.next(value))
        evaluate(frame, value, state);
      return true;
    case Kind.Exec:
      for (const part of [ast.Exec.code(tree, node), ast.Exec.globals(tree, node), ast.Exec.locals(tree, node)])
        if (part !== 0) evaluate(frame, part, state);
      return true;
    case Kind.Damaged:
      for (let part = ast.Damaged.body(tree, node); part !== 0; part = tree.next(part)) {
        if (tree.kind(part) < Kind.BoolOp) statement(frame, part, state);
        else evaluate(frame, part, state);
      }
      return true;
    default:
      return true;
  }
}

/** `sys.exit()` as a statement */
function isNever(frame: Frame, expression: NodeId): boolean {
  const { tree } = frame.module;
  const call = tree.kind(expression) === Kind.Await ? ast.Await.value(tree, expression) : expression;
  if (tree.kind(call) !== Kind.Call) return false;
  const callee = frame.latest(ast.Call.callee(tree, call));
  const fact = callee.facts.length === 1 && callee.complete ? callee.facts[0] : undefined;
  return fact?.kind === 'reference' && fact.definition === undefined && frame.engine.library.neverReturns(fact.name);
}

/** `session: Session = make()`: the annotation says what an unknown result does not. */
function annotated(frame: Frame, node: NodeId, value: Value): Value {
  if (!value.facts.every((fact) => fact.kind === 'computed' && fact.by.startsWith('?'))) return value;
  const target = ast.AnnAssign.target(frame.module.tree, node);
  const said = frame.module.valueOfTarget(target);
  return said.facts.some((fact) => fact.kind === 'instance') ? said : value;
}

function augment(frame: Frame, node: NodeId, state: State): void {
  const { tree } = frame.module;
  const target = ast.AugAssign.target(tree, node);
  const left = evaluate(frame, target, state);
  const right = evaluate(frame, ast.AugAssign.value(tree, node), state);
  // items += more   changes the list itself
  if (changeInPlace(frame, node, tree.operator(node), left, right, state)) {
    frame.record(target, current(left, state));
    return;
  }
  const value = binary(frame, node, left, right, state);
  frame.record(node, value);
  assign(frame, target, value, state);
}

function runIf(frame: Frame, node: NodeId, state: State): boolean {
  const { tree } = frame.module;
  const ends: State[] = [];
  const before = state.fork();
  const finished = (): boolean => {
    markWays(frame, node, before, ends);
    return finish(state, ends);
  };
  // A ladder of elif is a loop, not recursion: generated code has thousands of rungs.
  for (let rung = node; rung !== 0; ) {
    const test = ast.If.test(tree, rung);
    const value = evaluate(frame, test, state);
    const truth = truthOf(value);
    const inside = state.fork();
    if (truth !== false && assume(frame, test, value, true, inside)) {
      if (truth === undefined) dropContradicted(frame, inside);
      if (execute(frame, ast.If.body(tree, rung), inside)) ends.push(inside);
    }
    if (truth === true || !assume(frame, test, value, false, state)) return finished();
    if (truth === undefined) dropContradicted(frame, state);
    const orelse = ast.If.orelse(tree, rung);
    if (orelse !== 0 && tree.kind(orelse) === Kind.If && tree.next(orelse) === 0) rung = orelse;
    else {
      if (execute(frame, orelse, state)) ends.push(state.fork());
      rung = 0;
    }
  }
  return finished();
}

/** Goes on with whatever ends there are. */
function finish(state: State, ends: readonly State[]): boolean {
  const end = State.joinedAll(ends);
  if (end === undefined) return false;
  state.become(end);
  return true;
}

/** Rounds after which what still changes in a loop is given up. */
const MAX_ITERATIONS = 3;
/** The same for a loop inside another one that is run this way. */
const MAX_INNER_ITERATIONS = 2;

function runFor(frame: Frame, node: NodeId, state: State): boolean {
  const { tree } = frame.module;
  const iterable = ast.For.iterable(tree, node);
  const value = evaluate(frame, iterable, state);
  const elements = elementsOf(frame, iterable, value, state);
  const target = ast.For.target(tree, node);
  const breaks: State[] = [];
  const isUnrolled = elements.items.length <= MAX_ROUNDS;
  let goesOn = true;
  if (isUnrolled) {
    for (const item of elements.items) {
      assign(frame, target, item, state);
      goesOn = round(frame, ast.For.body(tree, node), state, breaks);
      if (!goesOn) break;
    }
  }
  const others = [...(isUnrolled ? [] : elements.items), ...(elements.rest === undefined ? [] : [elements.rest])];
  if (goesOn && others.length > 0) {
    const item = joinAll(others);
    let round: State | undefined;
    summarise(
      frame,
      state,
      breaks,
      (inside) => {
        assign(frame, target, item, inside);
        round = inside;
        return true;
      },
      ast.For.body(tree, node),
    );
    if (round !== undefined && elements.items.length === 0) assumeOfEach(frame, node, value, item, round, state);
  }
  const ends: State[] = breaks;
  if (goesOn && execute(frame, ast.For.orelse(tree, node), state)) ends.push(state.fork());
  return finish(state, ends);
}

/** One round; false when it cannot come to the next one. */
function round(frame: Frame, body: NodeId, state: State, breaks: State[]): boolean {
  const loop = { breaks, continues: [] as State[] };
  frame.loops.push(loop);
  const goesOn = execute(frame, body, state);
  frame.loops.pop();
  const ends = goesOn ? [state.fork(), ...loop.continues] : loop.continues;
  return finish(state, ends);
}

/** Runs a body any number of times: until a further round adds nothing. */
function summarise(frame: Frame, state: State, breaks: State[], begin: (state: State) => boolean, body: NodeId): void {
  const rounds = frame.summarising > 0 ? MAX_INNER_ITERATIONS : MAX_ITERATIONS;
  frame.summarising++;
  for (let iteration = 0; iteration < rounds; iteration++) {
    const inside = state.fork();
    if (!begin(inside) || !round(frame, body, inside, breaks)) break;
    const before = state.fork();
    state.become(State.joined(state.fork(), inside));
    if (State.same(before, state)) break;
  }
  frame.summarising--;
}

function runWhile(frame: Frame, node: NodeId, state: State): boolean {
  const { tree } = frame.module;
  const test = ast.While.test(tree, node);
  const body = ast.While.body(tree, node);
  const breaks: State[] = [];
  let rounds = 0;
  for (;;) {
    const value = evaluate(frame, test, state);
    const truth = truthOf(value);
    if (truth === false) return endOfWhile(frame, node, state, breaks);
    if (truth === undefined || literalOf(tree, test) === true || rounds >= MAX_ROUNDS) break;
    rounds++;
    if (!assume(frame, test, value, true, state) || !round(frame, body, state, breaks)) return finish(state, breaks);
  }
  summarise(
    frame,
    state,
    breaks,
    (inside) => {
      const value = evaluate(frame, test, inside);
      return truthOf(value) !== false && assume(frame, test, value, true, inside);
    },
    body,
  );
  const value = evaluate(frame, test, state);
  if (truthOf(value) === true || !assume(frame, test, value, false, state)) return finish(state, breaks);
  return endOfWhile(frame, node, state, breaks);
}

function endOfWhile(frame: Frame, node: NodeId, state: State, breaks: State[]): boolean {
  const ends = breaks;
  if (execute(frame, ast.While.orelse(frame.module.tree, node), state)) ends.push(state.fork());
  return finish(state, ends);
}

function runWith(frame: Frame, node: NodeId, state: State): boolean {
  return withItem(frame, node, ast.With.items(frame.module.tree, node), state);
}

/** Enters one manager after the other, then runs the body. */
function withItem(frame: Frame, node: NodeId, item: NodeId, state: State): boolean {
  const { tree } = frame.module;
  if (item === 0) return execute(frame, ast.With.body(tree, node), state);
  const context = ast.WithItem.context(tree, item);
  const target = ast.WithItem.target(tree, item);
  const manager = evaluate(frame, context, state);
  frame.mayRaise(state);
  const suspended = manager.facts.length === 1 ? suspendedBy(frame.engine, manager.facts[0]) : undefined;
  if (suspended !== undefined) {
    // The body stands where the generator yields.
    let goesOn = false;
    resume(frame, state, suspended, context, (value, inside) => {
      if (target !== 0) assign(frame, target, value, inside);
      const isThrough = withItem(frame, node, tree.next(item), inside);
      goesOn ||= isThrough;
      inside.isDead = false;
      return undefined;
    });
    return goesOn;
  }
  const value = enter(frame, context, manager, state);
  if (target !== 0) assign(frame, target, value, state);
  // with suppress(ImportError): import x   goes on behind the block from any point inside it
  frame.startCatching();
  const goesOn = withItem(frame, node, tree.next(item), state);
  const { any, thrown } = frame.stopCatching();
  const raised = State.joinedAll([
    ...(any === undefined ? [] : [any.fork()]),
    ...thrown.map((each) => each.state.fork()),
  ]);
  if (any !== undefined) frame.raise(any.fork());
  for (const each of thrown) frame.raise(each.state, each.exception);
  const ends = goesOn ? [state.fork()] : [];
  if (raised !== undefined && isSuppressing(manager)) ends.push(raised);
  if (!finish(state, ends)) return false;
  leave(frame, context, manager, state);
  return true;
}

function isSuppressing(manager: Value): boolean {
  return manager.facts.some((fact) => fact.kind === 'instance' && fact.className === 'contextlib.suppress');
}

function runTry(frame: Frame, node: NodeId, state: State): boolean {
  const { tree } = frame.module;
  const finalbody = ast.Try.finalbody(tree, node);
  const returnsBefore = frame.returns.length;
  if (finalbody !== 0) frame.startCatching();
  frame.startCatching();
  let goesOn = execute(frame, ast.Try.body(tree, node), state);
  const caught = frame.stopCatching();
  if (goesOn) goesOn = execute(frame, ast.Try.orelse(tree, node), state);
  const ends: State[] = goesOn ? [state.fork()] : [];
  let uncaught: readonly Thrown[] = caught.thrown;
  for (let handler = ast.Try.handlers(tree, node); handler !== 0; handler = tree.next(handler)) {
    const type = ast.ExceptHandler.type(tree, handler);
    const types = type === 0 ? undefined : evaluate(frame, type, (caught.any ?? uncaught[0]?.state ?? state).fork());
    const taken = uncaught.filter(({ exception }) => isCaught(frame, exception, types) !== false);
    uncaught = uncaught.filter(({ exception }) => isCaught(frame, exception, types) !== true);
    // What a library throws is of no class of the project.
    const any = taken.length > 0 && areOwnClasses(types) ? undefined : caught.any;
    const starts = [...(any === undefined ? [] : [any]), ...taken.map((each) => each.state)];
    const inside = State.joinedAll(starts.map((each) => each.fork()));
    if (inside === undefined) continue;
    const name = ast.ExceptHandler.name(tree, handler);
    const exception = exceptionOf(frame, handler, any, taken);
    if (name !== 0) assignName(frame, name, exception, inside);
    frame.handled.push(exception);
    if (execute(frame, ast.ExceptHandler.body(tree, handler), inside)) ends.push(inside);
    frame.handled.pop();
  }
  // An exception that no handler is for goes on outwards.
  if (caught.any !== undefined) frame.raise(caught.any.fork());
  for (const each of uncaught) frame.raise(each.state, each.exception);
  const isReached = finish(state, ends);
  if (finalbody === 0) return isReached;
  const { any, thrown } = frame.stopCatching();
  // What is thrown or returned passes through the block too.
  const leaving = State.joinedAll([...(any === undefined ? [] : [any]), ...thrown.map((each) => each.state.fork())]);
  const passing = leaving ?? State.joinedAll(frame.returns.slice(returnsBefore).map((exit) => exit.state.fork()));
  if (passing !== undefined) {
    const inside = passing.fork();
    const returned = frame.returns.length;
    const isPassed = execute(frame, finalbody, inside);
    if (leaving !== undefined && isPassed) frame.raise(inside);
    // finally: return 0   goes before whatever was to be returned
    if (!isPassed) frame.returns.splice(returnsBefore, returned - returnsBefore);
  }
  return isReached && execute(frame, finalbody, state);
}

/** `except (Refused, Missing):` of classes that the project defines */
function areOwnClasses(types: Value | undefined): boolean {
  const isOwn = (fact: Fact): boolean =>
    fact.kind === 'sequence'
      ? fact.complete && fact.items.every(({ facts }) => facts.every(isOwn))
      : fact.kind === 'reference' && fact.definition !== undefined;
  return types?.complete === true && types.facts.every(isOwn);
}

/** `raise Refused` makes an object of the class. */
function instantiated(frame: Frame, node: NodeId, thrown: Value, state: State): Value {
  const isClass = thrown.facts.every((fact) => fact.kind === 'reference') && thrown.facts.length === 1;
  if (node === 0 || !isClass) return thrown;
  const made = callValue(frame, state, thrown, noArguments, node);
  return made.facts.some((fact) => fact.kind === 'instance') ? made : thrown;
}

/** What `except … as name` binds. */
function exceptionOf(frame: Frame, handler: NodeId, any: State | undefined, taken: readonly Thrown[]): Value {
  const values = taken.map(({ exception }) => exception);
  if (any !== undefined) {
    const binding = frame.module.scopes.bindingAt(handler);
    values.push(binding === undefined ? unknown('an exception') : frame.module.valueOfBinding(binding));
  }
  return joinAll(values);
}

function runMatch(frame: Frame, node: NodeId, state: State): boolean {
  const { tree } = frame.module;
  const subject = evaluate(frame, ast.Match.subject(tree, node), state);
  const ends: State[] = [];
  for (let each = ast.Match.cases(tree, node); each !== 0; each = tree.next(each)) {
    const inside = state.fork();
    const outcome = matchCase(frame, ast.MatchCase.pattern(tree, each), subject, inside);
    if (outcome === false) continue;
    const guard = ast.MatchCase.guard(tree, each);
    let isCertain = outcome === true;
    if (guard !== 0) {
      const value = evaluate(frame, guard, inside);
      const truth = truthOf(value);
      if (truth === false || !assume(frame, guard, value, true, inside)) continue;
      isCertain &&= truth === true;
    }
    if (execute(frame, ast.MatchCase.body(tree, each), inside)) ends.push(inside);
    if (isCertain) return finish(state, ends);
  }
  ends.push(state.fork());
  return finish(state, ends);
}

function define(frame: Frame, node: NodeId, state: State): void {
  const { tree } = frame.module;
  const fact = reference(frame.module.qualifiedName(node), frame.place(node), frame.place(node))
    .facts[0] as ReferenceFact;
  const isTop = tree.kind(frame.lexical.node) === Kind.Module;
  const closure = isTop ? undefined : frame.engine.closure(frame.lexical);
  evaluateDefaults(frame, ast.FunctionDef.parameters(tree, node), state, closure);
  const made: Value = only(closure === undefined ? fact : { ...fact, closure });
  const head = ast.FunctionDef.head(tree, node);
  const decorators = head === 0 ? [] : tree.list(ast.FunctionHead.decorators(tree, head));
  const value = frame.engine.decorate(frame, decorators, made, state, node);
  assignName(frame, ast.FunctionDef.name(tree, node), value, state);
}

function defineClass(frame: Frame, node: NodeId, state: State): void {
  const { tree } = frame.module;
  const value = reference(frame.module.qualifiedName(node), frame.place(node), frame.place(node));
  for (let base = ast.ClassDef.arguments(tree, node); base !== 0; base = tree.next(base)) evaluate(frame, base, state);
  const outer = frame.lexical;
  const activation = frame.engine.number();
  frame.lexical = { module: frame.module, node, activation, outer };
  state.open(activation);
  execute(frame, ast.ClassDef.body(tree, node), state);
  frame.lexical = outer;
  keepClass(frame, node, activation, value, state);
  const head = ast.ClassDef.head(tree, node);
  const decorators = head === 0 ? [] : tree.list(ast.ClassHead.decorators(tree, head));
  const decorated = frame.engine.decorate(frame, decorators, value, state, node);
  const isKept = decorated.facts.some((fact) => fact.kind === 'reference' && fact.definition !== undefined);
  assignName(frame, ast.ClassDef.name(tree, node), isKept ? decorated : value, state);
}

function runImport(frame: Frame, node: NodeId, state: State): void {
  const { tree, scopes } = frame.module;
  const names = tree.kind(node) === Kind.Import ? ast.Import.names(tree, node) : ast.ImportFrom.names(tree, node);
  for (let alias = names; alias !== 0; alias = tree.next(alias)) {
    const binding = scopes.bindingAt(alias);
    if (binding === undefined) continue;
    assignName(frame, tree.names.intern(binding.name), frame.engine.imported(frame, binding, state), state);
  }
}

void computed;
