// Why heed says what it says about a line, or says nothing: what was known there, which checks counted, and what each
// rule answered.

import type { Span } from './span.ts';
import type { VerdictKind } from './verdict.ts';

/** A line of a file, from 1, with what stands on it in source order. */
export interface LineExplanation {
  readonly path: string;
  readonly line: number;
  readonly sites: readonly SiteExplanation[];
}

/** One thing on the line that rules could speak about. Without answers, it is a call that no rule asked for. */
export interface SiteExplanation {
  readonly kind:
    | 'call'
    | 'reference'
    | 'store'
    | 'class'
    | 'compare'
    | 'python-command'
    | 'python-variable'
    | 'start-line'
    | 'module-file';
  readonly path: string;
  readonly span: Span;
  /** source text, on one line and shortened */
  readonly text: string;
  /** canonical names that it can stand for */
  readonly names: readonly string[];
  /** what else the name may stand for, or why it is not known; `undefined`: nothing else */
  readonly nameLost: string | undefined;
  /** false: conditions that are known keep this code from running */
  readonly isReachable: boolean;
  /** the calls that led here in the run that is spoken of, the nearest first; empty: nothing is known of the callers */
  readonly calledFrom: readonly { readonly path: string; readonly span: Span }[];
  readonly values: readonly ValueExplanation[];
  /** by rule */
  readonly answers: readonly RuleAnswer[];
}

export interface ValueExplanation {
  /** what it is to the site: `receiver`, `shell`, `argument 2`, `value`; of a part of a value, its source text */
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** `unknown`: may come in `*args` or `**kwargs` */
  readonly presence: 'given' | 'unknown';
  readonly text: string;
  /** what it certainly is, as Python would write it: `"rb"`, `f"grep {words}"`, `["ls", path]`, `ssl.CERT_NONE` */
  readonly known: string | undefined;
  /** classes that it can be an instance of */
  readonly classes: readonly string[];
  /** what else it may be, or why it is not known */
  readonly lost: string | undefined;
  readonly origin: OriginExplanation | undefined;
  /** kinds of use that everything in it was cleaned for */
  readonly cleanedFor: readonly string[];
  /** tests of this value that were passed on every way here, nearest first */
  readonly checks: readonly CheckExplanation[];
  /** what a text, list or dict is made of, constants left out */
  readonly parts: readonly ValueExplanation[];
}

export interface OriginExplanation {
  /** `network`, `file`, `parameter` … */
  readonly provenance: string;
  /** `flask.request.args`, `the parameter data of load()` */
  readonly text: string;
  readonly path: string | undefined;
  readonly span: Span | undefined;
  readonly isHostile: boolean;
}

/** A test that a value has passed. */
export interface CheckExplanation {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  /** what the test gave on the way here */
  readonly outcome: boolean;
  /** the kind of guard that it is: `membership`, `full-match` …; `undefined`: none that heed knows */
  readonly kind: string | undefined;
  /** what the value is checked against, as Python would write it */
  readonly against: string | undefined;
  /** why it proves nothing; `undefined`: it is a guard of its kind */
  readonly weakness: string | undefined;
  /** ids of the rules that asked for a guard of this kind and met this one */
  readonly countsFor: readonly string[];
}

/** What a rule that looked at a site said. */
export interface RuleAnswer {
  readonly ruleId: string;
  readonly code: string;
  /** `nothing`: the consideration does not speak about it; `crashed`: the rule failed, see the problems */
  readonly verdict: VerdictKind | 'nothing' | 'crashed';
  readonly message: string | undefined;
  /** kinds of guards that the rule asked for and did not find */
  readonly missed: readonly string[];
}
