// Which bindings of a name can be the last ones before a moment of a scope's flow graph. Solved per name and only when
// somebody asks, by carrying each binding forward until another one replaces it.

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { ENTRY, EXIT, type FlowGraph } from './flow-graph.ts';
import type { Binding, Scope } from './module-semantics.ts';
import type { ScopeTable } from './session.ts';

/** Steps that a name, and all names of a scope together, may take; then every binding reaches everything, which is sound. */
const MAX_WORK = 1_000_000;
const MAX_WORK_OF_SCOPE = 10_000_000;
/** Steps up from a node to the unit that holds it. */
const MAX_CLIMB = 10_000;

interface Definition {
  /** undefined: the name is removed */
  readonly binding: Binding | undefined;
  readonly moment: number;
  /** may not happen although its moment is passed: `a and (x := b)` */
  readonly isWeak: boolean;
}

interface NameFlow {
  /** by block, in order of moments */
  readonly definitionsByBlock: ReadonlyMap<number, readonly Definition[]>;
  /** what arrives at the start of each block; undefined where nothing does */
  readonly arriving: readonly (ReadonlySet<Definition> | undefined)[];
  /** instead of `arriving`, for names that are bound in the first block only: what arrives in all others */
  readonly everywhere?: ReadonlySet<Definition>;
  /** order was given up */
  readonly everything: boolean;
}

export interface Reached {
  readonly bindings: readonly Binding[];
  /** some way leads here without a binding */
  readonly mayBeUnbound: boolean;
}

const unbound: Definition = { binding: undefined, moment: -1, isWeak: false };

export class Reaching {
  readonly #tree: Tree;
  readonly #graph: FlowGraph;
  readonly #scope: Scope;
  readonly #scopes: ScopeTable;
  readonly #flows = new Map<string, NameFlow>();
  #live: readonly boolean[] | undefined;
  #removals: Map<string, number[]> | undefined;
  #work = 0;

  constructor(tree: Tree, graph: FlowGraph, scope: Scope, scopes: ScopeTable) {
    this.#tree = tree;
    this.#graph = graph;
    this.#scope = scope;
    this.#scopes = scopes;
  }

  /** Bindings that reach a node; undefined when no way leads to it. */
  before(name: string, node: NodeId): Reached | undefined {
    const moments = momentsOf(this.#tree, this.#graph, node);
    if (moments === undefined) return undefined;
    const flow = this.#flowOf(name);
    if (flow.everything) return { bindings: this.#all(name), mayBeUnbound: false };
    const found = new Set<Definition>();
    for (const moment of moments) this.#collect(flow, moment, node, found);
    return found.size === 0 ? undefined : this.#reached(name, found);
  }

  /** Bindings that are there when the scope's code has run to its end. */
  atEnd(name: string): Reached | undefined {
    const flow = this.#flowOf(name);
    if (flow.everything) return { bindings: this.#all(name), mayBeUnbound: false };
    const arriving = flow.everywhere ?? flow.arriving[EXIT];
    return arriving === undefined || arriving.size === 0 ? undefined : this.#reached(name, arriving);
  }

  #all(name: string): Binding[] {
    return (this.#scope.bindings.get(name) ?? []).filter(
      (binding) => binding.kind !== 'declaration' && binding.kind !== 'delete',
    );
  }

  #reached(name: string, found: ReadonlySet<Definition>): Reached {
    const bindings: Binding[] = [];
    let mayBeUnbound = false;
    for (const definition of found) {
      const binding = definition.binding;
      if (binding === undefined || binding.kind === 'delete') mayBeUnbound = true;
      else if (!bindings.includes(binding)) bindings.push(binding);
    }
    // def f(): global x; x = 1   can run at any time
    for (const binding of this.#scope.bindings.get(name) ?? []) {
      if (this.#isForeign(binding) && !bindings.includes(binding)) bindings.push(binding);
    }
    bindings.sort((one, other) => this.#tree.start(one.node) - this.#tree.start(other.node));
    return { bindings, mayBeUnbound };
  }

  #isForeign(binding: Binding): boolean {
    let home = this.#scopes.homeOf(binding);
    while (home.kind === 'comprehension' && home.parent !== undefined) home = home.parent;
    return home !== this.#scope;
  }

  #collect(flow: NameFlow, moment: number, node: NodeId, found: Set<Definition>): void {
    const block = this.#graph.blockOf[moment] as number;
    const definitions = flow.definitionsByBlock.get(block);
    if (definitions !== undefined) {
      for (let index = definitions.length - 1; index >= 0; index--) {
        const definition = definitions[index] as Definition;
        if (definition.moment > moment) continue;
        if (definition.moment === moment && !this.#isDoneWithin(definition, node)) continue;
        found.add(definition);
        if (!definition.isWeak) return;
      }
    }
    const arriving = flow.everywhere !== undefined && block !== ENTRY ? flow.everywhere : flow.arriving[block];
    for (const definition of arriving ?? []) found.add(definition);
  }

  /** Inside one unit: `(y := f()) and g(y)` binds before the use, `x = x` does not. */
  #isDoneWithin(definition: Definition, node: NodeId): boolean {
    const binding = definition.binding;
    if (binding === undefined) return true;
    if (this.#isInOpaque(binding.node)) return true;
    return binding.kind === 'walrus' && this.#tree.end(this.#tree.parent(binding.node)) <= this.#tree.start(node);
  }

  #isInOpaque(node: NodeId): boolean {
    return this.#graph.opaque.size > 0 && this.#graph.opaque.has(unitOf(this.#tree, this.#graph, node));
  }

  #flowOf(name: string): NameFlow {
    const known = this.#flows.get(name);
    if (known !== undefined) return known;
    const flow = this.#solve(name);
    this.#flows.set(name, flow);
    return flow;
  }

  #solve(name: string): NameFlow {
    const graph = this.#graph;
    const definitions = this.#definitionsOf(name);
    const everything = false;
    const definitionsByBlock = new Map<number, Definition[]>();
    for (const definition of definitions) {
      const block = definition.moment < 0 ? ENTRY : (graph.blockOf[definition.moment] as number);
      const list = definitionsByBlock.get(block);
      if (list === undefined) definitionsByBlock.set(block, [definition]);
      else list.push(definition);
    }
    const start = this.#startOf(name);
    const early = definitionsByBlock.get(ENTRY);
    if (definitionsByBlock.size === 0 || (definitionsByBlock.size === 1 && early !== undefined)) {
      const arriving = [new Set([start])];
      return { definitionsByBlock, arriving, everywhere: lastOf(early ?? [], start), everything };
    }
    const arriving: (Set<Definition> | undefined)[] = new Array(graph.blockCount);
    arriving[ENTRY] = new Set([start]);
    const stops = (block: number): boolean => definitionsByBlock.get(block)?.some((each) => !each.isWeak) ?? false;
    const live = (this.#live ??= blocksFrom(graph, ENTRY));
    let work = stops(ENTRY) ? 0 : this.#carry(start, ENTRY, arriving, stops);
    for (const [block, list] of definitionsByBlock) {
      if (!live[block]) continue;
      for (let index = list.length - 1; index >= 0; index--) {
        const definition = list[index] as Definition;
        if (work > MAX_WORK || this.#work > MAX_WORK_OF_SCOPE) {
          return { definitionsByBlock: new Map(), arriving: [], everything: true };
        }
        const steps = this.#carry(definition, block, arriving, stops);
        work += steps;
        this.#work += steps;
        if (!definition.isWeak) break;
      }
    }
    return { definitionsByBlock, arriving, everything };
  }

  /** What a name is before the scope's code starts: its parameter, or nothing. */
  #startOf(name: string): Definition {
    const bindings = this.#scope.bindings.get(name) ?? [];
    const parameter = bindings.find((binding) => binding.kind === 'parameter' && !this.#isForeign(binding));
    return parameter === undefined ? unbound : { binding: parameter, moment: -1, isWeak: false };
  }

  #carry(
    definition: Definition,
    from: number,
    arriving: (Set<Definition> | undefined)[],
    stops: (block: number) => boolean,
  ): number {
    const { edges, outgoing } = this.#graph;
    let steps = 0;
    const waiting = [from];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      for (const edge of outgoing[block] as readonly number[]) {
        const to = edges[edge]?.to as number;
        steps++;
        const set = (arriving[to] ??= new Set());
        if (set.has(definition)) continue;
        set.add(definition);
        if (!stops(to)) waiting.push(to);
      }
    }
    return steps;
  }

  #definitionsOf(name: string): Definition[] {
    const graph = this.#graph;
    const definitions: Definition[] = [];
    for (const binding of this.#scope.bindings.get(name) ?? []) {
      if (binding.kind === 'declaration' || binding.kind === 'parameter' || this.#isForeign(binding)) continue;
      for (const moment of momentsOf(this.#tree, graph, binding.node) ?? []) {
        definitions.push({ binding, moment, isWeak: this.#isWeak(binding) });
      }
    }
    for (const moment of this.#removalsOf(name)) definitions.push({ binding: undefined, moment, isWeak: false });
    return definitions.sort((one, other) => one.moment - other.moment);
  }

  #removalsOf(name: string): readonly number[] {
    if (this.#removals === undefined) {
      this.#removals = new Map();
      for (const removal of this.#graph.removals) {
        const moments = this.#removals.get(removal.name);
        if (moments === undefined) this.#removals.set(removal.name, [removal.moment]);
        else moments.push(removal.moment);
      }
    }
    return this.#removals.get(name) ?? [];
  }

  #isWeak(binding: Binding): boolean {
    if (binding.kind === 'walrus') return isConditional(this.#tree, this.#graph, binding.node);
    return this.#isInOpaque(binding.node);
  }
}

/** What is left at the end of a block that starts with one definition and makes others. */
function lastOf(definitions: readonly Definition[], start: Definition): Set<Definition> {
  const left = new Set<Definition>();
  for (let index = definitions.length - 1; index >= 0; index--) {
    const definition = definitions[index] as Definition;
    left.add(definition);
    if (!definition.isWeak) return left;
  }
  return left.add(start);
}

/** The blocks that some way from a block leads to, itself included. */
export function blocksFrom(graph: FlowGraph, start: number): boolean[] {
  const seen: boolean[] = new Array(graph.blockCount).fill(false);
  const waiting = [start];
  seen[start] = true;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    for (const edge of graph.outgoing[block] as readonly number[]) {
      const to = graph.edges[edge]?.to as number;
      if (!seen[to]) {
        seen[to] = true;
        waiting.push(to);
      }
    }
  }
  return seen;
}

/** The unit of a graph that holds a node; 0 when there is none. */
export function unitOf(tree: Tree, graph: FlowGraph, node: NodeId): NodeId {
  let at = node;
  for (let steps = 0; at !== 0 && at !== graph.owner && steps < MAX_CLIMB; steps++) {
    if (graph.moments.has(at)) return at;
    at = tree.parent(at);
  }
  return 0;
}

export function momentsOf(tree: Tree, graph: FlowGraph, node: NodeId): readonly number[] | undefined {
  const unit = unitOf(tree, graph, node);
  return unit === 0 ? undefined : graph.moments.get(unit);
}

/** Whether a part of a unit may be left out when the unit is evaluated. */
function isConditional(tree: Tree, graph: FlowGraph, node: NodeId): boolean {
  const unit = unitOf(tree, graph, node);
  for (let child = node; child !== unit && child !== 0; ) {
    const parent = tree.parent(child);
    const kind = tree.kind(parent);
    if (kind === Kind.BoolOp && ast.BoolOp.values(tree, parent) !== child) return true;
    if (kind === Kind.IfExp && ast.IfExp.test(tree, parent) !== child) return true;
    if (kind === Kind.Comprehension || kind === Kind.ListComp || kind === Kind.SetComp) return true;
    if (kind === Kind.DictComp || kind === Kind.GeneratorExp || kind === Kind.CompareStep) return true;
    child = parent;
  }
  return false;
}

/**
 * Whether none of `changes` can happen on a way from one moment to another that does not come by the first again.
 * False as well when some way to `to` does not come by `from` at all.
 */
export function isUntouchedBetween(graph: FlowGraph, changes: readonly number[], from: number, to: number): boolean {
  const startBlock = graph.blockOf[from] as number;
  const endBlock = graph.blockOf[to] as number;
  if (startBlock === endBlock && from <= to) {
    return !changes.some((moment) => moment >= from && moment < to && graph.blockOf[moment] === startBlock);
  }
  const changesByBlock = new Map<number, number[]>();
  for (const moment of changes) {
    const block = graph.blockOf[moment] as number;
    const list = changesByBlock.get(block);
    if (list === undefined) changesByBlock.set(block, [moment]);
    else list.push(moment);
  }
  if (changesByBlock.get(endBlock)?.some((moment) => moment < to)) return false;
  const seen = new Set<number>();
  const waiting = [endBlock];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block === ENTRY) return false;
    for (const edge of graph.incoming[block] as readonly number[]) {
      const previous = graph.edges[edge]?.from as number;
      if (previous === startBlock) {
        if (changesByBlock.get(previous)?.some((moment) => moment >= from)) return false;
        continue;
      }
      if (seen.has(previous)) continue;
      seen.add(previous);
      if (changesByBlock.has(previous)) return false;
      waiting.push(previous);
    }
  }
  return true;
}
