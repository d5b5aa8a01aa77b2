// Where a scan is, for somebody who waits: one line on standard error that is gone when the report comes. Also the
// clock behind `--timing`.

import type { Phase, Progress } from '../scan/index.ts';
import type { Terminal } from './terminal.ts';

export interface TimedProgress extends Progress {
  /** milliseconds by phase, in the order they ran */
  readonly timings: ReadonlyMap<Phase | 'report', number>;
  startReport(): void;
  finishReport(): void;
}

/** Work that takes longer than a second draws the line before it starts: analysis does not pause to draw. */
const bytesInASecond = 1_000_000;

const verbs: Readonly<Record<Phase, string>> = {
  discover: 'looking for files in',
  read: 'reading',
  parse: 'parsing',
  'find-sites': 'looking at',
  bind: 'looking at',
  judge: 'judging',
  suppress: 'judging',
  inspect: 'looking into',
  collect: 'collecting',
};

export function progressLine(terminal: Terminal): TimedProgress {
  const begun = terminal.now();
  const timings = new Map<Phase | 'report', number>();
  let current: { readonly phase: Phase | 'report'; readonly since: number } | undefined;
  let isDrawn = false;
  const stop = (): void => {
    if (current !== undefined) timings.set(current.phase, terminal.now() - current.since);
    current = undefined;
  };
  const begin = (phase: Phase | 'report'): void => {
    stop();
    current = { phase, since: terminal.now() };
  };
  return {
    timings,
    start(phase, amount, bytes = 0) {
      begin(phase);
      if (!terminal.showsProgress) return;
      if (terminal.now() - begun < 1000 && bytes < bytesInASecond) return;
      terminal.complain(`\r\x1b[K${verbs[phase]} ${amount} …`);
      isDrawn = true;
    },
    finish() {
      stop();
      if (isDrawn) terminal.complain('\r\x1b[K');
      isDrawn = false;
    },
    startReport: () => begin('report'),
    finishReport: stop,
  };
}

export function describeTimings(timings: TimedProgress['timings']): string {
  const rows = [...timings].map(
    ([phase, milliseconds]) => `${phase.padEnd(10)} ${milliseconds.toFixed(1).padStart(9)} ms\n`,
  );
  const total = [...timings.values()].reduce((sum, each) => sum + each, 0);
  return `${rows.join('')}${'total'.padEnd(10)} ${total.toFixed(1).padStart(9)} ms\n`;
}
