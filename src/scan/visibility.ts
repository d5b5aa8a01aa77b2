// Whether an expression can be what a rule listens to, judged by spelling and imports. What is certainly something else
// is dropped here, and a file in which nothing remains is never bound; that still counts as analysed, for it is a proof.

import { giversOf, type Library } from '../models/index.ts';
import { ast, Kind, type NodeId, ParameterRole } from '../python/syntax/index.ts';
import { canonicalName, lastComponent } from '../rulekit/index.ts';
import { DottedMentions } from './dotted-mentions.ts';
import { type FileIndex, lastNameOf } from './file-index.ts';
import { type FileImports, rootOf } from './imports.ts';
import { anyAlias, Interest } from './interests.ts';
import { PlainNames } from './plain-names.ts';

/** The names that a rule listens to which end alike. */
interface Family {
  readonly names: ReadonlySet<string>;
  /** roots of functions and other members of modules */
  readonly functionRoots: ReadonlySet<string>;
  /** objects whose methods are meant, and which are reached under one name: `sys.path` of `sys.path.append` */
  readonly holders: readonly string[];
  /** roots of what gives objects of the classes whose methods are meant; `any` when nearly everything does */
  readonly methodRoots: ReadonlySet<string> | 'any' | 'none';
  /** methods of builtin classes are among them: `builtins.str.format` */
  readonly hasBuiltins: boolean;
}

export type Families = ReadonlyMap<string, Family>;

/** First components of everything that gives something that is listened to. */
export function rootsOf(names: Iterable<string>): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const name of names) {
    const root = rootOf(name);
    for (const giver of giversOf(root) ?? [root]) roots.add(giver);
  }
  return roots;
}

export function familiesOf(names: Iterable<string>, library: Library): Families {
  const byWord = new Map<string, string[]>();
  for (const listed of names) {
    // `os.environ[]` is found by `os.environ`
    const name = listed.replace(/(\(\)|\[\])+$/, '');
    const word = lastComponent(name);
    byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  return new Map([...byWord].map(([word, members]) => [word, familyOf(members, library)]));
}

function familyOf(names: readonly string[], library: Library): Family {
  const functionRoots = new Set<string>();
  const methodRoots = new Set<string>();
  const holders: string[] = [];
  let isAny = false;
  for (const name of names) {
    const owner = name.slice(0, Math.max(name.lastIndexOf('.'), 0));
    // A capital gives away the class of a library that has no signatures here.
    if (library.isClass(owner) || /(^|\.)_?[A-Z]\w*$/.test(owner)) {
      const isStandard = library.isModule(rootOf(name)) && library.exportsOf(rootOf(name)) !== undefined;
      const givers = isStandard ? giversOf(rootOf(name)) : [rootOf(name)];
      if (givers === undefined) isAny = true;
      for (const giver of givers ?? []) methodRoots.add(giver);
    } else if (library.kindOf(owner) === 'attribute') {
      holders.push(owner);
    } else {
      functionRoots.add(rootOf(name));
    }
  }
  return {
    names: new Set(names),
    functionRoots,
    holders,
    methodRoots: isAny ? 'any' : methodRoots.size > 0 ? methodRoots : 'none',
    hasBuiltins: names.some((name) => /^builtins\..*\./.test(name)),
  };
}

/** What a file can see. */
export interface Outlook {
  readonly file: FileIndex;
  readonly imports: FileImports;
  /** roots within reach through the project */
  readonly reachable: ReadonlySet<string>;
  readonly library: Library;
  /** names that are assigned to or are parameters, found when first asked for */
  readonly rebound: { ids: ReadonlySet<number> | undefined };
  /** found when first asked for */
  readonly plain: { names: PlainNames | undefined };
  readonly dotted: { mentions: DottedMentions | undefined };
}

export function canName(outlook: Outlook, families: Families, node: NodeId): boolean {
  const { tree, interests } = outlook.file;
  const last = lastNameOf(tree, node);
  const family = families.get(tree.names.text(last));
  const isAlias = isAliasAt(outlook, node, interests.of(last));
  if (!isAlias && (family === undefined || !canNameFamily(outlook, family, node))) return false;
  return family?.hasBuiltins === true || !isOnPlainObject(outlook, node);
}

/** Whether the bits of an expression's last name make it another name where it stands. */
function isAliasAt({ file: { tree }, imports }: Outlook, node: NodeId, bits: number): boolean {
  if (tree.kind(node) === Kind.Name) return (bits & Interest.nameAlias) !== 0;
  if ((bits & anyAlias) !== Interest.nameAlias) return (bits & Interest.alias) !== 0;
  // compat.run
  let base = node;
  while (tree.kind(base) === Kind.Attribute) base = ast.Attribute.value(tree, base);
  return tree.kind(base) !== Kind.Name || imports.fromProject.has(ast.Name.name(tree, base));
}

function canNameFamily(outlook: Outlook, family: Family, node: NodeId): boolean {
  const { file, imports } = outlook;
  const { tree } = file;
  let base = node;
  const attributes: string[] = [];
  while (tree.kind(base) === Kind.Attribute) {
    attributes.unshift(tree.names.text(ast.Attribute.name(tree, base)));
    base = ast.Attribute.value(tree, base);
  }
  if (tree.kind(base) !== Kind.Name) return canBeMethod(outlook, family) || canSee(outlook, family);
  const id = ast.Name.name(tree, base);
  const bound = imports.bound.get(id);
  if (bound !== undefined) {
    if (imports.fromProject.has(id)) return true;
    for (const name of bound) {
      const owner = [name, ...attributes.slice(0, -1)].join('.');
      const full = canonicalName(outlook.library, attributes.length === 0 ? name : `${owner}.${attributes.at(-1)}`);
      if (family.names.has(full)) return true;
      if (attributes.length > 0 && canBeMethod(outlook, family) && !outlook.library.isModule(owner)) return true;
    }
    return attributes.length > 0 && isRebound(outlook, id) && (canBeMethod(outlook, family) || canSee(outlook, family));
  }
  if (attributes.length === 0) {
    return imports.hasStar || family.names.has(`builtins.${tree.names.text(id)}`);
  }
  return canBeMethod(outlook, family) || canSee(outlook, family);
}

/** Nothing of a library can be the object; what a star import binds is not known, so then nothing is said. */
function isOnPlainObject({ file: { tree }, imports, library, plain }: Outlook, node: NodeId): boolean {
  if (tree.kind(node) !== Kind.Attribute || imports.hasStar) return false;
  plain.names ??= new PlainNames(tree, (name) => library.kindOf(`builtins.${name}`) !== undefined);
  return plain.names.isOnPlainObject(node);
}

/** A name in a class body: the attribute of a base. */
export function canBeMember(outlook: Outlook, families: Families, node: NodeId): boolean {
  const { tree } = outlook.file;
  const family = families.get(tree.names.text(lastNameOf(tree, node)));
  return family !== undefined && canBeMethod(outlook, family);
}

/** Whether anything of the families is within reach. */
export function canSeeAny(outlook: Outlook, families: Families): boolean {
  for (const family of families.values()) if (canBeMethod(outlook, family) || canSee(outlook, family)) return true;
  return false;
}

function canBeMethod({ reachable }: Outlook, { methodRoots }: Family): boolean {
  if (methodRoots === 'none') return false;
  if (methodRoots === 'any') return true;
  for (const root of methodRoots) if (reachable.has(root)) return true;
  return false;
}

/** A module of the family is imported here, or modules are reached through text. */
function canSee(outlook: Outlook, { functionRoots, holders }: Family): boolean {
  const { file, imports } = outlook;
  if (functionRoots.size === 0 && holders.length === 0) return false;
  if (file.importsDynamically || imports.hasStar) return true;
  for (const root of functionRoots) if (imports.roots.has(root) || root === 'builtins') return true;
  return holders.some((holder) => canReach(outlook, holder));
}

/** What another file keeps under a name of its own (`helper.paths = sys.path`) is seen where that file is named. */
function canReach({ file: { tree }, imports, library, dotted }: Outlook, holder: string): boolean {
  const dot = holder.lastIndexOf('.');
  const name = tree.names.lookup(holder.slice(dot + 1));
  if (name === 0) return false;
  dotted.mentions ??= new DottedMentions(tree);
  const { mentions } = dotted;
  const owner = holder.slice(0, dot);
  // self.wfile, or a module whose own name has dots
  if (!library.isModule(owner) || owner.includes('.')) return mentions.hasAttribute(name);
  for (const [id, names] of imports.bound) {
    if (names.includes(holder)) return true;
    if (names.includes(owner) && mentions.canRead(id, name)) return true;
  }
  return false;
}

// import socket
// def serve(): socket = socket.socket() …
function isRebound({ file, rebound }: Outlook, id: number): boolean {
  if (rebound.ids === undefined) {
    const { tree } = file;
    const ids = new Set<number>();
    for (let node = 1; node < tree.nodeCount; node++) {
      const kind = tree.kind(node);
      if (kind === Kind.Name && tree.context(node) !== 0) ids.add(ast.Name.name(tree, node));
      else if (kind === Kind.Parameter && ast.Parameter.role(tree, node) !== ParameterRole.variadic) {
        ids.add(ast.Parameter.name(tree, node));
      }
    }
    rebound.ids = ids;
  }
  return rebound.ids.has(id);
}
