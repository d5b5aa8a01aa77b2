// Edits of a call's arguments. A call whose arguments are not all written out (`*args`, `**options`) is refused by those
// who ask: what is added here may be passed there already.

import type { Edit } from '../../core/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { type ArgumentPlace, argumentPlaces } from './argument-places.ts';
import { indentationAt, isFirstOnLine, isLastOnLine, lineEndOf, textBetween } from './layout.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** Why the arguments of a call cannot be counted on its text. */
export function whyNotWrittenOut(tree: Tree, call: NodeId): Refusal | undefined {
  for (const node of tree.list(ast.Call.arguments(tree, call))) {
    if (tree.kind(node) === Kind.Starred) return refuse(`its arguments come in ${tree.text(node)}`);
    if (tree.kind(node) === Kind.Keyword && ast.Keyword.name(tree, node) === 0) {
      return refuse(`its arguments come in ${tree.text(node)}`);
    }
  }
  return undefined;
}

/** The argument node by keyword or position; 0 when it is not passed. */
export function argumentNode(tree: Tree, call: NodeId, name: string | undefined, position: number | undefined): NodeId {
  const nodes = tree.list(ast.Call.arguments(tree, call));
  const isKeyword = (node: NodeId) => tree.kind(node) === Kind.Keyword;
  const keyword = nodes.find(
    (node) => isKeyword(node) && name !== undefined && tree.names.text(ast.Keyword.name(tree, node)) === name,
  );
  if (keyword !== undefined) return keyword;
  return position === undefined ? 0 : (nodes.filter((node) => !isKeyword(node))[position] ?? 0);
}

/** The expression that an argument node passes. */
export function argumentValue(tree: Tree, argument: NodeId): NodeId {
  return tree.kind(argument) === Kind.Keyword ? ast.Keyword.value(tree, argument) : argument;
}

/** `f(a)` → `f(a, text)`; in a list with one argument a line, on a line of its own. */
export function addArgument(tree: Tree, call: NodeId, text: string): readonly Edit[] | Refusal {
  const list = argumentPlaces(tree, call);
  if (isRefusal(list)) return list;
  const last = list.places.at(-1);
  if (last === undefined) {
    const isBlank = textBetween(tree, list.open, list.close).trim() === '';
    return [isBlank ? { start: list.open, end: list.close, text } : insertion(list.close, text)];
  }
  const standsAlone = isFirstOnLine(tree, last.start) && isLastOnLine(tree, last.comma || last.end);
  const isClosedBelow = tree.lines.lineOf(list.close) > tree.lines.lineOf(last.end);
  if (!standsAlone || !isClosedBelow) {
    if (last.comma === 0) return [insertion(last.end, `, ${text}`)];
    return [insertion(last.comma, ` ${text},`)];
  }
  // f(              f(
  //     a,  # why       a,  # why
  // )                   text,
  //                 )
  const line = `${lineEndOf(tree)}${indentationAt(tree, last.start)}${text}`;
  const end = tree.lines.endOf(tree.lines.lineOf(last.comma || last.end));
  if (last.comma !== 0) return [insertion(end, `${line},`)];
  return end === last.end ? [insertion(end, `,${line}`)] : [insertion(last.end, ','), insertion(end, line)];
}

/** Takes an argument away, with the comma that separated it. */
export function removeArgument(tree: Tree, call: NodeId, argument: NodeId): readonly Edit[] | Refusal {
  const list = argumentPlaces(tree, call);
  if (isRefusal(list)) return list;
  const index = list.places.findIndex(({ node }) => node === argument);
  const place = list.places[index] as ArgumentPlace;
  const before = list.places[index - 1];
  const next = list.places[index + 1];
  if (next !== undefined) return [{ start: place.start, end: next.start, text: '' }];
  if (before !== undefined) return [{ start: before.end, end: place.end, text: '' }];
  return [{ start: list.open, end: list.close, text: '' }];
}

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });
