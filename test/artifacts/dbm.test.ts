// The readers of databases against files that their libraries made, through Perl, and Python: every value is found, each once.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Artifact, inspect, memorySource, readers } from '../../src/artifacts/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'heed-dbm-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Values are texts as pickles of protocol 2, of lengths that say which they are.
const perl = `
use strict; my ($kind, $path) = @ARGV; my %h;
if ($kind eq 'GDBM_File') { require GDBM_File; tie(%h, $kind, $path, GDBM_File::GDBM_WRCREAT(), 0644) or die "$!"; }
else { require DB_File; require Fcntl; tie(%h, $kind, $path, Fcntl::O_RDWR() | Fcntl::O_CREAT(), 0644, $DB_File::DB_HASH) or die "$!"; }
for my $n (1 .. 400) { my $text = 'x' x ($n * $n % 7919); $h{"key $n"} = "\\x80\\x02X" . pack('V', length $text) . $text . '.'; }
untie %h;
`;
const python = `
import dbm.dumb, struct, sys
db = dbm.dumb.open(sys.argv[1], "n")
for n in range(1, 401):
    size = n * n % 7919
    db[f"key {n}"] = b"\\x80\\x02X" + struct.pack("<I", size) + b"x" * size + b"."
db.close()
`;
const lengths = Array.from({ length: 400 }, (_, at) => (((at + 1) * (at + 1)) % 7919) + 8).sort((a, b) => a - b);

function open(path: string): Artifact {
  const beside = (name: string) =>
    existsSync(join(folder, name)) ? memorySource(readFileSync(join(folder, name))) : undefined;
  const { artifacts, problems } = inspect(memorySource(readFileSync(path)), basename(path), readers, {
    now: () => 0,
    beside,
  });
  expect(problems).toEqual([]);
  expect(artifacts).toHaveLength(1);
  return artifacts[0] as Artifact;
}

const sizesIn = ({ parts }: Artifact) => parts.map(({ size }) => size).sort((a, b) => a - b);
const has = (module: string) => spawnSync('perl', [`-M${module}`, '-e', '1']).status === 0;

describe.each([
  ['GDBM_File', 'gnu-dbm'],
  ['DB_File', 'berkeley-db'],
])('%s', (module, format) => {
  test.skipIf(!has(module))('every value is found (skipped without that module of Perl)', () => {
    const path = join(folder, format);
    expect(String(spawnSync('perl', ['-e', perl, module, path]).stderr)).toBe('');
    const artifact = open(path);
    expect(artifact.format).toBe(format);
    expect(artifact.concerns).toEqual([]);
    expect(sizesIn(artifact)).toEqual(lengths);
  });
});

test.skipIf(spawnSync('python3', ['-V']).status !== 0)('dbm.dumb (skipped without python3)', () => {
  const path = join(folder, 'dumb');
  expect(String(spawnSync('python3', ['-c', python, path]).stderr)).toBe('');
  expect(open(`${path}.dir`).concerns).toEqual([]);
  expect(sizesIn(open(`${path}.dat`))).toEqual(lengths);
});
