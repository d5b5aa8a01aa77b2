// A report as the data that its HTML page carries.

import type { Evidence, Finding, Fix, Use } from '../../core/index.ts';
import type { Rule } from '../../rulekit/index.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { lossOf } from '../loss.ts';
import { fixCommand, fixText, type MendedLines, mendedLines } from '../mending.ts';
import { type FilledTopic, fillPage, judgedOf, useOf } from '../page/page.ts';
import { stepsOf, withoutMiddle } from '../trace.ts';
import {
  acknowledgedBy,
  type Counts,
  countFindings,
  documentationRoot,
  innerPlaceText,
  isWhole,
  listedFindings,
  offsetText,
  type Places,
  placesOf,
  projectOf,
  type ReportView,
  runFacts,
} from '../view.ts';
import { visible } from '../visible.ts';
import { createExcerpts, type Excerpts } from './code.ts';
import type { FixOffer, Group, ReportPage, Row, RuleText, State, Stop, TopicPage } from './data.ts';

/** More do not fit into a page that is to open at once; the worst are kept, and what is left out is told. */
const mostRows = 20_000;
const mostProblems = 500;
const mostSteps = 100;
const mostProofs = 20;

export function toReportPage(view: ReportView): ReportPage {
  const { report } = view;
  const places = placesOf(report);
  // What hides code comes first.
  const problems = [...report.problems].sort((one, other) => Number(other.hidesCode) - Number(one.hidesCode));
  const excerpts = createExcerpts(places, (path) => report.files.get(path)?.bytes);
  const topics = fillPage(view);
  const kept = keptOf(topics);
  const all = topics.flatMap(findingsOf);
  const idOf = linksTo(listedFindings(view), places);
  const speaking = new Set(all.map(({ ruleId }) => ruleId));
  const rules = view.rules.filter(({ id }) => speaking.has(id));
  const ruleIndexById = new Map(rules.map(({ id }, at) => [id, at]));
  const codeById = new Map(view.rules.map(({ id, code }) => [id, code]));
  const rowOf = (finding: Finding): Row =>
    toRow(finding, {
      id: idOf.get(finding) ?? '',
      rule: ruleIndexById.get(finding.ruleId) ?? -1,
      also: finding.also.map((id) => codeById.get(id) ?? visible(id)),
      excerpts,
      places,
    });
  const judged = judgedOf(view.rules);
  return {
    project: visible(projectOf(view)),
    facts: runFacts(report).map(visible),
    counts: toStates(countFindings(report.findings)),
    topics: topics.map((filled) => toTopic(filled, judged.get(filled.topic.id) ?? 0, kept, rowOf, places)),
    rules: rules.map(toRuleText),
    problems: problems.slice(0, mostProblems).map((problem) => ({
      at: excerpts.placeOf(problem.path, problem.span),
      text: visible(lossOf(problem)),
      hidesCode: problem.hidesCode,
    })),
    hiding: problems.filter(({ hidesCode }) => hidesCode).length,
    leftOut: all.length - kept.size,
    problemsLeftOut: Math.max(0, problems.length - mostProblems),
    files: excerpts.files(),
  };
}

/** Fingerprints; where several findings have one, as in files that are copies, the later ones are numbered. */
function linksTo(findings: readonly Finding[], places: Places): ReadonlyMap<Finding, string> {
  const uses = new Map<string, number>();
  return new Map(
    fingerprintsOf(findings, places).map((print, at) => {
      const use = (uses.get(print) ?? 0) + 1;
      uses.set(print, use);
      return [findings[at] as Finding, use === 1 ? print : `${print}-${use}`];
    }),
  );
}

function findingsOf({ failures, questions, proofs, acknowledged }: FilledTopic): readonly Finding[] {
  const grouped = [...questions, ...proofs].flatMap(({ findings }) => findings);
  return [...failures, ...grouped, ...acknowledged];
}

/** Failures of all topics come before the rest. */
function keptOf(topics: readonly FilledTopic[]): ReadonlySet<Finding> {
  const failures = topics.flatMap((topic) => topic.failures);
  const open = topics.flatMap(({ questions }) => questions.flatMap(({ findings }) => findings));
  const worstFirst = new Set([...failures, ...open, ...topics.flatMap(findingsOf)]);
  return new Set([...worstFirst].slice(0, mostRows));
}

function toTopic(
  filled: FilledTopic,
  judged: number,
  kept: ReadonlySet<Finding>,
  rowOf: (finding: Finding) => Row,
  places: Places,
): TopicPage {
  const { topic, isUsed, use, sites, counts, elsewhere, unlisted, failures, questions, proofs, acknowledged } = filled;
  const groupOf = (state: State, heading: string, findings: readonly Finding[], hasOneRule: boolean): Group => {
    const rows = findings.filter((finding) => kept.has(finding)).map(rowOf);
    const rule = rows[0]?.rule ?? -1;
    return { state, heading: visible(heading), ...(hasOneRule && rule >= 0 ? { rule } : {}), rows };
  };
  const groups = [
    groupOf('fail', 'Fails', failures, false),
    ...questions.map(({ text, findings }) => groupOf('open', text, findings, true)),
    ...proofs.map(({ text, findings }) => groupOf('pass', text, findings, true)),
    groupOf('acknowledged', 'Acknowledged', acknowledged, false),
  ];
  return {
    id: topic.id,
    name: topic.name,
    warning: topic.warning,
    documentation: documentationRoot + topic.anchor,
    considerations: topic.considerations.length,
    judged,
    counts: toStates(counts),
    isUsed,
    use: useOf(filled),
    ...(use === undefined ? {} : { first: placeText(use, places) }),
    sites,
    elsewhere,
    unlisted,
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

function placeText({ first: { path, span } }: Use, places: Places): string {
  const line = places.startOf(path, span)?.line;
  return visible(line === undefined ? path : `${path}:${line}`);
}

function toRow(
  finding: Finding,
  about: {
    readonly id: string;
    readonly rule: number;
    readonly also: readonly string[];
    readonly excerpts: Excerpts;
    readonly places: Places;
  },
): Row {
  const { id, rule, also, excerpts, places } = about;
  const { severity, role, verdict, suppression, fix } = finding;
  const hasLine = places.linesOf(finding.path) !== undefined;
  const inData = innerPlaceText(finding, hasLine);
  const toStop = ({ path, span, text, offset }: Evidence): Stop => {
    const isShownByOffset = offset !== undefined || places.linesOf(path) === undefined;
    const where = finding.format !== undefined && isShownByOffset ? `${offsetText(offset ?? span.start)} ` : '';
    return { at: excerpts.placeOf(path, span), text: where + visible(text) };
  };
  const trace = stepsOf(finding);
  const proof = finding.evidence.filter(
    ({ path, span }) => !trace.some((step) => step.path === path && step.span.start === span.start),
  );
  return {
    id,
    rule,
    state: suppression === undefined ? verdict : 'acknowledged',
    severity,
    role,
    at: excerpts.placeOf(finding.path, isWhole(finding) ? undefined : finding.span),
    ...(inData === '' ? {} : { inData }),
    message: visible(finding.message),
    ...(trace.length === 0
      ? {}
      : { trace: withoutMiddle(trace, mostSteps).map((step) => (typeof step === 'number' ? step : toStop(step))) }),
    ...(proof.length === 0 ? {} : { proof: proof.slice(0, mostProofs).map(toStop) }),
    ...(also.length === 0 ? {} : { also }),
    ...(fix === undefined ? {} : { fix: toOffer(fix, mendedLines(finding, places)) }),
    ...(suppression === undefined ? {} : { reason: acknowledgedBy(suppression) }),
  };
}

function toOffer(fix: Fix, changes: readonly MendedLines[]): FixOffer {
  const command = fix.obstacle === undefined && fix.edits.length > 0 ? fixCommand(fix.class) : undefined;
  return { text: fixText(fix), ...(command === undefined ? {} : { command }), changes };
}

function toRuleText({ id, code, title, advice, docs, anchor, cwe }: Rule): RuleText {
  return {
    id,
    code,
    title,
    advice,
    why: docs.why,
    limits: docs.limits,
    evidence: docs.evidence,
    documentation: documentationRoot + anchor,
    cwe,
  };
}

function toStates({ suppressed, ...verdicts }: Counts): Readonly<Record<State, number>> {
  return { ...verdicts, acknowledged: suppressed };
}
