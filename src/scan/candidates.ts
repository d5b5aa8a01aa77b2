// The places of a file that must be resolved: what the index found by spelling, less what imports rule out.

import type { Library } from '../models/index.ts';
import { ast, Kind, type Names, type NodeId, type Tree } from '../python/syntax/index.ts';
import { canonicalName } from '../rulekit/index.ts';
import { followAliases } from './aliases.ts';
import { type FileIndex, indexFile, lastNameOf } from './file-index.ts';
import { type FileImports, filesImported, reachableRoots, readImports, wordsOfPaths } from './imports.ts';
import { anyAlias, Interest } from './interests.ts';
import { interestsOf, type TriggerTable } from './triggers.ts';
import { canBeMember, canName, canSeeAny, type Families, familiesOf, type Outlook, rootsOf } from './visibility.ts';

export interface Candidates {
  readonly file: FileIndex;
  readonly calls: readonly NodeId[];
  /** functions that are handed to something that may call them */
  readonly handed: readonly NodeId[];
  readonly references: readonly NodeId[];
  readonly stores: readonly NodeId[];
  /** mentions of what has items that are assigned to */
  readonly itemStores: readonly NodeId[];
  readonly setters: readonly NodeId[];
  readonly classes: readonly NodeId[];
  readonly hasComparisons: boolean;
}

interface AllFamilies {
  readonly call: Families;
  readonly reference: Families;
  readonly store: Families;
  readonly class: Families;
  readonly compare: Families;
}

export interface FoundInTrees {
  /** of each file, in the order of the files; undefined where nothing can be a site */
  readonly candidates: readonly (Candidates | undefined)[];
  /** Import and ImportFrom of each file */
  readonly importStatements: readonly (readonly NodeId[])[];
}

/** All that one pass over each tree, and what follows from it, tells. */
export function findCandidates(
  trees: readonly Tree[],
  paths: readonly string[],
  table: TriggerTable,
  library: Library,
  names: Names,
): FoundInTrees {
  const interests = interestsOf(table, library, names);
  const files = trees.map((tree) => indexFile(tree, interests));
  const words = wordsOfPaths(paths);
  // The same few modules are imported everywhere.
  const canonicalByName = new Map<string, string>();
  const canonical = (name: string): string => {
    let known = canonicalByName.get(name);
    if (known === undefined) canonicalByName.set(name, (known = canonicalName(library, name)));
    return known;
  };
  const imports = files.map((file) => readImports(file, canonical, words));
  const importsByFile = filesImported(paths, imports);
  const listened = [table.call, table.reference, table.store, table.class, table.compare].flatMap((each) => [
    ...each.keys(),
  ]);
  const wanted = rootsOf(listened);
  const reachable = reachableRoots(imports, importsByFile, wanted);
  const families: AllFamilies = {
    call: familiesOf(table.call.keys(), library),
    reference: familiesOf(table.reference.keys(), library),
    store: familiesOf(table.store.keys(), library),
    class: familiesOf(table.class.keys(), library),
    compare: familiesOf(table.compare.keys(), library),
  };
  const called = familiesOf([...table.call.keys(), ...table.class.keys()], library);
  const outlooks = files.map(
    (file, at): Outlook => ({
      file,
      imports: imports[at] as FileImports,
      reachable: reachable[at] as ReadonlySet<string>,
      library,
      rebound: { ids: undefined },
      plain: { names: undefined },
      dotted: { mentions: undefined },
    }),
  );
  return {
    candidates: followAliases(outlooks, importsByFile, called).map((outlook) => candidatesOf(outlook, families)),
    importStatements: files.map((file) => file.imports),
  };
}

function candidatesOf(outlook: Outlook, families: AllFamilies): Candidates | undefined {
  const { file } = outlook;
  const { tree, interests } = file;
  const has = (node: NodeId, bits: number) => (interests.of(lastNameOf(tree, node)) & bits) !== 0;

  const calls = file.calls.filter((call) => canName(outlook, families.call, ast.Call.callee(tree, call)));
  const called = file.mentions.filter(
    (node) => has(node, Interest.call | anyAlias) && canName(outlook, families.call, node),
  );
  // A call of a call, an item or a lambda matters where something of interest is mentioned, by name or by text.
  const isIndirect =
    file.hasDynamicName ||
    called.length > 0 ||
    calls.some((call) => (interests.of(ast.Call.calleeName(tree, call)) & anyAlias) !== 0);
  if (isIndirect && families.call.size > 0) calls.push(...file.namelessCalls);

  const candidates: Candidates = {
    file,
    calls,
    handed: called.filter((node) => {
      const kind = tree.kind(tree.parent(node));
      return kind === Kind.Call || kind === Kind.Keyword;
    }),
    references: file.mentions.filter(
      (node) => has(node, Interest.reference) && canName(outlook, families.reference, node),
    ),
    stores: file.stores.filter((node) =>
      tree.kind(node) === Kind.Name
        ? canBeMember(outlook, families.store, node)
        : canName(outlook, families.store, node),
    ),
    itemStores: file.mentions.filter(
      (node) =>
        has(node, Interest.store) &&
        canName(outlook, families.store, node) &&
        tree.kind(tree.parent(node)) === Kind.Subscript &&
        tree.context(tree.parent(node)) !== 0,
    ),
    setters: families.store.size > 0 ? file.setters : [],
    classes:
      families.class.size === 0
        ? []
        : file.classes.filter((node) =>
            tree
              .list(ast.ClassDef.arguments(tree, node))
              .some((base) => has(base, Interest.base | anyAlias) && canName(outlook, families.class, base)),
          ),
    hasComparisons: file.hasComparedName && canSeeAny(outlook, families.compare),
  };
  const isEmpty =
    [candidates.calls, candidates.handed, candidates.references, candidates.stores, candidates.itemStores].every(
      (each) => each.length === 0,
    ) &&
    candidates.setters.length === 0 &&
    candidates.classes.length === 0 &&
    !candidates.hasComparisons;
  return isEmpty ? undefined : candidates;
}
