// `heed rules`: what this version judges. The JSON is documented for users: do not change.

import { UsageError } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { ruleLines, suggestion, topicOf } from './rule-names.ts';

export function listRules(
  { topic, format }: { readonly topic: string | undefined; readonly format: 'terminal' | 'json' },
  rules: readonly Rule[],
): string {
  const listed = topic === undefined ? rules : rules.filter((rule) => topicOf(rule) === topic.toLowerCase());
  if (topic !== undefined && listed.length === 0) throw new UsageError(whyNoTopic(topic, rules));
  return format === 'json' ? rulesAsJson(listed) : rulesAsText(listed);
}

function whyNoTopic(topic: string, rules: readonly Rule[]): string {
  if (rules.some(({ id }) => id === topic))
    return `${topic} is a rule, not a topic; for one rule: heed explain ${topic}`;
  return `there is no topic ${topic}; ${suggestion(topic, rules.map(topicOf)) ?? 'heed rules lists them all'}`;
}

/** One row for each consideration: a rule that carries several has several rows. */
function rulesAsJson(rules: readonly Rule[]): string {
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

function rulesAsText(rules: readonly Rule[]): string {
  const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return `${ruleLines(rules).join('\n')}\n\n${count}. heed explain RULE says more.\n`;
}
