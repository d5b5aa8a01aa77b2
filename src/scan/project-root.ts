// Where the project around a path starts. Roles are judged by paths relative to it, so that a project under somebody
// else's `examples/` is a project of its own when it is checked by itself; its metadata names the target Python.

import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';

const rootMarks = ['pyproject.toml', 'heed.toml', 'setup.py', 'setup.cfg', '.git', '.hg'];

/**
 * Folders that hold what a file can import of its own project, as a user in `machine.cwd` would write them: the project
 * around it, and the folder of its outermost package, which an installed package has outside of any project.
 */
export function foldersAround(path: string, machine: Machine): readonly string[] {
  const own = parentOf(machine.absolute(path));
  let above = own;
  while (machine.kindOf(`${above}/__init__.py`) === 'file' && parentOf(above) !== above) above = parentOf(above);
  // A module that stands in no package may be one of thousands in its folder: only a project says that they are one.
  const outermost = packageOf(own, above);
  const root = projectRootOf(path, machine);
  return [...new Set([...(outermost === undefined ? [] : [outermost]), root])].map((each) => fromCwd(each, machine));
}

/** The child of `above` on the way down to `own`. */
function packageOf(own: string, above: string): string | undefined {
  if (own === above) return undefined;
  const start = above.endsWith('/') ? above : `${above}/`;
  return `${start}${own.slice(start.length).split('/')[0]}`;
}

/** Relative where the folder lies around or below where the user is: reports read as they would have written them. */
function fromCwd(folder: string, { cwd }: Machine): string {
  if (folder === cwd) return '.';
  if (folder.startsWith(`${cwd}/`)) return folder.slice(cwd.length + 1);
  if (!cwd.startsWith(folder.endsWith('/') ? folder : `${folder}/`)) return folder;
  const depth = cwd.slice(folder.length).split('/').filter(Boolean).length;
  return Array.from({ length: depth }, () => '..').join('/');
}

/** Absolute path of the nearest folder, at or above `path`, that holds a project; the path's own folder when none does. */
export function projectRootOf(path: string, machine: Machine): string {
  const absolute = machine.absolute(path);
  const start = machine.kindOf(path) === 'directory' ? absolute : parentOf(absolute);
  for (let folder = start; ; folder = parentOf(folder)) {
    if (rootMarks.some((mark) => machine.kindOf(`${folder}/${mark}`) !== 'missing')) return folder;
    if (parentOf(folder) === folder) return start;
  }
}
