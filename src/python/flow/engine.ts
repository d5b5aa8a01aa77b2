// Runs code on abstract values, on demand: a function as its callers would, a module body as an import would. Each run
// has its own budget and is kept, so that an answer depends on the code alone and not on what was asked before.

import type { Library } from '../../models/index.ts';
import {
  type Binding,
  decoratorNames,
  type Fact,
  importedMember,
  type Module,
  type Place,
  reference,
  type SemanticSession,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NameId, type NodeId } from '../syntax/index.ts';
import { callValue, noArguments } from './calls.ts';
import { type FunctionAt, type ProjectText, readProject } from './changes.ts';
import { evaluate } from './expressions.ts';
import { Frame, type Lexical } from './frame.ts';
import { globalValue } from './names.ts';
import { runFunctionEntry, runModuleBody } from './run.ts';
import { SideTable } from './side-table.ts';
import { type Slice, sliceOf } from './slice.ts';
import { State } from './state.ts';
import { type FunctionText, readFunction } from './worth.ts';

/** Expressions and statements that one run may evaluate, those of the functions it calls included. */
const MAX_STEPS = 1_000;
/** The same for module bodies, which define more than they decide. */
const MODULE_STEPS = 2_000;
/** The same for runs that others ask for to learn what a function gives or leaves behind, by how far down they are. */
const OUTLINE_STEPS: readonly number[] = [120, 300];
/** The level of runs that somebody asks about. */
const TOP = OUTLINE_STEPS.length;
/** Calls on from a function by which sites are looked for. */
const MAX_LEVELS = 2;
/** Functions of one name that a call by that name may mean. */
const MAX_NAMESAKES = 3;
/** Nesting of expressions and statements, over all calls: bounded by the JavaScript stack. */
const MAX_NESTING = 500;

/** A function that was run, and the call that entered it; `caller` is absent for the run's own function. */

export interface Statistics {
  /** functions, lambdas and module bodies that were run at least once */
  readonly functions: number;
  /** how often, all together: by themselves, for others, and by calls */
  readonly runs: number;
  /** functions that were run more than once */
  readonly runAgain: number;
  /** expressions and statements that were evaluated */
  readonly steps: number;
  /** runs that their budget ended, those that are only meant to give an outline included */
  readonly cutShort: number;
}

/** The nodes in a function that somebody will ask about; `all` when it can be any. */
export type Watch = (module: Module, definition: NodeId) => readonly NodeId[] | 'all';

export class Engine {
  readonly session: SemanticSession;
  readonly library: Library;
  /** what module bodies have left behind */
  readonly base = new State(undefined);
  /** functions whose activations are kept, because somebody will ask about sites in them */
  readonly #sitesIn: Watch;
  readonly #readText: () => ProjectText;
  readonly #entries = new Map<Module, Map<NodeId, Frame>>();
  readonly #activations = new Map<Module, number>();
  readonly #modules = new Map<Module, 'running' | 'done' | 'cut'>();
  readonly #classes = new Map<Module, Map<NodeId, number>>();
  readonly #seen = new Map<Module, Map<NodeId, Map<Frame, Frame[]>>>();
  readonly lexicals: Lexical[] = [];
  #lastNumber = 0;
  #steps = 0;
  #nesting = 0;
  #isShort = false;
  #allSteps = 0;
  #cutShort = 0;
  /** functions and module bodies that were run for their own sake and were too much for it, in that order */
  readonly tooMuch: Place[] = [];

  constructor(session: SemanticSession, sitesIn: Watch, readText?: () => ProjectText) {
    this.#readText = readText ?? (() => readProject(session.modules));
    this.session = session;
    this.#sitesIn = sitesIn;
    this.library = session.library;
  }

  /** A number for a new activation, object or set of variables. */
  number(): number {
    return ++this.#lastNumber;
  }

  closure(lexical: Lexical): number {
    return this.lexicals.push(lexical) - 1;
  }

  moduleOf(place: Place): Module {
    return this.session.moduleOf(place);
  }

  // Budget

  /** Takes one step; false when there are no more. */
  spend(): boolean {
    if (this.#steps < this.#maxSteps) {
      this.#steps++;
      return true;
    }
    // What is passed over on the way out of a call that was too much costs the run around it nothing.
    this.#steps = this.#maxSteps + 1;
    this.#isShort = true;
    return false;
  }

  get isExhausted(): boolean {
    return this.#steps > this.#maxSteps;
  }

  /**
   * Runs a call on a share of the steps that are left; false when that was too little for it, while the run around it
   * can go on.
   */
  share(steps: number, run: () => void): boolean {
    const [maxSteps, isShort] = [this.#maxSteps, this.#isShort];
    this.#maxSteps = Math.min(maxSteps, this.#steps + Math.floor(steps));
    run();
    const isOver = this.isExhausted;
    this.#maxSteps = maxSteps;
    if (!isOver || this.isExhausted) return true;
    this.#isShort = isShort;
    return false;
  }

  get stepsLeft(): number {
    return this.#maxSteps - this.#steps;
  }

  /** Goes one level deeper; false when it is too deep. {@link rise} comes back up. */
  sink(): boolean {
    if (this.#nesting >= MAX_NESTING) {
      this.#isShort = true;
      return false;
    }
    this.#nesting++;
    return true;
  }

  rise(): void {
    this.#nesting--;
  }

  #withBudget<T>(level: number, run: () => T, frame?: Frame): T {
    const [outer, maxSteps] = [this.#level, this.#maxSteps];
    this.#level = level;
    const isModule = frame !== undefined && frame.definition === frame.module.tree.root;
    this.#maxSteps = isModule ? MODULE_STEPS : (OUTLINE_STEPS[level] ?? MAX_STEPS);
    const [steps, isShort, nesting] = [this.#steps, this.#isShort, this.#nesting];
    this.#steps = 0;
    this.#isShort = false;
    try {
      return run();
    } catch (error) {
      // The stack of JavaScript is the last budget.
      if (!(error instanceof RangeError) || frame === undefined) throw error;
      this.#isShort = true;
      return undefined as T;
    } finally {
      this.#allSteps += this.#steps;
      if (this.#isShort) {
        this.#cutShort++;
        if (frame !== undefined) frame.wasCut = true;
        if (frame !== undefined && level === TOP) this.tooMuch.push(frame.place(frame.definition));
      }
      this.#level = outer;
      this.#maxSteps = maxSteps;
      this.#steps = steps;
      this.#nesting = nesting;
      this.#isShort = isShort;
    }
  }

  // Runs

  /** A function run by nobody in particular: nothing is known of its arguments. */
  entry(module: Module, definition: NodeId): Frame {
    let entries = this.#entries.get(module);
    if (entries === undefined) this.#entries.set(module, (entries = new Map()));
    const known = entries.get(definition);
    if (known !== undefined) return known;
    if (module.tree.kind(definition) === Kind.Module) {
      const frame = this.#moduleFrame(module);
      entries.set(definition, frame);
      this.#runModule(module, frame);
      return frame;
    }
    const lexical = { module, node: definition, activation: this.number(), outer: undefined };
    const frame = new Frame(this, lexical, undefined, 0);
    entries.set(definition, frame);
    frame.slice = this.#sliceFor(module, definition);
    this.#withBudget(TOP, () => runFunctionEntry(frame), frame);
    frame.end();
    frame.settle(this.watches(module, definition));
    return frame;
  }

  #level = TOP;
  #maxSteps = MAX_STEPS;
  readonly #outlines = OUTLINE_STEPS.map(() => new Map<Module, Map<NodeId, Frame>>());

  /** How many runs that ask for others are above the lowest ones: what is found out in one holds on its level. */
  get level(): number {
    return this.#level;
  }

  /**
   * A function run by nobody in particular, for somebody who is being run and wants to know what it gives. Such runs are
   * shorter and ask for fewer others the further down they are; undefined below the lowest level.
   */
  outline(module: Module, definition: NodeId): Frame | undefined {
    const level = this.#level - 1;
    const outlines = this.#outlines[level]?.get(module);
    const known = outlines?.get(definition);
    if (known !== undefined || level < 0) return known;
    const lexical = { module, node: definition, activation: this.number(), outer: undefined };
    const frame = new Frame(this, lexical, undefined, 0);
    if (outlines !== undefined) outlines.set(definition, frame);
    else this.#outlines[level]?.set(module, new Map([[definition, frame]]));
    this.#withBudget(level, () => runFunctionEntry(frame), frame);
    frame.settle(false);
    return frame;
  }

  #moduleFrame(module: Module): Frame {
    const root = module.tree.root;
    return new Frame(
      this,
      { module, node: root, activation: this.activationOf(module), outer: undefined },
      undefined,
      0,
    );
  }

  #runModule(module: Module, frame: Frame): void {
    if (this.#modules.has(module)) return;
    this.#modules.set(module, 'running');
    const state = new State(this.base);
    state.open(this.activationOf(module));
    this.#withBudget(TOP, () => runModuleBody(frame, state), frame);
    // What half a body leaves behind is not what importers find.
    if (!frame.wasCut) this.base.absorb(state);
    this.#modules.set(module, frame.wasCut ? 'cut' : 'done');
  }

  /** Makes sure that a module body has run; false while it is running, and when it was too much. */
  hasRun(module: Module): boolean {
    this.entry(module, module.tree.root);
    return this.#modules.get(module) === 'done';
  }

  /** The activation that holds a module's globals. */
  activationOf(module: Module): number {
    let activation = this.#activations.get(module);
    if (activation === undefined) this.#activations.set(module, (activation = this.number()));
    return activation;
  }

  readonly #named = new Map<string, number>();

  /** The object that a name of a library always is: `os.environ`. */
  identityOfName(name: string): number {
    let identity = this.#named.get(name);
    if (identity === undefined) this.#named.set(name, (identity = this.number()));
    return identity;
  }

  /** The object that a class of the project is. */
  identityOfClass(place: Place): number {
    const module = this.moduleOf(place);
    let classes = this.#classes.get(module);
    if (classes === undefined) this.#classes.set(module, (classes = new Map()));
    let identity = classes.get(place.node);
    if (identity === undefined) classes.set(place.node, (identity = this.number()));
    return identity;
  }

  readonly #texts = new Map<Module, Map<NodeId, FunctionText>>();

  textOf(module: Module, definition: NodeId): FunctionText {
    let texts = this.#texts.get(module);
    if (texts === undefined) this.#texts.set(module, (texts = new Map()));
    let text = texts.get(definition);
    if (text === undefined) texts.set(definition, (text = readFunction(module, definition)));
    return text;
  }

  readonly #reaching = new Map<Module, Map<NodeId, boolean>>();

  /** Whether a function holds places that somebody will ask about, or calls something that by its name may do. */
  reachesSites(module: Module, definition: NodeId, levels = MAX_LEVELS): boolean {
    if (this.watches(module, definition)) return true;
    if (levels === 0) return false;
    let known = this.#reaching.get(module);
    if (known === undefined) this.#reaching.set(module, (known = new Map()));
    const before = known.get(definition);
    if (before !== undefined) return before;
    known.set(definition, false);
    const reaches = this.textOf(module, definition).calls.some((name) =>
      this.#definitionsOf(name).some((each) => this.reachesSites(each.module, each.node, levels - 1)),
    );
    known.set(definition, reaches);
    return reaches;
  }

  #text: ProjectText | undefined;

  /** What the files of the project say about each other. */
  get projectText(): ProjectText {
    this.#text ??= this.#readText();
    return this.#text;
  }

  functionAt({ file, definition }: FunctionAt): Place {
    return (this.session.modules[file] as Module).place(definition);
  }

  /** Functions of the project by name; none for names that are everywhere. */
  #definitionsOf(name: NameId): readonly { readonly module: Module; readonly node: NodeId }[] {
    const found = this.projectText.definitions.get(name) ?? [];
    if (found.length > MAX_NAMESAKES) return [];
    return found.map(({ file, definition }) => ({ module: this.session.modules[file] as Module, node: definition }));
  }

  /** What of a function its sites, and calls that may come to others, depend on; undefined for all of it. */
  #sliceFor(module: Module, definition: NodeId): Slice | undefined {
    const sites = this.#sitesIn(module, definition);
    if (sites === 'all') return undefined;
    const text = this.textOf(module, definition);
    const calls = text.mentions.filter(([, name]) =>
      this.#definitionsOf(name).some((each) => this.reachesSites(each.module, each.node)),
    );
    return sliceOf(module, definition, text.size, [...sites, ...calls.map(([node]) => node)]);
  }

  /** Whether somebody will ask about sites in a function. */
  watches(module: Module, definition: NodeId): boolean {
    return this.#sitesIn(module, definition).length > 0;
  }

  /** how often a function was run by others, by the runs in which it was */
  readonly #called = new Map<Module, Map<NodeId, Map<Frame, number>>>();

  noteCall({ module, definition, root }: Frame): void {
    let called = this.#called.get(module);
    if (called === undefined) this.#called.set(module, (called = new Map()));
    const byRun = called.get(definition);
    if (byRun === undefined) called.set(definition, new Map([[root, 1]]));
    else byRun.set(root, (byRun.get(root) ?? 0) + 1);
  }

  /** Whether a function was called in one of these runs. */
  wasCalled(module: Module, definition: NodeId, runs: readonly Frame[]): boolean {
    const byRun = this.#called.get(module)?.get(definition);
    return byRun !== undefined && runs.some((run) => byRun.has(run));
  }

  /** What has been done so far; for benchmarks. */
  get statistics(): Statistics {
    const counts = new Map<Module, Map<NodeId, number>>();
    const add = (module: Module, definition: NodeId, times: number): void => {
      let own = counts.get(module);
      if (own === undefined) counts.set(module, (own = new Map()));
      own.set(definition, (own.get(definition) ?? 0) + times);
    };
    for (const table of [this.#entries, ...this.#outlines]) {
      for (const [module, frames] of table) for (const definition of frames.keys()) add(module, definition, 1);
    }
    for (const [module, called] of this.#called)
      for (const [definition, byRun] of called) for (const times of byRun.values()) add(module, definition, times);
    const all = [...counts.values()].flatMap((own) => [...own.values()]);
    return {
      functions: all.length,
      runs: all.reduce((sum, times) => sum + times, 0),
      runAgain: all.filter((times) => times > 1).length,
      steps: this.#allSteps,
      cutShort: this.#cutShort,
    };
  }

  /** Keeps an activation for those who ask about sites in its function. */
  keep(frame: Frame): void {
    if (frame.caller === undefined || !frame.isKept) return;
    let byFunction = this.#seen.get(frame.module);
    if (byFunction === undefined) this.#seen.set(frame.module, (byFunction = new Map()));
    let byRun = byFunction.get(frame.definition);
    if (byRun === undefined) byFunction.set(frame.definition, (byRun = new Map()));
    const frames = byRun.get(frame.root);
    if (frames === undefined) byRun.set(frame.root, [frame]);
    else if (frames.length < MAX_FRAMES) frames.push(frame);
  }

  /**
   * Activations of a function in these runs of others, in their order. Only runs that are asked about: what else was run
   * in a session says nothing that an answer may depend on.
   */
  seen(module: Module, definition: NodeId, runs: readonly Frame[]): readonly Frame[] {
    const byRun = this.#seen.get(module)?.get(definition);
    return byRun === undefined ? [] : runs.flatMap((run) => byRun.get(run) ?? []);
  }

  /** Activations of a function in all that was run. */
  seenByAll(module: Module, definition: NodeId): readonly Frame[] {
    return [...(this.#seen.get(module)?.get(definition)?.values() ?? [])].flat();
  }

  /** What has been shown on the way on which a function gave this. */
  readonly implied = new SideTable<Fact, ReadonlyMap<Fact, Value>>();
  /** by class and attribute */
  readonly storedAttributes = new Map<string, Value | 'running' | 'none'>();
  readonly #defaults = new Map<Module, Map<NodeId, Value>>();

  /** The default of a parameter, made when its function was. */
  defaultOf(module: Module, parameter: NodeId, closure: number | undefined): Value | undefined {
    const own = closure === undefined ? undefined : this.#closureDefaults.get(closure)?.get(parameter);
    if (own !== undefined) return own;
    return this.#defaults.get(module)?.get(parameter);
  }

  setDefault(module: Module, parameter: NodeId, value: Value, closure?: number): void {
    if (closure !== undefined) {
      let own = this.#closureDefaults.get(closure);
      if (own === undefined) this.#closureDefaults.set(closure, (own = new Map()));
      own.set(parameter, value);
    }
    let defaults = this.#defaults.get(module);
    if (defaults === undefined) this.#defaults.set(module, (defaults = new Map()));
    defaults.set(parameter, value);
  }

  readonly #closureDefaults = new Map<number, Map<NodeId, Value>>();

  /** What an import binds: a variable of the project as its module has left it, otherwise what the text says. */
  imported(frame: Frame, binding: Binding, state: State): Value {
    const said = frame.module.valueOfBinding(binding);
    const member = importedMember(frame.module, binding.node);
    if (member === undefined || member.module === frame.module) return said;
    if (!member.module.scopes.module.bindings.has(member.name)) return said;
    return globalValue(frame, member.module, member.name, binding.node, state, 1);
  }

  /** A function or class with its decorators around it; the library's leave it what it is. */
  decorate(frame: Frame, decorators: readonly NodeId[], made: Value, state: State, node: NodeId): Value {
    let value = made;
    for (const decorator of [...decorators].reverse()) {
      const around = evaluate(frame, decorator, state);
      if (!isOwn(around)) continue;
      value = callValue(frame, state, around, { ...noArguments, positional: [value] }, node);
    }
    return value;
  }

  /** Whether a decorator of the project is around a function. */
  hasOwnDecorators(definition: Place): boolean {
    const module = this.moduleOf(definition);
    const { tree } = module;
    if (tree.kind(definition.node) !== Kind.FunctionDef) return false;
    const head = ast.FunctionDef.head(tree, definition.node);
    if (head === 0) return false;
    return tree.list(ast.FunctionHead.decorators(tree, head)).some((decorator) => {
      const callee = tree.kind(decorator) === Kind.Call ? ast.Call.callee(tree, decorator) : decorator;
      return isOwn(module.valueOf(callee));
    });
  }

  readonly #decorated = new Map<Module, Map<NodeId, Value | undefined>>();

  /** A method as its decorators leave it; undefined when none is the project's own. */
  decorated(definition: Place): Value | undefined {
    if (!this.hasOwnDecorators(definition)) return undefined;
    const module = this.moduleOf(definition);
    let known = this.#decorated.get(module);
    if (known === undefined) this.#decorated.set(module, (known = new Map()));
    if (known.has(definition.node)) return known.get(definition.node);
    known.set(definition.node, undefined);
    const { tree } = module;
    const lexical = { module, node: tree.root, activation: this.activationOf(module), outer: undefined };
    const frame = new Frame(this, lexical, undefined, 0);
    const state = new State(this.base);
    const head = ast.FunctionDef.head(tree, definition.node);
    const made = reference(module.qualifiedName(definition.node), definition, definition);
    const value = this.#withBudget(TOP - 1, () =>
      this.decorate(frame, tree.list(ast.FunctionHead.decorators(tree, head)), made, state, definition.node),
    );
    this.base.absorb(state);
    known.set(definition.node, value);
    return value;
  }

  /** The setter of a property of a class. */
  setterOf(owner: Module, definition: Place, name: string): Place | undefined {
    const { tree } = owner;
    for (let node = ast.ClassDef.body(tree, definition.node); node !== 0; node = tree.next(node)) {
      if (tree.kind(node) !== Kind.FunctionDef) continue;
      if (tree.names.text(ast.FunctionDef.name(tree, node)) !== name) continue;
      if (decoratorNames(owner, node).includes(`${name}.setter`)) return owner.place(node);
    }
    return undefined;
  }

  /** Names that `case Point(x, y)` takes in order: of data classes and named tuples, their fields. */
  matchArguments(definition: Place): readonly string[] {
    const { tree } = this.moduleOf(definition);
    if (tree.kind(definition.node) !== Kind.ClassDef) return [];
    const names: string[] = [];
    for (let node = ast.ClassDef.body(tree, definition.node); node !== 0; node = tree.next(node)) {
      if (tree.kind(node) !== Kind.AnnAssign) continue;
      const target = ast.AnnAssign.target(tree, node);
      if (tree.kind(target) === Kind.Name) names.push(tree.names.text(ast.Name.name(tree, target)));
    }
    return names;
  }

  /** Attributes of library results that are read again are the same value. */
  readonly parts = new SideTable<Fact, Map<string, Value>>();
}

/** A decorator of the project, or an object of one of its classes. */
function isOwn(decorator: Value): boolean {
  return decorator.facts.some(
    (fact) => (fact.kind === 'reference' || fact.kind === 'instance') && fact.definition !== undefined,
  );
}

/** Activations of one function that are looked at in one run. */
const MAX_FRAMES = 64;
