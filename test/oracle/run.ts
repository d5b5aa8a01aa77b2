// Compares heed's trees with CPython 3.14's `ast`, node by node, and what its machine of pickles logs with what CPython's
// unpicklers do.
//
//   npm run oracle                        all collections; packages as far as `npm run corpus` has fetched them
//   npm run oracle -- --sample 300        a subset of the two standard libraries; --seed S picks another
//   npm run oracle -- --mutations 5000    only sources made by mutation; --seed S makes others
//   npm run oracle -- --pickles 200000    only pickles, made by a grammar and by mutation; --seed S, --python COMMAND
//   npm run oracle -- --only SUBSTRING    files whose name (collection/path) holds it
//   npm run oracle -- --json FILE         everything, as JSON
//   npm run oracle -- --report FILE       causes, most frequent first, each with a small example, as Markdown
//
// Exit code 1 when a tree differs, or CPython rejects a file that heed takes or rejects at another line, and
// `differences.json` does not say why.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Answers } from './answers.ts';
import { pyodideVersion } from './cpython.ts';
import { cacheFolder, listCollections, sampleOf } from './files.ts';
import { writeMutations } from './mutations.ts';
import { comparePickles, describePickles } from './pickle/run.ts';
import { judgeAll, type SizedTask } from './pool.ts';
import { type Compared, isAllowed, isMismatch, summarise, toJson, writeMarkdown } from './report.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    mutations: { type: 'string' },
    pickles: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'string' },
    report: { type: 'string' },
    workers: { type: 'string' },
  },
});

if (options.pickles !== undefined) {
  const result = comparePickles(options.python, Number(options.pickles), Number(options.seed), (streams) =>
    console.error(`… ${streams} streams`),
  );
  console.log(describePickles(result, options.python));
  process.exit(result.differing === 0 ? 0 : 1);
}

// 1. list
const seed = Number(options.seed);
let collections = await listCollections(options.sample === undefined && options.mutations === undefined);
if (options.sample !== undefined) collections = sampleOf(collections, Number(options.sample), seed);
if (options.mutations !== undefined) {
  const folder = path.join(cacheFolder, 'oracle', 'mutations');
  collections = [writeMutations(folder, collections, Number(options.mutations), seed)];
}

// 2. look up what CPython has said before; files of equal content are compared once
const answers = new Answers();
const tasks: SizedTask[] = [];
const hashByFile = new Map<string, string>();
const namesByHash = new Map<string, { collection: string; name: string; size: number }[]>();
for (const collection of collections) {
  for (const relative of collection.files) {
    const name = `${collection.name}/${relative}`;
    if (options.only !== undefined && !name.includes(options.only)) continue;
    const file = path.join(collection.folder, relative);
    const content = readFileSync(file);
    const hash = createHash('sha1').update(content).digest('hex');
    const names = namesByHash.get(hash);
    const entry = { collection: collection.name, name, size: content.length };
    if (names !== undefined) names.push(entry);
    else {
      namesByHash.set(hash, [entry]);
      hashByFile.set(file, hash);
      tasks.push({ file, answer: answers.get(hash), size: content.length });
    }
  }
}

// 3. compare
const started = Date.now();
const compared: Compared[] = [];
let shown = started;
await judgeAll(tasks, Number(options.workers ?? Math.min(2, cpus().length)), (file, verdict) => {
  const hash = hashByFile.get(file) as string;
  if (verdict.answer !== '') answers.add(hash, verdict.answer);
  for (const { collection, name, size } of namesByHash.get(hash) ?? []) {
    compared.push({ collection, name, size, file, ...verdict });
  }
  if (Date.now() - shown > 10_000) {
    shown = Date.now();
    console.error(`… ${compared.length} files`);
  }
});
compared.sort((a, b) => (a.name < b.name ? -1 : 1));

// 4. report
const seconds = (Date.now() - started) / 1000;
if (options.json !== undefined) writeFileSync(options.json, toJson(compared, pyodideVersion, seconds));
if (options.report !== undefined) await writeMarkdown(compared, options.report);
console.log(summarise(compared, pyodideVersion, seconds));
// Where exactly a mutated source is wrong is a matter of taste: any line will do.
const fails = ({ outcome, collection }: Compared) =>
  isMismatch(outcome) && !(outcome === 'elsewhere' && collection === 'mutations');
process.exit(compared.some((each) => fails(each) && !isAllowed(each)) ? 1 : 0);
