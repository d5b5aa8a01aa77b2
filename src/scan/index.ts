// From paths to a report. This layer finds and reads files, has them analysed, and puts the results together. It never
// prints, never reads configuration, and knows no rule: rules are handed in.
export { serveInspections } from './inspect-thread.ts';
export { type Machine, nodeMachine } from './machine.ts';
export { nearestTo } from './nearest.ts';
export { openFile } from './open-file.ts';
export type { ScanOptions } from './options.ts';
export type { Phase, Progress } from './progress.ts';
export { projectRootOf } from './project-root.ts';
export { isPython } from './python-files.ts';
export { scan } from './scan.ts';
export { readAround } from './surroundings.ts';
export { serveThread } from './threads.ts';
