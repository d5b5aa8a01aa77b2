// Judges a rule by its fixture: every line that it objects to must be marked, every mark must be true, and the fixture
// must show all that the rule can say. What is wrong comes back as readable blocks, one for each wrong line.

import { type Finding, LineIndex, type Problem } from '../../src/core/index.ts';
import { isAboutCode, type Rule, type Subject, type Target, type Trigger } from '../../src/rulekit/index.ts';
import { type Analysis, analyse } from '../../src/scan/analyse.ts';
import { analyseStart } from '../../src/scan/start-files.ts';
import { type FileKind, fileKindByStart, fileKindOf } from '../../src/startup/index.ts';
import {
  type Caret,
  defaultTarget,
  type Fixture,
  type FixtureFile,
  type Mark,
  type MarkKind,
  readFixture,
  readTarget,
  withoutMarks,
} from './fixture.ts';

export interface Verification {
  /** readable blocks; none when the rule and its fixture agree */
  readonly complaints: readonly string[];
  /** how many marks of each kind the fixture has, for the release notes */
  readonly marks: ReadonlyMap<MarkKind, number>;
}

export interface RuleUnderTest {
  readonly rule: Rule;
  /** path of the fixture, for messages */
  readonly path: string;
  readonly fixture: string;
  /** source of the rule and of what it imports from other rules: which verdicts it can give is read from it */
  readonly source: string;
}

export function verifyRule({ rule, path, fixture: text, source }: RuleUnderTest): Verification {
  const fixture = readFixture(text);
  const marks = fixture.files.flatMap((file) => [...file.marks.values()].flat());
  const complaints = [
    ...fixture.mistakes.map(({ line, text: what }) => `${path}:${line}\n  ${what}`),
    ...checkMarks(rule, path, fixture),
    ...checkLines(rule, path, fixture),
    ...checkCompleteness(rule, path, marks, source),
    ...checkExamples(rule),
  ];
  const counts = new Map<MarkKind, number>();
  for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { complaints, marks: counts };
}

/** Message ids and evidence in marks must be the rule's own. */
function checkMarks(rule: Rule, path: string, fixture: Fixture): readonly string[] {
  const complaints: string[] = [];
  for (const file of fixture.files) {
    for (const [line, marks] of file.marks) {
      for (const { kind, id } of marks) {
        if (kind === 'nothing' || kind === 'source') continue;
        if (kind === 'pass') {
          if (!rule.docs.evidence.includes(id)) {
            complaints.push(
              `${path}:${line}\n  "${id}" is no evidence of ${rule.id}; docs.evidence has:\n${list(rule.docs.evidence)}`,
            );
          }
        } else if (!Object.hasOwn(rule.messages, id)) {
          complaints.push(
            `${path}:${line}\n  ${rule.id} has no message "${id}"; messages has:\n${list(Object.keys(rule.messages))}`,
          );
        }
      }
    }
  }
  return complaints;
}

const list = (entries: readonly string[]) =>
  entries.length === 0 ? '    (none)' : entries.map((entry) => `    ${entry}`).join('\n');

function checkLines(rule: Rule, path: string, fixture: Fixture): readonly string[] {
  const files = fixture.files.map((file) => ({ file, ...toInput(file) }));
  const asked: Subject[] = [];
  const listening = tellingOf(rule, asked);
  const targets = new Set(files.map(({ file }) => JSON.stringify(file.target)));
  const complaints = [...targets].flatMap((target) => {
    const project = files.filter(({ file }) => JSON.stringify(file.target) === target);
    const commonTarget = project[0]?.file.target ?? defaultTarget;
    const { findings, problems } = judged(project, listening, { ...fixture, target: commonTarget });
    return project.flatMap(({ file, bytes }) => {
      const place = new Places(path, file, bytes);
      const own = findings.filter((finding) => finding.path === file.path);
      const sites = asked.filter((site) => site.path === file.path);
      return [
        ...problems.filter((problem) => problem.path === file.path).map((problem) => describeProblem(place, problem)),
        ...checkFile(rule, place, own, sites),
      ];
    });
  });
  return asked.length > 0 ? complaints : [neverAsked(rule, path), ...complaints];
}

const triggersOf = (rule: Rule): readonly Trigger[] => [rule.on].flat();

interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly startKind: FileKind | undefined;
}

/** Most files that are not Python know no comment behind something else: of them, the marks are taken off. */
function toInput({ path, lines }: FixtureFile): Input {
  const startKind = startKindOf(path, lines[0] ?? '');
  const text = startKind === undefined ? lines : lines.map(withoutMarks);
  return { path, bytes: new TextEncoder().encode(`${text.join('\n')}\n`), startKind };
}

/** What a scan says of the files: of the code, and of what starts it. */
function judged(
  files: readonly Input[],
  rule: Rule,
  { role, ...options }: Pick<Fixture, 'role' | 'threatModel'> & { readonly target: Target },
): Pick<Analysis, 'findings' | 'problems'> {
  const inputs = files.map((file) => ({ ...file, role }));
  const code = inputs.filter(({ startKind }) => startKind === undefined);
  const analyses = [analyse(code, [rule], options), analyseStart(inputs, [rule], options)];
  return {
    findings: analyses.flatMap(({ findings }) => findings),
    problems: analyses.flatMap(({ problems }) => problems),
  };
}

function startKindOf(path: string, firstLine: string): FileKind | undefined {
  return /\.pyi?$/.test(path) ? undefined : (fileKindOf(path) ?? fileKindByStart(firstLine));
}

/** The rule, writing down each site that it is asked about. */
function tellingOf(rule: Rule, asked: Subject[]): Rule {
  const on = triggersOf(rule).map((trigger) => ({
    ...trigger,
    judge(site: Subject, verdict: never) {
      asked.push(site);
      return (trigger.judge as (site: Subject, verdict: never) => unknown)(site, verdict);
    },
  }));
  return { ...rule, on: on as unknown as readonly Trigger[] };
}

const siteNouns = {
  call: 'a call of',
  reference: 'a mention of',
  store: 'an assignment to',
  class: 'a class that extends',
  compare: 'a comparison with',
};
const startNouns = {
  'python-command': 'a command that starts Python',
  'python-variable': 'a variable that Python reads',
  'start-line': 'a line of a file that Python reads when it starts',
  'module-file': 'a file with the name of a module of the library',
  data: 'a data file',
};
const howToSeeNames = '`npx heed debug names FILE` shows canonical names';

function neverAsked(rule: Rule, path: string): string {
  const wanted = triggersOf(rule).map((trigger) => {
    if (!isAboutCode(trigger)) return startNouns[trigger.kind];
    const names =
      trigger.kind === 'class' ? trigger.extends : trigger.kind === 'compare' ? trigger.mentions : trigger.to;
    return `${siteNouns[trigger.kind]} ${names.map((name) => `'${name}'`).join(' or ')}`;
  });
  return `${path}\n  the rule was never asked: nothing in this fixture is ${wanted.join(', nor ')}; ${howToSeeNames}`;
}

/** Byte offsets of a virtual file as lines and columns of the fixture. */
class Places {
  readonly path: string;
  readonly file: FixtureFile;
  readonly #index: LineIndex;

  constructor(path: string, file: FixtureFile, bytes: Uint8Array) {
    this.path = path;
    this.file = file;
    this.#index = new LineIndex(bytes);
  }

  lineOf(offset: number): number {
    return this.#index.lineOf(offset) + this.file.firstLine - 1;
  }

  /** in code points, from 0, as in the text of the line; reports count from 1 */
  columnOf(offset: number): number {
    return this.#index.positionOf(offset).column - 1;
  }

  source(line: number): string {
    return this.file.lines[line - this.file.firstLine] ?? '';
  }
}

function describeProblem(place: Places, problem: Problem): string {
  const line = problem.span === undefined ? place.file.firstLine : place.lineOf(problem.span.start);
  return block(place, line, [['problem', `${problem.kind}: ${problem.message}`]]);
}

function block(place: Places, line: number, rows: readonly (readonly [string, string])[]): string {
  const number = String(line);
  const isCarets = (text: string) => /^ *\^+$/.test(text);
  const width = Math.max(0, ...rows.map(([head, text]) => (isCarets(text) ? 0 : head.length)));
  return [
    `${place.path}:${line}`,
    `  ${number} | ${place.source(line)}`,
    // Carets stand under the columns that they mean.
    ...rows.map(([head, text]) =>
      isCarets(text)
        ? `  ${' '.repeat(number.length)}   ${text} ${head}`
        : `  ${' '.repeat(number.length)} ${head.padEnd(width)}  ${text}`,
    ),
  ].join('\n');
}

function checkFile(
  rule: Rule,
  place: Places,
  findings: readonly Finding[],
  sites: readonly Subject[],
): readonly string[] {
  const askedLines = new Set(
    sites.flatMap(({ span }) => {
      const [from, to] = [place.lineOf(span.start), place.lineOf(span.end)];
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    }),
  );
  const findingsByLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const line = place.lineOf(finding.span.start);
    findingsByLine.set(line, [...(findingsByLine.get(line) ?? []), finding]);
  }
  const lines = new Set([...findingsByLine.keys(), ...place.file.marks.keys(), ...place.file.carets.keys()]);
  return [...lines]
    .sort((one, other) => one - other)
    .flatMap((line) => checkLine(rule, place, line, findingsByLine.get(line) ?? [], askedLines.has(line)));
}

function checkLine(
  rule: Rule,
  place: Places,
  line: number,
  findings: readonly Finding[],
  isAsked: boolean,
): readonly string[] {
  const marks = place.file.marks.get(line) ?? [];
  const rows: [string, string][] = [];
  const left = [...findings];
  const take = (verdict: Finding['verdict'], id: string): Finding | undefined => {
    const at = left.findIndex((each) => each.verdict === verdict && (each.messageId ?? each.message) === id);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };

  // 1. what is marked as true must have come
  for (const mark of marks) {
    if (mark.kind === 'fail' || mark.kind === 'open' || mark.kind === 'pass') {
      const finding = take(mark.kind, mark.id);
      if (finding === undefined) rows.push(['expected', mark.text]);
      else if (mark.label !== undefined && !leadsTo(place, finding, mark.label)) {
        rows.push(['expected', `${mark.text}, with evidence that leads to source[${mark.label}]`]);
        rows.push([
          'evidence',
          finding.evidence.map((step) => `${place.lineOf(step.span.start)}: ${step.text}`).join('; ') || 'none',
        ]);
      }
    }
  }
  // 2. today's limits
  for (const mark of marks) {
    if (mark.kind === 'missed') {
      const better = take('fail', mark.id) ?? take('open', mark.id);
      if (better !== undefined) {
        rows.push(['better', `no longer missed: change "${mark.text}" to "${better.verdict}: ${mark.id}"`]);
      }
    } else if (mark.kind === 'false-alarm' && (take('fail', mark.id) ?? take('open', mark.id)) === undefined) {
      rows.push(['better', `no false alarm any more: change "${mark.text}" to "nothing: why" or "pass: evidence"`]);
    }
  }
  // 3. what came must be marked; a pass only on lines that carry a mark
  const isSilent = marks.every(({ kind }) => kind === 'source');
  const isUnmet = rows.some(([head]) => head === 'expected');
  const unmarked = left.filter(({ verdict }) => verdict !== 'pass' || !isSilent);
  for (const finding of unmarked) rows.push(['came', describe(place, finding)]);
  if (unmarked.length > 0) {
    const said = unmarked.map(({ verdict, messageId, message }) => `${verdict}: ${messageId ?? message}`).join('; ');
    const isWrong = isUnmet || marks.some(({ kind }) => kind === 'nothing');
    const how =
      marks.length === 0 ? `mark it "# ${said}"` : isWrong ? `change the mark to "${said}"` : `append "; ${said}"`;
    rows.push(['mend', `${how}, or change the rule`]);
  } else if (isUnmet && findings.length === 0) {
    rows.push([
      'came',
      isAsked
        ? 'nothing: the rule was asked, and said nothing'
        : `nothing: the rule was not asked about this line; ${howToSeeNames}`,
    ]);
  }
  // 4. where exactly
  rows.push(...checkCarets(place, line, findings));
  // 5. messages are filled in, evidence is documented
  for (const finding of findings) rows.push(...checkMessage(rule, finding));
  return rows.length === 0 ? [] : [block(place, line, rows)];
}

function describe(place: Places, finding: Finding): string {
  const what = `${finding.verdict}: ${finding.messageId ?? finding.message}`;
  // As reports count, the last one included.
  const from = place.columnOf(finding.span.start) + 1;
  const to = place.columnOf(finding.span.end);
  const text = finding.messageId === undefined ? '' : ` "${finding.message}"`;
  return `${what} [${finding.severity}, columns ${from}–${to}]${text}`;
}

function leadsTo(place: Places, finding: Finding, label: string): boolean {
  const lines = new Set(
    [finding.span, ...finding.evidence.map(({ span }) => span)].map(({ start }) => place.lineOf(start)),
  );
  return [...place.file.marks].some(
    ([line, marks]) => lines.has(line) && marks.some((mark: Mark) => mark.kind === 'source' && mark.label === label),
  );
}

function checkCarets(place: Places, line: number, findings: readonly Finding[]): readonly [string, string][] {
  const carets = place.file.carets.get(line) ?? [];
  const rows: [string, string][] = [];
  for (const caret of carets) {
    const isThere = findings.some(
      ({ span }) =>
        place.columnOf(span.start) === caret.start &&
        (place.lineOf(span.end) !== line || place.columnOf(span.end) === caret.end),
    );
    if (isThere) continue;
    rows.push(['expected', `${' '.repeat(caret.start)}${'^'.repeat(caret.end - caret.start)}`]);
    for (const finding of findings) rows.push(['came', underline(place, line, finding)]);
  }
  return rows;
}

function underline(place: Places, line: number, { span }: Finding): string {
  const start = place.columnOf(span.start);
  const end = place.lineOf(span.end) === line ? place.columnOf(span.end) : place.source(line).length;
  const caret: Caret = { start, end: Math.max(end, start + 1), line };
  return `${' '.repeat(caret.start)}${'^'.repeat(caret.end - caret.start)}`;
}

function checkMessage(rule: Rule, finding: Finding): readonly [string, string][] {
  if (finding.verdict === 'pass') {
    return rule.docs.evidence.includes(finding.message)
      ? []
      : [['evidence', `"${finding.message}" is not among docs.evidence`]];
  }
  const template = rule.messages[finding.messageId ?? ''] ?? '';
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  // Source text in a message may have braces of its own: only those in the place of the parameter count.
  const empty = names.filter((name) => {
    const pattern = template
      .split(/(\{\w+\})/)
      .map((part) =>
        part !== `{${name}}` && /^\{\w+\}$/.test(part) ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
    return new RegExp(`^${pattern.join('')}`, 's').test(finding.message);
  });
  return empty.length === 0 ? [] : [['message', `{${empty.join('}, {')}} is not filled in: "${finding.message}"`]];
}

/** Every verdict that the rule's source can give, every piece of evidence and every message must be shown. */
function checkCompleteness(rule: Rule, path: string, marks: readonly Mark[], source: string): readonly string[] {
  const complaints: string[] = [];
  const shown = new Set(marks.map(({ kind }) => kind));
  for (const verdict of ['fail', 'open', 'pass'] as const) {
    if (new RegExp(`\\bverdict\\s*\\.${verdict}\\(`).test(source) && !shown.has(verdict)) {
      complaints.push(`${path}\n  no line is marked "${verdict}: …", which ${rule.id} can say`);
    }
  }
  const ids = new Set(marks.filter(({ kind }) => kind === 'fail' || kind === 'open').map(({ id }) => id));
  for (const id of Object.keys(rule.messages)) {
    if (!ids.has(id)) complaints.push(`${path}\n  no line shows the message "${id}" of ${rule.id}`);
  }
  for (const evidence of rule.docs.evidence) {
    if (!marks.some(({ kind, id }) => kind === 'pass' && id === evidence)) {
      complaints.push(`${path}\n  no line is marked "pass: ${evidence}", which docs.evidence of ${rule.id} has`);
    }
  }
  return complaints;
}

/** The examples of the documentation are run. */
function checkExamples(rule: Rule): readonly string[] {
  const verdicts = (code: string) => {
    const python = /^# python:(.*)$/m.exec(code)?.[1] ?? '';
    const { findings, problems } = judged(readFixture(code).files.map(toInput), rule, {
      target: readTarget(python) ?? defaultTarget,
      threatModel: 'web',
      role: 'app',
    });
    return {
      said: findings.map(({ verdict, messageId, message }) => `${verdict}: ${messageId ?? message}`),
      problems: problems.map(({ kind, message }) => `${kind}: ${message}`),
    };
  };
  const complaints: string[] = [];
  const complain = (field: string, code: string, what: string) =>
    complaints.push(`${rule.id}: docs.${field}\n${code.replace(/^/gm, '  | ')}\n  ${what}`);

  const fails = verdicts(rule.docs.fails);
  if (fails.problems.length > 0) complain('fails', rule.docs.fails, fails.problems.join('\n  '));
  else if (!fails.said.some((each) => each.startsWith('fail'))) {
    complain('fails', rule.docs.fails, `must fail; came: ${fails.said.join(', ') || 'nothing'}`);
  }
  const passes = verdicts(rule.docs.passes);
  const objections = passes.said.filter((each) => !each.startsWith('pass'));
  if (passes.problems.length > 0) complain('passes', rule.docs.passes, passes.problems.join('\n  '));
  else if (objections.length > 0)
    complain('passes', rule.docs.passes, `must not object; came: ${objections.join(', ')}`);
  return complaints;
}
