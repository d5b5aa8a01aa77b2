// `heed explain`, `heed rules`, `heed debug`, and the small ones.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../src/cli/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';
import { page } from '../../src/rules/index.ts';
import { failing, heed, heedHere, heeding, rules } from './made-up-terminal.ts';

test.each(['pickle/any-load', 'PKL-91', 'pkl-91', 'B301'])('explain %s', async (subject) => {
  const { out, code } = await heed({}, ['explain', subject]);
  expect(code).toBe(0);
  for (const part of [
    'pickle/any-load  PKL-91',
    'A pickle is a program.',
    '    pickle.loads(data)',
    '    json.loads(data)',
    'use json',
    'the bytes are a constant',
    'network critical, file high, shipped low, constant low\n           network: from outside; file: others may write it;',
    '502',
    'B301, S301',
    'https://docs.python.org/3/library/pickle.html#module-pickle',
    'Undecided  Who wrote these bytes?',
    '# heed: ignore[pickle/any-load] -- reason',
  ]) {
    expect(out).toContain(part);
  }
});

const another: Rule = { ...(rules[0] as Rule), id: 'pickle/other-load', code: 'PKL-92', aliases: ['S301', 'S302'] };
const more = [...rules, another];

test('explain a code that several rules carry: which, then their pages', async () => {
  const { out } = await heed({}, ['explain', 's301'], { rules: more });
  expect(out).toMatch(
    /^S301 stands for 2 rules:\n\n {2}PKL-91 {2}pickle\/any-load {4}Loading.*\n {2}PKL-92 {2}pickle\/other-load {2}Loading/,
  );
  expect(out.match(/^What shows/gm)).toHaveLength(2);
  expect((await heed({}, ['explain', 'S302'], { rules: more })).out).toMatch(/^pickle\/other-load {2}PKL-92\n/);
});

test('explain a topic: a line for each rule', async () => {
  const { out } = await heed({}, ['explain', 'Pickle'], { rules: more });
  expect(out.split('\n')).toEqual([
    'pickle is a topic of 2 rules:',
    '',
    '  PKL-91  pickle/any-load    Loading a pickle runs what it says',
    '  PKL-92  pickle/other-load  Loading a pickle runs what it says',
    '',
    'heed explain RULE says more about one.',
    '',
  ]);
});

test.each([
  ['S30', 'did you mean S301 or S302?'],
  ['PKL', 'did you mean PKL-91 or PKL-92?'],
  ['rand', 'did you mean random, random/any-choice?'],
  ['B302', 'did you mean B301?'],
  ['picle', 'did you mean pickle?'],
  ['zzzzzzzz', 'heed rules lists them'],
])('explain %s', async (subject, advice) => {
  const { err, code } = await heed({}, ['explain', subject], { rules: more });
  expect(code).toBe(2);
  expect(err).toBe(`heed: there is no rule ${subject}; ${advice.replace(', r', ' or r')}\n`);
});

test('rules of one topic', async () => {
  const known = [{ ...(rules[0] as Rule), code: 'PKL-01', alsoCodes: ['PKL-13'] }];
  const { out } = await heed({}, ['rules', 'pickle'], { rules: known });
  expect(out).toMatch(/^pickle {2}library\/pickle\.html#pickle-restrict\n/);
  expect(out).toMatch(/^ {2}PKL-01 {3}critical {2}pickle\/any-load {2}Data from outside is unpickled$/m);
  expect(out).toMatch(/^ {2}PKL-02 {3}no rule +Data is unpickled before/m);
  const all = page.find(({ id }) => id === 'pickle')?.considerations.length;
  expect(out).toMatch(
    new RegExp(`^pickle {4}2 of {2}${all}\\n\\n1 rule for 2 considerations\\. heed explain RULE says more\\.\\n$`, 'm'),
  );
  expect(JSON.parse((await heed({}, ['rules', 'pickle', '--format', 'json'])).out)).toHaveLength(1);
  expect((await heed({}, ['rules', 'pikle'])).err).toBe('heed: there is no topic pikle; did you mean pickle?\n');
  expect((await heed({}, ['rules', 'pickle/any-load'])).err).toBe(
    'heed: pickle/any-load is a rule, not a topic; for one rule: heed explain pickle/any-load\n',
  );
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

test('explain a line that is not there', async () => {
  const texts = { 'a.py': failing, 'empty.py': '', 'folder/b.py': '' };
  const answer = (subject: string) => heed(texts, ['explain', subject]);
  expect(await answer('a.py:99')).toMatchObject({ code: 2, err: 'heed: a.py has 4 lines; there is no line 99\n' });
  expect((await answer('a.py:5')).code).toBe(2);
  expect((await answer('a.py:0')).err).toBe('heed: a.py:0: lines are counted from 1\n');
  expect((await answer('folder:1')).err).toBe('heed: folder is a folder; heed explain takes a line of a file\n');
  expect((await answer('gone.py:1')).err).toContain('no such file or folder: gone.py');
  expect((await answer('empty.py:1')).code).toBe(0);
});

test('explain a line that could not be read', async () => {
  const { out, code } = await heed({ 'a.py': 'foo(\n' }, ['explain', 'a.py:1']);
  expect(code).toBe(0);
  expect(out).toContain("partly analysed: '(' was never closed; this statement was not judged");
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
});

test('coverage: how many considerations of each topic have a rule', async () => {
  const here = await heedHere(['rules', '--coverage', '--format', 'json']);
  const { implemented, total, topics } = JSON.parse(here.out);
  // Those about code; from 51 on, they are about data.
  type Counted = { readonly total: number; readonly considerations: readonly { readonly code: string }[] };
  const aboutCode = ({ considerations: each }: Counted) =>
    each.filter(({ code }) => Number(code.slice(-2)) < 51).length;
  expect(topics.map(aboutCode)).toEqual([12, 12, 15, 15, 11, 12, 13, 11, 8, 31, 20, 12, 17, 15, 8]);
  expect(total).toBe(topics.reduce((sum: number, each: Counted) => sum + each.considerations.length, 0));
  expect(total).toBeGreaterThan(212);
  expect(topics[6].considerations[0]).toEqual({
    code: 'PKL-01',
    title: 'Data from outside is unpickled',
    ruleId: 'pickle/untrusted-load',
    whyNoRule: null,
  });
  const { out } = await heedHere(['rules', '--coverage']);
  expect(out).toMatch(new RegExp(`^all +${implemented} of ${total}$`, 'm'));
  expect((await heedHere(['rules', '--coverage', 'pickle'])).out).toMatch(/^pickle +(\d+) of {2}\1\n\n/);
});

test('debug', async () => {
  const texts = { 'a.py': 'import os as o\no.system("x")\n' };
  expect((await heed(texts, ['debug', 'tree', 'a.py'])).out).toContain('Call');
  expect((await heed(texts, ['debug', 'tokens', 'a.py'])).out).toContain('"system"');
  expect((await heed(texts, ['debug', 'names', 'a.py'])).out).toContain('2: o.system("x")  # name: os.system');
  expect((await heed(texts, ['debug', 'tree', 'b.py'])).code).toBe(2);
  const others = { 'README.md': '# x', tool: '#!/usr/bin/env python3\nx = 1\n', script: '#!/bin/sh\n' };
  expect((await heed(others, ['debug', 'names', 'README.md'])).err).toMatch(/^heed: README\.md is not a Python file: /);
  expect((await heed(others, ['debug', 'tree', 'script'])).code).toBe(2);
  expect((await heed(others, ['debug', 'tree', 'tool'])).out).toContain('Assign');
});

test('debug pickle: each opcode, and what it does', async () => {
  const { out } = await heed({ 'a.pkl': 'cos\ngetcwd\n(tR.' }, ['debug', 'pickle', 'a.pkl']);
  expect(out.split('\n')).toEqual([
    '       0  GLOBAL os getcwd',
    '          # import os getcwd',
    '      11  MARK',
    '      12  TUPLE',
    '      13  REDUCE',
    '          # call os getcwd with tuple of 0',
    '      14  STOP',
    '          # stop',
    '',
  ]);
});

test('debug flow: the arguments of each call, function by function', async () => {
  const texts = {
    'pyproject.toml': '',
    'app/__init__.py': '',
    'app/settings.py': 'TOOLS = ["tar"]\n',
    'app/run.py': [
      'import subprocess',
      'from app.settings import TOOLS',
      'subprocess.run(TOOLS, check=True)',
      'class Server:',
      '    def run(self, name, *rest, **options):',
      '        subprocess.run(["ls", name], *rest, **options)',
      'def other():',
      '    return map(lambda each: print(each), [])',
    ].join('\n'),
  };
  const { out } = await heed(texts, ['debug', 'flow', 'app/run.py']);
  expect(out).toContain('3:1 subprocess.run(TOOLS, check=True) = <subprocess.CompletedProcess> <- ["tar"], ');
  expect(out).toContain('6:9 subprocess.run(["ls", name], *rest, **options) = ');
  const one = (await heed(texts, ['debug', 'flow', 'app/run.py:Server.run'])).out;
  expect(one).toContain('6:9 subprocess.run(["ls", name]');
  expect(one).not.toContain('3:1 ');
  expect((await heed(texts, ['debug', 'flow', 'app/run.py:run'])).out).toBe(one);
  expect(await heed(texts, ['debug', 'flow', 'app/run.py:othr'])).toMatchObject({
    code: 2,
    err: 'heed: app/run.py has no function othr; did you mean other?\n',
  });
  expect((await heed(texts, ['debug', 'flow', 'app/run.py:zzzzzzzz'])).err).toContain('; it has');
  expect((await heed(texts, ['debug', 'flow', 'app/gone.py:run'])).err).toBe('heed: no such file: app/gone.py\n');
});

test('version and help', async () => {
  const { version: packaged } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(version).toBe(packaged);
  expect((await heed({}, ['--version'])).out).toBe(`${version}\n`);
  expect((await heed({}, ['help'])).out).toContain('heed [check] [PATH…]');
});
