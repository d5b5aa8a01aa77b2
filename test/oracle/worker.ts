// One of the processes that compare files: takes batches from `run.ts`, answers file by file, so that a crash or a hang
// can be laid at the door of the file that caused it.

import { Judge, type Verdict } from './judge.ts';

export interface Task {
  readonly file: string;
  readonly answer: string | undefined;
}

export type Request =
  | { readonly kind: 'judge'; readonly tasks: readonly Task[] }
  | { readonly kind: 'reduce'; readonly file: string; readonly category: string };

export type Reply =
  | { readonly kind: 'judged'; readonly file: string; readonly verdict: Verdict }
  | { readonly kind: 'reduced'; readonly source: string }
  | { readonly kind: 'done' };

/** Milliseconds to spend on making one example small. */
const reductionBudget = 20_000;

const judge = new Judge();
const reply = (message: Reply) => process.send?.(message);

process.on('message', async (request: Request) => {
  if (request.kind === 'reduce') {
    reply({ kind: 'reduced', source: await judge.reduce(request.file, request.category, reductionBudget) });
  } else {
    for (const task of request.tasks) {
      reply({ kind: 'judged', file: task.file, verdict: await judge.judge(task.file, task.answer) });
    }
  }
  reply({ kind: 'done' });
});
