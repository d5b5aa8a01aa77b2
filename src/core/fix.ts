// What can be done about a finding: edits to the text of its file, or advice. Made where the finding is made, applied by
// `heed fix`, shown by every report.

/**
 * `safe`: the program does the same as before, for every input. `unsafe`: the same for well-formed input, while hostile or
 * malformed input is newly refused. `advice`: what the program does changes, or somebody has to choose; never applied.
 */
export type FixClass = 'safe' | 'unsafe' | 'advice';

/** Replaces a stretch of a file's UTF-8 text; an insertion when `start` is `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Several fixes may ask for this very edit, which is then made once: an import. */
  readonly isShared?: true;
}

export interface Fix {
  readonly class: FixClass;
  /** what it does, as an order: `Pass validate=True` */
  readonly title: string;
  /** in the file of the finding, by start, none overlapping; empty for mere advice and where `obstacle` is given */
  readonly edits: readonly Edit[];
  /** why the code is not plain enough to be edited */
  readonly obstacle: string | undefined;
}
