// Looks for what hides in bytes that no reader claimed: before, between and behind what was read. A find speaks against a
// file; finding nothing proves nothing.

import type { Span } from '../core/index.ts';
import type { Artifact, Draft, Format } from './artifact.ts';
import type { Budget } from './budget.ts';
import { findHidden, type Hit } from './hidden.ts';
import type { Inspection } from './inspection.ts';
import { type ByteSource, memorySource, stretchOf } from './source.ts';

/** What is loaded as a whole: of two of them in the same bytes, one is a disguise. */
const loadable: ReadonlySet<Format> = new Set<Format>([
  'pickle',
  'zip',
  'tar',
  'gzip',
  'zlib',
  'bzip2',
  'xz',
  'lzma',
  'zstandard',
  'lz4',
  '7z',
  'npy',
  'torch-legacy',
  'dumb-dbm',
  'gnu-dbm',
  'berkeley-db',
  'sqlite',
  'hdf5',
]);

/** Formats in which writers leave nothing over; in the others, free pages and slack are usual. */
const tight: ReadonlySet<Format> = new Set<Format>(
  [...loadable].filter((format) => !['sqlite', 'hdf5', 'gnu-dbm', 'berkeley-db', 'dumb-dbm'].includes(format)),
);

/** Tries to read something at an offset, for one file; more are not worth the time. */
const MAX_TRIES = 2000;

export interface Read {
  readonly draft: Draft;
  readonly claim: 'certain' | 'perhaps';
}

/** Looks at the bytes of `source` that none of the drafts claims, and at those that several do. */
export function carve(source: ByteSource, reads: readonly Read[], inspection: Inspection): void {
  const drafts = reads.map(({ draft }) => draft);
  const main = drafts.find((draft) => loadable.has(draft.format) && draft.claims.length > 0);
  if (main === undefined) return;
  tellTwoFormats(reads);
  const gaps = gapsBetween(
    drafts.flatMap(({ claims }) => claims),
    source.size,
  ).filter((gap) => !isPadding(source, gap, inspection.budget));
  let tries = 0;
  for (const gap of gaps) {
    for (let at = gap.start; at < gap.end; ) {
      const hit = findHidden(source, at, gap.end, inspection.budget);
      if (hit === undefined || ++tries > MAX_TRIES) break;
      at = Math.max(lookAt(source, hit, gap, main, inspection), hit.start + 1);
    }
  }
  if (gaps.length > 0) tellUnread(gaps, main);
}

/** Bytes that none of the stretches covers. */
export function gapsBetween(claims: readonly Span[], size: number): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...claims].sort((one, other) => one.start - other.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < size) gaps.push({ start: at, end: size });
  return gaps;
}

/** Zeros, blanks and line ends fill blocks up. */
function isPadding(source: ByteSource, { start, end }: Span, budget: Budget): boolean {
  for (let at = start; at < end; ) {
    const page = source.pageAt(at);
    const piece = page.bytes.subarray(at - page.start, end - page.start);
    budget.spend(1 + (piece.length >> 6));
    if (!areZeros(piece) && !piece.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d)) {
      return false;
    }
    at += piece.length;
  }
  return true;
}

/** Four at a time, once they stand where four may be taken: what fills a file up can be most of it. */
function areZeros(bytes: Uint8Array): boolean {
  let at = 0;
  for (; at < bytes.length && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] !== 0) return false;
  if (at === bytes.length) return true;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  for (let word = 0; word < words.length; word++) if (words[word] !== 0) return false;
  for (at += 4 * words.length; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}

/**
 * Two formats that both begin the file are nobody's oversight. One that stands behind the other, or in what the other takes
 * for its data, can be.
 */
function tellTwoFormats(reads: readonly Read[]): void {
  const certain = reads.filter(
    ({ draft, claim }) => claim === 'certain' && loadable.has(draft.format) && draft.claims.length > 0,
  );
  for (const { draft } of certain) {
    const others = certain.map((each) => each.draft).filter(({ format }) => format !== draft.format);
    const [other = undefined] = [...others.filter(isAtStart), ...others];
    if (other === undefined) continue;
    const weight = isAtStart(draft) && isAtStart(other) ? 'dangerous' : 'unknown';
    const [first = { start: 0, end: 0 }] = draft.claims;
    draft.concern('data:two-formats', weight, first, { one: draft.format, other: other.format });
  }
}

const isAtStart = ({ claims }: Draft): boolean => claims.some(({ start }) => start === 0);

/** Says what a find is, if it is anything; gives the offset behind what it turned out to be. */
function lookAt(source: ByteSource, hit: Hit, gap: Span, into: Draft, inspection: Inspection): number {
  const span = { start: hit.start, end: Math.min(hit.start + 1, gap.end) };
  const parameters = (what: string) => ({ what, offset: hit.start });
  if (hit.kind === 'program') {
    // A program in front of an archive unpacks it, or runs it.
    into.concern('data:hidden', hit.start === 0 ? 'unknown' : 'dangerous', span, parameters('a program'));
    return hit.start + 4;
  }
  const name = `hidden at ${hit.start.toLocaleString('en')}`;
  const isDecoded = hit.decoded !== undefined;
  const hidden = hit.decoded === undefined ? stretchOf(source, hit.start, gap.end) : memorySource(hit.decoded);
  const place = isDecoded ? undefined : hit.start;
  const tries = inspection.tryAs(hit.kind === 'pickle' ? 'pickle' : undefined, into, name, hidden, place);
  let behind = isDecoded ? hit.end : hit.start;
  for (const draft of tries) {
    const artifact = draft.toArtifact();
    const isPickle = hit.kind === 'pickle';
    const isDangerous = isPickle ? doesHarm(artifact, hit.isVague === true) : hasDanger(artifact);
    // Any two or three bytes begin a pickle; one that comes to no name is no find, and a word may be the end of another.
    if (isPickle && !isDangerous && (hit.isVague || !artifact.names.some(isName))) continue;
    // That it breaks off is nothing against what was deleted and written over.
    if (isDangerous || !hasDanger(artifact)) into.parts.push(artifact);
    const what = `${isDecoded ? 'base64 of ' : ''}${draft.format}`;
    into.concern('data:hidden', isDangerous ? 'dangerous' : 'unknown', span, parameters(what));
    if (!isDecoded) behind = Math.max(behind, ...draft.claims.map(({ end }) => hit.start + end));
  }
  return behind;
}

/** Containers lie at most as deep as the budget allows, and so does this. */
function hasDanger({ concerns, parts }: Artifact): boolean {
  return concerns.some(({ weight }) => weight === 'dangerous') || parts.some(hasDanger);
}

/** What chance, and the rest of an honest pickle, come to: they break off, and ask for bytes without end. */
const byChance: ReadonlySet<string> = new Set(
  ['breaks-after-calls', 'length-too-long', 'huge-memo-index', 'frame-trick'].map((id) => `pickle:${id}`),
);
/** … and what the end of a word does, which begins no pickle but looks like an import. */
const byWords: ReadonlySet<string> = new Set([
  ...byChance,
  ...['names-gadget', 'computed-name', 'reads-differently'].map((id) => `pickle:${id}`),
]);

function doesHarm({ concerns, parts, names }: Artifact, isVague: boolean): boolean {
  const harmless = isVague ? byWords : byChance;
  const harms = concerns.some(({ kind, weight }) => weight === 'dangerous' && !harmless.has(kind));
  return (harms && names.some(isName)) || parts.some(hasDanger);
}

const isName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);

function tellUnread(gaps: readonly Span[], into: Draft): void {
  const bytes = gaps.reduce((sum, { start, end }) => sum + end - start, 0);
  const largest = gaps.reduce((one, other) => (other.end - other.start > one.end - one.start ? other : one));
  const weight = tight.has(into.format) ? 'unknown' : 'note';
  into.concern('data:unread', weight, largest, { bytes, offset: largest.start });
}
