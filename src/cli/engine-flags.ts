// Settings of the JavaScript engine for a command that runs for seconds. They change how long a run takes, never what
// it reports.
//
// - Copying functions into their callers makes the optimising compiler work longer than the copies save in one run.
// - Replacing a function while its loop runs compiles it twice, once for the loop and once for the next call.
//
// PERFORMANCE.md has the measurements. The settings hold for all threads of the process, which is why only the command
// sets them: the library's process belongs to somebody else.

import { setFlagsFromString } from 'node:v8';

const flags = ['--max-inlined-bytecode-size-cumulative=0', '--no-use-osr'];

/** Called before any work is done. A person who sets HEED_NO_V8_FLAGS keeps the engine's defaults. */
export function setEngineFlags(environment: NodeJS.ProcessEnv): void {
  if (environment.HEED_NO_V8_FLAGS) return;
  try {
    for (const flag of flags) setFlagsFromString(flag);
  } catch {
    // Another engine, or another version of it: its defaults will do.
  }
}
