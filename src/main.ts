// The command `heed`: arguments and rules go in, an exit code comes out.

import { processTerminal, run, setEngineFlags } from './cli/index.ts';
import { considerations } from './rules/index.ts';

setEngineFlags(process.env);
process.exitCode = await run(process.argv.slice(2), processTerminal(), considerations);
