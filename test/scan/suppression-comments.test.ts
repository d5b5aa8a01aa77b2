// What a comment asks to suppress, dialect by dialect.

import { expect, test } from 'vitest';
import { readDirectives } from '../../src/scan/suppression-comments.ts';

/** `dialect[words] reason` of each directive. */
const read = (comment: string): string[] =>
  readDirectives(comment).map(({ dialect, words, reason }) =>
    `${dialect}[${words.join(' ')}] ${reason ?? ''}`.trimEnd(),
  );

test.each([
  ['# heed: ignore[pickle/untrusted-load]', 'heed[pickle/untrusted-load]'],
  ['#heed:ignore[ PKL-01 , ssl/x ] -- made here', 'heed[PKL-01 ssl/x] made here'],
  ['# heed: ignore', 'heed[]'],
  ['# heed: ignore -- because', 'heed[] because'],
  ['# heed: ignore[]', 'heed[]'],
  ['# heed: ignore[a/b] -- see issue #12', 'heed[a/b] see issue #12'],
  ['# heed: ignore[a/b] reason without dashes', 'heed[a/b] reason without dashes'],
  ['# nosec', 'nosec[]'],
  ['#nosec: B301', 'nosec[B301]'],
  ['# nosec B301,B403', 'nosec[B301 B403]'],
  ['# nosec B301, B403 - the file is ours', 'nosec[B301 B403] the file is ours'],
  ['# nosec: the command is B602 constant', 'nosec[] the command is B602 constant'],
  ['# nosec subprocess_popen_with_shell_equals_true', 'nosec[subprocess_popen_with_shell_equals_true]'],
  ['# noqa', 'noqa[]'],
  ['# noqa: S301', 'noqa[S301]'],
  ['# NOQA:S301,E501 fine', 'noqa[S301 E501] fine'],
  ['# noqa: S301 E501', 'noqa[S301 E501]'],
])('%s', (comment, expected) => {
  expect(read(comment)).toEqual([expected]);
});

test('several in one comment', () => {
  expect(read('# noqa: S301 # nosec B301 -- ours')).toEqual(['nosec[B301] ours', 'noqa[S301]']);
  expect(read('# type: ignore # heed: ignore[a/b] -- x # noqa')).toEqual(['heed[a/b] x', 'noqa[]']);
});

test('comments that only talk about it', () => {
  expect(read('# noqa: because')).toEqual([]);
  expect(read('# heed the warning: ignore it')).toEqual([]);
  expect(read('# nosecurity here')).toEqual([]);
  expect(read('# ruff: noqa: S301')).toEqual([]);
  expect(read('# flake8: noqa')).toEqual([]);
});

test('offsets hold the directive and its reason', () => {
  const comment = '# x # heed: ignore[a/b] -- why  ';
  const [directive] = readDirectives(comment);
  expect(comment.slice(directive?.start, directive?.end)).toBe('# heed: ignore[a/b] -- why');
});
