// Opens the values that a file points at. Honest ones lie beside each other; pointers that overlap would have the same bytes
// looked into again and again, and a value that is the whole file would hold itself.

import type { Draft } from './artifact.ts';
import type { Inspection } from './inspection.ts';
import type { ByteSource } from './source.ts';

/** Bytes of all values, for each byte of the file. */
const MOST = 2;
const LONGEST_NAME = 60;

export class Values {
  readonly #draft: Draft;
  readonly #inspection: Inspection;
  readonly #opened = new Set<string>();
  #left: number;

  /** `size`: of the file that holds them */
  constructor(size: number, draft: Draft, inspection: Inspection) {
    this.#draft = draft;
    this.#inspection = inspection;
    this.#left = size * MOST;
  }

  /**
   * `at` is where the value lies in the artifact's own bytes, if it does in one piece. Says whether it was opened: whatever
   * is larger than all that is left is not.
   */
  open(value: ByteSource, name: string, at: number | undefined): boolean {
    const place = `${at}:${value.size}`;
    if (value.size === 0 || (at !== undefined && this.#opened.has(place))) return true;
    if (value.size > this.#left) return false;
    this.#left -= value.size;
    this.#opened.add(place);
    const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
    this.#inspection.open(this.#draft, shown, value, at);
    return true;
  }
}
