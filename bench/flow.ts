// What running code costs: whole projects, judged with runs and by their text alone. Each measurement is a process of its
// own with one thread; those of one project take turns, and ratios are taken within a round.
//
//   growth   the same project twice, in two folders: how many times the time of once; 2.00 is as good as it gets

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Judged, Order } from './flow/project.ts';
import { findLibrary } from './library.ts';
import { formatSpread, formatTable, interleave, type Spread, spreadOf, timesFaster } from './measure.ts';
import type { Benchmark } from './run.ts';

const sources = fileURLToPath(new URL('../.cache/corpus/sources', import.meta.url));
const workFolder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
const program = path.join(workFolder, 'flow', 'project.mjs');

/** Names of what the corpus holds, without versions, and CPython's library. */
const standard = ['library', 'Django', 'salt', 'homeassistant'];

const contestants = [
  { name: 'flow', mode: 'flow', copies: 1 },
  { name: 'text', mode: 'text', copies: 1 },
  { name: 'twice', mode: 'flow', copies: 2 },
] as const;

interface Row {
  readonly project: string;
  readonly files: number;
  readonly megabytes: number;
  readonly threatModel: string;
  readonly seconds: { readonly flow: Spread; readonly text: Spread };
  /** how many times the time that judging by text takes */
  readonly timesText: Spread;
  readonly growth: Spread;
  readonly verdicts: { readonly flow: Judged['verdicts']; readonly text: Judged['verdicts'] };
  readonly functionsRun: number;
  readonly runs: number;
  readonly shareRunAgain: number;
  readonly stepsPerRun: number;
  /** of all that judging takes, for each function that was run */
  readonly microsecondsPerFunction: number;
  readonly cutShort: number;
  readonly judgedByTextForThat: number;
  readonly peakMegabytes: { readonly flow: number; readonly text: number; readonly twice: number };
}

interface Figures {
  readonly rounds: number;
  readonly projects: readonly Row[];
}

export const benchmark: Benchmark<Figures> = {
  async measure({ rounds = 3, only }) {
    mkdirSync(workFolder, { recursive: true });
    await bundle();
    const projects: Row[] = [];
    for (const name of only?.split(',') ?? standard) {
      const folder = folderOf(name);
      if (folder === undefined) {
        console.error(`${name} is not in the corpus: npm run corpus brings it`);
        continue;
      }
      projects.push(await measureProject(path.basename(folder), folder, rounds));
    }
    return { rounds, projects };
  },

  print({ rounds, projects }) {
    const times = [
      ['project', 'files', 'MB', 'runs, s', 'text, s', 'times text', 'growth', 'peak MB', 'text', 'twice'],
      ...projects.map((row) => [
        row.project,
        String(row.files),
        row.megabytes.toFixed(1),
        formatSpread(row.seconds.flow, 1),
        formatSpread(row.seconds.text, 1),
        formatSpread(row.timesText, 2),
        formatSpread(row.growth, 2),
        row.peakMegabytes.flow.toFixed(0),
        row.peakMegabytes.text.toFixed(0),
        row.peakMegabytes.twice.toFixed(0),
      ]),
    ];
    const runs = [
      ['project', 'functions run', 'runs', 'run again', 'steps a run', 'µs a function', 'cut short', 'too much'],
      ...projects.map((row) => [
        row.project,
        String(row.functionsRun),
        String(row.runs),
        `${(row.shareRunAgain * 100).toFixed(0)} %`,
        row.stepsPerRun.toFixed(0),
        row.microsecondsPerFunction.toFixed(0),
        String(row.cutShort),
        String(row.judgedByTextForThat),
      ]),
    ];
    const verdicts = [
      ['project', 'threat model', 'fail', 'by text', 'open', 'by text', 'pass', 'by text'],
      ...projects.map(({ project, threatModel, verdicts: { flow, text } }) => [
        project,
        threatModel,
        ...[flow.fail, text.fail, flow.open, text.open, flow.pass, text.pass].map(String),
      ]),
    ];
    const title = `median (least–most) of ${rounds} rounds; one thread, reading not counted`;
    return [title, ...[times, runs, verdicts].map(formatTable)].join('\n\n');
  },
};

async function measureProject(project: string, folder: string, rounds: number): Promise<Row> {
  const results = await interleave(contestants, rounds, async ({ name, mode, copies }, round) => {
    const judged = judge({ folder, mode, copies });
    console.error(`${project}, round ${round + 1}, ${name}: ${(judged.milliseconds / 1000).toFixed(1)} s`);
    return judged;
  });
  const of = (name: (typeof contestants)[number]['name']) => results.get(name) as readonly Judged[];
  const timesOf = (name: Parameters<typeof of>[0]) => of(name).map(({ milliseconds }) => milliseconds / 1000);
  const peakOf = (name: Parameters<typeof of>[0]) => Math.max(...of(name).map(({ memory }) => memory)) / 1e6;
  const [flow] = of('flow') as readonly [Judged];
  const [text] = of('text') as readonly [Judged];
  const { functions, runs, runAgain, steps, cutShort } = flow.statistics;
  const judging = spreadOf(of('flow').map((each) => each.judging)).median;
  return {
    project,
    files: flow.files,
    megabytes: flow.bytes / 1e6,
    threatModel: flow.threatModel,
    seconds: { flow: spreadOf(timesOf('flow')), text: spreadOf(timesOf('text')) },
    timesText: timesFaster(timesOf('text'), timesOf('flow')),
    growth: timesFaster(timesOf('flow'), timesOf('twice')),
    verdicts: { flow: flow.verdicts, text: text.verdicts },
    functionsRun: functions,
    runs,
    shareRunAgain: functions === 0 ? 0 : runAgain / functions,
    stepsPerRun: runs === 0 ? 0 : steps / runs,
    microsecondsPerFunction: functions === 0 ? 0 : (judging * 1000) / functions,
    cutShort,
    judgedByTextForThat: flow.tooMuch,
    peakMegabytes: { flow: peakOf('flow'), text: peakOf('text'), twice: peakOf('twice') },
  };
}

function judge(order: Order): Judged {
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', program, JSON.stringify(order)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output) as Judged;
}

/** `Django` is `.cache/corpus/sources/Django-6.1.3`. */
function folderOf(name: string): string | undefined {
  if (name === 'library') return findLibrary().folder;
  if (!existsSync(sources)) return undefined;
  const found = readdirSync(sources).find((each) => each.slice(0, each.lastIndexOf('-')) === name);
  return found === undefined ? undefined : path.join(sources, found);
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('flow/project.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // As the package is bundled: the other build of it asks for modules while it runs.
    alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
    logLevel: 'warning',
  });
}
