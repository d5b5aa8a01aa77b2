// Why the verdicts of one line are what they are: the sites on it, what was known there, and what each rule answered.
// Rules are asked once more, so that what they asked for can be told apart.

import type { CheckExplanation, Problem, RuleAnswer, SiteExplanation, Span, ValueExplanation } from '../core/index.ts';
import type { Frame, ObservedModule } from '../python/flow/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { explainCall, explainSite, type Session } from '../rulekit/index.ts';
import type { Judged } from './judge.ts';
import type { FoundSite } from './sites.ts';

/** A line of a file, from 1. */
export interface LineInQuestion {
  readonly path: string;
  readonly line: number;
}

/** Asks a site's rule once more, in the way that it was judged. */
export type JudgeAgain = (site: FoundSite, problems: Problem[]) => Judged;

export function explainLine(
  session: Session,
  module: ObservedModule,
  sites: readonly FoundSite[],
  line: number,
  judge: JudgeAgain,
): readonly SiteExplanation[] {
  const { tree } = module;
  const byNode = new Map<string, FoundSite[]>();
  for (const site of sites) {
    if (!isOnLine(tree, site.node, line)) continue;
    const key = `${site.kind} ${site.node}`;
    byNode.set(key, [...(byNode.get(key) ?? []), site]);
  }
  const judged = [...byNode.values()].map((found) => explainJudged(session, module, found, judge));
  const spoken = new Set(sites.filter(({ kind }) => kind === 'call').map(({ node }) => node));
  const others = callsOn(tree, line).filter((node) => !spoken.has(node));
  return [...judged, ...others.map((node) => explainCall(session, module, node))].sort(
    (one, other) => one.span.start - other.span.start || other.span.end - one.span.end,
  );
}

function explainJudged(
  session: Session,
  module: ObservedModule,
  found: readonly FoundSite[],
  judge: JudgeAgain,
): SiteExplanation {
  const [first] = found as readonly [FoundSite];
  const counted: { readonly place: string; readonly ruleId: string }[] = [];
  const ways: { readonly frame: Frame | undefined; readonly rank: number }[] = [];
  const answers = found.map((site): RuleAnswer => {
    const crashes: Problem[] = [];
    const { findings, way } = judge(site, crashes);
    const asked = way?.asked ?? [];
    const missed = new Set<string>();
    for (const { kind, guard } of asked) {
      if (guard === undefined) missed.add(kind);
      else counted.push({ place: placeOf(guard), ruleId: site.rule.id });
    }
    for (const { kind, guard } of asked) if (guard !== undefined) missed.delete(kind);
    const { id: ruleId, code } = site.rule;
    const [finding] = [...findings].sort((one, other) => weight[one.verdict] - weight[other.verdict]);
    ways.push({ frame: way?.frame, rank: weight[finding?.verdict ?? 'nothing'] });
    if (finding !== undefined) {
      return { ruleId, code: finding.code, verdict: finding.verdict, message: finding.message, missed: [...missed] };
    }
    const verdict = crashes.length > 0 ? 'crashed' : 'nothing';
    return { ruleId, code, verdict, message: undefined, missed: [...missed] };
  });
  // Of the runs that rules speak of, the one with the gravest verdict is told.
  const frame = ways.sort((one, other) => one.rank - other.rank)[0]?.frame;
  const explained = inFrame(module, frame, () => explainSite(session, module, first.node, first.view()));
  const ruleIds = (check: CheckExplanation): readonly string[] => [
    ...new Set(counted.filter(({ place }) => place === placeOf(check)).map(({ ruleId }) => ruleId)),
  ];
  return {
    ...explained,
    calledFrom: callersOf(frame),
    values: explained.values.map((value) => withCounted(value, ruleIds)),
    answers: answers.sort(byWeight),
  };
}

function inFrame<T>(module: ObservedModule, frame: Frame | undefined, use: () => T): T {
  module.frame = frame;
  try {
    return use();
  } finally {
    module.frame = undefined;
  }
}

function callersOf(frame: Frame | undefined): SiteExplanation['calledFrom'] {
  const calls: { readonly path: string; readonly span: Span }[] = [];
  for (let at = frame; at?.caller !== undefined; at = at.caller) {
    const { module, node } = { module: at.caller.module, node: at.call };
    calls.push({ path: module.path, span: { start: module.tree.start(node), end: module.tree.end(node) } });
  }
  return calls;
}

const weight = { fail: 0, open: 1, pass: 2, crashed: 3, nothing: 4 } as const;

function byWeight(one: RuleAnswer, other: RuleAnswer): number {
  return weight[one.verdict] - weight[other.verdict] || (one.ruleId < other.ruleId ? -1 : 1);
}

/** Says of each check which rules took it as proof; what one rule takes is no weakness. */
function withCounted(
  value: ValueExplanation,
  ruleIds: (check: CheckExplanation) => readonly string[],
): ValueExplanation {
  return {
    ...value,
    checks: value.checks.map((check) => {
      const countsFor = ruleIds(check);
      return { ...check, countsFor, weakness: countsFor.length > 0 ? undefined : check.weakness };
    }),
    parts: value.parts.map((part) => withCounted(part, ruleIds)),
  };
}

function placeOf({ path, span }: Pick<CheckExplanation, 'path' | 'span'>): string {
  return `${path} ${span.start} ${span.end}`;
}

/** Of a class, its head: what stands in its body is a matter of its own. */
function isOnLine(tree: Tree, node: NodeId, line: number): boolean {
  const { lines } = tree;
  const first = lines.lineOf(tree.start(node));
  if (tree.kind(node) === Kind.ClassDef) {
    const body = ast.ClassDef.body(tree, node);
    return first <= line && line <= Math.max(first, lines.lineOf(tree.start(body)) - 1);
  }
  return first <= line && line <= lines.lineOf(Math.max(tree.start(node), tree.end(node) - 1));
}

/** Calls that start on a line; when none does, the innermost of those around it. */
function callsOn(tree: Tree, line: number): readonly NodeId[] {
  const starting: NodeId[] = [];
  let innermost: NodeId = 0;
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Call || tree.parent(node) === 0 || !isOnLine(tree, node, line)) continue;
    if (tree.lines.lineOf(calleeEnd(tree, node)) === line) starting.push(node);
    if (innermost === 0 || tree.start(node) > tree.start(innermost)) innermost = node;
  }
  return starting.length > 0 || innermost === 0 ? starting : [innermost];
}

/** The callee's last character: in a chain of calls over several lines, each starts where its name stands. */
function calleeEnd(tree: Tree, call: NodeId): number {
  return Math.max(tree.start(call), tree.end(ast.Call.callee(tree, call)) - 1);
}
