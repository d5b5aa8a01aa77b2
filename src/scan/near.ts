// Files in which a run may tell a rule more than it sees in the text, though no remote peer is near: those that hold a
// name or a text that the rule has named, those that they import, and those that import them. Found by spelling alone.

import { ast, Kind, type NameId, type Tree } from '../python/syntax/index.ts';
import type { Near } from '../rulekit/index.ts';

export interface NearbyFiles {
  has(file: number, near: Near): boolean;
}

/** Looked for when it is first asked, once for each rule. */
export function findNearby(trees: readonly Tree[], paths: readonly string[]): NearbyFiles {
  const found = new Map<Near, ReadonlySet<number>>();
  const imports = new Map<number, ReadonlySet<NameId>>();
  const importsOf = (file: number): ReadonlySet<NameId> => {
    let known = imports.get(file);
    if (known === undefined) imports.set(file, (known = importedNames(trees[file] as Tree)));
    return known;
  };
  const find = (near: Near): ReadonlySet<number> => {
    const holders = trees.flatMap((tree, file) => (holds(tree, near) ? [file] : []));
    const files = new Set(holders);
    if (holders.length === 0) return files;
    const ownNames = trees.map((tree, file) => tree.names.intern(lastNameOf(paths[file] as string)));
    const namesOfHolders = new Set(holders.map((file) => ownNames[file] as NameId));
    const importedByHolders = new Set(holders.flatMap((file) => [...importsOf(file)]));
    for (let file = 0; file < trees.length; file++) {
      if (files.has(file)) continue;
      if (importedByHolders.has(ownNames[file] as NameId)) files.add(file);
      else if ([...importsOf(file)].some((name) => namesOfHolders.has(name))) files.add(file);
    }
    return files;
  };
  return {
    has(file, near) {
      let files = found.get(near);
      if (files === undefined) found.set(near, (files = find(near)));
      return files.has(file);
    },
  };
}

/** Whether a file holds one of the names or texts. */
export function holds(tree: Tree, { names, text }: Near): boolean {
  const ids = new Set(names.map((name) => tree.names.intern(name)));
  for (let node = 1; node < tree.nodeCount; node++) {
    switch (tree.kind(node)) {
      case Kind.Name:
        if (ids.has(ast.Name.name(tree, node))) return true;
        break;
      case Kind.Attribute:
        if (ids.has(ast.Attribute.name(tree, node))) return true;
        break;
      case Kind.Alias:
        if (ids.has(ast.Alias.name(tree, node))) return true;
        break;
      case Kind.Constant:
        if (text?.test(tree.text(node))) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

/** Parts of the names of what a file imports. */
function importedNames(tree: Tree): ReadonlySet<NameId> {
  const names = new Set<NameId>();
  const add = (name: NameId) => {
    for (const part of tree.names.text(name).split('.')) names.add(tree.names.intern(part));
  };
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Alias) add(ast.Alias.name(tree, node));
    else if (kind === Kind.ImportFrom) add(ast.ImportFrom.module(tree, node));
  }
  return names;
}

/** `util` of `app/util.py`, `app` of `app/__init__.py` */
function lastNameOf(path: string): string {
  const parts = path.replace(/\.pyi?$/, '').split('/');
  return (parts.at(-1) === '__init__' ? parts.at(-2) : parts.at(-1)) ?? '';
}
