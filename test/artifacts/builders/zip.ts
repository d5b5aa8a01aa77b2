// Zip archives. The children of `zip` stand one behind the other: entries, bytes of any kind between them, and, where they
// are not at the end, the directory and the end record.
//
//   zip
//     text "#!/usr/bin/env python3\n"
//     entry data.pkl
//       with method 8
//       with local-name "other.pkl"
//       hex 80 04 4e 2e
//     directory
//     hex 00 00
//     end
//       with comment "words"
//
// `with` sets what the headers say; the bytes stay what they are. Options of entries: `name` (JSON), `raw-name` (hex), `local-name`,
// `method`, `local-method`, `flags`, `local-flags`, `packed`, `local-packed`, `size`, `local-size`, `crc`, `local-crc`,
// `extra`, `local-extra` (hex), `unicode-name` (JSON), `mode` (octal), `comment` (JSON), `offset`, `at` (the entry whose
// local header it shares), `disk`, `descriptor` (`right`, `unsigned`, `wrong`, `none`), `unlisted`. Options of `end`:
// `comment`, `count`, `size`, `offset`, `disk`, `zip64` (`yes`, or where the locator points).

import { crc32, deflateRawSync } from 'node:zlib';
import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

export const zipBuilders: Builders = {
  zip: (node, build) => buildZip(node.children, build),
  deflate: (node, build) => deflateRawSync(build(node.children)),
  'zero-bytes': ({ rest }) => Buffer.alloc(Number(rest)),
};

type Options = ReadonlyMap<string, string>;

function optionsOf({ children }: Node): Options {
  const given = children.filter(({ word }) => word === 'with');
  return new Map(
    given.map(({ rest }) => {
      const space = rest.indexOf(' ');
      return space < 0 ? [rest, ''] : [rest.slice(0, space), rest.slice(space + 1)];
    }),
  );
}

const contentOf = ({ children }: Node) => children.filter(({ word }) => word !== 'with');

interface Listed {
  readonly name: string;
  readonly central: Buffer;
}

function buildZip(nodes: readonly Node[], build: Build): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  const listed: Listed[] = [];
  const offsets = new Map<string, number>();
  let directory: { offset: number; size: number } | undefined;
  let hasEnd = false;
  const putDirectory = () => {
    const bytes = Buffer.concat(listed.map(({ central }) => central));
    directory = { offset: at, size: bytes.length };
    put(bytes);
  };
  const putEnd = (options: Options) => {
    if (directory === undefined) putDirectory();
    put(endRecord(options, directory ?? { offset: at, size: 0 }, listed.length, at));
    hasEnd = true;
  };
  for (const node of nodes) {
    if (node.word === 'entry') {
      const options = optionsOf(node);
      const entry = makeEntry(node.rest, options, build(contentOf(node)), offsets.get(options.get('at') ?? '') ?? at);
      if (!options.has('at')) {
        offsets.set(node.rest, at);
        put(entry.local);
      }
      if (!options.has('unlisted')) listed.push({ name: node.rest, central: entry.central });
    } else if (node.word === 'directory') putDirectory();
    else if (node.word === 'end') putEnd(optionsOf(node));
    else put(build([node]));
  }
  if (!hasEnd) putEnd(new Map());
  return Buffer.concat(pieces);
}

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24]);
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const field = (id: number, bytes: Uint8Array) => Buffer.concat([u16(id), u16(bytes.length), bytes]);

function makeEntry(
  word: string,
  options: Options,
  content: Uint8Array,
  offset: number,
): { readonly local: Buffer; readonly central: Buffer } {
  const number = (key: string, otherwise: number) => Number(options.get(key) ?? otherwise);
  const json = (key: string, otherwise: string) => {
    const given = options.get(key);
    return given === undefined ? otherwise : (JSON.parse(given) as string);
  };
  const hex = (key: string) => Buffer.from((options.get(key) ?? '').replaceAll(' ', ''), 'hex');
  const method = number('method', 0);
  const packed = method === 8 ? deflateRawSync(content) : content;
  const name = json('name', word);
  const isAscii = /^[\0-\x7f]*$/.test(name);
  const descriptor = options.get('descriptor');
  const bits = number('flags', (isAscii ? 0 : 0x800) | (descriptor === undefined ? 0 : 8));
  const encode = (text: string, mask: number) => Buffer.from(text, (mask & 0x800) !== 0 ? 'utf8' : 'latin1');
  const localBits = number('local-flags', bits);
  const rawName = options.has('raw-name') ? hex('raw-name') : encode(name, bits);
  const unicode = options.has('unicode-name')
    ? field(0x7075, Buffer.concat([Buffer.from([1]), u32(crc32(rawName)), Buffer.from(json('unicode-name', ''))]))
    : Buffer.alloc(0);
  const checksum = number('crc', crc32(content));
  const extra = Buffer.concat([hex('extra'), unicode]);
  const localName = options.has('raw-name') ? rawName : encode(json('local-name', name), localBits);
  const localExtra = options.has('local-extra') ? hex('local-extra') : extra;
  const later = descriptor === undefined ? 1 : 0;
  const size = number('size', content.length);
  const packedSize = number('packed', packed.length);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    u16(20),
    u16(localBits),
    u16(number('local-method', method)),
    u32(0x5a210000),
    u32(number('local-crc', checksum * later)),
    u32(number('local-packed', packedSize * later)),
    u32(number('local-size', size * later)),
    u16(localName.length),
    u16(localExtra.length),
    localName,
    localExtra,
    packed,
    descriptorOf(descriptor, [checksum, packedSize, size]),
  ]);
  const comment = Buffer.from(json('comment', ''), 'latin1');
  const mode = Number.parseInt(options.get('mode') ?? '0', 8);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, mode === 0 ? 0 : 3]),
    u16(20),
    u16(bits),
    u16(method),
    u32(0x5a210000),
    u32(checksum),
    u32(packedSize),
    u32(size),
    u16(rawName.length),
    u16(extra.length),
    u16(comment.length),
    u16(number('disk', 0)),
    u16(0),
    u32((mode << 16) >>> 0),
    u32(number('offset', offset)),
    rawName,
    extra,
    comment,
  ]);
  return { local, central };
}

function descriptorOf(kind: string | undefined, values: readonly number[]): Buffer {
  const said = kind === 'wrong' ? values.map((value) => value + 1) : values;
  if (kind === undefined || kind === 'none') return Buffer.alloc(0);
  return Buffer.concat([kind === 'unsigned' ? Buffer.alloc(0) : Buffer.from('PK\x07\x08'), ...said.map(u32)]);
}

function endRecord(options: Options, given: { offset: number; size: number }, listed: number, at: number): Buffer {
  const number = (key: string, otherwise: number) => Number(options.get(key) ?? otherwise);
  const comment = Buffer.from(JSON.parse(options.get('comment') ?? '""') as string, 'latin1');
  const [count, size, offset] = [number('count', listed), number('size', given.size), number('offset', given.offset)];
  const zip64 = options.get('zip64');
  const before =
    zip64 === undefined
      ? []
      : [
          Buffer.from('PK\x06\x06'),
          u64(44),
          u16(45),
          u16(45),
          u32(0),
          u32(0),
          u64(listed),
          u64(listed),
          u64(given.size),
          u64(given.offset),
          Buffer.from('PK\x06\x07'),
          u32(0),
          u64(zip64 === 'yes' || zip64 === '' ? at : Number(zip64)),
          u32(1),
        ];
  return Buffer.concat([
    ...before,
    Buffer.from('PK\x05\x06'),
    u16(number('disk', 0)),
    u16(0),
    u16(count),
    u16(count),
    u32(size),
    u32(offset),
    u16(number('comment-length', comment.length)),
    comment,
  ]);
}
