// Pickles for tests, written opcode by opcode as in listings.

import { Budget, defaultLimits, type Limits } from '../../../src/artifacts/budget.ts';
import { memorySource } from '../../../src/artifacts/index.ts';
import { type Loaded, load } from '../../../src/artifacts/pickle/loaders.ts';
import type { Event, Program } from '../../../src/artifacts/pickle/program.ts';
import { build } from '../builders/index.ts';
import { readCases } from '../listing.ts';

export function assemble(...lines: readonly string[]): Uint8Array {
  const listing = ['== a pickle', 'nothing', 'file a.pkl', ...lines.map((line) => `  ${line}`)].join('\n');
  return build(readCases(listing)[0]?.files[0]?.nodes ?? []);
}

export function loadBytes(bytes: Uint8Array, limits: Partial<Limits> = {}): Loaded {
  const budget = new Budget({ ...defaultLimits, ...limits }, () => 0);
  return load(memorySource(bytes), 0, { limit: bytes.length, budget });
}

export const loadLines = (...lines: readonly string[]): Loaded => loadBytes(assemble(...lines));

/** `import os system`, `call` … of each event. */
export function shown({ events }: Pick<Program, 'events'>): readonly string[] {
  return events.map((event: Event) =>
    event.kind === 'import' ? `import ${event.global.module} ${event.global.name}` : event.kind,
  );
}
