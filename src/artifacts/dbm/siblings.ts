// Files beside a database that could be read in its place.

import type { Draft } from '../artifact.ts';
import type { Inspection } from '../inspection.ts';

/** `dbm.whichdb` looks for files in an order, and takes the first that is there and that this Python can open. */
export function tellSiblings(suffixes: readonly string[], base: string, draft: Draft, inspection: Inspection): void {
  for (const suffix of suffixes) {
    if (inspection.options.beside?.(base + suffix) === undefined) continue;
    draft.concern('dbm:other-file-first', 'unknown', { start: 0, end: 0 }, { other: base + suffix });
  }
}
