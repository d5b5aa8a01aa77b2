// Conditions that have held on every way to a node: tests around it, and tests before it whose other side leaves. Found
// along the structure of the code; the flow graph then says whether the names they speak of are still the same.

import { ast, Context, childrenOf, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import type { FlowGraph } from './flow-graph.ts';
import { literalTruth } from './literal-truth.ts';
import type { Condition } from './module-semantics.ts';
import { isUntouchedBetween, momentsOf } from './reaching.ts';
import type { Module } from './session.ts';

/** Conditions per node; generated ladders can have thousands. */
const MAX_CONDITIONS = 100;
/** Nesting that statements are looked into for what they establish. */
const MAX_NESTING = 20;

export function conditionsAt(module: Module, node: NodeId, lists: StatementLists): readonly Condition[] {
  const found = new Collector(module.tree, lists).at(node);
  return found.filter((condition) => isStillTrue(module, condition.test, node)).slice(0, MAX_CONDITIONS);
}

/** Statements that may establish something for those behind them, by the first statement of their list. */
export class StatementLists {
  readonly leaves: (call: NodeId) => boolean;
  readonly #tree: Tree;
  readonly #telling = new Map<NodeId, readonly NodeId[]>();

  constructor(tree: Tree, leaves: (call: NodeId) => boolean) {
    this.#tree = tree;
    this.leaves = leaves;
  }

  tellingOf(first: NodeId): readonly NodeId[] {
    const known = this.#telling.get(first);
    if (known !== undefined) return known;
    const telling = this.#tree.list(first).filter((node) => tellingKinds.has(this.#tree.kind(node)));
    this.#telling.set(first, telling);
    return telling;
  }
}

const tellingKinds: ReadonlySet<number> = new Set([Kind.Assert, Kind.If, Kind.While, Kind.With, Kind.Try]);

class Collector {
  readonly #tree: Tree;
  readonly #lists: StatementLists;
  readonly #found: Condition[] = [];

  constructor(tree: Tree, lists: StatementLists) {
    this.#tree = tree;
    this.#lists = lists;
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
    if (orelse !== 0 && listOf(tree, node, child) === orelse) this.#fromStatements(ast.Try.body(tree, node), 0);
  }

  /** What the statements before a child in its own list establish, nearest first. */
  #siblings(parent: NodeId, child: NodeId): void {
    const tree = this.#tree;
    const list = listOf(tree, parent, child);
    if (list === 0) return;
    const telling = this.#lists.tellingOf(list);
    const start = tree.start(child);
    for (let index = countBefore(tree, telling, start) - 1; index >= 0; index--) {
      if (this.#found.length >= MAX_CONDITIONS * 2) return;
      this.#established(telling[index] as NodeId, 0);
    }
  }

  #fromStatements(first: NodeId, nesting: number): void {
    const telling = first === 0 ? [] : this.#lists.tellingOf(first);
    for (let index = telling.length - 1; index >= 0 && this.#found.length < MAX_CONDITIONS * 2; index--) {
      this.#established(telling[index] as NodeId, nesting);
    }
  }

  /** What is true once a statement has ended in the ordinary way. */
  #established(node: NodeId, nesting: number): void {
    const tree = this.#tree;
    if (nesting > MAX_NESTING) return;
    switch (tree.kind(node)) {
      case Kind.Assert:
        this.#add(ast.Assert.test(tree, node), true);
        return;
      case Kind.If: {
        const body = ast.If.body(tree, node);
        const orelse = ast.If.orelse(tree, node);
        if (this.#leavesAll(body, 0)) {
          this.#fromStatements(orelse, nesting + 1);
          this.#add(ast.If.test(tree, node), false);
        } else if (orelse !== 0 && this.#leavesAll(orelse, 0)) {
          this.#fromStatements(body, nesting + 1);
          this.#add(ast.If.test(tree, node), true);
        }
        return;
      }
      case Kind.While:
        if (!hasBreak(tree, ast.While.body(tree, node), 0)) this.#add(ast.While.test(tree, node), false);
        return;
      case Kind.With:
        this.#fromStatements(ast.With.body(tree, node), nesting + 1);
        return;
      case Kind.Try: {
        this.#fromStatements(ast.Try.finalbody(tree, node), nesting + 1);
        const handlers = tree.list(ast.Try.handlers(tree, node));
        if (!handlers.every((handler) => this.#leavesAll(ast.ExceptHandler.body(tree, handler), 0))) return;
        this.#fromStatements(ast.Try.orelse(tree, node), nesting + 1);
        this.#fromStatements(ast.Try.body(tree, node), nesting + 1);
        return;
      }
    }
  }

  /** Whether a list of statements never ends in the ordinary way. */
  #leavesAll(first: NodeId, nesting: number): boolean {
    const tree = this.#tree;
    if (nesting > MAX_NESTING) return false;
    for (let node = first; node !== 0; node = tree.next(node)) {
      switch (tree.kind(node)) {
        case Kind.Return:
        case Kind.Raise:
        case Kind.Break:
        case Kind.Continue:
          return true;
        case Kind.Assert:
          if (literalTruth(tree, ast.Assert.test(tree, node)) === false) return true;
          break;
        case Kind.Expr: {
          const value = ast.Expr.value(tree, node);
          if (tree.kind(value) === Kind.Call && this.#lists.leaves(value)) return true;
          break;
        }
        case Kind.If: {
          const orelse = ast.If.orelse(tree, node);
          if (
            orelse !== 0 &&
            this.#leavesAll(ast.If.body(tree, node), nesting + 1) &&
            this.#leavesAll(orelse, nesting + 1)
          )
            return true;
          break;
        }
        case Kind.With:
          if (this.#leavesAll(ast.With.body(tree, node), nesting + 1)) return true;
          break;
        case Kind.While:
          if (literalTruth(tree, ast.While.test(tree, node)) === true && !hasBreak(tree, ast.While.body(tree, node), 0))
            return true;
          break;
        case Kind.Try: {
          if (this.#leavesAll(ast.Try.finalbody(tree, node), nesting + 1)) return true;
          const handlers = tree.list(ast.Try.handlers(tree, node));
          const handled = handlers.every((handler) =>
            this.#leavesAll(ast.ExceptHandler.body(tree, handler), nesting + 1),
          );
          const body =
            this.#leavesAll(ast.Try.body(tree, node), nesting + 1) ||
            this.#leavesAll(ast.Try.orelse(tree, node), nesting + 1);
          if (handled && body) return true;
          break;
        }
      }
    }
    return false;
  }

  #add(test: NodeId, outcome: boolean): void {
    this.#found.push({ test, outcome });
  }
}

function statementLists(tree: Tree, parent: NodeId): NodeId[] {
  switch (tree.kind(parent)) {
    case Kind.Module:
      return [ast.Module.body(tree, parent)];
    case Kind.FunctionDef:
      return [ast.FunctionDef.body(tree, parent)];
    case Kind.ClassDef:
      return [ast.ClassDef.body(tree, parent)];
    case Kind.If:
      return [ast.If.body(tree, parent), ast.If.orelse(tree, parent)];
    case Kind.While:
      return [ast.While.body(tree, parent), ast.While.orelse(tree, parent)];
    case Kind.For:
      return [ast.For.body(tree, parent), ast.For.orelse(tree, parent)];
    case Kind.With:
      return [ast.With.body(tree, parent)];
    case Kind.MatchCase:
      return [ast.MatchCase.body(tree, parent)];
    case Kind.ExceptHandler:
      return [ast.ExceptHandler.body(tree, parent)];
    case Kind.Try:
      return [ast.Try.body(tree, parent), ast.Try.orelse(tree, parent), ast.Try.finalbody(tree, parent)];
    case Kind.Damaged:
      return [ast.Damaged.body(tree, parent)];
    default:
      return [];
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

/** A `break` that belongs to the loop whose body this is. */
function hasBreak(tree: Tree, first: NodeId, nesting: number): boolean {
  if (nesting > MAX_NESTING) return true;
  for (let node = first; node !== 0; node = tree.next(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.Break) return true;
    if (kind === Kind.For && hasBreak(tree, ast.For.orelse(tree, node), nesting + 1)) return true;
    if (kind === Kind.While && hasBreak(tree, ast.While.orelse(tree, node), nesting + 1)) return true;
    if (kind === Kind.For || kind === Kind.While || kind === Kind.FunctionDef || kind === Kind.ClassDef) continue;
    if (kind === Kind.Match) {
      for (const each of tree.list(ast.Match.cases(tree, node))) {
        if (hasBreak(tree, ast.MatchCase.body(tree, each), nesting + 1)) return true;
      }
      continue;
    }
    if (kind === Kind.Try) {
      for (const each of tree.list(ast.Try.handlers(tree, node))) {
        if (hasBreak(tree, ast.ExceptHandler.body(tree, each), nesting + 1)) return true;
      }
    }
    if (statementLists(tree, node).some((list) => hasBreak(tree, list, nesting + 1))) return true;
  }
  return false;
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
