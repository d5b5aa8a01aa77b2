// `heed explain`, `heed rules`, `heed debug`, and the small ones.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../src/cli/index.ts';
import { failing, heed, heeding } from './made-up-terminal.ts';

test.each(['pickle/any-load', 'PKL-91', 'pkl-91', 'B301', 'pickle'])('explain %s', async (subject) => {
  const { out, code } = await heed({}, ['explain', subject]);
  expect(code).toBe(0);
  for (const part of [
    'pickle/any-load  PKL-91',
    'A pickle is a program.',
    '    pickle.loads(data)',
    '    json.loads(data)',
    'use json',
    'the bytes are a constant',
    '502',
    'B301, S301',
    'https://docs.python.org/3/library/pickle.html#module-pickle',
    '# heed: ignore[pickle/any-load] -- reason',
  ]) {
    expect(out).toContain(part);
  }
});

test('explain what does not exist', async () => {
  expect((await heed({}, ['explain', 'pickle/any-laod'])).err).toBe(
    'heed: there is no rule pickle/any-laod; did you mean pickle/any-load?\n',
  );
  expect((await heed({}, ['explian', 'PKL-91'])).err).toBe(
    'heed: no such file or command: explian; did you mean heed explain?\n',
  );
});

test('explain a line: every verdict there, with its proof', async () => {
  const failed = await heed({ 'a.py': failing }, ['explain', 'a.py:4']);
  expect(failed.out).toContain('4:25  high  pickle/any-load PKL-91');
  expect(failed.out).toContain('the pickle d is loaded');
  expect((await heed({ 'a.py': heeding }, ['explain', 'a.py:2'])).out).toContain('pass  pickle/any-load');
  expect((await heed({ 'a.py': failing }, ['explain', 'a.py:1'])).out).toContain('heed says nothing about this line');
});

test('rules as JSON: the documented members', async () => {
  const rows = JSON.parse((await heed({}, ['rules', '--format', 'json'])).out);
  expect(rows[0]).toEqual({
    code: 'PKL-91',
    id: 'pickle/any-load',
    topic: 'pickle',
    title: 'Loading a pickle runs what it says',
    verdicts: ['fail', 'open', 'pass'],
    severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
    cwe: [502],
    aliases: ['B301', 'S301'],
    anchor: 'library/pickle.html#module-pickle',
    fix: null,
  });
  expect(rows[1].verdicts).toEqual(['fail', 'open']);
  expect((await heed({}, ['rules'])).out).toContain('RND-91  random/any-choice  A choice that others can foresee');
});

test('debug', async () => {
  const texts = { 'a.py': 'import os as o\no.system("x")\n' };
  expect((await heed(texts, ['debug', 'tree', 'a.py'])).out).toContain('Call');
  expect((await heed(texts, ['debug', 'tokens', 'a.py'])).out).toContain('"system"');
  expect((await heed(texts, ['debug', 'names', 'a.py'])).out).toContain('2: o.system("x")  # name: os.system');
  expect((await heed(texts, ['debug', 'tree', 'b.py'])).code).toBe(2);
});

test('version and help', async () => {
  const { version: packaged } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(version).toBe(packaged);
  expect((await heed({}, ['--version'])).out).toBe(`${version}\n`);
  expect((await heed({}, ['help'])).out).toContain('heed [check] [PATH…]');
});
