// YAML with places and tags. The one home of the package that reads YAML: its documents become a plain tree, bounded in
// size and depth. Aliases are followed where they are met, and count like what they stand for, so that a document of
// aliases of aliases ends at the bound. No tag is given a meaning.

import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml';
import type { DocumentEntry, DocumentNode, DocumentTree } from './tree.ts';

const longestFile = 1024 * 1024;
const mostNodes = 50_000;
const deepest = 60;

export function readYaml(source: string): DocumentTree {
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
  const convert = (node: unknown, depth: number): DocumentNode | undefined => {
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
    const placed = { span: { start, end }, ...(node.tag === undefined ? {} : { tag: node.tag }) };
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }): DocumentEntry[] => {
        const keyNode = convert(key, depth + 1);
        // a key alone: `? name`, `{name}`
        const inner = value === null && keyNode !== undefined ? nothingAt(keyNode) : convert(value, depth + 1);
        if (keyNode === undefined || inner === undefined) return [];
        const name = keyNode.kind === 'scalar' ? keyNode.text : '';
        return [{ key: name, keyNode, value: inner }, ...(name === '<<' ? mergedFrom(inner) : [])];
      });
      return { kind: 'map', ...placed, entries };
    }
    if (isSeq(node)) {
      return { kind: 'list', ...placed, items: node.items.flatMap((each) => convert(each, depth + 1) ?? []) };
    }
    const isQuoted = node.type !== undefined && node.type !== 'PLAIN';
    return { kind: 'scalar', ...placed, text: String(node.value ?? ''), isQuoted };
  };
  const roots = documents.flatMap((document) => {
    anchors.clear();
    return convert(document.contents, 0) ?? [];
  });
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

/** `<<: *defaults`, `<<: [*one, *two]` */
function mergedFrom(node: DocumentNode): readonly DocumentEntry[] {
  const maps = node.kind === 'list' ? node.items : [node];
  return maps.flatMap((map) =>
    map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, isMerged: true as const })) : [],
  );
}

function nothingAt({ span }: DocumentNode): DocumentNode {
  return { kind: 'scalar', span: { start: span.end, end: span.end }, text: '', isQuoted: false };
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
