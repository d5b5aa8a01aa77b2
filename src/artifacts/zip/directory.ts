// Where the directory of an archive is, as Python finds it, and what else could be taken for it. Readers look for the end
// record from behind, from the front, with or without the directory's declared offset: an archive that has several answers
// has several contents.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import { LimitReached } from '../budget.ts';
import { unsignedAt } from '../bytes.ts';
import type { ByteSource } from '../source.ts';
import {
  type CentralHeader,
  type End,
  type End64,
  locatorAt,
  readCentral,
  readEnd,
  readEnd64,
  signatures,
  sizes,
} from './records.ts';

export interface Directory {
  readonly end: End;
  readonly end64: End64 | undefined;
  readonly start: number;
  /** behind the last entry */
  readonly stop: number;
  /** what has to be added to offsets: bytes stand before the archive */
  readonly shift: number;
  readonly entries: readonly CentralHeader[];
}

const MAX_COMMENT = 65_535;
/** how an end record begins */
const END = Buffer.from('PK\x05\x06', 'latin1');

/** Offsets of all that could be an end record, in order. */
export function endCandidates(source: ByteSource): readonly number[] {
  const from = Math.max(0, source.size - MAX_COMMENT - sizes.end);
  const bytes = source.read(from, source.size);
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let at = tail.indexOf(END); at >= 0 && at <= tail.length - sizes.end; at = tail.indexOf(END, at + 1)) {
    found.push(from + at);
  }
  return found;
}

/** The one that Python takes: at the very end without a comment, or else the last one. */
export function pythonsEnd(source: ByteSource, candidates: readonly number[]): End | undefined {
  const atEnd = readEnd(source, source.size - sizes.end);
  if (atEnd !== undefined && atEnd.comment.start === atEnd.comment.end) return atEnd;
  const last = candidates.at(-1);
  return last === undefined ? undefined : readEnd(source, last);
}

/**
 * Reads the directory that belongs to an end record, right before it, where Python looks, or at the offset that is declared;
 * undefined: there is none.
 */
export function readDirectory(
  source: ByteSource,
  end: End,
  where: 'before its end' | 'as declared',
  budget: Budget,
  draft: Draft,
): Directory | undefined {
  const end64 = readEnd64(source, end.at);
  const { directorySize, directoryOffset } = end64?.values ?? end;
  const stop = end64?.record ?? end.at;
  const start = where === 'as declared' ? directoryOffset : stop - directorySize;
  if (start < 0 || start > stop) return undefined;
  const entries: CentralHeader[] = [];
  let at = start;
  while (at < stop) {
    budget.spend(16);
    const entry = readCentral(source, at);
    if (entry === undefined) {
      if (at === start) return undefined;
      draft.concern(
        'zip:damaged',
        'unknown',
        { start: at, end: stop },
        { name: 'the directory', why: 'it breaks off' },
      );
      break;
    }
    budget.member();
    if (entries.length === budget.limits.members) {
      throw new LimitReached('members', `has more than ${budget.limits.members.toLocaleString('en')} members`);
    }
    entries.push(entry);
    at = entry.span.end;
  }
  return { end, end64, start, stop: Math.min(at, stop), shift: start - directoryOffset, entries };
}

/** Says where readers that look for the directory in other ways than Python would find another one. */
export function compareDirectories(
  source: ByteSource,
  { end, end64, start, shift, entries }: Directory,
  draft: Draft,
): void {
  const values = end64?.values ?? end;
  const span = { start: end.at, end: end.end };
  if (shift !== 0 && values.directorySize > 0 && readCentral(source, values.directoryOffset) !== undefined) {
    draft.concern('zip:two-directories', 'dangerous', span, { one: start, other: values.directoryOffset });
  }
  const declaredEnd64 = locatorAt(source, end.at);
  if (declaredEnd64 !== undefined && (end64 === undefined || declaredEnd64 + shift !== end64.record)) {
    draft.concern('zip:zip64-elsewhere', 'dangerous', span, { offset: declaredEnd64 });
  }
  if (end64 !== undefined) {
    const differs = ([given, real, none]: readonly [number, number, number]) => given !== none && given !== real;
    const pairs: readonly (readonly [number, number, number])[] = [
      [end.count, end64.values.count, 0xffff],
      [end.directorySize, end64.values.directorySize, 0xffffffff],
      [end.directoryOffset, end64.values.directoryOffset, 0xffffffff],
    ];
    if (pairs.some(differs)) draft.concern('zip:zip64-differs', 'dangerous', span, { name: 'the end record' });
  }
  const isCounted =
    values.count === entries.length || (end64 === undefined && entries.length % 65_536 === values.count % 65_536);
  if (!isCounted || values.countHere !== values.count) {
    draft.concern('zip:count-differs', 'unknown', span, { declared: values.count, found: entries.length });
  }
  if (values.disk !== 0 || values.directoryDisk !== 0) {
    draft.concern('zip:several-disks', 'unknown', span, { disk: values.disk });
  }
}

/** Says which other end records would be taken for that of the archive; `isData`: the offset lies in a member. */
export function compareEnds(
  source: ByteSource,
  candidates: readonly number[],
  taken: Directory,
  isData: (at: number) => boolean,
  draft: Draft,
): void {
  for (const at of candidates) {
    if (at === taken.end.at || isData(at)) continue;
    const other = readEnd(source, at);
    if (other === undefined) continue;
    const { directoryOffset, directorySize } = readEnd64(source, at)?.values ?? other;
    const starts = [at - directorySize, directoryOffset];
    const isPlausible = directorySize === 0 || starts.some((start) => readCentral(source, start) !== undefined);
    if (isPlausible) {
      draft.concern('zip:two-ends', 'dangerous', { start: at, end: other.end }, { one: taken.end.at, other: at });
    }
  }
}

/** Whether the bytes begin like an archive, or like an empty one. */
export function beginsLikeZip(source: ByteSource): boolean {
  const first = signatureAt(source, 0);
  return first === signatures.local || first === signatures.end || beginsWithMarker(source);
}

/** Whether they begin with what marks an archive as a part of a split one, and its first member behind that. */
export function beginsWithMarker(source: ByteSource): boolean {
  const first = signatureAt(source, 0);
  const isMarker = first === signatures.descriptor || first === signatures.spanned;
  return isMarker && signatureAt(source, 4) === signatures.local;
}

const signatureAt = (source: ByteSource, at: number): number | undefined => unsignedAt(source, at, 4);
