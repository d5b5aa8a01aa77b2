// Which units of a flow graph can run when conditions that fold are taken at their word: `if False`, `if DEBUG` with a
// constant, `if TYPE_CHECKING`, version checks under the project's Pythons.

import type { NodeId } from '../syntax/index.ts';
import { ENTRY, type FlowGraph } from './flow-graph.ts';
import { momentsOf } from './reaching.ts';
import type { Module } from './session.ts';
import { truthOf } from './values.ts';

/** Conditions that one question may find never to hold before all of the graph is explored. */
const MAX_DETOURS = 40;

const unknownYet = 0;
const open = 1;
const closed = 2;

export class Reachability {
  readonly #module: Module;
  readonly #graph: FlowGraph;
  /** by block: whether it is known to be reached */
  readonly #reached: Uint8Array;
  /** by edge: what its condition says */
  readonly #edges: Uint8Array;
  #isExplored = false;

  constructor(module: Module, graph: FlowGraph) {
    this.#module = module;
    this.#graph = graph;
    this.#reached = new Uint8Array(graph.blockCount);
    this.#reached[ENTRY] = 1;
    this.#edges = new Uint8Array(graph.edges.length);
  }

  reaches(node: NodeId): boolean {
    const moments = node === 0 ? undefined : momentsOf(this.#module.tree, this.#graph, node);
    if (moments === undefined) return true;
    return moments.some((moment) => this.#reaches(this.#graph.blockOf[moment] as number));
  }

  /** Looks for the way with the fewest conditions that are not evaluated yet, and evaluates only those. */
  #reaches(block: number): boolean {
    for (let detour = 0; detour < MAX_DETOURS; detour++) {
      if (this.#reached[block] === 1 || this.#isExplored) return this.#reached[block] === 1;
      const way = this.#wayTo(block);
      if (way === undefined) return false;
      if (this.#isOpen(way)) for (const edge of way) this.#reached[this.#graph.edges[edge]?.to as number] = 1;
    }
    this.#explore();
    return this.#reached[block] === 1;
  }

  #isOpen(way: readonly number[]): boolean {
    for (const edge of way) if (!this.#isEdgeOpen(edge)) return false;
    return true;
  }

  #isEdgeOpen(index: number): boolean {
    if (this.#edges[index] === unknownYet) {
      const edge = this.#graph.edges[index];
      const isNever = edge === undefined || this.#isNeverTaken(edge.test, edge.outcome);
      this.#edges[index] = isNever ? closed : open;
    }
    return this.#edges[index] === open;
  }

  /** Edges from a reached block to another one, in order; undefined when the conditions known so far leave no way. */
  #wayTo(target: number): number[] | undefined {
    const { edges, outgoing, blockCount } = this.#graph;
    /** by block: the edge that leads to it, plus one */
    const arrivedBy = new Int32Array(blockCount);
    const done = this.#reached.slice();
    let free: number[] = [];
    for (let block = 0; block < blockCount; block++) if (done[block] === 1) free.push(block);
    while (free.length > 0) {
      // Blocks that one more unknown condition leads to.
      const behind: number[] = [];
      for (let block = free.pop(); block !== undefined; block = free.pop()) {
        for (const index of outgoing[block] as readonly number[]) {
          const edge = edges[index];
          if (edge === undefined || done[edge.to] === 1 || this.#edges[index] === closed) continue;
          const isFree = edge.test === 0 || this.#edges[index] === open;
          if (!isFree && arrivedBy[edge.to] !== 0) continue;
          arrivedBy[edge.to] = index + 1;
          if (!isFree) behind.push(edge.to);
          else {
            done[edge.to] = 1;
            free.push(edge.to);
          }
        }
      }
      if (done[target] === 1) break;
      free = behind.filter((block) => done[block] === 0);
      for (const block of free) done[block] = 1;
    }
    if (done[target] !== 1) return undefined;
    const way: number[] = [];
    for (let at = target; this.#reached[at] === 0; at = edges[way[0] as number]?.from as number) {
      way.unshift((arrivedBy[at] as number) - 1);
    }
    return way;
  }

  #explore(): void {
    const { edges, outgoing, blockCount } = this.#graph;
    const seen = new Uint8Array(blockCount);
    seen[ENTRY] = 1;
    const waiting = [ENTRY];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      for (const index of outgoing[block] as readonly number[]) {
        const to = edges[index]?.to;
        if (to === undefined || seen[to] === 1 || !this.#isEdgeOpen(index)) continue;
        seen[to] = 1;
        waiting.push(to);
      }
    }
    this.#reached.set(seen);
    this.#isExplored = true;
  }

  #isNeverTaken(test: NodeId, outcome: boolean): boolean {
    if (test === 0) return false;
    const value = this.#module.valueOf(test);
    const fact = value.facts.length === 1 ? value.facts[0] : undefined;
    // `TYPE_CHECKING` is false when the program runs, whatever the checker assumes.
    if (fact?.kind === 'reference' && /^typing(?:_extensions)?\.TYPE_CHECKING$/.test(fact.name)) return outcome;
    const truth = truthOf(value);
    return truth !== undefined && truth !== outcome;
  }
}
