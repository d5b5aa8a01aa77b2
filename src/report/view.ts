// What every format needs of a report: which findings it lists, what is counted, and places as lines and columns.

import {
  type Finding,
  LineIndex,
  type Position,
  type Report,
  type Severity,
  type Span,
  type Suppression,
  severities,
  type VerdictKind,
} from '../core/index.ts';
import { isAboutData, type Rule, type Trigger } from '../rulekit/index.ts';
import { visible } from './visible.ts';

/** A report and how it is to be shown. */
export interface ReportView {
  readonly report: Report;
  /** the rules that were run, for titles, advice and help */
  readonly rules: readonly Rule[];
  readonly show: ReadonlySet<VerdictKind>;
  readonly minSeverity: Severity;
  /** absolute path of the folder that relative paths start from */
  readonly root: string;
  /** absolute path of the folder that was judged, where it is a single one */
  readonly folder?: string | undefined;
}

/** The root of the Python documentation, which rules' anchors are relative to. */
export const documentationRoot = 'https://docs.python.org/3/';

/** The findings that the view lists, suppressed ones included; every format lists the same. */
export function listedFindings(view: ReportView): readonly Finding[] {
  return view.report.findings.filter(
    ({ verdict, severity }) => view.show.has(verdict) && isAtLeast(severity, view.minSeverity),
  );
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

export interface Counts {
  readonly fail: number;
  readonly open: number;
  readonly pass: number;
  /** findings that a comment acknowledges; in none of the other counts */
  readonly suppressed: number;
}

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { fail: 0, open: 0, pass: 0, suppressed: 0 };
  for (const { verdict, suppression } of findings) counts[suppression === undefined ? verdict : 'suppressed']++;
  return counts;
}

/** What was found in data that is not shown to be safe, at or above a severity: not the same as safe. */
export function undecidedData(report: Report, least: Severity): readonly Finding[] {
  return report.findings.filter(
    ({ format, verdict, severity, suppression }) =>
      format !== undefined && verdict === 'open' && suppression === undefined && isAtLeast(severity, least),
  );
}

/** The language of a rule's examples: Python, or listings of data. */
export function languageOf({ on }: Rule): 'python' | 'text' {
  return ([on].flat() as readonly Trigger[]).some(isAboutData) ? 'text' : 'python';
}

/** Counts by topic, in the order of the topics' names; whatever the view lists. */
export function countByTopic(findings: readonly Finding[]): readonly (readonly [topic: string, counts: Counts])[] {
  const topics = [...new Set(findings.map(({ topic }) => topic))].sort();
  return topics.map((topic) => [topic, countFindings(findings.filter((finding) => finding.topic === topic))]);
}

/** Where offsets of a report's files lie. */
export interface Places {
  /** `undefined` for a file whose text the report does not hold */
  linesOf(path: string): LineIndex | undefined;
  /** one line of text, without its end; bytes that are not UTF-8 become U+FFFD */
  textOfLine(path: string, line: number): string;
  textOf(path: string, span: Span): string;
  startOf(path: string, span: Span): Position | undefined;
  endOf(path: string, span: Span): Position | undefined;
}

export function placesOf(report: Report): Places {
  const indexByPath = new Map<string, LineIndex>();
  const decoder = new TextDecoder();
  const linesOf = (path: string): LineIndex | undefined => {
    const known = indexByPath.get(path);
    if (known !== undefined) return known;
    const file = report.files.get(path);
    if (file === undefined) return undefined;
    const index = new LineIndex(file.bytes);
    indexByPath.set(path, index);
    return index;
  };
  const textOf = (path: string, { start, end }: Span): string =>
    decoder.decode(report.files.get(path)?.bytes.subarray(start, end));
  return {
    linesOf,
    textOf,
    textOfLine(path, line) {
      const index = linesOf(path);
      return index === undefined ? '' : textOf(path, { start: index.startOf(line), end: index.endOf(line) });
    },
    startOf: (path, span) => linesOf(path)?.positionOf(span.start),
    endOf: (path, span) => linesOf(path)?.positionOf(span.end),
  };
}

/** `@0x1c3`: a place in bytes that are no text. */
export function offsetText(offset: number): string {
  return `@0x${offset.toString(16)}`;
}

/** `app.py:12`, `model.pt @0x1c3`, `model.pt → archive/data.pkl @0x1c3`; passes through `visible`. */
export function placeText(place: Pick<Finding, 'path' | 'span'> & Partial<Finding>, places: Places): string {
  const line = isWhole(place) ? undefined : places.startOf(place.path, place.span)?.line;
  const file = `${visible(place.path)}${line === undefined ? '' : `:${line}`}`;
  return [file, innerPlaceText(place, line !== undefined)].filter((each) => each !== '').join(' ');
}

/** Data that passes does so as a whole, which no line and no offset stands for. */
export function isWhole({ format, verdict }: Partial<Finding>): boolean {
  return format !== undefined && verdict === 'pass';
}

/** What a line cannot tell of a place in data. */
export function innerPlaceText(place: Pick<Finding, 'span'> & Partial<Finding>, hasLine: boolean): string {
  const { format, inside, offset = 0, span } = place;
  const at = isWhole(place) ? '' : offsetText(inside === undefined ? span.start : offset);
  if (inside !== undefined) return `→ ${inside.map(visible).join(' → ')} ${at}`.trimEnd();
  return format === undefined || hasLine ? '' : at;
}

/** `heed comment: the file is made by this program`, `configuration: …`; passes through `visible`. */
export function acknowledgedBy({ dialect, reason }: Suppression): string {
  const how = dialect === 'configuration' ? 'configuration' : `${dialect} comment`;
  return visible(reason === undefined ? how : `${how}: ${reason}`);
}

/** `3 files`, `1 file`, `1,204 files` */
export function amount(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}

/** The name of the folder that was judged. */
export function projectOf({ root, folder = root }: ReportView): string {
  return folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
}

/** How much was looked at, and what was assumed. */
export function runFacts({ target, threatModel, threatModelReason, coverage, version }: Report): readonly string[] {
  const { files, analysed, partly, notAnalysed, cutShort } = coverage;
  return [
    `${analysed.toLocaleString('en')} of ${amount(files, 'file')} analysed`,
    ...(partly > 0 ? [`${partly.toLocaleString('en')} only in part`] : []),
    ...(notAnalysed > 0 ? [`${notAnalysed.toLocaleString('en')} not at all`] : []),
    ...(cutShort > 0 ? [`${amount(cutShort, 'function')} judged by text alone`] : []),
    target,
    `threat model ${threatModel} (${threatModelReason})`,
    `heed ${version}`,
  ];
}
