// Brings the source distributions that heed is compared and measured on into `.cache/corpus/`: the pinned files of
// `corpus.lock.json`, each checked against its hash, unpacked to its Python sources. Nothing of a package is ever run.
//
//   npm run corpus                    fetch what is missing; already fetched archives are only checked
//   npm run corpus -- NAME…           only these packages
//   npm run corpus -- --update NAME…  pin the newest version of these packages (all without names)

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
}

/** One line of what `corpus-fetch.py` prints. */
type Answer = { readonly name: string; readonly error?: string } & Partial<Entry>;

const here = path.dirname(fileURLToPath(import.meta.url));
const lockFile = path.join(here, 'corpus.lock.json');
const cache = path.join(here, '..', '.cache', 'corpus');
const archives = path.join(cache, 'archives');
const sources = path.join(cache, 'sources');

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = words.filter((word) => word.startsWith('--') && word !== '--update');
if (unknown.length > 0) {
  console.error(`corpus: ${unknown.join(', ')} is not an option; there is only --update`);
  process.exit(2);
}
const failures = words.includes('--update') ? await updateLock(names) : await fetchLocked(names);
for (const failure of failures) console.error(`corpus: skipped ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);

async function updateLock(wanted: readonly string[]): Promise<string[]> {
  const lock = readLock();
  const failed: string[] = [];
  const byName = new Map(lock.map((entry) => [entry.name.toLowerCase(), entry]));
  await fetcher(['resolve', ...(wanted.length > 0 ? wanted : lock.map((entry) => entry.name))], '', (answer) => {
    const { name, version, filename, sha256, error } = answer;
    if (version === undefined || filename === undefined || sha256 === undefined) failed.push(`${name}: ${error}`);
    else {
      byName.set(name.toLowerCase(), { name, version, filename, sha256 });
      console.log(`${name} ${version}`);
    }
  });
  const entries = [...byName.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  writeFileSync(lockFile, `${JSON.stringify(entries, null, 2)}\n`);
  return failed;
}

async function fetchLocked(wanted: readonly string[]): Promise<string[]> {
  const chosen = new Set(wanted.map((name) => name.toLowerCase()));
  const entries = readLock().filter((entry) => chosen.size === 0 || chosen.has(entry.name.toLowerCase()));
  const failed: string[] = [];
  mkdirSync(archives, { recursive: true });
  mkdirSync(sources, { recursive: true });

  const missing = entries.filter((entry) => !isFetched(entry));
  if (missing.length > 0) {
    console.log(`corpus: ${missing.length} of ${entries.length} archives to fetch`);
    await fetcher(['download', archives], JSON.stringify(missing), (answer) => {
      if (answer.error === undefined) console.log(`fetched ${answer.name}`);
      else failed.push(`${answer.name}: ${answer.error}`);
    });
  }
  for (const entry of entries) {
    if (existsSync(path.join(archives, entry.filename))) await unpack(entry);
  }
  console.log(
    `corpus: ${entries.length - failed.length} of ${entries.length} packages in ${path.relative('.', sources)}`,
  );
  return failed;
}

function readLock(): readonly Entry[] {
  return existsSync(lockFile) ? (JSON.parse(readFileSync(lockFile, 'utf8')) as Entry[]) : [];
}

function isFetched(entry: Entry): boolean {
  const archive = path.join(archives, entry.filename);
  if (!existsSync(archive)) return false;
  return createHash('sha256').update(readFileSync(archive)).digest('hex') === entry.sha256;
}

/** Unpacks beside the final folder and renames, so that a folder that exists is whole. */
async function unpack(entry: Entry): Promise<void> {
  const folder = path.join(sources, `${entry.name}-${entry.version}`);
  if (existsSync(folder)) return;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  await fetcher(['unpack', path.join(archives, entry.filename), part], '', () => {});
  renameSync(part, folder);
}

async function fetcher(args: readonly string[], input: string, onAnswer: (answer: Answer) => void): Promise<void> {
  const child = spawn('python3', [path.join(here, 'corpus-fetch.py'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) =>
      reject(new Error(`corpus: python3 with pip is needed to fetch packages: ${error.message}`)),
    );
    child.on('close', resolve);
  });
  child.stdin.end(input);
  for await (const line of createInterface({ input: child.stdout })) onAnswer(JSON.parse(line) as Answer);
  const code = await exit;
  if (code !== 0) throw new Error(`corpus: corpus-fetch.py ${args[0]} ended with exit code ${code}`);
}
