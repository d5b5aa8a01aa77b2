// Which files a scan looks at.

import { expect, test } from 'vitest';
import { UsageError } from '../../src/core/index.ts';
import { discover } from '../../src/scan/discover.ts';
import type { ScanOptions } from '../../src/scan/index.ts';
import { madeUpFiles } from './made-up-files.ts';

const options: ScanOptions = {
  paths: ['.'],
  exclude: [],
  root: '/work',
  roles: [],
  threatModel: undefined,
  target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
  suppressions: true,
  stdin: undefined,
  version: '0',
};

function found(texts: Record<string, string | undefined>, more: Partial<ScanOptions> = {}): readonly string[] {
  return discover({ ...options, ...more }, madeUpFiles(texts)).files.map(({ path }) => path);
}

test('Python by name, and by its first line when it has no extension', () => {
  const texts = {
    '/work/b.py': '',
    '/work/a.pyi': '',
    '/work/w.PYW': '',
    '/work/tool': '#!/usr/bin/env python3\n',
    '/work/uv-tool': '#!/usr/bin/env -S uv run --script\n',
    '/work/perl': '#!/usr/bin/perl\n',
    '/work/readme.md': '#!/usr/bin/python\n',
    '/work/sub/c.py': '',
  };
  expect(found(texts)).toEqual(['a.pyi', 'b.py', 'sub/c.py', 'tool', 'uv-tool', 'w.PYW']);
});

test('what starts Python by name, and by its first line when it has no extension', () => {
  const texts = {
    '/work/Dockerfile': 'FROM python',
    '/work/.github/workflows/ci.yml': '',
    '/work/.github/labels.yml': '',
    '/work/etc/app.service': '',
    '/work/entry': '#!/usr/bin/env bash\n',
    '/work/run.sh': '',
    '/work/values.yml': '',
    '/work/own.pth': 'import own\n',
    '/work/model.pth': 'PK\x03\x04\x00\x00',
    '/work/notes.txt': '#!/bin/sh\n',
  };
  const { files } = discover(options, madeUpFiles(texts));
  expect(files.filter(({ isData }) => isData).map(({ path, code }) => `${path}: ${code}`)).toEqual([
    'model.pth: undefined',
  ]);
  const kinds = files.flatMap(({ path, code }) => (code === undefined ? [] : `${path}: ${code}`));
  expect(kinds).toEqual([
    '.github/workflows/ci.yml: workflow',
    'Dockerfile: dockerfile',
    'entry: shell',
    'etc/app.service: unit',
    'own.pth: path-file',
    'run.sh: shell',
  ]);
});

test('folders that hold no code of the project are left out', () => {
  const texts = {
    '/work/a.py': '',
    '/work/.git/hook.py': '',
    '/work/node_modules/x/y.py': '',
    '/work/__pycache__/a.py': '',
    '/work/.tox/a.py': '',
    '/work/env/pyvenv.cfg': '',
    '/work/env/lib/site.py': '',
    '/work/anaconda/conda-meta/x.json': '',
    '/work/anaconda/x.py': '',
  };
  expect(found(texts)).toEqual(['a.py']);
});

test('.gitignore holds where it stands and below, the deeper one deciding', () => {
  const texts = {
    '/work/.git/HEAD': '',
    '/work/.gitignore': 'build/\n*.gen.py\n/top.py\n',
    '/work/top.py': '',
    '/work/sub/top.py': '',
    '/work/build/x.py': '',
    '/work/a.gen.py': '',
    '/work/sub/.gitignore': '!kept.gen.py\nlocal.py\n',
    '/work/sub/kept.gen.py': '',
    '/work/sub/other.gen.py': '',
    '/work/sub/local.py': '',
    '/work/local.py': '',
  };
  expect(found(texts)).toEqual(['local.py', 'sub/kept.gen.py', 'sub/top.py']);
  expect(found(texts, { paths: ['sub'] })).toEqual(['sub/kept.gen.py', 'sub/top.py']);
});

test('.git/info/exclude counts; a .gitignore above the repository does not', () => {
  const texts = {
    '/.gitignore': '*.py',
    '/work/.git/info/exclude': 'private.py\n',
    '/work/private.py': '',
    '/work/a.py': '',
  };
  expect(found(texts)).toEqual(['a.py']);
});

test('what the user names is analysed, ignored or not', () => {
  const texts = {
    '/work/.git/HEAD': '',
    '/work/.gitignore': 'build/\nskip.py\n',
    '/work/build/x.py': '',
    '/work/skip.py': '',
    '/work/data.txt': 'x = 1',
  };
  expect(found(texts, { paths: ['build', 'skip.py', 'data.txt'] })).toEqual(['build/x.py', 'data.txt', 'skip.py']);
  expect(found(texts, { paths: ['skip.py'], exclude: ['*.py'] })).toEqual(['skip.py']);
});

test('exclude is relative to the configuration file', () => {
  const texts = { '/work/legacy/a.py': '', '/work/app/legacy/b.py': '', '/work/app/c.py': '' };
  expect(found(texts, { exclude: ['/legacy/'] })).toEqual(['app/c.py', 'app/legacy/b.py']);
  expect(found(texts, { exclude: ['legacy/'], paths: ['app'] })).toEqual(['app/c.py']);
});

test('links are followed once; loops end', () => {
  const texts = {
    '/work/a/x.py': '',
    '/work/a/loop': '-> ..',
    '/work/b': '-> a',
    '/work/same.py': '-> a/x.py',
    '/work/outside': '-> /shared',
    '/work/gone.py': '-> nowhere.py',
    '/shared/s.py': '',
  };
  expect(found(texts)).toEqual(['a/x.py', 'outside/s.py']);
});

test('the same file is analysed once, however it is named', () => {
  const texts = { '/work/a.py': '', '/work/sub/b.py': '' };
  expect(found(texts, { paths: ['a.py', './a.py', '.', 'sub/', './sub//'] })).toEqual(['a.py', 'sub/b.py']);
  expect(found(texts, { paths: ['/work'] })).toEqual(['/work/a.py', '/work/sub/b.py']);
});

test('a path that does not exist is the user’s to put right', () => {
  expect(() => found({}, { paths: ['nowhere'] })).toThrow(UsageError);
  expect(() => found({}, { paths: ['nowhere'] })).toThrow(
    'no such file or folder: nowhere; paths are taken from /work',
  );
});

test('every folder without Python is a problem, unless its files came from another path', () => {
  const texts = {
    '/work/ok.py': '',
    '/work/docs/readme.md': '',
    '/work/notes/x.txt': '',
    '/work/src/app/a.py': '',
    '/work/linked/app': '-> ../src/app',
    '/work/linked-file/a.py': '-> ../src/app/a.py',
  };
  const empty = (...paths: string[]): readonly string[] =>
    discover({ ...options, paths }, madeUpFiles(texts)).problems.map(({ kind, path, hidesCode }) => {
      expect({ kind, hidesCode }).toEqual({ kind: 'configuration', hidesCode: true });
      return path;
    });
  expect(empty('docs', 'ok.py', 'notes/')).toEqual(['docs', 'notes']);
  expect(empty('src', 'src/app')).toEqual([]);
  expect(empty('src/app', 'src')).toEqual([]);
  expect(empty('src', 'linked')).toEqual([]);
  expect(empty('src', 'linked-file')).toEqual([]);
});
