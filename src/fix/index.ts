// Mends what a scan finds: takes the fixes that findings carry, makes them in memory, judges again, and keeps what is
// proved good. This layer never writes a file and knows no rule.

export type { ChangedFile, Fixed, FixOutcome } from './fix-project.ts';
export { fixProject, isAbout } from './fix-project.ts';
export { unifiedDiff } from './unified-diff.ts';
