// Changes to lists, sets and dicts between where they are made and where they are read: `args.append(x)`,
// `options["key"] = value`. What cannot be followed leaves less that is certain.

import { ast, Context, Kind, type NodeId } from '../syntax/index.ts';
import type { Binding } from './module-semantics.ts';
import { merged } from './operators.ts';
import type { Module, Resolution } from './session.ts';
import type { Fact, MappingFact, SequenceFact, Value } from './value.ts';
import { MAX_ITEMS, singleConstant, union, unknown } from './values.ts';

export type Change =
  | { readonly kind: 'method'; readonly node: NodeId; readonly name: string; readonly call: NodeId }
  | { readonly kind: 'store'; readonly node: NodeId; readonly subscript: NodeId }
  | { readonly kind: 'open'; readonly node: NodeId };

/** Changes of one object that are followed. */
const MAX_CHANGES = 200;

const changingMethods = new Set(
  'append extend insert remove pop clear sort reverse add discard update setdefault popitem difference_update intersection_update symmetric_difference_update'.split(
    ' ',
  ),
);

/** A name's value where it is read, with what happened to the object since it was made. */
export function withChanges(module: Module, read: NodeId, resolution: Resolution, value: Value): Value {
  if (!value.facts.some(isChangeable)) return value;
  let result = value;
  for (const binding of resolution.bindings) {
    const changes = changesOf(module, binding);
    if (changes.length > 0) result = applyAll(module, read, binding, changes, result);
  }
  return result;
}

/** Whether the file does anything to the objects that a name can mean. */
export function isChanged(module: Module, resolution: Resolution): boolean {
  return resolution.bindings.some((binding) => changesOf(module, binding).length > 0);
}

export function isChangeable(fact: Fact): fact is SequenceFact | MappingFact {
  return fact.kind === 'mapping' || (fact.kind === 'sequence' && (fact.type === 'list' || fact.type === 'set'));
}

function applyAll(module: Module, read: NodeId, binding: Binding, changes: readonly Change[], value: Value): Value {
  if (changes.length > MAX_CHANGES) return opened(value);
  let result = value;
  for (const change of changes) {
    const when = order(module, binding, change.node, read);
    if (when === 'after') continue;
    result = mapChangeable(result, (fact) => apply(module, change, when === 'before', fact));
  }
  return result;
}

function opened(value: Value): Value {
  return mapChangeable(value, (fact) => open(fact));
}

function mapChangeable(value: Value, change: (fact: SequenceFact | MappingFact) => Fact): Value {
  return { ...value, facts: value.facts.map((fact) => (isChangeable(fact) ? change(fact) : fact)) };
}

/** Nothing is certain any more. */
function open(fact: SequenceFact | MappingFact): Fact {
  return fact.kind === 'sequence' ? { ...fact, items: [], complete: false } : { ...fact, entries: [], complete: false };
}

/**
 * Whether a change certainly comes before a read, certainly after it, or perhaps. Certain are changes that stand in the
 * same list of statements as the binding, ahead of the statement that reads.
 */
function order(module: Module, binding: Binding, change: NodeId, read: NodeId): 'before' | 'after' | 'maybe' {
  const { tree, scopes } = module;
  const scope = scopes.scopeOf(change);
  const readScope = scopes.scopeOf(read);
  const isOwn = scope === binding.scope;
  const statement = statementOf(module, change);
  const isLevel = isOwn && tree.parent(statement) === tree.parent(statementOf(module, binding.node));
  if (readScope !== scope && isComparable(module, read, scope)) {
    return tree.start(change) > tree.start(read) ? 'after' : isLevel ? 'before' : 'maybe';
  }
  // The code of a module has run when its functions are called.
  if (readScope !== scope) return isLevel && scope.kind === 'module' ? 'before' : 'maybe';
  if (tree.start(change) >= tree.start(read)) return sharesLoop(module, change, read, binding.node) ? 'maybe' : 'after';
  return isLevel ? 'before' : 'maybe';
}

/** A read inside a comprehension happens when the comprehension is evaluated. */
function isComparable(module: Module, read: NodeId, scope: unknown): boolean {
  let at = module.scopes.scopeOf(read);
  while (at.kind === 'comprehension' && at.parent !== undefined) at = at.parent;
  return at === scope;
}

function statementOf(module: Module, node: NodeId): NodeId {
  const { tree } = module;
  let at = node;
  while (at !== 0 && (tree.kind(at) >= Kind.BoolOp || tree.kind(at) === Kind.None)) at = tree.parent(at);
  return at;
}

function sharesLoop(module: Module, one: NodeId, other: NodeId, outside: NodeId): boolean {
  const { tree } = module;
  for (let at = tree.parent(one); at !== 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === Kind.FunctionDef || kind === Kind.Module) return false;
    if (kind !== Kind.For && kind !== Kind.While) continue;
    const holds = (node: NodeId): boolean => tree.start(at) <= tree.start(node) && tree.end(node) <= tree.end(at);
    if (holds(other)) return !holds(outside);
  }
  return false;
}

function apply(module: Module, change: Change, isCertain: boolean, fact: SequenceFact | MappingFact): Fact {
  if (change.kind === 'open') return open(fact);
  if (fact.kind === 'sequence') return applyToSequence(module, change, isCertain, fact);
  return applyToMapping(module, change, isCertain, fact);
}

function applyToSequence(
  module: Module,
  change: Exclude<Change, { kind: 'open' }>,
  isCertain: boolean,
  fact: SequenceFact,
): Fact {
  if (change.kind === 'store') return storeItem(module, change.subscript, isCertain, fact);
  const argument = firstArgument(module, change.call);
  const value = argument === 0 ? unknown('a missing argument') : module.valueOf(argument);
  const appended = (items: readonly Value[], complete: boolean): Fact => {
    if (!fact.complete) return fact;
    if (!isCertain) return { ...fact, complete: false };
    const all = [...fact.items, ...items];
    return { ...fact, items: all.slice(0, MAX_ITEMS), complete: complete && all.length <= MAX_ITEMS };
  };
  switch (change.name) {
    case 'append':
    case 'add':
      return appended([value], true);
    case 'extend':
    case 'update': {
      const given = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
      return given?.kind === 'sequence' ? appended(given.items, given.complete) : appended([], false);
    }
    case 'insert': {
      const second = argument === 0 ? 0 : module.tree.next(argument);
      if (!isCertain || singleConstant(value)?.value !== 0n || second === 0) return open(fact);
      return { ...fact, items: [module.valueOf(second), ...fact.items] };
    }
    case 'clear':
      return isCertain ? { ...fact, items: [], complete: true } : open(fact);
    default:
      return open(fact);
  }
}

function firstArgument(module: Module, call: NodeId): NodeId {
  const argument = ast.Call.arguments(module.tree, call);
  const kind = argument === 0 ? Kind.Starred : module.tree.kind(argument);
  return kind === Kind.Starred || kind === Kind.Keyword ? 0 : argument;
}

function storeItem(module: Module, subscript: NodeId, isCertain: boolean, fact: SequenceFact): Fact {
  const { tree } = module;
  const assignment = tree.parent(subscript);
  if (tree.kind(assignment) !== Kind.Assign) return open(fact);
  const index = singleConstant(module.valueOf(ast.Subscript.index(tree, subscript)))?.value;
  const position = typeof index === 'bigint' ? Number(index) : -1;
  const old = fact.items[position];
  if (old === undefined) return open(fact);
  const value = module.valueOf(ast.Assign.value(tree, assignment));
  return { ...fact, items: fact.items.with(position, isCertain ? value : union([old, value])) };
}

function applyToMapping(
  module: Module,
  change: Exclude<Change, { kind: 'open' }>,
  isCertain: boolean,
  fact: MappingFact,
): Fact {
  const { tree } = module;
  if (change.kind === 'store') {
    const assignment = tree.parent(change.subscript);
    const key = module.valueOf(ast.Subscript.index(tree, change.subscript));
    if (singleConstant(key) === undefined) return open(fact);
    if (tree.kind(assignment) === Kind.Delete) return withoutKey(fact, key, isCertain);
    if (tree.kind(assignment) !== Kind.Assign) return withoutKey(fact, key, false);
    return stored(fact, key, module.valueOf(ast.Assign.value(tree, assignment)), isCertain);
  }
  const argument = firstArgument(module, change.call);
  switch (change.name) {
    case 'update':
      return updated(module, change.call, argument, isCertain, fact);
    case 'setdefault': {
      if (argument === 0) return open(fact);
      const key = module.valueOf(argument);
      if (singleConstant(key) === undefined) return open(fact);
      if (merged(fact.entries, [{ key, value: key }]).length === fact.entries.length) return fact;
      const second = tree.next(argument);
      return fact.complete && second !== 0
        ? stored(fact, key, module.valueOf(second), isCertain)
        : { ...fact, complete: false };
    }
    case 'pop':
      return argument === 0 ? open(fact) : withoutKey(fact, module.valueOf(argument), isCertain);
    case 'clear':
      return isCertain ? { ...fact, entries: [], complete: true } : open(fact);
    default:
      return open(fact);
  }
}

/** An entry that was set: for certain, or perhaps. */
function stored(fact: MappingFact, key: Value, value: Value, isCertain: boolean): MappingFact {
  const entries = merged(fact.entries, [{ key, value }]);
  if (isCertain) return { ...fact, entries };
  if (entries.length !== fact.entries.length) return { ...fact, complete: false };
  const wanted = singleConstant(key)?.value;
  return {
    ...fact,
    entries: fact.entries.map((entry) =>
      singleConstant(entry.key)?.value === wanted ? { key, value: union([entry.value, value]) } : entry,
    ),
  };
}

function withoutKey(fact: MappingFact, key: Value, isCertain: boolean): Fact {
  const marker = { key, value: key };
  const entries = merged(fact.entries, [marker]).filter((entry) => entry !== marker);
  return { ...fact, entries, complete: fact.complete && isCertain && singleConstant(key) !== undefined };
}

function updated(module: Module, call: NodeId, argument: NodeId, isCertain: boolean, fact: MappingFact): Fact {
  const { tree } = module;
  let result = fact;
  if (argument !== 0) {
    const value = module.valueOf(argument);
    const given = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (given?.kind !== 'mapping') return open(fact);
    for (const entry of given.entries) result = stored(result, entry.key, entry.value, isCertain);
    if (!given.complete) return open(fact);
  }
  for (let each = ast.Call.arguments(tree, call); each !== 0; each = tree.next(each)) {
    if (each === argument) continue;
    if (tree.kind(each) !== Kind.Keyword || ast.Keyword.name(tree, each) === 0) return open(fact);
    const key = module.textConstant(tree.names.text(ast.Keyword.name(tree, each)), each);
    result = stored(result, key, module.valueOf(ast.Keyword.value(tree, each)), isCertain);
  }
  return result;
}

/** What the file does to the object of a binding, in source order. */
function changesOf(module: Module, binding: Binding): readonly Change[] {
  return module.remember(binding, () => {
    const changes: Change[] = [];
    for (const read of module.readsOf(binding)) {
      const change = changeAt(module, read);
      if (change !== undefined) changes.push(change);
      if (changes.length > MAX_CHANGES) break;
    }
    return changes;
  });
}

function changeAt(module: Module, read: NodeId): Change | undefined {
  const { tree } = module;
  const parent = tree.parent(read);
  switch (tree.kind(parent)) {
    case Kind.Attribute: {
      const call = tree.parent(parent);
      const name = tree.names.text(ast.Attribute.name(tree, parent));
      if (!changingMethods.has(name)) return undefined;
      if (tree.kind(call) === Kind.Call && ast.Call.callee(tree, call) === parent)
        return { kind: 'method', node: read, name, call };
      // push = args.append
      return { kind: 'open', node: read };
    }
    case Kind.Subscript:
      if (ast.Subscript.value(tree, parent) !== read || tree.context(parent) === Context.load) return undefined;
      return { kind: 'store', node: read, subscript: parent };
    case Kind.Assign:
      return ast.Assign.value(tree, parent) === read ? { kind: 'open', node: read } : undefined;
    case Kind.Call:
      return ast.Call.callee(tree, parent) !== read && mayChange(module, parent)
        ? { kind: 'open', node: read }
        : undefined;
    case Kind.Keyword:
      return mayChange(module, tree.parent(parent)) ? { kind: 'open', node: read } : undefined;
    default:
      return undefined;
  }
}

/** A function of the project may change what it is given; those of libraries are taken not to. */
function mayChange(module: Module, call: NodeId): boolean {
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  if (tree.kind(callee) !== Kind.Name) return false;
  const resolution = module.resolve(callee);
  return resolution.bindings.some((binding) => binding.kind === 'function');
}
