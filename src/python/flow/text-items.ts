// Characters and stretches of text with constant ends, and the certain ends of lists that text was cut into.

import {
  characterOf,
  computed,
  constant,
  type Fact,
  type Literal,
  only,
  type Parts,
  partsOf,
  singleConstant,
  sliceParts,
  textFrom,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { textTypeOf } from './natives/index.ts';
import { SideTable } from './side-table.ts';

/** Items that are certain at the end of a list of which the middle is not known; gone when the list is changed. */
const tails = new SideTable<Fact, readonly Value[]>();

export function keepTail(list: Value, tail: readonly Value[]): void {
  for (const fact of list.facts) tails.set(fact, tail);
}

/** The item at a place counted from the end, when it is certain. */
export function itemInTail(list: Fact, position: number): Value | undefined {
  const tail = position < 0 ? tails.get(list) : undefined;
  return tail?.[tail.length + position];
}

/** `text[0]` of text that starts with a constant */
export function characterAt(frame: Frame, node: NodeId, fact: Fact, key: Value): Value | undefined {
  if (fact.kind !== 'text') return undefined;
  const index = singleConstant(key)?.value;
  const character = typeof index === 'bigint' ? characterOf(fact.parts, Number(index)) : undefined;
  if (character === undefined) return undefined;
  return constant(fact.type === 'str' ? character : BigInt(character.charCodeAt(0)), frame.place(node));
}

/** `text[1:-1]` where constant stretches stand at the ends that are cut */
export function slicedText(
  frame: Frame,
  node: NodeId,
  fact: Fact,
  bounds: readonly (Literal | undefined)[],
): Value | undefined {
  if (fact.kind === 'constant') return undefined;
  const type = textTypeOf(frame, only(fact));
  const [lower, upper, step] = bounds.map((bound) => (typeof bound === 'bigint' ? Number(bound) : bound));
  const isPlace = (bound: unknown): bound is number | null => bound === null || typeof bound === 'number';
  if (type === undefined || !isPlace(lower) || !isPlace(upper) || (step !== null && step !== 1)) return undefined;
  // request.args["q"][1:]   is named after what it was read from
  if (fact.kind !== 'text' && upper !== 0) return undefined;
  const at = frame.place(node);
  const piece = (parts: Parts) => computed(`builtins.${type}.__getitem__()`, [textFrom(parts, type, at)], at);
  const parts = sliceParts(partsOf(only(fact), type), lower, upper, piece);
  return parts === undefined ? undefined : textFrom(parts, type, at);
}
