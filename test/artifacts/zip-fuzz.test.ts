// Archives with bytes changed, cut out, put in, or moved: whatever comes, nothing throws, and the budget holds.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect, readers } from '../../src/artifacts/index.ts';
import { build } from './builders/index.ts';
import { readCases } from './listing.ts';

const folder = fileURLToPath(new URL('../../src/rules/zipfile/', import.meta.url));
const seeds = readdirSync(folder)
  .filter((name) => name.endsWith('.fixture.txt'))
  .flatMap((name) => readCases(readFileSync(`${folder}${name}`, 'utf8')))
  .map(({ files }) => build(files[0]?.nodes ?? []))
  .filter(({ length }) => length < 20_000);

function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const interesting = [0, 1, 3, 4, 5, 6, 8, 9, 0x50, 0x4b, 0x7f, 0x80, 0xfe, 0xff];

function change(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const changed = Buffer.from(bytes);
  const at = random(changed.length);
  const length = 1 + random(40);
  switch (random(5)) {
    case 0:
      return Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
    case 1:
      return Buffer.concat([changed.subarray(0, at), changed.subarray(random(changed.length)), changed.subarray(at)]);
    case 2:
      return changed.subarray(0, at);
    default:
      for (let count = 0; count <= random(4); count++) {
        changed[random(changed.length)] =
          random(2) === 0 ? random(256) : (interesting[random(interesting.length)] as number);
      }
      return changed;
  }
}

test('changed archives are read to an end', () => {
  const random = numbersFrom(7);
  const limits = { steps: 5_000_000, madeBytes: 4_000_000, memberBytes: 1_000_000, keptBytes: 500_000 };
  let concerns = 0;
  for (let round = 0; round < 1500; round++) {
    let bytes: Uint8Array = seeds[round % seeds.length] as Uint8Array;
    for (let count = 0; count <= random(3) && bytes.length > 0; count++) bytes = change(bytes, random);
    const offset = random(4);
    const moved = new Uint8Array(bytes.length + offset).subarray(offset);
    moved.set(bytes);
    const page = 1 + random(200);
    // Pages that are overwritten by the next one, as those of files are.
    const buffer = new Uint8Array(page);
    const source = {
      size: moved.length,
      pageAt(at: number) {
        const start = at - (at % page);
        const piece = moved.subarray(start, start + page);
        buffer.fill(0xee);
        buffer.set(piece);
        return { start, bytes: buffer.subarray(0, piece.length) };
      },
      read: (start: number, end: number) => moved.slice(Math.max(start, 0), Math.max(start, end, 0)),
    };
    const { artifacts } = inspect(source, 'a.zip', readers, { limits, now: () => 0 });
    concerns += artifacts.reduce((sum, each) => sum + each.concerns.length, 0);
  }
  expect(concerns).toBeGreaterThan(1500);
}, 60_000);
