// Where the project changes what other functions read: globals that functions rebind, containers and objects behind names
// that something is put into, attributes that are stored from outside of their object's methods. By spelling, in one pass
// over all files: it says where to look, not what is true.

import type { Module, SemanticSession } from '../semantics/index.ts';
import { ast, Kind, type NameId, type NodeId, type Tree } from '../syntax/index.ts';
import type { Engine } from './engine.ts';

export interface Changer {
  readonly module: Module;
  readonly definition: NodeId;
}

export interface Changes {
  /** functions in which what a name holds is changed, in the order of files */
  readonly changers: ReadonlyMap<NameId, readonly Changer[]>;
  /** attributes that are stored on something else than `self` */
  readonly stored: ReadonlySet<NameId>;
  /** by name of a class: names of the classes that are derived from it, and of the modules that they are in */
  readonly bases: ReadonlyMap<NameId, ReadonlySet<NameId>>;
}

const indices = new WeakMap<SemanticSession, Changes>();

/** Functions that change one name that are looked at. */
const MAX_CHANGERS = 12;

/** Methods whose calls put something into an object. */
export const putting: ReadonlySet<string> = new Set(
  (
    'append add extend insert update setdefault put put_nowait appendleft extendleft write writelines set push ' +
    '__setitem__ register subscribe add_section read_dict read_string'
  ).split(' '),
);

export function changesIn(engine: Engine): Changes {
  return changesOf(engine.session);
}

function changesOf(session: SemanticSession): Changes {
  let index = indices.get(session);
  if (index === undefined) indices.set(session, (index = readAll(session.modules)));
  return index;
}

/** Whether some function changes what a name or attribute stands for, as far as names tell. */
export function isChangedSomewhere(session: SemanticSession, name: NameId): boolean {
  const { changers, stored } = changesOf(session);
  return changers.has(name) || stored.has(name);
}

function readAll(modules: readonly Module[]): Changes {
  const changers = new Map<NameId, Changer[]>();
  const stored = new Set<NameId>();
  const bases = new Map<NameId, Set<NameId>>();
  for (const module of modules) {
    const { tree } = module;
    const puts = new Set([...putting].map((name) => tree.names.intern(name)));
    const add = (name: NameId, at: NodeId): void => {
      const definition = module.functionOf(at);
      if (name === 0 || definition === 0) return;
      let all = changers.get(name);
      if (all === undefined) changers.set(name, (all = []));
      const isKnown = all.some((each) => each.definition === definition && each.module === module);
      if (!isKnown && all.length < MAX_CHANGERS) all.push({ module, definition });
    };
    const addObject = (object: NodeId, at: NodeId): void => {
      // items = []; items.append(…)   of a function's own variable is its own affair
      if (tree.kind(object) !== Kind.Name || !isOwn(module, module.functionOf(at), ast.Name.name(tree, object)))
        add(lastNameOf(tree, object), at);
    };
    for (let node = 1; node < tree.nodeCount; node++) {
      switch (tree.kind(node)) {
        case Kind.ClassDef:
          for (const base of tree.list(ast.ClassDef.arguments(tree, node))) {
            const name = lastNameOf(tree, base);
            let derived = bases.get(name);
            if (derived === undefined) bases.set(name, (derived = new Set()));
            derived.add(ast.ClassDef.name(tree, node));
            derived.add(tree.names.intern(module.name.slice(module.name.lastIndexOf('.') + 1)));
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
  }
  return { changers, stored, bases };
}

function lastNameOf(tree: Tree, node: NodeId): NameId {
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
export function namesDerived(engine: Engine, className: NameId): readonly NameId[] {
  const { bases } = changesIn(engine);
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

/** A name that a function binds for itself. */
function isOwn(module: Module, definition: NodeId, name: NameId): boolean {
  const scope = definition === 0 ? undefined : module.scopes.scopeOpenedBy(definition);
  if (scope === undefined) return false;
  const text = module.tree.names.text(name);
  return scope.bindings.has(text) && module.scopes.declarationOf(scope, text) === undefined;
}
