// The filled-in page as Markdown, for pull requests, wikis and audits that are kept as text. Whatever comes from scanned
// code stands in code spans and fences that it cannot end.

import type { Finding } from '../../core/index.ts';
import type { Rule } from '../../rulekit/index.ts';
import { lossOf } from '../loss.ts';
import { fixText, mendedLines } from '../mending.ts';
import { stepsOf, withoutMiddle } from '../trace.ts';
import {
  amount,
  countFindings,
  documentationRoot,
  type Places,
  placesOf,
  placeText,
  projectOf,
  type ReportView,
  runFacts,
} from '../view.ts';
import { visible } from '../visible.ts';
import { type FilledTopic, filesOf, fillPage, judgedOf, useOf } from './page.ts';

const mostLines = 8;
const mostColumns = 160;
const mostSteps = 20;

export function toMarkdown(view: ReportView): string {
  const { report } = view;
  const places = placesOf(report);
  const ruleById = new Map(view.rules.map((rule) => [rule.id, rule]));
  const judged = judgedOf(view.rules);
  const filled = fillPage(view);
  const { fail, open, pass, suppressed } = countFindings(report.findings);
  const rows = filled.map(
    ({ topic, use, dataFiles, sites, counts }) =>
      `| ${topic.name} | ${(use === undefined ? 0 : filesOf(use)) + dataFiles || ''} | ${sites > 0 ? `${counts.fail} | ${counts.open} | ${counts.pass} | ${counts.suppressed}` : `${use === undefined ? 'not used' : 'no site'} | | |`} |`,
  );
  const lines = [
    `# Security considerations of Python in ${span(visible(projectOf(view)))}`,
    '',
    `${amount(fail, 'failure')}, ${open} undecided, ${pass} heeded, ${suppressed} acknowledged.`,
    '',
    ...runFacts(report).map((fact) => `- ${prose(visible(fact))}`),
    '',
    '| topic | files | fails | undecided | heeded | acknowledged |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows,
    ...filled.flatMap((each) => topicLines(each, judged.get(each.topic.id) ?? 0, ruleById, places)),
  ];
  if (report.problems.length > 0) lines.push('', '## Problems', '');
  for (const problem of report.problems) {
    const place =
      problem.span === undefined ? visible(problem.path) : placeText({ ...problem, span: problem.span }, places);
    lines.push(`- ${span(place)} ${prose(visible(lossOf(problem)))}`);
  }
  return `${lines.join('\n')}\n`;
}

function topicLines(
  filled: FilledTopic,
  judged: number,
  ruleById: ReadonlyMap<string, Rule>,
  places: Places,
): readonly string[] {
  const { topic, use, elsewhere, unlisted, failures, questions, proofs, acknowledged } = filled;
  const numberOf = (ruleId: string): string => ruleById.get(ruleId)?.code ?? ruleId;
  const scope = `${judged} of ${topic.considerations.length} considerations are judged.`;
  const notes = [
    ...(elsewhere > 0 ? [`${amount(elsewhere, 'site')} of other topics also belong here.`] : []),
    ...(unlisted > 0 ? [`${amount(unlisted, 'verdict')} not listed.`] : []),
  ];
  const lines = [
    '',
    `## ${topic.name}`,
    '',
    `${sentence(useOf(filled))}${use === undefined ? '.' : `, first in ${span(placeText(use.first, places))}.`}`,
    '',
    `${topic.warning} ${[scope, ...notes].join(' ')} [Documentation](${documentationRoot}${topic.anchor})`,
  ];
  if (failures.length > 0) lines.push('', '### Fails');
  for (const finding of failures) lines.push('', ...failureLines(finding, ruleById.get(finding.ruleId), places));
  if (questions.length > 0) lines.push('', '### Undecided');
  for (const { ruleId, text, findings } of questions) {
    lines.push('', `**${numberOf(ruleId)}** ${prose(text)}`, '');
    for (const finding of findings)
      lines.push(`- ${span(placeText(finding, places))} ${prose(visible(finding.message))}`);
  }
  if (proofs.length > 0) lines.push('', '### Heeded', '');
  for (const { ruleId, text, findings } of proofs) {
    const where = findings.map((finding) => span(placeText(finding, places)));
    lines.push(`- **${numberOf(ruleId)}** ${prose(visible(text))}: ${where.join(', ')}`);
  }
  if (acknowledged.length > 0) lines.push('', '### Acknowledged', '');
  for (const finding of acknowledged) {
    const reason = finding.suppression?.reason;
    const why = reason === undefined ? 'without a reason' : prose(visible(reason));
    lines.push(`- **${numberOf(finding.ruleId)}** ${span(placeText(finding, places))} ${why}`);
  }
  return lines;
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

function failureLines(finding: Finding, rule: Rule | undefined, places: Places): readonly string[] {
  const head = `**${finding.severity}** ${rule?.code ?? finding.ruleId} ${span(placeText(finding, places))}`;
  const lines = [`${head}  `, prose(visible(finding.message)), '', ...codeOf(finding, places)];
  const steps = withoutMiddle(stepsOf(finding), mostSteps);
  if (steps.length > 0) lines.push('');
  steps.forEach((step, at) => {
    const text =
      typeof step === 'number'
        ? `… ${amount(step, 'step')} …`
        : `${span(placeText(step, places))} ${prose(visible(step.text))}`;
    lines.push(`${at + 1}. ${text}`);
  });
  if (rule !== undefined) lines.push('', `Advice: ${prose(rule.advice)}`);
  if (finding.fix !== undefined) lines.push('', `Fix: ${prose(fixText(finding.fix))}`, ...diffOf(finding, places));
  return lines;
}

function diffOf(finding: Finding, places: Places): readonly string[] {
  const lines = mendedLines(finding, places).flatMap(({ before, after }) => [
    ...before.map((line) => `-${line}`),
    ...after.map((line) => `+${line}`),
  ]);
  return lines.length === 0 ? [] : ['', ...fence('diff', lines)];
}

/** The lines that a finding points at. */
function codeOf({ path, span: { start, end }, format }: Finding, places: Places): readonly string[] {
  const index = places.linesOf(path);
  if (index === undefined) return [];
  const first = index.lineOf(start);
  const last = Math.min(index.lineOf(Math.max(start, end - 1)), first + mostLines - 1);
  const lines = Array.from({ length: last - first + 1 }, (_, at) => {
    const text = visible(places.textOfLine(path, first + at));
    return text.length > mostColumns ? `${text.slice(0, mostColumns)}…` : text;
  });
  return fence(format === undefined ? 'python' : 'text', lines);
}

/** A fence that its lines cannot end (CommonMark 4.5). */
function fence(language: string, lines: readonly string[]): readonly string[] {
  const marks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [marks + language, ...lines, marks];
}

/** A code span; one that holds backticks is fenced by more of them (CommonMark 6.1). */
function span(text: string): string {
  const marks = '`'.repeat(longestRun(text) + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${marks}${room}${text}${room}${marks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Text that means nothing to Markdown (CommonMark 2.4: any ASCII punctuation may be escaped), nor to GitHub's. */
function prose(text: string): string {
  return text.replace(/[\\`*_[\]<>&#|~@!]/g, '\\$&').replace(/(https?):\/\//g, '$1\\://');
}
