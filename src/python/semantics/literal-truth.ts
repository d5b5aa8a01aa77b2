// Truth that can be read off the text alone. Graphs are built with it before anything can be evaluated.

import { ast, ConstantType, Kind, type NodeId, type Tree } from '../syntax/index.ts';

/** Truth of `True`, `0`, `None`, `not 1` …; undefined for everything else. */
export function literalTruth(tree: Tree, test: NodeId): boolean | undefined {
  let negated = false;
  let node = test;
  while (tree.kind(node) === Kind.UnaryOp && tree.operator(node) === 'Not') {
    negated = !negated;
    node = ast.UnaryOp.operand(tree, node);
  }
  if (tree.kind(node) !== Kind.Constant) return undefined;
  const type = ast.Constant.constant(tree, node);
  if (type === ConstantType.true) return !negated;
  if (type === ConstantType.false || type === ConstantType.none) return negated;
  if (type === ConstantType.integer) return (tree.text(node) !== '0') !== negated;
  return undefined;
}

/** A pattern that matches anything: `_`, `name`, `_ as name`. */
export function matchesAnything(tree: Tree, pattern: NodeId): boolean {
  let node = pattern;
  while (tree.kind(node) === Kind.MatchAs) {
    node = ast.MatchAs.pattern(tree, node);
    if (node === 0) return true;
  }
  return false;
}
