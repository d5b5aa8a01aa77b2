// Links the names of stub modules: follows imports, re-exports and aliases to definitions, and chooses for each
// definition the one name that users know it by.

import type { StubClass, StubExpression, StubFunction, StubModule, StubVariable } from './generate-stdlib-stubs.ts';

export type Definition =
  | { readonly kind: 'module'; readonly module: string }
  | {
      readonly kind: 'class';
      readonly module: string;
      readonly name: string;
      readonly statements: readonly StubClass[];
    }
  | {
      readonly kind: 'function';
      readonly module: string;
      readonly name: string;
      readonly statements: readonly StubFunction[];
    }
  | { readonly kind: 'variable'; readonly module: string; readonly name: string; readonly statement: StubVariable };

type Entry = Definition | { readonly kind: 'link'; readonly module: string; readonly name: string };

interface LinkedModule {
  readonly name: string;
  readonly isPackage: boolean;
  readonly entries: Map<string, Entry>;
  /** names that other modules may use: definitions, `import … as` of the same name, star imports, `__all__` */
  readonly accessible: Set<string>;
  /** `__all__`, when the module has one */
  readonly all: Set<string> | undefined;
}

/** Modules whose contents are documented, and known, under another name. */
const homeByModule: Readonly<Record<string, string>> = {
  posixpath: 'os.path',
  ntpath: 'os.path',
  genericpath: 'os.path',
  pyexpat: 'xml.parsers.expat',
  'pyexpat.errors': 'xml.parsers.expat.errors',
  'pyexpat.model': 'xml.parsers.expat.model',
};

/** Modules that the documentation treats as the home of what they define, although their package re-exports it. */
const ownHomes = new Set(['xml.sax.handler', 'xml.sax.xmlreader']);

const isPrivateModule = (name: string) => name.split('.').some((part) => part.startsWith('_') && !part.endsWith('__'));
const withoutUnderscores = (name: string) => name.replace(/(^|\.)_+(?=[A-Za-z])/g, '$1');

export class Linker {
  readonly modules = new Map<string, LinkedModule>();
  readonly #canonical = new Map<string, string>();
  readonly #pathsByDefinition = new Map<string, string[]>();

  constructor(stubs: readonly StubModule[]) {
    for (const stub of stubs) this.modules.set(stub.name, bind(stub));
    const waiting = new Map(stubs.map((stub) => [stub.name, stub]));
    for (const stub of stubs) this.#importStars(stub, waiting);
    for (const module of this.modules.values()) {
      if (isPrivateModule(module.name)) continue;
      for (const name of module.accessible) {
        const definition = this.lookUp(module.name, name);
        if (definition === undefined || definition.kind === 'module') continue;
        const key = `${definition.module}.${definition.name}`;
        const paths = this.#pathsByDefinition.get(key) ?? [];
        paths.push(`${module.name} ${name}`);
        this.#pathsByDefinition.set(key, paths);
      }
    }
  }

  /** What a name in a module stands for, in the end. */
  lookUp(moduleName: string, name: string, depth = 0): Definition | undefined {
    const entry = this.modules.get(moduleName)?.entries.get(name);
    if (entry === undefined) {
      const submodule = `${moduleName}.${name}`;
      return this.modules.has(submodule) ? { kind: 'module', module: submodule } : undefined;
    }
    if (depth > 20) return undefined;
    if (entry.kind === 'link' && entry.module === moduleName && entry.name === name) {
      // from multiprocessing import context, inside multiprocessing itself
      const submodule = `${moduleName}.${name}`;
      return this.modules.has(submodule) ? { kind: 'module', module: submodule } : undefined;
    }
    if (entry.kind === 'link') return this.lookUp(entry.module, entry.name, depth + 1);
    if (entry.kind === 'variable') {
      const target = this.aliasTarget(entry.module, entry.statement, depth + 1);
      // fromstring = XML: two functions to their users
      if (target?.kind === 'function' && target.module === entry.module) return { ...target, name: entry.name };
      if (target !== undefined) return target;
    }
    return entry;
  }

  /** What `x = y` stands for when `y` is a class, function or module. */
  aliasTarget(module: string, variable: StubVariable, depth = 0): Definition | undefined {
    const { annotation, value } = variable;
    if (value === null || (annotation !== null && !isTypeAlias(annotation))) return undefined;
    const target = this.resolve(module, value, depth);
    return target?.kind === 'variable' ? undefined : target;
  }

  /** What a dotted expression stands for where it is written; names of builtins are seen everywhere. */
  resolve(module: string, expression: StubExpression, depth = 0): Definition | undefined {
    if (depth > 20) return undefined;
    if (expression.kind === 'name') {
      return (
        this.lookUp(module, expression.name, depth + 1) ??
        (module === 'builtins' ? undefined : this.lookUp('builtins', expression.name, depth + 1))
      );
    }
    if (expression.kind === 'attribute') {
      const owner = this.resolve(module, expression.value, depth + 1);
      if (owner?.kind === 'module') return this.lookUp(owner.module, expression.name, depth + 1);
      if (owner?.kind === 'class') {
        for (const statement of owner.statements) {
          const inner = statement.body.filter((each) => each.kind === 'class' && each.name === expression.name);
          if (inner.length > 0) {
            const name = `${owner.name}.${expression.name}`;
            return { kind: 'class', module: owner.module, name, statements: inner as StubClass[] };
          }
        }
      }
    }
    return undefined;
  }

  /** The name that users know a definition by. */
  canonicalOf(definition: Exclude<Definition, { kind: 'module' }>): string {
    const key = `${definition.module}.${definition.name}`;
    let name = this.#canonical.get(key);
    if (name === undefined) {
      name = this.#choose(definition.module, definition.name);
      this.#canonical.set(key, name);
    }
    return name;
  }

  canonicalModule(name: string): string {
    return homeByModule[name] ?? name;
  }

  #choose(module: string, name: string): string {
    const home = homeByModule[module];
    if (home !== undefined) return `${home}.${name}`;
    if (name.includes('.')) {
      const [outer = '', ...inner] = name.split('.');
      const outerDefinition = this.lookUp(module, outer);
      if (outerDefinition?.kind === 'class') return [this.canonicalOf(outerDefinition), ...inner].join('.');
    }
    if (module === 'builtins') return name;
    const own = `${module}.${name}`;
    const paths = (this.#pathsByDefinition.get(own) ?? []).map((path) => path.split(' ') as [string, string]);
    if (!isPrivateModule(module)) {
      const ancestors = paths.filter(([from, as]) => module.startsWith(`${from}.`) && as === name);
      const nearest = ancestors.sort((one, other) => one[0].length - other[0].length)[0];
      return nearest !== undefined && !ownHomes.has(module) ? `${nearest[0]}.${name}` : own;
    }
    const twin = withoutUnderscores(module);
    const rank = ([from, as]: [string, string]) =>
      (as === name ? 0 : 1000) +
      (from === twin ? 0 : module.startsWith(`${from}.`) ? 1 : from.startsWith(`${twin}.`) ? 2 : 100 + from.length);
    const best = paths
      .filter(([, as]) => !as.startsWith('_') || name.startsWith('_'))
      .sort((one, other) => rank(one) - rank(other) || (one.join('.') < other.join('.') ? -1 : 1))[0];
    if (best === undefined) return own;
    return this.canonicalModule(best[0]) === 'builtins' ? best[1] : `${this.canonicalModule(best[0])}.${best[1]}`;
  }

  #importStars(stub: StubModule, waiting: Map<string, StubModule>): void {
    if (!waiting.delete(stub.name)) return;
    const module = this.modules.get(stub.name) as LinkedModule;
    for (const statement of stub.body) {
      if (statement.kind !== 'from' || statement.names[0]?.[0] !== '*') continue;
      const from = absoluteName(stub, statement.module, statement.level);
      const next = waiting.get(from);
      if (next !== undefined) this.#importStars(next, waiting);
      const source = this.modules.get(from);
      if (source === undefined) continue;
      for (const name of starNames(source)) {
        if (!module.entries.has(name)) module.entries.set(name, { kind: 'link', module: from, name });
        module.accessible.add(name);
      }
    }
  }

  /** Public names of a module: what a star import binds. */
  exportsOf(name: string): readonly string[] {
    const module = this.modules.get(name);
    return module === undefined ? [] : [...starNames(module)];
  }
}

function starNames(module: LinkedModule): Iterable<string> {
  return module.all ?? [...module.accessible].filter((name) => !name.startsWith('_'));
}

function bind(stub: StubModule): LinkedModule {
  const entries = new Map<string, Entry>();
  const accessible = new Set<string>();
  let all: Set<string> | undefined;
  const bindLink = (name: string, target: Entry) => {
    if (!entries.has(name)) entries.set(name, target);
  };
  for (const statement of stub.body) {
    switch (statement.kind) {
      case 'import':
        for (const [name, as] of statement.names) {
          bindLink(as ?? (name.split('.')[0] as string), {
            kind: 'module',
            module: as === null ? (name.split('.')[0] as string) : name,
          });
          if (as === name) accessible.add(name);
        }
        break;
      case 'from': {
        const from = absoluteName(stub, statement.module, statement.level);
        for (const [name, as] of statement.names) {
          if (name === '*') continue;
          bindLink(as ?? name, { kind: 'link', module: from, name });
          if (as === name) accessible.add(name);
        }
        break;
      }
      case 'variable':
        if (statement.name === '__all__') {
          if (statement.value?.kind === 'list') {
            all ??= new Set();
            for (const item of statement.value.items) if (item.kind === 'string') all.add(item.text);
          }
          break;
        }
        bindLink(statement.name, { kind: 'variable', module: stub.name, name: statement.name, statement });
        accessible.add(statement.name);
        break;
      default: {
        const { name } = statement;
        const before = entries.get(name);
        const statements = before?.kind === statement.kind ? [...before.statements, statement] : [statement];
        if (before === undefined || before.kind === statement.kind || before.kind === 'variable') {
          entries.set(name, { kind: statement.kind, module: stub.name, name, statements } as Entry);
        }
        accessible.add(name);
      }
    }
  }
  for (const name of all ?? []) accessible.add(name);
  return { name: stub.name, isPackage: stub.isPackage, entries, accessible, all };
}

function absoluteName(stub: StubModule, module: string, level: number): string {
  if (level === 0) return module;
  const parts = stub.name.split('.');
  const base = parts.slice(0, parts.length - (stub.isPackage ? level - 1 : level));
  return [...base, ...(module === '' ? [] : [module])].join('.');
}

function isTypeAlias(annotation: StubExpression): boolean {
  return (
    (annotation.kind === 'name' && annotation.name === 'TypeAlias') ||
    (annotation.kind === 'attribute' && annotation.name === 'TypeAlias')
  );
}
