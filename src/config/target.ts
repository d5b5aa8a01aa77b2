// Which Pythons the analysed project runs on: what the configuration says, else the project's own metadata, else what it
// is deployed with, else a cautious default. Rules whose consideration hangs on a version ask the target and say what
// they assumed.

import { parseToml } from '../artifacts/index.ts';
import type { Target, TargetSource } from '../rulekit/index.ts';
import type { Machine } from '../scan/index.ts';
import { baseImageVersion } from './base-image.ts';
import { defaultMinimum, newestVersion, readRelease, readVersionRange } from './python-versions.ts';

const defaultTarget: Target = { minimum: defaultMinimum, maximum: newestVersion, source: 'default' };

/** `root` is the project's folder. Metadata that cannot be read says nothing: packaging tools report it, not heed. */
export function findTarget(root: string, machine: Machine): Target {
  const texts = new Map<string, string | undefined>();
  const textOf = (name: string) => {
    if (!texts.has(name)) texts.set(name, readText(machine, `${root}/${name}`));
    return texts.get(name);
  };
  const deployed = findDeployed(textOf);
  for (const { name, source, read } of readers) {
    const text = textOf(name);
    const specifier = text === undefined ? undefined : read(text);
    const range = specifier === undefined ? undefined : readVersionRange(specifier);
    if (range !== undefined) return { ...range, source, ...deployed };
  }
  return defaultTarget;
}

interface Reader {
  readonly name: string;
  readonly source: TargetSource;
  /** a version or a specifier */
  read(text: string): string | undefined;
}

/** What is meant for others to rely on comes first, then what was resolved or is deployed. */
const readers: readonly Reader[] = [
  { name: 'pyproject.toml', source: 'requires-python', read: specifierInPyproject },
  {
    name: 'setup.cfg',
    source: 'requires-python',
    read: (text) => /^\s*python_requires\s*=\s*(\S.*?)\s*$/m.exec(text)?.[1],
  },
  // Only a constant: anything computed in setup.py stays unknown.
  {
    name: 'setup.py',
    source: 'requires-python',
    read: (text) => /\bpython_requires\s*=\s*(["'])([^"'\n]+)\1/.exec(text)?.[2],
  },
  {
    name: 'Pipfile',
    source: 'Pipfile',
    read: (text) => /^python_(?:full_)?version\s*=\s*["']([^"'\n]+)["']/m.exec(text)?.[1],
  },
  {
    name: 'Pipfile.lock',
    source: 'lock file',
    read: (text) => /"python_(?:full_)?version"\s*:\s*"([^"\n]+)"/.exec(text)?.[1],
  },
  {
    name: 'uv.lock',
    source: 'lock file',
    read: (text) => /^requires-python\s*=\s*"([^"\n]+)"/m.exec(text)?.[1],
  },
  // packages have lines of the same name; those of the project stand below [metadata]
  {
    name: 'poetry.lock',
    source: 'lock file',
    read: (text) => /^python-versions\s*=\s*"([^"\n]+)"/m.exec(text.slice(text.lastIndexOf('\n[metadata]')))?.[1],
  },
  {
    name: 'pdm.lock',
    source: 'lock file',
    read: (text) => /\[\[metadata\.targets\]\]\s*requires_python\s*=\s*"([^"\n]+)"/.exec(text)?.[1],
  },
  ...['pyproject.toml', 'setup.cfg', 'setup.py'].map(
    (name): Reader => ({ name, source: 'classifiers', read: oldestClassifier }),
  ),
  { name: 'Dockerfile', source: 'Dockerfile', read: baseImageVersion },
  { name: 'Containerfile', source: 'Dockerfile', read: baseImageVersion },
  { name: 'runtime.txt', source: 'runtime.txt', read: (text) => /^python-([\d.]+)\s*$/m.exec(text)?.[1] },
  {
    name: '.python-version',
    source: '.python-version',
    read: (text) => /^\s*(\d+\.\d+(?:\.\d+)?)\s*$/m.exec(text)?.[1],
  },
];

/** A release to the third number that the project is put into service with. */
function findDeployed(textOf: (name: string) => string | undefined): Pick<Target, 'deployed'> {
  for (const { name, source, read } of readers) {
    if (source !== 'Dockerfile' && source !== 'runtime.txt') continue;
    const text = textOf(name);
    const version = text === undefined ? undefined : read(text);
    const release = version === undefined ? undefined : readRelease(version);
    if (release !== undefined && version?.split('.').length === 3) return { deployed: { release, source } };
  }
  return {};
}

/** Classifiers say what was tested; newer Pythons are admitted as well. */
function oldestClassifier(text: string): string | undefined {
  const minors = [...text.matchAll(/Programming Language :: Python :: 3\.(\d+)/g)].map(([, minor]) => Number(minor));
  return minors.length === 0 ? undefined : `>=3.${Math.min(...minors)}`;
}

function specifierInPyproject(text: string): string | undefined {
  try {
    const document = parseToml(text);
    const specifier =
      at(document, 'project', 'requires-python') ?? at(document, 'tool', 'poetry', 'dependencies', 'python');
    return typeof specifier === 'string' ? specifier : undefined;
  } catch {
    // `config` reports TOML that cannot be read when it looks for [tool.heed] there.
    return undefined;
  }
}

function at(table: unknown, ...keys: readonly string[]): unknown {
  let value = table;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function readText(machine: Machine, path: string): string | undefined {
  if (machine.kindOf(path) !== 'file') return undefined;
  try {
    return new TextDecoder().decode(machine.readFile(path));
  } catch {
    return undefined;
  }
}
