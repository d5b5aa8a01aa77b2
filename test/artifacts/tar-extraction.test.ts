// Archives of random names and links, unpacked by CPython in a folder deep below a temporary one, and in memory: wherever
// something leaves the folder, that has been foreseen, and nothing else is said to.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Budget, defaultLimits } from '../../src/artifacts/budget.ts';
import { memorySource } from '../../src/artifacts/source.ts';
import { escapesOf, type Filter } from '../../src/artifacts/tar/extraction.ts';
import { asPythonSkips, type Member, walkTar } from '../../src/artifacts/tar/walk.ts';
import { build } from './builders/index.ts';
import { numbersFrom } from './compression/streams.ts';

/** Members one by one, so that what a filter refuses stops nothing. Ancestors of the folder hold a file `z` each. */
const program = `
import json, os, shutil, sys, tarfile, tempfile
def look(base, out):
    found = {}
    for root, folders, files in os.walk(base):
        if root == out: folders.clear(); continue
        for name in folders + files:
            path = os.path.join(root, name)
            state = os.lstat(path)
            if path != out: found[path] = (state.st_mode, state.st_size, state.st_nlink if name == 'z' else 0, state.st_mtime if os.path.isfile(path) else 0)
    return found
for path in sys.stdin.read().split():
    answers = []
    for name in ['fully_trusted', 'tar', 'data']:
        base = tempfile.mkdtemp()
        out = os.path.join(base, *'hgfedcbaqwer', 'out')
        os.makedirs(out)
        folder = out
        while folder != base:
            folder = os.path.dirname(folder)
            open(os.path.join(folder, 'z'), 'w').close()
            os.utime(os.path.join(folder, 'z'), (1, 1))
        before = look(base, out)
        with tarfile.open(path) as archive:
            for member in archive:
                assert not member.name.startswith('/') and not member.linkname.startswith('/')
                try: archive.extract(member, out, filter=name)
                except Exception: pass
        answers.append(before != look(base, out))
        shutil.rmtree(base)
    print(json.dumps(answers))
`;

const version = spawnSync('python3', [
  '-c',
  'import sys, os, tarfile; print(sys.version_info >= (3, 11), hasattr(tarfile, "data_filter"), hasattr(os.path, "ALLOW_MISSING"))',
]).stdout?.toString();

function randomArchive(seed: number): Uint8Array {
  const random = numbersFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  // Behind a folder that is not there yet, releases differ in what they make of `..`.
  const pathOf = (parts: readonly string[], longest: number) =>
    Array.from({ length: 1 + Math.floor(random() * longest) }, () => pick(parts)).join('/');
  const names = new Set<string>();
  const lines = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
    const name = `${random() < 0.2 ? '../' : ''}${pathOf(['a', 'b', 'c'], 3)}`;
    const link = pathOf(['a', 'b', 'c', 'z', '..', '..', '.'], 3);
    const type = pick(['0', '0', '2', '2', '2', '1', '5']);
    // Older releases put no hard link in the place of something else.
    const isTaken = names.has(name);
    names.add(name);
    if (type === '1' && isTaken) return 'c type=5 mode=0755';
    return `${name} type=${type} mode=0755${type === '1' || type === '2' ? ` link=${link}` : ''}`;
  });
  return build([
    {
      word: 'tar',
      rest: '',
      line: 0,
      children: lines.map((rest) => ({ word: 'member', rest, line: 0, children: [] })),
    },
  ]);
}

function membersOf(bytes: Uint8Array): readonly Member[] {
  const members: Member[] = [];
  walkTar(memorySource(bytes), asPythonSkips, new Budget(defaultLimits, () => 0), {
    member: (member) => members.push(member),
    concern() {},
    claim() {},
    differs() {},
  });
  return members;
}

test.runIf(version === 'True True False\n')(
  'what CPython lets out has been foreseen',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'heed-tar-'));
    const archives = Array.from({ length: 80 }, (_, seed) => randomArchive(seed + 1));
    const paths = archives.map((bytes, index) => {
      const path = join(folder, `${index}.tar`);
      writeFileSync(path, bytes);
      return path;
    });
    const { stdout } = spawnSync('python3', ['-c', program], { input: paths.join('\n'), encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as boolean[]);
    expect(answers.length).toBe(archives.length);
    const filters: Filter[] = (['none', 'tar', 'data'] as const).map((kind) => ({ kind, fixes: 'none' }));
    const wrong = { missed: [] as string[], invented: [] as string[] };
    archives.forEach((bytes, index) => {
      const members = membersOf(bytes);
      const shown = members.map(({ type, name, linkname }) => `${type} ${name} ${linkname}`).join('; ');
      filters.forEach((filter, which) => {
        const escapes = escapesOf(members, filter, (name) => name, new Budget(defaultLimits, () => 0));
        // What else there is outside is not known: here, only the files called z are.
        const isForeseen = escapes.some(
          ({ deed, member, place }) =>
            (deed === 'writes' && member.type !== 'hard link' && /^(\.\.\/)+[abc]$/.test(place)) ||
            (deed === 'links' && member.type === 'hard link' && /^(\.\.\/)+z$/.test(place)),
        );
        const isTrue = answers[index]?.[which] === true;
        if (isTrue && escapes.length === 0) wrong.missed.push(`${filter.kind}: ${shown}`);
        if (!isTrue && isForeseen)
          wrong.invented.push(
            `${filter.kind}: ${shown} (${escapes.map((each) => `${each.deed} ${each.member.name}`).join()})`,
          );
      });
    });
    expect(answers.flat().filter(Boolean).length).toBeGreaterThan(10);
    expect(wrong).toEqual({ missed: [], invented: [] });
  },
  60_000,
);
