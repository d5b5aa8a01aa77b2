// Asks a rule about a site and turns its verdicts into findings. A rule that fails on a site costs that site alone: it
// becomes a problem, and the rest goes on.

import type { Evidence, FileRole, Finding, Fix, Problem, Span } from '../core/index.ts';
import type { Provenance } from '../models/index.ts';
import type { Frame, ObservedModule } from '../python/flow/index.ts';
import { budgetReasons, type ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import {
  cook,
  type GuardQuestion,
  type Judge,
  type MessageParameters,
  type Rule,
  type Session,
  type Subject,
  shorten,
  type ValueView,
  type Verdict,
  type VerdictOptions,
} from '../rulekit/index.ts';
import { type Contexts, dependsOnCallers, isUpToRun, type Which } from './contexts.ts';
import { lowered, severityFor, severityInRole } from './severity.ts';
import type { FoundSite } from './sites.ts';
import { traceOf } from './trace.ts';

/** The verdicts of one rule on one site. */
export interface Judged {
  readonly site: FoundSite;
  readonly findings: readonly Finding[];
  /** the run that they speak of, and which guards the rule asked for in it; of a crash, none */
  readonly way: Way | undefined;
}

interface Way {
  /** undefined: what the text says */
  readonly frame: Frame | undefined;
  readonly asked: readonly GuardQuestion[];
}

export function judgeSite(
  session: Session,
  contexts: Contexts,
  module: ObservedModule,
  role: FileRole,
  site: FoundSite,
  problems: Problem[],
): Judged {
  const { rule } = site;
  const span: Span = { start: module.tree.start(site.node), end: module.tree.end(site.node) };
  try {
    const judgeIn = (frame: Frame | undefined, doubt: Doubt | undefined): Pick<Judged, 'findings' | 'way'> => {
      module.frame = frame;
      session.notes.length = 0;
      session.asked.length = 0;
      const answer = site.judge(verdictMaker(rule));
      const verdicts = (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]) as readonly Verdict[];
      const found = verdicts.flatMap(
        (verdict) =>
          toFinding(session, module, role, site, span, verdict, doubt?.frame === frame ? doubt : undefined) ?? [],
      );
      return { findings: found, way: { frame, asked: [...session.asked] } };
    };
    // What is undecided can be settled by any caller; what a rule is silent about, by hostile ones alone.
    const which = (own: Frame): Which =>
      judgeIn(own, undefined).findings.some(({ verdict }) => verdict === 'open') ? 'all' : 'remote';
    const isSilent = () => judgeIn(undefined, undefined).findings.length === 0;
    const { frames, doubt } = waysTo(session, contexts, module, role, site, isSilent, which);
    const { findings, way } = worstOf(
      site.isIn === undefined ? frames : frames.filter((frame) => site.isIn?.(frame)),
      (frame) => judgeIn(frame, doubt),
    );
    // Asked last: most sites give rise to nothing, and what can run is told by all conditions of a function.
    return { site, findings: findings.length > 0 && !module.isReachable(site.node) ? [] : findings, way };
  } catch (error) {
    if (!module.isReachable(site.node)) return { site, findings: [], way: undefined };
    problems.push({
      kind: 'rule-crashed',
      path: module.path,
      span,
      message: `${rule.id} failed on ${shorten(module.tree.text(site.node))}: ${error instanceof Error ? error.message : error}`,
      hidesCode: true,
    });
    return { site, findings: [], way: undefined };
  } finally {
    module.frame = undefined;
  }
}

/** Activations that one site is judged in. */
const MAX_WAYS = 16;

interface Ways {
  /** undefined stands for what the text says */
  readonly frames: readonly (Frame | undefined)[];
  readonly doubt?: Doubt;
}

/** Why one of the ways had to be looked at: what a budget has cut is told with what it leaves undecided. */
interface Doubt {
  readonly frame: Frame | undefined;
  readonly definition: NodeId;
  readonly text: string;
}

/** The ways to run the code at a site. */
function waysTo(
  session: Session,
  contexts: Contexts,
  module: ObservedModule,
  role: FileRole,
  { rule, kind, node, isTold: isToldByRule }: FoundSite,
  /** whether the rule has nothing to say of what the text says */
  isSilent: () => boolean,
  /** which callers matter, by what is said of the code run on its own */
  which: (own: Frame) => Which,
): Ways {
  // Of tests, what their text says is enough: nobody attacks them.
  const isTold = kind === 'class' || role === 'test' || contexts.areByText || isToldByRule?.() === true;
  if (isTold || !isUpToRun(contexts.projectText, module, node)) return { frames: [undefined] };
  // Where nothing comes in from outside, a rule that is silent about the text has nothing to learn, unless it says where.
  if (!contexts.isWorthRunning(module, rule.near) && isSilent()) return { frames: [undefined] };
  const { own, called } = contexts.of(module, node, rule.near);
  const { definition } = own;
  if (own.isShort) {
    const text = 'this takes too many steps to be run whole: judged by its text';
    return { frames: [undefined], doubt: { frame: undefined, definition, text } };
  }
  if (own.hasRun(node) && !dependsOnCallers(own, node)) return { frames: [own] };
  const { frames, isPartial } = called(which(own));
  const all = frames.filter((frame) => frame.hasRun(node));
  const reaching = all.slice(0, MAX_WAYS);
  if (!own.hasRun(node)) return { frames: reaching };
  // Only a library is called by code that nobody can see.
  const isOpen = session.threatModel === 'library' && isPublic(module, definition);
  if (reaching.length === 0 || isOpen) return { frames: [own, ...reaching] };
  if (!isPartial && all.length === reaching.length) return { frames: reaching };
  const text = 'not all that call this were run to their end';
  return { frames: [...reaching, own], doubt: { frame: own, definition, text } };
}

function isPublic({ tree }: ObservedModule, definition: NodeId): boolean {
  if (tree.kind(definition) !== Kind.FunctionDef) return tree.kind(definition) === Kind.Module;
  const isNested = tree.kind(tree.parent(definition)) === Kind.FunctionDef;
  return !isNested && !tree.names.text(ast.FunctionDef.name(tree, definition)).startsWith('_');
}

const ranks = { pass: 1, open: 2, fail: 3 } as const;

/** The findings of the worst way; of several without any, the first; nothing when there is no way. */
function worstOf(
  ways: readonly (Frame | undefined)[],
  judgeIn: (frame: Frame | undefined) => Pick<Judged, 'findings' | 'way'>,
): Pick<Judged, 'findings' | 'way'> {
  let worst: Pick<Judged, 'findings' | 'way'> = { findings: [], way: undefined };
  let rank = -1;
  for (const frame of ways) {
    const judged = judgeIn(frame);
    const mine = judged.findings.reduce((most, { verdict }) => Math.max(most, ranks[verdict]), 0);
    if (mine > rank) [worst, rank] = [judged, mine];
    if (rank === ranks.fail) break;
  }
  return worst;
}

export function verdictMaker(rule: Rule): Judge {
  const make = (
    kind: 'fail' | 'open',
    subject: Subject,
    messageId: string,
    parameters: MessageParameters = {},
    options: VerdictOptions = {},
  ): Verdict => ({
    kind,
    subject,
    messageId,
    message: fillIn(rule.messages[messageId] ?? messageId, parameters),
    severity: options.severity,
    provenance: options.provenance,
    code: options.code,
  });
  return {
    fail: (subject, messageId, parameters, options) => make('fail', subject, messageId, parameters, options),
    open: (subject, messageId, parameters, options) => make('open', subject, messageId, parameters, options),
    pass: (subject, evidence) => ({
      kind: 'pass',
      subject,
      message: evidence,
      messageId: undefined,
      severity: undefined,
      provenance: undefined,
      code: undefined,
    }),
  };
}

export function fillIn(template: string, parameters: MessageParameters): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

function toFinding(
  session: Session,
  module: ObservedModule,
  role: FileRole,
  found: FoundSite,
  site: Span,
  verdict: Verdict,
  doubt: Doubt | undefined,
): Finding | undefined {
  const { rule, isUncertain, node } = found;
  const { subject } = verdict;
  const origin = isValue(subject) && verdict.kind !== 'pass' ? subject.origin() : undefined;
  const provenance: Provenance = verdict.provenance ?? origin?.provenance ?? 'unknown';
  const graded = verdict.severity ?? severityFor(rule.severity, provenance);
  if (graded === 'none' && verdict.kind === 'fail') return undefined;
  const severity = severityInRole(graded === 'none' ? lowered('medium') : graded, role);

  // A failure needs that the call is what it seems; otherwise it is a question.
  const isDoubtful = verdict.kind === 'fail' && isUncertain;
  const evidence: Evidence[] = session.notes.map((note) => ({
    path: note.module.path,
    span: note.span,
    text: note.text,
  }));
  // What is elsewhere (an argument bound by partial, a setting made later, the method of a base in another file) is
  // evidence; the site is what is reported.
  const isInside = subject.path === module.path && site.start <= subject.span.start && subject.span.end <= site.end;
  if (!isInside) evidence.push({ path: subject.path, span: subject.span, text: `here: ${subject.text}` });
  if (origin?.span !== undefined && origin.path !== undefined) {
    const isSubject = origin.path === subject.path && origin.span.start === subject.span.start;
    if (!isSubject) evidence.unshift({ path: origin.path, span: origin.span, text: `comes from ${origin.text}` });
  }
  if (verdict.kind === 'open') evidence.push(...limitsOf(module, subject, doubt));
  const fix = fixOf(session, module, found, verdict);
  return {
    ruleId: rule.id,
    code: verdict.code ?? rule.code,
    topic: rule.id.slice(0, rule.id.indexOf('/')),
    verdict: isDoubtful ? 'open' : verdict.kind,
    severity,
    path: module.path,
    span: isInside ? subject.span : shownSite(module, node, site),
    site,
    message: isDoubtful ? `${verdict.message} (if this is the call that it seems to be)` : verdict.message,
    messageId: verdict.messageId,
    evidence,
    trace:
      origin === undefined || verdict.kind === 'pass'
        ? []
        : traceOf(origin.steps, module.frame, { module, node }, isInside ? undefined : subject),
    role,
    also: [],
    ...(fix === undefined ? {} : { fix }),
    suppression: undefined,
  };
}

/** The first recipe that can be made; where none can, the first that was meant for this, with what keeps it. */
function fixOf(session: Session, module: ObservedModule, site: FoundSite, verdict: Verdict): Fix | undefined {
  let kept: Fix | undefined;
  for (const recipe of site.fixes) {
    const isMeant = recipe.for?.includes(verdict.messageId ?? verdict.message) ?? verdict.kind !== 'pass';
    const fix = isMeant ? cook(session, module, site.node, site.view(), recipe) : undefined;
    if (fix !== undefined && fix.obstacle === undefined) return fix;
    kept ??= fix;
  }
  return kept;
}

/** Where a budget has kept heed from knowing more. */
function limitsOf(module: ObservedModule, subject: Subject, doubt: Doubt | undefined): Evidence[] {
  if (doubt !== undefined) return [{ path: module.path, span: headOf(module, doubt.definition), text: doubt.text }];
  const lost = isValue(subject) ? subject.lost : undefined;
  if (lost === undefined || !budgetReasons.has(lost)) return [];
  return [{ path: subject.path, span: subject.span, text: `not followed further: ${lost}` }];
}

/** The first line of a function; of a module, its beginning. */
function headOf({ tree }: ModuleSemantics, definition: NodeId): Span {
  const start = tree.start(definition);
  if (definition === tree.root) return { start, end: start };
  return { start, end: Math.min(tree.end(definition), tree.lines.endOf(tree.lines.lineOf(start))) };
}

/** Of a class, its head. */
function shownSite({ tree }: ModuleSemantics, node: NodeId, site: Span): Span {
  if (tree.kind(node) !== Kind.ClassDef) return site;
  return { start: site.start, end: tree.lines.endOf(tree.lines.lineOf(site.start)) };
}

function isValue(subject: Subject): subject is ValueView {
  return 'origin' in subject && 'presence' in subject;
}
