// The world outside as the command line sees it: where text goes, what the environment says, and the file system. Tests
// put their own in its place.

import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Machine, nodeMachine } from '../scan/index.ts';

export interface Terminal {
  readonly machine: Machine;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** columns of standard output when it is a terminal */
  readonly columns: number | undefined;
  /** standard error is a terminal: progress may be drawn there */
  readonly showsProgress: boolean;
  /** Writes to standard output: reports and answers, nothing else. */
  print(text: string): void;
  /** Writes to standard error. */
  complain(text: string): void;
  readStdin(): Uint8Array;
  writeFile(path: string, content: string | Uint8Array): void;
  /** Why `writeFile` would fail, as far as can be told without writing; `undefined`: it looks possible. */
  whyUnwritable(path: string): string | undefined;
  /** milliseconds, for `--timing` */
  now(): number;
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`heed | head`) closes the pipe: no reason for a stack trace.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const cwd = process.cwd();
  return {
    machine: nodeMachine(cwd),
    environment: process.env,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    showsProgress: process.stderr.isTTY === true,
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    readStdin: () => readFileSync(0),
    writeFile: (path, content) => writeFileSync(resolve(cwd, path), content),
    whyUnwritable: (path) => whyUnwritable(resolve(cwd, path)),
    now: () => performance.now(),
  };
}

export function whyUnwritable(path: string): string | undefined {
  const folder = dirname(path);
  let isNew = true;
  try {
    const above = statSync(folder, { throwIfNoEntry: false });
    if (above === undefined) return `there is no folder ${folder}`;
    if (!above.isDirectory()) return `${folder} is not a folder`;
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) return 'it is a folder';
    isNew = status === undefined;
    accessSync(isNew ? folder : path, constants.W_OK);
    return undefined;
  } catch (error) {
    // A file in the place of a folder further up.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return `there is no folder ${folder}`;
    return isNew ? `the folder ${folder} is not yours to write in` : 'the file is not yours to write';
  }
}
