// Inflating against zlib, which Python decodes with: the same bytes, the same end of the stream, and the same streams refused.

import { constants, deflateRawSync, deflateSync, gzipSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Budget, defaultLimits } from '../../src/artifacts/budget.ts';
import { type Decoder, unpack } from '../../src/artifacts/compression/decoder.ts';
import { decodeGzip } from '../../src/artifacts/compression/gzip.ts';
import { inflate } from '../../src/artifacts/compression/inflate.ts';
import { decodeZlib } from '../../src/artifacts/compression/zlib.ts';
import { type ByteSource, memorySource } from '../../src/artifacts/source.ts';

/** Numbers below 1, the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Four kinds of data: noise, few values, a pattern, and mostly zeros. */
function makeBytes(kind: number, random: () => number): Buffer {
  const bytes = Buffer.alloc(Math.floor(random() ** 3 * 150_000));
  const values = 1 + Math.floor(random() * 255);
  for (let at = 0; at < bytes.length; at++) {
    if (kind === 0) bytes[at] = random() * 256;
    else if (kind === 1) bytes[at] = random() * values;
    else if (kind === 2) bytes[at] = ((at * at) >> 7) & values;
    else if (random() < 0.01) bytes[at] = random() * 256;
  }
  return bytes;
}

function pagesOf(bytes: Uint8Array, length: number): ByteSource {
  return {
    size: bytes.length,
    pageAt(offset) {
      const start = offset - (offset % length);
      return { start, bytes: bytes.subarray(start, start + length) };
    },
    read: (start, end) => bytes.subarray(start, end),
  };
}

const newBudget = () => new Budget(defaultLimits, () => 0);

function decodeAll(decode: Decoder, source: ByteSource) {
  const pieces: Buffer[] = [];
  const decoded = decode(source, 0, source.size, newBudget(), (bytes) => {
    pieces.push(Buffer.from(bytes));
    return 'more';
  });
  return { ...decoded, bytes: Buffer.concat(pieces) };
}

const strategies = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FILTERED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
];

test('what zlib deflates comes out again, and the end of the stream is known', () => {
  const random = numbersFrom(1);
  for (let index = 0; index < 160; index++) {
    const bytes = makeBytes(index % 4, random);
    const packed = deflateRawSync(bytes, { level: index % 10, strategy: strategies[index % 5] as number });
    const withMore = Buffer.concat([packed, Buffer.alloc(index % 13, index)]);
    const source = index % 2 === 0 ? memorySource(withMore) : pagesOf(withMore, 1 + (index % 50));
    const decoded = decodeAll(inflate, source);
    expect([index, decoded.outcome, decoded.end]).toEqual([index, 'whole', packed.length]);
    expect(decoded.bytes.equals(bytes)).toBe(true);
  }
});

test('what zlib refuses is refused, and what it takes is taken', () => {
  const random = numbersFrom(2);
  const seen = new Set<string>();
  for (let index = 0; index < 600; index++) {
    const packed = deflateRawSync(makeBytes(index % 4, random).subarray(0, 3000), {
      strategy: strategies[index % 5] as number,
    });
    const at = Math.floor(random() * Math.min(packed.length, 200));
    packed[at] = (packed[at] as number) ^ (1 << (index % 8));
    const damaged = index % 3 === 0 ? packed.subarray(0, Math.floor(random() * packed.length)) : packed;
    const { outcome, end, bytes } = decodeAll(inflate, memorySource(damaged));
    seen.add(outcome);
    expect([index, outcome, ...(outcome === 'whole' ? [end, bytes.toString('hex')] : [])]).toEqual([
      index,
      ...zlibSays(damaged),
    ]);
  }
  expect([...seen].sort()).toEqual(['damaged', 'truncated', 'whole']);
});

function zlibSays(bytes: Buffer): readonly unknown[] {
  try {
    const options = { info: true } as Parameters<typeof inflateRawSync>[1];
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return ['whole', engine.bytesWritten, buffer.toString('hex')];
  } catch (error) {
    return [(error as { code: string }).code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged'];
  }
}

test('gzip: members one behind the other are one stream, and zeros may follow', () => {
  const members = Buffer.concat([gzipSync('one, '), Buffer.alloc(9), gzipSync('two'), Buffer.alloc(3)]);
  const decoded = decodeAll(decodeGzip, memorySource(Buffer.concat([members, Buffer.from('else')])));
  expect([decoded.outcome, decoded.end, decoded.bytes.toString()]).toEqual(['whole', members.length, 'one, two']);
});

test('a wrong checksum or size is damage, in gzip and in zlib', () => {
  const gzipped = gzipSync('words');
  for (const fromEnd of [8, 4]) {
    const wrong = Buffer.from(gzipped);
    wrong[wrong.length - fromEnd] = (wrong[wrong.length - fromEnd] as number) ^ 1;
    expect(decodeAll(decodeGzip, memorySource(wrong))).toMatchObject({ outcome: 'damaged' });
  }
  const deflated = deflateSync('words');
  expect(decodeAll(decodeZlib, memorySource(deflated))).toMatchObject({ outcome: 'whole', end: deflated.length });
  deflated[deflated.length - 1] = (deflated.at(-1) as number) ^ 1;
  expect(decodeAll(decodeZlib, memorySource(deflated))).toMatchObject({ outcome: 'damaged' });
});

test('what unpacks to more than there is room for is measured and not kept; what grows without end is stopped', () => {
  const limits = { ...defaultLimits, keptBytes: 1000, memberBytes: 100_000 };
  const unpackZeros = (count: number) => {
    const packed = memorySource(deflateRawSync(Buffer.alloc(count)));
    return unpack(inflate, packed, 0, packed.size, new Budget(limits, () => 0));
  };
  expect(unpackZeros(900)).toMatchObject({ outcome: 'whole', made: 900, isBomb: false, content: { size: 900 } });
  expect(unpackZeros(5000)).toMatchObject({ outcome: 'whole', made: 5000, isBomb: false, content: undefined });
  // Zeros are honest, however many: deflate can do no better than this.
  expect(unpackZeros(10_000_000)).toMatchObject({ outcome: 'stopped', isTooLong: true, isBomb: false });
  expect(unpackZeros(10_000_000).made).toBeLessThan(1_000_000);
});

test('memory that was kept is given back', () => {
  const budget = newBudget();
  const packed = memorySource(deflateRawSync(Buffer.alloc(5000)));
  const unpacked = unpack(inflate, packed, 0, packed.size, budget);
  expect(budget.room).toBe(defaultLimits.keptBytes - 5000);
  unpacked.release();
  expect(budget.room).toBe(defaultLimits.keptBytes);
});
