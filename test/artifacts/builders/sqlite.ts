// Databases of SQLite with pages of 1,024 bytes:
//
//   sqlite
//     table Dict "CREATE TABLE Dict (key BLOB, value BLOB)"
//       row
//         blob                     with children: what they give
//           text "key"
//         text "x"
//         int 5
//         null
//     view Dict "CREATE VIEW …"    no page; also `trigger`
//     table-at 1 t "CREATE …"      a table whose tree begins on that page
//     freed                        rows on a page that no tree leads to

import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

const PAGE = 1024;

export const sqliteBuilders: Builders = {
  sqlite: ({ children }, build) => new DatabaseWriter(build).write(children),
};

class DatabaseWriter {
  readonly #build: Build;
  /** from page 2 on */
  readonly #pages: Buffer[] = [];

  constructor(build: Build) {
    this.#build = build;
  }

  write(objects: readonly Node[]): Buffer {
    const schema = objects.flatMap((each, index) => {
      const [, at, name = '', sql = '""'] = /^(?:(\d+) )?(?:(\w+) (".*"))?$/.exec(each.rest) ?? [];
      const rows = each.children.map((row) => this.#recordOf(row));
      const hasPage = each.word === 'table' || each.word === 'freed';
      const root = at !== undefined ? Number(at) : hasPage ? this.#addPage(this.#leaf(rows, 0)) : 0;
      if (each.word === 'freed') return [];
      const kind = each.word.replace('-at', '');
      const columns = [text(kind), text(name), text(name), int(root), text(JSON.parse(sql) as string)];
      return [{ rowid: index + 1, record: record(columns) }];
    });
    const first = this.#leaf(
      schema.map(({ record }) => record),
      100,
    );
    first.write('SQLite format 3\0', 'latin1');
    first.writeUInt16BE(PAGE, 16);
    Buffer.of(1, 1, 0, 64, 32, 32).copy(first, 18);
    first.writeUInt32BE(1 + this.#pages.length, 28);
    first.writeUInt32BE(4, 44);
    first.writeUInt32BE(1, 56);
    return Buffer.concat([first, ...this.#pages]);
  }

  #addPage(page: Buffer): number {
    this.#pages.push(page);
    return 1 + this.#pages.length;
  }

  #recordOf({ children }: Node): Buffer {
    return record(
      children.map((node) => {
        if (node.word === 'blob') return blob(Buffer.from(this.#build(node.children)));
        if (node.word === 'text') return text(JSON.parse(node.rest) as string);
        return node.word === 'int' ? int(Number(node.rest)) : { serial: 0, bytes: Buffer.alloc(0) };
      }),
    );
  }

  #leaf(records: readonly Buffer[], start: number): Buffer {
    const page = Buffer.alloc(PAGE);
    page[start] = 13;
    page.writeUInt16BE(records.length, start + 3);
    let end = PAGE;
    records.forEach((bytes, index) => {
      const cell = this.#cell(bytes, index + 1);
      end -= cell.length;
      cell.copy(page, end);
      page.writeUInt16BE(end, start + 8 + index * 2);
    });
    page.writeUInt16BE(end, start + 5);
    return page;
  }

  /** What is too long for its page goes on in pages of its own. */
  #cell(bytes: Buffer, rowid: number): Buffer {
    const head = Buffer.concat([varint(bytes.length), varint(rowid)]);
    if (bytes.length <= PAGE - 35) return Buffer.concat([head, bytes]);
    const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
    const fitting = least + ((bytes.length - least) % (PAGE - 4));
    const local = fitting <= PAGE - 35 ? fitting : least;
    let next = 0;
    const rests: Buffer[] = [];
    for (let at = local; at < bytes.length; at += PAGE - 4) rests.push(bytes.subarray(at, at + PAGE - 4));
    for (const rest of rests.reverse()) {
      const page = Buffer.alloc(PAGE);
      page.writeUInt32BE(next);
      rest.copy(page, 4);
      next = this.#addPage(page);
    }
    const pointer = Buffer.alloc(4);
    pointer.writeUInt32BE(next);
    return Buffer.concat([head, bytes.subarray(0, local), pointer]);
  }
}

interface Column {
  readonly serial: number;
  readonly bytes: Buffer;
}

const blob = (bytes: Buffer): Column => ({ serial: bytes.length * 2 + 12, bytes });

function text(value: string): Column {
  const bytes = Buffer.from(value);
  return { serial: bytes.length * 2 + 13, bytes };
}

function int(value: number): Column {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return { serial: 4, bytes };
}

function record(columns: readonly Column[]): Buffer {
  const serials = Buffer.concat(columns.map(({ serial }) => varint(serial)));
  return Buffer.concat([varint(serials.length + 1), serials, ...columns.map(({ bytes }) => bytes)]);
}

function varint(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
}
