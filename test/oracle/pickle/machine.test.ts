// A part of the comparison with CPython's unpicklers; `npm run oracle -- --pickles 200000` does the whole.

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { comparePickles, describePickles } from './run.ts';

const version = spawnSync('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' });
const [major = 0, minor = 0] = (version.stdout ?? '').trim().split('.').map(Number);
const isUsable = major === 3 && minor >= 8 && minor <= 13;

test.skipIf(!isUsable)(
  'the machine logs what CPython logs (skipped without a python3 from 3.8 to 3.13)',
  () => {
    const result = comparePickles('python3', 3000, 7);
    expect(describePickles({ ...result, shown: [] }, 'python3')).toContain(': 0 differ');
    expect(result.shown).toEqual([]);
    expect(result.events).toBeGreaterThan(10_000);
  },
  60_000,
);
