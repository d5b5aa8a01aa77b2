// The command line: the one layer that prints, reads arguments and chooses exit codes. It decides nothing about code.
export { setEngineFlags } from './engine-flags.ts';
export { run } from './run.ts';
export { processTerminal, type Terminal } from './terminal.ts';
export { version } from './version.ts';
