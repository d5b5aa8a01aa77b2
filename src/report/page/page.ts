// The page of security considerations filled in for a project: for each topic whether it is used, what fails, what is
// undecided and has to be asked of a human, and what shows that the rest is heeded. All formats of `heed report` are
// made of this.

import { type Finding, severities, type Use } from '../../core/index.ts';
import type { Rule } from '../../rulekit/index.ts';
import { coverageOf, page, type Topic } from '../../rules/index.ts';
import { amount, type Counts, countFindings, listedFindings, type ReportView } from '../view.ts';

export interface FilledTopic {
  readonly topic: Topic;
  /** its module is imported, or something is a site of one of its considerations */
  readonly isUsed: boolean;
  /** where its module is imported; for how Python is started, where that is */
  readonly use: Use | undefined;
  /** data files that its considerations speak about */
  readonly dataFiles: number;
  /** of its considerations, those under other topics included */
  readonly sites: number;
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
    const sites = all.length + elsewhere;
    const dataFiles = new Set(all.filter(({ format }) => format !== undefined).map(({ path }) => path)).size;
    const use = topic.module === undefined ? view.report.starts : view.report.imports.get(topic.module);
    return {
      topic,
      isUsed: use !== undefined || sites > 0,
      use,
      dataFiles,
      sites,
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
      return { ruleId, text: questionOf(ruleById.get(ruleId), ruleId), findings: group };
    });
}

function questionOf(rule: Rule | undefined, ruleId: string): string {
  return rule?.question ?? `${rule?.title ?? ruleId}: does that hold here?`;
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

/** `not used`, `used in 3 files (1 test), no site of its considerations`, `used in 3 files, 2 data files, 12 sites` */
export function useOf({ topic, use, sites, dataFiles }: FilledTopic): string {
  if (use === undefined && sites === 0) return 'not used';
  const amountFound = sites === 0 ? 'no site of its considerations' : amount(sites, 'site');
  const found = dataFiles === 0 ? amountFound : `${amount(dataFiles, 'data file')}, ${amountFound}`;
  if (use === undefined) return topic.module === undefined ? found : `not imported, ${found}`;
  const files = filesOf(use);
  const tests = use.filesByRole.test ?? 0;
  const apart = tests === 0 ? '' : tests === files ? ' (tests only)' : ` (${amount(tests, 'test')})`;
  const verb = topic.module === undefined ? 'applies: Python is started in' : 'used in';
  return `${verb} ${amount(files, 'file')}${apart}, ${found}`;
}

export function filesOf({ filesByRole }: Use): number {
  return Object.values(filesByRole).reduce((sum, count) => sum + count, 0);
}

/** How many considerations of each topic have a rule. */
export function judgedOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  return new Map(coverageOf(rules).map(({ topic, implemented }) => [topic.id, implemented]));
}

/** Worst first; what weighs the same stays in the order of places. */
function byWeight(one: Finding, other: Finding): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity);
}
