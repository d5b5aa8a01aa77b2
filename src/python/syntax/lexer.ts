// Bytes to tokens. One loop reads the whole file into typed arrays before the parser starts; it holds everything that
// is hot (names, operators, plain numbers, layout of ordinary lines) and nothing else: strings, odd numbers and changes
// of indentation are called out to, so that the loop stays small enough for the engine to compile well.
//
// Errors never stop it. An unreadable byte becomes an ERROR token, which costs its statement; a bracket that is never
// closed ends where a line starts with a keyword that cannot stand in brackets.

import { classOf, continuesName, operatorEqualOf, operatorOf, operatorTwiceOf } from './character-classes.ts';
import { ConstantType } from './layout.ts';
import { changeIndentation, closesBrackets, endOfFile, measureLine } from './lexer-layout.ts';
import { number } from './lexer-numbers.ts';
import { DOUBLE_QUOTE, formattedText, reportNul, string, stringFlags } from './lexer-strings.ts';
import { unicodeName } from './lexer-unicode.ts';
import {
  firstMask,
  HASH_FACTOR,
  LAST_KEYWORD,
  LAST_STATEMENT_KEYWORD,
  PLACE_ID,
  PLACE_SIZE,
  secondMask,
} from './names.ts';
import { type ParserState, problem } from './state.ts';
import * as T from './token-kinds.ts';
import { growTokens, TOKEN_MARGIN } from './token-store.ts';

/** Brackets nested deeper than this are CPython's "too many nested parentheses". */
const BRACKET_LIMIT = 200;

/** Reads all of `p.text` into tokens. The last three are EOF, so that looking ahead by two is always legal. */
export function lex(p: ParserState): void {
  const { text, view, length, names, isAscii } = p;
  const seed = names.seed;
  let { table, mask } = names;
  let { kinds, starts, ends, values } = p;
  let limit = kinds.length - TOKEN_MARGIN;
  let count = 0;
  let at = p.textStart;
  let atLineStart = true;
  /** Where the physical line at hand starts; kept only inside brackets. */
  let bracketLine = 0;
  /** Column of the innermost indentation; -1 when it has tabs, which needs a closer look. */
  let indent = 0;
  let brackets = 0;
  let fieldBrackets = -1;
  p.indents[0] = 0;
  p.tablessIndents[0] = 0;
  p.indentCount = 0;
  p.fieldCount = 0;
  p.commentCount = 0;

  for (;;) {
    if (count >= limit) {
      p.tokenCount = count;
      growTokens(p);
      ({ kinds, starts, ends, values } = p);
      limit = kinds.length - TOKEN_MARGIN;
    }

    // 1. The start of a logical line: blank lines and comments count for nothing, then the indentation is compared.
    if (atLineStart) {
      const begin = at;
      let byte = text[at] as number;
      while (byte === 32) byte = text[++at] as number;
      if (byte === 10) {
        at++;
        continue;
      }
      if (byte === 35) {
        at = comment(p, at);
        continue;
      }
      const column = at - begin;
      // Tabs, form feeds, carriage returns, continuation lines, NUL, and the end of the file are measured elsewhere.
      const isPlain = byte > 32 && byte !== 92;
      if (column !== indent || !isPlain) {
        p.column = column;
        p.tablessColumn = column;
        if (!isPlain) {
          const isBlank = measureLine(p, begin) === 0;
          at = p.lineText;
          if (isBlank) continue;
          if (at >= length) {
            p.tokenCount = count;
            break;
          }
        }
        p.tokenCount = count;
        indent = changeIndentation(p, at);
        ({ kinds, starts, ends, values } = p);
        limit = kinds.length - TOKEN_MARGIN;
        count = p.tokenCount;
      }
      atLineStart = false;
    }

    // 2. One token.
    let byte = text[at] as number;
    while (byte === 32) byte = text[++at] as number;
    const start = at;
    let kind = 0;
    let value = 0;
    switch (classOf[byte]) {
      case 1: {
        // The first eight bytes without a branch on how many of them there are, which no processor can predict.
        let first = view.getInt32(at, true);
        let second = view.getInt32(at + 4, true);
        const two = continuesName[(first >>> 8) & 255] as number;
        const three = two & (continuesName[(first >>> 16) & 255] as number);
        const four = three & (continuesName[first >>> 24] as number);
        const five = four & (continuesName[second & 255] as number);
        const six = five & (continuesName[(second >>> 8) & 255] as number);
        const seven = six & (continuesName[(second >>> 16) & 255] as number);
        const eight = seven & (continuesName[second >>> 24] as number);
        const size = 1 + two + three + four + five + six + seven + eight;
        first &= firstMask[size] as number;
        second &= secondMask[size] as number;
        let hash = Math.imul(first ^ seed, HASH_FACTOR);
        hash = Math.imul(hash ^ (hash >>> 15) ^ second, HASH_FACTOR);
        at += size;
        byte = text[at] as number;
        if (eight === 1) {
          while (continuesName[byte] === 1) {
            hash = Math.imul(hash ^ byte, HASH_FACTOR);
            byte = text[++at] as number;
          }
        }
        if ((byte === 34 || byte === 39) && at - start <= 2) {
          const flags = stringFlags(text, start, at);
          if (flags >= 0) {
            if ((flags & (T.STRING_FORMATTED | T.STRING_TEMPLATE)) !== 0) {
              kind = T.FSTRING_START;
              value = flags | (byte === 34 ? DOUBLE_QUOTE : 0);
              if (text[at + 1] === byte && text[at + 2] === byte) value |= T.STRING_TRIPLE;
              at += (value & T.STRING_TRIPLE) !== 0 ? 3 : 1;
              break;
            }
            at = string(p, at, flags);
            kind = T.STRING;
            value = flags;
            break;
          }
        }
        const slot = ((hash ^ (hash >>> 15)) & mask) * PLACE_SIZE;
        const isShortAscii = ((first | second) & 0x80808080) === 0 && at - start <= 8;
        if (isShortAscii && table[slot] === first && table[slot + 1] === second) {
          value = table[slot + PLACE_ID] as number;
        } else if (isAscii || !hasHighByte(text, start, at)) {
          value = names.find(text, start, at, hash, first, second);
          ({ table, mask } = names);
        } else {
          value = unicodeName(p, start, at);
          at = p.lineText;
          ({ table, mask } = names);
          if (value <= 0) {
            if (value < 0) continue;
            kind = T.ERROR;
            value = 1;
            break;
          }
          // 𝐝𝐞𝐟 = 1    normalises to a keyword, but is none
          kind = T.NAME;
          break;
        }
        if (value > LAST_KEYWORD) {
          kind = T.NAME;
        } else {
          kind = value;
          if (brackets !== 0 && value <= LAST_STATEMENT_KEYWORD && closesBrackets(p, bracketLine, start)) {
            // foo(bar        <- nobody closed this
            // return x
            kinds[count] = T.NEWLINE;
            starts[count] = bracketLine;
            ends[count] = bracketLine;
            values[count] = 0;
            count++;
            at = bracketLine;
            brackets = 0;
            fieldBrackets = -1;
            p.fieldCount = 0;
            atLineStart = true;
            continue;
          }
        }
        break;
      }
      case 7:
        kind = operatorOf[byte] as number;
        at++;
        break;
      case 8:
        kind = operatorOf[byte] as number;
        at++;
        if (++brackets === BRACKET_LIMIT) problem(p, start, at, 'too many nested brackets');
        break;
      case 9:
        kind = operatorOf[byte] as number;
        at++;
        if (brackets !== 0) brackets--;
        break;
      case 12:
        if (classOf[text[at + 1] as number] === 2) {
          value = number(p, at);
          at = p.lineText;
          kind = T.NUMBER;
        } else if (text[at + 1] === 46 && text[at + 2] === 46) {
          kind = T.ELLIPSIS;
          at += 3;
        } else {
          kind = T.DOT;
          at++;
        }
        break;
      case 4:
        if (brackets !== 0) {
          at++;
          bracketLine = at;
          continue;
        }
        at += byte === 13 && text[at + 1] === 10 ? 2 : 1;
        kind = T.NEWLINE;
        atLineStart = true;
        break;
      case 10: {
        const next = text[at + 1] as number;
        kind = operatorOf[byte] as number;
        at++;
        if (kind === T.COLON && brackets === fieldBrackets) break;
        if (next === 61) {
          kind = operatorEqualOf[byte] as number;
          at++;
        } else if (next === byte) {
          const twice = operatorTwiceOf[byte] as number;
          if (twice !== 0) {
            kind = twice;
            at++;
            if (text[at] === 61) {
              kind += T.AUGMENTED;
              at++;
            }
          }
        } else if (next === 62) {
          if (byte === 45) {
            kind = T.ARROW;
            at++;
          } else if (byte === 60) {
            kind = T.NOTEQUAL;
            at++;
          }
        }
        break;
      }
      case 3:
        at = string(p, at, 0);
        kind = T.STRING;
        break;
      case 2:
        do byte = text[++at] as number;
        while (classOf[byte] === 2);
        kind = T.NUMBER;
        value = ConstantType.integer;
        // `1.5`, `0x1f`, `1_000`, `3j`, `0777`, `1if x else y`: everything but plain decimal digits.
        if (byte === 46 || continuesName[byte] === 1 || text[start] === 48) {
          value = number(p, start);
          at = p.lineText;
        }
        break;
      case 6:
        at = comment(p, at);
        continue;
      case 5:
        at++;
        continue;
      case 11: {
        const next = text[at + 1] as number;
        if (next === 10 || next === 13) {
          at += next === 13 && text[at + 2] === 10 ? 3 : 2;
          if (at >= length) problem(p, start, start + 1, 'the file ends in a continuation line');
          continue;
        }
        problem(p, at, at + 1, 'unexpected character after a line continuation');
        kind = T.ERROR;
        value = 1;
        at++;
        break;
      }
      default:
        if (at >= length) {
          p.tokenCount = count;
          if (!atLineStart) {
            kinds[count] = T.NEWLINE;
            starts[count] = length;
            ends[count] = length;
            p.tokenCount = count + 1;
          }
          endOfFile(p);
          return;
        }
        problem(p, at, at + 1, unexpectedByte(byte));
        value = 1;
        kind = T.ERROR;
        at++;
    }

    // 3. The token is stored here and nowhere else.
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = at;
    values[count] = value;
    count++;

    // 4. Into and out of the text of f-strings.
    if (
      kind === T.FSTRING_START ||
      (fieldBrackets >= 0 && ((kind === T.COLON && brackets === fieldBrackets) || brackets < fieldBrackets))
    ) {
      p.tokenCount = count;
      p.brackets = brackets;
      p.fieldBrackets = fieldBrackets;
      at = formattedText(p, at, kind, value);
      ({ kinds, starts, ends, values } = p);
      limit = kinds.length - TOKEN_MARGIN;
      count = p.tokenCount;
      brackets = p.brackets;
      fieldBrackets = p.fieldBrackets;
    }
  }
  endOfFile(p);
}

function hasHighByte(text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((text[at] as number) >= 0x80) return true;
  return false;
}

/** Records the comment at `at`; gives the offset of the end of its line. */
function comment(p: ParserState, at: number): number {
  const text = p.text;
  let end = at;
  for (;;) {
    const byte = text[++end] as number;
    if (byte > 13) continue;
    if (byte === 10 || byte === 13) break;
    if (byte === 0) {
      if (end >= p.length) break;
      reportNul(p, end);
    }
  }
  const index = p.commentCount * 2;
  if (index === p.comments.length) {
    const comments = new Int32Array(index * 2);
    comments.set(p.comments);
    p.comments = comments;
  }
  p.comments[index] = at;
  p.comments[index + 1] = end;
  p.commentCount++;
  return end;
}

function unexpectedByte(byte: number): string {
  if (byte > 32 && byte < 127) return `unexpected character '${String.fromCharCode(byte)}'`;
  return `unexpected control character 0x${byte.toString(16).padStart(2, '0')}`;
}
