// How large a document becomes: sizes of entities and of default attributes from what they refer to, computed and never
// expanded. A billion is a number here.

import { Buffer } from 'node:buffer';
import type { Budget } from '../budget.ts';
import type { Doctype } from './doctype.ts';

/** In bytes of UTF-8. */
export interface Size {
  /** what stands there in the end */
  readonly output: bigint;
  /** what a parser reads on the way, as Expat counts it: the text of every entity each time that it is referred to */
  readonly processed: bigint;
  /** values of default attributes that are put into start tags */
  readonly defaults: bigint;
  /** entities in entities */
  readonly depth: number;
}

/** `&name` an entity, `%name` a parameter entity, `@name` the default attributes of an element */
export type Key = `${'&' | '%' | '@'}${string}`;

export interface Node {
  readonly bytes: number;
  /** of these, bytes of references, which are replaced */
  readonly referenceBytes: number;
  readonly edges: ReadonlyMap<Key, number>;
}

/** What the text of an entity refers to and which elements with default attributes begin in it. */
export type ReadText = (
  text: string,
  at: number,
) => {
  readonly references: ReadonlyMap<string, { readonly count: number }>;
  readonly tags: ReadonlyMap<string, number>;
};

/** Beyond this, sizes are "at least": numbers that grow with every level would take more room than the document. */
const LARGEST = 2n ** 512n;

const nothing: Size = { output: 0n, processed: 0n, defaults: 0n, depth: 0 };

export class EntitySizes {
  /** entities that refer to themselves, by a detour or not, each as the way that leads back */
  readonly cycles: (readonly Key[])[] = [];
  readonly #nodes: ReadonlyMap<Key, Node>;
  readonly #budget: Budget;
  readonly #sizes = new Map<Key, Size>();

  constructor(doctype: Doctype, readText: ReadText, budget: Budget) {
    this.#budget = budget;
    this.#nodes = nodesOf(doctype, readText);
    for (const key of this.#nodes.keys()) this.#measure(key);
  }

  of(key: Key): Size {
    return this.#sizes.get(key) ?? nothing;
  }

  /** What is referred to, by a detour or not. */
  reachable(from: readonly Key[]): ReadonlySet<Key> {
    const reached = new Set<Key>();
    const left = [...from];
    while (left.length > 0) {
      const key = left.pop() as Key;
      if (reached.has(key)) continue;
      reached.add(key);
      for (const next of this.#nodes.get(key)?.edges.keys() ?? []) left.push(next);
    }
    return reached;
  }

  /** Depth first, with a stack of its own: chains are as long as somebody likes. */
  #measure(root: Key): void {
    if (this.#sizes.has(root)) return;
    const way: { readonly key: Key; readonly left: Iterator<Key> }[] = [];
    const isOpen = new Set<Key>();
    const enter = (key: Key) => {
      isOpen.add(key);
      way.push({ key, left: (this.#nodes.get(key)?.edges ?? new Map<Key, number>()).keys() });
    };
    enter(root);
    while (way.length > 0) {
      this.#budget.spend();
      const { key, left } = way.at(-1) as (typeof way)[number];
      const { value: next, done } = left.next();
      if (done) {
        way.pop();
        isOpen.delete(key);
        this.#sizes.set(key, this.#sumOf(key));
      } else if (isOpen.has(next)) {
        if (this.cycles.length < MAX_CYCLES) {
          const back = way.map((each) => each.key);
          this.cycles.push([...back.slice(back.indexOf(next)), next]);
        }
      } else if (this.#nodes.has(next) && !this.#sizes.has(next)) enter(next);
    }
  }

  #sumOf(key: Key): Size {
    const node = this.#nodes.get(key);
    if (node === undefined) return nothing;
    let output = BigInt(node.bytes - node.referenceBytes);
    let processed = BigInt(node.bytes);
    let defaults = 0n;
    let depth = 0;
    for (const [next, count] of node.edges) {
      const size = this.of(next);
      const times = BigInt(count);
      if (next.startsWith('@')) defaults += times * size.output;
      else {
        output += times * size.output;
        processed += times * size.processed;
        defaults += times * size.defaults;
        depth = Math.max(depth, size.depth);
      }
    }
    return { output: capped(output), processed: capped(processed), defaults: capped(defaults), depth: depth + 1 };
  }
}

const capped = (size: bigint) => (size > LARGEST ? LARGEST : size);

const MAX_CYCLES = 20;
const unread: ReturnType<ReadText> = { references: new Map(), tags: new Map() };

function nodesOf(doctype: Doctype, readText: ReadText): ReadonlyMap<Key, Node> {
  const nodes = new Map<Key, Node>();
  // where a parameter entity stands for declarations, what these refer to is not put in
  const inValues = new Set([...doctype.entities.values()].flatMap((entity) => entity.valueParameters));
  for (const { name, value, valueParameters, at } of doctype.entities.values()) {
    if (value !== undefined) nodes.set(`&${name}`, nodeOf(value, readText(value, at), valueParameters));
  }
  for (const { name, value, at } of doctype.parameters.values()) {
    if (value === undefined) continue;
    const read = inValues.has(name) ? readText(value, at) : unread;
    nodes.set(`%${name}`, nodeOf(value, read, parametersIn(value)));
  }
  const valuesByElement = new Map<string, string>();
  for (const { element, value } of doctype.defaults) {
    valuesByElement.set(element, (valuesByElement.get(element) ?? '') + value);
  }
  for (const [element, value] of valuesByElement) {
    nodes.set(`@${element}`, nodeOf(value, { references: readText(value, 0).references, tags: new Map() }, []));
  }
  return nodes;
}

function nodeOf(text: string, { references, tags }: ReturnType<ReadText>, parameters: readonly string[]): Node {
  const edges = new Map<Key, number>();
  let referenceBytes = 0;
  for (const [name, { count }] of references) {
    edges.set(`&${name}`, count);
    referenceBytes += count * (bytesOf(name) + 2);
  }
  for (const [name, count] of tags) edges.set(`@${name}`, count);
  for (const name of parameters) {
    edges.set(`%${name}`, (edges.get(`%${name}`) ?? 0) + 1);
    referenceBytes += bytesOf(name) + 2;
  }
  return { bytes: bytesOf(text), referenceBytes, edges };
}

function parametersIn(text: string): readonly string[] {
  return [...text.matchAll(/%([^%;\s]{1,256});/g)].map(([, name]) => name as string);
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
