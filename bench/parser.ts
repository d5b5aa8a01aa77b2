// Throughput of heed's parser beside @lezer/python, tree-sitter and Pyright's parser, on CPython's library, on one thread.
// Each parser has its own process, which holds the whole corpus in memory: neither reading nor the decoding of bytes to
// the strings that the others take is counted.
//
//   warm  the processes stay; in each round each parses the corpus once, in turns; the first, cold pass is not counted
//   cold  a fresh process for each pass, in turns: what one run of a command-line tool sees
//
// Ruff, when it is installed, is a point of reference for the cold figures: its wall time for linting the same files.

import { type ChildProcess, execFileSync, fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findLibrary, type Library } from './library.ts';
import { formatSpread, formatTable, interleave, type Spread, spreadOf, timesFaster } from './measure.ts';
import type { Message, Pass } from './parser/process.ts';
import type { Benchmark } from './run.ts';

const contestants = ['heed', 'heed-borrowed', 'lezer', 'tree-sitter', 'pyright'].map((name) => ({ name }));
const peers = fileURLToPath(new URL('peers', import.meta.url));
const workFolder = fileURLToPath(new URL('../.cache/bench', import.meta.url));

interface Timing {
  /** milliseconds for the corpus, round by round */
  readonly milliseconds: readonly number[];
  readonly megabytesPerSecond: Spread;
  readonly cpuMilliseconds: Spread;
}

interface Row {
  readonly name: string;
  readonly version: string;
  readonly settings: string;
  readonly warm: Timing;
  readonly cold: Timing;
  /** of the whole cold process, start and reading included */
  readonly coldProcessMilliseconds: Spread;
  /** how many times faster heed was, round by round */
  readonly heedIsFasterWarm: Spread;
  readonly heedIsFasterCold: Spread;
}

interface Figures {
  readonly corpus: { readonly name: string; readonly files: number; readonly megabytes: number };
  readonly rounds: { readonly warm: number; readonly cold: number };
  readonly parsers: readonly Row[];
  readonly ruff: { readonly version: string; readonly command: string; readonly milliseconds: Spread } | undefined;
}

export const benchmark: Benchmark<Figures> = {
  async measure(options) {
    const library = findLibrary();
    const list = path.join(workFolder, 'library.txt');
    const rounds = { warm: options.rounds ?? 9, cold: options.rounds ?? 5 };
    mkdirSync(workFolder, { recursive: true });
    writeFileSync(list, library.files.join('\n'));
    installPeers();
    await bundle();

    const warm = await measureWarm(list, rounds.warm);
    const cold = await measureCold(list, rounds.cold);
    const megabytes = library.bytes / 1e6;
    const wall = (passes: readonly Pass[]) => passes.map((pass) => pass.milliseconds);
    const timing = (passes: readonly Pass[]): Timing => ({
      milliseconds: wall(passes),
      megabytesPerSecond: spreadOf(passes.map((pass) => (megabytes / pass.milliseconds) * 1000)),
      cpuMilliseconds: spreadOf(passes.map((pass) => pass.cpuMilliseconds)),
    });
    const rows = contestants.map(({ name }): Row => {
      const warmPasses = warm.passes.get(name) ?? [];
      const coldPasses = cold.get(name) ?? [];
      const { version, settings } = warm.about.get(name) as { version: string; settings: string };
      return {
        name,
        version,
        settings,
        warm: timing(warmPasses),
        cold: timing(coldPasses),
        coldProcessMilliseconds: spreadOf(coldPasses.map((pass) => pass.processMilliseconds)),
        heedIsFasterWarm: timesFaster(wall(warm.passes.get('heed') ?? []), wall(warmPasses)),
        heedIsFasterCold: timesFaster(wall(cold.get('heed') ?? []), wall(coldPasses)),
      };
    });
    return {
      corpus: { name: `CPython ${library.version} standard library`, files: library.files.length, megabytes },
      rounds,
      parsers: rows,
      ruff: measureRuff(library, rounds.cold),
    };
  },

  print({ corpus, rounds, parsers, ruff }) {
    const table = formatTable([
      ['', 'warm MB/s', 'heed is', 'CPU ms', 'cold MB/s', 'heed is', 'CPU ms', 'whole process, ms'],
      ...parsers.map((row) => [
        row.name,
        formatSpread(row.warm.megabytesPerSecond, 1),
        times(row.heedIsFasterWarm, row.name),
        row.warm.cpuMilliseconds.median.toFixed(0),
        formatSpread(row.cold.megabytesPerSecond, 1),
        times(row.heedIsFasterCold, row.name),
        row.cold.cpuMilliseconds.median.toFixed(0),
        formatSpread(row.coldProcessMilliseconds, 0),
      ]),
    ]);
    const reference =
      ruff === undefined
        ? 'Ruff is not installed here: no reference.'
        : `For reference, ${ruff.version}, all cores: ${formatSpread(ruff.milliseconds, 0)} ms for \`${ruff.command}\``;
    return [
      `${corpus.name}: ${corpus.files} files, ${corpus.megabytes.toFixed(1)} MB; median (least–most) of ` +
        `${rounds.warm} warm and ${rounds.cold} cold rounds; one thread each`,
      '',
      table,
      '',
      ...parsers.map((row) => `${row.name}: ${row.version}; ${row.settings}`),
      reference,
    ].join('\n');
  },
};

function times(spread: Spread, name: string): string {
  return name === 'heed' ? '' : `${formatSpread(spread, 1)} ×`;
}

async function measureWarm(list: string, rounds: number) {
  const about = new Map<string, { version: string; settings: string }>();
  const processByName = new Map<string, ChildProcess>();
  for (const { name } of contestants) {
    const { child, ready } = await start(name, list);
    about.set(name, { version: ready.version, settings: ready.settings });
    processByName.set(name, child);
    // Two passes: optimised code is not all there after the first.
    for (let pass = 1; pass <= 2; pass++) await takePass(child);
    console.error(`${name} is warm`);
  }
  const passes = await interleave(contestants, rounds, async ({ name }, round) => {
    const pass = await takePass(processByName.get(name) as ChildProcess);
    console.error(`warm ${round + 1}/${rounds} ${name} ${pass.milliseconds.toFixed(0)} ms`);
    return pass;
  });
  for (const child of processByName.values()) child.disconnect();
  return { about, passes };
}

async function measureCold(list: string, rounds: number) {
  return interleave(contestants, rounds, async ({ name }, round) => {
    const begun = performance.now();
    const { child } = await start(name, list);
    const pass = await takePass(child);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
    console.error(`cold ${round + 1}/${rounds} ${name} ${pass.milliseconds.toFixed(0)} ms`);
    return { ...pass, processMilliseconds: performance.now() - begun };
  });
}

async function start(name: string, list: string): Promise<{ child: ChildProcess; ready: Message & { kind: 'ready' } }> {
  const script = path.join(workFolder, `${name}.mjs`);
  // Without the flags of the process that runs this TypeScript: the contestants are plain JavaScript.
  const child = fork(script, [list], { execArgv: [], env: { ...process.env, HEED_BENCH_PEERS: peers } });
  return { child, ready: (await nextMessage(child, name)) as Message & { kind: 'ready' } };
}

async function takePass(child: ChildProcess): Promise<Pass> {
  const answer = nextMessage(child, 'a parser');
  child.send('pass');
  return (await answer) as Message & { kind: 'pass' };
}

function nextMessage(child: ChildProcess, name: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) =>
      reject(new Error(`bench: the process of ${name} ended with exit code ${code}`));
    child.once('exit', fail);
    child.once('message', (message: Message) => {
      child.off('exit', fail);
      resolve(message);
    });
  });
}

function installPeers(): void {
  if (!existsSync(path.join(peers, 'node_modules'))) {
    console.error('bench: installing the other parsers in bench/peers');
    npm('ci', '--ignore-scripts');
  }
  // tree-sitter comes with prebuilt native code. Where the machine's C++ library is older than the one that code was
  // linked with, it has to be compiled, which needs a compiler.
  const loads = () => spawnSync(process.execPath, ['-e', 'require("tree-sitter")'], { cwd: peers }).status === 0;
  if (loads()) return;
  console.error('bench: compiling tree-sitter, because its prebuilt code does not load here');
  npm('rebuild', 'tree-sitter');
  if (!loads()) throw new Error('bench: tree-sitter can neither be loaded nor compiled here');
}

function npm(...args: readonly string[]): void {
  execFileSync('npm', args, { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: contestants.map(({ name }) => fileURLToPath(new URL(`parser/${name}.ts`, import.meta.url))),
    outdir: workFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
}

function measureRuff(library: Library, rounds: number): Figures['ruff'] {
  const version = spawnSync('ruff', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return undefined;
  const args = ['check', '--isolated', '--no-cache', '--select', 'S', '--preview', '--quiet', library.folder];
  const milliseconds = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    spawnSync('ruff', args, { stdio: 'ignore' });
    return performance.now() - begun;
  });
  return {
    version: version.stdout.trim(),
    command: `ruff ${args.slice(0, -1).join(' ')}`,
    milliseconds: spreadOf(milliseconds),
  };
}
