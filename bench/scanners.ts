// heed beside the scanners of model files, in one run: how much of what is hostile each of them catches, and how often
// each cries at what is harmless. Hostile are the cases of the fixtures that heed says something of, written to files;
// harmless are files that libraries have written (`npm run benign` makes them). The scanners say what their own command
// lines would: a find, nothing, or that they could not look.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../test/artifacts/builders/index.ts';
import { readCases } from '../test/artifacts/listing.ts';
import type { Benchmark } from './run.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const cache = path.join(root, '.cache');
const peers = path.join(cache, 'peers');
const hostile = path.join(cache, 'scanners', 'hostile');
const benign = path.join(cache, 'benign', 'files');

const tools = ['picklescan', 'picklescan-strict', 'fickling', 'modelscan'] as const;
/** What a tool says of a file. `told`: that it could not judge it, with an exit code of its own. */
type Said = 'caught' | 'told' | 'clean';

/** Topics whose data files the scanners are made for: what runs code when it is loaded, and what carries that. */
const scanned = /^(pickle|shelve)\//;

interface Row {
  readonly tool: string;
  readonly version: string;
  readonly hostile: Readonly<Record<Said, number>>;
  readonly benign: Readonly<Record<Said, number>>;
}

interface Figures {
  readonly rows: readonly Row[];
  readonly hostile: number;
  readonly benign: number;
  /** files that heed is wrong about: hostile ones that pass, harmless ones that fail */
  readonly wrong: readonly string[];
}

export const benchmark: Benchmark<Figures> = {
  async measure() {
    installPeers();
    const hostileFiles = writeHostile();
    const benignFiles = filesBelow(benign);
    if (benignFiles.length === 0) throw new Error('there are no harmless files: run npm run benign first');
    const both = [...hostileFiles, ...benignFiles];
    const heed = judgedByHeed([hostile, benign], both);
    const rows = [
      rowOf('heed', versionOfHeed(), heed),
      ...tools.map((tool) => rowOf(tool, versionOf(tool), scannedBy(tool, both))),
    ];
    function rowOf(tool: string, version: string, said: ReadonlyMap<string, Said>): Row {
      return { tool, version, hostile: count(said, hostileFiles), benign: count(said, benignFiles) };
    }
    const wrong = both.filter((file) => heed.get(file) === (hostileFiles.includes(file) ? 'clean' : 'caught'));
    return {
      rows,
      hostile: hostileFiles.length,
      benign: benignFiles.length,
      wrong: wrong.map((file) => path.relative(cache, file)),
    };
  },

  print({ rows, hostile: ofHostile, benign: ofBenign, wrong }) {
    const line = (cells: readonly (string | number)[]) =>
      cells.map((cell, at) => (at === 0 ? String(cell).padEnd(28) : String(cell).padStart(9))).join('');
    return [
      `${ofHostile} hostile files, ${ofBenign} harmless ones; "told": could not look, and said so`,
      '',
      line(['', 'hostile', '', '', 'harmless', '', '']),
      line(['', 'caught', 'told', 'missed', 'cried', 'told', 'clean']),
      ...rows.map(({ tool, version, hostile: bad, benign: good }) =>
        line([`${tool} ${version}`, bad.caught, bad.told, bad.clean, good.caught, good.told, good.clean]),
      ),
      ...(wrong.length === 0 ? [] : ['', 'heed is wrong about', ...wrong]),
    ].join('\n');
  },
};

function installPeers(): void {
  const python = path.join(peers, 'bin', 'python');
  if (existsSync(path.join(peers, 'bin', 'modelscan'))) return;
  execFileSync('python3', ['-m', 'venv', peers]);
  const packages = ['picklescan', 'fickling', 'modelscan', 'numpy', 'typing_extensions'];
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Each case in a folder of its own, under the name that it gives its file. */
function writeHostile(): readonly string[] {
  rmSync(hostile, { recursive: true, force: true });
  const rules = path.join(root, 'src', 'rules');
  return filesBelow(rules).flatMap((fixture) => {
    const id = path.relative(rules, fixture).replaceAll(path.sep, '/');
    if (!id.endsWith('.fixture.txt') || !scanned.test(id)) return [];
    return readCases(readFileSync(fixture, 'utf8'))
      .filter(({ expected }) => expected.some((each) => each.startsWith('fail')))
      .map(({ files, line }) => {
        const folder = path.join(hostile, id.replace('.fixture.txt', ''), String(line));
        mkdirSync(folder, { recursive: true });
        for (const { name, nodes } of files) writeFileSync(path.join(folder, name), build(nodes));
        return path.join(folder, files[0]?.name ?? '');
      });
  });
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** By the worst verdict of a file; files that heed does not take for data are clean. */
function judgedByHeed(folders: readonly string[], files: readonly string[]): ReadonlyMap<string, Said> {
  const command = path.join(root, 'dist', 'heed.js');
  const { stdout } = spawnSync('node', [command, ...folders, '--format', 'json', '--show', 'all'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const report = JSON.parse(stdout) as {
    findings: readonly { path: string; verdict: string }[];
    problems: readonly { path: string }[];
  };
  const said = new Map<string, Said>(files.map((file) => [file, 'clean']));
  const at = (file: string) => path.resolve(root, file);
  for (const { path: file } of report.problems) said.set(at(file), 'told');
  for (const { path: file, verdict } of report.findings) {
    if (verdict === 'fail') said.set(at(file), 'caught');
    else if (verdict === 'open' && said.get(at(file)) === 'clean') said.set(at(file), 'told');
  }
  return said;
}

function scannedBy(tool: (typeof tools)[number], files: readonly string[]): ReadonlyMap<string, Said> {
  const script = path.join(root, 'bench', 'peers', 'scanners.py');
  const { stdout } = spawnSync(path.join(peers, 'bin', 'python'), [script, tool], {
    input: files.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; verdict: Said });
  if (lines.length !== files.length) throw new Error(`${tool} answered for ${lines.length} of ${files.length} files`);
  return new Map(lines.map(({ file, verdict }) => [file, verdict]));
}

function count(said: ReadonlyMap<string, Said>, files: readonly string[]): Record<Said, number> {
  const counts = { caught: 0, told: 0, clean: 0 };
  for (const file of files) counts[said.get(file) ?? 'clean']++;
  return counts;
}

function versionOf(tool: string): string {
  const name = tool.split('-', 1)[0] as string;
  const program = `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`;
  return execFileSync(path.join(peers, 'bin', 'python'), ['-c', program], { encoding: 'utf8' }).trim();
}

function versionOfHeed(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
