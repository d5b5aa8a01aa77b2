// Giving values to targets: names, attributes, items, and tuples and lists of them.

import {
  type Fact,
  itemOf,
  only,
  type Place,
  type SequenceFact,
  singleConstant,
  unknown,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { cellName, methodOf, storedOnClass } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { elementsOf } from './comprehensions.ts';
import { heldBy } from './construct.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { boundsOf, withItem, withoutItem, withSliceOf } from './items.ts';
import { joinAll } from './join.ts';
import { itemAttribute, keepOnLibrary } from './library-objects.ts';
import { findNative } from './natives/index.ts';
import { noContents } from './sequences.ts';
import type { State } from './state.ts';
import { allocate, identityOf, removeAttribute, storeAttribute, update } from './values.ts';

export function assign(frame: Frame, target: NodeId, value: Value, state: State): void {
  if (target === 0) return;
  const { tree } = frame.module;
  switch (tree.kind(target)) {
    case Kind.Name:
      frame.record(target, value);
      assignName(frame, ast.Name.name(tree, target), value, state);
      return;
    case Kind.Attribute: {
      const object = evaluate(frame, ast.Attribute.value(tree, target), state);
      frame.record(target, value);
      assignAttribute(frame, target, object, tree.names.text(ast.Attribute.name(tree, target)), value, state);
      return;
    }
    case Kind.Subscript: {
      const object = evaluate(frame, ast.Subscript.value(tree, target), state);
      const index = ast.Subscript.index(tree, target);
      frame.record(target, value);
      if (tree.kind(index) === Kind.Slice) assignSlice(frame, target, object, index, value, state);
      else assignItem(frame, target, object, evaluate(frame, index, state), value, state);
      return;
    }
    case Kind.Starred:
      assign(frame, ast.Starred.value(tree, target), value, state);
      return;
    case Kind.Tuple:
      unpack(frame, target, tree.list(ast.Tuple.elements(tree, target)), value, state);
      return;
    case Kind.List:
      unpack(frame, target, tree.list(ast.List.elements(tree, target)), value, state);
  }
}

export function assignName(frame: Frame, name: number, value: Value, state: State): void {
  const holder = frame.targetOf(name);
  state.set(holder?.activation ?? frame.engine.activationOf(frame.module), name, value);
}

function unpack(frame: Frame, at: NodeId, targets: readonly NodeId[], value: Value, state: State): void {
  const { tree } = frame.module;
  const star = targets.findIndex((target) => tree.kind(target) === Kind.Starred);
  const { items, rest } = elementsOf(frame, at, value, state);
  const after = star < 0 ? 0 : targets.length - star - 1;
  // connection, peer = listener.accept()   the library knows what stands where
  const isOpaque = items.length === 0 && star < 0;
  const itemAt = (target: NodeId, index: number): Value | undefined =>
    isOpaque && value.facts.every((fact) => fact.kind !== 'sequence' && fact.kind !== 'mapping')
      ? itemOf(frame.view, target, value, index)
      : undefined;
  const any = () =>
    items.length === 0 && rest === undefined
      ? unknown('it has no such item')
      : joinAll([...items, ...(rest === undefined ? [] : [rest])]);
  targets.forEach((target, index) => {
    if (index === star) {
      const taken = rest === undefined ? items.slice(index, Math.max(index, items.length - after)) : [];
      const fact: SequenceFact = {
        kind: 'sequence',
        type: 'list',
        items: taken,
        complete: rest === undefined,
        ...(rest === undefined ? {} : { rest: any() }),
        at: frame.place(target),
      };
      assign(frame, target, allocate(frame, state, target, fact), state);
      return;
    }
    const fromEnd = star >= 0 && index > star;
    if (fromEnd) {
      const position = items.length - (targets.length - index);
      assign(frame, target, rest === undefined ? (items[position] ?? unknown('it has no such item')) : any(), state);
      return;
    }
    assign(frame, target, items[index] ?? itemAt(target, index) ?? rest ?? unknown('it has no such item'), state);
  });
}

/** `object.name = value` */
export function assignAttribute(
  frame: Frame,
  target: NodeId,
  object: Value,
  name: string,
  value: Value,
  state: State,
): void {
  const { engine } = frame;
  for (const fact of object.facts) {
    if (
      fact.kind === 'instance' &&
      fact.definition !== undefined &&
      setsThroughClass(frame, target, fact, name, value, state)
    )
      return;
    const definition = fact.kind === 'reference' ? fact.definition : undefined;
    if (definition === undefined) {
      // flask.g.user = …
      if (identityOf(fact) === undefined) keepOnLibrary(frame, fact, name, value, state);
      continue;
    }
    const owner = engine.moduleOf(definition);
    if (owner.tree.kind(definition.node) === Kind.Module) {
      // settings.COMMAND = …
      state.set(engine.activationOf(owner), owner.tree.names.intern(name), value);
      continue;
    }
    storeOnClass(frame, definition, fact, name, value, state);
  }
  if (name === '__dict__') storeAttribute(state, object, '(dict)', value);
  else storeAttribute(state, object, cellName(frame, target, name), value);
}

/** Classes and functions hold attributes too. */
export function storeOnClass(
  frame: Frame,
  definition: Place,
  fact: Fact,
  name: string,
  value: Value,
  state: State,
): void {
  const identity = frame.engine.identityOfClass(definition);
  const cell = state.cell(identity) ?? { facts: [fact], attributes: undefined, isMany: false };
  const attributes = new Map(cell.attributes ?? []);
  attributes.set(name, value);
  state.setCell(identity, { ...cell, attributes });
}

/** `def __setattr__(self, name, value)`, outside of itself */
function setsItself(
  frame: Frame,
  target: NodeId,
  fact: Fact & { kind: 'instance' },
  name: string,
  value: Value,
  state: State,
): boolean {
  const setter = methodOf(frame, target, fact, '__setattr__', state);
  const own = setter?.facts.length === 1 ? setter.facts[0] : undefined;
  if (setter === undefined || own?.kind !== 'reference' || own.definition === undefined) return false;
  if (frame.timesRunning(frame.engine.moduleOf(own.definition), own.definition.node) > 0) return false;
  const positional = [only({ kind: 'constant', value: name, at: frame.place(target) }), value];
  callValue(frame, state, setter, { ...noArguments, positional }, target);
  return true;
}

/** Property setters and data descriptors. */
function setsThroughClass(
  frame: Frame,
  target: NodeId,
  fact: Fact & { kind: 'instance' },
  name: string,
  value: Value,
  state: State,
): boolean {
  const { engine } = frame;
  if (fact.definition === undefined) return false;
  const info = engine.session.classes.at(fact.definition);
  const member = info.find(name);
  if (member?.kind !== 'project') {
    return setsItself(frame, target, fact, name, value, state);
  }
  const owner = engine.moduleOf(member.owner);
  for (const binding of member.bindings) {
    if (binding.kind === 'function') {
      const setter = engine.setterOf(owner, member.owner, name);
      if (setter === undefined) return setsItself(frame, target, fact, name, value, state);
      callValue(
        frame,
        state,
        only({
          kind: 'reference',
          name: owner.qualifiedName(setter.node),
          definition: setter,
          receiver: only(fact),
          at: setter,
        }),
        { ...noArguments, positional: [value] },
        target,
      );
      return true;
    }
    const onClass = storedOnClass(frame, member.owner, name, state);
    const held = (onClass ?? owner.valueOfBinding(binding)).facts[0];
    if (held?.kind !== 'instance') continue;
    const setter = methodOf(frame, target, held, '__set__', state);
    if (setter === undefined) continue;
    callValue(frame, state, setter, { ...noArguments, positional: [only(fact), value] }, target);
    return true;
  }
  return setsItself(frame, target, fact, name, value, state);
}

export function assignItem(frame: Frame, target: NodeId, object: Value, key: Value, value: Value, state: State): void {
  const given = { ...noArguments, positional: [key, value] };
  for (const fact of object.facts) {
    if (fact.kind === 'computed' && fact.by === 'builtins.globals()') {
      const name = singleConstant(key)?.value;
      if (typeof name === 'string')
        state.set(frame.engine.activationOf(frame.module), frame.module.tree.names.intern(name), value);
      continue;
    }
    // app.config["ROOT"] = …
    if (fact.kind === 'computed') keepOnLibrary(frame, fact, itemAttribute(key), value, state);
    if (fact.kind !== 'instance' && fact.kind !== 'reference') continue;
    const method = methodOf(frame, target, fact, '__setitem__', state);
    if (method !== undefined) {
      callValue(frame, state, method, given, target);
      continue;
    }
    const held = heldBy(fact, state);
    if (held !== undefined) {
      assignItem(frame, target, held, key, value, state);
      continue;
    }
    const name = `${fact.kind === 'instance' ? fact.className : fact.name}.__setitem__`;
    const receiver = fact.kind === 'instance' ? only(fact) : undefined;
    // A dict that nothing is known of: its method would come back to here.
    const isDict = name === 'builtins.dict.__setitem__';
    const done = isDict ? undefined : findNative(name)?.({ frame, state, node: target, name, receiver, given });
    if (done !== undefined) continue;
    if (fact.kind === 'reference') keepOnLibrary(frame, fact, itemAttribute(key), value, state);
    else storeAttribute(state, only(fact), itemAttribute(key), value);
  }
  update(state, object, (fact) =>
    fact.kind === 'sequence' || fact.kind === 'mapping' ? withItem(fact, key, value) : fact,
  );
}

/** `items[1:3] = others` */
function assignSlice(frame: Frame, target: NodeId, object: Value, index: NodeId, value: Value, state: State): void {
  const bounds = boundsOf(frame, index, state);
  const others = elementsOf(frame, target, value, state);
  update(state, object, (fact) => (fact.kind === 'sequence' ? withSliceOf(fact, bounds, others) : fact));
}

export function remove(frame: Frame, target: NodeId, state: State): void {
  const { tree } = frame.module;
  switch (tree.kind(target)) {
    case Kind.Name: {
      const name = ast.Name.name(tree, target);
      const holder = frame.targetOf(name);
      state.delete(holder?.activation ?? frame.engine.activationOf(frame.module), name);
      return;
    }
    case Kind.Subscript: {
      const object = evaluate(frame, ast.Subscript.value(tree, target), state);
      const index = ast.Subscript.index(tree, target);
      if (tree.kind(index) === Kind.Slice) {
        const bounds = boundsOf(frame, index, state);
        update(state, object, (fact) => (fact.kind === 'sequence' ? withSliceOf(fact, bounds, noContents) : fact));
        return;
      }
      const key = evaluate(frame, index, state);
      for (const fact of object.facts) {
        if (fact.kind !== 'instance' && fact.kind !== 'reference') continue;
        const given = { ...noArguments, positional: [key] };
        const own = methodOf(frame, target, fact, '__delitem__', state);
        if (own !== undefined) callValue(frame, state, own, given, target);
        const name = `${fact.kind === 'instance' ? fact.className : fact.name}.__delitem__`;
        const receiver = fact.kind === 'instance' ? only(fact) : undefined;
        findNative(name)?.({ frame, state, node: target, name, receiver, given });
      }
      update(state, object, (fact) =>
        fact.kind === 'sequence' || fact.kind === 'mapping' ? withoutItem(fact, key) : fact,
      );
      return;
    }
    case Kind.Attribute: {
      const object = evaluate(frame, ast.Attribute.value(tree, target), state);
      removeAttribute(state, object, cellName(frame, target, tree.names.text(ast.Attribute.name(tree, target))));
      return;
    }
    case Kind.Tuple:
      for (const each of tree.list(ast.Tuple.elements(tree, target))) remove(frame, each, state);
      return;
    case Kind.List:
      for (const each of tree.list(ast.List.elements(tree, target))) remove(frame, each, state);
  }
}
