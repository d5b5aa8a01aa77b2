// Whether a file may be data that heed reads. Told by its content alone, whatever it is called: every reader glances at it.

import { type ByteSource, type InspectOptions, readers } from '../artifacts/index.ts';
import { openBeside } from './beside.ts';
import { createGlance } from './file-source.ts';
import type { Machine } from './machine.ts';

/** `certain`: a signature that nothing else bears; `perhaps`: a loader would take it for what it loads. */
export type Claim = 'certain' | 'perhaps';

/** Looks at files one after the other. Throws what the machine throws. */
export function createClaims(machine: Machine): (path: string) => Claim | undefined {
  const glance = createGlance();
  return (path) => {
    const around = openBeside(path, machine);
    const file = machine.openFile(path);
    try {
      return claimOn(glance(file), path.slice(path.lastIndexOf('/') + 1), around.beside);
    } finally {
      file.close();
      around.close();
    }
  };
}

/** The strongest that any reader makes. */
export function claimOn(source: ByteSource, name: string, beside?: InspectOptions['beside']): Claim | undefined {
  if (source.size === 0) return undefined;
  let strongest: Claim | undefined;
  for (const reader of readers) {
    const claim = reader.sniff(source, name, beside);
    if (claim === 'certain') return claim;
    strongest ??= claim;
  }
  return strongest;
}
