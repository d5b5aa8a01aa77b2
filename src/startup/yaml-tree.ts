// YAML with the place of every text in it: what `artifacts` reads, with texts whose every character has its place.

import { type DocumentEntry, type DocumentNode, readYaml as readDocuments } from '../artifacts/index.ts';
import type { Span } from '../core/index.ts';
import { decoded, Excerpt } from './excerpt.ts';

export type YamlNode =
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly YamlEntry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly YamlNode[] }
  | { readonly kind: 'text'; readonly span: Span; readonly text: Excerpt };

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlTree {
  readonly documents: readonly YamlNode[];
  /** why not all of it could be read */
  readonly problem: string | undefined;
}

export function readYaml(source: string): YamlTree {
  const { documents, problem } = readDocuments(source);
  return { documents: documents.map((document) => toNode(source, document)), problem };
}

/** Trees are bounded in depth. */
function toNode(source: string, node: DocumentNode): YamlNode {
  const { span } = node;
  if (node.kind === 'scalar') return { kind: 'text', span, text: placed(source, node.text, span.start, span.end) };
  if (node.kind === 'list') return { kind: 'list', span, items: node.items.map((each) => toNode(source, each)) };
  // What came through `<<` stands behind what the map says itself.
  const entries = [...node.entries.filter(isOwn), ...node.entries.filter((entry) => entry.isMerged)];
  return {
    kind: 'map',
    span,
    entries: entries
      .filter(({ keyNode }) => keyNode.kind === 'scalar')
      .map(({ key, keyNode, value }) => ({
        key: decoded(key),
        keySpan: keyNode.span,
        value: toNode(source, value),
      })),
  };
}

const isOwn = ({ key, isMerged }: DocumentEntry) => isMerged !== true && key !== '<<';

/** The text of a scalar with the place of each character: the scalar and its source are walked along each other. */
function placed(source: string, value: string, start: number, end: number): Excerpt {
  if (source.startsWith(value, start)) return Excerpt.of(value, start);
  const places = new Int32Array(value.length + 1);
  let at = start;
  if (source[at] === '|' || source[at] === '>') at = Math.max(at, source.indexOf('\n', at) + 1);
  else if (source[at] === '"' || source[at] === "'") at++;
  for (let index = 0; index < value.length; index++) {
    const character = value[index] as string;
    if (isBlank(character)) {
      const from = at;
      // a line's end and the next one's indentation stand for one blank
      while (at < end && source[at] !== character && isBlank(source[at] as string)) at++;
      places[index] = source[at] === character && at < end ? at++ : from;
    } else {
      while (at < end && isBlank(source[at] as string)) at++;
      if (source[at] !== character && (source[at] === '\\' || source[at] === "'")) at++;
      if (source[at] !== character) return Excerpt.instead(value, { start, end });
      places[index] = at++;
    }
  }
  places[value.length] = Math.min(at, end);
  return Excerpt.placed(value, places);
}

const isBlank = (character: string) =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

/** The value of a key; undefined for anything but a map. */
export function entryOf(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let at = node;
  for (const key of keys) {
    if (at?.kind !== 'map') return undefined;
    at = at.entries.find((entry) => entry.key === key)?.value;
  }
  return at;
}

export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'text' ? decoded(node.text.text).trim() : undefined;
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
