// What all databases of the dbm family share: values that a shelf unpickles, and files beside one that could be read in its
// place.

import type { Draft } from '../artifact.ts';
import type { Inspection } from '../inspection.ts';
import type { ByteSource } from '../source.ts';

const LONGEST_KEY = 60;

/** Opens a value; `at` is where it lies in the artifact's own bytes, if it does in one piece. */
export function openValue(
  value: ByteSource,
  key: string,
  at: number | undefined,
  draft: Draft,
  inspection: Inspection,
): void {
  const shown = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
  if (value.size > 0) inspection.open(draft, JSON.stringify(shown), value, at);
}

/** `dbm.whichdb` looks for files in an order, and takes the first that is there and that this Python can open. */
export function tellSiblings(suffixes: readonly string[], base: string, draft: Draft, inspection: Inspection): void {
  for (const suffix of suffixes) {
    if (inspection.options.beside?.(base + suffix) === undefined) continue;
    draft.concern('dbm:other-file-first', 'unknown', { start: 0, end: 0 }, { other: base + suffix });
  }
}
