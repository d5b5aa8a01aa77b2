// The filled-in page for programs. The shape is documented for users in docs/report-json.md: members are added, never
// changed or taken away, without a new number in `format`.

import type { Use } from '../../core/index.ts';
import { ruleByCode } from '../../rules/index.ts';
import { toFindingJson, toProblemJson } from '../json.ts';
import { countFindings, documentationRoot, listedFindings, type Places, placesOf, type ReportView } from '../view.ts';
import { filesOf, fillPage } from './page.ts';

export function toPageJson(view: ReportView): string {
  const { report, rules } = view;
  const places = placesOf(report);
  const describe = toFindingJson(listedFindings(view), rules, places);
  const byCode = ruleByCode(rules);
  const topics = fillPage(view).map((filled) => ({
    topic: filled.topic.id,
    name: filled.topic.name,
    warning: filled.topic.warning,
    documentation: documentationRoot + filled.topic.anchor,
    used: filled.isUsed,
    use: filled.use === undefined ? null : toUseJson(filled.use, places),
    dataFiles: filled.dataFiles,
    sites: filled.sites,
    ...filled.counts,
    elsewhere: filled.elsewhere,
    considerations: filled.topic.considerations.map(({ code, title }) => ({
      code,
      title,
      ruleId: byCode.get(code)?.id ?? null,
    })),
    failures: filled.failures.map(describe),
    questions: filled.questions.map(({ ruleId, text, findings }) => ({
      ruleId,
      question: text,
      findings: findings.map(describe),
    })),
    evidence: filled.proofs.map(({ ruleId, text, findings }) => ({
      ruleId,
      evidence: text,
      findings: findings.map(describe),
    })),
    acknowledged: filled.acknowledged.map(describe),
  }));
  const document = {
    format: 'heed-page/1',
    version: report.version,
    target: report.target,
    threatModel: report.threatModel,
    threatModelReason: report.threatModelReason,
    coverage: report.coverage,
    summary: countFindings(report.findings),
    topics,
    problems: report.problems.map((problem) => toProblemJson(problem, places)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toUseJson(use: Use, places: Places) {
  const { path, span } = use.first;
  return {
    files: filesOf(use),
    filesByRole: use.filesByRole,
    first: { path, start: places.startOf(path, span) ?? null, end: places.endOf(path, span) ?? null },
  };
}
