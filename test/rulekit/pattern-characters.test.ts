// What regular expressions let through, character by character.

import { expect, test } from 'vitest';
import { bitsOf } from '../../src/rulekit/characters.ts';
import { type PatternFlags, readPattern } from '../../src/rulekit/pattern-characters.ts';

const none: PatternFlags = { ignoreCase: false, multiline: false, ascii: false };
const shown = (bits: bigint | undefined): string => {
  if (bits === undefined) return 'undefined';
  let text = '';
  for (let code = 32; code < 127; code++) if ((bits >> BigInt(code)) & 1n) text += String.fromCharCode(code);
  return text + ((bits & bitsOf('\n')) === 0n ? '' : ' line ends') + ((bits >> 128n) & 1n ? ' others' : '');
};
const wholeOf = (pattern: string, flags = none) => shown(readPattern(pattern, flags)?.whole);
const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';

test('classes, escapes, groups and repetition add their characters', () => {
  expect(wholeOf('[a-c]+x?')).toBe('abcx');
  expect(wholeOf('(?:ab|[0-3]{2,4})-(?P<tail>z)')).toBe('-0123abz');
  expect(wholeOf('[a-z]', { ...none, ignoreCase: true })).toContain('ABC');
  expect(wholeOf(String.raw`\d+`, { ...none, ascii: true })).toBe(digits);
  expect(wholeOf(String.raw`\d`)).toBe(`${digits} others`);
  expect(wholeOf(String.raw`[\]\-.]`)).toBe('-.]');
  expect(wholeOf('[]a]')).toBe(']a');
  expect(wholeOf('[^\\W_]')).not.toContain('_');
});

test('what a pattern lets through unseen is counted', () => {
  expect(wholeOf('a.b')).toContain(';');
  expect(wholeOf('[^ ]')).toContain(';');
  expect(wholeOf('(a|.*)')).toContain('$');
  expect(wholeOf('(?!;)[a-z]')).toBe(lower);
  expect(wholeOf(String.raw`(x)\1`)).toBe('x');
});

test('ends are anchored when every alternative at the outside is', () => {
  const ends = (pattern: string, flags = none) => {
    const read = readPattern(pattern, flags);
    return [read?.isAnchoredBefore, read?.isAnchoredBehind];
  };
  expect(ends(String.raw`\A[a-z]+\Z`)).toEqual([true, 'yes']);
  expect(ends('^a$')).toEqual([true, 'line end']);
  expect(ends(String.raw`^a|b\Z`)).toEqual([false, 'no']);
  expect(ends(String.raw`^(?:a|b)\Z`)).toEqual([true, 'yes']);
  expect(ends('^a$', { ...none, multiline: true })).toEqual([false, 'no']);
  expect(ends(String.raw`(^a\Z)`)).toEqual([false, 'no']);
});

test('a pattern of one character fits wherever that stands', () => {
  const anyOf = (pattern: string) => shown(readPattern(pattern, none)?.anyOf);
  expect(anyOf('[;&]')).toBe('&;');
  expect(anyOf('[;&]+|x')).toBe('&;x');
  expect(anyOf('ab')).toBe('undefined');
  expect(anyOf('[;&]*')).toBe('undefined');
  expect(anyOf('^;')).toBe('undefined');
});

test('what is not understood says nothing', () => {
  for (const pattern of ['(', '[a', 'a\\', '(?x)a', '(?(1)a|b)', 'a)', '('.repeat(500)]) {
    expect(readPattern(pattern, none), pattern).toBeUndefined();
  }
});
