// Which bindings a name means where it stands: Python's scoping rules on top of scopes and reaching bindings.

import { Kind, type NodeId, type Tree } from '../syntax/index.ts';
import type { Binding, Scope } from './module-semantics.ts';
import type { Reaching } from './reaching.ts';
import type { Resolution, ScopeTable } from './session.ts';

export interface LookupSource {
  readonly tree: Tree;
  readonly scopes: ScopeTable;
  reachingOf(scope: Scope): Reaching | undefined;
}

/** The name at a node: flow-sensitive in scopes whose code runs at the node's own time. */
export function lookUpAt(source: LookupSource, name: string, node: NodeId): Resolution {
  return lookUp(source, source.scopes.scopeOf(node), name, node);
}

/** The name as code that runs at some other time sees it from inside a scope. */
export function lookUpLater(source: LookupSource, scope: Scope, name: string): Resolution {
  return lookUp(source, scope, name, 0);
}

function lookUp(source: LookupSource, start: Scope, name: string, node: NodeId): Resolution {
  const { scopes } = source;
  const found: Binding[] = [];
  let isNow = node !== 0;
  let seesClass = true;
  let isNonlocal = false;
  for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
    const declared: 'global' | 'nonlocal' | undefined = scopes.declarationOf(scope, name);
    if (declared === 'global') {
      // global x; x = 1; x   the function's own bindings come first where they certainly reach
      return finish(found, later(source, scopes.module, name), scopes.module);
    }
    isNonlocal ||= declared === 'nonlocal';
    const own = scope.bindings.get(name);
    const isVisible = own !== undefined && declared === undefined && (scope.kind !== 'class' || seesClass);
    if (isVisible && !(isNonlocal && scope.kind !== 'function')) {
      if (isNow && own.length === 1 && isAlwaysBound(source, scope, own[0] as Binding, node)) {
        return finish(found, own, scope);
      }
      const reaching = isNow ? source.reachingOf(scope) : undefined;
      const reached = reaching?.before(name, node);
      if (reached === undefined) return finish(found, later(source, scope, name), scope);
      found.push(...reached.bindings);
      // A local name that is not bound yet is an error; at module and class level the search goes on.
      if (!reached.mayBeUnbound || scope.kind === 'function') return finish(found, [], scope);
    }
    if (scope.kind === 'function') isNow = false;
    if (scope.kind !== 'type-parameters') seesClass = false;
  }
  return { bindings: found, mayBeUnbound: true, scope: found[0]?.scope };
}

/** Statements between a binding and a read that are passed to find the one after the other. */
const MAX_STATEMENTS_BETWEEN = 200;

/**
 * Whether the only binding of a name is there wherever a node can run, told without a flow graph: 1. it is a parameter
 * of the scope itself; or 2. it is made by a statement that always makes it, and the node stands in a later statement of
 * the same list, which is the scope's own body where outer names count for unbound ones. Code that cannot run sees the
 * binding as well.
 */
function isAlwaysBound(source: LookupSource, scope: Scope, binding: Binding, node: NodeId): boolean {
  const { tree, scopes } = source;
  if (scopes.homeOf(binding) !== scope) return false;
  if (binding.kind === 'parameter') return scope.kind === 'function';
  const statement = bindingStatement(tree, binding);
  if (statement === 0) return false;
  const list = tree.parent(statement);
  if (scope.kind !== 'function' && list !== scope.node) return false;
  let reader = node;
  for (let around = tree.parent(reader); around !== list; around = tree.parent(reader)) {
    if (around === 0 || around === scope.node) return false;
    reader = around;
  }
  let steps = 0;
  for (let at = tree.next(statement); at !== 0; at = tree.next(at)) {
    if (at === reader) return true;
    if (++steps > MAX_STATEMENTS_BETWEEN) return false;
  }
  return false;
}

/** The statement that certainly makes a binding when it runs; 0 for others. */
function bindingStatement(tree: Tree, binding: Binding): NodeId {
  switch (binding.kind) {
    case 'import':
      return tree.parent(binding.node);
    case 'function':
    case 'class':
      return binding.node;
    case 'assignment': {
      const statement = tree.parent(binding.node);
      return tree.kind(statement) === Kind.Assign ? statement : 0;
    }
    default:
      return 0;
  }
}

function finish(found: readonly Binding[], more: readonly Binding[], scope: Scope): Resolution {
  return { bindings: more.length === 0 ? found : [...found, ...more], mayBeUnbound: false, scope };
}

/** All bindings of a scope that can be there at some other time. */
function later(source: LookupSource, scope: Scope, name: string): readonly Binding[] {
  const all = scope.bindings.get(name) ?? [];
  const real = all.filter((binding) => binding.kind !== 'delete' && binding.kind !== 'declaration');
  if (real.length === all.length && !real.some((binding) => binding.kind === 'exception')) return real;
  // import os; del os   leaves nothing for the functions of the module
  return scope.kind === 'module' ? (source.reachingOf(scope)?.atEnd(name)?.bindings ?? []) : real;
}
