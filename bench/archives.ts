// What archives cost to look into: bombs, which have to be known for what they are in less than a second; one honest member
// of a hundred megabytes; and the wheels in .cache/corpus/wheels, where there are some (`pip download --no-deps`).
//
//   npm run bench -- archives [--only ten-gigabytes,wheels] [--rounds N]

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { type Artifact, inspect, memorySource, readers } from '../src/artifacts/index.ts';
import { nestedArchives, overlappingMembers, tenGigabytes, zipOf } from '../test/artifacts/bombs.ts';
import { type Spread, spreadOf } from './measure.ts';
import type { Benchmark } from './run.ts';

const wheels = fileURLToPath(new URL('../.cache/corpus/wheels', import.meta.url));

interface Row {
  readonly name: string;
  readonly files: number;
  readonly megabytes: number;
  readonly seconds: Spread;
  /** kinds of concern that are dangerous, in any of the files */
  readonly dangers: readonly string[];
}

/** Every made archive is one file; the wheels are many. */
const cases: Readonly<Record<string, () => readonly Uint8Array[]>> = {
  'ten-gigabytes': () => [tenGigabytes()],
  'nested-alike': () => [nestedArchives(false)],
  'nested-varied': () => [nestedArchives(true)],
  overlapping: () => [overlappingMembers(250, 20)],
  'hundred-megabytes': () => [honestMember()],
  wheels: () => (existsSync(wheels) ? readdirSync(wheels).map((name) => readFileSync(path.join(wheels, name))) : []),
};

/** Node's own program, deflated. */
function honestMember(): Buffer {
  const bytes = readFileSync(process.execPath);
  return zipOf([
    { name: 'node', packed: deflateRawSync(bytes), method: 8, size: bytes.length, checksum: crc32(bytes) },
  ]);
}

export const benchmark: Benchmark<{ readonly rows: readonly Row[] }> = {
  async measure({ rounds = 3, only }) {
    const rows: Row[] = [];
    for (const name of only?.split(',') ?? Object.keys(cases)) {
      const files = cases[name]?.() ?? [];
      const seconds: number[] = [];
      const dangers = new Set<string>();
      for (let round = 0; round < rounds && files.length > 0; round++) {
        const before = performance.now();
        for (const bytes of files) for (const kind of dangersOf(bytes)) dangers.add(kind);
        seconds.push((performance.now() - before) / 1000);
      }
      if (files.length === 0) continue;
      const megabytes = files.reduce((sum, { length }) => sum + length, 0) / 1e6;
      rows.push({ name, files: files.length, megabytes, seconds: spreadOf(seconds), dangers: [...dangers].sort() });
    }
    return { rows };
  },
  print({ rows }) {
    const lines = rows.map(({ name, files, megabytes, seconds, dangers }) => {
      const took = `${seconds.median.toFixed(2)} (${seconds.least.toFixed(2)}–${seconds.most.toFixed(2)})`;
      return `| ${name} | ${files} | ${megabytes.toFixed(2)} | ${took} | ${dangers.join(', ') || '–'} |`;
    });
    return ['| archive | files | MB | seconds | dangerous |', '|---|---|---|---|---|', ...lines].join('\n');
  },
};

function dangersOf(bytes: Uint8Array): ReadonlySet<string> {
  const dangers = new Set<string>();
  const started = performance.now();
  const visit = ({ concerns, parts }: Artifact) => {
    for (const { kind, weight } of concerns) if (weight === 'dangerous') dangers.add(kind);
    parts.forEach(visit);
  };
  const { artifacts } = inspect(memorySource(bytes), 'archive.zip', readers, {
    now: () => performance.now() - started,
  });
  artifacts.forEach(visit);
  return dangers;
}
