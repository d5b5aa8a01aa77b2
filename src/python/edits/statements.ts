// Edits of whole statements: taken away, or put behind another. Only statements with lines of their own are
// touched; `if x: f()` and `a; b` are refused.

import type { Edit } from '../../core/index.ts';
import { fieldsByKind, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { indentationAt, isFirstOnLine, isLastOnLine, lineEndOf, textBetween } from './layout.ts';
import { type Refusal, refuse } from './refusal.ts';

const blockFields: ReadonlySet<string> = new Set(['body', 'orelse', 'finalbody']);

/** The statement that a node is part of, and all statements of its block. */
export function statementAround(
  tree: Tree,
  inner: NodeId,
): { readonly statement: NodeId; readonly block: readonly NodeId[] } {
  let node = inner;
  for (let parent = tree.parent(node); parent !== 0; node = parent, parent = tree.parent(node)) {
    for (const field of fieldsByKind[tree.kind(parent)] ?? []) {
      if (field.type !== 'list' || !blockFields.has(field.name)) continue;
      const block = tree.list(field.read(tree, parent));
      if (block.includes(node)) return { statement: node, block };
    }
  }
  return { statement: 0, block: [] };
}

const crowded = refuse('another statement stands on the same line');

function hasOwnLines(tree: Tree, statement: NodeId): boolean {
  return isFirstOnLine(tree, tree.start(statement)) && isLastOnLine(tree, tree.end(statement));
}

/** Takes a statement away, or puts `pass` in its place when its block would be empty. A comment behind it stays. */
export function removeStatement(tree: Tree, inner: NodeId): readonly Edit[] | Refusal {
  const { statement, block } = statementAround(tree, inner);
  if (statement === 0 || !hasOwnLines(tree, statement)) return crowded;
  const [start, end] = [tree.start(statement), tree.end(statement)];
  if (block.length === 1 && tree.kind(tree.parent(statement)) !== Kind.Module) return [{ start, end, text: 'pass' }];
  const { lines, bytes } = tree;
  const lineStart = lines.startOf(lines.lineOf(start));
  const lineEnd = lines.endOf(lines.lineOf(end));
  const behind = textBetween(tree, end, lineEnd);
  if (behind.trim() !== '') return [{ start, end: end + (behind.length - behind.trimStart().length), text: '' }];
  let next = lineEnd;
  if (bytes[next] === 13) next++;
  if (bytes[next] === 10) next++;
  return [{ start: lineStart, end: next, text: '' }];
}

/** Lines of code behind the statement around a node, indented as it is. */
export function insertAfter(tree: Tree, inner: NodeId, code: readonly string[]): readonly Edit[] | Refusal {
  const { statement } = statementAround(tree, inner);
  if (statement === 0 || !hasOwnLines(tree, statement)) return crowded;
  const indentation = indentationAt(tree, tree.start(statement));
  const at = tree.lines.endOf(tree.lines.lineOf(tree.end(statement)));
  return [{ start: at, end: at, text: code.map((line) => `${lineEndOf(tree)}${indentation}${line}`).join('') }];
}
