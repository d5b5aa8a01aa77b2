// `heed explain`: what a rule means, or what heed says about one line and why.

import type { CheckRequest } from '../config/index.ts';
import { UsageError } from '../core/index.ts';
import { documentationRoot, findingLines, placesOf, type Style, visible } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { nearestTo, scan } from '../scan/index.ts';
import { defaultColumns, optionsFor } from './check.ts';
import type { Terminal } from './terminal.ts';

export async function explain(
  subject: string,
  request: CheckRequest,
  style: Style,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<string> {
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(subject);
  if (place !== null) return explainLine(place[1] as string, Number(place[2]), request, style, terminal, rules);
  const named = rulesNamed(subject, rules);
  if (named.length === 0) {
    const near = nearestTo(
      subject,
      rules.flatMap(({ id, code }) => [id, code]),
    );
    throw new UsageError(
      `there is no rule ${subject}; ${near === undefined ? 'heed rules lists them' : `did you mean ${near}?`}`,
    );
  }
  return named.map((rule) => explainRule(rule, style)).join('\n');
}

/** By id, code, another tool's code, or topic; several rules can share the last two. */
function rulesNamed(subject: string, rules: readonly Rule[]): readonly Rule[] {
  const word = subject.toUpperCase();
  return rules.filter(
    ({ id, code, alsoCodes, aliases }) =>
      id.toUpperCase() === word ||
      [code, ...(alsoCodes ?? []), ...aliases].some((each) => each.toUpperCase() === word) ||
      id.toUpperCase().startsWith(`${word}/`),
  );
}

function explainRule(rule: Rule, style: Style): string {
  const { network, file, shipped, constant } = rule.severity;
  const indent = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n');
  const codes = [rule.code, ...(rule.alsoCodes ?? [])].join(', ');
  return [
    `${style.strong(rule.id)}  ${codes}`,
    rule.title,
    '',
    rule.docs.why,
    '',
    style.strong('Fails'),
    indent(rule.docs.fails),
    '',
    style.strong('Passes'),
    indent(rule.docs.passes),
    '',
    style.strong('What shows that it is heeded'),
    ...(rule.docs.evidence.length === 0
      ? ['    nothing yet: the rule never says pass']
      : rule.docs.evidence.map((each) => `    ${each}`)),
    '',
    `${style.strong('Advice')}     ${rule.advice}`,
    `${style.strong('Limits')}     ${rule.docs.limits}`,
    `${style.strong('Severity')}   network ${network}, file ${file}, shipped ${shipped}, constant ${constant}`,
    `${style.strong('CWE')}        ${rule.cwe.join(', ')}`,
    ...(rule.aliases.length === 0 ? [] : [`${style.strong('Also as')}    ${rule.aliases.join(', ')}`]),
    `${style.strong('Docs')}       ${documentationRoot}${rule.anchor}`,
    `${style.strong('Suppress')}   # heed: ignore[${rule.id}] -- reason`,
    '',
  ].join('\n');
}

async function explainLine(
  path: string,
  line: number,
  request: CheckRequest,
  style: Style,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<string> {
  const options = optionsFor({ ...request, paths: [path] }, terminal);
  const report = await scan(options.scan, rules, terminal.machine);
  const places = placesOf(report);
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const isHere = (span: { readonly start: number; readonly end: number }): boolean => {
    const index = places.linesOf(path);
    if (index === undefined) return false;
    return index.lineOf(span.start) <= line && line <= index.lineOf(Math.max(span.start, span.end - 1));
  };
  const here = report.findings.filter(({ span, site }) => isHere(span) || isHere(site));
  const problems = report.problems.filter(({ span }) => span === undefined || isHere(span));
  const columns = terminal.columns ?? defaultColumns;
  const output = [
    style.strong(`${visible(path)}:${line}`),
    '',
    ...here.flatMap((finding) => [...findingLines(finding, ruleById.get(finding.ruleId), places, style, columns), '']),
    ...problems.map(({ kind, message }) => `  ${kind}: ${visible(message)}`),
  ];
  if (here.length === 0) output.push('  heed says nothing about this line: no rule speaks about what stands here.');
  output.push(`  ${report.target} · threat model ${report.threatModel}`, '');
  return output.join('\n');
}
