// What heed says about an input: findings with verdicts and evidence, problems, and how much was looked at.

import type { LineExplanation } from './explanation.ts';
import type { Fix } from './fix.ts';
import type { Span } from './span.ts';

export type VerdictKind = 'fail' | 'open' | 'pass';
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** From worst to least; index is rank. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * Severity by where the dangerous operand comes from: a remote peer, a file or variable that someone else may write, a
 * file shipped with the project, a constant in the code. `none`: not worth reporting as a failure.
 */
export interface SeverityVector {
  readonly network: Severity;
  readonly file: Severity;
  readonly shipped: Severity | 'none';
  readonly constant: Severity | 'none';
}

/** What a file is for. Found by heed, overridable. */
export type FileRole = 'app' | 'test' | 'script' | 'example' | 'generated' | 'vendored' | 'stub' | 'notebook';

/** One step of the proof of a verdict. */
export interface Evidence {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  /** of what lies in a data file: the place in its own bytes, as {@link Finding.offset} */
  readonly offset?: number;
}

export interface Finding {
  readonly ruleId: string;
  /** catalogue code, e.g. `PKL-01` */
  readonly code: string;
  readonly topic: string;
  readonly verdict: VerdictKind;
  readonly severity: Severity;
  readonly path: string;
  /** what to point at */
  readonly span: Span;
  /** the call, class or statement that was judged: one site is reported once */
  readonly site: Span;
  /** of data: how it was read, `pickle`, `zip` */
  readonly format?: string;
  /** of what lies in a data file: the names that lead to it, `archive/data.pkl`, `second pickle` */
  readonly inside?: readonly string[];
  /** of what lies in a data file: the place in its own bytes, which may have been inflated from those at `span` */
  readonly offset?: number;
  /** one sentence: why the verdict is what it is */
  readonly message: string;
  readonly messageId: string | undefined;
  readonly evidence: readonly Evidence[];
  /** How the value got here, from where it entered to the site; empty when nothing had to flow. */
  readonly trace: readonly Evidence[];
  readonly role: FileRole;
  /** other considerations that say something about the same site */
  readonly also: readonly string[];
  /** what can be done about it, where the rule knows something */
  readonly fix?: Fix;
  readonly suppression: Suppression | undefined;
}

/** What acknowledges a finding: a comment, or the project's configuration. */
export interface Suppression {
  /** of a comment */
  readonly span: Span | undefined;
  readonly reason: string | undefined;
  /** how it was written: in heed's own words or another tool's, or in the configuration */
  readonly dialect: 'heed' | 'nosec' | 'noqa' | 'configuration';
}

export type ProblemKind =
  | 'unreadable' // the file could not be opened or read
  | 'encoding' // bytes that its encoding does not allow
  | 'syntax' // a statement that is not Python
  | 'limit' // a budget was reached
  | 'suppression' // a comment that names no rule, or an unknown one
  | 'unused-suppression'
  | 'configuration'
  | 'rule-crashed' // a rule failed on a site; heed's fault
  | 'reader-crashed'; // a reader of data failed on a file; heed's fault

/** Something about the input that kept heed from doing its whole job. Data, never thrown. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly path: string;
  readonly span: Span | undefined;
  readonly message: string;
  /** whether something was therefore not analysed (exit code 3) */
  readonly hidesCode: boolean;
}

/** How much of the input was looked at. */
export interface Coverage {
  readonly files: number;
  readonly analysed: number;
  readonly partly: number;
  readonly notAnalysed: number;
  /** functions that were too much to run whole: what stands in them is judged by their text */
  readonly cutShort: number;
  readonly bytes: number;
}

/** Text of a file, for code frames and line numbers at the edge. */
export interface ReportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where a module is imported, or Python is started. */
export interface Use {
  /** numbers of files; roles without any are left out */
  readonly filesByRole: Readonly<Partial<Record<FileRole, number>>>;
  /** the first by path, outside of tests where there is one */
  readonly first: Pick<Evidence, 'path' | 'span'>;
}

export interface Report {
  readonly version: string;
  /** sorted by path, start, rule id */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly coverage: Coverage;
  /** the files that findings and problems speak about, by path */
  readonly files: ReadonlyMap<string, ReportedFile>;
  readonly target: string;
  readonly threatModel: ThreatModel;
  /** why it is that one, for people: `app.py imports flask`, `configured` */
  readonly threatModelReason: string;
  /** of the modules that were asked for, those that are imported anywhere */
  readonly imports: ReadonlyMap<string, Use>;
  /** where Python is started; `undefined`: nowhere */
  readonly starts: Use | undefined;
  /** of the one line that was asked about; all findings are then about its file */
  readonly explanation?: LineExplanation;
}

/** Which sources count as hostile. */
export type ThreatModel = 'web' | 'cli' | 'library' | 'notebook';
