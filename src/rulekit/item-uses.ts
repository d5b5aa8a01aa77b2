// Operators as uses of an object: `shelf[key]`, `key in shelf`, `for key in shelf`. Python calls methods for them, and
// rules see them as such: `__getitem__`, `__setitem__`, `__delitem__`, `__contains__`, `__iter__`.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Context, Kind, type NodeId } from '../python/syntax/index.ts';
import { nodesOfFunction } from './function-nodes.ts';
import type { Session } from './session.ts';

export interface ItemUse {
  readonly method: string;
  /** the expression or statement that stands for the call */
  readonly node: NodeId;
  /** the key; 0 for iteration */
  readonly key: NodeId;
}

/** Uses of the object that an expression gives, in the function that it stands in. */
export function itemUsesOf(session: Session, module: ModuleSemantics, maker: NodeId): readonly ItemUse[] {
  const { tree } = module;
  const direct = itemUseAt(module, maker);
  if (direct !== undefined) return [direct];
  const targets = new Set(targetsOf(module, maker));
  if (targets.size === 0) return [];
  const ids = new Set([...targets].map((target) => ast.Name.name(tree, target)));
  const uses: ItemUse[] = [];
  for (const node of nodesOfFunction(session, module, module.functionOf(maker))) {
    if (tree.kind(node) !== Kind.Name || tree.context(node) !== Context.load) continue;
    if (!ids.has(ast.Name.name(tree, node))) continue;
    const use = itemUseAt(module, node);
    if (use !== undefined && module.bindingsOf(node).some((binding) => targets.has(binding.node))) uses.push(use);
  }
  return uses;
}

/** Names that an expression is bound to. */
function targetsOf({ tree }: ModuleSemantics, maker: NodeId): readonly NodeId[] {
  const parent = tree.parent(maker);
  let targets: readonly NodeId[] = [];
  if (tree.kind(parent) === Kind.Assign) targets = tree.list(ast.Assign.targets(tree, parent));
  else if (tree.kind(parent) === Kind.AnnAssign) targets = [ast.AnnAssign.target(tree, parent)];
  else if (tree.kind(parent) === Kind.NamedExpr) targets = [ast.NamedExpr.target(tree, parent)];
  else if (tree.kind(parent) === Kind.WithItem) targets = [ast.WithItem.target(tree, parent)];
  return targets.filter((target) => target !== maker && tree.kind(target) === Kind.Name);
}

function itemUseAt({ tree }: ModuleSemantics, object: NodeId): ItemUse | undefined {
  const parent = tree.parent(object);
  switch (tree.kind(parent)) {
    case Kind.Subscript: {
      if (ast.Subscript.value(tree, parent) !== object) return undefined;
      const context = tree.context(parent);
      const method =
        context === Context.load ? '__getitem__' : context === Context.store ? '__setitem__' : '__delitem__';
      return { method, node: parent, key: ast.Subscript.index(tree, parent) };
    }
    case Kind.CompareStep: {
      const operator = tree.operator(parent);
      if (operator !== 'In' && operator !== 'NotIn') return undefined;
      const comparison = tree.parent(parent);
      return { method: '__contains__', node: comparison, key: ast.Compare.left(tree, comparison) };
    }
    case Kind.For:
      return ast.For.iterable(tree, parent) === object ? { method: '__iter__', node: object, key: 0 } : undefined;
    case Kind.Comprehension:
      return ast.Comprehension.iterable(tree, parent) === object
        ? { method: '__iter__', node: object, key: 0 }
        : undefined;
    default:
      return undefined;
  }
}
