// Values and calls as Python-like text, bounded: for messages, and for the listing of a program.

import type { Facts } from './facts.ts';
import type { CallValue, GlobalValue, Value } from './program.ts';

/** Letters of one constant. */
const MAX_CONSTANT = 80;
/** Containers in containers that are written out. */
const MAX_DEPTH = 5;
/** Items of a container that are written out. */
const MAX_ITEMS = 12;

export interface Style {
  /** letters of a whole expression */
  readonly limit: number;
  readonly depth?: number;
  /** what a value is called that is written elsewhere */
  nameFor?(value: Value): string | undefined;
}

/** For messages: one line, nothing deep. */
export const brief: Style = { limit: 120, depth: 2 };

export function expressionOf(value: Value, facts: Facts, style: Style = brief): string {
  return new Writer(facts, style).write(value);
}

/** `os.system('id')` */
export function callText(call: CallValue, facts: Facts, style: Style = brief): string {
  const writer = new Writer(facts, style);
  return writer.call(call);
}

class Writer {
  readonly #facts: Facts;
  readonly #style: Style;
  readonly #depth: number;
  #left: number;

  constructor(facts: Facts, style: Style) {
    this.#facts = facts;
    this.#style = style;
    this.#depth = style.depth ?? MAX_DEPTH;
    this.#left = style.limit;
  }

  call(call: CallValue): string {
    const target = this.write(call.target, this.#depth - 1);
    const args = call.args.kind === 'tuple' ? this.#items(call.args.items, this.#depth) : `*${this.write(call.args)}`;
    const keywords = call.kwargs === undefined ? '' : `, **${this.write(call.kwargs, 1)}`;
    const isNew = call.opcode === 'NEWOBJ' || call.opcode === 'NEWOBJ_EX';
    return isNew
      ? `${target}.__new__(${target}${args === '' ? '' : ', '}${args}${keywords})`
      : `${target}(${args}${keywords})`;
  }

  /** Recursion ends after {@link MAX_DEPTH} containers. */
  write(value: Value, depth = this.#depth): string {
    if (this.#left <= 0) return '…';
    const text = this.#style.nameFor?.(value) ?? this.#plain(value, depth);
    this.#left -= text.length;
    return text;
  }

  #plain(value: Value, depth: number): string {
    switch (value.kind) {
      case 'none':
        return 'None';
      case 'bool':
        return value.value ? 'True' : 'False';
      case 'int':
        return value.value === undefined ? `<a number of ${value.size} bytes>` : clipped(String(value.value));
      case 'float':
        return floatText(value.value);
      case 'text':
        return value.text === undefined ? `<text, ${value.size} bytes @${hex(value.offset)}>` : quoted(value.text);
      case 'eight-bit':
        return value.latin1 === undefined
          ? `<string, ${value.size} bytes @${hex(value.offset)}>`
          : quoted(value.latin1);
      case 'bytes':
      case 'bytearray':
        return `<${value.kind}, ${value.size} @${hex(value.offset)}>`;
      case 'tuple': {
        if (depth <= 0) return '(…)';
        const items = this.#items(value.items, depth);
        return value.items.length === 1 ? `(${items},)` : `(${items})`;
      }
      case 'list':
        return depth <= 0 ? '[…]' : `[${this.#items(value.items, depth)}]`;
      case 'set':
      case 'frozenset': {
        if (value.items.length === 0) return `${value.kind}()`;
        const items = depth <= 0 ? '…' : this.#items(value.items, depth);
        return value.kind === 'set' ? `{${items}}` : `frozenset({${items}})`;
      }
      case 'dict':
        return depth <= 0 ? '{…}' : `{${this.#entries(value.entries, depth)}}`;
      case 'global':
        return globalText(value, this.#facts);
      case 'call':
        return this.#facts.nameOf(value)?.full ?? (depth <= 0 ? '…' : this.#called(value, depth));
      case 'persistent':
        return depth <= 0 ? 'persistent_load(…)' : `persistent_load(${this.write(value.id, depth - 1)})`;
      case 'extension':
        return `<extension ${value.code}>`;
      case 'buffer':
        return value.of === undefined ? '<buffer>' : `memoryview(${this.write(value.of, depth - 1)})`;
    }
  }

  #called(call: CallValue, depth: number): string {
    const args = call.args.kind === 'tuple' ? this.#items(call.args.items, depth - 1) : '…';
    return `${this.write(call.target, depth - 1)}(${args})`;
  }

  #items(items: readonly Value[], depth: number): string {
    const shown = items.slice(0, MAX_ITEMS).map((item) => this.write(item, depth - 1));
    if (items.length > MAX_ITEMS) shown.push(`… ${items.length - MAX_ITEMS} more`);
    return shown.join(', ');
  }

  #entries(entries: readonly Value[], depth: number): string {
    const shown: string[] = [];
    for (let at = 0; at + 1 < entries.length && at < 2 * MAX_ITEMS; at += 2) {
      const key = this.write(entries[at] as Value, depth - 1);
      shown.push(`${key}: ${this.write(entries[at + 1] as Value, depth - 1)}`);
    }
    if (entries.length > 2 * MAX_ITEMS) shown.push(`… ${entries.length / 2 - MAX_ITEMS} more`);
    return shown.join(', ');
  }
}

function globalText(value: GlobalValue, facts: Facts): string {
  return facts.nameOf(value)?.full ?? '<computed name>';
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return "float('nan')";
  if (!Number.isFinite(value)) return value > 0 ? "float('inf')" : "float('-inf')";
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}

/** As Python writes it, clipped; control characters never reach a terminal. */
export function quoted(text: string): string {
  const shown = text.length > MAX_CONSTANT ? `${text.slice(0, MAX_CONSTANT)}…` : text;
  const safe = shown.replaceAll(
    /[\\'\u0000-\u001f\u007f-\u00a0\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu,
    escaped,
  );
  return `'${safe}'${text.length > MAX_CONSTANT ? ` <${text.length} letters>` : ''}`;
}

function escaped(letter: string): string {
  if (letter === '\\' || letter === "'") return `\\${letter}`;
  if (letter === '\n') return '\\n';
  if (letter === '\t') return '\\t';
  const code = letter.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const clipped = (text: string) => (text.length > MAX_CONSTANT ? `${text.slice(0, MAX_CONSTANT)}…` : text);

export const hex = (offset: number) => `0x${offset.toString(16)}`;
