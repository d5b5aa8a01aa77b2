// What a file can import of its own project, for questions about that file alone: the files of the project around it,
// of its outermost package when it is installed somewhere, or else those beside it.

import { type Discovery, discover } from './discover.ts';
import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { markedRootOf } from './project-root.ts';
import { readFiles, type SourceFile } from './read.ts';

/** Files beside a script that belongs to no project and no package; of more, it is a drawer and not a program. */
const mostSiblings = 500;

/**
 * The file and what is around it. It goes by the path that leads to it from its project or package, so that imports
 * relative to it are found from wherever the user is. Throws `UsageError` for a path that does not exist.
 */
export function discoverAround(
  path: string,
  options: ScanOptions,
  machine: Machine,
): { readonly path: string; readonly discovery: Discovery } {
  const alone = discover({ ...options, paths: [path] }, machine);
  const [named] = alone.files;
  const around = placesAround(path, machine);
  if (named === undefined || around.length === 0) return { path: named?.path ?? path, discovery: alone };
  const found = discover({ ...options, paths: around }, machine);
  const real = machine.realPath(path);
  const name = real.slice(real.lastIndexOf('/') + 1);
  const same = found.files.find((file) => file.path.endsWith(name) && machine.realPath(file.path) === real);
  // What ignore rules leave out is looked at all the same when it is named.
  if (same !== undefined) return { path: same.path, discovery: found };
  return { path: named.path, discovery: { files: [...found.files, named], problems: found.problems } };
}

/** The code of the same, read; what cannot be read is left out. */
export function readAround(
  path: string,
  options: ScanOptions,
  machine: Machine,
): { readonly path: string; readonly files: readonly SourceFile[] } {
  const around = discoverAround(path, options, machine);
  const { files } = readFiles(around.discovery.files, options, machine);
  return { path: around.path, files: files.filter(({ startKind }) => startKind === undefined) };
}

function placesAround(path: string, machine: Machine): readonly string[] {
  const own = parentOf(machine.absolute(path));
  let above = own;
  while (machine.kindOf(`${above}/__init__.py`) === 'file' && parentOf(above) !== above) above = parentOf(above);
  const root = markedRootOf(path, machine);
  const places = root === undefined ? [] : [fromCwd(root, machine)];
  // The package's own name is a part of what its modules are called.
  if (own !== above) places.push(joined(fromCwd(above, machine), firstBelow(above, own)));
  if (places.length > 0) return places;
  const siblings = machine.readDirectory(own).filter(({ name, kind }) => kind === 'file' && name.endsWith('.py'));
  return siblings.length > mostSiblings ? [] : siblings.map(({ name }) => joined(fromCwd(own, machine), name));
}

/** The folder in `above` on the way down to `own`. */
function firstBelow(above: string, own: string): string {
  return own.slice(above.endsWith('/') ? above.length : above.length + 1).split('/')[0] as string;
}

/** Relative where the folder lies around or below where the user is: reports read as they would have written them. */
function fromCwd(folder: string, { cwd }: Machine): string {
  if (folder === cwd) return '.';
  if (folder.startsWith(`${cwd}/`)) return folder.slice(cwd.length + 1);
  if (!cwd.startsWith(folder.endsWith('/') ? folder : `${folder}/`)) return folder;
  const depth = cwd.slice(folder.length).split('/').filter(Boolean).length;
  return Array.from({ length: depth }, () => '..').join('/');
}

function joined(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
