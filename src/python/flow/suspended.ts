// Generators that are not run where they are called: context managers, whose body stands around that of the `with`
// statement, and those that are sent values. The call gives an object that remembers what to run.

import {
  decoratorNames,
  type Fact,
  type InstanceFact,
  type Module,
  type Place,
  type ReferenceFact,
  type Value,
} from '../semantics/index.ts';
import { Kind, type NodeId } from '../syntax/index.ts';
import type { Arguments } from './calls.ts';
import type { Engine } from './engine.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';
import { allocate, identityOf } from './values.ts';

export interface Suspended {
  readonly fact: ReferenceFact;
  readonly definition: Place;
  readonly given: Arguments;
}

/** What happens at each `yield`: gives what the `yield` gives. */
export type AtYield = (value: Value, state: State) => Value | undefined;

type Kinds = Map<NodeId, 'manager' | 'sent' | undefined>;

const kinds = new WeakMap<Module, Kinds>();
const tables = new WeakMap<Engine, Map<number, Suspended>>();

/** How a generator function is used; undefined when running it at once is all the same. */
function kindOf(owner: Module, definition: NodeId): 'manager' | 'sent' | undefined {
  let known = kinds.get(owner);
  if (known === undefined) kinds.set(owner, (known = new Map()));
  if (known.has(definition)) return known.get(definition);
  const kind = readKind(owner, definition);
  known.set(definition, kind);
  return kind;
}

function readKind(owner: Module, definition: NodeId): 'manager' | 'sent' | undefined {
  const { tree } = owner;
  if (tree.kind(definition) !== Kind.FunctionDef) return undefined;
  const { yields } = owner.exitsOf(definition);
  if (yields.length === 0) return undefined;
  const names = decoratorNames(owner, definition);
  if (names.some((name) => /(?:^|\.)(?:async)?contextmanager$/.test(name))) return 'manager';
  // command = yield
  const isUsed = yields.some((node) => {
    const at = tree.kind(node) === Kind.Yield ? node : tree.parent(node);
    return tree.kind(at) === Kind.Yield && tree.kind(tree.parent(at)) !== Kind.Expr;
  });
  return isUsed ? 'sent' : undefined;
}

/** The object that a call of such a function gives; undefined for other functions. */
export function suspend(
  caller: Frame,
  state: State,
  fact: ReferenceFact,
  definition: Place,
  given: Arguments,
  node: NodeId,
): Value | undefined {
  const { engine } = caller;
  const kind = kindOf(engine.moduleOf(definition), definition.node);
  if (kind === undefined) return undefined;
  const at = caller.place(node);
  const className = kind === 'manager' ? 'contextlib._GeneratorContextManager' : 'typing.Generator';
  const made: InstanceFact = { kind: 'instance', className, call: at, from: [], at };
  const object = allocate(caller, state, node, made, new Map());
  let table = tables.get(engine);
  if (table === undefined) tables.set(engine, (table = new Map()));
  const identity = identityOf(object.facts[0] as Fact);
  if (identity !== undefined) table.set(identity, { fact, definition, given });
  return object;
}

export function suspendedBy(engine: Engine, fact: Fact | undefined): Suspended | undefined {
  const identity = fact === undefined ? undefined : identityOf(fact);
  return identity === undefined ? undefined : tables.get(engine)?.get(identity);
}
