// Databases of SQLite, read without running any SQL: the rows of every table, with those that only its log has or that were
// deleted and still lie in free pages. What they hold is opened: shelves of Python 3.13, and caches of many libraries, are
// tables of pickles.

import type { Draft } from '../artifact.ts';
import { latin1 } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, memorySource } from '../source.ts';
import { declaredCount, isDatabase, type Page, type Pages, pagesOf, pagesWithLog } from './pages.ts';
import {
  assemble,
  type Column,
  columnsOf,
  integerIn,
  type Payload,
  passOver,
  recordsOnPage,
  walkTree,
} from './records.ts';

/** Bytes of a value that could not be anything that is opened. */
const SHORTEST = 4;
const LONGEST_KEY = 60;
/** Bytes of a record that is not in one piece, and is put together to look into it. */
const LONGEST_RECORD = 32 * 1024 * 1024;

export const sqlite: Reader = {
  format: 'sqlite',
  sniff: (source) => (isDatabase(source) ? 'certain' : undefined),
  read: (source, draft, inspection) => new DatabaseReader(source, draft, inspection).read(),
};

interface SchemaObject {
  readonly kind: string;
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

class DatabaseReader {
  readonly #source: ByteSource;
  readonly #draft: Draft;
  readonly #inspection: Inspection;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(source: ByteSource, draft: Draft, inspection: Inspection) {
    this.#source = source;
    this.#draft = draft;
    this.#inspection = inspection;
    const encoding = source.read(56, 60)[3];
    this.#decoder = new TextDecoder(encoding === 2 ? 'utf-16le' : encoding === 3 ? 'utf-16be' : 'utf-8');
  }

  read(): void {
    const base = pagesOf(this.#source);
    if (base === undefined) {
      this.#damage(1, 'its header is none');
      return;
    }
    const declared = declaredCount(this.#source);
    if (declared !== undefined && declared > base.count) this.#damage(base.count, 'pages are missing behind it');
    this.#draft.claim(0, Math.min(base.count, declared ?? base.count) * base.size);
    const pages = this.#withLog(base);
    const seen = new Set<number>();
    const objects = this.#readSchema(pages, seen);
    this.#draft.detail(
      'tables',
      objects
        .filter(({ kind }) => kind === 'table')
        .map(({ name }) => name)
        .join(', '),
    );
    for (const object of objects) {
      this.#judge(object);
      if (object.root < 2) continue;
      const isTable = object.kind === 'table';
      walkTree(
        pages,
        object.root,
        seen,
        this.#inspection.budget,
        (payload, page) => {
          if (isTable) this.#openRecord(pages, payload, page, seen, object.name);
          else passOver(pages, payload, seen, this.#inspection.budget);
        },
        (number, why) => this.#damage(number, why),
      );
    }
    this.#readLeftovers(pages, base, seen);
  }

  /** What was written last may lie in the log only. What the log writes over is told with what is left over. */
  #withLog(base: Pages): Pages {
    const { options, budget } = this.#inspection;
    const log = options.beside?.(`${this.#draft.name}-wal`);
    if (options.beside?.(`${this.#draft.name}-journal`) !== undefined) {
      this.#draft.concern(
        'sqlite:journal',
        'unknown',
        { start: 0, end: 0 },
        { journal: `${this.#draft.name}-journal` },
      );
    }
    const pages = log === undefined ? undefined : pagesWithLog(base, log, budget);
    if (pages !== undefined) this.#draft.detail('log', 'its committed pages are read');
    return pages ?? base;
  }

  #readSchema(pages: Pages, seen: Set<number>): readonly SchemaObject[] {
    const objects: SchemaObject[] = [];
    const { budget } = this.#inspection;
    walkTree(
      pages,
      1,
      seen,
      budget,
      (payload) => {
        const bytes = payload.size > LONGEST_RECORD ? undefined : assemble(pages, payload, seen, budget);
        const columns = bytes === undefined ? undefined : columnsOf(bytes, payload.size);
        if (bytes === undefined || columns === undefined || columns.length < 5) {
          this.#damage(1, 'a record of the schema cannot be read');
          return;
        }
        budget.member();
        const text = (at: number) => this.#textOf(bytes, columns[at] as Column);
        const root = (columns[3] as Column).kind === 'int' ? integerIn(bytes, columns[3] as Column) : undefined;
        objects.push({ kind: text(0), name: text(1), root: root ?? 0, sql: text(4) });
      },
      (number, why) => this.#damage(number, why),
    );
    return objects;
  }

  #textOf(bytes: Uint8Array, { kind, start, end }: Column): string {
    return kind === 'text' ? this.#decoder.decode(bytes.subarray(start, end)) : '';
  }

  /** A shelf is the ordinary table `Dict`; whatever else is called so computes its values. */
  #judge({ kind, name, sql }: SchemaObject): void {
    this.#draft.line(() => `${kind} ${name}: ${sql.replaceAll('\n', ' ')}`);
    if (name.toLowerCase() !== 'dict' || !/\bvalue\b/i.test(sql.slice(0, 100_000))) return;
    const isComputed =
      kind === 'view' ||
      (kind === 'table' && /^\s*create\s+virtual/i.test(sql)) ||
      (kind === 'table' && /generated\s+always|\bas\s*\(/i.test(sql.slice(0, 100_000)));
    if (isComputed) this.#draft.concern('sqlite:value-computed', 'dangerous', { start: 0, end: 0 }, { sql });
  }

  #openRecord(pages: Pages, payload: Payload, page: Page, seen: Set<number>, table: string): void {
    const { budget } = this.#inspection;
    budget.spend();
    if (payload.overflow === 0) {
      this.#openColumns(payload.local, payload, page, table);
      return;
    }
    if (payload.size > Math.min(LONGEST_RECORD, budget.room)) {
      passOver(pages, payload, seen, budget);
      const row = labelOf(table, payload);
      this.#draft.concern('sqlite:value-unread', 'unknown', this.#placeOf(page, pages), { row, size: payload.size });
      return;
    }
    budget.keep(payload.size);
    try {
      const bytes = assemble(pages, payload, seen, budget);
      if (bytes === undefined) this.#damage(page.number, 'the pages on which a record goes on are missing');
      else this.#openColumns(bytes, payload, page, table);
    } finally {
      budget.release(payload.size);
    }
  }

  #openColumns(bytes: Uint8Array, payload: Payload, page: Page, table: string): void {
    const columns = columnsOf(bytes, payload.size);
    if (columns === undefined) {
      this.#damage(page.number, 'a record of it cannot be read');
      return;
    }
    columns.forEach((column, index) => {
      const content = bytes.subarray(column.start, column.end);
      if (column.kind === 'text' ? !mayHold(content) : column.kind !== 'blob' || content.length < SHORTEST) return;
      const isStored = payload.overflow === 0 && payload.at !== undefined;
      const at = isStored ? (payload.at as number) + column.start : undefined;
      const name = `${labelOf(table, payload, index === 0 ? undefined : this.#keyOf(bytes, columns[0]))}, column ${index + 1}`;
      // The bytes are in memory already: most values are glanced at by every reader, and are nothing.
      this.#inspection.open(this.#draft, name, memorySource(content), at);
    });
  }

  /** What people know a row by: the text in its first column. */
  #keyOf(bytes: Uint8Array, column: Column | undefined): string | undefined {
    if (column === undefined || (column.kind !== 'text' && column.kind !== 'blob')) return undefined;
    const decoder = column.kind === 'text' ? this.#decoder : new TextDecoder();
    const key = decoder.decode(bytes.subarray(column.start, Math.min(column.end, column.start + 4 * LONGEST_KEY)));
    return JSON.stringify(key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key);
  }

  /** Pages that no tree leads to, and those of the file that its log writes over. */
  #readLeftovers(pages: Pages, base: Pages, seen: ReadonlySet<number>): void {
    const { budget } = this.#inspection;
    const own = new Set<number>();
    for (let number = 2; number <= base.count; number++) {
      budget.spend();
      const page = base.page(number);
      if (page === undefined) return;
      if (seen.has(number) && (pages === base || pages.page(number)?.at !== undefined)) continue;
      recordsOnPage(base, page, budget, (payload) => {
        const columns = columnsOf(payload.local, payload.size);
        if (columns?.some(({ kind }) => kind === 'blob')) {
          this.#openRecord(base, payload, page, own, `left over on page ${number}`);
        }
      });
    }
  }

  #damage(number: number, why: string): void {
    this.#draft.concern('sqlite:damaged', 'unknown', { start: 0, end: 0 }, { page: number, why });
  }

  #placeOf(page: Page, pages: Pages): { start: number; end: number } {
    return page.at === undefined ? { start: 0, end: 0 } : { start: page.at, end: page.at + pages.size };
  }
}

function labelOf(table: string, { rowid }: Payload, key?: string): string {
  if (key !== undefined) return `${table}[${key}]`;
  return rowid === undefined ? table : `${table}, row ${rowid}`;
}

/** Letters of encoded bytes that stand together at least. */
const SHORTEST_RUN = 24;
/** Letters of a name that a pickle imports. */
const LONGEST_LINE = 200;

/** Whether a text may be more than that: bytes encoded in letters, or a pickle of protocol 0 that imports something. */
function mayHold(text: Uint8Array): boolean {
  let run = 0;
  let lineStart = 0;
  let isAfterModule = false;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] as number;
    run = isEncodedLetter(byte) ? run + 1 : 0;
    if (run >= SHORTEST_RUN) return true;
    if (byte !== 0x0a) continue;
    const line = at - lineStart > LONGEST_LINE ? '' : latin1(text.subarray(lineStart, at));
    if (isAfterModule && /^[\w.]+$/.test(line)) return true;
    isAfterModule = /[ci][A-Za-z_][\w.]*$/.test(line);
    lineStart = at + 1;
  }
  return false;
}

/** Of base64 in any of its alphabets, and of hexadecimal digits. */
function isEncodedLetter(byte: number): boolean {
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || (byte >= 0x2f && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x5f;
}
