// From discovered files to files in memory, each with its role. What cannot be read becomes a problem and is gone from
// the rest of the scan.

import type { FileRole, Problem } from '../core/index.ts';
import { type FileKind, fileKindOf } from '../startup/index.ts';
import { type DiscoveredFile, reasonOf } from './discover.ts';
import { parentOf } from './ignore-rules.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { projectRootOf } from './project-root.ts';
import { roleChooser, roleOf } from './role.ts';

export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole;
  /** undefined: Python */
  readonly startKind: FileKind | undefined;
}

/** Larger files are data in Python's clothes; reading them would cost more memory than the whole rest of a project. */
const sizeLimit = 64 * 1024 * 1024;

export function readFiles(
  discovered: readonly DiscoveredFile[],
  options: ScanOptions,
  machine: Machine,
): { files: readonly SourceFile[]; problems: readonly Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const configuredRole = roleChooser(options.roles);
  const roots = projectRootsOf(options.paths, machine);
  const keep = (path: string, bytes: Uint8Array, startKind: FileKind | undefined): void => {
    const absolute = machine.absolute(path);
    const projectRoot = roots.find((root) => isBelow(absolute, root)) ?? machine.cwd;
    const configured = isBelow(absolute, options.root) ? configuredRole(below(absolute, options.root)) : undefined;
    files.push({ path, bytes, role: configured ?? roleOf(below(absolute, projectRoot), bytes), startKind });
  };
  for (const { path, startKind } of discovered) {
    try {
      const size = machine.sizeOf(path);
      if (size > sizeLimit) {
        const message = `the file has ${Math.round(size / 1024 / 1024)} MiB; heed reads up to ${sizeLimit / 1024 / 1024}`;
        problems.push({ kind: 'limit', path, span: undefined, message, hidesCode: true });
        continue;
      }
      keep(path, machine.readFile(path), startKind);
    } catch (error) {
      const message = `the file could not be read: ${reasonOf(error)}`;
      problems.push({ kind: 'unreadable', path, span: undefined, message, hidesCode: true });
    }
  }
  if (options.stdin !== undefined) {
    keep(options.stdin.path, options.stdin.bytes, fileKindOf(options.stdin.path));
  }
  return { files, problems };
}

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
