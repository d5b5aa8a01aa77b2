// One module: the questions of `ModuleSemantics` answered through scopes, graphs and evaluation, each answer kept.

import { ast, Context, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { isStored, storedValue } from './attributes.ts';
import { bind } from './binder.ts';
import { methodKindOf, valueOfBinding, valueOfTarget } from './bound-values.ts';
import { Answer, type Budget } from './budget.ts';
import { type Change, isChangeable, isChanged, withChanges } from './changes.ts';
import { conditionsAt } from './conditions.ts';
import { Establishments } from './establishments.ts';
import { evaluate, valueOfResolution } from './evaluate.ts';
import { buildFlowGraph, type FlowGraph } from './flow-graph.ts';
import { moduleValue, starValue } from './imports.ts';
import { subscript } from './items.ts';
import { type LookupSource, lookUpAt, lookUpLater } from './lookup.ts';
import type { Binding, ClassInfo, Condition, NameSet, Scope, Use } from './module-semantics.ts';
import { neverReturns } from './never-returns.ts';
import { NodeTable } from './node-table.ts';
import { resultFor, substitute } from './project-calls.ts';
import { Reachability } from './reachability.ts';
import { Reaching } from './reaching.ts';
import { isSameValue } from './same-value.ts';
import type { ClassName, FunctionExits, Module, ModuleFile, Resolution, ScopeTable, Session } from './session.ts';
import { classesOfAnnotation } from './types.ts';
import { usesOf } from './uses.ts';
import type { Place, Value } from './value.ts';
import { constant, singleConstant, union } from './values.ts';

export class AnalysedModule implements Module {
  readonly session: Session;
  readonly file: ModuleFile;
  readonly tree: Tree;
  readonly path: string;
  readonly #budget: Budget;
  readonly #values: NodeTable<Answer>;
  /** of names whose object is changed */
  readonly #changedValues: NodeTable<Answer>;
  readonly #targetValues: NodeTable<Answer>;
  /** by the node that binds */
  readonly #bindingValues: NodeTable<Answer>;
  readonly #members = new Map<string, Answer>();
  readonly #stored = new Map<NodeId, Map<string, Answer>>();
  #scopes: ScopeTable | undefined;
  #lookupSource: LookupSource | undefined;
  readonly #graphs = new Map<Scope, FlowGraph>();
  readonly #reaching = new Map<Scope, Reaching>();
  readonly #reachability = new Map<Scope, Reachability>();
  readonly #resolutions: NodeTable<Resolution>;
  readonly #conditions = new Map<NodeId, readonly Condition[]>();
  readonly #places: NodeTable<Place>;
  readonly #readsByBinding = new Map<string, Map<Binding, NodeId[]>>();
  readonly #changes = new Map<Binding, readonly Change[]>();
  readonly #classNames = new Map<NodeId, readonly ClassName[] | undefined>();
  #exits: Map<NodeId, { returns: NodeId[]; yields: NodeId[] }> | undefined;
  #selfStores: Map<NodeId, Map<string, NodeId[]>> | undefined;
  #attributeReads: Map<string, NodeId[]> | undefined;
  #establishments: Establishments | undefined;
  #exports: { readonly names: readonly string[]; readonly complete: boolean } | undefined;

  constructor(session: Session, budget: Budget, file: ModuleFile, path: string, tree: Tree) {
    this.session = session;
    this.#budget = budget;
    this.file = file;
    this.path = path;
    this.tree = tree;
    this.#values = new NodeTable(tree.nodeCount);
    this.#changedValues = new NodeTable(tree.nodeCount);
    this.#targetValues = new NodeTable(tree.nodeCount);
    this.#bindingValues = new NodeTable(tree.nodeCount);
    this.#resolutions = new NodeTable(tree.nodeCount);
    this.#places = new NodeTable(tree.nodeCount);
  }

  get name(): string {
    return this.file.name;
  }

  get scopes(): ScopeTable {
    this.#scopes ??= bind(this.tree);
    return this.#scopes;
  }

  // Names and values

  namesOf(expression: NodeId): NameSet {
    return namesIn(this.objectOf(expression));
  }

  valueOf(expression: NodeId): Value {
    const value = this.objectOf(expression);
    if (this.tree.kind(expression) !== Kind.Name || !value.facts.some(isChangeable)) return value;
    if (this.scopes.bindingAt(expression) !== undefined) return value;
    const resolution = this.resolve(expression);
    if (!isChanged(this, resolution)) return value;
    const answer = answerAt(this.#changedValues, expression);
    return (
      answer.settled ??
      this.#budget.run(answer, () => withChanges(this, expression, resolution, this.objectOf(expression)))
    );
  }

  objectOf(expression: NodeId): Value {
    const answer = answerAt(this.#values, expression);
    return answer.settled ?? this.#budget.run(answer, () => evaluate(this, expression));
  }

  valueOfBinding(binding: Binding): Value {
    const answer = answerAt(this.#bindingValues, binding.node);
    return answer.settled ?? this.#budget.run(answer, () => valueOfBinding(this, binding));
  }

  valueOfTarget(target: NodeId): Value {
    const answer = answerAt(this.#targetValues, target);
    return answer.settled ?? this.#budget.run(answer, () => valueOfTarget(this, target));
  }

  valueOfName(scope: Scope, name: string, at: NodeId): Value {
    return valueOfResolution(this, this.resolveLater(scope, name), name, at);
  }

  valueBefore(target: NodeId): Value {
    const name = this.tree.names.text(ast.Name.name(this.tree, target));
    const resolution = lookUpAt(this.#lookups, name, target);
    return withChanges(this, target, resolution, valueOfResolution(this, resolution, name, target));
  }

  valueOfItem(at: NodeId, value: Value, key: Value): Value {
    return subscript(this, at, value, key);
  }

  callValue(method: Place, receiver: Value): Value {
    return resultFor(this, method, receiver);
  }

  substituted(value: Value, call: NodeId, definition: Place): Value {
    return substitute(this, call, value, definition, undefined);
  }

  moduleByName(name: string, at: NodeId): Value {
    return moduleValue(this, name, this.place(at));
  }

  textConstant(text: string, at: NodeId): Value {
    return constant(text, this.place(at));
  }

  member(name: string): Value | undefined {
    const known = this.#members.get(name)?.settled;
    if (known !== undefined && known.facts.length > 0) return known;
    const scope = this.scopes.module;
    const bindings = scope.bindings.has(name) ? this.boundAtEnd(scope, name) : undefined;
    if (bindings !== undefined && bindings.length > 0) {
      const answer = answerIn(this.#members, name);
      return (
        answer.settled ?? this.#budget.run(answer, () => union(bindings.map((binding) => this.valueOfBinding(binding))))
      );
    }
    if (this.scopes.starsOf(scope).length === 0) return undefined;
    const value = this.#budget.run(
      answerIn(this.#members, name),
      () => starValue(this, name, this.tree.root)?.value ?? { facts: [], complete: false },
    );
    return value.facts.length === 0 ? undefined : value;
  }

  exports(): { readonly names: readonly string[]; readonly complete: boolean } {
    if (this.#exports !== undefined) return this.#exports;
    // While a circle of star imports is followed, this module hands out what it binds itself.
    this.#exports = { names: publicNames(this.scopes.module), complete: false };
    const listed = this.scopes.module.bindings.has('__all__') ? this.member('__all__') : undefined;
    const fact = listed?.facts.length === 1 ? listed.facts[0] : undefined;
    if (fact?.kind === 'sequence') {
      const names = fact.items.map((item) => singleConstant(item)?.value).filter((name) => typeof name === 'string');
      this.#exports = { names, complete: fact.complete && listed?.complete === true };
      return this.#exports;
    }
    const names = new Set(this.#exports.names);
    for (const statement of this.scopes.starsOf(this.scopes.module)) {
      for (const name of this.#exportsOfStar(statement)) if (!name.startsWith('_')) names.add(name);
    }
    this.#exports = { names: [...names], complete: listed === undefined };
    return this.#exports;
  }

  #exportsOfStar(statement: NodeId): readonly string[] {
    const { tree, session } = this;
    const dotted = tree.names.text(ast.ImportFrom.module(tree, statement));
    const level = ast.ImportFrom.level(tree, statement);
    let directory = this.file.directory;
    for (let up = 1; up < level; up++) directory = directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
    const found = level === 0 ? session.moduleNamed(dotted, this.file) : session.moduleBelow(directory, dotted);
    return found === undefined || found === this ? [] : found.exports().names;
  }

  // Bindings and scopes

  bindingsOf(name: NodeId): readonly Binding[] {
    const own = this.scopes.bindingAt(name);
    return own !== undefined ? [own] : this.resolve(name).bindings;
  }

  resolve(name: NodeId): Resolution {
    const known = this.#resolutions.get(name);
    if (known !== undefined) return known;
    const resolution = lookUpAt(this.#lookups, this.tree.names.text(ast.Name.name(this.tree, name)), name);
    this.#resolutions.set(name, resolution);
    return resolution;
  }

  resolveLater(scope: Scope, name: string): Resolution {
    return lookUpLater(this.#lookups, scope, name);
  }

  boundAtEnd(scope: Scope, name: string): readonly Binding[] | undefined {
    return this.#reachingOf(scope)?.atEnd(name)?.bindings;
  }

  get #lookups(): LookupSource {
    this.#lookupSource ??= {
      tree: this.tree,
      scopes: this.scopes,
      reachingOf: (scope) => this.#reachingOf(scope),
    };
    return this.#lookupSource;
  }

  #reachingOf(scope: Scope): Reaching | undefined {
    if (scope.kind === 'comprehension' || scope.kind === 'type-parameters') return undefined;
    let reaching = this.#reaching.get(scope);
    if (reaching === undefined) {
      reaching = new Reaching(this.tree, this.graphOf(scope), scope, this.scopes);
      this.#reaching.set(scope, reaching);
    }
    return reaching;
  }

  graphOf(scope: Scope): FlowGraph {
    let graph = this.#graphs.get(scope);
    if (graph === undefined) {
      graph = buildFlowGraph(this.tree, scope.node, (call) => this.#leaves(call));
      this.#graphs.set(scope, graph);
    }
    return graph;
  }

  #leaves(call: NodeId): boolean {
    return neverReturns(this.tree, this.scopes, this.session.library, call);
  }

  scopeOf(node: NodeId): Scope {
    return this.scopes.scopeOf(node);
  }

  functionOf(node: NodeId): NodeId {
    for (let scope: Scope | undefined = this.scopes.scopeOf(node); scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'function') return scope.node;
      if (scope.kind === 'class') return 0;
    }
    return 0;
  }

  readsOf(binding: Binding): readonly NodeId[] {
    let byBinding = this.#readsByBinding.get(binding.name);
    if (byBinding === undefined) {
      byBinding = new Map();
      for (const read of this.scopes.readsOf(binding.name)) {
        for (const each of this.resolve(read).bindings) {
          const list = byBinding.get(each);
          if (list === undefined) byBinding.set(each, [read]);
          else list.push(read);
        }
      }
      this.#readsByBinding.set(binding.name, byBinding);
    }
    return byBinding.get(binding) ?? [];
  }

  remember(binding: Binding, compute: () => readonly Change[]): readonly Change[] {
    const known = this.#changes.get(binding);
    if (known !== undefined) return known;
    const changes = compute();
    this.#changes.set(binding, changes);
    return changes;
  }

  isSameBinding(one: NodeId, other: NodeId): boolean {
    const bindings = this.bindingsOf(one);
    const others = this.bindingsOf(other);
    return bindings.length === 1 && others.length === 1 && bindings[0] === others[0];
  }

  // Definitions

  qualifiedName(definition: NodeId): string {
    const { tree } = this;
    const parts: string[] = [nameOfDefinition(tree, definition)];
    for (let scope: Scope | undefined = this.scopes.scopeOf(definition); scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'class' || scope.kind === 'function') parts.push(nameOfDefinition(tree, scope.node));
    }
    return [this.name, ...parts.reverse()].join('.');
  }

  classOf(definition: NodeId): ClassInfo {
    return this.session.classes.at(this.place(definition));
  }

  isClassMethod(definition: NodeId): boolean {
    return methodKindOf(this, definition) === 'class';
  }

  exitsOf(definition: NodeId): FunctionExits {
    if (this.#exits === undefined) this.#exits = this.#findExits();
    const own = this.#exits.get(definition) ?? { returns: [], yields: [] };
    const scope = this.scopes.scopeOpenedBy(definition);
    const graph = scope === undefined ? undefined : this.graphOf(scope);
    return { ...own, fallsThrough: graph?.fallsThrough ?? true };
  }

  #findExits(): Map<NodeId, { returns: NodeId[]; yields: NodeId[] }> {
    const { tree } = this;
    const exits = new Map<NodeId, { returns: NodeId[]; yields: NodeId[] }>();
    for (let node = 1; node < tree.nodeCount; node++) {
      const kind = tree.kind(node);
      if (kind !== Kind.Return && kind !== Kind.Yield && kind !== Kind.YieldFrom) continue;
      if (tree.parent(node) === 0) continue;
      const definition = this.functionOf(node);
      let own = exits.get(definition);
      if (own === undefined) exits.set(definition, (own = { returns: [], yields: [] }));
      (kind === Kind.Return ? own.returns : own.yields).push(node);
    }
    return exits;
  }

  selfStoresOf(classDefinition: NodeId, attribute: string): readonly NodeId[] {
    this.#selfStores ??= this.#findSelfStores();
    return this.#selfStores.get(classDefinition)?.get(attribute) ?? [];
  }

  valueOfStored(classDefinition: NodeId, attribute: string): Value | undefined {
    const info = this.session.classes.at(this.place(classDefinition));
    if (!isStored(this.session, info, attribute)) return undefined;
    let byName = this.#stored.get(classDefinition);
    if (byName === undefined) this.#stored.set(classDefinition, (byName = new Map()));
    const answer = answerIn(byName, attribute);
    return answer.settled ?? this.#budget.run(answer, () => storedValue(this.session, info, attribute));
  }

  #findSelfStores(): Map<NodeId, Map<string, NodeId[]>> {
    const { tree } = this;
    const stores = new Map<NodeId, Map<string, NodeId[]>>();
    for (let node = 1; node < tree.nodeCount; node++) {
      if (tree.kind(node) !== Kind.Attribute || tree.context(node) !== Context.store || tree.parent(node) === 0)
        continue;
      const owner = this.classOfReceiver(ast.Attribute.value(tree, node));
      if (owner === 0) continue;
      let byName = stores.get(owner);
      if (byName === undefined) stores.set(owner, (byName = new Map()));
      const name = tree.names.text(ast.Attribute.name(tree, node));
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [node]);
      else list.push(node);
    }
    return stores;
  }

  classOfReceiver(name: NodeId): NodeId {
    const { tree } = this;
    if (tree.kind(name) !== Kind.Name) return 0;
    const text = tree.names.text(ast.Name.name(tree, name));
    // The name is not resolved: rebinding `self` is not worth a flow question for each attribute of a file.
    for (let scope: Scope | undefined = this.scopes.scopeOf(name); scope !== undefined; scope = scope.parent) {
      const own = scope.bindings.get(text);
      if (own === undefined || scope.kind === 'class') continue;
      const parameter = own.length === 1 ? own[0] : undefined;
      if (parameter?.kind !== 'parameter' || scope.kind !== 'function') return 0;
      const kind = methodKindOf(this, scope.node);
      const parameters = tree.kind(scope.node) === Kind.FunctionDef ? ast.FunctionDef.parameters(tree, scope.node) : 0;
      const isFirst = parameters !== 0 && ast.Arguments.parameters(tree, parameters) === parameter.node;
      if (!isFirst || kind === undefined || kind === 'static') return 0;
      let around = scope.parent;
      while (around?.kind === 'type-parameters') around = around.parent;
      return around?.kind === 'class' ? around.node : 0;
    }
    return 0;
  }

  attributeReads(name: string): readonly NodeId[] {
    if (this.#attributeReads === undefined) {
      const { tree } = this;
      const reads = new Map<string, NodeId[]>();
      for (let node = 1; node < tree.nodeCount; node++) {
        if (tree.kind(node) !== Kind.Attribute || tree.context(node) !== Context.load || tree.parent(node) === 0)
          continue;
        const attribute = tree.names.text(ast.Attribute.name(tree, node));
        const list = reads.get(attribute);
        if (list === undefined) reads.set(attribute, [node]);
        else list.push(node);
      }
      this.#attributeReads = reads;
    }
    return this.#attributeReads.get(name) ?? [];
  }

  classesOfAnnotation(annotation: NodeId): readonly ClassName[] | undefined {
    if (this.#classNames.has(annotation)) return this.#classNames.get(annotation);
    // An annotation that leads back to itself says nothing.
    this.#classNames.set(annotation, undefined);
    const classes = classesOfAnnotation(this, annotation);
    this.#classNames.set(annotation, classes);
    return classes;
  }

  // Flow

  wasRun(): boolean {
    return false;
  }

  conditionsAt(node: NodeId): readonly Condition[] {
    const known = this.#conditions.get(node);
    if (known !== undefined) return known;
    this.#establishments ??= new Establishments(this.tree, (call) => this.#leaves(call));
    const conditions = conditionsAt(this, node, this.#establishments);
    this.#conditions.set(node, conditions);
    return conditions;
  }

  isSameValue(one: NodeId, other: NodeId): boolean {
    return isSameValue(this, one, other);
  }

  usesOf(expression: NodeId): readonly Use[] {
    return usesOf(this, expression);
  }

  isReachable(node: NodeId): boolean {
    for (let at: Scope | undefined = this.scopes.scopeOf(node); at !== undefined; at = at.parent) {
      if (at.kind === 'comprehension' || at.kind === 'type-parameters') continue;
      let reachability = this.#reachability.get(at);
      if (reachability === undefined) {
        reachability = new Reachability(this, this.graphOf(at));
        this.#reachability.set(at, reachability);
      }
      if (!reachability.reaches(at.node === node ? 0 : node)) return false;
    }
    return true;
  }

  place(node: NodeId): Place {
    let place = this.#places.get(node);
    if (place === undefined) {
      place = { module: this, node };
      this.#places.set(node, place);
    }
    return place;
  }
}

function answerAt(answers: NodeTable<Answer>, node: NodeId): Answer {
  let answer = answers.get(node);
  if (answer === undefined) answers.set(node, (answer = new Answer()));
  return answer;
}

function answerIn<K>(answers: Map<K, Answer>, key: K): Answer {
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = new Answer()));
  return answer;
}

function publicNames(scope: Scope): string[] {
  return [...scope.bindings.keys()].filter((name) => !name.startsWith('_'));
}

function nameOfDefinition(tree: Tree, node: NodeId): string {
  switch (tree.kind(node)) {
    case Kind.FunctionDef:
      return tree.names.text(ast.FunctionDef.name(tree, node));
    case Kind.ClassDef:
      return tree.names.text(ast.ClassDef.name(tree, node));
    default:
      return '<lambda>';
  }
}

/** The names among the facts of a value. */
export function namesIn(value: Value): NameSet {
  const only = value.facts.length === 1 ? value.facts[0] : undefined;
  if (only?.kind === 'reference') return { names: [only.name], complete: value.complete };
  const names = new Set<string>();
  let complete = value.complete;
  for (const fact of value.facts) {
    switch (fact.kind) {
      case 'reference':
        names.add(fact.name);
        break;
      case 'computed':
        // `?` is no name
        if (fact.by.startsWith('?')) complete = false;
        else names.add(fact.by);
        break;
      case 'instance':
        if (fact.by !== undefined) names.add(fact.by);
        else if (fact.call !== undefined) names.add(`${fact.className}()`);
        else complete = false;
        break;
      case 'constant':
        break;
      default:
        complete = false;
    }
  }
  return { names: [...names].sort(), complete: complete && names.size > 0 };
}
