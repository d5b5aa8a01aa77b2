// One site, one report. A rule says one thing of a site; of several rules that object to a call or an assignment, the
// gravest speaks and names the others.

import { type Finding, severities } from '../core/index.ts';
import type { Trigger } from '../rulekit/index.ts';

/** The verdicts of one rule on one site. */
interface Judged {
  /** `node`: one number a site */
  readonly site: { readonly kind: Trigger['kind']; readonly node: number };
  readonly findings: readonly Finding[];
}

const order = { fail: 0, open: 1, pass: 2 } as const;

/** Negative when `one` speaks before `other`: proven before open, then severity, then the rule's code. */
function compare(one: Finding, other: Finding): number {
  return (
    order[one.verdict] - order[other.verdict] ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    compareText(one.code, other.code) ||
    one.span.start - other.span.start
  );
}

export function dedupe(judged: readonly Judged[]): readonly Finding[] {
  const bySite = new Map<number, Judged[]>();
  for (const each of judged) {
    const known = bySite.get(each.site.node);
    if (known === undefined) bySite.set(each.site.node, [each]);
    else known.push(each);
  }
  return [...bySite.values()].flatMap(dedupeSite);
}

function dedupeSite(judged: readonly Judged[]): readonly Finding[] {
  // A class can heed one consideration and fail another in different methods; nothing of it is left out.
  if (judged.every(({ site }) => site.kind === 'class')) {
    return uniqueSubjects(judged.flatMap(({ findings }) => findings));
  }
  const byRule = new Map<string, Finding>();
  for (const finding of judged.flatMap(({ findings }) => findings)) {
    const known = byRule.get(finding.ruleId);
    if (known === undefined || compare(finding, known) < 0) byRule.set(finding.ruleId, finding);
  }
  const all = [...byRule.values()].sort(compare);
  const objections = all.filter(({ verdict }) => verdict !== 'pass');
  const [first, ...others] = objections;
  const passes = all.filter(({ verdict }) => verdict === 'pass');
  if (first === undefined) return passes;
  return [{ ...first, also: others.map(({ ruleId }) => ruleId).sort() }, ...passes];
}

/** Of several verdicts of a rule on one method or attribute, the gravest. */
function uniqueSubjects(findings: readonly Finding[]): readonly Finding[] {
  const bySubject = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.span.start} ${finding.span.end}`;
    const known = bySubject.get(key);
    if (known === undefined || compare(finding, known) < 0) bySubject.set(key, finding);
  }
  return [...bySubject.values()];
}

/** By path, place and rule: the same for every number of workers. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      compareText(one.path, other.path) ||
      one.span.start - other.span.start ||
      one.span.end - other.span.end ||
      compareText(one.ruleId, other.ruleId) ||
      compareText(one.code, other.code),
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
