// "These bytes are the ones that were signed" as a check: `hmac.compare_digest` between a tag and a MAC over the same
// value, here or in a function of the project that gives the comparison's result back.

import type { Literal, ModuleSemantics, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import { nodesOfFunction } from './function-nodes.ts';
import type { Check } from './guards.ts';
import type { Session } from './session.ts';

/** Whether an expression is the message that must have been signed. */
type Matches = (node: NodeId) => boolean;
type Authenticity = { readonly against: readonly Literal[] | undefined };

const comparisons = new Set(['hmac.compare_digest', 'secrets.compare_digest', '_operator._compare_digest']);
/** Position of the message in calls that make a MAC at once or start one. */
const messagePositions: ReadonlyMap<string, number> = new Map([
  ['hmac.new', 1],
  ['hmac.HMAC', 1],
  ['hmac.digest', 1],
]);
const finishing = /^hmac\.HMAC\.(digest|hexdigest)$/;

export function findAuthenticity(check: Check): Authenticity | undefined {
  if (!check.outcome) return undefined;
  const { session, module, test, value } = check;
  const given = argumentsOfComparison(session, module, test);
  if (given !== undefined) {
    const isValue: Matches = (node) => module.isSameValue(node, value);
    const isSigned = given.some((node) => isMacOver(session, module, node, isValue));
    return isSigned ? { against: undefined } : undefined;
  }
  return isVerifiedElsewhere(check) ? { against: undefined } : undefined;
}

function argumentsOfComparison(session: Session, module: ModuleSemantics, node: NodeId): readonly NodeId[] | undefined {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return undefined;
  const { names } = resolveNames(session, module, ast.Call.callee(tree, node));
  return names.some((name) => comparisons.has(name)) ? tree.list(ast.Call.arguments(tree, node)) : undefined;
}

/** `hmac.new(key, value, …).hexdigest()`, `hmac.digest(key, value, …)`, directly or through a variable. */
function isMacOver(session: Session, module: ModuleSemantics, node: NodeId, isValue: Matches): boolean {
  const call = callBehind(module, node);
  if (call === undefined) return false;
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  const { names } = resolveNames(session, module, callee);
  for (const name of names) {
    const position = messagePositions.get(name);
    if (position !== undefined && isMessage(module, call, position, isValue)) return true;
    if (finishing.test(name) && tree.kind(callee) === Kind.Attribute) {
      const object = ast.Attribute.value(tree, callee);
      if (isMacOver(session, module, object, isValue) || isUpdatedWith(module, object, isValue)) return true;
    }
  }
  return false;
}

function isMessage(module: ModuleSemantics, call: NodeId, position: number, isValue: Matches): boolean {
  const { tree } = module;
  let at = 0;
  for (const node of tree.list(ast.Call.arguments(tree, call))) {
    if (tree.kind(node) === Kind.Keyword) {
      const isNamed = tree.names.text(ast.Keyword.name(tree, node)) === 'msg';
      if (isNamed && isValue(ast.Keyword.value(tree, node))) return true;
    } else if (at++ === position && isValue(node)) {
      return true;
    }
  }
  return false;
}

// mac = hmac.new(key, digestmod="sha256"); mac.update(value)
function isUpdatedWith(module: ModuleSemantics, object: NodeId, isValue: Matches): boolean {
  const maker = callBehind(module, object);
  if (maker === undefined) return false;
  const { tree } = module;
  return module.usesOf(maker).some((use) => {
    if (use.kind !== 'call' || use.method !== 'update' || tree.kind(use.node) !== Kind.Call) return false;
    const first = ast.Call.arguments(tree, use.node);
    return first !== 0 && isValue(first);
  });
}

function callBehind(module: ModuleSemantics, node: NodeId): NodeId | undefined {
  const { tree } = module;
  if (tree.kind(node) === Kind.Call) return node;
  if (tree.kind(node) !== Kind.Name) return undefined;
  const bindings = module.bindingsOf(node);
  const value = bindings.length === 1 ? (bindings[0]?.value ?? 0) : 0;
  return value !== 0 && tree.kind(value) === Kind.Call ? value : undefined;
}

/** `if not is_signed(value, tag): raise`, where `is_signed` returns the comparison of a MAC over its parameter. */
function isVerifiedElsewhere({ session, module, test, value }: Check): boolean {
  const { tree } = module;
  if (tree.kind(test) !== Kind.Call) return false;
  const definition = definitionOf(module.valueOf(ast.Call.callee(tree, test)));
  if (definition === undefined) return false;
  const position = tree
    .list(ast.Call.arguments(tree, test))
    .findIndex((node) => tree.kind(node) !== Kind.Keyword && module.isSameValue(node, value));
  if (position < 0) return false;
  const other = definition.module;
  const parameters = other.tree.list(
    ast.Arguments.parameters(other.tree, ast.FunctionDef.parameters(other.tree, definition.node)),
  );
  const parameter = parameters[position];
  if (parameter === undefined) return false;
  const name = other.tree.names.text(ast.Parameter.name(other.tree, parameter));
  const isParameter: Matches = (node) => {
    const fact = other.valueOf(node).facts[0];
    return fact?.kind === 'parameter' && fact.name === name;
  };
  return nodesOfFunction(session, other, definition.node).some((node) => {
    if (other.tree.kind(node) !== Kind.Return) return false;
    const compared = argumentsOfComparison(session, other, ast.Return.value(other.tree, node));
    return compared?.some((each) => isMacOver(session, other, each, isParameter)) ?? false;
  });
}

function definitionOf(value: Value) {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'reference' || fact.definition === undefined) return undefined;
  const { module, node } = fact.definition;
  return module.tree.kind(node) === Kind.FunctionDef ? fact.definition : undefined;
}
