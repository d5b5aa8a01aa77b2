// What stands in brackets: groups, tuples, lists, sets, dictionaries, and the comprehensions of all of them.

import { expression, namedExpression, operand, starred, tupleFrom, yielded } from './expressions.ts';
import { FLAG_MARKED, FLAG_PARENTHESISED, KIND_MASK, Kind, NODE_SIZE } from './layout.ts';
import {
  advance,
  describe,
  endBefore,
  expect,
  fail,
  link,
  node,
  type ParserState,
  peek,
  problem,
  startHere,
} from './state.ts';
import { Level, startsExpression } from './tables.ts';
import { assignTo } from './targets.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

// biome-ignore format: one block
const {
  Comprehension, Dict, DictComp, DictEntry, GeneratorExp, List, ListComp, NamedExpr, Repr, Set: SetDisplay, SetComp,
  Starred, Tuple,
} = Kind;

/** `(…)`: empty tuple, group, tuple or generator. */
export function parenthesis(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  if (p.token === T.RPAREN) {
    advance(p);
    return node(p, Tuple, start, endBefore(p), 0, 0, 0, 0);
  }
  if (p.token === T.YIELD) return group(p, yielded(p));
  const first = element(p);
  if (p.token === T.COMMA) {
    elements(p, first);
    close(p, T.RPAREN);
    return node(p, Tuple, start, endBefore(p), first, 0, 0, 0);
  }
  if (p.token === T.FOR || p.token === T.ASYNC) {
    const generators = comprehensions(p);
    close(p, T.RPAREN);
    return node(p, GeneratorExp, start, endBefore(p), first, generators, 0, 0);
  }
  if (((p.nodes[first * NODE_SIZE] as number) & 0xff) === Starred) {
    problem(p, start, endBefore(p), 'a starred expression needs a tuple, list, set or call around it');
  }
  return group(p, first);
}

function group(p: ParserState, value: NodeId): NodeId {
  if (p.token !== T.RPAREN) closeFails(p, T.RPAREN);
  advance(p);
  p.nodes[value * NODE_SIZE] = (p.nodes[value * NODE_SIZE] as number) | FLAG_PARENTHESISED;
  return value;
}

/** `[…]` that starts an expression. */
export function bracket(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  if (p.token === T.RBRACKET) {
    advance(p);
    return node(p, List, start, endBefore(p), 0, 0, 0, 0);
  }
  const first = element(p);
  if (p.token === T.FOR || p.token === T.ASYNC) {
    const generators = comprehensions(p);
    close(p, T.RBRACKET);
    return node(p, ListComp, start, endBefore(p), first, generators, 0, 0);
  }
  elements(p, first);
  close(p, T.RBRACKET);
  return node(p, List, start, endBefore(p), first, 0, 0, 0);
}

/** `{…}`: dictionary, set, or a comprehension of either. */
export function brace(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  if (p.token === T.RBRACE) {
    advance(p);
    return node(p, Dict, start, endBefore(p), 0, 0, 0, 0);
  }
  if (p.token === T.DOUBLESTAR) return dictionary(p, start, 0, startHere(p));
  const firstStart = startHere(p);
  const first = element(p);
  if (p.token === T.COLON) {
    const head = p.nodes[first * NODE_SIZE] as number;
    if ((head & KIND_MASK) === Starred) fail(p, 'a starred expression cannot be a key');
    if ((head & KIND_MASK) === NamedExpr && (head & FLAG_PARENTHESISED) === 0) {
      problem(p, firstStart, endBefore(p), 'an assignment expression needs parentheses to be a key');
    }
    return dictionary(p, start, first, firstStart);
  }
  if (p.token === T.FOR || p.token === T.ASYNC) {
    const generators = comprehensions(p);
    close(p, T.RBRACE);
    return node(p, SetComp, start, endBefore(p), first, generators, 0, 0);
  }
  elements(p, first);
  close(p, T.RBRACE);
  return node(p, SetDisplay, start, endBefore(p), first, 0, 0, 0);
}

/** A dictionary whose first key, if it has one, is read; the cursor is at its `:` or at `**`. */
function dictionary(p: ParserState, start: number, firstKey: NodeId, firstStart: number): NodeId {
  let first = 0;
  let last = 0;
  let key = firstKey;
  let entryStart = firstStart;
  for (;;) {
    let value: NodeId;
    if (p.token === T.DOUBLESTAR) {
      advance(p);
      value = operand(p, Level.compare);
      key = 0;
    } else {
      if (key === 0) key = expression(p);
      expect(p, T.COLON);
      value = expression(p);
    }
    if (first === 0 && (p.token === T.FOR || p.token === T.ASYNC)) {
      const generators = comprehensions(p);
      close(p, T.RBRACE);
      // {**d for d in ds}    PEP 798: ast has the mapping as key, and no value
      if (key === 0) return node(p, DictComp, start, endBefore(p), value, 0, generators, 0);
      return node(p, DictComp, start, endBefore(p), key, value, generators, 0);
    }
    const entry = node(p, DictEntry, entryStart, endBefore(p), key, value, 0, 0);
    if (first === 0) first = entry;
    else link(p, last, entry);
    last = entry;
    if (p.token !== T.COMMA) break;
    advance(p);
    if (p.token === T.RBRACE) break;
    key = 0;
    entryStart = startHere(p);
  }
  close(p, T.RBRACE);
  return node(p, Dict, start, endBefore(p), first, 0, 0, 0);
}

function element(p: ParserState): NodeId {
  return p.token === T.STAR ? starred(p) : namedExpression(p);
}

/** The elements behind `first`, up to the closing bracket. */
function elements(p: ParserState, first: NodeId): void {
  let last = first;
  while (p.token === T.COMMA) {
    advance(p);
    if (startsExpression[p.token] !== 1 && p.token !== T.STAR) return;
    const item = element(p);
    link(p, last, item);
    last = item;
  }
}

export function close(p: ParserState, kind: number): void {
  if (p.token !== kind) closeFails(p, kind);
  advance(p);
}

function closeFails(p: ParserState, kind: number): never {
  const closer = T.kindText[kind];
  if (p.token === T.EOF || p.token === T.NEWLINE)
    return fail(p, `'${closer}' is missing: the bracket was never closed`);
  if (p.token === T.RPAREN || p.token === T.RBRACKET || p.token === T.RBRACE) {
    return fail(p, `closing bracket '${T.kindText[p.token]}' does not match: expected '${closer}'`);
  }
  return fail(p, `expected '${closer}' or ',', found ${describe(p)}`);
}

/** One or more `for x in y if z`, at the first `for` or `async`. */
export function comprehensions(p: ParserState): NodeId {
  let first = 0;
  let last = 0;
  while (p.token === T.FOR || (p.token === T.ASYNC && peek(p) === T.FOR)) {
    const start = startHere(p);
    let head = Comprehension;
    if (p.token === T.ASYNC) {
      advance(p);
      head |= FLAG_MARKED;
    }
    advance(p);
    const target = loopTarget(p);
    if (p.token !== T.IN) fail(p, `expected 'in', found ${describe(p)}`);
    advance(p);
    const iterable = operand(p, Level.none);
    let firstCondition = 0;
    let lastCondition = 0;
    while (p.token === T.IF) {
      advance(p);
      const condition = operand(p, Level.none);
      if (firstCondition === 0) firstCondition = condition;
      else link(p, lastCondition, condition);
      lastCondition = condition;
    }
    const part = node(p, head, start, endBefore(p), target, iterable, firstCondition, 0);
    if (first === 0) first = part;
    else link(p, last, part);
    last = part;
  }
  if (first === 0) fail(p, "expected 'for' after 'async'");
  return first;
}

/** The targets of a `for`, up to its `in`: no comparison may stand there. */
export function loopTarget(p: ParserState): NodeId {
  const start = startHere(p);
  const first = loopTargetItem(p);
  let target = first;
  if (p.token === T.COMMA) {
    let last = first;
    while (p.token === T.COMMA) {
      advance(p);
      if (p.token === T.IN) break;
      const item = loopTargetItem(p);
      link(p, last, item);
      last = item;
    }
    target = node(p, Tuple, start, endBefore(p), first, 0, 0, 0);
  }
  assignTo(p, target);
  return target;
}

function loopTargetItem(p: ParserState): NodeId {
  return p.token === T.STAR ? starred(p) : operand(p, Level.compare);
}

/** `x`  in backticks: Python 2's repr(x) */
export function backticks(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const firstStart = startHere(p);
  const first = expression(p);
  const value = p.token === T.COMMA ? tupleFrom(p, firstStart, first) : first;
  expect(p, T.BACKTICK);
  return node(p, Repr, start, endBefore(p), value, 0, 0, 0);
}
