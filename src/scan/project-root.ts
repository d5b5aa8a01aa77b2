// Where the project around a path starts. Roles are judged by paths relative to it, so that a project under somebody
// else's `examples/` is a project of its own when it is checked by itself; its metadata names the target Python.

import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';

const rootMarks = ['pyproject.toml', 'heed.toml', 'setup.py', 'setup.cfg', '.git', '.hg'];

/** Absolute path of the nearest folder, at or above `path`, that holds a project; the path's own folder when none does. */
export function projectRootOf(path: string, machine: Machine): string {
  return markedRootOf(path, machine) ?? folderOf(path, machine);
}

/** The same; `undefined` when nothing says that there is a project. */
export function markedRootOf(path: string, machine: Machine): string | undefined {
  for (let folder = folderOf(path, machine); ; folder = parentOf(folder)) {
    if (rootMarks.some((mark) => machine.kindOf(`${folder}/${mark}`) !== 'missing')) return folder;
    if (parentOf(folder) === folder) return undefined;
  }
}

function folderOf(path: string, machine: Machine): string {
  const absolute = machine.absolute(path);
  return machine.kindOf(path) === 'directory' ? absolute : parentOf(absolute);
}
