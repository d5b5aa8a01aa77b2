// `heed debug flow`: function by function, what is known of the arguments of each call when it is made, in the notation
// of the semantics' tests. One function is all that the command knows of where values come from.

import type { ModuleSemantics, Project } from '../python/semantics/index.ts';
import { describeValue } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';

/**
 * The functions of a file in source order, or the one of this name (`run`, `Server.run`), and the code outside of them.
 * `undefined` when the file holds no such function.
 */
export function describeFlow(project: Project, path: string, functionName?: string): string | undefined {
  const module = project.moduleAt(path);
  if (module === undefined) return undefined;
  const wanted = functionsOf(module).filter(({ name }) => functionName === undefined || isNamed(name, functionName));
  if (wanted.length === 0) return undefined;
  const allCalls = callsOf(module);
  return wanted
    .map(({ node, name }) => {
      const calls = allCalls.filter((call) => module.functionOf(call) === node);
      return [headOf(module, node, name), ...calls.map((call) => `  ${describeCall(module, call)}`)].join('\n');
    })
    .join('\n\n');
}

/** Names of all functions of a file, for who mistypes one. */
export function functionNames(project: Project, path: string): readonly string[] {
  const module = project.moduleAt(path);
  return module === undefined ? [] : functionsOf(module).map(({ name }) => name);
}

function isNamed(name: string, wanted: string): boolean {
  return name === wanted || name.endsWith(`.${wanted}`);
}

interface FunctionOfFile {
  /** FunctionDef or Lambda; 0 for the code outside of them */
  readonly node: NodeId;
  readonly name: string;
}

function functionsOf(module: ModuleSemantics): readonly FunctionOfFile[] {
  const { tree } = module;
  const found: FunctionOfFile[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDef || kind === Kind.Lambda) found.push({ node, name: qualifiedName(module, node) });
  }
  found.sort((one, other) => tree.start(one.node) - tree.start(other.node));
  return [{ node: 0, name: '<module>' }, ...found];
}

/** `Server.run`, `outer.inner`, `outer.<lambda>` */
function qualifiedName({ tree }: ModuleSemantics, definition: NodeId): string {
  const parts: string[] = [];
  for (let node = definition; node !== 0; node = tree.parent(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDef) parts.push(tree.names.text(ast.FunctionDef.name(tree, node)));
    else if (kind === Kind.ClassDef) parts.push(tree.names.text(ast.ClassDef.name(tree, node)));
    else if (kind === Kind.Lambda) parts.push('<lambda>');
  }
  return parts.reverse().join('.');
}

function callsOf({ tree }: ModuleSemantics): readonly NodeId[] {
  const calls: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) === Kind.Call && tree.parent(node) !== 0) calls.push(node);
  }
  return calls.sort((one, other) => tree.start(one) - tree.start(other) || tree.end(one) - tree.end(other));
}

function headOf({ tree }: ModuleSemantics, node: NodeId, name: string): string {
  return node === 0 ? name : `${tree.lines.lineOf(tree.start(node))}: ${name}`;
}

/** `12: run(tool, check=True)  # args: ("tar" | "zip", check=True)  # value: <subprocess.CompletedProcess>` */
function describeCall(module: ModuleSemantics, call: NodeId): string {
  const { tree } = module;
  const line = tree.lines.lineOf(tree.start(call));
  const given = tree.list(ast.Call.arguments(tree, call)).map((node) => describeArgument(module, node));
  const value = describeValue(module.valueOf(call));
  return `${line}: ${shortText(module, call)}  # args: (${given.join(', ')})  # value: ${value}`;
}

function describeArgument(module: ModuleSemantics, node: NodeId): string {
  const { tree } = module;
  if (tree.kind(node) === Kind.Starred) return `*${describeValue(module.valueOf(ast.Starred.value(tree, node)))}`;
  if (tree.kind(node) !== Kind.Keyword) return describeValue(module.valueOf(node));
  const value = describeValue(module.valueOf(ast.Keyword.value(tree, node)));
  const name = ast.Keyword.name(tree, node);
  return name === 0 ? `**${value}` : `${tree.names.text(name)}=${value}`;
}

const longestText = 60;

function shortText({ tree }: ModuleSemantics, node: NodeId): string {
  const text = tree.text(node).replace(/\s+/g, ' ');
  return text.length > longestText ? `${text.slice(0, longestText - 3)}...` : text;
}
