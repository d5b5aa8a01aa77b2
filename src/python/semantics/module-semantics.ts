// The questions that layers above may ask about one module. Answers are computed on demand and cached; none of them
// throws on strange code, and all of them terminate: chains of aliases, classes and modules are bounded.

import type { NodeId, Tree } from '../syntax/index.ts';
import type { Place, Value } from './value.ts';

/** Names that an expression can stand for. */
export interface NameSet {
  /** canonical dotted names, sorted; see `ReferenceFact` and `ComputedFact` for their notation */
  readonly names: readonly string[];
  /** true: the expression is one of `names` (constants, which have no name, left aside) */
  readonly complete: boolean;
}

export type BindingKind =
  | 'import'
  | 'assignment'
  | 'augmented'
  | 'function'
  | 'class'
  | 'parameter'
  | 'loop'
  | 'with'
  | 'exception'
  | 'pattern'
  | 'walrus'
  | 'comprehension'
  | 'delete'
  | 'type-parameter'
  | 'declaration';

/** One place that gives a name a meaning. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** the node that binds: target Name, Alias, FunctionDef, ClassDef, Parameter, ExceptHandler … */
  readonly node: NodeId;
  /** the expression that is bound, when there is one (the right-hand side, the iterable, the context manager) */
  readonly value: NodeId;
}

export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension' | 'type-parameters';
  /** Module, ClassDef, FunctionDef, Lambda or the comprehension */
  readonly node: NodeId;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
}

/** A condition that is known to have held on every way to a node. */
export interface Condition {
  readonly test: NodeId;
  /** what the test gave */
  readonly outcome: boolean;
}

/** What the code does with an object that it holds, inside the scope that made it. In source order. */
export type Use =
  | {
      readonly kind: 'store';
      readonly attribute: string;
      readonly node: NodeId;
      readonly value: NodeId;
      readonly operator?: string;
    }
  | { readonly kind: 'call'; readonly method: string; readonly node: NodeId }
  | { readonly kind: 'argument'; readonly call: NodeId; readonly argument: NodeId }
  | {
      readonly kind: 'escape';
      readonly how: 'return' | 'yield' | 'attribute' | 'container' | 'closure' | 'global';
      readonly node: NodeId;
    };

/** A class of the project or of a library. */
export interface ClassInfo {
  /** canonical name */
  readonly name: string;
  readonly definition: Place | undefined;
  /** canonical names in method resolution order, the class itself first; unknown bases are left out */
  readonly ancestors: readonly string[];
  /** false when a base could not be resolved */
  readonly complete: boolean;
  /** method or attribute defined in the class body or inherited from a class of the project */
  member(name: string): Place | undefined;
}

export interface ModuleSemantics {
  readonly tree: Tree;
  /** path as the user gave it */
  readonly path: string;
  /** dotted module name within the project: `app.views` */
  readonly name: string;

  /** What an expression can stand for: `os.system` for `run` after `from os import system as run`. */
  namesOf(expression: NodeId): NameSet;
  /** What is known about an expression's value where it stands. */
  valueOf(expression: NodeId): Value;
  /** The bindings that reach a Name where it stands: flow-sensitive inside its scope. */
  bindingsOf(name: NodeId): readonly Binding[];
  /** The innermost scope that a node is evaluated in. */
  scopeOf(node: NodeId): Scope;
  /** The FunctionDef or Lambda around a node; 0 at module or class level. */
  functionOf(node: NodeId): NodeId;
  /** What a ClassDef inherits and defines. */
  classOf(definition: NodeId): ClassInfo;
  /** The conditions that dominate a node inside its function, nearest first. */
  conditionsAt(node: NodeId): readonly Condition[];
  /** The values of this expression are those that a run of the code has seen, tests that it passed included. */
  wasRun(node: NodeId): boolean;
  /** True when two expressions certainly hold the same value: same binding, not changed in between. */
  isSameValue(one: NodeId, other: NodeId): boolean;
  /** What happens, in the same scope, to the object that an expression (usually a Call) makes. */
  usesOf(expression: NodeId): readonly Use[];
  /** Whether code at this node can run at all under the conditions that fold (`if False:`, `TYPE_CHECKING`). */
  isReachable(node: NodeId): boolean;
}

/** All modules that are analysed together. */
export interface Project {
  readonly modules: readonly ModuleSemantics[];
  moduleAt(path: string): ModuleSemantics | undefined;
  /** A class by its canonical name: the project's, or a library's as the models describe it. */
  classNamed(name: string): ClassInfo | undefined;
  /** Whether `name` is `ancestor` or inherits from it; undefined when an unknown base leaves it open. */
  isSubclass(name: string, ancestor: string): boolean | undefined;
}
