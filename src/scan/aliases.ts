// Other names for what rules listen to. `from os import system as run`, `loads = pickle.loads`, a dispatch table, a
// default argument, a function that returns one: each gives a new name whose calls must be looked at. Names are
// followed by spelling alone, so too many are found, never too few; whether a call is one is decided when it is
// resolved.

import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { type FileIndex, indexFile, lastNameOf } from './file-index.ts';
import { Interest } from './triggers.ts';

/** An alias of an alias of an alias is followed; longer chains only where names repeat. */
const rounds = 3;

/** Adds alias bits to `interests` and gives the index of each file under them. */
export function indexWithAliases(
  trees: readonly Tree[],
  interests: Uint8Array,
): { readonly files: readonly FileIndex[]; readonly interests: Uint8Array } {
  let bits = interests;
  let files = trees.map((tree) => indexFile(tree, bits));
  for (let round = 0; round < rounds; round++) {
    const found: Found = new Map();
    for (const file of files) collectAliases(file, bits, found);
    const fresh = [...found].filter(([id, given]) => ((bits[id] ?? 0) | given) !== (bits[id] ?? 0));
    if (fresh.length === 0) break;
    bits = withAliases(bits, fresh);
    files = files.map((file) => indexFile(file.tree, bits));
  }
  return { files, interests: bits };
}

/** Interest bits of names that were found. */
type Found = Map<number, number>;

function note(found: Found, id: number, given: number = Interest.alias): void {
  if (id !== 0) found.set(id, (found.get(id) ?? 0) | given);
}

function withAliases(bits: Uint8Array, fresh: readonly (readonly [id: number, given: number])[]): Uint8Array {
  const wider = new Uint8Array(fresh.reduce((most, [id]) => Math.max(most, id + 1), bits.length));
  wider.set(bits);
  for (const [id, given] of fresh) wider[id] = (wider[id] as number) | given;
  return wider;
}

function collectAliases(file: FileIndex, bits: Uint8Array, found: Found): void {
  const { tree } = file;
  const isCallable = (id: number) => ((bits[id] ?? 0) & (Interest.call | Interest.alias)) !== 0;

  // from os import system as run
  for (const statement of file.imports) {
    if (tree.kind(statement) !== Kind.ImportFrom) continue;
    for (let alias = ast.ImportFrom.names(tree, statement); alias !== 0; alias = tree.next(alias)) {
      const asname = ast.Alias.asname(tree, alias);
      const given = (bits[ast.Alias.name(tree, alias)] ?? 0) & ~Interest.dynamic;
      if (asname !== 0 && given !== 0) note(found, asname, given);
    }
  }
  // class Server(http.server.HTTPServer)
  for (const definition of file.classes) {
    for (let base = ast.ClassDef.arguments(tree, definition); base !== 0; base = tree.next(base)) {
      const id = lastNameOf(tree, base);
      if (((bits[id] ?? 0) & (Interest.base | Interest.alias)) !== 0) {
        note(found, ast.ClassDef.name(tree, definition));
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
  if (file.isDynamic) collectDynamic(file, bits, found);
}

/** Names that a mentioned value ends up under. */
function collectTargets(tree: Tree, mention: NodeId, found: Found): void {
  const add = (first: NodeId) => {
    for (const target of tree.list(first)) addTarget(tree, target, found);
  };
  let child = mention;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Assign:
        if (child === ast.Assign.value(tree, node)) add(ast.Assign.targets(tree, node));
        return;
      case Kind.AnnAssign:
        if (child === ast.AnnAssign.value(tree, node)) addTarget(tree, ast.AnnAssign.target(tree, node), found);
        return;
      case Kind.NamedExpr:
        addTarget(tree, ast.NamedExpr.target(tree, node), found);
        break;
      case Kind.For:
        if (child === ast.For.iterable(tree, node)) addTarget(tree, ast.For.target(tree, node), found);
        return;
      case Kind.Comprehension:
        if (child === ast.Comprehension.iterable(tree, node)) {
          addTarget(tree, ast.Comprehension.target(tree, node), found);
        }
        return;
      case Kind.Parameter:
        if (child === ast.Parameter.default(tree, node)) note(found, ast.Parameter.name(tree, node));
        return;
      case Kind.Return: {
        let owner = tree.parent(node);
        while (owner !== 0 && tree.kind(owner) !== Kind.FunctionDef) owner = tree.parent(owner);
        if (owner !== 0) note(found, ast.FunctionDef.name(tree, owner));
        return;
      }
      case Kind.Attribute:
        // pickle.loads.__name__ is something else; LOADERS.get is how a table is read
        break;
      case Kind.Expr:
      case Kind.If:
      case Kind.While:
      case Kind.Compare:
      case Kind.FunctionDef:
      case Kind.ClassDef:
        return;
    }
  }
}

function addTarget(tree: Tree, target: NodeId, found: Found): void {
  if (tree.kind(target) === Kind.Tuple) {
    for (const each of tree.list(ast.Tuple.elements(tree, target))) addTarget(tree, each, found);
    return;
  }
  note(found, lastNameOf(tree, target));
}

/** `getattr(pickle, "loads")`, `vars(pickle)["loads"]`, `getattr(os, "sys" + "tem")` */
function collectDynamic(file: FileIndex, bits: Uint8Array, found: Found): void {
  const { tree } = file;
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    let name = 0;
    if (kind === Kind.Subscript) {
      name = ast.Subscript.index(tree, node);
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
