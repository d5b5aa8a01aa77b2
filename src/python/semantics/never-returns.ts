// Calls that end the flow of control: `sys.exit()`, `os.abort()`, project functions annotated `-> NoReturn`. Asked while
// flow graphs are built, so names are followed by their imports alone, without any flow.

import type { Library } from '../../models/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { isBuiltin } from './builtin-names.ts';
import type { Binding, Scope } from './module-semantics.ts';
import type { ScopeTable } from './session.ts';

export function neverReturns(tree: Tree, scopes: ScopeTable, library: Library, call: NodeId): boolean {
  const path = dottedText(tree, ast.Call.callee(tree, call));
  if (path === undefined) return false;
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  const bindings = bindingsAround(scopes.scopeOf(call), root);
  if (bindings === undefined) {
    // Quitters are objects of `site`, not functions that an annotation could speak about.
    const isQuitter = root === 'exit' || root === 'quit';
    return rest.length === 0 && isBuiltin(root) && (isQuitter || isNever(library, `builtins.${root}`));
  }
  return (
    bindings.length > 0 &&
    bindings.every((binding) => {
      if (binding.kind === 'function') return rest.length === 0 && isAnnotatedNever(tree, binding.node);
      const name = importedName(tree, binding);
      return name !== undefined && isNever(library, [name, ...rest].join('.'));
    })
  );
}

function isNever(library: Library, name: string): boolean {
  return library.neverReturns(library.canonicalName(name));
}

function bindingsAround(start: Scope, name: string): readonly Binding[] | undefined {
  for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
    const own = scope.bindings.get(name);
    if (own !== undefined && (scope.kind !== 'class' || scope === start)) return own;
  }
  return undefined;
}

function importedName(tree: Tree, binding: Binding): string | undefined {
  if (binding.kind !== 'import') return undefined;
  const alias = binding.node;
  const statement = tree.parent(alias);
  const name = tree.names.text(ast.Alias.name(tree, alias));
  if (tree.kind(statement) === Kind.Import) return ast.Alias.asname(tree, alias) === 0 ? binding.name : name;
  if (ast.ImportFrom.level(tree, statement) > 0) return undefined;
  return `${tree.names.text(ast.ImportFrom.module(tree, statement))}.${name}`;
}

function isAnnotatedNever(tree: Tree, definition: NodeId): boolean {
  const head = ast.FunctionDef.head(tree, definition);
  const returns = head === 0 ? 0 : ast.FunctionHead.returns(tree, head);
  const path = returns === 0 ? undefined : dottedText(tree, returns);
  return path !== undefined && /(?:^|\.)(?:NoReturn|Never)$/.test(path);
}

/** `a.b.c` as text when an expression is made of names and attributes alone. */
export function dottedText(tree: Tree, expression: NodeId): string | undefined {
  const parts: string[] = [];
  let node = expression;
  while (tree.kind(node) === Kind.Attribute) {
    parts.push(tree.names.text(ast.Attribute.name(tree, node)));
    node = ast.Attribute.value(tree, node);
  }
  if (tree.kind(node) !== Kind.Name) return undefined;
  parts.push(tree.names.text(ast.Name.name(tree, node)));
  return parts.reverse().join('.');
}
