// How files look: length, names, an opening paragraph, and none of the drawers that collect everything.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSources, root } from './source-files.ts';

const all = ['src', 'test', 'bench', 'scripts'].filter((folder) => existsSync(join(root, folder))).flatMap(readSources);
const written = all.filter(({ path }) => !path.endsWith('.generated.ts'));

test('no file is longer than 600 lines', () => {
  expect(written.filter(({ lines }) => lines > 600).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('file and folder names are kebab-case', () => {
  const wrong = written.filter(({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(path));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no drawers', () => {
  const wrong = written.filter(({ path }) => /(^|\/)(utils?|common|shared|helpers?|misc)(\/|\.ts$)/.test(path));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('each source file says at its top what lives in it', () => {
  const wrong = written.filter(({ path, text }) => {
    if (path.startsWith('src/rules/') && basename(path) !== 'index.ts') return false; // a rule's docs say it
    return !/^(#!.*\n)?\/\/ \S/.test(text);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('nothing is left for later', () => {
  const mark = new RegExp(
    `\\b(${['TO', 'FIX', 'HA', 'X'].map((half, at) => half + ['DO', 'ME', 'CK', 'XX'][at]).join('|')})\\b`,
  );
  expect(written.filter(({ text }) => mark.test(text)).map(({ path }) => path)).toEqual([]);
});
