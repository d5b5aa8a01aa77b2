// What the HTML report carries: the contract between the side that writes the file and the script that runs in it. All
// text in here has passed through `visible`; numbers are indices where they name something that is listed.

/** A line of code, and its coloured stretches: from, length and class, in UTF-16 units of the text. */
export type CodeLine = readonly [text: string, ...runs: number[]];

/** Indices of classes in {@link CodeLine}. */
export const tokenClasses = ['keyword', 'constant', 'number', 'string', 'comment', 'definition', 'call'] as const;

export interface CodeFile {
  readonly path: string;
  /** by line number, from 1; only lines that something points at, and those around them */
  readonly lines: Readonly<Record<number, CodeLine>>;
}

/**
 * A stretch of code: index of the file, line and column of its start as people count them, line of its end, and in the
 * texts of these two lines the units where it begins and ends. Without the file's text, line is 0.
 */
export type CodePlace = readonly [
  file: number,
  line: number,
  column: number,
  endLine: number,
  from: number,
  to: number,
];

export interface Stop {
  readonly at: CodePlace;
  readonly text: string;
}

export type State = 'fail' | 'open' | 'pass' | 'acknowledged';

export interface Row {
  /** stays the same from report to report: for links */
  readonly id: string;
  readonly rule: number;
  readonly state: State;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly role: string;
  readonly at: CodePlace;
  /** in data, what no line tells: `→ archive/data.pkl @0x1c3` */
  readonly inData?: string;
  readonly message: string;
  /** from where the value came in; a number stands for so many steps left out */
  readonly trace?: readonly (Stop | number)[];
  readonly proof?: readonly Stop[];
  /** codes of other considerations about the same site */
  readonly also?: readonly string[];
  /** why a comment suppresses it */
  readonly reason?: string;
  readonly fix?: FixOffer;
}

export interface FixOffer {
  /** as an order, and who does it */
  readonly text: string;
  /** the command that applies it */
  readonly command?: string;
  /** stretches of lines, before and after */
  readonly changes: readonly {
    readonly line: number;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

export interface RuleText {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly advice: string;
  readonly why: string;
  readonly limits: string;
  /** what shows that it is heeded */
  readonly evidence: readonly string[];
  readonly documentation: string;
  readonly cwe: readonly number[];
}

/** Rows under one heading: what fails, a question, or a proof. */
export interface Group {
  readonly state: State;
  readonly heading: string;
  /** index of the rule that all rows have; `undefined` where they differ */
  readonly rule?: number;
  readonly rows: readonly Row[];
}

export interface TopicPage {
  readonly id: string;
  readonly name: string;
  readonly warning: string;
  readonly documentation: string;
  readonly considerations: number;
  readonly judged: number;
  readonly counts: Readonly<Record<State, number>>;
  readonly isUsed: boolean;
  /** whether and where it is used, in words */
  readonly use: string;
  /** the first place where it is */
  readonly first?: string;
  readonly sites: number;
  readonly elsewhere: number;
  readonly unlisted: number;
  readonly groups: readonly Group[];
}

export interface ReportPage {
  readonly project: string;
  /** short facts about the run */
  readonly facts: readonly string[];
  readonly counts: Readonly<Record<State, number>>;
  readonly topics: readonly TopicPage[];
  readonly rules: readonly RuleText[];
  readonly files: readonly CodeFile[];
  readonly problems: readonly { readonly at: CodePlace; readonly text: string; readonly hidesCode: boolean }[];
  /** problems for which something was not analysed */
  readonly hiding: number;
  /** verdicts and problems that did not fit into the file */
  readonly leftOut: number;
  readonly problemsLeftOut: number;
}
