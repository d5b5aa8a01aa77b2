// Archives as CPython's zipfile writes them, in every way that it can: nothing speaks against them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Artifact, inspect, memorySource, readers } from '../../src/artifacts/index.ts';

const program = `
import io, sys, zipfile
noise = bytes((i * i * 7919 >> 5) & 255 for i in range(70_000))

class Stream:
    """Not seekable: sizes go behind the members."""
    def __init__(self, file): self.file = file
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()

def fill(archive):
    archive.writestr('a.txt', 'hello ' * 1000)
    archive.writestr('empty', '')
    archive.writestr('folder/', '')
    archive.writestr('folder/größe.bin', noise)
    with archive.open('large', 'w', force_zip64=True) as member: member.write(noise)
    archive.comment = b'made by hand'

for method in (0, 8, 12, 14):
    with zipfile.ZipFile(f'{sys.argv[1]}/seekable-{method}', 'w', method) as archive: fill(archive)
    with open(f'{sys.argv[1]}/stream-{method}', 'wb') as file:
        with zipfile.ZipFile(Stream(file), 'w', method) as archive: fill(archive)
with zipfile.ZipFile(f'{sys.argv[1]}/appended', 'w') as archive: archive.writestr('first', 'first')
with zipfile.ZipFile(f'{sys.argv[1]}/appended', 'a') as archive: archive.writestr('second', 'second')
with zipfile.ZipFile(f'{sys.argv[1]}/empty', 'w'): pass
`;

const names = [...[0, 8, 12, 14].flatMap((method) => [`seekable-${method}`, `stream-${method}`]), 'appended', 'empty'];

test('nothing speaks against what Python writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-zip-'));
  try {
    execFileSync('python3', ['-c', program, folder]);
    const found = names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const { artifacts } = inspect(memorySource(bytes), name, readers, { now: () => 0 });
      return [name, artifacts.map(({ format }) => format), artifacts.flatMap(concernsOf)];
    });
    expect(found).toEqual(names.map((name) => [name, ['zip'], []]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const concernsOf = ({ concerns, parts }: Artifact): readonly string[] => [
  ...concerns.map(({ kind }) => kind),
  ...parts.flatMap(concernsOf),
];
