// All tests that a value has passed on the way to where it is used, those that guard it and those that do not, with
// the reason. For explanations: rules ask for one kind of guard by `guard()`.

import type { Condition, Fact, KnownCondition, Place, Value } from '../python/semantics/index.ts';
import { Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { deepestInput, isMadeBy } from './derivation.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { atomsOf, type Check, comparisonOf, isGuarded, type Reading, readers } from './guards.ts';
import { readCondition } from './known-guards.ts';
import type { Session } from './session.ts';
import type { CheckView, GuardKind } from './site.ts';

/** More tests than these say no more to a reader. */
const mostChecks = 12;

export function findChecks(session: Session, use: Place, value: Value): readonly CheckView[] {
  const { module, node } = use;
  const found = [...knownChecks(session, value)];
  if (module.wasRun(node) && value.complete && value.facts.length > 0) return found.slice(0, mostChecks);
  for (const condition of module.conditionsAt(node)) {
    for (const { test, outcome } of atomsOf(module, condition)) {
      const check: Check = { session, module, value: node, test, outcome };
      found.push(...readingsOf(check, { test, outcome }));
      if (found.length >= mostChecks) return found.slice(0, mostChecks);
    }
  }
  return found;
}

/** Tests that runs of the code remember with a value, or with what it was made from; the last one first. */
function knownChecks(session: Session, value: Value): readonly CheckView[] {
  const found: CheckView[] = [];
  const seen = new Set<string>();
  const visit = (each: Value, depth: number): void => {
    for (const fact of each.facts) {
      for (const condition of [...(fact.conditions ?? [])].reverse()) {
        const { at } = condition.test;
        const key = `${at.module.path} ${at.node} ${condition.outcome}`;
        if (seen.has(key) || found.length >= mostChecks) continue;
        seen.add(key);
        found.push(...knownReadings(session, condition, depth > 0));
      }
      if (depth < deepestCheck) for (const part of partsOfFact(fact)) visit(part, depth + 1);
    }
  };
  visit(value, 0);
  return found;
}

/** Values within a value whose tests are told. */
const deepestCheck = 3;

function partsOfFact(fact: Fact): readonly Value[] {
  if (fact.kind === 'text') return fact.parts.filter((part) => typeof part !== 'string');
  return fact.kind === 'computed' || fact.kind === 'instance' ? (fact.from ?? []) : [];
}

function knownReadings(session: Session, condition: KnownCondition, isOfPart: boolean): readonly CheckView[] {
  const { test, outcome } = condition;
  const at = { path: test.at.module.path, span: spanOf(test.at), text: excerptOf(test.at), outcome, isOfPart };
  const readings = (Object.keys(readers) as GuardKind[]).flatMap((kind): CheckView[] => {
    const reading = readCondition(session, condition, kind);
    if (reading === undefined) return [];
    const tested: Value = { facts: [condition.subject], complete: true };
    const weakness = reading.weakness ?? (kind === 'prefix' ? whyNotWithin(session, tested, reading) : undefined);
    return [{ ...at, kind, against: reading.against, weakness }];
  });
  const strong = readings.filter(({ weakness }) => weakness === undefined);
  if (strong.length > 0) return strong;
  if (readings.length > 0) return readings;
  return [{ ...at, kind: undefined, against: undefined, weakness: whyNone(condition) }];
}

/** Why a test that no kind of guard is proves nothing. */
function whyNone({ test, outcome, subject }: KnownCondition): string {
  const operator = /^operator\.(\w+)\(\)$/.exec(test.by)?.[1];
  switch (operator) {
    case 'contains':
    case 'not_contains':
      if ((operator === 'contains') === outcome) return 'it asks for a part and lets anything around it through';
      // ";" in name   looks into the value, name in ("rm", "dd")   for it
      return test.from[0]?.facts.includes(subject)
        ? 'a deny-list: what it does not name gets through'
        : 'it looks for a part and lets everything else through';
    case 'eq':
    case 'is_':
    case 'ne':
    case 'is_not':
      return 'it holds back one value and lets all others through';
    default:
      return outcome ? 'no check that heed knows' : 'what fails this test can be anything else';
  }
}

function readingsOf(check: Check, { test, outcome }: Condition): readonly CheckView[] {
  const place = { module: check.module, node: test };
  const at = { path: check.module.path, span: spanOf(place), text: excerptOf(place), outcome, isOfPart: false };
  const readings = (Object.keys(readers) as GuardKind[]).flatMap((kind): CheckView[] => {
    const reading = readers[kind](check);
    if (reading === undefined) return [];
    const weakness =
      reading.weakness ??
      (kind === 'prefix' ? whyNotWithin(check.session, check.module.valueOf(check.value), reading) : undefined);
    return [{ ...at, kind, against: reading.against, weakness }];
  });
  if (readings.length > 0) {
    const strong = readings.filter(({ weakness }) => weakness === undefined);
    return strong.length > 0 ? strong : readings;
  }
  if (!isAbout(check, test)) return [];
  return [{ ...at, kind: undefined, against: undefined, weakness: whyNoGuard(check) }];
}

const resolving = new Set(['os.path.realpath', 'os.path.abspath', 'os.path.normpath', 'pathlib.Path.resolve']);

/** `path.startswith("/srv/data")`: a guard of what a text starts with, and none of where a path leads. */
function whyNotWithin(session: Session, value: Value, { against }: Reading): string | undefined {
  const isPath = against?.some((each) => typeof each === 'string' && each.includes('/') && !each.includes('://'));
  if (!isPath || isMadeBy(session, value, resolving, deepestInput)) return undefined;
  return 'as a path it was not resolved before: .. leads out again';
}

function whyNoGuard(check: Check): string {
  const comparison = comparisonOf(check);
  switch (comparison?.operator) {
    case 'NotIn':
      return isGuarded(check, comparison.left)
        ? 'a deny-list: what it does not name gets through'
        : 'it looks for a part and lets everything else through';
    case 'NotEq':
    case 'IsNot':
      return 'it holds back one value and lets all others through';
    case 'In':
      return 'it asks for a part and lets anything around it through';
    default:
      return check.outcome ? 'no check that heed knows' : 'what fails this test can be anything else';
  }
}

/** Whether a test mentions the value anywhere. */
function isAbout(check: Check, test: NodeId): boolean {
  return expressionsIn(check.module.tree, test).some((node) => isGuarded(check, node));
}

/** Names, attributes and items within an expression. */
function expressionsIn(tree: Tree, whole: NodeId): readonly NodeId[] {
  const [start, end] = [tree.start(whole), tree.end(whole)];
  const found: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.Name && kind !== Kind.Attribute && kind !== Kind.Subscript) continue;
    if (tree.start(node) >= start && tree.end(node) <= end) found.push(node);
  }
  return found;
}
