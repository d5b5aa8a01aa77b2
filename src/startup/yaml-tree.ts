// YAML with the place of every text in it. The one home of the package that reads YAML: its documents become a plain
// tree, bounded in size and depth. Aliases are followed where they are met, and count like what they stand for, so that a
// document of aliases of aliases ends at the bound.

import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml';
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

const longestFile = 1024 * 1024;
const mostNodes = 50_000;
const deepest = 60;

export function readYaml(source: string): YamlTree {
  if (source.length > longestFile) return { documents: [], problem: 'the file is too long to be read as YAML' };
  const tokens = [...new Parser().parse(source)];
  if (isTooDeep(tokens)) return { documents: [], problem: 'the file is nested too deeply to be read as YAML' };
  const composer = new Composer({
    strict: false,
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
    schema: 'failsafe',
  });
  const documents = [...composer.compose(tokens)];
  let left = mostNodes;
  let isCut = false;
  const anchors = new Map<string, Node>();
  const convert = (node: unknown, depth: number): YamlNode | undefined => {
    if (left-- <= 0 || depth > deepest) {
      isCut = true;
      return undefined;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      return target === undefined ? undefined : convert(target, depth + 1);
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
    const [start, end] = node.range ?? [0, 0];
    const span = { start, end };
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }): YamlEntry[] => {
        if (!isScalar(key)) return [];
        const [from, to] = key.range ?? [0, 0];
        const inner = convert(value, depth + 1);
        const name = decoded(String(key.value));
        if (inner === undefined) return [];
        // <<: *defaults
        if (name === '<<' && inner.kind === 'map') return [...inner.entries];
        return [{ key: name, keySpan: { start: from, end: to }, value: inner }];
      });
      return { kind: 'map', span, entries };
    }
    if (isSeq(node)) return { kind: 'list', span, items: node.items.flatMap((each) => convert(each, depth + 1) ?? []) };
    return { kind: 'text', span, text: placed(source, String(node.value ?? ''), start, end) };
  };
  const roots = documents.flatMap((document) => convert(document.contents, 0) ?? []);
  const errors = documents.reduce((sum, document) => sum + document.errors.length, 0);
  return {
    documents: roots,
    problem: isCut
      ? 'the file holds more than can be read'
      : errors > 0
        ? 'the file is not YAML throughout'
        : undefined,
  };
}

/** The package puts its nodes together by recursion, which must not go as deep as somebody likes. Its tokens it does not. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const queue: { token: CST.Token | null | undefined; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return true;
    if (token === null || token === undefined) continue;
    if (token.type === 'document') queue.push({ token: token.value, depth });
    else if ('items' in token) {
      for (const { key, value } of token.items)
        queue.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
    }
  }
  return false;
}

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
