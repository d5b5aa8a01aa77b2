// The frame of an HDF5 file (format specification, version 3.0): where it begins, how wide its addresses are, and the
// messages that describe an object. All that is read was checked to be there.

import type { Budget } from '../budget.ts';
import { latin1, startsWith, unsignedAt } from '../bytes.ts';
import { type ByteSource, stretchOf } from '../source.ts';

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a name that are read. */
const MAX_NAME = 1024;

export interface Message {
  readonly type: number;
  /** bit 1: its content is elsewhere */
  readonly flags: number;
  /** of its content */
  readonly start: number;
  readonly end: number;
}

/** A file may begin with anything, of 512 bytes or that doubled. */
export function findSignature(source: ByteSource, most: number): number | undefined {
  for (let at = 0; at < source.size && at <= most; at = at === 0 ? 512 : at * 2) {
    if (startsWith(source, signature, at)) return at;
  }
  return undefined;
}

export class Hdf5File {
  /** from the signature on: addresses count from there, whatever the file says of it */
  readonly source: ByteSource;
  readonly budget: Budget;
  readonly offsetSize: number;
  readonly lengthSize: number;
  /** address of the root group's header */
  readonly root: number | undefined;
  /** a driver that spreads it over several files */
  readonly hasDriver: boolean;
  readonly isReadable: boolean;

  constructor(whole: ByteSource, start: number, budget: Budget) {
    this.source = stretchOf(whole, start, whole.size);
    this.budget = budget;
    const version = this.number(8, 1);
    const isOld = version === 0 || version === 1;
    this.offsetSize = this.number(isOld ? 13 : 9, 1) ?? 0;
    this.lengthSize = this.number(isOld ? 14 : 10, 1) ?? 0;
    const isWide = [2, 4, 8].includes(this.offsetSize) && [2, 4, 8].includes(this.lengthSize);
    this.isReadable = isWide && version !== undefined && version <= 3;
    const addresses = isOld ? (version === 1 ? 28 : 24) : 12;
    this.hasDriver = isOld && this.isReadable && this.address(addresses + 3 * this.offsetSize) !== undefined;
    const root = isOld ? addresses + 5 * this.offsetSize : addresses + 3 * this.offsetSize;
    this.root = this.isReadable ? this.address(root) : undefined;
  }

  number(at: number, size: number): number | undefined {
    return unsignedAt(this.source, at, size);
  }

  /** undefined: the undefined address, or one that is not in the file */
  address(at: number): number | undefined {
    const value = this.number(at, this.offsetSize);
    return value === undefined || value >= this.source.size ? undefined : value;
  }

  length(at: number): number | undefined {
    return this.number(at, this.lengthSize);
  }

  has(text: string, at: number): boolean {
    return latin1(this.source.read(at, at + text.length)) === text;
  }

  /** Up to a NUL. */
  text(at: number, end = at + MAX_NAME): string {
    const bytes = this.source.read(at, Math.min(end, at + MAX_NAME));
    const stop = bytes.indexOf(0);
    return new TextDecoder().decode(stop < 0 ? bytes : bytes.subarray(0, stop));
  }

  /** The messages of an object's header, with those of its continuations; undefined: there is no header. */
  messages(header: number): readonly Message[] | undefined {
    if (this.has('OHDR', header)) return this.#newMessages(header);
    return this.number(header, 1) === 1 ? this.#oldMessages(header) : undefined;
  }

  #oldMessages(header: number): readonly Message[] {
    const size = this.number(header + 8, 4) ?? 0;
    const messages: Message[] = [];
    this.#readBlocks([{ start: header + 16, end: header + 16 + size }], messages, (at) => ({
      type: this.number(at, 2),
      size: this.number(at + 2, 2),
      flags: this.number(at + 4, 1),
      head: 8,
    }));
    return messages;
  }

  #newMessages(header: number): readonly Message[] | undefined {
    const flags = this.number(header + 5, 1);
    if (flags === undefined || this.number(header + 4, 1) !== 2) return undefined;
    const sizeAt = header + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
    const sizeLength = 2 ** (flags & 3);
    const size = this.number(sizeAt, sizeLength) ?? 0;
    const start = sizeAt + sizeLength;
    const messages: Message[] = [];
    this.#readBlocks([{ start, end: start + size }], messages, (at) => ({
      type: this.number(at, 1),
      size: this.number(at + 1, 2),
      flags: this.number(at + 3, 1),
      head: flags & 4 ? 6 : 4,
    }));
    return messages;
  }

  #readBlocks(
    blocks: { start: number; end: number }[],
    messages: Message[],
    read: (at: number) => Record<'type' | 'size' | 'flags', number | undefined> & { head: number },
  ): void {
    const seen = new Set<number>();
    for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
      if (seen.has(block.start)) continue;
      seen.add(block.start);
      const isChunk = this.has('OCHK', block.start);
      const stop = Math.min(isChunk ? block.end - 4 : block.end, this.source.size);
      for (let at = isChunk ? block.start + 4 : block.start; at < stop; ) {
        this.budget.spend();
        const { type, size, flags, head } = read(at);
        const start = at + head;
        if (type === undefined || size === undefined || flags === undefined || start + size > stop) break;
        at = start + size;
        messages.push({ type, flags, start, end: at });
        if (type !== 0x10) continue;
        const next = this.address(start);
        const length = this.length(start + this.offsetSize);
        if (next !== undefined && length !== undefined) blocks.push({ start: next, end: next + length });
      }
    }
  }

  /** Bytes of an object in a global heap: `at` is where its collection and index are written. */
  heapObject(at: number): { start: number; end: number } | undefined {
    const collection = this.address(at);
    const index = this.number(at + this.offsetSize, 4);
    if (collection === undefined || index === undefined) return undefined;
    return this.heapObjects(collection).find((each) => each.index === index);
  }

  /** All objects of a collection of the global heap. */
  heapObjects(collection: number): readonly { index: number; start: number; end: number }[] {
    const size = this.length(collection + 8);
    if (!this.has('GCOL', collection) || size === undefined) return [];
    const objects: { index: number; start: number; end: number }[] = [];
    const end = Math.min(collection + size, this.source.size);
    for (let at = collection + 8 + this.lengthSize; at + 8 + this.lengthSize <= end; ) {
      this.budget.spend();
      const index = this.number(at, 2);
      const length = this.length(at + 8);
      const start = at + 8 + this.lengthSize;
      if (index === undefined || index === 0 || length === undefined || start + length > end) break;
      objects.push({ index, start, end: start + length });
      at = start + Math.ceil(length / 8) * 8;
    }
    return objects;
  }

  /** Where the texts of a local heap begin. */
  localHeap(at: number): number | undefined {
    return this.has('HEAP', at) ? this.address(at + 8 + 2 * this.lengthSize) : undefined;
  }
}
