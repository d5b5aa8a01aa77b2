// Calls: of classes and functions of the project and of libraries, of methods of values that are spelled out, and of the
// few functions of Python itself that are followed (`known-calls.ts`).

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { attributeOf } from './attributes.ts';
import { isPlainClass } from './builtin-names.ts';
import { argumentsOf, argumentValues } from './call-arguments.ts';
import { evaluateKnownCall } from './known-calls.ts';
import { methodResult } from './methods.ts';
import { valueOfProjectCall } from './project-calls.ts';
import type { Module } from './session.ts';
import type { Fact, ReferenceFact, Value } from './value.ts';
import { computed, incomplete, mapFacts, only, union, unknown } from './values.ts';

export function evaluateCall(module: Module, call: NodeId): Value {
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  const isMethod = tree.kind(callee) === Kind.Attribute;
  if (isMethod) {
    const result = methodOfSpelledOut(module, call, callee);
    if (result !== undefined) return result;
  }
  const value = module.valueOf(callee);
  const called = value.facts.filter((fact) => isCallable(fact));
  if (called.length === 0) return resultOfUnknown(module, call, callee, value.why);
  const receiver = isMethod ? receiverOf(module, callee) : undefined;
  return mapFacts({ ...value, facts: called }, (fact) => resultOf(module, call, fact, receiver));
}

function isCallable(fact: Fact): boolean {
  return fact.kind === 'reference' || fact.kind === 'computed' || fact.kind === 'instance' || fact.kind === 'parameter';
}

/** The object that a method is called on; a module or class is not one. */
function receiverOf(module: Module, callee: NodeId): Value | undefined {
  const value = module.valueOf(ast.Attribute.value(module.tree, callee));
  const isObject = value.facts.some((fact) => fact.kind !== 'reference');
  return isObject ? value : undefined;
}

/** Methods of constants, text, lists and dicts. The facts that are something else go the ordinary way. */
function methodOfSpelledOut(module: Module, call: NodeId, callee: NodeId): Value | undefined {
  const { tree } = module;
  const receiver = module.valueOf(ast.Attribute.value(tree, callee));
  if (receiver.facts.length === 0) return undefined;
  const name = tree.names.text(ast.Attribute.name(tree, callee));
  const results: Value[] = [];
  for (const fact of receiver.facts) {
    const result = methodResult(module, call, fact, name);
    if (result === undefined) return undefined;
    results.push(result);
  }
  const all = union(results);
  return receiver.complete ? all : { ...all, complete: false, why: receiver.why ?? 'not all it can be is known' };
}

function resultOfUnknown(module: Module, call: NodeId, callee: NodeId, why: string | undefined): Value {
  const { tree } = module;
  const inputs = argumentValues(module, call);
  if (tree.kind(callee) === Kind.Attribute) {
    const name = tree.names.text(ast.Attribute.name(tree, callee));
    const receiver = module.valueOf(ast.Attribute.value(tree, callee));
    const result = computed(`?.${name}()`, [receiver, ...inputs], module.place(call));
    return why === undefined ? result : { ...result, complete: false, why };
  }
  const result = computed('?()', inputs, module.place(call));
  return why === undefined ? result : { ...result, complete: false, why };
}

function resultOf(module: Module, call: NodeId, fact: Fact, receiver: Value | undefined): Value {
  const place = module.place(call);
  const inputs = (): Value[] => [...(receiver === undefined ? [] : [receiver]), ...argumentValues(module, call)];
  switch (fact.kind) {
    case 'reference':
      return resultOfReference(module, call, fact, receiver, inputs);
    case 'computed':
      return computed(`${fact.by}()`, inputs(), place);
    case 'parameter':
      return computed('?()', [only(fact), ...inputs()], place);
    case 'instance': {
      const method =
        fact.definition === undefined ? undefined : attributeOf(module, call, only(fact), '__call__').facts[0];
      if (method?.kind === 'reference' && method.definition !== undefined) {
        return valueOfProjectCall(module, call, method.name, method.definition, only(fact));
      }
      return computed(`${fact.by ?? fact.className}()`, [only(fact), ...inputs()], place);
    }
    default:
      return unknown('it cannot be called');
  }
}

function resultOfReference(
  module: Module,
  call: NodeId,
  fact: ReferenceFact,
  receiver: Value | undefined,
  inputs: () => Value[],
): Value {
  const { session } = module;
  const place = module.place(call);
  const definition = fact.definition;
  if (definition !== undefined) {
    const kind = session.moduleOf(definition).tree.kind(definition.node);
    if (kind === Kind.ClassDef) return resultOfProjectClass(module, call, fact);
    if (kind === Kind.Module) return unknown('a module cannot be called');
    if (fact.partial !== undefined) return computed(`${fact.name}()`, inputs(), place);
    return valueOfProjectCall(module, call, fact.name, definition, receiver ?? classReceiver(module, call));
  }
  const known = fact.partial === undefined ? evaluateKnownCall(module, call, fact.name) : undefined;
  if (known !== undefined) return known;
  const { library } = session;
  if (library.isClass(fact.name) && !isPlainClass(fact.name)) {
    return only({
      kind: 'instance',
      className: fact.name,
      call: place,
      by: `${fact.name}()`,
      from: inputs(),
      at: place,
    });
  }
  return libraryResult(module, call, fact.name, receiver, inputs());
}

/** Classes that one call is taken to give, when it depends on the arguments. */
const MAX_TYPES = 3;

/** What a call of a library's function gives, by what the library says of its result. */
export function libraryResult(
  module: Module,
  call: NodeId,
  name: string,
  receiver: Value | undefined,
  from: readonly Value[],
): Value {
  const { library } = module.session;
  const at = module.place(call);
  const by = `${name}()`;
  // path.joinpath(x), hash.copy(): an object of the class of the one it is called on
  if (library.returnsReceiver(name)) {
    const same = receiver?.facts.filter((fact) => fact.kind === 'instance') ?? [];
    if (same.length > 0 && same.length === receiver?.facts.length) {
      return { ...receiver, facts: same.map(({ text: _, ...fact }) => ({ ...fact, call: at, by, from, at })) };
    }
  }
  const types = library.typesOf(name).filter((type) => !type.startsWith('typing.') && library.isClass(type));
  if (types.length === 0 || types.some(isPlainClass)) return computed(by, from, at);
  const made = types
    .slice(0, types.length > MAX_TYPES ? 1 : MAX_TYPES)
    .map((className) => only({ kind: 'instance', className, call: at, by, from, at }));
  return types.length > MAX_TYPES ? incomplete(union(made), 'what it gives depends on its arguments') : union(made);
}

/** `C.make()` hands the class to a class method. */
function classReceiver(module: Module, call: NodeId): Value | undefined {
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  if (tree.kind(callee) !== Kind.Attribute) return undefined;
  const owner = module.valueOf(ast.Attribute.value(tree, callee));
  const fact = owner.facts.length === 1 ? owner.facts[0] : undefined;
  if (fact?.kind !== 'reference' || fact.definition === undefined) return undefined;
  const definition = fact.definition;
  if (module.session.moduleOf(definition).tree.kind(definition.node) !== Kind.ClassDef) return undefined;
  const method = module.valueOf(callee).facts[0];
  if (method?.kind !== 'reference' || method.definition === undefined) return undefined;
  return module.session.moduleOf(method.definition).isClassMethod(method.definition.node) ? owner : undefined;
}

function resultOfProjectClass(module: Module, call: NodeId, fact: ReferenceFact): Value {
  const at = module.place(call);
  const definition = fact.definition;
  if (definition === undefined) return unknown('a class without definition');
  // Color("red") looks a member up, it makes nothing
  const info = module.session.classes.at(definition);
  if (info.ancestors.includes('enum.Enum')) return computed(`${fact.name}()`, argumentValues(module, call), at);
  const from = argumentsOf(module.tree, call).positional.length > 0 ? argumentValues(module, call) : [];
  return only({ kind: 'instance', className: fact.name, definition, call: at, from, at });
}
