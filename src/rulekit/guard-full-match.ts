// "The whole text fits this pattern" as a check: `re.fullmatch`, `re.match` with an anchored pattern, a compiled
// pattern's methods, and the match object kept in a variable and tested later.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import type { Check, Reading } from './guards.ts';

export function fullMatchOf(check: Check): Reading | undefined {
  const { module } = check;
  const call = matchCallOf(check);
  if (call === undefined) return undefined;
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  const { names } = resolveNames(check.session, module, callee);
  const given = tree.list(ast.Call.arguments(tree, call)).filter((each) => tree.kind(each) !== Kind.Keyword);

  // re.fullmatch(pattern, value)
  const functionName = names.find((name) => /^re\.(fullmatch|match|search)$/.test(name));
  if (functionName !== undefined) {
    const [pattern, subject] = given;
    if (pattern === undefined || subject === undefined || !module.isSameValue(subject, check.value)) return undefined;
    return judgePattern(functionName, patternTextOf(module, pattern));
  }

  // PATTERN = re.compile("…"); PATTERN.fullmatch(value)
  const methodName = names.find((name) => /^re\.Pattern\.(fullmatch|match|search)$/.test(name));
  const subject = given[0];
  if (methodName === undefined || subject === undefined || tree.kind(callee) !== Kind.Attribute) return undefined;
  if (!module.isSameValue(subject, check.value)) return undefined;
  return judgePattern(methodName, compiledTextOf(module, ast.Attribute.value(tree, callee)));
}

/** The call whose match object the test tests: itself, `… is not None`, or a variable that holds it. */
function matchCallOf({ module, test, outcome }: Check): NodeId | undefined {
  const { tree } = module;
  if (tree.kind(test) === Kind.Compare) {
    const step = ast.Compare.steps(tree, test);
    const operator = tree.operator(step);
    const isSomething = (operator === 'IsNot' && outcome) || (operator === 'Is' && !outcome);
    const right = module.valueOf(ast.CompareStep.right(tree, step));
    const isNone = right.complete && right.facts.length === 1 && isNoneFact(right.facts[0]);
    return isSomething && isNone ? callBehind(module, ast.Compare.left(tree, test)) : undefined;
  }
  return outcome ? callBehind(module, test) : undefined;
}

function isNoneFact(fact: { readonly kind: string } | undefined): boolean {
  return fact?.kind === 'constant' && (fact as unknown as { value: unknown }).value === null;
}

// m = re.fullmatch(…)
// if not m: return
function callBehind(module: ModuleSemantics, node: NodeId): NodeId | undefined {
  const { tree } = module;
  if (tree.kind(node) === Kind.NamedExpr) return callBehind(module, ast.NamedExpr.value(tree, node));
  if (tree.kind(node) === Kind.Call) return node;
  if (tree.kind(node) !== Kind.Name) return undefined;
  const bindings = module.bindingsOf(node);
  const value = bindings.length === 1 ? (bindings[0]?.value ?? 0) : 0;
  return value !== 0 && tree.kind(value) === Kind.Call ? value : undefined;
}

function patternTextOf(module: ModuleSemantics, pattern: NodeId): string | undefined {
  const value = module.valueOf(pattern);
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind === 'constant') {
    if (typeof fact.value === 'string') return fact.value;
    if (fact.value instanceof Uint8Array) return String.fromCharCode(...fact.value);
  }
  return compiledTextOf(module, pattern);
}

function compiledTextOf(module: ModuleSemantics, compiled: NodeId): string | undefined {
  const value = module.valueOf(compiled);
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  const place = fact?.kind === 'instance' ? (fact.call ?? fact.at) : fact?.at;
  if (place === undefined || place.module.tree.kind(place.node) !== Kind.Call) return undefined;
  const { tree } = place.module;
  if (!place.module.namesOf(ast.Call.callee(tree, place.node)).names.includes('re.compile')) return undefined;
  const first = ast.Call.arguments(tree, place.node);
  return first === 0 || tree.kind(first) === Kind.Keyword ? undefined : patternTextOf(place.module, first);
}

/**
 * `fullmatch` fits the whole text. `match` does when its pattern ends in `\Z`; `$` also fits before a last line end,
 * so it proves less. Alternatives at the outside (`a|b\Z`) are anchored on one side only.
 */
function judgePattern(name: string, pattern: string | undefined): Reading {
  if (pattern === undefined) return { against: undefined, weakness: 'its pattern is not a known constant' };
  const weakness = name.endsWith('fullmatch') ? undefined : whyPartial(name, pattern);
  return { against: [pattern], ...(weakness === undefined ? {} : { weakness }) };
}

export function whyPartial(name: string, pattern: string): string | undefined {
  if (!name.endsWith('.match') && !/^(\\A|\^)/.test(pattern))
    return `${name} looks anywhere: the pattern has no \\A at its start`;
  if (/(^|[^\\])(\\\\)*\$$/.test(pattern)) return '$ also fits before a line end: \\Z does not';
  if (!/(^|[^\\])(\\\\)*\\[Zz]$/.test(pattern)) return `${name} leaves the end open: the pattern has no \\Z`;
  return hasOuterAlternative(pattern) ? 'of its alternatives, not all are anchored on both sides' : undefined;
}

function hasOuterAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
