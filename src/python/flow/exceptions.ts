// What can be thrown where: statements that certainly throw nothing, and handlers that an exception certainly does or
// does not go to.

import { type Fact, isSuperCall, singleConstant, type Value } from '../semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { isInstance } from './patterns.ts';

/** Nodes of one statement that are looked at; a longer one may throw. */
const MAX_NODES = 200;

/** Whether a statement that has just been run could have thrown something by itself, not counting statements inside it. */
export function canRaise(frame: Frame, statement: NodeId): boolean {
  const { tree } = frame.module;
  switch (tree.kind(statement)) {
    case Kind.If:
      return canExpressionRaise(frame, ast.If.test(tree, statement));
    case Kind.While:
      return canExpressionRaise(frame, ast.While.test(tree, statement));
    case Kind.Try:
    case Kind.Pass:
    case Kind.Break:
    case Kind.Continue:
    case Kind.FunctionDef:
    case Kind.Global:
    case Kind.Nonlocal:
    // What it throws is known.
    case Kind.Raise:
      return false;
    case Kind.Expr:
    case Kind.Return:
      return childrenOf(tree, statement).some((each) => canExpressionRaise(frame, each));
    case Kind.Assign: {
      const targets = tree.list(ast.Assign.targets(tree, statement));
      if (targets.some((target) => tree.kind(target) !== Kind.Name)) return true;
      return canExpressionRaise(frame, ast.Assign.value(tree, statement));
    }
    default:
      return true;
  }
}

function canExpressionRaise(frame: Frame, expression: NodeId): boolean {
  const { tree } = frame.module;
  const pending = [expression];
  for (let count = 0; pending.length > 0; count++) {
    const node = pending.pop() as NodeId;
    if (node === 0) continue;
    if (count > MAX_NODES || canNodeRaise(frame, node)) return true;
    const kind = tree.kind(node);
    if (kind === Kind.Lambda) continue;
    pending.push(...childrenOf(tree, node));
  }
  return false;
}

function canNodeRaise(frame: Frame, node: NodeId): boolean {
  const { tree } = frame.module;
  switch (tree.kind(node)) {
    case Kind.Constant:
    case Kind.Name:
    case Kind.Keyword:
    case Kind.JoinedStr:
    case Kind.FormattedValue:
    case Kind.BoolOp:
    case Kind.IfExp:
    case Kind.NamedExpr:
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
    case Kind.Dict:
    case Kind.DictEntry:
    case Kind.Lambda:
      return false;
    case Kind.Compare:
    case Kind.CompareStep:
    case Kind.UnaryOp:
      return false;
    case Kind.BinOp:
      // "a" + value   of what is text on both sides
      return tree.operator(node) !== 'Add' || !frame.latest(node).facts.every(isText);
    case Kind.Attribute:
      return !isKnownCallee(frame, node);
    case Kind.Subscript:
      return !hasItem(frame, node);
    case Kind.Call:
      return !isRunHere(frame, node) && !isConstant(frame.latest(node)) && !isBareInit(frame, node);
    default:
      return true;
  }
}

const isText = (fact: Fact): boolean =>
  fact.kind === 'text' || (fact.kind === 'constant' && typeof fact.value === 'string');

function isConstant(value: Value): boolean {
  return value.complete && value.facts.length > 0 && value.facts.every((fact) => fact.kind === 'constant');
}

function isKnownCallee(frame: Frame, node: NodeId): boolean {
  const value = frame.latest(node);
  return value.complete && value.facts.length > 0 && value.facts.every((fact) => fact.kind === 'reference');
}

/** A function of the project, which was run: what it throws has been thrown there. */
function isRunHere(frame: Frame, call: NodeId): boolean {
  const { tree } = frame.module;
  const callee = frame.latest(ast.Call.callee(tree, call));
  if (!callee.complete || callee.facts.length !== 1) return false;
  const [fact] = callee.facts;
  if (fact?.kind !== 'reference' || fact.definition === undefined) return false;
  const owner = frame.engine.moduleOf(fact.definition);
  return owner.tree.kind(fact.definition.node) === Kind.FunctionDef && wasFollowed(frame.latest(call));
}

/** `super().__init__(message)` of an exception or of an object */
function isBareInit(frame: Frame, call: NodeId): boolean {
  if (isSuperCall(frame.view, call)) return true;
  const callee = frame.latest(ast.Call.callee(frame.module.tree, call));
  const [fact] = callee.facts;
  return (
    callee.complete &&
    callee.facts.length === 1 &&
    fact?.kind === 'reference' &&
    /^builtins\.(object|BaseException)\.__init__$/.test(frame.engine.library.canonicalName(fact.name))
  );
}

function wasFollowed(result: Value): boolean {
  return result.complete || result.why === NEVER_RETURNS;
}

/** Why nothing is known of what a call gives that always throws. */
export const NEVER_RETURNS = 'it never returns';

/** `CONFIG["user"]`, where the key is there */
function hasItem(frame: Frame, node: NodeId): boolean {
  const { tree } = frame.module;
  const value = frame.latest(ast.Subscript.value(tree, node));
  const key = singleConstant(frame.latest(ast.Subscript.index(tree, node)));
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (key === undefined || fact === undefined) return false;
  if (fact.kind === 'mapping') return fact.entries.some((entry) => singleConstant(entry.key)?.value === key.value);
  if (fact.kind !== 'sequence' || typeof key.value !== 'bigint') return false;
  const index = Number(key.value);
  return index >= 0 ? index < fact.items.length : fact.complete && -index <= fact.items.length;
}

/** `CONFIG["user"]`, where the key is certainly not there */
export function lacksItem(value: Value, key: Value): boolean {
  const known = singleConstant(key);
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (known === undefined || fact === undefined) return false;
  if (fact.kind === 'mapping') {
    if (!fact.complete || fact.rest !== undefined) return false;
    return fact.entries.every((entry) => {
      const other = singleConstant(entry.key);
      return other !== undefined && other.value !== known.value && typeof other.value === typeof known.value;
    });
  }
  if (fact.kind !== 'sequence' || !fact.complete || typeof known.value !== 'bigint') return false;
  const index = Number(known.value);
  return index >= 0 ? index >= fact.items.length : -index > fact.items.length;
}

/** Whether `except types:` takes an exception; undefined when that is not certain. */
export function isCaught(frame: Frame, exception: Value, types: Value | undefined): boolean | undefined {
  if (types === undefined) return true;
  const names = types.facts.flatMap((fact) =>
    fact.kind === 'sequence' ? fact.items.flatMap(({ facts }) => facts.map(nameOfClass)) : [nameOfClass(fact)],
  );
  if (!types.complete || names.length === 0 || names.includes(undefined)) return undefined;
  if (!exception.complete || exception.facts.length !== 1) return undefined;
  const [fact] = exception.facts as readonly [Fact];
  // raise NotFound
  if (fact.kind === 'reference') {
    const answers = names.map(
      (name) => fact.name === name || frame.engine.session.isSubclass(fact.name, name as string),
    );
    return answers.includes(true) ? true : answers.every((answer) => answer === false) ? false : undefined;
  }
  return isInstance(frame, fact, names as readonly string[]);
}

function nameOfClass(fact: Fact): string | undefined {
  return fact.kind === 'reference' ? fact.name : undefined;
}
