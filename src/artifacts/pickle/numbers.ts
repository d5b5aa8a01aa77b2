// Numbers that pickles write as text (INT, LONG, FLOAT, GET, PUT), as the C loader and the pure-Python one read them:
// `strtol` and C strings that end at NUL in one (Modules/_pickle.c, load_int … load_float), `int()` and `float()` in the
// other (Lib/pickle.py).

import { MAX_NUMBER } from './program.ts';

/** `undefined` where the loader raises; `size` is that of a number that is not worked out. */
export interface ReadNumber {
  readonly value: number | bigint | boolean | undefined;
  readonly size: number;
}

/** How one line is read by both, and whether a writer would have written it so. */
export interface TwoReadings {
  readonly c: ReadNumber | undefined;
  readonly python: ReadNumber | undefined;
  readonly isOdd: boolean;
}

/** Characters of a line that are looked at: longer ones are numbers of unknown value. */
export const MAX_NUMBER_LINE = 5000;

// `int(text, 0)`: the literals of Python, with space around them. Each alternative begins in its own way, so that
// nothing is tried twice.
const literal =
  /^[ \t-\r]*[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?0)*|[1-9](?:_?[0-9])*)[ \t-\r]*$/;
// `strtol(text, …, 0)` that ends at the end of the line.
const strtol = /^[ \t-\r]*[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/;
const decimal = /^[ \t-\r]*[+-]?[0-9](?:_?[0-9])*[ \t-\r]*$/;
const plainInteger = /^(?:-?[1-9][0-9]*|0)$/;
const plainFloat = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const spelledFloat = /^[+-]?(?:inf|infinity|nan)$/i;
const looseFloat =
  /^[ \t-\r]*([+-]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?)[ \t-\r]*$/;

/** The beginning of a number, as far as it is looked at. */
const isLongNumber = /^[ \t-\r]*[+-]?[0-9a-fA-FxXoO._+-]*$/;

const truth: ReadNumber = { value: true, size: 0 };
const falsehood: ReadNumber = { value: false, size: 0 };

/** `line` without its line feed, a character a byte. */
export function readInt(line: string): TwoReadings {
  if (line === '00') return { c: falsehood, python: falsehood, isOdd: false };
  if (line === '01') return { c: truth, python: truth, isOdd: false };
  if (plainInteger.test(line)) return regular(line);
  if (line.length > MAX_NUMBER_LINE && !line.includes('\0')) return tooLong(line);
  return { c: cInt(line), python: line.includes('\0') ? undefined : integerOf(line, literal), isOdd: true };
}

export function readLong(line: string): TwoReadings {
  const digits = line.endsWith('L') ? line.slice(0, -1) : line;
  if (plainInteger.test(digits)) return regular(digits);
  if (line.length > MAX_NUMBER_LINE && !line.includes('\0')) return tooLong(line);
  const python = digits.includes('\0') ? undefined : integerOf(digits, literal);
  return { c: line === '' ? undefined : integerOf(cString(digits), literal), python, isOdd: true };
}

/** An index of the memo. */
export function readIndex(line: string): TwoReadings {
  if (plainInteger.test(line) && !line.startsWith('-')) return regular(line);
  if (line.length > MAX_NUMBER_LINE) return { c: undefined, python: undefined, isOdd: true };
  const python = line.includes('\0') ? undefined : integerOf(line, decimal);
  return { c: integerOf(cString(line), decimal), python, isOdd: true };
}

export function readFloat(line: string): TwoReadings {
  if (line.length > MAX_NUMBER_LINE && !line.includes('\0')) return tooLong(line);
  const isPlain = plainFloat.test(line);
  if (isPlain || spelledFloat.test(line)) {
    const reading = { value: floatOf(line), size: 0 };
    // C: OverflowError for what is too large.
    const overflows = isPlain && !Number.isFinite(reading.value);
    return { c: overflows ? undefined : reading, python: reading, isOdd: overflows };
  }
  const text = cString(line);
  const value = plainFloat.test(text) || spelledFloat.test(text) ? floatOf(text) : undefined;
  const c = value === undefined || (plainFloat.test(text) && !Number.isFinite(value)) ? undefined : { value, size: 0 };
  return { c, python: looseFloatOf(line), isOdd: true };
}

function regular(digits: string): TwoReadings {
  const reading = toNumber(digits);
  // Python 3.11 and later refuse more digits; earlier ones take all the time they need.
  return { c: reading, python: reading, isOdd: digits.length > 4300 };
}

function tooLong(line: string): TwoReadings {
  const reading = isLongNumber.test(line) ? { value: undefined, size: line.length } : undefined;
  return { c: reading, python: reading, isOdd: true };
}

function cInt(line: string): ReadNumber | undefined {
  if (line === '') return undefined;
  const text = cString(line);
  // Nothing is converted, and the end is where the string ends.
  const isEmpty = text === '' && line !== '';
  if (isEmpty || strtol.test(text)) {
    const value = isEmpty ? 0n : strtolOf(text);
    if (value >= -(2n ** 63n) && value < 2n ** 63n) {
      if (line.length === 2 && (value === 0n || value === 1n)) return value === 0n ? falsehood : truth;
      return narrowed(value);
    }
  }
  return integerOf(text, literal);
}

function strtolOf(text: string): bigint {
  const digits = text.trim().replace(/^[+-]/, '');
  const value = /^0[0-7]/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  return text.includes('-') ? -value : value;
}

function integerOf(text: string, grammar: RegExp): ReadNumber | undefined {
  if (!grammar.test(text)) return undefined;
  const isNegative = text.includes('-');
  const digits = text.replace(/[ \t-\r_+-]/g, '');
  const plain = grammar === decimal || /^0+$/.test(digits) ? digits.replace(/^0+(?=.)/, '') : digits;
  if (plain.length > MAX_NUMBER) return { value: undefined, size: plain.length };
  const value = BigInt(plain);
  return narrowed(isNegative ? -value : value);
}

function toNumber(digits: string): ReadNumber {
  if (digits.length < 16) return { value: Number(digits), size: 0 };
  if (digits.length > MAX_NUMBER) return { value: undefined, size: digits.length };
  return narrowed(BigInt(digits));
}

function narrowed(value: bigint): ReadNumber {
  const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
  return { value: isSafe ? Number(value) : value, size: 0 };
}

function looseFloatOf(line: string): ReadNumber | undefined {
  const trimmed = line.replace(/^[ \t-\r]+/, '').replace(/[ \t-\r]+$/, '');
  if (spelledFloat.test(trimmed)) return { value: floatOf(trimmed), size: 0 };
  const [, text] = looseFloat.exec(line) ?? [];
  return text === undefined ? undefined : { value: floatOf(text.replaceAll('_', '')), size: 0 };
}

function floatOf(text: string): number {
  if (/nan$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf/i.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

const cString = (line: string) => {
  const end = line.indexOf('\0');
  return end < 0 ? line : line.slice(0, end);
};
