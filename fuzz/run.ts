// Damaged data files for every reader: the cases of the fixtures and small files beside them, mutated. A file that makes a
// reader throw, hang, use too much memory or answer differently a second time is kept in `.cache/fuzz` and named.
//
//   npm run fuzz -- --minutes 30 --seed 7 [--only zip]      one process; several with different seeds can run side by side
//   npm run fuzz -- --file .cache/fuzz/…                    one file again

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Artifact, inspect, memorySource, readers } from '../src/artifacts/index.ts';
import type { Problem } from '../src/core/index.ts';
import { considerations } from '../src/rules/index.ts';
import { judgeData } from '../src/scan/judge-data.ts';
import { build } from '../test/artifacts/builders/index.ts';
import { readCases } from '../test/artifacts/listing.ts';
import { readTarget } from '../test/rules/fixture.ts';
import { startCoverage } from './coverage.ts';
import { mutate, randomFrom } from './mutate.ts';

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const failures = join(root, '.cache', 'fuzz');
const limits = { time: 5_000, madeBytes: 64 * 1024 ** 2, keptBytes: 16 * 1024 ** 2, memberBytes: 16 * 1024 ** 2 };
/** Beyond the limit of time, for what is between two looks at the clock. */
const GRACE = 2_000;
const MOST_MEMORY = 1536 * 1024 ** 2;
const LARGEST_SEED = 256 * 1024;
const MAX_CORPUS = 20_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    file: { type: 'string' },
  },
});

const target = readTarget('3.9');
if (target === undefined) throw new Error('3.9 is a range of Pythons');

/** What came of it, in short; throws what a reader throws. */
function tryOut({ name, bytes }: Seed): { readonly signature: string; readonly text: string } {
  const begun = performance.now();
  const { artifacts, problems } = inspect(memorySource(bytes), name, readers, { limits, now: () => performance.now() });
  const took = performance.now() - begun;
  if (took > limits.time + GRACE) throw new Error(`it took ${Math.round(took)} ms`);
  const crashes: Problem[] = [];
  judgeData(
    { path: name, role: 'app', target: target as NonNullable<typeof target> },
    artifacts,
    considerations,
    crashes,
  );
  const [crash] = crashes;
  if (crash !== undefined) throw new Error(crash.message);
  return {
    signature: signatureOf(artifacts, 0),
    text: took > limits.time / 2 ? '' : JSON.stringify([artifacts, problems]),
  };
}

/** Formats and kinds of concerns, without numbers and places: what is new in it is worth going on from. */
function signatureOf(artifacts: readonly Artifact[], depth: number): string {
  if (depth > 3) return '…';
  const each = artifacts.map(
    ({ format, concerns, parts }) =>
      `${format}(${[...new Set(concerns.map(({ kind, weight }) => `${kind}${weight[0]}`))].sort().join()})${signatureOf(parts, depth + 1)}`,
  );
  return [...new Set(each)].sort().join('+');
}

function readSeeds(only: string | undefined): Seed[] {
  const rules = join(root, 'src', 'rules');
  const fixtures = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.fixture.txt'),
  );
  const made = fixtures
    .sort()
    .flatMap((fixture) =>
      readCases(readFileSync(join(rules, fixture), 'utf8')).flatMap(({ files }) =>
        files.map(({ name, nodes }) => ({ name, bytes: build(nodes) })),
      ),
    );
  return made.filter(({ name, bytes }) => bytes.length <= LARGEST_SEED && (only === undefined || name.endsWith(only)));
}

const { file } = values;
if (file !== undefined) {
  const bytes = readFileSync(file);
  const first = tryOut({ name: basename(file), bytes });
  console.log(first.text.slice(0, 10_000));
  if (tryOut({ name: basename(file), bytes }).text !== first.text)
    throw new Error('a second look gives something else');
} else {
  const takeCoverage = await startCoverage();
  const random = randomFrom(Number(values.seed));
  const corpus = readSeeds(values.only);
  const seeds = corpus.length;
  if (seeds === 0) throw new Error('there is nothing to begin with');
  const known = new Set<string>();
  const found: string[] = [];
  let [runs, slowest] = [0, 0];
  const attempt = (seed: Seed, isNew: boolean): void => {
    runs++;
    const begun = performance.now();
    try {
      const { signature, text } = tryOut(seed);
      if (runs % 64 === 0 && text !== '' && tryOut(seed).text !== text)
        throw new Error('a second look gives something else');
      const isUnknown = !known.has(signature);
      known.add(signature);
      if (isNew && isUnknown && corpus.length < MAX_CORPUS) corpus.push(seed);
      const memory = runs % 256 === 0 ? process.memoryUsage().rss : 0;
      if (memory > MOST_MEMORY) throw new Error(`${Math.round(memory / 1024 ** 2)} MiB are in use`);
    } catch (error) {
      const digest = createHash('sha256').update(seed.bytes).digest('hex').slice(0, 12);
      const path = join(failures, `${digest}-${seed.name.replaceAll('/', '_')}`);
      mkdirSync(failures, { recursive: true });
      writeFileSync(path, seed.bytes);
      const [message = '', where = ''] = (
        error instanceof Error ? (error.stack ?? error.message) : String(error)
      ).split('\n');
      found.push(`${path}: ${message}${where}`);
      if (found.length < 40) console.error(found.at(-1));
    }
    slowest = Math.max(slowest, performance.now() - begun);
  };
  for (const seed of corpus.slice()) attempt(seed, false);
  const end = performance.now() + Number(values.minutes) * 60_000;
  while (performance.now() < end && found.length < 1000) {
    const { name, bytes } = corpus[random(corpus.length)] as Seed;
    const other = corpus[random(corpus.length)] as Seed;
    attempt({ name, bytes: mutate(bytes, other.bytes, random) }, true);
  }
  const { functions, functionsRun, characters, charactersRun, byFolder } = await takeCoverage();
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    [
      `${runs.toLocaleString('en')} files in ${values.minutes} minutes from ${seeds} seeds (seed ${values.seed}), ${corpus.length - seeds} kept as new`,
      `slowest ${Math.round(slowest)} ms, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`,
      `coverage of the readers: ${percent(functionsRun, functions)} of ${functions} functions, ${percent(charactersRun, characters)} of the code`,
      ...[...byFolder]
        .sort()
        .map(([folder, own]) => `  ${folder.padEnd(14)} ${percent(own.charactersRun, own.characters)}`),
      `${found.length} failures`,
    ].join('\n'),
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}
