// What is known about the value of an expression. A value is a small set of facts, each one thing that the value can
// be, and a statement of whether the set is complete. Facts point at the source that they were read from, so that
// every verdict can show its evidence.

import type { NodeId } from '../syntax/index.ts';
import type { ModuleSemantics } from './module-semantics.ts';

/** A node of some module of the project. */
export interface Place {
  readonly module: ModuleSemantics;
  readonly node: NodeId;
}

/** Python's constants as JavaScript values; integers are `bigint`, floats `number`, bytes `Uint8Array`. */
export type Literal = string | Uint8Array | bigint | number | boolean | null | EllipsisLiteral;
export interface EllipsisLiteral {
  readonly ellipsis: true;
}

/** One thing that a value can be. */
export type Fact =
  | ConstantFact
  | TextFact
  | SequenceFact
  | MappingFact
  | ReferenceFact
  | InstanceFact
  | ComputedFact
  | ParameterFact;

interface FactAt {
  /** the expression that the fact was read from */
  readonly at: Place;
  /** what is known about it because code that was passed on the way here has tested it */
  readonly conditions?: readonly KnownCondition[];
}

/** A test that was passed: what it computed (`re.fullmatch()`, `operator.lt()`), and which of its inputs the value was. */
export interface KnownCondition {
  readonly test: ComputedFact;
  readonly outcome: boolean;
  /** the value as it was before it was tested; found in `from` of the test, or further inside */
  readonly subject: Fact;
}

export interface ConstantFact extends FactAt {
  readonly kind: 'constant';
  readonly value: Literal;
}

/** Text (or bytes) put together from constant stretches and values: f-strings, `%`, `.format`, `+`, `join`. */
export interface TextFact extends FactAt {
  readonly kind: 'text';
  readonly type: 'str' | 'bytes';
  /** Stretches of bytes are written as latin-1. Neither two strings in a row nor constant values occur. */
  readonly parts: readonly (string | Value)[];
}

export interface SequenceFact extends FactAt {
  readonly kind: 'sequence';
  readonly type: 'tuple' | 'list' | 'set' | 'frozenset';
  /** what is certain: items at these places are these, whatever else may follow */
  readonly items: readonly Value[];
  /** false when more items may follow */
  readonly complete: boolean;
  /** what an item that may follow can be; without it, anything */
  readonly rest?: Value;
  /** the object that this is what is known of; objects of one identity are one object */
  readonly identity?: number;
  /** its class, where that only behaves like `type`: `collections.deque`, `typing.Iterator` */
  readonly className?: string;
  /** what it shows of a dict, whatever that holds by then: `options.values()` */
  readonly view?: { readonly of: number; readonly part: 'keys' | 'values' | 'items' };
}

export interface MappingFact extends FactAt {
  readonly kind: 'mapping';
  readonly entries: readonly { readonly key: Value; readonly value: Value }[];
  /** false when it may hold further keys (`**other`, later stores that were not followed) */
  readonly complete: boolean;
  /** what the value of a further key can be; without it, anything */
  readonly rest?: Value;
  /** see `SequenceFact` */
  readonly identity?: number;
  /** its class, where that only behaves like a dict: `collections.defaultdict` */
  readonly className?: string;
}

/**
 * A module, function, class or attribute with a canonical dotted name: `ssl.CERT_NONE`, `app.views.helper`. Modules'
 * own dunder names stand alone: `__file__`, `__name__`.
 */
export interface ReferenceFact extends FactAt {
  readonly kind: 'reference';
  readonly name: string;
  /** where the project defines it (FunctionDef, Lambda, ClassDef or Module), when it does */
  readonly definition?: Place;
  /** arguments bound beforehand by `functools.partial` */
  readonly partial?: Place;
  /** of a method that was read from an object or a class: that */
  readonly receiver?: Value;
  /** of a function made while code ran: the variables around it, by a number that the flow engine gave them */
  readonly closure?: number;
}

/** An object made by calling a class. `className` is canonical: `ssl.SSLContext`, `app.safe.SafeUnpickler`. */
export interface InstanceFact extends FactAt {
  readonly kind: 'instance';
  readonly className: string;
  /** the project's ClassDef, when the class is the project's own */
  readonly definition?: Place;
  /** the Call that made it, when there is one in view */
  readonly call?: Place;
  /** when a library gave it: the call or attribute that did, in the notation of {@link ComputedFact} */
  readonly by?: string;
  /** what it was made from: receiver first, then arguments */
  readonly from?: readonly Value[];
  /** the text it stands for, where it is no more than that: a path of `pathlib` */
  readonly text?: Value;
  /** see `SequenceFact` */
  readonly identity?: number;
}

/**
 * The result of something that is named but not evaluated: a call, attribute or item of a library. `by` is its
 * canonical path, with `()` for a call and `[]` for an item (also one that a loop takes out): `flask.request.args[]`,
 * `socket.socket.recv()`, `requests.get().content`. `?` stands for an object that is not known: `?.strip()`, `?()`.
 * Operators are named as in Python's `operator` module: `operator.or_()`. `from` holds the values that it was computed
 * from: receiver first, then arguments.
 */
export interface ComputedFact extends FactAt {
  readonly kind: 'computed';
  readonly by: string;
  readonly from: readonly Value[];
}

/** A parameter of the function that holds the expression; nothing is known about its callers. */
export interface ParameterFact extends FactAt {
  readonly kind: 'parameter';
  readonly name: string;
  /** Canonical class name of its annotation, when it has one that resolves. */
  readonly annotation?: string;
}

export interface Value {
  readonly facts: readonly Fact[];
  /** true: the value is one of `facts`; false: it can be something else too (`why` says what was lost) */
  readonly complete: boolean;
  readonly why?: string;
}
