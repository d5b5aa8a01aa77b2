// The reader of SQLite against databases that SQLite itself made: every value of every row is found, whatever the pages
// look like.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Artifact, type ByteSource, inspect, memorySource, readers } from '../../src/artifacts/index.ts';

const python = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

// Values are arrays of NumPy, which something claims, of a length that says which they are.
const make = `
import sqlite3, sys, os
def value(n):
    head = ("{'descr': '|u1', 'fortran_order': False, 'shape': (%d,), }" % n).encode()
    return b"\\x93NUMPY\\x01\\x00" + len(head).to_bytes(2, "little") + head + bytes(n)
path, size, kind = sys.argv[1], int(sys.argv[2]), sys.argv[3]
db = sqlite3.connect(path)
db.execute("PRAGMA page_size = %d" % size)
if kind == "vacuum": db.execute("PRAGMA auto_vacuum = FULL")
if kind == "utf16": db.execute("PRAGMA encoding = 'UTF-16be'")
if kind == "wal":
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
db.execute("CREATE TABLE Dict (key BLOB %s NOT NULL, value BLOB NOT NULL)%s" % (("PRIMARY KEY", " WITHOUT ROWID") if kind == "rowless" else ("UNIQUE", "")))
db.execute("CREATE TABLE other (a, b TEXT, c)")
db.execute("CREATE INDEX at ON other (c)")
for n in range(1, 400):
    db.execute("INSERT INTO Dict VALUES (?, ?)", (b"key %d" % n, value(n * n % 7919)))
    db.execute("INSERT INTO other VALUES (?, ?, ?)", (n, "x" * n, None if n % 3 else value(10000 + n)))
if kind == "dropped":
    db.commit()
    db.execute("PRAGMA secure_delete = OFF")
    db.execute("DROP TABLE Dict")
db.commit()
if kind == "wal": os._exit(0)
db.close()
`;

describe.skipIf(!python)('databases of SQLite (skipped without python3)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-sqlite-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = (kind: string, size: number): Artifact => {
    const path = join(folder, `${kind}-${size}`);
    const made = spawnSync('python3', ['-c', make, path, String(size), kind]);
    if (made.status !== 0) throw new Error(String(made.stderr));
    const beside = (name: string): ByteSource | undefined => {
      try {
        return memorySource(readFileSync(join(folder, name)));
      } catch {
        return undefined;
      }
    };
    const { artifacts, problems } = inspect(memorySource(readFileSync(path)), `${kind}-${size}`, readers, {
      now: () => 0,
      beside,
    });
    expect(problems).toEqual([]);
    return artifacts.find(({ format }) => format === 'sqlite') as Artifact;
  };
  const lengthsIn = ({ parts }: Artifact): number[] =>
    parts
      .filter(({ format }) => format === 'npy')
      .map(({ details }) => Number(details.find(([label]) => label === 'shape')?.[1].replace(/\D/g, '')))
      .sort((one, other) => one - other);

  const kept = Array.from({ length: 399 }, (_, at) => ((at + 1) * (at + 1)) % 7919);
  const others = Array.from({ length: 133 }, (_, at) => 10_000 + (at + 1) * 3);
  const all = [...kept, ...others].sort((one, other) => one - other);

  test.each([
    ['plain', 512],
    ['plain', 4096],
    ['plain', 65536],
    ['vacuum', 1024],
    ['utf16', 1024],
    ['rowless', 4096],
    ['wal', 4096],
  ])('%s, pages of %d bytes', (kind, size) => {
    const artifact = open(kind, size);
    expect(artifact.concerns).toEqual([]);
    expect(lengthsIn(artifact)).toEqual(all);
  });

  test('what was dropped is found in free pages', () => {
    const artifact = open('dropped', 4096);
    const found = lengthsIn(artifact);
    expect(others.every((each) => found.includes(each))).toBe(true);
    expect(artifact.parts.filter(({ name }) => name.startsWith('left over')).length).toBeGreaterThan(0);
  });
});
