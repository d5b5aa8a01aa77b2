// Hash databases of Berkeley DB (dbinc/db_page.h of its version 5.3), which `dbm.ndbm` is on many systems. All pages of
// entries are read, whatever the hash would lead to: keys and values by turns, each in its page or on pages of its own.

import type { Draft } from '../artifact.ts';
import { unsignedAt } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, memorySource, stretchOf } from '../source.ts';
import { Values } from '../values.ts';

const HASH = 0x061561;
const PAGE_HEADER = 26;
const pageKinds = { unsortedHash: 2, overflow: 7, hash: 13 } as const;
const itemKinds = { inPage: 1, duplicates: 2, offPage: 3, duplicatesOffPage: 4 } as const;
const LONGEST_VALUE = 32 * 1024 * 1024;

type Order = 'little' | 'big';

export const berkeleyDatabase: Reader = {
  format: 'berkeley-db',
  sniff: (source) => (orderAt(source, 12) !== undefined || orderAt(source, 0) !== undefined ? 'certain' : undefined),
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const order = orderAt(source, 12);
    const pageSize = order === undefined ? undefined : unsignedAt(source, 20, 4, order);
    if (order === undefined || pageSize === undefined || pageSize < 512 || pageSize > 65_536) {
      const why = order === undefined ? 'it is of version 1, which heed does not read' : 'its first page is none';
      draft.concern('dbm:damaged-file', 'unknown', { start: 0, end: 32 }, { why });
      return;
    }
    new HashFile(source, order, pageSize, draft, inspection).read();
  },
};

/** Where the magic number stands: at 12 since version 2, at 0 before. */
function orderAt(source: ByteSource, at: number): Order | undefined {
  return (['little', 'big'] as const).find((order) => unsignedAt(source, at, 4, order) === HASH);
}

interface Item {
  readonly kind: number | undefined;
  readonly start: number;
  readonly end: number;
}

class HashFile {
  readonly #source: ByteSource;
  readonly #order: Order;
  readonly #pageSize: number;
  readonly #draft: Draft;
  readonly #inspection: Inspection;
  readonly #values: Values;
  #entries = 0;

  constructor(source: ByteSource, order: Order, pageSize: number, draft: Draft, inspection: Inspection) {
    this.#source = source;
    this.#order = order;
    this.#pageSize = pageSize;
    this.#draft = draft;
    this.#inspection = inspection;
    this.#values = new Values(source.size, draft, inspection);
  }

  read(): void {
    for (let page = this.#pageSize; page < this.#source.size; page += this.#pageSize) {
      this.#inspection.budget.spend();
      const kind = this.#number(page + 25, 1);
      if (kind === pageKinds.hash || kind === pageKinds.unsortedHash) this.#readPage(page);
    }
    this.#draft.detail('entries', String(this.#entries));
  }

  #number(at: number, size: number): number | undefined {
    return unsignedAt(this.#source, at, size, this.#order);
  }

  #readPage(page: number): void {
    const items = this.#itemsOf(page);
    for (let index = 0; index + 1 < items.length; index += 2) {
      this.#inspection.budget.member();
      this.#entries++;
      const key = this.#keyOf(items[index] as Item);
      this.#openItem(items[index + 1] as Item, key);
    }
  }

  /** Items fill the page from its end; each ends where the one before begins. */
  #itemsOf(page: number): readonly Item[] {
    const count = this.#number(page + 20, 2) ?? 0;
    const items: Item[] = [];
    let end = page + this.#pageSize;
    for (let index = 0; index < count; index++) {
      this.#inspection.budget.spend();
      const offset = this.#number(page + PAGE_HEADER + index * 2, 2);
      const start = page + (offset ?? 0);
      if (offset === undefined || start >= end || start < page + PAGE_HEADER + count * 2) {
        this.#damage(page, 'an entry lies outside of its page');
        break;
      }
      items.push({ kind: this.#number(start, 1), start, end });
      end = start;
    }
    return items;
  }

  #keyOf({ kind, start, end }: Item): string {
    if (kind !== itemKinds.inPage) return 'long key';
    return new TextDecoder().decode(this.#source.read(start + 1, Math.min(end, start + 257)));
  }

  #openItem({ kind, start, end }: Item, key: string): void {
    this.#draft.line(() => `${JSON.stringify(key)} at ${start}`);
    if (kind === itemKinds.inPage) {
      this.#values.open(stretchOf(this.#source, start + 1, end), JSON.stringify(key), start + 1);
    } else if (kind === itemKinds.offPage) this.#openOffPage(start, key);
    else if (kind === itemKinds.duplicates || kind === itemKinds.duplicatesOffPage) {
      this.#damage(start, 'it has several values for one key, which a shelf never has');
    } else this.#damage(start, 'an entry is of no known kind');
  }

  #openOffPage(item: number, key: string): void {
    const { budget } = this.#inspection;
    const size = this.#number(item + 8, 4) ?? 0;
    if (size > Math.min(LONGEST_VALUE, budget.room, this.#source.size)) {
      this.#draft.concern('dbm:value-cut-short', 'unknown', { start: item, end: item + 12 }, { key });
      return;
    }
    budget.keep(size);
    try {
      const value = new Uint8Array(size);
      const seen = new Set<number>();
      let at = 0;
      for (let number = this.#number(item + 4, 4) ?? 0; at < size && number !== 0; ) {
        budget.spend();
        const page = number * this.#pageSize;
        const length = this.#number(page + 22, 2);
        if (seen.has(number) || length === undefined || this.#number(page + 25, 1) !== pageKinds.overflow) break;
        seen.add(number);
        const taken = Math.min(length, this.#pageSize - PAGE_HEADER, size - at);
        value.set(this.#source.read(page + PAGE_HEADER, page + PAGE_HEADER + taken), at);
        at += taken;
        number = this.#number(page + 16, 4) ?? 0;
      }
      if (at < size) this.#draft.concern('dbm:value-cut-short', 'unknown', { start: item, end: item + 12 }, { key });
      const isOpened = this.#values.open(memorySource(value.subarray(0, at)), JSON.stringify(key), undefined);
      if (!isOpened) this.#damage(item, 'its values overlap');
    } finally {
      budget.release(size);
    }
  }

  #damage(at: number, why: string): void {
    this.#draft.concern('dbm:damaged-file', 'unknown', { start: at, end: at + 1 }, { why });
  }
}
