// The expressions that stand for the parts of a value: elements of a display, entries of a dict, the holes of a text.
// Semantics gives parts as values; verdicts must point at, and ask for guards of, the expression where each is used.

import type { Place, Value } from '../python/semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId } from '../python/syntax/index.ts';

/** Elements of the display at a place, when they stand there one for one. */
export function elementsAt({ module, node }: Place, count: number): readonly NodeId[] | undefined {
  const { tree } = module;
  const kind = tree.kind(node);
  let first = 0;
  if (kind === Kind.List) first = ast.List.elements(tree, node);
  else if (kind === Kind.Tuple) first = ast.Tuple.elements(tree, node);
  else if (kind === Kind.Set) first = ast.Set.elements(tree, node);
  else if (kind === Kind.Call) {
    // frozenset({"a", "b"}), tuple(["a"])
    const [only] = tree.list(ast.Call.arguments(tree, node));
    return only === undefined ? undefined : elementsAt({ module, node: only }, count);
  } else return undefined;
  const elements = tree.list(first);
  // What stands before a star is where it seems to be; what a display grew by later has no place in it.
  const star = elements.findIndex((each) => tree.kind(each) === Kind.Starred);
  const certain = star < 0 ? elements : elements.slice(0, star);
  return star < 0 && elements.length < count ? elements : certain;
}

/** The value expression of a key in the dict display at a place. */
export function entryAt({ module, node }: Place, key: string): NodeId | undefined {
  const { tree } = module;
  if (tree.kind(node) === Kind.Dict) {
    return tree
      .list(ast.Dict.entries(tree, node))
      .filter(
        (entry) =>
          ast.DictEntry.key(tree, entry) !== 0 && textOf(module.valueOf(ast.DictEntry.key(tree, entry))) === key,
      )
      .map((entry) => ast.DictEntry.value(tree, entry))
      .at(-1);
  }
  if (tree.kind(node) !== Kind.Call) return undefined;
  // dict(shell=True)
  const keyword = tree
    .list(ast.Call.arguments(tree, node))
    .find((each) => tree.kind(each) === Kind.Keyword && tree.names.text(ast.Keyword.name(tree, each)) === key);
  return keyword === undefined ? undefined : ast.Keyword.value(tree, keyword);
}

function textOf(value: Value): string | undefined {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  return fact?.kind === 'constant' && typeof fact.value === 'string' ? fact.value : undefined;
}

/** Expressions below a node that are looked at when the holes of a text are matched with its parts. */
const mostExpressions = 400;

/** For each part of a text the expression that it was put in by, where one can be told. */
export function holesAt({ module, node }: Place, parts: readonly (string | Value)[]): readonly (NodeId | undefined)[] {
  const { tree } = module;
  const expressions: NodeId[] = [];
  const collect = (at: NodeId): void => {
    if (expressions.length >= mostExpressions) return;
    expressions.push(at);
    for (const child of childrenOf(tree, at)) collect(child);
  };
  collect(node);
  expressions.sort((one, other) => tree.start(one) - tree.start(other) || tree.end(other) - tree.end(one));
  let from = 0;
  return parts.map((part) => {
    if (typeof part === 'string') return undefined;
    for (let at = from; at < expressions.length; at++) {
      const each = expressions[at] as NodeId;
      if (each === node || !isExpression(tree.kind(each))) continue;
      if (!isSame(module.valueOf(each), part)) continue;
      from = at + 1;
      return each;
    }
    return undefined;
  });
}

function isExpression(kind: number): boolean {
  return (
    kind === Kind.Name ||
    kind === Kind.Attribute ||
    kind === Kind.Call ||
    kind === Kind.Subscript ||
    kind === Kind.BinOp ||
    kind === Kind.IfExp ||
    kind === Kind.Await ||
    kind === Kind.BoolOp ||
    kind === Kind.NamedExpr ||
    kind === Kind.JoinedStr
  );
}

/** Whether two values are the same, and have passed as many tests. */
export function isSameAsTested(one: Value, other: Value): boolean {
  const count = (fact: Value['facts'][number] | undefined) => fact?.conditions?.length ?? 0;
  return isSame(one, other) && one.facts.every((fact, at) => count(fact) === count(other.facts[at]));
}

/** Whether two values are the same as far as where they were made tells. */
export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.facts.length === 0 || one.facts.length !== other.facts.length || one.complete !== other.complete)
    return false;
  return one.facts.every((fact, at) => {
    const its = other.facts[at];
    return (
      its !== undefined &&
      its.kind === fact.kind &&
      its.at.module.tree === fact.at.module.tree &&
      its.at.node === fact.at.node
    );
  });
}
