// The tree as the layers above see it: ids, typed accessors derived from the layout, and lists. Reading a field costs
// one array access; nothing is allocated.

import { hasByteOrderMark, LineIndex } from '../../core/index.ts';
import {
  CONTEXT_SHIFT,
  FIRST_FIELD_SLOT,
  type FieldType,
  FLAG_MARKED,
  FLAG_PARENTHESISED,
  KIND_MASK,
  Kind,
  type KindName,
  kindNames,
  layout,
  NODE_SIZE,
  OPERATOR_SHIFT,
  type OperatorName,
  operatorNames,
  SLOT_END,
  SLOT_NEXT,
  SLOT_START,
} from './layout.ts';
import type { Names } from './names.ts';

/** Id of a node in its tree; 0 is "no node". */
export type NodeId = number;
/** An interned name; see {@link Names}. 0 is "no name". */
export type NameId = number;

/** Something that the parser could not read as Python. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export class Tree {
  /** UTF-8 text of the file (transcoded when a coding cookie says so), a byte-order mark included. */
  readonly bytes: Uint8Array;
  readonly names: Names;
  /** {@link NODE_SIZE} integers a node; node 0 is unused. */
  readonly nodes: Int32Array;
  readonly nodeCount: number;
  readonly root: NodeId;
  readonly problems: readonly SyntaxProblem[];
  /** start and end offsets of every comment, in source order */
  readonly comments: Int32Array;
  #parents: Int32Array | undefined;
  #lines: LineIndex | undefined;

  constructor(parts: {
    bytes: Uint8Array;
    names: Names;
    nodes: Int32Array;
    nodeCount: number;
    root: NodeId;
    problems: readonly SyntaxProblem[];
    comments: Int32Array;
  }) {
    this.bytes = parts.bytes;
    this.names = parts.names;
    this.nodes = parts.nodes;
    this.nodeCount = parts.nodeCount;
    this.root = parts.root;
    this.problems = parts.problems;
    this.comments = parts.comments;
  }

  kind(node: NodeId): number {
    return (this.nodes[node * NODE_SIZE] as number) & KIND_MASK;
  }

  kindName(node: NodeId): KindName {
    return kindNames[this.kind(node)] as KindName;
  }

  start(node: NodeId): number {
    return this.nodes[node * NODE_SIZE + SLOT_START] as number;
  }

  end(node: NodeId): number {
    return this.nodes[node * NODE_SIZE + SLOT_END] as number;
  }

  /** The next node of the list that `node` is in; 0 at its end. */
  next(node: NodeId): NodeId {
    return this.nodes[node * NODE_SIZE + SLOT_NEXT] as number;
  }

  /** async, except*, simple AnnAssign, lazy import, Print without newline: see the layout. */
  isMarked(node: NodeId): boolean {
    return ((this.nodes[node * NODE_SIZE] as number) & FLAG_MARKED) !== 0;
  }

  isParenthesised(node: NodeId): boolean {
    return ((this.nodes[node * NODE_SIZE] as number) & FLAG_PARENTHESISED) !== 0;
  }

  context(node: NodeId): number {
    return ((this.nodes[node * NODE_SIZE] as number) >> CONTEXT_SHIFT) & 3;
  }

  operator(node: NodeId): OperatorName {
    return operatorNames[((this.nodes[node * NODE_SIZE] as number) >> OPERATOR_SHIFT) & 0xff] as OperatorName;
  }

  /** A copy that does not borrow the parser's memory, nor the input's. */
  keep(): Tree {
    return new Tree({
      bytes: this.bytes.slice(),
      names: this.names,
      nodes: this.nodes.slice(0, this.nodeCount * NODE_SIZE),
      nodeCount: this.nodeCount,
      root: this.root,
      problems: this.problems,
      comments: this.comments.slice(),
    });
  }

  /** The members of a list field, given its first member. */
  list(first: NodeId): NodeId[] {
    const members: NodeId[] = [];
    for (let node = first; node !== 0; node = this.next(node)) members.push(node);
    return members;
  }

  /** The source text of a node. */
  text(node: NodeId): string {
    return decoder.decode(this.bytes.subarray(this.start(node), this.end(node)));
  }

  /** The node that holds `node`; 0 for the root. Computed for the whole tree at the first call. */
  parent(node: NodeId): NodeId {
    this.#parents ??= parentsOf(this);
    return this.#parents[node] as number;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.bytes);
    return this.#lines;
  }

  /** Byte offset at which Python's text starts: behind the byte-order mark, if there is one. */
  get textStart(): number {
    return hasByteOrderMark(this.bytes) ? 3 : 0;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

type Reader = (tree: Tree, node: NodeId) => number;

// Four functions serve every accessor, so that the engine sees monomorphic calls.
const slotReaders: readonly Reader[] = [
  (tree, node) => tree.nodes[node * NODE_SIZE + FIRST_FIELD_SLOT] as number,
  (tree, node) => tree.nodes[node * NODE_SIZE + FIRST_FIELD_SLOT + 1] as number,
  (tree, node) => tree.nodes[node * NODE_SIZE + FIRST_FIELD_SLOT + 2] as number,
  (tree, node) => tree.nodes[node * NODE_SIZE + FIRST_FIELD_SLOT + 3] as number,
];

/**
 * Field accessors by kind: `ast.Call.callee(tree, node)` is the id of the called expression,
 * `tree.list(ast.Call.arguments(tree, node))` its arguments.
 */
export const ast = Object.fromEntries(
  Object.entries(layout).map(([kind, fields]) => [
    kind,
    Object.fromEntries(Object.keys(fields).map((field, slot) => [field, slotReaders[slot]])),
  ]),
) as unknown as { readonly [K in KindName]: { readonly [F in keyof (typeof layout)[K]]: Reader } };

/** The fields of each kind by number, for code that treats all kinds alike (parents, dumps, containment). */
export const fieldsByKind: readonly (readonly {
  readonly name: string;
  readonly type: FieldType;
  readonly read: Reader;
}[])[] = kindNames.map((kind) =>
  Object.entries(layout[kind] as Record<string, FieldType>).map(([name, type], slot) => ({
    name,
    type,
    read: slotReaders[slot] as Reader,
  })),
);

/** All children of a node, in the order of its fields. */
export function childrenOf(tree: Tree, node: NodeId): NodeId[] {
  const children: NodeId[] = [];
  for (const field of fieldsByKind[tree.kind(node)] ?? []) {
    if (field.type === 'node') {
      const child = field.read(tree, node);
      if (child !== 0) children.push(child);
    } else if (field.type === 'list') {
      for (let child = field.read(tree, node); child !== 0; child = tree.next(child)) children.push(child);
    }
  }
  return children;
}

function parentsOf(tree: Tree): Int32Array {
  const parents = new Int32Array(tree.nodeCount);
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) === Kind.None) continue;
    for (const field of fieldsByKind[tree.kind(node)] ?? []) {
      if (field.type === 'node') parents[field.read(tree, node)] = node;
      else if (field.type === 'list') {
        for (let child = field.read(tree, node); child !== 0; child = tree.next(child)) parents[child] = node;
      }
    }
  }
  parents[0] = 0;
  parents[tree.root] = 0;
  return parents;
}
