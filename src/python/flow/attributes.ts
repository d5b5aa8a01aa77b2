// Attributes while code runs: what was stored on this very object, then what its class gives (methods bound to it,
// properties run, descriptors asked), then what the semantics layer says of libraries.

import {
  attributeOf,
  attributeOfSuper,
  classOfFact,
  computed,
  constant,
  decoratorNames,
  enclosingClass,
  type Fact,
  type InstanceFact,
  incomplete,
  type Module,
  memberOfModule,
  methodKindOf,
  only,
  type Place,
  type ProjectClass,
  type ReferenceFact,
  reference,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { callValue, noArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { globalValue } from './names.ts';
import type { State } from './state.ts';
import { storedAttribute } from './stored.ts';
import { current, identityOf } from './values.ts';

export function attributeValue(frame: Frame, node: NodeId, object: Value, name: string, state: State): Value {
  if (object.facts.length === 0) return unknown(object.why ?? 'nothing is known about the object');
  const found: Value[] = [];
  for (const fact of object.facts) {
    const value = attributeOfFact(frame, node, fact, name, state);
    if (value !== undefined) found.push(value);
  }
  if (found.length === 0) return unknown(`nothing it can be has an attribute ${name}`);
  const all = joinAll(found);
  return object.complete ? all : incomplete(all, object.why ?? 'not all it can be is known');
}

function attributeOfFact(frame: Frame, node: NodeId, fact: Fact, name: string, state: State): Value | undefined {
  switch (fact.kind) {
    case 'instance':
      return attributeOfInstance(frame, node, fact, name, state);
    case 'reference':
      return attributeOfReference(frame, node, fact, name, state);
    case 'parameter':
    case 'computed':
      return withReceiver(
        part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name)),
        only(fact),
      );
    default: {
      const className = classOfFact(fact);
      if (className === undefined) return undefined;
      return only({
        kind: 'reference',
        name: `${className}.${name}`,
        receiver: only(fact),
        at: frame.place(node),
      });
    }
  }
}

/** An attribute or item of a library's result: the same value whenever it is read from the same one. */
export function part(frame: Frame, fact: Fact, name: string, make: () => Value): Value {
  const { parts } = frame.engine;
  let known = parts.get(fact);
  if (known === undefined) parts.set(fact, (known = new Map()));
  let value = known.get(name);
  if (value === undefined) known.set(name, (value = make()));
  return value;
}

function attributeOfInstance(
  frame: Frame,
  node: NodeId,
  fact: InstanceFact,
  name: string,
  state: State,
): Value | undefined {
  const identity = identityOf(fact);
  const cell = identity === undefined ? undefined : state.cell(identity);
  const stored = cell?.attributes?.get(name);
  if (fact.definition === undefined) {
    if (stored !== undefined) return stored;
    const value = part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name));
    return withReceiver(value, only(fact));
  }
  const { session } = frame.engine;
  if (name === '__class__') return reference(fact.className, frame.place(node), fact.definition);
  if (name === '__dict__') return dictionaryOf(frame, node, fact, cell?.attributes);
  const info = session.classes.at(fact.definition);
  const inClass = memberOfClass(frame, node, info, name, only(fact), state);
  // A property or other data descriptor of the class goes before what the object holds.
  if (inClass?.isData) return inClass.value;
  if (stored !== undefined) return stored;
  const isSymbolic = fact.call === undefined;
  const written = isSymbolic ? storedAttribute(frame, info, name) : undefined;
  if (written !== undefined) return inClass === undefined ? written : joinAll([written, inClass.value]);
  if (inClass !== undefined) return inClass.value;
  const fallback = memberOfClass(frame, node, info, '__getattr__', only(fact), state);
  if (fallback !== undefined) {
    return callValue(
      frame,
      state,
      fallback.value,
      { ...noArguments, positional: [constant(name, frame.place(node))] },
      node,
    );
  }
  return withReceiver(attributeOf(frame.view, node, only(fact), name), only(fact));
}

function dictionaryOf(
  frame: Frame,
  node: NodeId,
  fact: InstanceFact,
  attributes: ReadonlyMap<string, Value> | undefined,
): Value {
  const at = frame.place(node);
  const entries = [...(attributes ?? [])].map(([name, value]) => ({ key: constant(name, at), value }));
  return only({ kind: 'mapping', entries, complete: fact.call !== undefined, at });
}

interface ClassMember {
  readonly value: Value;
  readonly isData: boolean;
}

/** A member of a class of the project as it is read through an object or the class itself. */
function memberOfClass(
  frame: Frame,
  node: NodeId,
  info: ProjectClass,
  name: string,
  receiver: Value,
  state: State,
  skip = 0,
): ClassMember | undefined {
  const { engine } = frame;
  for (const ancestor of info.ancestors.slice(skip)) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) {
      if (engine.library.memberOf(ancestor, name) === undefined) continue;
      return undefined;
    }
    // Color.default = …   stored on the class while code ran
    const stored = state.cell(engine.identityOfClass(definition))?.attributes?.get(name);
    if (stored !== undefined) return { value: boundTo(frame, stored, receiver), isData: false };
    const member = info.find(name, info.ancestors.indexOf(ancestor));
    if (
      member?.kind !== 'project' ||
      member.owner.node !== definition.node ||
      member.owner.module !== definition.module
    )
      continue;
    const owner = engine.moduleOf(member.owner);
    const values: Value[] = [];
    let isData = false;
    for (const binding of member.bindings) {
      if (binding.kind === 'function') {
        const method = functionMember(frame, node, owner, binding.node, receiver, state);
        isData ||= method.isData;
        values.push(method.value);
        continue;
      }
      const value = owner.valueOfBinding(binding);
      const asked = descriptorValue(frame, node, value, receiver, state);
      isData ||= asked !== undefined;
      values.push(asked ?? value);
    }
    return values.length === 0 ? undefined : { value: joinAll(values), isData };
  }
  return undefined;
}

const propertyNames = new Set(['property', 'cached_property', 'abstractproperty', 'lazy_property', 'hybrid_property']);
const lastOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

function functionMember(
  frame: Frame,
  node: NodeId,
  owner: Module,
  definition: NodeId,
  receiver: Value,
  state: State,
): ClassMember {
  const place = owner.place(definition);
  const decorators = decoratorNames(owner, definition).map(lastOf);
  const plain: ReferenceFact = {
    kind: 'reference',
    name: owner.qualifiedName(definition),
    definition: place,
    at: place,
  };
  const isObject = receiver.facts.some((fact) => fact.kind === 'instance');
  if (isObject && decorators.some((name) => propertyNames.has(name) || name === 'getter')) {
    const bound = only({ ...plain, receiver });
    return { value: callValue(frame, state, bound, noArguments, node), isData: true };
  }
  const kind = methodKindOf(owner, definition);
  if (kind === 'static') return { value: only(plain), isData: false };
  if (kind === 'class') return { value: only({ ...plain, receiver: classOf(frame, receiver, node) }), isData: false };
  const made = frame.engine.decorated(place) ?? only(plain);
  return { value: isObject ? boundTo(frame, made, receiver) : made, isData: false };
}

function classOf(frame: Frame, receiver: Value, node: NodeId): Value {
  return joinAll(
    receiver.facts.map((fact) =>
      fact.kind === 'instance' ? reference(fact.className, frame.place(node), fact.definition) : only(fact),
    ),
  );
}

/** A function that was found on a class, read through an object: it is called with the object first. */
function boundTo(_frame: Frame, value: Value, receiver: Value): Value {
  if (!receiver.facts.some((fact) => fact.kind === 'instance')) return value;
  return {
    ...value,
    facts: value.facts.map((fact) => {
      const node = fact.kind === 'reference' ? fact.definition : undefined;
      if (fact.kind !== 'reference' || node === undefined || fact.receiver !== undefined) return fact;
      const kind = node.module.tree.kind(node.node);
      return kind === Kind.FunctionDef || kind === Kind.Lambda ? { ...fact, receiver } : fact;
    }),
  };
}

/** `class Upper: def __get__(self, instance, owner): …` */
function descriptorValue(frame: Frame, node: NodeId, value: Value, receiver: Value, state: State): Value | undefined {
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'instance' || fact.definition === undefined) return undefined;
  const info = frame.engine.session.classes.at(fact.definition);
  const getter = memberOfClass(frame, node, info, '__get__', value, state);
  if (getter === undefined) return undefined;
  const owner = classOf(frame, receiver, node);
  return callValue(frame, state, getter.value, { ...noArguments, positional: [receiver, owner] }, node);
}

/** A method of a library's object remembers the object. */
function withReceiver(value: Value, receiver: Value): Value {
  if (!value.facts.some((fact) => fact.kind === 'reference' && fact.definition === undefined)) return value;
  return {
    ...value,
    facts: value.facts.map((fact) =>
      fact.kind === 'reference' && fact.receiver === undefined ? { ...fact, receiver } : fact,
    ),
  };
}

function attributeOfReference(
  frame: Frame,
  node: NodeId,
  fact: ReferenceFact,
  name: string,
  state: State,
): Value | undefined {
  const { definition } = fact;
  const { engine } = frame;
  if (definition === undefined) {
    return part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name));
  }
  const owner = engine.moduleOf(definition);
  switch (owner.tree.kind(definition.node)) {
    case Kind.Module: {
      const member = memberOfModule(owner, name, frame.place(node));
      if (member?.facts.some((each) => each.kind === 'reference') || !owner.scopes.module.bindings.has(name)) {
        // Functions and classes need no run, unless something was put around them.
        if (!isWrapped(frame, member)) return attributeOf(frame.view, node, only(fact), name);
      }
      return globalValue(frame, owner, name, node, state, 0);
    }
    case Kind.ClassDef: {
      const info = engine.session.classes.at(definition);
      const found = memberOfClass(frame, node, info, name, only(fact), state);
      const isEnumeration = info.ancestors.includes('enum.Enum');
      if (found === undefined || isEnumeration) return attributeOf(frame.view, node, only(fact), name);
      return found.value;
    }
    default: {
      // view.cache = {}   functions hold attributes too
      const stored = state.cell(engine.identityOfClass(definition))?.attributes?.get(name);
      return stored ?? attributeOf(frame.view, node, only(fact), name);
    }
  }
}

function isWrapped(frame: Frame, member: Value | undefined): boolean {
  return (
    member?.facts.some(
      (fact) =>
        fact.kind === 'reference' && fact.definition !== undefined && frame.engine.hasOwnDecorators(fact.definition),
    ) ?? false
  );
}

/** `super().name` */
export function superAttribute(
  frame: Frame,
  node: NodeId,
  call: NodeId,
  name: string,
  state: State,
): Value | undefined {
  const { module, engine } = frame;
  const { tree } = module;
  let method = frame.definition;
  while (method !== 0 && enclosingClass(module, method) === 0) method = module.functionOf(tree.parent(method));
  const owner = method === 0 ? 0 : enclosingClass(module, method);
  if (owner === 0) return undefined;
  const receiver = firstParameter(frame, method, state);
  const own = module.place(owner);
  // The classes above this one, in the order of the object's own class.
  const made = receiver?.facts.length === 1 ? receiver.facts[0] : undefined;
  const definition = made?.kind === 'instance' || made?.kind === 'reference' ? made.definition : undefined;
  const info = engine.session.classes.at(definition ?? own);
  const position = info.ancestors.indexOf(module.qualifiedName(owner));
  const found =
    receiver === undefined
      ? undefined
      : memberOfClass(
          frame,
          node,
          position < 0 ? engine.session.classes.at(own) : info,
          name,
          receiver,
          state,
          Math.max(position, 0) + 1,
        );
  frame.record(call, receiver ?? unknown('nobody'));
  if (found !== undefined) return found.value;
  const library = attributeOfSuper(frame.view, node, owner, name);
  return receiver === undefined ? library : withReceiver(library, receiver);
}

function firstParameter(frame: Frame, method: NodeId, state: State): Value | undefined {
  const { tree } = frame.module;
  if (tree.kind(method) !== Kind.FunctionDef) return undefined;
  const first = ast.Arguments.parameters(tree, ast.FunctionDef.parameters(tree, method));
  if (first === 0) return undefined;
  const name = ast.Parameter.name(tree, first);
  const holder = frame.holderOf(name);
  const value = holder === undefined ? undefined : state.get(holder.activation, name);
  return value === undefined ? undefined : current(value, state);
}

export function methodOf(frame: Frame, node: NodeId, fact: Fact, name: string, state: State): Value | undefined {
  if (fact.kind !== 'instance' || fact.definition === undefined) return undefined;
  const info = frame.engine.session.classes.at(fact.definition);
  return memberOfClass(frame, node, info, name, only(fact), state)?.value;
}

export function symbolicAttribute(at: Place, name: string, fact: Fact): Value {
  return computed(`?.${name}`, [only(fact)], at);
}
