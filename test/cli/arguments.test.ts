// From argv to requests, and what is said about wrong ones.

import { expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';

const check = (...argv: string[]) => {
  const request = readArguments(argv);
  if (request.kind !== 'check') throw new Error(request.kind);
  return request.check;
};

test('paths, with and without the command', () => {
  expect(check().paths).toEqual(['.']);
  expect(check('a.py', 'b').paths).toEqual(['a.py', 'b']);
  expect(check('check', 'a.py').paths).toEqual(['a.py']);
  expect(check('check').paths).toEqual(['.']);
  expect(check('./rules').paths).toEqual(['./rules']);
  expect(check('--', '--odd-name.py').paths).toEqual(['--odd-name.py']);
  expect(check('-')).toMatchObject({ paths: [], hasStdin: true });
  expect(check('-', 'a.py')).toMatchObject({ paths: ['a.py'], hasStdin: true });
});

test('options', () => {
  expect(check('--show=fail,open', '--show', 'pass').show).toEqual(['fail', 'open', 'pass']);
  expect(check('--show', 'all').show).toEqual(['fail', 'open', 'pass']);
  expect(check('--gate', 'never', '--min-severity', 'high')).toMatchObject({ gate: 'never', minSeverity: 'high' });
  expect(check('-o', 'a.sarif', '--output=b.sarif.json').outputs).toEqual([
    { path: 'a.sarif', format: 'sarif' },
    { path: 'b.sarif.json', format: 'sarif' },
  ]);
  expect(check('--no-suppressions').suppressions).toBe(false);
});

test('other commands', () => {
  expect(readArguments(['explain', 'PKL-01'])).toMatchObject({ kind: 'explain', subject: 'PKL-01' });
  expect(readArguments(['rules', '--format', 'json'])).toMatchObject({
    kind: 'rules',
    format: 'json',
    coverage: false,
  });
  expect(readArguments(['rules', 'pickle'])).toMatchObject({ kind: 'rules', topic: 'pickle', format: 'terminal' });
  expect(readArguments(['debug', 'tree', 'a.py'])).toMatchObject({ kind: 'debug', what: 'tree', subject: 'a.py' });
  expect(readArguments(['debug', 'flow', 'a.py:f'])).toMatchObject({ what: 'flow', subject: 'a.py:f' });
  for (const argv of [['help'], ['--help'], ['-h'], ['check', '--help']]) expect(readArguments(argv).kind).toBe('help');
  for (const argv of [['--version'], ['-V']]) expect(readArguments(argv).kind).toBe('version');
});

test.each([
  [['--shwo', 'x'], 'unknown option --shwo; did you mean --show?'],
  [['--zzzzzzzzzzzz'], 'unknown option --zzzzzzzzzzzz; see heed help'],
  [['-x'], 'unknown option -x; see heed help'],
  [['--gate'], '--gate needs a value'],
  [['--gate='], '--gate needs a value'],
  [['--gate', 'hihg'], '--gate hihg: it takes critical, high, medium, low or never; did you mean high?'],
  [['--gate', 'low', '--gate', 'high'], '--gate is given twice'],
  [['--show', 'fail,al'], '--show al: it takes fail, open, pass or all, several separated by commas'],
  [['--timing=yes'], '--timing takes no value'],
  [['explain'], 'heed explain takes one rule, topic or FILE:LINE, such as pickle/untrusted-load, pickle or app.py:12'],
  [['explain', 'a', '--gate', 'low'], 'heed explain has no option --gate; see heed help'],
  [['rules', 'x', 'y'], 'heed rules takes at most one topic, such as pickle'],
  [['debug', 'x'], 'heed debug takes tokens, tree, names, flow or pickle and a file'],
  [['debug', 'flow'], 'heed debug flow takes one file, or a function of it: app.py:run'],
  [['debug', 'tree', 'a', 'b'], 'heed debug tree takes one file'],
  [['--constructor'], 'unknown option --constructor; see heed help'],
])('%j', (argv, message) => {
  expect(() => readArguments(argv)).toThrow(message);
});
