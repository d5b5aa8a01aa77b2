// Conditions that have held on every way to a node: tests around it, and tests before it whose other side leaves. Found
// along the structure of the code; the flow graph then says whether the names they speak of are still the same.

import { ast, Context, childrenOf, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { type Establishments, statementLists } from './establishments.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Condition } from './module-semantics.ts';
import { isUntouchedBetween, momentsOf } from './reaching.ts';
import type { Module } from './session.ts';

/** Conditions per node; generated ladders can have thousands. */
const MAX_CONDITIONS = 100;

export function conditionsAt(module: Module, node: NodeId, establishments: Establishments): readonly Condition[] {
  const found = new Collector(module.tree, establishments).at(node);
  return found.filter((condition) => isStillTrue(module, condition.test, node)).slice(0, MAX_CONDITIONS);
}

class Collector {
  readonly #tree: Tree;
  readonly #establishments: Establishments;
  readonly #found: Condition[] = [];

  constructor(tree: Tree, establishments: Establishments) {
    this.#tree = tree;
    this.#establishments = establishments;
  }

  at(node: NodeId): readonly Condition[] {
    const tree = this.#tree;
    for (let child = node; this.#found.length < MAX_CONDITIONS * 2; ) {
      const parent = tree.parent(child);
      if (parent === 0) break;
      const kind = tree.kind(parent);
      if (kind === Kind.FunctionDef || kind === Kind.ClassDef || kind === Kind.Module) {
        this.#siblings(parent, child);
        break;
      }
      if (kind === Kind.Lambda) break;
      this.#around(parent, child);
      child = parent;
    }
    return this.#found;
  }

  /** What a construct says about one of its parts. */
  #around(parent: NodeId, child: NodeId): void {
    const tree = this.#tree;
    switch (tree.kind(parent)) {
      case Kind.If: {
        const test = ast.If.test(tree, parent);
        if (child === test) return;
        this.#siblings(parent, child);
        this.#add(test, listOf(tree, parent, child) === ast.If.body(tree, parent));
        return;
      }
      case Kind.While: {
        const test = ast.While.test(tree, parent);
        if (child === test) return;
        this.#siblings(parent, child);
        this.#add(test, listOf(tree, parent, child) === ast.While.body(tree, parent));
        return;
      }
      case Kind.IfExp: {
        const test = ast.IfExp.test(tree, parent);
        if (child !== test) this.#add(test, child === ast.IfExp.body(tree, parent));
        return;
      }
      case Kind.BoolOp:
        // ok(x) and use(x)   use is evaluated when all before it were true
        for (let value = ast.BoolOp.values(tree, parent); value !== 0 && value !== child; value = tree.next(value)) {
          this.#add(value, tree.operator(parent) === 'And');
        }
        return;
      case Kind.Assert:
        if (child === ast.Assert.message(tree, parent)) this.#add(ast.Assert.test(tree, parent), false);
        return;
      case Kind.MatchCase: {
        const guard = ast.MatchCase.guard(tree, parent);
        if (child === guard || child === ast.MatchCase.pattern(tree, parent)) return;
        this.#siblings(parent, child);
        if (guard !== 0) this.#add(guard, true);
        return;
      }
      case Kind.Comprehension:
        for (
          let test = ast.Comprehension.conditions(tree, parent);
          test !== 0 && test !== child;
          test = tree.next(test)
        ) {
          if (child !== ast.Comprehension.iterable(tree, parent) && child !== ast.Comprehension.target(tree, parent))
            this.#add(test, true);
        }
        return;
      case Kind.ListComp:
        this.#comprehension(ast.ListComp.generators(tree, parent), child);
        return;
      case Kind.SetComp:
        this.#comprehension(ast.SetComp.generators(tree, parent), child);
        return;
      case Kind.GeneratorExp:
        this.#comprehension(ast.GeneratorExp.generators(tree, parent), child);
        return;
      case Kind.DictComp:
        this.#comprehension(ast.DictComp.generators(tree, parent), child);
        return;
      case Kind.Try:
        this.#try(parent, child);
        return;
      default:
        if (tree.kind(child) < Kind.BoolOp) this.#siblings(parent, child);
    }
  }

  /** Conditions of the generators before a part of a comprehension. */
  #comprehension(generators: NodeId, child: NodeId): void {
    const tree = this.#tree;
    for (let each = generators; each !== 0 && each !== child; each = tree.next(each)) {
      for (let test = ast.Comprehension.conditions(tree, each); test !== 0; test = tree.next(test))
        this.#add(test, true);
    }
  }

  #try(node: NodeId, child: NodeId): void {
    const tree = this.#tree;
    this.#siblings(node, child);
    // try: check(x)  except E: return  else: use(x)
    const orelse = ast.Try.orelse(tree, node);
    if (orelse !== 0 && listOf(tree, node, child) === orelse) this.#fromStatements(ast.Try.body(tree, node));
  }

  /** What the statements before a child in its own list establish, nearest first. */
  #siblings(parent: NodeId, child: NodeId): void {
    const tree = this.#tree;
    const list = listOf(tree, parent, child);
    if (list === 0) return;
    const telling = this.#establishments.tellingOf(list);
    this.#fromTelling(telling, countBefore(tree, telling, tree.start(child)));
  }

  #fromStatements(first: NodeId): void {
    const telling = first === 0 ? [] : this.#establishments.tellingOf(first);
    this.#fromTelling(telling, telling.length);
  }

  #fromTelling(telling: readonly NodeId[], count: number): void {
    for (let index = count - 1; index >= 0 && this.#found.length < MAX_CONDITIONS * 2; index--) {
      for (const condition of this.#establishments.by(telling[index] as NodeId)) this.#found.push(condition);
    }
  }

  #add(test: NodeId, outcome: boolean): void {
    this.#found.push({ test, outcome });
  }
}

/** How many of the nodes, which are in source order, start before an offset. */
function countBefore(tree: Tree, nodes: readonly NodeId[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.start(nodes[middle] as NodeId) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first statement of the list of a parent that holds a child; 0 when the child is no statement of it. */
function listOf(tree: Tree, parent: NodeId, child: NodeId): NodeId {
  let found: NodeId = 0;
  if (tree.kind(child) >= Kind.BoolOp) return found;
  for (const first of statementLists(tree, parent)) {
    if (first !== 0 && tree.start(first) <= tree.start(child)) found = first;
  }
  return found;
}

/** Whether what a test speaks of is at a node what it was at the test. */
function isStillTrue(module: Module, test: NodeId, node: NodeId): boolean {
  const { tree } = module;
  let scope = module.scopes.scopeOf(test);
  while (scope.kind === 'comprehension' && scope.parent !== undefined) scope = scope.parent;
  const graph = module.graphOf(scope);
  const from = momentsOf(tree, graph, test);
  const to = momentsOf(tree, graph, node);
  if (from === undefined || to === undefined) return false;
  const changes = changesOf(module, graph, test);
  if (changes.length === 0) return true;
  // A node in `finally` is there twice; a test that leads to one of the copies is enough to be wrong about the other.
  return to.every((end) => from.some((start) => start === end || isUntouchedBetween(graph, changes, start, end)));
}

/** Moments at which a name or attribute that an expression mentions is bound anew. */
export function changesOf(module: Module, graph: FlowGraph, expression: NodeId): number[] {
  const { tree, scopes } = module;
  const changes: number[] = [];
  const addBinding = (binding: NodeId): void => {
    for (const moment of momentsOf(tree, graph, binding) ?? []) changes.push(moment);
  };
  for (const part of partsOf(tree, expression)) {
    if (tree.kind(part) === Kind.Name && tree.context(part) === Context.load) {
      const scope = module.resolve(part).scope;
      const name = tree.names.text(ast.Name.name(tree, part));
      for (const binding of scope?.bindings.get(name) ?? []) if (binding.kind !== 'parameter') addBinding(binding.node);
    } else if (tree.kind(part) === Kind.Attribute) {
      const path = tree.text(part);
      for (const store of scopes.attributeStoresOf(tree.names.text(ast.Attribute.name(tree, part)))) {
        if (tree.text(store) === path) addBinding(store);
      }
    }
  }
  return changes;
}

/** Nodes of a test that are looked at. */
const MAX_PARTS = 400;

function partsOf(tree: Tree, expression: NodeId): NodeId[] {
  const parts: NodeId[] = [expression];
  for (let index = 0; index < parts.length && parts.length < MAX_PARTS; index++) {
    for (const child of childrenOf(tree, parts[index] as NodeId)) parts.push(child);
  }
  return parts;
}
