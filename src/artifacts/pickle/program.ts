// What running a pickle comes to: the values it makes and, in order, all that it does beyond making plain values. The
// machine gives this to its judge. Nothing here is ever a real object: a global is a name, a call is a record of one.

/** The identity of a value is that of the object: what is reached twice is shared. */
export type Value =
  | NoneValue
  | BoolValue
  | IntValue
  | FloatValue
  | TextValue
  | EightBitValue
  | BytesValue
  | TupleValue
  | ListValue
  | DictValue
  | SetValue
  | GlobalValue
  | CallValue
  | PersistentValue
  | ExtensionValue
  | BufferValue;

export interface NoneValue {
  readonly kind: 'none';
}

export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface IntValue {
  readonly kind: 'int';
  /** undefined: it takes more than {@link MAX_NUMBER} bytes or digits, and is not worked out */
  readonly value: number | bigint | undefined;
  /** bytes or digits in the stream of one that is not worked out; 0 otherwise */
  readonly size: number;
}

export interface FloatValue {
  readonly kind: 'float';
  readonly value: number;
}

export interface TextValue {
  readonly kind: 'text';
  /** undefined when it takes more than {@link MAX_KEPT} bytes: `textOf` reads it */
  readonly text: string | undefined;
  /** of its encoded bytes in the stream */
  readonly offset: number;
  readonly size: number;
  /** how these are encoded; UTF-8 may hold surrogates */
  readonly encoding: 'utf-8' | 'raw-unicode-escape';
}

/** An 8-bit string, as Python 2 wrote them: text or bytes, up to the loader's `encoding=`. */
export interface EightBitValue {
  readonly kind: 'eight-bit';
  /** its bytes, one character each, after escapes; undefined when there are more than {@link MAX_KEPT}: `bytesOf` reads them */
  readonly latin1: string | undefined;
  readonly isAscii: boolean;
  readonly offset: number;
  readonly size: number;
  /** escapes are in the bytes of the stream (`STRING`) */
  readonly isEscaped: boolean;
}

export interface BytesValue {
  readonly kind: 'bytes' | 'bytearray';
  /** of its bytes in the stream; `bytesOf` reads them */
  readonly offset: number;
  readonly size: number;
  /** of a bytearray: it was added to or written to afterwards */
  isChanged: boolean;
}

export interface TupleValue {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  /** what `hash` does: nothing of note, runs code of what is in it, or raises a TypeError, at once or behind some code */
  readonly hashing: Hashing;
}

export type Hashing = 'plain' | 'code' | 'error' | 'code-then-error';

export interface ListValue {
  readonly kind: 'list';
  readonly items: Value[];
}

export interface DictValue {
  readonly kind: 'dict';
  /** key, value, key, value … as they were set; a key may come again, and the last counts */
  readonly entries: Value[];
}

export interface SetValue {
  readonly kind: 'set' | 'frozenset';
  /** as they were added; one may come again */
  readonly items: Value[];
}

/** What a module and a name give: an import, and the attribute. */
export interface GlobalValue {
  readonly kind: 'global';
  readonly opcode: 'GLOBAL' | 'STACK_GLOBAL' | 'INST';
  readonly offset: number;
  /** as in the stream: below protocol 3, loaders map names of Python 2; undefined: it is computed while loading */
  readonly module: string | undefined;
  readonly name: string | undefined;
  /** the attributes that are looked up, one after the other: a name with dots is split from protocol 4 on */
  readonly path: readonly string[];
  /** of the last `PROTO` before it; 0 where there was none */
  readonly protocol: number;
  /** what `STACK_GLOBAL` took */
  readonly operands: readonly [module: Value, name: Value] | undefined;
}

export type CallKind = 'REDUCE' | 'NEWOBJ' | 'NEWOBJ_EX' | 'OBJ' | 'INST';

/** A call, and the object that it returns. `NEWOBJ` calls `target.__new__(target, *args)`. */
export interface CallValue {
  readonly kind: 'call';
  readonly opcode: CallKind;
  readonly offset: number;
  readonly target: Value;
  /** a tuple, but where the pure-Python loader takes others, or nothing is known of it */
  readonly args: Value;
  readonly kwargs: Value | undefined;
}

/** What `persistent_load(id)` of the loader gives. */
export interface PersistentValue {
  readonly kind: 'persistent';
  readonly offset: number;
  readonly id: Value;
}

/** What the registry of `copyreg` has under a code. */
export interface ExtensionValue {
  readonly kind: 'extension';
  readonly offset: number;
  readonly code: number;
}

/** A buffer from outside of the stream (`of` undefined), or a view of a value that cannot be written to. */
export interface BufferValue {
  readonly kind: 'buffer';
  readonly offset: number;
  readonly of: Value | undefined;
}

/** Something that loading does beyond making plain values. */
export type Event =
  | { readonly kind: 'import'; readonly offset: number; readonly global: GlobalValue }
  | { readonly kind: 'call'; readonly offset: number; readonly call: CallValue }
  | { readonly kind: 'extension'; readonly offset: number; readonly extension: ExtensionValue }
  | { readonly kind: 'persistent'; readonly offset: number; readonly persistent: PersistentValue }
  /** `target.__setstate__(state)`, or else its `__dict__` is updated and, from the second half of a pair, attributes are set */
  | { readonly kind: 'build'; readonly offset: number; readonly target: Value; readonly state: Value }
  /** `target[key] = value` of what is no dict: a list, a bytearray, or an object */
  | {
      readonly kind: 'set-item';
      readonly offset: number;
      readonly target: Value;
      readonly key: Value;
      readonly value: Value;
    }
  /** `target.extend(items)`, or `target.append(item)` of each, of what is no list: a bytearray, or an object */
  | { readonly kind: 'append'; readonly offset: number; readonly target: Value; readonly items: readonly Value[] }
  /** `target.add(item)` of what is no set */
  | { readonly kind: 'add'; readonly offset: number; readonly target: Value; readonly item: Value }
  /** `hash(key)`, and perhaps `==`, of an object, or of a tuple with one in it */
  | { readonly kind: 'hash'; readonly offset: number; readonly key: Value }
  /** `memoryview(target)` of an object */
  | { readonly kind: 'view'; readonly offset: number; readonly target: Value }
  /** an iteration over an object: only the pure-Python loader does so, for arguments that are no tuple */
  | { readonly kind: 'iterate'; readonly offset: number; readonly target: Value }
  /** the result of a call is dropped */
  | { readonly kind: 'discard'; readonly offset: number; readonly call: CallValue };

export type Ending =
  | 'stop'
  | 'end-of-data'
  | 'unknown-opcode'
  | 'unsupported-protocol'
  /** the stack or the mark stack had too little on it */
  | 'stack-underflow'
  | 'bad-memo'
  /** a number, text or name that no loader can decode, or a length that none takes */
  | 'bad-argument'
  /** an operation that the value it is about does not have: a call of a number, a list as a key */
  | 'bad-operation'
  /** heed's own: there is more of it than it looks at */
  | 'limit';

/** What no writer of pickles makes, or loaders read differently. */
export type OddityKind =
  /** `0x10`, `1_000`, ` 1`, `+1`, `010`; NUL behind a number */
  | 'odd-number'
  /** an opcode or its argument goes across the end of its frame */
  | 'frame-crossed'
  /** a frame begins before the one it lies in ends */
  | 'frame-in-frame'
  /** a frame is longer than what is left of the stream */
  | 'frame-too-long'
  /** the pickle ends before its frame does: a second pickle begins elsewhere for some */
  | 'frame-left-over'
  /** the length in front of a constant says more than there is left */
  | 'length-too-long'
  /** the last line has no line feed: the pure-Python loader takes it without its last letter */
  | 'unfinished-line'
  /** `INST` without a mark, or an empty name in a line: only the pure-Python loader imports here */
  | 'import-before-error'
  /** arguments of a call that are no tuple, or names of arguments that are no text: one kind of loader takes them */
  | 'odd-arguments'
  /** what only one of the C and the pure-Python loader does, such as adding nothing to what cannot be added to */
  | 'odd-operation'
  /** text that its encoding does not allow: loaders stop here */
  | 'undecodable-text'
  /** an 8-bit string with other bytes than ASCII: loaders stop here, or differ in what they make of it, by their `encoding=` */
  | 'eight-bit-text'
  /** an index of the memo that is far beyond what is in it: the C loader's memo is an array */
  | 'huge-memo-index'
  /** `NEXT_BUFFER`: loaders without `buffers=` stop here */
  | 'outside-buffer'
  /** an import whose module or name is the result of a call */
  | 'computed-name'
  /** the extension registry is not known */
  | 'extension'
  /** protocols that go down or come late */
  | 'protocol-changed';

export interface Oddity {
  readonly kind: OddityKind;
  readonly offset: number;
  /** for people, short: what stands there */
  readonly text: string;
}

/** One pickle: what runs from a start to `STOP`, or to where it breaks. */
export interface Program {
  /** in words for people: which loader reads it so */
  readonly dialect: string;
  readonly start: number;
  /** behind `STOP`, or where the machine gave up */
  readonly end: number;
  readonly ending: Ending;
  /** why it broke: `BINGET 7: nothing is at 7 in the memo` */
  readonly why: string;
  readonly result: Value | undefined;
  readonly events: readonly Event[];
  readonly oddities: readonly Oddity[];
  /** by `kind`, also those that are not listed */
  readonly oddityCounts: ReadonlyMap<OddityKind, number>;
  /** arguments of `PROTO`, the highest; undefined: there was none */
  readonly protocol: number | undefined;
  readonly opcodes: number;
  readonly memoSize: number;
  readonly largestMemoIndex: number;
  readonly deepestStack: number;
  /** what lies on the stack, and marks, when `STOP` comes */
  readonly leftValues: number;
  readonly leftMarks: number;
  /** 8-bit strings: written by Python 2, or for it */
  readonly eightBitStrings: number;
  /** whether loading goes on is, somewhere, up to an object that is not known, such as a call's result that has to be a tuple */
  readonly supposes: boolean;
  /** constants that may hold something themselves, of at least {@link MIN_NESTED} bytes, in order */
  readonly constants: readonly (BytesValue | TextValue | EightBitValue)[];
  /** as other loaders read the same bytes, where something odd lets them differ */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly program: Program;
  /**
   * Against what the main program does: nothing else, nothing else but less of it, the same and more, or something else.
   * `less` is a loader that stops with an error.
   */
  readonly relation: 'same' | 'less' | 'more' | 'different';
  /** index of the first event that is not the same in both */
  readonly firstDifference: number;
}

/** Bytes of text and 8-bit strings that are kept decoded. */
export const MAX_KEPT = 256;
/** Bytes or digits of numbers that are worked out. */
export const MAX_NUMBER = 512;
/** Bytes of constants that are listed. */
export const MIN_NESTED = 16;
