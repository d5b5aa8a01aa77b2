// Calls of functions of the project: what their `return` statements give, with parameters replaced by the arguments of
// the call.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { instancesOf, methodKindOf } from './bound-values.ts';
import { argumentFor, argumentsOf, argumentValues, type CallArguments } from './call-arguments.ts';
import type { Module } from './session.ts';
import { textFrom } from './text.ts';
import type { Fact, InstanceFact, Place, Value } from './value.ts';
import { computed, constant, incomplete, only, saysNothing, union, unknown } from './values.ts';

/** Return statements of one function that are looked at. */
const MAX_RETURNS = 8;
/** Nesting of facts inside facts that parameters are replaced in. */
const MAX_NESTING = 6;

/** Result of a call in `caller` of a function of the project. */
export function valueOfProjectCall(
  caller: Module,
  call: NodeId,
  name: string,
  definition: Place,
  receiver: Value | undefined,
): Value {
  const owner = caller.session.moduleOf(definition);
  const result = resultOf(owner, definition.node);
  const place = caller.place(call);
  if (saysNothing(result)) {
    const declared = declaredResult(owner, definition.node);
    if (declared !== undefined) return withCall(declared, place);
  }
  if (result.facts.length === 0) {
    const inputs = [...(receiver === undefined ? [] : [receiver]), ...argumentValues(caller, call)];
    return computed(`${name}()`, inputs, place);
  }
  return substitute(caller, call, result, definition, receiver);
}

function declaredResult(owner: Module, definition: NodeId): Value | undefined {
  const { tree } = owner;
  const head = tree.kind(definition) === Kind.FunctionDef ? ast.FunctionDef.head(tree, definition) : 0;
  const returns = head === 0 ? 0 : ast.FunctionHead.returns(tree, head);
  return instancesOf(owner, returns, definition);
}

function withCall(value: Value, call: Place): Value {
  return {
    ...value,
    facts: value.facts.map((fact) => (fact.kind === 'instance' ? { ...fact, call, at: call } : fact)),
  };
}

/** All that a function gives back, in terms of its own parameters. */
export function resultOf(owner: Module, definition: NodeId): Value {
  const { tree } = owner;
  if (tree.kind(definition) === Kind.Lambda) return owner.valueOf(ast.Lambda.body(tree, definition));
  const exits = owner.exitsOf(definition);
  if (exits.yields.length > 0) return unknown('a generator');
  if (exits.returns.length > MAX_RETURNS) return unknown('it returns in many places');
  if (isStub(owner, definition)) return unknown('it has no body');
  const values = exits.returns.map((node) => {
    const value = ast.Return.value(tree, node);
    return value === 0 ? constant(null, owner.place(node)) : owner.valueOf(value);
  });
  if (exits.fallsThrough) values.push(constant(null, owner.place(definition)));
  return values.length === 0 ? unknown('it never returns') : union(values);
}

/** `def read(self): …` or a docstring alone: what it gives is up to somebody else. */
function isStub(owner: Module, definition: NodeId): boolean {
  const { tree } = owner;
  for (let node = ast.FunctionDef.body(tree, definition); node !== 0; node = tree.next(node)) {
    if (tree.kind(node) === Kind.Pass) continue;
    if (tree.kind(node) === Kind.Expr && tree.kind(ast.Expr.value(tree, node)) === Kind.Constant) continue;
    return false;
  }
  return true;
}

/** Result of a method that is called without a call in sight: a property, `__enter__`. */
export function resultFor(owner: Module, definition: Place, receiver: Value): Value {
  const result = resultOf(owner, definition.node);
  if (saysNothing(result)) return declaredResult(owner, definition.node) ?? result;
  const given = (fact: Fact): Value | undefined =>
    fact.kind === 'instance' && fact.call === undefined && isParameterOf(owner, fact.at, definition)
      ? receiver
      : undefined;
  return replacedIn(result, given);
}

/** Replaces parameters of a called function by what the call passes for them. */
export function substitute(
  caller: Module,
  call: NodeId,
  value: Value,
  definition: Place,
  receiver: Value | undefined,
): Value {
  const owner = caller.session.moduleOf(definition);
  const isBound = receiver !== undefined && (methodKindOf(owner, definition.node) ?? 'static') !== 'static';
  let written: CallArguments | undefined;
  const given = (fact: Fact): Value | undefined => {
    if (fact.kind === 'parameter') {
      if (fact.at.module !== owner || owner.tree.parent(owner.tree.parent(fact.at.node)) !== definition.node)
        return undefined;
      written ??= argumentsOf(caller.tree, call);
      return argumentFor(caller, written, owner, definition.node, isBound, fact.name);
    }
    // return cls()   in a class method makes an object of the class that it is called on
    const made = fact.kind === 'instance' ? madeByReceiver(owner, fact, definition, receiver) : undefined;
    if (made !== undefined) return made;
    // return self
    const isSelf =
      fact.kind === 'instance' && fact.call === undefined && isBound && isParameterOf(owner, fact.at, definition);
    return isSelf ? receiver : undefined;
  };
  return replacedIn(value, given);
}

function madeByReceiver(
  owner: Module,
  fact: InstanceFact,
  definition: Place,
  receiver: Value | undefined,
): Value | undefined {
  const { tree } = owner;
  const call = fact.call;
  if (call === undefined || call.module !== owner || tree.kind(call.node) !== Kind.Call) return undefined;
  const type = receiver?.facts.length === 1 ? receiver.facts[0] : undefined;
  if (type?.kind !== 'reference' || type.definition === undefined) return undefined;
  const callee = ast.Call.callee(tree, call.node);
  const bound = tree.kind(callee) === Kind.Name ? owner.bindingsOf(callee)[0] : undefined;
  if (bound === undefined || !isParameterOf(owner, owner.place(bound.node), definition)) return undefined;
  return only({ ...fact, className: type.name, definition: type.definition });
}

function isParameterOf(owner: Module, at: Place, definition: Place): boolean {
  const { tree } = owner;
  return (
    at.module === owner &&
    tree.kind(at.node) === Kind.Parameter &&
    tree.parent(tree.parent(at.node)) === definition.node
  );
}

/** Facts that one replacement looks at; what computed values were made from branches without end. */
const MAX_FACTS_SEEN = 300;

interface Replacement {
  given(fact: Fact): Value | undefined;
  seen: number;
}

function replacedIn(value: Value, given: (fact: Fact) => Value | undefined): Value {
  return replaced(value, { given, seen: 0 }, 0);
}

/** The value with parameters replaced; the same object when there is nothing to replace. */
function replaced(value: Value, replacement: Replacement, nesting: number): Value {
  if (nesting > MAX_NESTING || value.facts.length === 0) return value;
  // Most values hold nothing to replace: nothing is copied before something is.
  let values: Value[] | undefined;
  let defaults: Set<Fact> | undefined;
  for (let index = 0; index < value.facts.length; index++) {
    const fact = value.facts[index] as Fact;
    if (++replacement.seen > MAX_FACTS_SEEN) return value;
    const given = replacement.given(fact);
    const replacing = given ?? replacedInside(fact, replacement, nesting + 1);
    if (replacing !== undefined) values ??= value.facts.slice(0, index).map(only);
    values?.push(replacing ?? only(fact));
    if (given === undefined) continue;
    for (const each of defaultFacts(fact)) (defaults ??= new Set()).add(each);
  }
  if (values === undefined) return value;
  // def f(x=1): …   where a parameter is replaced, its default is out of the question, or is what replaces it
  const kept = defaults === undefined ? values : values.filter((_, index) => !defaults.has(value.facts[index] as Fact));
  const all = union(kept);
  return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
}

function defaultFacts(fact: Fact): readonly Fact[] {
  if (fact.kind !== 'parameter') return [];
  const owner = fact.at.module;
  const fallback = ast.Parameter.default(owner.tree, fact.at.node);
  return fallback === 0 ? [] : owner.valueOf(fallback).facts;
}

/** The values with parameters replaced in them; undefined when there is nothing to replace. */
function replacedAll(values: readonly Value[], replacement: Replacement, nesting: number): Value[] | undefined {
  let results: Value[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as Value;
    const result = replaced(value, replacement, nesting);
    if (result !== value) results ??= values.slice(0, index);
    results?.push(result);
  }
  return results;
}

/** The fact with parameters replaced in what it holds; undefined when there is nothing to replace. */
function replacedInside(fact: Fact, replacement: Replacement, nesting: number): Value | undefined {
  switch (fact.kind) {
    case 'text': {
      let changed = false;
      const parts = fact.parts.map((part) => {
        if (typeof part === 'string') return part;
        const result = replaced(part, replacement, nesting);
        changed ||= result !== part;
        return result;
      });
      return changed ? textFrom(parts, fact.type, fact.at) : undefined;
    }
    case 'sequence': {
      const items = replacedAll(fact.items, replacement, nesting);
      return items === undefined ? undefined : only({ ...fact, items });
    }
    case 'mapping': {
      let changed = false;
      const entries = fact.entries.map((entry) => {
        const key = replaced(entry.key, replacement, nesting);
        const value = replaced(entry.value, replacement, nesting);
        changed ||= key !== entry.key || value !== entry.value;
        return { key, value };
      });
      return changed ? only({ ...fact, entries }) : undefined;
    }
    case 'computed': {
      const from = replacedAll(fact.from, replacement, nesting);
      return from === undefined ? undefined : only({ ...fact, from });
    }
    case 'instance': {
      const from = fact.from === undefined ? undefined : replacedAll(fact.from, replacement, nesting);
      const text = fact.text === undefined ? undefined : replaced(fact.text, replacement, nesting);
      if (from === undefined && text === fact.text) return undefined;
      return only({
        ...fact,
        ...(from === undefined ? {} : { from }),
        ...(text === undefined ? {} : { text }),
      });
    }
    default:
      return undefined;
  }
}
