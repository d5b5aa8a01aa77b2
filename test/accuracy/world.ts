// Runs programs in CPython, as the npm package `pyodide` carries it, in the made-up world of `world/*.py`.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { Program } from './program.ts';

/** What came of running a program with every payload. */
export interface Outcome {
  readonly runs: number;
  /** runs that got as far as the sink */
  readonly reached: number;
  /** payload and what the sink saw of it, for each attack that came through */
  readonly through: readonly (readonly [string, string])[];
  /** how many runs ended with each exception */
  readonly errors: Readonly<Record<string, number>>;
}

export interface World {
  /** `thorough`: with some thousand payloads more */
  run(program: Program, thorough?: boolean): Outcome;
  /** Whether a shell that is given this text runs a command `owned`. */
  runsOwned(command: string): boolean;
}

const folder = fileURLToPath(new URL('world/', import.meta.url));

export async function openWorld(): Promise<World> {
  const pyodide = await loadPyodide();
  const copy = (place: string, target: string) => {
    pyodide.FS.mkdirTree(target);
    for (const entry of readdirSync(place)) {
      if (entry === '__pycache__') continue;
      const inner = path.join(place, entry);
      if (statSync(inner).isDirectory()) copy(inner, `${target}/${entry}`);
      else pyodide.FS.writeFile(`${target}/${entry}`, readFileSync(inner));
    }
  };
  copy(folder, '/world');
  pyodide.setStdout({ batched: () => undefined });
  pyodide.setStderr({ batched: () => undefined });
  pyodide.runPython('import sys; sys.path.insert(0, "/world"); import runner; runner.start()');
  const run = pyodide.runPython('runner.run_program') as (given: string) => string;
  const runsOwned = pyodide.runPython('import shell; lambda text: shell.runs(text, "owned")') as (
    text: string,
  ) => boolean;
  return {
    run: (program, thorough = false) =>
      JSON.parse(
        run(
          JSON.stringify({
            files: Object.fromEntries(program.files),
            main: program.main,
            entry: program.entry,
            payloads: program.payloads ?? null,
            thorough,
            sinks: [[program.sink.path, program.sink.line]],
          }),
        ),
      ) as Outcome,
    runsOwned,
  };
}

/** What is wrong with a program's stated truth; nothing when running it agrees. */
export function checkTruth(program: Program, outcome: Outcome): string | undefined {
  const errors = Object.entries(outcome.errors)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([error, count]) => `${count} × ${error}`)
    .join('; ');
  if (program.isNeverReached) {
    return outcome.reached === 0 ? undefined : `it says that its sink is never reached, but ${outcome.reached} runs do`;
  }
  if (outcome.reached === 0) return `no run gets to the sink (${errors})`;
  const [first] = outcome.through;
  if (program.truth === 'hostile' && first === undefined) {
    return `it says hostile, but no attack comes through: ${outcome.reached} of ${outcome.runs} runs get to the sink (${errors})`;
  }
  if (program.truth === 'safe' && first !== undefined) {
    return `it says safe, but ${first[0]} comes through as ${first[1]}`;
  }
  return undefined;
}
