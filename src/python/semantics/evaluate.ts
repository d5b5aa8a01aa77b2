// The value of an expression: one function per kind of expression, each in terms of the values of its parts. Budgets and
// caches are applied by the module around every step.

import { ast, ConstantType, Kind, type NodeId } from '../syntax/index.ts';
import { attributeOf, attributeOfSuper } from './attributes.ts';
import { enclosingClass } from './bound-values.ts';
import { isBuiltin, isModuleName } from './builtin-names.ts';
import { evaluateCall } from './calls.ts';
import { formatted, specText } from './format.ts';
import { noSuchName, starValue } from './imports.ts';
import { elementOf, slice, subscript } from './items.ts';
import { isSuperCall } from './known-calls.ts';
import { literalOf } from './literals.ts';
import { evaluateBinOp, evaluateBoolOp, evaluateCompare, evaluateIfExp, evaluateUnary, merged } from './operators.ts';
import type { Module, Resolution } from './session.ts';
import { storedBefore } from './stored-attributes.ts';
import { type Part, textFrom } from './text.ts';
import type { MappingFact, SequenceFact, Value } from './value.ts';
import { computed, constant, MAX_ITEMS, only, reference, singleConstant, union, unknown } from './values.ts';

export function evaluate(module: Module, node: NodeId): Value {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.Constant:
      return evaluateConstant(module, node);
    case Kind.Name:
      return evaluateName(module, node);
    case Kind.Attribute:
      return evaluateAttribute(module, node);
    case Kind.Call:
      return evaluateCall(module, node);
    case Kind.BinOp:
      return evaluateBinOp(module, node);
    case Kind.UnaryOp:
      return evaluateUnary(module, node, tree.operator(node), module.valueOf(ast.UnaryOp.operand(tree, node)));
    case Kind.BoolOp:
      return evaluateBoolOp(module, node);
    case Kind.Compare:
      return evaluateCompare(module, node);
    case Kind.IfExp:
      return evaluateIfExp(module, node);
    case Kind.NamedExpr:
      return module.valueOf(ast.NamedExpr.value(tree, node));
    case Kind.Await:
      return module.valueOf(ast.Await.value(tree, node));
    case Kind.Subscript:
      return evaluateSubscript(module, node);
    case Kind.List:
      return evaluateDisplay(module, node, 'list', ast.List.elements(tree, node));
    case Kind.Tuple:
      return evaluateDisplay(module, node, 'tuple', ast.Tuple.elements(tree, node));
    case Kind.Set:
      return evaluateDisplay(module, node, 'set', ast.Set.elements(tree, node));
    case Kind.Dict:
      return evaluateDict(module, node);
    case Kind.JoinedStr:
      return evaluateJoined(module, node);
    case Kind.Lambda:
      return reference(`${module.qualifiedName(node)}`, module.place(node), module.place(node));
    case Kind.ListComp:
      return evaluateComprehension(
        module,
        node,
        'list',
        ast.ListComp.element(tree, node),
        ast.ListComp.generators(tree, node),
      );
    case Kind.SetComp:
      return evaluateComprehension(
        module,
        node,
        'set',
        ast.SetComp.element(tree, node),
        ast.SetComp.generators(tree, node),
      );
    case Kind.GeneratorExp:
      return evaluateComprehension(
        module,
        node,
        'list',
        ast.GeneratorExp.element(tree, node),
        ast.GeneratorExp.generators(tree, node),
      );
    case Kind.DictComp:
      return only({ kind: 'mapping', entries: [], complete: false, at: module.place(node) });
    case Kind.Starred:
      return elementOf(module, node, module.valueOf(ast.Starred.value(tree, node)));
    case Kind.Keyword:
      return module.valueOf(ast.Keyword.value(tree, node));
    case Kind.FormattedValue:
      return module.valueOf(ast.FormattedValue.value(tree, node));
    case Kind.FunctionDef:
    case Kind.ClassDef:
      return reference(module.qualifiedName(node), module.place(node), module.place(node));
    case Kind.Parameter:
    case Kind.Alias: {
      const binding = module.scopes.bindingAt(node);
      return binding === undefined ? unknown('it binds no name') : module.valueOfBinding(binding);
    }
    default:
      return unknown('this kind of expression is not evaluated');
  }
}

function evaluateConstant(module: Module, node: NodeId): Value {
  const value = literalOf(module.tree, node);
  if (value !== undefined) return constant(value, module.place(node));
  const isText = ast.Constant.constant(module.tree, node) === ConstantType.string;
  return unknown(isText ? 'a string whose characters are not decoded' : 'a number that is not computed');
}

function evaluateName(module: Module, node: NodeId): Value {
  const { tree } = module;
  const binding = module.scopes.bindingAt(node);
  // The target of an assignment has the value that it gets.
  if (binding !== undefined) return module.valueOfBinding(binding);
  const name = tree.names.text(ast.Name.name(tree, node));
  const resolution = module.resolve(node);
  return valueOfResolution(module, resolution, name, node);
}

/** Bindings of one name that are looked at. */
const MAX_BINDINGS = 48;

/** What a name is, given the bindings that it can mean. */
export function valueOfResolution(module: Module, resolution: Resolution, name: string, at: NodeId): Value {
  const { bindings } = resolution;
  if (bindings.length > MAX_BINDINGS) return unknown(`${name} is bound in too many places`);
  const values = bindings.map((binding) => module.valueOfBinding(binding));
  if (!resolution.mayBeUnbound) {
    return values.length === 0 ? unknown(`${name} is not bound here`) : union(values);
  }
  const outside = valueOfUnbound(module, name, at);
  if (bindings.length === 0) return outside ?? noSuchName(name);
  return union(outside === undefined ? values : [...values, outside]);
}

/** A name that no scope binds: star imports, then what Python itself defines. */
function valueOfUnbound(module: Module, name: string, at: NodeId): Value | undefined {
  const star = starValue(module, name, at);
  if (star?.isCertain) return star.value;
  const builtin = isBuiltin(name)
    ? reference(module.session.library.canonicalName(`builtins.${name}`), module.place(at))
    : isModuleName(name)
      ? reference(name, module.place(at))
      : undefined;
  if (star === undefined) return builtin;
  return builtin === undefined ? star.value : union([star.value, builtin]);
}

function evaluateAttribute(module: Module, node: NodeId): Value {
  const { tree } = module;
  const name = tree.names.text(ast.Attribute.name(tree, node));
  const object = ast.Attribute.value(tree, node);
  const stored = storedBefore(module, node);
  if (stored !== undefined) return stored;
  if (isSuperCall(module, object)) {
    const definition = enclosingClass(module, methodAround(module, node));
    if (definition !== 0) return attributeOfSuper(module, node, definition, name);
  }
  return attributeOf(module, node, module.objectOf(object), name);
}

/** The function in whose class `super()` looks: lambdas and nested functions are passed. */
function methodAround(module: Module, node: NodeId): NodeId {
  let method = module.functionOf(node);
  while (method !== 0 && enclosingClass(module, method) === 0) method = module.functionOf(module.tree.parent(method));
  return method;
}

function evaluateSubscript(module: Module, node: NodeId): Value {
  const { tree } = module;
  const value = module.valueOf(ast.Subscript.value(tree, node));
  const index = ast.Subscript.index(tree, node);
  if (tree.kind(index) !== Kind.Slice) return subscript(module, node, value, module.valueOf(index));
  const bounds = [ast.Slice.lower(tree, index), ast.Slice.upper(tree, index), ast.Slice.step(tree, index)];
  const constants = bounds.map((bound) => (bound === 0 ? null : singleConstant(module.valueOf(bound))?.value));
  return slice(module, node, value, constants);
}

function evaluateDisplay(module: Module, node: NodeId, type: SequenceFact['type'], first: NodeId): Value {
  const { tree } = module;
  const items: Value[] = [];
  let complete = true;
  for (let element = first; element !== 0 && complete; element = tree.next(element)) {
    if (items.length >= MAX_ITEMS) complete = false;
    else if (tree.kind(element) === Kind.Starred) {
      // [*common, "-v"]   what comes before an open list is certain
      const value = module.valueOf(ast.Starred.value(tree, element));
      const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
      if (fact?.kind === 'sequence') items.push(...fact.items);
      complete = fact?.kind === 'sequence' && fact.complete;
    } else items.push(module.valueOf(element));
  }
  return only({ kind: 'sequence', type, items, complete, at: module.place(node) });
}

function evaluateDict(module: Module, node: NodeId): Value {
  const { tree } = module;
  const entries: MappingFact['entries'][number][] = [];
  let complete = true;
  let result: MappingFact['entries'] = [];
  for (let entry = ast.Dict.entries(tree, node); entry !== 0; entry = tree.next(entry)) {
    if (entries.length + result.length >= MAX_ITEMS) {
      complete = false;
      break;
    }
    const key = ast.DictEntry.key(tree, entry);
    const value = module.valueOf(ast.DictEntry.value(tree, entry));
    if (key !== 0) {
      entries.push({ key: module.valueOf(key), value });
      continue;
    }
    // {**defaults, "a": 1}
    const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (fact?.kind === 'mapping') result = merged(merged(result, entries.splice(0)), fact.entries);
    if (fact?.kind === 'mapping') complete &&= fact.complete;
    else {
      // What stands before an unknown mapping may be replaced by it.
      complete = false;
      result = [];
      entries.length = 0;
    }
  }
  return only({ kind: 'mapping', entries: merged(result, entries), complete, at: module.place(node) });
}

function evaluateJoined(module: Module, node: NodeId): Value {
  const { tree } = module;
  const parts: Part[] = [];
  for (let piece = ast.JoinedStr.values(tree, node); piece !== 0; piece = tree.next(piece)) {
    if (tree.kind(piece) !== Kind.FormattedValue) {
      parts.push(module.valueOf(piece));
      continue;
    }
    const value = module.valueOf(ast.FormattedValue.value(tree, piece));
    const conversion = ast.FormattedValue.conversion(tree, piece);
    const spec = ast.FormattedValue.spec(tree, piece);
    const text = specText(spec === 0 ? undefined : module.valueOf(spec));
    parts.push(
      text === undefined ? value : formatted(value, conversion > 0 ? String.fromCharCode(conversion) : '', text),
    );
  }
  return textFrom(parts, 'str', module.place(node));
}

/** A comprehension over known items: each of its elements is what the element expression can be. */
function evaluateComprehension(
  module: Module,
  node: NodeId,
  type: SequenceFact['type'],
  element: NodeId,
  generators: NodeId,
): Value {
  const { tree } = module;
  const at = module.place(node);
  const open: Value = only({ kind: 'sequence', type, items: [], complete: false, at });
  if (generators === 0 || tree.next(generators) !== 0 || ast.Comprehension.conditions(tree, generators) !== 0)
    return open;
  const source = module.valueOf(ast.Comprehension.iterable(tree, generators));
  const fact = source.complete && source.facts.length === 1 ? source.facts[0] : undefined;
  const target = ast.Comprehension.target(tree, generators);
  // [x for x in items]
  const isCopy =
    tree.kind(target) === Kind.Name &&
    tree.kind(element) === Kind.Name &&
    ast.Name.name(tree, target) === ast.Name.name(tree, element);
  if (isCopy && fact?.kind === 'sequence') return only({ ...fact, type, at });
  if (fact?.kind !== 'sequence' || !fact.complete || fact.items.length === 0) {
    // The number of items is not known, but what they are made from is.
    return computed(`builtins.${type}()`, [module.valueOf(element), source], at);
  }
  const item = module.valueOf(element);
  return only({ kind: 'sequence', type, items: fact.items.map(() => item), complete: true, at });
}
