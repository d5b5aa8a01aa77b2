// Files that lie in the same folder as one that is read, for formats that have several: an index, and what it points into.

import type { ByteSource } from '../artifacts/index.ts';
import { fileSource } from './file-source.ts';
import type { Machine, OpenFile } from './machine.ts';

export interface Beside {
  /** undefined: no file of this name, or one that cannot be opened */
  readonly beside: (name: string) => ByteSource | undefined;
  /** What was opened is open until then. */
  close(): void;
}

/** Names come from hostile files: one that leads out of the folder names nothing. */
export function openBeside(path: string, machine: Machine): Beside {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const open: OpenFile[] = [];
  return {
    beside(name) {
      if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) return undefined;
      try {
        if (machine.kindOf(folder + name) !== 'file') return undefined;
        const file = machine.openFile(folder + name);
        open.push(file);
        return fileSource(file);
      } catch {
        return undefined;
      }
    },
    close() {
      for (const file of open) file.close();
    },
  };
}
