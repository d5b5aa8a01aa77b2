// Writes docs/considerations.md: every consideration of the page, in its order, with the rule that speaks for it, what
// fails, what passes, why and what the rule cannot see; a consideration without a rule with the reason.
//
//   npm run generate-rules [-- --check]

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codesOf, fixesOf } from '../src/cli/rule-names.ts';
import { documentationRoot, languageOf } from '../src/report/index.ts';
import type { Rule } from '../src/rulekit/index.ts';
import { type Consideration, considerations, coverageOf, page, ruleByCode, type Topic } from '../src/rules/index.ts';

const path = fileURLToPath(new URL('../docs/considerations.md', import.meta.url));

/** Writes the page, or says whether it is as it should be. */
export function generateConsiderations(isCheck: boolean): boolean {
  const text = toPage(considerations);
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (!isCurrent && !isCheck) writeFileSync(path, text);
  return isCurrent || !isCheck;
}

function toPage(rules: readonly Rule[]): string {
  const coverage = coverageOf(rules);
  const sum = (count: (row: (typeof coverage)[number]) => number): number =>
    coverage.reduce((total, row) => total + count(row), 0);
  const byCode = ruleByCode(rules);
  return [
    '# The considerations',
    '',
    'What heed judges: the topics of the documentation’s page of security considerations in its order, and each',
    'consideration behind them. `heed explain CODE` prints the same for one. Generated from the rules by',
    '`npm run generate-rules`; do not edit.',
    '',
    '| topic | considerations | with a rule |',
    '|---|---:|---:|',
    ...coverage.map(
      ({ topic, implemented, total }) => `| [${topic.name}](#${anchorOf(topic)}) | ${total} | ${implemented} |`,
    ),
    `| all | ${sum(({ total }) => total)} | ${sum(({ implemented }) => implemented)} |`,
    '',
    'Severity depends on where the dangerous value comes from: *network*, somebody outside; *file*, a file, variable or',
    'argument that others may write; *shipped*, a file of the project; *constant*, the code itself.',
    '',
    ...page.flatMap((topic) => topicLines(topic, byCode)),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}

/** As GitHub makes it of a heading. */
function anchorOf({ name }: Topic): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function topicLines(topic: Topic, byCode: ReadonlyMap<string, Rule>): readonly string[] {
  const told = new Map<Rule, string>();
  return [
    `## ${topic.name}`,
    '',
    `${topic.warning} [Documentation](${documentationRoot}${topic.anchor})`,
    '',
    ...topic.considerations.flatMap((consideration) => {
      const rule = byCode.get(consideration.code);
      const before = rule === undefined ? undefined : told.get(rule);
      if (rule !== undefined && before === undefined) told.set(rule, consideration.code);
      return considerationLines(consideration, rule, before, topic);
    }),
  ];
}

function considerationLines(
  { code, title, whyNoRule }: Consideration,
  rule: Rule | undefined,
  before: string | undefined,
  topic: Topic,
): readonly string[] {
  const head = [`### ${code}: ${title}`, ''];
  if (rule === undefined) return [...head, `No rule. ${whyNoRule}`, ''];
  if (before !== undefined) return [...head, `Judged by \`${rule.id}\`, as ${before} is.`, ''];
  if (!rule.id.startsWith(`${topic.id}/`)) return [...head, `Judged by \`${rule.id}\` (${rule.code}).`, ''];
  const { network, file, shipped, constant } = rule.severity;
  const others = codesOf(rule).filter((each) => each !== code);
  const facts = [
    `\`${rule.id}\`${others.length === 0 ? '' : `, also ${others.join(', ')}`}`,
    `network ${network}, file ${file}, shipped ${shipped}, constant ${constant}`,
    rule.cwe.map((each) => `[CWE-${each}](https://cwe.mitre.org/data/definitions/${each}.html)`).join(', '),
    ...(rule.aliases.length === 0 ? [] : [`elsewhere ${rule.aliases.join(', ')}`]),
    `[documentation](${documentationRoot}${rule.anchor})`,
  ];
  const fixes = fixesOf(rule);
  return [
    ...head,
    `**${rule.title}.** ${rule.docs.why}`,
    '',
    facts.join(' · '),
    '',
    'Fails:',
    '',
    ...fence(rule.docs.fails, languageOf(rule)),
    '',
    'Passes:',
    '',
    ...fence(rule.docs.passes, languageOf(rule)),
    '',
    ...(rule.docs.evidence.length === 0
      ? ['Never shown to be heeded: the rule fails or asks.']
      : ['Heeded when', '', ...rule.docs.evidence.map((each) => `- ${each}`)]),
    '',
    ...(rule.question === undefined ? [] : [`Where it cannot decide, it asks: ${rule.question}`, '']),
    `Limits: ${rule.docs.limits}`,
    '',
    `Advice: ${rule.advice}`,
    '',
    ...(fixes.length === 0 ? [] : ['Fixes:', '', ...fixes.map((fix) => `- ${fix.title} (${fix.class})`), '']),
  ];
}

function fence(code: string, language: string): readonly string[] {
  return [`\`\`\`${language}`, ...code.trimEnd().split('\n'), '```'];
}
