// Whatever the bytes of a container of pickles are, its readers neither throw nor run on: files of the listings with bytes
// changed, cut out, doubled and set to the largest numbers, many thousand times, by a generator that always does the same.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspect, memorySource, readers } from '../../src/artifacts/index.ts';
import { build } from './builders/index.ts';
import { readCases } from './listing.ts';

const ROUNDS = 12;
const limits = { steps: 2_000_000, madeBytes: 16 * 1024 ** 2, keptBytes: 8 * 1024 ** 2, time: 5_000 };
const listings = [
  './pickle-containers.txt',
  '../../src/rules/pickle/model-misleads-readers.fixture.txt',
  '../../src/rules/pickle/model-reaches-out.fixture.txt',
  '../../src/rules/shelve/file-misleads-readers.fixture.txt',
];

/** Numerical Recipes' generator, modulo 2 ** 32. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function damage(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length);
  const length = Math.min(1 + random(8), bytes.length - at);
  const damaged = Buffer.from(bytes);
  switch (random(6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(at + 1), at), bytes.subarray(at)]);
    case 3:
      return damaged.fill(0xff, at, at + length);
    case 4:
      return damaged.fill(0, at, at + length);
    default:
      damaged[at] = random(256);
      return damaged;
  }
}

test.each(listings)('%s', { timeout: 120_000 }, (path) => {
  const random = createRandom(path.length);
  const cases = readCases(readFileSync(new URL(path, import.meta.url), 'utf8'));
  let inspected = 0;
  for (const { files } of cases) {
    const built = files.map(({ name, nodes }) => ({ name, bytes: Buffer.from(build(nodes)) }));
    if (built.some(({ bytes }) => bytes.length > 100_000)) continue;
    for (let round = 0; round < ROUNDS; round++) {
      const [first, ...others] = built.map(({ name, bytes }) => {
        let damaged: Buffer = bytes;
        for (let times = random(3); times >= 0 && damaged.length > 0; times--) damaged = damage(damaged, random);
        return { name, source: memorySource(damaged) };
      });
      if (first === undefined) throw new Error('a case has a file');
      const started = performance.now();
      const { artifacts } = inspect(first.source, first.name, readers, {
        limits,
        now: () => performance.now(),
        hasListing: true,
        beside: (name) => others.find((each) => each.name === name)?.source,
      });
      inspected += artifacts.length;
      expect(performance.now() - started, built[0]?.name).toBeLessThan(10_000);
    }
  }
  expect(inspected).toBeGreaterThan(100);
});
