// The corpus of the benchmarks: the Python files of the local CPython's standard library, its tests included, what was
// installed into it not.

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Library {
  readonly version: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

export function findLibrary(): Library {
  const program = 'import sys, sysconfig; print(sys.version.split()[0]); print(sysconfig.get_path("stdlib"))';
  const [version = '', folder = ''] = execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim().split('\n');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](site|dist)-packages[\\/]/.test(file))
    .sort();
  return { version, folder, files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}
