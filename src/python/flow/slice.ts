// What of a function has to be run to know its sites: the statements that they depend on, by names alone. A function is
// long and a site in it is short; everything else would only cost.

import type { Module } from '../semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId, type Tree } from '../syntax/index.ts';

/** Statements of a function that are run. */
export type Slice = ReadonlySet<NodeId>;

/** Functions with fewer nodes are run as they are. */
const SMALL = 150;

interface Statement {
  readonly node: NodeId;
  /** index of the statement around it; -1 for those of the function itself */
  readonly outer: number;
  /** names, and names with their first attribute: `self.root` */
  readonly binds: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  /** what a call that is a statement may change, or a value that is now known by another name too */
  readonly touches: ReadonlySet<string>;
  /** names of new objects that it makes: lists, dicts, instances */
  readonly makes: ReadonlySet<string>;
  /** names that it hands to calls, or calls methods of, which may change what they stand for: count = fill(items) */
  readonly hands: ReadonlySet<string>;
  /** leaves the straight way: return, raise, break, continue */
  readonly isExit: boolean;
}

/** The statements that the seeds depend on; undefined when all of the function is to be run. */
export function sliceOf(module: Module, definition: NodeId, size: number, seeds: readonly NodeId[]): Slice | undefined {
  const { tree } = module;
  if (size < SMALL || tree.kind(definition) !== Kind.FunctionDef) return undefined;
  const statements: Statement[] = [];
  const indexOf = new Map<NodeId, number>();
  collect(tree, ast.FunctionDef.body(tree, definition), statements, indexOf);
  const made = new Set(statements.flatMap(({ makes }) => [...makes]));
  const relevant = new Set<number>();
  const needed = new Set<string>();
  const add = (index: number): void => {
    for (let at = index; at >= 0 && !relevant.has(at); at = (statements[at] as Statement).outer) {
      relevant.add(at);
      for (const name of (statements[at] as Statement).uses) needed.add(name);
    }
  };
  for (const seed of seeds) {
    let node = seed;
    while (node !== 0 && node !== definition && !indexOf.has(node)) node = tree.parent(node);
    const index = indexOf.get(node);
    // A default or a decorator: it is run with what is around the function.
    if (index !== undefined) add(index);
  }
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size;
    for (let index = 0; index < statements.length; index++) {
      if (relevant.has(index)) continue;
      const statement = statements[index] as Statement;
      const isNeeded = statement.isExit
        ? isGuard(statements, relevant, needed, statement)
        : meets(statement.binds, needed) || meets(statement.touches, needed) || meets(statement.hands, needed, made);
      if (isNeeded) add(index);
    }
  }
  const slice = new Set<NodeId>();
  for (const index of relevant) slice.add((statements[index] as Statement).node);
  return slice;
}

/** An exit matters where something that is needed decides about it, or inside what is run anyway. */
function isGuard(
  statements: readonly Statement[],
  relevant: ReadonlySet<number>,
  needed: ReadonlySet<string>,
  statement: Statement,
): boolean {
  if (statement.outer < 0) return true;
  const around = statements[statement.outer] as Statement;
  return relevant.has(statement.outer) || meets(around.uses, needed);
}

function meets(names: ReadonlySet<string>, needed: ReadonlySet<string>, among = needed): boolean {
  for (const name of names) if (needed.has(name) && among.has(name)) return true;
  return false;
}

function collect(tree: Tree, first: NodeId, statements: Statement[], indexOf: Map<NodeId, number>): void {
  const waiting: { readonly node: NodeId; readonly outer: number }[] = [];
  const push = (from: NodeId, outer: number): void => {
    for (let node = from; node !== 0; node = tree.next(node)) waiting.push({ node, outer });
  };
  push(first, -1);
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { node, outer } = each;
    const index = statements.length;
    indexOf.set(node, index);
    statements.push(read(tree, node, outer));
    for (const inner of bodiesOf(tree, node)) push(inner, index);
  }
}

/** Lists of statements inside a statement that are judged one by one. */
function bodiesOf(tree: Tree, node: NodeId): readonly NodeId[] {
  switch (tree.kind(node)) {
    case Kind.If:
      return [ast.If.body(tree, node), ast.If.orelse(tree, node)];
    case Kind.For:
      return [ast.For.body(tree, node), ast.For.orelse(tree, node)];
    case Kind.While:
      return [ast.While.body(tree, node), ast.While.orelse(tree, node)];
    case Kind.With:
      return [ast.With.body(tree, node)];
    case Kind.Try: {
      const handlers = tree.list(ast.Try.handlers(tree, node)).map((each) => ast.ExceptHandler.body(tree, each));
      return [ast.Try.body(tree, node), ...handlers, ast.Try.orelse(tree, node), ast.Try.finalbody(tree, node)];
    }
    case Kind.Match:
      return tree.list(ast.Match.cases(tree, node)).map((each) => ast.MatchCase.body(tree, each));
    default:
      return [];
  }
}

/** What a statement itself binds and uses, without the statements in it. */
function read(tree: Tree, node: NodeId, outer: number): Statement {
  const kind = tree.kind(node);
  const binds = new Set<string>();
  const uses = new Set<string>();
  const touches = new Set<string>();
  const hands = new Set<string>();
  const inner = new Set<NodeId>();
  for (const body of bodiesOf(tree, node)) for (let at = body; at !== 0; at = tree.next(at)) inner.add(at);
  const waiting: NodeId[] = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at !== node && inner.has(at)) continue;
    const own = tree.kind(at);
    if (own === Kind.Name) {
      const name = tree.names.text(ast.Name.name(tree, at));
      const key = keyOf(tree, at, name);
      (tree.context(at) === 0 && !isStored(tree, at) ? uses : binds).add(key);
      if (key !== name && tree.context(at) === 0) uses.add(key);
      // x[0] = …, x.y = …   change what x is
      if (isStored(tree, at)) uses.add(name);
    } else if (own === Kind.Call) {
      addHanded(tree, at, hands);
    } else if (own === Kind.FunctionDef || own === Kind.ClassDef) {
      binds.add(
        tree.names.text(own === Kind.FunctionDef ? ast.FunctionDef.name(tree, at) : ast.ClassDef.name(tree, at)),
      );
    } else if (own === Kind.Alias || own === Kind.Identifier) {
      const id =
        own === Kind.Alias ? ast.Alias.asname(tree, at) || ast.Alias.name(tree, at) : ast.Identifier.name(tree, at);
      binds.add(tree.names.text(id).split('.', 1)[0] as string);
    } else if (own === Kind.ExceptHandler || own === Kind.MatchAs || own === Kind.MatchStar) {
      const id =
        own === Kind.ExceptHandler
          ? ast.ExceptHandler.name(tree, at)
          : own === Kind.MatchAs
            ? ast.MatchAs.name(tree, at)
            : ast.MatchStar.name(tree, at);
      if (id !== 0) binds.add(tree.names.text(id));
    }
    for (const child of childrenOf(tree, at)) waiting.push(child);
  }
  // update(x), x.append(y)   as statements are there for what they change; y = x   makes one object known twice
  const isForEffect = kind === Kind.Expr || kind === Kind.Delete;
  if (isForEffect || (kind === Kind.Assign && isAlias(tree, ast.Assign.value(tree, node))))
    for (const name of uses) touches.add(name);
  const isExit = kind === Kind.Return || kind === Kind.Raise || kind === Kind.Break || kind === Kind.Continue;
  const makes = kind === Kind.Assign && isNew(tree, ast.Assign.value(tree, node)) ? binds : nothing;
  return { node, outer, binds, uses, touches, makes, hands, isExit };
}

const nothing: ReadonlySet<string> = new Set();

/** Built-in functions and methods of containers that change nothing. */
const reading: ReadonlySet<string> = new Set(
  (
    'len str int float bool repr isinstance issubclass type sorted any all sum min max enumerate zip range id hash ' +
    'format getattr hasattr callable list tuple set dict frozenset print get keys values items copy index count join'
  ).split(' '),
);

function addHanded(tree: Tree, call: NodeId, hands: Set<string>): void {
  const callee = ast.Call.callee(tree, call);
  if (reading.has(tree.names.text(ast.Call.calleeName(tree, call)))) return;
  const add = (node: NodeId): void => {
    if (tree.kind(node) === Kind.Name) hands.add(tree.names.text(ast.Name.name(tree, node)));
  };
  if (tree.kind(callee) === Kind.Attribute) add(ast.Attribute.value(tree, callee));
  for (let argument = ast.Call.arguments(tree, call); argument !== 0; argument = tree.next(argument)) {
    const kind = tree.kind(argument);
    if (kind === Kind.Keyword) add(ast.Keyword.value(tree, argument));
    else if (kind === Kind.Starred) add(ast.Starred.value(tree, argument));
    else add(argument);
  }
}

/** `[…]`, `{…}`, `list(…)`, `Parser(…)` */
function isNew(tree: Tree, value: NodeId): boolean {
  switch (tree.kind(value)) {
    case Kind.List:
    case Kind.Dict:
    case Kind.Set:
    case Kind.ListComp:
    case Kind.DictComp:
    case Kind.SetComp:
      return true;
    case Kind.Call:
      return /^(list|dict|set|bytearray|deque|defaultdict|iter|_*[A-Z]\w*)$/.test(
        tree.names.text(ast.Call.calleeName(tree, value)),
      );
    default:
      return false;
  }
}

/** `self.root` for `self` in `self.root.path`; methods that are called are no attributes. */
function keyOf(tree: Tree, name: NodeId, text: string): string {
  const parent = tree.parent(name);
  if (tree.kind(parent) !== Kind.Attribute || ast.Attribute.value(tree, parent) !== name) return text;
  if (text !== 'self' && text !== 'cls') return text;
  return `${text}.${tree.names.text(ast.Attribute.name(tree, parent))}`;
}

/** The name stands for an object of which a part is assigned to. */
function isStored(tree: Tree, name: NodeId): boolean {
  let at = tree.parent(name);
  let child = name;
  for (;;) {
    const kind = tree.kind(at);
    const value =
      kind === Kind.Attribute
        ? ast.Attribute.value(tree, at)
        : kind === Kind.Subscript
          ? ast.Subscript.value(tree, at)
          : 0;
    if (value !== child) return false;
    if (tree.context(at) !== 0) return true;
    child = at;
    at = tree.parent(at);
  }
}

function isAlias(tree: Tree, value: NodeId): boolean {
  const kind = tree.kind(value);
  return (
    kind === Kind.Name ||
    kind === Kind.Attribute ||
    kind === Kind.Subscript ||
    kind === Kind.List ||
    kind === Kind.Dict ||
    kind === Kind.Tuple
  );
}
