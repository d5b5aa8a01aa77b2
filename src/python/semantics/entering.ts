// What `with … as` binds: what the context manager's `__enter__` gives, as classes, libraries and
// `contextlib.contextmanager` functions say.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { attributeOf, decoratorNames } from './attributes.ts';
import { isPlainClass } from './builtin-names.ts';
import type { Module } from './session.ts';
import type { Fact, InstanceFact, Value } from './value.ts';
import { computed, mapFacts, only, union } from './values.ts';

export function enteredValue(module: Module, context: NodeId): Value {
  const value = module.valueOf(context);
  const yielded = yieldedBy(module, context);
  if (yielded !== undefined) return yielded;
  return mapFacts(value, (fact) => entered(module, context, fact));
}

function entered(module: Module, at: NodeId, fact: Fact): Value | undefined {
  switch (fact.kind) {
    case 'instance':
      return fact.definition === undefined
        ? enteredLibraryObject(module, at, fact)
        : enteredProjectObject(module, at, fact);
    case 'computed':
      return only(fact);
    case 'parameter':
      return only(fact);
    default:
      return undefined;
  }
}

/** What `with` binds for an object of a library. */
export function enteredLibraryObject(module: Module, at: NodeId, fact: InstanceFact): Value {
  const { library } = module.session;
  for (const method of ['__enter__', '__aenter__']) {
    const name = library.memberOf(fact.className, method);
    const type = name === undefined ? undefined : library.typeOf(name);
    if (name === undefined || type === undefined) continue;
    if (library.returnsReceiver(name) || type === fact.className || !library.isClass(type)) return only(fact);
    if (isPlainClass(type)) return computed(`${name}()`, [only(fact)], module.place(at));
    return only({ kind: 'instance', className: type, by: `${name}()`, from: [only(fact)], at: module.place(at) });
  }
  return only(fact);
}

function enteredProjectObject(module: Module, at: NodeId, fact: InstanceFact): Value {
  const { session } = module;
  for (const method of ['__enter__', '__aenter__']) {
    const member = attributeOf(module, at, only(fact), method);
    for (const found of member.facts) {
      if (found.kind !== 'reference' || found.definition === undefined) continue;
      const result = session.moduleOf(found.definition).callValue(found.definition, only(fact));
      // return self   gives the object with the call that made it
      return mapFacts(result, (each) =>
        each.kind === 'instance' && each.className === fact.className && each.call === undefined
          ? only(fact)
          : only(each),
      );
    }
    if (member.facts.some((found) => found.kind === 'reference')) return only(fact);
  }
  return only(fact);
}

/**
 * @contextmanager
 * def opened(): yield open(…)
 * with opened() as f   binds what is yielded
 */
function yieldedBy(module: Module, context: NodeId): Value | undefined {
  const { tree, session } = module;
  if (tree.kind(context) !== Kind.Call) return undefined;
  const callee = module.valueOf(ast.Call.callee(tree, context));
  const fact = callee.facts[0];
  if (callee.facts.length !== 1 || fact?.kind !== 'reference' || fact.definition === undefined) return undefined;
  const owner = session.moduleOf(fact.definition);
  const definition = fact.definition.node;
  if (!decoratorNames(owner, definition).some((name) => /(?:^|\.)(?:async)?contextmanager$/.test(name)))
    return undefined;
  const values = owner
    .exitsOf(definition)
    .yields.filter((node) => owner.tree.kind(node) === Kind.Yield)
    .map((node) => ast.Yield.value(owner.tree, node))
    .filter((node) => node !== 0)
    .map((node) => owner.valueOf(node));
  return values.length === 0 ? undefined : module.substituted(union(values), context, fact.definition);
}
