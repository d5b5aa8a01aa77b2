// A folder that exists in memory alone, to which archives are unpacked to see where their members would go. Paths are resolved
// in two ways: as a kernel does, and as `os.path.realpath` does, by whose answer the filters of `tarfile` decide. What lies
// outside is not known; that something is outside is enough.

import type { Budget } from '../budget.ts';

export type Node = Folder | { readonly kind: 'file' | 'file outside' } | { readonly kind: 'link'; readonly to: string };

export interface Folder {
  readonly kind: 'folder';
  readonly children: Map<string, Node>;
}

/** Where a path leads: into a folder under a name, with what is there; to a folder that the path ends in; or out. */
export type Place =
  | { readonly kind: 'inside'; readonly folder: Folder; readonly name: string; readonly node: Node | undefined }
  | { readonly kind: 'folder'; readonly node: Folder }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'nowhere' };

/** Of Linux: a path that is handed over, a name in it, and the links that are followed on the way. */
const PATH_MAX = 4096;
const NAME_MAX = 255;
const MAX_LINKS = 40;
/** What the path of the folder itself takes of PATH_MAX, at the least. */
const OWN_PATH = 16;

export class FolderTree {
  readonly root: Folder = newFolder();
  readonly #fold: (name: string) => string;
  readonly #budget: Budget;

  /** `fold` makes names equal that a file system takes for one. */
  constructor(fold: (name: string) => string, budget: Budget) {
    this.#fold = fold;
    this.#budget = budget;
  }

  /**
   * As a kernel goes, one name after the other. `followsLast`: a link at the end is followed, too; `makesFolders`: what is
   * missing on the way is made.
   */
  find(path: string, options: { readonly followsLast: boolean; readonly makesFolders?: boolean }): Place {
    if (path.startsWith('/')) return { kind: 'outside', path };
    if (path.length + OWN_PATH > PATH_MAX) return { kind: 'nowhere' };
    const folders = [this.root];
    const ahead = namesOf(path);
    let links = 0;
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      this.#budget.spend();
      if (name.length > NAME_MAX) return { kind: 'nowhere' };
      if (name === '..') {
        if (folders.length === 1) return { kind: 'outside', path: ['..', ...ahead.reverse()].join('/') };
        folders.pop();
        continue;
      }
      const folder = folders.at(-1) as Folder;
      const node = this.childOf(folder, name);
      const isMade = node === undefined && options.makesFolders === true;
      if (ahead.length === 0 && !isMade && (node?.kind !== 'link' || !options.followsLast)) {
        return node?.kind === 'folder' && options.followsLast
          ? { kind: 'folder', node }
          : { kind: 'inside', folder, name, node };
      }
      if (isMade) folders.push(this.makeFolder(folder, name));
      else if (node?.kind === 'link') {
        if (++links > MAX_LINKS) return { kind: 'nowhere' };
        if (node.to.startsWith('/')) return { kind: 'outside', path: [node.to, ...ahead.reverse()].join('/') };
        ahead.push(...namesOf(node.to));
      } else if (node?.kind === 'folder') folders.push(node);
      else return { kind: 'nowhere' };
    }
    return { kind: 'folder', node: folders.at(-1) as Folder };
  }

  /**
   * As `os.path.realpath` goes: what is missing counts as a folder, and `..` goes back by the text. Releases before the
   * fixes of 2025 no longer look for links where the path has become too long (CVE-2025-4517). `undefined`: refused.
   */
  realpath(path: string, isStrict: boolean): 'inside' | 'outside' | undefined {
    if (path.startsWith('/')) return 'outside';
    const folders: (Folder | undefined)[] = [this.root];
    const lengths = [OWN_PATH];
    const ahead = namesOf(path);
    let links = 0;
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      this.#budget.spend();
      if (name === '..') {
        if (folders.length === 1) return 'outside';
        folders.pop();
        lengths.pop();
        continue;
      }
      const length = (lengths.at(-1) as number) + 1 + name.length;
      const isTooLong = length >= PATH_MAX || name.length > NAME_MAX;
      if (isTooLong && isStrict) return undefined;
      const folder = folders.at(-1);
      const node = isTooLong || folder === undefined ? undefined : this.childOf(folder, name);
      if (node?.kind === 'link') {
        if (++links > 10 * MAX_LINKS) return undefined;
        if (node.to.startsWith('/')) return 'outside';
        ahead.push(...namesOf(node.to));
        continue;
      }
      folders.push(node?.kind === 'folder' ? node : undefined);
      lengths.push(length);
    }
    return 'inside';
  }

  childOf(folder: Folder, name: string): Node | undefined {
    return folder.children.get(this.#fold(name));
  }

  put(folder: Folder, name: string, node: Node): void {
    if (node.kind === 'link' && node.to.length >= PATH_MAX) return;
    folder.children.set(this.#fold(name), node);
  }

  makeFolder(folder: Folder, name: string): Folder {
    const made = newFolder();
    this.put(folder, name, made);
    return made;
  }
}

/** The last first. */
function namesOf(path: string): string[] {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .reverse();
}

function newFolder(): Folder {
  return { kind: 'folder', children: new Map() };
}
