// What a rule is: one plain object. A rule says which sites it wants to hear of and judges each; it never walks a
// tree, opens a file or knows another rule.

import type { Format } from '../artifacts/index.ts';
import type { Severity, SeverityVector } from '../core/index.ts';
import type { Concept, Provenance } from '../models/index.ts';
import type { DataSite } from './data-site.ts';
import type { Recipe } from './fix.ts';
import type { CallSite, ClassSite, CompareSite, ReferenceSite, StoreSite, Subject } from './site.ts';
import type { CommandSite, ModuleFileSite, StartLineSite, VariableSite } from './start-site.ts';

export interface Rule<Messages extends Record<string, string> = Record<string, string>, Name extends string = string> {
  /** `topic/hazard`, the file's path below `rules/`: `pickle/untrusted-load` */
  readonly id: string;
  /** catalogue code, e.g. `PKL-01`; a rule that carries more considerations than one lists them in `alsoCodes` */
  readonly code: string;
  readonly alsoCodes?: readonly string[];
  /** one sentence, the hazard as a fact */
  readonly title: string;
  /** path below the Python documentation's root: `library/pickle.html#pickle-restrict` */
  readonly anchor: string;
  readonly severity: SeverityVector;
  /** CWE numbers, the most exact first */
  readonly cwe: readonly number[];
  /** codes of other tools for the same consideration: `B301`, `S301` */
  readonly aliases: readonly string[];
  /** one line: what to do instead */
  readonly advice: string;
  /** What somebody who knows the system must answer where the rule cannot decide. */
  readonly question?: string;
  readonly docs: RuleDocs;
  /** text by message id; `{name}` is replaced by the parameter of that name */
  readonly messages: Messages;
  /** Where runs may tell more than the text, though the text says nothing and no remote peer is near. */
  readonly near?: Near;
  readonly on: Trigger<keyof Messages & string, Name> | readonly Trigger<keyof Messages & string, Name>[];
}

/** Files that hold one of these, those that they import and those that import them. */
export interface Near {
  /** last parts of names: `gettempdir` */
  readonly names: readonly string[];
  /** asked of the source text of constants, quotes included */
  readonly text?: RegExp;
}

export interface RuleDocs {
  readonly why: string;
  /** Python that the rule fails; executed as a test */
  readonly fails: string;
  /** Python that the rule passes, or says nothing about; executed as a test */
  readonly passes: string;
  /** what proves a `pass` */
  readonly evidence: readonly string[];
  readonly limits: string;
}

/** Keeps `concept:start-proces` from compiling. Names that a rule computes are plain strings: the house tests see them. */
type Listed<Name extends string> = Name &
  (Name extends `concept:${infer Word}` ? (Word extends Concept ? Name : { 'is no concept': Word }) : Name);

/**
 * What a rule wants to hear of. `to` lists canonical names (`pickle.loads`, `ssl.SSLContext.set_ciphers`) and concepts
 * (`concept:deserialize`), which the models expand. Methods are named by the class that defines them; instances of
 * subclasses count. `fixes` are tried in order; the first that can be made for what was found is offered.
 */
export type CodeTrigger<MessageId extends string = string, Name extends string = string> =
  | {
      readonly kind: 'call';
      readonly to: readonly Listed<Name>[];
      /** Only in files that hold one of these: for calls that are everywhere. */
      readonly where?: Near;
      /** Whether the text alone tells all that matters: nothing is run for such calls. */
      isTold?(call: CallSite): boolean;
      judge(call: CallSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: readonly Recipe<CallSite>[];
    }
  | {
      readonly kind: 'reference';
      readonly to: readonly Listed<Name>[];
      judge(reference: ReferenceSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: readonly Recipe<ReferenceSite>[];
    }
  | {
      readonly kind: 'store';
      readonly to: readonly Listed<Name>[];
      judge(store: StoreSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: readonly Recipe<StoreSite>[];
    }
  | {
      readonly kind: 'class';
      readonly extends: readonly Listed<Name>[];
      judge(definition: ClassSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: readonly Recipe<ClassSite>[];
    }
  | {
      readonly kind: 'compare';
      readonly mentions: readonly Listed<Name>[];
      judge(comparison: CompareSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: readonly Recipe<CompareSite>[];
    };

/** What a rule wants to hear of how Python is started, in files of any kind. */
export type StartTrigger<MessageId extends string = string> =
  | {
      readonly kind: 'python-command';
      /** modules that `-m` names; without, every command */
      readonly runs?: readonly string[];
      judge(command: CommandSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: undefined;
    }
  | {
      readonly kind: 'python-variable';
      readonly names: readonly string[];
      judge(variable: VariableSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: undefined;
    }
  | {
      readonly kind: 'start-line';
      judge(line: StartLineSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: undefined;
    }
  | {
      readonly kind: 'module-file';
      judge(file: ModuleFileSite, verdict: Judge<MessageId>): Judgement;
      readonly fixes?: undefined;
    };

/**
 * What a rule wants to hear of data files: concerns that readers have about artifacts of some formats. The second half of
 * a concern's kind is the id of the message that tells it. Without `judge`, what is dangerous fails, what is unknown is
 * open, and an artifact without such concerns passes.
 */
export interface DataTrigger<MessageId extends string = string> {
  readonly kind: 'data';
  readonly formats: readonly Format[];
  /** `zip:duplicate-name`, `data:limit` */
  readonly concerns: readonly `${string}:${MessageId}`[];
  /** Where what concerns depends on what the project runs on. */
  judge?(artifact: DataSite, verdict: Judge<MessageId>): Judgement;
  readonly fixes?: undefined;
}

export type Trigger<MessageId extends string = string, Name extends string = string> =
  | CodeTrigger<MessageId, Name>
  | StartTrigger<MessageId>
  | DataTrigger<MessageId>;

/** Whether a trigger is about code, which a rule hears of by the names in it. */
export function isAboutCode(trigger: Trigger): trigger is CodeTrigger {
  return !isAboutData(trigger) && !isAboutStarts(trigger);
}

export function isAboutStarts(trigger: Trigger): trigger is StartTrigger {
  return startKinds.has(trigger.kind);
}

export function isAboutData(trigger: Trigger): trigger is DataTrigger {
  return trigger.kind === 'data';
}

const startKinds: ReadonlySet<string> = new Set<StartTrigger['kind']>([
  'python-command',
  'python-variable',
  'start-line',
  'module-file',
]);

/** What a rule says of a site; `undefined`: the consideration does not speak about it. */
export type Judgement = Verdict | readonly Verdict[] | undefined;

export interface Verdict {
  readonly kind: 'fail' | 'open' | 'pass';
  /** what to point at */
  readonly subject: Subject;
  readonly message: string;
  readonly messageId: string | undefined;
  readonly severity: Severity | undefined;
  readonly provenance: Provenance | undefined;
  /** one of `alsoCodes`, where the verdict is about that consideration */
  readonly code: string | undefined;
}

export interface VerdictOptions {
  /** Where the dangerous operand comes from; chooses from the severity vector. Taken from the subject when left out. */
  readonly provenance?: Provenance;
  /** Overrides the vector, where severity hangs on something else than provenance. */
  readonly severity?: Severity;
  /** Reports another code of `alsoCodes`. */
  readonly code?: string;
}

/** Makes verdicts; `subject` is the argument, call or value to point at. */
export interface Judge<MessageId extends string = string> {
  /** Shown to violate: by this constant or this path. */
  fail(subject: Subject, message: MessageId, parameters?: MessageParameters, options?: VerdictOptions): Verdict;
  /** Not decided; the message says what is not known. */
  open(subject: Subject, message: MessageId, parameters?: MessageParameters, options?: VerdictOptions): Verdict;
  /** Shown to heed; `evidence` is one of the rule's `docs.evidence` sentences. */
  pass(subject: Subject, evidence: string): Verdict;
}

export type MessageParameters = Readonly<Record<string, string | number>>;

/** Checks a rule's shape at compile time and gives its message ids their exact type. */
export function defineRule<const Messages extends Record<string, string>, const Name extends string>(
  rule: Rule<Messages, Name>,
): Rule<Messages> {
  return rule;
}
