// What is known about the nodes of one tree, by number. Pages of slots are made where something is written: questions
// gather around sites, so most of a tree never costs anything, and a look-up is two array reads without hashing.

import type { NodeId } from '../syntax/index.ts';

const PAGE_BITS = 6;
const PAGE_SIZE = 1 << PAGE_BITS;

export class NodeTable<T> {
  readonly #pages: ((T | undefined)[] | undefined)[];

  constructor(nodeCount: number) {
    this.#pages = new Array((nodeCount >> PAGE_BITS) + 1).fill(undefined);
  }

  get(node: NodeId): T | undefined {
    const page = this.#pages[node >> PAGE_BITS];
    return page === undefined ? undefined : page[node & (PAGE_SIZE - 1)];
  }

  set(node: NodeId, value: T): void {
    let page = this.#pages[node >> PAGE_BITS];
    if (page === undefined) {
      page = new Array<T | undefined>(PAGE_SIZE).fill(undefined);
      this.#pages[node >> PAGE_BITS] = page;
    }
    page[node & (PAGE_SIZE - 1)] = value;
  }
}
