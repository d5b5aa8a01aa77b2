// Other names for what rules listen to. `from os import system as run`, `loads = pickle.loads`, a dispatch table, a
// default argument, a function that returns one: each gives a new name whose calls must be looked at. Names are
// followed by spelling alone, so too many are found, never too few; whether a call is one is decided when it is
// resolved.

import { ast, Kind, type NodeId, ParameterRole, type Tree } from '../python/syntax/index.ts';
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
    for (const at of changed) {
      collectAliases(current[at] as Outlook, families, found[at] as Aliases, (call, argument) =>
        notePassed(current, found, importsByFile, at, call, argument),
      );
    }
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

/** Told of each argument that is of interest. */
type Passed = (call: NodeId, argument: NodeId) => void;

function collectAliases(outlook: Outlook, families: Families, found: Aliases, passed: Passed): void {
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
      collectTargets(file, mention, found, passed);
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
function collectTargets(file: FileIndex, mention: NodeId, found: Aliases, passed?: Passed): void {
  const { tree } = file;
  const handed = file.interests.of(lastNameOf(tree, mention)) & Interest.handed;
  let child = mention;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Assign:
        if (child !== ast.Assign.value(tree, node)) return;
        for (const target of tree.list(ast.Assign.targets(tree, node))) addTarget(file, target, found, handed);
        return;
      case Kind.AnnAssign:
        if (child === ast.AnnAssign.value(tree, node)) addTarget(file, ast.AnnAssign.target(tree, node), found, handed);
        return;
      case Kind.For:
        if (child === ast.For.iterable(tree, node)) addTarget(file, ast.For.target(tree, node), found, handed);
        return;
      case Kind.Comprehension:
        if (child === ast.Comprehension.iterable(tree, node)) {
          addTarget(file, ast.Comprehension.target(tree, node), found, handed);
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
        if (!isPassedOn(tree, node, child)) {
          // each(os.system, commands)
          if (tree.kind(node) === Kind.Call && child !== ast.Call.callee(tree, node)) passed?.(node, child);
          return;
        }
        if (tree.kind(node) === Kind.NamedExpr) addTarget(file, ast.NamedExpr.target(tree, node), found, handed);
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

/** Functions and classes of one name that an argument may be handed to. */
const mostTakers = 4;

/** `each(os.system, commands)`: the parameter is another name of what is handed over. */
function notePassed(
  outlooks: readonly Outlook[],
  found: readonly Aliases[],
  importsByFile: readonly ReadonlySet<number>[],
  at: number,
  call: NodeId,
  argument: NodeId,
): void {
  const { tree } = (outlooks[at] as Outlook).file;
  const name = ast.Call.calleeName(tree, call);
  if (name === 0) return;
  const isKeyword = tree.kind(argument) === Kind.Keyword;
  const keyword = isKeyword ? ast.Keyword.name(tree, argument) : 0;
  const position = isKeyword ? -1 : tree.list(ast.Call.arguments(tree, call)).indexOf(argument);
  let left = mostTakers;
  for (const file of [at, ...(importsByFile[at] ?? [])]) {
    const taker = outlooks[file];
    if (taker === undefined) continue;
    for (const definition of takersOf(taker.file.tree, name)) {
      if (--left < 0) return;
      noteTaken(taker.file.tree, definition, position, keyword, found[file] as Aliases);
    }
  }
}

const takers = new WeakMap<Tree, Map<number, NodeId[]>>();

/** Functions and classes of a file by name. */
function takersOf(tree: Tree, name: number): readonly NodeId[] {
  let known = takers.get(tree);
  if (known === undefined) {
    takers.set(tree, (known = new Map()));
    for (let node = 1; node < tree.nodeCount; node++) {
      const kind = tree.kind(node);
      if (kind !== Kind.FunctionDef && kind !== Kind.ClassDef) continue;
      const own = kind === Kind.FunctionDef ? ast.FunctionDef.name(tree, node) : ast.ClassDef.name(tree, node);
      const all = known.get(own);
      if (all === undefined) known.set(own, [node]);
      else all.push(node);
    }
  }
  return known.get(name) ?? [];
}

function noteTaken(tree: Tree, definition: NodeId, position: number, keyword: number, found: Aliases): void {
  const bits = Interest.handed | Interest.nameAlias;
  if (tree.kind(definition) === Kind.FunctionDef) {
    const list = ast.FunctionDef.parameters(tree, definition);
    const parameters = list === 0 ? [] : tree.list(ast.Arguments.parameters(tree, list));
    const isMethod = tree.kind(tree.parent(definition)) === Kind.ClassDef;
    const [first] = parameters;
    const skipped = isMethod && first !== undefined && /^(self|cls)$/.test(nameOf(tree, first)) ? 1 : 0;
    parameters.forEach((parameter, index) => {
      const id = ast.Parameter.name(tree, parameter);
      const isVariadic = ast.Parameter.role(tree, parameter) === ParameterRole.variadic;
      const isMeant =
        keyword !== 0 ? id === keyword : index - skipped === position || (isVariadic && index <= position);
      if (isMeant) note(found.local, id, bits);
    });
    return;
  }
  let field = 0;
  for (let node = ast.ClassDef.body(tree, definition); node !== 0; node = tree.next(node)) {
    if (tree.kind(node) === Kind.FunctionDef) {
      if (tree.names.text(ast.FunctionDef.name(tree, node)) !== '__init__') continue;
      noteTaken(tree, node, position, keyword, found);
      return;
    } else if (tree.kind(node) === Kind.AnnAssign) {
      // @dataclass class Job: runner: Callable
      const id = lastNameOf(tree, ast.AnnAssign.target(tree, node));
      if (keyword !== 0 ? id === keyword : field === position)
        note(found.exported, id, Interest.handed | Interest.alias);
      field++;
    }
  }
}

const nameOf = (tree: Tree, parameter: NodeId) => tree.names.text(ast.Parameter.name(tree, parameter));

function addTarget(file: FileIndex, target: NodeId, found: Aliases, handed = 0): void {
  const { tree } = file;
  if (tree.kind(target) === Kind.Tuple) {
    for (const each of tree.list(ast.Tuple.elements(tree, target))) addTarget(file, each, found, handed);
    return;
  }
  const name = lastNameOf(tree, target);
  if (tree.kind(target) !== Kind.Name) note(found.exported, name, Interest.alias | handed);
  else if (file.globals.has(name)) note(found.exported, name, Interest.nameAlias | handed);
  else if (isInFunction(tree, target)) note(found.local, name, Interest.nameAlias | handed);
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
