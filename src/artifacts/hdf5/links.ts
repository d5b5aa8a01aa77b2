// The links of a group: in messages of its header, or, in files for old readers, in a B-tree of symbol nodes.

import type { Hdf5File, Message } from './file.ts';

export type Link =
  | { readonly kind: 'hard'; readonly name: string; readonly header: number }
  | { readonly kind: 'soft'; readonly name: string }
  | { readonly kind: 'external'; readonly name: string; readonly file: string; readonly at: number };

export const LINK = 0x06;
export const LINK_INFO = 0x02;
export const SYMBOL_TABLE = 0x11;

export function linksOf(file: Hdf5File, message: Message): readonly Link[] {
  if (message.type === LINK) {
    const link = readLink(file, message);
    return link === undefined ? [] : [link];
  }
  return message.type === SYMBOL_TABLE ? readSymbolTable(file, message) : [];
}

interface LinkHead {
  /** 0: hard, 1: soft, 64: external */
  readonly kind: number | undefined;
  readonly name: number;
  /** behind the name */
  readonly at: number;
}

/** undefined: it is of no version that is known. */
function headOf(file: Hdf5File, start: number): LinkHead | undefined {
  const flags = file.number(start + 1, 1);
  if (flags === undefined || file.number(start, 1) !== 1) return undefined;
  let at = start + 2;
  const kind = flags & 8 ? file.number(at++, 1) : 0;
  if (flags & 4) at += 8;
  if (flags & 16) at++;
  const lengthSize = 2 ** (flags & 3);
  const length = file.number(at, lengthSize);
  at += lengthSize;
  return length === undefined ? undefined : { kind, name: at, at: at + length };
}

/** Where a link ends that says so itself. */
export function endOfLink(file: Hdf5File, start: number): number | undefined {
  const head = headOf(file, start);
  if (head === undefined) return undefined;
  if (head.kind === 0) return head.at + file.offsetSize;
  const length = file.number(head.at, 2);
  return length === undefined ? undefined : head.at + 2 + length;
}

function readLink(file: Hdf5File, { start, end }: Message): Link | undefined {
  const head = headOf(file, start);
  if (head === undefined || head.at > end) return undefined;
  const { kind, at } = head;
  const name = file.text(head.name, at);
  if (kind === 0) {
    const header = file.address(at);
    return header === undefined ? undefined : { kind: 'hard', name, header };
  }
  return kind === 64 ? { kind: 'external', name, file: file.text(at + 3, end), at } : { kind: 'soft', name };
}

/** Nodes of the tree are of any level; a walk goes through each once. */
function readSymbolTable(file: Hdf5File, { start }: Message): readonly Link[] {
  const tree = file.address(start);
  const heapAt = file.address(start + file.offsetSize);
  const heap = heapAt === undefined ? undefined : file.localHeap(heapAt);
  if (tree === undefined || heap === undefined) return [];
  const links: Link[] = [];
  const open = [tree];
  const seen = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    file.budget.spend();
    if (seen.has(at)) continue;
    seen.add(at);
    if (file.has('SNOD', at)) links.push(...readNode(file, at, heap));
    if (!file.has('TREE', at)) continue;
    const count = file.number(at + 6, 2) ?? 0;
    const first = at + 8 + 2 * file.offsetSize + file.lengthSize;
    for (let index = 0; index < count; index++) {
      file.budget.spend();
      const child = file.address(first + index * (file.offsetSize + file.lengthSize));
      if (child !== undefined) open.push(child);
    }
  }
  return links;
}

function readNode(file: Hdf5File, at: number, heap: number): readonly Link[] {
  const links: Link[] = [];
  const count = file.number(at + 6, 2) ?? 0;
  const size = 2 * file.offsetSize + 24;
  for (let index = 0; index < count; index++) {
    file.budget.spend();
    const entry = at + 8 + index * size;
    const nameAt = file.number(entry, file.offsetSize);
    const isSoft = file.number(entry + 2 * file.offsetSize, 4) === 2;
    const header = file.address(entry + file.offsetSize);
    if (nameAt === undefined) break;
    const name = file.text(heap + nameAt);
    if (isSoft) links.push({ kind: 'soft', name });
    else if (header !== undefined) links.push({ kind: 'hard', name, header });
  }
  return links;
}
