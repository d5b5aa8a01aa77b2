// Members of the project's enumerations: references by name, with the values that the class's body gave them.

import {
  constant,
  constantKey,
  type Fact,
  type Module,
  type Place,
  type ProjectClass,
  type ReferenceFact,
  reference,
  singleConstant,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { Kind, type NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';

interface Member {
  readonly name: string;
  readonly value: Value;
}

export function isEnumeration(info: ProjectClass): boolean {
  return info.ancestors.includes('enum.Enum');
}

/** `RED = 1` in the body of an enumeration, in order. */
function membersOf(owner: Module, definition: Place): readonly Member[] {
  const members: Member[] = [];
  for (const [name, bindings] of owner.scopes.scopeOpenedBy(definition.node)?.bindings ?? []) {
    const [first] = bindings;
    if (first?.kind !== 'assignment' || first.value === 0 || name.startsWith('_')) continue;
    members.push({ name, value: owner.valueOfBinding(first) });
  }
  return members;
}

/** The class behind a reference to an enumeration of the project. */
export function enumerationOf(frame: Frame, fact: Fact): ProjectClass | undefined {
  const definition = fact.kind === 'reference' ? fact.definition : undefined;
  if (definition === undefined || definition.module.tree.kind(definition.node) !== Kind.ClassDef) return undefined;
  const info = frame.engine.session.classes.at(definition);
  return isEnumeration(info) ? info : undefined;
}

export function membersAsValues(frame: Frame, info: ProjectClass, node: NodeId): Value[] {
  const owner = frame.engine.moduleOf(info.definition);
  return membersOf(owner, info.definition).map(({ name }) => reference(`${info.name}.${name}`, frame.place(node)));
}

/** `Color("red")`; undefined when no member has that value. */
export function memberByValue(
  frame: Frame,
  info: ProjectClass,
  wanted: Value,
  node: NodeId,
): { readonly found: Value | undefined; readonly isCertain: boolean } {
  const owner = frame.engine.moduleOf(info.definition);
  const possible: Value[] = [];
  const key = singleConstant(wanted);
  for (const { name, value } of membersOf(owner, info.definition)) {
    const own = singleConstant(value);
    const member = reference(`${info.name}.${name}`, frame.place(node));
    if (key === undefined || own === undefined) possible.push(member);
    else if (constantKey(own.value) === constantKey(key.value)) return { found: member, isCertain: true };
  }
  // A member is given back as it is.
  const own = wanted.facts.filter((fact) => memberOf(frame, fact)?.info === info);
  if (own.length > 0 && own.length === wanted.facts.length && wanted.complete)
    return { found: wanted, isCertain: true };
  return { found: possible.length === 0 ? undefined : joinAll(possible), isCertain: false };
}

/** `Color["RED"]` */
export function memberByName(frame: Frame, info: ProjectClass, key: Value, node: NodeId): Value {
  const name = singleConstant(key)?.value;
  const owner = frame.engine.moduleOf(info.definition);
  const names = membersOf(owner, info.definition).map((member) => member.name);
  const possible = typeof name === 'string' ? names.filter((each) => each === name) : names;
  if (possible.length === 0) return unknown('there is no such member');
  return joinAll(possible.map((each) => reference(`${info.name}.${each}`, frame.place(node))));
}

/** The member that a reference is. */
export function memberOf(frame: Frame, fact: Fact): { readonly info: ProjectClass; readonly name: string } | undefined {
  if (fact.kind !== 'reference' || fact.definition !== undefined) return undefined;
  const dot = fact.name.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const definition = frame.engine.session.classNamed(fact.name.slice(0, dot))?.definition;
  const info = definition === undefined ? undefined : frame.engine.session.classes.at(definition);
  return info !== undefined && isEnumeration(info) ? { info, name: fact.name.slice(dot + 1) } : undefined;
}

/** `Color.RED.value`, `Color.RED.name` */
export function attributeOfMember(frame: Frame, node: NodeId, fact: ReferenceFact, name: string): Value | undefined {
  const member = memberOf(frame, fact);
  if (member === undefined) return undefined;
  if (name === 'name' || name === '_name_') return constant(member.name, frame.place(node));
  if (name !== 'value' && name !== '_value_') return undefined;
  const owner = frame.engine.moduleOf(member.info.definition);
  const found = membersOf(owner, member.info.definition).find((each) => each.name === member.name);
  return found?.value;
}
