// Python 2's statements that Python 3 made functions. `print` and `exec` are ordinary names, so each is told from a
// name by what follows it: something that could not follow an expression. `print >>file, x` is valid in Python 3 too (a
// tuple, whose first element fails when it runs), and read as such.

import { expression, operand } from './expressions.ts';
import { FLAG_MARKED, Kind } from './layout.ts';
import { advance, endBefore, link, node, type ParserState, peek, startHere } from './state.ts';
import { Level, startsExpression } from './tables.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

const { Exec, Print } = Kind;

/** Whether the name at the cursor is followed by what would be a second expression right behind it. */
export function startsLegacyStatement(p: ParserState): boolean {
  const next = peek(p);
  if (next === T.LPAREN || next === T.LBRACKET || next === T.MINUS || next === T.PLUS) return false;
  // `print not in x` is a comparison
  if (next === T.NOT) return p.kinds[p.at + 2] !== T.IN;
  return startsExpression[next] === 1;
}

/** print a, b,    with a trailing comma: no newline */
export function printStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  let first = 0;
  let last = 0;
  let marked = 0;
  while (startsExpression[p.token] === 1) {
    const value = expression(p);
    if (first === 0) first = value;
    else link(p, last, value);
    last = value;
    marked = 0;
    if (p.token !== T.COMMA) break;
    advance(p);
    marked = FLAG_MARKED;
  }
  return node(p, Print | marked, start, endBefore(p), first, 0, 0, 0);
}

/** exec code in globals, locals */
export function execStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const code = operand(p, Level.compare);
  let globals = 0;
  let locals = 0;
  if (p.token === T.IN) {
    advance(p);
    globals = expression(p);
    if (p.token === T.COMMA) {
      advance(p);
      locals = expression(p);
    }
  }
  return node(p, Exec, start, endBefore(p), code, globals, locals, 0);
}
