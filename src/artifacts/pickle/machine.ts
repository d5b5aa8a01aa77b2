// Runs a pickle on names instead of objects: every opcode does to the stack, the memo and the values what it does in
// Modules/_pickle.c, and whatever would touch a real object is written down. Bytes are walked once, page by page;
// constants stay where they are.

import { type Budget, LimitReached } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import { Broken } from './broken.ts';
import {
  nameIn,
  type Reading,
  readBlob,
  readEightBit,
  readIdLine,
  readIndexLine,
  readLongBytes,
  readNameLine,
  readNumberLine,
  readStringLine,
  readText,
  readUnicodeLine,
} from './constants.ts';
import { Cursor } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { Frames } from './frames.ts';
import type { Input } from './input.ts';
import { Memo } from './memo.ts';
import {
  addItems,
  appendItems,
  build,
  callWith,
  dictOf,
  isObject,
  newObject,
  type Running,
  setItems,
  touchHashes,
  tupleOf,
  view,
} from './operations.ts';
import {
  type BytesValue,
  type CallValue,
  type EightBitValue,
  type Ending,
  type Event,
  type GlobalValue,
  MIN_NESTED,
  type Program,
  type TextValue,
  type Value,
} from './program.ts';
import { State } from './state.ts';

export interface RunOptions {
  /** the machine reads nothing behind it */
  readonly limit: number;
  readonly dialect: Dialect;
  readonly budget: Budget;
  /** of an earlier pickle that the same unpickler read, and its input where it had one of its own; new ones otherwise */
  readonly memo?: Memo;
  readonly input?: Input | undefined;
  /**
   * Asked after each `BUILD`, with the offset behind it: a loader may read on elsewhere and put another object on the stack,
   * as joblib's does for arrays.
   */
  readonly afterBuild?: (
    target: Value,
    state: Value,
    offset: number,
  ) => { value: Value; offset: number; event: Event } | undefined;
}

/** Runs the pickle that begins at `start`. Never throws: a limit that is reached is in what comes back. */
export function run(source: ByteSource, start: number, options: RunOptions): Ran {
  return new Machine(source, start, options).run();
}

/** `limit` is to be thrown again once what was found is told. */
export interface Ran {
  readonly program: Omit<Program, 'alternatives'>;
  /** where a loader that reads the same file again goes on */
  readonly next: number;
  readonly memo: Memo;
  readonly input: Input | undefined;
  readonly limit: LimitReached | undefined;
  /**
   * Events before this one happen in any loader of this kind that gets so far; from there on it is up to objects that are
   * not known, such as the result of a call that has to be a tuple, whether loading goes on.
   */
  readonly sureEvents: number;
}

/** Opcodes between two looks at the budget. */
const SPENT_AT_ONCE = 1024;
/** Steps that any run costs. */
const STARTING = 16;
const HIGHEST_PROTOCOL = 5;

const none: Value = { kind: 'none' };
const yes: Value = { kind: 'bool', value: true };
const no: Value = { kind: 'bool', value: false };
const smallIntegers: readonly Value[] = Array.from({ length: 256 }, (_, value) => ({ kind: 'int', value, size: 0 }));

class Machine extends State implements Running, Reading {
  readonly #options: RunOptions;
  readonly #start: number;
  readonly #memo: Memo;
  readonly #constants: (BytesValue | TextValue | EightBitValue)[] = [];
  readonly #extensions = new Map<number, Value>();
  readonly #frames: Frames;
  #protocol = 0;
  #highestProtocol: number | undefined;
  #opcodes = 0;
  #eightBitStrings = 0;

  constructor(source: ByteSource, start: number, options: RunOptions) {
    const limit = Math.min(options.limit, source.size);
    const input = options.input ?? options.dialect.input?.(source, start, limit);
    super(new Cursor(source, start, limit, input), options.dialect);
    this.#options = options;
    this.#start = start;
    this.#memo = options.memo ?? new Memo();
    this.#frames = new Frames(this);
  }

  run(): Ran {
    let ending: Ending = 'stop';
    let why = '';
    let limit: LimitReached | undefined;
    let result: Value | undefined;
    try {
      this.#options.budget.spend(STARTING);
      this.#loop();
      this.#options.budget.spend(this.#opcodes % SPENT_AT_ONCE);
      result = this.pop();
      this.#frames.close();
    } catch (error) {
      if (error instanceof LimitReached) {
        ending = 'limit';
        limit = error;
      } else if (error instanceof Broken) ending = error.ending;
      else throw error;
      why = error.message;
    }
    const program = {
      dialect: this.dialect.words,
      start: this.#start,
      end: this.cursor.position,
      ending,
      why,
      result,
      events: this.events,
      oddities: this.oddities,
      oddityCounts: this.oddityCounts,
      protocol: this.#highestProtocol,
      opcodes: this.#opcodes,
      memoSize: this.#memo.size,
      largestMemoIndex: this.#memo.largest,
      deepestStack: Math.max(this.deepest, this.stack.length),
      leftValues: this.stack.length,
      leftMarks: this.marks.length,
      eightBitStrings: this.#eightBitStrings,
      supposes: this.sureEvents !== undefined,
      constants: this.#constants,
    };
    const next =
      ending === 'stop' && this.cursor.input !== undefined ? this.cursor.input.close() : this.cursor.position;
    const input = this.cursor.input;
    return { program, next, memo: this.#memo, input, limit, sureEvents: this.sureEvents ?? this.events.length };
  }

  #loop(): void {
    const { budget } = this.#options;
    const { cursor } = this;
    const { input, limit } = cursor;
    const frames = this.#frames;
    for (;;) {
      if ((++this.#opcodes & (SPENT_AT_ONCE - 1)) === 0) {
        budget.spend(SPENT_AT_ONCE);
        this.checkDepth();
      }
      let at = cursor.position;
      if (input === undefined) {
        if (at >= frames.end) frames.leave(at);
        if (at >= limit) throw new Broken('end-of-data', 'the data ends before STOP');
        cursor.position = at + 1;
      } else {
        at = input.reach(1);
        cursor.position = at + 1;
      }
      this.offset = at;
      const code = cursor.codeAt(at);
      switch (code) {
        case 0x28: // MARK
          this.marks.push(this.stack.length);
          break;
        case 0x2e: // STOP
          return;
        case 0x30: // POP
          this.#drop();
          break;
        case 0x31: // POP_MARK
          for (const value of this.popMark()) this.#discard(value);
          break;
        case 0x32: // DUP
          this.push(this.top());
          break;
        case 0x46: // FLOAT
          this.make(readNumberLine(this, 'FLOAT'));
          break;
        case 0x47: // BINFLOAT
          this.make({ kind: 'float', value: cursor.float() });
          break;
        case 0x49: // INT
          this.make(readNumberLine(this, 'INT'));
          break;
        case 0x4a: // BININT
          this.make({ kind: 'int', value: cursor.unsigned(4) | 0, size: 0 });
          break;
        case 0x4b: // BININT1
          this.push(smallIntegers[cursor.unsigned(1)] as Value);
          break;
        case 0x4c: // LONG
          this.make(readNumberLine(this, 'LONG'));
          break;
        case 0x4d: // BININT2
          this.make({ kind: 'int', value: cursor.unsigned(2), size: 0 });
          break;
        case 0x4e: // NONE
          this.push(none);
          break;
        case 0x50: // PERSID
          this.#persistent(readIdLine(this));
          break;
        case 0x51: // BINPERSID
          this.#persistent(this.pop());
          break;
        case 0x52: // REDUCE
          this.#reduce();
          break;
        case 0x53: // STRING
          this.#keep(readStringLine(this));
          break;
        case 0x54: // BINSTRING
          this.#keep(readEightBit(this, cursor.unsigned(4)));
          break;
        case 0x55: // SHORT_BINSTRING
          this.#keep(readEightBit(this, cursor.unsigned(1)));
          break;
        case 0x56: // UNICODE
          this.#keep(readUnicodeLine(this));
          break;
        case 0x58: // BINUNICODE
          this.#keep(readText(this, cursor.unsigned(4)));
          break;
        case 0x61: // APPEND
          this.#append();
          break;
        case 0x62: // BUILD
          this.#build();
          break;
        case 0x63: // GLOBAL
          this.#globalLines('GLOBAL');
          break;
        case 0x64: // DICT
          this.make(dictOf(this, this.popMark()));
          break;
        case 0x65: // APPENDS
          appendItems(this, this.popMark(), this.top(), 'APPENDS');
          break;
        case 0x67: // GET
          this.#get(readIndexLine(this, 'GET'));
          break;
        case 0x68: // BINGET
          this.#get(cursor.unsigned(1));
          break;
        case 0x69: // INST
          this.#inst();
          break;
        case 0x6a: // LONG_BINGET
          this.#get(cursor.unsigned(4));
          break;
        case 0x6c: // LIST
          this.make({ kind: 'list', items: this.popMark() });
          break;
        case 0x6f: // OBJ
          this.#obj();
          break;
        case 0x70: // PUT
          this.#put(readIndexLine(this, 'PUT'));
          break;
        case 0x71: // BINPUT
          this.#put(cursor.unsigned(1));
          break;
        case 0x72: // LONG_BINPUT
          this.#put(cursor.unsigned(4));
          break;
        case 0x73: // SETITEM
          this.#setItem();
          break;
        case 0x74: // TUPLE
          this.make(tupleOf(this.popMark()));
          break;
        case 0x75: // SETITEMS
          setItems(this, this.popMark(), this.top());
          break;
        case 0x7d: // EMPTY_DICT
          this.make({ kind: 'dict', entries: [] });
          break;
        case 0x5d: // EMPTY_LIST
          this.make({ kind: 'list', items: [] });
          break;
        case 0x29: // EMPTY_TUPLE
          this.push(tupleOf([]));
          break;
        case 0x80: // PROTO
          this.#proto(cursor.unsigned(1));
          break;
        case 0x81: // NEWOBJ
          this.#newObject(false);
          break;
        case 0x82: // EXT1
          this.#extension(cursor.unsigned(1));
          break;
        case 0x83: // EXT2
          this.#extension(cursor.unsigned(2));
          break;
        case 0x84: // EXT4
          this.#extension(cursor.unsigned(4) | 0);
          break;
        case 0x85: // TUPLE1
          this.make(tupleOf(this.popMany(1)));
          break;
        case 0x86: // TUPLE2
          this.make(tupleOf(this.popMany(2)));
          break;
        case 0x87: // TUPLE3
          this.make(tupleOf(this.popMany(3)));
          break;
        case 0x88: // NEWTRUE
          this.push(yes);
          break;
        case 0x89: // NEWFALSE
          this.push(no);
          break;
        case 0x8a: // LONG1
          this.make(readLongBytes(this, cursor.unsigned(1)));
          break;
        case 0x8b: // LONG4
          this.make(readLongBytes(this, cursor.unsigned(4) | 0));
          break;
        case 0x42: // BINBYTES
          this.#keep(readBlob(this, 'bytes', cursor.unsigned(4)));
          break;
        case 0x43: // SHORT_BINBYTES
          this.#keep(readBlob(this, 'bytes', cursor.unsigned(1)));
          break;
        case 0x8c: // SHORT_BINUNICODE
          this.#keep(readText(this, cursor.unsigned(1)));
          break;
        case 0x8d: // BINUNICODE8
          this.#keep(readText(this, cursor.size8()));
          break;
        case 0x8e: // BINBYTES8
          this.#keep(readBlob(this, 'bytes', cursor.size8()));
          break;
        case 0x8f: // EMPTY_SET
          this.make({ kind: 'set', items: [] });
          break;
        case 0x90: // ADDITEMS
          addItems(this, this.popMark(), this.top());
          break;
        case 0x91: // FROZENSET
          this.#frozenSet(this.popMark());
          break;
        case 0x92: // NEWOBJ_EX
          this.#newObject(true);
          break;
        case 0x93: // STACK_GLOBAL
          this.#stackGlobal();
          break;
        case 0x94: // MEMOIZE
          this.#put(this.#memo.size);
          break;
        case 0x95: // FRAME
          frames.begin(cursor.size8());
          break;
        case 0x96: // BYTEARRAY8
          this.#keep(readBlob(this, 'bytearray', cursor.size8()));
          break;
        case 0x97: // NEXT_BUFFER
          this.#nextBuffer();
          break;
        case 0x98: // READONLY_BUFFER
          view(this);
          break;
        default:
          throw new Broken('unknown-opcode', `no opcode is ${code.toString(16).padStart(2, '0')}`);
      }
    }
  }

  // -- constants

  #keep(value: BytesValue | TextValue | EightBitValue): void {
    if (value.size >= MIN_NESTED) this.#constants.push(value);
    if (value.kind === 'eight-bit') this.#eightBitStrings++;
    this.make(value);
  }

  // -- containers

  #frozenSet(items: Value[]): void {
    for (const item of items) touchHashes(this, item);
    this.make({ kind: 'frozenset', items });
  }

  #append(): void {
    const value = this.pop();
    appendItems(this, [value], this.top(), 'APPEND');
  }

  #setItem(): void {
    const value = this.pop();
    const key = this.pop();
    setItems(this, [key, value], this.top());
  }

  #drop(): void {
    if (this.stack.length > this.fence) this.#discard(this.stack.pop() as Value);
    else this.popMark();
  }

  #discard(value: Value): void {
    if (value.kind === 'call') this.happen({ kind: 'discard', offset: this.offset, call: value });
  }

  // -- memo

  #get(index: number | bigint): void {
    const value = this.#memo.get(index);
    if (value === undefined) throw new Broken('bad-memo', `nothing is at ${index} in the memo`);
    this.push(value);
  }

  #put(index: number | bigint): void {
    const value = this.top();
    if (index < 0) throw new Broken('bad-memo', `${index} is no index of a memo`);
    if (index > this.#memo.size * 2 + HUGE_STEP) this.odd('huge-memo-index', `${index}`);
    this.#memo.put(index, value);
  }

  // -- what touches objects

  #proto(protocol: number): void {
    if (protocol > HIGHEST_PROTOCOL) throw new Broken('unsupported-protocol', `there is no protocol ${protocol}`);
    if (this.#opcodes > 1) this.odd('protocol-changed', `PROTO ${protocol} after ${this.#opcodes - 1} opcodes`);
    this.#protocol = protocol;
    this.#highestProtocol = Math.max(this.#highestProtocol ?? 0, protocol);
  }

  #globalLines(opcode: 'GLOBAL' | 'INST'): GlobalValue {
    const module = readNameLine(this, opcode);
    const name = readNameLine(this, opcode);
    const found = this.#global(opcode, module, name, undefined);
    if (opcode === 'GLOBAL') this.make(found);
    return found;
  }

  #global(
    opcode: GlobalValue['opcode'],
    module: string | undefined,
    name: string | undefined,
    operands: GlobalValue['operands'],
  ): GlobalValue {
    const protocol = this.#protocol;
    const path = name === undefined ? [] : protocol >= 4 ? name.split('.') : [name];
    const global: GlobalValue = { kind: 'global', opcode, offset: this.offset, module, name, path, protocol, operands };
    this.happen({ kind: 'import', offset: this.offset, global });
    return global;
  }

  #stackGlobal(): void {
    const name = this.pop();
    const module = this.pop();
    const words = [module, name].map((value) => nameIn(this, value));
    if (words.includes(undefined)) {
      const isOpen = [module, name].every((value, at) => words[at] !== undefined || isObject(value));
      if (!isOpen) throw new Broken('bad-operation', 'STACK_GLOBAL requires str');
      this.odd('computed-name', 'STACK_GLOBAL takes what a call gives');
      this.suppose();
    }
    this.make(this.#global('STACK_GLOBAL', words[0], words[1], [module, name]));
  }

  #call(opcode: CallValue['opcode'], target: Value, args: Value, kwargs: Value | undefined): void {
    const call: CallValue = { kind: 'call', opcode, offset: this.offset, target, args, kwargs };
    this.happen({ kind: 'call', offset: this.offset, call });
    this.make(call);
  }

  #reduce(): void {
    const args = this.pop();
    const target = this.pop();
    callWith(this, target, args);
    this.#call('REDUCE', target, args, undefined);
  }

  #newObject(hasKeywords: boolean): void {
    const kwargs = hasKeywords ? this.pop() : undefined;
    const args = this.pop();
    const target = this.pop();
    newObject(this, target, args, kwargs);
    this.#call(hasKeywords ? 'NEWOBJ_EX' : 'NEWOBJ', target, args, kwargs);
  }

  #obj(): void {
    const items = this.popMark();
    const [target, ...args] = items;
    if (target === undefined) throw this.underflow();
    if (!isObject(target)) throw new Broken('bad-operation', `OBJ calls ${target.kind}`);
    this.#call('OBJ', target, tupleOf(args), undefined);
  }

  #inst(): void {
    const hasMark = this.marks.length > 0;
    if (!hasMark) {
      this.odd('import-before-error', 'INST without a mark');
      if (this.dialect.loader === 'c') throw this.underflow();
    }
    const target = this.#globalLines('INST');
    this.#call('INST', target, tupleOf(this.popMark()), undefined);
  }

  #build(): void {
    const state = this.pop();
    const target = this.top();
    build(this, target, state);
    const elsewhere = this.#options.afterBuild?.(target, state, this.cursor.position);
    if (elsewhere === undefined || this.cursor.input !== undefined) return;
    this.#frames.interrupt();
    this.happen(elsewhere.event);
    this.stack[this.stack.length - 1] = elsewhere.value;
    this.cursor.position = elsewhere.offset;
    this.cursor.forget();
  }

  #persistent(id: Value): void {
    const persistent = { kind: 'persistent', offset: this.offset, id } as const;
    this.happen({ kind: 'persistent', offset: this.offset, persistent });
    this.make(persistent);
  }

  #extension(code: number): void {
    if (code <= 0) throw new Broken('bad-argument', 'EXT specifies code <= 0');
    this.odd('extension', `EXT ${code}`);
    const known = this.#extensions.get(code);
    if (known !== undefined) {
      this.push(known);
      return;
    }
    const extension = { kind: 'extension', offset: this.offset, code } as const;
    this.#extensions.set(code, extension);
    this.happen({ kind: 'extension', offset: this.offset, extension });
    this.make(extension);
  }

  #nextBuffer(): void {
    this.odd('outside-buffer', 'NEXT_BUFFER');
    if (this.dialect.loader !== 'any') throw new Broken('bad-operation', 'no buffers are given');
    this.suppose();
    this.make({ kind: 'buffer', offset: this.offset, of: undefined });
  }
}

/** An index this far beyond twice what is in the memo is no writer's. */
const HUGE_STEP = 4096;
