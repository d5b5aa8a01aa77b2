// Finds and reads the configuration file: `heed.toml`, or `pyproject.toml` with a table `[tool.heed]`, in the nearest
// folder at or above a path. Whatever is wrong with it is the user's to put right, so it is thrown: a key that is
// silently ignored is how projects come to believe in settings that they do not have.

import { parse, TomlError } from 'smol-toml';
import { UsageError } from '../core/index.ts';
import { type Machine, nearestTo } from '../scan/index.ts';
import { type Configuration, configurationKeys } from './configuration.ts';

export interface ConfigurationFile {
  readonly path: string;
  /** absolute path of the folder that patterns are relative to */
  readonly folder: string;
  readonly configuration: Configuration;
}

/** The file that the user named. */
export function readNamedConfiguration(path: string, machine: Machine): ConfigurationFile {
  if (machine.kindOf(path) !== 'file') throw new UsageError(`no such configuration file: ${path}`);
  const document = readToml(path, machine);
  const isProject = path.endsWith('pyproject.toml');
  const table = isProject ? heedTableOf(document) : document;
  if (table === undefined) throw new UsageError(`${path} has no table [tool.heed]; add it, or leave --config out`);
  return toConfigurationFile(path, table, machine);
}

/** The nearest file that configures heed, from `start` upwards. */
export function findConfiguration(start: string, machine: Machine): ConfigurationFile | undefined {
  const absolute = machine.absolute(start);
  let folder = machine.kindOf(start) === 'directory' ? absolute : folderAbove(absolute);
  for (;;) {
    const own = inFolder(folder, 'heed.toml');
    if (machine.kindOf(own) === 'file')
      return toConfigurationFile(forPeople(own, machine), readToml(own, machine), machine);
    const project = inFolder(folder, 'pyproject.toml');
    if (machine.kindOf(project) === 'file') {
      const table = heedTableOf(readToml(project, machine));
      if (table !== undefined) return toConfigurationFile(forPeople(project, machine), table, machine);
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

function readToml(path: string, machine: Machine): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(machine.readFile(path));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new UsageError(`${forPeople(path, machine)}:${error.line}:${error.column}: not valid TOML: ${what}`);
  }
}

function heedTableOf(document: Record<string, unknown>): Record<string, unknown> | undefined {
  const tool = document.tool;
  const table = isTable(tool) ? tool.heed : undefined;
  return isTable(table) ? table : undefined;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toConfigurationFile(path: string, table: Record<string, unknown>, machine: Machine): ConfigurationFile {
  const configuration: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(table)) {
    if (!isConfigurationKey(key)) {
      const near = nearestTo(key, Object.keys(configurationKeys));
      const advice =
        near === undefined ? `known keys: ${Object.keys(configurationKeys).join(', ')}` : `did you mean ${near}?`;
      throw new UsageError(`${path}: unknown key ${key}; ${advice}`);
    }
    const read = configurationKeys[key].read(value);
    if (read === undefined) {
      throw new UsageError(
        `${path}: ${key} = ${JSON.stringify(value)} is not right; it takes ${configurationKeys[key].expected}`,
      );
    }
    configuration[key] = read;
  }
  return { path, folder: folderAbove(machine.absolute(path)), configuration };
}

function isConfigurationKey(key: string): key is keyof typeof configurationKeys {
  return Object.hasOwn(configurationKeys, key);
}
