// Why heed says what it says about a line: the verdicts with their code, then for each thing on the line what was known
// of it, which checks counted, and what every rule answered. For people; whatever comes from scanned code passes
// through `visible`.

import type {
  CheckExplanation,
  Finding,
  LineExplanation,
  OriginExplanation,
  Report,
  RuleAnswer,
  SiteExplanation,
  Span,
  ValueExplanation,
} from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { lossOf } from './loss.ts';
import { findingLines } from './terminal.ts';
import { type Places, placesOf } from './view.ts';
import { columnsOf, visible } from './visible.ts';

/** Of a report that was asked about a line. */
export function toLineExplanation(
  report: Report,
  { path, line, sites }: LineExplanation,
  rules: readonly Rule[],
  layout: Layout,
): string {
  const places = placesOf(report);
  const isHere = (span: Span): boolean => {
    const index = places.linesOf(path);
    return (
      index !== undefined &&
      index.lineOf(span.start) <= line &&
      line <= index.lineOf(Math.max(span.start, span.end - 1))
    );
  };
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const here = report.findings.filter((each) => each.path === path && (isHere(each.span) || isHere(each.site)));
  const problems = report.problems.filter(
    (problem) => problem.path === path && (problem.span === undefined || isHere(problem.span)),
  );
  const page: Page = { path, places, layout, findings: here };
  const judged = sites.filter(({ answers }) => answers.length > 0);
  const others = sites.filter(({ answers }) => answers.length === 0);
  const paragraphs: (readonly string[])[] = [[layout.style.strong(`${visible(path)}:${line}`)]];
  paragraphs.push(...here.map((finding) => findingLines(finding, ruleById.get(finding.ruleId), places, layout)));
  if (problems.length > 0) paragraphs.push(problems.map((problem) => `  ${visible(lossOf(problem))}`));
  if (here.length === 0) {
    paragraphs.push(codeOf(line, page));
    paragraphs.push([`  heed says nothing about this line: ${whySilent(judged)}.`]);
  }
  paragraphs.push(...judged.map((site) => siteLines(site, page)));
  if (others.length > 0) paragraphs.push(otherLines(others, page, judged.length > 0));
  paragraphs.push([`  ${report.target} · threat model ${report.threatModel} (${visible(report.threatModelReason)})`]);
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

interface Page {
  readonly path: string;
  readonly places: Places;
  readonly layout: Layout;
  /** shown above */
  readonly findings: readonly Finding[];
}

function whySilent(judged: readonly SiteExplanation[]): string {
  if (judged.length === 0) return 'no rule speaks about what stands here';
  if (judged.every(({ isReachable }) => !isReachable)) return 'it cannot run under the conditions around it';
  return 'rules looked at it, and none has anything to say';
}

/** The line itself. */
function codeOf(line: number, { path, places, layout }: Page): readonly string[] {
  const index = places.linesOf(path);
  if (index === undefined) return [];
  const text = places.textOfLine(path, line);
  if (text.trim() === '') return [];
  const start = index.startOf(line) + (text.length - text.trimStart().length);
  const [code] = frame({ path, span: { start, end: start }, caption: '' }, places, layout.style, layout.columns - 4);
  return code === undefined ? [] : [`    ${code}`];
}

function siteLines(site: SiteExplanation, page: Page): readonly string[] {
  const { layout } = page;
  const text = visible(site.text);
  const lines = [`  ${layout.style.faint(site.kind)}  ${layout.style.strong(text)}`];
  const rows: Row[] = [];
  const names = site.names.map(visible).join(', ');
  if (names !== '' && names !== text) rows.push({ label: verbs[site.kind], text: names });
  if (site.nameLost !== undefined) rows.push({ label: '', text: visible(site.nameLost) });
  if (!site.isReachable) rows.push({ label: '', text: 'cannot run under the conditions around it' });
  if (site.calledFrom.length > 0) {
    const calls = site.calledFrom.map(({ path, span }) => placeText(path, span, page));
    rows.push({ label: '', text: `as called from ${calls.join(', from ')}` });
  }
  for (const value of site.values) rows.push(...valueRows(value, page, 0));
  return [...lines, ...rowLines([...rows, ...answerRows(site.answers, page)], layout)];
}

/** What a site does with the names that it stands for. */
const verbs: Readonly<Record<SiteExplanation['kind'], string>> = {
  call: 'calls',
  reference: 'names',
  store: 'sets',
  class: 'inherits',
  compare: 'compares',
  'python-command': 'starts',
  'python-variable': 'sets',
  'start-line': 'says',
  'module-file': 'is',
};

interface Row {
  /** empty: goes on with what is above */
  readonly label: string;
  readonly text: string;
  readonly tone?: 'good' | 'bad' | 'mark';
}

const narrowestLabel = 8;
const widestLabel = 16;

/** Labels in a column, long text wrapped beside it. */
function rowLines(rows: readonly Row[], { style, columns }: Layout): readonly string[] {
  const longest = Math.max(narrowestLabel, ...rows.map(({ label }) => columnsOf(label)));
  const width = Math.min(widestLabel, longest);
  return rows.flatMap(({ label, text, tone }) => {
    const indent = ' '.repeat(4 + width + 2);
    const wrapped = wrap(text, Math.max(30, columns - indent.length));
    const toned = tone === undefined ? wrapped : wrapped.map((each) => style[tone](each));
    const own = columnsOf(label);
    const first = `    ${style.faint(label)}${' '.repeat(Math.max(0, width - own))}  `;
    // A label that is wider than its column stands alone.
    if (own > width) return [first.trimEnd(), ...toned.map((each) => `${indent}${each}`)];
    return toned.map((each, at) => `${at === 0 ? first : indent}${each}`.trimEnd());
  });
}

/** Between words; a word that is too long stays whole. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function valueRows(value: ValueExplanation, page: Page, depth: number): readonly Row[] {
  const label = `${'  '.repeat(depth)}${visible(value.name)}`;
  const [first, ...details] =
    value.presence === 'unknown' ? [{ label, text: value.lost ?? '' }] : givenRows(value, page);
  return [{ ...(first as Row), label }, ...details, ...value.parts.flatMap((part) => valueRows(part, page, depth + 1))];
}

/** A number, a string, True: what is known of it is what stands there. */
const literal = /^[bBrRuU]{0,2}['"]|^-?\d|^(True|False|None)$/;

function givenRows(value: ValueExplanation, page: Page): readonly Row[] {
  const text = visible(value.text);
  const known = value.known === undefined ? undefined : visible(value.known);
  // Of a part, the name is its text.
  const isNamed = value.name !== value.text;
  const rows: Row[] = [];
  const add = (line: string, tone?: Row['tone']): void => {
    rows.push({ label: '', text: line, ...(tone === undefined ? {} : { tone }) });
  };
  const isPlain = known === undefined || known === text || literal.test(text);
  if (isNamed) add(isPlain ? text : `${text} is ${known}`);
  else if (!isPlain) add(`is ${known}`);
  if (known === undefined && value.classes.length > 0) add(`an instance of ${value.classes.map(visible).join(' or ')}`);
  if (value.origin !== undefined)
    add(originText(value, value.origin, page), value.origin.isHostile ? 'mark' : undefined);
  else if (value.lost !== undefined) add(`not all known: ${visible(value.lost)}`);
  if (value.cleanedFor.length > 0) add(`cleaned for use as ${value.cleanedFor.join(', ')}`, 'good');
  for (const check of value.checks) add(checkText(check, page), check.countsFor.length > 0 ? 'good' : undefined);
  return rows.length === 0 ? [{ label: '', text: known ?? text }] : rows;
}

const provenances: Readonly<Record<string, string>> = {
  shipped: 'shipped with the project',
  parameter: 'its callers choose it',
};

function originText(value: ValueExplanation, origin: OriginExplanation, page: Page): string {
  const text = visible(origin.text);
  const at =
    origin.path === undefined || origin.span === undefined ? '' : `, ${placeText(origin.path, origin.span, page)}`;
  const why = value.lost === undefined ? '' : `: ${visible(value.lost)}`;
  if (origin.provenance === 'unknown') {
    const what = value.classes.length > 0 ? 'origin not known' : 'not known';
    return `${what}${text === 'an unknown value' ? '' : `: ${text}${at}`}${why}`;
  }
  const who =
    provenances[origin.provenance] ?? `${origin.provenance}, ${origin.isHostile ? 'hostile' : 'not hostile here'}`;
  return `from ${text}${at} (${who})${value.lost === undefined ? '' : `; not all known${why}`}`;
}

function checkText(
  { path, span, text, outcome, kind, against, weakness, countsFor }: CheckExplanation,
  page: Page,
): string {
  const tested = `tested in ${placeText(path, span, page)}: ${visible(text)}${outcome ? '' : ' was false'}`;
  if (weakness !== undefined) return `${tested}; does not count: ${visible(weakness)}`;
  // What the test is against is told where it does not stand in the test itself.
  const isSeen = against === undefined || text.includes(against);
  const is = kind === undefined ? '' : `, ${nameOfCheck(kind)}${isSeen ? '' : `: ${visible(against)}`}`;
  return `${tested}${is}; ${countsFor.length > 0 ? `counts for ${countsFor.join(', ')}` : 'no rule here asks for that'}`;
}

const checkNames: Readonly<Record<string, string>> = {
  membership: 'membership in a fixed set',
  'full-match': 'a match of the whole text',
  equality: 'equality with a constant',
  type: 'its type',
  prefix: 'a fixed start',
  'prefix-excluded': 'a start that is excluded',
  host: 'a fixed host',
  containment: 'containment in a folder',
  authenticity: 'a signature',
  size: 'a limit of size',
  truth: 'not being empty',
};

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function nameOfCheck(kind: string): string {
  return checkNames[kind] ?? kind;
}

function placeText(path: string, span: Span, { path: own, places }: Page): string {
  const line = places.startOf(path, span)?.line;
  if (path === own) return `line ${line}`;
  return line === undefined ? visible(path) : `${visible(path)}:${line}`;
}

/** Rules with nothing to say are named together. */
function answerRows(answers: readonly RuleAnswer[], { findings }: Page): readonly Row[] {
  const rows: Row[] = answers.length === 0 ? [] : [{ label: '', text: '' }];
  for (const { ruleId, code, verdict, message, missed } of answers) {
    if (verdict === 'nothing') continue;
    const isShown = findings.some((finding) => finding.ruleId === ruleId && finding.message === message);
    const said = isShown || message === undefined ? '' : `: ${visible(message)}`;
    rows.push({ label: verdict, text: `${ruleId} ${code}${said}` });
    if (verdict === 'pass' || missed.length === 0) continue;
    rows.push({ label: '', text: `no check was found of ${inWords(missed.map(nameOfCheck))}` });
  }
  const silent = answers.filter(({ verdict }) => verdict === 'nothing').map(({ ruleId }) => ruleId);
  if (silent.length > 0) rows.push({ label: 'nothing', text: silent.join(', ') });
  return rows;
}

function otherLines(others: readonly SiteExplanation[], { layout }: Page, isMore: boolean): readonly string[] {
  const rows = others.map(({ text, names, nameLost }): Row => {
    const known = names.map(visible).join(' or ');
    const lost = nameLost === undefined ? '' : `${known === '' ? '' : ', or '}what is not known: ${visible(nameLost)}`;
    return { label: '', text: `${visible(text)}  calls ${known}${lost}` };
  });
  const head = isMore
    ? 'Also called here, and no rule speaks about it:'
    : 'What is called here, and no rule speaks about it:';
  return [
    `  ${head}`,
    ...rows.flatMap(({ text }) =>
      wrap(text, Math.max(30, layout.columns - 6)).map((line, at) => `${at === 0 ? '    ' : '      '}${line}`),
    ),
  ];
}
