// What imports bind: modules and members of the project, followed through re-exports, and names of libraries.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { isBuiltin } from './builtin-names.ts';
import { directoryOf } from './module-names.ts';
import type { Binding } from './module-semantics.ts';
import type { Module, Session } from './session.ts';
import type { Place, Value } from './value.ts';
import { incomplete, reference, union, unknown } from './values.ts';

export function valueOfImport(module: Module, binding: Binding): Value {
  const { tree } = module;
  const alias = binding.node;
  const statement = tree.parent(alias);
  const name = tree.names.text(ast.Alias.name(tree, alias));
  if (tree.kind(statement) === Kind.ImportFrom) return memberOfImport(module, statement, name, module.place(alias));
  // import a.b.c   binds a; import a.b.c as x   binds the innermost module
  const bound = ast.Alias.asname(tree, alias) === 0 ? (name.split('.', 1)[0] as string) : name;
  return moduleValue(module, bound, module.place(alias));
}

/** A module by its absolute dotted name, as an import in `module` finds it. */
export function moduleValue(module: Module, name: string, at: Place): Value {
  const { session } = module;
  const found = session.moduleNamed(name, module.file);
  if (found !== undefined) return moduleReference(found, at);
  // A module that is called like a builtin (`import copyright`) is not the builtin.
  const isPlain = !name.includes('.') && !session.library.isModule(name);
  return reference(isPlain && isBuiltin(name) ? name : session.library.canonicalName(name), at);
}

export function moduleReference(found: Module, at: Place): Value {
  return reference(found.name, at, found.place(found.tree.root));
}

interface ImportSource {
  /** the module that names are taken from, when the project has it */
  readonly module: Module | undefined;
  readonly name: string;
  /** directory of its submodules, when it is the project's */
  readonly directory: string | undefined;
}

function sourceOf(module: Module, statement: NodeId): ImportSource {
  const { tree, session, file } = module;
  const dotted = tree.names.text(ast.ImportFrom.module(tree, statement));
  const level = ast.ImportFrom.level(tree, statement);
  if (level === 0) {
    const found = session.moduleNamed(dotted, file);
    return {
      module: found,
      name: found?.name ?? dotted,
      directory: found?.file.isPackage ? found.file.directory : undefined,
    };
  }
  // from ..models import x   one dot is the package of the file itself
  let directory = file.directory;
  const packageParts = file.name.split('.');
  if (!file.isPackage) packageParts.pop();
  for (let up = 1; up < level; up++) {
    directory = directoryOf(directory);
    packageParts.pop();
  }
  const found = session.moduleBelow(directory, dotted);
  const name = found?.name ?? [...packageParts, ...(dotted === '' ? [] : [dotted])].join('.');
  const below = dotted === '' ? directory : [directory, ...dotted.split('.')].filter((part) => part !== '').join('/');
  return { module: found, name, directory: below };
}

function memberOfImport(module: Module, statement: NodeId, name: string, at: Place): Value {
  const source = sourceOf(module, statement);
  return memberOfSource(module, source, name, at);
}

/** What `from module import name` takes, when both are the project's: the module and the name in it. */
export function importedMember(
  module: Module,
  alias: NodeId,
): { readonly module: Module; readonly name: string } | undefined {
  const { tree } = module;
  const statement = tree.parent(alias);
  if (tree.kind(statement) !== Kind.ImportFrom) return undefined;
  const source = sourceOf(module, statement);
  return source.module === undefined
    ? undefined
    : { module: source.module, name: tree.names.text(ast.Alias.name(tree, alias)) };
}

function memberOfSource(module: Module, source: ImportSource, name: string, at: Place): Value {
  const { session } = module;
  const submodule =
    source.directory === undefined
      ? session.moduleNamed(`${source.name}.${name}`, module.file)
      : session.moduleBelow(source.directory, name);
  // from . import views   inside the package itself: the name is not there yet, only the file is
  if (submodule !== undefined && (source.module === undefined || source.module === module)) {
    return moduleReference(submodule, at);
  }
  if (source.module === undefined) return reference(session.library.canonicalName(`${source.name}.${name}`), at);
  const member = memberOfModule(source.module, name, at);
  if (member !== undefined && member.facts.length > 0) return member;
  if (submodule !== undefined) return moduleReference(submodule, at);
  return member ?? incomplete(reference(`${source.name}.${name}`, at), `${source.name} does not define ${name}`);
}

/**
 * `module.name` for a module of the project. When the library describes the same module (the analysed files are the
 * library itself), its public names stand for themselves.
 */
export function memberOfModule(module: Module, name: string, at: Place): Value | undefined {
  const { library } = module.session;
  if (library.isModule(module.name)) {
    const full = `${module.name}.${name}`;
    if (isKnown(module.session, full)) return reference(library.canonicalName(full), at, definitionOf(module, name));
  }
  return module.member(name);
}

function definitionOf(module: Module, name: string): Place | undefined {
  const bindings = module.scopes.module.bindings.get(name);
  const binding = bindings?.length === 1 ? bindings[0] : undefined;
  if (binding === undefined || (binding.kind !== 'function' && binding.kind !== 'class')) return undefined;
  return module.place(binding.node);
}

export function isKnown(session: Session, name: string): boolean {
  return session.library.kindOf(name) !== undefined || session.library.conceptsOf(name).length > 0;
}

/** What `from x import *` statements of a module give for a name that nothing else binds. */
export function starValue(module: Module, name: string, at: NodeId): { value: Value; isCertain: boolean } | undefined {
  const candidates: Value[] = [];
  const stars = module.scopes.starsOf(module.scopes.module);
  for (let index = stars.length - 1; index >= 0; index--) {
    const statement = stars[index] as NodeId;
    const source = sourceOf(module, statement);
    if (source.module !== undefined && source.module !== module) {
      const exports = source.module.exports();
      if (!exports.names.includes(name)) continue;
      const value = memberOfSource(module, source, name, module.place(statement));
      if (value.facts.length > 0) return { value: union([...candidates, value]), isCertain: candidates.length === 0 };
      continue;
    }
    const listed = module.session.library.exportsOf(source.name);
    if (listed !== undefined ? !listed.includes(name) : name.startsWith('_')) continue;
    const full = module.session.library.canonicalName(`${source.name}.${name}`);
    const value = reference(full, module.place(at));
    if (listed !== undefined || isKnown(module.session, full))
      return { value: union([...candidates, value]), isCertain: candidates.length === 0 };
    candidates.push(value);
  }
  if (candidates.length === 0) return undefined;
  return { value: incomplete(union(candidates), `${name} may come from a star import`), isCertain: false };
}

/** Value of a star-imported name, or an explanation. */
export function noSuchName(name: string): Value {
  return unknown(`nothing in view defines ${name}`);
}
