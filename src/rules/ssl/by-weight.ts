// What rules about material of TLS make of concerns: what is dangerous fails, what is not known is open. Tests bring keys,
// certificates and settings of their own, weak ones too, for servers that nobody else talks to; of what lies among examples
// nobody can tell whether it only serves to be shown.

import type { DataSite, Judge, Judgement } from '../../rulekit/index.ts';

export function judgeByWeight<Id extends string>(site: DataSite, verdict: Judge<Id>, evidence: string): Judgement {
  if (site.role === 'test') return undefined;
  const worst = site.ofWeight('dangerous')[0] ?? site.ofWeight('unknown')[0];
  if (worst === undefined) return verdict.pass(site, evidence);
  const message = worst.kind.slice(worst.kind.indexOf(':') + 1) as Id;
  return worst.weight === 'dangerous' && site.role !== 'example'
    ? verdict.fail(site.at(worst), message, worst.parameters)
    : verdict.open(site.at(worst), message, worst.parameters);
}
