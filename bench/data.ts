// What data files cost to look into: large ones as libraries write them (bench/data/make.py makes them in .cache, with the
// libraries that `npm run benign` installs), read as a scan reads them: by processor time in this process, warm, and of the
// command, whose peak of resident memory is what the machine has to have.
//
//   npm run build && npm run bench -- data [--only forest.pkl,torch.pt] [--rounds N]

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Budget } from '../src/artifacts/budget.ts';
import { type Artifact, type ByteSource, defaultLimits, inspect, readers } from '../src/artifacts/index.ts';
import { anyLoader } from '../src/artifacts/pickle/dialect.ts';
import { run } from '../src/artifacts/pickle/machine.ts';
import { fileSource } from '../src/scan/file-source.ts';
import { nodeMachine } from '../src/scan/machine.ts';
import { formatSpread, formatTable, type Spread, spreadOf } from './measure.ts';
import type { Benchmark } from './run.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, '../.cache/bench/data');
const python = join(here, '../.cache/benign/venv/bin/python');
const command = join(here, '../dist/heed.js');

interface Row {
  readonly name: string;
  readonly megabytes: number;
  /** of the machine that runs pickles alone, in MB/s; of pickles */
  readonly run: Spread | undefined;
  readonly opcodes: number;
  /** of everything that is done with the file, in MB/s */
  readonly inspected: Spread;
  /** of the whole command, in seconds of processor time: a process that starts, and compiles everything it runs */
  readonly command: Spread;
  /** of the command, at most, in MB */
  readonly resident: Spread;
  /** weights of what was found */
  readonly found: string;
}

export const benchmark: Benchmark<{ readonly rows: readonly Row[] }> = {
  measure({ rounds = 5, only }) {
    if (only === undefined && existsSync(python)) {
      mkdirSync(folder, { recursive: true });
      execFileSync(python, [join(here, 'data/make.py'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const names = only?.split(',') ?? (existsSync(folder) ? readdirSync(folder) : []).sort();
    return Promise.resolve({ rows: names.map((name) => measure(name, rounds)) });
  },
  print: ({ rows }) =>
    formatTable([
      ['file', 'MB', 'opcodes', 'run, MB/s', 'inspected, MB/s', 'command, s', 'resident, MB', 'found'],
      ...rows.map(({ name, megabytes, opcodes, run: ran, inspected, command: whole, resident, found }) => [
        name,
        megabytes.toFixed(1),
        ran === undefined ? '–' : opcodes.toLocaleString('en'),
        ran === undefined ? '–' : formatSpread(ran, 0),
        formatSpread(inspected, 0),
        formatSpread(whole, 2),
        formatSpread(resident, 0),
        found,
      ]),
    ]),
};

function measure(name: string, rounds: number): Row {
  const path = join(folder, name);
  const megabytes = statSync(path).size / 1e6;
  const perSecond = (milliseconds: readonly number[]) =>
    spreadOf(milliseconds.map((each) => (megabytes / each) * 1000));
  let opcodes = 0;
  let found = '';
  const ran = name.endsWith('.pkl')
    ? perSecond(
        timesOf(rounds, path, (source) => {
          const budget = new Budget(defaultLimits, () => performance.now());
          const { program } = run(source, 0, { limit: source.size, dialect: anyLoader, budget });
          if (program.ending !== 'stop') throw new Error(`${name} ends with ${program.ending}: ${program.why}`);
          opcodes = program.opcodes;
        }),
      )
    : undefined;
  const inspected = timesOf(rounds, path, (source) => {
    found = weightsIn(inspect(source, name, readers, { now: () => performance.now() }).artifacts);
  });
  const processes = Array.from({ length: rounds }, () => runCommand(path));
  return {
    name,
    megabytes,
    run: ran,
    opcodes,
    inspected: perSecond(inspected),
    command: spreadOf(processes.map(({ seconds }) => seconds)),
    resident: spreadOf(processes.map(({ resident }) => resident)),
    found,
  };
}

/** In milliseconds of processor time, which other work on the machine hardly lengthens. */
function timesOf(rounds: number, path: string, work: (source: ByteSource) => void): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const file = nodeMachine(folder).openFile(path);
    const start = process.cpuUsage();
    work(fileSource(file));
    const { user, system } = process.cpuUsage(start);
    file.close();
    return (user + system) / 1000;
  });
}

function weightsIn(artifacts: readonly Artifact[]): string {
  const counts = { dangerous: 0, unknown: 0, note: 0 };
  const waiting = [...artifacts];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const { weight } of each.concerns) counts[weight]++;
    waiting.push(...each.parts);
  }
  const words = Object.entries(counts).flatMap(([weight, count]) => (count > 0 ? [`${count} ${weight}`] : []));
  return words.join(', ') || 'nothing';
}

/** Has the main thread say, when it ends, what the process took. */
const tellUse = `import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

function runCommand(path: string): { readonly seconds: number; readonly resident: number } {
  const { status, output, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tellUse)}`, command, path],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  // 0: clean, 1: there are findings, 3: not all could be looked at.
  if (status === null || ![0, 1, 3].includes(status)) throw new Error(`heed ${path} gave ${status}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3] ?? '') as NodeJS.ResourceUsage;
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, resident: (maxRSS * 1024) / 1e6 };
}
