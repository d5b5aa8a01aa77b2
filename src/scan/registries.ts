// Functions that are called by way of what they were put into: a table of commands, a list of listeners, an attribute. A
// decorator of the project, a call or an assignment puts them there; whoever mentions what holds them may call them. Found
// by spelling, like all callers: it says where to look.

import type { Engine, ProjectText } from '../python/flow/index.ts';
import type { Module } from '../python/semantics/index.ts';
import { ast, Kind, type NameId, type NodeId, type Tree } from '../python/syntax/index.ts';

interface Mention {
  readonly file: number;
  readonly node: NodeId;
}

/** Names of what holds one function, and mentions of them, that are looked at. */
const MAX_NAMES = 6;
const MAX_READERS = 12;

/** Where a function may be called from by way of what holds it. */
export function readersOfRegistries(
  engine: Engine,
  trees: readonly Tree[],
  module: Module,
  file: number,
  definition: NodeId,
  mentions: readonly Mention[],
): readonly Mention[] {
  const names = new Set<NameId>();
  for (const decorator of decoratorsOf(module, definition)) {
    for (const name of namesChangedBy(engine, module, decorator)) names.add(name);
  }
  for (const { file: at, node } of mentions) {
    const owner = engine.session.modules[at] as Module;
    for (const name of namesHolding(engine, owner, node)) names.add(name);
  }
  if (names.size === 0) return [];
  const found: Mention[] = [];
  const others = new Set([file, ...mentions.map((mention) => mention.file)]);
  for (const name of [...names].slice(0, MAX_NAMES)) {
    for (const at of others) {
      const tree = trees[at] as Tree;
      for (const node of mentionsIn(tree, name)) {
        const around = functionAround(tree, node);
        if (around === 0 || (at === file && around === definition)) continue;
        if (found.length >= MAX_READERS) return found;
        found.push({ file: at, node });
      }
    }
  }
  return found;
}

function decoratorsOf({ tree }: Module, definition: NodeId): readonly NodeId[] {
  if (tree.kind(definition) !== Kind.FunctionDef) return [];
  const head = ast.FunctionDef.head(tree, definition);
  const own = head === 0 ? [] : tree.list(ast.FunctionHead.decorators(tree, head));
  return own.map((decorator) => (tree.kind(decorator) === Kind.Call ? ast.Call.callee(tree, decorator) : decorator));
}

/** What a mention of a function is put into: `COMMANDS = {"show": show}`, `listeners.append(show)`, `register(show)` */
function namesHolding(engine: Engine, module: Module, mention: NodeId): readonly NameId[] {
  const { tree } = module;
  let child = mention;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Dict:
      case Kind.DictEntry:
      case Kind.List:
      case Kind.Tuple:
      case Kind.Keyword:
        continue;
      case Kind.Assign:
        if (child !== ast.Assign.value(tree, node)) return [];
        return tree.list(ast.Assign.targets(tree, node)).flatMap((target) => nameOfHolder(tree, target));
      case Kind.AnnAssign:
        return child === ast.AnnAssign.value(tree, node) ? nameOfHolder(tree, ast.AnnAssign.target(tree, node)) : [];
      case Kind.Call: {
        const callee = ast.Call.callee(tree, node);
        if (child === callee) return [];
        const changed = namesChangedBy(engine, module, callee);
        // listeners["saved"].append(show)
        return changed.length > 0 || tree.kind(callee) !== Kind.Attribute
          ? changed
          : nameOfHolder(tree, ast.Attribute.value(tree, callee));
      }
      default:
        return [];
    }
  }
  return [];
}

function nameOfHolder(tree: Tree, target: NodeId): readonly NameId[] {
  let at = target;
  while (tree.kind(at) === Kind.Subscript) at = ast.Subscript.value(tree, at);
  if (tree.kind(at) === Kind.Name) return [ast.Name.name(tree, at)];
  return tree.kind(at) === Kind.Attribute ? [ast.Attribute.name(tree, at)] : [];
}

/** Names of what a function of the project, or anything in a class of it, puts something into. */
function namesChangedBy(engine: Engine, module: Module, callee: NodeId): readonly NameId[] {
  const names: NameId[] = [];
  for (const fact of module.valueOf(callee).facts) {
    if (fact.kind !== 'reference' || fact.definition === undefined) continue;
    const { module: owner, node } = fact.definition;
    if (owner.tree.kind(node) === Kind.Module) continue;
    const file = engine.session.modules.findIndex((each) => each.path === owner.path);
    const [start, end] = [owner.tree.start(node), owner.tree.end(node)];
    for (const { name, definition } of changesIn(engine.projectText).get(file) ?? []) {
      const at = owner.tree.start(definition);
      if (start <= at && at < end) names.push(name);
    }
  }
  return names;
}

type Changes = ReadonlyMap<number, readonly { readonly name: NameId; readonly definition: NodeId }[]>;
const tables = new WeakMap<ProjectText, Changes>();

/** By file: what its functions put something into. */
function changesIn(text: ProjectText): Changes {
  const known = tables.get(text);
  if (known !== undefined) return known;
  const found = new Map<number, { name: NameId; definition: NodeId }[]>();
  for (const [name, functions] of text.changers) {
    for (const { file, definition } of functions) {
      const own = found.get(file);
      if (own === undefined) found.set(file, [{ name, definition }]);
      else own.push({ name, definition });
    }
  }
  tables.set(text, found);
  return found;
}

const mentioned = new WeakMap<Tree, Map<NameId, readonly NodeId[]>>();

function mentionsIn(tree: Tree, name: NameId): readonly NodeId[] {
  let known = mentioned.get(tree);
  if (known === undefined) mentioned.set(tree, (known = new Map()));
  let nodes = known.get(name);
  if (nodes === undefined) known.set(name, (nodes = findMentions(tree, name)));
  return nodes;
}

function findMentions(tree: Tree, name: NameId): readonly NodeId[] {
  const found: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    const isOne =
      (kind === Kind.Name && ast.Name.name(tree, node) === name) ||
      (kind === Kind.Attribute && ast.Attribute.name(tree, node) === name);
    if (isOne) found.push(node);
  }
  return found;
}

function functionAround(tree: Tree, node: NodeId): NodeId {
  let at = tree.parent(node);
  while (at !== 0 && tree.kind(at) !== Kind.FunctionDef && tree.kind(at) !== Kind.Lambda) at = tree.parent(at);
  return at;
}
