// Which versions of libraries the analysed project says it runs with: its own metadata, files of requirements, and locks.
// Only what bounds a version is kept, at the grain of a comparison: the oldest version that is admitted, and the first
// that is not any more. Nothing is resolved, and nothing is run: of `setup.py` only constant text counts.

import { parseToml } from '../artifacts/index.ts';
import type { Requirement, Requirements } from '../rulekit/index.ts';
import type { Machine } from '../scan/index.ts';

/** A lock of a large application has a megabyte. */
const longestFile = 8 * 1024 * 1024;

/** A name, extras, and what bounds its version. */
const requirementText =
  /^([A-Za-z0-9](?:[\w.-]{0,80}[A-Za-z0-9])?)[ \t]{0,8}(?:\[[\w ,.-]{0,200}\])?[ \t]{0,8}\(?((?:===|==|~=|!=|<=|>=|<|>)[^;#)\n]{1,200})/;
const quoted = /(["'])([A-Za-z0-9][^"'\n]{0,300})\1/g;

type Found = readonly [name: string, requirement: Requirement];

/**
 * `root` is the project's folder; `undefined` when nothing bounds anything. Files that cannot be read say nothing:
 * packaging tools report them, not heed.
 */
export function findRequirements(root: string, machine: Machine): Requirements | undefined {
  const found: Found[] = [];
  for (const file of filesToRead(root, machine)) {
    const text = readText(machine, `${root}/${file}`);
    if (text !== undefined) found.push(...readFile(file, text));
  }
  if (found.length === 0) return undefined;
  const byName = new Map<string, Requirement[]>();
  for (const [name, requirement] of found) byName.set(name, [...(byName.get(name) ?? []), requirement]);
  return Object.fromEntries(byName);
}

/** `undefined`: no requirement, or one that admits every version. */
export function readRequirement(text: string, file: string): Found | undefined {
  const found = requirementText.exec(text.trim());
  return found === null ? undefined : bounded(found[1] as string, found[2] as string, found[0].trim(), file);
}

const listed = (found: Found | undefined): readonly Found[] => (found === undefined ? [] : [found]);

/** Other environments than the program's: what tests, documentation and developers need. */
const asideFile = /dev|test|doc|lint|typ|build|bench|example/i;

function filesToRead(root: string, machine: Machine): readonly string[] {
  const named = (folder: string) => {
    try {
      return machine.readDirectory(folder).filter(({ kind }) => kind === 'file');
    } catch {
      return [];
    }
  };
  const above = named(root).map(({ name }) => name);
  const below =
    machine.kindOf(`${root}/requirements`) === 'directory'
      ? named(`${root}/requirements`).map(({ name }) => `requirements/${name}`)
      : [];
  const isRequirements = (file: string) =>
    /^(requirements\/.*|.*requirements.*|constraints)\.(txt|in)$/.test(file) && !asideFile.test(file);
  const others = ['pyproject.toml', 'setup.cfg', 'setup.py', 'Pipfile', ...locks.keys(), 'Pipfile.lock'];
  return [...others.filter((file) => above.includes(file)), ...[...above, ...below].filter(isRequirements).sort()];
}

const locks: ReadonlyMap<string, RegExp> = new Map(
  ['poetry.lock', 'uv.lock', 'pdm.lock'].map((file) => [
    file,
    /^\[\[package\]\]\r?\nname = "([\w.-]{1,100})"\r?\nversion = "([\w.+!-]{1,60})"/gm,
  ]),
);

function readFile(file: string, text: string): readonly Found[] {
  const lock = locks.get(file);
  if (lock !== undefined) return [...text.matchAll(lock)].flatMap(([, name, version]) => pinned(name, version, file));
  switch (file) {
    case 'pyproject.toml':
    case 'Pipfile':
      return inToml(file, text);
    case 'Pipfile.lock':
      return inPipfileLock(file, text);
    case 'setup.py':
      return [...text.matchAll(quoted)].flatMap((each) => listed(readRequirement(each[2] as string, file)));
    case 'setup.cfg':
      // install_requires =
      //     lxml >= 4.2
      return text
        .split('\n')
        .flatMap((line) => /^(?:install_requires[ \t]*=)?[ \t](.*)/.exec(line)?.[1] ?? [])
        .flatMap((line) => listed(readRequirement(line, file)));
    default:
      return text.split('\n').flatMap((line) => listed(readRequirement(line, file)));
  }
}

function inToml(file: string, text: string): readonly Found[] {
  const document = readToml(text);
  const project = tableOf(document, 'project');
  const written = [project?.dependencies, ...Object.values(tableOf(project, 'optional-dependencies') ?? {})].flat();
  const requirements = written.flatMap((each) => (typeof each === 'string' ? listed(readRequirement(each, file)) : []));
  const tables = [tableOf(document, 'tool', 'poetry', 'dependencies'), tableOf(document, 'packages')];
  const keyed = tables.flatMap((table) =>
    Object.entries(table ?? {}).flatMap(([name, value]) => {
      const version = typeof value === 'string' ? value : tableOf(value)?.version;
      // Poetry lists Python among the libraries.
      if (typeof version !== 'string' || name === 'python') return [];
      return listed(bounded(name, version, `${name} ${version}`, file));
    }),
  );
  return [...requirements, ...keyed];
}

function inPipfileLock(file: string, text: string): readonly Found[] {
  try {
    const packages = tableOf(JSON.parse(text), 'default') ?? {};
    return Object.entries(packages).flatMap(([name, value]) => {
      const version = tableOf(value)?.version;
      return typeof version === 'string' ? listed(bounded(name, version, `${name}${version}`, file)) : [];
    });
  } catch {
    return [];
  }
}

const pinned = (name: string | undefined, version: string | undefined, file: string) =>
  listed(bounded(name ?? '', `==${version}`, `${name} ${version}`, file));

function bounded(name: string, specifier: string, text: string, file: string): Found | undefined {
  let minimum: readonly number[] | undefined;
  let below: readonly number[] | undefined;
  for (const part of specifier.split(',')) {
    const clause = /^\s*(===|==|~=|!=|<=|>=|<|>|\^|~|)\s*v?(\d+(?:\.\d+)*)/.exec(part);
    if (clause === null) continue;
    const version = (clause[2] as string).split('.').map(Number);
    const series = clause[1] === '^' || (clause[1] === '~' && version.length === 1) ? 1 : version.length - 1;
    switch (clause[1]) {
      case '>=':
      case '>':
        minimum = version;
        break;
      case '<':
        below = version;
        break;
      case '<=':
        below = next(version, version.length);
        break;
      case '==':
      case '===':
      case '':
        [minimum, below] = [version, next(version, version.length)];
        break;
      case '~=':
      case '^':
      case '~':
        [minimum, below] = [version, next(version, series)];
        break;
      default:
        // != leaves out one version
        break;
    }
  }
  if (minimum === undefined && below === undefined) return undefined;
  return [normalized(name), { minimum, below, text, file }];
}

/** The first version after those that begin with these components. */
function next(version: readonly number[], components: number): readonly number[] {
  const start = version.slice(0, Math.max(components, 1));
  return [...start.slice(0, -1), (start.at(-1) ?? 0) + 1];
}

/** As PEP 503 compares names. */
const normalized = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-');

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function tableOf(value: unknown, ...keys: readonly string[]): Record<string, unknown> | undefined {
  let table = value;
  for (const key of keys) {
    if (typeof table !== 'object' || table === null) return undefined;
    table = (table as Record<string, unknown>)[key];
  }
  return typeof table === 'object' && table !== null ? (table as Record<string, unknown>) : undefined;
}

function readText(machine: Machine, path: string): string | undefined {
  try {
    return machine.sizeOf(path) > longestFile ? undefined : new TextDecoder().decode(machine.readFile(path));
  } catch {
    return undefined;
  }
}
