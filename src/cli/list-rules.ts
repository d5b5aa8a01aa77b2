// `heed rules`: what this version judges. The JSON is documented for users: do not change.

import type { Rule } from '../rulekit/index.ts';

/** One row for each consideration: a rule that carries several has several rows. */
export function rulesAsJson(rules: readonly Rule[]): string {
  const rows = rules.flatMap((rule) =>
    [rule.code, ...(rule.alsoCodes ?? [])].map((code) => ({
      code,
      id: rule.id,
      topic: topicOf(rule),
      title: rule.title,
      verdicts: rule.docs.evidence.length === 0 ? ['fail', 'open'] : ['fail', 'open', 'pass'],
      severity: rule.severity,
      cwe: rule.cwe,
      aliases: rule.aliases,
      anchor: rule.anchor,
      fix: null,
    })),
  );
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}

export function rulesAsText(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const codeWidth = Math.max(0, ...rules.map(({ code }) => code.length));
  const rows = rules.map(({ id, code, title }) => `${code.padEnd(codeWidth)}  ${id.padEnd(width)}  ${title}\n`);
  return `${rows.join('')}\n${rules.length} rules. heed explain RULE says more.\n`;
}

function topicOf(rule: Rule): string {
  return rule.id.slice(0, rule.id.indexOf('/'));
}
