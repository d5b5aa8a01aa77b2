// LZ4 and Zstandard, which Python's library lacks or has since 3.14 alone: streams that other libraries made, and damaged ones.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeLz4 } from '../../../src/artifacts/compression/lz4.ts';
import { decodeZstandard } from '../../../src/artifacts/compression/zstandard.ts';
import { decodeAll, type kinds, makeBytes, numbersFrom, pagesOf } from './streams.ts';

const decoders = { lz4: decodeLz4, zstandard: decodeZstandard };
const vectors = readFileSync(fileURLToPath(new URL('others.txt', import.meta.url)), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, format, kind, size, how, stream] = /^([a-z0-9]+) ([a-z]+) (\d+) (.+): (\S+)$/.exec(line) ?? [];
    if (stream === undefined || line.startsWith('#')) return [];
    const plain = makeBytes(kind as (typeof kinds)[number], Number(size), 5);
    return [{ format: format as keyof typeof decoders, how, plain, packed: Buffer.from(stream, 'base64') }];
  });

test('there are vectors of both', () => {
  expect(vectors.length).toBe(17);
});

describe.each(vectors)('$format: $how of $plain.length bytes', ({ format, plain, packed }) => {
  const decode = decoders[format];

  test('comes out again, whatever the pages', () => {
    for (const length of [packed.length, 4096, 61]) {
      const found = decodeAll(decode, pagesOf(packed, length));
      expect([found.outcome, found.why, found.end]).toEqual(['whole', undefined, packed.length]);
      expect(found.bytes.equals(plain)).toBe(true);
    }
  });

  test('twice, with what is skipped between and before', () => {
    const skipped = Buffer.from('502a4d18040000006869646e5f2a4d1800000000', 'hex');
    const bytes = Buffer.concat([skipped, packed, skipped, packed]);
    const found = decodeAll(decode, pagesOf(bytes, 512));
    expect([found.outcome, found.end]).toEqual(['whole', bytes.length]);
    expect(found.bytes.equals(Buffer.concat([plain, plain]))).toBe(true);
    expect(found.skipped?.map(({ start, end }) => bytes.subarray(start, end).toString())).toEqual([
      'hidn',
      '',
      'hidn',
      '',
    ]);
  });

  test('cut off anywhere, it is not whole, and what comes out is the beginning', () => {
    const random = numbersFrom(3);
    for (let count = 0; count < 30; count++) {
      const found = decodeAll(decode, pagesOf(packed.subarray(0, Math.floor(random() * packed.length)), 999));
      expect(['truncated', 'damaged']).toContain(found.outcome);
      expect(plain.subarray(0, found.bytes.length).equals(found.bytes)).toBe(true);
    }
  });

  test('damaged, it never does anything but end', () => {
    const random = numbersFrom(9);
    for (let count = 0; count < 150; count++) {
      const bytes = Buffer.from(packed);
      const near = count % 2 === 0 ? Math.min(bytes.length, 60) : bytes.length;
      for (let change = 0; change <= count % 5; change++) bytes[Math.floor(random() * near)] = random() * 256;
      const found = decodeAll(decode, pagesOf(bytes, 999), 2 ** 22);
      expect(found.end).toBeLessThanOrEqual(bytes.length);
    }
  });
});
