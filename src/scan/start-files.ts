// Judges how Python is started: files of the kinds that do it, and the first lines of scripts. These files are few and
// small, know nothing of each other, and need no semantics, so they are judged apart from the code, in one go.

import type { Evidence, FileRole, Finding, Problem, SiteExplanation, Span, ThreatModel } from '../core/index.ts';
import { type Library, type Sanitizer, withSanitizers } from '../models/index.ts';
import {
  CommandSite,
  isAboutStarts,
  type Judge,
  type Judgement,
  namesCalledIn,
  type Rule,
  type StartContext,
  StartLineSite,
  type StartTrigger,
  type Subject,
  shorten,
  type Target,
  type Trigger,
  VariableSite,
  type Verdict,
} from '../rulekit/index.ts';
import { type FileKind, readShebang, readStartFile, type StartFile } from '../startup/index.ts';
import type { Analysis } from './analyse.ts';
import { dedupe, inOrder } from './dedupe.ts';
import type { LineInQuestion } from './explain.ts';
import { verdictMaker } from './judge.ts';
import { lowered, severityFor, severityInRole } from './severity.ts';
import { suppressInText } from './suppress.ts';
import { type PlaceOfUse, toUse } from './uses.ts';

export interface StartInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole;
  readonly startKind: FileKind | undefined;
}

interface StartOptions {
  readonly target: Target;
  readonly threatModel: ThreatModel;
  readonly sanitizers?: readonly Sanitizer[];
  readonly library?: Library;
  readonly explain?: LineInQuestion;
  /** What is said of the same files as data: comments in them speak of both. */
  dataFindings?(path: string): readonly Finding[];
}

/** A site with what a comment may stand on, and who is asked about it. */
interface Found {
  readonly kind: StartTrigger['kind'];
  readonly subject: Subject & { readonly notes: Evidence[] };
  readonly statement: Span;
  ask(trigger: StartTrigger, verdict: Judge): Judgement | 'not asked';
}

/** Only the start of a file of Python is looked at. */
const shebangLength = 512;
/** Scripts and configuration; what is longer is data or generated. */
const longestFile = 4 * 1024 * 1024;

export function analyseStart(files: readonly StartInput[], rules: readonly Rule[], options: StartOptions): Analysis {
  const library = options.library ?? withSanitizers(options.sanitizers ?? []);
  const circumstances = {
    library,
    target: options.target,
    threatModel: options.threatModel,
    roleOf: () => 'app' as const,
  };
  const listening = rules.flatMap((rule) => {
    const triggers = ([rule.on].flat() as readonly Trigger[]).filter(isAboutStarts);
    return triggers.map((trigger) => ({ rule, trigger }));
  });
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const explanations: SiteExplanation[] = [];
  const starts: PlaceOfUse[] = [];
  const folders = foldersOf(files);
  for (const file of files) {
    if (options.explain !== undefined && options.explain.path !== file.path) continue;
    const ofData = options.dataFindings?.(file.path) ?? [];
    const read = readFile(file, problems);
    if (read === undefined) {
      findings.push(...ofData);
      continue;
    }
    const context: StartContext = {
      path: file.path,
      role: file.role,
      target: options.target,
      file: read,
      beside: folders.get(folderOf(file.path)) ?? [],
      callsIn: (code) => namesCalledIn(code, circumstances),
      textOf: ({ start, end }) => new TextDecoder().decode(file.bytes.subarray(start, end)),
    };
    const sites = sitesOf(context);
    const command = sites.find(({ kind }) => kind === 'python-command');
    if (command !== undefined) starts.push({ path: file.path, role: file.role, span: command.subject.span });
    const judged = sites.map((site, node) => ({ site: { kind: site.kind, node }, findings: judge(site) }));
    function judge(site: Found): Finding[] {
      return listening.flatMap(({ rule, trigger }) => judgeStart(site, rule, trigger, file, problems));
    }
    if (file.startKind !== undefined) {
      const statements = new Map(sites.map(({ subject, statement }) => [keyOf(subject.span), statement]));
      const statementOf = (span: Span) => statements.get(keyOf(span)) ?? span;
      const suppressed = suppressInText(file.bytes, statementOf, file.path, [...dedupe(judged), ...ofData], rules);
      findings.push(...suppressed.findings);
      problems.push(...suppressed.problems);
    } else findings.push(...dedupe(judged), ...ofData);
    if (options.explain !== undefined) explanations.push(...explained(judged, sites, file, options.explain.line));
  }
  return { findings: inOrder(findings), problems, tooMuch: [], explanations, starts: toUse(starts) };
}

function readFile({ path, bytes, startKind }: StartInput, problems: Problem[]): StartFile | undefined {
  if (startKind === undefined) {
    if (bytes[0] !== 35 || bytes[1] !== 33) return undefined; // #!
    const command = readShebang(latin1(bytes.subarray(0, shebangLength)));
    if (command === undefined) return undefined;
    return { kind: 'shell', commands: [command], settings: [], open: [], lines: [], hardening: [], problems: [] };
  }
  if (bytes.length > longestFile) {
    problems.push({
      kind: 'limit',
      path,
      span: undefined,
      message: 'the file is too long to be read',
      hidesCode: true,
    });
    return undefined;
  }
  const read = readStartFile(startKind, latin1(bytes));
  for (const { span, message } of read.problems) {
    problems.push({ kind: 'syntax', path, span, message, hidesCode: true });
  }
  return read;
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const keyOf = ({ start, end }: Span) => `${start} ${end}`;
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

function foldersOf(files: readonly StartInput[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { path, startKind } of files) {
    if (startKind !== 'path-file' && startKind !== 'start-file') continue;
    const folder = folderOf(path);
    names.set(folder, [...(names.get(folder) ?? []), path.slice(folder.length)]);
  }
  return names;
}

function sitesOf(context: StartContext): readonly Found[] {
  const { file } = context;
  const commands = file.commands.map((command): Found => {
    const site = new CommandSite(context, command);
    return {
      kind: site.kind,
      subject: site,
      statement: command.statement,
      ask(trigger, verdict) {
        if (trigger.kind !== 'python-command') return 'not asked';
        if (trigger.runs !== undefined && !trigger.runs.includes(site.module ?? '')) return 'not asked';
        return trigger.judge(site, verdict);
      },
    };
  });
  const variables = file.settings.map((setting): Found => {
    const site = new VariableSite(context, setting);
    return {
      kind: site.kind,
      subject: site,
      statement: setting.statement,
      ask: (trigger, verdict) =>
        trigger.kind === 'python-variable' && trigger.names.includes(site.name)
          ? trigger.judge(site, verdict)
          : 'not asked',
    };
  });
  const lines = file.lines.map((line): Found => {
    const site = new StartLineSite(context, line);
    return {
      kind: site.kind,
      subject: site,
      statement: line.span,
      ask: (trigger, verdict) => (trigger.kind === 'start-line' ? trigger.judge(site, verdict) : 'not asked'),
    };
  });
  return [...commands, ...variables, ...lines];
}

/** What a rule says of a site. A rule that fails on it costs that site alone. */
function judgeStart(
  { subject, ask }: Found,
  rule: Rule,
  trigger: StartTrigger,
  { path, role }: Pick<StartInput, 'path' | 'role'>,
  problems: Problem[],
): readonly Finding[] {
  try {
    subject.notes.length = 0;
    const answer = ask(trigger, verdictMaker(rule));
    if (answer === undefined || answer === 'not asked') return [];
    return ([answer].flat() as readonly Verdict[]).flatMap(
      (verdict) => toFinding(rule, verdict, subject, role, subject.notes) ?? [],
    );
  } catch (error) {
    const message = `${rule.id} failed on ${shorten(subject.text)}: ${error instanceof Error ? error.message : error}`;
    problems.push({ kind: 'rule-crashed', path, span: subject.span, message, hidesCode: true });
    return [];
  }
}

/** A verdict about something that is no expression of Python. */
export function toFinding(
  rule: Rule,
  verdict: Verdict,
  site: Subject,
  role: FileRole,
  notes: readonly Evidence[] = [],
): Finding | undefined {
  const { subject } = verdict;
  const provenance = verdict.provenance ?? 'unknown';
  const graded = verdict.severity ?? severityFor(rule.severity, provenance);
  if (graded === 'none' && verdict.kind === 'fail') return undefined;
  const isInside =
    subject.path === site.path && site.span.start <= subject.span.start && subject.span.end <= site.span.end;
  const evidence: Evidence[] = isInside
    ? [...notes]
    : [...notes, { path: subject.path, span: subject.span, text: `here: ${subject.text}` }];
  return {
    ruleId: rule.id,
    code: verdict.code ?? rule.code,
    topic: rule.id.slice(0, rule.id.indexOf('/')),
    verdict: verdict.kind,
    severity: severityInRole(graded === 'none' ? lowered('medium') : graded, role),
    path: site.path,
    span: isInside ? subject.span : site.span,
    site: site.span,
    message: verdict.message,
    messageId: verdict.messageId,
    evidence,
    trace: [],
    role,
    also: [],
    suppression: undefined,
  };
}

/** What stands on a line, and what was said of it. */
function explained(
  judged: readonly { readonly site: { readonly node: number }; readonly findings: readonly Finding[] }[],
  sites: readonly Found[],
  { path, bytes }: StartInput,
  line: number,
): readonly SiteExplanation[] {
  const lineOf = (offset: number) => bytes.subarray(0, offset).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 1);
  return judged.flatMap(({ site: { node }, findings }): SiteExplanation[] => {
    const { subject, kind } = sites[node] as Found;
    const { span, text } = subject;
    if (lineOf(span.start) > line || lineOf(span.end) < line) return [];
    const answers = findings.map(({ ruleId, code, verdict, message }) => ({
      ruleId,
      code,
      verdict,
      message,
      missed: [],
    }));
    const nothing = { nameLost: undefined, isReachable: true, calledFrom: [], values: [], names: [] };
    return [{ kind, path, span, text, ...nothing, answers }];
  });
}
