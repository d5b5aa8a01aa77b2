// The world outside as the command line sees it: where text goes, what the environment says, and the file system. Tests
// put their own in its place.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
  writeFile(path: string, text: string): void;
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
    writeFile: (path, text) => writeFileSync(resolve(cwd, path), text),
    now: () => performance.now(),
  };
}
