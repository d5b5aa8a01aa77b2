// The laws of the layers: imports go down only, layers are entered through their index, only the outer layers touch
// the machine, and each third-party package has one home.

import { expect, test } from 'vitest';
import { layerOf, layers, readSources } from './source-files.ts';

const sources = readSources('src');
const nameOf = (index: number) => layers[index]?.name ?? 'no layer';

/** The only homes of code that reads files, the environment, arguments or clocks, or writes anywhere. */
const machineLayers = new Set(['roots', 'cli', 'lsp', 'config', 'scan']);
const machineModules =
  /^(node:)?(fs|fs\/promises|child_process|worker_threads|os|process|net|http|https|readline|tty|v8|vm)$/;
const machineGlobals = /\b(process\.(?!env\.NODE_ENV)\w+|console\.\w+|Date\.now|performance\.now|fetch\()/;

/** Third-party packages at run time, each with the one layer that may import it. */
const homes = new Map([
  ['smol-toml', 'artifacts'],
  ['ignore', 'scan'],
  ['yaml', 'artifacts'],
]);

/** `scan` is handed the rules by the roots; the roots alone know both. */
const forbidden = new Map([
  ['scan', new Set(['rules'])],
  ['rules', new Set(['scan', 'python/flow', 'python/syntax'])],
]);

test('every source file lies in a layer', () => {
  expect(sources.filter(({ path }) => layerOf(path) < 0).map(({ path }) => path)).toEqual([]);
});

test('imports go down', () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    const from = layerOf(path);
    for (const { target } of imports) {
      if (target === undefined) continue;
      const to = layerOf(target);
      if (to < from) wrong.push(`${path} (${nameOf(from)}) imports ${target} (${nameOf(to)})`);
      if (forbidden.get(nameOf(from))?.has(nameOf(to)))
        wrong.push(`${nameOf(from)} never imports ${nameOf(to)}: ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a layer is entered through its index', () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    for (const { target } of imports) {
      if (target === undefined || layerOf(target) === layerOf(path) || layerOf(target) === 0) continue;
      const entry = `${layers[layerOf(target)]?.folder}index.ts`;
      if (target !== entry && !target.endsWith('.generated.ts')) wrong.push(`${path} imports ${target}, not ${entry}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('only the outer layers touch the machine', () => {
  const wrong: string[] = [];
  for (const { path, imports, text } of sources) {
    if (machineLayers.has(nameOf(layerOf(path)))) continue;
    for (const { specifier } of imports) if (machineModules.test(specifier)) wrong.push(`${path} imports ${specifier}`);
    const code = text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/'[^'\n]*'|`[^`]*`/g, "''");
    const use = machineGlobals.exec(code);
    if (use !== null) wrong.push(`${path} uses ${use[0]}`);
  }
  expect(wrong).toEqual([]);
});

test('printing, exit codes and argv belong to the command line', () => {
  const wrong = sources
    .filter(({ path }) => !['cli', 'lsp', 'roots'].includes(nameOf(layerOf(path))))
    .filter(({ text }) => /\bconsole\.|process\.(stdout|stderr|argv|exit)/.test(text.replace(/^\s*\/\/.*$/gm, '')))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('each third-party package has one home', () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    for (const { specifier, target } of imports) {
      if (target !== undefined || specifier.startsWith('node:')) continue;
      const home = homes.get(specifier);
      if (home !== nameOf(layerOf(path)))
        wrong.push(`${path} imports ${specifier}, whose home is ${home ?? 'nowhere'}`);
    }
  }
  expect(wrong).toEqual([]);
});

/**
 * A grammar is mutually recursive, and so is a recursive descent through it: an argument holds an expression. So is
 * running code: evaluating a call runs statements, which evaluate calls.
 */
const recursive = ['src/python/syntax/', 'src/python/flow/'];

test('no file is part of an import cycle', () => {
  const targetsByPath = new Map(
    sources.map(({ path, text }) => {
      const targets = [...text.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^'";]*?\bfrom\s+'(\.[^']+)'/gm)].map(
        (match) => new URL(match[1] as string, `file:///${path}`).pathname.slice(1),
      );
      return [path, targets] as const;
    }),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      if (!recursive.some((folder) => cycle.every((each) => each.startsWith(folder)))) cycles.push(cycle.join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const target of targetsByPath.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const { path } of sources) visit(path, []);
  expect(cycles).toEqual([]);
});
