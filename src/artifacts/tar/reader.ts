// Archives of tar: walked as `tarfile` does, and once more as other readers do where these would see something else. Members
// are opened where they lie, and unpacked in memory to see where they would go.

import type { Draft } from '../artifact.ts';
import { LimitReached } from '../budget.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { BLOCK, checksumOf } from './header.ts';
import { judgeNames } from './member-names.ts';
import { showName } from './name.ts';
import { sparseSource } from './sparse.ts';
import { asPythonSkips, type Member, type Skipping, walkTar } from './walk.ts';
import { judgeEscapes } from './ways-out.ts';

/** Holes that make a file this much larger than what is stored are there to fill a disk, or the memory of a reader. */
const SPARSE_ALARM = { size: 256 * 1024 ** 2, ratio: 200 };

export const tar: Reader = {
  format: 'tar',
  sniff(source) {
    if (source.size < BLOCK) return undefined;
    const block = source.read(0, BLOCK);
    const isMarked = String.fromCharCode(...block.subarray(257, 262)) === 'ustar';
    if (checksumOf(block) !== 'wrong') return isMarked ? 'certain' : 'perhaps';
    return isMarked ? 'perhaps' : undefined;
  },
  read: readTar,
};

function readTar(source: ByteSource, draft: Draft, inspection: Inspection): void {
  const { budget } = inspection;
  const members: Member[] = [];
  const seen = new Set<string>();
  const others: Skipping[] = [];
  const open = (member: Member, reader: string) => {
    const key = `${member.data.start} ${member.data.end} ${member.name}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (seen.size > budget.limits.members) {
      throw new LimitReached('members', `has more than ${budget.limits.members.toLocaleString('en')} members`);
    }
    budget.member();
    if (member.type === 'file') openMember(source, draft, inspection, member, reader);
  };
  try {
    walkTar(source, asPythonSkips, budget, {
      member(member) {
        members.push(member);
        draft.line(() => lineOf(member));
        open(member, '');
      },
      concern: (kind, weight, span, parameters) => draft.concern(kind, weight, span, parameters),
      claim: (start, end) => draft.claim(start, end),
      differs(skipping) {
        if (others.length < 2 && !others.some((each) => isSame(each, skipping))) others.push(skipping);
      },
    });
    for (const skipping of others) {
      walkTar(source, skipping, budget, {
        member: (member) => open(member, ' (for other readers)'),
        concern() {},
        claim() {},
        differs() {},
      });
    }
  } finally {
    // Whatever limit was reached, what was found before is judged.
    draft.detail('members', String(members.length));
    judgeNames(source, members, draft, budget);
    judgeEscapes(members, draft, budget);
  }
}

function openMember(source: ByteSource, draft: Draft, inspection: Inspection, member: Member, reader: string): void {
  const { data, sparse } = member;
  const name = `${showName(member.name)}${reader}`;
  const stored = data.end - data.start;
  if (sparse === undefined) {
    inspection.open(draft, name, stretchOf(source, data.start, data.end), data.start);
    return;
  }
  if (sparse.size > SPARSE_ALARM.size && sparse.size > SPARSE_ALARM.ratio * stored) {
    draft.concern('tar:sparse-huge', 'unknown', member.header, { member: name, size: sparse.size });
  }
  const needed = sparse.pieces.reduce((sum, { length }) => sum + length, 0);
  if (needed <= stored) inspection.open(draft, name, sparseSource(sparse, data, source), undefined);
}

function lineOf({ name, linkname, type, mode, data, sparse }: Member): string {
  const size = sparse?.size ?? data.end - data.start;
  const arrow = type === 'symlink' || type === 'hard link' ? ` → ${showName(linkname)}` : '';
  return `@0x${data.start.toString(16)} ${type} ${(mode & 0o7777).toString(8).padStart(4, '0')} ${size} ${showName(name)}${arrow}`;
}

function isSame(one: Skipping, other: Skipping): boolean {
  return one.sizes === other.sizes && one.dataOf === other.dataOf;
}
