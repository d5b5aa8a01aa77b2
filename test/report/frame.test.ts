// Code frames: the underline stands under the span, whatever the line is made of.

import { expect, test } from 'vitest';
import { frame } from '../../src/report/frame.ts';
import { placesOf, plainStyle } from '../../src/report/index.ts';
import { clusters, visible } from '../../src/report/visible.ts';
import { report } from './hand-made.ts';

const encoder = new TextEncoder();

function frameOf(text: string, needle: string, columns = 80, caption = 'here'): string {
  const start = encoder.encode(text.slice(0, text.indexOf(needle))).length;
  const files = new Map([['a.py', { path: 'a.py', bytes: encoder.encode(text) }]]);
  const span = { start, end: start + encoder.encode(needle).length };
  return frame({ path: 'a.py', span, caption }, placesOf({ ...report, files }), plainStyle, columns).join('\n');
}

test('one line', () => {
  expect(frameOf('x = 1\ny = bad(x)\n', 'bad(x)')).toBe('2 │ y = bad(x)\n  │     ^^^^^^ here');
});

test('tabs take the columns that they are shown with', () => {
  expect(frameOf('if x:\n\tbad()\n', 'bad()')).toBe('2 │     bad()\n  │     ^^^^^ here');
});

test('wide characters take two columns, combining ones none', () => {
  expect(frameOf('日 = "é"; bad()\n', 'bad()')).toBe('1 │ 日 = "é"; bad()\n  │           ^^^^^ here');
});

test('a span of a few lines is underlined on each, without indentation', () => {
  expect(frameOf('f(\n    1,\n)\n', 'f(\n    1,\n)')).toBe('1 │ f(\n  │ ^^\n2 │     1,\n  │     ^^\n3 │ )\n  │ ^ here');
});

test('a span of many lines is cut', () => {
  const call = `f(\n${'    1,\n'.repeat(20)})`;
  expect(frameOf(call, call)).toBe(' 1 │ f(\n   │ ^^\n ⋮ │ (20 more lines)\n22 │ )\n   │ ^ here');
});

test('a long line is cut around the span', () => {
  const text = `${'a = 1; '.repeat(5000)}bad(); ${'b = 2; '.repeat(5000)}`;
  const [code, under] = frameOf(text, 'bad()', 80).split('\n') as [string, string];
  expect(code.length).toBeLessThanOrEqual(80);
  expect(code).toMatch(/^1 │ ….*bad\(\).*…$/);
  expect(under.indexOf('^^^^^')).toBe(code.indexOf('bad()'));
});

test('an empty span still points somewhere', () => {
  expect(frameOf('x =\n', '', 80, '')).toBe('1 │ x =\n  │ ^');
});

test('a caption that does not fit gets its own line', () => {
  expect(frameOf('bad()\n', 'bad()', 50, 'a'.repeat(60)).split('\n')).toHaveLength(3);
});

test('invisible characters are shown as their escapes', () => {
  expect(visible('a\x1b[2J\u202e\u200b\ufeff\x7f\x9b\ue000\u{e0041}')).toBe(
    'a\\x1b[2J\\u202e\\u200b\\ufeff\\x7f\\x9b\\ue000\\U000e0041',
  );
  expect(visible('ein Satz mit ümläuten 文 🎉')).toBe('ein Satz mit ümläuten 文 🎉');
  expect(clusters('🎉')[0]?.width).toBe(2);
});
