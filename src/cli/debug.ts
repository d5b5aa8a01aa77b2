// `heed debug`: what the layers below see of a file, in the notation of their tests, for people who look into a
// verdict.

import { UsageError } from '../core/index.ts';
import { library } from '../models/index.ts';
import { createProject, describe } from '../python/semantics/index.ts';
import { createParser, dump, Names, type Tree } from '../python/syntax/index.ts';
import { visible } from '../report/index.ts';
import type { DebugSubject } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export function debug(what: DebugSubject, path: string, terminal: Terminal): string {
  if (terminal.machine.kindOf(path) !== 'file') throw new UsageError(`no such file: ${path}`);
  const bytes = terminal.machine.readFile(path);
  const parser = createParser(new Names(), { detached: true });
  if (what === 'tokens') return safeLines(parser.tokens(bytes));
  const tree = parser.parse(bytes);
  const problems = tree.problems.map(({ start, message }) => `${placeOf(tree, start)} problem: ${message}`);
  return safeLines([what === 'tree' ? dump(tree, { spans: true }) : describeNames(tree, path), ...problems].join('\n'));
}

function describeNames(tree: Tree, path: string): string {
  const module = createProject([{ path, tree }], library).moduleAt(path);
  return module === undefined ? '' : describe(module);
}

function safeLines(text: string): string {
  return `${text.split('\n').map(visible).join('\n')}\n`;
}

function placeOf(tree: Tree, offset: number): string {
  const { line, column } = tree.lines.positionOf(offset);
  return `${line}:${column}`;
}
