// Finds and reads the configuration file: `heed.toml`, or `pyproject.toml` with a table `[tool.heed]`, in the nearest
// folder at or above a path. Whatever is wrong with it is the user's to put right, so it is thrown: a key that is
// silently ignored is how projects come to believe in settings that they do not have.

import { parseToml, TomlError } from '../artifacts/index.ts';
import { UsageError } from '../core/index.ts';
import { type Machine, nearestTo } from '../scan/index.ts';
import { type Configuration, configurationKeys } from './configuration.ts';

/** The table of `pyproject.toml` that is heed's. */
const projectSection = ['tool', 'heed'] as const;

export interface ConfigurationFile {
  readonly path: string;
  /** absolute path of the folder that patterns are relative to */
  readonly folder: string;
  readonly configuration: Configuration;
}

/** The file that the user named. */
export function readNamedConfiguration(path: string, machine: Machine): ConfigurationFile {
  if (machine.kindOf(path) !== 'file') throw new UsageError(`no such configuration file: ${path}`);
  const { text, document } = readToml(path, machine);
  const section = path.endsWith('pyproject.toml') ? projectSection : [];
  const table = tableAt(document, section);
  if (table === undefined) throw new UsageError(`${path} has no table [tool.heed]; add it, or leave --config out`);
  return toConfigurationFile({ path, text, section, table }, machine);
}

/** The nearest file that configures heed, from `start` upwards. */
export function findConfiguration(start: string, machine: Machine): ConfigurationFile | undefined {
  const absolute = machine.absolute(start);
  let folder = machine.kindOf(start) === 'directory' ? absolute : folderAbove(absolute);
  for (;;) {
    const own = inFolder(folder, 'heed.toml');
    if (machine.kindOf(own) === 'file') {
      const { text, document } = readToml(own, machine);
      return toConfigurationFile({ path: forPeople(own, machine), text, section: [], table: document }, machine);
    }
    const project = inFolder(folder, 'pyproject.toml');
    if (machine.kindOf(project) === 'file') {
      const { text, document } = readToml(project, machine);
      const table = tableAt(document, projectSection);
      const path = forPeople(project, machine);
      if (table !== undefined) return toConfigurationFile({ path, text, section: projectSection, table }, machine);
    }
    const above = folderAbove(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

function inFolder(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

function folderAbove(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return path;
  return end === 0 || path[end - 1] === ':' ? path.slice(0, end + 1) : path.slice(0, end);
}

function forPeople(path: string, machine: Machine): string {
  return path.startsWith(`${machine.cwd}/`) ? path.slice(machine.cwd.length + 1) : path;
}

function readToml(path: string, machine: Machine): { text: string; document: Record<string, unknown> } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(machine.readFile(path));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return { text, document: parseToml(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new UsageError(`${forPeople(path, machine)}:${error.line}:${error.column}: not valid TOML: ${what}`);
  }
}

function tableAt(document: Record<string, unknown>, section: readonly string[]): Record<string, unknown> | undefined {
  let table = document;
  for (const name of section) {
    const inner = table[name];
    if (!isTable(inner)) return undefined;
    table = inner;
  }
  return table;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A table of settings, and the file around it for telling where a key stands. */
interface Settings {
  /** for people */
  readonly path: string;
  readonly text: string;
  /** names of the tables around the keys: `tool`, `heed` */
  readonly section: readonly string[];
  readonly table: Record<string, unknown>;
}

/** Everything that is wrong is said at once: nobody likes to put a file right one run at a time. */
function toConfigurationFile(settings: Settings, machine: Machine): ConfigurationFile {
  const { path, text, section, table } = settings;
  const configuration: Record<string, unknown> = {};
  const mistakes: { readonly line: number; readonly what: string }[] = [];
  for (const [key, value] of Object.entries(table)) {
    const read = isConfigurationKey(key) ? configurationKeys[key].read(value) : undefined;
    if (read !== undefined) configuration[key] = read;
    else mistakes.push({ line: lineOfKey(text, section, key) ?? 0, what: mistakeAt(key, value) });
  }
  if (mistakes.length > 0) {
    const lines = mistakes
      .sort((one, other) => one.line - other.line)
      .map(({ line, what }) => `${path}${line === 0 ? '' : `:${line}`}: ${what}`);
    throw new UsageError(
      lines.length === 1 ? lines.join() : [`${path}: ${lines.length} settings are wrong`, ...lines].join('\n  '),
    );
  }
  return { path, folder: folderAbove(machine.absolute(path)), configuration };
}

function mistakeAt(key: string, value: unknown): string {
  if (isConfigurationKey(key))
    return `${key} = ${JSON.stringify(value)} is not right; it takes ${configurationKeys[key].expected}`;
  const known = Object.keys(configurationKeys);
  const near = nearestTo(key, known);
  return `unknown key ${key}; ${near === undefined ? `known keys: ${known.join(', ')}` : `did you mean ${near}?`}`;
}

/**
 * The line (from 1) of `key = …` or `[key]` in a section. The parser keeps no places, so the text is looked through
 * line by line; `undefined` for a key written in a way that this does not see, such as in an inline table.
 */
function lineOfKey(text: string, section: readonly string[], key: string): number | undefined {
  const wanted = [...section, key].join('.');
  let table: readonly string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const header = /^\s*\[\[?([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) table = partsOf(header);
    const own = header === undefined ? /^\s*((?:"[^"]*"|'[^']*'|[\w.\s-])+?)\s*=/.exec(line)?.[1] : '';
    if (own === undefined) continue;
    const name = [...table, ...partsOf(own)].join('.');
    if (name === wanted || name.startsWith(`${wanted}.`)) return index + 1;
  }
  return undefined;
}

/** `tool."heed"` → `tool`, `heed` */
function partsOf(dotted: string): readonly string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|[\w-]+/g)].map((part) => part[1] ?? part[2] ?? part[0]);
}

function isConfigurationKey(key: string): key is keyof typeof configurationKeys {
  return Object.hasOwn(configurationKeys, key);
}
