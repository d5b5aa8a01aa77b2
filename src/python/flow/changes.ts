// Where the project changes what other functions read: globals that functions rebind, containers and objects behind names
// that something is put into, attributes that are stored from outside of their object's methods. By spelling, in one pass
// over all files: it says where to look, not what is true.

import { ast, Context, Kind, type NameId, type NodeId, type Tree } from '../syntax/index.ts';

/** A function, by the place of its file among those of the project. */
export interface FunctionAt {
  readonly file: number;
  readonly definition: NodeId;
}

/** What the files of a project say about each other. Made from trees alone: it holds for every session over them. */
export interface ProjectText {
  /** functions in which what a name holds is changed, in the order of files */
  readonly changers: ReadonlyMap<NameId, readonly FunctionAt[]>;
  /** attributes that are stored on something else than `self` */
  readonly stored: ReadonlySet<NameId>;
  /** by name of a class: names of the classes that are derived from it, and of the modules that they are in */
  readonly bases: ReadonlyMap<NameId, ReadonlySet<NameId>>;
  /** functions by name */
  readonly definitions: ReadonlyMap<NameId, readonly FunctionAt[]>;
}

/** Functions that change one name that are looked at. */
const MAX_CHANGERS = 12;

/** Methods whose calls put something into an object. */
export const putting: ReadonlySet<string> = new Set(
  (
    'append add extend insert update setdefault put put_nowait appendleft extendleft write writelines set push ' +
    '__setitem__ register subscribe add_section read_dict read_string'
  ).split(' '),
);

/** Something is put into what an expression holds: `self.names.append(name)`, `self.names[0] = name`, `self.names += [name]`. */
export function isPutInto(tree: Tree, read: NodeId): boolean {
  const parent = tree.parent(read);
  switch (tree.kind(parent)) {
    case Kind.Subscript:
      return ast.Subscript.value(tree, parent) === read && isTarget(tree, parent);
    case Kind.Attribute:
      return putting.has(tree.names.text(ast.Attribute.name(tree, parent)));
    default:
      return tree.kind(parent) === Kind.AugAssign;
  }
}

/** Whether some function changes what a name or attribute stands for, as far as names tell. */
export function isChangedSomewhere({ changers, stored }: ProjectText, name: NameId): boolean {
  return changers.has(name) || stored.has(name);
}

export function readProject(files: readonly { readonly path: string; readonly tree: Tree }[]): ProjectText {
  const changers = new Map<NameId, FunctionAt[]>();
  const stored = new Set<NameId>();
  const bases = new Map<NameId, Set<NameId>>();
  const definitions = new Map<NameId, FunctionAt[]>();
  files.forEach(({ path, tree }, file) => {
    const puts = new Set([...putting].map((name) => tree.names.intern(name)));
    const moduleName = tree.names.intern(lastPart(path));
    const own = namesBoundIn(tree);
    const add = (name: NameId, at: NodeId): void => {
      const definition = functionAround(tree, at);
      if (name === 0 || definition === 0) return;
      let all = changers.get(name);
      if (all === undefined) changers.set(name, (all = []));
      const isKnown = all.some((each) => each.definition === definition && each.file === file);
      if (!isKnown && all.length < MAX_CHANGERS) all.push({ file, definition });
    };
    const addObject = (object: NodeId, at: NodeId): void => {
      // items = []; items.append(…)   of a function's own variable is its own affair
      const isOwn =
        tree.kind(object) === Kind.Name && own.get(functionAround(tree, at))?.has(ast.Name.name(tree, object)) === true;
      if (!isOwn) add(lastNameOf(tree, object), at);
    };
    for (let node = 1; node < tree.nodeCount; node++) {
      switch (tree.kind(node)) {
        case Kind.FunctionDef: {
          const name = ast.FunctionDef.name(tree, node);
          const all = definitions.get(name);
          if (all === undefined) definitions.set(name, [{ file, definition: node }]);
          else all.push({ file, definition: node });
          break;
        }
        case Kind.ClassDef:
          for (const base of tree.list(ast.ClassDef.arguments(tree, node))) {
            const name = lastNameOf(tree, base);
            let derived = bases.get(name);
            if (derived === undefined) bases.set(name, (derived = new Set()));
            derived.add(ast.ClassDef.name(tree, node));
            derived.add(moduleName);
          }
          break;
        case Kind.Global:
          for (const name of tree.list(ast.Global.names(tree, node))) add(ast.Identifier.name(tree, name), node);
          break;
        case Kind.Attribute: {
          const object = ast.Attribute.value(tree, node);
          if (isTarget(tree, node)) {
            if (tree.kind(object) !== Kind.Name || tree.names.text(ast.Name.name(tree, object)) !== 'self')
              stored.add(ast.Attribute.name(tree, node));
            // settings.name = …   of a module, or of an object that a global holds
            add(ast.Attribute.name(tree, node), node);
            addObject(object, node);
          } else if (puts.has(ast.Attribute.name(tree, node))) addObject(object, node);
          break;
        }
        case Kind.Subscript:
          if (isTarget(tree, node)) addObject(ast.Subscript.value(tree, node), node);
      }
    }
  });
  return { changers, stored, bases, definitions };
}

/** `views` of `app/views.py`, `app` of `app/__init__.py` */
function lastPart(path: string): string {
  const parts = path.replace(/\.pyi?$/, '').split('/');
  const last = parts.pop() as string;
  return last === '__init__' ? (parts.pop() ?? last) : last;
}

/** The FunctionDef or Lambda around a node; 0 at module or class level. */
function functionAround(tree: Tree, node: NodeId): NodeId {
  let at = tree.parent(node);
  while (at !== 0 && tree.kind(at) !== Kind.FunctionDef && tree.kind(at) !== Kind.Lambda) at = tree.parent(at);
  return at;
}

/** Names that each function binds for itself: parameters and assigned names that it does not declare global. */
function namesBoundIn(tree: Tree): ReadonlyMap<NodeId, ReadonlySet<NameId>> {
  const bound = new Map<NodeId, Set<NameId>>();
  const of = (node: NodeId): Set<NameId> => {
    const owner = functionAround(tree, node);
    let names = bound.get(owner);
    if (names === undefined) bound.set(owner, (names = new Set()));
    return names;
  };
  const declared: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Name) {
      if (tree.context(node) === Context.store) of(node).add(ast.Name.name(tree, node));
    } else if (kind === Kind.Parameter) of(node).add(ast.Parameter.name(tree, node));
    else if (kind === Kind.Global || kind === Kind.Nonlocal) declared.push(node);
  }
  for (const node of declared) {
    const list = tree.kind(node) === Kind.Global ? ast.Global.names(tree, node) : ast.Nonlocal.names(tree, node);
    for (const name of tree.list(list)) of(node).delete(ast.Identifier.name(tree, name));
  }
  return bound;
}

function lastNameOf(tree: Tree, whole: NodeId): NameId {
  let node = whole;
  // listeners[event].append(…)
  while (tree.kind(node) === Kind.Subscript) node = ast.Subscript.value(tree, node);
  if (tree.kind(node) === Kind.Name) return ast.Name.name(tree, node);
  return tree.kind(node) === Kind.Attribute ? ast.Attribute.name(tree, node) : 0;
}

/** Whether an attribute or item is given a value. */
export function isTarget(tree: Tree, node: NodeId): boolean {
  const parent = tree.parent(node);
  switch (tree.kind(parent)) {
    case Kind.Assign:
      return ast.Assign.value(tree, parent) !== node;
    case Kind.AugAssign:
      return ast.AugAssign.target(tree, parent) === node;
    case Kind.AnnAssign:
      return ast.AnnAssign.target(tree, parent) === node;
    case Kind.For:
      return ast.For.target(tree, parent) === node;
    case Kind.Delete:
      return true;
    case Kind.Tuple:
    case Kind.List:
      return tree.kind(tree.parent(parent)) === Kind.Assign && isTarget(tree, parent);
    default:
      return false;
  }
}

/** Classes and modules that are looked at for who is derived from whom. */
const MAX_DERIVED = 40;

/** Names of the classes that are derived from one of this name, and of their modules. */
export function namesDerived({ bases }: ProjectText, className: NameId): readonly NameId[] {
  const found = new Set<NameId>();
  const open = [className];
  for (let name = open.pop(); name !== undefined && found.size < MAX_DERIVED; name = open.pop()) {
    for (const each of bases.get(name) ?? []) {
      if (found.has(each)) continue;
      found.add(each);
      open.push(each);
    }
  }
  return [...found];
}
