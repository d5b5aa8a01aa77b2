// The functions of a file by the names that `heed debug flow FILE:FUNCTION` takes.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';

/** `run`, `Server.run`, `outer.inner`, in source order. */
export function functionNames(module: ModuleSemantics): readonly string[] {
  const { tree } = module;
  const found: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) if (tree.kind(node) === Kind.FunctionDef) found.push(node);
  return found.sort((one, other) => tree.start(one) - tree.start(other)).map((node) => nameOf(module, node));
}

function nameOf({ tree }: ModuleSemantics, definition: NodeId): string {
  const parts: string[] = [];
  for (let node = definition; node !== 0; node = tree.parent(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDef) parts.push(tree.names.text(ast.FunctionDef.name(tree, node)));
    else if (kind === Kind.ClassDef) parts.push(tree.names.text(ast.ClassDef.name(tree, node)));
  }
  return parts.reverse().join('.');
}
