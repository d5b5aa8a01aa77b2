// Where the project around a path starts. Roles are judged by paths relative to it, so that a project under somebody
// else's `examples/` is a project of its own when it is checked by itself; its metadata names the target Python.

import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';

const rootMarks = ['pyproject.toml', 'heed.toml', 'setup.py', 'setup.cfg', '.git', '.hg'];

/** Absolute path of the nearest folder, at or above `path`, that holds a project; the path's own folder when none does. */
export function projectRootOf(path: string, machine: Machine): string {
  const absolute = machine.absolute(path);
  const start = machine.kindOf(path) === 'directory' ? absolute : parentOf(absolute);
  for (let folder = start; ; folder = parentOf(folder)) {
    if (rootMarks.some((mark) => machine.kindOf(`${folder}/${mark}`) !== 'missing')) return folder;
    if (parentOf(folder) === folder) return start;
  }
}
