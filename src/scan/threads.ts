// Large scans are judged by two threads. Each prepares all files (a thread cannot lend its trees to another), then both
// take parts from one counter until none is left. A part's verdicts do not depend on who judges it, and they are put
// together in the parts' order, so the report is the same with one thread or two.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Rule } from '../rulekit/index.ts';
import { type AnalyseOptions, type Analysis, analyse, type InputFile, prepare, together } from './analyse.ts';

/** Below this, starting a thread and preparing twice takes longer than it saves. */
const BYTES_WORTH_A_THREAD = 6 * 1024 * 1024;

/** What the second thread is told. */
interface Order {
  readonly files: readonly InputFile[];
  readonly options: Pick<AnalyseOptions, 'target' | 'threatModel' | 'sanitizers'>;
  /** the next part that nobody has taken */
  readonly next: SharedArrayBuffer;
}

type Answer = readonly (readonly [part: number, analysis: Analysis])[];

export async function analyseInThreads(
  files: readonly InputFile[],
  rules: readonly Rule[],
  options: AnalyseOptions,
): Promise<Analysis> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const bundle = new URL('./worker.js', import.meta.url);
  const isSmall = bytes < BYTES_WORTH_A_THREAD || options.explain !== undefined;
  if (isSmall || !existsSync(fileURLToPath(bundle))) return analyse(files, rules, options);

  const next = new SharedArrayBuffer(4);
  const worker = new Worker(bundle);
  try {
    const answer = new Promise<Answer>((resolve) => {
      worker.once('message', resolve);
      // A thread that dies has judged nothing: its parts are judged here.
      worker.once('error', () => resolve([]));
    });
    const { target, threatModel, sanitizers = [] } = options;
    worker.postMessage({ files, options: { target, threatModel, sanitizers }, next } satisfies Order);

    const prepared = prepare(files, rules, options);
    options.onStep?.('judge');
    const analyses = new Map(takeParts(prepared, next));
    for (const [part, analysis] of await answer) analyses.set(part, analysis);
    return together(
      prepared,
      Array.from({ length: prepared.partCount }, (_, part) => analyses.get(part) ?? prepared.judge(part)),
    );
  } finally {
    await worker.terminate();
  }
}

/** The second thread's whole life: one order, one answer. */
export function serveThread(port: MessagePort, rules: readonly Rule[]): void {
  port.once('message', ({ files, options, next }: Order) => {
    port.postMessage([...takeParts(prepare(files, rules, options), next)] satisfies Answer);
  });
}

function* takeParts(prepared: ReturnType<typeof prepare>, next: SharedArrayBuffer): Iterable<[number, Analysis]> {
  const counter = new Int32Array(next);
  for (let part = Atomics.add(counter, 0, 1); part < prepared.partCount; part = Atomics.add(counter, 0, 1)) {
    yield [part, prepared.judge(part)];
  }
}
