// Has data files inspected in a thread of their own, beside the code that is judged in this one. It is ended when a file
// takes it too long or too much memory, and started again for the others. Small files get it too: hostile ones are small.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { defaultLimits } from '../artifacts/index.ts';
import { type InspectedFile, type InspectSettings, inspectFile } from './inspect-files.ts';
import { type InspectAnswer, type InspectOrder, readClock } from './inspect-thread.ts';
import type { Machine } from './machine.ts';
import type { DataFile } from './read.ts';

export interface InspectionThread {
  readonly bundle: URL;
  /** milliseconds that a reader may take longer than its limit before its thread is ended */
  readonly grace: number;
  /** mebibytes of objects; bytes that are kept are limited by the budget */
  readonly memory: number;
}

const usualThread: InspectionThread = {
  bundle: new URL('./inspector.js', import.meta.url),
  grace: 5000,
  memory: 512,
};

export interface Inspections {
  /** of each file in its order; never rejects */
  readonly found: Promise<readonly InspectedFile[]>;
  /** Ends what has not ended. */
  stop(): void;
}

export function startInspections(
  files: readonly DataFile[],
  settings: InspectSettings,
  machine: Machine,
  thread: InspectionThread = usualThread,
): Inspections {
  // Run from its sources, as tests do, heed has no bundle.
  if (files.length === 0 || !existsSync(fileURLToPath(thread.bundle))) {
    return { found: Promise.resolve(files.map((file) => inspectFile(file, settings, machine))), stop: () => {} };
  }
  const state: State = { files, settings, machine, thread, found: new Map(), worker: undefined, isStopped: false };
  return {
    found: inspectAll(state),
    stop() {
      state.isStopped = true;
      void state.worker?.terminate();
    },
  };
}

interface State {
  readonly files: readonly DataFile[];
  readonly settings: InspectSettings;
  readonly machine: Machine;
  readonly thread: InspectionThread;
  readonly found: Map<number, InspectedFile>;
  worker: Worker | undefined;
  isStopped: boolean;
}

async function inspectAll(state: State): Promise<readonly InspectedFile[]> {
  const { files, found, settings, machine } = state;
  while (found.size < files.length && !state.isStopped) {
    const lost = await runThread(state);
    if (lost === undefined) continue;
    // Without a file to blame, the thread itself cannot be had.
    if (lost.number === undefined) break;
    if (!found.has(lost.number)) {
      found.set(lost.number, { artifacts: [], problems: [{ kind: 'limit', message: lost.why }], size: 0 });
    }
  }
  const nothing: InspectedFile = { artifacts: [], problems: [], size: undefined };
  return files.map(
    (file, number) => found.get(number) ?? (state.isStopped ? nothing : inspectFile(file, settings, machine)),
  );
}

/** Until all is done, or a file has cost the thread its life. */
function runThread(state: State): Promise<{ readonly number: number | undefined; readonly why: string } | undefined> {
  const { files, found, settings, machine, thread } = state;
  const clock = new SharedArrayBuffer(16);
  const order: InspectOrder = {
    cwd: machine.cwd,
    settings,
    files: files.flatMap(({ path, bytes }, number) =>
      found.has(number) ? [] : [{ path, number, ...(bytes === undefined ? {} : { bytes }) }],
    ),
    clock,
  };
  const longest = (settings.limits?.time ?? defaultLimits.time) + thread.grace;
  return new Promise((resolve) => {
    const worker = new Worker(thread.bundle, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: thread.memory },
    });
    state.worker = worker;
    const end = (lost: { readonly why: string } | undefined): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(lost === undefined ? undefined : { number: readClock(clock)?.number, why: lost.why });
    };
    const watch = setInterval(() => {
      const at = readClock(clock);
      if (at !== undefined && Date.now() - at.since > longest) {
        end({ why: `it took more than ${Math.round(longest / 1000)} seconds; it was not looked at` });
      }
    }, 100);
    worker.on('message', (answer: InspectAnswer) => {
      if (answer === 'done') end(undefined);
      else found.set(answer.number, answer.found);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const why = isMemory
        ? `it took more than ${thread.memory} MiB of memory`
        : `heed stumbled over it (${error.message})`;
      end({ why: `${why}; it was not looked at` });
    });
    worker.once('exit', () => end({ why: 'heed stumbled over it; it was not looked at' }));
  });
}
