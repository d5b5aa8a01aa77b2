// `npm run bench -- NAME [--json]`: runs one benchmark. A benchmark is a file of this folder that exports `benchmark`;
// it prints progress to stderr and returns figures, which are printed as JSON or as the text it makes of them.

import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

export interface BenchmarkOptions {
  /** Rounds of each measurement; a benchmark chooses when it is not given. */
  readonly rounds: number | undefined;
  /** names, separated by commas, of what is measured; those of the benchmark when it is not given */
  readonly only?: string | undefined;
}

export interface Benchmark<Figures> {
  measure(options: BenchmarkOptions): Promise<Figures>;
  print(figures: Figures): string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string' }, only: { type: 'string' } },
});
const [name] = positionals;
if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(new URL(`${name}.ts`, import.meta.url))) {
  console.error(
    'usage: npm run bench -- NAME [--json] [--rounds N] [--only NAMES]   where bench/NAME.ts exists, for example: parser',
  );
  process.exit(2);
}

const { benchmark } = (await import(`./${name}.ts`)) as { benchmark: Benchmark<object> };
const figures = await benchmark.measure({
  rounds: values.rounds === undefined ? undefined : Number(values.rounds),
  only: values.only,
});
const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
};
if (values.json) console.log(JSON.stringify({ benchmark: name, machine, ...figures }, null, 2));
else {
  const { date, processor, cores, memory, node } = machine;
  console.log(`${date}, ${processor}, ${cores} cores, ${memory}, Node ${node}\n\n${benchmark.print(figures)}`);
}
