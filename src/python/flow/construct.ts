// Making objects of the project's classes: an object in the heap, `__new__` and `__init__` run on it. Data classes, named
// tuples and enumerations get what their decorators and bases would make; objects of classes that are derived from a
// container hold one.

import {
  type Fact,
  type InstanceFact,
  only,
  type Place,
  type ProjectClass,
  type ReferenceFact,
  reference,
  unknown,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { methodOf, methodOfBases } from './attributes.ts';
import { type Arguments, allArguments, callValue, noArguments } from './calls.ts';
import { isEnumeration, memberByValue } from './enumerations.ts';
import { isExceptionClass, keepArguments } from './exception-text.ts';
import { defaultOf, fieldsOf, isNamedTuple } from './fields.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { findNative } from './natives/index.ts';
import type { State } from './state.ts';
import { isValidated, validated } from './validated-fields.ts';
import { allocate, current, storeAttribute, whole } from './values.ts';
import { isWorthRunning } from './worth.ts';

export function construct(
  frame: Frame,
  state: State,
  fact: ReferenceFact,
  definition: Place,
  given: Arguments,
  node: NodeId,
): Value {
  const info = frame.engine.session.classes.at(definition);
  if (isEnumeration(info)) return member(frame, state, fact, info, given, node);
  const creator = ownMethod(info, '__new__');
  if (creator === undefined) return initialised(frame, state, fact, info, given, node);
  const method = methodOfBases(frame, node, definition, '__new__', only(fact), state, 0);
  if (method === undefined || frame.timesRunning(frame.engine.moduleOf(creator), creator.node) > 0) {
    return initialised(frame, state, fact, info, given, node);
  }
  const made = callValue(frame, state, method, shifted(given, only(fact)), node);
  for (const each of made.facts) {
    if (each.kind !== 'instance' || each.definition?.node !== definition.node) continue;
    if (each.definition.module.path !== definition.module.path) continue;
    const init = methodOf(frame, node, each, '__init__', state);
    if (init !== undefined) callValue(frame, state, init, given, node);
  }
  return current(made, state);
}

function shifted(given: Arguments, first: Value): Arguments {
  return { ...given, positional: [first, ...given.positional], isWritten: false };
}

/** Where the project defines a method of a class. */
function ownMethod(info: ProjectClass, name: string): { module: Place['module']; node: NodeId } | undefined {
  const method = info.find(name);
  const binding = method?.kind === 'project' ? method.bindings[0] : undefined;
  return binding?.kind === 'function' && method?.kind === 'project'
    ? { module: method.owner.module, node: binding.node }
    : undefined;
}

/** `Color("red")` looks a member up, it makes nothing. */
function member(
  frame: Frame,
  state: State,
  fact: ReferenceFact,
  info: ProjectClass,
  given: Arguments,
  node: NodeId,
): Value {
  const wanted = given.positional[0] ?? given.named.get('value') ?? unknown('which member is not known');
  const { found, isCertain } = memberByValue(frame, info, current(wanted, state), node);
  const results = found === undefined ? [] : [found];
  const fallback = isCertain
    ? undefined
    : methodOfBases(frame, node, info.definition, '_missing_', only(fact), state, 0);
  if (fallback !== undefined)
    results.push(callValue(frame, state, fallback, { ...noArguments, positional: [wanted] }, node));
  return results.length === 0 ? unknown('there is no such member') : joinAll(results);
}

/** An object of a class without anything done to it: what `object.__new__` makes. */
export function bare(
  frame: Frame,
  state: State,
  fact: ReferenceFact & { readonly definition: Place },
  given: Arguments,
  node: NodeId,
): Value {
  const info = frame.engine.session.classes.at(fact.definition);
  const at = frame.place(node);
  const from = allArguments(given).map((value) => whole(value, state));
  const text = textBases.some((name) => info.ancestors.includes(name)) ? given.positional[0] : undefined;
  const made: InstanceFact = {
    kind: 'instance',
    className: fact.name,
    definition: fact.definition,
    call: at,
    from,
    ...(text === undefined ? {} : { text: whole(text, state) }),
    at,
  };
  return allocate(frame, state, node, made, new Map());
}

function initialised(
  frame: Frame,
  state: State,
  fact: ReferenceFact,
  info: ProjectClass,
  given: Arguments,
  node: NodeId,
): Value {
  const at = frame.place(node);
  const init = ownMethod(info, '__init__');
  // What it stores would tell nothing new: the object holds what the class's methods store.
  if (init !== undefined && !isWorthRunning(frame, state, init, undefined, given)) {
    const from = allArguments(given).map((value) => whole(value, state));
    return allocate(frame, state, node, {
      kind: 'instance',
      className: fact.name,
      definition: info.definition,
      call: at,
      from,
      at,
    });
  }
  const object = bare(frame, state, { ...fact, definition: info.definition }, given, node);
  const [self] = object.facts as readonly [InstanceFact];
  if (isExceptionClass(info)) keepArguments(frame, node, object, given.positional, state);
  const container = containerOf(info);
  const bound = methodOf(frame, node, self, '__init__', state);
  if (container !== undefined) {
    const contents = bound === undefined ? { ...given, isWritten: false } : noArguments;
    storeAttribute(state, object, '(base)', callValue(frame, state, reference(container, at), contents, node));
  }
  if (bound !== undefined) {
    callValue(frame, state, bound, given, node);
    return current(object, state);
  }
  const fields = fieldsOf(frame, info);
  if (fields.length === 0 && container === undefined) {
    for (const ancestor of info.ancestors) {
      const native = info.definitions.has(ancestor) ? undefined : findNative(`${ancestor}.__init__`);
      if (native === undefined) continue;
      native({ frame, state, node, name: `${ancestor}.__init__`, receiver: object, given });
      break;
    }
  }
  const values = fields.map(
    (field, index) =>
      given.positional[index] ??
      given.named.get(field.name) ??
      given.rest ??
      given.restNamed ??
      defaultOf(frame, field, state, node),
  );
  const converts = fields.length > 0 && isValidated(info);
  for (const [index, field] of fields.entries()) {
    const value = values[index] as Value;
    storeAttribute(state, object, field.name, converts ? validated(frame, field, value, state, node) : value);
  }
  if (isNamedTuple(info)) {
    storeAttribute(
      state,
      object,
      '(base)',
      only({ kind: 'sequence', type: 'tuple', items: values, complete: true, at }),
    );
  }
  if (fields.length > 0) {
    const after = methodOf(frame, node, self, '__post_init__', state);
    if (after !== undefined) callValue(frame, state, after, { ...given, positional: [], named: new Map() }, node);
  }
  return current(object, state);
}

const textBases = ['builtins.str', 'builtins.bytes', 'collections.UserString'];

/** Library containers that a class may be derived from, and what its objects hold then. */
const containers: ReadonlyMap<string, string> = new Map([
  ['collections.OrderedDict', 'builtins.dict'],
  ['collections.defaultdict', 'collections.defaultdict'],
  ['collections.Counter', 'collections.Counter'],
  ['collections.deque', 'collections.deque'],
  ['collections.UserDict', 'builtins.dict'],
  ['collections.UserList', 'builtins.list'],
  ['builtins.dict', 'builtins.dict'],
  ['builtins.list', 'builtins.list'],
  ['builtins.set', 'builtins.set'],
]);

/** The constructor of the container that a class is derived from. */
export function containerOf(info: ProjectClass): string | undefined {
  for (const ancestor of info.ancestors) {
    const found = containers.get(ancestor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an object of a class that is derived from a container holds. */
export function heldBy(fact: Fact, state: State): Value | undefined {
  if (fact.kind !== 'instance' || fact.identity === undefined) return undefined;
  const held = state.cell(fact.identity)?.attributes?.get('(base)');
  return held === undefined ? undefined : current(held, state);
}
