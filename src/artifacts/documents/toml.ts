// TOML as a tree. The one home of the package that reads TOML, which keeps no places: a node has that of the first text in
// the file that spells it.

import { parse, TomlError } from 'smol-toml';
import type { DocumentNode, DocumentTree } from './tree.ts';

const longestFile = 4 * 1024 * 1024;

/** Throws a {@link TomlError}. */
export const parseToml = parse;
export { TomlError };

export function readToml(source: string): DocumentTree {
  if (source.length > longestFile) return { documents: [], problem: 'the file is too long to be read as TOML' };
  try {
    const walk: Walk = { source, at: 0, misses: 0, isCut: false };
    const document = toNode(walk, parse(source), 0);
    return { documents: [document], problem: walk.isCut ? 'the file holds more than can be read' : undefined };
  } catch (error) {
    // The package bounds how deep it goes, and says everything with this.
    if (!(error instanceof TomlError)) throw error;
    return { documents: [], problem: 'the file is not TOML throughout' };
  }
}

interface Walk {
  readonly source: string;
  /** behind what was found last: tables come in the order of the text */
  at: number;
  /** texts that do not stand in the file as they are */
  misses: number;
  isCut: boolean;
}

/** Each miss is a search to the end of the file. */
const mostMisses = 100;
const deepest = 60;
const nowhere = { start: 0, end: 0 };

function toNode(walk: Walk, value: unknown, depth: number): DocumentNode {
  // a.a.a.a = 1
  if (depth > deepest) {
    walk.isCut = true;
    return { kind: 'scalar', span: nowhere, text: '', isQuoted: false };
  }
  if (Array.isArray(value)) {
    const items = value.map((each) => toNode(walk, each, depth + 1));
    return { kind: 'list', span: items[0]?.span ?? nowhere, items };
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, inner]) => {
      const keyNode = scalarOf(walk, key, true);
      return { key, keyNode, value: toNode(walk, inner, depth + 1) };
    });
    return { kind: 'map', span: entries[0]?.keyNode.span ?? nowhere, entries };
  }
  return scalarOf(walk, String(value), typeof value === 'string');
}

function scalarOf(walk: Walk, text: string, isQuoted: boolean): DocumentNode {
  const start = text === '' || walk.misses > mostMisses ? -1 : walk.source.indexOf(text, walk.at);
  if (start < 0) {
    walk.misses++;
    return { kind: 'scalar', span: nowhere, text, isQuoted };
  }
  walk.at = start;
  return { kind: 'scalar', span: { start, end: start + text.length }, text, isQuoted };
}
