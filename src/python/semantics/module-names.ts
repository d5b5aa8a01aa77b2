// What the files of a project are called and which file an import finds. Names come from paths: packages from
// `__init__.py`, directories without one are namespace packages or places that scripts run from.

import type { ModuleFile } from './session.ts';

/** Directories that hold packages without being one, by custom. */
const sourceDirectories: readonly string[] = ['src', 'lib', 'python'];

/** Finds modules by path and by what an import calls them. */
export class ModuleIndex<M extends { readonly file: ModuleFile }> {
  readonly #byPath = new Map<string, M>();
  /** by the last part of the dotted name */
  readonly #byLastPart = new Map<string, M[]>();
  readonly #packages: ReadonlySet<string>;

  constructor(modules: readonly M[], packages: ReadonlySet<string>) {
    this.#packages = packages;
    for (const module of modules) {
      const path = withoutSuffix(module.file.path);
      // A module beats the stub that describes it.
      if (!this.#byPath.has(path) || module.file.path.endsWith('.py')) this.#byPath.set(path, module);
      const last = lastPart(path);
      const list = this.#byLastPart.get(last);
      if (list === undefined) this.#byLastPart.set(last, [module]);
      else list.push(module);
    }
  }

  below(directory: string, dotted: string): M | undefined {
    const parts = dotted === '' ? [] : dotted.split('.');
    return this.#byPath.get(join(directory, parts));
  }

  /** The module that `import name` finds from a file: the nearest of those whose place allows it. */
  named(name: string, from: ModuleFile): M | undefined {
    const parts = name.split('.');
    let best: M | undefined;
    let bestShared = -1;
    for (const module of this.#byLastPart.get(parts[parts.length - 1] as string) ?? []) {
      const root = this.#rootFor(module, parts);
      if (root === undefined || !this.#isSearched(root, module, name, from)) continue;
      const shared = sharedLength(root, from.directory);
      if (shared > bestShared) {
        best = module;
        bestShared = shared;
      }
    }
    return best;
  }

  /** The directory from which a file is `parts`; undefined when its path does not end that way. */
  #rootFor(module: M, parts: readonly string[]): string | undefined {
    const segments = withoutSuffix(module.file.path).split('/');
    if (segments.length < parts.length) return undefined;
    for (let back = 1; back <= parts.length; back++) {
      if (segments[segments.length - back] !== parts[parts.length - back]) return undefined;
    }
    return segments.slice(0, segments.length - parts.length).join('/');
  }

  #isSearched(root: string, module: M, name: string, from: ModuleFile): boolean {
    if (module.file.name === name) return true;
    // Python does not look for top-level modules inside packages.
    if (this.#packages.has(root)) return false;
    return (
      root === '' ||
      from.directory === root ||
      from.directory.startsWith(`${root}/`) ||
      sourceDirectories.includes(lastPart(root))
    );
  }
}

/** Names the files of a project. */
export function describeFiles(paths: readonly string[]): { files: ModuleFile[]; packages: Set<string> } {
  const normal = paths.map((path) => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''));
  const packages = new Set<string>();
  for (const path of normal) {
    if (/(?:^|\/)__init__\.pyi?$/.test(path)) packages.add(directoryOf(path));
  }
  // Relative paths start where the user is, which is where the project starts.
  const top = normal.some((path) => path.startsWith('/') || path.startsWith('../')) ? commonDirectory(normal) : '';
  const files = normal.map((path): ModuleFile => {
    const directory = directoryOf(path);
    return { path, name: nameOf(path, packages, top), directory, isPackage: packages.has(directory) && isInit(path) };
  });
  return { files, packages };
}

function nameOf(path: string, packages: ReadonlySet<string>, top: string): string {
  const full = withoutSuffix(path);
  let root = directoryOf(path);
  if (packages.has(root)) {
    while (packages.has(root)) root = root.includes('/') ? directoryOf(root) : root === '' ? '\0' : '';
    if (root === '\0') root = '';
  } else {
    // No package: named from the top of the project, or from the nearest `src` around it.
    root = top;
    for (let at = directoryOf(path); at.length > top.length; at = directoryOf(at)) {
      if (sourceDirectories.includes(lastPart(at))) {
        root = at;
        break;
      }
    }
  }
  const rest = root === '' ? full : full.slice(root.length + 1);
  return rest.split('/').filter(Boolean).join('.') || '__init__';
}

function isInit(path: string): boolean {
  return /(?:^|\/)__init__\.pyi?$/.test(path);
}

/** `app/views.py` → `app/views`, `app/__init__.py` → `app` */
function withoutSuffix(path: string): string {
  return path.replace(/\.(?:pyi?|pyw|ipynb)$/, '').replace(/(?:^|\/)__init__$/, '');
}

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function join(directory: string, parts: readonly string[]): string {
  return directory === '' ? parts.join('/') : [directory, ...parts].join('/');
}

function commonDirectory(paths: readonly string[]): string {
  let common: string[] | undefined;
  for (const path of paths) {
    const parts = directoryOf(path).split('/');
    if (common === undefined) common = parts;
    else {
      let length = 0;
      while (length < common.length && length < parts.length && common[length] === parts[length]) length++;
      common = common.slice(0, length);
    }
  }
  // A single file, or files of one directory: that directory is where they are run from.
  return (common ?? []).join('/');
}

function sharedLength(one: string, other: string): number {
  const parts = one.split('/');
  const others = other.split('/');
  let length = 0;
  while (length < parts.length && length < others.length && parts[length] === others[length]) length++;
  return length;
}
