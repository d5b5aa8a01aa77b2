// `heed explain`: what a rule means, or what heed says about one line and why.

import type { CheckRequest } from '../config/index.ts';
import { invariant, LineIndex, UsageError } from '../core/index.ts';
import { amount, documentationRoot, languageOf, type Style, toLineExplanation } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { scan } from '../scan/index.ts';
import { defaultColumns, optionsFor } from './check.ts';
import { codesOf, knownNames, ruleLines, rulesNamed, suggestion } from './rule-names.ts';
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
  if (named === undefined) {
    throw new UsageError(
      `there is no rule ${subject}; ${suggestion(subject, knownNames(rules)) ?? 'heed rules lists them'}`,
    );
  }
  const list = ruleLines(named.rules).map((line) => `  ${line}`);
  if (named.kind === 'topic') {
    const head = `${subject.toLowerCase()} is a topic of ${amount(named.rules.length, 'rule')}:`;
    return [head, '', ...list, '', 'heed explain RULE says more about one.', ''].join('\n');
  }
  const pages = named.rules.map((rule) => explainRule(rule, style));
  if (pages.length === 1) return pages.join('');
  return [`${subject.toUpperCase()} stands for ${amount(pages.length, 'rule')}:`, '', ...list, '', ...pages].join('\n');
}

function explainRule(rule: Rule, style: Style): string {
  const { network, file, shipped, constant } = rule.severity;
  const indent = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n');
  return [
    `${style.strong(rule.id)}  ${codesOf(rule).join(', ')}`,
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
    ...(rule.question === undefined ? [] : [`${style.strong('Undecided')}  ${rule.question}`]),
    `${style.strong('Limits')}     ${rule.docs.limits}`,
    `${style.strong('Severity')}   network ${network}, file ${file}, shipped ${shipped}, constant ${constant}`,
    '           network: from outside; file: others may write it; shipped: a file of the project; constant: in the code',
    `${style.strong('CWE')}        ${rule.cwe.join(', ')}`,
    ...(rule.aliases.length === 0 ? [] : [`${style.strong('Also as')}    ${rule.aliases.join(', ')}`]),
    `${style.strong('Docs')}       ${documentationRoot}${rule.anchor}`,
    `${style.strong('Suppress')}   # heed: ignore[${rule.id}] -- reason`,
    ...(languageOf(rule) === 'text' ? wholeFileSuppression(rule) : []),
    '',
  ].join('\n');
}

/** Of data, only text has room for a comment. */
function wholeFileSuppression({ id }: Rule): readonly string[] {
  return [
    `           <!-- heed: ignore[${id}]: reason --> in XML`,
    `           ignore = [{ path = "tests/data/*", rule = "${id}", reason = "…" }] in [tool.heed]`,
  ];
}

async function explainLine(
  path: string,
  line: number,
  request: CheckRequest,
  style: Style,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<string> {
  if (terminal.machine.kindOf(path) === 'directory')
    throw new UsageError(`${path} is a folder; heed explain takes a line of a file`);
  const options = optionsFor({ ...request, paths: [path] }, terminal);
  const report = await scan({ ...options.scan, explain: { path, line } }, rules, terminal.machine);
  const { explanation } = report;
  invariant(explanation !== undefined, 'a scan that is asked about a line explains it');
  const isRead = report.files.has(explanation.path);
  if (isRead) refuseLineOutside(path, line, terminal);
  // Binary data, or text of which nothing is to be told line by line.
  else if (report.findings.some(({ format }) => format !== undefined)) {
    throw new UsageError(`${path} is data, and no line of it is spoken of; see heed inspect ${path}`);
  }
  const layout = { style, columns: terminal.columns ?? defaultColumns, expandsTraces: true };
  return toLineExplanation(report, explanation, rules, layout);
}

/** A line that is not there is a slip of the finger; a line that heed says nothing about is an answer. */
function refuseLineOutside(path: string, line: number, { machine }: Terminal): void {
  if (line < 1) throw new UsageError(`${path}:${line}: lines are counted from 1`);
  const bytes = machine.readFile(path);
  const endsInNewline = bytes.at(-1) === 10 || bytes.at(-1) === 13;
  const count = new LineIndex(bytes).lineCount - Number(endsInNewline);
  if (line > count) throw new UsageError(`${path} has ${amount(count, 'line')}; there is no line ${line}`);
}
