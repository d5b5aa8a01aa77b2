// Matching values against patterns: whether a pattern certainly matches, certainly does not, or may; and what it binds.

import {
  areEqual,
  type ComputedFact,
  classOfFact,
  computed,
  type Fact,
  literalOf,
  only,
  singleConstant,
  subscript,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { assignName } from './assign.ts';
import { attributeValue } from './attributes.ts';
import { elementsOf } from './comprehensions.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { entryFor } from './items.ts';
import { joinAll } from './join.ts';
import { textTypeOf } from './natives/index.ts';
import { compareObjects, isSame } from './same-object.ts';
import type { State } from './state.ts';
import { allocate } from './values.ts';

/** True: certainly; undefined: perhaps. Names in the pattern are bound in `state`. */
export function matchCase(frame: Frame, pattern: NodeId, subject: Value, state: State): boolean | undefined {
  const { tree } = frame.module;
  if (pattern === 0) return undefined;
  frame.record(pattern, subject);
  switch (tree.kind(pattern)) {
    case Kind.MatchValue:
      return matchesConstant(frame, evaluate(frame, ast.MatchValue.value(tree, pattern), state), subject, state);
    case Kind.MatchSingleton: {
      const value = literalOf(tree, ast.MatchSingleton.value(tree, pattern));
      if (value === undefined) return undefined;
      return matchesConstant(frame, only({ kind: 'constant', value, at: frame.place(pattern) }), subject, state);
    }
    case Kind.MatchAs: {
      const inner = ast.MatchAs.pattern(tree, pattern);
      const outcome = inner === 0 ? true : matchCase(frame, inner, subject, state);
      const name = ast.MatchAs.name(tree, pattern);
      if (outcome !== false && name !== 0) assignName(frame, name, subject, state);
      return outcome;
    }
    case Kind.MatchOr:
      return matchOr(frame, pattern, subject, state);
    case Kind.MatchSequence:
      return matchSequence(frame, pattern, subject, state);
    case Kind.MatchMapping:
      return matchMapping(frame, pattern, subject, state);
    case Kind.MatchClass:
      return matchClass(frame, pattern, subject, state);
    default:
      return undefined;
  }
}

function matchesConstant(frame: Frame, wanted: Value, subject: Value, state: State): boolean | undefined {
  const constant = singleConstant(wanted);
  // case Color.RED:
  if (constant === undefined) return matchesObject(frame, wanted, subject, state);
  let some = !subject.complete || subject.facts.length === 0;
  let all = subject.complete && subject.facts.length > 0;
  for (const fact of subject.facts) {
    if (fact.kind === 'constant') {
      const isEqual = areEqual(fact.value, constant.value);
      some ||= isEqual;
      all &&= isEqual;
      continue;
    }
    if (fact.kind === 'sequence' || fact.kind === 'mapping') {
      all = false;
      continue;
    }
    some = true;
    all = false;
    state.refine(fact, only(constant));
  }
  return all ? true : some ? undefined : false;
}

function matchesObject(frame: Frame, wanted: Value, subject: Value, state: State): boolean | undefined {
  const outcome = compareObjects(frame, 'Eq', subject, wanted, state);
  const [fact] = wanted.facts;
  if (outcome !== undefined || fact === undefined || wanted.facts.length > 1 || !wanted.complete) return outcome;
  const others = subject.facts.filter((each) => isSame(frame, each, fact, false, state) === false);
  for (const other of others) state.refine(other, { facts: [], complete: true });
  return subject.complete && others.length === subject.facts.length ? false : undefined;
}

function matchOr(frame: Frame, pattern: NodeId, subject: Value, state: State): boolean | undefined {
  const { tree } = frame.module;
  let result: boolean | undefined = false;
  const ends: State[] = [];
  for (const each of tree.list(ast.MatchOr.patterns(tree, pattern))) {
    const inside = state.fork();
    const outcome = matchCase(frame, each, subject, inside);
    if (outcome === false) continue;
    ends.push(inside);
    result = outcome === true ? true : result === true ? true : undefined;
    if (outcome === true) break;
  }
  if (ends.length > 0) state.joinFrom(ends);
  return result;
}

function matchSequence(frame: Frame, pattern: NodeId, subject: Value, state: State): boolean | undefined {
  const { tree } = frame.module;
  const patterns = tree.list(ast.MatchSequence.patterns(tree, pattern));
  const star = patterns.findIndex((each) => tree.kind(each) === Kind.MatchStar);
  const after = star < 0 ? 0 : patterns.length - star - 1;
  const fact = subject.facts.length === 1 && subject.complete ? (subject.facts[0] as Fact) : undefined;
  if (fact?.kind === 'constant' || fact?.kind === 'mapping' || fact?.kind === 'text') return false;
  const { items, rest } = elementsOf(frame, pattern, subject, state);
  const isCertain = fact?.kind === 'sequence' && rest === undefined;
  if (isCertain && (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1)) return false;
  let result: boolean | undefined = isCertain ? true : undefined;
  const any = (): Value => joinAll([...items, ...(rest === undefined ? [] : [rest])]);
  patterns.forEach((each, index) => {
    if (index === star) {
      const name = ast.MatchStar.name(tree, each);
      const taken = isCertain ? items.slice(index, items.length - after) : [];
      const made = allocate(frame, state, each, {
        kind: 'sequence',
        type: 'list',
        items: taken,
        complete: isCertain,
        ...(isCertain ? {} : { rest: any() }),
        at: frame.place(each),
      });
      if (name !== 0) assignName(frame, name, made, state);
      return;
    }
    const position = star >= 0 && index > star ? items.length - (patterns.length - index) : index;
    const item = isCertain ? (items[position] as Value) : (items[index] ?? rest ?? any());
    const outcome = matchCase(frame, each, item, state);
    if (outcome === false) result = false;
    else if (outcome === undefined && result === true) result = undefined;
  });
  return result;
}

function matchMapping(frame: Frame, pattern: NodeId, subject: Value, state: State): boolean | undefined {
  const { tree } = frame.module;
  const fact = subject.facts.length === 1 && subject.complete ? (subject.facts[0] as Fact) : undefined;
  if (fact?.kind === 'constant' || fact?.kind === 'sequence' || fact?.kind === 'text') return false;
  let result: boolean | undefined = fact?.kind === 'mapping' ? true : undefined;
  for (let entry = ast.MatchMapping.entries(tree, pattern); entry !== 0; entry = tree.next(entry)) {
    const key = evaluate(frame, ast.MatchEntry.key(tree, entry), state);
    let value: Value;
    if (fact?.kind === 'mapping') {
      const found = entryFor(fact, key);
      if (found.value === undefined) return false;
      if (!found.isCertain && result === true) result = undefined;
      value = found.value;
    } else value = subscript(frame.view, entry, subject, key);
    const outcome = matchCase(frame, ast.MatchEntry.pattern(tree, entry), value, state);
    if (outcome === false) return false;
    if (outcome === undefined && result === true) result = undefined;
  }
  const rest = ast.MatchMapping.rest(tree, pattern);
  if (rest !== 0) {
    const all =
      fact?.kind === 'mapping'
        ? only({ ...fact, at: frame.place(pattern) })
        : computed('builtins.dict()', [subject], frame.place(pattern));
    assignName(frame, rest, all, state);
  }
  return result;
}

function matchClass(frame: Frame, pattern: NodeId, subject: Value, state: State): boolean | undefined {
  const { tree } = frame.module;
  const type = evaluate(frame, ast.MatchClass.class(tree, pattern), state);
  const names = type.facts.flatMap((fact) => (fact.kind === 'reference' ? [fact.name] : []));
  const kinds = subject.facts.map((fact) => isInstance(frame, fact, names));
  if (subject.complete && kinds.length > 0 && kinds.every((each) => each === false)) return false;
  let result: boolean | undefined =
    subject.complete && kinds.length > 0 && kinds.every((each) => each === true) ? true : undefined;
  const patterns = tree.list(ast.MatchClass.patterns(tree, pattern));
  const isPlain = names.some((name) =>
    /^builtins\.(str|int|float|bytes|bool|list|tuple|dict|set|frozenset)$/.test(name),
  );
  const definition = type.facts.find((fact) => fact.kind === 'reference')?.definition;
  const positions = definition === undefined ? [] : frame.engine.matchArguments(definition);
  const check = (inner: NodeId, value: Value): boolean => {
    const outcome = matchCase(frame, inner, value, state);
    if (outcome === false) return false;
    if (outcome === undefined && result === true) result = undefined;
    return true;
  };
  for (const [index, inner] of patterns.entries()) {
    // case str(text):
    const name = positions[index];
    const value = isPlain
      ? subject
      : name === undefined
        ? computed('?.attribute', [subject], frame.place(inner))
        : attributeValue(frame, inner, subject, name, state);
    if (!check(inner, value)) return false;
  }
  for (const keyword of tree.list(ast.MatchClass.keywords(tree, pattern))) {
    const name = tree.names.text(ast.MatchKeyword.name(tree, keyword));
    if (!check(ast.MatchKeyword.pattern(tree, keyword), attributeValue(frame, keyword, subject, name, state)))
      return false;
  }
  return result;
}

/** Whether a fact is an object of one of these classes. */
/** `isinstance(request.args["q"], list)`: text, or nothing, is no list. */
function isResultOf(frame: Frame, fact: ComputedFact, classes: readonly string[]): boolean | undefined {
  const isNumber = /^builtins\.(len|int|ord|hash|round|float|id)\(\)$/.test(fact.by);
  const type = isNumber ? 'number' : textTypeOf(frame, only(fact));
  if (type === undefined || classes.length === 0) return undefined;
  return classes.every((name) => containers.has(name)) ? false : undefined;
}

const containers: ReadonlySet<string> = new Set(
  ['list', 'dict', 'tuple', 'set', 'frozenset'].map((name) => `builtins.${name}`),
);

export function isInstance(frame: Frame, fact: Fact, classes: readonly string[]): boolean | undefined {
  if (fact.kind === 'computed') return isResultOf(frame, fact, classes);
  if (fact.kind === 'parameter' || fact.kind === 'reference') return undefined;
  const own = fact.kind === 'constant' && fact.value === null ? 'builtins.None' : classOfFact(fact);
  if (own === undefined || classes.length === 0) return undefined;
  const found = classes.map((name) =>
    own === name ? true : own === 'builtins.None' ? false : frame.engine.session.isSubclass(own, name),
  );
  if (found.some((each) => each === true)) return true;
  return found.every((each) => each === false) ? false : undefined;
}
