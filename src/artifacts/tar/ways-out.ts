// What unpacking an archive in memory shows, in words: which members leave the folder, and which filters of `tarfile` let them.

import type { Draft } from '../artifact.ts';
import type { Budget } from '../budget.ts';
import { type Escape, escapesOf, type Filter, staysInside } from './extraction.ts';
import { showName } from './name.ts';
import type { Member } from './walk.ts';

const unfiltered: Filter = { kind: 'none', fixes: 'none' };

const withoutFilter = 'without a filter';

/** Of each kind from the weakest to the strongest. */
const filters: readonly { readonly filter: Filter; readonly text: string }[] = [
  { filter: { kind: 'tar', fixes: 'none' }, text: 'with the filter "tar" of Pythons before June 2025' },
  { filter: { kind: 'tar', fixes: '2026-09' }, text: 'with the filter "tar"' },
  {
    filter: { kind: 'data', fixes: 'none' },
    text: 'with the filter "data" of Pythons without the fixes of June 2025 (3.9.23, 3.10.18, 3.11.13, 3.12.11, 3.13.4)',
  },
  {
    filter: { kind: 'data', fixes: '2025-06' },
    text: 'with the filter "data" of Pythons without the fixes of June 2026',
  },
  {
    filter: { kind: 'data', fixes: '2026-06' },
    text: 'with the filter "data" of Pythons up to 3.13 without the fixes of September 2026 (3.10.22, 3.11.17, 3.12.15, 3.13.16)',
  },
  { filter: { kind: 'data', fixes: '2026-09' }, text: 'with the filter "data"' },
];

const deeds: { readonly [deed in Escape['deed']]: string } = {
  writes: 'is written to',
  links: 'becomes another name of',
  changes: 'changes the mode and time of',
  replaces: 'replaces the folder itself by a link to',
};

const asIs = (name: string) => name;
const withoutCase = (name: string) => name.normalize('NFC').toLowerCase();

export function judgeEscapes(members: readonly Member[], draft: Draft, budget: Budget): void {
  for (const { name, linkname, type, header } of members) {
    const isLink = type === 'symlink' || type === 'hard link';
    if (isLink && leadsOut(name, linkname, type)) {
      const parameters = { member: showName(name), target: showName(linkname) };
      draft.concern('tar:link-outside', 'unknown', header, parameters);
    }
    if (isWindowsEscape(name) || (isLink && isWindowsEscape(linkname))) {
      draft.concern('tar:leaves-on-windows', 'dangerous', header, { member: showName(name) });
    }
  }
  if (staysInside(members)) return;
  const free = escapesOf(members, unfiltered, asIs, budget);
  const told = new Set(free.map(({ member }) => member));
  for (const { member, deed, place } of escapesOf(members, unfiltered, withoutCase, budget)) {
    if (told.has(member)) continue;
    const parameters = { member: showName(member.name), deed: deeds[deed], place: showName(place) };
    draft.concern('tar:leaves-without-case', 'dangerous', member.header, parameters);
  }
  const others = filters.map(({ filter, text }) => {
    const escapes = escapesOf(members, filter, asIs, budget);
    return { kind: filter.kind, text, escapes };
  });
  const all = [...free, ...others.flatMap(({ escapes }) => escapes)];
  for (const member of new Set(all.map((each) => each.member))) {
    const { deed, place } = all.find((each) => each.member === member) as Escape;
    const passed = others.filter(({ escapes }) => escapes.some((each) => each.member === member));
    const passesData = passed.some(({ kind }) => kind === 'data');
    // Whoever passes the strongest of a kind passes those before it.
    const strongest = (['tar', 'data'] as const).flatMap((kind) => passed.findLast((each) => each.kind === kind) ?? []);
    const texts = [...(told.has(member) ? [withoutFilter] : []), ...strongest.map(({ text }) => text)];
    draft.concern(passesData ? 'tar:passes-data-filter' : kindOf(member), 'dangerous', member.header, {
      member: member.name === '' ? 'a member without a name' : showName(member.name),
      deed: deeds[deed],
      place: showName(place),
      filters: texts.join(', and '),
    });
  }
}

/** Absolute names have honest writers, too: backups that are meant to be put back where they were. */
function kindOf({ name }: Member): string {
  return name.startsWith('/') && !name.split('/').includes('..') ? 'tar:absolute-name' : 'tar:leaves-folder';
}

/** By the text alone, whatever other links there are. */
function leadsOut(name: string, linkname: string, type: Member['type']): boolean {
  if (linkname.startsWith('/')) return true;
  const from = type === 'symlink' ? name.split('/').slice(0, -1) : [];
  return leaves([...from, ...linkname.split('/')]);
}

function leaves(parts: readonly string[]): boolean {
  let depth = 0;
  for (const part of parts) {
    if (part === '..' && --depth < 0) return true;
    if (part !== '..' && part !== '.' && part !== '') depth++;
  }
  return false;
}

/** There, `\` divides names, and `C:` begins a path of its own. */
function isWindowsEscape(name: string): boolean {
  if (/^[A-Za-z]:[\\/]/.test(name) || /^\\\\[^\\]/.test(name)) return true;
  return name.includes('\\') && name.includes('..') && !leaves(name.split('/')) && leaves(name.split(/[\\/]/));
}
