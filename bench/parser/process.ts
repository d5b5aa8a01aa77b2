// The process in which one parser is timed. It reads the whole corpus first and keeps it in memory, so that only parsing
// is counted; then it parses all of it each time it is told to.

import { readFileSync } from 'node:fs';

/** A parser that takes part. `prepare` turns bytes into what the parser takes; it is not timed. */
export interface Contestant<Source> {
  readonly version: string;
  readonly settings: string;
  prepare(bytes: Uint8Array): Source;
  /** Parses one file and returns a number that proves it: of nodes, or of the length covered. */
  parse(source: Source): number;
  /** Work that belongs to a start, as the product does it; counted in a cold run. */
  warmUp?(): void;
}

export interface Pass {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly sum: number;
}

export type Message =
  | { readonly kind: 'ready'; readonly version: string; readonly settings: string }
  | ({ readonly kind: 'pass' } & Pass);

/** Reads the list of files that the last argument names, then serves passes until the parent hangs up. */
export function serve<Source>(contestant: Contestant<Source>): void {
  const list = process.argv.at(-1) as string;
  const files = readFileSync(list, 'utf8').split('\n');
  const sources = files.map((file) => contestant.prepare(readFileSync(file)));
  let isFirst = true;
  process.on('message', () => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    if (isFirst) contestant.warmUp?.();
    isFirst = false;
    let sum = 0;
    for (const source of sources) sum += contestant.parse(source);
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    send({ kind: 'pass', milliseconds, cpuMilliseconds: (user + system) / 1000, sum });
  });
  process.on('disconnect', () => process.exit(0));
  send({ kind: 'ready', version: contestant.version, settings: contestant.settings });
}

function send(message: Message): void {
  process.send?.(message);
}
