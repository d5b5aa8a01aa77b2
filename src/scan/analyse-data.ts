// From inspected data files to verdicts. Of files of text, the text is read once more: for comments that acknowledge
// findings, and for the report to quote. What is binary is never held.

import type { Format } from '../artifacts/index.ts';
import type { Finding, Problem } from '../core/index.ts';
import type { Rule, Target } from '../rulekit/index.ts';
import type { InspectedFile } from './inspect-files.ts';
import { judgeData } from './judge-data.ts';
import type { Machine } from './machine.ts';
import type { DataFile } from './read.ts';
import { suppressInText } from './suppress.ts';

/** A data file as the report counts it, and its text where the report may quote it. */
export interface CoveredData {
  readonly path: string;
  /** in bytes */
  readonly size: number;
  readonly text: Uint8Array | undefined;
}

export interface DataAnalysis {
  /** of each file in its order */
  readonly files: readonly CoveredData[];
  readonly findings: readonly Finding[];
  /** of files that are judged as code too, whose comments are read there */
  readonly findingsOfCode: ReadonlyMap<string, readonly Finding[]>;
  readonly problems: readonly Problem[];
}

const textFormats: ReadonlySet<Format> = new Set<Format>([
  'xml',
  'logging-ini',
  'logging-dict',
  'yaml',
  'keras-config',
  'text',
  'pem',
  'key-log',
  'openssl-settings',
]);

/** Longer text is shown by offsets: nobody reads the lines of it. */
const longestText = 4 * 1024 * 1024;

export function analyseData(
  data: readonly DataFile[],
  inspected: readonly InspectedFile[],
  rules: readonly Rule[],
  circumstances: { readonly target: Target; isCode(path: string): boolean },
  machine: Machine,
): DataAnalysis {
  const files: CoveredData[] = [];
  const findings: Finding[] = [];
  const findingsOfCode = new Map<string, readonly Finding[]>();
  const problems: Problem[] = [];
  data.forEach((file, at) => {
    const { path, role } = file;
    const found = inspected[at] as InspectedFile;
    for (const problem of found.problems) problems.push({ ...problem, path, span: undefined, hidesCode: true });
    if (found.size === undefined) return;
    const judged = judgeData({ path, role, target: circumstances.target }, found.artifacts, rules, problems);
    if (circumstances.isCode(path)) {
      findingsOfCode.set(path, judged);
      return;
    }
    const text = judged.length === 0 ? undefined : textOf(file, found, machine);
    const suppressed =
      text === undefined
        ? { findings: judged, problems: [] }
        : suppressInText(text, (span) => span, path, judged, rules);
    findings.push(...suppressed.findings);
    problems.push(...suppressed.problems);
    const isQuoted = suppressed.problems.length > 0 || judged.some(({ verdict }) => verdict !== 'pass');
    files.push({ path, size: found.size, text: isQuoted ? text : undefined });
  });
  return { files, findings, findingsOfCode, problems };
}

/** undefined: binary, or too long to quote. */
function textOf(
  { path, bytes }: DataFile,
  { artifacts, size = 0 }: InspectedFile,
  machine: Machine,
): Uint8Array | undefined {
  if (size > longestText || !artifacts.every(({ format }) => textFormats.has(format))) return undefined;
  let text = bytes;
  try {
    text ??= machine.readFile(path);
  } catch {
    // It was there a moment ago; its verdicts stand without its lines.
    return undefined;
  }
  // UTF-16, or no text at all: lines would be counted wrongly
  return text.includes(0) ? undefined : text;
}
