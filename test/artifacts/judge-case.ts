// Assembles a case of a listing, inspects it, and says what rules make of it.

import { inspect, memorySource, readers } from '../../src/artifacts/index.ts';
import type { Finding, Problem } from '../../src/core/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';
import { judgeData } from '../../src/scan/judge-data.ts';
import { readTarget } from '../rules/fixture.ts';
import { build } from './builders/index.ts';
import type { Case } from './listing.ts';

export function judgeCase(each: Case, rules: readonly Rule[]): { findings: readonly Finding[]; problems: Problem[] } {
  const sources = new Map(each.files.map(({ name, nodes }) => [name, memorySource(build(nodes))]));
  const [[name, source]] = [...sources] as [[string, ReturnType<typeof memorySource>]];
  const inspected = inspect(source, name, readers, {
    limits: each.limits,
    now: () => 0,
    beside: (other) => sources.get(other),
  });
  const problems: Problem[] = inspected.problems.map((problem) => ({
    ...problem,
    path: name,
    span: undefined,
    hidesCode: true,
  }));
  const target = readTarget(each.python ?? '3.9');
  if (target === undefined) throw new Error(`line ${each.line}: "${each.python}" is no range of Pythons`);
  const findings = judgeData({ path: name, role: 'app', target }, inspected.artifacts, rules, problems);
  return { findings, problems };
}

/** As a listing says it. */
export function toExpectation({ verdict, messageId, inside }: Finding): string {
  return `${verdict}${messageId === undefined ? '' : `: ${messageId}`}${inside === undefined ? '' : ` in ${inside.join(' → ')}`}`;
}
