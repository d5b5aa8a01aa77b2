// The nodes that belong to one function or to a module's own code: nested functions keep theirs, lambdas and
// comprehensions share their surroundings. In source order, computed once for each function that is asked about.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId } from '../python/syntax/index.ts';
import type { Session } from './session.ts';

/** `owner` is a FunctionDef or Lambda, or 0 for the module. */
export function nodesOfFunction(session: Session, module: ModuleSemantics, owner: NodeId): readonly NodeId[] {
  let byFunction = session.memory.nodesByFunction.get(module);
  if (byFunction === undefined) {
    byFunction = new Map();
    session.memory.nodesByFunction.set(module, byFunction);
  }
  let nodes = byFunction.get(owner);
  if (nodes === undefined) {
    nodes = collect(module, owner);
    byFunction.set(owner, nodes);
  }
  return nodes;
}

function collect(module: ModuleSemantics, owner: NodeId): readonly NodeId[] {
  const { tree } = module;
  const found: NodeId[] = [];
  const waiting = bodyOf(module, owner === 0 ? tree.root : owner);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (tree.kind(node) === Kind.FunctionDef) {
      // Defaults and decorators are evaluated where the function is defined.
      const parts = [ast.FunctionDef.parameters(tree, node), ast.FunctionDef.head(tree, node)];
      for (const part of parts) if (part !== 0) waiting.push(part);
    } else {
      waiting.push(...childrenOf(tree, node));
    }
  }
  return found.sort((one, other) => tree.start(one) - tree.start(other) || tree.end(other) - tree.end(one));
}

function bodyOf(module: ModuleSemantics, owner: NodeId): NodeId[] {
  const { tree } = module;
  if (tree.kind(owner) === Kind.FunctionDef) return tree.list(ast.FunctionDef.body(tree, owner));
  if (tree.kind(owner) === Kind.Lambda) return [ast.Lambda.body(tree, owner)];
  return childrenOf(tree, owner);
}
