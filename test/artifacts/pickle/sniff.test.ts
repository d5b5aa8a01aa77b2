// What is taken for a pickle, by its content; prose is not.

import { expect, test } from 'vitest';
import { memorySource } from '../../../src/artifacts/index.ts';
import { sniffPickle } from '../../../src/artifacts/pickle/sniff.ts';
import { assemble } from './programs.ts';

const sniff = (bytes: Uint8Array | string, name = 'data') =>
  sniffPickle(memorySource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), name);

test('protocols from 2 on begin with PROTO', () => {
  expect(sniff(assemble('PROTO 2', 'EMPTY_DICT', 'STOP'))).toBe('certain');
  expect(sniff(assemble('PROTO 4', 'FRAME', '  GLOBAL os getcwd', '  STOP'))).toBe('certain');
  expect(sniff(assemble('PROTO 2', 'GLOBAL os getcwd', 'EMPTY_TUPLE', 'REDUCE', 'hex 00'))).toBe('perhaps');
  expect(sniff(Buffer.of(0x80, 4, 0, 0, 0, 0))).toBeUndefined();
});

test('a long one is not run to its end', () => {
  expect(sniff(assemble('PROTO 4', 'repeat 9000', '  NONE'))).toBe('certain');
});

test('protocols 0 and 1 are run', () => {
  expect(sniff("(dp0\nS'key'\np1\nI1\ns.")).toBe('perhaps');
  expect(sniff('cos\ngetcwd\n(tR.')).toBe('perhaps');
  expect(sniff('cos\ngetcwd\n(tRgarbage that follows')).toBe('perhaps');
  expect(sniff(assemble('EMPTY_DICT', 'BINPUT 0', 'MARK', 'BINUNICODE "k"', 'BININT1 1', 'SETITEMS', 'STOP'))).toBe(
    'perhaps',
  );
});

test.each([
  'N. Smith, editor\n',
  'column,other\n1,2\n',
  'config\nvalue\n\nmore text.\n',
  'class\nFoo\n(bar).\n',
  'I am a text.\n',
  'Very short.\n',
  '].\n',
  'CTEST_TRIGGER_SITE\n------------------\n\nSpecify the site.\n',
  'Some text, and a full stop.',
  '(a) one\n(b) two\n',
  'Government of the people\n.\n',
  '',
  '.',
  'N.',
  'ccopy\ncgeev\ncgelsd\ncgemm\n',
  'cos\ncosh\ntan\n',
  'config\nbuild\n.cache\n',
  '(if\nthen\nelse)\n',
])('%j is no pickle', (text) => {
  expect(sniff(text)).toBeUndefined();
});

test('what calls a name is one, though it breaks, or stands behind others that do nothing', () => {
  expect(sniff('cmylibrary\nrun\n(tRgarbage that follows')).toBe('perhaps');
  expect(sniff('(ios\ngetcwd\ngarbage that follows')).toBe('perhaps');
  expect(sniff('N.N.cmylibrary\nrun\n(tR.')).toBe('perhaps');
});

test('what is called a pickle is looked at as one, unless it is a container', () => {
  expect(sniff('version https://git-lfs.github.com/spec/v1\n', 'model.pkl')).toBe('perhaps');
  expect(sniff('PK\x03\x04 and so on', 'model.pkl')).toBeUndefined();
});

test('what a loader comes to the end of is one, whatever follows', () => {
  expect(sniff('(iproject.admin\nreset\n.and so on')).toBe('perhaps');
  expect(sniff('cantigravity\ngeohash\n.and so on')).toBe('perhaps');
  expect(sniff('(iproject.admin\nreset\nand so on')).toBeUndefined();
  expect(sniff('cproject.admin\nreset\n.and so on')).toBeUndefined();
});

test.each([
  ['a line', Buffer.from(`V${'a'.repeat(70_000)}\n`)],
  ['a quoted line', Buffer.from(`S'${'a'.repeat(70_000)}'\n`)],
  ['text', Buffer.concat([Buffer.of(0x58, 0x70, 0x11, 1, 0), Buffer.alloc(70_000, 'a')])],
  ['bytes', Buffer.concat([Buffer.of(0x42, 0x70, 0x11, 1, 0), Buffer.alloc(70_000, 'a')])],
])('a constant as long as what is looked at is stepped over: %s', (_, constant) => {
  expect(sniff(Buffer.concat([constant, Buffer.from('0cos\ngetcwd\n(tR.')]))).toBe('perhaps');
  expect(sniff(Buffer.concat([constant, Buffer.from('and so on')]))).toBeUndefined();
});
