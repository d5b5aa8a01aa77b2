// All modules that are analysed together: finding them by path and by name, and the classes of project and library.

import type { Library } from '../../models/index.ts';
import { Kind, type Tree } from '../syntax/index.ts';
import { Budget } from './budget.ts';
import { ClassTable } from './classes.ts';
import { AnalysedModule } from './module.ts';
import { describeFiles, ModuleIndex } from './module-names.ts';
import type { ClassInfo } from './module-semantics.ts';
import type { Module, ModuleFile, ProjectOptions, Session } from './session.ts';
import type { Place } from './value.ts';

export function createSession(
  files: readonly { readonly path: string; readonly tree: Tree }[],
  library: Library,
  options: ProjectOptions,
): Session {
  return new AnalysedProject(files, library, options);
}

/** Stands for the place of a class that the project does not define. */
const nowhere = Symbol('nowhere');

class AnalysedProject implements Session {
  readonly modules: readonly AnalysedModule[];
  readonly library: Library;
  readonly options: ProjectOptions;
  readonly classes: ClassTable;
  readonly #index: ModuleIndex<AnalysedModule>;
  readonly #byPath: ReadonlyMap<string, AnalysedModule>;
  /** by directory that an import stands in, then by name */
  readonly #found = new Map<string, Map<string, Module | undefined>>();
  readonly #byName = new Map<string, AnalysedModule>();
  readonly #classPlaces = new Map<string, Place | typeof nowhere>();

  constructor(
    files: readonly { readonly path: string; readonly tree: Tree }[],
    library: Library,
    options: ProjectOptions,
  ) {
    this.library = library;
    this.options = options;
    this.classes = new ClassTable(this);
    const { files: described, packages } = describeFiles(files.map((file) => file.path));
    const budget = new Budget();
    this.modules = files.map(
      (file, index) => new AnalysedModule(this, budget, described[index] as ModuleFile, file.path, file.tree),
    );
    this.#index = new ModuleIndex(this.modules, packages);
    this.#byPath = new Map(this.modules.map((module) => [module.path, module]));
    for (const module of this.modules) if (!this.#byName.has(module.name)) this.#byName.set(module.name, module);
  }

  moduleAt(path: string): Module | undefined {
    return this.#byPath.get(path);
  }

  moduleNamed(name: string, from: ModuleFile): Module | undefined {
    let found = this.#found.get(from.directory);
    if (found === undefined) this.#found.set(from.directory, (found = new Map()));
    const known = found.get(name);
    if (known !== undefined || found.has(name)) return known;
    const module = this.#findNamed(name, from);
    found.set(name, module);
    return module;
  }

  #findNamed(name: string, from: ModuleFile): Module | undefined {
    const found = this.#index.named(name, from);
    // import random   in a package that has a random.py of its own is still the library's
    const isLibrary = found !== undefined && this.library.isModule(name) && found.name !== name;
    return isLibrary ? undefined : found;
  }

  moduleBelow(directory: string, dotted: string): Module | undefined {
    return this.#index.below(directory, dotted);
  }

  moduleOf(place: Place): Module {
    return place.module as Module;
  }

  hasModule(name: string): boolean {
    return this.#byName.has(name);
  }

  classNamed(name: string): ClassInfo | undefined {
    let place = this.#classPlaces.get(name);
    if (place === undefined) this.#classPlaces.set(name, (place = this.#definitionOf(name) ?? nowhere));
    // What a class inherits is kept by the table of classes, which knows when that is final.
    return place === nowhere ? this.classes.libraryClass(this.library.canonicalName(name)) : this.classes.at(place);
  }

  /** `app.models.Outer.Inner`: the longest part that is a module, then classes inside it. */
  #definitionOf(name: string): Place | undefined {
    const parts = name.split('.');
    for (let length = parts.length - 1; length > 0; length--) {
      const moduleName = parts.slice(0, length).join('.');
      const module = this.#byName.get(moduleName);
      if (module === undefined) continue;
      let scope = module.scopes.module;
      let node = 0;
      for (const part of parts.slice(length)) {
        const binding = scope.bindings.get(part)?.find((each) => each.kind === 'class' || each.kind === 'function');
        const inner = binding === undefined ? undefined : module.scopes.scopeOpenedBy(binding.node);
        if (binding === undefined || inner === undefined) return undefined;
        scope = inner;
        node = binding.node;
      }
      return module.tree.kind(node) === Kind.ClassDef ? module.place(node) : undefined;
    }
    return undefined;
  }

  isSubclass(name: string, ancestor: string): boolean | undefined {
    if (name === ancestor) return true;
    const info = this.classNamed(name);
    if (info === undefined) return undefined;
    if (info.ancestors.includes(ancestor)) return true;
    return info.complete ? false : undefined;
  }
}
