// Other names for what rules listen to. `from os import system as run`, `loads = pickle.loads`, a dispatch table, a
// default argument, a function that returns one: each gives a new name whose calls must be looked at. Names are
// followed by spelling alone, so too many are found, never too few; whether a call is one is decided when it is
// resolved.

import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { type FileIndex, indexFile, lastNameOf } from './file-index.ts';
import { anyAlias, Interest } from './interests.ts';
import { canName, type Families, type Outlook } from './visibility.ts';

/** An alias of an alias of an alias is followed; longer chains only where names repeat. */
const rounds = 3;

/** Interest bits of names that were found. */
type Found = Map<number, number>;

/** Names that files which import this one can reach, and names that live in one function. */
interface Aliases {
  readonly exported: Found;
  readonly local: Found;
}

/**
 * Adds aliases to what files look out for. `importsByFile` holds, for each file, the files that it may import. Gives
 * the outlooks under their final interests.
 */
export function followAliases(
  outlooks: readonly Outlook[],
  importsByFile: readonly ReadonlySet<number>[],
  families: Families,
): readonly Outlook[] {
  const current = [...outlooks];
  const found = current.map((): Aliases => ({ exported: new Map(), local: new Map() }));
  let changed: Iterable<number> = current.keys();
  for (let round = 0; round < rounds; round++) {
    for (const at of changed) collectAliases(current[at] as Outlook, families, found[at] as Aliases);
    const next: number[] = [];
    current.forEach((outlook, at) => {
      const { exported, local } = found[at] as Aliases;
      const sources = [local, exported, ...[...(importsByFile[at] ?? [])].map((target) => found[target]?.exported)];
      const { tree, interests } = outlook.file;
      const wider = interests.with(sources);
      if (wider === interests) return;
      current[at] = { ...outlook, file: { ...indexFile(tree, wider), hasDynamicName: outlook.file.hasDynamicName } };
      next.push(at);
    });
    if (next.length === 0) break;
    changed = next;
  }
  return current;
}

function note(found: Found, id: number, given: number): void {
  if (id !== 0) found.set(id, (found.get(id) ?? 0) | given);
}

function collectAliases(outlook: Outlook, families: Families, found: Aliases): void {
  const { file, imports } = outlook;
  const { tree, interests } = file;
  const isCallable = (id: number) => (interests.of(id) & (Interest.call | anyAlias)) !== 0;

  // from os import system as run · from .compat import loads
  for (const statement of file.imports) {
    if (tree.kind(statement) !== Kind.ImportFrom) continue;
    for (let alias = ast.ImportFrom.names(tree, statement); alias !== 0; alias = tree.next(alias)) {
      const id = ast.Alias.name(tree, alias);
      const given = interests.of(id) & ~(Interest.dynamic | Interest.dynamicImport);
      if (given === 0) continue;
      const bound = ast.Alias.asname(tree, alias) || id;
      const isMeant = families.get(tree.names.text(id));
      const isOne = imports.bound.get(bound)?.some((name) => isMeant?.names.has(name)) ?? false;
      if (isOne || imports.fromProject.has(bound)) note(found.exported, bound, given | Interest.nameAlias);
    }
  }
  // class Server(http.server.HTTPServer)
  for (const definition of file.classes) {
    for (let base = ast.ClassDef.arguments(tree, definition); base !== 0; base = tree.next(base)) {
      const isBase = (interests.of(lastNameOf(tree, base)) & (Interest.base | anyAlias)) !== 0;
      if (isBase && canName(outlook, families, base))
        noteDefinition(tree, definition, ast.ClassDef.name(tree, definition), found);
    }
  }
  for (const mention of file.mentions) {
    if (isCallable(lastNameOf(tree, mention)) && canName(outlook, families, mention)) {
      collectTargets(file, mention, found);
    }
  }
  // f = get_loader()
  for (const call of file.calls) {
    const isAlias = (interests.of(ast.Call.calleeName(tree, call)) & anyAlias) !== 0;
    if (isAlias && canName(outlook, families, ast.Call.callee(tree, call))) collectTargets(file, call, found);
  }
  if (file.isDynamic && collectDynamic(outlook, found)) file.hasDynamicName = true;
}

/** What is read out of a table of functions: `LOADERS.get(kind)`, `for name, load in LOADERS.items()` */
const tableReaders = new Set(['get', 'pop', 'setdefault', 'items', 'values', '__getitem__']);
/** What hands its argument on: calling the result calls the argument. */
const wrappers = new Set([
  'partial', 'partialmethod', 'staticmethod', 'classmethod', 'wraps', 'cache', 'lru_cache', 'dict', 'list', 'tuple',
  'set', 'zip', 'chain', 'enumerate', 'sorted', 'reversed', 'iter', 'next', 'OrderedDict', 'MappingProxyType', 'getattr',
]); // biome-ignore format: a list of words

/** Names that a mentioned value ends up under. */
function collectTargets(file: FileIndex, mention: NodeId, found: Aliases): void {
  const { tree } = file;
  let child = mention;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Assign:
        if (child !== ast.Assign.value(tree, node)) return;
        for (const target of tree.list(ast.Assign.targets(tree, node))) addTarget(file, target, found);
        return;
      case Kind.AnnAssign:
        if (child === ast.AnnAssign.value(tree, node)) addTarget(file, ast.AnnAssign.target(tree, node), found);
        return;
      case Kind.For:
        if (child === ast.For.iterable(tree, node)) addTarget(file, ast.For.target(tree, node), found);
        return;
      case Kind.Comprehension:
        if (child === ast.Comprehension.iterable(tree, node)) {
          addTarget(file, ast.Comprehension.target(tree, node), found);
        }
        return;
      case Kind.Parameter:
        if (child === ast.Parameter.default(tree, node)) {
          note(found.local, ast.Parameter.name(tree, node), Interest.nameAlias);
        }
        return;
      case Kind.Return: {
        let owner = tree.parent(node);
        while (owner !== 0 && tree.kind(owner) !== Kind.FunctionDef) owner = tree.parent(owner);
        if (owner !== 0) noteDefinition(tree, owner, ast.FunctionDef.name(tree, owner), found);
        return;
      }
      default:
        if (!isPassedOn(tree, node, child)) return;
        if (tree.kind(node) === Kind.NamedExpr) addTarget(file, ast.NamedExpr.target(tree, node), found);
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

function addTarget(file: FileIndex, target: NodeId, found: Aliases): void {
  const { tree } = file;
  if (tree.kind(target) === Kind.Tuple) {
    for (const each of tree.list(ast.Tuple.elements(tree, target))) addTarget(file, each, found);
    return;
  }
  const name = lastNameOf(tree, target);
  if (tree.kind(target) !== Kind.Name) note(found.exported, name, Interest.alias);
  else if (file.globals.has(name)) note(found.exported, name, Interest.nameAlias);
  else if (isInFunction(tree, target)) note(found.local, name, Interest.nameAlias);
  else noteDefinition(tree, target, name, found);
}

/** A name that a module or a class body binds. */
function noteDefinition(tree: Tree, node: NodeId, name: number, found: Aliases): void {
  let owner = tree.parent(node);
  while (owner !== 0 && tree.kind(owner) !== Kind.FunctionDef && tree.kind(owner) !== Kind.ClassDef)
    owner = tree.parent(owner);
  note(found.exported, name, tree.kind(owner) === Kind.ClassDef ? anyAlias : Interest.nameAlias);
}

function isInFunction(tree: Tree, inner: NodeId): boolean {
  let node = tree.parent(inner);
  while (node !== 0 && tree.kind(node) !== Kind.FunctionDef && tree.kind(node) !== Kind.ClassDef)
    node = tree.parent(node);
  return tree.kind(node) === Kind.FunctionDef;
}

/** `getattr(pickle, "loads")`, `vars(pickle)["loads"]`, `getattr(os, "sys" + "tem")`; whether there is any. */
function collectDynamic(outlook: Outlook, found: Aliases): boolean {
  const { tree } = outlook.file;
  let isAny = false;
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    let name = 0;
    let holder = 0;
    if (kind === Kind.Subscript) {
      holder = ast.Subscript.value(tree, node);
      const table = tree.kind(holder) === Kind.Call ? ast.Call.callee(tree, holder) : holder;
      if (isDynamicName(outlook, table)) name = ast.Subscript.index(tree, node);
    } else if (kind === Kind.Call && isDynamicName(outlook, ast.Call.callee(tree, node))) {
      holder = ast.Call.arguments(tree, node);
      name = holder === 0 ? 0 : tree.next(holder) || holder;
    }
    if (name === 0 || !mayName(outlook, name, holder)) continue;
    isAny = true;
    collectTargets(outlook.file, node, found);
  }
  return isAny;
}

function isDynamicName({ file: { tree, interests } }: Outlook, callee: NodeId): boolean {
  return (interests.of(lastNameOf(tree, callee)) & (Interest.dynamic | Interest.dynamicImport)) !== 0;
}

function mayName({ file: { tree, interests }, imports, library }: Outlook, node: NodeId, holder: NodeId): boolean {
  if (tree.kind(node) === Kind.Constant) {
    const word = /^[a-z]*(['"])(\w+)\1$/i.exec(tree.text(node))?.[2];
    const id = word === undefined ? 0 : tree.names.lookup(word);
    return (interests.of(id) & (Interest.call | Interest.alias)) !== 0;
  }
  if (tree.kind(node) === Kind.BinOp || tree.kind(node) === Kind.JoinedStr) return true;
  // name = "loads"; getattr(pickle, name)
  const modules = tree.kind(holder) === Kind.Name ? imports.bound.get(ast.Name.name(tree, holder)) : undefined;
  return modules?.some((name) => library.isModule(name)) ?? false;
}
