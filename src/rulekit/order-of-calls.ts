// Whether one expression has certainly been evaluated when another, in the same function, is reached. Blocks decide:
// a statement that stands earlier in a block around the other one has run, unless the block was left.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';

export function runsBefore(module: ModuleSemantics, first: NodeId, second: NodeId): boolean {
  const { tree } = module;
  if (tree.start(first) >= tree.start(second) || module.functionOf(first) !== module.functionOf(second)) return false;
  const around = new Set<NodeId>();
  for (let node = second; node !== 0; node = tree.parent(node)) around.add(node);

  let child = first;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    // Once the way up meets a node around the second expression, what comes next in it has seen the first.
    if (around.has(node)) return isEvaluatedFirst(module, node, child, around);
    if (!isAlwaysRun(module, node, child)) return false;
  }
  return false;
}

/** Whether a node is evaluated each time that its parent is, and its parent then goes on. */
function isAlwaysRun(module: ModuleSemantics, parent: NodeId, child: NodeId): boolean {
  const { tree } = module;
  switch (tree.kind(parent)) {
    case Kind.IfExp:
      return child === ast.IfExp.test(tree, parent);
    case Kind.BoolOp:
      return child === ast.BoolOp.values(tree, parent);
    case Kind.If:
      return child === ast.If.test(tree, parent);
    case Kind.While:
      return child === ast.While.test(tree, parent);
    case Kind.For:
      return child === ast.For.iterable(tree, parent);
    case Kind.Try:
      return tree.list(ast.Try.finalbody(tree, parent)).includes(child);
    case Kind.Lambda:
    case Kind.GeneratorExp:
    case Kind.ListComp:
    case Kind.SetComp:
    case Kind.DictComp:
    case Kind.MatchCase:
    case Kind.ExceptHandler:
    case Kind.FunctionDef:
    case Kind.ClassDef:
    case Kind.Assert:
      return false;
    default:
      return true;
  }
}

/** Whether `child`, standing in a node around the second expression, comes before the branch that leads there. */
function isEvaluatedFirst(module: ModuleSemantics, node: NodeId, child: NodeId, around: ReadonlySet<NodeId>): boolean {
  if (isAlwaysRun(module, node, child)) return true;
  // Both in the same arm of the statement.
  return armsOf(module, node).some((arm) => arm.includes(child) && arm.some((statement) => around.has(statement)));
}

/** Blocks of a statement in which statements run one after the other. */
function armsOf({ tree }: ModuleSemantics, node: NodeId): readonly (readonly NodeId[])[] {
  switch (tree.kind(node)) {
    case Kind.If:
      return [tree.list(ast.If.body(tree, node)), tree.list(ast.If.orelse(tree, node))];
    case Kind.Try:
      return [[...tree.list(ast.Try.body(tree, node)), ...tree.list(ast.Try.orelse(tree, node))]];
    case Kind.For:
      return [tree.list(ast.For.body(tree, node))];
    case Kind.While:
      return [tree.list(ast.While.body(tree, node))];
    case Kind.FunctionDef:
      return [tree.list(ast.FunctionDef.body(tree, node))];
    case Kind.ExceptHandler:
      return [tree.list(ast.ExceptHandler.body(tree, node))];
    case Kind.MatchCase:
      return [tree.list(ast.MatchCase.body(tree, node))];
    default:
      return [];
  }
}
