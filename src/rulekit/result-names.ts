// Under which names the result of an expression ends up: targets, attributes, dict keys, parameters and the function
// that returns it. Rules read from these names what a value is for.

import type { Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import type { Session } from './session.ts';
import { nameOfFunction } from './site-context.ts';

export function resultNamesOf(session: Session, place: Place): readonly string[] {
  const { module } = place;
  const { tree } = module;
  const names: string[] = [];
  let child = place.node;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.Assign:
        names.push(...tree.list(ast.Assign.targets(tree, node)).flatMap((target) => targetNames(tree, target)));
        return names;
      case Kind.AugAssign:
        return [...names, ...targetNames(tree, ast.AugAssign.target(tree, node))];
      case Kind.AnnAssign:
        return [...names, ...targetNames(tree, ast.AnnAssign.target(tree, node))];
      case Kind.NamedExpr:
        names.push(...targetNames(tree, ast.NamedExpr.target(tree, node)));
        break;
      case Kind.For:
        if (child === ast.For.iterable(tree, node)) names.push(...targetNames(tree, ast.For.target(tree, node)));
        return names;
      case Kind.WithItem:
        return [...names, ...targetNames(tree, ast.WithItem.target(tree, node))];
      case Kind.DictEntry: {
        const key = ast.DictEntry.key(tree, node);
        if (key !== 0 && key !== child) names.push(...constantText(place, key));
        break;
      }
      case Kind.Keyword: {
        const name = ast.Keyword.name(tree, node);
        if (name !== 0) names.push(tree.names.text(name));
        break;
      }
      case Kind.Call:
        names.push(...parameterNames(session, place, node, child));
        break;
      case Kind.Parameter:
        names.push(tree.names.text(ast.Parameter.name(tree, node)));
        return names;
      case Kind.Return:
      case Kind.Lambda: {
        const owner = tree.kind(node) === Kind.Lambda ? node : module.functionOf(node);
        const name = nameOfFunction(module, owner);
        if (name !== '') names.push(name);
        if (tree.kind(node) === Kind.Return) return names;
        break;
      }
      case Kind.FunctionDef:
      case Kind.ClassDef:
      case Kind.If:
      case Kind.While:
      case Kind.Expr:
        return names;
    }
  }
  return names;
}

function targetNames(tree: Tree, target: NodeId): string[] {
  switch (tree.kind(target)) {
    case Kind.Name:
      return [tree.names.text(ast.Name.name(tree, target))];
    case Kind.Attribute:
      return [tree.names.text(ast.Attribute.name(tree, target))];
    case Kind.Starred:
      return targetNames(tree, ast.Starred.value(tree, target));
    case Kind.Tuple:
      return tree.list(ast.Tuple.elements(tree, target)).flatMap((each) => targetNames(tree, each));
    case Kind.List:
      return tree.list(ast.List.elements(tree, target)).flatMap((each) => targetNames(tree, each));
    case Kind.Subscript: {
      // session["token"] = …
      const index = ast.Subscript.index(tree, target);
      const text = tree.kind(index) === Kind.Constant ? tree.text(index) : '';
      const key = /^[a-z]*(['"])(.*)\1$/is.exec(text)?.[2];
      return key === undefined ? targetNames(tree, ast.Subscript.value(tree, target)) : [key];
    }
    default:
      return [];
  }
}

function constantText({ module }: Place, node: NodeId): string[] {
  const { facts, complete } = module.valueOf(node);
  const fact = complete && facts.length === 1 ? facts[0] : undefined;
  return fact?.kind === 'constant' && typeof fact.value === 'string' ? [fact.value] : [];
}

/** The name of the parameter that a positional argument is passed for. */
export function parameterNames(session: Session, { module }: Place, call: NodeId, argument: NodeId): string[] {
  const { tree } = module;
  const position = tree.list(ast.Call.arguments(tree, call)).indexOf(argument);
  if (position < 0 || tree.kind(argument) === Kind.Keyword) return [];
  const callee = ast.Call.callee(tree, call);
  const found: string[] = [];
  for (const fact of module.valueOf(callee).facts) {
    if (fact.kind !== 'reference' || fact.definition === undefined) continue;
    const called = calledFunction(fact.definition);
    if (called === undefined) continue;
    const { parameters } = session.views.functionView(called);
    const isBound = parameters[0] === 'self' || parameters[0] === 'cls';
    const name = parameters[position + (isBound ? 1 : 0)];
    if (name !== undefined) found.push(name);
  }
  if (found.length > 0) return found;
  for (const name of resolveNames(session, module, callee).names) {
    const parameter = session.library.parametersOf(name)?.[position];
    if (parameter !== undefined && parameter.role !== 'variadic') return [parameter.name];
  }
  return [];
}

/** The function that runs when a definition is called: a class runs its `__init__`. */
function calledFunction(definition: Place): Place | undefined {
  const { module, node } = definition;
  const kind = module.tree.kind(node);
  if (kind !== Kind.ClassDef) return kind === Kind.FunctionDef || kind === Kind.Lambda ? definition : undefined;
  const initialiser = module.classOf(node).member('__init__');
  return initialiser !== undefined && initialiser.module.tree.kind(initialiser.node) === Kind.FunctionDef
    ? initialiser
    : undefined;
}
