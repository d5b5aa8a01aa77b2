// What the methods of a class store on their objects, for readers who have the object from nowhere in particular: the
// values that the stores had when each method was run by itself. Objects among them hold what any method puts into them.

import { type Fact, type Module, type ProjectClass, unknown, type Value } from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { isPutInto } from './changes.ts';
import type { Engine } from './engine.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { type Cell, joinCells, type State } from './state.ts';
import { current, identityOf } from './values.ts';

/** Stores of one attribute that are looked at. */
const MAX_STORES = 12;
/** Functions that change the object in an attribute that are run for that. */
const MAX_CHANGERS = 12;

interface Stored {
  readonly value: Value;
  /** objects that the value is of, as all methods leave them */
  cells: ReadonlyMap<number, Cell>;
}

/** By class and attribute; `none` while it is looked for, and when there is nothing. */
const tables = new WeakMap<Engine, Map<string, Stored | 'none'>>();

export function storedAttribute(frame: Frame, info: ProjectClass, name: string, state: State): Value | undefined {
  const { engine } = frame;
  let table = tables.get(engine);
  if (table === undefined) tables.set(engine, (table = new Map()));
  const key = `${engine.level} ${info.definition.module.path} ${info.definition.node} ${name}`;
  let stored = table.get(key);
  if (stored === undefined) {
    table.set(key, 'none');
    stored = find(engine, info, name, (found) => table.set(key, found));
    table.set(key, stored ?? 'none');
  }
  if (stored === undefined || stored === 'none') return undefined;
  for (const [identity, cell] of stored.cells) if (state.cell(identity) === undefined) state.setCell(identity, cell);
  return current(stored.value, state);
}

function find(engine: Engine, info: ProjectClass, name: string, begin: (stored: Stored) => void): Stored | undefined {
  const values: Value[] = [];
  const cells = new Map<number, Cell>();
  for (const ancestor of info.ancestors) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) continue;
    const owner = engine.moduleOf(definition);
    for (const store of owner.selfStoresOf(definition.node, name).slice(0, MAX_STORES)) {
      const run = engine.outline(owner, owner.functionOf(store));
      // While that method is being run itself, or when it was too much, what the text says has to do.
      const seen = run?.wasCut === true ? undefined : run?.values.get(store);
      const value = seen ?? owner.valueOfTarget(store);
      values.push(value);
      if (seen !== undefined && run !== undefined) keepCells(run, value, cells);
    }
  }
  if (values.length === 0) return undefined;
  const stored: Stored = { value: joinAll(values), cells };
  if (cells.size === 0) return stored;
  begin(stored);
  stored.cells = changed(engine, info, name, cells);
  return stored;
}

/** Objects as a run leaves them; from here on they are any such object. */
function keepCells(run: Frame, value: Value, into: Map<number, Cell>): void {
  for (const fact of value.facts) {
    const identity = isContainer(fact) ? identityOf(fact) : undefined;
    if (identity === undefined) continue;
    for (const { state } of run.returns) {
      const cell = state.cell(identity);
      if (cell === undefined) continue;
      const before = into.get(identity);
      into.set(identity, { ...(before === undefined ? cell : joinCells(before, cell)), isMany: true });
    }
  }
}

const isContainer = (fact: Fact) =>
  fact.kind === 'sequence' || fact.kind === 'mapping' || (fact.kind === 'instance' && fact.definition === undefined);

/** The objects as every function of the class that puts something into them leaves them. */
function changed(
  engine: Engine,
  info: ProjectClass,
  name: string,
  cells: ReadonlyMap<number, Cell>,
): ReadonlyMap<number, Cell> {
  const result = new Map(cells);
  let left = MAX_CHANGERS;
  for (const ancestor of info.ancestors) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) continue;
    const owner = engine.moduleOf(definition);
    for (const [method, reads] of changersIn(owner, definition.node, name)) {
      if (--left < 0) return result;
      const run = engine.outline(owner, method);
      const ends = run === undefined ? [] : cellsAt(run, reads);
      for (const [identity, before] of result) result.set(identity, withChanges(before, ends, identity));
    }
  }
  return result;
}

interface CellAt {
  readonly identity: number;
  readonly cell: Cell;
}

/** The objects that these expressions are of, as a run leaves them. */
function cellsAt(run: Frame, reads: readonly NodeId[]): readonly CellAt[] {
  const found: CellAt[] = [];
  for (const read of reads) {
    for (const fact of run.values.get(read)?.facts ?? []) {
      const identity = isContainer(fact) ? identityOf(fact) : undefined;
      if (identity === undefined) continue;
      for (const { state } of run.returns) {
        const cell = state.cell(identity);
        if (cell !== undefined) found.push({ identity, cell });
      }
    }
  }
  return found;
}

/**
 * What a function leaves of an object. A run on another level has met it under another number: of those, what is of the
 * same kind counts. Where a run tells nothing, the object holds anything.
 */
function withChanges(before: Cell, ends: readonly CellAt[], identity: number): Cell {
  const same = ends.filter((end) => end.identity === identity);
  const kinds = new Set(before.facts.map(({ kind }) => kind));
  const alike = same.length > 0 ? same : ends.filter(({ cell }) => cell.facts.every(({ kind }) => kinds.has(kind)));
  if (alike.length === 0) return { ...before, facts: before.facts.map(holdingAnything), isMany: true };
  return alike.reduce((joined, { cell }) => ({ ...joinCells(joined, cell), isMany: true }), before);
}

function holdingAnything(fact: Fact): Fact {
  const isCollection = fact.kind === 'sequence' || fact.kind === 'mapping';
  return isCollection ? { ...fact, complete: false, rest: unknown('a method puts it in') } : fact;
}

/** Functions in a class's body in which something is put into what an attribute holds, with where they do that. */
function changersIn(owner: Module, classDefinition: NodeId, name: string): ReadonlyMap<NodeId, readonly NodeId[]> {
  const { tree } = owner;
  const found = new Map<NodeId, NodeId[]>();
  for (const read of owner.attributeReads(name)) {
    if (tree.start(read) < tree.start(classDefinition) || tree.end(read) > tree.end(classDefinition)) continue;
    if (isPutInto(tree, read)) {
      const method = owner.functionOf(read);
      if (method !== 0) found.set(method, [...(found.get(method) ?? []), read]);
    }
  }
  return found;
}
