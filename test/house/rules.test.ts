// Rules keep their own laws: names agree with places, every message is shown in a fixture, codes are unique.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { root } from './source-files.ts';

/** The topics, in the order of the Python documentation's page. */
const topics = [
  'base64',
  'cgi',
  'hashlib',
  'http-server',
  'logging',
  'multiprocessing',
  'pickle',
  'random',
  'shelve',
  'ssl',
  'subprocess',
  'tempfile',
  'xml',
  'zipfile',
]; // one line a row

test('every topic has a rule, and every rule a topic', () => {
  expect([...new Set(considerations.map(({ id }) => id.split('/')[0]))].sort()).toEqual([...topics].sort());
});

test('a rule, its fixture and its id have one name', () => {
  const wrong = considerations
    .flatMap(({ id }) => [`src/rules/${id}.ts`, `src/rules/${id}.fixture.py`])
    .filter((path) => !existsSync(join(root, path)));
  expect(wrong).toEqual([]);
});

test('a code names one rule', () => {
  const owners = new Map<string, string[]>();
  for (const { id, code, alsoCodes } of considerations) {
    for (const each of [code, ...(alsoCodes ?? [])]) owners.set(each, [...(owners.get(each) ?? []), id]);
  }
  expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
});

test('every message of a rule is shown in its fixture', () => {
  const missing = considerations.flatMap(({ id, messages }) => {
    const fixture = readFileSync(join(root, `src/rules/${id}.fixture.py`), 'utf8');
    return Object.keys(messages)
      .filter((message) => !new RegExp(`#.*(fail|open|missed|false-alarm)(\\[\\w+\\])?: ${message}\\b`).test(fixture))
      .map((message) => `${id}: ${message}`);
  });
  expect(missing).toEqual([]);
});

test('ids name the hazard', () => {
  expect(
    considerations.filter(({ id }) => !/^[a-z0-9-]+\/(?!no-|use-|avoid-)[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
  ).toEqual([]);
});

test('documentation anchors point into the library reference', () => {
  const wrong = considerations.filter(({ anchor }) => !/^(library|using)\/[a-z0-9_.]+\.html(#[\w.-]+)?$/.test(anchor));
  expect(wrong.map(({ id, anchor }) => `${id}: ${anchor}`)).toEqual([]);
});
