// `quine-zip NAME`, of 30 letters: a zip archive whose only member unpacks to the archive itself, after Russ Cox, "Zip Files All The Way
// Down" (2010). Its checksums are wrong: a checksum of itself takes years to find, and what counts is what comes out.

import type { Builders } from './index.ts';

export const quineBuilders: Builders = { 'quine-zip': ({ rest }) => makeQuine(rest) };

/** Deflate's stored block: the next `length` bytes as they are. Five bytes. */
const literal = (length: number) => Buffer.from([0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]);

/** Bits as deflate packs them, codes first bit first. */
class Bits {
  readonly bits: number[] = [];
  number(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) this.bits.push((value >> bit) & 1);
  }
  code(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) this.bits.push((value >> bit) & 1);
  }
  match(length: number, distance: number): void {
    const lengthExtra = length < 11 ? 0 : Math.floor(Math.log2(length - 3)) - 2;
    const lengthSymbol = length < 11 ? 254 + length : 257 + 4 * lengthExtra + ((length - 3) >> lengthExtra);
    if (lengthSymbol < 280) this.code(lengthSymbol - 256, 7);
    else this.code(0xc0 + lengthSymbol - 280, 8);
    this.number((length - 3) & ((1 << lengthExtra) - 1), lengthExtra);
    const distanceExtra = distance < 5 ? 0 : Math.floor(Math.log2(distance - 1)) - 1;
    this.code(2 * distanceExtra + ((distance - 1) >> distanceExtra), 5);
    this.number((distance - 1) & ((1 << distanceExtra) - 1), distanceExtra);
  }
}

/** A block of so many bytes that repeats the last `count`: in one match, two, or with empty blocks before it. */
function repeat(count: number, length: number, isLast = false): Buffer {
  for (let empty = 0; empty < 3; empty++) {
    for (const first of [count, ...Array.from({ length: Math.max(0, count - 5) }, (_, at) => at + 3)]) {
      const bits = new Bits();
      for (let block = 0; block < empty; block++) {
        bits.number(0b010, 3);
        bits.code(0, 7);
      }
      bits.number(isLast ? 0b011 : 0b010, 3);
      bits.match(first, count);
      if (first < count) bits.match(count - first, count);
      bits.code(0, 7);
      if (bits.bits.length !== 8 * length) continue;
      const bytes = Buffer.alloc(length);
      bits.bits.forEach((bit, at) => {
        bytes[at >> 3] = (bytes[at >> 3] as number) | (bit << (at & 7));
      });
      return bytes;
    }
  }
  throw new Error(`no block of ${length} bytes repeats ${count}: take another name`);
}

function makeQuine(name: string): Buffer {
  const head = 30 + name.length;
  const tail = 46 + name.length + 22;
  // Everything between head and tail: 27 blocks or copies of them, and one more head and tail.
  const assemble = (size: number) => {
    const packed = size - head - tail;
    const fields = Buffer.alloc(24);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.alloc(2), Buffer.from(name)]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(16), Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(size - tail, 16);
    const suffix = Buffer.concat([central, end]);
    const [l5, l20, r20, l0] = [literal(5), literal(20), repeat(20, 5), literal(0)];
    const [lHead, rHead] = [literal(head + 5), repeat(head + 5, 5)];
    const [lTail, rTail] = [literal(tail + 6), repeat(tail + 6, 6, true)];
    return Buffer.concat([
      ...[local, lHead, local, lHead, rHead],
      ...[l5, rHead, l5, l5],
      ...[l20, rHead, l5, l5, l20, r20],
      ...[l20, r20, l20, r20, l20, r20],
      ...[l20, r20, l0, l0, lTail, r20, l0, l0],
      ...[lTail, rTail, suffix, rTail, suffix],
    ]);
  };
  return assemble(assemble(0xffff).length);
}
