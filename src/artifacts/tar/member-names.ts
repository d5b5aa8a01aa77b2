// What is odd about the members of an archive taken together, or about their names and kinds: doubles, names that file systems
// or people take for others, devices, modes that give rights.

import type { Draft } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import { normalPath } from './extraction.ts';
import { showName } from './name.ts';
import type { Member } from './walk.ts';

const SET_ID = 0o6000;
const LONGEST = { path: 4096, name: 255 };

export function judgeNames(source: ByteSource, members: readonly Member[], draft: Draft, budget: Budget): void {
  const byName = new Map<string, Member>();
  const byFoldedName = new Map<string, string>();
  for (const member of members) {
    budget.spend(4);
    const { name, type, mode, header } = member;
    const shown = showName(name);
    const parameters = { member: shown };
    if (type === 'device' || type === 'fifo') {
      draft.concern('tar:special-member', 'unknown', header, { member: shown, type: type === 'fifo' ? 'FIFO' : type });
    }
    if (type === 'file' && (mode & SET_ID) !== 0) draft.concern('tar:set-id', 'unknown', header, parameters);
    if (/[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/u.test(name)) {
      draft.concern('tar:hidden-characters', 'unknown', header, parameters);
    }
    if (name.length > LONGEST.path || name.split('/').some((part) => part.length > LONGEST.name)) {
      draft.concern('tar:long-name', 'unknown', header, { member: `${shown.slice(0, 60)}…` });
    }
    if (type === 'folder') continue;
    const path = normalPath(name);
    const before = byName.get(path);
    if (before !== undefined && !isSame(before, member, source, budget)) {
      draft.concern('tar:duplicate-name', 'unknown', header, parameters);
    }
    byName.set(path, member);
    const folded = path.normalize('NFKC').toLowerCase();
    const other = byFoldedName.get(folded);
    if (other !== undefined && other !== path) {
      draft.concern('tar:alike-names', 'note', header, { member: shown, other: showName(other) });
    }
    byFoldedName.set(folded, path);
  }
}

/** Archives that were appended to hold files twice, mostly unchanged. */
function isSame(one: Member, other: Member, source: ByteSource, budget: Budget): boolean {
  if (one.type !== other.type || one.linkname !== other.linkname) return false;
  const length = one.data.end - one.data.start;
  if (length !== other.data.end - other.data.start) return false;
  const step = 64 * 1024;
  for (let at = 0; at < length; at += step) {
    budget.spend(step >> 4);
    const size = Math.min(step, length - at);
    // What was read is valid until something else is.
    const first = source.read(one.data.start + at, one.data.start + at + size).slice();
    const second = source.read(other.data.start + at, other.data.start + at + size);
    if (!first.every((byte, index) => byte === second[index])) return false;
  }
  return true;
}
