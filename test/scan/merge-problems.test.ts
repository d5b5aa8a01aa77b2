// Problems of files as they come: one a cause, and what each costs.

import { expect, test } from 'vitest';
import type { Problem } from '../../src/core/index.ts';
import { createParser, Names } from '../../src/python/syntax/index.ts';
import { lossOf } from '../../src/report/loss.ts';
import { mergeProblems } from '../../src/scan/merge-problems.ts';

function problemsOf(text: string | Uint8Array): readonly Problem[] {
  const tree = createParser(new Names()).parse(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return tree.problems.map(({ start, end, message }) => ({
    kind: 'syntax',
    path: 'a.py',
    span: { start, end },
    message,
    hidesCode: true,
  }));
}

const listed = (text: string | Uint8Array): string[] => mergeProblems(problemsOf(text)).map(lossOf);

test('a statement that could not be read', () => {
  expect(listed('foo(\nx = 1\n')).toEqual(["partly analysed: '(' was never closed; this statement was not judged"]);
  expect(listed('def (:\n')).toEqual([expect.stringMatching(/^partly analysed: .*; this statement was not judged$/)]);
});

test('one that was read all the same', () => {
  expect(listed('if x\n    y\n')).toEqual(["partly analysed: expected ':'"]);
});

test('a file that is no text has one problem', () => {
  const bytes = Uint8Array.of(0x7f, 0x45, 0, 1, 2, 0xff, 0xfe, 0, 40, 10, 34, 0, 10);
  expect(problemsOf(bytes).length).toBeGreaterThan(3);
  expect(listed(bytes)).toEqual(['partly analysed: the file holds NUL bytes: it is not Python text']);
});

test('bytes that are not UTF-8 are one problem', () => {
  const bytes = new Uint8Array(Buffer.from('x = \xff\ny = 1\nz = \xfe\n', 'latin1'));
  expect(listed(bytes)).toEqual([
    'partly analysed: byte 0xff is not UTF-8, and the file declares no other encoding (and at 1 more place)',
  ]);
});

test('async as a name is one problem, whatever the parser stumbled over', () => {
  expect(problemsOf('async = 3\ndef h(async=True): pass\nfoo(async=1)\n')).toHaveLength(3);
  expect(listed('async = 3\ndef h(async=True): pass\nfoo(async=1)\n')).toEqual([
    'partly analysed: async is a name here, as before Python 3.7; statements with it are not judged',
  ]);
  expect(listed('f(async=1)\nfoo(\n')).toHaveLength(2);
});

test('problems of several files and causes keep apart', () => {
  const [first] = problemsOf('\x01\n') as [Problem];
  const other = { ...first, path: 'b.py' };
  const unreadable: Problem = { ...first, kind: 'unreadable', span: undefined, message: 'permission denied' };
  expect(mergeProblems([first, unreadable, unreadable, other])).toEqual([first, unreadable, unreadable, other]);
  expect(lossOf(unreadable)).toBe('not analysed: permission denied');
  expect(lossOf({ ...first, kind: 'rule-crashed', message: 'x' })).toBe('partly analysed: x');
  expect(lossOf({ ...first, kind: 'suppression', hidesCode: false, message: 'x' })).toBe('suppression: x');
});
