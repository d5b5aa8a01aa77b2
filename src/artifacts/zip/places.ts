// Where members would be put, by whoever extracts them: names that lead out of the folder, links that others are written
// through, modes and names that file systems treat specially. Python's own extraction drops the dots, drives and modes and
// writes links as files; programs that join names to a folder, and other tools, do not.

import type { Draft } from '../artifact.ts';
import type { ByteSource } from '../source.ts';
import { showName } from '../tar/name.ts';
import type { Member } from './layout.ts';
import { awkwardnessOf, collisions, escapeOf, isTranscription, linkEscapes, modeOf } from './names.ts';

const kinds = { mask: 0xf000, link: 0xa000, file: 0x8000 } as const;
/** Pipes, devices and sockets (inode(7)); other values are writers' mistakes, which stand in jars. */
const special: ReadonlySet<number> = new Set([0x1000, 0x2000, 0x6000, 0xc000]);
const SET_USER_OR_GROUP = 0o6000;
const LONGEST_TARGET = 4096;

/** Says what is wrong with one member's name and attributes. */
export function checkPlace({ name, shown, central, header, local }: Member, draft: Draft): void {
  const span = (central ?? local).span;
  for (const each of new Set([name.python, name.text, ...(name.unicode === undefined ? [] : [name.unicode])])) {
    const way = escapeOf(each);
    if (way !== undefined) draft.concern(`zip:${way}`, 'dangerous', span, { name: showName(each) });
  }
  if (name.text !== name.python) {
    draft.concern('zip:name-with-zero', 'dangerous', span, { name: shown, python: showName(name.python) });
  }
  const why = awkwardnessOf(name.python, header.rawName.length);
  if (why !== undefined) draft.concern('zip:awkward-name', 'unknown', span, { name: shown, why });
  if (name.unicode !== undefined && name.unicode !== name.text) {
    const weight = isTranscription(name.unicode, header.rawName) ? 'note' : 'dangerous';
    draft.concern('zip:name-by-version', weight, span, { name: shown, other: showName(name.unicode) });
  }
  if (name.python.endsWith('/') && header.size > 0) {
    draft.concern('zip:folder-with-content', 'unknown', span, { name: shown });
  }
  if (central === undefined) return;
  const mode = modeOf(central);
  const kind = mode & kinds.mask;
  if (special.has(kind)) {
    draft.concern('zip:special-file', 'unknown', span, { name: shown });
  } else if (kind === kinds.file && (mode & SET_USER_OR_GROUP) !== 0) {
    draft.concern('zip:set-user-id', 'unknown', span, { name: shown });
  }
}

export function isLink({ central }: Member): boolean {
  return central !== undefined && (modeOf(central) & kinds.mask) === kinds.link;
}

/** What a link points at is what is in it. */
export function checkLink({ name, shown, local }: Member, content: ByteSource, draft: Draft): void {
  const target = new TextDecoder().decode(content.read(0, LONGEST_TARGET));
  if (linkEscapes(name.python, target)) {
    draft.concern('zip:link-leaves-folder', 'dangerous', local.span, { name: shown, target: showName(target) });
  }
}

/** Says which names are one, for Python or for a file system, and which members lie behind a link. */
export function compareNames(members: readonly Member[], draft: Draft): void {
  for (const { one, other, kind } of collisions(members.map(({ name }) => name))) {
    const [first, second] = [members[one] as Member, members[other] as Member];
    const isSame = first.header.checksum === second.header.checksum && first.header.size === second.header.size;
    const span = (second.central ?? second.local).span;
    const parameters = { name: first.shown, other: second.shown };
    // What is twice the same is a writer's oversight; which of two that differ is read depends on the reader.
    if (kind === 'same-on-some') draft.concern('zip:similar-names', isSame ? 'note' : 'unknown', span, parameters);
    else draft.concern('zip:duplicate-name', isSame ? 'note' : 'dangerous', span, parameters);
  }
  const links = new Map(members.filter(isLink).map((link) => [link.name.python.replace(/\/+$/, ''), link]));
  if (links.size === 0) return;
  for (const member of members) {
    const path = member.name.python.slice(0, LONGEST_TARGET);
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const link = links.get(path.slice(0, slash));
      if (link === undefined || link === member) continue;
      const parameters = { name: member.shown, link: link.shown };
      draft.concern('zip:through-link', 'dangerous', (member.central ?? member.local).span, parameters);
      break;
    }
  }
}
