// Literals of Python in data files, as `ast.literal_eval` reads them: the header of an array of NumPy, the index of a
// dbm.dumb. Nothing is evaluated, and nothing that is no literal is guessed at: why it is none is told instead.

import type { Budget } from './budget.ts';

export type Literal =
  | { readonly kind: 'text' | 'bytes'; readonly value: string }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Literal[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] };

/** `code`: something is called or looked up in it; `deep`: nested further than any writer does; `malformed`: everything else. */
export interface NoLiteral {
  readonly kind: 'none';
  readonly because: 'code' | 'deep' | 'malformed';
  /** in characters */
  readonly at: number;
}

/** CPython's tokenizer (MAXLEVEL in Parser/tokenizer.h) gives up here; before 3.8 there were crashes. */
const MAX_DEPTH = 200;
/** More signs before one number than anybody writes: CPython's parser recurses for each. */
const MAX_SIGNS = 50;
/** Digits of a number that are read; CPython refuses more than 4,300 in decimal since 3.10.7. */
const MAX_DIGITS = 4300;

/** A value, or several with commas between, which are a tuple. Reads all of the text. */
export function readLiteral(text: string, budget: Budget): Literal | NoLiteral {
  return new LiteralReader(text, budget).read();
}

interface Open {
  readonly bracket: '(' | '[' | '{' | '';
  readonly items: Literal[];
  /** of a dict: keys whose value was read or is being read */
  readonly keys: Literal[];
  hasComma: boolean;
  isDict: boolean;
  /** a value, then a comma or colon, then a value … */
  isAfterValue: boolean;
}

class LiteralReader {
  readonly #text: string;
  readonly #budget: Budget;
  #at = 0;

  constructor(text: string, budget: Budget) {
    this.#text = text;
    this.#budget = budget;
  }

  read(): Literal | NoLiteral {
    const stack: Open[] = [opened('')];
    this.#skipSpace(true);
    for (;;) {
      this.#budget.spend();
      this.#skipSpace(stack.length > 1);
      const top = stack.at(-1) as Open;
      const character = this.#text[this.#at];
      if (character === undefined || character === '\n') {
        const isEnd = this.#text.slice(this.#at).trim() === '';
        return isEnd && top.bracket === '' ? (closed(top) ?? this.#none('malformed')) : this.#none('malformed');
      }
      if (character === ',' || character === ':') {
        if (!top.isAfterValue) return this.#none('malformed');
        if (!separate(top, character)) return this.#none('malformed');
        this.#at++;
      } else if (character === ')' || character === ']' || character === '}') {
        const value = closerOf[top.bracket] === character ? closed(top) : undefined;
        if (value === undefined) return this.#none('malformed');
        this.#at++;
        stack.pop();
        const into = stack.at(-1) as Open;
        into.items.push(value);
        into.isAfterValue = true;
      } else if (character === '(' || character === '[' || character === '{') {
        if (top.isAfterValue) return this.#none(character === '{' ? 'malformed' : 'code');
        if (stack.length > MAX_DEPTH) return this.#none('deep');
        this.#at++;
        stack.push(opened(character));
      } else {
        const isJoined = top.isAfterValue && /["'bBuUrR]/.test(character);
        if (top.isAfterValue && !isJoined) return this.#none(character === '.' ? 'code' : 'malformed');
        const value = this.#readAtom(stack.length > 1);
        if (value.kind === 'none') return value;
        if (isJoined) {
          const before = top.items.at(-1);
          if (
            before === undefined ||
            (before.kind !== 'text' && before.kind !== 'bytes') ||
            before.kind !== value.kind
          ) {
            return this.#none('malformed');
          }
          top.items[top.items.length - 1] = { kind: before.kind, value: before.value + value.value };
        } else top.items.push(value);
        top.isAfterValue = true;
      }
    }
  }

  #none(because: NoLiteral['because']): NoLiteral {
    return { kind: 'none', because, at: this.#at };
  }

  #skipSpace(isInBrackets: boolean): void {
    for (; ; this.#at++) {
      if (this.#text[this.#at] === '#') {
        while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') this.#at++;
      }
      const character = this.#text[this.#at];
      if (character === '\\' && this.#text[this.#at + 1] === '\n' && this.#at + 2 < this.#text.length) this.#at++;
      else if (character === '\n' ? !isInBrackets : !/[ \t\f\r]/.test(character ?? 'x')) return;
    }
  }

  #readAtom(isInBrackets: boolean): Literal | NoLiteral {
    const rest = this.#text.slice(this.#at, this.#at + 8);
    const quoted = /^([bBuUrRfF]{0,2})('''|"""|'|")/.exec(rest);
    if (quoted !== null) return this.#readString(quoted[1] as string, quoted[2] as string);
    const word = this.#wordAt(this.#at, /[A-Za-z_\u0080-\uffff]/, /[\w\u0080-\uffff]/);
    if (word !== '') {
      const constant = constants.get(word);
      if (constant === undefined) return this.#none(isUsed(this.#text, this.#at + word.length) ? 'code' : 'malformed');
      this.#at += word.length;
      return { kind: 'constant', value: constant };
    }
    return this.#readNumber(isInBrackets);
  }

  #wordAt(start: number, first: RegExp, further: RegExp): string {
    if (!first.test(this.#text[start] ?? '')) return '';
    let end = start + 1;
    while (end < this.#text.length && further.test(this.#text[end] as string)) end++;
    this.#budget.spend(end - start);
    return this.#text.slice(start, end);
  }

  #readNumber(isInBrackets: boolean): Literal | NoLiteral {
    let isNegative = false;
    let signs = 0;
    while (this.#text[this.#at] === '-' || this.#text[this.#at] === '+') {
      if (this.#text[this.#at] === '-') isNegative = !isNegative;
      this.#at++;
      if (++signs > MAX_SIGNS) return this.#none('deep');
      this.#skipSpace(isInBrackets);
    }
    const digits = this.#wordAt(this.#at, /[\d.]/, /[\w.]/);
    if (digits === '' || signs > 1) return this.#none('malformed');
    if (digits.length > MAX_DIGITS) return this.#none('malformed');
    if (/(?:^|[^\da-fxob])_|_(?:[^\da-f]|$)/i.test(digits)) return this.#none('malformed');
    const plain = digits.replaceAll('_', '');
    this.#at += digits.length;
    if (/^(0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|[1-9]\d*|0+)[lL]?$/.test(plain)) {
      const value = BigInt(plain.replace(/[lL]$/, ''));
      return { kind: 'int', value: isNegative ? -value : value };
    }
    // The exponent's sign ends the word.
    const sign = /[eE]$/.test(plain) ? /^[+-]\d{1,9}/.exec(this.#text.slice(this.#at, this.#at + 10)) : null;
    const value = Number(plain + (sign?.[0] ?? ''));
    if (sign !== null) this.#at += sign[0].length;
    return Number.isNaN(value) || /^0\d+$/.test(plain)
      ? this.#none('malformed')
      : { kind: 'float', value: isNegative ? -value : value };
  }

  #readString(prefix: string, quote: string): Literal | NoLiteral {
    if (/f/i.test(prefix)) return this.#none('code');
    const kind = /b/i.test(prefix) ? 'bytes' : 'text';
    const isRaw = /r/i.test(prefix);
    const parts: string[] = [];
    let at = this.#at + prefix.length + quote.length;
    let from = at;
    for (;;) {
      this.#budget.spend();
      const character = this.#text[at];
      if (character === undefined || (character === '\n' && quote.length === 1)) return this.#none('malformed');
      if (character === '\\') {
        if (isRaw) at += 2;
        else {
          parts.push(this.#text.slice(from, at));
          const found = unescaped(this.#text, at + 1, kind);
          if (found === undefined) return this.#none('malformed');
          const [value, length] = found;
          parts.push(value);
          at += 1 + length;
          from = at;
        }
      } else if (this.#text.startsWith(quote, at)) {
        parts.push(this.#text.slice(from, at));
        this.#at = at + quote.length;
        return { kind, value: parts.join('') };
      } else at++;
    }
  }
}

/** `name(`, `name.other`, `name[0]` */
function isUsed(text: string, end: number): boolean {
  return /^\s{0,8}[([.]/.test(text.slice(end, end + 9));
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['None', null],
  ['True', true],
  ['False', false],
]);

const closerOf = { '(': ')', '[': ']', '{': '}', '': undefined } as const;

function opened(bracket: Open['bracket']): Open {
  return { bracket, items: [], keys: [], hasComma: false, isDict: false, isAfterValue: false };
}

function separate(top: Open, by: ',' | ':'): boolean {
  top.isAfterValue = false;
  if (by === ':') {
    const isFirst = top.items.length === 1 && top.keys.length === 0;
    const isNext = top.isDict && top.items.length === top.keys.length + 1;
    if (top.bracket !== '{' || !(isFirst || isNext)) return false;
    top.isDict = true;
    top.keys.push(top.items.pop() as Literal);
    return true;
  }
  top.hasComma = true;
  return !top.isDict || top.items.length === top.keys.length;
}

function closed({ bracket, items, keys, hasComma, isDict }: Open): Literal | undefined {
  if (isDict || (bracket === '{' && items.length === 0)) {
    if (items.length !== keys.length) return undefined;
    return { kind: 'dict', entries: keys.map((key, at) => [key, items[at] as Literal] as const) };
  }
  if (bracket === '[') return { kind: 'list', items };
  if (bracket === '{') return { kind: 'set', items };
  if (items.length === 1 && !hasComma) return items[0];
  return bracket === '' && items.length === 0 ? undefined : { kind: 'tuple', items };
}

/** What a backslash stands for with what is behind it, and how long that is; undefined: digits are missing. */
function unescaped(
  text: string,
  at: number,
  kind: 'text' | 'bytes',
): readonly [value: string, length: number] | undefined {
  const rest = text.slice(at, at + 9);
  const octal = /^[0-7]{1,3}/.exec(rest);
  if (octal !== null) return [String.fromCharCode(Number.parseInt(octal[0], 8)), octal[0].length];
  const hex = /^x[\da-fA-F]{2}/.exec(rest) ?? (kind === 'text' ? /^(u[\da-fA-F]{4}|U[\da-fA-F]{8})/.exec(rest) : null);
  if (hex !== null) {
    const code = Number.parseInt(hex[0].slice(1), 16);
    return code > 0x10ffff ? undefined : [String.fromCodePoint(code), hex[0].length];
  }
  if (rest[0] === 'x' || (kind === 'text' && (rest[0] === 'u' || rest[0] === 'U'))) return undefined;
  const simple = simpleEscapes.get(rest[0] ?? '');
  return simple === undefined ? [`\\${rest[0] ?? ''}`, Math.min(1, rest.length)] : [simple, 1];
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
