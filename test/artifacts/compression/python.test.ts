// bzip2, xz and LZMA against Python: what it compressed comes out again, and of damaged streams the same are refused.

import { describe, expect, test } from 'vitest';
import { decodeBzip2 } from '../../../src/artifacts/compression/bzip2.ts';
import { decodeLzma } from '../../../src/artifacts/compression/lzma.ts';
import { decodeXz } from '../../../src/artifacts/compression/xz.ts';
import { askPython, decodeAll, hasPython, kinds, makeBytes, numbersFrom, pagesOf } from './streams.ts';

const filters = (more: string) => `[{"id": lzma.FILTER_LZMA2, ${more}}]`;
const formats = [
  {
    name: 'bzip2',
    decode: decodeBzip2,
    back: 'bz2.decompress(data)',
    compress: [1, 5, 9].map((level) => `bz2.compress(data, ${level})`),
  },
  {
    name: 'xz',
    decode: decodeXz,
    back: 'lzma.decompress(data, lzma.FORMAT_XZ)',
    compress: [
      ...[0, 3, 6, 9].map((level) => `lzma.compress(data, preset=${level})`),
      ...['CHECK_NONE', 'CHECK_CRC32', 'CHECK_SHA256'].map((check) => `lzma.compress(data, check=lzma.${check})`),
      `lzma.compress(data, filters=${filters('"lc": 0, "lp": 3, "pb": 1, "dict_size": 4096')})`,
      `lzma.compress(data, filters=${filters('"lc": 4, "lp": 0, "pb": 4, "mode": lzma.MODE_FAST')})`,
    ],
  },
  {
    name: 'lzma',
    decode: decodeLzma,
    back: 'lzma.decompress(data, lzma.FORMAT_ALONE)',
    compress: [0, 6].map((level) => `lzma.compress(data, format=lzma.FORMAT_ALONE, preset=${level})`),
  },
] as const;

describe.runIf(hasPython).each(formats)('$name', ({ name, decode, back, compress }) => {
  const plain = kinds.flatMap((kind) => [0, 1, 1000, 50_000].map((size) => makeBytes(kind, size, size + 7)));

  test('what Python compressed comes out again, whatever the pages', () => {
    const asked = plain.flatMap((data) => compress.map((code) => [code, data] as const));
    const packed = askPython(asked);
    asked.forEach(([code, data], index) => {
      const bytes = packed[index] as Buffer;
      for (const length of [bytes.length, 4096, 61]) {
        const found = decodeAll(decode, pagesOf(bytes, Math.max(length, 1)));
        expect([code, found.outcome, found.why, found.end]).toEqual([code, 'whole', undefined, bytes.length]);
        expect(found.bytes.equals(data)).toBe(true);
      }
    });
  }, 60_000);

  test('what follows a stream is left', () => {
    const data = makeBytes('text', 5000);
    const [packed] = askPython([[compress[0] ?? '', data]]) as [Buffer];
    const found = decodeAll(decode, pagesOf(Buffer.concat([packed, Buffer.from('and more')]), 100));
    expect([found.outcome, found.end, found.bytes.equals(data)]).toEqual(['whole', packed.length, true]);
  });

  test('damaged streams are refused where Python refuses them, and never do anything else', () => {
    const random = numbersFrom(11);
    const small = [makeBytes('text', 3000), makeBytes('zeros', 3000), makeBytes('noise', 300)];
    const whole = askPython(small.flatMap((data) => compress.slice(0, 5).map((code) => [code, data] as const)));
    const damaged = (whole as Buffer[]).flatMap((bytes) =>
      Array.from({ length: 40 }, (_, index) => {
        if (index < 8) return bytes.subarray(0, Math.floor(random() * bytes.length));
        const changed = Buffer.from(bytes);
        const changes = index % 4 === 0 ? 8 : 1;
        for (let count = 0; count < changes; count++) {
          const at = Math.floor(random() * (index < 20 ? Math.min(40, bytes.length) : bytes.length));
          changed[at] = index % 2 === 0 ? (changed[at] as number) ^ (1 << Math.floor(random() * 8)) : random() * 256;
        }
        return changed;
      }),
    );
    const expected = askPython(damaged.map((data) => [back, data] as const));
    damaged.forEach((data, index) => {
      const found = decodeAll(decode, pagesOf(data, 1000), 2 ** 22);
      expect(found.end).toBeLessThanOrEqual(data.length);
      const python = expected[index];
      const label = `${name} ${data.toString('hex').slice(0, 2000)}`;
      if (python === undefined) expect([label, found.outcome]).not.toEqual([label, 'whole']);
      else if (found.outcome !== 'stopped') {
        expect([label, found.outcome, found.why]).toEqual([label, 'whole', undefined]);
        expect(found.bytes.equals(python)).toBe(true);
      }
    });
  }, 60_000);
});

test.runIf(hasPython)('streams one behind the other are one', () => {
  const data = makeBytes('text', 3000);
  const twice = Buffer.concat([data, data]);
  const packed = askPython([
    ['bz2.compress(data) + bz2.compress(data)', data],
    ['lzma.compress(data) + lzma.compress(data)', data],
    ['lzma.compress(data) + bytes(8) + lzma.compress(data, preset=0)', data],
  ]) as Buffer[];
  [decodeBzip2, decodeXz, decodeXz].forEach((decode, index) => {
    const bytes = packed[index] as Buffer;
    const found = decodeAll(decode, pagesOf(bytes, 512));
    expect([found.outcome, found.end, found.bytes.equals(twice)]).toEqual(['whole', bytes.length, true]);
  });
});
