// From discovered files to code in memory and data on disk, each with its role. What cannot be read becomes a problem and
// is gone from the rest of the scan.

import { memorySource } from '../artifacts/index.ts';
import type { FileRole, Problem } from '../core/index.ts';
import { type FileKind, fileKindOf } from '../startup/index.ts';
import { claimOn } from './data-claims.ts';
import { type DiscoveredFile, kindsBy, reasonOf } from './discover.ts';
import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { projectRootOf } from './project-root.ts';
import { hasPythonName } from './python-files.ts';
import { roleChooser, roleOf } from './role.ts';

export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole;
  /** undefined: Python */
  readonly startKind: FileKind | undefined;
}

/** A file that is read in pieces, while it is inspected. */
export interface DataFile {
  readonly path: string;
  readonly role: FileRole;
  /** of what stands in no file */
  readonly bytes?: Uint8Array;
}

export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly data: readonly DataFile[];
  readonly problems: readonly Problem[];
}

/** Larger files are data in Python's clothes; reading them would cost more memory than the whole rest of a project. */
const sizeLimit = 64 * 1024 * 1024;

export function readFiles(discovered: readonly DiscoveredFile[], options: ScanOptions, machine: Machine): ReadFiles {
  const files: SourceFile[] = [];
  const data: DataFile[] = [];
  const problems: Problem[] = [];
  const configuredRole = roleChooser(options.roles);
  const roots = projectRootsOf(options.paths, machine);
  const roleFor = (path: string, bytes: Uint8Array): FileRole => {
    const absolute = machine.absolute(path);
    const projectRoot = roots.find((root) => isBelow(absolute, root)) ?? machine.cwd;
    const configured = isBelow(absolute, options.root) ? configuredRole(below(absolute, options.root)) : undefined;
    return configured ?? roleOf(below(absolute, projectRoot), bytes);
  };
  const keep = (path: string, bytes: Uint8Array, code: 'python' | FileKind): void => {
    files.push({ path, bytes, role: roleFor(path, bytes), startKind: code === 'python' ? undefined : code });
  };
  for (const { path, code, isData } of discovered) {
    if (isData) data.push({ path, role: roleFor(path, noBytes) });
    if (code === undefined) continue;
    try {
      const size = machine.sizeOf(path);
      if (size > sizeLimit) {
        const message = `the file has ${Math.round(size / 1024 / 1024)} MiB; heed reads up to ${sizeLimit / 1024 / 1024}`;
        problems.push({ kind: 'limit', path, span: undefined, message, hidesCode: true });
        continue;
      }
      keep(path, machine.readFile(path), code);
    } catch (error) {
      const message = `the file could not be read: ${reasonOf(error)}`;
      problems.push({ kind: 'unreadable', path, span: undefined, message, hidesCode: true });
    }
  }
  if (options.stdin !== undefined) {
    const { path, bytes } = options.stdin;
    const claim = hasPythonName(path) || options.isWithoutData ? undefined : claimOn(memorySource(bytes), nameOf(path));
    const { code, isData } = kindsBy(fileKindOf(path), claim, path);
    if (code !== undefined) keep(path, bytes, code);
    if (isData) data.push({ path, role: roleFor(path, noBytes), bytes });
  }
  return { files, data, problems };
}

const noBytes = new Uint8Array();
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Without repetition, the deepest first; hooks name thousands of files that share a few folders. */
function projectRootsOf(paths: readonly string[], machine: Machine): readonly string[] {
  const starts = paths.map((path) => (machine.kindOf(path) === 'directory' ? path : parentOf(machine.absolute(path))));
  const roots = new Set([...new Set(starts)].map((start) => projectRootOf(start, machine)));
  return [...roots].sort((one, other) => other.length - one.length);
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function below(path: string, folder: string): string {
  return isBelow(path, folder)
    ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1)
    : path.replace(/^\/+/, '');
}
