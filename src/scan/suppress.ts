// Comments that acknowledge findings. A suppression belongs to a statement, not to a line: it may stand on any of the
// statement's lines, behind its closing bracket, or alone in the lines directly above. Of a compound statement (`with`,
// `if`, `def`) only the header counts, so that a comment never covers a whole body.
//
// heed's own form names rules, and is checked: an unknown or missing id, or one that suppresses nothing, is a problem.
// Comments of other tools are read through the rules' aliases and never reported: they may have other purposes.

import { type Finding, LineIndex, type Problem, type Span, type Suppression } from '../core/index.ts';
import type { Tree } from '../python/syntax/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { nearestTo } from './nearest.ts';
import { type Place, placeOf, statementsOf } from './statement-place.ts';
import { type Directive, readDirectives } from './suppression-comments.ts';

interface SuppressionComment extends Directive {
  readonly span: Span;
  readonly line: number;
  /** nothing but the comment stands on its line */
  readonly isAlone: boolean;
  /** for a comment that stands alone: the first line below that is no such comment */
  readonly lineBelow: number;
  /** words that suppressed something */
  readonly used: Set<string>;
  /** ids of rules that report something for the comment's statement */
  readonly covered: Set<string>;
}

interface Suppressed {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export function suppress(tree: Tree, path: string, findings: readonly Finding[], rules: readonly Rule[]): Suppressed {
  const comments = readSuppressionComments(tree);
  if (comments.length === 0) return { findings, problems: [] };
  const statements = statementsOf(tree);
  return suppressBy(comments, (site) => placeOf(tree, statements, site), path, findings, rules);
}

/** The same for text that is not Python. `statementOf`: the instruction or line around a site. */
export function suppressInText(
  bytes: Uint8Array,
  statementOf: (site: Span) => Span,
  path: string,
  findings: readonly Finding[],
  rules: readonly Rule[],
): Suppressed {
  const text = commentsInText(bytes);
  if (text === undefined) return { findings, problems: [] };
  const place = (site: Span): Place => {
    const { start, end } = statementOf(site);
    const lastLine = text.lines.lineOf(Math.max(start, end - 1));
    return { firstLine: text.lines.lineOf(start), lastLine, lastInnerLine: lastLine };
  };
  return suppressBy(readSuppressionComments(text), place, path, findings, rules);
}

function suppressBy(
  comments: readonly SuppressionComment[],
  placeOfSite: (site: Span) => Place,
  path: string,
  findings: readonly Finding[],
  rules: readonly Rule[],
): Suppressed {
  if (comments.length === 0) return { findings, problems: [] };
  const words = wordsOf(rules);
  const judged = findings.map((finding): Finding => {
    if (finding.verdict === 'pass') return finding;
    const place = placeOfSite(finding.site);
    let suppression: Suppression | undefined;
    for (const comment of comments) {
      if (!covers(comment, place)) continue;
      comment.covered.add(finding.ruleId);
      // A rule that came second at this site is spoken of, though it has no finding of its own to hide.
      for (const word of comment.words) if (finding.also.includes(word)) comment.used.add(word);
      const matching = matchingWords(comment, finding, words);
      if (matching === undefined) continue;
      for (const word of matching) comment.used.add(word);
      suppression ??= { span: comment.span, reason: comment.reason, dialect: comment.dialect };
    }
    return suppression === undefined ? finding : { ...finding, suppression };
  });
  return { findings: judged, problems: comments.flatMap((comment) => problemsOf(comment, path, words, rules)) };
}

const [h, n] = [0x68, 0x6e];
const openings = ['heed:', 'nosec', 'noqa'].map((word) => new TextEncoder().encode(word));

/** Whether a comment mentions a dialect, in any case. Nearly none does, so comments are not decoded to find out. */
function mentionsDialect(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const letter = (bytes[at] as number) | 0x20;
    if (letter !== h && letter !== n) continue;
    if (openings.some((word) => word.every((byte, index) => ((bytes[at + index] as number) | 0x20) === (byte | 0x20))))
      return true;
  }
  return false;
}

/** What comments are read from: a tree, or text with the places of its comments. */
type Commented = Pick<Tree, 'bytes' | 'comments' | 'lines'>;

/** Lines that mention a dialect behind a `#` or `<!--`; undefined when none does. */
function commentsInText(bytes: Uint8Array): Commented | undefined {
  if (!mentionsDialect(bytes, 0, bytes.length)) return undefined;
  const lines = new LineIndex(bytes);
  const comments: number[] = [];
  for (let line = 1; line <= lines.lineCount; line++) {
    const end = lines.endOf(line);
    let start = lines.startOf(line);
    while (start < end && !opensComment(bytes, start, lines.startOf(line))) start++;
    if (start < end && mentionsDialect(bytes, start, end)) comments.push(start, end);
  }
  return { bytes, lines, comments: Int32Array.from(comments) };
}

const HASH = 35;
const markup = [...'<!--'].map((letter) => letter.charCodeAt(0));

function opensComment(bytes: Uint8Array, at: number, start: number): boolean {
  if (bytes[at] === HASH) return isBlankBefore(bytes, at, start);
  return markup.every((byte, index) => bytes[at + index] === byte);
}

const isBlankBefore = (bytes: Uint8Array, at: number, start: number) =>
  at === start || bytes[at - 1] === 32 || bytes[at - 1] === 9;

function readSuppressionComments(tree: Commented): readonly SuppressionComment[] {
  const { bytes, comments: ends } = tree;
  let isMentioned = false;
  for (let index = 0; index < ends.length && !isMentioned; index += 2) {
    isMentioned = mentionsDialect(bytes, ends[index] as number, ends[index + 1] as number);
  }
  if (!isMentioned) return [];
  const decoder = new TextDecoder();
  const starts = new Set<number>();
  for (let index = 0; index < tree.comments.length; index += 2) {
    const start = tree.comments[index] as number;
    if (isAlone(tree, start)) starts.add(tree.lines.lineOf(start));
  }
  const comments: SuppressionComment[] = [];
  for (let index = 0; index < tree.comments.length; index += 2) {
    const [start, end] = [tree.comments[index] as number, tree.comments[index + 1] as number];
    const text = decoder.decode(tree.bytes.subarray(start, end));
    for (const directive of readDirectives(text)) {
      const line = tree.lines.lineOf(start);
      let lineBelow = line + 1;
      while (starts.has(lineBelow)) lineBelow++;
      const offset = Buffer.byteLength(text.slice(0, directive.start));
      const length = Buffer.byteLength(text.slice(directive.start, directive.end));
      comments.push({
        ...directive,
        span: { start: start + offset, end: start + offset + length },
        line,
        isAlone: starts.has(line),
        lineBelow,
        used: new Set(),
        covered: new Set(),
      });
    }
  }
  // heed's own form is the one to name in the report when several cover a finding.
  return comments.sort((one, other) => Number(other.dialect === 'heed') - Number(one.dialect === 'heed'));
}

function isAlone(tree: Commented, start: number): boolean {
  for (let at = tree.lines.startOf(tree.lines.lineOf(start)); at < start; at++) {
    const byte = tree.bytes[at];
    // blank, tab, form feed
    if (byte !== 32 && byte !== 9 && byte !== 12) return false;
  }
  return true;
}

function covers(comment: SuppressionComment, place: Place): boolean {
  // Only heed reads the lines above: for the other tools a comment of its own line means nothing.
  if (comment.dialect === 'heed' && comment.isAlone && comment.lineBelow === place.firstLine) return true;
  if (comment.line < place.firstLine || comment.line > place.lastLine) return false;
  return !comment.isAlone || comment.line <= place.lastInnerLine;
}

/** What a word stands for: rules by id, or one code of a rule that reports several. */
interface Words {
  readonly own: ReadonlyMap<string, (finding: Finding) => boolean>;
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
}

function wordsOf(rules: readonly Rule[]): Words {
  const own = new Map<string, (finding: Finding) => boolean>();
  const aliases = new Map<string, Set<string>>();
  for (const rule of rules) {
    own.set(rule.id, (finding) => finding.ruleId === rule.id);
    for (const code of [rule.code, ...(rule.alsoCodes ?? [])]) {
      own.set(code.toLowerCase(), (finding) => finding.code === code);
    }
    for (const alias of rule.aliases) {
      const ids = aliases.get(alias.toUpperCase()) ?? new Set();
      aliases.set(alias.toUpperCase(), ids.add(rule.id));
    }
  }
  return { own, aliases };
}

/** The words of a comment that speak of a finding; `undefined` when none does. A bare foreign form speaks of all. */
function matchingWords(comment: SuppressionComment, finding: Finding, words: Words): readonly string[] | undefined {
  if (comment.dialect !== 'heed' && comment.words.length === 0) return [];
  const matching = comment.words.filter((word) =>
    comment.dialect === 'heed'
      ? words.own.get(word.toLowerCase())?.(finding)
      : words.aliases.get(word.toUpperCase())?.has(finding.ruleId),
  );
  return matching.length === 0 ? undefined : matching;
}

function problemsOf(comment: SuppressionComment, path: string, words: Words, rules: readonly Rule[]): Problem[] {
  if (comment.dialect !== 'heed') return [];
  const problem = (kind: Problem['kind'], message: string): Problem => ({
    kind,
    path,
    span: comment.span,
    message,
    hidesCode: false,
  });
  if (comment.words.length === 0) {
    return [
      problem(
        'suppression',
        'the comment names no rule and suppresses nothing; write # heed: ignore[topic/rule] -- reason',
      ),
    ];
  }
  return comment.words.flatMap((word) => {
    if (!words.own.has(word.toLowerCase())) return [problem('suppression', whyUnknown(word, comment, words, rules))];
    if (comment.used.has(word)) return [];
    return [problem('unused-suppression', `nothing to suppress: heed reports no ${word} for this statement`)];
  });
}

/** What a word is that names no rule, and what to write in its place. */
function whyUnknown(word: string, comment: SuppressionComment, words: Words, rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  const aliased = [...(words.aliases.get(word.toUpperCase()) ?? [])];
  if (aliased.length > 0)
    return `${word} is a code of another tool; name the rule: ${choiceOf(aliased, comment, word)}`;
  const ofTopic = ids.filter((id) => id.startsWith(`${word.toLowerCase()}/`));
  const reported = ofTopic.filter((id) => comment.covered.has(id));
  if (ofTopic.length > 0)
    return `${word} is a topic; name one of its rules${reported.length === 0 ? '' : `: ${reported.join(', ')}`}`;
  const near = nearestTo(word, [...ids, ...rules.flatMap(({ code, alsoCodes }) => [code, ...(alsoCodes ?? [])])]);
  return `there is no rule ${word}; ${near === undefined ? 'see heed rules' : `did you mean ${near}?`}`;
}

/** The rules that report something for the statement, when it is some of these that are meant. */
function choiceOf(ids: readonly string[], { covered }: SuppressionComment, word: string): string {
  const reported = ids.filter((id) => covered.has(id));
  const choice = reported.length === 0 ? ids : reported;
  return choice.length <= 3 ? choice.join(' or ') : `heed explain ${word} lists ${choice.length}`;
}
