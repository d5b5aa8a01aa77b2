// Text as it is written, taken apart: literals and the expressions between them. Only what stands in the expression
// itself; what a name stands for may differ from run to run.

import { ast, constantValue, Kind, type NodeId, partText, type Tree } from '../syntax/index.ts';

/**
 * A string, or an expression. `isText`: Python would fail if its value were no string; otherwise it is made one by `str`
 * (conversion `s`) or `repr`.
 */
export type WrittenPart = string | { readonly node: NodeId; readonly isText: boolean; readonly conversion: 's' | 'r' };

/** `"a " + b`, `f"a {b}"`, `"a %s" % b`, `"a {}".format(b)`, `"a"`; undefined for everything else. */
export function writtenParts(tree: Tree, node: NodeId): readonly WrittenPart[] | undefined {
  const parts: WrittenPart[] = [];
  // "a" + b + "c" is a chain to the left, as long as the author likes.
  const rights: NodeId[] = [];
  let first = node;
  while (tree.kind(first) === Kind.BinOp && tree.operator(first) === 'Add') {
    rights.push(ast.BinOp.right(tree, first));
    first = ast.BinOp.left(tree, first);
  }
  for (const each of [first, ...rights.reverse()]) {
    const own = literalParts(tree, each);
    if (own === undefined && rights.length === 0) return undefined;
    parts.push(...(own ?? [{ node: each, isText: true, conversion: 's' } as const]));
  }
  return parts.some((part) => typeof part === 'string') ? joined(parts) : undefined;
}

function literalParts(tree: Tree, node: NodeId): readonly WrittenPart[] | undefined {
  switch (tree.kind(node)) {
    case Kind.Constant: {
      const value = constantValue(tree, node);
      return typeof value === 'string' ? [value] : undefined;
    }
    case Kind.JoinedStr:
      return formattedParts(tree, node);
    case Kind.BinOp:
      return tree.operator(node) === 'Mod' ? percentParts(tree, node) : undefined;
    case Kind.Call:
      return bracesParts(tree, node);
    default:
      return undefined;
  }
}

// f"a {b} {c!r}"; not f"{b:>8}"
function formattedParts(tree: Tree, node: NodeId): readonly WrittenPart[] | undefined {
  const parts: WrittenPart[] = [];
  for (const value of tree.list(ast.JoinedStr.values(tree, node))) {
    if (tree.kind(value) === Kind.FormattedValue) {
      const conversion = conversions.get(ast.FormattedValue.conversion(tree, value));
      if (conversion === undefined || ast.FormattedValue.spec(tree, value) !== 0) return undefined;
      parts.push({ node: ast.FormattedValue.value(tree, value), isText: false, conversion });
    } else {
      const text = tree.list(ast.Constant.parts(tree, value)).map((part) => partText(tree, part));
      if (text.includes(undefined)) return undefined;
      parts.push(text.join(''));
    }
  }
  return parts;
}

const conversions = new Map([
  [-1, 's'],
  ['s'.charCodeAt(0), 's'],
  ['r'.charCodeAt(0), 'r'],
] as const);

// "a %s" % b, "a %s %s" % (b, c)
function percentParts(tree: Tree, node: NodeId): readonly WrittenPart[] | undefined {
  const format = constantValue(tree, ast.BinOp.left(tree, node));
  const right = ast.BinOp.right(tree, node);
  if (typeof format !== 'string') return undefined;
  const isTuple = tree.kind(right) === Kind.Tuple;
  // What a lone name holds may be a tuple, or a dict for %(name)s.
  const isOne = tree.kind(right) !== Kind.Dict;
  const values = isTuple ? tree.list(ast.Tuple.elements(tree, right)) : isOne ? [right] : [];
  return filledIn(
    tree,
    format.split(/(%%|%s)/),
    '%s',
    (text) => (text === '%%' ? '%' : text.includes('%') ? undefined : text),
    values,
  );
}

// "a {} {}".format(b, c)
function bracesParts(tree: Tree, node: NodeId): readonly WrittenPart[] | undefined {
  const callee = ast.Call.callee(tree, node);
  if (tree.kind(callee) !== Kind.Attribute || tree.names.text(ast.Attribute.name(tree, callee)) !== 'format')
    return undefined;
  const format = constantValue(tree, ast.Attribute.value(tree, callee));
  if (typeof format !== 'string') return undefined;
  const values = tree.list(ast.Call.arguments(tree, node));
  if (values.some((value) => tree.kind(value) === Kind.Keyword)) return undefined;
  const plain = (text: string) =>
    text === '{{' || text === '}}' ? text.charAt(0) : /[{}]/.test(text) ? undefined : text;
  return filledIn(tree, format.split(/(\{\{|\}\}|\{\})/), '{}', plain, values);
}

function filledIn(
  tree: Tree,
  pieces: readonly string[],
  hole: string,
  plain: (text: string) => string | undefined,
  values: readonly NodeId[],
): readonly WrittenPart[] | undefined {
  if (pieces.filter((piece) => piece === hole).length !== values.length) return undefined;
  if (values.some((value) => tree.kind(value) === Kind.Starred)) return undefined;
  const left = [...values];
  const parts: WrittenPart[] = [];
  for (const piece of pieces) {
    const part =
      piece === hole ? ({ node: left.shift() as NodeId, isText: false, conversion: 's' } as const) : plain(piece);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

/** Strings side by side become one; empty ones go. */
function joined(parts: readonly WrittenPart[]): readonly WrittenPart[] {
  const all: WrittenPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else if (part !== '') all.push(part);
  }
  return all;
}
