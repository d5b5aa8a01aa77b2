// Expressions that can be told, by the bindings of one file alone, to be nothing of a library: what is spelled out
// (`[]`, `""`), and what a caller gave, of which nothing is known. Most method calls of most files are made on such
// objects, and need not be resolved. Each name is followed inside its own function; nothing is evaluated.

import { ast, Context, Kind, type NodeId, ParameterRole, type Tree } from '../python/syntax/index.ts';

/**
 * What an expression certainly is: `unknown`, a parameter without annotation or anything read out of one; `literal`, an
 * object of a builtin class, whose items may be anything; `other`, whatever must be resolved.
 */
type Plainness = 'unknown' | 'literal' | 'other';

/** Names within names that are followed. */
const deepest = 12;

/** Builtins that give an object of a builtin class, whatever they are called with. */
const makers = new Set([
  'ascii', 'bin', 'bool', 'bytearray', 'bytes', 'chr', 'dict', 'float', 'frozenset', 'hash', 'hex', 'int',
  'isinstance', 'issubclass', 'len', 'list', 'oct', 'ord', 'range', 'repr', 'set', 'sorted', 'str', 'tuple',
]); // biome-ignore format: a list of words

export class PlainNames {
  readonly #tree: Tree;
  /** whether a name that no scope binds means something all the same */
  readonly #isBuiltin: (name: string) => boolean;
  /** nodes that bind a name, by its id */
  readonly #bindings = new Map<number, NodeId[]>();
  /** names that are bound in ways that are not looked into: imports, definitions, `global`, patterns, star imports */
  readonly #others = new Set<number>();
  /** attributes that are assigned to: `x.run = os.system` makes a call of `x.run` one of `os.system` */
  readonly #storedAttributes = new Set<number>();
  readonly #running: { readonly id: number; readonly scope: NodeId }[] = [];
  readonly #known = new Map<number, Map<NodeId, Plainness>>();

  constructor(tree: Tree, isBuiltin: (name: string) => boolean) {
    this.#tree = tree;
    this.#isBuiltin = isBuiltin;
    for (let node = 1; node < tree.nodeCount; node++) this.#collect(node);
  }

  /** `items.append`, where `items` is plain and nothing in the file is assigned to an attribute of that name. */
  isOnPlainObject(attribute: NodeId): boolean {
    const tree = this.#tree;
    if (this.#storedAttributes.has(ast.Attribute.name(tree, attribute))) return false;
    return this.#plainnessOf(ast.Attribute.value(tree, attribute), 0) !== 'other';
  }

  #collect(node: NodeId): void {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.Name:
        if (tree.context(node) !== Context.load) this.#bind(ast.Name.name(tree, node), node);
        break;
      case Kind.Parameter:
        this.#bind(ast.Parameter.name(tree, node), node);
        break;
      case Kind.Attribute:
        if (tree.context(node) !== Context.load) this.#storedAttributes.add(ast.Attribute.name(tree, node));
        break;
      case Kind.FunctionDef:
        this.#others.add(ast.FunctionDef.name(tree, node));
        break;
      case Kind.ClassDef:
        this.#others.add(ast.ClassDef.name(tree, node));
        break;
      case Kind.Alias: {
        // import a.b binds a
        const name = ast.Alias.name(tree, node);
        const [first = ''] = tree.names.text(name).split('.', 1);
        this.#others.add(ast.Alias.asname(tree, node) || tree.names.lookup(first));
        break;
      }
      case Kind.Identifier:
        this.#others.add(ast.Identifier.name(tree, node));
        break;
      case Kind.ExceptHandler:
        this.#others.add(ast.ExceptHandler.name(tree, node));
        break;
      case Kind.MatchAs:
        this.#others.add(ast.MatchAs.name(tree, node));
        break;
      case Kind.MatchStar:
        this.#others.add(ast.MatchStar.name(tree, node));
        break;
      case Kind.MatchMapping:
        this.#others.add(ast.MatchMapping.rest(tree, node));
        break;
      case Kind.TypeVar:
        this.#others.add(ast.TypeVar.name(tree, node));
        break;
      case Kind.ParamSpec:
        this.#others.add(ast.ParamSpec.name(tree, node));
        break;
      case Kind.TypeVarTuple:
        this.#others.add(ast.TypeVarTuple.name(tree, node));
        break;
    }
  }

  #bind(name: number, node: NodeId): void {
    const known = this.#bindings.get(name);
    if (known === undefined) this.#bindings.set(name, [node]);
    else known.push(node);
  }

  #plainnessOf(node: NodeId, depth: number): Plainness {
    if (depth > deepest) return 'other';
    const tree = this.#tree;
    const next = depth + 1;
    switch (tree.kind(node)) {
      case Kind.Constant:
      case Kind.JoinedStr:
      case Kind.List:
      case Kind.Dict:
      case Kind.Set:
      case Kind.Tuple:
      case Kind.ListComp:
      case Kind.SetComp:
      case Kind.DictComp:
      case Kind.Compare:
        return 'literal';
      case Kind.Name:
        return this.#plainnessOfName(node, next);
      case Kind.Attribute:
        if (this.#storedAttributes.has(ast.Attribute.name(tree, node))) return 'other';
        return unknownOf(this.#plainnessOf(ast.Attribute.value(tree, node), next));
      case Kind.Subscript:
        return unknownOf(this.#plainnessOf(ast.Subscript.value(tree, node), next));
      case Kind.Await:
        return unknownOf(this.#plainnessOf(ast.Await.value(tree, node), next));
      case Kind.Call:
        return this.#plainnessOfCall(node, next);
      case Kind.BoolOp:
        return this.#worst(tree.list(ast.BoolOp.values(tree, node)), next);
      case Kind.IfExp:
        return this.#worst([ast.IfExp.body(tree, node), ast.IfExp.orelse(tree, node)], next);
      case Kind.BinOp:
        return this.#worst([ast.BinOp.left(tree, node), ast.BinOp.right(tree, node)], next);
      default:
        return 'other';
    }
  }

  #worst(nodes: readonly NodeId[], depth: number): Plainness {
    let worst: Plainness = 'unknown';
    for (const node of nodes) {
      const each = this.#plainnessOf(node, depth);
      if (each === 'other') return 'other';
      if (each === 'literal') worst = 'literal';
    }
    return worst;
  }

  #plainnessOfCall(call: NodeId, depth: number): Plainness {
    const tree = this.#tree;
    const callee = ast.Call.callee(tree, call);
    if (tree.kind(callee) === Kind.Name) {
      const id = ast.Name.name(tree, callee);
      const isBound = this.#bindings.has(id) || this.#others.has(id);
      if (!isBound && makers.has(tree.names.text(id))) return 'literal';
    } else if (tree.kind(callee) === Kind.Attribute) {
      // ", ".join(words)   but what {"a": f}.get(x) gives is an item
      const receiver = ast.Attribute.value(tree, callee);
      if (tree.kind(receiver) === Kind.Constant || tree.kind(receiver) === Kind.JoinedStr) return 'literal';
    }
    return unknownOf(this.#plainnessOf(callee, depth));
  }

  #plainnessOfName(name: NodeId, depth: number): Plainness {
    const tree = this.#tree;
    const id = ast.Name.name(tree, name);
    const bindings = this.#bindings.get(id);
    if (bindings === undefined || this.#others.has(id)) return 'other';
    for (let scope = this.#scopeOf(name); ; scope = this.#scopeOf(scope)) {
      const kind = tree.kind(scope);
      if (kind === Kind.ClassDef && scope !== tree.root) return 'other';
      if (bindings.some((each) => this.#scopeOf(each) === scope)) {
        // At module level a name may still be unbound, and then be the builtin.
        if (kind === Kind.Module && this.#isBuiltin(tree.names.text(id))) return 'other';
        return this.#plainnessInScope(id, bindings, scope, depth);
      }
      if (kind === Kind.Module) return 'other';
    }
  }

  #plainnessInScope(id: number, bindings: readonly NodeId[], scope: NodeId, depth: number): Plainness {
    let byScope = this.#known.get(id);
    if (byScope === undefined) this.#known.set(id, (byScope = new Map()));
    const known = byScope.get(scope);
    if (known !== undefined) return known;
    // x = x.strip()   A name that is followed is no more than the rest of what it is bound to. Of names that are bound
    // to each other, the inner one would be kept without what the outer one turns out to be.
    const running = this.#running.at(-1);
    if (running?.id === id && running.scope === scope) return 'unknown';
    if (this.#running.some((each) => each.id === id && each.scope === scope)) return 'other';
    this.#running.push({ id, scope });
    let worst: Plainness = 'unknown';
    for (const each of bindings) {
      if (this.#scopeOf(each) !== scope) continue;
      const plainness = this.#plainnessOfBinding(each, depth);
      if (plainness !== 'unknown') worst = plainness;
      if (plainness === 'other') break;
    }
    this.#running.pop();
    byScope.set(scope, worst);
    return worst;
  }

  #plainnessOfBinding(node: NodeId, depth: number): Plainness {
    const tree = this.#tree;
    if (tree.kind(node) === Kind.Parameter) return this.#plainnessOfParameter(node);
    let parent = tree.parent(node);
    let isPart = false;
    while ([Kind.Tuple, Kind.List, Kind.Starred].includes(tree.kind(parent))) {
      isPart = true;
      parent = tree.parent(parent);
    }
    switch (tree.kind(parent)) {
      case Kind.Assign: {
        const given = this.#plainnessOf(ast.Assign.value(tree, parent), depth);
        return isPart ? unknownOf(given) : given;
      }
      case Kind.AugAssign:
        return this.#plainnessOf(ast.AugAssign.value(tree, parent), depth);
      case Kind.For:
        return unknownOf(this.#plainnessOf(ast.For.iterable(tree, parent), depth));
      case Kind.WithItem:
        return unknownOf(this.#plainnessOf(ast.WithItem.context(tree, parent), depth));
      default:
        return 'other';
    }
  }

  #plainnessOfParameter(parameter: NodeId): Plainness {
    const tree = this.#tree;
    const role = ast.Parameter.role(tree, parameter);
    const isMany = role === ParameterRole.variadic || role === ParameterRole.keywordVariadic;
    // Python 2's tuple parameters have an annotation in the tree.
    if (!isMany && ast.Parameter.annotation(tree, parameter) !== 0) return 'other';
    const value = ast.Parameter.default(tree, parameter);
    if (value !== 0 && tree.kind(value) !== Kind.Constant) return 'other';
    const list = tree.parent(parameter);
    const isFirst = ast.Arguments.parameters(tree, list) === parameter;
    // self and cls
    return isFirst && tree.kind(this.#scopeOf(tree.parent(list))) === Kind.ClassDef ? 'other' : 'unknown';
  }

  /**
   * The function, class or module around a node; of one of these, the next around it. Comprehensions are no scopes here,
   * so that what they bind counts as bound in the function too.
   */
  #scopeOf(inner: NodeId): NodeId {
    const tree = this.#tree;
    let child = inner;
    for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
      const kind = tree.kind(node);
      if (kind === Kind.FunctionDef) {
        // Defaults, annotations and decorators are evaluated around the function; parameters are bound inside it.
        if (child === ast.FunctionDef.head(tree, node)) continue;
        if (child === ast.FunctionDef.parameters(tree, node) && tree.kind(inner) !== Kind.Parameter) continue;
        return node;
      }
      if (kind === Kind.Lambda || kind === Kind.ClassDef || kind === Kind.Module) return node;
    }
    return tree.root;
  }
}

/** What is read out of a thing of which nothing is known is not known either; items of literals can be anything. */
function unknownOf(plainness: Plainness): Plainness {
  return plainness === 'unknown' ? 'unknown' : 'other';
}
