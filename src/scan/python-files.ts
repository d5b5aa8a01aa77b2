// Which files are Python: by extension, and without one by their first line. Which of the others start Python is told by
// their names, or by the same first line.

import { type FileKind, fileKindByStart, fileKindOf, isText } from '../startup/index.ts';
import type { Machine } from './machine.ts';

export function hasPythonName(path: string): boolean {
  return /\.(?:py|pyw|pyi)$/i.test(path);
}

/** Whether the name leaves it possible: one with another extension is something else. */
export function mayBePython(path: string): boolean {
  return hasPythonName(path) || !path.slice(path.lastIndexOf('/') + 1).includes('.');
}

/** `#!/usr/bin/env python3` and the like; `uv run --script` counts. */
const shebang = /^#![^\n]*\b(?:python|pypy|uv\s+run)/;

export function isPython(path: string, machine: Machine): boolean {
  return kindOfFile(path, machine) === 'python';
}

/** undefined: neither Python nor anything that starts it. */
export function kindOfFile(path: string, machine: Machine): 'python' | FileKind | undefined {
  if (hasPythonName(path)) return 'python';
  const named = fileKindOf(path);
  if (named !== undefined && named !== 'path-file') return named;
  if (named === undefined && !mayBePython(path)) return undefined;
  let start: string;
  try {
    start = Buffer.from(machine.readStart(path, 128)).toString('latin1');
  } catch {
    // Not known to be Python, so not a file that heed was asked about.
    return undefined;
  }
  // Models of PyTorch bear the name of path files, which are text.
  if (named !== undefined) return isText(start) ? named : undefined;
  return shebang.test(start) ? 'python' : fileKindByStart(start);
}
