// Where a pickle ends other than by `STOP`.

import type { Ending } from './program.ts';

/** Thrown inside of the machine and caught where it runs: what it had seen stays. */
export class Broken extends Error {
  override name = 'Broken';
  readonly ending: Ending;

  constructor(ending: Ending, message: string) {
    super(message);
    this.ending = ending;
  }
}
