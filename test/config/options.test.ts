// Flags over file over metadata over defaults.

import { expect, test } from 'vitest';
import { type CheckRequest, resolveOptions } from '../../src/config/index.ts';
import { madeUpFiles } from '../scan/made-up-files.ts';

const request: CheckRequest = {
  paths: ['.'],
  hasStdin: false,
  show: undefined,
  minSeverity: undefined,
  gate: undefined,
  format: undefined,
  outputs: [],
  config: undefined,
  threatModel: undefined,
  python: undefined,
  suppressions: true,
  stdinFilename: undefined,
};

const resolve = (texts: Record<string, string>, more: Partial<CheckRequest> = {}) =>
  resolveOptions({ ...request, ...more }, { machine: madeUpFiles(texts), version: '0', stdin: undefined });

test('defaults', () => {
  const options = resolve({});
  expect([...options.show]).toEqual(['fail']);
  expect(options).toMatchObject({ minSeverity: 'low', gate: 'low', format: 'terminal', configuredBy: undefined });
  expect(options.scan.target).toEqual({ minimum: [3, 9], maximum: [3, 15], source: 'default' });
  expect(Object.isFrozen(options) && Object.isFrozen(options.scan)).toBe(true);
});

test('flags win over the file', () => {
  const texts = { '/work/heed.toml': 'gate = "high"\nshow = ["open"]\npython = "3.10"\nthreat-model = "cli"' };
  const filed = resolve(texts);
  expect([filed.gate, [...filed.show], filed.scan.threatModel, filed.scan.target.minimum]).toEqual([
    'high',
    ['open'],
    'cli',
    [3, 10],
  ]);
  const flagged = resolve(texts, { gate: 'never', show: ['pass'], threatModel: 'web', python: '>=3.12' });
  expect([flagged.gate, [...flagged.show], flagged.scan.threatModel, flagged.scan.target.minimum]).toEqual([
    'never',
    ['pass'],
    'web',
    [3, 12],
  ]);
});

test('standard input has a name that no file has, unless it is told', () => {
  const named = (stdinFilename: string | undefined) =>
    resolveOptions(
      { ...request, paths: [], hasStdin: true, stdinFilename },
      { machine: madeUpFiles({}), version: '0', stdin: new Uint8Array() },
    ).scan.stdin?.path;
  expect(named(undefined)).toBe('<stdin>');
  expect(named('app.py')).toBe('app.py');
});

test('the gate follows what is listed', () => {
  expect(resolve({}, { minSeverity: 'high' }).gate).toBe('high');
  expect(resolve({}, { minSeverity: 'high', gate: 'low' }).gate).toBe('low');
});

test.each([
  ['pyproject.toml', '[project]\nrequires-python = ">=3.11"\n'],
  ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.11"\n'],
  ['setup.cfg', '[options]\npython_requires = >=3.11\n'],
  ['setup.py', 'setup(name="x", python_requires=">=3.11")\n'],
])('the target is read from %s', (name, text) => {
  expect(resolve({ [`/work/${name}`]: text }).scan.target).toEqual({
    minimum: [3, 11],
    maximum: [3, 15],
    source: 'requires-python',
  });
});

test.each([
  ['Pipfile', '[requires]\npython_version = "3.11"\n', 'Pipfile', '3.11 3.11'],
  ['Pipfile.lock', '{"_meta": {"requires": {"python_version": "3.11"}}}', 'lock file', '3.11 3.11'],
  ['uv.lock', 'version = 1\nrequires-python = ">=3.11"\n', 'lock file', '3.11 3.15'],
  [
    'poetry.lock',
    '[[package]]\nname = "a"\npython-versions = ">=3.7"\n\n[metadata]\npython-versions = "^3.11"\n',
    'lock file',
    '3.11 3.15',
  ],
  [
    'setup.cfg',
    'classifiers =\n  Programming Language :: Python :: 3.12\n  Programming Language :: Python :: 3.11\n',
    'classifiers',
    '3.11 3.15',
  ],
  ['setup.py', 'setup(classifiers=["Programming Language :: Python :: 3.11"])\n', 'classifiers', '3.11 3.15'],
  ['Dockerfile', 'FROM python:3.11-slim\n', 'Dockerfile', '3.11 3.11'],
  ['Containerfile', 'FROM docker.io/library/python:3.11\n', 'Dockerfile', '3.11 3.11'],
  ['runtime.txt', 'python-3.11.7\n', 'runtime.txt', '3.11 3.11'],
  ['.python-version', '3.11\n', '.python-version', '3.11 3.11'],
])('without requires-python the target is read from %s', (name, text, source, expected) => {
  const { target } = resolve({ '/work/.git/HEAD': '', [`/work/${name}`]: text }).scan;
  expect([target.source, `${target.minimum.join('.')} ${target.maximum.join('.')}`]).toEqual([source, expected]);
});

test('what others may rely on counts more than what is deployed; the release that is deployed is kept', () => {
  const { target } = resolve({
    '/work/setup.py': 'setup(python_requires=">=3.9")\n',
    '/work/Dockerfile': 'FROM python:3.11.7-slim\n',
  }).scan;
  expect(target).toMatchObject({
    minimum: [3, 9],
    source: 'requires-python',
    deployed: { release: [3, 11, 7], source: 'Dockerfile' },
  });
});

test('the libraries beneath Python are what the configuration says', () => {
  const texts = { '/work/heed.toml': 'python = "3.12.4"\nexpat = "2.6.0"\nopenssl = "1.1.1w"' };
  expect(resolve(texts).scan.target).toMatchObject({
    minimum: [3, 12],
    patch: 4,
    isExact: true,
    expat: [2, 6, 0],
    openssl: [1, 1, 1],
  });
  expect(resolve({}).scan.target).not.toHaveProperty('expat');
});

test('metadata that cannot be read says nothing', () => {
  expect(resolve({ '/work/setup.py': 'setup(python_requires=REQUIRES)\n' }).scan.target.source).toBe('default');
});

test('a version that does not exist is refused', () => {
  expect(() => resolve({}, { python: 'three' })).toThrow('--python three admits no version');
});
