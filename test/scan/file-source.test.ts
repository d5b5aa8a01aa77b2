// Files as sources: the same bytes as in memory, whatever is asked for, and few of them kept.

import { expect, test } from 'vitest';
import { MAX_PAGE, memorySource } from '../../src/artifacts/index.ts';
import { createGlance, fileSource } from '../../src/scan/file-source.ts';
import type { OpenFile } from '../../src/scan/machine.ts';

/** A file of any size whose bytes are computed, and how many of them were read. */
function madeUpFile(size: number): OpenFile & { count: number } {
  return {
    count: 0,
    size: () => size,
    read(into, position) {
      const length = Math.max(0, Math.min(into.length, size - position));
      for (let at = 0; at < length; at++) into[at] = byteAt(position + at);
      this.count += length;
      return length;
    },
    close: () => {},
  };
}

const byteAt = (offset: number) => (offset * 7 + Math.floor(offset / 251)) & 0xff;
const sizes = [0, 1, 4095, 65_535, 65_536, 65_537, MAX_PAGE - 1, MAX_PAGE, MAX_PAGE + 1, 2 * MAX_PAGE + 77];
const offsetsIn = (size: number) =>
  [0, 1, 65_535, 65_536, MAX_PAGE - 1, MAX_PAGE, size - 1, Math.floor(size / 2)].filter((at) => at >= 0 && at < size);

const sources = {
  file: fileSource,
  glance: (file: OpenFile) => createGlance()(file),
} as const;

test.each(['file', 'glance'] as const)('%s: reads and pages are those of the bytes', (kind) => {
  for (const size of sizes) {
    const source = sources[kind](madeUpFile(size));
    const whole = memorySource(Uint8Array.from({ length: size }, (_, at) => byteAt(at)));
    expect(source.size).toBe(size);
    for (const from of [-3, ...offsetsIn(size), size, size + 5]) {
      for (const length of [0, 1, 17, 70_000]) {
        expect(
          Buffer.from(source.read(from, from + length)).equals(whole.read(from, Math.min(size, from + length))),
        ).toBe(true);
      }
    }
    for (const offset of offsetsIn(size)) {
      const page = source.pageAt(offset);
      expect(page.start <= offset && offset < page.start + page.bytes.length).toBe(true);
      expect(page.bytes[offset - page.start]).toBe(byteAt(offset));
      expect(page.bytes.length).toBeLessThanOrEqual(MAX_PAGE);
    }
  }
});

test('what is read stays as it is when other places are read', () => {
  const source = fileSource(madeUpFile(3 * MAX_PAGE));
  const early = source.read(10, 20);
  for (let page = 0; page < 3; page++) source.pageAt(page * MAX_PAGE);
  expect([...early]).toEqual(Array.from({ length: 10 }, (_, at) => byteAt(10 + at)));
});

test('a page that was read lately is not read again; of many, the oldest go', () => {
  const file = madeUpFile(80 * MAX_PAGE);
  // Only how often it is read is of interest.
  file.read = (into: Uint8Array) => {
    file.count++;
    return into.length;
  };
  const source = fileSource(file);
  for (let round = 0; round < 3; round++) for (let page = 0; page < 30; page++) source.pageAt(page * MAX_PAGE);
  expect(file.count).toBe(30);
  for (let page = 30; page < 70; page++) source.pageAt(page * MAX_PAGE);
  source.pageAt(69 * MAX_PAGE);
  expect(file.count).toBe(70);
  source.pageAt(0);
  expect(file.count).toBe(71);
});

test('a file that becomes shorter while it is read is not filled up with zeros', () => {
  const file = madeUpFile(1000);
  const source = fileSource({ ...file, size: () => 2000 });
  expect(() => source.read(0, 2000)).toThrow('shorter');
});

test('nobody may ask for all of a large file at once', () => {
  const source = fileSource(madeUpFile(70 * 1024 * 1024));
  expect(() => source.read(0, 65 * 1024 * 1024)).toThrow(RangeError);
});
