// HDF5 files in the form of its newer versions, with addresses of 8 bytes. Checksums are left at zero.
//
//   hdf5                           `hdf5 512`: behind as many bytes of zeros
//     attribute name               with children: a text of fixed length, what they give
//     variable name                the same in the global heap
//     group name                   with children, as of the file
//     external-link name "other.h5"
//     dataset name
//       shape 10 20                elements of 8 bytes
//       external-file "raw.bin"
//       virtual "other.h5"
//     in-heap                      attributes or links below it are in a heap; `in-heap 9` counts as many
//     dense attributes             … in a heap that is none; also `dense members`

import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

const SUPERBLOCK = 48;
const undefinedAddress = Buffer.alloc(8, 0xff);

export const hdf5Builders: Builders = {
  hdf5: ({ rest, children }, build) => new FileWriter(build).write(children, Number(rest || '0')),
};

class FileWriter {
  readonly #build: Build;
  readonly #parts: Buffer[] = [];
  #size = SUPERBLOCK;

  constructor(build: Build) {
    this.#build = build;
  }

  write(children: readonly Node[], prefix: number): Buffer {
    const root = this.#object(children);
    const head = Buffer.concat([
      Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'),
      Buffer.of(2, 8, 8, 0),
      u64(0),
      undefinedAddress,
      u64(this.#size),
      u64(root),
      Buffer.alloc(4),
    ]);
    return Buffer.concat([Buffer.alloc(prefix), head, ...this.#parts]);
  }

  #add(bytes: Buffer): number {
    const at = this.#size;
    const padded = Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
    this.#parts.push(padded);
    this.#size += padded.length;
    return at;
  }

  #object(children: readonly Node[]): number {
    const messages = Buffer.concat(children.flatMap((each) => this.#messages(each)));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(messages.length);
    return this.#add(Buffer.concat([Buffer.from('OHDR'), Buffer.of(2, 2), size, messages, Buffer.alloc(4)]));
  }

  #messages(node: Node): readonly Buffer[] {
    const [, name = '', quoted = '""'] = /^(\S*)(?: (".*"))?$/.exec(node.rest) ?? [];
    switch (node.word) {
      case 'attribute': {
        const content = Buffer.from(this.#build(node.children));
        return [attribute(name, type(0x13, content.length), content)];
      }
      case 'variable': {
        const content = Buffer.from(this.#build(node.children));
        const length = Buffer.alloc(4);
        length.writeUInt32LE(content.length);
        return [attribute(name, type(0x19, 16), Buffer.concat([length, this.#inHeap(content)]))];
      }
      case 'group':
      case 'dataset':
        return [link(name, 0, u64(this.#object(node.children)))];
      case 'external-link': {
        const content = Buffer.from(`\0${JSON.parse(quoted)}\0/x\0`);
        const length = Buffer.alloc(2);
        length.writeUInt16LE(content.length);
        return [link(name, 64, Buffer.concat([length, content]))];
      }
      case 'shape': {
        const sizes = node.rest.split(' ').map((each) => u64(BigInt(each)));
        return [message(1, Buffer.concat([Buffer.of(2, sizes.length, 0, 1), ...sizes])), message(3, type(0x10, 8))];
      }
      case 'external-file': {
        const names = this.#add(Buffer.from(`${JSON.parse(node.rest)}\0`));
        const heap = this.#add(Buffer.concat([Buffer.from('HEAP\0\0\0\0'), u64(64), u64(1), u64(names)]));
        return [message(7, Buffer.concat([Buffer.of(1, 0, 0, 0, 1, 0, 1, 0), u64(heap), u64(0), u64(0), u64(8)]))];
      }
      case 'virtual': {
        const list = Buffer.concat([Buffer.of(0), u64(1), Buffer.from(`${JSON.parse(node.rest)}\0data\0`)]);
        return [message(8, Buffer.concat([Buffer.of(4, 3), this.#inHeap(list)]))];
      }
      case 'in-heap': {
        const contents = node.children.flatMap((each) => this.#messages(each)).map((each) => each.subarray(4));
        const isLink = node.children[0]?.word !== 'attribute' && node.children[0]?.word !== 'variable';
        return [
          message(
            isLink ? 2 : 0x15,
            Buffer.concat([Buffer.of(0, 0), this.#heap(contents, Number(name)), undefinedAddress]),
          ),
        ];
      }
      case 'dense':
        return [message(name === 'members' ? 2 : 0x15, Buffer.concat([Buffer.of(0, 0), u64(8), undefinedAddress]))];
      default:
        throw new Error(`line ${node.line}: there is no ${node.word} in HDF5`);
    }
  }

  /** The address of a fractal heap of one block. */
  #heap(contents: readonly Buffer[], count: number): Buffer {
    const bytes = Buffer.concat(contents);
    const block = this.#add(Buffer.concat([Buffer.from('FHDB\0'), u64(0), Buffer.alloc(4), bytes]));
    const numbers = [0, 0, 0, 0, 0, 0, 0, count || contents.length, 0, 0, 0, 0].map(u64);
    const table = [
      Buffer.of(4, 0),
      u64(bytes.length + 17),
      u64(65536),
      Buffer.of(32, 0, 0, 0),
      u64(block),
      Buffer.of(0, 0),
    ];
    const head = Buffer.from('FRHP\0\x08\0\0\0\0\0\x10\0\0', 'latin1');
    return u64(this.#add(Buffer.concat([head, ...numbers, ...table, Buffer.alloc(4)])));
  }

  /** Where the content is, as values of variable length say it: the address of its collection, and an index. */
  #inHeap(content: Buffer): Buffer {
    const padded = Buffer.concat([content, Buffer.alloc((8 - (content.length % 8)) % 8)]);
    const object = Buffer.concat([Buffer.of(1, 0, 0, 0, 0, 0, 0, 0), u64(content.length), padded]);
    const collection = Buffer.concat([Buffer.from('GCOL'), Buffer.of(1, 0, 0, 0), u64(16 + object.length), object]);
    return Buffer.concat([u64(this.#add(collection)), Buffer.of(1, 0, 0, 0)]);
  }
}

function message(kind: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(kind, content.length & 0xff, content.length >> 8, 0), content]);
}

function attribute(name: string, kind: Buffer, content: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head[0] = 3;
  head.writeUInt16LE(name.length + 1, 2);
  head.writeUInt16LE(kind.length, 4);
  head.writeUInt16LE(4, 6);
  return message(0x0c, Buffer.concat([head, Buffer.from(`${name}\0`), kind, Buffer.of(2, 0, 0, 0), content]));
}

function link(name: string, kind: number, content: Buffer): Buffer {
  return message(6, Buffer.concat([Buffer.of(1, 8, kind, name.length), Buffer.from(name), content]));
}

function type(kind: number, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes[0] = kind;
  bytes.writeUInt32LE(size, 4);
  return bytes;
}

function u64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
