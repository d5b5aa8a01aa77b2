// The lines that are not plain: indentation with tabs and form feeds, changes of indentation, the end of the file, and
// the guess that an open bracket was forgotten. Called by the lexer's main loop when a line is out of the ordinary.

import { INDENT_LIMIT, type ParserState, problem } from './state.ts';
import * as T from './token-kinds.ts';
import { addToken } from './token-store.ts';

const TAB_SIZE = 8;

/**
 * Measures the indentation of the line at `begin` into `p.column` and `p.tablessColumn`, and sets `p.lineText` to the
 * first byte behind it. 0 when the line is blank (`p.lineText` is then where to go on).
 */
export function measureLine(p: ParserState, begin: number): number {
  const text = p.text;
  let at = begin;
  let column = 0;
  let tablessColumn = 0;
  // A backslash fixes the column: what comes in the next physical line is not indentation (CPython's cont_line_col).
  let fixedColumn = 0;
  let fixedTablessColumn = 0;
  for (;;) {
    const byte = text[at];
    if (byte === 32) {
      column++;
      tablessColumn++;
    } else if (byte === 9) {
      column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
      tablessColumn++;
    } else if (byte === 12) {
      column = 0;
      tablessColumn = 0;
    } else if (byte === 92 && (text[at + 1] === 10 || text[at + 1] === 13)) {
      if (fixedColumn === 0) {
        fixedColumn = column;
        fixedTablessColumn = tablessColumn;
      }
      if (text[at + 1] === 13 && text[at + 2] === 10) at++;
      at++;
    } else {
      break;
    }
    at++;
  }
  p.column = fixedColumn === 0 ? column : fixedColumn;
  p.tablessColumn = fixedColumn === 0 ? tablessColumn : fixedTablessColumn;
  p.lineText = at;
  if (at >= p.length && at > begin && isContinuation(text, at))
    problem(p, begin, at, 'the file ends in a continuation line');
  const byte = text[at];
  if (byte === 10 || byte === 13) {
    p.lineText = at + 1;
    return 0;
  }
  return byte === 35 ? 0 : 1;
}

function isContinuation(text: Uint8Array, end: number): boolean {
  return (text[end - 1] === 10 || text[end - 1] === 13) && (text[end - 2] === 92 || text[end - 3] === 92);
}

/**
 * Compares a line's columns with the innermost indentation, and adds INDENT or DEDENT tokens when they differ. Gives
 * the column of what is then the innermost indentation, or -1 if it has tabs.
 */
export function changeIndentation(p: ParserState, at: number): number {
  const { indents, tablessIndents, column, tablessColumn } = p;
  let level = p.indentCount;
  if (column > (indents[level] as number)) {
    if (tablessColumn <= (tablessIndents[level] as number)) inconsistentTabs(p, at);
    if (level === INDENT_LIMIT) {
      problem(p, at, at, 'too many levels of indentation');
      return -1;
    }
    level++;
    indents[level] = column;
    tablessIndents[level] = tablessColumn;
    p.indentCount = level;
    addToken(p, T.INDENT, at, at, 0);
    return column === tablessColumn ? column : -1;
  }
  while (level > 0 && column < (indents[level] as number)) {
    if (column > (indents[level - 1] as number)) {
      // if x:
      //         a
      //     b      <- matches neither: taken as the next line of the inner block
      problem(p, at, at, 'unindent does not match any outer indentation level');
      indents[level] = column;
      tablessIndents[level] = tablessColumn;
      break;
    }
    level--;
    addToken(p, T.DEDENT, at, at, 0);
  }
  if (tablessColumn !== tablessIndents[level]) {
    inconsistentTabs(p, at);
    tablessIndents[level] = tablessColumn;
  }
  p.indentCount = level;
  return indents[level] === tablessColumn ? tablessColumn : -1;
}

function inconsistentTabs(p: ParserState, at: number): void {
  problem(p, at, at, 'inconsistent use of tabs and spaces in indentation');
}

export function endOfFile(p: ParserState): void {
  for (let level = p.indentCount; level > 0; level--) addToken(p, T.DEDENT, p.length, p.length, 0);
  for (let times = 0; times < 3; times++) addToken(p, T.EOF, p.length, p.length, 0);
}

/**
 * Whether a keyword at `start` that only statements begin with shows that the open brackets were never closed: it is the
 * first word of its physical line, and indented no deeper than the statement that opened them.
 */
export function closesBrackets(p: ParserState, line: number, start: number): boolean {
  let column = 0;
  for (let at = line; at < start; at++) {
    const byte = p.text[at];
    if (byte === 32) column++;
    else if (byte === 9) column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
    else if (byte === 12) column = 0;
    else return false;
  }
  return column <= (p.indents[p.indentCount] as number);
}
