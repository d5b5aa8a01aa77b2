// `copy.copy` and `copy.deepcopy`: new objects that hold the same, or copies of the same.

import { type Fact, type InstanceFact, only, type Value } from '../../semantics/index.ts';
import { methodOf } from '../attributes.ts';
import { callValue, noArguments } from '../calls.ts';
import { joinAll } from '../join.ts';
import { contentsOf, holding } from '../sequences.ts';
import { allocate, current, identityOf, type ObjectFact } from '../values.ts';
import { argument, placeOf } from './given.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** Objects within objects that are copied; what is deeper is shared. */
const MAX_DEPTH = 8;
/** Objects that one call copies. */
const MAX_OBJECTS = 500;

interface Copying {
  readonly call: NativeCall;
  readonly isDeep: boolean;
  /** by object: what holds itself is copied once */
  readonly copies: Map<number, Value>;
  left: number;
}

function copyOf(copying: Copying, value: Value, depth: number): Value {
  const { call } = copying;
  const now = current(value, call.state);
  if (!now.facts.some(isObject)) return now;
  const copies = now.facts.map((fact) => copyOfFact(copying, fact, depth));
  const all = joinAll(copies);
  return now.complete ? all : { ...all, complete: false, why: now.why ?? 'not all it can be is known' };
}

const isObject = (fact: Fact) => fact.kind === 'sequence' || fact.kind === 'mapping' || fact.kind === 'instance';

function copyOfFact(copying: Copying, fact: Fact, depth: number): Value {
  const { call, copies, isDeep } = copying;
  const identity = identityOf(fact);
  const known = identity === undefined ? undefined : copies.get(identity);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH || --copying.left < 0) return only(fact);
  const inner = (value: Value) => (isDeep ? copyOf(copying, value, depth + 1) : value);
  const cell = identity === undefined ? undefined : call.state.cell(identity);
  const own = fact.kind === 'instance' ? ownCopy(copying, fact) : undefined;
  if (own !== undefined) return own;
  // Something that is not in the heap is as good as its copy.
  const isImmutable = fact.kind === 'sequence' && (fact.type === 'tuple' || fact.type === 'frozenset');
  if (!isObject(fact) || (identity === undefined && !isImmutable)) return only(fact);
  if (isImmutable) return only(changed(fact, inner));
  const { identity: _, ...plain } = fact as ObjectFact;
  const at = placeOf(call);
  const fresh = allocate(
    call.frame,
    call.state,
    call.node,
    { ...plain, at } as ObjectFact,
    cell?.attributes === undefined ? undefined : new Map(),
  );
  if (identity !== undefined) copies.set(identity, fresh);
  const made = identityOf(fresh.facts[0] as Fact);
  if (made === undefined) return fresh;
  const attributes =
    cell?.attributes === undefined
      ? undefined
      : new Map([...cell.attributes].map(([name, value]) => [name, inner(value)] as const));
  const before = call.state.cell(made);
  call.state.setCell(made, {
    facts: fresh.facts.map((each) => changed(each, inner)),
    attributes,
    isMany: before?.isMany ?? false,
  });
  return current(fresh, call.state);
}

function changed(fact: Fact, inner: (value: Value) => Value): Fact {
  if (fact.kind === 'sequence') {
    const { items, rest } = contentsOf(fact);
    return holding(fact, { items: items.map(inner), rest: rest === undefined ? undefined : inner(rest) });
  }
  if (fact.kind === 'mapping') {
    const entries = fact.entries.map(({ key, value }) => ({ key, value: inner(value) }));
    return { ...fact, entries, ...(fact.rest === undefined ? {} : { rest: inner(fact.rest) }) };
  }
  return fact;
}

/** `def __copy__(self)` */
function ownCopy({ call, isDeep }: Copying, fact: InstanceFact): Value | undefined {
  const method = methodOf(call.frame, call.node, fact, isDeep ? '__deepcopy__' : '__copy__', call.state);
  if (method === undefined) return undefined;
  const memo = only({ kind: 'mapping', entries: [], complete: true, at: placeOf(call) });
  return callValue(call.frame, call.state, method, { ...noArguments, positional: isDeep ? [memo] : [] }, call.node);
}

const copying =
  (isDeep: boolean): Native =>
  (call) => {
    const given = argument(call, 0, 'x');
    if (given === undefined) return undefined;
    return copyOf({ call, isDeep, copies: new Map(), left: MAX_OBJECTS }, given, 0);
  };

export const copyNatives: NativeTable = {
  'copy.copy': copying(false),
  'copy.deepcopy': copying(true),
};
