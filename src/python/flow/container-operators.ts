// Operators of lists, tuples, sets and dicts: `+` and `*`, `|`, `&`, `-` and `^`, and their in-place forms, which change the
// object for everybody who holds it.

import {
  computed,
  type Fact,
  incomplete,
  type Literal,
  type MappingFact,
  only,
  type Place,
  type SequenceFact,
  singleConstant,
  type Value,
} from '../semantics/index.ts';
import type { NodeId, OperatorName } from '../syntax/index.ts';
import { membersOf } from './comprehensions.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { combined } from './mappings.ts';
import {
  type Contents,
  concatenated,
  contentsOf,
  holding,
  intersected,
  onlyInOne,
  repeated,
  united,
  without,
} from './sequences.ts';
import type { State } from './state.ts';
import { allocate, update } from './values.ts';

type Combine = (one: Contents, other: Contents) => Contents;

const setOperators: Readonly<Partial<Record<OperatorName, Combine>>> = {
  BitOr: united,
  BitAnd: intersected,
  Sub: without,
  BitXor: onlyInOne,
};

const isSet = (fact: SequenceFact) => fact.type === 'set' || fact.type === 'frozenset' || fact.view !== undefined;

/** Bytes that can be changed are a list of pieces of which only the origin matters. */
export const bytearrayClass = 'builtins.bytearray';

export function pieceOf(value: Value, at: Place): Value {
  return computed('builtins.bytearray()[]', [value], at);
}

/** Pairs of things that the two sides can be. */
const MAX_PAIRS = 9;

/** What the operator gives of containers; undefined when a side is something else. */
export function containerOperator(
  frame: Frame,
  node: NodeId,
  operator: OperatorName,
  left: Value,
  right: Value,
  state: State,
): Value | undefined {
  if (left.facts.length === 0 || right.facts.length === 0) return undefined;
  if (left.facts.length * right.facts.length > MAX_PAIRS) return undefined;
  const results: Value[] = [];
  for (const one of left.facts) {
    for (const other of right.facts) {
      const made = combination(frame, node, operator, one, other);
      if (made === undefined) return undefined;
      results.push(
        made.kind === 'sequence' && made.type !== 'list' && made.type !== 'set'
          ? only(made)
          : allocate(frame, state, node, made),
      );
    }
  }
  const all = joinAll(results);
  const open = [left, right].find((side) => !side.complete);
  return open === undefined ? all : incomplete(all, open.why ?? 'not all it can be is known');
}

function combination(
  frame: Frame,
  node: NodeId,
  operator: OperatorName,
  one: Fact,
  other: Fact,
): SequenceFact | MappingFact | undefined {
  const at = frame.place(node);
  const fresh = ({ identity: _, view: __, ...fact }: SequenceFact): SequenceFact => ({ ...fact, at });
  if (operator === 'Mult') {
    // ["-"] * 3, 3 * ["-"]
    const [sequence, times] = one.kind === 'sequence' ? [one, other] : [other, one];
    if (sequence.kind !== 'sequence' || times.kind === 'sequence' || isSet(sequence)) return undefined;
    const count: Literal | undefined = singleConstant(only(times))?.value;
    return holding(fresh(sequence), repeated(contentsOf(sequence), count));
  }
  if (one.kind === 'mapping') {
    if (operator !== 'BitOr' || other.kind !== 'mapping') return undefined;
    const { identity: _, ...plain } = one;
    return { ...combined(plain, other), at };
  }
  if (one.kind !== 'sequence' || other.kind !== 'sequence') return undefined;
  const combine = operator === 'Add' && !isSet(one) ? concatenated : isSet(one) ? setOperators[operator] : undefined;
  return combine === undefined ? undefined : holding(fresh(one), combine(contentsOf(one), contentsOf(other)));
}

/** `items += others`, `options |= others`: changes what is there; false when the operator makes something new. */
export function changeInPlace(
  frame: Frame,
  node: NodeId,
  operator: OperatorName,
  left: Value,
  right: Value,
  state: State,
): boolean {
  const isInHeap = (fact: Fact) => (fact.kind === 'sequence' || fact.kind === 'mapping') && fact.identity !== undefined;
  if (left.facts.length === 0 || !left.facts.every(isInHeap)) return false;
  const [first] = left.facts;
  if (first?.kind === 'mapping') {
    const others = operator === 'BitOr' ? right.facts.filter((fact) => fact.kind === 'mapping') : [];
    const [other, ...more] = others;
    if (other === undefined || more.length > 0) return false;
    update(state, left, (fact) => (fact.kind === 'mapping' ? combined(fact, other) : fact));
    return true;
  }
  if (first?.kind !== 'sequence') return false;
  const change = changeOf(frame, node, operator, first, right, state);
  if (change === undefined) return false;
  update(state, left, (fact) => (fact.kind === 'sequence' ? holding(fact, change(contentsOf(fact))) : fact));
  return true;
}

function changeOf(
  frame: Frame,
  node: NodeId,
  operator: OperatorName,
  fact: SequenceFact,
  right: Value,
  state: State,
): ((contents: Contents) => Contents) | undefined {
  if (fact.type === 'list' && operator === 'Mult')
    return (contents) => repeated(contents, singleConstant(right)?.value);
  const combine =
    fact.type === 'list' && operator === 'Add'
      ? concatenated
      : fact.type === 'set'
        ? setOperators[operator]
        : undefined;
  if (combine === undefined) return undefined;
  if (fact.className === bytearrayClass) {
    const piece = { items: [], rest: pieceOf(right, frame.place(node)) };
    return (contents) => concatenated(contents, piece);
  }
  const others = membersOf(frame, node, right, state);
  return (contents) => combine(contents, others);
}
