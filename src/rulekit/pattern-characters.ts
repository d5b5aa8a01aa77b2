// Which characters a regular expression of Python lets through: all of it, each of its groups, and whether it has to fit
// from one end of the text to the other. One pass, no recursion: patterns are as hostile as the code that holds them.

import {
  allOf,
  anything,
  bitsOf,
  complementOf,
  digits,
  inBothCases,
  others,
  rangeOf,
  whitespace,
  wordCharacters,
} from './characters.ts';

export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly ascii: boolean;
}

export interface PatternCharacters {
  /** what a match is written with */
  readonly whole: bigint;
  /** by number; 0 is the whole match */
  readonly groups: readonly bigint[];
  readonly groupNames: ReadonlyMap<string, number>;
  /** `\A` or `^` before everything */
  readonly isAnchoredBefore: boolean;
  /** `\Z`; `$` leaves room for a line end */
  readonly isAnchoredBehind: 'yes' | 'line end' | 'no';
  /** The pattern fits wherever one of these characters stands: `[^a-z]`, `[;&]+`, `a|b`. */
  readonly anyOf: bigint | undefined;
}

/** Patterns longer than this say nothing. */
const MAX_LENGTH = 4_000;

interface Open {
  bits: bigint;
  /** number of the group; 0 when it captures nothing */
  readonly group: number;
  /** looks around without taking anything */
  readonly isZeroWidth: boolean;
}

/** Undefined: more than this reader understands. */
export function readPattern(pattern: string, flags: PatternFlags): PatternCharacters | undefined {
  if (pattern.length > MAX_LENGTH) return undefined;
  const groups: bigint[] = [0n];
  const groupNames = new Map<string, number>();
  const stack: Open[] = [{ bits: 0n, group: 0, isZeroWidth: false }];
  let { ignoreCase } = flags;
  // of the alternative at the outside that is being read
  let atoms = 0;
  let bitsOfAlternative = 0n;
  let isPlain = true;
  let startsAnchored = false;
  let endsAnchored: 'yes' | 'line end' | 'no' = 'no';
  const before: boolean[] = [];
  const behind: ('yes' | 'line end' | 'no')[] = [];
  let anyOf: bigint | undefined = 0n;
  const endAlternative = (): void => {
    before.push(startsAnchored);
    behind.push(endsAnchored);
    if (atoms === 1 && isPlain && !startsAnchored && endsAnchored === 'no' && anyOf !== undefined) {
      anyOf |= bitsOfAlternative;
    } else anyOf = undefined;
    atoms = 0;
    bitsOfAlternative = 0n;
    isPlain = true;
    startsAnchored = false;
    endsAnchored = 'no';
  };
  const take = (bits: bigint): void => {
    (stack.at(-1) as Open).bits |= bits;
    if (stack.length === 1) {
      atoms++;
      bitsOfAlternative |= bits;
      endsAnchored = 'no';
    }
  };
  const position = (): void => {
    if (stack.length === 1) isPlain = false;
  };

  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    switch (character) {
      case '\\': {
        const next = pattern[++at];
        if (next === undefined) return undefined;
        if (next === 'A') {
          if (stack.length === 1 && atoms === 0) startsAnchored = true;
          else position();
        } else if (next === 'Z' || next === 'z') {
          if (stack.length === 1) endsAnchored = 'yes';
        } else if (next === 'b' || next === 'B') position();
        else if (/[1-9]/.test(next)) {
          const digit = pattern[at + 1];
          const two = digit !== undefined && /\d/.test(digit) ? Number(next + digit) : Number(next);
          if (two > 9) at++;
          take(groups[two] ?? allOf(anything));
        } else {
          const read = readEscape(pattern, at, flags);
          if (read === undefined) return undefined;
          at = read.end;
          take(read.bits);
        }
        break;
      }
      case '[': {
        const read = readClass(pattern, at, flags);
        if (read === undefined) return undefined;
        at = read.end;
        take(ignoreCase && !read.isNegated ? inBothCases(read.bits) : read.bits);
        break;
      }
      case '(': {
        if (stack.length > 200) return undefined;
        const opened = readGroup(pattern, at);
        if (opened === undefined) return undefined;
        at = opened.end;
        if (opened.flags !== undefined) {
          // (?i) at the start; (?x) changes what the rest means
          if (/[^ims]/.test(opened.flags)) return undefined;
          if (opened.flags.includes('i')) ignoreCase = true;
          if (opened.flags.includes('m')) return undefined;
          break;
        }
        const group = opened.isCapturing ? groups.push(0n) - 1 : 0;
        if (opened.name !== undefined) groupNames.set(opened.name, group);
        stack.push({ bits: 0n, group, isZeroWidth: opened.isZeroWidth });
        break;
      }
      case ')': {
        const closed = stack.pop();
        if (closed === undefined || stack.length === 0) return undefined;
        if (closed.group !== 0) groups[closed.group] = closed.bits;
        if (closed.isZeroWidth) position();
        else {
          take(closed.bits);
          // (abc) is more than one character
          position();
        }
        break;
      }
      case '|':
        if (stack.length === 1) endAlternative();
        break;
      case '^':
        if (stack.length === 1 && atoms === 0 && !flags.multiline) startsAnchored = true;
        else position();
        break;
      case '$':
        if (stack.length === 1 && !flags.multiline) endsAnchored = 'line end';
        else position();
        break;
      case '*':
      case '?':
        position();
        break;
      case '+':
        break;
      case '{': {
        const count = /^\{(\d*)(?:,(\d*))?\}/.exec(pattern.slice(at, at + 24));
        if (count === null) take(bitsOf('{'));
        else {
          at += count[0].length - 1;
          position();
        }
        break;
      }
      case '.':
        take(allOf(anything));
        break;
      default:
        take(ignoreCase ? inBothCases(bitsOf(character)) : bitsOf(character));
    }
  }
  if (stack.length !== 1) return undefined;
  endAlternative();
  const whole = (stack[0] as Open).bits;
  groups[0] = whole;
  return {
    whole,
    groups,
    groupNames,
    isAnchoredBefore: before.every((each) => each),
    isAnchoredBehind: behind.includes('no') ? 'no' : behind.includes('line end') ? 'line end' : 'yes',
    anyOf,
  };
}

interface Read {
  readonly bits: bigint;
  /** of the last character that belongs to it */
  readonly end: number;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', a: '\x07' };

/** What follows a backslash, `at` being the character behind it. */
function readEscape(pattern: string, at: number, flags: PatternFlags): Read | undefined {
  const character = pattern[at] as string;
  const beyond = flags.ascii ? 0n : others;
  switch (character) {
    case 'w':
      return { bits: (wordCharacters & ~others) | beyond, end: at };
    case 'd':
      return { bits: digits | beyond, end: at };
    case 's':
      return { bits: (whitespace & ~others) | beyond, end: at };
    case 'W':
      return { bits: complementOf(wordCharacters & ~others), end: at };
    case 'D':
      return { bits: complementOf(digits), end: at };
    case 'S':
      return { bits: complementOf(whitespace & ~others), end: at };
    case 'x':
    case 'u':
    case 'U': {
      const length = character === 'x' ? 2 : character === 'u' ? 4 : 8;
      const code = Number.parseInt(pattern.slice(at + 1, at + 1 + length), 16);
      return Number.isNaN(code) ? undefined : { bits: rangeOf(code, code), end: at + length };
    }
    case '0':
      return undefined;
  }
  const control = controls[character];
  if (control !== undefined) return { bits: bitsOf(control), end: at };
  return /[A-Za-z]/.test(character) ? undefined : { bits: bitsOf(character), end: at };
}

/** `[a-z0-9_.-]`, `[^;&]` */
function readClass(pattern: string, start: number, flags: PatternFlags): (Read & { isNegated: boolean }) | undefined {
  let at = start + 1;
  const isNegated = pattern[at] === '^';
  if (isNegated) at++;
  let bits = 0n;
  for (let isFirst = true; at < pattern.length; at++, isFirst = false) {
    if (pattern[at] === ']' && !isFirst) {
      // What is not excluded, whatever its case: less is excluded by one case than by both.
      const own = flags.ignoreCase && !isNegated ? inBothCases(bits) : bits;
      return { bits: isNegated ? complementOf(own & ~others) : own, end: at, isNegated };
    }
    const first = readMember(pattern, at, flags);
    if (first === undefined) return undefined;
    at = first.end;
    const isRange = pattern[at + 1] === '-' && pattern[at + 2] !== ']' && pattern[at + 2] !== undefined;
    if (!isRange || first.code === undefined) {
      bits |= first.bits;
      continue;
    }
    const last = readMember(pattern, at + 2, flags);
    if (last?.code === undefined) return undefined;
    bits |= rangeOf(first.code, last.code);
    at = last.end;
  }
  return undefined;
}

function readMember(
  pattern: string,
  at: number,
  flags: PatternFlags,
): (Read & { code: number | undefined }) | undefined {
  if (pattern[at] !== '\\') {
    const code = pattern.charCodeAt(at);
    return { bits: rangeOf(code, code), code, end: at };
  }
  if (pattern[at + 1] === 'b') return { bits: bitsOf('\b'), code: 8, end: at + 1 };
  if (pattern[at + 1] === undefined) return undefined;
  const read = readEscape(pattern, at + 1, flags);
  if (read === undefined) return undefined;
  for (let code = 0; code < 128; code++) if (read.bits === 1n << BigInt(code)) return { ...read, code };
  return { ...read, code: undefined };
}

interface Opened {
  readonly end: number;
  readonly isCapturing: boolean;
  readonly isZeroWidth: boolean;
  readonly name?: string;
  readonly flags?: string;
}

function readGroup(pattern: string, at: number): Opened | undefined {
  if (pattern[at + 1] !== '?') return { end: at, isCapturing: true, isZeroWidth: false };
  const head = pattern.slice(at + 2, at + 80);
  if (head.startsWith(':') || head.startsWith('>')) return { end: at + 2, isCapturing: false, isZeroWidth: false };
  const look = /^(=|!|<=|<!)/.exec(head);
  if (look !== null) return { end: at + 1 + look[0].length, isCapturing: false, isZeroWidth: true };
  const named = /^P<(\w+)>/.exec(head);
  if (named !== null) {
    return { end: at + 1 + named[0].length, isCapturing: true, isZeroWidth: false, name: named[1] as string };
  }
  const flags = /^([a-zA-Z]+)\)/.exec(head);
  if (flags !== null) {
    return { end: at + 1 + flags[0].length, isCapturing: false, isZeroWidth: true, flags: flags[1] as string };
  }
  return undefined;
}
