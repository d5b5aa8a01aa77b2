// Databases of dbm.dumb: an index of lines `'key', (position, size)`, each a literal of Python, and a file of values beside
// it. What is read is the index, `x.dir`; the values are those that it points at in `x.dat`, and those that it has left there.

import type { Draft } from '../artifact.ts';
import { latin1 } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type Literal, readLiteral } from '../python-literal.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { openValue, tellSiblings } from './values.ts';

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
  // As `dbm.whichdb` tells it. Nothing else reads such an index.
  sniff(source, name) {
    const [first] = source.read(0, 1);
    return /\.dir$/i.test(name) && (first === 0x27 || first === 0x22) ? 'certain' : undefined;
  },
  read(source, draft, inspection) {
    const base = draft.name.slice(0, -'.dir'.length);
    const data = inspection.options.beside?.(`${base}.dat`);
    draft.claim(0, source.size);
    if (source.size > MAX_INDEX) {
      const why = `it has more than ${MAX_INDEX} bytes`;
      draft.concern('dbm:index-unreadable', 'unknown', { start: MAX_INDEX, end: source.size }, { why });
    }
    const values = readIndex(source, data?.size, draft, inspection);
    draft.detail('entries', String(values.length));
    if (data === undefined) return;
    tellSiblings(['.pag', '.db'], base, draft, inspection);
    openValues(data, values, draft, inspection);
  },
};

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

function openValues(data: ByteSource, values: readonly Value[], draft: Draft, inspection: Inspection): void {
  const sorted = [...values].sort((one, other) => one.start - other.start || one.end - other.end);
  let end = 0;
  let last: Value | undefined;
  for (const value of sorted) {
    inspection.budget.spend();
    if (last !== undefined && value.start < end) {
      const isSame = last.start === value.start && last.end === value.end && last.key === value.key;
      if (!isSame) {
        draft.concern('dbm:values-overlap', 'unknown', { start: 0, end: 0 }, { key: value.key, other: last.key });
      }
      if (last.start === value.start && last.end === value.end) continue;
    }
    openLeftovers(data, end, value.start, draft, inspection);
    openValue(stretchOf(data, value.start, value.end), value.key, undefined, draft, inspection);
    if (value.end > end) {
      end = value.end;
      last = value;
    }
  }
  openLeftovers(data, end, data.size, draft, inspection);
}

/** Blocks that the index no longer points at: earlier values, which an earlier index, `x.bak`, has. */
function openLeftovers(data: ByteSource, from: number, to: number, draft: Draft, inspection: Inspection): void {
  for (let at = Math.ceil(from / BLOCK) * BLOCK; at < to; at += BLOCK) {
    inspection.budget.spend();
    const [first, second] = data.read(at, at + 2);
    if (first !== 0x80 || second === undefined || second > 5) continue;
    let end = to;
    for (let next = at + BLOCK; next < to; next += BLOCK) {
      inspection.budget.spend();
      const [one, two] = data.read(next, next + 2);
      if (one === 0x80 && two !== undefined && two <= 5) {
        end = next;
        break;
      }
    }
    const content = withoutPadding(data, at, end);
    openValue(stretchOf(data, at, content), `left over at ${at}`, undefined, draft, inspection);
    at = Math.ceil(end / BLOCK) * BLOCK - BLOCK;
  }
}

/** Where zeros begin that reach to the end. */
function withoutPadding(data: ByteSource, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const bytes = data.read(Math.max(start, at - BLOCK), at);
    const last = bytes.findLastIndex((byte) => byte !== 0);
    at -= bytes.length - 1 - last;
    if (last >= 0) return at;
  }
  return at;
}
