// The thread that data files are inspected in. It works off a list, and its clock tells the main thread, which may be busy
// meanwhile, what it is at and since when.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Reader } from '../artifacts/index.ts';
import { invariant } from '../core/index.ts';
import { type InspectedFile, type InspectSettings, inspectFile } from './inspect-files.ts';
import { nodeMachine } from './machine.ts';
import type { DataFile } from './read.ts';

/** What the thread is told when it is started. */
export interface InspectOrder {
  readonly cwd: string;
  readonly settings: InspectSettings;
  readonly files: readonly (Pick<DataFile, 'path' | 'bytes'> & { readonly number: number })[];
  /** two numbers of 64 bits, which {@link readClock} reads */
  readonly clock: SharedArrayBuffer;
}

/** What is found in each file, as soon as it is; then `done`. */
export type InspectAnswer = { readonly number: number; readonly found: InspectedFile } | 'done';

/** Which file is looked at, and since when in milliseconds; undefined: none yet. */
export function readClock(clock: SharedArrayBuffer): { readonly number: number; readonly since: number } | undefined {
  const [number, since] = [0, 1].map((at) => Number(Atomics.load(new BigInt64Array(clock), at))) as [number, number];
  return since === 0 ? undefined : { number, since };
}

/** The thread's whole life: one order, an answer for each file. */
export function serveInspections(readers?: readonly Reader[]): void {
  invariant(parentPort !== null, 'this runs as a worker thread only');
  const port: MessagePort = parentPort;
  const { cwd, settings, files, clock } = workerData as InspectOrder;
  const machine = nodeMachine(cwd);
  const now = new BigInt64Array(clock);
  for (const file of files) {
    Atomics.store(now, 0, BigInt(file.number));
    Atomics.store(now, 1, BigInt(Date.now()));
    port.postMessage({
      number: file.number,
      found: inspectFile(file, settings, machine, readers),
    } satisfies InspectAnswer);
  }
  port.postMessage('done' satisfies InspectAnswer);
}
