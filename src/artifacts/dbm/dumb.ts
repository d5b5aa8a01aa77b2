// Databases of dbm.dumb: an index of lines `'key', (position, size)` in `x.dir`, each a literal of Python, and their values in
// `x.dat`. Each file is told by itself, with the other beside it: what is wrong with the index there, the values where they
// lie, with those that were left there.

import { Draft } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import { latin1 } from '../bytes.ts';
import type { Inspection, InspectOptions, Reader } from '../inspection.ts';
import { anyLoader } from '../pickle/dialect.ts';
import { run } from '../pickle/machine.ts';
import { sniffPickle } from '../pickle/sniff.ts';
import { type Literal, readLiteral } from '../python-literal.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { Values } from '../values.ts';
import { tellSiblings } from './siblings.ts';

/** Values begin at a multiple of this (`_BLOCKSIZE` of Lib/dbm/dumb.py). */
const BLOCK = 512;
/** Bytes of an index that are read. */
const MAX_INDEX = 32 * 1024 * 1024;

interface Value {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

export const dumbDatabase: Reader = {
  format: 'dumb-dbm',
  sniff: (source, name, beside) =>
    (/\.dir$/i.test(name) && isIndex(source)) || isDumbData(name, beside) ? 'certain' : undefined,
  read(source, draft, inspection) {
    const base = draft.name.slice(0, -'.dir'.length);
    draft.claim(0, source.size);
    if (/\.dat$/i.test(draft.name)) {
      const index = inspection.options.beside?.(`${base}.dir`);
      // What is wrong with the index is told where that lies.
      const aside = new Draft({ ...draft, hasListing: false });
      if (index !== undefined)
        openValues(source, readIndex(index, source.size, aside, inspection), true, draft, inspection);
      return;
    }
    const data = inspection.options.beside?.(`${base}.dat`);
    if (source.size > MAX_INDEX) {
      const why = `it has more than ${MAX_INDEX} bytes`;
      draft.concern('dbm:index-unreadable', 'unknown', { start: MAX_INDEX, end: source.size }, { why });
    }
    const values = readIndex(source, data?.size, draft, inspection);
    draft.detail('entries', String(values.length));
    if (data === undefined) return;
    tellSiblings(['.pag', '.db'], base, draft, inspection);
    tellOverlaps(values, draft, inspection);
    // Values that look like such when one looks at them by themselves are told where they lie.
    if (sniffPickle(data, '') === undefined) openValues(data, values, false, draft, inspection);
  },
};

/** As `dbm.whichdb` tells it. Nothing else reads such an index. */
function isIndex(source: ByteSource): boolean {
  const [first] = source.read(0, 1);
  return first === 0x27 || first === 0x22;
}

/** Whether a file holds the values of an index beside it. */
export function isDumbData(name: string, beside: InspectOptions['beside']): boolean {
  if (!/\.dat$/i.test(name)) return false;
  const index = beside?.(`${name.slice(0, -'.dat'.length)}.dir`);
  return index !== undefined && isIndex(index);
}

function readIndex(
  source: ByteSource,
  dataSize: number | undefined,
  draft: Draft,
  inspection: Inspection,
): readonly Value[] {
  const values: Value[] = [];
  // Latin-1 and universal newlines, as the module opens it.
  const text = latin1(source.read(0, MAX_INDEX));
  let start = 0;
  for (const raw of text.split(/(\r\n|\r|\n)/)) {
    const span = { start, end: start + raw.length };
    start = span.end;
    const line = raw.trim();
    if (line === '') continue;
    inspection.budget.member();
    const literal = readLiteral(line, inspection.budget);
    if (literal.kind === 'none') {
      if (literal.because === 'code') draft.concern('dbm:index-code', 'dangerous', span, { line });
      else if (literal.because === 'deep') draft.concern('dbm:index-deep', 'dangerous', span);
      else draft.concern('dbm:index-unreadable', 'unknown', span, { why: `${line} is no literal of Python` });
      continue;
    }
    const value = entryOf(literal);
    if (value === undefined) {
      draft.concern('dbm:index-unreadable', 'unknown', span, { why: `${line} is no key with a position and size` });
      continue;
    }
    const { key } = value;
    draft.line(() => `${JSON.stringify(key)}: ${value.size} bytes at ${value.position}`);
    if (value.position < 0n || value.size < 0n) {
      // A size below zero reads everything to the end, a position below zero raises an error.
      draft.concern('dbm:value-misplaced', 'dangerous', span, { key });
      continue;
    }
    if (dataSize === undefined) continue;
    if (value.position + value.size > BigInt(dataSize)) draft.concern('dbm:value-cut-short', 'unknown', span, { key });
    if (value.position >= BigInt(dataSize)) continue;
    const position = Number(value.position);
    const size = value.size > BigInt(dataSize) ? dataSize : Number(value.size);
    values.push({ key, start: position, end: Math.min(position + size, dataSize) });
  }
  return values;
}

function entryOf(literal: Literal): { key: string; position: bigint; size: bigint } | undefined {
  if (literal.kind !== 'tuple' || literal.items.length !== 2) return undefined;
  const [key, place] = literal.items as [Literal, Literal];
  if ((key.kind !== 'text' && key.kind !== 'bytes') || (place.kind !== 'tuple' && place.kind !== 'list'))
    return undefined;
  const [position, size] = place.items;
  if (place.items.length !== 2 || position?.kind !== 'int' || size?.kind !== 'int') return undefined;
  return { key: key.value, position: position.value, size: size.value };
}

function tellOverlaps(values: readonly Value[], draft: Draft, { budget }: Inspection): void {
  let last: Value | undefined;
  for (const value of inOrder(values)) {
    budget.spend();
    if (last !== undefined && value.start < last.end && (value.key !== last.key || value.start !== last.start)) {
      draft.concern('dbm:values-overlap', 'unknown', { start: 0, end: 0 }, { key: value.key, other: last.key });
    }
    if (last === undefined || value.end > last.end) last = value;
  }
}

const inOrder = (values: readonly Value[]) =>
  values.toSorted((one, other) => one.start - other.start || one.end - other.end);

/** `isIn`: the values lie in the artifact's own bytes. */
function openValues(
  data: ByteSource,
  values: readonly Value[],
  isIn: boolean,
  draft: Draft,
  inspection: Inspection,
): void {
  const opener = new Values(data.size, draft, inspection);
  const open = (start: number, stop: number, key: string) => {
    const isOpened = opener.open(stretchOf(data, start, stop), JSON.stringify(key), isIn ? start : undefined);
    if (!isOpened) draft.concern('dbm:values-overlap', 'unknown', { start: 0, end: 0 }, { key, other: 'others' });
  };
  let end = 0;
  let last: Value | undefined;
  for (const value of inOrder(values)) {
    inspection.budget.spend();
    if (last?.start === value.start && last.end === value.end) continue;
    last = value;
    findLeftovers(data, end, value.start, inspection, open);
    open(value.start, value.end, value.key);
    end = Math.max(end, value.end);
  }
  findLeftovers(data, end, data.size, inspection, open);
}

/** Blocks that the index no longer points at: earlier values, which an earlier index, `x.bak`, has. */
function findLeftovers(
  data: ByteSource,
  from: number,
  to: number,
  { budget }: Inspection,
  open: (start: number, end: number, key: string) => void,
): void {
  const beginsPickle = (at: number): boolean => {
    budget.spend();
    const [first, second] = data.read(at, at + 2);
    // What begins the file, a loader may take for a pickle by itself.
    return at === 0 || (first === 0x80 && second !== undefined && second <= 5);
  };
  for (let at = Math.ceil(from / BLOCK) * BLOCK; at < to; ) {
    let next = at + BLOCK;
    if (beginsPickle(at)) {
      while (next < to && !beginsPickle(next)) next += BLOCK;
      open(at, endOfPickle(data, at, Math.min(next, to), budget), `left over at ${at}`);
    }
    at = next;
  }
}

/** What is left of a value that was shorter than the one before it ends with the rest of that one. */
function endOfPickle(data: ByteSource, start: number, limit: number, budget: Budget): number {
  const { program } = run(data, start, { limit, dialect: anyLoader, budget });
  return program.ending === 'stop' ? program.end : limit;
}
