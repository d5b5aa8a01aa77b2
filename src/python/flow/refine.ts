// What a test shows once it is known how it came out: alternatives that are ruled out, values that are now constants, and
// conditions that are remembered with the value for whoever asks which checks it has passed.

import {
  areEqual,
  type ComputedFact,
  type ConstantFact,
  type Fact,
  type KnownCondition,
  only,
  truthOf,
  truthOfFact,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { isInstance } from './patterns.ts';
import { isSame } from './same-object.ts';
import { State } from './state.ts';
import { current, originalOf } from './values.ts';
import { dropContradicted, isTruthOnly, isTruthValue } from './ways.ts';

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
    if ((tree.operator(test) === 'And') !== outcome) return assumeAny(frame, test, outcome, state);
    for (let operand = ast.BoolOp.values(tree, test); operand !== 0; operand = tree.next(operand)) {
      if (!assume(frame, operand, frame.latest(operand), outcome, state)) return false;
    }
    return true;
  }
  if (kind === Kind.Name && !narrowName(frame, test, outcome, state)) return false;
  return assumeValue(frame, value, outcome, state);
}

/** `a or b` that held: a did, or else b; `a and b` that failed likewise. What is shown either way is shown. */
function assumeAny(frame: Frame, test: NodeId, outcome: boolean, state: State): boolean {
  const { tree } = frame.module;
  const ends: State[] = [];
  const others = state.fork();
  for (let operand = ast.BoolOp.values(tree, test); operand !== 0; operand = tree.next(operand)) {
    const value = frame.latest(operand);
    const inside = others.fork();
    if (assume(frame, operand, current(value, inside), outcome, inside)) ends.push(inside);
    if (!assume(frame, operand, current(value, others), !outcome, others)) break;
  }
  const end = State.joinedAll(ends);
  if (end === undefined) return false;
  state.become(end);
  return true;
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
const MAX_NESTING = 6;

/** What follows from a value's being true or false. */
export function assumeValue(frame: Frame, value: Value, outcome: boolean, state: State, nesting = 0): boolean {
  const possible = value.facts.filter((fact) => truthOfFact(fact) !== !outcome);
  if (possible.length === 0) return !value.complete;
  applyImplied(frame, possible, value.complete, state);
  if (nesting > MAX_NESTING) return true;
  if (!value.complete) {
    // if not looks_fine(name):   of a function that is not known: no proof, but told to who asks what was tested
    const [call] = possible;
    if (possible.length === 1 && call?.kind === 'computed' && call.by === '?()') remember(call, outcome, state);
    return true;
  }
  const fact = soleTest(possible);
  if (fact === undefined) return true;
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
    case 'builtins.any()':
      if (!outcome && fact.from.length >= 2)
        return fact.from.every((link) => assumeValue(frame, link, false, state, nesting + 1));
      if (outcome && !assumeOneOf(frame, fact, state, nesting)) return false;
      break;
    case 'builtins.isinstance()':
      return assumeInstance(frame, fact, outcome, state);
    case 'operator.contains()':
      return assumeMember(fact, outcome, state);
    case 'operator.not_contains()':
      return assumeMember(fact, !outcome, state);
  }
  remember(fact, outcome, state);
  return true;
}

/** Tests of which one has held that are looked into. */
const MAX_ONE_OF = 12;

/** `any(name == each for each in NAMES)`: one of them has held, whichever. */
function assumeOneOf(frame: Frame, { from }: ComputedFact, state: State, nesting: number): boolean {
  const fact = from.length === 1 && from[0]?.complete === true ? from[0].facts[0] : undefined;
  const tests = fact?.kind !== 'sequence' ? from : fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
  const isKnown = fact === undefined ? from.length > 1 : fact.kind === 'sequence' && (fact.complete || fact.rest);
  if (!isKnown || tests.length === 0 || tests.length > MAX_ONE_OF) return true;
  const ends = tests.flatMap((test) => {
    const inside = state.fork();
    return assumeValue(frame, test, true, inside, nesting + 1) ? [inside] : [];
  });
  const end = State.joinedAll(ends);
  if (end !== undefined) state.become(end);
  return end !== undefined;
}

/**
 * The test that an outcome comes from. What it gave for constants that the tested value can be is known; of what else it
 * can be, the outcome says something.
 */
function soleTest(possible: readonly Fact[]): Fact | undefined {
  if (possible.length === 1) return possible[0];
  const tests = possible.filter(({ kind }) => kind !== 'constant');
  const [test] = tests;
  if (tests.length !== 1 || test === undefined || !isTruthValue(test)) return undefined;
  const isSame = possible.every(({ at }) => at.node === test.at.node && at.module.path === test.at.module.path);
  return isSame ? test : undefined;
}

/** A function that gives True on the way on which it has checked something has shown that. */
function applyImplied(frame: Frame, possible: readonly Fact[], isComplete: boolean, state: State): void {
  if (!isComplete) return;
  const { implied } = frame.engine;
  const shown = possible.map((each) => implied.get(originalOf(each)));
  const [first] = shown;
  if (first === undefined) return;
  for (const [fact, value] of first) {
    const agree = shown.every((each) => each?.has(fact));
    if (!agree) continue;
    const all = shown.map((each) => each?.get(fact) as Value);
    state.refine(fact, all.length === 1 ? value : joinAll(all));
  }
  dropContradicted(frame, state, [...state.namesIn(frame.lexical.activation)]);
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
  const outcome = fact.by === 'operator.eq()' || fact.by === 'operator.is_()' ? isEqual : !isEqual;
  remember(fact, outcome, state);
  if (subject === undefined) return assumeSame(frame, fact, left, right, isEqual, state);
  if (isEqual) {
    if (!narrowTo(fact, outcome, subject, constants, state)) return false;
    // name, problem = checked(…); if problem is None:
    const equal = subject.facts.filter((each) => each.kind === 'constant' && areAmong(constants, each));
    if (equal.length > 0 && subject.facts.every(({ kind }) => kind === 'constant'))
      applyImplied(frame, equal, subject.complete, state);
    return true;
  }
  if (constants.length !== 1) return true;
  const [constant] = constants as readonly [ConstantFact];
  // if check(x) is not None:   as good as if check(x):
  if (constant.value === null || constant.value === false)
    return assumeValueOtherThan(frame, subject, constant, state, nesting);
  return narrowWithout(subject, constant, state);
}

/** `if mode is Mode.FAST:` rules out the other members, or this one. */
function assumeSame(
  frame: Frame,
  test: ComputedFact,
  left: Value,
  right: Value,
  isSameOne: boolean,
  state: State,
): boolean {
  const byIdentity = test.by.startsWith('operator.is');
  const [subject, other] = right.facts.length === 1 ? [left, right] : [right, left];
  const [fact] = other.facts;
  if (fact === undefined || other.facts.length > 1 || !other.complete) return true;
  let isPossible = !subject.complete;
  for (const each of subject.facts) {
    if (isSame(frame, each, fact, byIdentity, state) === !isSameOne) state.refine(originalOf(each), nothing);
    else isPossible = true;
  }
  return isPossible;
}

export function assumeValueOtherThan(
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
    if (isOnlyTruth && subject.complete && isTruthOnly(others[0] as Fact)) {
      return assumeValue(frame, only(others[0] as Fact), true, state, nesting + 1);
    }
  }
  return true;
}

/** `isinstance(value, str)` rules out what is certainly of another class. */
function assumeInstance(frame: Frame, fact: ComputedFact, outcome: boolean, state: State): boolean {
  const [subject, classes] = fact.from;
  remember(fact, outcome, state);
  if (subject === undefined || classes === undefined || !classes.complete) return true;
  const names = classes.facts.flatMap((each) =>
    each.kind === 'sequence'
      ? each.items.flatMap(({ facts }) => facts.map((item) => (item.kind === 'reference' ? item.name : '?')))
      : [each.kind === 'reference' ? each.name : '?'],
  );
  if (names.includes('?')) return true;
  let isPossible = !subject.complete || subject.facts.length === 0;
  for (const each of subject.facts) {
    if (isInstance(frame, each, names) === !outcome) state.refine(each, nothing);
    else isPossible = true;
  }
  return isPossible;
}

/** `value in ("a", "b")` */
function assumeMember(fact: ComputedFact, isMember: boolean, state: State): boolean {
  const [left, right] = fact.from as readonly [Value, Value];
  const members = membersOf(right);
  remember(fact, fact.by === 'operator.contains()' ? isMember : !isMember, state);
  if (members === undefined || !isMember) return true;
  return narrowTo(fact, fact.by === 'operator.contains()', left, members, state);
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
function narrowTo(
  test: ComputedFact,
  outcome: boolean,
  subject: Value,
  constants: readonly ConstantFact[],
  state: State,
): boolean {
  let isPossible = !subject.complete || subject.facts.length === 0;
  for (const fact of subject.facts) {
    if (fact.kind === 'constant') {
      const isOne = areAmong(constants, fact);
      isPossible ||= isOne;
      if (!isOne) state.refine(fact, nothing);
      continue;
    }
    isPossible = true;
    // Constants of its own: what is ruled out of them later is not ruled out of the collection.
    const conditions = [...(fact.conditions ?? []), { test, outcome, subject: fact }];
    state.refine(fact, { facts: constants.map((each) => ({ ...each, conditions })), complete: true });
  }
  return isPossible && constants.length > 0;
}

const areAmong = (constants: readonly ConstantFact[], { value }: ConstantFact) =>
  constants.some((each) => areEqual(each.value, value));

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
export function remember(test: ComputedFact, outcome: boolean, state: State): void {
  const deepest = depthOf(test.by);
  if (deepest === undefined) return;
  const seen = new Set<Fact>();
  const visit = (value: Value, nesting: number): void => {
    for (const fact of value.facts) {
      if (seen.has(fact) || fact.kind === 'constant' || fact.kind === 'reference') continue;
      if (seen.size >= MAX_TESTED) return;
      seen.add(fact);
      // What a list holds changes; what is in it now has passed.
      const isKept = !('identity' in fact) || fact.identity === undefined;
      if (isKept) addCondition(originalOf(fact), { test, outcome, subject: fact }, state);
      if (nesting >= deepest) continue;
      for (const each of insideOf(fact)) visit(each, nesting + 1);
    }
  };
  for (const input of test.from) visit(input, 0);
}

/** Facts that one test is remembered with. */
const MAX_TESTED = 32;

/** Tests of text, type, size and membership speak about what their inputs were made from, too. */
const looksInside =
  /^(?:operator|re|regex|hmac|secrets)\.|^builtins\.(?:isinstance|issubclass|any|all|len)\(|\.(?:startswith|endswith|is[a-z]\w*|(?:full)?match|compare_digest)\(\)$/;

/** How far a test is remembered into what its inputs were made from; an attribute that is looked at shows nothing. */
function depthOf(by: string): number | undefined {
  if (looksInside.test(by)) return MAX_NESTING;
  return by.endsWith('()') ? 1 : undefined;
}

function insideOf(fact: Fact): readonly Value[] {
  switch (fact.kind) {
    case 'computed':
      return fact.from;
    case 'instance':
      return fact.text === undefined ? (fact.from ?? []) : [...(fact.from ?? []), fact.text];
    case 'sequence': {
      const items = fact.items.slice(0, MAX_ITEMS_SEEN);
      return fact.rest === undefined ? items : [...items, fact.rest];
    }
    case 'text':
      return fact.parts.filter((part) => typeof part !== 'string');
    default:
      return [];
  }
}

function addCondition(fact: Fact, condition: KnownCondition, state: State): void {
  const now = state.refinement(fact) ?? only(fact);
  let isNew = false;
  // What has come to the other outcome of this test is not here.
  const possible = now.facts.filter(
    (each) =>
      each.conditions?.some(({ test, outcome }) => test === condition.test && outcome !== condition.outcome) !== true,
  );
  const facts = (possible.length === 0 ? now.facts : possible).map((each) => {
    const conditions = each.conditions ?? [];
    if (each.kind === 'constant' || conditions.length >= MAX_CONDITIONS) return each;
    const isKnown = conditions.some(({ test, outcome }) => test === condition.test && outcome === condition.outcome);
    if (isKnown) return each;
    isNew = true;
    return { ...each, conditions: [...conditions, condition] };
  });
  if (isNew || facts.length < now.facts.length) state.refine(fact, { ...now, facts });
}

/** Items of a list that a test was made on. */
const MAX_ITEMS_SEEN = 16;

/**
 * A call that has not raised has shown something: `int(value)` that it is a number, `SIZES.index(value)` that it is
 * among them.
 */
export function assumeReturned(frame: Frame, node: NodeId, callee: Value, given: readonly Value[], state: State): void {
  const fact = callee.complete && callee.facts.length === 1 ? (callee.facts[0] as Fact) : undefined;
  if (fact === undefined || (fact.kind !== 'reference' && fact.kind !== 'computed')) return;
  const name = fact.kind === 'reference' ? fact.name : fact.by;
  const method = name.slice(name.lastIndexOf('.') + 1);
  if (!raising.test(method)) return;
  const receiver = fact.kind === 'reference' ? fact.receiver : fact.from[0];
  if (receiver === undefined) {
    if (name !== 'builtins.int' && name !== 'builtins.float') return;
    if (given.length === 1 && isNoNumber(given[0] as Value)) {
      // int("ten")
      frame.raise(state);
      state.isDead = true;
    }
    remember(testOf(frame, node, `${name}()`, given), true, state);
    return;
  }
  const [argument] = given;
  if (argument === undefined) return;
  if (method === 'relative_to') remember(testOf(frame, node, `${name}()`, [receiver, ...given]), true, state);
  else assumeAmong(frame, node, argument, current(receiver, state), state);
}

/** Text that no number is written like. */
function isNoNumber(value: Value): boolean {
  const constants = constantsIn(value);
  return (
    constants?.every((each) => typeof each.value === 'string' && !/[\d]|inf|nan/i.test(each.value)) === true &&
    constants.every((each) => /^[\x20-\x7e]*$/.test(each.value as string))
  );
}

const raising = /^(int|float|index|remove|relative_to)$/;

/** `TITLES[key]` and `SIZES.index(key)` have not raised: it is one of them. */
export function assumeAmong(frame: Frame, node: NodeId, key: Value, collection: Value, state: State): void {
  if (key.facts.every((fact) => fact.kind === 'constant') || membersOf(collection) === undefined) return;
  assumeMember(testOf(frame, node, 'operator.contains()', [key, collection]), true, state);
}

function testOf(frame: Frame, node: NodeId, by: string, from: readonly Value[]): ComputedFact {
  return { kind: 'computed', by, from, at: frame.place(node) };
}

/** A loop has come to its end without leaving: every item of what it went over has passed what each round passed. */
export function assumeOfEach(frame: Frame, node: NodeId, whole: Value, item: Value, round: State, state: State): void {
  for (const fact of item.facts) {
    const now = round.refinement(fact);
    const [first, ...others] = now?.facts ?? [];
    const shown = first?.conditions?.filter((condition) => !fact.conditions?.includes(condition));
    for (const { test, outcome } of shown ?? []) {
      const isShown = others.every((other) =>
        other.conditions?.some((each) => each.test === test && each.outcome === outcome),
      );
      if (!isShown) continue;
      const each: Fact = {
        kind: 'sequence',
        type: 'tuple',
        items: [],
        complete: false,
        rest: only(test),
        at: frame.place(node),
      };
      const all = testOf(frame, node, outcome ? 'builtins.all()' : 'builtins.any()', [only(each)]);
      for (const one of whole.facts) {
        if ('identity' in one && one.identity !== undefined) continue;
        addCondition(originalOf(one), { test: all, outcome, subject: one }, state);
      }
    }
    if (now !== undefined && !state.refinement(fact)) state.refine(fact, now);
  }
}
