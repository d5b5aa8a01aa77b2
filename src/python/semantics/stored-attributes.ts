// Attributes that were assigned just before they are read, in the same straight stretch of code. Anything further away
// is answered by what the object's class says.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Scope } from './module-semantics.ts';
import { momentsOf } from './reaching.ts';
import type { Module } from './session.ts';
import type { Value } from './value.ts';

/** `self.loads = json.loads; self.loads(text)`: the assigned value, when nothing can have come between. */
export function storedBefore(module: Module, node: NodeId): Value | undefined {
  const { tree, scopes } = module;
  if (scopes.isStore(node)) return undefined;
  const object = ast.Attribute.value(tree, node);
  if (tree.kind(object) !== Kind.Name) return undefined;
  const stores = scopes.attributeStoresOf(tree.names.text(ast.Attribute.name(tree, node)));
  if (stores.length === 0 || stores.length > MAX_STORES) return undefined;
  const root = ast.Name.name(tree, object);
  let scope: Scope | undefined;
  let best: NodeId = 0;
  let bestMoment = -1;
  let graph: FlowGraph | undefined;
  let read = -1;
  for (const store of stores) {
    const owner = ast.Attribute.value(tree, store);
    if (tree.kind(owner) !== Kind.Name || ast.Name.name(tree, owner) !== root) continue;
    scope ??= scopes.scopeOf(node);
    if (scopes.scopeOf(store) !== scope) continue;
    if (scope.kind !== 'function' && scope.kind !== 'module') return undefined;
    // The graph of a scope is made for the first store that may matter.
    if (graph === undefined) {
      graph = module.graphOf(scope);
      const moments = momentsOf(tree, graph, node);
      if (moments?.length !== 1) return undefined;
      read = moments[0] as number;
    }
    const moment = momentsOf(tree, graph, store)?.[0] ?? -1;
    if (moment < read && moment > bestMoment && graph.blockOf[moment] === graph.blockOf[read]) {
      best = store;
      bestMoment = moment;
    }
  }
  if (best === 0 || !module.isSameBinding(object, ast.Attribute.value(tree, best))) return undefined;
  return tree.kind(tree.parent(best)) === Kind.Assign ? module.valueOfTarget(best) : undefined;
}

/** Stores of one attribute name in a file beyond which looking for the nearest costs too much. */
const MAX_STORES = 200;
