// What statements establish for those behind them: an `assert`, an `if` whose body leaves, a `try` whose handlers do. Kept
// by statement, so that asking about every node of a long list of statements stays cheap.

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { swallowsExceptions } from './flow-graph.ts';
import { literalTruth } from './literal-truth.ts';
import type { Condition } from './module-semantics.ts';

/** Nesting that statements are looked into. */
const MAX_NESTING = 20;
/** Conditions that one statement establishes, at most. */
const MAX_ESTABLISHED = 50;

export class Establishments {
  readonly #tree: Tree;
  readonly #neverReturns: (call: NodeId) => boolean;
  readonly #telling = new Map<NodeId, readonly NodeId[]>();
  readonly #conditions = new Map<NodeId, readonly Condition[]>();

  constructor(tree: Tree, neverReturns: (call: NodeId) => boolean) {
    this.#tree = tree;
    this.#neverReturns = neverReturns;
  }

  /** The statements of a list, given its first one, that establish anything; in source order. */
  tellingOf(first: NodeId): readonly NodeId[] {
    return this.#tellingOf(first, 0);
  }

  /** What is true once a statement has ended in the ordinary way, nearest to its end first. */
  by(statement: NodeId): readonly Condition[] {
    return this.#by(statement, 0);
  }

  #tellingOf(first: NodeId, nesting: number): readonly NodeId[] {
    const known = this.#telling.get(first);
    if (known !== undefined) return known;
    const telling = this.#tree.list(first).filter((node) => this.#by(node, nesting).length > 0);
    this.#telling.set(first, telling);
    return telling;
  }

  #by(statement: NodeId, nesting: number): readonly Condition[] {
    if (!tellingKinds.has(this.#tree.kind(statement)) || nesting > MAX_NESTING) return nothing;
    const known = this.#conditions.get(statement);
    if (known !== undefined) return known;
    const conditions: Condition[] = [];
    this.#establish(statement, nesting, conditions);
    this.#conditions.set(statement, conditions);
    return conditions;
  }

  #fromStatements(first: NodeId, nesting: number, into: Condition[]): void {
    const telling = first === 0 ? [] : this.#tellingOf(first, nesting);
    for (let index = telling.length - 1; index >= 0; index--) {
      for (const condition of this.#by(telling[index] as NodeId, nesting)) {
        if (into.length < MAX_ESTABLISHED) into.push(condition);
      }
    }
  }

  #establish(node: NodeId, nesting: number, into: Condition[]): void {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.Assert:
        into.push({ test: ast.Assert.test(tree, node), outcome: true });
        return;
      case Kind.If: {
        const body = ast.If.body(tree, node);
        const orelse = ast.If.orelse(tree, node);
        if (this.#leavesAll(body, 0)) {
          this.#fromStatements(orelse, nesting + 1, into);
          into.push({ test: ast.If.test(tree, node), outcome: false });
        } else if (orelse !== 0 && this.#leavesAll(orelse, 0)) {
          this.#fromStatements(body, nesting + 1, into);
          into.push({ test: ast.If.test(tree, node), outcome: true });
        }
        return;
      }
      case Kind.While:
        if (!hasBreak(tree, ast.While.body(tree, node), 0))
          into.push({ test: ast.While.test(tree, node), outcome: false });
        return;
      case Kind.With: {
        // with suppress(E): assert x   goes on when the assertion fails
        const items = tree.list(ast.With.items(tree, node));
        if (items.some((item) => swallowsExceptions(tree, ast.WithItem.context(tree, item)))) return;
        this.#fromStatements(ast.With.body(tree, node), nesting + 1, into);
        return;
      }
      case Kind.Try: {
        this.#fromStatements(ast.Try.finalbody(tree, node), nesting + 1, into);
        const handlers = tree.list(ast.Try.handlers(tree, node));
        if (!handlers.every((handler) => this.#leavesAll(ast.ExceptHandler.body(tree, handler), 0))) return;
        this.#fromStatements(ast.Try.orelse(tree, node), nesting + 1, into);
        this.#fromStatements(ast.Try.body(tree, node), nesting + 1, into);
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
          if (tree.kind(value) === Kind.Call && this.#neverReturns(value)) return true;
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
}

const nothing: readonly Condition[] = [];

const tellingKinds: ReadonlySet<number> = new Set([Kind.Assert, Kind.If, Kind.While, Kind.With, Kind.Try]);

/** The first statements of the lists of statements that a node holds. */
export function statementLists(tree: Tree, parent: NodeId): NodeId[] {
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
