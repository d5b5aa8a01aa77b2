// What a file imports, read from its import statements alone: which names stand for which modules, which may come from
// the project itself, and which libraries a file can reach through the files that it imports.

import { ast, Kind } from '../python/syntax/index.ts';
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

export function readImports(
  file: FileIndex,
  canonical: (name: string) => string,
  projectWords: ReadonlySet<string>,
): FileImports {
  const { tree } = file;
  const bound = new Map<number, string[]>();
  const fromProject = new Set<number>();
  const roots = new Set<string>();
  const projectModules: string[] = [];
  let hasStar = false;

  const add = (id: number, name: string, isProject: boolean) => {
    if (isProject) fromProject.add(id);
    const meant = canonical(name);
    roots.add(rootOf(meant));
    const known = bound.get(id);
    if (known === undefined) bound.set(id, [meant]);
    else if (!known.includes(meant)) known.push(meant);
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
        roots.add(rootOf(canonical(name)));
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

/** For each file, the files that it may import. Rather too many: two folders may both hold the module of a name. */
export function filesImported(
  paths: readonly string[],
  imports: readonly FileImports[],
): readonly ReadonlySet<number>[] {
  const modules = paths.map((path) => path.replace(/\.pyi?$/, '').split(/[/\\]/));
  for (const parts of modules) if (parts.at(-1) === '__init__') parts.pop();
  const filesByWord = new Map<string, number[]>();
  modules.forEach((parts, at) => {
    const last = parts.at(-1) ?? '';
    const known = filesByWord.get(last);
    if (known === undefined) filesByWord.set(last, [at]);
    else known.push(at);
  });
  return imports.map(({ projectModules }) => {
    const targets = new Set<number>();
    for (const module of projectModules) {
      const wanted = module.replace(/^\./, '').split('.');
      for (const at of filesByWord.get(wanted.at(-1) ?? '') ?? []) {
        const parts = modules[at] as string[];
        const isSame = wanted.every((word, index) => parts[parts.length - wanted.length + index] === word);
        if (isSame) targets.add(at);
      }
    }
    return targets;
  });
}

/**
 * Those of `wanted` that each file can reach through the files that it imports, its own included. Sets of roots are
 * bits, so that going round until nothing changes costs little even where everything imports everything.
 */
export function reachableRoots(
  imports: readonly FileImports[],
  importsByFile: readonly ReadonlySet<number>[],
  wanted: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const roots = [...wanted];
  const bitByRoot = new Map(roots.map((root, bit) => [root, bit]));
  const words = Math.ceil(roots.length / 32);
  const reached = new Int32Array(imports.length * words);
  imports.forEach(({ roots: own }, at) => {
    for (const root of own) {
      const bit = bitByRoot.get(root);
      if (bit === undefined) continue;
      const word = at * words + (bit >> 5);
      reached[word] = (reached[word] as number) | (1 << (bit & 31));
    }
  });
  const edges = importsByFile.map((targets) => [...targets]);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    edges.forEach((targets, at) => {
      for (const target of targets) {
        for (let word = 0; word < words; word++) {
          const before = reached[at * words + word] as number;
          const after = before | (reached[target * words + word] as number);
          if (after === before) continue;
          reached[at * words + word] = after;
          isChanged = true;
        }
      }
    });
  }
  // Most files reach the same roots as others.
  const known = new Map<string, ReadonlySet<string>>();
  return imports.map((_, at) => {
    const bits = reached.subarray(at * words, (at + 1) * words);
    const key = bits.join();
    let set = known.get(key);
    if (set === undefined) {
      set = new Set(roots.filter((_root, bit) => ((bits[bit >> 5] as number) & (1 << (bit & 31))) !== 0));
      known.set(key, set);
    }
    return set;
  });
}
