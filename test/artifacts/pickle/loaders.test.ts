// What else loaders make of the same bytes, and that nothing is compared where nothing is odd.

import { expect, test } from 'vitest';
import { loadBytes, loadLines, shown } from './programs.ts';

/** How each loader that reads it again relates to the first reading. */
const relations = (...lines: readonly string[]) =>
  loadLines(...lines).program.alternatives.map(({ program, relation }) => `${program.dialect}: ${relation}`);

test('a pickle that is written as pickles are is run once', () => {
  const { program } = loadLines('PROTO 4', 'FRAME', '  EMPTY_LIST', '  MEMOIZE', '  BININT1 1', '  APPEND', '  STOP');
  expect(program.ending).toBe('stop');
  expect([...program.oddityCounts]).toEqual([]);
  expect(program.alternatives).toEqual([]);
});

test('what is left of a frame in memory is forgotten by loaders that read files', () => {
  // The constant goes across the end of its frame: read as a file, it begins behind the frame, and what it hid is run.
  const lines = ['PROTO 4', 'FRAME 3', 'NONE', 'BINBYTES8 12 "............"', 'POP', 'STOP'];
  expect(loadLines(...lines).program.oddities.map(({ kind }) => kind)).toEqual(['frame-crossed']);
  expect(relations(...lines)).toContain('the pure-Python unpickler, as joblib and dill use it: less');
});

test('a frame that ends early shows another program to io.BytesIO', () => {
  // The frame ends behind `BINUNICODE 8 "AAAA`: a loader that has read it looks for the text behind it.
  const shownBytes = ['PROTO 4', 'FRAME 9', 'BINUNICODE 8 "AAAAAAAA"', 'POP', 'NONE', 'STOP'];
  const { program } = loadLines(...shownBytes, 'hex 41', 'POP', 'GLOBAL os getcwd', 'STOP');
  const others = program.alternatives.map((each) => [each.program.dialect, each.relation, shown(each.program)]);
  expect(shown(program)).toEqual([]);
  expect(others).toContainEqual([
    'pickle.load of an io.BytesIO, as shelves and zipped models are read',
    'more',
    ['import os getcwd'],
  ]);
  expect(others).toContainEqual(['pickle.load of a file', 'same', []]);
});

test('numbers as no pickler writes them stop one kind of loader', () => {
  expect(relations('INT "1\\u0000zz"', 'GLOBAL os getcwd', 'STOP')).toEqual([
    'the pure-Python unpickler, as joblib and dill use it: less',
    'pickle.loads: same',
  ]);
  expect(relations('FLOAT 1e999', 'GLOBAL os getcwd', 'STOP')).toEqual([
    'the pure-Python unpickler, as joblib and dill use it: same',
    'pickle.loads: less',
  ]);
});

test('8-bit names are other names in other encodings', () => {
  const lines = ['SHORT_BINSTRING "m\\u00c3\\u00a9"', 'SHORT_BINUNICODE "x"', 'STACK_GLOBAL', 'STOP'];
  expect(shown(loadLines(...lines).program)).toEqual(['import mÃ© x']);
  expect(relations(...lines)).toEqual([
    'pickle.loads with encoding=utf-8: different',
    'pickle.loads with encoding=bytes: less',
  ]);
});

test('INST without a mark imports in Python only', () => {
  const { program } = loadLines('INST os getcwd', 'STOP');
  expect(program.ending).toBe('stack-underflow');
  expect(shown(program)).toEqual(['import os getcwd']);
  expect(relations('INST os getcwd', 'STOP')).toEqual([
    'the pure-Python unpickler, as joblib and dill use it: same',
    'pickle.loads: less',
  ]);
});

test('a limit ends the program, and what it did stays', () => {
  const bytes = Buffer.concat([Buffer.from('cos\ngetcwd\n'), Buffer.alloc(100_000, 'N')]);
  const { program, limit } = loadBytes(bytes, { steps: 5000 });
  expect(program.ending).toBe('limit');
  expect(limit?.limit).toBe('steps');
  expect(shown(program)).toEqual(['import os getcwd']);
});

test('no length and no index sizes an allocation', () => {
  expect(loadLines('BINBYTES8 9000000000000 "x"', 'STOP').program.ending).toBe('end-of-data');
  expect(loadLines('LONG4 2000000000', '  hex 00', 'STOP').program.ending).toBe('end-of-data');
  const { program } = loadLines('NONE', 'LONG_BINPUT 4294967295', 'LONG_BINGET 4294967295', 'TUPLE2', 'STOP');
  expect([program.ending, program.largestMemoIndex, program.memoSize]).toEqual(['stop', 4294967295, 1]);
});

test('a million tuples in one another, and a million marks', () => {
  const nested = Buffer.concat([Buffer.from('N'), Buffer.alloc(1_000_000, 0x85), Buffer.from('.')]);
  expect(loadBytes(nested).program.ending).toBe('stop');
  expect(loadBytes(Buffer.alloc(1_500_000, '(')).limit?.message).toContain('on the stack');
});
