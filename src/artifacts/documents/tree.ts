// What JSON, YAML and TOML hold in common: maps, lists and scalars, each with its place in the text. Values are not
// converted: what a number or a date is does not matter to anybody here, what is written does.

import type { Span } from '../../core/index.ts';

interface Placed {
  /** in the text, in UTF-16 units */
  readonly span: Span;
  /** as it resolves: `tag:yaml.org,2002:python/tuple`; YAML only */
  readonly tag?: string;
}

export type DocumentNode =
  | (Placed & { readonly kind: 'map'; readonly entries: readonly DocumentEntry[] })
  | (Placed & { readonly kind: 'list'; readonly items: readonly DocumentNode[] })
  | (Placed & { readonly kind: 'scalar'; readonly text: string; readonly isQuoted: boolean });

export interface DocumentEntry {
  /** empty where the key is no scalar */
  readonly key: string;
  readonly keyNode: DocumentNode;
  readonly value: DocumentNode;
  /** came through `<<`: what the map says itself goes before it */
  readonly isMerged?: true;
}

export interface DocumentTree {
  readonly documents: readonly DocumentNode[];
  /** why not all of it could be read */
  readonly problem: string | undefined;
}

/** The value that a loader would give: of keys that are there more than once, the last. */
export function entryOf(node: DocumentNode | undefined, key: string): DocumentNode | undefined {
  if (node?.kind !== 'map') return undefined;
  const own = node.entries.findLast((entry) => entry.key === key && entry.isMerged !== true);
  return (own ?? node.entries.find((entry) => entry.key === key))?.value;
}

export function scalarOf(node: DocumentNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** A node and all below it, keys included, in the order of the text. Trees are as deep as somebody likes. */
export function* nodesBelow(root: DocumentNode): Generator<DocumentNode> {
  const waiting: DocumentNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (node.kind === 'list') waiting.push(...node.items.toReversed());
    if (node.kind !== 'map') continue;
    for (const { keyNode, value } of node.entries.toReversed()) waiting.push(value, keyNode);
  }
}
