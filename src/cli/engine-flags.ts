// A setting of the JavaScript engine for a command that runs for seconds. It changes how long a run takes, never what
// it reports.
//
// Copying functions into their callers makes the optimising compiler work longer than the copies save in one run. Replacing
// a function while its loop runs (on-stack replacement) stays on: without it, the one loop over a large data file never
// gets optimised.
//
// PERFORMANCE.md has the measurements. The setting holds for all threads of the process, which is why only the command
// makes it: the library's process belongs to somebody else.

import { setFlagsFromString } from 'node:v8';

const flag = '--max-inlined-bytecode-size-cumulative=0';

/** Called before any work is done. A person who sets HEED_NO_V8_FLAGS keeps the engine's defaults. */
export function setEngineFlags(environment: NodeJS.ProcessEnv): void {
  if (environment.HEED_NO_V8_FLAGS) return;
  try {
    setFlagsFromString(flag);
  } catch {
    // Another engine, or another version of it: its defaults will do.
  }
}
