// Evaluating expressions: each kind in terms of its parts, in Python's order, with what that does to the state.

import {
  compareValues,
  computed,
  constant,
  evaluateBinary,
  evaluateUnary,
  type Fact,
  formatted,
  functionName,
  isSuperCall,
  literalOf,
  MAX_ITEMS,
  type MappingFact,
  only,
  outOfSteps,
  type Part,
  type Place,
  reference,
  type SequenceFact,
  specText,
  textFrom,
  tooDeep,
  truthOf,
  truthOfFact,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, ConstantType, Kind, type NodeId } from '../syntax/index.ts';
import { assign } from './assign.ts';
import { attributeValue, superAttribute } from './attributes.ts';
import { evaluateCall } from './calls.ts';
import { elementsOf, evaluateComprehension } from './comprehensions.ts';
import { containerOperator } from './container-operators.ts';
import { lacksItem } from './exceptions.ts';
import type { Frame } from './frame.ts';
import { boundsOf, itemValue, sliceValue } from './items.ts';
import { joinAll } from './join.ts';
import { combined, withEntries } from './mappings.ts';
import { variableValue } from './names.ts';
import { operatorCall, writtenOperands } from './operator-methods.ts';
import { assume, assumeAmong } from './refine.ts';
import { compareObjects } from './same-object.ts';
import { allOf, type Contents, concatenated, contentsOf, holding } from './sequences.ts';
import { State } from './state.ts';
import { allocate, current, identityOf, update, whole } from './values.ts';
import { isTruthValue, withShown } from './ways.ts';

const outOfBudget = unknown(outOfSteps);
const nestedTooDeep = unknown(tooDeep);

export function evaluate(frame: Frame, node: NodeId, state: State): Value {
  if (node === 0) return unknown('nothing stands here');
  const { engine } = frame;
  if (!engine.spend()) return frame.record(node, outOfBudget);
  const { tree } = frame.module;
  // Leaves need no guard against depth.
  const kind = tree.kind(node);
  if (kind === Kind.Constant) return frame.record(node, evaluateConstant(frame, node));
  if (kind === Kind.Name) return frame.record(node, variableValue(frame, node, state));
  if (!engine.sink()) return frame.record(node, nestedTooDeep);
  const value = evaluateKind(frame, node, kind, state);
  engine.rise();
  return frame.record(node, value);
}

function evaluateKind(frame: Frame, node: NodeId, kind: number, state: State): Value {
  const { tree } = frame.module;
  switch (kind) {
    case Kind.Attribute:
      return evaluateAttribute(frame, node, state);
    case Kind.Call:
      return evaluateCall(frame, node, state);
    case Kind.BinOp:
      return evaluateBinOp(frame, node, state);
    case Kind.UnaryOp: {
      const operand = evaluate(frame, ast.UnaryOp.operand(tree, node), state);
      return evaluateUnary(frame.view, node, tree.operator(node), operand);
    }
    case Kind.BoolOp:
      return evaluateBoolOp(frame, node, state);
    case Kind.Compare:
      return evaluateCompare(frame, node, state);
    case Kind.IfExp:
      return evaluateIfExp(frame, node, state);
    case Kind.NamedExpr: {
      const value = evaluate(frame, ast.NamedExpr.value(tree, node), state);
      assign(frame, ast.NamedExpr.target(tree, node), value, state);
      return value;
    }
    case Kind.Await:
      return evaluate(frame, ast.Await.value(tree, node), state);
    case Kind.Subscript:
      return evaluateSubscript(frame, node, state);
    case Kind.List:
      return evaluateDisplay(frame, node, 'list', ast.List.elements(tree, node), state);
    case Kind.Tuple:
      return evaluateDisplay(frame, node, 'tuple', ast.Tuple.elements(tree, node), state);
    case Kind.Set:
      return evaluateDisplay(frame, node, 'set', ast.Set.elements(tree, node), state);
    case Kind.Dict:
      return evaluateDict(frame, node, state);
    case Kind.JoinedStr:
    case Kind.TemplateStr:
      return evaluateJoined(frame, node, state);
    case Kind.Lambda: {
      const fact = reference(frame.module.qualifiedName(node), frame.place(node), frame.place(node)).facts[0] as Fact;
      const closure = frame.engine.closure(frame.lexical);
      evaluateDefaults(frame, ast.Lambda.parameters(tree, node), state, closure);
      return only({ ...fact, closure } as Fact);
    }
    case Kind.ListComp:
    case Kind.SetComp:
    case Kind.GeneratorExp:
    case Kind.DictComp:
      return evaluateComprehension(frame, node, state);
    case Kind.Starred:
      return joinAll(elementsOf(frame, node, evaluate(frame, ast.Starred.value(tree, node), state), state).items);
    case Kind.Keyword:
      return evaluate(frame, ast.Keyword.value(tree, node), state);
    case Kind.Yield:
      return evaluateYield(frame, node, state);
    case Kind.YieldFrom: {
      const value = evaluate(frame, ast.YieldFrom.value(tree, node), state);
      const elements = elementsOf(frame, node, value, state);
      frame.yields.push(...allOf(elements));
      collect(frame, elements, state);
      return returnedBy(value, state) ?? unknown('what a generator returns');
    }
    case Kind.Slice: {
      for (const part of [ast.Slice.lower, ast.Slice.upper, ast.Slice.step]) {
        const bound = part(tree, node);
        if (bound !== 0) evaluate(frame, bound, state);
      }
      return unknown('a slice');
    }
    case Kind.Repr:
      return computed('builtins.repr()', [evaluate(frame, ast.Repr.value(tree, node), state)], frame.place(node));
    default:
      return frame.module.valueOf(node);
  }
}

function evaluateConstant(frame: Frame, node: NodeId): Value {
  const { tree } = frame.module;
  const value = literalOf(tree, node);
  if (value !== undefined) return constant(value, frame.place(node));
  const isText = ast.Constant.constant(tree, node) === ConstantType.string;
  return unknown(isText ? 'a string whose characters are not decoded' : 'a number that is not computed');
}

function evaluateAttribute(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const object = ast.Attribute.value(tree, node);
  const name = tree.names.text(ast.Attribute.name(tree, node));
  if (isSuperCall(frame.view, object)) {
    const found = superAttribute(frame, node, object, name, state);
    if (found !== undefined) return found;
  }
  return current(attributeValue(frame, node, evaluate(frame, object, state), name, state), state);
}

function evaluateBinOp(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const chain: NodeId[] = [];
  let left = node;
  // "a" + b + "c" + …   leans to the left, as long as it likes
  while (tree.kind(left) === Kind.BinOp && chain.length < MAX_ITEMS) {
    chain.push(left);
    left = ast.BinOp.left(tree, left);
  }
  if (tree.kind(left) === Kind.BinOp) return unknown('the expression is too long');
  let value = evaluate(frame, left, state);
  for (const each of chain.reverse()) {
    const right = evaluate(frame, ast.BinOp.right(tree, each), state);
    value = binary(frame, each, value, right, state);
    if (each !== node) frame.record(each, value);
  }
  return value;
}

/** `left op right` with objects' own operators, lists included. */
export function binary(frame: Frame, node: NodeId, left: Value, right: Value, state: State): Value {
  const operator = frame.module.tree.operator(node);
  const own = operatorCall(frame, node, operator, left, right, state);
  if (own !== undefined) return own;
  const container = containerOperator(frame, node, operator, left, right, state);
  if (container !== undefined) return container;
  const other = operator === 'Mod' ? writtenOperands(frame, node, left, right, state) : right;
  const result = evaluateBinary(frame.view, node, operator, whole(left, state), whole(other, state));
  const fact = result.facts.length === 1 ? (result.facts[0] as Fact) : undefined;
  // a + b   of lists is a new list
  if (fact?.kind === 'mapping' || (fact?.kind === 'sequence' && fact.type !== 'tuple'))
    return allocate(frame, state, node, fact);
  return result;
}

function evaluateBoolOp(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const stopsAt = tree.operator(node) === 'Or';
  const results: Value[] = [];
  const stopped: State[] = [];
  const before = state.fork();
  for (let operand = ast.BoolOp.values(tree, node); operand !== 0; operand = tree.next(operand)) {
    const value = evaluate(frame, operand, state);
    const isLast = tree.next(operand) === 0;
    const truth = truthOf(value);
    if (isLast || truth === stopsAt) {
      results.push(withShown(frame, value, before, state, operand));
      break;
    }
    if (truth !== undefined) continue;
    // Of what it can be, only what stops the chain comes through.
    const stopping = state.fork();
    const isPossible = assume(frame, operand, value, stopsAt, stopping);
    const facts = current(value, stopping)
      .facts.filter((fact) => truthOfFact(fact) !== !stopsAt)
      .map((fact) => (isTruthValue(fact) ? truthFact(stopsAt, frame.place(operand)) : fact));
    if (isPossible) {
      const known = value.complete ? { facts, complete: true } : { ...value, facts };
      if (facts.length > 0) results.push(withShown(frame, known, before, stopping, operand));
      else if (!value.complete) results.push(unknown(value.why ?? 'an operand is not known'));
      stopped.push(stopping);
    }
    if (!assume(frame, operand, value, !stopsAt, state)) break;
  }
  if (stopped.length > 0) state.become(State.joinedAll([state.fork(), ...stopped]) as State);
  return joinAll(results);
}

/** Python raises here for certain: what follows does not run. */
function stop(frame: Frame, state: State): void {
  frame.raise(state);
  state.isDead = true;
}

function truthFact(value: boolean, at: Place): Fact {
  return { kind: 'constant', value, at };
}

/** `a < b <= c`: true when all steps are, false when one is. */
function evaluateCompare(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const place = frame.place(node);
  let left = evaluate(frame, ast.Compare.left(tree, node), state);
  const inputs = [left];
  let undecided = false;
  for (let step = ast.Compare.steps(tree, node); step !== 0; step = tree.next(step)) {
    const right = evaluate(frame, ast.CompareStep.right(tree, step), state);
    inputs.push(right);
    const operator = tree.operator(step);
    const own =
      operator === 'In' || operator === 'NotIn' || operator === 'Eq'
        ? operatorCall(frame, step, operator, left, right, state)
        : undefined;
    const outcome =
      own !== undefined
        ? truthOf(own)
        : (compareObjects(frame, operator, left, right, state) ??
          compareValues(frame.view, operator, whole(left, state), whole(right, state)));
    if (outcome === false) return constant(false, place);
    undecided ||= outcome === undefined;
    left = right;
  }
  return undecided ? comparison(frame, node, inputs) : constant(true, place);
}

function evaluateIfExp(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const test = ast.IfExp.test(tree, node);
  const value = evaluate(frame, test, state);
  const truth = truthOf(value);
  const results: Value[] = [];
  const ends: State[] = [];
  const otherwise = state.fork();
  const before = state.fork();
  if (truth !== false && assume(frame, test, value, true, state)) {
    const body = ast.IfExp.body(tree, node);
    results.push(withShown(frame, evaluate(frame, body, state), before, state, body));
    ends.push(state.fork());
  }
  if (truth !== true && assume(frame, test, value, false, otherwise)) {
    const orelse = ast.IfExp.orelse(tree, node);
    results.push(withShown(frame, evaluate(frame, orelse, otherwise), before, otherwise, orelse));
    ends.push(otherwise);
  }
  const end = State.joinedAll(ends);
  if (end !== undefined) state.become(end);
  return joinAll(results);
}

function evaluateSubscript(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const value = evaluate(frame, ast.Subscript.value(tree, node), state);
  const index = ast.Subscript.index(tree, node);
  if (tree.kind(index) !== Kind.Slice) {
    const key = evaluate(frame, index, state);
    const item = itemValue(frame, node, value, key, state);
    // Of a mapping that makes what it lacks, something was given.
    if (item.facts.length === 0 && lacksItem(value, key)) stop(frame, state);
    if (value.facts.every((fact) => fact.kind === 'mapping')) assumeAmong(frame, node, key, value, state);
    return current(item, state);
  }
  return sliceValue(frame, node, value, boundsOf(frame, index, state), state);
}

function evaluateDisplay(frame: Frame, node: NodeId, type: SequenceFact['type'], first: NodeId, state: State): Value {
  const { tree } = frame.module;
  const items: Value[] = [];
  let rest: Value[] | undefined;
  for (let element = first; element !== 0; element = tree.next(element)) {
    const into = rest ?? items;
    if (tree.kind(element) !== Kind.Starred) {
      if (into.length < MAX_ITEMS) into.push(evaluate(frame, element, state));
      continue;
    }
    const value = evaluate(frame, ast.Starred.value(tree, element), state);
    const elements = elementsOf(frame, element, value, state);
    into.push(...elements.items);
    if (elements.rest !== undefined) (rest ??= []).push(elements.rest);
  }
  const fact: SequenceFact = {
    kind: 'sequence',
    type,
    items,
    complete: rest === undefined,
    ...(rest === undefined ? {} : { rest: joinAll(rest) }),
    at: frame.place(node),
  };
  return type === 'tuple' ? only(fact) : allocate(frame, state, node, fact);
}

function evaluateDict(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const place = frame.place(node);
  let fact: MappingFact = { kind: 'mapping', entries: [], complete: true, at: place };
  let pending: { readonly key: Value; readonly value: Value }[] = [];
  for (let entry = ast.Dict.entries(tree, node); entry !== 0; entry = tree.next(entry)) {
    const key = ast.DictEntry.key(tree, entry);
    if (key !== 0) {
      const keyValue = evaluate(frame, key, state);
      pending.push({ key: keyValue, value: evaluate(frame, ast.DictEntry.value(tree, entry), state) });
      continue;
    }
    // {**defaults, "a": 1}
    const other = evaluate(frame, ast.DictEntry.value(tree, entry), state);
    const spread = other.complete && other.facts.length === 1 ? other.facts[0] : undefined;
    fact = withEntries(fact, pending);
    pending = [];
    if (spread?.kind === 'mapping') fact = combined(fact, spread);
    else {
      // What stands before an unknown mapping may be replaced by it.
      const rest = computed('builtins.dict.values()[]', [other], frame.place(entry));
      fact = combined(fact, { kind: 'mapping', entries: [], complete: false, rest, at: place });
    }
  }
  return allocate(frame, state, node, withEntries(fact, pending));
}

function evaluateJoined(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const parts: Part[] = [];
  const first =
    tree.kind(node) === Kind.JoinedStr ? ast.JoinedStr.values(tree, node) : ast.TemplateStr.values(tree, node);
  for (let piece = first; piece !== 0; piece = tree.next(piece)) {
    const kind = tree.kind(piece);
    if (kind !== Kind.FormattedValue && kind !== Kind.Interpolation) {
      parts.push(evaluate(frame, piece, state));
      continue;
    }
    const isField = kind === Kind.FormattedValue;
    const inner = isField ? ast.FormattedValue.value(tree, piece) : ast.Interpolation.value(tree, piece);
    const conversion = isField ? ast.FormattedValue.conversion(tree, piece) : ast.Interpolation.conversion(tree, piece);
    const spec = isField ? ast.FormattedValue.spec(tree, piece) : ast.Interpolation.spec(tree, piece);
    const written = evaluate(frame, inner, state);
    const format = spec === 0 ? undefined : evaluate(frame, spec, state);
    // f"{command}"   of an object that says itself how it is written
    const value =
      operatorCall(frame, inner, format === undefined ? 'str' : 'format', written, format, state) ??
      whole(written, state);
    frame.record(piece, value);
    const text = specText(format);
    parts.push(
      text === undefined ? value : formatted(value, conversion > 0 ? String.fromCharCode(conversion) : '', text),
    );
  }
  return textFrom(parts, 'str', frame.place(node));
}

function evaluateYield(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const inner = ast.Yield.value(tree, node);
  const value = inner === 0 ? constant(null, frame.place(node)) : evaluate(frame, inner, state);
  frame.yields.push(value);
  collect(frame, { items: [value], rest: undefined }, state);
  return frame.atYield?.(value, state) ?? unknown('what is sent to a generator');
}

/** A generator has given something. */
function collect(frame: Frame, given: Contents, state: State): void {
  if (frame.yielded === undefined) return;
  update(state, frame.yielded, (fact) =>
    fact.kind === 'sequence' ? holding(fact, concatenated(contentsOf(fact), given)) : fact,
  );
}

/** A comparison that is not decided; of a chain, all of its links. */
function comparison(frame: Frame, node: NodeId, inputs: readonly Value[]): Value {
  const { tree } = frame.module;
  const at = frame.place(node);
  const steps = tree.list(ast.Compare.steps(tree, node));
  const links = steps.map((step, index) =>
    computed(functionName(tree.operator(step)), inputs.slice(index, index + 2), at),
  );
  return links.length === 1 ? (links[0] as Value) : computed('builtins.all()', links, at);
}

/** Defaults are made once, when the function is. */
export function evaluateDefaults(frame: Frame, list: NodeId, state: State, closure: number | undefined): void {
  if (list === 0) return;
  const { tree } = frame.module;
  for (let parameter = ast.Arguments.parameters(tree, list); parameter !== 0; parameter = tree.next(parameter)) {
    const fallback = ast.Parameter.default(tree, parameter);
    if (fallback !== 0) frame.engine.setDefault(frame.module, parameter, evaluate(frame, fallback, state), closure);
  }
}

/** What a generator that has ended returned: the value of `yield from`. */
function returnedBy(value: Value, state: State): Value | undefined {
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  const identity = fact === undefined ? undefined : identityOf(fact);
  const returned = identity === undefined ? undefined : state.cell(identity)?.attributes?.get('(returned)');
  return returned === undefined ? undefined : current(returned, state);
}
