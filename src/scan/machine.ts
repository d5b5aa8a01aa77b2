// The file system as scanning needs it. One small interface, so that discovery can be tested on made-up trees and
// everything above it stays free of `node:fs`. Calls are synchronous: thousands of small files are read faster so, and
// the order of results never depends on timing.

import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';

interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** Every method throws what `node:fs` throws; callers turn that into problems. */
export interface Machine {
  /** The folder that relative paths start from; absolute, with forward slashes. */
  readonly cwd: string;
  /** Absolute path with forward slashes. */
  absolute(path: string): string;
  kindOf(path: string): 'file' | 'directory' | 'missing' | 'other';
  sizeOf(path: string): number;
  realPath(path: string): string;
  readDirectory(path: string): readonly DirectoryEntry[];
  readFile(path: string): Uint8Array;
  /** The first bytes of a file, at most `length`. */
  readStart(path: string, length: number): Uint8Array;
  openFile(path: string): OpenFile;
}

/** A file that is read in pieces. Whoever opens it closes it. */
export interface OpenFile {
  /** in bytes */
  size(): number;
  /** Fills `into` from `position` on, as far as the file goes; how many bytes were read. */
  read(into: Uint8Array, position: number): number;
  close(): void;
}

export function nodeMachine(cwd: string): Machine {
  const absolute = (path: string): string => toSlashes(resolve(cwd, path));
  return {
    cwd: toSlashes(resolve(cwd)),
    absolute,
    kindOf(path) {
      const status = statusOf(absolute(path));
      if (status === undefined) return 'missing';
      if (status.isFile()) return 'file';
      return status.isDirectory() ? 'directory' : 'other';
    },
    sizeOf: (path) => statSync(absolute(path)).size,
    realPath: (path) => toSlashes(realpathSync(absolute(path))),
    readDirectory(path) {
      const entries = readdirSync(absolute(path), { withFileTypes: true });
      return entries.map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other',
      }));
    },
    readFile: (path) => readFileSync(absolute(path)),
    readStart(path, length) {
      const file = openSync(absolute(path), 'r');
      try {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
      } finally {
        closeSync(file);
      }
    },
    openFile(path) {
      const file = openSync(absolute(path), 'r');
      return {
        size: () => fstatSync(file).size,
        read(into, position) {
          let done = 0;
          while (done < into.length) {
            const count = readSync(file, into, done, into.length - done, position + done);
            if (count === 0) break;
            done += count;
          }
          return done;
        },
        close: () => closeSync(file),
      };
    },
  };
}

/** Windows separators become `/`, so that paths in reports are the same everywhere. */
function toSlashes(path: string): string {
  return path.includes('\\') && process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** undefined: nothing of this name, be it that a file stands where a folder would have to be (`setup.py/x`). */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
