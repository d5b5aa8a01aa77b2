// Who may call a function: the functions and modules that mention its name, found by spelling alone. In files other than
// its own only those that import something by the name of its module, its class or itself count.

import { ast, Kind, type NameId, type NodeId, type Tree } from '../python/syntax/index.ts';

/** A mention: file and node, packed in two numbers. */
interface Mentions {
  readonly files: number[];
  readonly nodes: number[];
}

export interface CallerIndex {
  /** Nodes that mention a name, by file, in order; own file first. */
  mentionsOf(
    name: NameId,
    file: number,
    hints: readonly NameId[],
  ): readonly { readonly file: number; readonly node: NodeId }[];
}

/** Mentions of one name that are looked at. */
export const MAX_MENTIONS = 40;

/** Built when it is first asked. */
export function indexCallers(trees: readonly Tree[]): CallerIndex {
  let byName: Map<NameId, Mentions> | undefined;
  let importsByFile: Set<NameId>[] = [];
  const build = (): Map<NameId, Mentions> => {
    const defined = new Set<NameId>();
    for (const tree of trees) {
      for (let node = 1; node < tree.nodeCount; node++) {
        const kind = tree.kind(node);
        if (kind === Kind.FunctionDef) defined.add(ast.FunctionDef.name(tree, node));
        else if (kind === Kind.ClassDef) defined.add(ast.ClassDef.name(tree, node));
      }
    }
    const found = new Map<NameId, Mentions>();
    importsByFile = trees.map((tree, file) => {
      const imported = new Set<NameId>();
      for (let node = 1; node < tree.nodeCount; node++) {
        const kind = tree.kind(node);
        if (kind === Kind.Alias) {
          for (const part of tree.names.text(ast.Alias.name(tree, node)).split('.'))
            imported.add(tree.names.intern(part));
          continue;
        }
        if (kind === Kind.ImportFrom) {
          for (const part of tree.names.text(ast.ImportFrom.module(tree, node)).split('.'))
            imported.add(tree.names.intern(part));
          continue;
        }
        if (kind !== Kind.Name && kind !== Kind.Attribute) continue;
        const name = kind === Kind.Name ? ast.Name.name(tree, node) : ast.Attribute.name(tree, node);
        if (!defined.has(name)) continue;
        let mentions = found.get(name);
        if (mentions === undefined) found.set(name, (mentions = { files: [], nodes: [] }));
        mentions.files.push(file);
        mentions.nodes.push(node);
      }
      return imported;
    });
    return found;
  };
  return {
    mentionsOf: (name, own, hints) => {
      byName ??= build();
      const mentions = byName.get(name);
      if (mentions === undefined) return [];
      const here: { file: number; node: NodeId }[] = [];
      const elsewhere: { file: number; node: NodeId }[] = [];
      for (let index = 0; index < mentions.files.length; index++) {
        const file = mentions.files[index] as number;
        const node = mentions.nodes[index] as NodeId;
        if (file === own) here.push({ file, node });
        else if (hints.some((hint) => (importsByFile[file] as Set<NameId>).has(hint))) elsewhere.push({ file, node });
      }
      // What is mentioned everywhere says nothing about who calls this one.
      return elsewhere.length > MAX_MENTIONS
        ? here.slice(0, MAX_MENTIONS)
        : [...here, ...elsewhere].slice(0, MAX_MENTIONS);
    },
  };
}
