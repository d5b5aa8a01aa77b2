// Honest files, made by the libraries themselves at every protocol, and what heed says of them: nothing may fail, and what is
// open names what somebody has to look at. `npm run benign` makes them in `.cache/benign`; the first run installs the libraries
// there (`-- --open` lists what is open).

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Artifact, inspect, memorySource, readers } from '../../../src/artifacts/index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(here, '../../../.cache/benign');
const files = join(cache, 'files');
const python = join(cache, 'venv/bin/python');

/** Pinned: files of other versions may name what is not known yet. */
const libraries =
  `numpy==2.4.6 pandas==3.1.1 scipy==1.17.1 scikit-learn==1.9.1 joblib==1.6.0 xgboost==3.2.0 lightgbm==4.7.0
h5py==3.16.0 networkx==3.6.1 dill==0.4.1 cloudpickle==3.1.2`.split(/\s+/);

interface Tally {
  files: number;
  pass: number;
  open: number;
  fail: number;
}

const tallyByLibrary = new Map<string, Tally>();
const filesByReason = new Map<string, string[]>();
const failed: string[] = [];

make();
for (const name of readdirSync(files).sort()) judge(name);
print();
process.exitCode = failed.length > 0 ? 1 : 0;

function make(): void {
  if (!existsSync(python)) {
    mkdirSync(cache, { recursive: true });
    execFileSync('python3', ['-m', 'venv', join(cache, 'venv')], { stdio: 'inherit' });
    // XGBoost asks for libraries of graphics cards that nothing here needs.
    const pip = ['-m', 'pip', 'install', '-q', '--only-binary', ':all:'];
    const [first, rest] = [libraries.slice(0, 5), libraries.slice(5)];
    execFileSync(python, [...pip, ...first], { stdio: 'inherit' });
    execFileSync(python, [...pip, '--no-deps', ...rest], { stdio: 'inherit' });
  }
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files);
  for (const script of ['make-standard.py', 'make-libraries.py', 'make-torch.py', 'make-containers.py']) {
    execFileSync(python, [join(here, script), files], { stdio: ['ignore', 'ignore', 'ignore'] });
  }
}

function judge(name: string): void {
  const { artifacts } = inspect(memorySource(readFileSync(join(files, name))), name, readers, {
    now: () => Date.now(),
    beside: (other) => (existsSync(join(files, other)) ? memorySource(readFileSync(join(files, other))) : undefined),
  });
  const reasons = artifacts.flatMap(reasonsIn);
  const isFailed = reasons.some(({ isDangerous }) => isDangerous);
  const verdict = artifacts.length === 0 || isFailed ? 'fail' : reasons.length > 0 ? 'open' : 'pass';
  const library = name.split('-')[0] as string;
  const tally = tallyByLibrary.get(library) ?? { files: 0, pass: 0, open: 0, fail: 0 };
  tallyByLibrary.set(library, tally);
  tally.files++;
  tally[verdict]++;
  if (verdict === 'fail') failed.push(name);
  for (const { text } of reasons) {
    const known = filesByReason.get(text);
    if (known === undefined) filesByReason.set(text, [name]);
    else known.push(name);
  }
}

function reasonsIn({ concerns, parts }: Artifact): { readonly text: string; readonly isDangerous: boolean }[] {
  const own = concerns
    .filter(({ weight }) => weight !== 'note')
    .map(({ kind, weight, parameters }) => ({
      text: `${kind} ${Object.values(parameters).join(', ')}`,
      isDangerous: weight === 'dangerous',
    }));
  return [...own, ...parts.flatMap(reasonsIn)];
}

function print(): void {
  const row = (...cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(7))).join(''));
  row('library', 'files', 'pass', 'open', 'fail');
  const total: Tally = { files: 0, pass: 0, open: 0, fail: 0 };
  for (const [library, tally] of [...tallyByLibrary].sort()) {
    row(library, tally.files, tally.pass, tally.open, tally.fail);
    for (const key of ['files', 'pass', 'open', 'fail'] as const) total[key] += tally[key];
  }
  row('total', total.files, total.pass, total.open, total.fail);
  if (process.argv.includes('--open')) {
    for (const [text, names] of [...filesByReason].sort()) console.log(`${names.length} × ${text} (${names[0]})`);
  }
  for (const name of failed) console.log(`fails: ${name}`);
}
