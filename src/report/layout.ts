// How text for people is laid out: colours, width, and how much of a trace is shown.

import type { Style } from './style.ts';

export interface Layout {
  readonly style: Style;
  /** how wide the terminal is */
  readonly columns: number;
  /** every step of a trace with its code; otherwise one line */
  readonly expandsTraces: boolean;
}
