// Rules find their sites by running through the array of nodes, not by walking the tree: a node that the parser gave up
// after trying something else, and left behind, would be judged like a real one.

import { childrenOf, type KindName, type Tree } from '../../src/python/syntax/index.ts';

/** Kinds of the nodes that the root does not lead to. */
export function straysOf(tree: Tree): KindName[] {
  const isReached = new Uint8Array(tree.nodeCount);
  const stack = [tree.root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    isReached[node] = 1;
    for (const child of childrenOf(tree, node)) stack.push(child);
  }
  const kinds = new Set<KindName>();
  for (let node = 1; node < tree.nodeCount; node++) {
    if (isReached[node] === 0 && tree.kind(node) !== 0) kinds.add(tree.kindName(node));
  }
  return [...kinds];
}
