// The report for people at a terminal: findings by file with their code, then problems, then a summary by topic and
// what was looked at. Whatever comes from scanned code passes through `visible`.

import type { Finding, Problem, VerdictKind } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { lossOf } from './loss.ts';
import { fixText } from './mending.ts';
import type { Style } from './style.ts';
import { compactTrace, expandedTrace, stepsOf } from './trace.ts';
import {
  acknowledgedBy,
  amount,
  type Counts,
  countByTopic,
  countFindings,
  innerPlaceText,
  isWhole,
  listedFindings,
  offsetText,
  type Places,
  placesOf,
  type ReportView,
  undecidedData,
} from './view.ts';
import { visible } from './visible.ts';

export function toTerminal(view: ReportView, layout: Layout): string {
  const { style, columns } = layout;
  const places = placesOf(view.report);
  const ruleById = new Map(view.rules.map((rule) => [rule.id, rule]));
  const listed = listedFindings(view).filter(({ suppression }) => suppression === undefined);
  const lines: string[] = [];
  let path: string | undefined;
  for (const finding of listed) {
    if (finding.path !== path) lines.push(style.strong(visible(finding.path)), '');
    path = finding.path;
    lines.push(...findingLines(finding, ruleById.get(finding.ruleId), places, layout), '');
  }
  lines.push(...problemLines(view.report.problems, places, style, columns));
  lines.push(...summaryLines(view, style));
  return `${lines.join('\n')}\n`;
}

/** One finding with its code, its proof and what to do; used by `heed explain` too. */
export function findingLines(
  finding: Finding,
  rule: Rule | undefined,
  places: Places,
  layout: Layout,
): readonly string[] {
  const { style, columns } = layout;
  const position = isWhole(finding) ? undefined : places.startOf(finding.path, finding.span);
  const at = position === undefined ? '' : `${position.line}:${position.column}`;
  const place = [at, innerPlaceText(finding, position !== undefined)].filter((each) => each !== '').join(' ');
  const word = finding.verdict === 'fail' ? finding.severity : finding.verdict;
  const head = [
    ...(place === '' ? [] : [style.strong(place)]),
    finding.verdict === 'fail'
      ? style.severity(finding.severity, word)
      : finding.verdict === 'pass'
        ? style.good(word)
        : style.mark(word),
    `${finding.ruleId} ${finding.code}`,
  ].join('  ');
  const lines = [`  ${head}`];
  const { headline, caption } = wordsOf(finding, rule);
  if (headline !== undefined) lines.push(`  ${headline}`);
  const framed = isWhole(finding) ? [] : frame({ ...finding, caption }, places, style, columns - 4);
  lines.push(...(framed.length === 0 && caption !== '' ? [caption] : framed).map((line) => `    ${line}`));
  lines.push(...traceLines(finding, places, layout));
  const steps = stepsOf(finding);
  for (const { path, span, text, offset } of finding.evidence) {
    // Where the value came in is the trace's first step.
    if (steps.some((step) => step.path === path && step.span.start === span.start)) continue;
    const where = places.startOf(path, span);
    const inFile =
      where === undefined || offset !== undefined ? offsetText(offset ?? span.start) : `line ${where.line}`;
    const place = path === finding.path ? inFile : `${visible(path)}:${where?.line}`;
    lines.push(`    ${style.faint('proof')}   ${place}: ${visible(text)}`);
  }
  if (finding.also.length > 0) lines.push(`    ${style.faint('also')}    ${finding.also.join(', ')}`);
  if (finding.suppression !== undefined) {
    lines.push(
      `    ${style.faint('hidden')}  by ${finding.suppression.span === undefined ? '' : 'a '}${acknowledgedBy(finding.suppression)}`,
    );
  }
  // What is done by hand is the rule's advice.
  if (finding.fix !== undefined && finding.fix.class !== 'advice')
    lines.push(`    ${style.faint('fix')}     ${fixText(finding.fix)}`);
  if (rule !== undefined) {
    if (finding.verdict !== 'pass') lines.push(`    ${style.faint('advice')}  ${rule.advice}`);
    lines.push(`    ${style.faint('docs')}    ${rule.anchor}`);
  }
  return lines;
}

/** Columns in front of what follows a label. */
const labelColumns = 12;

function traceLines(finding: Finding, places: Places, layout: Layout): readonly string[] {
  const label = `    ${layout.style.faint('trace')}   `;
  if (!layout.expandsTraces) {
    const line = compactTrace(finding, places, layout, layout.columns - labelColumns);
    return line === '' ? [] : [`${label}${line}`];
  }
  const inner = { ...layout, columns: layout.columns - labelColumns };
  return expandedTrace(finding, places, inner).map(
    (line, at) => `${at === 0 ? label : ' '.repeat(labelColumns)}${line}`,
  );
}

/** A title names the hazard, as a failure deserves; what heeds it is told by its evidence, and a question asks. */
function wordsOf(
  { verdict, message }: Finding,
  rule: Rule | undefined,
): { readonly headline: string | undefined; readonly caption: string } {
  if (verdict === 'pass') return { headline: visible(message), caption: '' };
  const title = verdict === 'open' && rule !== undefined ? `${rule.title}: does that hold here?` : rule?.title;
  return { headline: title, caption: visible(message) };
}

export function problemLines(
  problems: readonly Problem[],
  places: Places,
  style: Style,
  columns: number,
): readonly string[] {
  if (problems.length === 0) return [];
  const lines = [style.strong(amount(problems.length, 'problem')), ''];
  for (const problem of problems) {
    const position = problem.span === undefined ? undefined : places.startOf(problem.path, problem.span);
    const at = position === undefined ? '' : `:${position.line}:${position.column}`;
    const what = visible(lossOf(problem));
    lines.push(`  ${visible(problem.path)}${at}  ${problem.hidesCode ? style.bad(what) : what}`);
    if (problem.span !== undefined) {
      const framed = frame({ path: problem.path, span: problem.span, caption: '' }, places, style, columns - 4);
      lines.push(...framed.map((line) => `    ${line}`));
    }
  }
  return [...lines, ''];
}

function summaryLines(view: ReportView, style: Style): readonly string[] {
  const { report } = view;
  const lines: string[] = [];
  const topics = countByTopic(report.findings);
  if (topics.length > 0) {
    const width = Math.max(5, ...topics.map(([topic]) => topic.length));
    const row = (name: string, { fail, open, pass }: Record<'fail' | 'open' | 'pass', string | number>): string =>
      `${name.padEnd(width)}  ${String(fail).padStart(6)}  ${String(open).padStart(6)}  ${String(pass).padStart(6)}`;
    lines.push(style.faint(row('topic', { fail: 'fail', open: 'open', pass: 'pass' })));
    for (const [topic, counts] of topics) lines.push(row(topic, counts));
    lines.push(style.strong(row('total', countFindings(report.findings))), '');
  }
  lines.push(verdictLine(countFindings(report.findings), view, style), coverageLine(view, style));
  return lines;
}

export function verdictLine(counts: Counts, view: ReportView, style: Style): string {
  const unseen = (verdict: VerdictKind): string => (view.show.has(verdict) ? '' : ` (--show ${verdict})`);
  const failures = `${style.bad(amount(counts.fail, 'failure'))}${unseen('fail')}`;
  const parts = [counts.fail === 0 ? style.good('nothing fails') : failures];
  if (counts.open > 0) parts.push(`${counts.open.toLocaleString('en')} undecided${unseen('open')}`);
  const data = undecidedData(view.report, view.minSeverity).length;
  if (data > 0) parts.push(style.bad(`${data.toLocaleString('en')} of them about data that is not shown to be safe`));
  if (counts.pass > 0) parts.push(`${counts.pass.toLocaleString('en')} heeded${unseen('pass')}`);
  if (counts.suppressed > 0) parts.push(`${counts.suppressed.toLocaleString('en')} suppressed ${suppressedBy(view)}`);
  const { report, minSeverity, show } = view;
  const below = report.findings.filter(({ verdict, suppression }) => suppression === undefined && show.has(verdict));
  const hidden = below.length - listedFindings(view).filter(({ suppression }) => suppression === undefined).length;
  if (hidden > 0) parts.push(`${hidden.toLocaleString('en')} below ${minSeverity} not listed`);
  return parts.join(', ');
}

/** `by comments`; where configuration acknowledges something, `by comments and configuration`. */
function suppressedBy({ report }: ReportView): string {
  const dialects = report.findings.flatMap(({ suppression }) => suppression?.dialect ?? []);
  const isConfigured = dialects.includes('configuration');
  const isCommented = dialects.some((dialect) => dialect !== 'configuration');
  return `by ${[...(isCommented ? ['comments'] : []), ...(isConfigured ? ['configuration'] : [])].join(' and ')}`;
}

export function coverageLine({ report }: ReportView, style: Style): string {
  const { files, analysed, partly, notAnalysed, cutShort } = report.coverage;
  const parts = [`${analysed.toLocaleString('en')} of ${amount(files, 'file')} analysed`];
  if (partly > 0) parts.push(style.bad(`${partly.toLocaleString('en')} only in part`));
  if (notAnalysed > 0) parts.push(style.bad(`${notAnalysed.toLocaleString('en')} not at all`));
  if (cutShort > 0) parts.push(`${amount(cutShort, 'function')} judged by text alone, too much to run whole`);
  return `${parts.join(', ')} · ${report.target} · threat model ${report.threatModel} (${visible(report.threatModelReason)})`;
}
