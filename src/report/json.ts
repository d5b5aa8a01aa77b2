// The report for programs. The shape is documented for users in docs/report-json.md: members are added, never changed
// or taken away, without a new number in `format`.

import type { Evidence, Finding, Fix, Problem, Span } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { fingerprintsOf } from './fingerprint.ts';
import {
  countByTopic,
  countFindings,
  documentationRoot,
  listedFindings,
  type Places,
  placesOf,
  type ReportView,
} from './view.ts';

export function toJson(view: ReportView): string {
  const { report } = view;
  const places = placesOf(report);
  const listed = listedFindings(view);
  const toFinding = toFindingJson(listed, view.rules, places);
  const document = {
    format: 'heed-report/1',
    version: report.version,
    target: report.target,
    threatModel: report.threatModel,
    threatModelReason: report.threatModelReason,
    coverage: report.coverage,
    summary: {
      ...countFindings(report.findings),
      topics: countByTopic(report.findings).map(([topic, counts]) => ({ topic, ...counts })),
    },
    findings: listed.map(toFinding),
    problems: report.problems.map((problem) => toProblemJson(problem, places)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** How a finding is told; `listed` are all that are, for fingerprints that number what is equal. */
export function toFindingJson(listed: readonly Finding[], rules: readonly Rule[], places: Places) {
  const prints = fingerprintsOf(listed, places);
  const fingerprintOf = new Map(listed.map((finding, index) => [finding, prints[index]]));
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const toStep = ({ path, span, text, offset }: Evidence) => ({
    path,
    ...regionOf(places, path, span),
    ...(places.linesOf(path) === undefined ? { offset: span.start } : {}),
    ...(offset === undefined ? {} : { insideOffset: offset }),
    text,
  });
  return (finding: Finding) => {
    const rule = ruleById.get(finding.ruleId);
    return {
      ruleId: finding.ruleId,
      code: finding.code,
      topic: finding.topic,
      title: rule?.title ?? null,
      verdict: finding.verdict,
      severity: finding.severity,
      path: finding.path,
      role: finding.role,
      ...regionOf(places, finding.path, finding.span),
      data: finding.format === undefined ? null : toDataJson(finding),
      message: finding.message,
      messageId: finding.messageId ?? null,
      evidence: finding.evidence.map(toStep),
      trace: finding.trace.map(toStep),
      also: finding.also,
      suppression:
        finding.suppression === undefined
          ? null
          : {
              dialect: finding.suppression.dialect,
              reason: finding.suppression.reason ?? null,
              ...(finding.suppression.span === undefined
                ? { start: null, end: null }
                : regionOf(places, finding.path, finding.suppression.span)),
            },
      cwe: rule?.cwe ?? [],
      advice: rule?.advice ?? null,
      documentation: rule === undefined ? null : `${documentationRoot}${rule.anchor}`,
      fix: finding.fix === undefined ? null : toFixJson(finding.path, finding.fix, places),
      fingerprint: fingerprintOf.get(finding),
    };
  };
}

/** Where in a data file: offsets in bytes, of the file and of what lies in it. */
function toDataJson({ format, inside, offset, span }: Finding) {
  return {
    format,
    offset: span.start,
    length: span.end - span.start,
    inside: inside ?? [],
    insideOffset: offset ?? null,
  };
}

function toFixJson(path: string, { class: kind, title, obstacle, edits }: Fix, places: Places) {
  return {
    class: kind,
    title,
    obstacle: obstacle ?? null,
    edits: edits.map((edit) => ({ ...regionOf(places, path, edit), text: edit.text })),
  };
}

export function toProblemJson(problem: Problem, places: Places) {
  return {
    kind: problem.kind,
    path: problem.path,
    ...(problem.span === undefined ? { start: null, end: null } : regionOf(places, problem.path, problem.span)),
    message: problem.message,
    hidesCode: problem.hidesCode,
  };
}

/** Lines and columns from 1; columns count code points; `end` is behind the last character. */
function regionOf(places: Places, path: string, span: Span) {
  return { start: places.startOf(path, span) ?? null, end: places.endOf(path, span) ?? null };
}
