// Runs a pickle as any loader would, and, where something in it is read differently, once for each loader that may differ.

import type { Budget } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import {
  anyLoader,
  cBytes,
  cFile,
  cLargeFile,
  cMemoryFile,
  type Dialect,
  pythonLoader,
  withEncoding,
} from './dialect.ts';
import { type Ran, type RunOptions, run } from './machine.ts';
import { isObject } from './operations.ts';
import type { Alternative, Event, OddityKind, Program, Value } from './program.ts';

/** What a program comes to with every loader, and where each goes on in the file. */
export interface Loaded extends Omit<Ran, 'program'> {
  readonly program: Program;
  /** where loaders that read frames in another way go on; without {@link Ran.next} */
  readonly otherNext: readonly number[];
}

export interface LoadOptions extends Omit<RunOptions, 'dialect'> {
  readonly budget: Budget;
}

/** Who reads it in another way. */
const frames = [pythonLoader, cMemoryFile, cFile, cLargeFile, cBytes];
/** Where joblib reads an array, others read on. */
const notJoblib: Dialect = { ...anyLoader, words: 'every loader but that of joblib' };
const both = [pythonLoader, cBytes];
const encodings = [withEncoding(cBytes, 'utf-8'), withEncoding(cBytes, 'bytes')];
const dialectsByOddity: Readonly<Partial<Record<OddityKind, readonly Dialect[]>>> = {
  'frame-crossed': frames,
  'frame-in-frame': frames,
  'frame-too-long': frames,
  'frame-left-over': frames,
  'odd-number': both,
  'odd-operation': both,
  'odd-arguments': both,
  'import-before-error': both,
  'unfinished-line': both,
  'eight-bit-text': encodings,
};

/** Entries of a memo that is copied for each loader that reads a later pickle of a file again. */
const MAX_COPIED = 20_000;

export function load(source: ByteSource, start: number, options: LoadOptions): Loaded {
  // A run leaves its entries in the memo: others begin with what was there before.
  const isLarge = (options.memo?.size ?? 0) > MAX_COPIED;
  const before = isLarge ? undefined : options.memo?.copy();
  const { afterBuild, ...plain } = options;
  let firstArray: number | undefined;
  const main = run(source, start, {
    ...options,
    dialect: anyLoader,
    afterBuild(target, state, offset) {
      const found = afterBuild?.(target, state, offset);
      if (found !== undefined) firstArray ??= offset;
      return found;
    },
  });
  const alternatives: Alternative[] = [];
  const next = new Set<number>();
  let { limit } = main;
  const compare = (other: Ran) => {
    const compared = compareLogs(main.program, other.program);
    const isNew = compared.relation === 'more' || compared.relation === 'different';
    alternatives.push({ program: { ...other.program, ...(isNew ? {} : forgotten), alternatives: [] }, ...compared });
    if (other.program.ending === 'stop' && other.next !== main.next) next.add(other.next);
    limit ??= other.limit;
  };
  // Where the first run gave up, there is nothing to compare; what is odd is told in any case.
  if (limit === undefined && !isLarge) {
    const memoNow = () => (before === undefined ? {} : { memo: before.copy() });
    if (firstArray === undefined) {
      const dialects = new Set([...main.program.oddityCounts.keys()].flatMap((kind) => dialectsByOddity[kind] ?? []));
      for (const dialect of dialects) compare(run(source, start, { ...plain, ...memoNow(), dialect }));
    } else {
      // Other loaders do not read arrays in between. Numbers are seldom opcodes, and never get as far as a name.
      const straight = run(source, start, { ...plain, ...memoNow(), dialect: notJoblib });
      const behind = straight.program.events.findLast(({ kind }) => kind === 'import' || kind === 'call');
      if (behind !== undefined && behind.offset >= firstArray) compare(straight);
    }
  }
  return { ...main, limit, program: { ...main.program, alternatives }, otherNext: [...next] };
}

/** Of a program that does nothing else, that is all that is kept: there may be millions of events. */
const forgotten: Partial<Program> = { events: [], constants: [], result: undefined };

/** How `other` differs from `base`. */
export function compareLogs(
  base: Pick<Program, 'events' | 'ending'>,
  other: Pick<Program, 'events' | 'ending'>,
): Pick<Alternative, 'relation' | 'firstDifference'> {
  const [one, two] = [base.events.filter(isTold), other.events.filter(isTold)];
  const objects = [numbersOf(one), numbersOf(two)] as const;
  let at = 0;
  while (at < one.length && at < two.length && isSameEvent(one[at] as Event, two[at] as Event, objects)) at++;
  const relation =
    at < one.length && at < two.length
      ? 'different'
      : at < one.length
        ? 'less'
        : at < two.length
          ? 'more'
          : base.ending === 'stop' && other.ending !== 'stop'
            ? 'less'
            : 'same';
  const event = at < two.length ? two[at] : one[at];
  const events = at < two.length ? other.events : base.events;
  return { relation, firstDifference: event === undefined ? events.length : events.indexOf(event) };
}

/** What is up to one kind of loader, and changes nothing. */
const isTold = ({ kind }: Event) => kind !== 'iterate' && kind !== 'discard';

/** Objects by the order in which they are made. */
function numbersOf(events: readonly Event[]): Map<Value, number> {
  const numbers = new Map<Value, number>();
  for (const event of events) {
    if (event.kind === 'import') numbers.set(event.global, numbers.size);
    else if (event.kind === 'call') numbers.set(event.call, numbers.size);
    else if (event.kind === 'persistent') numbers.set(event.persistent, numbers.size);
    else if (event.kind === 'extension') numbers.set(event.extension, numbers.size);
  }
  return numbers;
}

type Objects = readonly [Map<Value, number>, Map<Value, number>];

function isSameEvent(one: Event, two: Event, objects: Objects): boolean {
  if (one.kind !== two.kind) return false;
  const same = (a: Value, b: Value) => isSame(a, b, objects, MAX_DEPTH);
  if (one.kind === 'import' && two.kind === 'import') {
    return one.global.module === two.global.module && one.global.name === two.global.name;
  }
  if (one.kind === 'call' && two.kind === 'call') {
    return same(one.call.target, two.call.target) && same(one.call.args, two.call.args);
  }
  if (one.kind === 'persistent' && two.kind === 'persistent') return same(one.persistent.id, two.persistent.id);
  if (one.kind === 'extension' && two.kind === 'extension') return one.extension.code === two.extension.code;
  if (one.kind === 'hash' && two.kind === 'hash') return same(one.key, two.key);
  if ('target' in one && 'target' in two && !same(one.target, two.target)) return false;
  if (one.kind === 'build' && two.kind === 'build') return same(one.state, two.state);
  if (one.kind === 'set-item' && two.kind === 'set-item') return same(one.key, two.key) && same(one.value, two.value);
  if (one.kind === 'add' && two.kind === 'add') return same(one.item, two.item);
  if (one.kind === 'append' && two.kind === 'append') return areSame(one.items, two.items, objects, MAX_DEPTH);
  return true;
}

/** Containers in containers that are compared, and items of each. */
const MAX_DEPTH = 4;
const MAX_ITEMS = 100;

/** Constants that begin at the same offset of the same data are the same, whatever their text is taken for. */
function isSame(one: Value, two: Value, objects: Objects, depth: number): boolean {
  if (isObject(one) || isObject(two)) return objects[0].get(one) === objects[1].get(two);
  if (depth === 0) return true;
  if (one.kind !== two.kind) return false;
  if ('offset' in one && 'offset' in two) return isSameConstant(one, two);
  if ('items' in one && 'items' in two) return areSame(one.items, two.items, objects, depth - 1);
  if ('entries' in one && 'entries' in two) return areSame(one.entries, two.entries, objects, depth - 1);
  if ('value' in one && 'value' in two) return Object.is(one.value, two.value);
  return true;
}

function isSameConstant(one: Value & { offset: number }, two: Value & { offset: number }): boolean {
  if (one.offset === two.offset) return !('size' in one && 'size' in two) || one.size === two.size;
  if (one.kind === 'text' && two.kind === 'text') return one.text !== undefined && one.text === two.text;
  if (one.kind === 'eight-bit' && two.kind === 'eight-bit')
    return one.latin1 !== undefined && one.latin1 === two.latin1;
  return false;
}

function areSame(one: readonly Value[], two: readonly Value[], objects: Objects, depth: number): boolean {
  if (one.length !== two.length) return false;
  for (let at = 0; at < one.length && at < MAX_ITEMS; at++) {
    if (!isSame(one[at] as Value, two[at] as Value, objects, depth)) return false;
  }
  return true;
}
