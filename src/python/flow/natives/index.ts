// The library calls that the engine runs itself, by canonical name: what changes objects in the heap, what calls back
// into the project's code, and what keeps values that it gives out again.

import { listNatives } from './lists.ts';
import type { Native } from './native.ts';

const natives: ReadonlyMap<string, Native> = new Map(Object.entries({ ...listNatives }));

export function findNative(name: string): Native | undefined {
  return natives.get(name);
}
