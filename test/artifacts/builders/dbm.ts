// Files of databases.
//
//   padded 512                     fills up what stands below it with zeros, as the values of dbm.dumb are
//   gdbm                           one bucket; `gdbm 32` with addresses of 4 bytes, `gdbm big` with its bytes turned round
//     entry "key"                  with children: the value
//     place "key" 99999 16         an entry whose key would lie there, with a value of that size
//   berkeley                       pages of 1,024 bytes
//     entry "key"
//     long "key"                   on a page of its own; `long "key" 99` names that page

import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

export const dbmBuilders: Builders = {
  padded: (node, build) => {
    const bytes = build(node.children);
    const block = Number(node.rest);
    return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
  },
  gdbm: buildGnu,
  berkeley: buildBerkeley,
};

function wordsOf({ rest }: Node): { key: string; numbers: readonly number[] } {
  const [, key = '""', numbers = ''] = /^("(?:[^"\\]|\\.)*") ?([\d ]*)$/.exec(rest) ?? [];
  return { key: JSON.parse(key) as string, numbers: numbers.split(' ').filter(Boolean).map(Number) };
}

function buildGnu({ rest, children }: Node, build: Build): Buffer {
  const width = rest.includes('32') ? 4 : 8;
  const isBig = rest.includes('big');
  const BLOCK = 512;
  const number = (value: number, size: number) => {
    const bytes = Buffer.alloc(size);
    if (isBig) bytes.writeUIntBE(value, Math.max(size - 6, 0), Math.min(size, 6));
    else bytes.writeUIntLE(value, 0, Math.min(size, 6));
    return bytes;
  };
  const block = (...parts: readonly Buffer[]) => {
    const bytes = Buffer.concat(parts);
    return Buffer.concat([bytes, Buffer.alloc(BLOCK - bytes.length)]);
  };
  const values: Buffer[] = [];
  let end = 3 * BLOCK;
  const elements = children.map((each) => {
    const { key, numbers } = wordsOf(each);
    const value = Buffer.from(build(each.children));
    const [at = end, size = value.length] = numbers;
    values.push(Buffer.from(key), value);
    end += key.length + value.length;
    return Buffer.concat([number(1, 4), Buffer.alloc(4), number(at, width), number(key.length, 4), number(size, 4)]);
  });
  const empty = Buffer.concat([Buffer.alloc(4, 0xff), Buffer.alloc(12 + width)]);
  const magic = number(width === 4 ? 0x13579acd : 0x13579acf, 4);
  const sizes = [number(BLOCK, width), number(2 * width, 4), number(1, 4), number(BLOCK, 4), number(8, 4)];
  const free = Buffer.alloc((width === 8 ? 8 : 4) + 12 * width);
  const table = [...elements, ...Array.from({ length: 8 - elements.length }, () => empty)];
  return Buffer.concat([
    block(magic, number(BLOCK, 4), ...sizes),
    block(number(2 * BLOCK, width), number(2 * BLOCK, width)),
    block(free, number(0, 4), number(elements.length, 4), ...table),
    ...values,
  ]);
}

function buildBerkeley({ children }: Node, build: Build): Buffer {
  const PAGE = 1024;
  const meta = Buffer.alloc(PAGE);
  meta.writeUInt32LE(0x061561, 12);
  meta.writeUInt32LE(9, 16);
  meta.writeUInt32LE(PAGE, 20);
  meta[25] = 8;
  const overflows: Buffer[] = [];
  const items = children.flatMap((each) => {
    const { key, numbers } = wordsOf(each);
    const value = Buffer.from(build(each.children));
    const first = Buffer.concat([Buffer.of(1), Buffer.from(key)]);
    if (each.word === 'entry') return [first, Buffer.concat([Buffer.of(1), value])];
    const page = Buffer.alloc(PAGE);
    page.writeUInt16LE(value.length, 22);
    page[25] = 7;
    value.copy(page, 26);
    overflows.push(page);
    const item = Buffer.alloc(12);
    item[0] = 3;
    item.writeUInt32LE(numbers[0] ?? 1 + overflows.length, 4);
    item.writeUInt32LE(value.length, 8);
    return [first, item];
  });
  const page = Buffer.alloc(PAGE);
  page.writeUInt16LE(items.length, 20);
  page[25] = 13;
  let end = PAGE;
  items.forEach((item, index) => {
    end -= item.length;
    item.copy(page, end);
    page.writeUInt16LE(end, 26 + index * 2);
  });
  return Buffer.concat([meta, page, ...overflows]);
}
