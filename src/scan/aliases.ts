// Other names for what rules listen to. `from os import system as run`, `loads = pickle.loads`, a dispatch table, a
// default argument, a function that returns one: each gives a new name whose calls must be looked at. Names are
// followed by spelling alone, so too many are found, never too few; whether a call is one is decided when it is
// resolved.

import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { type FileIndex, indexFile, lastNameOf } from './file-index.ts';
import { Interest } from './triggers.ts';

/** An alias of an alias of an alias is followed; longer chains only where names repeat. */
const rounds = 3;

/** The index of each file, aliases included. */
export function indexWithAliases(trees: readonly Tree[], interests: Uint8Array): readonly FileIndex[] {
  let bits = interests;
  const files = trees.map((tree) => indexFile(tree, bits));
  const localByFile = files.map((): Found => new Map());
  for (let round = 0; round < rounds; round++) {
    const exported: Found = new Map();
    const changed = new Set<number>();
    files.forEach((file, at) => {
      const local = localByFile[at] as Found;
      const before = local.size;
      collectAliases(file, { exported, local });
      if (local.size > before) changed.add(at);
    });
    const fresh = [...exported].filter(([id, given]) => ((bits[id] ?? 0) | given) !== (bits[id] ?? 0));
    if (fresh.length === 0 && changed.size === 0) break;
    if (fresh.length > 0) bits = withAliases(bits, fresh);
    trees.forEach((tree, at) => {
      if (fresh.length === 0 && !changed.has(at)) return;
      const local = localByFile[at] as Found;
      files[at] = indexFile(tree, local.size === 0 ? bits : withAliases(bits, [...local]));
    });
  }
  return files;
}

/** Interest bits of names that were found. */
type Found = Map<number, number>;

/** Names that other files can reach, and names that live in one function. */
interface Aliases {
  readonly exported: Found;
  readonly local: Found;
}

function note(found: Found, id: number, given: number = Interest.alias): void {
  if (id !== 0) found.set(id, (found.get(id) ?? 0) | given);
}

function withAliases(bits: Uint8Array, fresh: readonly (readonly [id: number, given: number])[]): Uint8Array {
  const wider = new Uint8Array(fresh.reduce((most, [id]) => Math.max(most, id + 1), bits.length));
  wider.set(bits);
  for (const [id, given] of fresh) wider[id] = (wider[id] as number) | given;
  return wider;
}

function collectAliases(file: FileIndex, found: Aliases): void {
  const { tree, interests: bits } = file;
  const isCallable = (id: number) => ((bits[id] ?? 0) & (Interest.call | Interest.alias)) !== 0;

  // from os import system as run
  for (const statement of file.imports) {
    if (tree.kind(statement) !== Kind.ImportFrom) continue;
    for (let alias = ast.ImportFrom.names(tree, statement); alias !== 0; alias = tree.next(alias)) {
      const asname = ast.Alias.asname(tree, alias);
      const given = (bits[ast.Alias.name(tree, alias)] ?? 0) & ~Interest.dynamic;
      if (asname !== 0 && given !== 0) note(found.exported, asname, given);
    }
  }
  // class Server(http.server.HTTPServer)
  for (const definition of file.classes) {
    for (let base = ast.ClassDef.arguments(tree, definition); base !== 0; base = tree.next(base)) {
      if (((bits[lastNameOf(tree, base)] ?? 0) & (Interest.base | Interest.alias)) !== 0) {
        note(found.exported, ast.ClassDef.name(tree, definition));
      }
    }
  }
  for (const mention of file.mentions) {
    if (isCallable(lastNameOf(tree, mention))) collectTargets(tree, mention, found);
  }
  // f = get_loader()
  for (const call of file.calls) {
    if (((bits[ast.Call.calleeName(tree, call)] ?? 0) & Interest.alias) !== 0) collectTargets(tree, call, found);
  }
  if (file.isDynamic) collectDynamic(file, found);
}

/** What is read out of a table of functions: `LOADERS.get(kind)`, `for name, load in LOADERS.items()` */
const tableReaders = new Set(['get', 'pop', 'setdefault', 'items', 'values', '__getitem__']);
/** What hands its argument on: calling the result calls the argument. */
const wrappers = new Set([
  'partial', 'partialmethod', 'staticmethod', 'classmethod', 'wraps', 'cache', 'lru_cache', 'dict', 'list', 'tuple',
  'set', 'zip', 'chain', 'enumerate', 'sorted', 'reversed', 'iter', 'next', 'OrderedDict', 'MappingProxyType', 'getattr',
]); // biome-ignore format: a list of words

/** Names that a mentioned value ends up under. */
function collectTargets(tree: Tree, mention: NodeId, found: Aliases): void {
  let child = mention;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Assign:
        if (child !== ast.Assign.value(tree, node)) return;
        for (const target of tree.list(ast.Assign.targets(tree, node))) addTarget(tree, target, found);
        return;
      case Kind.AnnAssign:
        if (child === ast.AnnAssign.value(tree, node)) addTarget(tree, ast.AnnAssign.target(tree, node), found);
        return;
      case Kind.For:
        if (child === ast.For.iterable(tree, node)) addTarget(tree, ast.For.target(tree, node), found);
        return;
      case Kind.Comprehension:
        if (child === ast.Comprehension.iterable(tree, node)) {
          addTarget(tree, ast.Comprehension.target(tree, node), found);
        }
        return;
      case Kind.Parameter:
        if (child === ast.Parameter.default(tree, node)) note(found.local, ast.Parameter.name(tree, node));
        return;
      case Kind.Return: {
        let owner = tree.parent(node);
        while (owner !== 0 && tree.kind(owner) !== Kind.FunctionDef) owner = tree.parent(owner);
        if (owner !== 0) note(found.exported, ast.FunctionDef.name(tree, owner));
        return;
      }
      default:
        if (!isPassedOn(tree, node, child)) return;
        if (tree.kind(node) === Kind.NamedExpr) addTarget(tree, ast.NamedExpr.target(tree, node), found);
    }
  }
}

/** Whether the value of an expression can be that of its part. */
function isPassedOn(tree: Tree, node: NodeId, part: NodeId): boolean {
  switch (tree.kind(node)) {
    case Kind.NamedExpr:
    case Kind.Dict:
    case Kind.DictEntry:
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
    case Kind.BoolOp:
    case Kind.Starred:
    case Kind.Keyword:
    case Kind.Lambda:
    case Kind.Await:
      return true;
    case Kind.IfExp:
      return part !== ast.IfExp.test(tree, node);
    case Kind.Subscript:
      return part === ast.Subscript.value(tree, node);
    case Kind.Attribute:
      return tableReaders.has(tree.names.text(ast.Attribute.name(tree, node)));
    case Kind.Call: {
      // Whatever is called here is a table's reader: the way up came through its Attribute.
      const isCallee = part === ast.Call.callee(tree, node);
      return isCallee
        ? tree.kind(part) === Kind.Attribute
        : wrappers.has(tree.names.text(ast.Call.calleeName(tree, node)));
    }
    default:
      return false;
  }
}

function addTarget(tree: Tree, target: NodeId, found: Aliases): void {
  if (tree.kind(target) === Kind.Tuple) {
    for (const each of tree.list(ast.Tuple.elements(tree, target))) addTarget(tree, each, found);
    return;
  }
  const isLocal = tree.kind(target) === Kind.Name && isInFunction(tree, target);
  note(isLocal ? found.local : found.exported, lastNameOf(tree, target));
}

function isInFunction(tree: Tree, inner: NodeId): boolean {
  let node = tree.parent(inner);
  while (node !== 0 && tree.kind(node) !== Kind.FunctionDef && tree.kind(node) !== Kind.ClassDef)
    node = tree.parent(node);
  return tree.kind(node) === Kind.FunctionDef;
}

/** `getattr(pickle, "loads")`, `vars(pickle)["loads"]`, `getattr(os, "sys" + "tem")` */
function collectDynamic(file: FileIndex, found: Aliases): void {
  const { tree, interests: bits } = file;
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    let name = 0;
    if (kind === Kind.Subscript) {
      const holder = ast.Subscript.value(tree, node);
      const table = tree.kind(holder) === Kind.Call ? ast.Call.callee(tree, holder) : holder;
      if (isDynamicName(tree, bits, table)) name = ast.Subscript.index(tree, node);
    } else if (kind === Kind.Call && isDynamicName(tree, bits, ast.Call.callee(tree, node))) {
      const first = ast.Call.arguments(tree, node);
      name = first === 0 ? 0 : tree.next(first) || first;
    }
    if (name !== 0 && mayName(tree, name, bits)) collectTargets(tree, node, found);
  }
}

function isDynamicName(tree: Tree, bits: Uint8Array, callee: NodeId): boolean {
  return ((bits[lastNameOf(tree, callee)] ?? 0) & Interest.dynamic) !== 0;
}

function mayName(tree: Tree, node: NodeId, bits: Uint8Array): boolean {
  if (tree.kind(node) === Kind.Constant) {
    const word = /^[a-z]*(['"])(\w+)\1$/i.exec(tree.text(node))?.[2];
    const id = word === undefined ? 0 : tree.names.lookup(word);
    return ((bits[id] ?? 0) & (Interest.call | Interest.alias)) !== 0;
  }
  return tree.kind(node) === Kind.BinOp || tree.kind(node) === Kind.JoinedStr;
}
