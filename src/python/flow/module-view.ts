// A module as it looks while one of its functions runs: expressions have the values that this run gave them. The algebra
// of the semantics layer asks a module for the values of nodes; through this view it gets those of the run.

import type {
  Binding,
  ClassInfo,
  Condition,
  Module,
  NameSet,
  Place,
  Scope,
  SemanticSession,
  Use,
  Value,
} from '../semantics/index.ts';
import type { NodeId, Tree } from '../syntax/index.ts';

export class ModuleView implements Module {
  readonly session: SemanticSession;
  readonly file: Module['file'];
  readonly tree: Tree;
  readonly path: string;
  readonly name: string;
  readonly #base: Module;
  readonly #valueIn: (node: NodeId) => Value | undefined;

  constructor(base: Module, valueIn: (node: NodeId) => Value | undefined) {
    this.#base = base;
    this.#valueIn = valueIn;
    this.session = base.session;
    this.file = base.file;
    this.tree = base.tree;
    this.path = base.path;
    this.name = base.name;
  }

  valueOf(node: NodeId): Value {
    return this.#valueIn(node) ?? this.#base.valueOf(node);
  }
  objectOf(node: NodeId): Value {
    return this.valueOf(node);
  }

  get scopes(): Module['scopes'] {
    return this.#base.scopes;
  }
  place(node: NodeId): Place {
    return this.#base.place(node);
  }
  namesOf(node: NodeId): NameSet {
    return this.#base.namesOf(node);
  }
  bindingsOf(name: NodeId): readonly Binding[] {
    return this.#base.bindingsOf(name);
  }
  scopeOf(node: NodeId): Scope {
    return this.#base.scopeOf(node);
  }
  functionOf(node: NodeId): NodeId {
    return this.#base.functionOf(node);
  }
  classOf(definition: NodeId): ClassInfo {
    return this.#base.classOf(definition);
  }
  wasRun(node: NodeId): boolean {
    return this.#valueIn(node) !== undefined;
  }
  conditionsAt(node: NodeId): readonly Condition[] {
    return this.#base.conditionsAt(node);
  }
  isSameValue(one: NodeId, other: NodeId): boolean {
    return this.#base.isSameValue(one, other);
  }
  usesOf(expression: NodeId): readonly Use[] {
    return this.#base.usesOf(expression);
  }
  isReachable(node: NodeId): boolean {
    return this.#base.isReachable(node);
  }
  graphOf(scope: Scope): ReturnType<Module['graphOf']> {
    return this.#base.graphOf(scope);
  }
  resolve(name: NodeId): ReturnType<Module['resolve']> {
    return this.#base.resolve(name);
  }
  resolveLater(scope: Scope, name: string): ReturnType<Module['resolveLater']> {
    return this.#base.resolveLater(scope, name);
  }
  boundAtEnd(scope: Scope, name: string): readonly Binding[] | undefined {
    return this.#base.boundAtEnd(scope, name);
  }
  valueOfBinding(binding: Binding): Value {
    return this.#base.valueOfBinding(binding);
  }
  valueOfTarget(target: NodeId): Value {
    return this.#base.valueOfTarget(target);
  }
  valueBefore(target: NodeId): Value {
    return this.#base.valueBefore(target);
  }
  valueOfItem(at: NodeId, value: Value, key: Value): Value {
    return this.#base.valueOfItem(at, value, key);
  }
  callValue(method: Place, receiver: Value): Value {
    return this.#base.callValue(method, receiver);
  }
  substituted(value: Value, call: NodeId, definition: Place): Value {
    return this.#base.substituted(value, call, definition);
  }
  moduleByName(name: string, at: NodeId): Value {
    return this.#base.moduleByName(name, at);
  }
  isClassMethod(definition: NodeId): boolean {
    return this.#base.isClassMethod(definition);
  }
  isSameBinding(one: NodeId, other: NodeId): boolean {
    return this.#base.isSameBinding(one, other);
  }
  valueOfStored(classDefinition: NodeId, attribute: string): Value | undefined {
    return this.#base.valueOfStored(classDefinition, attribute);
  }
  classOfReceiver(name: NodeId): NodeId {
    return this.#base.classOfReceiver(name);
  }
  attributeReads(name: string): readonly NodeId[] {
    return this.#base.attributeReads(name);
  }
  textConstant(text: string, at: NodeId): Value {
    return this.#base.textConstant(text, at);
  }
  remember(...given: Parameters<Module['remember']>): ReturnType<Module['remember']> {
    return this.#base.remember(...given);
  }
  readsOf(binding: Binding): readonly NodeId[] {
    return this.#base.readsOf(binding);
  }
  exitsOf(definition: NodeId): ReturnType<Module['exitsOf']> {
    return this.#base.exitsOf(definition);
  }
  classesOfAnnotation(annotation: NodeId): ReturnType<Module['classesOfAnnotation']> {
    return this.#base.classesOfAnnotation(annotation);
  }
  valueOfName(scope: Scope, name: string, at: NodeId): Value {
    return this.#base.valueOfName(scope, name, at);
  }
  member(name: string): Value | undefined {
    return this.#base.member(name);
  }
  exports(): ReturnType<Module['exports']> {
    return this.#base.exports();
  }
  qualifiedName(definition: NodeId): string {
    return this.#base.qualifiedName(definition);
  }
  selfStoresOf(classDefinition: NodeId, attribute: string): readonly NodeId[] {
    return this.#base.selfStoresOf(classDefinition, attribute);
  }
}
