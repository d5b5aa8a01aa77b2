// `heed rules`: what this version judges. The JSON is documented for users: do not change.

import { type FixClass, UsageError } from '../core/index.ts';
import { amount, type Style } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { coverageOf, page, ruleByCode, type Topic } from '../rules/index.ts';
import { codesOf, fixesOf, suggestion, topicOf } from './rule-names.ts';

export interface RulesQuery {
  readonly topic: string | undefined;
  readonly format: 'terminal' | 'json';
  /** how many considerations of each topic have a rule, instead of the rules */
  readonly coverage: boolean;
}

export function listRules({ topic, format, coverage }: RulesQuery, rules: readonly Rule[], style: Style): string {
  const topics = page.filter(({ id }) => topic === undefined || id === topic.toLowerCase());
  if (topics.length === 0) throw new UsageError(whyNoTopic(topic ?? '', rules));
  if (coverage) return format === 'json' ? coverageAsJson(topics, rules) : coverageAsText(topics, rules, style);
  const listed = rules.filter((rule) => topics.some(({ id }) => id === topicOf(rule)));
  return format === 'json' ? rulesAsJson(listed) : rulesAsText(topics, rules, style);
}

function whyNoTopic(topic: string, rules: readonly Rule[]): string {
  if (rules.some(({ id }) => id === topic))
    return `${topic} is a rule, not a topic; for one rule: heed explain ${topic}`;
  const names = page.map(({ id }) => id);
  return `there is no topic ${topic}; ${suggestion(topic, names) ?? 'heed rules lists them all'}`;
}

/** One row for each consideration: a rule that carries several has several rows. */
function rulesAsJson(rules: readonly Rule[]): string {
  const rows = rules.flatMap((rule) =>
    codesOf(rule).map((code) => ({
      code,
      id: rule.id,
      topic: topicOf(rule),
      title: rule.title,
      verdicts: rule.docs.evidence.length === 0 ? ['fail', 'open'] : ['fail', 'open', 'pass'],
      severity: rule.severity,
      cwe: rule.cwe,
      aliases: rule.aliases,
      anchor: rule.anchor,
      fix: bestFix(rule) ?? null,
    })),
  );
  return toText(rows);
}

/** The most that heed can do by itself. */
function bestFix(rule: Rule): { readonly class: FixClass; readonly title: string } | undefined {
  const fixes = fixesOf(rule);
  const best = (['safe', 'unsafe', 'advice'] as const).find((each) => fixes.some((fix) => fix.class === each));
  return fixes.find((fix) => fix.class === best);
}

function coverageAsJson(topics: readonly Topic[], rules: readonly Rule[]): string {
  const byCode = ruleByCode(rules);
  const rows = coverageOf(rules, topics).map(({ topic, implemented, total }) => ({
    topic: topic.id,
    name: topic.name,
    anchor: topic.anchor,
    implemented,
    total,
    considerations: topic.considerations.map(({ code, title, whyNoRule }) => {
      const rule = byCode.get(code);
      return { code, title, ruleId: rule?.id ?? null, whyNoRule: rule === undefined ? whyNoRule : null };
    }),
  }));
  return toText({
    implemented: rows.reduce((sum, { implemented }) => sum + implemented, 0),
    total: rows.reduce((sum, { total }) => sum + total, 0),
    topics: rows,
  });
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** `critical`, and two columns between it and the id */
const severityWidth = 10;

/** The considerations of each topic with their rules, and how many have one. */
function rulesAsText(topics: readonly Topic[], rules: readonly Rule[], style: Style): string {
  const byCode = ruleByCode(rules);
  const shown = new Set(topics.flatMap(({ id }) => rules.filter((rule) => topicOf(rule) === id)));
  const width = Math.max(0, ...[...shown].map(({ id }) => id.length));
  const codeWidth = Math.max(0, ...page.flatMap(({ considerations }) => considerations.map(({ code }) => code.length)));
  const lines = topics.flatMap((topic) => {
    const rows = topic.considerations.map(({ code, title, whyNoRule }) => {
      const rule = byCode.get(code);
      if (rule === undefined) {
        const none = style.faint('no rule'.padEnd(width + severityWidth));
        return `  ${code.padEnd(codeWidth)}  ${none}  ${title}${style.faint(whyNoRule === '' ? '' : ` (${whyNoRule})`)}`;
      }
      // How bad at worst: when somebody outside chooses the value.
      const { network } = rule.severity;
      const severity = style.severity(network, network.padEnd(severityWidth));
      return `  ${code.padEnd(codeWidth)}  ${severity}${rule.id.padEnd(width)}  ${title}`;
    });
    return [`${style.strong(topic.name)}  ${style.faint(topic.anchor)}`, ...rows, ''];
  });
  return `${lines.join('\n')}\n${coverageAsText(topics, rules, style)}`;
}

function coverageAsText(topics: readonly Topic[], rules: readonly Rule[], style: Style): string {
  const rows = coverageOf(rules, topics);
  const width = Math.max(0, ...rows.map(({ topic }) => topic.name.length));
  const sum = (count: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const share = (implemented: number, total: number): string =>
    `${String(implemented).padStart(3)} of ${String(total).padStart(3)}`;
  const lines = rows.map(({ topic, implemented, total }) => {
    const text = `${topic.name.padEnd(width)}  ${share(implemented, total)}`;
    return implemented === total ? text : style.mark(text);
  });
  const [judged, all] = [sum(({ implemented }) => implemented), sum(({ total }) => total)];
  if (rows.length > 1) lines.push(style.strong(`${'all'.padEnd(width)}  ${share(judged, all)}`));
  const own = rules.filter((rule) => topics.some(({ id }) => id === topicOf(rule)));
  lines.push('', `${amount(own.length, 'rule')} for ${amount(judged, 'consideration')}. heed explain RULE says more.`);
  return `${lines.join('\n')}\n`;
}
