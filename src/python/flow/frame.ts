// One activation of a function, a module body or a class body while it is run, and what was seen of each expression.

import type { Binding, InstanceFact, Module, Place, Value } from '../semantics/index.ts';
import { Kind, type NameId, type NodeId } from '../syntax/index.ts';
import { isPutInto } from './changes.ts';
import type { Engine } from './engine.ts';
import { join, joinWhole } from './join.ts';
import { ModuleView } from './module-view.ts';
import { State } from './state.ts';
import type { AtYield } from './suspended.ts';
import { allocate } from './values.ts';

/** Variables that code can see: those of one activation, then those around it. */
export interface Lexical {
  readonly module: Module;
  /** Module, FunctionDef, Lambda, ClassDef or comprehension */
  readonly node: NodeId;
  readonly activation: number;
  readonly outer: Lexical | undefined;
}

/** Something that leaves a stretch of code other than by its end. */
export interface Exit {
  readonly value: Value;
  readonly state: State;
  /** the Return, a lambda's body, or 0 for the end of the code */
  readonly at: NodeId;
}

/** An exception that is thrown for certain. */
export interface Thrown {
  readonly state: State;
  readonly exception: Value;
}

/** Where jumps inside a loop go. */
interface Loop {
  readonly breaks: State[];
  readonly continues: State[];
}

export class Frame {
  readonly engine: Engine;
  readonly module: Module;
  readonly view: ModuleView;
  /** Module, FunctionDef, Lambda or ClassDef */
  readonly definition: NodeId;
  readonly caller: Frame | undefined;
  /** the outermost activation of the run */
  readonly root: Frame;
  /** the call in the caller that entered here */
  readonly call: NodeId;
  readonly depth: number;
  /** statements that are run; undefined for all */
  slice: ReadonlySet<NodeId> | undefined;
  /** somebody may ask what was seen here */
  readonly isKept: boolean;
  /** all that was seen of an expression, over all rounds of loops */
  readonly values = new Map<NodeId, Value>();
  /** what was seen last */
  readonly #latest = new Map<NodeId, Value>();
  lexical: Lexical;
  readonly returns: Exit[] = [];
  readonly yields: Value[] = [];
  /** of a generator: the object that collects in the heap what it gives, so that ways through it are told apart */
  yielded: Value | undefined;
  readonly loops: Loop[] = [];
  /** for each `try` around the running statement: what held wherever it may be left by an exception */
  readonly raised: (State | undefined)[] = [];
  /** inside a loop whose rounds are not told apart */
  summarising = 0;
  /** of a generator that is run for what happens at each `yield` */
  atYield: AtYield | undefined;

  constructor(engine: Engine, lexical: Lexical, caller: Frame | undefined, call: NodeId) {
    this.engine = engine;
    this.module = lexical.module;
    this.definition = lexical.node;
    this.lexical = lexical;
    this.caller = caller;
    this.root = caller === undefined ? this : caller.root;
    this.call = call;
    this.depth = caller === undefined ? 0 : caller.depth + 1;
    this.isKept = caller === undefined || engine.watches(this.module, this.definition);
    this.view = new ModuleView(this.module, (node) => this.#latest.get(node));
  }

  readonly #identities = new Map<NodeId, number>();

  /** The object that a place makes in every round of a loop. */
  identityAt(node: NodeId): number {
    let identity = this.#identities.get(node);
    if (identity === undefined) this.#identities.set(node, (identity = this.engine.number()));
    return identity;
  }

  place(node: NodeId): Place {
    return this.module.place(node);
  }

  record(node: NodeId, value: Value): Value {
    this.#latest.set(node, value);
    if (!this.isKept) return value;
    const before = this.values.get(node);
    this.values.set(node, before === undefined ? value : join(before, value));
    return value;
  }

  allocated(state: State, node: NodeId, fact: InstanceFact): Value {
    return allocate(this, state, node, fact);
  }

  readonly #observed = new Map<NodeId, Value>();

  /** What an argument held, with everything inside it, when it was handed over. */
  observe(node: NodeId, value: Value): void {
    if (!this.isKept) return;
    const before = this.#observed.get(node);
    this.#observed.set(node, before === undefined ? value : joinWhole(before, value));
  }

  /** What is known of an expression, over all the rounds in which it was evaluated; undefined when nothing is. */
  seen(node: NodeId): Value | undefined {
    const value = this.#observed.get(node) ?? this.values.get(node);
    return value === undefined || value.facts.length === 0 ? undefined : value;
  }

  readonly #begun = new Set<NodeId>();

  /** A statement begins. */
  begin(statement: NodeId): void {
    if (!this.isKept) return;
    this.#begun.add(statement);
  }

  /** Whether code at a node has been run: the call itself, or the statement around anything else. */
  hasRun(node: NodeId): boolean {
    const { tree } = this.module;
    if (this.values.has(node)) return true;
    if (tree.kind(node) === Kind.Call) return false;
    for (let at = node; at !== 0 && at !== this.definition; at = tree.parent(at)) if (this.#begun.has(at)) return true;
    return false;
  }

  /** something was read that other functions change: what is known depends on what ran before */
  readsShared = false;

  markShared(): void {
    for (let frame: Frame | undefined = this; frame !== undefined && !frame.readsShared; frame = frame.caller)
      frame.readsShared = true;
  }

  /** the run that this activation is part of was cut short */
  get isShort(): boolean {
    let frame: Frame = this;
    while (frame.caller !== undefined) frame = frame.caller;
    return frame.wasCut;
  }
  wasCut = false;
  /** of the run's own function: a call by which sites are reached was too much and is left out */
  leavesOut = false;

  leaveOut(): void {
    let frame: Frame = this;
    while (frame.caller !== undefined) frame = frame.caller;
    frame.leavesOut = true;
  }

  /** The activation is over: what only served its run is let go. */
  end(): void {
    this.#latest.clear();
    this.#identities.clear();
    this.returns.length = 0;
    this.yields.length = 0;
    this.raised.length = 0;
    this.thrown.length = 0;
    this.#lastRaised = undefined;
  }

  /** The run is over: what nobody asks for is let go. What it stores in attributes is asked for by those who read them. */
  settle(isAskedFor: boolean): void {
    this.#latest.clear();
    if (isAskedFor) return;
    const { tree } = this.module;
    for (const node of this.values.keys()) {
      const isStore = tree.kind(node) === Kind.Attribute && (tree.context(node) !== 0 || isPutInto(tree, node));
      if (!isStore) this.values.delete(node);
    }
    this.#observed.clear();
  }

  /** What an expression was when it was evaluated last. */
  latest(node: NodeId): Value {
    return this.#latest.get(node) ?? this.module.valueOf(node);
  }

  /** Something can be thrown here. */
  mayRaise(state: State): void {
    const at = this.raised.length - 1;
    if (at < 0) return;
    // Most statements change nothing that the one before has not.
    const last = this.#lastRaised;
    if (last !== undefined && this.raised[at] !== undefined && last.depth === at && last.state.isUnchanged(state))
      return;
    const before = this.raised[at];
    const now = state.fork();
    this.#lastRaised = { depth: at, state: now };
    this.raised[at] = before === undefined ? now : State.joined(before, now);
  }
  #lastRaised: { readonly depth: number; readonly state: State } | undefined;

  /** variables whose alternatives know on which ways they came about */
  readonly correlated = new Set<NameId>();
  /** exceptions that the running handlers are for, the innermost last */
  readonly handled: Value[] = [];

  /** for each `try`, beside `raised`: exceptions that were thrown for certain, and which */
  readonly thrown: Thrown[][] = [];

  /** Something is thrown: whoever is around this code, in this function or in those that called it, may catch it. */
  raise(state: State, exception?: Value): void {
    const frame = this.catching;
    if (frame === undefined) return;
    if (exception === undefined) frame.mayRaise(state);
    else (frame.thrown[frame.raised.length - 1] as Thrown[]).push({ state: state.fork(), exception });
  }

  /** The activation, this one or one further out, in which a `try` is around the running code. */
  get catching(): Frame | undefined {
    let frame: Frame | undefined = this;
    while (frame !== undefined && frame.raised.length === 0) frame = frame.caller;
    return frame;
  }

  /** A `try` begins. */
  startCatching(): void {
    this.thrown[this.raised.push(undefined) - 1] = [];
  }

  /** A `try` ends: what may have been thrown in it. */
  stopCatching(): { readonly any: State | undefined; readonly thrown: readonly Thrown[] } {
    const any = this.raised.pop();
    return { any, thrown: this.thrown[this.raised.length] ?? [] };
  }

  /** Whether this function is being run already, further out; how often. */
  timesRunning(module: Module, definition: NodeId): number {
    let count = 0;
    for (let frame: Frame | undefined = this; frame !== undefined; frame = frame.caller) {
      if (frame.definition === definition && frame.module === module) count++;
    }
    return count;
  }

  /** The variables that hold a name which is read here; undefined when it is global or built in, or out of view. */
  holderOf(name: NameId): Lexical | undefined {
    const { tree, scopes } = this.module;
    const text = tree.names.text(name);
    let isFirst = true;
    for (let at: Lexical | undefined = this.lexical; at !== undefined; at = at.outer) {
      const kind = tree.kind(at.node);
      // The body of a class is no scope for the functions in it.
      if (kind === Kind.ClassDef && !isFirst) continue;
      isFirst = isFirst && kind !== Kind.FunctionDef && kind !== Kind.Lambda && kind !== Kind.ClassDef;
      if (at.module !== this.module) return undefined;
      const scope = scopes.scopeOpenedBy(at.node);
      if (scope === undefined) continue;
      const declared = scopes.declarationOf(scope, text);
      if (declared === 'global') return undefined;
      if (declared === 'nonlocal') continue;
      if (scope.bindings.has(text)) return at;
    }
    return undefined;
  }

  /** The variables that an assignment to a name writes to; undefined for globals. */
  targetOf(name: NameId): Lexical | undefined {
    const { tree, scopes } = this.module;
    const text = tree.names.text(name);
    for (let at: Lexical | undefined = this.lexical; at !== undefined; at = at.outer) {
      const scope = scopes.scopeOpenedBy(at.node);
      if (scope === undefined) continue;
      const declared = scopes.declarationOf(scope, text);
      if (declared === 'global') return undefined;
      if (declared === 'nonlocal') continue;
      if (scope.bindings.has(text)) return at;
      // (y := f(x)) in a comprehension binds outside of it
      if (scope.kind !== 'comprehension') return at;
    }
    return undefined;
  }

  bindingOf(name: string): readonly Binding[] | undefined {
    return this.module.scopes.module.bindings.get(name);
  }
}
