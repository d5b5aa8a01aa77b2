// HDF5 files, as models and tables are kept in them. Groups are walked for what reaches out of the file, and for texts and
// bytes in attributes and in the global heap: configurations of Keras, pickles of PyTables. Arrays of numbers are not read.

import type { Draft } from '../artifact.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { Values } from '../values.ts';
import { findSignature, Hdf5File, type Message } from './file.ts';
import { heapMessages } from './fractal-heap.ts';
import { LINK, LINK_INFO, linksOf } from './links.ts';
import { ATTRIBUTE, elementsIn, readAttribute, readType } from './values.ts';

const DATASPACE = 0x01;
const DATATYPE = 0x03;
const EXTERNAL_FILES = 0x07;
const LAYOUT = 0x08;
const ATTRIBUTE_INFO = 0x15;

/** A file whose name says nothing of HDF5 is searched this far for its beginning. */
const LONGEST_PREFIX = 32 * 1024;
const SHORTEST_VALUE = 4;
const MAX_ALLOCATION = 1024n ** 3n;
/** Elements for each byte of the file that honest files have: empty and compressed arrays are large. */
const MOST_PROPORTION = 100_000n;
/** Bytes of attributes and heaps in which configurations stand. */
const configurations = /^(model_config|training_config)$/;

export const hdf5: Reader = {
  format: 'hdf5',
  sniff(source, name) {
    const isNamed = /\.(h5|hdf5?|he5|keras|nc4?|mat)$/i.test(name);
    return findSignature(source, isNamed ? source.size : LONGEST_PREFIX) === undefined ? undefined : 'certain';
  },
  read: (source, draft, inspection) => new Hdf5Reader(source, draft, inspection).read(),
};

interface Found {
  readonly path: string;
  readonly header: number;
}

class Hdf5Reader {
  readonly #whole: ByteSource;
  readonly #start: number;
  readonly #file: Hdf5File;
  readonly #draft: Draft;
  readonly #inspection: Inspection;
  readonly #values: Values;
  /** places of values of attributes */
  readonly #opened = new Set<number>();

  constructor(source: ByteSource, draft: Draft, inspection: Inspection) {
    this.#whole = source;
    this.#start = findSignature(source, source.size) ?? 0;
    this.#file = new Hdf5File(source, this.#start, inspection.budget);
    this.#draft = draft;
    this.#inspection = inspection;
    this.#values = new Values(source.size, draft, inspection);
  }

  read(): void {
    this.#draft.claim(this.#start, this.#whole.size);
    if (!this.#file.isReadable || this.#file.root === undefined) {
      this.#damage(0, 'its first block is none that is known');
      return;
    }
    if (this.#file.hasDriver) this.#draft.concern('hdf5:driver', 'unknown', this.#span(0, 8));
    const open: Found[] = [{ path: '', header: this.#file.root }];
    const seen = new Set<number>();
    for (let found = open.pop(); found !== undefined; found = open.pop()) {
      this.#inspection.budget.spend();
      if (seen.has(found.header)) continue;
      seen.add(found.header);
      this.#inspection.budget.member();
      open.push(...this.#readObject(found).toReversed());
    }
    this.#draft.detail('objects', String(seen.size));
    this.#openHeaps();
  }

  /** Gives what lies below it. */
  #readObject({ path, header }: Found): readonly Found[] {
    const own = this.#file.messages(header);
    if (own === undefined) {
      this.#damage(header, `the header of ${path === '' ? 'its root' : path} cannot be read`);
      return [];
    }
    this.#draft.line(() => (path === '' ? '/' : path));
    const messages = own.flatMap((message) => [message, ...this.#inHeap(path, message)]);
    const below: Found[] = [];
    for (const message of messages) {
      const isShared = (message.flags & 2) !== 0;
      if (message.type === ATTRIBUTE && !isShared) this.#openAttribute(path, message);
      else if (message.type === EXTERNAL_FILES) this.#tellExternalFiles(path, message);
      else if (message.type === LAYOUT) this.#judgeLayout(path, message);
      for (const link of linksOf(this.#file, message)) {
        const inner = `${path}/${link.name}`;
        if (link.kind === 'hard') below.push({ path: inner, header: link.header });
        else if (link.kind === 'external') {
          this.#reach('hdf5:external-link', link.file, inner, this.#span(link.at, message.end));
        }
      }
    }
    this.#judgeShape(path, messages);
    return below;
  }

  #openAttribute(path: string, message: Message): void {
    const attribute = readAttribute(this.#file, message);
    if (attribute === undefined) {
      this.#damage(message.start, `an attribute of ${path === '' ? 'its root' : path} cannot be read`);
      return;
    }
    const { name, values } = attribute;
    this.#draft.line(() => `${path}@${name}`);
    for (const { start, end } of values) {
      const at = this.#start + start;
      if (end - start < SHORTEST_VALUE || this.#opened.has(at)) continue;
      const bytes = stretchOf(this.#whole, at, at + end - start);
      this.#opened.add(at);
      if (path === '' && configurations.test(name))
        this.#inspection.openAs('keras-config', this.#draft, `${path}@${name}`, bytes, at);
      else if (!this.#values.open(bytes, `${path}@${name}`, at)) this.#damage(start, 'its values overlap');
    }
  }

  /** Values of variable length lie here, whatever they belong to. Attributes have been read already. */
  #openHeaps(): void {
    const file = this.#file;
    for (let at = 0; at < file.source.size; ) {
      const page = file.source.pageAt(at);
      const found: number[] = [];
      this.#inspection.budget.spend(1 + (page.bytes.length >> 10));
      for (let next = at; next < page.start + page.bytes.length; next += 8) {
        if (page.bytes[next - page.start] === 0x47) found.push(next);
      }
      at += Math.max(8, Math.ceil((page.start + page.bytes.length - at) / 8) * 8);
      for (const collection of found) {
        for (const { start, end } of file.heapObjects(collection)) {
          const place = this.#start + start;
          if (end - start < SHORTEST_VALUE || this.#opened.has(place)) continue;
          const bytes = stretchOf(this.#whole, place, place + end - start);
          if (!this.#values.open(bytes, `value at ${place}`, place)) this.#damage(start, 'its values overlap');
        }
      }
    }
  }

  #tellExternalFiles(path: string, { start, end }: Message): void {
    const used = this.#file.number(start + 6, 2) ?? 0;
    const heapAt = this.#file.address(start + 8);
    const heap = heapAt === undefined ? undefined : this.#file.localHeap(heapAt);
    const size = 3 * this.#file.lengthSize;
    for (let index = 0; index < Math.max(used, 1); index++) {
      this.#inspection.budget.spend();
      const name = this.#file.length(start + 8 + this.#file.offsetSize + index * size);
      const text = heap === undefined || name === undefined ? '' : this.#file.text(heap + name);
      this.#reach('hdf5:external-storage', text, path, this.#span(start, end));
    }
  }

  #judgeLayout(path: string, { start, end }: Message): void {
    const version = this.#file.number(start, 1) ?? 0;
    if (version < 4 || this.#file.number(start + 1, 1) !== 3) return;
    // The list of sources: a version, how many, and for each the name of its file, which is `.` for this one.
    const list = this.#file.heapObject(start + 2);
    const name = list === undefined ? '' : this.#file.text(list.start + 1 + this.#file.lengthSize, list.end);
    if (name !== '.') this.#reach('hdf5:virtual-dataset', name, path, this.#span(start, end));
  }

  /** What leads out of the folder, or anywhere, is no way to keep parts of a file together. */
  #reach(kind: string, file: string, path: string, span: { start: number; end: number }): void {
    const isAway = /^([/\\~]|[a-z][a-z0-9+.-]*:)|(^|[/\\])\.\.([/\\]|$)/i.test(file);
    this.#draft.concern(kind, isAway ? 'dangerous' : 'unknown', span, { file, path });
  }

  /** Many attributes or links are kept in a heap. */
  #inHeap(path: string, { type, start, end }: Message): readonly Message[] {
    if (type !== ATTRIBUTE_INFO && type !== LINK_INFO) return [];
    const flags = this.#file.number(start + 1, 1) ?? 0;
    const indexed = (flags & 1) === 0 ? 0 : type === LINK_INFO ? 8 : 2;
    const heap = this.#file.address(start + 2 + indexed);
    if (heap === undefined) return [];
    const { messages, isWhole } = heapMessages(this.#file, heap, type === LINK_INFO ? LINK : ATTRIBUTE);
    if (!isWhole) {
      const what = type === LINK_INFO ? 'members' : 'attributes';
      this.#draft.concern('hdf5:dense', 'unknown', this.#span(start, end), { path: path === '' ? '/' : path, what });
    }
    return messages;
  }

  #judgeShape(path: string, messages: readonly Message[]): void {
    const space = messages.find(({ type }) => type === DATASPACE);
    const typed = messages.find(({ type, flags }) => type === DATATYPE && (flags & 2) === 0);
    if (space === undefined || typed === undefined) return;
    const count = elementsIn(this.#file, space.start);
    const size = readType(this.#file, typed.start)?.size;
    if (count === undefined || size === undefined) return;
    const declared = count * BigInt(size);
    if (declared > MAX_ALLOCATION && declared > MOST_PROPORTION * BigInt(this.#whole.size)) {
      const parameters = { path, declared: declared.toLocaleString('en'), present: this.#whole.size };
      this.#draft.concern('hdf5:shape-exhausts-memory', 'dangerous', this.#span(space.start, space.end), parameters);
    }
  }

  #damage(at: number, why: string): void {
    this.#draft.concern('hdf5:damaged', 'unknown', this.#span(at, at + 8), { why });
  }

  #span(start: number, end: number): { start: number; end: number } {
    return { start: this.#start + start, end: Math.min(this.#start + end, this.#whole.size) };
  }
}
