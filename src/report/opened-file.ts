// What `heed inspect` prints: the tree of what lies in a file, with everything that is known of each part. For people, and
// for programs (documented in docs/report-json.md). Whatever comes from the file passes through `visible`.

import type { Finding, OpenedArtifact, OpenedConcern, OpenedFile } from '../core/index.ts';
import type { Layout } from './layout.ts';
import { lossOf } from './loss.ts';
import type { Style } from './style.ts';
import { amount, countFindings, offsetText } from './view.ts';
import { visible } from './visible.ts';

export function toTerminalOpened(file: OpenedFile, { style }: Layout): string {
  const { path, size, artifacts, tried, problems } = file;
  const lines: string[] = [];
  if (artifacts.length === 0) {
    lines.push(`${style.strong(visible(path))}${size === undefined ? '' : `  ${amount(size, 'byte')}`}`);
    if (problems.length === 0) {
      lines.push('  no reader of heed claims this file: nothing is known of it');
      lines.push(`  ${style.faint('tried')}  ${tried.join(', ')}`);
    }
  }
  for (const artifact of artifacts) lines.push(...artifactLines({ ...artifact, name: path }, style, 0), '');
  for (const problem of problems) lines.push(`  ${style.bad(visible(lossOf(problem)))}`);
  if (artifacts.length > 0) lines.push(...pinLines(file, style), ...summaryLines(file, style));
  return `${lines.join('\n')}\n`;
}

/** As deep as containers may lie in each other. */
function artifactLines(artifact: OpenedArtifact, style: Style, depth: number): readonly string[] {
  const { format, name, offset, size, details, names, concerns, findings, listing, parts } = artifact;
  const place = offset === undefined ? 'made from the bytes around it' : offsetText(offset);
  const head = `${style.strong(visible(name))}  ${format}  ${style.faint(`${place}, ${amount(size, 'byte')}`)}`;
  const rows: Row[] = [
    ...details.map(([label, text]): Row => [label, visible(text)]),
    ...concerns.map((concern) => concernRow(concern, style)),
    ...findings.map((finding) => verdictRow(finding, style)),
    ...names.map((each, at): Row => [at === 0 ? 'looks up' : '', visible(each)]),
    ...listing.map((line, at): Row => [at === 0 ? 'reads' : '', visible(line)]),
  ];
  const width = Math.max(8, ...rows.map(([label]) => label.length));
  const inner = rows.map(([label, text]) => `  ${style.faint(label.padEnd(width))}  ${text}`.trimEnd());
  const below = parts.flatMap((part) => ['', ...artifactLines(part, style, depth + 1)]);
  return [depth === 0 ? head : `└ ${head}`, ...inner, ...below.map((line) => (line === '' ? '' : `  ${line}`))];
}

type Row = readonly [label: string, text: string];

const colours = { dangerous: 'bad', unknown: 'mark', note: 'faint' } as const satisfies Record<
  OpenedConcern['weight'],
  keyof Style
>;

function concernRow({ kind, weight, offset, text, parameters }: OpenedConcern, style: Style): Row {
  const said =
    text ??
    Object.entries(parameters)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return [weight, `${style[colours[weight]](visible(said))}  ${style.faint(`${kind} ${offsetText(offset)}`)}`];
}

function verdictRow({ verdict, severity, ruleId, code, message, evidence }: Finding, style: Style): Row {
  const word = verdict === 'fail' ? style.severity(severity, severity) : verdict;
  const proof = evidence.length === 0 ? '' : style.faint(` (${amount(evidence.length, 'step')} of proof)`);
  return [verdict, `${verdict === 'fail' ? `${word} ` : ''}${ruleId} ${code}: ${visible(message)}${proof}`];
}

/** All names that reading the file looks up, and how a project says that it trusts them. */
function pinLines({ artifacts, findings }: OpenedFile, style: Style): readonly string[] {
  const names = namesIn(artifacts);
  if (names.length === 0) return [];
  const told = `Reading this file looks up exactly ${amount(names.length, 'name')}.`;
  // What passes needs no trust, and what fails deserves none.
  const isUndecided = findings.some(({ verdict }) => verdict === 'open');
  if (!isUndecided || findings.some(({ verdict }) => verdict === 'fail')) return [style.strong(told), ''];
  const listed = names.map((name) => JSON.stringify(name)).join(', ');
  return [
    `${style.strong(told)} A project that knows them trusts them by`,
    '  [tool.heed.pickle]',
    `  trusted-names = [${visible(listed)}]`,
    '',
  ];
}

function namesIn(artifacts: readonly OpenedArtifact[]): readonly string[] {
  const names = new Set<string>();
  const left = [...artifacts];
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    for (const name of each.names) names.add(name);
    left.push(...each.parts);
  }
  return [...names].sort();
}

function summaryLines({ findings, problems }: OpenedFile, style: Style): readonly string[] {
  const { fail, open, pass } = countFindings(findings);
  const parts = [fail === 0 ? style.good('nothing fails') : style.bad(amount(fail, 'failure'))];
  if (open > 0) parts.push(style.bad(`${open.toLocaleString('en')} undecided: not shown to be safe`));
  if (pass > 0) parts.push(`${pass.toLocaleString('en')} heeded`);
  if (problems.length > 0) parts.push(style.bad(amount(problems.length, 'problem')));
  return [parts.join(', ')];
}

export function toJsonOpened({ path, size, artifacts, tried, problems }: OpenedFile, version: string): string {
  const document = {
    format: 'heed-inspection/1',
    version,
    path,
    size: size ?? null,
    names: namesIn(artifacts),
    artifacts: artifacts.map(artifactJson),
    tried,
    problems: problems.map(({ kind, message, hidesCode }) => ({ kind, message, hidesCode })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** As deep as containers may lie in each other. */
function artifactJson(artifact: OpenedArtifact): Readonly<Record<string, unknown>> {
  const { format, name, offset, size, details, names, concerns, findings, listing, parts } = artifact;
  return {
    format,
    name,
    offset: offset ?? null,
    size,
    details: details.map(([label, text]) => ({ label, text })),
    names,
    concerns: concerns.map((concern) => ({ ...concern, text: concern.text ?? null })),
    verdicts: findings.map((finding) => ({
      verdict: finding.verdict,
      severity: finding.severity,
      ruleId: finding.ruleId,
      code: finding.code,
      message: finding.message,
      messageId: finding.messageId ?? null,
      offset: finding.offset ?? finding.span.start,
      evidence: finding.evidence.map(({ span, offset, text }) => ({ offset: offset ?? span.start, text })),
    })),
    listing,
    parts: parts.map(artifactJson),
  };
}
