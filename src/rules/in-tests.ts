// What rules say of tests. A test talks to its own servers, unpacks its own archives and starts its own programs; what
// a reviewer wants to hear of there is only what harms the machine that runs it.

import type { Judgement, Rule, Trigger, Verdict } from '../rulekit/index.ts';

/** Says nothing of tests. */
export function quietInTests<Messages extends Record<string, string>>(rule: Rule<Messages>): Rule<Messages> {
  return judgedInTests(rule, () => undefined);
}

/** Of tests, says only what is shown to fail. */
export function onlyFailuresInTests<Messages extends Record<string, string>>(rule: Rule<Messages>): Rule<Messages> {
  return judgedInTests(rule, (judge) => {
    const judgement = judge();
    const verdicts: readonly Verdict[] = judgement === undefined ? [] : [judgement].flat();
    const failures = verdicts.filter(({ kind }) => kind === 'fail');
    return failures.length === 0 ? undefined : failures;
  });
}

function judgedInTests<Messages extends Record<string, string>>(
  rule: Rule<Messages>,
  judgeTest: (judge: () => Judgement) => Judgement,
): Rule<Messages> {
  type Each = Trigger<keyof Messages & string>;
  const triggers: readonly Each[] = [rule.on].flat() as readonly Each[];
  const wrap = (trigger: Each): Each => {
    // each trigger's judge takes its own kind of site; what it is handed is handed on
    // rules about data are not quiet anywhere
    if (trigger.judge === undefined) return trigger;
    const judge = trigger.judge.bind(trigger) as (site: { role: string }, verdict: never) => Judgement;
    const judged = (site: { role: string }, verdict: never) =>
      site.role === 'test' ? judgeTest(() => judge(site, verdict)) : judge(site, verdict);
    return { ...trigger, judge: judged } as Each;
  };
  return { ...rule, on: triggers.map(wrap) };
}
