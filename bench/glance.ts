// What it costs to tell which files of a tree are data, before any of them is read: discovery glances at every file that is
// no Python. The trees are those in .cache/glance (source distributions, unpacked), or folders that are named.
//
//   npm run bench -- glance [--only FOLDER,FOLDER] [--rounds N]

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClaims } from '../src/scan/data-claims.ts';
import { nodeMachine } from '../src/scan/index.ts';
import { formatSpread, formatTable, type Spread, spreadOf } from './measure.ts';
import type { Benchmark } from './run.ts';

interface Row {
  readonly name: string;
  readonly files: number;
  /** of them, what was taken for data */
  readonly data: number;
  /** of processor time for each file, opening and reading it included; the first round warms up and is left out */
  readonly microseconds: Spread;
}

const trees = fileURLToPath(new URL('../.cache/glance', import.meta.url));

export const benchmark: Benchmark<{ readonly rows: readonly Row[] }> = {
  async measure({ rounds = 3, only }) {
    const known = existsSync(trees) ? readdirSync(trees).map((name) => join(trees, name)) : [];
    const folders = only?.split(',') ?? known;
    return { rows: folders.flatMap((folder) => measureTree(folder, rounds) ?? []) };
  },
  print({ rows }) {
    return formatTable([
      ['tree', 'files', 'data', 'µs a file'],
      ...rows.map(({ name, files, data, microseconds }) => [
        name,
        String(files),
        String(data),
        formatSpread(microseconds, 1),
      ]),
    ]);
  },
};

function measureTree(folder: string, rounds: number): Row | undefined {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.py[iw]?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) return undefined;
  const claimOn = createClaims(nodeMachine(process.cwd()));
  const microseconds: number[] = [];
  let data = 0;
  for (let round = 0; round <= rounds; round++) {
    data = 0;
    const started = process.cpuUsage();
    for (const file of files) if (claimOn(file) !== undefined) data++;
    const { user, system } = process.cpuUsage(started);
    if (round > 0) microseconds.push((user + system) / files.length);
  }
  return { name: basename(folder), files: files.length, data, microseconds: spreadOf(microseconds) };
}
