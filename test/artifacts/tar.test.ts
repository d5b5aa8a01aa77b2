// Tar archives against CPython's own hostile one, and damaged ones: the walk always ends, and finds what is there.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect } from '../../src/artifacts/inspection.ts';
import { memorySource } from '../../src/artifacts/source.ts';
import { tar } from '../../src/artifacts/tar/reader.ts';
import { build } from './builders/index.ts';
import { numbersFrom, pagesOf } from './compression/streams.ts';
import { readCases } from './listing.ts';

const look = (bytes: Uint8Array, limits = {}) =>
  inspect(memorySource(bytes), 'a.tar', [tar], { now: () => 0, hasListing: true, limits });

const archives = ['tar-escapes', 'tar-misleads-readers'].flatMap((rule) => {
  const path = fileURLToPath(new URL(`../../src/rules/zipfile/${rule}.fixture.txt`, import.meta.url));
  return readCases(readFileSync(path, 'utf8')).map(({ files }) => Buffer.from(build(files[0]?.nodes ?? [])));
});

test('damaged archives end, whatever they say of themselves', () => {
  const random = numbersFrom(5);
  for (const bytes of archives) {
    for (let count = 0; count < 20; count++) {
      const changed = Buffer.from(bytes.subarray(0, count % 5 === 0 ? Math.floor(random() * bytes.length) : undefined));
      // Mostly digits and lengths, and the checksum is put right, so that it is not what saves the reader.
      for (let change = 0; change <= count % 4 && changed.length > 0; change++) {
        changed[Math.floor(random() * changed.length)] = random() < 0.5 ? 0x30 + random() * 10 : random() * 256;
      }
      for (let at = 0; at + 512 <= changed.length; at += 512) if (count % 2 === 0) mendChecksum(changed, at);
      expect(look(changed, { steps: 2_000_000 }).artifacts.length).toBeLessThanOrEqual(1);
    }
  }
}, 60_000);

function mendChecksum(bytes: Buffer, at: number): void {
  const block = bytes.subarray(at, at + 512);
  if (block.every((byte) => byte === 0)) return;
  block.fill(0x20, 148, 156);
  const sum = block.reduce((before, byte) => before + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

test('pages of any length show the same', () => {
  for (const bytes of archives) {
    const whole = look(bytes);
    const paged = inspect(pagesOf(bytes, 700), 'a.tar', [tar], { now: () => 0, hasListing: true });
    expect(paged).toEqual(whole);
  }
});

test('what a member is told twice, two readers would find at two places, and both are opened', () => {
  const [[hidden]] = archives.flatMap((bytes) => {
    const { artifacts } = look(bytes);
    return artifacts
      .map(({ parts }) => parts.map(({ name, format }) => `${format} ${name}`))
      .filter(({ length }) => length > 0);
  }) as [[string]];
  expect(hidden).toBe('tar a');
});

test('what was found before a limit is judged', () => {
  const members = Array.from({ length: 40 }, (_, index) => ({
    word: 'member',
    rest: `m${index}`,
    line: 0,
    children: [],
  }));
  const bytes = build([
    {
      word: 'tar',
      rest: '',
      line: 0,
      children: [{ word: 'member', rest: '../out', line: 0, children: [] }, ...members],
    },
  ]);
  const { artifacts, problems } = look(bytes, { members: 20 });
  expect(artifacts[0]?.concerns.map(({ kind }) => kind).sort()).toEqual(['data:limit', 'tar:leaves-folder']);
  expect(problems.length).toBe(1);
});
