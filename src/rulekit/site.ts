// What rules see: sites and values, with names, constants, types, origins and guards already resolved. Views are made
// when a rule is asked and live no longer.

import type { FileRole, Span } from '../core/index.ts';
import type { CleanedUse, Provenance } from '../models/index.ts';
import type { Literal, Place } from '../python/semantics/index.ts';
import type { Target } from './target.ts';

/** Something that a verdict can point at. */
export interface Subject {
  /** the file that it stands in, which may be another than that of the site */
  readonly path: string;
  readonly span: Span;
  /** source text, shortened to one line for messages */
  readonly text: string;
}

/** A value where it is used. */
export interface ValueView extends Subject {
  /** `given`: an expression is there; `absent`: certainly not passed; `unknown`: may come in `*args` or `**kwargs` */
  readonly presence: 'given' | 'absent' | 'unknown';
  isGiven(): boolean;
  isAbsent(): boolean;

  /** The constant that this certainly is; `undefined` when there is none or more than one. */
  constant(): Literal | undefined;
  /** All constants that this can be, when the set is closed. */
  constants(): readonly Literal[] | undefined;
  /** The string that this certainly is (bytes are read as latin-1; of a path of pathlib, its text). */
  string(): string | undefined;
  /** The number that this certainly is; bools are not numbers. */
  number(): number | undefined;
  /** Python's truth of the value, when known. */
  truth(): boolean | undefined;
  /** Certainly None. */
  isNone(): boolean;

  /** Certainly stands for this canonical name: `value.is('ssl.CERT_NONE')`. */
  is(...names: readonly string[]): boolean;
  /** Can stand for one of these names. */
  canBe(...names: readonly string[]): boolean;
  /** Every canonical name it can stand for. */
  names(): readonly string[];
  /** Certainly an instance of the class or a subclass. */
  isInstanceOf(...classes: readonly string[]): boolean;
  /** Canonical names of the classes it can be an instance of. */
  classes(): readonly string[];
  /** Certainly the result of a call to one of these; gives the call. */
  callTo(...names: readonly string[]): CallSite | undefined;

  /** Each thing that it can be, by itself; what is not known of it is left out. */
  alternatives(): readonly ValueView[];
  /** What the result of a call to one of these was made from, when it certainly is one: what the call was given, in order. */
  madeFrom(...names: readonly string[]): readonly ValueView[] | undefined;

  /** Elements of a list, tuple or set display whose length is known. */
  items(): readonly ValueView[] | undefined;
  /** Elements from the start of a list or tuple that are certain, whatever may follow; empty for anything else. */
  firstItems(): readonly ValueView[];
  /** Value of a constant key of a dict display, or of a keyword dict. */
  entry(key: string): ValueView | undefined;
  /** Keys of a dict display, when all are known. */
  keys(): readonly string[] | undefined;
  /** Text as stretches: constant strings and the values between them. One string for a constant. */
  textParts(): readonly (string | ValueView)[] | undefined;

  /** Where the value comes from, the worst of its parts; see `Origin`. */
  origin(): Origin;
  /** The result of a call to one of these, or made from one: sliced, joined, passed through other calls. */
  isDerivedFrom(...names: readonly string[]): boolean;
  /** Everything in it that is not constant went through a cleaner for this kind of use: `html.escape` for `html`. */
  isCleanedFor(use: CleanedUse): boolean;
  /** Flags that the expression sets or clears: `options | ssl.OP_ALL`, `~ssl.OP_NO_SSLv3`; undefined when others hide in it. */
  flags(): readonly Flag[] | undefined;
  /** Names, attributes and constant keys that the expression is made of, in source order: `user.password + SALT`. */
  partNames(): readonly string[];
  /** A guard of this kind that held before this use, on the same value. */
  guard(kind: GuardKind): GuardView | undefined;
  /** Every test of this value that was passed before this use, whether it guards or not; nearest first. */
  checks(): readonly CheckView[];
  /** What else it may be, or why it is not known; undefined when all that it can be is known. */
  readonly lost: string | undefined;
  /** The class definition, when this is a project class or an instance of one. */
  projectClass(): ClassSite | undefined;
  /** The function definition, when this certainly is a function or lambda of the project. */
  projectFunction(): FunctionView | undefined;
  /** The name or attribute that the value is read from or written to, if it is one: `token`, `self.secret` gives `secret`. */
  readonly lastName: string | undefined;
}

/** A named constant in a combination of bits. */
export interface Flag {
  readonly name: string;
  /** under `~` */
  readonly isNegated: boolean;
}

export interface Origin {
  /** network, file, environment, argument: someone else may choose it; shipped; constant; parameter, unknown: not known */
  readonly provenance: Provenance;
  /** For people: `flask.request.args`, `the parameter data of load()`, `an unknown value`. */
  readonly text: string;
  /** where it enters: a place in the file `path`, which may be another than that of the value */
  readonly span: Span | undefined;
  readonly path: string | undefined;
  /** true for network, file, environment and argument: hostile under the threat model in force */
  readonly isHostile: boolean;
  /** The shortest way from there to here; calls that it crosses are left out. Empty for constants and what is not known. */
  readonly steps: readonly OriginStep[];
}

export interface OriginStep {
  readonly path: string;
  readonly span: Span;
  /** a sentence without its subject: `goes through strip()` */
  readonly text: string;
  readonly place: Place;
}

/** Checks that dominate a use. */
export type GuardKind =
  | 'membership' // value in a closed set of constants
  | 'full-match' // re.fullmatch or an anchored equivalent
  | 'equality' // value == constant
  | 'type' // isinstance
  | 'prefix' // startswith of constants
  | 'prefix-excluded' // certainly does not start with one of these constants
  | 'containment' // is_relative_to, commonpath
  | 'host' // the host of an address is one of these, or it starts with one and the slash behind it
  | 'authenticity' // hmac.compare_digest over the same bytes
  | 'size' // len(), a size attribute or the number itself compared with an upper bound
  | 'truth'; // the value itself tested

export interface GuardView extends Subject {
  readonly kind: GuardKind;
  /** what the value is checked against, when constant */
  readonly against: readonly Literal[] | undefined;
  /** the comparison that the guard is, when it is one */
  readonly test: CompareSite | undefined;
}

/** A test that is passed on the way to a site. */
export interface ConditionView {
  /** what is tested; of a comparison with True, False or None, what is compared */
  readonly tested: ValueView;
  /** what its truth then is */
  readonly outcome: boolean;
}

/** A test that a value has passed. */
export interface CheckView extends Subject {
  /** what the test gave */
  readonly outcome: boolean;
  /** of something that the value was made from */
  readonly isOfPart: boolean;
  /** undefined: no kind of guard */
  readonly kind: GuardKind | undefined;
  readonly against: readonly Literal[] | undefined;
  /** why it proves nothing; undefined: it is a guard of its kind */
  readonly weakness: string | undefined;
}

/**
 * A use of an object after it was made, in the scope that made it. Operators are calls of the methods that Python calls
 * for them: `__getitem__`, `__setitem__`, `__delitem__`, `__contains__`, `__iter__`.
 */
export type UseView =
  | {
      readonly kind: 'store';
      readonly attribute: string;
      readonly value: ValueView;
      readonly operator: string | undefined;
      readonly subject: Subject;
    }
  | { readonly kind: 'call'; readonly call: CallSite; readonly method: string; readonly subject: Subject }
  | { readonly kind: 'argument'; readonly call: CallSite; readonly subject: Subject }
  | { readonly kind: 'escape'; readonly how: string; readonly subject: Subject };

/** What every site can tell about where it stands. */
export interface SiteContext {
  /** role of the file: app, test, script, example … */
  readonly role: FileRole;
  readonly target: Target;
  /** name of the enclosing function, and of the class around it; empty at module level */
  readonly functionName: string;
  readonly className: string;
  /** dotted name of the module */
  readonly moduleName: string;
  /** canonical names of modules that the file imports */
  imports(module: string): boolean;
  /** the statement stands under `if __name__ == "__main__"` */
  readonly isMainOnly: boolean;
  /** stands there, or in a function of the module that is called from nowhere else in its file */
  readonly isScriptOnly: boolean;
  /** stands in a `try` whose handlers catch one of these (canonical names); bare except and Exception count */
  isCaught(...exceptions: readonly string[]): boolean;
  /** the same, by a handler behind which the code goes on */
  isSwallowed(...exceptions: readonly string[]): boolean;
  /** handlers of the `try` statements around the site, nearest first */
  handlers(): readonly HandlerView[];
  /** tests of the function that decide whether the site is reached, nearest first; `and`, `or` and `not` taken apart */
  conditions(): readonly ConditionView[];
  /** classes defined in the file that inherit from one of these */
  classesInFile(...ancestors: readonly string[]): readonly ClassSite[];
  /** class around the site, when there is one */
  enclosingClass(): ClassSite | undefined;
  /** function around the site */
  enclosingFunction(): FunctionView | undefined;
  /** Calls of one of these anywhere in the project; for what is set once for the whole process. */
  callsInProject(...names: readonly string[]): readonly CallSite[];
}

export interface CallSite extends Subject, SiteContext {
  readonly kind: 'call';
  /** canonical name that matched the trigger, e.g. `pickle.load` */
  readonly name: string;
  /** every canonical name that the callee can stand for */
  readonly names: readonly string[];
  /** true when the callee can be something else too */
  readonly isUncertain: boolean;
  /** the callee expression */
  readonly callee: Subject;
  /** An argument by parameter name and position (from 0, `self` not counted); `functools.partial` counts. */
  argument(name: string | undefined, position?: number): ValueView;
  /** The argument that the concept is about by which the rule asked for the call; the first one without concept. */
  operand(): ValueView;
  /** Positional arguments in order, starred ones left out; `hasStar` says whether there were any. */
  readonly positional: readonly ValueView[];
  readonly hasStar: boolean;
  /** Names of keywords passed; `hasDoubleStar` says whether there may be more. */
  readonly keywords: readonly string[];
  readonly hasDoubleStar: boolean;
  /** The object that a method is called on. */
  receiver(): ValueView | undefined;
  /** The value that the call gives. */
  result(): ValueView;
  /** Names, attributes and dict keys that the result is stored under, directly or as part of an expression; the
   *  parameter it is passed for; the function that returns it. */
  resultNames(): readonly string[];
  /** The statement's value is used at all. */
  readonly isResultUsed: boolean;
  /** The result leaves in the query, headers or body of a request that this code makes. */
  readonly isSentInRequest: boolean;
  /** What happens to the object that the call makes, in its own scope, in source order. */
  uses(): readonly UseView[];
  /** The same for the object that a method is called on. */
  receiverUses(): readonly UseView[];
  /** The call directly around this one for which it is an argument. */
  outerCall(): CallSite | undefined;
  /** Other calls in the same function (or module body), in source order. */
  siblingCalls(...names: readonly string[]): readonly CallSite[];
  /** This call has certainly been made whenever the other one, in the same function, is reached. */
  dominates(other: CallSite): boolean;
  /** The call is the context manager of a `with`. */
  readonly isContextManager: boolean;
}

export interface ReferenceSite extends Subject, SiteContext {
  readonly kind: 'reference';
  readonly name: string;
  /** how the name is used: assigned somewhere, handed to a call, returned, put in a container */
  readonly usage: 'assigned' | 'argument' | 'returned' | 'stored' | 'other';
  readonly call: CallSite | undefined;
}

export interface StoreSite extends Subject, SiteContext {
  readonly kind: 'store';
  /** canonical name of what is stored to: `ssl.SSLContext.verify_mode`, `ssl._create_default_https_context` */
  readonly name: string;
  readonly value: ValueView;
  /** `BitOr`, `BitAnd` …: the operator of an augmented assignment */
  readonly operator: string | undefined;
  /** of an item store: `"HOME"` of `os.environ["HOME"] = …`, asked for as `os.environ[]` */
  readonly key: ValueView | undefined;
  receiver(): ValueView | undefined;
}

export interface ClassSite extends Subject, SiteContext {
  readonly kind: 'class';
  readonly name: string;
  /** canonical names of all known ancestors */
  readonly ancestors: readonly string[];
  /** a method of the class body or of a project base */
  method(name: string): FunctionView | undefined;
  /** The methods that the class body itself defines, in source order. */
  methods(): readonly FunctionView[];
  /** value of a class attribute */
  attribute(name: string): ValueView | undefined;
}

export interface FunctionView extends Subject {
  readonly name: string;
  readonly parameters: readonly string[];
  /** calls in the body, in source order; all of them, or those to these names */
  calls(...names: readonly string[]): readonly CallSite[];
  /** values given back by `return` */
  returns(): readonly ValueView[];
  /** can fall off its end or return without value */
  readonly canReturnNothing: boolean;
  /** raises on some way */
  readonly raises: boolean;
  /** stores something under this attribute somewhere: `self.close_connection = True` */
  assigns(attribute: string): boolean;
  /** what its `with` statements enter, in source order */
  managers(): readonly ValueView[];
  /** Comparisons anywhere in the body. */
  comparisons(): readonly CompareSite[];
}

/** What a `try` does when something in its body is thrown. */
export interface HandlerView extends Subject {
  /** canonical names of the classes that it takes; `builtins.BaseException` of a bare `except` */
  readonly exceptions: readonly string[];
  /** One of these is taken, or what it inherits from. */
  takes(...exceptions: readonly string[]): boolean;
  /** calls in its body, in source order; all of them, or those to these names */
  calls(...names: readonly string[]): readonly CallSite[];
  /** raises on some way */
  readonly raises: boolean;
  /** what follows the `try` is reached: its body does not end in return, raise, break or continue */
  readonly goesOn: boolean;
  /** stores something, so that what follows can know of the exception */
  readonly remembers: boolean;
  /** makes nothing of the exception: `pass`, `continue` */
  readonly isSilent: boolean;
}

export interface CompareSite extends Subject, SiteContext {
  readonly kind: 'compare';
  /** Eq, NotEq, In, NotIn, Is … of a comparison with two sides */
  readonly operator: string;
  readonly left: ValueView;
  readonly right: ValueView;
}
