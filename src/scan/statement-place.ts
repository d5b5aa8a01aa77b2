// The lines that belong to the statement around a site. Of a compound statement (`with`, `if`, `def`) that is its
// header: decorators, the head itself, and everything up to the line before its body.

import type { Span } from '../core/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';

/** The lines of the statement around a site; the lines that a suppression may stand on. */
export interface Place {
  readonly firstLine: number;
  readonly lastLine: number;
  /** lines up to here are inside the statement: a comment alone on its line counts there */
  readonly lastInnerLine: number;
}

export function statementsOf(tree: Tree): readonly NodeId[] {
  const statements: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind >= Kind.FunctionDef && kind <= Kind.Damaged) statements.push(node);
  }
  return statements;
}

export function placeOf(tree: Tree, statements: readonly NodeId[], site: Span): Place {
  let innermost: NodeId = 0;
  for (const statement of statements) {
    if (startWithDecorators(tree, statement) > site.start || tree.end(statement) < site.end) continue;
    if (innermost === 0 || lengthOf(tree, statement) <= lengthOf(tree, innermost)) innermost = statement;
  }
  const siteLines = linesOf(tree, site.start, site.end);
  if (innermost === 0) return { ...siteLines, lastInnerLine: siteLines.lastLine };
  const start = startWithDecorators(tree, innermost);
  const firstBody = firstOfBody(tree, innermost);
  if (firstBody === 0) {
    const lines = linesOf(tree, start, tree.end(innermost));
    return { ...lines, lastInnerLine: lines.lastLine };
  }
  // A site behind the header stands in an `except`, a `case` or an `elif` that is no statement: its own lines count.
  if (site.start >= tree.start(firstBody)) return { ...siteLines, lastInnerLine: siteLines.lastLine };
  const firstLine = tree.lines.lineOf(start);
  const lastLine = Math.max(firstLine, tree.lines.lineOf(tree.start(firstBody)) - 1);
  return { firstLine, lastLine, lastInnerLine: Math.max(firstLine, lastHeaderLine(tree, innermost)) };
}

function linesOf(tree: Tree, start: number, end: number): { firstLine: number; lastLine: number } {
  return { firstLine: tree.lines.lineOf(start), lastLine: tree.lines.lineOf(Math.max(start, end - 1)) };
}

function lengthOf(tree: Tree, node: NodeId): number {
  return tree.end(node) - tree.start(node);
}

/** CPython's positions start a function or class behind its decorators. */
function startWithDecorators(tree: Tree, statement: NodeId): number {
  const start = tree.start(statement);
  const decorator = firstDecorator(tree, statement);
  return decorator === 0 ? start : Math.min(start, tree.start(decorator));
}

function firstDecorator(tree: Tree, statement: NodeId): NodeId {
  switch (tree.kind(statement)) {
    case Kind.FunctionDef: {
      const head = ast.FunctionDef.head(tree, statement);
      return head === 0 ? 0 : ast.FunctionHead.decorators(tree, head);
    }
    case Kind.ClassDef: {
      const head = ast.ClassDef.head(tree, statement);
      return head === 0 ? 0 : ast.ClassHead.decorators(tree, head);
    }
    default:
      return 0;
  }
}

/** The first statement or case inside a compound statement; 0 for a simple one. */
function firstOfBody(tree: Tree, statement: NodeId): NodeId {
  switch (tree.kindName(statement)) {
    case 'FunctionDef':
      return ast.FunctionDef.body(tree, statement);
    case 'ClassDef':
      return ast.ClassDef.body(tree, statement);
    case 'For':
      return ast.For.body(tree, statement);
    case 'While':
      return ast.While.body(tree, statement);
    case 'If':
      return ast.If.body(tree, statement);
    case 'With':
      return ast.With.body(tree, statement);
    case 'Match':
      return ast.Match.cases(tree, statement);
    case 'Try':
      return ast.Try.body(tree, statement);
    default:
      return 0;
  }
}

/** The line on which the last expression of a header ends: comments alone on a line up to there are inside it. */
function lastHeaderLine(tree: Tree, statement: NodeId): number {
  const expressions: NodeId[] = [];
  switch (tree.kindName(statement)) {
    case 'FunctionDef':
      expressions.push(ast.FunctionDef.parameters(tree, statement));
      break;
    case 'ClassDef':
      expressions.push(...tree.list(ast.ClassDef.arguments(tree, statement)));
      break;
    case 'For':
      expressions.push(ast.For.iterable(tree, statement));
      break;
    case 'While':
      expressions.push(ast.While.test(tree, statement));
      break;
    case 'If':
      expressions.push(ast.If.test(tree, statement));
      break;
    case 'With':
      expressions.push(...tree.list(ast.With.items(tree, statement)));
      break;
    case 'Match':
      expressions.push(ast.Match.subject(tree, statement));
      break;
  }
  const last = expressions.filter((node) => node !== 0).at(-1);
  return last === undefined ? 0 : tree.lines.lineOf(Math.max(tree.start(last), tree.end(last) - 1));
}
