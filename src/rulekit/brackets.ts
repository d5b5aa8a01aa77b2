// Whether an expression can stand beside an operator, or be called or indexed, without brackets around it.

import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';

const openers = '([{';
const closers = ')]}';

/** A name, a literal, a call, an index, or something in brackets: nothing outside of brackets and quotes can tear it apart. */
export function isAtomic(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"' || character === "'") at = endOfString(text, at);
    else if (openers.includes(character)) depth++;
    else if (closers.includes(character)) depth--;
    else if (depth === 0 && !/[\w.\u0080-\uffff]/.test(character)) return false;
  }
  return text !== '';
}

/** Index of the quote that ends the string begun at `at`. */
function endOfString(text: string, at: number): number {
  const quote = text.startsWith(text.charAt(at).repeat(3), at) ? text.charAt(at).repeat(3) : text.charAt(at);
  let end = at + quote.length;
  while (end < text.length && !text.startsWith(quote, end)) end += text[end] === '\\' ? 2 : 1;
  return end + quote.length - 1;
}

const operators: ReadonlySet<number> = new Set([
  Kind.BoolOp, Kind.BinOp, Kind.UnaryOp, Kind.Compare, Kind.CompareStep, Kind.Attribute, Kind.Await, Kind.Starred,
  Kind.IfExp, Kind.Lambda, Kind.Comprehension,
]); // biome-ignore format: a list of words

/** The place of an expression gives another meaning to one with operators of its own. */
export function standsInOperator(tree: Tree, node: NodeId): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === Kind.Call) return ast.Call.callee(tree, parent) === node;
  if (kind === Kind.Subscript) return ast.Subscript.value(tree, parent) === node;
  return operators.has(kind);
}
