// Zip archives, and all that is one by another name: wheels, eggs, jars, npz, pt, docx. Read as Python reads them, by the
// directory at the end, and as readers read them that go from front to back; what the two do not share speaks against the
// archive, and is looked into all the same.

import type { Span } from '../../core/index.ts';
import { Draft } from '../artifact.ts';
import { startsWith } from '../bytes.ts';
import { gapsBetween } from '../carve.ts';
import { HUGE, MOST_OF_DEFLATE, ODD_RATIO } from '../compression/decoder.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { judgeTorchArchive } from '../torch/archive.ts';
import { lookInto } from './contents.ts';
import {
  beginsLikeZip,
  beginsWithMarker,
  compareDirectories,
  compareEnds,
  type Directory,
  endCandidates,
  pythonsEnd,
  readDirectory,
} from './directory.ts';
import { disguiseOf } from './disguise.ts';
import {
  checkOverlaps,
  descriptorEnd,
  findLocal,
  hasTwoEnds,
  type Member,
  membersOf,
  unlistedMember,
} from './layout.ts';
import { checkLink, checkPlace, compareNames, isLink } from './places.ts';
import { flags, readCentral, readEnd, readEnd64, sizes } from './records.ts';
import { checkPrograms, checkStart, isRecord, readRecord, startComparison, type Wheel } from './wheel.ts';

export const zip: Reader = {
  format: 'zip',
  sniff: (source) => (beginsLikeZip(source) || endsLikeZip(source) ? 'certain' : undefined),
  read(source, draft, inspection) {
    const candidates = endCandidates(source);
    const directory = findDirectory(source, candidates, draft, inspection);
    if (directory === undefined) {
      readWithoutDirectory(source, draft, inspection);
      return;
    }
    const { budget } = inspection;
    claimDirectory(source, directory, draft);
    claimStart(source, draft);
    if (beginsWithMarker(source)) draft.claim(0, MARKER);
    compareDirectories(source, directory, draft);
    const members = membersOf(source, directory, draft, budget);
    compareNames(members, draft);
    judgeTorchArchive(
      members.map(({ name, local }) => ({ name: name.python, span: local.span })),
      draft,
    );
    for (const member of members) checkPlace(member, draft);
    checkSizes(members, source.size, draft, inspection);
    checkOverlaps(
      members.map(({ shown, local, data }) => ({ shown, start: local.span.start, end: data.end })),
      { start: directory.start, end: directory.end.end },
      draft,
    );
    const stretches = members.map(({ local, data }) => ({ start: local.span.start, end: data.end }));
    const gaps = gapsBetween([...stretches, { start: directory.start, end: directory.end.end }], source.size);
    const isInGap = (at: number) => stretchAt(gaps, at) !== undefined;
    const isInComment = (at: number) => at >= directory.start && at < directory.end.end;
    compareEnds(source, candidates, directory, (at) => !isInGap(at) && !isInComment(at), draft);
    draft.detail('members', members.length.toLocaleString('en'));
    readMembers(source, members, draft, inspection);
    readUnlisted(source, gaps, draft, inspection);
  },
};

/** The stretch that an offset lies in, of stretches in order. */
function stretchAt(stretches: readonly Span[], at: number): Span | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Span).end <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.start <= at ? found : undefined;
}

/** An archive may stand behind anything: a line that names an interpreter, a program that unpacks it, an image. */
function endsLikeZip(source: ByteSource): boolean {
  if (source.size < sizes.end) return false;
  const end = pythonsEnd(source, endCandidates(source));
  if (end === undefined) return false;
  const { directorySize } = readEnd64(source, end.at)?.values ?? end;
  const stop = readEnd64(source, end.at)?.record ?? end.at;
  return directorySize > 0 && readCentral(source, stop - directorySize) !== undefined;
}

/** The directory that Python reads; where Python finds none and others would, theirs. */
function findDirectory(
  source: ByteSource,
  candidates: readonly number[],
  draft: Draft,
  { budget }: Inspection,
): Directory | undefined {
  const first = pythonsEnd(source, candidates);
  if (first === undefined) return undefined;
  const directory = readDirectory(source, first, 'before its end', budget, draft);
  if (directory !== undefined) return directory;
  for (const at of candidates.toReversed().slice(0, MAX_ENDS)) {
    const end = readEnd(source, at);
    if (end === undefined) continue;
    const other =
      readDirectory(source, end, 'before its end', budget, draft) ??
      readDirectory(source, end, 'as declared', budget, draft);
    if (other === undefined || other.entries.length === 0) continue;
    const span = { start: other.start, end: other.end.end };
    draft.concern('zip:directory-misplaced', 'unknown', span, { offset: other.start });
    return other;
  }
  return undefined;
}

/** End records that are tried, where that of Python has no directory. */
const MAX_ENDS = 16;

/** What stands in comments is text for people, short and without signatures; anything else is looked at as if unread. */
function claimDirectory(source: ByteSource, { start, stop, end, end64, entries }: Directory, draft: Draft): void {
  let commented = 0;
  for (const { span, comment } of entries) {
    draft.claim(span.start, isPlainText(source, comment) ? span.end : comment.start);
    if (comment.end > comment.start) commented++;
  }
  if (commented > 0) draft.concern('zip:comments', 'note', { start, end: stop }, { count: commented });
  if (end64 !== undefined) draft.claim(end64.record, end.at);
  draft.claim(end.at, isPlainText(source, end.comment) ? end.end : end.comment.start);
}

const LONGEST_COMMENT = 1024;
/** of an archive that was to be split and was not (APPNOTE 8.5.4) */
const MARKER = 4;
const LONGEST_SHEBANG = 512;

/**
 * `#!/usr/bin/env python3` before an archive, as the zipapp module writes it (PEP 441), or what modules of Java begin with
 * (`jdk.internal.jmod.JmodFile`).
 */
function claimStart(source: ByteSource, draft: Draft): void {
  if (startsWith(source, [0x4a, 0x4d, 1, 0])) draft.claim(0, 4);
  const line = source.read(0, LONGEST_SHEBANG);
  const end = line.indexOf(0x0a);
  if (line[0] === 0x23 && line[1] === 0x21 && end > 0) draft.claim(0, end + 1);
}

function isPlainText(source: ByteSource, { start, end }: Span): boolean {
  if (end - start > LONGEST_COMMENT) return false;
  return source.read(start, end).every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13);
}

/**
 * Says what would come out, where that alone is a hazard. What is declared may lie; then it is told as a lie as well. Archives
 * in archives come to more, for the size of the outermost, than one archive can: then each multiplies what lies in it.
 */
function checkSizes(members: readonly Member[], size: number, draft: Draft, { budget, wholeSize }: Inspection): void {
  const declared = members.reduce((sum, { header }) => sum + header.size, 0);
  const inAll = budget.declare(declared);
  const isBomb = declared >= HUGE && declared / Math.max(size, 1) >= ODD_RATIO;
  const multiplies = inAll >= HUGE && inAll / Math.max(wholeSize, 1) > MOST_OF_DEFLATE;
  if (!isBomb && !multiplies) return;
  const [shown, of] = isBomb ? [declared, size] : [inAll, wholeSize];
  draft.concern(
    'zip:bomb',
    'dangerous',
    { start: 0, end: size },
    {
      name: isBomb ? draft.name : `what it lies in, with ${draft.name},`,
      size: Math.min(shown, Number.MAX_SAFE_INTEGER),
      ratio: Math.floor(shown / Math.max(of, 1)),
    },
  );
  budget.sawBomb();
}

function readMembers(source: ByteSource, members: readonly Member[], draft: Draft, inspection: Inspection): void {
  const record = members.find(isRecord);
  let wheel: Wheel | undefined;
  if (record !== undefined) {
    // Its concerns are told when its turn comes.
    lookInto(source, record, new Draft(draft), inspection, (content) => (wheel = readRecord(record, content)));
    checkPrograms(members, draft);
  }
  let stored = 0;
  for (const member of members) {
    stored += member.data.end - member.data.start;
    // Members have more bytes than the archive only where they share them: then they cost as if they were made.
    if (stored > source.size) inspection.budget.make(member.data.end - member.data.start);
    readMember(source, member, draft, inspection, wheel);
  }
}

function readMember(
  source: ByteSource,
  member: Member,
  draft: Draft,
  inspection: Inspection,
  wheel: Wheel | undefined,
): void {
  const { shown, local, header, data } = member;
  draft.line(() => `${String(local.span.start).padStart(10)}  ${header.packed} → ${header.size}  ${shown}`);
  const comparison = wheel && startComparison(wheel, member, draft);
  const contents = lookInto(
    source,
    member,
    draft,
    inspection,
    (content, at) => {
      if (isLink(member)) checkLink(member, content, draft);
      else if (wheel !== undefined) checkStart(member, content, draft);
      const what = disguiseOf(member.name.python, content);
      if (what !== undefined) draft.concern('zip:disguised', 'unknown', local.span, { name: shown, what });
      inspection.open(draft, shown, content, at);
    },
    comparison?.also,
  );
  if (contents.isChecked) comparison?.finish();
  draft.claim(local.span.start, contents.end);
  if ((local.flags & flags.descriptor) === 0) return;
  if (hasTwoEnds(source, member, inspection.budget)) {
    draft.concern('zip:ends-early', 'unknown', local.span, { name: shown });
  }
  const end = descriptorEnd(source, member);
  if (end === undefined) {
    draft.concern('zip:descriptor-differs', 'unknown', { start: data.end, end: data.end }, { name: shown });
  } else draft.claim(data.end, end);
}

/** Members that stand between the others, before or behind them, and that the directory does not list. */
function readUnlisted(source: ByteSource, gaps: readonly Span[], draft: Draft, inspection: Inspection): void {
  for (const gap of gaps) {
    for (let at = gap.start; ; ) {
      const local = findLocal(source, at, gap.end, inspection.budget);
      if (local === undefined) break;
      const member = unlistedMember(local, Math.min(local.span.end + local.packed, gap.end));
      draft.concern('zip:unlisted-member', 'dangerous', local.span, { name: member.shown });
      at = readUnlistedMember(source, member, gap.end, draft, inspection);
    }
  }
}

/** Where the next one may begin. A member whose size stands behind it is as long as what it unpacks from. */
function readUnlistedMember(
  source: ByteSource,
  member: Member,
  limit: number,
  draft: Draft,
  inspection: Inspection,
): number {
  const { local, shown, data } = member;
  inspection.budget.member();
  checkPlace(member, draft);
  const isOpen = (local.flags & flags.descriptor) !== 0 && local.packed === 0;
  const whole = isOpen ? { ...member, data: { start: data.start, end: limit } } : member;
  const scratch = isOpen ? new Draft(draft) : draft;
  const { end } = lookInto(source, whole, scratch, inspection, (content, at) => {
    inspection.open(draft, shown, content, at);
  });
  draft.claim(local.span.start, end);
  return Math.max(end, local.span.end);
}

/** A file that was cut off, or one for readers that need no directory: the members are all there is. */
function readWithoutDirectory(source: ByteSource, draft: Draft, inspection: Inspection): void {
  const end = readEnd(source, 0);
  if (end !== undefined && end.count === 0 && end.directorySize === 0) {
    draft.claim(0, end.comment.start);
    return;
  }
  draft.concern('zip:no-directory', 'unknown', { start: 0, end: Math.min(source.size, sizes.local) });
  for (let at = 0; ; ) {
    const local = findLocal(source, at, source.size, inspection.budget);
    if (local === undefined) return;
    const member = unlistedMember(local, Math.min(local.span.end + local.packed, source.size));
    at = readUnlistedMember(source, member, source.size, draft, inspection);
  }
}
