// The name under which a module of a library can be written at a place: one that the file has already, or one that an
// import added at its top gives.

import type { Edit } from '../../core/index.ts';
import type { Binding, ModuleSemantics, Scope } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { importAtTop } from './import-place.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

export interface UsableName {
  /** `ssl`, `ssl_lib`, `create_default_context` */
  readonly text: string;
  /** the import that it needs */
  readonly edits: readonly Edit[];
}

export interface WantedName {
  /** `ssl` */
  readonly module: string;
  /** `create_default_context`; undefined: the module itself */
  readonly member: string | undefined;
}

/**
 * A name for `module.member` at a node. Names in use are preferred: what the node's own callee is written with, then
 * imports that are in view and certainly made by then.
 */
export function usableName(
  module: ModuleSemantics,
  at: NodeId,
  wanted: WantedName,
  isStandard: (name: string) => boolean,
): UsableName | Refusal {
  const dotted = (text: string) => (wanted.member === undefined ? text : `${text}.${wanted.member}`);
  const spelt = spellingAt(module, at, wanted.module);
  if (spelt !== undefined) return { text: dotted(spelt), edits: [] };
  for (const scope of scopesInView(module, at)) {
    for (const [name, bindings] of scope.bindings) {
      const target = importedBy(module, bindings, at);
      if (target === undefined || !isInView(module, at, name, scope)) continue;
      // import a.b   binds a, and a.b can be written
      if (target === wanted.module) return { text: dotted(textOfAlias(module, bindings[0], name)), edits: [] };
      if (wanted.member !== undefined && target === `${wanted.module}.${wanted.member}`)
        return { text: name, edits: [] };
    }
  }
  const first = wanted.module.split('.', 1)[0] as string;
  const taken = takenBy(module, at, first);
  if (taken !== undefined) return taken;
  const edit = importAtTop(module.tree, wanted.module, at, isStandard);
  return isRefusal(edit) ? edit : { text: dotted(wanted.module), edits: [edit] };
}

/** `tmp.mktemp(…)` where `tmp` is `tempfile`: what was good for the callee is good beside it. */
function spellingAt(module: ModuleSemantics, at: NodeId, wanted: string): string | undefined {
  const { tree } = module;
  if (tree.kind(at) !== Kind.Call) return undefined;
  let node = ast.Call.callee(tree, at);
  while (tree.kind(node) === Kind.Attribute) {
    node = ast.Attribute.value(tree, node);
    const { names, complete } = module.namesOf(node);
    if (complete && names.length === 1 && names[0] === wanted && isDotted(module, node)) return tree.text(node);
  }
  return undefined;
}

/** `a`, `a.b`: a chain of names, on one line. */
function isDotted({ tree }: ModuleSemantics, expression: NodeId): boolean {
  let node = expression;
  while (tree.kind(node) === Kind.Attribute) node = ast.Attribute.value(tree, node);
  return tree.kind(node) === Kind.Name && /^[\w.]+$/.test(tree.text(expression));
}

/** From the innermost outwards; a class is in view of its own body only. */
function scopesInView(module: ModuleSemantics, at: NodeId): readonly Scope[] {
  const own = module.scopeOf(at);
  const scopes: Scope[] = [];
  for (let scope: Scope | undefined = own; scope !== undefined; scope = scope.parent) {
    if (scope === own || scope.kind !== 'class') scopes.push(scope);
  }
  return scopes;
}

/** No scope between the place and the one that binds the name has another meaning for it. */
function isInView(module: ModuleSemantics, at: NodeId, name: string, home: Scope): boolean {
  for (const scope of scopesInView(module, at)) {
    if (scope === home) return true;
    if (scope.bindings.has(name)) return false;
  }
  return false;
}

/** What a name stands for when it is bound by imports of one thing alone, one of which was certainly made before `at`. */
function importedBy(module: ModuleSemantics, bindings: readonly Binding[], at: NodeId): string | undefined {
  const targets = new Set(bindings.map((binding) => targetOf(module, binding)));
  const [target] = targets;
  if (targets.size !== 1 || target === undefined) return undefined;
  return bindings.some((binding) => isMadeBefore(module, binding, at)) ? target : undefined;
}

/** Canonical name of what an import binds; undefined for anything else. */
function targetOf({ tree }: ModuleSemantics, { kind, node }: Binding): string | undefined {
  if (kind !== 'import' || tree.kind(node) !== Kind.Alias) return undefined;
  const statement = tree.parent(node);
  const name = tree.names.text(ast.Alias.name(tree, node));
  if (tree.kind(statement) === Kind.Import) return name;
  if (tree.kind(statement) !== Kind.ImportFrom || ast.ImportFrom.level(tree, statement) !== 0) return undefined;
  return `${tree.names.text(ast.ImportFrom.module(tree, statement))}.${name}`;
}

function textOfAlias({ tree }: ModuleSemantics, binding: Binding | undefined, bound: string): string {
  if (binding === undefined || ast.Alias.asname(tree, binding.node) !== 0) return bound;
  return tree.kind(tree.parent(binding.node)) === Kind.Import
    ? tree.names.text(ast.Alias.name(tree, binding.node))
    : bound;
}

/** A statement of the scope's own body, not of a branch of it, that stands before the place. */
function isMadeBefore({ tree }: ModuleSemantics, { node, scope }: Binding, at: NodeId): boolean {
  const statement = tree.parent(node);
  return tree.parent(statement) === scope.node && tree.end(statement) <= tree.start(at);
}

/** Something else has the name that an import would bind, in the file or around the place. */
function takenBy(module: ModuleSemantics, at: NodeId, name: string): Refusal | undefined {
  for (const scope of scopesInView(module, at)) {
    const bindings = scope.bindings.get(name);
    if (bindings === undefined) continue;
    const isImport = bindings.every((binding) => targetOf(module, binding)?.split('.', 1)[0] === name);
    if (scope.kind !== 'module' || !isImport) return refuse(`the name ${name} is taken`);
  }
  return undefined;
}

/** A scope that the place sees binds the name, or its function mentions it. */
export function isNameUsed(module: ModuleSemantics, at: NodeId, name: string): boolean {
  if (scopesInView(module, at).some((scope) => scope.bindings.has(name))) return true;
  const { tree } = module;
  const owner = module.functionOf(at) || tree.root;
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Name || tree.names.text(ast.Name.name(tree, node)) !== name) continue;
    if (tree.start(owner) <= tree.start(node) && tree.end(node) <= tree.end(owner)) return true;
  }
  return false;
}
