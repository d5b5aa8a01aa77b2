// The page of security considerations filled in for a project: for each topic whether it is used, what fails, what is
// undecided and has to be asked of a human, and what shows that the rest is heeded. All formats of `heed report` are
// made of this.

import { type Finding, severities } from '../../core/index.ts';
import type { Rule } from '../../rulekit/index.ts';
import { coverageOf, page, type Topic } from '../../rules/index.ts';
import { type Counts, countFindings, listedFindings, type ReportView } from '../view.ts';

export interface FilledTopic {
  readonly topic: Topic;
  /** something in the project is a site of one of its considerations */
  readonly isUsed: boolean;
  /** of all findings, listed or not */
  readonly counts: Counts;
  /** findings that the view leaves out */
  readonly unlisted: number;
  /** sites that are reported under another topic, which this one speaks about too */
  readonly elsewhere: number;
  /** worst first */
  readonly failures: readonly Finding[];
  readonly questions: readonly Question[];
  readonly proofs: readonly Proof[];
  /** what comments suppress, worst first */
  readonly acknowledged: readonly Finding[];
}

/** What heed could not decide: one question for all sites of a rule. */
export interface Question {
  readonly ruleId: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What shows that a consideration is heeded, and where. */
export interface Proof {
  readonly ruleId: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function fillPage(view: ReportView): readonly FilledTopic[] {
  const ruleById = new Map(view.rules.map((rule) => [rule.id, rule]));
  const listed = new Set(listedFindings(view));
  return page.map((topic) => {
    const all = view.report.findings.filter((finding) => finding.topic === topic.id);
    const shown = all.filter((finding) => listed.has(finding));
    const active = shown.filter(({ suppression }) => suppression === undefined);
    const elsewhere = view.report.findings.filter(
      (finding) => finding.topic !== topic.id && finding.also.some((id) => id.startsWith(`${topic.id}/`)),
    ).length;
    return {
      topic,
      isUsed: all.length > 0 || elsewhere > 0,
      counts: countFindings(all),
      unlisted: all.length - shown.length,
      elsewhere,
      failures: active.filter(({ verdict }) => verdict === 'fail').sort(byWeight),
      questions: questionsOf(
        active.filter(({ verdict }) => verdict === 'open'),
        ruleById,
      ),
      proofs: groupsOf(
        active.filter(({ verdict }) => verdict === 'pass'),
        ({ ruleId, message }) => `${ruleId}\n${message}`,
      ).map((findings) => ({ ...headOf(findings), text: (findings[0] as Finding).message, findings })),
      acknowledged: shown.filter(({ suppression }) => suppression !== undefined).sort(byWeight),
    };
  });
}

function questionsOf(findings: readonly Finding[], ruleById: ReadonlyMap<string, Rule>): readonly Question[] {
  return groupsOf(findings, ({ ruleId }) => ruleId)
    .map((group) => [...group].sort(byWeight))
    .sort(([one], [other]) => byWeight(one as Finding, other as Finding))
    .map((group) => {
      const { ruleId } = headOf(group);
      return { ruleId, text: questionOf(ruleById.get(ruleId)?.title ?? ruleId), findings: group };
    });
}

/** What a rule warns of, as something to be asked. */
function questionOf(title: string): string {
  return `${title}: does that hold here?`;
}

function headOf(findings: readonly Finding[]): { readonly ruleId: string } {
  return { ruleId: (findings[0] as Finding).ruleId };
}

/** In the order of what comes first in each. */
function groupsOf(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** How many considerations of each topic have a rule. */
export function judgedOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  return new Map(coverageOf(rules).map(({ topic, implemented }) => [topic.id, implemented]));
}

/** Worst first; what weighs the same stays in the order of places. */
function byWeight(one: Finding, other: Finding): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity);
}
