// Which Pythons the analysed project runs on: what the configuration says, else the project's own metadata, else a
// cautious default. Rules whose consideration hangs on a version ask the target and say what they assumed.

import { parse } from 'smol-toml';
import type { Target } from '../rulekit/index.ts';
import type { Machine } from '../scan/index.ts';
import { defaultMinimum, newestVersion, readVersionRange } from './python-versions.ts';

const defaultTarget: Target = { minimum: defaultMinimum, maximum: newestVersion, source: 'default' };

/** `root` is the project's folder. Metadata that cannot be read says nothing: packaging tools report it, not heed. */
export function findTarget(root: string, machine: Machine): Target {
  for (const [name, read] of metadataReaders) {
    const text = readText(machine, `${root}/${name}`);
    const specifier = text === undefined ? undefined : read(text);
    const range = specifier === undefined ? undefined : readVersionRange(specifier);
    if (range !== undefined) return { ...range, source: 'requires-python' };
  }
  return defaultTarget;
}

const metadataReaders: readonly (readonly [name: string, read: (text: string) => string | undefined])[] = [
  ['pyproject.toml', specifierInPyproject],
  ['setup.cfg', (text) => /^\s*python_requires\s*=\s*(\S.*?)\s*$/m.exec(text)?.[1]],
  // Only a constant: anything computed in setup.py stays unknown.
  ['setup.py', (text) => /\bpython_requires\s*=\s*(["'])([^"'\n]+)\1/.exec(text)?.[2]],
];

function specifierInPyproject(text: string): string | undefined {
  try {
    const document = parse(text);
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
