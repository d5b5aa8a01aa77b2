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
import { openBeside } from './beside.ts';
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
  const around = bytes === undefined ? openBeside(path, machine) : undefined;
  let file: OpenFile | undefined;
  let size: number | undefined;
  try {
    if (bytes === undefined) file = machine.openFile(path);
    const source = file === undefined ? memorySource(bytes ?? new Uint8Array()) : fileSource(file);
    size = source.size;
    const inspected = inspect(source, path.slice(path.lastIndexOf('/') + 1), from, {
      ...settings,
      survivesMistakes: true,
      now: () => performance.now(),
      ...(around === undefined ? {} : { beside: around.beside }),
    });
    return { ...inspected, size };
  } catch (error) {
    return { artifacts: [], problems: [problemOf(error)], size };
  } finally {
    file?.close();
    around?.close();
  }
}

function problemOf(error: unknown): Pick<Problem, 'kind' | 'message'> {
  const isSystem = error instanceof Error && /^E[A-Z]+: /.test(error.message);
  if (isSystem) return { kind: 'unreadable', message: `the file could not be read: ${reasonOf(error)}` };
  const what = error instanceof Error ? error.message : String(error);
  return { kind: 'reader-crashed', message: `heed failed to read it, which is a mistake of heed: ${what}` };
}
