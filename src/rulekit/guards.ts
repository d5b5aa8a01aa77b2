// Checks that held before a value was used: conditions that dominate the use, on the same value, with the right
// outcome. Each shape of check has its own small reader; what a reader does not recognise is no guard.

import type { Condition, Literal, ModuleSemantics, Place, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { findAuthenticity } from './guard-authenticity.ts';
import { fullMatchOf } from './guard-full-match.ts';
import type { Session } from './session.ts';
import type { GuardKind, GuardView } from './site.ts';

/** One condition, taken apart to what was tested and what the test gave. */
export interface Check {
  readonly session: Session;
  readonly module: ModuleSemantics;
  /** the use that is to be guarded */
  readonly value: NodeId;
  readonly test: NodeId;
  readonly outcome: boolean;
}

/** What a test says of the value: a guard of its kind, or nearly one. */
export interface Reading {
  readonly against: readonly Literal[] | undefined;
  /** what keeps it from being a guard; told in explanations */
  readonly weakness?: string;
}

/** `undefined`: the test is of another shape, or about another value. */
type Reader = (check: Check) => Reading | undefined;

export const readers: Readonly<Record<GuardKind, Reader>> = {
  membership: membershipOf,
  'full-match': fullMatchOf,
  equality: equalityOf,
  type: typeOf,
  prefix: (check) => prefixOf(check, true),
  'prefix-excluded': (check) => prefixOf(check, false),
  containment: containmentOf,
  // Runs of the code tell; the text alone does not.
  host: () => undefined,
  authenticity: findAuthenticity,
  size: sizeOf,
  truth: truthOf,
};

export function findGuard(session: Session, use: Place, kind: GuardKind): GuardView | undefined {
  const { module, node } = use;
  for (const condition of module.conditionsAt(node)) {
    for (const { test, outcome } of atomsOf(module, condition)) {
      const found = readers[kind]({ session, module, value: node, test, outcome });
      if (found === undefined || found.weakness !== undefined) continue;
      const place = { module, node: test };
      const comparison = comparisonOf({ module, test, outcome });
      return {
        kind,
        against: found.against,
        test: comparison === undefined ? undefined : session.views.comparison(place),
        path: module.path,
        span: spanOf(place),
        text: excerptOf(place),
      };
    }
  }
  return undefined;
}

/** `a and b` that held means that both held; `a or b` that failed, that both failed; `not a`, the opposite of a. */
export function atomsOf(module: ModuleSemantics, condition: Condition): Condition[] {
  const { tree } = module;
  const { test, outcome } = condition;
  if (tree.kind(test) === Kind.UnaryOp && tree.operator(test) === 'Not') {
    return atomsOf(module, { test: ast.UnaryOp.operand(tree, test), outcome: !outcome });
  }
  if (tree.kind(test) === Kind.NamedExpr) {
    return [condition, ...atomsOf(module, { test: ast.NamedExpr.value(tree, test), outcome })];
  }
  if (tree.kind(test) !== Kind.BoolOp || (tree.operator(test) === 'And') !== outcome) return [condition];
  return tree.list(ast.BoolOp.values(tree, test)).flatMap((each) => atomsOf(module, { test: each, outcome }));
}

interface Comparison {
  readonly left: NodeId;
  readonly right: NodeId;
  readonly operator: string;
}

/** A comparison with two sides, its operator turned round when it failed. */
export function comparisonOf({
  module,
  test,
  outcome,
}: Pick<Check, 'module' | 'test' | 'outcome'>): Comparison | undefined {
  const { tree } = module;
  if (tree.kind(test) !== Kind.Compare) return undefined;
  const step = ast.Compare.steps(tree, test);
  if (tree.next(step) !== 0) return undefined;
  const operator = tree.operator(step);
  const held = outcome ? operator : opposites[operator];
  if (held === undefined) return undefined;
  return { left: ast.Compare.left(tree, test), right: ast.CompareStep.right(tree, step), operator: held };
}

const opposites: Readonly<Record<string, string>> = {
  Eq: 'NotEq',
  NotEq: 'Eq',
  Lt: 'GtE',
  GtE: 'Lt',
  Gt: 'LtE',
  LtE: 'Gt',
  Is: 'IsNot',
  IsNot: 'Is',
  In: 'NotIn',
  NotIn: 'In',
};

const swapped: Readonly<Record<string, string>> = { Lt: 'Gt', Gt: 'Lt', LtE: 'GtE', GtE: 'LtE' };

/**
 * `value in {"a", "b"}`, a tuple, list, frozenset, module constant or the keys of a dict; not text in text. Also as a part
 * of what is tested: `(module, value) in {("os", "system")}`.
 */
function membershipOf(check: Check): Reading | undefined {
  const comparison = comparisonOf(check);
  if (comparison?.operator !== 'In') return undefined;
  const { module } = check;
  const { left } = comparison;
  if (isGuarded(check, left)) {
    const against = membersOf(module.valueOf(comparison.right));
    return against === undefined ? { against, weakness: 'what it may be one of is not all known' } : { against };
  }
  if (module.tree.kind(left) !== Kind.Tuple) return undefined;
  const parts = module.tree.list(ast.Tuple.elements(module.tree, left));
  const position = parts.findIndex((part) => isGuarded(check, part));
  const against = position < 0 ? undefined : partsOf(module.valueOf(comparison.right), position);
  return against === undefined ? undefined : { against };
}

/** The constants at one position of a closed collection of tuples. */
export function partsOf(value: Value, position: number): readonly Literal[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  const found: Literal[] = [];
  for (const fact of value.facts) {
    if ((fact.kind !== 'sequence' && fact.kind !== 'mapping') || !fact.complete) return undefined;
    const items = fact.kind === 'sequence' ? fact.items : fact.entries.map((entry) => entry.key);
    for (const item of items) {
      const tuple = item.complete && item.facts.length === 1 ? item.facts[0] : undefined;
      const part = tuple?.kind === 'sequence' ? tuple.items[position] : undefined;
      const literals = part === undefined ? undefined : literalsOf(part);
      if (literals === undefined) return undefined;
      found.push(...literals);
    }
  }
  return found;
}

export function membersOf(value: Value): readonly Literal[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  const members: Literal[] = [];
  for (const fact of value.facts) {
    if (fact.kind === 'computed' && /\.keys\(\)$/.test(fact.by) && fact.from[0] !== undefined) {
      const keys = membersOf(fact.from[0]);
      if (keys === undefined) return undefined;
      members.push(...keys);
      continue;
    }
    if ((fact.kind !== 'sequence' && fact.kind !== 'mapping') || !fact.complete) return undefined;
    const items = fact.kind === 'sequence' ? fact.items : fact.entries.map((entry) => entry.key);
    for (const item of items) {
      const literals = literalsOf(item);
      if (literals === undefined) return undefined;
      members.push(...literals);
    }
  }
  return members;
}

export function literalsOf(value: Value): readonly Literal[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  const literals: Literal[] = [];
  for (const fact of value.facts) {
    if (fact.kind !== 'constant') return undefined;
    literals.push(fact.value);
  }
  return literals;
}

function equalityOf(check: Check): Reading | undefined {
  const comparison = comparisonOf(check);
  if (comparison === undefined || (comparison.operator !== 'Eq' && comparison.operator !== 'Is')) return undefined;
  const { left, right } = comparison;
  const other = isGuarded(check, left) ? right : isGuarded(check, right) ? left : undefined;
  if (other === undefined) return undefined;
  const against = literalsOf(check.module.valueOf(other));
  return against === undefined
    ? { against, weakness: 'what it is compared with is not a known constant' }
    : { against };
}

export interface CheckCall {
  readonly names: readonly string[];
  readonly positional: readonly NodeId[];
  readonly receiver: NodeId | undefined;
}

/** A call that is a check in itself, its callee certain. */
export function checkCallOf({ session, module }: Check, node: NodeId): CheckCall | undefined {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return undefined;
  const callee = ast.Call.callee(tree, node);
  const { names } = resolveNames(session, module, callee);
  const isMethod = tree.kind(callee) === Kind.Attribute;
  return {
    names,
    positional: tree
      .list(ast.Call.arguments(tree, node))
      .filter((each) => tree.kind(each) !== Kind.Keyword && tree.kind(each) !== Kind.Starred),
    receiver: isMethod ? ast.Attribute.value(tree, callee) : undefined,
  };
}

function methodNameOf({ module }: Check, node: NodeId): string | undefined {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return undefined;
  const callee = ast.Call.callee(tree, node);
  return tree.kind(callee) === Kind.Attribute ? tree.names.text(ast.Attribute.name(tree, callee)) : undefined;
}

function typeOf(check: Check) {
  if (!check.outcome) return undefined;
  const call = checkCallOf(check, check.test);
  if (call === undefined || !call.names.some((name) => name === 'isinstance' || name === 'builtins.isinstance')) {
    return undefined;
  }
  const [subject, classes] = call.positional;
  if (subject === undefined || classes === undefined || !isGuarded(check, subject)) return undefined;
  const value = check.module.valueOf(classes);
  const names = [...check.module.namesOf(classes).names, ...namesIn(value)];
  return { against: names.length > 0 ? [...new Set(names)] : undefined };
}

function namesIn(value: Value): string[] {
  return value.facts.flatMap((fact) => {
    if (fact.kind === 'reference') return [fact.name];
    return fact.kind === 'sequence' ? fact.items.flatMap(namesIn) : [];
  });
}

function prefixOf(check: Check, outcome: boolean): Reading | undefined {
  if (check.outcome !== outcome || methodNameOf(check, check.test) !== 'startswith') return undefined;
  const call = checkCallOf(check, check.test);
  const prefix = call?.positional[0];
  if (call?.receiver === undefined || prefix === undefined || !isGuarded(check, call.receiver)) return undefined;
  const value = check.module.valueOf(prefix);
  const against = literalsOf(value) ?? membersOf(value);
  return against === undefined ? { against, weakness: 'what it must start with is not a known constant' } : { against };
}

/** `path.is_relative_to(root)`; `os.path.commonpath([root, path]) == root` */
function containmentOf(check: Check) {
  if (check.outcome && methodNameOf(check, check.test) === 'is_relative_to') {
    const receiver = checkCallOf(check, check.test)?.receiver;
    return receiver !== undefined && isGuarded(check, receiver) ? { against: undefined } : undefined;
  }
  const comparison = comparisonOf(check);
  if (comparison?.operator !== 'Eq') return undefined;
  for (const side of [comparison.left, comparison.right]) {
    const call = checkCallOf(check, side);
    const paths = call?.positional[0];
    if (call === undefined || paths === undefined || !call.names.includes('os.path.commonpath')) continue;
    if (mentions(check, paths)) return { against: undefined };
  }
  return undefined;
}

/** `len(value) < 10`, `value.file_size <= limit`, and of a number itself `value <= limit` */
function sizeOf(check: Check) {
  const comparison = comparisonOf(check);
  if (comparison === undefined) return undefined;
  const { left, right, operator } = comparison;
  const isBounded = (measured: NodeId, held: string | undefined) =>
    ((held === 'Lt' || held === 'LtE') && (isGuarded(check, measured) || isSizeOf(check, measured))) ||
    (held === 'Eq' && isSizeOf(check, measured));
  const bound = isBounded(left, operator) ? right : isBounded(right, swapped[operator] ?? operator) ? left : undefined;
  return bound === undefined ? undefined : { against: literalsOf(check.module.valueOf(bound)) };
}

const sizeAttribute = /^(\w*_)?(size|length|nbytes|content_length)$/;

function isSizeOf(check: Check, node: NodeId): boolean {
  const { tree } = check.module;
  if (tree.kind(node) === Kind.Attribute) {
    const name = tree.names.text(ast.Attribute.name(tree, node));
    return sizeAttribute.test(name) && isGuarded(check, ast.Attribute.value(tree, node));
  }
  const call = checkCallOf(check, node);
  const subject = call?.positional[0];
  return (
    call !== undefined &&
    subject !== undefined &&
    call.names.some((name) => name === 'len' || name === 'builtins.len') &&
    isGuarded(check, subject)
  );
}

/** `if value:`, `value is not None` */
function truthOf(check: Check) {
  if (check.outcome && isGuarded(check, check.test)) return { against: undefined };
  const comparison = comparisonOf(check);
  if (comparison === undefined || (comparison.operator !== 'IsNot' && comparison.operator !== 'NotEq'))
    return undefined;
  const none = literalsOf(check.module.valueOf(comparison.right));
  const isNone = none?.length === 1 && none[0] === null;
  return isNone && isGuarded(check, comparison.left) ? { against: undefined } : undefined;
}

/** The node is the guarded value, or the assignment expression that gave it: `(m := f()) in allowed`. */
export function isGuarded(check: Check, node: NodeId): boolean {
  const { module, value } = check;
  if (module.isSameValue(node, value)) return true;
  if (module.tree.kind(node) !== Kind.NamedExpr) return false;
  return module.isSameValue(ast.NamedExpr.target(module.tree, node), value);
}

/** The value is the node or one of the elements of its display. */
function mentions(check: Check, node: NodeId): boolean {
  const { tree } = check.module;
  const kind = tree.kind(node);
  if (kind !== Kind.List && kind !== Kind.Tuple) return isGuarded(check, node);
  const first = kind === Kind.List ? ast.List.elements(tree, node) : ast.Tuple.elements(tree, node);
  return tree.list(first).some((element) => isGuarded(check, element));
}
