// From the paths that the user named to the files that will be analysed: Python, what starts it, and data that it may
// load. Folders are walked in sorted order; links are followed after everything real, and each file is taken once whatever ways lead to it, so loops end and
// results do not depend on the order of the file system.

import { type Problem, UsageError } from '../core/index.ts';
import { type FileKind, fileKindOf } from '../startup/index.ts';
import { type Claim, createClaims } from './data-claims.ts';
import {
  type IgnoreRules,
  ignoreRulesAround,
  isIgnored,
  noIgnoreRules,
  withGitignoreOf,
  withPatterns,
} from './ignore-rules.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { hasPythonName, kindOfFile, mayBePython } from './python-files.ts';

export interface DiscoveredFile {
  /** as the user would write it: the named path, with what was found below it appended */
  readonly path: string;
  /** the file was named itself, not found in a folder */
  readonly isNamed: boolean;
  /** what it is as code: Python, or a kind of file that starts it; undefined: it is data alone */
  readonly code: 'python' | FileKind | undefined;
  /** a reader of data claims its bytes */
  readonly isData: boolean;
}

export interface Discovery {
  readonly files: readonly DiscoveredFile[];
  readonly problems: readonly Problem[];
}

/** Folders that never hold a project's own code. */
const skippedFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  '__pycache__',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.hypothesis',
  '.ipynb_checkpoints',
]);

/** Files whose presence says that a folder is an installed environment: of `venv`, of conda. */
const environmentMarks = new Set(['pyvenv.cfg', 'conda-meta']);

interface Walk {
  readonly machine: Machine;
  readonly claimOn: (path: string) => Claim | undefined;
  readonly excluded: IgnoreRules;
  readonly files: Map<string, DiscoveredFile>;
  readonly problems: Problem[];
  /** real paths of folders that were walked */
  readonly seenFolders: Set<string>;
  /** real paths of folders that the operand at hand led to: its own, and those that another operand had walked before */
  readonly reached: Set<string>;
  /** links met on the way; looked at when everything real is done */
  readonly links: { readonly path: string; readonly rules: IgnoreRules }[];
}

/** Throws {@link UsageError} for a path that does not exist. */
export function discover(options: ScanOptions, machine: Machine): Discovery {
  const walk: Walk = {
    machine,
    claimOn: options.isWithoutData ? () => undefined : createClaims(machine),
    excluded: options.exclude.length === 0 ? noIgnoreRules : withPatterns(noIgnoreRules, options.root, options.exclude),
    files: new Map(),
    problems: [],
    seenFolders: new Set(),
    reached: new Set(),
    links: [],
  };
  const empty: string[] = [];
  for (const given of options.paths) {
    const path = trimPath(given);
    const kind = kindOfNamed(path, machine);
    if (kind === 'directory') {
      const [files, problems] = [walk.files.size, walk.problems.length];
      walk.reached.clear();
      walkFolder(walk, path, machine.realPath(path), ignoreRulesAround(machine.absolute(path), machine));
      followLinks(walk);
      const isQuiet = walk.files.size === files && walk.problems.length === problems;
      if (isQuiet && !hasFileInReach(walk)) empty.push(path);
    } else {
      walk.files.set(machine.realPath(path), { path, isNamed: true, ...kindsOfNamed(walk, path, kind) });
    }
  }
  walk.problems.push(...empty.map(nothingFound));
  const files = [...walk.files.values()].sort((one, other) => compareText(one.path, other.path));
  return { files, problems: walk.problems };
}

/** What is named and is nothing else is taken for Python. */
function kindsOfNamed(
  { machine, claimOn }: Walk,
  path: string,
  kind: 'file' | 'other',
): Pick<DiscoveredFile, 'code' | 'isData'> {
  const code = kindOfFile(path, machine);
  if (code === 'python' || kind === 'other') return { code: code ?? 'python', isData: false };
  let claim: Claim | undefined;
  try {
    claim = claimOn(path);
  } catch {
    // Reading it as code will say why.
  }
  return kindsBy(code, claim, path);
}

/** What is handed to heed is code, unless it is shown to be data: names without an extension leave both possible. */
export function kindsBy(
  code: DiscoveredFile['code'],
  claim: Claim | undefined,
  path: string,
): Pick<DiscoveredFile, 'code' | 'isData'> {
  const mayBeCode = claim === undefined || (claim === 'perhaps' && mayBePython(path));
  return { code: code ?? (mayBeCode ? 'python' : undefined), isData: claim !== undefined };
}

function kindOfNamed(path: string, machine: Machine): 'file' | 'directory' | 'other' {
  let kind: ReturnType<Machine['kindOf']>;
  try {
    kind = machine.kindOf(path);
  } catch (error) {
    throw new UsageError(`cannot look at ${path} (${reasonOf(error)}); check its permissions`);
  }
  if (kind === 'missing') {
    throw new UsageError(`no such file or folder: ${path}; paths are taken from ${machine.cwd}`);
  }
  return kind;
}

/** Whether what the operand led to holds a file that another operand gave first: `heed src src/app`. */
function hasFileInReach(walk: Walk): boolean {
  return [...walk.files.keys()].some((file) =>
    [...walk.reached].some(
      (folder) => file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`),
    ),
  );
}

function nothingFound(path: string): Problem {
  const message =
    'neither Python nor data that heed reads was found here; check the path, .gitignore and the configured exclude patterns';
  return { kind: 'configuration', path, span: undefined, message, hidesCode: true };
}

function walkFolder(walk: Walk, path: string, realPath: string, rulesAbove: IgnoreRules): void {
  walk.reached.add(realPath);
  if (walk.seenFolders.has(realPath)) return;
  walk.seenFolders.add(realPath);
  const { machine } = walk;
  let entries: ReturnType<Machine['readDirectory']>;
  try {
    entries = machine.readDirectory(path);
  } catch (error) {
    walk.problems.push(unreadable(path, `the folder could not be opened: ${reasonOf(error)}`));
    return;
  }
  const rules = entries.some((entry) => entry.name === '.gitignore')
    ? withGitignoreOf(rulesAbove, machine.absolute(path), machine)
    : rulesAbove;
  for (const entry of [...entries].sort((one, other) => compareText(one.name, other.name))) {
    const childPath = path === '.' ? entry.name : path.endsWith('/') ? `${path}${entry.name}` : `${path}/${entry.name}`;
    const realChild = realPath.endsWith('/') ? `${realPath}${entry.name}` : `${realPath}/${entry.name}`;
    if (entry.kind === 'directory') {
      if (isWantedFolder(walk, childPath, entry.name, rules)) walkFolder(walk, childPath, realChild, rules);
    } else if (entry.kind === 'file') {
      takeFile(walk, childPath, realChild, entry.name, rules);
    } else if (entry.kind === 'link') {
      walk.links.push({ path: childPath, rules });
    }
  }
}

/** Links can lead to links: the list grows while it is worked off, each real folder at most once. */
function followLinks(walk: Walk): void {
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) {
    const name = link.path.slice(link.path.lastIndexOf('/') + 1);
    try {
      const kind = walk.machine.kindOf(link.path);
      // A link into nothing is no file that could be analysed.
      if (kind === 'missing') continue;
      const realPath = walk.machine.realPath(link.path);
      if (kind === 'directory') {
        if (isWantedFolder(walk, link.path, name, link.rules)) walkFolder(walk, link.path, realPath, link.rules);
      } else if (kind === 'file') {
        takeFile(walk, link.path, realPath, name, link.rules);
      }
    } catch (error) {
      if (!hasPythonName(name)) continue;
      walk.problems.push(unreadable(link.path, `the link could not be followed: ${reasonOf(error)}`));
    }
  }
}

function isWantedFolder(walk: Walk, path: string, name: string, rules: IgnoreRules): boolean {
  if (skippedFolders.has(name)) return false;
  if (isLeftOut(walk, path, rules, true)) return false;
  for (const mark of environmentMarks) {
    if (walk.machine.kindOf(`${path}/${mark}`) !== 'missing') return false;
  }
  return true;
}

function takeFile(walk: Walk, path: string, realPath: string, name: string, rules: IgnoreRules): void {
  if (walk.files.has(realPath)) {
    walk.reached.add(realPath);
    return;
  }
  const mayBeCode = mayBePython(name) || fileKindOf(path) !== undefined;
  if (!mayBeCode && !isData(walk, path, rules)) return;
  if (isLeftOut(walk, path, rules, false)) return;
  const code = mayBeCode ? kindOfFile(path, walk.machine) : undefined;
  const isAlsoData = !mayBeCode || (code !== 'python' && isData(walk, path, rules));
  if (code !== undefined || isAlsoData) walk.files.set(realPath, { path, isNamed: false, code, isData: isAlsoData });
}

function isData(walk: Walk, path: string, rules: IgnoreRules): boolean {
  try {
    return walk.claimOn(path) !== undefined;
  } catch (error) {
    if (!isLeftOut(walk, path, rules, false)) {
      walk.problems.push(unreadable(path, `the file could not be opened: ${reasonOf(error)}`));
    }
    return false;
  }
}

function isLeftOut(walk: Walk, path: string, rules: IgnoreRules, isFolder: boolean): boolean {
  if (rules.length === 0 && walk.excluded.length === 0) return false;
  const absolute = walk.machine.absolute(path);
  return isIgnored(walk.excluded, absolute, isFolder) || isIgnored(rules, absolute, isFolder);
}

function unreadable(path: string, message: string): Problem {
  return { kind: 'unreadable', path, span: undefined, message, hidesCode: true };
}

/** What the operating system said, without the path that Node repeats. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (/^[A-Z]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message).trim();
}

function trimPath(path: string): string {
  const forward = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const short = forward.replace(/^(?:\.\/+)+(?=.)/, '').replace(/(?<=[^/:])\/+$/, '');
  return short === '' ? '.' : short;
}

/** By code units: the same everywhere, unlike the order of a locale. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
