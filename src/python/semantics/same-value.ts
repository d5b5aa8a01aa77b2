// Whether two expressions certainly hold the same value: the same text in terms of names, attributes and constant keys,
// with nothing bound anew in between.

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { changesOf } from './conditions.ts';
import { literalOf } from './literals.ts';
import { isUntouchedBetween, momentsOf } from './reaching.ts';
import type { Module } from './session.ts';
import { constantKey } from './values.ts';

export function isSameValue(module: Module, one: NodeId, other: NodeId): boolean {
  if (one === other) return true;
  const { tree } = module;
  if (!isSameText(module, one, other, 0)) return false;
  const scope = module.scopes.scopeOf(one);
  if (scope !== module.scopes.scopeOf(other) && scope.kind !== 'comprehension') return isConstantBinding(module, one);
  let around = scope;
  while (around.kind === 'comprehension' && around.parent !== undefined) around = around.parent;
  const graph = module.graphOf(around);
  const changes = changesOf(module, graph, one);
  if (changes.length === 0) return true;
  const first = momentsOf(tree, graph, one);
  const second = momentsOf(tree, graph, other);
  if (first === undefined || second === undefined) return false;
  return second.every((to) =>
    first.some(
      (from) =>
        from === to || isUntouchedBetween(graph, changes, from, to) || isUntouchedBetween(graph, changes, to, from),
    ),
  );
}

const MAX_LENGTH = 20;

/** Names with the same bindings, the same attributes of them, the same items by constant keys. */
function isSameText(module: Module, one: NodeId, other: NodeId, length: number): boolean {
  const { tree } = module;
  const kind = tree.kind(one);
  if (kind !== tree.kind(other) || length > MAX_LENGTH) return false;
  switch (kind) {
    case Kind.Name:
      return ast.Name.name(tree, one) === ast.Name.name(tree, other) && hasSameBindings(module, one, other);
    case Kind.Attribute:
      return (
        ast.Attribute.name(tree, one) === ast.Attribute.name(tree, other) &&
        isSameText(module, ast.Attribute.value(tree, one), ast.Attribute.value(tree, other), length + 1)
      );
    case Kind.Subscript:
      return (
        isSameText(module, ast.Subscript.value(tree, one), ast.Subscript.value(tree, other), length + 1) &&
        isSameText(module, ast.Subscript.index(tree, one), ast.Subscript.index(tree, other), length + 1)
      );
    case Kind.Constant:
      return isSameConstant(tree, one, other);
    default:
      return false;
  }
}

function isSameConstant(tree: Tree, one: NodeId, other: NodeId): boolean {
  const value = literalOf(tree, one);
  const second = literalOf(tree, other);
  return value !== undefined && second !== undefined && constantKey(value) === constantKey(second);
}

function hasSameBindings(module: Module, one: NodeId, other: NodeId): boolean {
  const bindings = module.bindingsOf(one);
  const others = module.bindingsOf(other);
  return bindings.length === others.length && bindings.every((binding) => others.includes(binding));
}

/** Between functions only what is bound once for all stays the same. */
function isConstantBinding(module: Module, node: NodeId): boolean {
  if (module.tree.kind(node) !== Kind.Name) return false;
  const bindings = module.bindingsOf(node);
  return bindings.length === 1 && bindings[0]?.scope.bindings.get(bindings[0].name)?.length === 1;
}
