// Hands files to worker processes. A worker that dies or falls silent is replaced, and the file it was busy with is
// reported instead of being lost.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { differenceAt } from './difference.ts';
import type { Verdict } from './judge.ts';
import type { Reply, Request, Task } from './worker.ts';

export interface SizedTask extends Task {
  readonly size: number;
}

/** Longer than the slowest file takes, CPython's start included. */
const silence = 180_000;
const batchSize = 512 * 1024;
const batchLength = 100;

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

export async function judgeAll(
  tasks: readonly SizedTask[],
  workers: number,
  onVerdict: (file: string, verdict: Verdict) => void,
): Promise<void> {
  const left = [...tasks].reverse();
  const nextBatch = () => {
    const batch: SizedTask[] = [];
    for (let size = 0; left.length > 0 && size < batchSize && batch.length < batchLength; ) {
      const task = left.pop() as SizedTask;
      batch.push(task);
      size += task.size;
    }
    return batch;
  };
  const work = async () => {
    let worker = startWorker();
    for (let batch = nextBatch(); batch.length > 0; ) {
      const unanswered = new Map(batch.map((task) => [task.file, task]));
      const request: Request = { kind: 'judge', tasks: batch.map(({ file, answer }) => ({ file, answer })) };
      const failure = await converse(worker, request, (reply) => {
        if (reply.kind !== 'judged') return;
        unanswered.delete(reply.file);
        onVerdict(reply.file, reply.verdict);
      });
      if (failure === undefined) {
        batch = nextBatch();
        continue;
      }
      worker.kill('SIGKILL');
      worker = startWorker();
      const [culprit, ...others] = unanswered.values();
      if (culprit !== undefined) onVerdict(culprit.file, lost(failure, culprit));
      batch = others.length > 0 ? others : nextBatch();
    }
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** For each file a small source with the same difference; empty when none was found in time. */
export async function reduceAll(requests: readonly { file: string; category: string }[]): Promise<string[]> {
  let worker = startWorker();
  const sources: string[] = [];
  for (const { file, category } of requests) {
    let source = '';
    const failure = await converse(worker, { kind: 'reduce', file, category }, (reply) => {
      if (reply.kind === 'reduced') source = reply.source;
    });
    sources.push(source);
    if (failure === undefined) continue;
    worker.kill('SIGKILL');
    worker = startWorker();
  }
  worker.disconnect();
  return sources;
}

function startWorker(): ChildProcess {
  // V8 does not let a tree walk or CPython's own recursion go deep on its default stack.
  return fork(script, {
    execArgv: [...process.execArgv, '--stack-size=3900'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
}

/** Sends one request and takes replies until the last; what went wrong otherwise. */
function converse(
  worker: ChildProcess,
  request: Request,
  onReply: (reply: Reply) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let complaint = '';
    const finish = (failure: string | undefined) => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('exit');
      worker.stderr?.removeAllListeners('data');
      resolve(failure);
    };
    let timer = setTimeout(() => finish('no answer in time'), silence);
    worker.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    worker.on('message', (reply: Reply) => {
      clearTimeout(timer);
      if (reply.kind === 'done') return finish(undefined);
      onReply(reply);
      timer = setTimeout(() => finish('no answer in time'), silence);
    });
    worker.on('exit', (code, signal) => finish(`the process ended (${signal ?? code}) ${lastLine(complaint)}`));
    worker.send(request);
  });
}

function lastLine(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => /error/i.test(line));
  return (lines.at(-1) ?? '').slice(0, 200);
}

/** Without CPython's answer the fault may be CPython's; with it, only heed was at work. */
function lost(failure: string, task: Task): Verdict {
  const outcome = task.answer === undefined ? 'unable' : 'unequal';
  return { outcome, answer: task.answer ?? '', differences: [differenceAt(failure, 0, '', [])] };
}
