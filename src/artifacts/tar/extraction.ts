// Unpacks an archive in memory, as `TarFile.extractall` does with each of its filters, to see which members would be written
// outside, or reach files outside. Sources: `_get_filtered_attrs`, `makelink_with_filter` and `extractall` of Lib/tarfile.py.

import type { Budget } from '../budget.ts';
import { FolderTree, type Place } from './folder-tree.ts';
import type { Member } from './walk.ts';

/**
 * What decides which members are unpacked: nothing, or a filter of `tarfile` as it was in the first releases that had it, with
 * the fixes of June 2025 (CVE-2025-4517 and others), with those of June 2026 (empty names, copies in place of hard links),
 * and with that of September 2026 (hard links to links).
 */
export interface Filter {
  readonly kind: 'none' | 'tar' | 'data';
  readonly fixes: 'none' | '2025-06' | '2026-06' | '2026-09';
}

export interface Escape {
  readonly member: Member;
  readonly deed: 'writes' | 'links' | 'changes' | 'replaces';
  /** as far as it is known */
  readonly place: string;
}

/** What is enough to know about one archive. */
const MAX_ESCAPES = 50;

/** Names that no filter and no kernel takes anywhere but into the folder: most archives have no others. */
export function staysInside(members: readonly Member[]): boolean {
  return members.every(({ name, type }) => {
    if (type === 'symlink' || type === 'hard link' || name === '' || name.startsWith('/')) return false;
    return !name.includes('..') || !name.split('/').includes('..');
  });
}

export function escapesOf(
  members: readonly Member[],
  filter: Filter,
  fold: (name: string) => string,
  budget: Budget,
): readonly Escape[] {
  const tree = new FolderTree(fold, budget);
  const escapes: Escape[] = [];
  const extraction = { tree, filter, earlier: new Map<string, Member>() };
  const admitted = new Set<Member>();
  for (const member of members) {
    if (escapes.length >= MAX_ESCAPES) return escapes;
    const found = extract(member, extraction);
    if (found !== undefined) admitted.add(member);
    escapes.push(...(found ?? []).map((each) => ({ ...each, member })));
    extraction.earlier.set(normalPath(member.name), member);
  }
  for (const member of members) {
    if (escapes.length >= MAX_ESCAPES) break;
    if (!admitted.has(member) || escapes.some((each) => each.member === member)) continue;
    const isLink = member.type === 'symlink' || member.type === 'hard link';
    // Attributes of folders are set when everything is there, and links may have taken their places.
    const isChanged =
      member.type === 'folder' && (!hasFix(filter, '2025-06') || admit(member, tree, filter) !== undefined);
    // That links lead nowhere else is what the filter for data promises.
    if (!isChanged && !(isLink && filter.kind === 'data')) continue;
    const place = tree.find(nameFor(member, filter), { followsLast: true });
    if (place.kind === 'outside') escapes.push({ member, deed: isLink ? 'links' : 'changes', place: place.path });
  }
  return escapes;
}

interface Extraction {
  readonly tree: FolderTree;
  readonly filter: Filter;
  /** by the normal form of their names, those that hard links may be copies of */
  readonly earlier: ReadonlyMap<string, Member>;
}

type Deed = Omit<Escape, 'member'>;

/** Undefined: the filter refuses. */
function extract(member: Member, extraction: Extraction): readonly Deed[] | undefined {
  const { tree, filter } = extraction;
  const admitted = admit(member, tree, filter);
  if (admitted === undefined) return undefined;
  const { name, linkname } = admitted;
  if (name === '' && (member.type === 'symlink' || member.type === 'hard link')) {
    return [{ deed: 'replaces', place: linkname }];
  }
  return make({ ...member, linkname }, name, extraction);
}

/** Makes what a member describes at a path, which need not be its own. */
function make(member: Member, path: string, extraction: Extraction): readonly Deed[] {
  const { tree } = extraction;
  const parent = tree.find(folderOf(path), { followsLast: true, makesFolders: true });
  if (parent.kind === 'outside') return putOutside(member, `${parent.path}/${lastName(path)}`, extraction);
  const place = tree.find(path, { followsLast: member.type === 'file' });
  if (place.kind === 'outside') return putOutside(member, place.path, extraction);
  if (member.type === 'hard link') return makeHardLink(member, path, place, extraction);
  if (place.kind !== 'inside') return [];
  const { folder, name, node } = place;
  if (node?.kind === 'file outside' && member.type === 'file') return [{ deed: 'writes', place: name }];
  if (node?.kind === 'folder') return [];
  if (member.type === 'folder') {
    if (node === undefined) tree.makeFolder(folder, name);
  } else if (member.type === 'symlink') tree.put(folder, name, { kind: 'link', to: member.linkname });
  else if (node === undefined) tree.put(folder, name, { kind: 'file' });
  return [];
}

function putOutside(member: Member, place: string, { tree, earlier }: Extraction): readonly Deed[] {
  if (!isAncestor(place)) {
    const target = member.type === 'hard link' ? tree.find(member.linkname, { followsLast: true }) : undefined;
    const isNothing = target?.kind === 'outside' ? isAncestor(target.path) : target !== undefined && !isNode(target);
    // Folders on the way are made all the same.
    const isOne = isAncestor(folderOf(place));
    return isOne && isNothing && !earlier.has(normalPath(member.linkname)) ? [] : [{ deed: 'writes', place }];
  }
  return member.type === 'folder' ? [{ deed: 'changes', place }] : [];
}

function makeHardLink(member: Member, path: string, place: Place, extraction: Extraction): readonly Deed[] {
  const { tree, filter } = extraction;
  // os.link() makes another name of a link rather than of what it points at, and the name may be in another folder.
  const target = tree.find(member.linkname, { followsLast: hasFix(filter, '2026-09') });
  const existing = tree.find(member.linkname, { followsLast: true });
  const isThere = existing.kind === 'outside' || isNode(existing);
  const isFolder = place.kind !== 'inside' || place.node?.kind === 'folder';
  if (!isThere || isFolder) return makeCopy(member, path, extraction);
  if (target.kind === 'outside') {
    if (isAncestor(target.path)) return makeCopy(member, path, extraction);
    tree.put(place.folder, place.name, { kind: 'file outside' });
    return [{ deed: 'links', place: target.path }];
  }
  if (target.kind !== 'inside' || target.node === undefined || target.node.kind === 'folder') {
    return makeCopy(member, path, extraction);
  }
  tree.put(place.folder, place.name, target.node);
  const reached = tree.find(path, { followsLast: true });
  return reached.kind === 'outside' ? [{ deed: 'changes', place: reached.path }] : [];
}

/**
 * There can be no hard link, to a folder or to what is not there, which a link to nothing is: then the member that it points at
 * is unpacked once more.
 */
function makeCopy(member: Member, path: string, extraction: Extraction): readonly Deed[] {
  const { tree, filter, earlier } = extraction;
  const original = earlier.get(normalPath(member.linkname));
  if (original === undefined || original.type === 'hard link') return [];
  const admitted = hasFix(filter, '2025-06') ? admit(original, tree, filter) : original;
  if (admitted === undefined) return [];
  if (hasFix(filter, '2026-06') && admit({ ...original, name: path }, tree, filter) === undefined) return [];
  return make({ ...original, linkname: admitted.linkname }, path, extraction);
}

/** Under which name, and pointing where, a filter lets a member be unpacked; undefined: it refuses. */
function admit(
  member: Member,
  tree: FolderTree,
  filter: Filter,
): { readonly name: string; readonly linkname: string } | undefined {
  const name = nameFor(member, filter);
  if (filter.kind === 'none') return { name, linkname: member.linkname };
  const isStrict = hasFix(filter, '2025-06');
  if (tree.realpath(name, isStrict) !== 'inside') return undefined;
  const isLink = member.type === 'symlink' || member.type === 'hard link';
  if (isLink && name === '' && hasFix(filter, '2026-06')) return undefined;
  if (filter.kind === 'tar') return { name, linkname: member.linkname };
  if (member.type === 'device' || member.type === 'fifo') return undefined;
  if (!isLink) return { name, linkname: member.linkname };
  const { linkname } = member;
  if (linkname.startsWith('/')) return undefined;
  const folder = member.type === 'symlink' ? folderOf(name) : '';
  if (tree.realpath(`${folder}/${linkname}`.replace(/^\//, ''), isStrict) !== 'inside') return undefined;
  // `missing/../../x` was inside while nothing was missing yet (CVE-2025-4330).
  return { name, linkname: isStrict ? normalPath(linkname) : linkname };
}

function nameFor({ name }: Member, filter: Filter): string {
  return filter.kind === 'none' ? name : name.replace(/^\/+/, '');
}

/** `../..`: a folder that the folder lies in, in the place of which nothing can be put. */
function isAncestor(path: string): boolean {
  return path.split('/').every((name) => name === '..' || name === '.' || name === '');
}

function lastName(path: string): string {
  return path.split('/').findLast((name) => name !== '') ?? '';
}

function folderOf(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, Math.max(path.lastIndexOf('/', end - 1), 0));
}

function hasFix({ kind, fixes }: Filter, fix: Filter['fixes']): boolean {
  return kind !== 'none' && fixes >= fix && fixes !== 'none';
}

const isNode = (place: Place) => place.kind === 'inside' && place.node !== undefined;

/** `os.path.normpath`, by the text alone. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  const joined = parts.join('/');
  return path.startsWith('/') ? `/${joined}` : joined === '' ? '.' : joined;
}
