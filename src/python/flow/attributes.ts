// Attributes while code runs: what was stored on this very object, then what its class gives (methods bound to it,
// properties run, descriptors asked), then what the semantics layer says of libraries.

import {
  attributeOf,
  attributeOfSuper,
  classOfFact,
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
import { attributeOfMember, memberOf } from './enumerations.ts';
import { argumentsOf } from './exception-text.ts';
import { isNamedTuple } from './fields.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { lasting } from './lasting.ts';
import { keptAttribute } from './library-objects.ts';
import { entryFor } from './mappings.ts';
import { globalValue } from './names.ts';
import { pathAttribute } from './path-parts.ts';
import type { Cell, State } from './state.ts';
import { storedAttribute } from './stored.ts';
import { allocate, current, identityOf } from './values.ts';

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
    case 'computed': {
      const kept = keptAttribute(frame, fact, name, state);
      if (kept !== undefined) return kept;
      return withReceiver(
        part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name)),
        only(fact),
      );
    }
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
  const stored = storedOn(cell, cellName(frame, node, name), state);
  if (fact.definition === undefined) {
    if (stored?.isCertain) return stored.value;
    const held = name === 'args' && stored === undefined ? argumentsOf(frame, node, fact, state) : undefined;
    if (held !== undefined) return held;
    if (frame.engine.projectText.stored.has(frame.module.tree.names.intern(name))) frame.markShared();
    const given =
      pathAttribute(frame, node, fact, name) ??
      part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name));
    const value = withReceiver(given, only(fact));
    return stored === undefined ? value : joinAll([stored.value, value]);
  }
  if (name === 'args' && stored === undefined) {
    const given = argumentsOf(frame, node, fact, state);
    if (given !== undefined) return given;
  }
  const { session } = frame.engine;
  if (name === '__class__') return reference(fact.className, frame.place(node), fact.definition);
  if (name === '__dict__') return dictionaryOf(frame, node, fact, state);
  const info = session.classes.at(fact.definition);
  const inClass = memberOfClass(frame, node, info, name, only(fact), state);
  const changes = frame.engine.projectText;
  const { tree } = fact.definition.module;
  const isChanged = changes.stored.has(frame.module.tree.names.intern(name));
  // self.name   of an object that may be of a derived class
  const isDerived = fact.call === undefined && changes.bases.has(ast.ClassDef.name(tree, fact.definition.node));
  if (isChanged || isDerived) frame.markShared();
  // A property or other data descriptor of the class goes before what the object holds.
  if (inClass?.isData) return inClass.value;
  if (stored?.isCertain) return stored.value;
  // An object that was not made in view holds what its class stores anywhere.
  const isSymbolic = cell?.attributes === undefined || fact.call === undefined;
  const written = isSymbolic ? storedAttribute(frame, info, name, state) : undefined;
  const found = [stored?.value, written, inClass?.value].filter((each) => each !== undefined);
  if (found.length > 0) return joinAll(found);
  if ((name === '_replace' || name === '_asdict') && isNamedTuple(info)) {
    return withReceiver(reference(`typing.NamedTuple.${name}`, frame.place(node)), only(fact));
  }
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

/** What is stored on an object under a name, directly or in the dictionary that is its `__dict__`. */
function storedOn(
  cell: Cell | undefined,
  name: string,
  state: State,
): { readonly value: Value; readonly isCertain: boolean } | undefined {
  const attributes = cell?.attributes;
  if (attributes === undefined) return undefined;
  const found: Value[] = [];
  let isCertain = false;
  const own = attributes.get(name);
  if (own !== undefined) {
    found.push(own);
    isCertain = !cell?.mayLack?.has(name);
  }
  const dictionary = attributes.get('(dict)');
  for (const fact of dictionary === undefined ? [] : current(dictionary, state).facts) {
    if (fact.kind !== 'mapping') continue;
    const entry = entryFor(fact, constant(name, fact.at));
    if (entry.value !== undefined) found.push(entry.value);
    isCertain = entry.isCertain && (own === undefined || isCertain);
  }
  const any = attributes.get('(any)');
  if (any !== undefined && !name.startsWith('(')) found.push(any);
  return found.length === 0 ? undefined : { value: joinAll(found), isCertain: isCertain };
}

/** `self.__name` in a class is `_Class__name`: no other class's. */
export function cellName(frame: Frame, node: NodeId, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  const { tree } = frame.module;
  for (let at = node; at !== 0; at = tree.parent(at)) {
    if (tree.kind(at) === Kind.ClassDef) {
      return `_${tree.names.text(ast.ClassDef.name(tree, at)).replace(/^_+/, '')}${name}`;
    }
  }
  return name;
}

/** The object's `__dict__`: from here on, its attributes are what that holds. */
export function dictionaryOf(frame: Frame, node: NodeId, fact: InstanceFact, state: State): Value {
  const identity = identityOf(fact);
  const cell = identity === undefined ? undefined : state.cell(identity);
  const known = cell?.attributes?.get('(dict)');
  if (known !== undefined) return current(known, state);
  const at = frame.place(node);
  const own = [...(cell?.attributes ?? [])].filter(([name]) => !name.startsWith('('));
  const isCertain = fact.call !== undefined && cell?.attributes?.has('(any)') !== true && cell?.mayLack === undefined;
  const dictionary = allocate(frame, state, node, {
    kind: 'mapping',
    entries: own.map(([name, value]) => ({ key: constant(name, at), value })),
    complete: isCertain,
    at,
  });
  if (identity !== undefined && cell !== undefined && !cell.isMany) {
    const kept = [...(cell.attributes ?? [])].filter(([name]) => name.startsWith('('));
    state.setCell(identity, { ...cell, attributes: new Map([...kept, ['(dict)', dictionary]]) });
  }
  return dictionary;
}

/** Whether an object has an attribute; undefined when that depends. */
export function presenceOf(frame: Frame, node: NodeId, fact: Fact, name: string, state: State): boolean | undefined {
  const { engine } = frame;
  if (fact.kind === 'instance') {
    const identity = identityOf(fact);
    const cell = identity === undefined ? undefined : state.cell(identity);
    const stored = storedOn(cell, cellName(frame, node, name), state);
    if (stored?.isCertain) return true;
    if (fact.definition === undefined) {
      const isClosed = cell?.attributes?.has('(namespace)') === true && fact.className === 'types.SimpleNamespace';
      return isClosed && stored === undefined ? false : undefined;
    }
    const info = engine.session.classes.at(fact.definition);
    if (info.find(name) !== undefined || info.find('__getattr__') !== undefined) return true;
    const isClosed = fact.call !== undefined && cell?.attributes !== undefined && stored === undefined;
    return isClosed && isAllOwn(info) ? false : undefined;
  }
  const definition = fact.kind === 'reference' ? fact.definition : undefined;
  if (definition === undefined) return undefined;
  const owner = engine.moduleOf(definition);
  switch (owner.tree.kind(definition.node)) {
    case Kind.Module: {
      const { bindings } = owner.scopes.module;
      if (bindings.has(name)) return true;
      return bindings.has('__getattr__') || owner.file.isPackage || bindings.has('*') ? undefined : false;
    }
    case Kind.ClassDef: {
      const info = engine.session.classes.at(definition);
      if (info.find(name) !== undefined) return true;
      return isAllOwn(info) ? false : undefined;
    }
    default:
      return undefined;
  }
}

function isAllOwn(info: ProjectClass): boolean {
  return info.ancestors.every((name) => info.definitions.has(name) || name === 'builtins.object');
}

/** Attributes that a name which is not known may mean; with no beginning, only few. */
const MAX_ALIKE = 16;
const MAX_ANY = 6;

/** Attributes of an object whose names begin alike: `getattr(self, "do_" + verb)`. */
export function attributesLike(frame: Frame, node: NodeId, fact: Fact, beginning: string, state: State): Value[] {
  const { engine } = frame;
  const names = new Set<string>();
  const definition = fact.kind === 'instance' || fact.kind === 'reference' ? fact.definition : undefined;
  const identity = identityOf(fact);
  const cell = identity === undefined ? undefined : state.cell(identity);
  for (const name of cell?.attributes?.keys() ?? []) if (!name.startsWith('(')) names.add(name);
  if (definition !== undefined) {
    const owner = engine.moduleOf(definition);
    if (owner.tree.kind(definition.node) === Kind.Module) {
      for (const name of owner.scopes.module.bindings.keys()) names.add(name);
    } else if (owner.tree.kind(definition.node) === Kind.ClassDef) {
      for (const each of engine.session.classes.at(definition).definitions.values()) {
        const { scopes } = engine.moduleOf(each);
        for (const name of scopes.scopeOpenedBy(each.node)?.bindings.keys() ?? []) names.add(name);
      }
    }
  }
  const alike = [...names].filter((name) => name.startsWith(beginning) && !/^__.*__$/.test(name));
  if (alike.length > (beginning === '' ? MAX_ANY : MAX_ALIKE)) return [];
  return alike.map((name) => attributeValue(frame, node, only(fact), name, state));
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
    const stored = storedOnClass(frame, definition, name, state);
    if (stored !== undefined) {
      const asked = descriptorValue(frame, node, current(stored, state), receiver, state);
      return { value: asked ?? boundTo(frame, stored, receiver), isData: asked !== undefined };
    }
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

/** What was stored on a class, by its body or since. */
export function storedOnClass(frame: Frame, definition: Place, name: string, state: State): Value | undefined {
  const { engine } = frame;
  const identity = engine.identityOfClass(definition);
  const stored = state.cell(identity)?.attributes?.get(name);
  if (stored !== undefined) return stored;
  const owner = engine.moduleOf(definition);
  const bindings = owner.scopes.scopeOpenedBy(definition.node)?.bindings.get(name) ?? [];
  const isMade = bindings.some(({ kind, value }) => kind === 'assignment' && !isConstant(owner, value));
  // commands = {}   in the body of a class of a module: made when that is run
  if (!isMade || owner.tree.parent(definition.node) !== owner.tree.root || !engine.hasRun(owner)) return undefined;
  return state.cell(identity)?.attributes?.get(name);
}

const isConstant = ({ tree }: Module, node: NodeId) => node !== 0 && tree.kind(node) === Kind.Constant;

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
  const isObject = receiver.facts.some(isBindable);
  if (isObject && decorators.some((name) => propertyNames.has(name) || name === 'getter')) {
    const bound = only({ ...plain, receiver });
    return { value: callValue(frame, state, bound, noArguments, node), isData: true };
  }
  const name = owner.tree.names.text(ast.FunctionDef.name(owner.tree, definition));
  if (isObject && decorators.some((each) => each === 'setter' || each === 'deleter')) {
    const getter = getterOf(owner, definition, name);
    if (getter !== 0) return functionMember(frame, node, owner, getter, receiver, state);
  }
  const kind = implicitKinds.get(name) ?? methodKindOf(owner, definition);
  if (kind === 'static') return { value: only(plain), isData: false };
  if (kind === 'class') return { value: only({ ...plain, receiver: classOf(frame, receiver, node) }), isData: false };
  const made = frame.engine.decorated(place) ?? only(plain);
  return { value: isObject ? boundTo(frame, made, receiver) : made, isData: false };
}

/** Methods that are bound otherwise than they are written. */
const implicitKinds: ReadonlyMap<string, 'static' | 'class'> = new Map([
  ['__new__', 'static'],
  ['__init_subclass__', 'class'],
  ['__class_getitem__', 'class'],
]);

/** `@property def level(self)` above `@level.setter def level(self, value)` */
function getterOf(owner: Module, setter: NodeId, name: string): NodeId {
  const { tree } = owner;
  const body = tree.parent(setter);
  if (tree.kind(body) !== Kind.ClassDef) return 0;
  for (let node = ast.ClassDef.body(tree, body); node !== 0 && node !== setter; node = tree.next(node)) {
    if (tree.kind(node) !== Kind.FunctionDef || tree.names.text(ast.FunctionDef.name(tree, node)) !== name) continue;
    if (decoratorNames(owner, node).some((each) => propertyNames.has(lastOf(each)))) return node;
  }
  return 0;
}

function classOf(frame: Frame, receiver: Value, node: NodeId): Value {
  return joinAll(
    receiver.facts.map((fact) =>
      fact.kind === 'instance' ? reference(fact.className, frame.place(node), fact.definition) : only(fact),
    ),
  );
}

/** An object, or the member of an enumeration, that functions of its class are called with. */
const isBindable = (fact: Fact) =>
  fact.kind === 'instance' || (fact.kind === 'reference' && fact.definition === undefined);

/** A function that was found on a class, read through an object: it is called with the object first. */
function boundTo(_frame: Frame, value: Value, receiver: Value): Value {
  if (!receiver.facts.some(isBindable)) return value;
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
    const member = memberOf(frame, fact);
    if (member !== undefined) {
      const known = attributeOfMember(frame, node, fact, name);
      return known ?? memberOfClass(frame, node, member.info, name, only(fact), state)?.value;
    }
    const kept = keptAttribute(frame, fact, name, state);
    if (kept !== undefined) return kept;
    return lasting(
      frame,
      part(frame, fact, `.${name}`, () => attributeOf(frame.view, node, only(fact), name)),
      state,
    );
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
      if (name === '__name__') return constant(lastOf(fact.name), frame.place(node));
      const info = engine.session.classes.at(definition);
      const found = memberOfClass(frame, node, info, name, only(fact), state);
      const isEnumeration = info.ancestors.includes('enum.Enum');
      if (found === undefined || isEnumeration) return attributeOf(frame.view, node, only(fact), name);
      return found.value;
    }
    default: {
      // view.cache = {}   functions hold attributes too
      const stored = state.cell(engine.identityOfClass(definition))?.attributes?.get(name);
      if (stored !== undefined) return stored;
      if (name === '__name__') return constant(lastOf(fact.name), frame.place(node));
      return attributeOf(frame.view, node, only(fact), name);
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
  const inherited = info.ancestors
    .slice(Math.max(position, 0) + 1)
    .filter((ancestor) => !info.definitions.has(ancestor))
    .map((ancestor) => engine.library.memberOf(ancestor, name))
    .find((each) => each !== undefined);
  // super().__new__(cls)   in a class of which everything is known
  const base = inherited ?? (isAllOwn(info) && objectMethods.has(name) ? `builtins.object.${name}` : undefined);
  if (base !== undefined) {
    const found = reference(base, frame.place(node));
    return receiver === undefined ? found : withReceiver(found, receiver);
  }
  const library = attributeOfSuper(frame.view, node, owner, name);
  return receiver === undefined ? library : withReceiver(library, receiver);
}

const objectMethods = new Set(['__new__', '__init__', '__setattr__', '__getattribute__', '__init_subclass__']);

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

/** A method that a class inherits (or has, when nothing is skipped), bound to `receiver`. */
export function methodOfBases(
  frame: Frame,
  node: NodeId,
  definition: Place,
  name: string,
  receiver: Value,
  state: State,
  skip = 1,
): Value | undefined {
  const info = frame.engine.session.classes.at(definition);
  return memberOfClass(frame, node, info, name, receiver, state, skip)?.value;
}
