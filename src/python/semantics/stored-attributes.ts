// Attributes that were assigned just before they are read, in the same straight stretch of code. Anything further away
// is answered by what the object's class says.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
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
  const scope = scopes.scopeOf(node);
  if (scope.kind !== 'function' && scope.kind !== 'module') return undefined;
  const graph = module.graphOf(scope);
  const read = momentsOf(tree, graph, node);
  if (read?.length !== 1) return undefined;
  let best: NodeId = 0;
  let bestMoment = -1;
  for (const store of stores) {
    const owner = ast.Attribute.value(tree, store);
    if (tree.kind(owner) !== Kind.Name || ast.Name.name(tree, owner) !== root || scopes.scopeOf(store) !== scope)
      continue;
    const moment = momentsOf(tree, graph, store)?.[0] ?? -1;
    if (
      moment < (read[0] as number) &&
      moment > bestMoment &&
      graph.blockOf[moment] === graph.blockOf[read[0] as number]
    ) {
      best = store;
      bestMoment = moment;
    }
  }
  if (best === 0 || !module.isSameBinding(object, ast.Attribute.value(tree, best))) return undefined;
  return tree.kind(tree.parent(best)) === Kind.Assign ? module.valueOfTarget(best) : undefined;
}

/** Stores of one attribute name in a file beyond which looking for the nearest costs too much. */
const MAX_STORES = 200;
