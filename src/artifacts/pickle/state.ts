// What a pickle that runs has: a stack with marks, and the log of what it did.

import { LimitReached } from '../budget.ts';
import { Broken } from './broken.ts';
import type { Cursor } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { opcodeByCode } from './opcodes.ts';
import type { Event, Oddity, OddityKind, Value } from './program.ts';

const MAX_STACK = 1_000_000;
/** Values, and places in containers at a quarter of one. */
const MAX_NODES = 8_000_000;
/** Oddities of one kind that are listed. */
const MAX_ODDITIES = 20;

export class State {
  readonly cursor: Cursor;
  readonly dialect: Dialect;
  readonly stack: Value[] = [];
  /** how much was on the stack when each began */
  readonly marks: number[] = [];
  readonly events: Event[] = [];
  readonly oddities: Oddity[] = [];
  readonly oddityCounts = new Map<OddityKind, number>();
  /** where the opcode that runs begins */
  offset: number;
  deepest = 0;
  /** how many events there were when it was first up to an object whether loading goes on */
  sureEvents: number | undefined;
  #nodes = 0;

  constructor(cursor: Cursor, dialect: Dialect) {
    this.cursor = cursor;
    this.dialect = dialect;
    this.offset = cursor.position;
  }

  /** Something that loaders differ in, or that no writer makes. */
  odd(kind: OddityKind, text: string): void {
    const count = (this.oddityCounts.get(kind) ?? 0) + 1;
    this.oddityCounts.set(kind, count);
    if (count <= MAX_ODDITIES) this.oddities.push({ kind, offset: this.offset, text });
  }

  /** From here on it is up to an object that is not known whether loading goes on. */
  suppose(): void {
    this.sureEvents ??= this.events.length;
  }

  happen(event: Event): void {
    this.count(1);
    this.events.push(event);
  }

  count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw new LimitReached('steps', `makes more than ${MAX_NODES / 1e6} million objects`);
  }

  push(value: Value): void {
    this.stack.push(value);
  }

  make(value: Value): void {
    if (++this.#nodes > MAX_NODES) this.count(0);
    this.stack.push(value);
  }

  pop(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack.pop() as Value;
  }

  top(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack[this.stack.length - 1] as Value;
  }

  underflow(): Broken {
    return new Broken('stack-underflow', `${this.opcodeName} at ${this.offset}: too little is on the stack`);
  }

  /** What lies above the topmost mark, which is taken away. */
  popMark(): Value[] {
    const mark = this.marks.pop();
    if (mark === undefined) {
      throw new Broken('stack-underflow', `${this.opcodeName} at ${this.offset}: there is no mark`);
    }
    const items = this.stack.splice(mark);
    this.count(items.length / 4);
    return items;
  }

  get fence(): number {
    return this.marks.length === 0 ? 0 : (this.marks[this.marks.length - 1] as number);
  }

  /** Takes the topmost values off the stack. */
  popMany(count: number): Value[] {
    if (this.stack.length - count < this.fence) throw this.underflow();
    return this.stack.splice(this.stack.length - count);
  }

  checkDepth(): void {
    this.deepest = Math.max(this.deepest, this.stack.length);
    if (this.stack.length > MAX_STACK || this.marks.length > MAX_STACK) {
      throw new LimitReached('steps', `puts more than ${MAX_STACK.toLocaleString('en')} objects on the stack`);
    }
  }

  /** The opcode that runs. */
  get opcodeName(): string {
    return opcodeByCode[this.cursor.codeAt(this.offset)]?.name ?? '';
  }
}
