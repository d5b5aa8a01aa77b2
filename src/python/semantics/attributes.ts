// Attributes of values: of modules, classes, instances and results, of the project and of libraries.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { isPlainClass } from './builtin-names.ts';
import type { Member, ProjectClass } from './classes.ts';
import { memberOfModule, moduleReference } from './imports.ts';
import type { Module, Session } from './session.ts';
import type { Fact, InstanceFact, Place, ReferenceFact, Value } from './value.ts';
import { computed, incomplete, mapFacts, only, reference, union, unknown } from './values.ts';

/** `value.name` as read at a node. */
export function attributeOf(module: Module, at: NodeId, value: Value, name: string): Value {
  const place = module.place(at);
  if (value.facts.length === 0) return unknown(value.why ?? 'nothing is known about the object');
  return mapFacts(value, (fact) => attributeOfFact(module, place, fact, name));
}

function attributeOfFact(module: Module, at: Place, fact: Fact, name: string): Value | undefined {
  switch (fact.kind) {
    case 'reference':
      return attributeOfReference(module, at, fact, name);
    case 'instance':
      return attributeOfInstance(module, at, fact, name);
    case 'computed':
      return computed(`${fact.by}.${name}`, [only(fact)], at);
    case 'parameter': {
      if (fact.annotation === undefined) return computed(`?.${name}`, [only(fact)], at);
      return attributeOfInstance(module, at, instanceOf(module.session, fact.annotation, fact), name);
    }
    default: {
      const className = classOfFact(fact);
      // json = None; json.loads   cannot happen
      return className === undefined ? undefined : reference(`${className}.${name}`, at);
    }
  }
}

/** An annotated parameter, seen as an object of its class. */
function instanceOf(session: Session, className: string, fact: Fact): InstanceFact {
  const definition = session.classNamed(className)?.definition;
  const base = { kind: 'instance', className, at: fact.at, from: [only(fact)] } as const;
  return definition === undefined ? base : { ...base, definition };
}

/** Class of a value that is spelled out. */
export function classOfFact(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'text':
      return `builtins.${fact.type}`;
    case 'sequence':
      return fact.className ?? `builtins.${fact.type}`;
    case 'mapping':
      return fact.className ?? 'builtins.dict';
    case 'constant':
      if (typeof fact.value === 'string') return 'builtins.str';
      if (fact.value instanceof Uint8Array) return 'builtins.bytes';
      if (typeof fact.value === 'bigint') return 'builtins.int';
      if (typeof fact.value === 'number') return 'builtins.float';
      return typeof fact.value === 'boolean' ? 'builtins.bool' : undefined;
    case 'instance':
      return fact.className;
    case 'parameter':
      return fact.annotation;
    default:
      return undefined;
  }
}

export function memberName(session: Session, className: string, name: string): string {
  const { library } = session;
  return library.memberOf(className, name) ?? library.canonicalName(`${className}.${name}`);
}

function attributeOfReference(module: Module, at: Place, fact: ReferenceFact, name: string): Value | undefined {
  const { session } = module;
  const definition = fact.definition;
  if (name === '__dict__') return computed(`${fact.name}.__dict__`, [only(fact)], at);
  // loads.__wrapped__, functools.partial(f).func
  if (fact.partial !== undefined)
    return name === 'func' ? only({ kind: 'reference', name: fact.name, at }) : unknown('an attribute of a partial');
  if (definition !== undefined) {
    const owner = session.moduleOf(definition);
    switch (owner.tree.kind(definition.node)) {
      case Kind.Module:
        return attributeOfModule(owner, fact, at, name);
      case Kind.ClassDef:
        return attributeOfClass(session, session.classes.at(definition), at, name);
      default:
        return reference(`${fact.name}.${name}`, at);
    }
  }
  const full = `${fact.name}.${name}`;
  // import google.cloud   where only google/cloud/storage is a package
  const submodule = session.moduleNamed(full, module.file);
  if (submodule !== undefined && submodule.name === full) return moduleReference(submodule, at);
  if (session.library.isClass(fact.name)) return reference(memberName(session, fact.name, name), at);
  return reference(session.library.canonicalName(full), at);
}

function attributeOfModule(owner: Module, fact: ReferenceFact, at: Place, name: string): Value {
  const member = memberOfModule(owner, name, at);
  if (member !== undefined && member.facts.length > 0) return member;
  if (owner.file.isPackage) {
    const submodule = owner.session.moduleBelow(owner.file.directory, name);
    if (submodule !== undefined) return moduleReference(submodule, at);
  }
  return member ?? incomplete(reference(`${fact.name}.${name}`, at), `${fact.name} does not define ${name}`);
}

function attributeOfClass(session: Session, info: ProjectClass, at: Place, name: string): Value {
  const member = info.find(name);
  if (member === undefined) {
    const base = info.libraryBase;
    if (base !== undefined) return incomplete(reference(`${base}.${name}`, at), `${info.name} does not define ${name}`);
    return unknown(`${info.name} does not define ${name}`);
  }
  // class Color(Enum): RED = 1   Color.RED is a member, not the number
  if (member.kind === 'project' && isEnumeration(info) && member.bindings[0]?.kind === 'assignment') {
    return reference(`${info.name}.${name}`, at);
  }
  return valueOfMember(session, member, at);
}

function isEnumeration(info: ProjectClass): boolean {
  return info.ancestors.some((ancestor) => ancestor === 'enum.Enum');
}

function valueOfMember(session: Session, member: Member, at: Place): Value {
  if (member.kind === 'library') return reference(member.name, at);
  const owner = session.moduleOf(member.owner);
  return union(member.bindings.map((binding) => owner.valueOfBinding(binding)));
}

function attributeOfInstance(module: Module, at: Place, fact: InstanceFact, name: string): Value {
  const { session } = module;
  if (fact.definition === undefined) return attributeOfLibraryObject(session, at, fact, name);
  const info = session.classes.at(fact.definition);
  if (name === '__class__') return reference(info.name, at, info.definition);
  if (name === '__dict__') return computed(`${info.name}.__dict__`, [only(fact)], at);
  const member = info.find(name);
  const stored = session.moduleOf(fact.definition).valueOfStored(fact.definition.node, name);
  const values = stored === undefined ? [] : [stored];
  if (member?.kind === 'library' && values.length === 0) return libraryAttribute(session, at, member.name, fact);
  if (member !== undefined) {
    const method = methodOf(session, member);
    if (method !== undefined && isProperty(session, method))
      values.push(session.moduleOf(method).callValue(method, only(fact)));
    else values.push(heldByClass(session, fact, name, member, at));
  }
  if (values.length > 0) return union(values);
  const base = info.libraryBase;
  if (base === undefined) return unknown(`${info.name} does not define ${name}`);
  return incomplete(
    computed(memberName(session, base, name), [only(fact)], at),
    `${info.name} does not define ${name}`,
  );
}

/**
 * What an object that was handed over holds in a field of its class: `job: Job` with `command: str = "make"`. The class
 * says of which class it is, and with what it begins; it comes from where the object does.
 */
function heldByClass(session: Session, fact: InstanceFact, name: string, member: Member, at: Place): Value {
  const given = valueOfMember(session, member, at);
  const fields = fact.from === undefined || fact.call !== undefined ? [] : annotationsOf(session, member);
  if (fields.length === 0) return given;
  const by = `${fact.className}.${name}`;
  const from = (fact.by === undefined ? fact.from : undefined) ?? [only(fact)];
  const held = fields.map(({ owner, annotation }) => {
    const classes = owner.classesOfAnnotation(annotation) ?? [];
    if (classes.length === 0) return computed(by, from, at);
    return union(
      classes.map(({ name: className, definition }) =>
        only({ kind: 'instance', className, ...(definition === undefined ? {} : { definition }), by, from, at }),
      ),
    );
  });
  const known = given.facts.filter((each) => each.kind !== 'instance' || each.call !== undefined);
  return union(known.length === 0 ? held : [{ ...given, facts: known }, ...held]);
}

/** The annotations of a member that is a field: `command: str`. */
function annotationsOf(session: Session, member: Member): readonly { owner: Module; annotation: NodeId }[] {
  if (member.kind === 'library') return [];
  const owner = session.moduleOf(member.owner);
  return member.bindings.flatMap(({ node }) => {
    const statement = owner.tree.parent(node);
    return owner.tree.kind(statement) === Kind.AnnAssign
      ? [{ owner, annotation: ast.AnnAssign.annotation(owner.tree, statement) }]
      : [];
  });
}

/**
 * What `self.name = …` assigns anywhere in a class and the classes of the project above it, also in methods that are
 * overridden.
 */
export function storedValue(session: Session, info: ProjectClass, name: string): Value {
  const values: Value[] = [];
  for (const ancestor of info.ancestors) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) continue;
    const owner = session.moduleOf(definition);
    for (const store of owner.selfStoresOf(definition.node, name)) values.push(owner.valueOfTarget(store));
  }
  return union(values);
}

export function isStored(session: Session, info: ProjectClass, name: string): boolean {
  return info.ancestors.some((ancestor) => {
    const definition = info.definitions.get(ancestor);
    return definition !== undefined && session.moduleOf(definition).selfStoresOf(definition.node, name).length > 0;
  });
}

function methodOf(session: Session, member: Member): Place | undefined {
  if (member.kind !== 'project' || member.bindings.length !== 1) return undefined;
  const binding = member.bindings[0];
  if (binding?.kind !== 'function') return undefined;
  return session.moduleOf(member.owner).place(binding.node);
}

const propertyNames = new Set(['property', 'cached_property', 'abstractproperty']);

function isProperty(session: Session, method: Place): boolean {
  const module = session.moduleOf(method);
  return decoratorNames(module, method.node).some((name) => propertyNames.has(name.slice(name.lastIndexOf('.') + 1)));
}

/** Decorators as they are written, calls without their arguments. */
export function decoratorNames(module: Module, definition: NodeId): string[] {
  const { tree } = module;
  const head = tree.kind(definition) === Kind.FunctionDef ? ast.FunctionDef.head(tree, definition) : 0;
  if (head === 0) return [];
  return tree.list(ast.FunctionHead.decorators(tree, head)).map((decorator) => {
    const callee = tree.kind(decorator) === Kind.Call ? ast.Call.callee(tree, decorator) : decorator;
    return tree.text(callee);
  });
}

function attributeOfLibraryObject(session: Session, at: Place, fact: InstanceFact, name: string): Value {
  if (name === '__class__') return reference(fact.className, at);
  return libraryAttribute(session, at, memberName(session, fact.className, name), fact);
}

/** A member of a library's object: a method stands for itself, anything else is a result with a name. */
function libraryAttribute(session: Session, at: Place, name: string, fact: InstanceFact): Value {
  const { library } = session;
  if (library.parametersOf(name) !== undefined) return reference(name, at);
  // pathlib.Path(name).parent   is of the class that it is read from
  const type = library.returnsReceiver(name) ? fact.className : library.typeOf(name);
  if (type !== undefined && !isPlainClass(type) && library.isClass(type)) {
    return only({ kind: 'instance', className: type, by: name, from: [only(fact)], at });
  }
  return computed(name, [only(fact)], at);
}

/** `super().name` inside a method of a class. */
export function attributeOfSuper(module: Module, at: NodeId, classDefinition: NodeId, name: string): Value {
  const { session } = module;
  const place = module.place(at);
  const info = session.classes.at(module.place(classDefinition));
  const member = info.find(name, 1);
  if (member !== undefined) return valueOfMember(session, member, place);
  const base = info.libraryBase;
  if (base === undefined) return unknown(`no known class above ${info.name} defines ${name}`);
  return reference(memberName(session, base, name), place);
}
