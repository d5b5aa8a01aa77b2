// Whether running a called function with these very arguments can tell more than having run it once with any. Running
// everything would be as expensive as the program itself; a function that was run once gives its result in terms of its
// parameters, and that is enough unless something about the arguments decides what it does.

import type { Library } from '../../models/index.ts';
import { type Fact, type Module, type Place, parametersOf, type Value } from '../semantics/index.ts';
import { ast, childrenOf, Kind, type NameId, type NodeId, type Tree } from '../syntax/index.ts';
import type { Arguments } from './calls.ts';
import { allArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';

/** Nodes of a function that is so small that running it costs less than thinking about it. */
const SMALL = 120;
/** Calls within small functions that are run for that reason alone. */
const MAX_DEPTH_OF_SMALL = 2;

/** What the text of a function tells about calls of it. */
export interface FunctionText {
  readonly size: number;
  /** names of what it calls */
  readonly calls: readonly NameId[];
  /** names and attributes that are read in it */
  readonly mentions: readonly (readonly [node: NodeId, name: NameId])[];
  /** it stores into objects that it was handed, or calls their methods for what these do */
  readonly changesArguments: boolean;
  /** functions and classes are made in it, which may hold on to its variables */
  readonly holdsFunctions: boolean;
}

/** Whether a call is to be run with the arguments that it has. */
export function isWorthRunning(
  caller: Frame,
  state: State,
  definition: Place,
  receiver: Value | undefined,
  given: Arguments,
): boolean {
  const { engine } = caller;
  const module = engine.moduleOf(definition);
  const text = engine.textOf(module, definition.node);
  if (text.size <= SMALL && caller.depth < MAX_DEPTH_OF_SMALL) return true;
  const reaches = engine.reachesSites(module, definition.node);
  const values = receiver === undefined ? allArguments(given) : [receiver, ...allArguments(given)];
  const search = { library: engine.library, state, reaches, changes: text.changesArguments, left: MAX_SEEN };
  return values.some((value) => isTelling(search, value, 0));
}

/** Values within values that are looked at. */
const MAX_DEPTH = 4;
const MAX_WIDTH = 12;

/** Facts that are looked at to decide about one call. */
const MAX_SEEN = 120;

interface Search {
  readonly library: Library;
  readonly state: State;
  /** the function may come to a site */
  readonly reaches: boolean;
  /** the function may change what it is handed */
  readonly changes: boolean;
  left: number;
}

/**
 * Whether it matters which value this is: text from outside, something to call, an object that was made in view, and
 * where sites are reached, any constant too.
 */
function isTelling(search: Search, value: Value, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (each: Value) => isTelling(search, each, depth + 1);
  return value.facts.some((fact) => --search.left > 0 && isTellingFact(search, fact, inner));
}

function isTellingFact(search: Search, fact: Fact, inner: (value: Value) => boolean): boolean {
  const { library } = search;
  switch (fact.kind) {
    case 'constant':
      return search.reaches && typeof fact.value !== 'bigint' && typeof fact.value !== 'number';
    case 'reference': {
      const { definition } = fact;
      if (definition === undefined) return library.sourceOf(fact.name) !== undefined;
      return definition.module.tree.kind(definition.node) !== Kind.Module;
    }
    case 'instance': {
      if (fact.definition === undefined) {
        return library.sourceOf(fact.className) !== undefined || (fact.from ?? []).slice(0, MAX_WIDTH).some(inner);
      }
      const attributes = fact.identity === undefined ? undefined : search.state.cell(fact.identity)?.attributes;
      if (attributes === undefined) return false;
      return search.reaches || [...attributes.values()].slice(0, MAX_WIDTH).some(inner);
    }
    case 'computed':
      return library.sourceOf(fact.by) !== undefined || fact.from.slice(0, MAX_WIDTH).some(inner);
    case 'text':
      return fact.parts.slice(0, MAX_WIDTH).some((part) => typeof part !== 'string' && inner(part));
    case 'sequence':
      if (search.changes && fact.identity !== undefined) return true;
      return fact.items.slice(0, MAX_WIDTH).some(inner) || (fact.rest !== undefined && inner(fact.rest));
    case 'mapping': {
      if (search.changes && fact.identity !== undefined) return true;
      const isOfEntry = fact.entries.slice(0, MAX_WIDTH).some((entry) => inner(entry.value));
      return isOfEntry || (fact.rest !== undefined && inner(fact.rest));
    }
    case 'parameter':
      return fact.annotation !== undefined && library.sourceOf(fact.annotation) !== undefined;
  }
}

/** Reads a function's text once. */
export function readFunction(module: Module, definition: NodeId): FunctionText {
  const { tree } = module;
  const parameters = new Set(parametersOf(tree, definition).map((node) => ast.Parameter.name(tree, node)));
  const calls = new Set<NameId>();
  const mentions: (readonly [NodeId, NameId])[] = [];
  let size = 0;
  let changesArguments = false;
  let holdsFunctions = tree.kind(definition) === Kind.Lambda;
  const waiting: NodeId[] = [definition];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    size++;
    const kind = tree.kind(node);
    if (node !== definition)
      holdsFunctions ||= kind === Kind.FunctionDef || kind === Kind.Lambda || kind === Kind.ClassDef;
    if (kind === Kind.Call) {
      const name = ast.Call.calleeName(tree, node);
      if (name !== 0) calls.add(name);
      const callee = ast.Call.callee(tree, node);
      // items.append(x)   as a statement is there for what it does
      if (tree.kind(tree.parent(node)) === Kind.Expr && tree.kind(callee) === Kind.Attribute) {
        changesArguments ||= parameters.has(rootOf(tree, callee));
      }
    } else if ((kind === Kind.Attribute || kind === Kind.Subscript) && tree.context(node) !== 0) {
      changesArguments ||= parameters.has(rootOf(tree, node));
    }
    if (kind === Kind.Name) mentions.push([node, ast.Name.name(tree, node)]);
    else if (kind === Kind.Attribute) mentions.push([node, ast.Attribute.name(tree, node)]);
    for (const child of childrenOf(tree, node)) waiting.push(child);
  }
  return { size, calls: [...calls], mentions, changesArguments, holdsFunctions };
}

/** The name that a chain of attributes, items and calls starts with. */
function rootOf(tree: Tree, node: NodeId): NameId {
  let at = node;
  for (;;) {
    const kind = tree.kind(at);
    if (kind === Kind.Attribute) at = ast.Attribute.value(tree, at);
    else if (kind === Kind.Subscript) at = ast.Subscript.value(tree, at);
    else if (kind === Kind.Call) at = ast.Call.callee(tree, at);
    else return kind === Kind.Name ? ast.Name.name(tree, at) : 0;
  }
}
