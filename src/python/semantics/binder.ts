// Scopes and bindings of one file, found in one pass over the array of nodes: every node that gives a name a meaning is
// put into the scope it belongs to. Nothing is evaluated here and no order of execution is known; that is `reaching.ts`.

import { ast, Context, Kind, type NameId, type NodeId, type Tree } from '../syntax/index.ts';
import type { Binding, BindingKind, Scope } from './module-semantics.ts';
import { NodeTable } from './node-table.ts';
import type { ScopeTable } from './session.ts';

interface MutableScope extends Scope {
  readonly bindings: Map<string, Binding[]>;
}

const FIRST_EXPRESSION = Kind.BoolOp;

export function bind(tree: Tree): ScopeTable {
  return new Binder(tree);
}

class Binder implements ScopeTable {
  readonly module: Scope;
  readonly #tree: Tree;
  /** by opening node; type-parameter scopes under the negative node */
  readonly #opened = new Map<NodeId, MutableScope>();
  /** the scope each node is evaluated in, as its place in `#found` plus one, filled in while climbing; 0: not known yet */
  readonly #scopeByNode: Int32Array;
  readonly #found: MutableScope[] = [];
  readonly #numbers = new Map<MutableScope, number>();
  readonly #homes = new Map<Binding, Scope>();
  readonly #bindingByNode: NodeTable<Binding>;
  readonly #declarations = new Map<Scope, Map<string, 'global' | 'nonlocal'>>();
  readonly #stars = new Map<Scope, NodeId[]>();
  #reads: ReadonlyMap<NameId, readonly NodeId[]> | undefined;
  readonly #attributeStores = new Map<NameId, NodeId[]>();

  constructor(tree: Tree) {
    this.#tree = tree;
    const module: MutableScope = { kind: 'module', node: tree.root, parent: undefined, bindings: new Map() };
    this.#opened.set(tree.root, module);
    this.#bindingByNode = new NodeTable(tree.nodeCount);
    this.#scopeByNode = new Int32Array(tree.nodeCount);
    this.#scopeByNode[tree.root] = this.#numberOf(module);
    this.module = module;
    this.#scan();
  }

  scopeOf(node: NodeId): Scope {
    return this.#scopeAt(node);
  }

  scopeOpenedBy(node: NodeId): Scope | undefined {
    return isScopeKind(this.#tree.kind(node)) ? this.#open(node) : undefined;
  }

  homeOf(binding: Binding): Scope {
    return this.#homes.get(binding) ?? binding.scope;
  }

  declarationOf(scope: Scope, name: string): 'global' | 'nonlocal' | undefined {
    return this.#declarations.get(scope)?.get(name);
  }

  starsOf(scope: Scope): readonly NodeId[] {
    return this.#stars.get(scope) ?? [];
  }

  bindingAt(node: NodeId): Binding | undefined {
    return this.#bindingByNode.get(node);
  }

  readsOf(name: string): readonly NodeId[] {
    this.#reads ??= this.#findReads();
    return this.#reads.get(this.#tree.names.lookup(name)) ?? [];
  }

  attributeStoresOf(name: string): readonly NodeId[] {
    return this.#attributeStores.get(this.#tree.names.lookup(name)) ?? [];
  }

  isStore(node: NodeId): boolean {
    return this.#tree.context(node) !== Context.load;
  }

  #scan(): void {
    const tree = this.#tree;
    const targets: NodeId[] = [];
    for (let node = 1; node < tree.nodeCount; node++) {
      switch (tree.kind(node)) {
        case Kind.Name:
          if (tree.context(node) !== Context.load) targets.push(node);
          break;
        case Kind.Attribute:
          if (tree.context(node) === Context.store) {
            addTo(this.#attributeStores, ast.Attribute.name(tree, node), node);
          }
          break;
        case Kind.Identifier:
          if (this.#isLive(node)) this.#declare(node);
          break;
        case Kind.FunctionDef:
        case Kind.ClassDef:
        case Kind.Alias:
        case Kind.Parameter:
        case Kind.ExceptHandler:
        case Kind.MatchAs:
        case Kind.MatchStar:
        case Kind.MatchMapping:
        case Kind.TypeVar:
        case Kind.ParamSpec:
        case Kind.TypeVarTuple:
          targets.push(node);
      }
    }
    for (const node of targets) if (this.#isLive(node)) this.#bindNode(node);
    for (const scope of this.#opened.values()) {
      for (const bindings of scope.bindings.values()) sortByStart(tree, bindings, (binding) => binding.node);
    }
  }

  /** Most files are never asked who reads a name. */
  #findReads(): Map<NameId, NodeId[]> {
    const tree = this.#tree;
    const reads = new Map<NameId, NodeId[]>();
    for (let node = 1; node < tree.nodeCount; node++) {
      if (tree.kind(node) !== Kind.Name || tree.context(node) !== Context.load || !this.#isLive(node)) continue;
      addTo(reads, ast.Name.name(tree, node), node);
    }
    for (const nodes of reads.values()) sortByStart(tree, nodes, (node) => node);
    return reads;
  }

  /** A parser that reads something twice leaves nodes behind that no tree holds. */
  #isLive(node: NodeId): boolean {
    return this.#tree.parent(node) !== 0;
  }

  #declare(identifier: NodeId): void {
    const tree = this.#tree;
    const scope = this.#scopeAt(identifier);
    let declared = this.#declarations.get(scope);
    if (declared === undefined) this.#declarations.set(scope, (declared = new Map()));
    const kind = tree.kind(tree.parent(identifier)) === Kind.Global ? 'global' : 'nonlocal';
    declared.set(tree.names.text(ast.Identifier.name(tree, identifier)), kind);
  }

  #bindNode(node: NodeId): void {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.Name:
        this.#bindTarget(node);
        return;
      case Kind.FunctionDef:
        this.#add(node, ast.FunctionDef.name(tree, node), 'function', 0);
        return;
      case Kind.ClassDef:
        this.#add(node, ast.ClassDef.name(tree, node), 'class', 0);
        return;
      case Kind.Alias:
        this.#bindImport(node);
        return;
      case Kind.Parameter:
        this.#add(node, ast.Parameter.name(tree, node), 'parameter', ast.Parameter.default(tree, node));
        return;
      case Kind.ExceptHandler:
        this.#add(
          node,
          ast.ExceptHandler.name(tree, node),
          'exception',
          ast.ExceptHandler.type(tree, node),
          // The node itself stands inside the scope of the try statement.
        );
        return;
      case Kind.MatchAs:
        this.#add(node, ast.MatchAs.name(tree, node), 'pattern', 0);
        return;
      case Kind.MatchStar:
        this.#add(node, ast.MatchStar.name(tree, node), 'pattern', 0);
        return;
      case Kind.MatchMapping:
        this.#add(node, ast.MatchMapping.rest(tree, node), 'pattern', 0);
        return;
      case Kind.TypeVar:
        this.#add(node, ast.TypeVar.name(tree, node), 'type-parameter', ast.TypeVar.bound(tree, node));
        return;
      case Kind.ParamSpec:
        this.#add(node, ast.ParamSpec.name(tree, node), 'type-parameter', 0);
        return;
      case Kind.TypeVarTuple:
        this.#add(node, ast.TypeVarTuple.name(tree, node), 'type-parameter', 0);
        return;
    }
  }

  #bindImport(alias: NodeId): void {
    const tree = this.#tree;
    const statement = tree.parent(alias);
    const asname = ast.Alias.asname(tree, alias);
    const name = tree.names.text(ast.Alias.name(tree, alias));
    if (asname !== 0) {
      this.#addNamed(alias, tree.names.text(asname), 'import', 0);
      return;
    }
    if (tree.kind(statement) === Kind.Import) {
      // import os.path   binds `os`
      const dot = name.indexOf('.');
      this.#addNamed(alias, dot < 0 ? name : name.slice(0, dot), 'import', 0);
      return;
    }
    if (name !== '*') {
      this.#addNamed(alias, name, 'import', 0);
      return;
    }
    const scope = this.#scopeAt(statement);
    const stars = this.#stars.get(scope);
    if (stars === undefined) this.#stars.set(scope, [statement]);
    else stars.push(statement);
  }

  /** A Name in store or delete context: the statement around it says what kind of binding this is. */
  #bindTarget(node: NodeId): void {
    const tree = this.#tree;
    let child = node;
    let parent = tree.parent(node);
    while (isUnpacking(tree.kind(parent))) {
      child = parent;
      parent = tree.parent(parent);
    }
    const name = ast.Name.name(tree, node);
    switch (tree.kind(parent)) {
      case Kind.Assign:
        this.#add(node, name, 'assignment', ast.Assign.value(tree, parent));
        return;
      case Kind.AugAssign:
        this.#add(node, name, 'augmented', ast.AugAssign.value(tree, parent));
        return;
      case Kind.AnnAssign: {
        const value = ast.AnnAssign.value(tree, parent);
        this.#add(node, name, value === 0 ? 'declaration' : 'assignment', value);
        return;
      }
      case Kind.TypeAlias:
        this.#add(node, name, 'assignment', ast.TypeAlias.value(tree, parent));
        return;
      case Kind.For:
        this.#add(node, name, 'loop', ast.For.iterable(tree, parent));
        return;
      case Kind.Comprehension:
        this.#add(node, name, 'comprehension', ast.Comprehension.iterable(tree, parent));
        return;
      case Kind.WithItem:
        this.#add(node, name, 'with', ast.WithItem.context(tree, parent));
        return;
      case Kind.NamedExpr:
        this.#add(node, name, 'walrus', ast.NamedExpr.value(tree, parent));
        return;
      case Kind.Delete:
        this.#add(node, name, 'delete', 0);
        return;
      default:
        // Python 2: except (A, B), e   and targets that a damaged statement holds
        this.#add(node, name, child === node ? 'assignment' : 'loop', 0);
        return;
    }
  }

  #add(node: NodeId, name: NameId, kind: BindingKind, value: NodeId): void {
    if (name !== 0) this.#addNamed(node, this.#tree.names.text(name), kind, value);
  }

  #addNamed(node: NodeId, name: string, kind: BindingKind, value: NodeId): void {
    const home = this.#homeAt(node, kind);
    let scope = home;
    // [y := f(x) for x in xs]   binds y around the comprehension (PEP 572)
    while (kind === 'walrus' && scope.kind === 'comprehension' && scope.parent !== undefined) {
      scope = scope.parent as MutableScope;
    }
    const declaration = this.#declarations.get(scope)?.get(name);
    if (declaration === 'global') scope = this.module as MutableScope;
    else if (declaration === 'nonlocal') scope = outerFunctionBinding(scope, name) ?? scope;
    const binding: Binding = { name, kind, scope, node, value };
    const bindings = scope.bindings.get(name);
    if (bindings === undefined) scope.bindings.set(name, [binding]);
    else bindings.push(binding);
    this.#bindingByNode.set(node, binding);
    if (home !== scope) this.#homes.set(binding, home);
  }

  #homeAt(node: NodeId, kind: BindingKind): MutableScope {
    if (kind !== 'type-parameter') return this.#scopeAt(node);
    // def f[T](x): …   T lives between f and what is around f
    const tree = this.#tree;
    let owner = tree.parent(node);
    while (owner !== 0 && tree.kind(owner) !== Kind.FunctionDef && tree.kind(owner) !== Kind.ClassDef) {
      if (tree.kind(owner) === Kind.TypeAlias) return this.#scopeAt(owner);
      owner = tree.parent(owner);
    }
    return owner === 0 ? (this.module as MutableScope) : this.#typeParameterScope(owner);
  }

  /** Climbs to the nearest node whose scope is known, then writes what was found to all nodes passed. */
  #scopeAt(node: NodeId): MutableScope {
    const known = this.#scopeByNode[node] as number;
    if (known !== 0) return this.#found[known - 1] as MutableScope;
    const tree = this.#tree;
    let child = node;
    let found: MutableScope | undefined;
    let last = node;
    while (found === undefined) {
      last = child;
      const parent = tree.parent(child);
      if (parent === 0) found = this.module as MutableScope;
      else if (isScopeKind(tree.kind(parent)) && this.#isInside(parent, child)) found = this.#open(parent);
      else {
        const skipped = this.#skipsFunction(parent, child);
        const ahead = this.#scopeByNode[parent] as number;
        if (skipped !== 0) found = this.#aroundDefinition(skipped, parent, child);
        else if (ahead !== 0) found = this.#found[ahead - 1];
        child = parent;
      }
    }
    const number = this.#numberOf(found);
    for (let at = node; ; at = tree.parent(at)) {
      this.#scopeByNode[at] = number;
      if (at === last) return found;
    }
  }

  #numberOf(scope: MutableScope): number {
    let number = this.#numbers.get(scope);
    if (number === undefined) {
      number = this.#found.push(scope);
      this.#numbers.set(scope, number);
    }
    return number;
  }

  /** Whether a direct child of a scope's node is evaluated inside that scope. */
  #isInside(owner: NodeId, child: NodeId): boolean {
    const tree = this.#tree;
    switch (tree.kind(owner)) {
      case Kind.FunctionDef:
        return tree.kind(child) !== Kind.FunctionHead;
      case Kind.ClassDef:
        return tree.kind(child) < FIRST_EXPRESSION;
      default:
        return true;
    }
  }

  /**
   * The definition or comprehension whose scope a child is written in but not evaluated in; 0 for the ordinary case.
   * def f(x: A = b): …           A and b belong to what is around f
   * [y for x in xs for y in x]   xs belongs to what is around the comprehension
   */
  #skipsFunction(parent: NodeId, child: NodeId): NodeId {
    const tree = this.#tree;
    if (tree.kind(parent) === Kind.Parameter) {
      const outside = child === ast.Parameter.annotation(tree, parent) || child === ast.Parameter.default(tree, parent);
      return outside ? tree.parent(tree.parent(parent)) : 0;
    }
    if (tree.kind(parent) === Kind.Comprehension && child === ast.Comprehension.iterable(tree, parent)) {
      const owner = tree.parent(parent);
      return firstGenerator(tree, owner) === parent ? owner : 0;
    }
    return 0;
  }

  #aroundDefinition(owner: NodeId, parent: NodeId, child: NodeId): MutableScope {
    const tree = this.#tree;
    // def f[T](x: T): …   annotations see the type parameters
    const seesTypeParameters =
      tree.kind(owner) === Kind.FunctionDef &&
      child === ast.Parameter.annotation(tree, parent) &&
      hasTypeParameters(tree, owner);
    return seesTypeParameters ? this.#typeParameterScope(owner) : this.#scopeAt(owner);
  }

  #open(node: NodeId): MutableScope {
    const pending: NodeId[] = [];
    // Outer scopes first, without recursion: nesting is as deep as the file likes.
    for (let at = node; this.#opened.get(at) === undefined; ) {
      pending.push(at);
      at = this.#tree.parent(at);
      while (at !== 0 && !isScopeKind(this.#tree.kind(at))) at = this.#tree.parent(at);
      if (at === 0) break;
    }
    for (const each of pending.reverse()) {
      const parent = hasTypeParameters(this.#tree, each) ? this.#typeParameterScope(each) : this.#scopeAt(each);
      const scope: MutableScope = { kind: scopeKind(this.#tree.kind(each)), node: each, parent, bindings: new Map() };
      this.#opened.set(each, scope);
    }
    return this.#opened.get(node) as MutableScope;
  }

  #typeParameterScope(owner: NodeId): MutableScope {
    const known = this.#opened.get(-owner);
    if (known !== undefined) return known;
    const scope: MutableScope = {
      kind: 'type-parameters',
      node: owner,
      parent: this.#scopeAt(owner),
      bindings: new Map(),
    };
    this.#opened.set(-owner, scope);
    return scope;
  }
}

/** `nonlocal x`: the nearest function around that binds x; its own bindings may not be known yet, so any function does. */
function outerFunctionBinding(scope: MutableScope, name: string): MutableScope | undefined {
  let first: MutableScope | undefined;
  for (
    let at = scope.parent as MutableScope | undefined;
    at !== undefined;
    at = at.parent as MutableScope | undefined
  ) {
    if (at.kind !== 'function') continue;
    first ??= at;
    if (at.bindings.has(name)) return at;
  }
  return first;
}

export function isScopeKind(kind: number): boolean {
  return (
    kind === Kind.Module ||
    kind === Kind.FunctionDef ||
    kind === Kind.ClassDef ||
    kind === Kind.Lambda ||
    isComprehension(kind)
  );
}

export function isComprehension(kind: number): boolean {
  return kind === Kind.ListComp || kind === Kind.SetComp || kind === Kind.DictComp || kind === Kind.GeneratorExp;
}

/** The generators of a comprehension; its first one is evaluated outside. */
export function firstGenerator(tree: Tree, comprehension: NodeId): NodeId {
  switch (tree.kind(comprehension)) {
    case Kind.ListComp:
      return ast.ListComp.generators(tree, comprehension);
    case Kind.SetComp:
      return ast.SetComp.generators(tree, comprehension);
    case Kind.GeneratorExp:
      return ast.GeneratorExp.generators(tree, comprehension);
    case Kind.DictComp:
      return ast.DictComp.generators(tree, comprehension);
    default:
      return 0;
  }
}

/** Nodes that pass a target on to the parts of it: `a, (b, *c) = …` */
export function isUnpacking(kind: number): boolean {
  return kind === Kind.Tuple || kind === Kind.List || kind === Kind.Starred;
}

function hasTypeParameters(tree: Tree, node: NodeId): boolean {
  if (tree.kind(node) === Kind.FunctionDef) {
    const head = ast.FunctionDef.head(tree, node);
    return head !== 0 && ast.FunctionHead.typeParameters(tree, head) !== 0;
  }
  if (tree.kind(node) === Kind.ClassDef) {
    const head = ast.ClassDef.head(tree, node);
    return head !== 0 && ast.ClassHead.typeParameters(tree, head) !== 0;
  }
  return false;
}

function scopeKind(kind: number): Scope['kind'] {
  if (kind === Kind.Module) return 'module';
  if (kind === Kind.ClassDef) return 'class';
  return kind === Kind.FunctionDef || kind === Kind.Lambda ? 'function' : 'comprehension';
}

function addTo(lists: Map<NameId, NodeId[]>, key: NameId, node: NodeId): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [node]);
  else list.push(node);
}

function sortByStart<T>(tree: Tree, items: T[], nodeOf: (item: T) => NodeId): void {
  for (let index = 1; index < items.length; index++) {
    if (tree.start(nodeOf(items[index - 1] as T)) > tree.start(nodeOf(items[index] as T))) {
      items.sort((one, other) => tree.start(nodeOf(one)) - tree.start(nodeOf(other)));
      return;
    }
  }
}
