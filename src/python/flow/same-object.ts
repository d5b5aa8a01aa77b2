// Whether two values are one object: members of enumerations, classes, functions, objects that the run has made.

import { type Fact, type Place, singleConstant, type Value } from '../semantics/index.ts';
import { Kind, type OperatorName } from '../syntax/index.ts';
import { methodOf } from './attributes.ts';
import { attributeOfMember, memberOf } from './enumerations.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';
import { identityOf } from './values.ts';

/** Pairs of alternatives that are compared. */
const MAX_PAIRS = 16;

/** What `is`, `is not`, `==` and `!=` give for objects; undefined where that is not certain. */
export function compareObjects(
  frame: Frame,
  operator: OperatorName,
  left: Value,
  right: Value,
  state: State,
): boolean | undefined {
  const isIdentity = operator === 'Is' || operator === 'IsNot';
  if (!isIdentity && operator !== 'Eq' && operator !== 'NotEq') return undefined;
  if (!left.complete || !right.complete || left.facts.length * right.facts.length > MAX_PAIRS) return undefined;
  let result: boolean | undefined;
  for (const one of left.facts) {
    for (const other of right.facts) {
      const same = isSame(frame, one, other, isIdentity, state);
      if (same === undefined || (result !== undefined && same !== result)) return undefined;
      result = same;
    }
  }
  return result === undefined ? undefined : result === (operator === 'Is' || operator === 'Eq');
}

export function isSame(frame: Frame, one: Fact, other: Fact, byIdentity: boolean, state: State): boolean | undefined {
  const pair = `${one.kind} ${other.kind}`;
  switch (pair) {
    case 'reference reference':
      return areSameNames(frame, one, other);
    case 'instance instance':
      return areSameObjects(frame, one, other, byIdentity, state);
    case 'reference constant':
      return isDefined(frame, one) ? isEqualMember(frame, one, other) : undefined;
    case 'constant reference':
      return isDefined(frame, other) ? isEqualMember(frame, other, one) : undefined;
    default:
      return undefined;
  }
}

/** A class, function or member of the project: no constant. */
const isDefined = (frame: Frame, fact: Fact) =>
  fact.kind === 'reference' && (fact.definition !== undefined || memberOf(frame, fact) !== undefined);

/** `Color.RED == "red"` is for members of `class Color(str, Enum)` alone. */
function isEqualMember(frame: Frame, fact: Fact, constant: Fact): boolean | undefined {
  const member = memberOf(frame, fact);
  const isPlain = member === undefined || member.info.ancestors.every((name) => !/^builtins\.(str|int)$/.test(name));
  const isNone = constant.kind === 'constant' && constant.value === null;
  return isPlain || isNone ? false : undefined;
}

function areSameNames(frame: Frame, one: Fact, other: Fact): boolean | undefined {
  if (one.kind !== 'reference' || other.kind !== 'reference') return undefined;
  if (one.definition !== undefined && other.definition !== undefined) {
    const isOne = isSamePlace(one.definition, other.definition);
    // def make(): def inner(): …   makes another one each time; methods are bound anew
    const isFunction = kindAt(one.definition) !== Kind.ClassDef && kindAt(one.definition) !== Kind.Module;
    return isOne && isFunction && one.closure !== other.closure ? undefined : isOne;
  }
  const [mine, theirs] = [memberOf(frame, one), memberOf(frame, other)];
  if (mine === undefined || theirs === undefined) {
    const { library } = frame.engine;
    return library.canonicalName(one.name) === library.canonicalName(other.name) &&
      one.receiver === undefined &&
      other.receiver === undefined
      ? true
      : undefined;
  }
  if (mine.info !== theirs.info) return false;
  if (mine.name === theirs.name) return true;
  // GREY = 1; GRAY = 1   are one
  const [value, otherValue] = [one, other].map((fact) =>
    singleConstant(attributeOfMember(frame, frame.definition, fact, 'value') ?? { facts: [], complete: false }),
  );
  if (value === undefined || otherValue === undefined) return undefined;
  return typeof value.value === typeof otherValue.value && value.value === otherValue.value;
}

function areSameObjects(frame: Frame, one: Fact, other: Fact, byIdentity: boolean, state: State): boolean | undefined {
  const [mine, theirs] = [identityOf(one), identityOf(other)];
  if (mine === undefined || theirs === undefined) return undefined;
  const isMany = state.cell(mine)?.isMany !== false || state.cell(theirs)?.isMany !== false;
  if (mine === theirs) return isMany ? undefined : true;
  const own = methodOf(frame, frame.definition, one, '__eq__', state);
  const isPlain = one.kind === 'instance' && one.definition !== undefined && own === undefined;
  return byIdentity && isPlain && !isMany ? false : undefined;
}

const kindAt = ({ module, node }: Place) => module.tree.kind(node);
const isSamePlace = (one: Place, other: Place) => one.node === other.node && one.module.path === other.module.path;
