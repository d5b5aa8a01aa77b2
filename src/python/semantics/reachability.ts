// Which units of a flow graph can run when conditions that fold are taken at their word: `if False`, `if DEBUG` with a
// constant, `if TYPE_CHECKING`, version checks under the project's Pythons.

import type { NodeId } from '../syntax/index.ts';
import { ENTRY, type FlowGraph } from './flow-graph.ts';
import { momentsOf } from './reaching.ts';
import type { Module } from './session.ts';
import { truthOf } from './values.ts';

export class Reachability {
  readonly #module: Module;
  readonly #graph: FlowGraph;
  #seen: boolean[] | undefined;

  constructor(module: Module, graph: FlowGraph) {
    this.#module = module;
    this.#graph = graph;
  }

  reaches(node: NodeId): boolean {
    const moments = node === 0 ? undefined : momentsOf(this.#module.tree, this.#graph, node);
    if (moments === undefined) return true;
    const seen = (this.#seen ??= this.#explore());
    return moments.some((moment) => seen[this.#graph.blockOf[moment] as number]);
  }

  #explore(): boolean[] {
    const { edges, outgoing, blockCount } = this.#graph;
    const seen: boolean[] = new Array(blockCount).fill(false);
    seen[ENTRY] = true;
    const waiting = [ENTRY];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      for (const index of outgoing[block] as readonly number[]) {
        const edge = edges[index];
        if (edge === undefined || seen[edge.to] || this.#isNeverTaken(edge.test, edge.outcome)) continue;
        seen[edge.to] = true;
        waiting.push(edge.to);
      }
    }
    return seen;
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
