// Several pickles in one file, and bytes that are none: nothing ever throws.

import { expect, test } from 'vitest';
import { inspect, memorySource } from '../../../src/artifacts/index.ts';
import { pickle } from '../../../src/artifacts/pickle/reader.ts';
import { Generator } from '../../oracle/pickle/generate.ts';
import { randomNumbers } from '../../oracle/random.ts';
import { assemble } from './programs.ts';

const read = (...parts: readonly Uint8Array[]) =>
  inspect(memorySource(Buffer.concat(parts)), 'a.pkl', [pickle], { now: () => 0, hasListing: true });
const details = (...parts: readonly Uint8Array[]) => Object.fromEntries(read(...parts).artifacts[0]?.details ?? []);
const names = (...parts: readonly Uint8Array[]) => read(...parts).artifacts[0]?.names;

const date = assemble('PROTO 2', 'GLOBAL datetime date', 'SHORT_BINBYTES "x"', 'TUPLE1', 'REDUCE', 'BINPUT 0', 'STOP');
const time = assemble('PROTO 4', 'GLOBAL datetime time', 'SHORT_BINBYTES "x"', 'TUPLE1', 'REDUCE', 'STOP');

test('pickles behind one another are all read, with blanks between them', () => {
  expect(details(date, time)).toEqual({ protocol: '2, 4', pickles: '2' });
  expect(names(date, Buffer.from('\n\0'), time)).toEqual(['datetime.date', 'datetime.time']);
});

test('other bytes behind a pickle are no pickle', () => {
  expect(details(date, Buffer.from('hello, this is text'))).toEqual({ protocol: '2' });
});

test('what one unpickler remembers of the first pickle is used in the second', () => {
  const second = assemble('PROTO 2', 'BINGET 0', 'STOP');
  const [artifact] = read(date, second).artifacts;
  expect(artifact?.concerns.map(({ kind }) => kind)).not.toContain('pickle:broken');
  expect(Object.fromEntries(artifact?.details ?? []).pickles).toBe('2');
});

test('a second pickle that is harmless alone, and not to an unpickler that keeps its memo', () => {
  const first = assemble(
    'PROTO 4',
    'SHORT_BINUNICODE "os"',
    'MEMOIZE',
    'SHORT_BINUNICODE "system"',
    'MEMOIZE',
    'TUPLE2',
    'STOP',
  );
  const second = assemble(
    'PROTO 4',
    'SHORT_BINUNICODE "collections"',
    'MEMOIZE',
    'SHORT_BINUNICODE "OrderedDict"',
    'MEMOIZE',
    'POP',
    'POP',
    'BINGET 0',
    'BINGET 1',
    'STACK_GLOBAL',
    'EMPTY_TUPLE',
    'REDUCE',
    'STOP',
  );
  const kinds = read(first, second).artifacts[0]?.concerns.map(({ kind, weight }) => `${weight} ${kind}`);
  expect(kinds).toContain('dangerous pickle:reads-differently');
  expect(read(second).artifacts[0]?.concerns).toEqual([]);
});

test('no bytes make the reader throw', () => {
  const generator = new Generator(3);
  const random = randomNumbers(5);
  let last = generator.stream();
  for (let count = 0; count < 600; count++) {
    const noise = Buffer.from(Array.from({ length: count % 50 }, () => Math.floor(random() * 256)));
    const stream =
      count % 3 === 0 ? Buffer.concat([Buffer.of(0x80, 4), noise]) : generator.mutated(generator.stream(), last);
    expect(() => read(stream)).not.toThrow();
    last = stream;
  }
}, 60_000);
