// One pass over the nodes of a file, on kinds and name ids only: where something stands that a rule may care about.
// Nothing is resolved here, and a file in which nothing is found is never bound.

import { ast, Context, KIND_MASK, Kind, NODE_SIZE, type NodeId, type Tree } from '../python/syntax/index.ts';
import { anyAlias, Interest, type Interests } from './interests.ts';

export interface FileIndex {
  readonly tree: Tree;
  /** with the aliases that hold in this file */
  readonly interests: Interests;
  /** Calls whose callee ends in a name of interest */
  readonly calls: readonly NodeId[];
  /** Calls whose callee is itself a call, an item or a lambda */
  readonly namelessCalls: readonly NodeId[];
  /** Names and attributes that are read, other than as a callee */
  readonly mentions: readonly NodeId[];
  /** Names and attributes that are assigned to */
  readonly stores: readonly NodeId[];
  /** Calls of `setattr` */
  readonly setters: readonly NodeId[];
  /** Classes with bases */
  readonly classes: readonly NodeId[];
  /** Import and ImportFrom */
  readonly imports: readonly NodeId[];
  /** names that a function declares `global` */
  readonly globals: ReadonlySet<number>;
  readonly hasComparedName: boolean;
  /** reads `getattr`, `__dict__`, `import_module` … */
  readonly isDynamic: boolean;
  /** … of which some are by modules: `import_module`, `__import__`, `sys.modules` */
  readonly importsDynamically: boolean;
  /** a name of interest is reached through text; found when aliases are followed */
  hasDynamicName: boolean;
}

const CALLEE_NAME_SLOT = 6;
const NAME_SLOT = 4;
const ATTRIBUTE_NAME_SLOT = 5;
const CONTEXT_MASK = 3;
const CONTEXT_BITS = 12;

/** What makes a name that is read, other than as a callee, a mention. */
const mentioned = Interest.call | Interest.reference | Interest.base | Interest.store | anyAlias;

export function indexFile(tree: Tree, interests: Interests): FileIndex {
  return interests.scan((table) => scanNodes(tree, interests, table));
}

function scanNodes(tree: Tree, interests: Interests, table: Uint16Array): FileIndex {
  const calls: NodeId[] = [];
  const namelessCalls: NodeId[] = [];
  const mentions: NodeId[] = [];
  const stores: NodeId[] = [];
  const setters: NodeId[] = [];
  const classes: NodeId[] = [];
  const imports: NodeId[] = [];
  const globals = new Set<number>();
  let hasComparedName = false;
  let isDynamic = false;
  let importsDynamically = false;

  const { nodes, nodeCount } = tree;
  const limit = table.length;
  const { Call, Name, Attribute, ClassDef, Import, ImportFrom, Global } = Kind;
  for (let node = 1, at = NODE_SIZE; node < nodeCount; node++, at += NODE_SIZE) {
    const word = nodes[at] as number;
    const kind = word & KIND_MASK;
    if (kind === Name || kind === Attribute) {
      const id = nodes[at + (kind === Name ? NAME_SLOT : ATTRIBUTE_NAME_SLOT)] as number;
      const bits = id < limit ? (table[id] as number) : 0;
      if (bits === 0) continue;
      if (((word >> CONTEXT_BITS) & CONTEXT_MASK) === Context.load) {
        if ((bits & mentioned) !== 0) mentions.push(node);
        if ((bits & Interest.compare) !== 0) hasComparedName = true;
        if ((bits & (Interest.dynamic | Interest.dynamicImport)) !== 0) isDynamic = true;
        if ((bits & Interest.dynamicImport) !== 0) importsDynamically = true;
      } else if ((bits & Interest.store) !== 0) {
        stores.push(node);
      }
    } else if (kind === Call) {
      const id = nodes[at + CALLEE_NAME_SLOT] as number;
      if (id === 0) namelessCalls.push(node);
      const bits = id < limit ? (table[id] as number) : 0;
      if ((bits & (Interest.call | anyAlias)) !== 0) calls.push(node);
      if ((bits & Interest.setter) !== 0) setters.push(node);
    } else if (kind === ClassDef) {
      if (ast.ClassDef.arguments(tree, node) !== 0) classes.push(node);
    } else if (kind === Import || kind === ImportFrom) {
      imports.push(node);
    } else if (kind === Global) {
      for (const each of tree.list(ast.Global.names(tree, node))) globals.add(ast.Identifier.name(tree, each));
    }
  }
  const callees = new Set(calls.map((call) => ast.Call.callee(tree, call)));
  return {
    tree,
    interests,
    calls,
    namelessCalls,
    mentions: mentions.filter((node) => !callees.has(node)),
    stores,
    setters,
    classes,
    imports,
    globals,
    hasComparedName,
    isDynamic,
    importsDynamically,
    hasDynamicName: false,
  };
}

/** The last name of a Name or Attribute, through subscripts (`Base[T]`); 0 for anything else. */
export function lastNameOf(tree: Tree, node: NodeId): number {
  switch (tree.kind(node)) {
    case Kind.Name:
      return ast.Name.name(tree, node);
    case Kind.Attribute:
      return ast.Attribute.name(tree, node);
    case Kind.Subscript:
      return lastNameOf(tree, ast.Subscript.value(tree, node));
    default:
      return 0;
  }
}
