// Which files are compared: hand-written cases, both standard libraries, and the packages that `npm run corpus` fetched.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCases } from './cases.ts';
import { pyodideVersion, unpackStandardLibrary } from './cpython.ts';
import { randomNumbers } from './random.ts';

export interface Collection {
  readonly name: string;
  readonly folder: string;
  /** Paths relative to the folder, in a fixed order. */
  readonly files: readonly string[];
}

export const cacheFolder = fileURLToPath(new URL('../../.cache', import.meta.url));

export async function listCollections(withPackages: boolean): Promise<Collection[]> {
  const cases = path.join(cacheFolder, 'oracle', 'cases');
  writeCases(cases);
  const collections = [collect('cases', cases)];

  const bundled = path.join(cacheFolder, 'oracle', `python-${pyodideVersion}`);
  await unpackStandardLibrary(bundled);
  collections.push(collect('python-3.14', bundled));

  const local = localLibrary();
  if (local !== undefined) collections.push(collect(`python-${local.version}`, local.folder));

  const packages = path.join(cacheFolder, 'corpus', 'sources');
  if (withPackages && existsSync(packages)) {
    for (const name of readdirSync(packages).sort()) {
      if (!name.endsWith('.part')) collections.push(collect(name, path.join(packages, name)));
    }
  }
  return collections;
}

/** The library of the machine's own Python, its tests included, the packages installed into it not. */
function localLibrary(): { version: string; folder: string } | undefined {
  try {
    const program = 'import sys, sysconfig; print("%d.%d" % sys.version_info[:2]); print(sysconfig.get_path("stdlib"))';
    const [version, folder] = execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim().split('\n');
    return version !== undefined && folder !== undefined && existsSync(folder) ? { version, folder } : undefined;
  } catch {
    return undefined; // no python3 here: the other collections still count
  }
}

function collect(name: string, folder: string): Collection {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return {
    name,
    folder,
    files: files
      .filter((entry) => entry.isFile() && /\.pyi?$/.test(entry.name))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !/(^|\/)(site|dist)-packages\//.test(file))
      .sort(),
  };
}

/** `count` of the files, the same ones for the same seed; hand-written cases always belong. */
export function sampleOf(collections: readonly Collection[], count: number, seed: number): Collection[] {
  const libraries = collections.filter((collection) => collection.name !== 'cases');
  const pool = libraries.flatMap((collection) => collection.files.map((file) => ({ collection, file })));
  const random = randomNumbers(seed);
  for (let left = pool.length - 1; left > 0; left--) {
    const other = Math.floor(random() * (left + 1));
    [pool[left], pool[other]] = [pool[other] as (typeof pool)[0], pool[left] as (typeof pool)[0]];
  }
  const chosen = pool.slice(0, count);
  return collections.map((collection) =>
    collection.name === 'cases'
      ? collection
      : {
          ...collection,
          files: chosen
            .filter((each) => each.collection === collection)
            .map((each) => each.file)
            .sort(),
        },
  );
}
