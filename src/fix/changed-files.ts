// The file system with some files changed, in memory: a scan reads what the files would hold.

import type { Machine, ScanOptions } from '../scan/index.ts';

/** Bytes by path, as reports write paths. */
export type ChangedFiles = ReadonlyMap<string, Uint8Array>;

/** Files as they were when they were first read: every round judges the same project, whoever writes to it meanwhile. */
export function asFirstRead(machine: Machine): Machine {
  const read = new Map<string, Uint8Array>();
  return {
    ...machine,
    readFile(path) {
      const place = machine.absolute(path);
      const bytes = read.get(place) ?? machine.readFile(path);
      read.set(place, bytes);
      return bytes;
    },
  };
}

export function withChanges(machine: Machine, changed: ChangedFiles): Machine {
  const bytesByPath = new Map([...changed].map(([path, bytes]) => [machine.absolute(path), bytes]));
  const bytesOf = (path: string) => bytesByPath.get(machine.absolute(path));
  return {
    ...machine,
    sizeOf: (path) => bytesOf(path)?.length ?? machine.sizeOf(path),
    readFile: (path) => bytesOf(path) ?? machine.readFile(path),
    readStart: (path, length) => bytesOf(path)?.subarray(0, length) ?? machine.readStart(path, length),
  };
}

/** Text from standard input changes too. */
export function withChangedStdin(options: ScanOptions, changed: ChangedFiles): ScanOptions {
  const { stdin } = options;
  const bytes = stdin === undefined ? undefined : changed.get(stdin.path);
  return stdin === undefined || bytes === undefined ? options : { ...options, stdin: { ...stdin, bytes } };
}
