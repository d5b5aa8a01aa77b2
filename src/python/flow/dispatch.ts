// `functools.singledispatch`: which of the registered functions a call runs, by the class of its first argument.

import { classOfFact, decoratorNames, type Module, type Place, parametersOf, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { Engine } from './engine.ts';
import type { Frame } from './frame.ts';
import { textTypeOf } from './natives/index.ts';

interface Overload {
  readonly className: string;
  readonly place: Place;
}

const tables = new WeakMap<Module, Map<NodeId, readonly Overload[] | undefined>>();

/** Functions registered for a generic function; undefined for any other. */
function overloadsOf(owner: Module, definition: NodeId): readonly Overload[] | undefined {
  let table = tables.get(owner);
  if (table === undefined) tables.set(owner, (table = new Map()));
  if (table.has(definition)) return table.get(definition);
  const found = findOverloads(owner, definition);
  table.set(definition, found);
  return found;
}

function findOverloads(owner: Module, definition: NodeId): readonly Overload[] | undefined {
  const { tree } = owner;
  if (tree.kind(definition) !== Kind.FunctionDef || ast.FunctionDef.head(tree, definition) === 0) return undefined;
  if (!decoratorNames(owner, definition).some((name) => /(?:^|\.)singledispatch(?:method)?$/.test(name)))
    return undefined;
  const name = ast.FunctionDef.name(tree, definition);
  const overloads: Overload[] = [];
  for (let node = tree.next(definition); node !== 0; node = tree.next(node)) {
    if (tree.kind(node) !== Kind.FunctionDef || ast.FunctionDef.head(tree, node) === 0) continue;
    for (const decorator of tree.list(ast.FunctionHead.decorators(tree, ast.FunctionDef.head(tree, node)))) {
      const isCall = tree.kind(decorator) === Kind.Call;
      const register = isCall ? ast.Call.callee(tree, decorator) : decorator;
      if (tree.kind(register) !== Kind.Attribute) continue;
      if (tree.names.text(ast.Attribute.name(tree, register)) !== 'register') continue;
      const object = ast.Attribute.value(tree, register);
      if (tree.kind(object) !== Kind.Name || ast.Name.name(tree, object) !== name) continue;
      // @render.register(int)   or the annotation of the first parameter
      const type = isCall ? ast.Call.arguments(tree, decorator) : annotationOf(owner, node);
      const className = type === 0 ? undefined : owner.namesOf(type).names[0];
      if (className !== undefined) overloads.push({ className, place: owner.place(node) });
    }
  }
  return overloads;
}

function annotationOf({ tree }: Module, definition: NodeId): NodeId {
  const parameters = [...parametersOf(tree, definition)];
  const first = parameters.find((each) => ast.Parameter.annotation(tree, each) !== 0);
  return first === undefined ? 0 : ast.Parameter.annotation(tree, first);
}

/** The functions that a call may run instead of the generic one; undefined when that is the one, or no generic one. */
export function dispatched(frame: Frame, definition: Place, argument: Value | undefined): readonly Place[] | undefined {
  const { engine } = frame;
  const overloads = overloadsOf(engine.moduleOf(definition), definition.node);
  if (overloads === undefined || overloads.length === 0 || argument === undefined) return undefined;
  const chosen = new Set<Place>();
  for (const fact of argument.facts) {
    const type = textTypeOf(frame, { facts: [fact], complete: true });
    const className = classOfFact(fact) ?? (type === undefined ? undefined : `builtins.${type}`);
    if (className === undefined) return [definition, ...overloads.map(({ place }) => place)];
    chosen.add(choose(engine, overloads, className) ?? definition);
  }
  return chosen.size === 0 ? undefined : [...chosen];
}

function choose(engine: Engine, overloads: readonly Overload[], className: string): Place | undefined {
  const exact = overloads.find((each) => each.className === className);
  return (exact ?? overloads.find((each) => engine.session.isSubclass(className, each.className) === true))?.place;
}
