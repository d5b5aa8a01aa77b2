// Judges releases of packages with a published vulnerability, and the releases that mend it: does heed fail the
// vulnerable line, and not the mended one? The cases are in `test/accuracy/cves.json`; releases are pinned by hash, lie in
// `.cache/cves/`, and nothing of them is ever run. With a filled cache no network is needed.
//
//   npm run cves                 fetch what is missing, judge all, print the table
//   npm run cves -- NAME…        only these packages or CVE numbers
//   npm run cves -- --json       the same as JSON
//   npm run cves -- --heed=FILE  by another build than dist/heed.js
//   npm run cves -- --quick      asks about the lines alone (heed explain), of releases that were not judged whole before
//   npm run cves -- --limit=60   seconds of processor time for each release; 300 otherwise
//   npm run cves -- --write      bring the table in docs/cves.md up to date

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Release {
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
}

/** Lines of a file, found by their text, so that a reader can see in the case what is judged. */
interface Place {
  /** Relative to the folder that the archive unpacks to. */
  readonly file: string;
  /** Part of the line. It is the first such line, or the first below the one that holds `below`. */
  readonly line: string;
  readonly below?: string;
  /** How many lines belong to the place; 1 if absent. */
  readonly lines?: number;
}

interface Case {
  readonly id: string;
  readonly package: string;
  /** Any of these rules is the right one. */
  readonly rules: readonly string[];
  /** Overrides the guess; absent where the guess is right. */
  readonly threatModel?: string;
  readonly vulnerable: Release & { readonly at: Place };
  /** `at` is null where the mended release has no such place: the code is gone. */
  readonly fixed: Release & { readonly at: Place | null };
  readonly about: string;
  /** Why the mended release is judged as it is, where that needs saying. */
  readonly note?: string;
}

interface SetAside {
  readonly id: string;
  readonly package: string;
  readonly why: string;
}

interface Finding {
  readonly ruleId: string;
  readonly verdict: 'fail' | 'open' | 'pass';
  readonly path: string;
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
  readonly message: string;
  readonly trace: readonly unknown[];
}

interface Problem {
  readonly kind: string;
  readonly path: string;
  readonly start: { readonly line: number } | null;
  readonly message: string;
}

interface Report {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/**
 * `crashed`: a rule failed there. `late`: heed did not come to an end. `gone`: the place is not there any more. `lost`: the release is
 * not in the cache and could not be fetched.
 */
type Verdict = Finding['verdict'] | 'silent' | 'crashed' | 'late' | 'gone' | 'lost';

interface Judged {
  readonly verdict: Verdict;
  readonly line?: number;
  readonly rule?: string;
  readonly message?: string;
  /** Steps of the trace. */
  readonly steps: number;
}

interface Outcome {
  readonly id: string;
  readonly package: string;
  readonly rule: string;
  readonly vulnerable: Judged & { readonly version: string };
  readonly fixed: Judged & { readonly version: string };
  readonly shown: boolean;
}

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..');
const cache = path.join(root, '.cache', 'cves');
const archives = path.join(cache, 'archives');
const sources = path.join(cache, 'sources');
const page = path.join(root, 'docs', 'cves.md');
/** Around what is generated there. */
const begin = '<!-- written by npm run cves -- --write -->';
const end = '<!-- end -->';

/** What a checkout would have beside the code, and heed reads. */
const settings = ['pyproject.toml', 'setup.cfg', 'requirements.txt', 'Pipfile', 'poetry.lock'];

const words = process.argv.slice(2);
const flags = new Set(words.filter((word) => word.startsWith('--')));
const names = words.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const flagValue = (name: string) => [...flags].find((flag) => flag.startsWith(name))?.slice(name.length);
const strange = [...flags].filter(
  (flag) => !['--json', '--write', '--quick'].includes(flag) && !/^--(heed=.|limit=\d)/.test(flag),
);
if (strange.length > 0 || (flags.has('--write') && names.length > 0)) {
  console.error(
    'usage: npm run cves -- [--heed=FILE] [--limit=SECONDS] [--quick] [--json] [NAME…]\n       npm run cves -- [--heed=FILE] [--limit=SECONDS] [--quick] --write',
  );
  process.exit(2);
}

const heed = path.resolve(flagValue('--heed=') ?? path.join(root, 'dist', 'heed.js'));
const build = createHash('sha256').update(readFileSync(heed)).digest('hex').slice(0, 16);
const reports = path.join(cache, 'reports', build);
/** Far above what any of these releases takes, all threads together. A run that is stopped is a fault to mend. */
const secondsOfProcessor = Math.ceil(Number(flagValue('--limit=') ?? 300));

const list = JSON.parse(readFileSync(path.join(root, 'test', 'accuracy', 'cves.json'), 'utf8')) as {
  readonly cases: readonly Case[];
  readonly setAside: readonly SetAside[];
};
const cases = list.cases.filter(
  (one) => names.length === 0 || names.includes(one.package.toLowerCase()) || names.includes(one.id.toLowerCase()),
);

const outcomes = await judgeAll(cases);
if (flags.has('--write')) writePage(outcomes);
if (flags.has('--json')) console.log(JSON.stringify({ outcomes, ...counts(outcomes) }, null, 2));
else printTable(outcomes);

async function judgeAll(chosen: readonly Case[]): Promise<Outcome[]> {
  await fetchReleases(chosen);
  checkPlaces(chosen);
  // Several cases may be about one release: it is judged once for each threat model.
  const reports = new Map<string, Promise<Report | undefined>>();
  const findingsOf = (folder: string, threatModel: string | undefined) => {
    const key = `${threatModel ?? ''} ${folder}`;
    const report = reports.get(key) ?? heedOn(folder, threatModel);
    reports.set(key, report);
    return report;
  };
  const results: Outcome[] = [];
  for (const one of chosen) {
    const judge = async (release: Release, at: Place | null): Promise<Judged> => {
      const folder = folderOf(one.package, release);
      if (folder === undefined) return { verdict: 'lost', steps: 0 };
      if (at === null) return { verdict: 'gone', steps: 0 };
      const line = lineOf(folder, at);
      if (flags.has('--quick') && line !== undefined && !existsSync(keptReport(folder, one.threatModel)))
        return explained(folder, one, at, line);
      const found = await findingsOf(folder, one.threatModel);
      if (found === undefined || line === undefined) return { verdict: 'late', steps: 0 };
      return judgePlace(found, one.rules, at, line);
    };
    const vulnerable = await judge(one.vulnerable, one.vulnerable.at);
    const fixed = await judge(one.fixed, one.fixed.at);
    console.error(
      `${results.length + 1}/${chosen.length} ${one.id} ${one.package}: ${vulnerable.verdict}, then ${fixed.verdict}`,
    );
    results.push({
      id: one.id,
      package: one.package,
      rule: vulnerable.rule ?? one.rules[0] ?? '',
      vulnerable: { version: one.vulnerable.version, ...vulnerable },
      fixed: { version: one.fixed.version, ...fixed },
      shown: vulnerable.verdict === 'fail' && !['fail', 'crashed', 'late', 'lost'].includes(fixed.verdict),
    });
  }
  return results;
}

/** Before anything slow: a case whose text is not in its release is wrong, and nothing is reported about any. */
function checkPlaces(chosen: readonly Case[]): void {
  const wrong = chosen.flatMap((one) =>
    [one.vulnerable, one.fixed].flatMap(({ at, ...release }) => {
      const folder = folderOf(one.package, release);
      if (folder === undefined || at === null || lineOf(folder, at) !== undefined) return [];
      return [`cves: ${one.id}: ${at.file} of ${path.basename(folder)} has no line "${at.line}"`];
    }),
  );
  if (wrong.length === 0) return;
  console.error(wrong.join('\n'));
  process.exit(2);
}

/** The strongest verdict of the rules on the lines of the place. */
function judgePlace({ findings, problems }: Report, rules: readonly string[], at: Place, line: number): Judged {
  const last = line + (at.lines ?? 1) - 1;
  const there = findings.filter(
    (one) => rules.includes(one.ruleId) && one.path === at.file && one.start.line <= last && one.end.line >= line,
  );
  for (const verdict of ['fail', 'open', 'pass'] as const) {
    const finding = there.find((one) => one.verdict === verdict);
    if (finding !== undefined) {
      return { verdict, line, rule: finding.ruleId, message: finding.message, steps: finding.trace.length };
    }
  }
  const crash = problems.find((one) => one.kind === 'rule-crashed' && one.path === at.file && one.start?.line === line);
  return crash === undefined
    ? { verdict: 'silent', line, steps: 0 }
    : { verdict: 'crashed', line, message: crash.message, steps: 0 };
}

/** From 1. */
function lineOf(folder: string, at: Place): number | undefined {
  const file = path.join(folder, at.file);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split(/\r\n|\r|\n/);
  const below = at.below;
  const from = below === undefined ? 0 : lines.findIndex((text) => text.includes(below));
  const index = from < 0 ? -1 : lines.findIndex((text, number) => number >= from && text.includes(at.line));
  return index < 0 ? undefined : index + 1;
}

/** What this very build has said of a release before is not asked again, so that an interrupted run goes on. */
async function heedOn(folder: string, threatModel: string | undefined): Promise<Report | undefined> {
  const kept = keptReport(folder, threatModel);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Report;
  const report = await askHeed(folder, threatModel);
  if (report === undefined) return undefined;
  mkdirSync(reports, { recursive: true });
  const { findings, problems } = report;
  writeFileSync(`${kept}.part`, JSON.stringify({ findings, problems }));
  renameSync(`${kept}.part`, kept);
  return report;
}

function keptReport(folder: string, threatModel: string | undefined): string {
  return path.join(reports, `${path.relative(sources, folder).replaceAll(path.sep, '__')}${threatModel ?? ''}.json`);
}

async function askHeed(folder: string, threatModel: string | undefined): Promise<Report | undefined> {
  const text = await run(folder, ['--format', 'json', '--show', 'all', ...modelFlags(threatModel), '.']);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}

/** The strongest verdict of the rules on the lines of a place, as `heed explain` tells it. */
async function explained(folder: string, { rules, threatModel }: Case, at: Place, line: number): Promise<Judged> {
  const judged: Judged[] = [];
  for (let each = line; each < line + (at.lines ?? 1); each++) {
    const text = await run(folder, ['explain', `${at.file}:${each}`, ...modelFlags(threatModel)]);
    if (text === undefined) return { verdict: 'late', line, steps: 0 };
    const steps = Math.max(
      0,
      ...[...text.matchAll(/^ {4}(?:trace| {5}) {3}(\d+) {2}/gm)].map(([, step]) => Number(step)),
    );
    for (const [, verdict, rule] of text.matchAll(/^ {4}(fail|open|pass) +([\w-]+\/[\w-]+)/gm)) {
      if (rules.includes(rule as string))
        judged.push({ verdict: verdict as Verdict, line, rule: rule as string, steps });
    }
  }
  const strongest = (['fail', 'open', 'pass'] as const).flatMap((verdict) =>
    judged.filter((each) => each.verdict === verdict),
  );
  return strongest[0] ?? { verdict: 'silent', line, steps: 0 };
}

function modelFlags(threatModel: string | undefined): readonly string[] {
  return threatModel === undefined ? [] : ['--threat-model', threatModel];
}

/** What heed prints; undefined when it did not come to an end. */
async function run(folder: string, args: readonly string[]): Promise<string | undefined> {
  // Processor time, so that the outcome does not depend on what else the machine does.
  const limited = ['-c', `ulimit -t ${secondsOfProcessor}; exec "$0" "$@"`, process.execPath, heed, ...args];
  const child = spawn('sh', limited, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  // 0 and 1 are verdicts; 3 says that some file was not read, which old releases always have.
  if (code !== 0 && code !== 1 && code !== 3) {
    console.error(
      `cves: heed ${code === null ? 'was stopped' : `ended with exit code ${code}`} on ${path.basename(folder)}`,
    );
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function releaseFolder(name: string, release: Release): string {
  return path.join(sources, `${name}-${release.version}`);
}

/** The folder of the code: archives of sources hold one folder, wheels the packages themselves. */
function folderOf(name: string, release: Release): string | undefined {
  const folder = releaseFolder(name, release);
  if (!existsSync(folder)) return undefined;
  const inside = readdirSync(folder);
  const only = inside[0];
  return inside.length === 1 && only !== undefined && !release.filename.endsWith('.whl')
    ? path.join(folder, only)
    : folder;
}

async function fetchReleases(chosen: readonly Case[]): Promise<void> {
  mkdirSync(archives, { recursive: true });
  mkdirSync(sources, { recursive: true });
  const releases = new Map<string, Release & { readonly name: string }>();
  for (const one of chosen) {
    for (const release of [one.vulnerable, one.fixed])
      releases.set(release.filename, { name: one.package, ...release });
  }
  const missing = [...releases.values()].filter(
    (release) => !existsSync(releaseFolder(release.name, release)) && !isFetched(release),
  );
  if (missing.length > 0) {
    console.error(`cves: ${missing.length} releases to fetch`);
    await fetcher(['download', archives], JSON.stringify(missing), (answer) => {
      if (answer.error !== undefined) console.error(`cves: ${answer.name}: ${answer.error}`);
    });
  }
  for (const release of releases.values()) {
    if (!existsSync(releaseFolder(release.name, release)) && isFetched(release)) await unpack(release);
  }
}

function isFetched(release: Release): boolean {
  const archive = path.join(archives, release.filename);
  if (!existsSync(archive)) return false;
  return createHash('sha256').update(readFileSync(archive)).digest('hex') === release.sha256;
}

/** Unpacks beside the final folder and renames, so that a folder that exists is whole. */
async function unpack(release: Release & { readonly name: string }): Promise<void> {
  const folder = releaseFolder(release.name, release);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  await fetcher(['unpack', path.join(archives, release.filename), part, ...settings], '', () => {});
  renameSync(part, folder);
}

type Answer = { readonly name?: string; readonly error?: string };

async function fetcher(args: readonly string[], input: string, onAnswer: (answer: Answer) => void): Promise<void> {
  const child = spawn('python3', [path.join(here, 'corpus-fetch.py'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`cves: python3 is needed: ${error.message}`)));
    child.on('close', resolve);
  });
  child.stdin.end(input);
  for await (const line of createInterface({ input: child.stdout })) onAnswer(JSON.parse(line) as Answer);
  const code = await exit;
  if (code !== 0) throw new Error(`cves: corpus-fetch.py ${args[0]} ended with exit code ${code}`);
}

function counts(all: readonly Outcome[]) {
  const number = (test: (outcome: Outcome) => boolean) => all.filter(test).length;
  return {
    tried: all.length,
    shown: number(({ shown }) => shown),
    failInBoth: number(({ vulnerable, fixed }) => vulnerable.verdict === 'fail' && fixed.verdict === 'fail'),
    open: number(({ vulnerable }) => vulnerable.verdict === 'open'),
    missed: number(({ vulnerable }) => ['silent', 'pass'].includes(vulnerable.verdict)),
    notJudged: number((one) =>
      [one.vulnerable, one.fixed].some(({ verdict }) => ['crashed', 'late', 'lost'].includes(verdict)),
    ),
    falseAlarms: number(({ fixed }) => fixed.verdict === 'fail'),
  };
}

function printTable(all: readonly Outcome[]): void {
  const rows = all.map((one) => [
    one.shown ? '✓' : '·',
    one.id,
    one.package,
    `${one.vulnerable.version} ${verdictText(one.vulnerable)}`,
    `${one.fixed.version} ${one.fixed.verdict}`,
    one.rule,
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  console.log(`\n${summaryOf(all)}`);
}

function verdictText({ verdict, steps }: Judged): string {
  return verdict === 'fail' && steps > 0 ? `fail (${steps} steps)` : verdict;
}

function summaryOf(all: readonly Outcome[]): string {
  const { tried, shown, failInBoth, open, missed, notJudged } = counts(all);
  const parts = [
    `${shown} fail before and not after`,
    `${failInBoth} fail in both`,
    `${open} open`,
    `${missed} not seen`,
  ];
  if (notJudged > 0) parts.push(`${notJudged} not judged`);
  return `${tried} vulnerabilities: ${parts.join(', ')}`;
}

function writePage(all: readonly Outcome[]): void {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`cves: ${page} has lost the marks around its table`);
  const caseOf = new Map(list.cases.map((one) => [`${one.id} ${one.package}`, one]));
  const rows = all.map((one) => {
    const about = caseOf.get(`${one.id} ${one.package}`);
    const notes = [about?.about, about?.note].filter((each) => each !== undefined).join(' ');
    const cells = [
      one.id,
      `${one.package} ${one.vulnerable.version}`,
      `\`${one.rule}\``,
      verdictText(one.vulnerable),
      `${one.fixed.version}: ${one.fixed.verdict}`,
      one.shown ? 'yes' : 'no',
      notes.replaceAll('|', '\\|'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const aside = list.setAside.map((one) => `| ${one.id} | ${one.package} | ${one.why.replaceAll('|', '\\|')} |`);
  const table = [
    `${summaryOf(all)}.`,
    '',
    '| CVE | release | rule | vulnerable | mended | shown | about |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Looked at and set aside',
    '',
    '| CVE | package | why |',
    '|---|---|---|',
    ...aside,
  ].join('\n');
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`);
}
