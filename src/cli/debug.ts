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
  if (!isPython(path, terminal)) {
    throw new UsageError(
      `${path} is not a Python file: heed debug takes .py, .pyw, .pyi, or a script that names Python`,
    );
  }
  const bytes = terminal.machine.readFile(path);
  const parser = createParser(new Names(), { detached: true });
  if (what === 'tokens') return safeLines(parser.tokens(bytes));
  const tree = parser.parse(bytes);
  const problems = tree.problems.map(({ start, message }) => `${placeOf(tree, start)} problem: ${message}`);
  return safeLines([what === 'tree' ? dump(tree, { spans: true }) : describeNames(tree, path), ...problems].join('\n'));
}

/** By extension, and without one by the first line: what a scan of the folder would take. */
function isPython(path: string, { machine }: Terminal): boolean {
  if (/\.(?:py|pyw|pyi)$/i.test(path)) return true;
  if (/\.[^/]*$/.test(path.slice(path.lastIndexOf('/') + 1))) return false;
  return /^#![^\n]*\b(?:python|pypy|uv\s+run)/.test(Buffer.from(machine.readStart(path, 128)).toString('latin1'));
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
