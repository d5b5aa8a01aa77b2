// What the models cost a fresh process: loading them, the first question, and the first question about a module. The
// models are bundled as they are released; each figure is the processor time of one step, the least and the middle of
// many processes, since the machine may be busy.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Benchmark } from './run.ts';

const models = fileURLToPath(new URL('../src/models/index.ts', import.meta.url));

const steps = {
  'an empty module': `await import('./empty.mjs')`,
  'load the models': `library = (await import('./models.mjs')).library`,
  'all names of a concept': `library.namesOf('deserialize')`,
  'first name': `library.canonicalName('pickle.loads')`,
  'names of subprocess': `library.exportsOf('subprocess')`,
  'names of ssl': `library.exportsOf('ssl')`,
  'names of asyncio': `library.exportsOf('asyncio')`,
  'a type': `library.typeOf('zipfile.ZipFile.open')`,
  'a signature': `library.parametersOf('subprocess.Popen')`,
  'a source': `library.sourceOf('flask.request.args["id"]')`,
};

interface Figures {
  readonly processes: number;
  readonly milliseconds: Readonly<Record<string, { readonly least: number; readonly middle: number }>>;
}

export const benchmark: Benchmark<Figures> = {
  async measure({ rounds = 30 }) {
    const directory = mkdtempSync(join(tmpdir(), 'heed-bench-models-'));
    try {
      await build({
        entryPoints: [models],
        outfile: join(directory, 'models.mjs'),
        bundle: true,
        format: 'esm',
        platform: 'node',
        minify: true,
      });
      writeFileSync(join(directory, 'empty.mjs'), 'export {};');
      writeFileSync(join(directory, 'run.mjs'), program());
      const runs = Array.from({ length: rounds }, () => {
        return JSON.parse(
          execFileSync(process.execPath, [join(directory, 'run.mjs')], { encoding: 'utf8' }),
        ) as number[];
      });
      const milliseconds = Object.fromEntries(
        Object.keys(steps).map((step, index) => {
          const times = runs.map((run) => run[index] as number).sort((one, other) => one - other);
          return [step, { least: times[0] as number, middle: times[times.length >> 1] as number }];
        }),
      );
      return { processes: rounds, milliseconds };
    } finally {
      rmSync(directory, { recursive: true });
    }
  },

  print({ processes, milliseconds }) {
    const lines = Object.entries(milliseconds).map(
      ([step, { least, middle }]) =>
        `${step.padEnd(24)}${least.toFixed(2).padStart(8)}${middle.toFixed(2).padStart(8)}`,
    );
    return [`${processes} processes; processor time in ms  least  middle`, ...lines].join('\n');
  },
};

function program(): string {
  return [
    'let library; const times = [];',
    'const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };',
    'let before = used();',
    'const lap = () => { const now = used(); times.push(now - before); before = used(); };',
    ...Object.values(steps).map((step) => `${step}; lap();`),
    'console.log(JSON.stringify(times));',
  ].join('\n');
}
