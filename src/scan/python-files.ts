// Which files are Python: by extension, and without one by their first line.

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
  if (hasPythonName(path)) return true;
  if (!mayBePython(path)) return false;
  try {
    return shebang.test(Buffer.from(machine.readStart(path, 128)).toString('latin1'));
  } catch {
    // Not known to be Python, so not a file that heed was asked about.
    return false;
  }
}
