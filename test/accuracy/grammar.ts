// Programs that are put together from sources, propagations, guards and sinks.

import type { Program } from './program.ts';

export function generatePrograms(): Program[] {
  return [];
}
