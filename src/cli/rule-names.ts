// Rules by the names that people type: ids, catalogue codes, topics, and the codes of other tools.

import type { FixClass } from '../core/index.ts';
import type { Recipe, Rule } from '../rulekit/index.ts';
import { nearestTo } from '../scan/index.ts';

/** What a word names. A topic is listed; a code of another tool can stand for several rules. */
export type Named =
  | { readonly kind: 'rule'; readonly rules: readonly Rule[] }
  | { readonly kind: 'alias'; readonly rules: readonly Rule[] }
  | { readonly kind: 'topic'; readonly rules: readonly Rule[] };

export function rulesNamed(subject: string, rules: readonly Rule[]): Named | undefined {
  const word = subject.toLowerCase();
  const is = (each: string): boolean => each.toLowerCase() === word;
  const kinds: readonly Named[] = [
    { kind: 'rule', rules: rules.filter((rule) => is(rule.id) || codesOf(rule).some(is)) },
    { kind: 'alias', rules: rules.filter(({ aliases }) => aliases.some(is)) },
    { kind: 'topic', rules: rules.filter((rule) => is(topicOf(rule))) },
  ];
  return kinds.find((kind) => kind.rules.length > 0);
}

export function topicOf(rule: Rule): string {
  return rule.id.slice(0, rule.id.indexOf('/'));
}

export function codesOf({ code, alsoCodes }: Rule): readonly string[] {
  return [code, ...(alsoCodes ?? [])];
}

/** What can be done about what a rule finds, each once. */
export function fixesOf({ on }: Rule): readonly { readonly class: FixClass; readonly title: string }[] {
  const recipes = [on].flat().flatMap((trigger) => (trigger.fixes ?? []) as readonly Recipe[]);
  return [...new Map(recipes.map(({ class: kind, title }) => [title, { class: kind, title }])).values()];
}

/** Everything that `heed explain` knows, the shortest way to say it first. */
export function knownNames(rules: readonly Rule[]): readonly string[] {
  const kinds = [
    rules.map(topicOf),
    rules.flatMap(codesOf),
    rules.flatMap(({ aliases }) => aliases),
    rules.map(({ id }) => id),
  ];
  return kinds.flatMap((names) => [...new Set(names)].sort());
}

const suggestionLimit = 3;

/** `did you mean S301?`: what begins like the word, else what is spelt nearly so. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const longer = [...new Set(known)].filter((each) => each.toLowerCase().startsWith(typed)).slice(0, suggestionLimit);
  const near = longer.length > 0 ? undefined : nearestTo(word, known);
  const choice = near === undefined ? longer : [near];
  if (choice.length === 0) return undefined;
  return `did you mean ${choice.length === 1 ? choice[0] : `${choice.slice(0, -1).join(', ')} or ${choice.at(-1)}`}?`;
}

/** A line for each rule, in columns. */
export function ruleLines(rules: readonly Rule[]): readonly string[] {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const codeWidth = Math.max(0, ...rules.map(({ code }) => code.length));
  return rules.map(({ id, code, title }) => `${code.padEnd(codeWidth)}  ${id.padEnd(width)}  ${title}`);
}
