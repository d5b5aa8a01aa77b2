// The one table of who counts as hostile. A remote peer always does. Whether files, variables and arguments are in
// someone else's hand depends on what the project is: the user of a command-line tool or a notebook gives arguments to
// a program that runs with their own rights, and can do no more through it than without it.

import type { ThreatModel } from '../core/index.ts';
import type { Provenance } from '../models/index.ts';

const hostile: Readonly<Record<ThreatModel, ReadonlySet<Provenance>>> = {
  web: new Set<Provenance>(['network', 'file', 'environment', 'argument']),
  library: new Set<Provenance>(['network', 'file', 'environment', 'argument']),
  cli: new Set<Provenance>(['network', 'file', 'environment']),
  notebook: new Set<Provenance>(['network', 'file', 'environment']),
};

export function isHostile(provenance: Provenance, threatModel: ThreatModel): boolean {
  return hostile[threatModel].has(provenance);
}

/** From harmless to worst: a value made of several parts comes from the worst of them. */
const ranks: Readonly<Record<Provenance, number>> = {
  constant: 0,
  shipped: 1,
  parameter: 2,
  unknown: 3,
  stored: 4,
  argument: 5,
  environment: 6,
  file: 7,
  network: 8,
};

export function rankOf(provenance: Provenance): number {
  return ranks[provenance];
}
