// A process that judges one project once, on one thread, and prints what it took: `node project.mjs '{…}'`. Fresh for
// each measurement, so that its peak of memory is its own.

import { resolveOptions } from '../../src/config/index.ts';
import type { Statistics } from '../../src/python/flow/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { analyse, type InputFile } from '../../src/scan/analyse.ts';
import { discover } from '../../src/scan/discover.ts';
import { nodeMachine, projectRootOf } from '../../src/scan/index.ts';
import { readFiles } from '../../src/scan/read.ts';
import { declaresScripts, guessThreatModel } from '../../src/scan/threat-model.ts';

export interface Order {
  readonly folder: string;
  readonly mode: 'flow' | 'text';
  /** the project, and as many more folders that hold the same */
  readonly copies: number;
}

export interface Judged {
  readonly files: number;
  readonly bytes: number;
  readonly threatModel: string;
  /** milliseconds from the first byte that is parsed to the last verdict; reading is not counted */
  readonly milliseconds: number;
  /** of these, from the first question to a rule on */
  readonly judging: number;
  /** the largest resident memory of the process, in bytes */
  readonly memory: number;
  readonly verdicts: Readonly<Record<'fail' | 'open' | 'pass', number>>;
  /** functions that are judged by their text since running them whole is too much */
  readonly tooMuch: number;
  readonly statistics: Statistics;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
process.stdout.write(JSON.stringify(judge(order)));

function judge({ folder, mode, copies }: Order): Judged {
  const machine = nodeMachine(folder);
  const { scan } = resolveOptions(requestFor(folder), { machine, version: '0', stdin: undefined });
  // What was installed into CPython's library is not the library.
  const options = { ...scan, exclude: [...scan.exclude, 'site-packages', 'dist-packages'] };
  const { files: once } = readFiles(discover(options, machine).files, options, machine);
  const files = Array.from({ length: copies }, (_, copy) => once.map((file) => renamed(file, copy))).flat();
  const { model: threatModel } = guessThreatModel(files, () =>
    declaresScripts(projectRootOf(folder, machine), machine),
  );

  const total = { functions: 0, runs: 0, runAgain: 0, steps: 0, cutShort: 0 };
  const verdicts = { fail: 0, open: 0, pass: 0 };
  const begun = performance.now();
  let judging = begun;
  const { findings, tooMuch } = analyse(files, considerations, {
    target: options.target,
    threatModel,
    byText: mode === 'text',
    onStep: (step) => {
      if (step === 'judge') judging = performance.now();
    },
    onPart: (statistics) => {
      for (const name of Object.keys(total) as (keyof Statistics)[]) total[name] += statistics[name];
    },
  });
  const ended = performance.now();
  for (const { verdict } of findings) verdicts[verdict]++;
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    threatModel,
    milliseconds: ended - begun,
    judging: ended - judging,
    memory: process.resourceUsage().maxRSS * 1024,
    verdicts,
    tooMuch: tooMuch.length,
    statistics: total,
  };
}

/** A copy lies in a folder of its own, beside the project. */
function renamed(file: InputFile, copy: number): InputFile {
  return copy === 0 ? file : { ...file, path: `copy-${copy}/${file.path}` };
}

function requestFor(folder: string): Parameters<typeof resolveOptions>[0] {
  return {
    paths: [folder],
    hasStdin: false,
    show: undefined,
    minSeverity: undefined,
    gate: undefined,
    format: undefined,
    outputs: [],
    config: undefined,
    threatModel: undefined,
    python: undefined,
    suppressions: true,
    stdinFilename: undefined,
  };
}
