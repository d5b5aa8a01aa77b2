// Opens one data file up, from the machine to what was found in it.

import {
  type Inspected,
  type InspectOptions,
  inspect,
  memorySource,
  type Reader,
  readers,
} from '../artifacts/index.ts';
import type { Problem } from '../core/index.ts';
import { reasonOf } from './discover.ts';
import { fileSource } from './file-source.ts';
import type { Machine, OpenFile } from './machine.ts';
import type { DataFile } from './read.ts';

/** What was found in a file; its problems have no path yet. */
export interface InspectedFile {
  readonly artifacts: Inspected['artifacts'];
  readonly problems: readonly Pick<Problem, 'kind' | 'message'>[];
  /** in bytes; undefined: the file could not be opened */
  readonly size: number | undefined;
}

export type InspectSettings = Pick<InspectOptions, 'limits' | 'hasListing' | 'trusted'>;

/** Never throws: what goes wrong with a file is a problem of that file. */
export function inspectFile(
  { path, bytes }: Pick<DataFile, 'path' | 'bytes'>,
  settings: InspectSettings,
  machine: Machine,
  from: readonly Reader[] = readers,
): InspectedFile {
  const open: OpenFile[] = [];
  const openFile = (each: string): OpenFile => {
    const file = machine.openFile(each);
    open.push(file);
    return file;
  };
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  let size: number | undefined;
  try {
    const source = bytes === undefined ? fileSource(openFile(path)) : memorySource(bytes);
    size = source.size;
    const inspected = inspect(source, name, from, {
      ...settings,
      survivesMistakes: true,
      now: () => performance.now(),
      beside(other) {
        if (bytes !== undefined || /[/\\\0]/.test(other) || other === '' || other === '.' || other === '..')
          return undefined;
        return machine.kindOf(folder + other) === 'file' ? fileSource(openFile(folder + other)) : undefined;
      },
    });
    return { ...inspected, size };
  } catch (error) {
    return { artifacts: [], problems: [problemOf(error)], size };
  } finally {
    for (const file of open) file.close();
  }
}

function problemOf(error: unknown): Pick<Problem, 'kind' | 'message'> {
  const isSystem = error instanceof Error && /^E[A-Z]+: /.test(error.message);
  if (isSystem) return { kind: 'unreadable', message: `the file could not be read: ${reasonOf(error)}` };
  const what = error instanceof Error ? error.message : String(error);
  return { kind: 'reader-crashed', message: `heed failed to read it, which is a mistake of heed: ${what}` };
}
