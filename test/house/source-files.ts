// The codebase as input: its files, their imports, and the layer that each belongs to. House tests judge these.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface SourceFile {
  /** path from the project's root, with forward slashes */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly ImportOf[];
}

export interface ImportOf {
  /** as written: './tree.ts', 'node:fs', 'smol-toml' */
  readonly specifier: string;
  /** path from the project's root, for relative imports */
  readonly target: string | undefined;
}

/** From top to bottom. A file may import its own layer and those below it. */
export const layers: readonly { readonly name: string; readonly folder: string }[] = [
  { name: 'roots', folder: 'src/' },
  { name: 'cli', folder: 'src/cli/' },
  { name: 'lsp', folder: 'src/lsp/' },
  { name: 'config', folder: 'src/config/' },
  { name: 'report', folder: 'src/report/' },
  { name: 'fix', folder: 'src/fix/' },
  { name: 'rules', folder: 'src/rules/' },
  { name: 'scan', folder: 'src/scan/' },
  { name: 'rulekit', folder: 'src/rulekit/' },
  { name: 'python/flow', folder: 'src/python/flow/' },
  { name: 'python/edits', folder: 'src/python/edits/' },
  { name: 'python/semantics', folder: 'src/python/semantics/' },
  { name: 'python/syntax', folder: 'src/python/syntax/' },
  { name: 'startup', folder: 'src/startup/' },
  { name: 'artifacts', folder: 'src/artifacts/' },
  { name: 'models', folder: 'src/models/' },
  { name: 'core', folder: 'src/core/' },
];

/** Index of a file's layer in {@link layers}; -1 when it lies in a folder that is none. */
export function layerOf(path: string): number {
  for (let index = layers.length - 1; index > 0; index--) {
    if (path.startsWith((layers[index] as { folder: string }).folder)) return index;
  }
  return /^src\/[^/]+\.ts$/.test(path) ? 0 : -1;
}

export function readSources(folder: string): SourceFile[] {
  return filesBelow(join(root, folder))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readSource(relative(root, path).split(sep).join('/')))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'/gm),
    ...text.matchAll(/^\s*import\s+'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g),
  ].map((match) => match[1] as string);
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: specifiers.map((specifier) => ({
      specifier,
      target: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined,
    })),
  };
}
