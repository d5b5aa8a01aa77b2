// What a file imports, read from its import statements alone: which names stand for which modules, which may come from
// the project itself, and which libraries a file can reach through the files that it imports.

import type { Library } from '../models/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { canonicalName } from '../rulekit/index.ts';
import type { FileIndex } from './file-index.ts';

export interface FileImports {
  /** canonical names by the name that an import binds; more than one after `try: import a as x` … `except` */
  readonly bound: ReadonlyMap<number, readonly string[]>;
  /** names that may come from a module of the project */
  readonly fromProject: ReadonlySet<number>;
  /** first components of the canonical names of all imported modules */
  readonly roots: ReadonlySet<string>;
  /** `from module import *` */
  readonly hasStar: boolean;
  /** dotted names of modules that may be the project's; relative ones start with a dot */
  readonly projectModules: readonly string[];
}

export function readImports(file: FileIndex, library: Library, projectWords: ReadonlySet<string>): FileImports {
  const { tree } = file;
  const bound = new Map<number, string[]>();
  const fromProject = new Set<number>();
  const roots = new Set<string>();
  const projectModules: string[] = [];
  let hasStar = false;

  const add = (id: number, name: string, isProject: boolean) => {
    if (isProject) fromProject.add(id);
    const canonical = canonicalName(library, name);
    roots.add(rootOf(canonical));
    const known = bound.get(id);
    if (known === undefined) bound.set(id, [canonical]);
    else if (!known.includes(canonical)) known.push(canonical);
  };
  for (const statement of file.imports) {
    if (tree.kind(statement) === Kind.Import) {
      for (let alias = ast.Import.names(tree, statement); alias !== 0; alias = tree.next(alias)) {
        const name = tree.names.text(ast.Alias.name(tree, alias));
        const asname = ast.Alias.asname(tree, alias);
        const isProject = projectWords.has(rootOf(name));
        if (isProject) projectModules.push(name);
        // import a.b binds a
        if (asname === 0) add(tree.names.intern(rootOf(name)), rootOf(name), isProject);
        else add(asname, name, isProject);
        roots.add(rootOf(canonicalName(library, name)));
      }
      continue;
    }
    const level = ast.ImportFrom.level(tree, statement);
    const from = tree.names.text(ast.ImportFrom.module(tree, statement));
    const isProject = level > 0 || projectWords.has(rootOf(from));
    if (isProject) projectModules.push(level > 0 ? `.${from}` : from);
    for (let alias = ast.ImportFrom.names(tree, statement); alias !== 0; alias = tree.next(alias)) {
      const id = ast.Alias.name(tree, alias);
      const name = tree.names.text(id);
      if (name === '*') hasStar = true;
      if (isProject) projectModules.push(`${level > 0 ? '.' : ''}${from}${from === '' ? '' : '.'}${name}`);
      add(ast.Alias.asname(tree, alias) || id, level > 0 ? `.${from}.${name}` : `${from}.${name}`, isProject);
    }
  }
  return { bound, fromProject, roots, hasStar, projectModules };
}

export function rootOf(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

/** Every folder and file name of the project: an import that starts with none of them leaves the project. */
export function wordsOfPaths(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => path.replace(/\.pyi?$/, '').split(/[/\\]/)));
}

/** For each file, the files that it may import: found by the last component of a module's name, so rather too many. */
export function filesImported(
  paths: readonly string[],
  imports: readonly FileImports[],
): readonly ReadonlySet<number>[] {
  const filesByWord = new Map<string, number[]>();
  paths.forEach((path, at) => {
    const parts = path.replace(/\.pyi?$/, '').split(/[/\\]/);
    const last = parts.at(-1) === '__init__' ? parts.at(-2) : parts.at(-1);
    if (last === undefined) return;
    const known = filesByWord.get(last);
    if (known === undefined) filesByWord.set(last, [at]);
    else known.push(at);
  });
  return imports.map(({ projectModules }) => {
    const targets = new Set<number>();
    for (const module of projectModules) {
      for (const at of filesByWord.get(module.slice(module.lastIndexOf('.') + 1)) ?? []) targets.add(at);
    }
    return targets;
  });
}

/** Those of `wanted` that each file can reach through the files that it imports, its own included. */
export function reachableRoots(
  imports: readonly FileImports[],
  importsByFile: readonly ReadonlySet<number>[],
  wanted: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const reached = imports.map(({ roots }) => new Set([...roots].filter((root) => wanted.has(root))));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    importsByFile.forEach((targets, at) => {
      const own = reached[at] as Set<string>;
      const before = own.size;
      for (const target of targets) for (const root of reached[target] as Set<string>) own.add(root);
      if (own.size > before) isChanged = true;
    });
  }
  return reached;
}
