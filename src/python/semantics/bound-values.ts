// What bindings and assignment targets hold: right-hand sides taken apart along the target, items of what loops run
// over, what context managers enter with, parameters.

import { ast, Kind, type NodeId, ParameterRole, type Tree } from '../syntax/index.ts';
import { attributeOf, decoratorNames } from './attributes.ts';
import { isUnpacking } from './binder.ts';
import { enteredValue } from './entering.ts';
import { valueOfImport } from './imports.ts';
import { elementOf, itemOf, restOf } from './items.ts';
import type { Binding } from './module-semantics.ts';
import { evaluateBinary } from './operators.ts';
import type { Module } from './session.ts';
import type { ParameterFact, Value } from './value.ts';
import { incomplete, only, reference, saysNothing, union, unknown } from './values.ts';

export function valueOfBinding(module: Module, binding: Binding): Value {
  const { tree } = module;
  switch (binding.kind) {
    case 'import':
      return valueOfImport(module, binding);
    case 'function':
    case 'class':
      return reference(module.qualifiedName(binding.node), module.place(binding.node), module.place(binding.node));
    case 'parameter':
      return valueOfParameter(module, binding);
    case 'exception':
      return valueOfException(module, binding);
    case 'pattern':
      return valueOfPattern(module, binding.node);
    case 'type-parameter':
      return unknown('a type parameter');
    case 'delete':
      return unknown(`${binding.name} is deleted`);
    case 'declaration':
      return valueOfDeclaration(module, binding);
    default:
      return tree.kind(binding.node) === Kind.Name ? module.valueOfTarget(binding.node) : unknown('an unusual target');
  }
}

/** `x: T` without a value */
function valueOfDeclaration(module: Module, binding: Binding): Value {
  const { tree } = module;
  const statement = tree.parent(binding.node);
  const annotation = tree.kind(statement) === Kind.AnnAssign ? ast.AnnAssign.annotation(tree, statement) : 0;
  return instancesOf(module, annotation, binding.node) ?? unknown(`${binding.name} is declared, not assigned`);
}

/** The value that an assignment puts into a target: a Name, an Attribute, or a part of a tuple of them. */
export function valueOfTarget(module: Module, target: NodeId): Value {
  const { tree } = module;
  const steps: { readonly parent: NodeId; readonly child: NodeId }[] = [];
  let holder = tree.parent(target);
  for (let child = target; isUnpacking(tree.kind(holder)); holder = tree.parent(holder)) {
    steps.push({ parent: holder, child });
    child = holder;
  }
  let value = valueOfHolder(module, holder, target);
  // a, (b, *c) = …   from the outermost tuple inwards
  for (const step of steps.reverse()) value = unpack(module, step.parent, step.child, value);
  return value;
}

function unpack(module: Module, parent: NodeId, child: NodeId, value: Value): Value {
  const { tree } = module;
  if (tree.kind(parent) === Kind.Starred) return value;
  const elements = tree.list(
    tree.kind(parent) === Kind.Tuple ? ast.Tuple.elements(tree, parent) : ast.List.elements(tree, parent),
  );
  const index = elements.indexOf(child);
  const star = elements.findIndex((element) => tree.kind(element) === Kind.Starred);
  if (star >= 0 && index === star) return restOf(module, child, value, index, elements.length - index - 1);
  return itemOf(module, child, value, star >= 0 && index > star ? index - elements.length : index);
}

function valueOfHolder(module: Module, holder: NodeId, target: NodeId): Value {
  const { tree } = module;
  switch (tree.kind(holder)) {
    case Kind.Assign:
      return module.valueOf(ast.Assign.value(tree, holder));
    case Kind.AnnAssign:
      return valueOfAnnotated(module, holder);
    case Kind.NamedExpr:
      return module.valueOf(ast.NamedExpr.value(tree, holder));
    case Kind.TypeAlias:
      return module.valueOf(ast.TypeAlias.value(tree, holder));
    case Kind.AugAssign:
      return valueOfAugmented(module, holder, target);
    case Kind.For:
      return elementOf(module, target, module.valueOf(ast.For.iterable(tree, holder)));
    case Kind.Comprehension:
      return elementOf(module, target, module.valueOf(ast.Comprehension.iterable(tree, holder)));
    case Kind.WithItem:
      return enteredValue(module, ast.WithItem.context(tree, holder));
    default:
      return unknown('nothing is known about what is assigned');
  }
}

function valueOfAnnotated(module: Module, statement: NodeId): Value {
  const { tree } = module;
  const expression = ast.AnnAssign.value(tree, statement);
  const given = expression === 0 ? unknown('it is declared, not assigned') : module.valueOf(expression);
  if (!saysNothing(given)) return given;
  // session: Session = make()   the annotation says what make() does not
  const declared = instancesOf(module, ast.AnnAssign.annotation(tree, statement), statement);
  return declared === undefined || !saysNothing(given) ? given : declared;
}

/** Objects of the classes that an annotation names. */
export function instancesOf(module: Module, annotation: NodeId, at: NodeId): Value | undefined {
  if (annotation === 0) return undefined;
  const classes = module.classesOfAnnotation(annotation);
  if (classes === undefined || classes.length === 0) return undefined;
  return union(
    classes.map(({ name, definition }) =>
      only(
        definition === undefined
          ? { kind: 'instance', className: name, at: module.place(at) }
          : { kind: 'instance', className: name, definition, at: module.place(at) },
      ),
    ),
  );
}

function valueOfAugmented(module: Module, statement: NodeId, target: NodeId): Value {
  const { tree } = module;
  const right = module.valueOf(ast.AugAssign.value(tree, statement));
  const left = tree.kind(target) === Kind.Name ? module.valueBefore(target) : unknown('the value before is not known');
  return evaluateBinary(module, statement, tree.operator(statement), left, right);
}

function valueOfParameter(module: Module, binding: Binding): Value {
  const { tree } = module;
  const node = binding.node;
  const owner = tree.parent(tree.parent(node));
  const receiver = receiverOf(module, owner, node);
  if (receiver !== undefined) return receiver;
  const role = ast.Parameter.role(tree, node);
  const isMany = role === ParameterRole.variadic || role === ParameterRole.keywordVariadic;
  const annotation = isMany ? 0 : ast.Parameter.annotation(tree, node);
  const classes = annotation === 0 ? undefined : module.classesOfAnnotation(annotation);
  const place = module.place(node);
  const fact: ParameterFact =
    classes?.length === 1 && classes[0] !== undefined
      ? { kind: 'parameter', name: binding.name, annotation: classes[0].name, at: place }
      : { kind: 'parameter', name: binding.name, at: place };
  if (binding.value === 0) return only(fact);
  return union([only(fact), module.valueOf(binding.value)]);
}

/** `self` and `cls`: the first parameter of a method. */
function receiverOf(module: Module, owner: NodeId, parameter: NodeId): Value | undefined {
  const { tree } = module;
  const kind = methodKindOf(module, owner);
  if (kind === undefined || kind === 'static') return undefined;
  if (ast.Arguments.parameters(tree, ast.FunctionDef.parameters(tree, owner)) !== parameter) return undefined;
  const role = ast.Parameter.role(tree, parameter);
  if (role === ParameterRole.variadic || role === ParameterRole.keywordOnly || role === ParameterRole.keywordVariadic)
    return undefined;
  const definition = module.place(enclosingClass(module, owner));
  const name = module.qualifiedName(definition.node);
  const at = module.place(parameter);
  if (kind === 'class') return reference(name, at, definition);
  return only({ kind: 'instance', className: name, definition, at });
}

const implicitClassMethods = new Set(['__new__', '__init_subclass__', '__class_getitem__']);

/** How a function is bound to the class whose body it stands in; undefined for other functions. */
export function methodKindOf(module: Module, owner: NodeId): 'instance' | 'class' | 'static' | undefined {
  const { tree } = module;
  if (tree.kind(owner) !== Kind.FunctionDef || enclosingClass(module, owner) === 0) return undefined;
  const decorators = decoratorNames(module, owner).map((name) => name.slice(name.lastIndexOf('.') + 1));
  if (decorators.includes('staticmethod')) return 'static';
  if (decorators.includes('classmethod')) return 'class';
  return implicitClassMethods.has(tree.names.text(ast.FunctionDef.name(tree, owner))) ? 'class' : 'instance';
}

/** The class whose body a definition stands in; 0 when there is none. */
export function enclosingClass(module: Module, definition: NodeId): NodeId {
  let scope = module.scopes.scopeOf(definition);
  while (scope.kind === 'type-parameters' && scope.parent !== undefined) scope = scope.parent;
  return scope.kind === 'class' ? scope.node : 0;
}

function valueOfException(module: Module, binding: Binding): Value {
  if (binding.value === 0) return unknown('any exception');
  const { tree } = module;
  const types =
    tree.kind(binding.value) === Kind.Tuple ? tree.list(ast.Tuple.elements(tree, binding.value)) : [binding.value];
  const at = module.place(binding.node);
  const facts: Value[] = [];
  for (const type of types) {
    for (const fact of module.valueOf(type).facts) {
      if (fact.kind !== 'reference') continue;
      facts.push(
        only(
          fact.definition === undefined
            ? { kind: 'instance', className: fact.name, at }
            : { kind: 'instance', className: fact.name, definition: fact.definition, at },
        ),
      );
    }
  }
  return facts.length === 0 ? unknown('an exception of an unknown class') : union(facts);
}

/** What a capture pattern binds: the subject, or what its place in the pattern takes out of it. */
function valueOfPattern(module: Module, pattern: NodeId): Value {
  const { tree } = module;
  const path: NodeId[] = [];
  let holder = pattern;
  while (holder !== 0 && tree.kind(holder) !== Kind.MatchCase) {
    path.push(holder);
    holder = tree.parent(holder);
  }
  if (holder === 0) return unknown('a pattern outside of match');
  let value = module.valueOf(ast.Match.subject(tree, tree.parent(holder)));
  for (let index = path.length - 1; index >= 0; index--) {
    const outer = path[index] as NodeId;
    const inner = path[index - 1] ?? 0;
    value = matched(module, outer, inner, value);
  }
  return value;
}

function matched(module: Module, pattern: NodeId, inner: NodeId, subject: Value): Value {
  const { tree } = module;
  switch (tree.kind(pattern)) {
    case Kind.MatchAs: {
      const own = ast.MatchAs.pattern(tree, pattern);
      // case str() as name   and   case "a" | "b" as name
      return inner === 0 && own !== 0 ? narrowed(module, own, subject) : subject;
    }
    case Kind.MatchSequence: {
      const patterns = tree.list(ast.MatchSequence.patterns(tree, pattern));
      const star = patterns.findIndex((each) => tree.kind(each) === Kind.MatchStar);
      const index = patterns.indexOf(inner);
      if (index === star) return restOf(module, inner, subject, index, patterns.length - index - 1);
      return itemOf(module, inner, subject, star >= 0 && index > star ? index - patterns.length : index);
    }
    case Kind.MatchEntry:
      return itemAt(module, pattern, subject);
    case Kind.MatchKeyword:
      return attributeOf(module, pattern, subject, tree.names.text(ast.MatchKeyword.name(tree, pattern)));
    case Kind.MatchClass:
      return inner !== 0 && tree.kind(inner) === Kind.MatchKeyword
        ? instanceOfPattern(module, pattern)
        : unknown('a part of an object');
    case Kind.MatchMapping:
      return inner === 0 ? unknown('the rest of a mapping') : subject;
    default:
      return subject;
  }
}

function itemAt(module: Module, entry: NodeId, subject: Value): Value {
  const key = module.valueOf(ast.MatchEntry.key(module.tree, entry));
  return module.valueOfItem(entry, subject, key);
}

/** What a subject is when a pattern has matched it. */
function narrowed(module: Module, pattern: NodeId, subject: Value): Value {
  const { tree } = module;
  switch (tree.kind(pattern)) {
    case Kind.MatchValue:
      return module.valueOf(ast.MatchValue.value(tree, pattern));
    case Kind.MatchSingleton:
      return module.valueOf(ast.MatchSingleton.value(tree, pattern));
    case Kind.MatchOr:
      return union(tree.list(ast.MatchOr.patterns(tree, pattern)).map((each) => narrowed(module, each, subject)));
    case Kind.MatchClass:
      return subject.facts.length > 0 ? subject : instanceOfPattern(module, pattern);
    default:
      return subject;
  }
}

function instanceOfPattern(module: Module, pattern: NodeId): Value {
  const facts: Value[] = [];
  for (const fact of module.valueOf(ast.MatchClass.class(module.tree, pattern)).facts) {
    if (fact.kind !== 'reference') continue;
    const at = module.place(pattern);
    facts.push(
      only(
        fact.definition === undefined
          ? { kind: 'instance', className: fact.name, at }
          : { kind: 'instance', className: fact.name, definition: fact.definition, at },
      ),
    );
  }
  return facts.length === 0
    ? unknown('an object of an unknown class')
    : incomplete(union(facts), 'a subclass is possible');
}

/** The parameters of a function or lambda, in order. */
export function parametersOf(tree: Tree, definition: NodeId): NodeId[] {
  const list =
    tree.kind(definition) === Kind.Lambda
      ? ast.Lambda.parameters(tree, definition)
      : ast.FunctionDef.parameters(tree, definition);
  return list === 0 ? [] : tree.list(ast.Arguments.parameters(tree, list));
}
