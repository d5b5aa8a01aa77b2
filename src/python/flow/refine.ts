// What a test shows once it is known how it came out: alternatives that are ruled out, values that are now constants, and
// conditions that are remembered with the value for whoever asks which checks it has passed.

import {
  areEqual,
  type ComputedFact,
  type ConstantFact,
  type Fact,
  only,
  truthOf,
  truthOfFact,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';
import { current } from './values.ts';

/** Goes on as if a test had come out like this; false when it cannot have. */
export function assume(frame: Frame, test: NodeId, value: Value, outcome: boolean, state: State): boolean {
  const { tree } = frame.module;
  const truth = truthOf(value);
  if (truth !== undefined && truth !== outcome) return false;
  const kind = tree.kind(test);
  if (kind === Kind.UnaryOp && tree.operator(test) === 'Not') {
    const operand = ast.UnaryOp.operand(tree, test);
    return assume(frame, operand, frame.latest(operand), !outcome, state);
  }
  if (kind === Kind.NamedExpr) {
    const target = ast.NamedExpr.target(tree, test);
    return narrowName(frame, target, outcome, state) && assumeValue(frame, value, outcome, state);
  }
  // a and b   that held means that both held; a or b   that failed, that both failed
  if (kind === Kind.BoolOp) {
    if ((tree.operator(test) === 'And') !== outcome) return true;
    for (let operand = ast.BoolOp.values(tree, test); operand !== 0; operand = tree.next(operand)) {
      if (!assume(frame, operand, frame.latest(operand), outcome, state)) return false;
    }
    return true;
  }
  if (kind === Kind.Name && !narrowName(frame, test, outcome, state)) return false;
  return assumeValue(frame, value, outcome, state);
}

/** `if name:` rules out what a variable holds that has another truth. */
function narrowName(frame: Frame, node: NodeId, outcome: boolean, state: State): boolean {
  const { tree } = frame.module;
  if (tree.kind(node) !== Kind.Name) return true;
  const name = ast.Name.name(tree, node);
  const holder = frame.holderOf(name);
  const held = holder === undefined ? undefined : state.get(holder.activation, name);
  if (holder === undefined || held === undefined) return true;
  const value = current(held, state);
  const facts = value.facts.filter((fact) => truthOfFact(fact) !== !outcome);
  if (facts.length === value.facts.length) return true;
  if (facts.length === 0) return !value.complete;
  state.set(holder.activation, name, { ...value, facts });
  return true;
}

/** Tests within tests that are looked into. */
const MAX_NESTING = 4;

/** What follows from a value's being true or false. */
export function assumeValue(frame: Frame, value: Value, outcome: boolean, state: State, nesting = 0): boolean {
  const possible = value.facts.filter((fact) => truthOfFact(fact) !== !outcome);
  if (possible.length === 0) return !value.complete;
  applyImplied(frame, possible, value.complete, state);
  if (!value.complete || possible.length !== 1 || nesting > MAX_NESTING) return true;
  const fact = possible[0] as Fact;
  if (fact.kind !== 'computed') {
    if (fact.kind === 'instance' && fact.from !== undefined && fact.by !== undefined) {
      // match = re.fullmatch(…); if match:
      remember({ kind: 'computed', by: fact.by, from: fact.from, at: fact.at }, outcome, state);
    }
    return true;
  }
  switch (fact.by) {
    case 'operator.not_()':
      return assumeValue(frame, fact.from[0] as Value, !outcome, state, nesting + 1);
    case 'builtins.bool()':
      return assumeValue(frame, fact.from[0] as Value, outcome, state, nesting + 1);
    case 'builtins.all()':
      if (!outcome || fact.from.length < 2) break;
      return fact.from.every((link) => assumeValue(frame, link, true, state, nesting + 1));
    case 'operator.eq()':
    case 'operator.is_()':
      return assumeEqual(frame, fact, outcome, state, nesting);
    case 'operator.ne()':
    case 'operator.is_not()':
      return assumeEqual(frame, fact, !outcome, state, nesting);
    case 'operator.contains()':
      return assumeMember(fact, outcome, state);
    case 'operator.not_contains()':
      return assumeMember(fact, !outcome, state);
  }
  remember(fact, outcome, state);
  return true;
}

/** A function that gives True on the way on which it has checked something has shown that. */
function applyImplied(frame: Frame, possible: readonly Fact[], isComplete: boolean, state: State): void {
  if (!isComplete) return;
  const { implied } = frame.engine;
  const first = implied.get(possible[0] as Fact);
  if (first === undefined) return;
  for (const [fact, value] of first) {
    const agree = possible.every((each) => implied.get(each)?.has(fact));
    if (!agree) continue;
    const all = possible.map((each) => implied.get(each)?.get(fact) as Value);
    state.refine(fact, all.length === 1 ? value : joinAll(all));
  }
}

function constantsIn(value: Value): readonly ConstantFact[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  return value.facts.every((fact) => fact.kind === 'constant') ? (value.facts as readonly ConstantFact[]) : undefined;
}

function assumeEqual(frame: Frame, fact: ComputedFact, isEqual: boolean, state: State, nesting: number): boolean {
  const [left, right] = fact.from as readonly [Value, Value];
  const rights = constantsIn(right);
  const lefts = constantsIn(left);
  const [subject, constants] =
    rights !== undefined ? [left, rights] : lefts !== undefined ? [right, lefts] : [undefined, undefined];
  remember(fact, fact.by === 'operator.eq()' || fact.by === 'operator.is_()' ? isEqual : !isEqual, state);
  if (subject === undefined) return true;
  if (isEqual) return narrowTo(fact, subject, constants, state);
  if (constants.length !== 1) return true;
  const [constant] = constants as readonly [ConstantFact];
  // if check(x) is not None:   as good as if check(x):
  if (constant.value === null || constant.value === false)
    return assumeValueOtherThan(frame, subject, constant, state, nesting);
  return narrowWithout(subject, constant, state);
}

function assumeValueOtherThan(
  frame: Frame,
  subject: Value,
  constant: ConstantFact,
  state: State,
  nesting: number,
): boolean {
  if (!narrowWithout(subject, constant, state)) return false;
  const others = subject.facts.filter((each) => each.kind !== 'constant' || !areEqual(each.value, constant.value));
  const isOnlyTruth = others.length === 1 && others[0]?.kind !== 'constant';
  if (others.length < subject.facts.length || isOnlyTruth) {
    applyImplied(frame, others, subject.complete, state);
    if (isOnlyTruth && subject.complete && (others[0] as Fact).kind === 'computed' && isTruthOnly(others[0] as Fact)) {
      return assumeValue(frame, only(others[0] as Fact), true, state, nesting + 1);
    }
  }
  return true;
}

/** A result that is either None or true: a match. */
function isTruthOnly(fact: Fact): boolean {
  return fact.kind === 'computed' && /(?:^re\.|^re\.Pattern\.|^regex\.)(?:fullmatch|match|search)\(\)$/.test(fact.by);
}

/** `value in ("a", "b")` */
function assumeMember(fact: ComputedFact, isMember: boolean, state: State): boolean {
  const [left, right] = fact.from as readonly [Value, Value];
  const members = membersOf(right);
  remember(fact, fact.by === 'operator.contains()' ? isMember : !isMember, state);
  if (members === undefined || !isMember) return true;
  return narrowTo(fact, left, members, state);
}

/** The constants that a closed collection holds. */
function membersOf(value: Value): readonly ConstantFact[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  const members: ConstantFact[] = [];
  for (const fact of value.facts) {
    if ((fact.kind !== 'sequence' && fact.kind !== 'mapping') || !fact.complete) return undefined;
    const items = fact.kind === 'sequence' ? fact.items : fact.entries.map(({ key }) => key);
    for (const item of items) {
      const constants = constantsIn(item);
      if (constants === undefined) return undefined;
      members.push(...constants);
    }
  }
  return members;
}

const nothing: Value = { facts: [], complete: true };

/** The value is one of these constants. */
function narrowTo(test: ComputedFact, subject: Value, constants: readonly ConstantFact[], state: State): boolean {
  let isPossible = !subject.complete || subject.facts.length === 0;
  for (const fact of subject.facts) {
    if (fact.kind === 'constant') {
      const isOne = constants.some((each) => areEqual(each.value, fact.value));
      isPossible ||= isOne;
      if (!isOne) state.refine(fact, nothing);
      continue;
    }
    isPossible = true;
    // Constants of its own: what is ruled out of them later is not ruled out of the collection.
    const conditions = [...(fact.conditions ?? []), { test, outcome: true, subject: fact }];
    state.refine(fact, { facts: constants.map((each) => ({ ...each, conditions })), complete: true });
  }
  return isPossible && constants.length > 0;
}

/** The value is not this constant. */
function narrowWithout(subject: Value, constant: ConstantFact, state: State): boolean {
  let isPossible = !subject.complete || subject.facts.length === 0;
  for (const fact of subject.facts) {
    if (fact.kind !== 'constant' || !areEqual(fact.value, constant.value)) isPossible = true;
    else state.refine(fact, nothing);
  }
  return isPossible;
}

/** Conditions that one fact carries. */
const MAX_CONDITIONS = 12;

/** Everything that a test was computed from has passed it. */
function remember(test: ComputedFact, outcome: boolean, state: State): void {
  const seen = new Set<Fact>();
  const visit = (value: Value, nesting: number): void => {
    for (const fact of value.facts) {
      if (seen.has(fact) || fact.kind === 'constant' || fact.kind === 'reference') continue;
      seen.add(fact);
      const now = state.refinement(fact);
      const latest = now?.facts.length === 1 ? (now.facts[0] as Fact) : now === undefined ? fact : undefined;
      if (latest === undefined || latest.kind === 'constant') continue;
      const conditions = latest.conditions ?? [];
      if (conditions.length < MAX_CONDITIONS) {
        state.refine(fact, only({ ...latest, conditions: [...conditions, { test, outcome, subject: fact }] }));
      }
      if (nesting >= MAX_NESTING) continue;
      if (fact.kind === 'computed') for (const each of fact.from) visit(each, nesting + 1);
      else if (fact.kind === 'instance') for (const each of fact.from ?? []) visit(each, nesting + 1);
      else if (fact.kind === 'sequence' && fact.items.length < 8)
        for (const each of fact.items) visit(each, nesting + 1);
      else if (fact.kind === 'text')
        for (const each of fact.parts) if (typeof each !== 'string') visit(each, nesting + 1);
    }
  };
  for (const input of test.from) visit(input, 0);
}
