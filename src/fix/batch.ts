// A set of fixes that can be made together: none touches what another one edits. Of those that do, the first in the
// source goes first, and the others come in the next round.

import type { Edit, Finding, Fix } from '../core/index.ts';
import { collide, inOrder } from '../python/edits/index.ts';

export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Candidates in the order of findings: by path and place. */
export function nextBatch(candidates: readonly Candidate[]): readonly Candidate[] {
  const batch: Candidate[] = [];
  const editsByPath = new Map<string, Edit[]>();
  for (const candidate of candidates) {
    const { finding, fix } = candidate;
    const others = editsByPath.get(finding.path) ?? [];
    if (fix.edits.some((edit) => others.some((other) => collide(edit, other)))) continue;
    batch.push(candidate);
    editsByPath.set(finding.path, [...others, ...fix.edits]);
  }
  return batch;
}

/** All edits of a batch, by path. */
export function editsOf(batch: readonly Candidate[]): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, readonly Edit[]>();
  for (const { finding, fix } of batch) edits.set(finding.path, [...(edits.get(finding.path) ?? []), ...fix.edits]);
  return new Map([...edits].map(([path, each]) => [path, inOrder(each)]));
}
