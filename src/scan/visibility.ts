// Whether a file can hold a site at all. What the index found decides; a file without candidates is never bound, and
// counts as analysed: that nothing in it is spelled like anything a rule listens to is a proof.

import type { FileIndex } from './file-index.ts';
import type { TriggerTable } from './triggers.ts';

export function mayHoldSite(index: FileIndex, table: TriggerTable): boolean {
  return (
    index.calls.length > 0 ||
    index.mentions.length > 0 ||
    index.stores.length > 0 ||
    index.setters.length > 0 ||
    (index.classes.length > 0 && table.class.size > 0) ||
    index.hasComparedName ||
    (index.isDynamic && index.namelessCalls.length > 0)
  );
}
