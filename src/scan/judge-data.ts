// Asks rules about what was found in a data file and turns their verdicts into findings: one a rule and artifact.

import type { Artifact, Concern, Format } from '../artifacts/index.ts';
import type { Evidence, FileRole, Finding, Problem, Span } from '../core/index.ts';
import {
  DataSite,
  type DataTrigger,
  isAboutData,
  type Judge,
  type Judgement,
  type Rule,
  type Target,
  type Trigger,
  type Verdict,
} from '../rulekit/index.ts';
import { verdictMaker } from './judge.ts';
import { roleOf } from './role.ts';
import { toFinding } from './start-files.ts';

export interface DataInput {
  readonly path: string;
  readonly role: FileRole;
  readonly target: Target;
}

/** What a project hands out itself: here its own names count. What is hostile may call itself a test. */
const handedOut: ReadonlySet<Format> = new Set<Format>(['pem', 'der', 'key-log', 'openssl-settings']);
const noBytes = new Uint8Array(0);

/** Other concerns of the same artifact that a finding tells as its evidence. */
const MAX_EVIDENCE = 10;

export function judgeData(
  file: DataInput,
  artifacts: readonly Artifact[],
  rules: readonly Rule[],
  problems: Problem[],
): readonly Finding[] {
  return [...judgeArtifacts(file, artifacts, rules, problems).values()].flat();
}

/** The same by artifact, the outer ones first. */
export function judgeArtifacts(
  file: DataInput,
  artifacts: readonly Artifact[],
  rules: readonly Rule[],
  problems: Problem[],
): ReadonlyMap<Artifact, readonly Finding[]> {
  const listening = rules.flatMap((rule) =>
    ([rule.on].flat() as readonly Trigger[]).filter(isAboutData).map((trigger) => ({ rule, trigger })),
  );
  const findings = new Map<Artifact, readonly Finding[]>();
  const whole: Span = { start: 0, end: artifacts[0]?.size ?? 0 };
  // Containers lie at most as deep as the budget allows, and so does this.
  const visit = (artifact: Artifact, span: Span, inside: readonly string[]): void => {
    const asked = listening.filter(({ trigger }) => trigger.formats.includes(artifact.format));
    const own = handedOut.has(artifact.format) ? roleOf(inside.join('/'), noBytes) : 'app';
    const judged = own === 'app' ? file : { ...file, role: own };
    findings.set(
      artifact,
      asked.flatMap(({ rule, trigger }) => judgeArtifact(judged, artifact, span, inside, rule, trigger, problems)),
    );
    for (const part of artifact.parts) visit(part, part.place ?? span, [...inside, part.name]);
  };
  for (const artifact of artifacts) visit(artifact, artifact.place ?? whole, []);
  return findings;
}

function judgeArtifact(
  { path, role, target }: DataInput,
  artifact: Artifact,
  span: Span,
  inside: readonly string[],
  rule: Rule,
  trigger: DataTrigger,
  problems: Problem[],
): readonly Finding[] {
  const concerns = artifact.concerns.filter(({ kind }) => (trigger.concerns as readonly string[]).includes(kind));
  const site = new DataSite({ path, span, inside, role, target }, artifact, concerns);
  try {
    const verdict = verdictMaker(rule);
    const answer = trigger.judge === undefined ? byWeight(site, rule, verdict) : trigger.judge(site, verdict);
    const verdicts = (answer === undefined ? [] : [answer].flat()) as readonly Verdict[];
    return verdicts.flatMap((each) => {
      const graded: Verdict = each.provenance === undefined ? { ...each, provenance: 'file' } : each;
      const finding = toFinding(rule, graded, site, role);
      if (finding === undefined) return [];
      const concern = site.concernOf(each.subject);
      const told = { ...finding, site: finding.span, format: artifact.format, evidence: evidenceOf(site, each, rule) };
      return [inside.length === 0 ? told : { ...told, inside, offset: concern?.span.start ?? 0 }];
    });
  } catch (error) {
    const message = `${rule.id} failed on ${site.text}: ${error instanceof Error ? error.message : error}`;
    problems.push({ kind: 'rule-crashed', path, span, message, hidesCode: true });
    return [];
  }
}

/** What is shown to be dangerous fails, what is not known is open, and what nothing speaks against passes. */
function byWeight(site: DataSite, rule: Rule, verdict: Judge): Judgement {
  const [dangerous] = site.ofWeight('dangerous');
  if (dangerous !== undefined) return verdict.fail(site.at(dangerous), messageOf(dangerous), dangerous.parameters);
  const [unknown] = site.ofWeight('unknown');
  if (unknown !== undefined) return verdict.open(site.at(unknown), messageOf(unknown), unknown.parameters);
  return verdict.pass(site, rule.docs.evidence[0] ?? '');
}

const messageOf = ({ kind }: Concern) => kind.slice(kind.indexOf(':') + 1);

/** The steps of what was told first, and then what else there is, the worst first. */
function evidenceOf(site: DataSite, { kind, subject }: Verdict, rule: Rule): readonly Evidence[] {
  if (kind === 'pass') return [];
  const first = site.concernOf(subject);
  const own = first?.evidence.map(({ span, text }) => stepOf(site, span, text)) ?? [];
  const others = [...site.ofWeight('dangerous'), ...site.ofWeight('unknown')].filter((each) => each !== first);
  const rest = others.slice(0, MAX_EVIDENCE).map((each) => {
    const { message } = verdictMaker(rule).open(site.at(each), messageOf(each), each.parameters);
    return stepOf(site, each.span, message);
  });
  return [...own, ...rest];
}

function stepOf(site: DataSite, span: Span, text: string): Evidence {
  const step = { path: site.path, span: site.inFile(span), text };
  return site.inside.length === 0 ? step : { ...step, offset: span.start };
}
