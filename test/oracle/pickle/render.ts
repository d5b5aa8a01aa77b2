// The machine's log in the notation of `cpython.py`.

import type { ByteSource } from '../../../src/artifacts/index.ts';
import type { Dialect } from '../../../src/artifacts/pickle/dialect.ts';
import type { Ran } from '../../../src/artifacts/pickle/machine.ts';
import { isObject } from '../../../src/artifacts/pickle/operations.ts';
import type { Event, SetValue, Value } from '../../../src/artifacts/pickle/program.ts';
import { bytesOf, decodeUtf8, latin1Of, textOf } from '../../../src/artifacts/pickle/text.ts';

/** Codes of `copyreg` that `cpython.py` registers. */
export const REGISTERED = 512;
const MAX_DEPTH = 12;
const MAX_ITEMS = 30;

/** Shows the programs of one case, one after the other: containers and objects keep their numbers. */
export class Renderer {
  readonly #source: ByteSource;
  readonly #encoding: Dialect['encoding'];
  readonly #seen = new Map<Value, number>();
  readonly #objects = new Map<Value, number>();

  constructor(source: ByteSource, encoding: Dialect['encoding']) {
    this.#source = source;
    this.#encoding = encoding;
  }

  /** `isCut`: what comes behind is up to objects that are not known, and CPython's inert ones decide it in their way. */
  program({ program, next, sureEvents }: Ran): { text: string; isCut: boolean } {
    const cutAt = program.events.findIndex(isOpen);
    const sure = Math.min(sureEvents, cutAt < 0 ? Number.POSITIVE_INFINITY : cutAt);
    const isCut = sure < program.events.length || cutAt >= 0 || program.supposes;
    // Objects are numbered in the order in which they are made, before anything that mentions them is shown.
    const shown = program.events.slice(0, sure);
    for (const event of shown) this.#number(event);
    const lines = shown.flatMap((event) => this.#event(event));
    if (isCut) return { text: lines.join('\n'), isCut };
    if (program.ending === 'stop') lines.push(`= ${this.value(program.result as Value, 0)}`, `stop ${next}`);
    else lines.push('error');
    return { text: lines.join('\n'), isCut };
  }

  #number(event: Event): void {
    const made =
      event.kind === 'import'
        ? event.global
        : event.kind === 'call'
          ? event.call
          : event.kind === 'persistent'
            ? event.persistent
            : event.kind === 'extension'
              ? event.extension
              : undefined;
    if (made !== undefined) this.#objects.set(made, this.#objects.size);
  }

  #event(event: Event): readonly string[] {
    switch (event.kind) {
      case 'import':
        return [
          `import ${text(event.global.module ?? '')} ${text(event.global.name ?? '')} -> ${this.#name(event.global)}`,
        ];
      case 'extension':
        return [`import ${text('ext')} ${text(`c${event.extension.code}`)} -> ${this.#name(event.extension)}`];
      case 'persistent':
        return [`persistent ${this.value(event.persistent.id, 0)} -> ${this.#name(event.persistent)}`];
      case 'call': {
        const { opcode, target, args, kwargs } = event.call;
        const isBare = (opcode === 'OBJ' || opcode === 'INST') && args.kind === 'tuple' && args.items.length === 0;
        const isNew = isBare || opcode === 'NEWOBJ' || opcode === 'NEWOBJ_EX';
        const words = [this.value(target, 0), this.#spread(args)];
        if (kwargs?.kind === 'dict' && kwargs.entries.length > 0) words.push(this.value(kwargs, 0));
        return [`${isNew ? 'new' : 'call'} ${words.join(' ')} -> ${this.#name(event.call)}`];
      }
      case 'build':
        return [`build ${this.value(event.target, 0)} ${this.value(event.state, 0)}`];
      case 'set-item':
        if (!isObject(event.target)) return [];
        return [`set-item ${[event.target, event.key, event.value].map((each) => this.value(each, 0)).join(' ')}`];
      case 'append':
        if (!isObject(event.target)) return [];
        return [`append ${this.value(event.target, 0)} ${this.#items(event.items, 0)}`];
      case 'add':
        return [`add ${this.value(event.target, 0)} ${this.value(event.item, 0)}`];
      case 'hash':
        return this.#hashed(event.key).map((each) => `hash ${each}`);
      case 'iterate':
        return [`iterate ${this.value(event.target, 0)}`];
      default:
        return [];
    }
  }

  /** The objects in a key, in the order in which `hash` comes to them, up to what has no hash. */
  #hashed(key: Value): readonly string[] {
    const names: string[] = [];
    const todo: Value[] = [key];
    for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
      if (value.kind === 'tuple') todo.push(...[...value.items].reverse());
      else if (isObject(value)) names.push(this.#name(value));
      else if (['list', 'dict', 'set', 'bytearray', 'buffer'].includes(value.kind)) break;
    }
    return names;
  }

  /** `f(*args)` of what is no tuple. */
  #spread(args: Value): string {
    switch (args.kind) {
      case 'list':
        return this.#items(args.items, 0);
      case 'dict':
        return this.#items(
          [...this.#merged(args.entries).values()].map(([key]) => key),
          0,
        );
      case 'set':
      case 'frozenset':
        return this.#items(args.items.slice(0, 1), 0);
      case 'text':
        return lettersOf(textOf(args, this.#source) ?? '');
      case 'eight-bit': {
        const bytes = bytesOf(args, this.#source) as Uint8Array;
        if (this.#encoding === 'bytes') return numbersOf(bytes);
        return lettersOf((this.#encoding === 'utf-8' ? decodeUtf8(bytes, false) : latin1Of(bytes)) ?? '?');
      }
      case 'bytes':
        return numbersOf(bytesOf(args, this.#source) as Uint8Array);
      default:
        return isObject(args) ? '()0' : this.value(args, 0);
    }
  }

  #name(value: Value): string {
    return `p${this.#objects.get(value)}`;
  }

  #items(values: readonly Value[], depth: number): string {
    return `(${values
      .slice(0, MAX_ITEMS)
      .map((each) => this.value(each, depth + 1))
      .join(' ')})${values.length}`;
  }

  value(value: Value, depth: number): string {
    if (isObject(value) && value.kind !== 'buffer') return this.#name(value);
    switch (value.kind) {
      case 'none':
        return 'None';
      case 'bool':
        return value.value ? 'True' : 'False';
      case 'int':
        return value.value === undefined || bitLength(BigInt(value.value)) > 1600
          ? 'huge'
          : String(BigInt(value.value));
      case 'float':
        return floatOf(value.value);
      case 'text':
        return `t${text(textOf(value, this.#source) ?? '?')}`;
      case 'eight-bit': {
        const bytes = bytesOf(value, this.#source) as Uint8Array;
        if (this.#encoding === 'bytes') return bytesText(bytes);
        return `t${text((this.#encoding === 'utf-8' ? decodeUtf8(bytes, false) : latin1Of(bytes)) ?? '?')}`;
      }
      case 'bytes':
        return bytesText(bytesOf(value, this.#source) as Uint8Array);
      case 'buffer':
        return 'view';
      case 'bytearray':
        return 'bytearray';
      default:
    }
    if (depth > MAX_DEPTH) return 'deep';
    if (value.kind === 'tuple') return this.#items(value.items, depth);
    if (value.kind === 'frozenset') return `frozenset${this.#set(value, depth)}`;
    const known = this.#seen.get(value);
    if (known !== undefined) return `@${known}`;
    const number = this.#seen.size;
    this.#seen.set(value, number);
    if (value.kind === 'list') return `list@${number}${this.#items(value.items, depth)}`;
    if (value.kind === 'set') return `set@${number}${this.#set(value, depth)}`;
    if (value.kind !== 'dict') return `?${value.kind}`;
    const pairs = [...this.#merged(value.entries).values()];
    const shown = pairs
      .slice(0, MAX_ITEMS)
      .map(([key, item]) => `${this.value(key, depth + 1)}=${this.value(item, depth + 1)}`);
    return `dict@${number}{${shown.join(' ')}}${pairs.length}`;
  }

  #set({ items }: SetValue, depth: number): string {
    const once = new Map<string | Value, Value>();
    for (const item of items) if (!once.has(this.#key(item))) once.set(this.#key(item), item);
    const shown = [...once.values()].map((each) => this.value(each, depth + 1)).sort();
    return `{${shown.join(' ')}}`;
  }

  /** As a dict keeps them: the first of equal keys, the last of its values. */
  #merged(entries: readonly Value[]): Map<string | Value, [Value, Value]> {
    const pairs = new Map<string | Value, [Value, Value]>();
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const [key, item] = [entries[at] as Value, entries[at + 1] as Value];
      const same = this.#key(key);
      pairs.set(same, [pairs.get(same)?.[0] ?? key, item]);
    }
    return pairs;
  }

  /** Equal for what Python holds equal. */
  #key(value: Value): string | Value {
    switch (value.kind) {
      case 'none':
        return 'N';
      case 'bool':
      case 'int':
        return value.value === undefined ? value : `n${BigInt(value.value)}`;
      case 'float':
        if (Number.isInteger(value.value)) return `n${BigInt(value.value)}`;
        return Number.isNaN(value.value) ? value : `f${value.value}`;
      case 'tuple': {
        const keys = value.items.map((each) => this.#key(each));
        return `(${keys.map((each) => (typeof each === 'string' ? each : `#${this.#identity(each)}`)).join(',')})`;
      }
      case 'frozenset': {
        const keys = value.items.map((each) => this.#key(each));
        const words = keys.map((each) => (typeof each === 'string' ? each : `#${this.#identity(each)}`));
        return `{${[...new Set(words)].sort().join(',')}}`;
      }
      case 'text':
      case 'eight-bit':
      case 'bytes': {
        const isText = value.kind === 'text' || (value.kind === 'eight-bit' && this.#encoding !== 'bytes');
        if (value.kind === 'text') return JSON.stringify(textOf(value, this.#source));
        const bytes = bytesOf(value, this.#source) as Uint8Array;
        if (!isText) return `b${latin1Of(bytes)}`;
        return JSON.stringify(this.#encoding === 'utf-8' ? decodeUtf8(bytes, false) : latin1Of(bytes));
      }
      default:
        return value;
    }
  }

  readonly #identities = new Map<Value, number>();

  #identity(value: Value): number {
    const known = this.#identities.get(value) ?? this.#identities.size;
    this.#identities.set(value, known);
    return known;
  }
}

/** Up to what is registered, to the rest of a name that is cut, or to the order or the content of what the machine does not follow. */
function isOpen(event: Event): boolean {
  if (event.kind === 'import') return [event.global.module, event.global.name].some((name) => name?.length === 4096);
  if (event.kind === 'extension') return event.extension.code > REGISTERED;
  if (event.kind !== 'call') return false;
  const { args } = event.call;
  const isUnordered = (args.kind === 'set' || args.kind === 'frozenset') && args.items.length > 1;
  return isUnordered || args.kind === 'bytearray' || (args.kind === 'buffer' && !isObject(args));
}

function lettersOf(value: string): string {
  const letters = [...value];
  return `(${letters
    .slice(0, MAX_ITEMS)
    .map((each) => `t${text(each)}`)
    .join(' ')})${letters.length}`;
}

const numbersOf = (bytes: Uint8Array) => `(${[...bytes.subarray(0, MAX_ITEMS)].join(' ')})${bytes.length}`;

function text(value: string): string {
  let shown = '';
  for (let at = 0; at < value.length && at < 32; at++) shown += value.charCodeAt(at).toString(16).padStart(4, '0');
  return `${value.length}:${shown}`;
}

const bytesText = (bytes: Uint8Array) => `b${bytes.length}:${Buffer.from(bytes.subarray(0, 32)).toString('hex')}`;

function floatOf(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return `f${bytes.toString('hex')}`;
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}
