// Which bindings a name means where it stands: Python's scoping rules on top of scopes and reaching bindings.

import type { NodeId } from '../syntax/index.ts';
import type { Binding, Scope } from './module-semantics.ts';
import type { Reaching } from './reaching.ts';
import type { Resolution, ScopeTable } from './session.ts';

export interface LookupSource {
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
