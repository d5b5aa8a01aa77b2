// What the parts of this layer know of each other: a module with its scopes and graphs, and the session that holds all
// modules, the library and the budgets. Only types: the parts call back into evaluation through these interfaces, so
// that their files do not import each other in circles.

import type { Library } from '../../models/index.ts';
import type { NodeId } from '../syntax/index.ts';
import type { Change } from './changes.ts';
import type { ClassTable } from './classes.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Binding, ModuleSemantics, Project, Scope } from './module-semantics.ts';
import type { Place, Value } from './value.ts';

export interface ProjectOptions {
  /** Pythons that the project runs on, oldest and newest; version checks fold when it is given. */
  readonly python?: { readonly minimum: readonly [number, number]; readonly maximum: readonly [number, number] };
}

/** A file of the project as imports see it. */
export interface ModuleFile {
  readonly path: string;
  /** dotted name */
  readonly name: string;
  /** the directory that holds it, without a trailing slash */
  readonly directory: string;
  /** `__init__.py` */
  readonly isPackage: boolean;
}

/** What a name means where it stands. */
export interface Resolution {
  readonly bindings: readonly Binding[];
  /** the name may still be unbound in its scope there, so that an outer scope or the builtins answer */
  readonly mayBeUnbound: boolean;
  /** scope that the bindings belong to; undefined when no scope binds the name */
  readonly scope: Scope | undefined;
}

/** Results of the binder for one tree. */
export interface ScopeTable {
  readonly module: Scope;
  /** The innermost scope that a node is evaluated in. */
  scopeOf(node: NodeId): Scope;
  /** The scope that a Module, ClassDef, FunctionDef, Lambda or comprehension opens. */
  scopeOpenedBy(node: NodeId): Scope | undefined;
  /** Where a binding is written: differs from its scope for `global`, `nonlocal` and walrus targets. */
  homeOf(binding: Binding): Scope;
  /** `global x` or `nonlocal x` in this very scope. */
  declarationOf(scope: Scope, name: string): 'global' | 'nonlocal' | undefined;
  /** ImportFrom nodes with `*`, by scope */
  starsOf(scope: Scope): readonly NodeId[];
  /** The binding that a node makes (target Name, Alias, FunctionDef …). */
  bindingAt(node: NodeId): Binding | undefined;
  /** Name nodes that read this name, anywhere in the file, in source order. */
  readsOf(name: string): readonly NodeId[];
  /** Attribute nodes that are assigned to, with this attribute name. */
  attributeStoresOf(name: string): readonly NodeId[];
  /** The node is assigned to or deleted. */
  isStore(node: NodeId): boolean;
}

/** A class as an annotation names it. */
export interface ClassName {
  readonly name: string;
  readonly definition?: Place;
}

export interface FunctionExits {
  /** Return nodes */
  readonly returns: readonly NodeId[];
  /** Yield and YieldFrom nodes */
  readonly yields: readonly NodeId[];
  /** the end of the body can be reached */
  readonly fallsThrough: boolean;
}

export interface Module extends ModuleSemantics {
  readonly session: Session;
  readonly file: ModuleFile;
  readonly scopes: ScopeTable;
  graphOf(scope: Scope): FlowGraph;
  resolve(name: NodeId): Resolution;
  /** What a name means to code that runs at another time than the scope's own: all its bindings. */
  resolveLater(scope: Scope, name: string): Resolution;
  /** Bindings of a scope that are there when its code has run; undefined when that is never. */
  boundAtEnd(scope: Scope, name: string): readonly Binding[] | undefined;
  valueOfBinding(binding: Binding): Value;
  /**
   * What an expression is, without what has happened to the list, set or dict that it stands for: as good as its value
   * to anybody who asks for its class, its names or its methods.
   */
  objectOf(expression: NodeId): Value;
  /** Value of an assignment target: a Name, an Attribute, an item of a tuple. */
  valueOfTarget(target: NodeId): Value;
  /** Value that a name had before an assignment to it: the left side of `x += 1`. */
  valueBefore(target: NodeId): Value;
  /** `value[key]` as read at a node. */
  valueOfItem(at: NodeId, value: Value, key: Value): Value;
  /** What a function of this module gives when an object is its `self` and nothing is known of other arguments. */
  callValue(method: Place, receiver: Value): Value;
  /** A value in terms of a function's parameters, as a call in this module sees it. */
  substituted(value: Value, call: NodeId, definition: Place): Value;
  /** The module that a name stands for at run time: `importlib.import_module(name)`. */
  moduleByName(name: string, at: NodeId): Value;
  isClassMethod(definition: NodeId): boolean;
  /** Whether two names mean the same single binding. */
  isSameBinding(one: NodeId, other: NodeId): boolean;
  /** What the methods of a class assign to an attribute of `self`; undefined when none does. */
  valueOfStored(classDefinition: NodeId, attribute: string): Value | undefined;
  /** The ClassDef whose instance or class a name is because it is `self` or `cls`; 0 otherwise. */
  classOfReceiver(name: NodeId): NodeId;
  /** Attribute nodes that read this attribute name, in source order. */
  attributeReads(name: string): readonly NodeId[];
  textConstant(text: string, at: NodeId): Value;
  /** What the file does to the object of a binding; computed once. */
  remember(binding: Binding, compute: () => readonly Change[]): readonly Change[];
  /** The Name nodes that read what a binding binds, in source order. */
  readsOf(binding: Binding): readonly NodeId[];
  /** `return` and `yield` expressions of a function, its own ones only. */
  exitsOf(definition: NodeId): FunctionExits;
  /** Names that an annotation gives as classes; undefined when it says nothing of use. */
  classesOfAnnotation(annotation: NodeId): readonly ClassName[] | undefined;
  /** Value of a name as code elsewhere sees it, through enclosing scopes, star imports and builtins. */
  valueOfName(scope: Scope, name: string, at: NodeId): Value;
  /** What `module.name` gives to an importer; undefined when the module does not bind it. */
  member(name: string): Value | undefined;
  /** Names that `from module import *` hands out; undefined when `__all__` cannot be told. */
  exports(): { readonly names: readonly string[]; readonly complete: boolean };
  /** Dotted name of a definition: `app.views.Form.clean`. */
  qualifiedName(definition: NodeId): string;
  /** `self.name = …` in the methods of a class: the Attribute nodes. */
  selfStoresOf(classDefinition: NodeId, attribute: string): readonly NodeId[];
  place(node: NodeId): Place;
}

export interface Session extends Project {
  readonly modules: readonly Module[];
  readonly library: Library;
  readonly options: ProjectOptions;
  moduleAt(path: string): Module | undefined;
  /** Whether some file of the project has this dotted name. */
  hasModule(name: string): boolean;
  /** The module that an absolute import of `name` finds from a file. */
  moduleNamed(name: string, from: ModuleFile): Module | undefined;
  /** The module at a path below a directory, for relative imports. */
  moduleBelow(directory: string, dotted: string): Module | undefined;
  readonly classes: ClassTable;
  /** the module semantics of a place, with what this layer adds */
  moduleOf(place: Place): Module;
}
