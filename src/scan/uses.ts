// Which modules a project imports, whatever it does with them: a module without a single site is used all the same.
// Read from the import statements alone; what is imported through text is not seen.

import type { FileRole, Span, Use } from '../core/index.ts';
import type { Library } from '../models/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';

export interface PlaceOfUse {
  readonly path: string;
  readonly role: FileRole;
  readonly span: Span;
}

/** How the modules asked for are imported, by their names; submodules and twins count for the module itself. */
export function findImports(
  files: readonly Pick<PlaceOfUse, 'path' | 'role'>[],
  trees: readonly Tree[],
  statements: readonly (readonly NodeId[])[],
  modules: readonly string[],
  library: Library,
): ReadonlyMap<string, Use> {
  const askedByName = new Map<string, readonly string[]>();
  const askedFor = (name: string): readonly string[] => {
    let asked = askedByName.get(name);
    if (asked === undefined) {
      const canonical = library.canonicalName(name);
      asked = modules.filter((module) => isPartOf(canonical, module));
      askedByName.set(name, asked);
    }
    return asked;
  };
  const places = new Map(modules.map((module): [string, PlaceOfUse[]] => [module, []]));
  files.forEach(({ path, role }, at) => {
    const tree = trees[at] as Tree;
    const seen = new Set<string>();
    for (const statement of statements[at] ?? []) {
      for (const name of namesImported(tree, statement)) {
        for (const module of askedFor(name)) {
          if (seen.has(module)) continue;
          seen.add(module);
          const span = { start: tree.start(statement), end: tree.end(statement) };
          places.get(module)?.push({ path, role, span });
        }
      }
    }
  });
  const found = modules.map((module) => [module, toUse(places.get(module) ?? [])] as const);
  return new Map(found.filter((each): each is [string, Use] => each[1] !== undefined));
}

/** One place a file. The first by path is kept, of the program's own where there is one. */
export function toUse(places: readonly PlaceOfUse[]): Use | undefined {
  const filesByRole: Partial<Record<FileRole, number>> = {};
  let first: PlaceOfUse | undefined;
  for (const place of places) {
    filesByRole[place.role] = (filesByRole[place.role] ?? 0) + 1;
    if (first === undefined || isBefore(place, first)) first = place;
  }
  return first === undefined ? undefined : { filesByRole, first: { path: first.path, span: first.span } };
}

function isBefore(one: PlaceOfUse, other: PlaceOfUse): boolean {
  const [oneIsTest, otherIsTest] = [one.role === 'test', other.role === 'test'];
  return oneIsTest === otherIsTest ? one.path < other.path : otherIsTest;
}

/** `xml.dom.minidom` is part of `xml`, and `_pickle` is what CPython makes the fast half of `pickle`. */
function isPartOf(name: string, module: string): boolean {
  return [module, `_${module}`].some((each) => name === each || name.startsWith(`${each}.`));
}

/** What may be a module: `http` and `http.server` of `from http import server`. Relative ones are the project's. */
function namesImported(tree: Tree, statement: NodeId): readonly string[] {
  const names: string[] = [];
  if (tree.kind(statement) === Kind.Import) {
    for (let alias = ast.Import.names(tree, statement); alias !== 0; alias = tree.next(alias))
      names.push(tree.names.text(ast.Alias.name(tree, alias)));
    return names;
  }
  if (ast.ImportFrom.level(tree, statement) > 0) return names;
  const from = tree.names.text(ast.ImportFrom.module(tree, statement));
  names.push(from);
  for (let alias = ast.ImportFrom.names(tree, statement); alias !== 0; alias = tree.next(alias))
    names.push(`${from}.${tree.names.text(ast.Alias.name(tree, alias))}`);
  return names;
}
