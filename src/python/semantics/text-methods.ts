// The methods of `str` and `bytes` on constants. Bytes are folded as latin-1 strings, for which all methods listed here
// agree with Python's.

import type { Literal } from './value.ts';
import { fromLatin1, latin1, MAX_ITEMS, MAX_TEXT } from './values.ts';

interface FoldedList {
  readonly list: readonly Literal[];
  readonly type: 'list' | 'tuple';
}

/** A constant, or a list of them. */
export type Folded = Literal | FoldedList;

/** What a method gives on constants; undefined where Python raises or we do not follow. */
export function callTextMethod(
  receiver: string | Uint8Array,
  method: string,
  given: readonly Literal[],
): Folded | undefined {
  if (receiver instanceof Uint8Array) return callBytesMethod(receiver, method, given);
  if (method === 'encode') return encode(receiver, given);
  return callStringMethod(receiver, method, given);
}

function callBytesMethod(receiver: Uint8Array, method: string, given: readonly Literal[]): Folded | undefined {
  if (method === 'decode') return decode(receiver, given);
  if (method === 'hex' && given.length === 0) {
    return [...receiver].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  if (given.some((value) => typeof value === 'string')) return undefined;
  const values = given.map((value) => (value instanceof Uint8Array ? latin1(value) : value));
  const result = callStringMethod(latin1(receiver), method, values);
  if (typeof result === 'string') return fromLatin1(result);
  if (result !== undefined && isList(result)) {
    return { list: result.list.map((item) => (typeof item === 'string' ? fromLatin1(item) : item)), type: result.type };
  }
  return result;
}

export function isList(value: Folded): value is FoldedList {
  return typeof value === 'object' && value !== null && 'list' in value;
}

function encode(text: string, given: readonly Literal[]): Uint8Array | undefined {
  switch (codecName(given[0])) {
    case 'utf-8':
      return /[\ud800-\udfff]/u.test(text) ? undefined : new TextEncoder().encode(text);
    case 'ascii':
      return /^[\x00-\x7f]*$/.test(text) ? fromLatin1(text) : undefined;
    case 'latin-1':
      return /^[\x00-\xff]*$/.test(text) ? fromLatin1(text) : undefined;
    default:
      return undefined;
  }
}

export function decode(bytes: Uint8Array, given: readonly Literal[]): string | undefined {
  switch (codecName(given[0])) {
    case 'utf-8':
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        // Python raises UnicodeDecodeError here.
        return undefined;
      }
    case 'ascii':
      return bytes.every((byte) => byte < 0x80) ? latin1(bytes) : undefined;
    case 'latin-1':
      return latin1(bytes);
    default:
      return undefined;
  }
}

function codecName(name: Literal | undefined): string | undefined {
  if (name === undefined) return 'utf-8';
  if (typeof name !== 'string') return undefined;
  const plain = name.toLowerCase().replaceAll('_', '-');
  if (plain === 'utf-8' || plain === 'utf8') return 'utf-8';
  if (plain === 'ascii' || plain === 'us-ascii') return 'ascii';
  return plain === 'latin-1' || plain === 'latin1' || plain === 'iso-8859-1' ? 'latin-1' : undefined;
}

const whitespace = ' \t\n\r\v\f';

function callStringMethod(text: string, method: string, given: readonly Literal[]): Folded | undefined {
  const [first, second] = given;
  switch (method) {
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return strip(text, first ?? whitespace, method);
    case 'lower':
    case 'casefold':
      return given.length === 0 ? text.toLowerCase() : undefined;
    case 'upper':
      return given.length === 0 ? text.toUpperCase() : undefined;
    case 'swapcase':
      return given.length === 0 && isAscii(text)
        ? text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))
        : undefined;
    case 'title':
      return given.length === 0 && isAscii(text)
        ? text.replace(/[A-Za-z]+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
        : undefined;
    case 'capitalize':
      return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
    case 'replace':
      return replace(text, first, second, given[2]);
    case 'split':
    case 'rsplit':
      return split(text, first, second, method === 'rsplit');
    case 'splitlines':
      // bytes end lines at fewer characters; those that differ are left alone
      return given.length === 0 && !/[\v\f\x1c-\x1e\x85\u2028\u2029]/.test(text)
        ? { list: text.split(/\r\n|\n|\r/).filter((line, at, all) => at < all.length - 1 || line !== ''), type: 'list' }
        : undefined;
    case 'partition':
    case 'rpartition':
      return partition(text, first, method === 'rpartition');
    case 'startswith':
      return typeof first === 'string' && given.length === 1 ? text.startsWith(first) : undefined;
    case 'endswith':
      return typeof first === 'string' && given.length === 1 ? text.endsWith(first) : undefined;
    case 'removeprefix':
      return typeof first === 'string' ? (text.startsWith(first) ? text.slice(first.length) : text) : undefined;
    case 'removesuffix':
      return typeof first === 'string'
        ? first !== '' && text.endsWith(first)
          ? text.slice(0, -first.length)
          : text
        : undefined;
    case 'find':
    case 'index':
    case 'rfind':
    case 'rindex':
      return place(text, first, method, given.length);
    case 'count':
      return typeof first === 'string' && first !== '' && given.length === 1
        ? BigInt(text.split(first).length - 1)
        : undefined;
    case 'zfill':
      return typeof first === 'bigint' && first < 1000n && !/^[+-]/.test(text)
        ? text.padStart(Number(first), '0')
        : undefined;
    case 'ljust':
    case 'rjust':
      return justify(text, first, second ?? ' ', method === 'ljust');
    case 'center':
      return center(text, first, second ?? ' ');
    case 'isalnum':
    case 'isalpha':
    case 'isdigit':
    case 'isdecimal':
    case 'isnumeric':
    case 'isidentifier':
    case 'isspace':
      return given.length === 0 && isAscii(text) && !(method === 'isidentifier' && /^[0-9]/.test(text))
        ? text !== '' && characterClassOf(method).test(text)
        : undefined;
    case 'isascii':
      return given.length === 0 ? isAscii(text) : undefined;
    case 'islower':
      return given.length === 0 && isAscii(text) ? /[a-z]/.test(text) && !/[A-Z]/.test(text) : undefined;
    case 'isupper':
      return given.length === 0 && isAscii(text) ? /[A-Z]/.test(text) && !/[a-z]/.test(text) : undefined;
    default:
      return undefined;
  }
}

const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text);

const classes: ReadonlyMap<string, RegExp> = new Map([
  ['isalnum', /^[A-Za-z0-9]*$/],
  ['isalpha', /^[A-Za-z]*$/],
  ['isdigit', /^[0-9]*$/],
  ['isdecimal', /^[0-9]*$/],
  ['isnumeric', /^[0-9]*$/],
  ['isspace', /^[ \t\n\r\v\f\x1c-\x1f]*$/],
]);

/** What ASCII text is made of of which a method such as `isalnum` is true. */
export function characterClassOf(method: string): RegExp {
  return classes.get(method) ?? /^\w*$/;
}

/** Where a text is found, counted in characters. */
function place(text: string, wanted: Literal | undefined, method: string, count: number): bigint | undefined {
  if (typeof wanted !== 'string' || count !== 1) return undefined;
  const at = method.startsWith('r') ? text.lastIndexOf(wanted) : text.indexOf(wanted);
  if (at < 0) return method.endsWith('find') ? -1n : undefined;
  return BigInt([...text.slice(0, at)].length);
}

function center(text: string, width: Literal | undefined, fill: Literal): string | undefined {
  if (typeof width !== 'bigint' || width > 1000n || typeof fill !== 'string' || fill.length !== 1) return undefined;
  const missing = Number(width) - [...text].length;
  if (missing <= 0) return text;
  // CPython, Objects/unicodeobject.c: the odd one stands on the left when the width is odd
  const left = (missing >> 1) + (missing & Number(width) & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

function strip(text: string, characters: Literal, method: string): string | undefined {
  const set = characters === null ? whitespace : characters;
  if (typeof set !== 'string') return undefined;
  let start = 0;
  let end = text.length;
  if (method !== 'rstrip') while (start < end && set.includes(text[start] as string)) start++;
  if (method !== 'lstrip') while (end > start && set.includes(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

function replace(
  text: string,
  old: Literal | undefined,
  by: Literal | undefined,
  count: Literal | undefined,
): string | undefined {
  if (typeof old !== 'string' || typeof by !== 'string' || old === '' || count !== undefined) return undefined;
  const pieces = text.split(old);
  return pieces.length * by.length > MAX_TEXT ? undefined : pieces.join(by);
}

function split(
  text: string,
  separator: Literal | undefined,
  limit: Literal | undefined,
  fromRight: boolean,
): Folded | undefined {
  const isBlank = separator === undefined || separator === null;
  if (!isBlank && (typeof separator !== 'string' || separator === '')) return undefined;
  if (limit !== undefined && (typeof limit !== 'bigint' || isBlank)) return undefined;
  const pieces = isBlank
    ? text.split(/[ \t\n\r\v\f]+/).filter((piece) => piece !== '')
    : text.split(separator as string);
  if (pieces.length > MAX_ITEMS) return undefined;
  if (limit === undefined || limit < 0n || pieces.length <= Number(limit) + 1) return { list: pieces, type: 'list' };
  const keep = Number(limit);
  const joined = separator as string;
  const list = fromRight
    ? [pieces.slice(0, pieces.length - keep).join(joined), ...pieces.slice(pieces.length - keep)]
    : [...pieces.slice(0, keep), pieces.slice(keep).join(joined)];
  return { list, type: 'list' };
}

function partition(text: string, separator: Literal | undefined, fromRight: boolean): Folded | undefined {
  if (typeof separator !== 'string' || separator === '') return undefined;
  const at = fromRight ? text.lastIndexOf(separator) : text.indexOf(separator);
  const list =
    at < 0
      ? fromRight
        ? ['', '', text]
        : [text, '', '']
      : [text.slice(0, at), separator, text.slice(at + separator.length)];
  return { list, type: 'tuple' };
}

function justify(text: string, width: Literal | undefined, fill: Literal, left: boolean): string | undefined {
  if (typeof width !== 'bigint' || width > 1000n || typeof fill !== 'string' || fill.length !== 1) return undefined;
  return left ? text.padEnd(Number(width), fill) : text.padStart(Number(width), fill);
}
