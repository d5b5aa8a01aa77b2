// `heed debug`: what the layers below see of a file, a line for each thing, for people who look into a verdict.

import { UsageError } from '../core/index.ts';
import { library } from '../models/index.ts';
import { createProject } from '../python/semantics/index.ts';
import { createParser, fieldsByKind, Kind, Names, type NodeId, type Tree } from '../python/syntax/index.ts';
import { visible } from '../report/index.ts';
import type { DebugSubject } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export function debug(what: DebugSubject, path: string, terminal: Terminal): string {
  if (terminal.machine.kindOf(path) !== 'file') throw new UsageError(`no such file: ${path}`);
  const bytes = terminal.machine.readFile(path);
  const parser = createParser(new Names());
  if (what === 'tokens') return `${parser.tokens(bytes)}\n`;
  const tree = parser.parse(bytes);
  const lines = what === 'tree' ? treeLines(tree, tree.root, '', 'root') : nameLines(tree, path);
  return [
    ...lines,
    ...tree.problems.map(({ start, message }) => `${placeOf(tree, start)} problem: ${message}`),
    '',
  ].join('\n');
}

/** `field: Kind name 12:4-12:9`, indented by depth. */
function treeLines(tree: Tree, node: NodeId, indent: string, field: string): readonly string[] {
  const lines: string[] = [];
  const children: string[] = [];
  const names: string[] = [];
  for (const { name, type, read } of fieldsByKind[tree.kind(node)] ?? []) {
    const value = read(tree, node);
    if (type === 'name' && value !== 0) names.push(`${name}=${visible(tree.names.text(value))}`);
    if (type === 'node' && value !== 0) children.push(...treeLines(tree, value, `${indent}  `, name));
    if (type === 'list') {
      for (const member of tree.list(value)) children.push(...treeLines(tree, member, `${indent}  `, name));
    }
  }
  const span = `${placeOf(tree, tree.start(node))}-${placeOf(tree, tree.end(node))}`;
  lines.push([`${indent}${field}:`, tree.kindName(node), ...names, span].join(' '), ...children);
  return lines;
}

/** Every name and attribute with what it can stand for. */
function nameLines(tree: Tree, path: string): readonly string[] {
  const module = createProject([{ path, tree }], library).moduleAt(path);
  if (module === undefined) return [];
  const lines: string[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Name && tree.kind(node) !== Kind.Attribute) continue;
    const { names, complete } = module.namesOf(node);
    if (names.length === 0) continue;
    const text = visible(tree.text(node).replace(/\s+/g, ' '));
    lines.push(`${placeOf(tree, tree.start(node))} ${text} ==> ${names.join(' | ')}${complete ? '' : ' | ?'}`);
  }
  return lines;
}

function placeOf(tree: Tree, offset: number): string {
  const { line, column } = tree.lines.positionOf(offset);
  return `${line}:${column}`;
}
