// Numbers that are not plain decimal digits: fractions, exponents, radixes, underscores, imaginary ones, and Python 2's
// octals (`0777`) and long suffix (`10L`), which are read without complaint.

import { continuesName } from './character-classes.ts';
import { ConstantType } from './layout.ts';
import { type ParserState, problem } from './state.ts';

/** Keywords that may follow a number without a blank (`1if x else y`; deprecated, but valid). */
const keywordsBehindNumber = /^(?:and|else|for|if|in|is|not|or)(?![A-Za-z_0-9])/;

const isDecimal = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Reads the number at `start`: gives its ConstantType and sets `p.lineText` to its end. */
export function number(p: ParserState, start: number): number {
  const text = p.text;
  let at = start;
  let type: number = ConstantType.integer;
  const radix = text[start] === 48 ? (text[start + 1] as number) | 32 : 0;
  if (radix === 120 || radix === 111 || radix === 98) {
    at = start + 2;
    while (isDigitOf(radix, text[at] as number) || (text[at] === 95 && isDigitOf(radix, text[at + 1] as number))) at++;
    if (at === start + 2) problem(p, start, at, 'a number has no digits behind its radix');
    else if (isDecimal(text[at] as number)) {
      problem(p, start, at + 1, 'a digit is too large for the radix of the number');
      while (isDecimal(text[at] as number)) at++;
    }
  } else {
    at = digits(text, at);
    if (text[at] === 46) {
      type = ConstantType.float;
      at = digits(text, at + 1);
    }
    const exponent = text[at] as number;
    if (exponent === 101 || exponent === 69) {
      const sign = text[at + 1] as number;
      const first = at + (sign === 43 || sign === 45 ? 2 : 1);
      if (isDecimal(text[first] as number)) {
        type = ConstantType.float;
        at = digits(text, first);
      }
    }
    const suffix = text[at] as number;
    if (suffix === 106 || suffix === 74) {
      type = ConstantType.imaginary;
      at++;
    }
  }
  const suffix = text[at] as number;
  if ((suffix === 108 || suffix === 76) && type === ConstantType.integer) at++;
  p.lineText = at;
  if (continuesName[text[at] as number] === 1) checkWhatFollows(p, start, at);
  return type;
}

/** Behind decimal digits with single underscores between them. */
function digits(text: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    if (isDecimal(text[at] as number)) at++;
    else if (text[at] === 95 && at > from && isDecimal(text[at + 1] as number)) at += 2;
    else return at;
  }
}

function isDigitOf(radix: number, byte: number): boolean {
  if (radix === 98) return byte === 48 || byte === 49;
  if (radix === 111) return byte >= 48 && byte <= 55;
  return isDecimal(byte) || ((byte | 32) >= 97 && (byte | 32) <= 102);
}

function checkWhatFollows(p: ParserState, start: number, end: number): void {
  const text = String.fromCharCode(...p.text.subarray(end, end + 5));
  if (keywordsBehindNumber.test(text)) return;
  let at = end;
  while (continuesName[p.text[at] as number] === 1) at++;
  problem(p, start, at, 'invalid number');
  p.lineText = at;
}
