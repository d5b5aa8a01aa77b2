// All tests that a value has passed on the way to where it is used, those that guard it and those that do not, with
// the reason. For explanations: rules ask for one kind of guard by `guard()`.

import type { Condition, Place } from '../python/semantics/index.ts';
import { Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { deepestInput, isMadeBy } from './derivation.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { atomsOf, type Check, comparisonOf, isGuarded, type Reading, readers } from './guards.ts';
import type { Session } from './session.ts';
import type { CheckView, GuardKind } from './site.ts';

/** More tests than these say no more to a reader. */
const mostChecks = 12;

export function findChecks(session: Session, use: Place): readonly CheckView[] {
  const { module, node } = use;
  const found: CheckView[] = [];
  for (const condition of module.conditionsAt(node)) {
    for (const { test, outcome } of atomsOf(module, condition)) {
      const check: Check = { session, module, value: node, test, outcome };
      found.push(...readingsOf(check, { test, outcome }));
      if (found.length >= mostChecks) return found.slice(0, mostChecks);
    }
  }
  return found;
}

function readingsOf(check: Check, { test, outcome }: Condition): readonly CheckView[] {
  const place = { module: check.module, node: test };
  const at = { path: check.module.path, span: spanOf(place), text: excerptOf(place), outcome };
  const readings = (Object.keys(readers) as GuardKind[]).flatMap((kind): CheckView[] => {
    const reading = readers[kind](check);
    if (reading === undefined) return [];
    const weakness = reading.weakness ?? (kind === 'prefix' ? whyNoContainment(check, reading) : undefined);
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
function whyNoContainment({ session, module, value }: Check, { against }: Reading): string | undefined {
  const isPath = against?.some((each) => typeof each === 'string' && each.includes('/') && !each.includes('://'));
  if (!isPath || isMadeBy(session, module.valueOf(value), resolving, deepestInput)) return undefined;
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
