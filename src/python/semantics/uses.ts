// What code does with an object after it was made: through the name it is bound to and plain aliases of it, through
// `self.attribute` in all methods of the class, through `with … as`.

import { ast, Context, Kind, type NodeId } from '../syntax/index.ts';
import type { Binding, Use } from './module-semantics.ts';
import type { Module } from './session.ts';

/** Names and attributes that one object is followed through. */
const MAX_ALIASES = 20;

export function usesOf(module: Module, expression: NodeId): readonly Use[] {
  const tracker = new Tracker(module);
  tracker.fromExpression(expression);
  return tracker.inOrder();
}

class Tracker {
  readonly #module: Module;
  readonly #uses: Use[] = [];
  readonly #bindings = new Set<Binding>();
  readonly #attributes = new Set<string>();

  constructor(module: Module) {
    this.#module = module;
  }

  inOrder(): readonly Use[] {
    const { tree } = this.#module;
    return this.#uses.sort((one, other) => tree.start(positionOf(one)) - tree.start(positionOf(other)));
  }

  /** The object is what this expression gives: look at what is around it. */
  fromExpression(node: NodeId): void {
    const { tree } = this.#module;
    const parent = tree.parent(node);
    switch (tree.kind(parent)) {
      case Kind.Assign:
        if (ast.Assign.value(tree, parent) === node)
          for (const target of tree.list(ast.Assign.targets(tree, parent))) this.#toTarget(target);
        return;
      case Kind.AnnAssign:
        if (ast.AnnAssign.value(tree, parent) === node) this.#toTarget(ast.AnnAssign.target(tree, parent));
        return;
      case Kind.NamedExpr:
        this.#toTarget(ast.NamedExpr.target(tree, parent));
        this.fromExpression(parent);
        return;
      case Kind.WithItem: {
        const target = ast.WithItem.target(tree, parent);
        if (target !== 0 && ast.WithItem.context(tree, parent) === node) this.#toTarget(target);
        return;
      }
      case Kind.Attribute: {
        if (ast.Attribute.value(tree, parent) === node) this.#throughAttribute(parent);
        return;
      }
      case Kind.Call:
        if (ast.Call.callee(tree, parent) !== node) this.#uses.push({ kind: 'argument', call: parent, argument: node });
        return;
      case Kind.Keyword:
      case Kind.Starred: {
        const call = tree.parent(parent);
        if (tree.kind(call) === Kind.Call) this.#uses.push({ kind: 'argument', call, argument: node });
        return;
      }
      case Kind.Return:
        this.#escape('return', node);
        return;
      case Kind.Yield:
        this.#escape('yield', node);
        return;
      case Kind.List:
      case Kind.Tuple:
      case Kind.Set:
      case Kind.DictEntry:
        this.#escape('container', node);
        return;
      case Kind.Await:
      case Kind.BoolOp:
        this.fromExpression(parent);
        return;
      case Kind.IfExp:
        if (ast.IfExp.test(tree, parent) !== node) this.fromExpression(parent);
        return;
      case Kind.Lambda:
        this.#escape('return', node);
    }
  }

  #escape(how: Extract<Use, { kind: 'escape' }>['how'], node: NodeId): void {
    this.#uses.push({ kind: 'escape', how, node });
  }

  #throughAttribute(attribute: NodeId): void {
    const { tree } = this.#module;
    const parent = tree.parent(attribute);
    const name = tree.names.text(ast.Attribute.name(tree, attribute));
    if (tree.context(attribute) === Context.store) {
      this.#store(attribute, name, parent);
      return;
    }
    if (tree.kind(parent) === Kind.Call && ast.Call.callee(tree, parent) === attribute) {
      this.#uses.push({ kind: 'call', method: name, node: parent });
    }
  }

  #store(attribute: NodeId, name: string, parent: NodeId): void {
    const { tree } = this.#module;
    const base = { kind: 'store', attribute: name, node: attribute } as const;
    switch (tree.kind(parent)) {
      case Kind.Assign:
        this.#uses.push({ ...base, value: ast.Assign.value(tree, parent) });
        return;
      case Kind.AnnAssign:
        this.#uses.push({ ...base, value: ast.AnnAssign.value(tree, parent) });
        return;
      case Kind.AugAssign:
        this.#uses.push({ ...base, value: ast.AugAssign.value(tree, parent), operator: tree.operator(parent) });
        return;
      default:
        // a.x, b = 1, 2
        this.#uses.push({ ...base, value: 0 });
    }
  }

  #toTarget(target: NodeId): void {
    const { tree, scopes } = this.#module;
    if (tree.kind(target) === Kind.Name) {
      const binding = scopes.bindingAt(target);
      if (binding !== undefined) this.#follow(binding);
      return;
    }
    if (tree.kind(target) === Kind.Attribute) {
      this.#escape('attribute', target);
      this.#followAttribute(target);
      return;
    }
    if (tree.kind(target) === Kind.Subscript) this.#escape('container', target);
  }

  /** The object is what a name holds: look at all its reads. */
  #follow(binding: Binding): void {
    if (this.#bindings.has(binding) || this.#bindings.size >= MAX_ALIASES) return;
    this.#bindings.add(binding);
    const module = this.#module;
    const home = module.scopes.homeOf(binding);
    if (binding.scope.kind === 'module' && home.kind !== 'module') this.#escape('global', binding.node);
    let isCaptured = false;
    for (const read of module.readsOf(binding)) {
      const scope = module.scopes.scopeOf(read);
      if (scope !== binding.scope && binding.scope.kind === 'function' && scope.kind === 'function' && !isCaptured) {
        isCaptured = true;
        this.#escape('closure', read);
      }
      this.fromExpression(read);
    }
  }

  /** self.context = make(): uses of `self.context` in all methods of the class. */
  #followAttribute(target: NodeId): void {
    const module = this.#module;
    const { tree } = module;
    const name = tree.names.text(ast.Attribute.name(tree, target));
    const owner = module.classOfReceiver(ast.Attribute.value(tree, target));
    const object = ast.Attribute.value(tree, target);
    if (tree.kind(object) !== Kind.Name) return;
    const key = `${owner} ${name} ${owner === 0 ? tree.text(object) : ''}`;
    if (this.#attributes.has(key) || this.#attributes.size >= MAX_ALIASES) return;
    this.#attributes.add(key);
    for (const read of module.attributeReads(name)) {
      const receiver = ast.Attribute.value(tree, read);
      if (read === target || tree.kind(receiver) !== Kind.Name) continue;
      const isSame = owner !== 0 ? module.classOfReceiver(receiver) === owner : module.isSameBinding(receiver, object);
      if (isSame) this.fromExpression(read);
    }
  }
}

function positionOf(use: Use): NodeId {
  return use.kind === 'argument' ? use.argument : use.node;
}
