// The control-flow graph of one scope's own code: a module, a class body, a function or a lambda. Its smallest pieces
// are units: expressions, targets and definitions that are evaluated as a whole. Each unit gets a moment, a number that
// grows in the order of execution inside its block; reaching definitions, dominance and reachability are questions about
// moments and edges. The graph knows syntax only; what a name or a condition means is not decided here.

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { literalTruth, matchesAnything } from './literal-truth.ts';

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** condition under which the edge is taken; 0 when always */
  readonly test: NodeId;
  readonly outcome: boolean;
}

/** The point in time at which a name loses its binding without a node that says so (end of an except clause). */
export interface Removal {
  readonly name: string;
  readonly moment: number;
}

export interface FlowGraph {
  /** Module, ClassDef, FunctionDef or Lambda */
  readonly owner: NodeId;
  readonly blockCount: number;
  readonly edges: readonly Edge[];
  /** indexes into `edges`, by block */
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
  /** block of each moment */
  readonly blockOf: readonly number[];
  /** moments of each unit; more than one for code in `finally`, which is there once for each way into it */
  readonly moments: ReadonlyMap<NodeId, readonly number[]>;
  readonly removals: readonly Removal[];
  /** statements nested too deeply to be taken apart */
  readonly opaque: ReadonlySet<NodeId>;
  /** the end of the code can be reached without `return` */
  readonly fallsThrough: boolean;
}

export const ENTRY = 0;
export const EXIT = 1;

/** Statements nested deeper than this are one unit. */
const MAX_NESTING = 150;
/** `finally` blocks nested deeper than this are not copied for each way into them. */
const MAX_FINALLY_COPIES = 2;

/** Tells whether a call that is a statement of its own never returns: `sys.exit()`. */
export type NeverReturns = (call: NodeId) => boolean;

export function buildFlowGraph(tree: Tree, owner: NodeId, neverReturns: NeverReturns): FlowGraph {
  return new Builder(tree, owner, neverReturns).build();
}

type Frame =
  | { readonly kind: 'loop'; readonly onBreak: number; readonly onContinue: number }
  | { readonly kind: 'try'; readonly entry: number }
  /** exceptions come in at `entry`, jumps at `jumpEntry` */
  | { readonly kind: 'finally'; readonly entry: number; readonly jumpEntry: number; readonly pending: Set<Jump> };

type Jump = 'return' | 'break' | 'continue';

class Builder {
  readonly #tree: Tree;
  readonly #owner: NodeId;
  readonly #neverReturns: NeverReturns;
  readonly #edges: Edge[] = [];
  readonly #outgoing: number[][] = [];
  readonly #incoming: number[][] = [];
  readonly #blockOf: number[] = [];
  readonly #moments = new Map<NodeId, number[]>();
  readonly #removals: Removal[] = [];
  readonly #opaque = new Set<NodeId>();
  readonly #frames: Frame[] = [];
  #current: number;
  #nesting = 0;
  #finallyDepth = 0;

  constructor(tree: Tree, owner: NodeId, neverReturns: NeverReturns) {
    this.#tree = tree;
    this.#owner = owner;
    this.#neverReturns = neverReturns;
    this.#current = this.#block();
    this.#block();
  }

  build(): FlowGraph {
    const tree = this.#tree;
    switch (tree.kind(this.#owner)) {
      case Kind.Module:
        this.#statements(ast.Module.body(tree, this.#owner));
        break;
      case Kind.ClassDef:
        this.#statements(ast.ClassDef.body(tree, this.#owner));
        break;
      case Kind.FunctionDef:
        this.#statements(ast.FunctionDef.body(tree, this.#owner));
        break;
      case Kind.Lambda:
        this.#unit(ast.Lambda.body(tree, this.#owner));
    }
    const last = this.#current;
    this.#edge(last, EXIT);
    return {
      owner: this.#owner,
      blockCount: this.#outgoing.length,
      edges: this.#edges,
      outgoing: this.#outgoing,
      incoming: this.#incoming,
      blockOf: this.#blockOf,
      moments: this.#moments,
      removals: this.#removals,
      opaque: this.#opaque,
      fallsThrough: this.#isLive(last),
    };
  }

  #isLive(block: number): boolean {
    const seen = new Set([ENTRY]);
    const waiting = [ENTRY];
    for (let at = waiting.pop(); at !== undefined && !seen.has(block); at = waiting.pop()) {
      for (const edge of this.#outgoing[at] as number[]) {
        const to = (this.#edges[edge] as Edge).to;
        if (!seen.has(to)) waiting.push(to);
        seen.add(to);
      }
    }
    return seen.has(block);
  }

  #block(): number {
    this.#outgoing.push([]);
    this.#incoming.push([]);
    return this.#outgoing.length - 1;
  }

  #edge(from: number, to: number, test: NodeId = 0, outcome = true): void {
    const index = this.#edges.push({ from, to, test, outcome }) - 1;
    (this.#outgoing[from] as number[]).push(index);
    (this.#incoming[to] as number[]).push(index);
  }

  #tick(): number {
    return this.#blockOf.push(this.#current) - 1;
  }

  #unit(node: NodeId): void {
    if (node === 0) return;
    const moment = this.#tick();
    const moments = this.#moments.get(node);
    if (moments === undefined) this.#moments.set(node, [moment]);
    else moments.push(moment);
  }

  #statements(first: NodeId): void {
    for (let node = first; node !== 0; node = this.#tree.next(node)) this.#statement(node);
  }

  #statement(node: NodeId): void {
    if (this.#nesting >= MAX_NESTING) {
      this.#opaque.add(node);
      this.#unit(node);
      return;
    }
    this.#nesting++;
    this.#raisePoint();
    this.#dispatch(node);
    this.#nesting--;
  }

  /** What came before can be followed by an exception in what comes next. */
  #raisePoint(): void {
    const target = this.#raiseTarget();
    if (target === -1) return;
    this.#edge(this.#current, target);
    const next = this.#block();
    this.#edge(this.#current, next);
    this.#current = next;
  }

  #raiseTarget(): number {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const frame = this.#frames[index] as Frame;
      if (frame.kind !== 'loop') return frame.entry;
    }
    return -1;
  }

  #dispatch(node: NodeId): void {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.Assign:
        this.#unit(ast.Assign.value(tree, node));
        this.#units(ast.Assign.targets(tree, node));
        return;
      case Kind.AugAssign:
        this.#unit(ast.AugAssign.value(tree, node));
        this.#unit(ast.AugAssign.target(tree, node));
        return;
      case Kind.AnnAssign:
        this.#unit(ast.AnnAssign.value(tree, node));
        this.#unit(ast.AnnAssign.annotation(tree, node));
        this.#unit(ast.AnnAssign.target(tree, node));
        return;
      case Kind.Expr:
        this.#expression(ast.Expr.value(tree, node));
        return;
      case Kind.Delete:
        this.#units(ast.Delete.targets(tree, node));
        return;
      case Kind.Return:
        this.#unit(ast.Return.value(tree, node));
        this.#jump('return');
        return;
      case Kind.Break:
        this.#jump('break');
        return;
      case Kind.Continue:
        this.#jump('continue');
        return;
      case Kind.Raise:
        this.#unit(node);
        this.#raise();
        return;
      case Kind.Assert:
        this.#assert(node);
        return;
      case Kind.If:
        this.#if(node);
        return;
      case Kind.While:
        this.#while(node);
        return;
      case Kind.For:
        this.#for(node);
        return;
      case Kind.With:
        this.#with(node);
        return;
      case Kind.Match:
        this.#match(node);
        return;
      case Kind.Try:
        this.#try(node);
        return;
      case Kind.Damaged:
        this.#damaged(node);
        return;
      default:
        this.#unit(node);
    }
  }

  #units(first: NodeId): void {
    for (let node = first; node !== 0; node = this.#tree.next(node)) this.#unit(node);
  }

  #damaged(node: NodeId): void {
    const tree = this.#tree;
    for (let part = ast.Damaged.body(tree, node); part !== 0; part = tree.next(part)) {
      if (tree.kind(part) < Kind.BoolOp) this.#statement(part);
      else this.#unit(part);
    }
  }

  #expression(value: NodeId): void {
    this.#unit(value);
    const tree = this.#tree;
    const call = tree.kind(value) === Kind.Await ? ast.Await.value(tree, value) : value;
    if (tree.kind(call) === Kind.Call && this.#neverReturns(call)) this.#raise();
  }

  #raise(): void {
    const target = this.#raiseTarget();
    if (target !== -1) this.#edge(this.#current, target);
    this.#current = this.#block();
  }

  #jump(jump: Jump): void {
    this.#leave(jump, this.#frames.length - 1);
    this.#current = this.#block();
  }

  /** Leaves the current block for where a jump goes, by way of the `finally` that is around it. */
  #leave(jump: Jump, from: number): void {
    for (let index = from; index >= 0; index--) {
      const frame = this.#frames[index] as Frame;
      if (frame.kind === 'finally') {
        frame.pending.add(jump);
        this.#edge(this.#current, frame.jumpEntry);
        return;
      }
      if (frame.kind === 'loop' && jump !== 'return') {
        this.#edge(this.#current, jump === 'break' ? frame.onBreak : frame.onContinue);
        return;
      }
    }
    if (jump === 'return') this.#edge(this.#current, EXIT);
  }

  #assert(node: NodeId): void {
    const tree = this.#tree;
    const test = ast.Assert.test(tree, node);
    this.#unit(test);
    const target = this.#raiseTarget();
    const failed = this.#block();
    this.#edge(this.#current, failed, test, false);
    const next = this.#block();
    if (literalTruth(tree, test) !== false) this.#edge(this.#current, next, test, true);
    this.#current = failed;
    this.#unit(ast.Assert.message(tree, node));
    if (target !== -1) this.#edge(failed, target);
    this.#current = next;
  }

  #if(node: NodeId): void {
    const tree = this.#tree;
    const after = this.#block();
    // A ladder of elif is a loop, not recursion: generated code has thousands of rungs.
    for (let rung = node; rung !== 0; ) {
      const test = ast.If.test(tree, rung);
      this.#unit(test);
      const truth = literalTruth(tree, test);
      const start = this.#current;
      const body = this.#block();
      const otherwise = this.#block();
      if (truth !== false) this.#edge(start, body, test, true);
      if (truth !== true) this.#edge(start, otherwise, test, false);
      this.#current = body;
      this.#statements(ast.If.body(tree, rung));
      this.#edge(this.#current, after);
      this.#current = otherwise;
      const orelse = ast.If.orelse(tree, rung);
      if (orelse !== 0 && tree.kind(orelse) === Kind.If && tree.next(orelse) === 0) {
        this.#raisePoint();
        rung = orelse;
      } else {
        this.#statements(orelse);
        rung = 0;
      }
    }
    this.#edge(this.#current, after);
    this.#current = after;
  }

  #while(node: NodeId): void {
    const tree = this.#tree;
    const test = ast.While.test(tree, node);
    const head = this.#block();
    this.#edge(this.#current, head);
    this.#current = head;
    this.#unit(test);
    const truth = literalTruth(tree, test);
    const body = this.#block();
    const otherwise = this.#block();
    const after = this.#block();
    if (truth !== false) this.#edge(head, body, test, true);
    if (truth !== true) this.#edge(head, otherwise, test, false);
    this.#loop(body, after, head, ast.While.body(tree, node));
    this.#current = otherwise;
    this.#statements(ast.While.orelse(tree, node));
    this.#edge(this.#current, after);
    this.#current = after;
  }

  #for(node: NodeId): void {
    const tree = this.#tree;
    this.#unit(ast.For.iterable(tree, node));
    const head = this.#block();
    this.#edge(this.#current, head);
    const body = this.#block();
    const otherwise = this.#block();
    const after = this.#block();
    this.#edge(head, body);
    this.#edge(head, otherwise);
    this.#current = body;
    this.#unit(ast.For.target(tree, node));
    this.#loop(body, after, head, ast.For.body(tree, node));
    this.#current = otherwise;
    this.#statements(ast.For.orelse(tree, node));
    this.#edge(this.#current, after);
    this.#current = after;
  }

  #loop(body: number, onBreak: number, onContinue: number, statements: NodeId): void {
    this.#current = body;
    this.#frames.push({ kind: 'loop', onBreak, onContinue });
    this.#statements(statements);
    this.#frames.pop();
    this.#edge(this.#current, onContinue);
  }

  #with(node: NodeId): void {
    const tree = this.#tree;
    let suppresses = false;
    for (let item = ast.With.items(tree, node); item !== 0; item = tree.next(item)) {
      const context = ast.WithItem.context(tree, item);
      this.#unit(context);
      this.#raisePoint();
      this.#unit(ast.WithItem.target(tree, item));
      suppresses ||= swallowsExceptions(tree, context);
    }
    if (!suppresses) {
      this.#statements(ast.With.body(tree, node));
      this.#raisePoint();
      return;
    }
    // with suppress(ImportError): import x   goes on behind the block from any point inside it
    const after = this.#block();
    this.#frames.push({ kind: 'try', entry: after });
    this.#statements(ast.With.body(tree, node));
    this.#frames.pop();
    this.#edge(this.#current, after);
    this.#current = after;
  }

  #match(node: NodeId): void {
    const tree = this.#tree;
    this.#unit(ast.Match.subject(tree, node));
    const after = this.#block();
    let isOpen = true;
    for (let each = ast.Match.cases(tree, node); each !== 0; each = tree.next(each)) {
      const pattern = ast.MatchCase.pattern(tree, each);
      const guard = ast.MatchCase.guard(tree, each);
      const next = this.#block();
      const tried = this.#block();
      this.#edge(this.#current, tried);
      if (!matchesAnything(tree, pattern)) this.#edge(this.#current, next);
      else if (guard === 0) isOpen = false;
      this.#current = tried;
      this.#unit(pattern);
      if (guard !== 0) {
        this.#unit(guard);
        const passed = this.#block();
        this.#edge(tried, passed, guard, true);
        this.#edge(tried, next, guard, false);
        this.#current = passed;
      }
      this.#statements(ast.MatchCase.body(tree, each));
      this.#edge(this.#current, after);
      this.#current = next;
    }
    if (isOpen) this.#edge(this.#current, after);
    this.#current = after;
  }

  #try(node: NodeId): void {
    const tree = this.#tree;
    const finalbody = ast.Try.finalbody(tree, node);
    const handlers = ast.Try.handlers(tree, node);
    const copies = finalbody !== 0 && this.#finallyDepth < MAX_FINALLY_COPIES;
    let last: Frame | undefined;
    if (finalbody !== 0) {
      const entry = this.#block();
      last = { kind: 'finally', entry, jumpEntry: copies ? this.#block() : entry, pending: new Set() };
      this.#frames.push(last);
    }
    // 1. the body: every statement can lead to the handlers
    const caught: Frame = { kind: 'try', entry: this.#block() };
    if (handlers !== 0) this.#frames.push(caught);
    this.#statements(ast.Try.body(tree, node));
    if (handlers !== 0) this.#frames.pop();
    this.#statements(ast.Try.orelse(tree, node));
    const joined = this.#block();
    this.#edge(this.#current, joined);
    // 2. the handlers
    let catchesAll = false;
    for (let handler = handlers; handler !== 0; handler = tree.next(handler)) {
      this.#current = this.#block();
      this.#edge(caught.entry, this.#current);
      this.#unit(handler);
      this.#statements(ast.ExceptHandler.body(tree, handler));
      const name = ast.ExceptHandler.name(tree, handler);
      if (name !== 0) this.#removals.push({ name: tree.names.text(name), moment: this.#tick() });
      catchesAll ||= ast.ExceptHandler.type(tree, handler) === 0;
      this.#edge(this.#current, joined);
    }
    const outer = this.#raiseTarget();
    if (handlers !== 0 && !catchesAll && outer !== -1) this.#edge(caught.entry, outer);
    this.#current = joined;
    // 3. the end: once for the ordinary way, once for exceptions, once for jumps
    if (last === undefined || last.kind !== 'finally') return;
    this.#frames.pop();
    this.#finallyDepth++;
    if (!copies) this.#edge(last.entry, joined);
    this.#statements(finalbody);
    const after = this.#current;
    if (copies) {
      this.#current = last.entry;
      this.#statements(finalbody);
      this.#resume(true, []);
      if (last.pending.size > 0) {
        this.#current = last.jumpEntry;
        this.#statements(finalbody);
        this.#resume(false, last.pending);
      }
    } else this.#resume(true, last.pending);
    this.#current = after;
    this.#finallyDepth--;
  }

  /** Behind a `finally`: the exception or jump that led into it goes on. */
  #resume(raises: boolean, pending: Iterable<Jump>): void {
    const target = this.#raiseTarget();
    if (raises && target !== -1) this.#edge(this.#current, target);
    for (const jump of pending) this.#leave(jump, this.#frames.length - 1);
  }
}

const swallowingNames = new Set(['suppress', 'raises', 'assertRaises', 'assertRaisesRegex']);

/**
 * `contextlib.suppress(…)`, `pytest.raises(…)` by their names; what a name stands for is not known yet when graphs are
 * built.
 */
export function swallowsExceptions(tree: Tree, context: NodeId): boolean {
  if (tree.kind(context) !== Kind.Call) return false;
  const callee = ast.Call.callee(tree, context);
  const name =
    tree.kind(callee) === Kind.Attribute
      ? ast.Attribute.name(tree, callee)
      : tree.kind(callee) === Kind.Name
        ? ast.Name.name(tree, callee)
        : 0;
  return name !== 0 && swallowingNames.has(tree.names.text(name));
}
