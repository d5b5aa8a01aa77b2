// Fractal heaps, in which newer versions keep the attributes and links of objects that have many. The blocks are walked, and
// the messages in them taken one behind the other, as writers put them; the heap's header says how many there have to be.

import type { Hdf5File, Message } from './file.ts';
import { endOfLink, LINK } from './links.ts';
import { type ATTRIBUTE, endOfAttribute } from './values.ts';

export interface HeapMessages {
  readonly messages: readonly Message[];
  /** as many as the heap says that it has */
  readonly isWhole: boolean;
}

/** Of a heap whose header is at `header`. */
export function heapMessages(file: Hdf5File, header: number, type: typeof LINK | typeof ATTRIBUTE): HeapMessages {
  const messages: Message[] = [];
  const { offsetSize, lengthSize } = file;
  if (!file.has('FRHP', header)) return { messages, isWhole: false };
  const filters = file.number(header + 7, 2);
  const flags = file.number(header + 9, 1) ?? 0;
  const counts = header + 14 + 2 * lengthSize + 2 * offsetSize + 3 * lengthSize;
  const count = file.length(counts);
  const huge = file.length(counts + 2 * lengthSize);
  const tiny = file.length(counts + 4 * lengthSize);
  const table = counts + 5 * lengthSize;
  const width = file.number(table, 2) ?? 0;
  const smallest = file.length(table + 2) ?? 0;
  const bits = file.number(table + 2 + 2 * lengthSize, 2) ?? 0;
  const root = table + 2 + 2 * lengthSize + 4;
  const rows = file.number(root + offsetSize, 2) ?? 0;
  const blockHeader = 5 + offsetSize + Math.ceil(bits / 8);
  const content = blockHeader + (flags & 2 ? 4 : 0);
  const open: { at: number | undefined; row: number; rows: number }[] = [{ at: file.address(root), row: 0, rows }];
  const seen = new Set<number>();
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    file.budget.spend();
    const { at } = block;
    if (at === undefined || seen.has(at)) continue;
    seen.add(at);
    if (file.has('FHDB', at)) {
      const end = at + smallest * 2 ** Math.max(block.row - 1, 0);
      readBlock(file, at + content, Math.min(end, file.source.size), type, count ?? 0, messages);
    } else if (file.has('FHIB', at)) {
      // The last first, so that objects come in their order. An inner block has at most as many rows as the outer.
      for (let entry = block.rows * width - 1; entry >= 0; entry--) {
        file.budget.spend();
        const child = file.address(at + blockHeader + entry * offsetSize);
        if (child !== undefined) open.push({ at: child, row: Math.floor(entry / width), rows: block.rows });
      }
    }
  }
  return { messages, isWhole: filters === 0 && messages.length === count && huge === 0 && tiny === 0 };
}

/** What was deleted leaves holes, behind which nothing is found. */
function readBlock(
  file: Hdf5File,
  start: number,
  end: number,
  type: typeof LINK | typeof ATTRIBUTE,
  most: number,
  messages: Message[],
): void {
  const endOf = type === LINK ? endOfLink : endOfAttribute;
  for (let at = start; at < end && messages.length < most; ) {
    file.budget.spend();
    const next = endOf(file, at);
    if (next === undefined || next > end || next <= at) return;
    messages.push({ type, flags: 0, start: at, end: next });
    at = next;
  }
}
