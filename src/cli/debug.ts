// `heed debug`: what the layers below see of a file, in the notation of their tests, for people who look into a
// verdict.

import { describePickle } from '../artifacts/index.ts';
import type { CheckRequest } from '../config/index.ts';
import { UsageError } from '../core/index.ts';
import { library } from '../models/index.ts';
import { describeFlow } from '../python/flow/index.ts';
import { createProject, describe } from '../python/semantics/index.ts';
import { createParser, dump, Names, type Tree } from '../python/syntax/index.ts';
import { amount, visible } from '../report/index.ts';
import { isPython, readAround } from '../scan/index.ts';
import type { DebugSubject } from './arguments.ts';
import { optionsFor } from './check.ts';
import { functionNames } from './function-names.ts';
import { suggestion } from './rule-names.ts';
import type { Terminal } from './terminal.ts';

export function debug(
  { what, subject, check }: { readonly what: DebugSubject; readonly subject: string; readonly check: CheckRequest },
  terminal: Terminal,
): string {
  const { path, functionName } = what === 'flow' ? fileAndFunction(subject, terminal) : { path: subject };
  if (terminal.machine.kindOf(path) !== 'file') throw new UsageError(`no such file: ${path}`);
  if (what === 'pickle') return safeLines(describePickle(terminal.machine.readFile(path), () => terminal.now()));
  if (!isPython(path, terminal.machine)) {
    throw new UsageError(
      `${path} is not a Python file: heed debug takes .py, .pyw, .pyi, or a script that names Python`,
    );
  }
  if (what === 'flow') return safeLines(flowOf(path, functionName, check, terminal));
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

/** `app.py:run`, `app.py:Server.run`; a file may be called so itself. */
function fileAndFunction(subject: string, { machine }: Terminal): { path: string; functionName?: string } {
  const parts = /^(.+):([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(subject);
  if (parts === null || machine.kindOf(subject) === 'file') return { path: subject };
  return { path: parts[1] as string, functionName: parts[2] as string };
}

/** Of the file, with the project around it: values come from other files too. */
function flowOf(path: string, functionName: string | undefined, check: CheckRequest, terminal: Terminal): string {
  const options = optionsFor({ ...check, paths: [path] }, terminal).scan;
  const around = readAround(path, options, terminal.machine);
  const parser = createParser(new Names(), { detached: true });
  const files = around.files.map((file) => ({ path: file.path, tree: parser.parse(file.bytes) }));
  const { minimum, maximum } = options.target;
  const project = createProject(files, library, { python: { minimum, maximum } });
  const module = project.moduleAt(around.path);
  const known = module === undefined ? [] : functionNames(module);
  if (functionName !== undefined && !known.some((name) => name === functionName || name.endsWith(`.${functionName}`))) {
    const advice = suggestion(functionName, known) ?? `it has ${amount(known.length, 'function')}`;
    throw new UsageError(`${path} has no function ${functionName}; ${advice}`);
  }
  return describeFlow(project, around.path, functionName);
}

function safeLines(text: string): string {
  return `${text.split('\n').map(visible).join('\n')}\n`;
}

function placeOf(tree: Tree, offset: number): string {
  const { line, column } = tree.lines.positionOf(offset);
  return `${line}:${column}`;
}
