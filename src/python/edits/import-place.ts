// Where a new `import` goes: into the block of the standard library, in the order that it keeps; behind the docstring and
// `from __future__` in any case.

import type { Edit } from '../../core/index.ts';
import { ast, ConstantType, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { isFirstOnLine, isLastOnLine, lineEndOf, textBetween } from './layout.ts';
import { type Refusal, refuse } from './refusal.ts';

/** An edit that adds `import name` so that it has run when `at` is reached. */
export function importAtTop(
  tree: Tree,
  name: string,
  at: NodeId,
  isStandard: (name: string) => boolean,
): Edit | Refusal {
  const edit = placed(tree, name, isStandard);
  return edit.start <= tree.start(at) ? edit : refuse(`it stands above the place for import ${name}`);
}

function placed(tree: Tree, name: string, isStandard: (name: string) => boolean): Edit {
  const body = tree.list(ast.Module.body(tree, tree.root));
  const line = `import ${name}`;
  const end = lineEndOf(tree);
  const blocks = importBlocks(tree, body);
  const ordinary = blocks.filter((block) => !block.some((statement) => isFuture(tree, statement)));
  const standard = ordinary.find((block) =>
    block.every((statement) => modulesOf(tree, statement).every((each) => isStandard(each))),
  );
  if (standard !== undefined) {
    const next = successorIn(tree, standard, name);
    return next === undefined
      ? behind(tree, standard.at(-1) as NodeId, `${end}${line}`)
      : before(tree, next, `${line}${end}`);
  }
  const [first] = ordinary;
  if (first !== undefined) {
    // A block that mixes libraries is of nobody's making: the import goes where its order has it.
    const isMixed = first.some((statement) => modulesOf(tree, statement).some(isStandard));
    const next = isMixed ? successorIn(tree, first, name) : first[0];
    if (isMixed && next === undefined) return behind(tree, first.at(-1) as NodeId, `${end}${line}`);
    return before(tree, next as NodeId, `${line}${end}${isMixed ? '' : end}`);
  }
  const future = blocks.at(-1)?.at(-1);
  if (future !== undefined) return behind(tree, future, `${end}${end}${line}`);
  const [start, second] = body;
  if (start === undefined) return { start: tree.textStart, end: tree.textStart, text: `${line}${end}`, isShared: true };
  if (!isDocstring(tree, start)) return before(tree, start, `${line}${end}${end}`);
  const isCrowded =
    second !== undefined && tree.lines.lineOf(tree.start(second)) <= tree.lines.lineOf(tree.end(start)) + 1;
  return behind(tree, start, `${end}${end}${line}${isCrowded ? end : ''}`);
}

/** Runs of import statements without a blank line between, at the top of the file: other code ends the search. */
function importBlocks(tree: Tree, body: readonly NodeId[]): readonly (readonly NodeId[])[] {
  const blocks: NodeId[][] = [];
  let last = 0;
  for (const statement of body) {
    if (!isImport(tree, statement)) {
      // What stands between the docstring and the imports (__author__ = …) does not end them; what follows them does.
      if (blocks.length > 0) break;
      continue;
    }
    if (!isFirstOnLine(tree, tree.start(statement)) || !isLastOnLine(tree, tree.end(statement))) break;
    const isNext = last !== 0 && textBetween(tree, tree.end(last), tree.start(statement)).split(/\r\n?|\n/).length <= 2;
    const isSame = isNext && isFuture(tree, last) === isFuture(tree, statement);
    if (isSame) (blocks.at(-1) as NodeId[]).push(statement);
    else blocks.push([statement]);
    last = statement;
  }
  return blocks;
}

/** The statement that a new `import name` belongs in front of; undefined: at the end. */
function successorIn(tree: Tree, block: readonly NodeId[], name: string): NodeId | undefined {
  const plain = block.filter((statement) => tree.kind(statement) === Kind.Import);
  const firstFrom = block.find((statement) => tree.kind(statement) === Kind.ImportFrom);
  const key = (statement: NodeId): string => (modulesOf(tree, statement)[0] ?? '').toLowerCase();
  const isAfter = (statement: NodeId) => key(statement) > name.toLowerCase();
  const isSorted = (list: readonly NodeId[]) =>
    list.every((each, at) => at === 0 || key(list[at - 1] as NodeId) <= key(each));
  // import a; from b import c; import d   sorted by module, whatever the form
  if (firstFrom !== undefined && plain.some((each) => tree.start(each) > tree.start(firstFrom)) && isSorted(block)) {
    return block.find(isAfter);
  }
  const next = isSorted(plain) ? plain.find(isAfter) : undefined;
  if (next !== undefined || plain.length === 0) return next ?? firstFrom;
  return block[block.indexOf(plain.at(-1) as NodeId) + 1];
}

function isImport(tree: Tree, statement: NodeId): boolean {
  return tree.kind(statement) === Kind.Import || tree.kind(statement) === Kind.ImportFrom;
}

function isFuture(tree: Tree, statement: NodeId): boolean {
  return modulesOf(tree, statement).includes('__future__');
}

/** First components of the modules that a statement imports; empty for relative ones. */
function modulesOf(tree: Tree, statement: NodeId): readonly string[] {
  const root = (name: string) => name.split('.', 1)[0] as string;
  if (tree.kind(statement) === Kind.Import) {
    return tree
      .list(ast.Import.names(tree, statement))
      .map((each) => root(tree.names.text(ast.Alias.name(tree, each))));
  }
  return ast.ImportFrom.level(tree, statement) === 0
    ? [root(tree.names.text(ast.ImportFrom.module(tree, statement)))]
    : ['.'];
}

function isDocstring(tree: Tree, statement: NodeId): boolean {
  if (tree.kind(statement) !== Kind.Expr) return false;
  const value = ast.Expr.value(tree, statement);
  return tree.kind(value) === Kind.Constant && ast.Constant.constant(tree, value) === ConstantType.string;
}

function before(tree: Tree, statement: NodeId, text: string): Edit {
  const start = tree.lines.startOf(tree.lines.lineOf(tree.start(statement)));
  return { start, end: start, text, isShared: true };
}

function behind(tree: Tree, statement: NodeId, text: string): Edit {
  const at = tree.lines.endOf(tree.lines.lineOf(tree.end(statement)));
  return { start: at, end: at, text, isShared: true };
}
