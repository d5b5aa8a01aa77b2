// Readers see a file through pages, which are good until the next is asked for: whatever the pages are, and whatever becomes
// of those before, they find the same.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ByteSource, inspect, memorySource, readers, within } from '../../src/artifacts/index.ts';
import { build } from './builders/index.ts';
import { readCases } from './listing.ts';

/** Pages of so many bytes; the one before is spoilt as soon as anything else is asked for. */
function forgetful(bytes: Uint8Array, pageSize: number): ByteSource {
  let last: Uint8Array | undefined;
  const spoil = () => {
    last?.fill(0xa5);
    last = undefined;
  };
  return {
    size: bytes.length,
    pageAt(offset) {
      spoil();
      const start = offset - (offset % pageSize);
      last = bytes.slice(start, start + pageSize);
      return { start, bytes: last };
    },
    read(from, to) {
      spoil();
      const [start, end] = within(from, to, bytes.length);
      return bytes.slice(start, end);
    },
  };
}

const folder = fileURLToPath(new URL('../../src/rules/', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.fixture.txt'))
  .sort();

test.each(fixtures)('%s', { timeout: 60_000 }, (path) => {
  for (const each of readCases(readFileSync(`${folder}${path}`, 'utf8'))) {
    const files = new Map(each.files.map(({ name, nodes }) => [name, Uint8Array.from(build(nodes))]));
    const [name] = [...files.keys()] as [string];
    const inspected = (sourceOf: (bytes: Uint8Array) => ByteSource) => {
      const beside = (other: string) => {
        const bytes = files.get(other);
        return bytes === undefined ? undefined : sourceOf(bytes);
      };
      return inspect(beside(name) as ByteSource, name, readers, { now: () => 0, beside, hasListing: true });
    };
    const whole = inspected(memorySource);
    const isLong = [...files.values()].some(({ length }) => length > 64 * 1024);
    for (const pageSize of isLong ? [65_537] : [61, 4096]) {
      expect({ case: each.title, pageSize, ...inspected((bytes) => forgetful(bytes, pageSize)) }).toEqual({
        case: each.title,
        pageSize,
        ...whole,
      });
    }
  }
});
