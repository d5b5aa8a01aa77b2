// What `heed fix` does to whole projects: to each rule's fixture, or to copies of the projects that are named. All fixes
// are made that can be, safe and unsafe, whatever the verdict; then CPython reads every changed file, and a second run
// must find nothing more to do.
//
//   npm run fixes [-- --safe] [--json] [FOLDER…]

import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveOptions } from '../src/config/index.ts';
import type { Finding } from '../src/core/index.ts';
import { type FixOutcome, fixProject } from '../src/fix/index.ts';
import { considerations } from '../src/rules/index.ts';
import { type Machine, nodeMachine, type ScanOptions } from '../src/scan/index.ts';
import { root } from '../test/house/source-files.ts';
import { startCPython, toJudgement } from '../test/oracle/cpython.ts';
import { type Fixture, type FixtureFile, readFixture } from '../test/rules/fixture.ts';

interface Row {
  readonly name: string;
  /** findings with a fix that can be made, advice left out */
  readonly fixable: number;
  readonly safe: number;
  readonly unsafe: number;
  /** fixes that left their finding, or gave rise to another */
  readonly dropped: number;
  /** findings whose code is not plain enough to be edited */
  readonly obstacles: number;
  readonly files: number;
  /** changed files that CPython reads before and not after; must be none */
  readonly unreadable: readonly string[];
  /** fixes that a second run makes; must be none */
  readonly again: number;
  readonly seconds: number;
}

const { values, positionals } = parseArgs({
  options: { safe: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const cpython = await startCPython();

const isWanted = ({ fix }: Finding) => values.safe !== true || fix?.class === 'safe';

async function measure(name: string, scan: ScanOptions, machine: Machine): Promise<Row> {
  const begin = performance.now();
  const outcome = await fixProject({ scan, rules: considerations, machine, isWanted });
  const seconds = (performance.now() - begin) / 1000;
  const again = outcome.files.length === 0 ? undefined : await repeat(outcome, scan, machine);
  const reads = (bytes: Uint8Array) => toJudgement(cpython.digest(bytes)).kind !== 'rejected';
  const fixes = outcome.before.findings.flatMap(({ fix, suppression }) => (fix && !suppression ? [fix] : []));
  const countOf = (kind: string) => outcome.fixed.filter(({ finding }) => finding.fix?.class === kind).length;
  return {
    name,
    fixable: fixes.filter(({ class: kind, edits }) => kind !== 'advice' && edits.length > 0).length,
    safe: countOf('safe'),
    unsafe: countOf('unsafe'),
    dropped: outcome.dropped.length,
    obstacles: fixes.filter(({ obstacle }) => obstacle !== undefined).length,
    files: outcome.files.length,
    unreadable: outcome.files.filter(({ before, after }) => reads(before) && !reads(after)).map(({ path }) => path),
    again: again?.fixed.length ?? 0,
    seconds,
  };
}

function repeat({ files }: FixOutcome, scan: ScanOptions, machine: Machine): Promise<FixOutcome> {
  const changed = new Map(files.map(({ path, after }) => [machine.absolute(path), after]));
  const fixedMachine: Machine = {
    ...machine,
    readFile: (path) => changed.get(machine.absolute(path)) ?? machine.readFile(path),
    sizeOf: (path) => changed.get(machine.absolute(path))?.length ?? machine.sizeOf(path),
  };
  return fixProject({ scan, rules: considerations, machine: fixedMachine, isWanted });
}

function ofFolder(folder: string): Promise<Row> {
  const machine = nodeMachine(resolve(folder));
  const request = {
    paths: ['.'],
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
  return measure(
    basename(resolve(folder)),
    resolveOptions(request, { machine, version: '', stdin: undefined }).scan,
    machine,
  );
}

/** A fixture's files that run on the same Pythons are one project. */
async function ofFixture(id: string): Promise<readonly Row[]> {
  const fixture = readFixture(readFileSync(`${root}/src/rules/${id}.fixture.py`, 'utf8'));
  const targets = [...new Set(fixture.files.map(({ target }) => JSON.stringify(target)))];
  const rows: Row[] = [];
  for (const target of targets) {
    const files = fixture.files.filter((file) => JSON.stringify(file.target) === target);
    rows.push(await measure(id, optionsOf(fixture, files), inMemory(files)));
  }
  return rows;
}

function optionsOf({ role, threatModel }: Fixture, files: readonly FixtureFile[]): ScanOptions {
  return {
    paths: files.map(({ path }) => path),
    exclude: [],
    root: '/fixture',
    roles: [['**', role]],
    threatModel,
    target: (files[0] as FixtureFile).target,
    suppressions: true,
    stdin: undefined,
    version: '',
  };
}

function inMemory(files: readonly FixtureFile[]): Machine {
  const texts = new Map(
    files.map((file) => [`/fixture/${file.path}`, new TextEncoder().encode(file.lines.join('\n'))]),
  );
  const absolute = (path: string) => (path.startsWith('/') ? path : `/fixture/${path}`).replace(/\/\.$/, '');
  const read = (path: string) => texts.get(absolute(path)) as Uint8Array;
  const isFolder = (path: string) => [...texts.keys()].some((each) => each.startsWith(`${path}/`));
  return {
    cwd: '/fixture',
    absolute,
    kindOf: (path) => (texts.has(absolute(path)) ? 'file' : isFolder(absolute(path)) ? 'directory' : 'missing'),
    sizeOf: (path) => read(path).length,
    realPath: absolute,
    readDirectory: () => [],
    readFile: read,
    readStart: (path, length) => read(path).subarray(0, length),
    openFile(path) {
      throw new Error(`${path} is read whole`);
    },
  };
}

function sumOf(name: string, rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    name,
    fixable: sum((row) => row.fixable),
    safe: sum((row) => row.safe),
    unsafe: sum((row) => row.unsafe),
    dropped: sum((row) => row.dropped),
    obstacles: sum((row) => row.obstacles),
    files: sum((row) => row.files),
    unreadable: rows.flatMap((row) => row.unreadable.map((path) => `${row.name}: ${path}`)),
    again: sum((row) => row.again),
    seconds: sum((row) => row.seconds),
  };
}

const rows: Row[] = [];
if (positionals.length === 0) {
  const all: Row[] = [];
  for (const { id } of considerations) all.push(...(await ofFixture(id)));
  rows.push(sumOf(`${considerations.length} fixtures`, all));
} else {
  for (const folder of positionals) rows.push(await ofFolder(folder));
}
if (values.json === true) console.log(JSON.stringify(rows, undefined, 2));
else {
  console.log(`${'project'.padEnd(24)} fixable   safe  unsafe  dropped  obstacles  files  unreadable  again  seconds`);
  for (const row of rows) {
    const cells = [
      row.fixable,
      row.safe,
      row.unsafe,
      row.dropped,
      row.obstacles,
      row.files,
      row.unreadable.length,
      row.again,
    ];
    const widths = [8, 7, 8, 9, 11, 7, 12, 7];
    const numbers = cells.map((cell, at) => String(cell).padStart(widths[at] as number)).join('');
    console.log(`${row.name.padEnd(24)}${numbers}${row.seconds.toFixed(1).padStart(9)}`);
    for (const path of row.unreadable) console.log(`  CPython no longer reads ${path}`);
  }
}
if (rows.some(({ unreadable, again }) => unreadable.length > 0 || again > 0)) process.exitCode = 1;
