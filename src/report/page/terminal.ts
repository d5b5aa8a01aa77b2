// The filled-in page for people at a terminal: topic by topic what fails, worst first, what has to be asked, and what
// shows that the rest is heeded. Places are listed up to a few; a file has them all.

import type { Finding } from '../../core/index.ts';
import type { Rule } from '../../rulekit/index.ts';
import type { Layout } from '../layout.ts';
import { coverageLine, findingLines, problemLines, verdictLine } from '../terminal.ts';
import { amount, countFindings, type Places, placesOf, placeText, type ReportView } from '../view.ts';
import { columnsOf, visible } from '../visible.ts';
import { type FilledTopic, fillPage, judgedOf, useOf } from './page.ts';

/** Places of one question or proof; of more, the rest are counted. */
const mostPlaces = 8;

export function toTerminalPage(view: ReportView, layout: Layout): string {
  const { style, columns } = layout;
  const places = placesOf(view.report);
  const ruleById = new Map(view.rules.map((rule) => [rule.id, rule]));
  const judged = judgedOf(view.rules);
  const lines = fillPage(view).flatMap((filled, at, all) => {
    const isLast = filled.sites > 0 || all[at + 1]?.sites !== 0;
    const own = topicLines(filled, judged.get(filled.topic.id) ?? 0, ruleById, places, layout);
    return isLast ? [...own, ''] : own;
  });
  lines.push(...problemLines(view.report.problems, places, style, columns));
  lines.push(verdictLine(countFindings(view.report.findings), view, style), coverageLine(view, style));
  return `${lines.join('\n')}\n`;
}

function topicLines(
  filled: FilledTopic,
  judged: number,
  ruleById: ReadonlyMap<string, Rule>,
  places: Places,
  layout: Layout,
): readonly string[] {
  const { style } = layout;
  const { topic, sites, failures, questions, proofs, acknowledged } = filled;
  const scope = `${judged} of ${topic.considerations.length} considerations judged`;
  const use = `${useOf(filled)}${firstUse(filled, places)}`;
  if (sites === 0) return [`${style.strong(topic.name)}  ${style.faint(`${use} (${scope})`)}`];
  const lines = [
    `${style.strong(topic.name)}  ${sumsOf(filled, layout)}  ${style.faint(`${scope}, ${topic.anchor}`)}`,
    style.faint(use),
    topic.warning,
  ];
  for (const finding of failures) {
    const [head = '', ...rest] = findingLines(finding, ruleById.get(finding.ruleId), places, layout);
    lines.push('', `  ${style.strong(headOf(finding, places))}${head.trimStart()}`, ...rest);
  }
  for (const { ruleId, text, findings } of questions) {
    const code = ruleById.get(ruleId)?.code ?? ruleId;
    lines.push('', `  ${style.mark('ask')}  ${code}  ${text}`);
    lines.push(...listed(findings, places, layout, ({ message }) => visible(message)));
  }
  if (proofs.length > 0) lines.push('');
  for (const { ruleId, text, findings } of proofs) {
    lines.push(`  ${style.good('heeded')}  ${ruleById.get(ruleId)?.code ?? ruleId}  ${visible(text)}`);
    lines.push(...onOneLine(findings, places, layout));
  }
  for (const finding of acknowledged) {
    const { suppression, ruleId } = finding;
    const reason = suppression?.reason === undefined ? 'without a reason' : visible(suppression.reason);
    lines.push('', `  ${style.faint('acknowledged')}  ${ruleId}  ${placeText(finding, places)}  ${reason}`);
  }
  return lines;
}

function firstUse({ use }: FilledTopic, places: Places): string {
  return use === undefined ? '' : `, first in ${placeText(use.first, places)}`;
}

function sumsOf({ counts, elsewhere, unlisted }: FilledTopic, { style }: Layout): string {
  const parts = [
    ...(counts.fail > 0 ? [style.bad(amount(counts.fail, 'failure'))] : []),
    ...(counts.open > 0 ? [`${counts.open.toLocaleString('en')} undecided`] : []),
    ...(counts.pass > 0 ? [style.good(`${counts.pass.toLocaleString('en')} heeded`)] : []),
    ...(counts.suppressed > 0 ? [`${counts.suppressed.toLocaleString('en')} acknowledged`] : []),
    ...(elsewhere > 0 ? [`${amount(elsewhere, 'site')} under other topics`] : []),
    ...(unlisted > 0 ? [`${unlisted.toLocaleString('en')} not listed`] : []),
  ];
  return parts.join(', ');
}

/** A line for each place, with what is said there. */
function listed(
  findings: readonly Finding[],
  places: Places,
  { style }: Layout,
  saidOf: (finding: Finding) => string,
): readonly string[] {
  const lines = findings
    .slice(0, mostPlaces)
    .map((finding) => `       ${placeText(finding, places)}  ${saidOf(finding)}`);
  const more = findings.length - mostPlaces;
  return more > 0 ? [...lines, style.faint(`       … and ${more.toLocaleString('en')} more`)] : lines;
}

/** As many places as fit. */
function onOneLine(findings: readonly Finding[], places: Places, { style, columns }: Layout): readonly string[] {
  const indent = '          ';
  let line = '';
  let count = 0;
  for (const finding of findings) {
    const place = placeText(finding, places);
    if (count > 0 && columnsOf(`${indent}${line}, ${place}`) > columns - 16) break;
    line += count === 0 ? place : `, ${place}`;
    count++;
  }
  const more = findings.length - count;
  return [style.faint(`${indent}${line}${more > 0 ? ` … and ${more.toLocaleString('en')} more` : ''}`)];
}

/** In front of a line and column; where there are none, the path stands by itself. */
function headOf({ path, span }: Finding, places: Places): string {
  return `${visible(path)}${places.startOf(path, span) === undefined ? ' ' : ':'}`;
}
