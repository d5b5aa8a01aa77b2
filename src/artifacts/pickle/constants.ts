// Constants as opcodes have them in the stream: numbers, text and bytes. What is long stays where it lies.

import { Broken } from './broken.ts';
import type { Cursor, Line } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import {
  MAX_NUMBER_LINE,
  type ReadNumber,
  readFloat,
  readIndex,
  readInt,
  readLong,
  type TwoReadings,
} from './numbers.ts';
import {
  type BytesValue,
  type EightBitValue,
  MAX_KEPT,
  MAX_NUMBER,
  type OddityKind,
  type TextValue,
  type Value,
} from './program.ts';
import {
  bytesOf,
  checkUtf8,
  decodeRawUnicodeEscape,
  decodeStringEscapes,
  decodeUtf8,
  isAscii,
  latin1Of,
  textOf,
  utf8Start,
} from './text.ts';

/** Where constants are read from, for whom. */
export interface Reading {
  readonly cursor: Cursor;
  readonly dialect: Dialect;
  odd(kind: OddityKind, text: string): void;
}

/** Letters of a module or an attribute: nothing is called more. */
const MAX_NAME = 4096;
/** Letters of a line that are decoded; of longer ones only so much is looked at. */
const MAX_LINE = 16 * 1024 * 1024;

const yes: Value = { kind: 'bool', value: true };
const no: Value = { kind: 'bool', value: false };

function lineOf(reading: Reading, most: number): Line {
  const line = reading.cursor.line(most);
  if (!line.isFinished) {
    reading.odd('unfinished-line', 'the data ends in a line');
    if (reading.dialect.loader === 'c') throw new Broken('end-of-data', 'the data ends in a line');
  }
  return line;
}

// -- numbers

const readers = { INT: readInt, LONG: readLong, FLOAT: readFloat } as const;

export function readNumberLine(reading: Reading, name: keyof typeof readers): Value {
  const { text, isWhole, start, end } = lineOf(reading, MAX_NUMBER_LINE + 1);
  const { value, size } = choose(reading, name, text, readers[name](text));
  if (typeof value === 'boolean') return value ? yes : no;
  if (name === 'FLOAT') return { kind: 'float', value: (value as number | undefined) ?? Number.NaN };
  return { kind: 'int', value, size: isWhole ? size : end - start };
}

/** An index of the memo, which may be below zero. */
export function readIndexLine(reading: Reading, name: 'GET' | 'PUT'): number | bigint {
  const { text } = lineOf(reading, MAX_NUMBER_LINE + 1);
  const { value } = choose(reading, name, text, readIndex(text));
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  reading.odd('huge-memo-index', `${name} ${visible(text)}`);
  throw new Broken('bad-memo', `${name} ${visible(text)} is no index of a memo`);
}

function choose(reading: Reading, name: string, text: string, { c, python, isOdd }: TwoReadings): ReadNumber {
  if (isOdd) reading.odd('odd-number', `${name} ${visible(text)}`);
  const { loader } = reading.dialect;
  const chosen = loader === 'c' ? c : loader === 'python' ? python : (c ?? python);
  if (chosen === undefined) throw new Broken('bad-argument', `${name} ${visible(text)} is no number`);
  return chosen;
}

/** Little-endian, in two's complement. */
export function readLongBytes({ cursor }: Reading, size: number): Value {
  if (size < 0) throw new Broken('bad-argument', 'LONG4 of a negative length');
  const at = cursor.reach(size);
  if (size > MAX_NUMBER) return { kind: 'int', value: undefined, size };
  if (size <= 6) {
    let value = 0;
    for (let place = 0; place < size; place++) value += cursor.codeAt(at + place) * 256 ** place;
    if (size > 0 && cursor.codeAt(at + size - 1) >= 0x80) value -= 256 ** size;
    return { kind: 'int', value, size: 0 };
  }
  const digits = Array.from(cursor.read(at, at + size), (byte) => byte.toString(16).padStart(2, '0')).reverse();
  const value = BigInt.asIntN(size * 8, BigInt(`0x${digits.join('')}`));
  const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
  return { kind: 'int', value: isSafe ? Number(value) : value, size: 0 };
}

// -- text and bytes

export function readBlob({ cursor }: Reading, kind: 'bytes' | 'bytearray', size: number): BytesValue {
  return { kind, offset: cursor.reach(size, true), size, isChanged: false };
}

export function readText(reading: Reading, size: number): TextValue {
  const { cursor } = reading;
  const offset = cursor.reach(size);
  let text: string | undefined;
  if (size <= MAX_KEPT) {
    text = cursor.shortText(offset, size) ?? decodeUtf8(cursor.read(offset, offset + size), true);
    if (text === undefined) throw undecodable(reading, 'UTF-8', offset);
  } else if (!isUtf8(cursor, offset, size, true)) throw undecodable(reading, 'UTF-8', offset);
  return { kind: 'text', text, offset, size, encoding: 'utf-8' };
}

function isUtf8(cursor: Cursor, offset: number, size: number, surrogates: boolean): boolean {
  let state = utf8Start;
  cursor.eachPage(offset, offset + size, (bytes, from, to) => {
    state = checkUtf8(bytes, from, to, state, surrogates);
    return state >= utf8Start;
  });
  return state === utf8Start;
}

function undecodable(reading: Reading, encoding: string, at: number): Broken {
  reading.odd('undecodable-text', `text at ${at} is not ${encoding}`);
  return new Broken('bad-argument', `text at ${at} is not ${encoding}`);
}

/** `UNICODE` */
export function readUnicodeLine(reading: Reading): TextValue {
  const { text: raw, start, end, isWhole } = lineOf(reading, MAX_LINE);
  const text = isWhole ? decodeRawUnicodeEscape(raw) : raw;
  if (text === undefined) throw undecodable(reading, 'raw-unicode-escape', start);
  const size = end - start;
  const kept = size <= MAX_KEPT ? text : undefined;
  return { kind: 'text', text: kept, offset: start, size, encoding: 'raw-unicode-escape' };
}

/** `PERSID` */
export function readIdLine(reading: Reading): TextValue {
  const { text, start, end } = lineOf(reading, MAX_LINE);
  if (!reading.cursor.isAscii(start, end)) throw undecodable(reading, 'ASCII', start);
  const size = end - start;
  return { kind: 'text', text: size <= MAX_KEPT ? text : undefined, offset: start, size, encoding: 'utf-8' };
}

/** A module or a name behind `GLOBAL` and `INST`. */
export function readNameLine(reading: Reading, opcode: 'GLOBAL' | 'INST'): string {
  const { text, start, end, isWhole } = lineOf(reading, MAX_NAME);
  if (text === '') {
    reading.odd('import-before-error', `a name in ${opcode} is empty`);
    if (reading.dialect.loader === 'c') throw new Broken('bad-argument', `a name in ${opcode} is empty`);
  }
  const { cursor } = reading;
  const isText = opcode === 'INST' ? cursor.isAscii(start, end) : isUtf8(cursor, start, end - start, false);
  if (!isText) throw undecodable(reading, opcode === 'INST' ? 'ASCII' : 'UTF-8', start);
  // Of a longer one, the beginning will do: nothing is called so.
  return isWhole ? (decodeUtf8(cursor.read(start, end), false) ?? text) : text;
}

// -- 8-bit strings

/** `STRING` */
export function readStringLine(reading: Reading): EightBitValue {
  const { text, start, end, isWhole } = lineOf(reading, MAX_LINE);
  const quote = text[0];
  const last = isWhole ? text[text.length - 1] : quote;
  if (end - start < 2 || last !== quote || (quote !== "'" && quote !== '"')) {
    throw new Broken('bad-argument', 'the STRING opcode argument must be quoted');
  }
  const inside = isWhole ? decodeStringEscapes(text.slice(1, -1)) : text.slice(1);
  if (inside === undefined) throw new Broken('bad-argument', `an escape in STRING at ${start} is not finished`);
  const size = end - start - 2;
  return eightBit(reading, start + 1, size, inside, isWhole && inside.length !== size, !/[\u0080-\u00ff]/.test(inside));
}

/** `BINSTRING`, `SHORT_BINSTRING` */
export function readEightBit(reading: Reading, size: number): EightBitValue {
  const { cursor, dialect } = reading;
  if (size >= 2 ** 31) {
    reading.odd('length-too-long', `an 8-bit string of ${size} bytes`);
    if (dialect.loader === 'python') throw new Broken('bad-argument', 'BINSTRING pickle has negative byte count');
  }
  const offset = cursor.reach(size);
  if (size > MAX_KEPT) return eightBit(reading, offset, size, undefined, false, cursor.isAscii(offset, offset + size));
  const bytes = cursor.read(offset, offset + size);
  return eightBit(reading, offset, size, latin1Of(bytes), false, isAscii(bytes));
}

function eightBit(
  reading: Reading,
  offset: number,
  size: number,
  content: string | undefined,
  isEscaped: boolean,
  ascii: boolean,
): EightBitValue {
  if (!ascii) {
    reading.odd('eight-bit-text', `an 8-bit string of ${size} bytes at ${offset}`);
    if (!isDecodable(reading, offset, size, content)) {
      throw new Broken('bad-argument', `an 8-bit string at ${offset} is not ${reading.dialect.encoding}`);
    }
  }
  const latin1 = content !== undefined && content.length <= MAX_KEPT ? content : undefined;
  return { kind: 'eight-bit', latin1, isAscii: ascii, offset, size, isEscaped };
}

function isDecodable({ cursor, dialect }: Reading, offset: number, size: number, content: string | undefined): boolean {
  if (dialect.encoding === 'ascii') return false;
  if (dialect.encoding !== 'utf-8') return true;
  if (content === undefined) return isUtf8(cursor, offset, size, false);
  const bytes = Uint8Array.from(content, (letter) => letter.charCodeAt(0));
  return checkUtf8(bytes, 0, bytes.length, utf8Start, false) === utf8Start;
}

/**
 * What a loader takes the value for where it needs a name: text, or undefined for what is none. Of long text only the
 * beginning, which is more than anything is called.
 */
export function nameIn({ cursor, dialect }: Reading, value: Value): string | undefined {
  if (value.kind === 'text' && value.text !== undefined) return value.text;
  if (value.kind !== 'text' && (value.kind !== 'eight-bit' || dialect.encoding === 'bytes')) return undefined;
  if (value.size > MAX_NAME) return latin1Of(cursor.read(value.offset, value.offset + MAX_NAME));
  cursor.forget();
  if (value.kind === 'text') return textOf(value, cursor.source);
  const bytes = bytesOf(value, cursor.source) ?? new Uint8Array(0);
  return dialect.encoding === 'utf-8' ? decodeUtf8(bytes, false) : latin1Of(bytes);
}

/** Short, on one line. */
function visible(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
