// How a scan tells where it is. The phases are the words of `scan.ts`, of the steps of
// `analyse.ts`, of `--timing` and of the progress line.

import type { Step } from './analyse.ts';

export type Phase = 'discover' | 'read' | Step | 'inspect' | 'collect';

export interface Progress {
  /** A phase starts. `amount` is what it has to do, for people (`1,204 files`); `bytes` lets the listener guess how long. */
  start(phase: Phase, amount: string, bytes?: number): void;
  /** Called once, when the last phase is over. */
  finish(): void;
}

export const silentProgress: Progress = { start: () => {}, finish: () => {} };
