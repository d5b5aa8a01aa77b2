// The patterns of `case`.

import { enter, namedExpression } from './expressions.ts';
import { ConstantType, KIND_MASK, Kind, NODE_SIZE, OPERATOR_SHIFT, Operator } from './layout.ts';
import { Soft } from './names.ts';
import {
  advance,
  describe,
  endBefore,
  expect,
  fail,
  failUnexpected,
  link,
  node,
  type ParserState,
  peek,
  problem,
  startHere,
} from './state.ts';
import { strings } from './strings.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

// biome-ignore format: one block
const {
  Attribute, BinOp, Constant, MatchAs, MatchClass, MatchEntry, MatchKeyword, MatchMapping, MatchOr, MatchSequence,
  MatchSingleton, MatchStar, MatchValue, Name, UnaryOp,
} = Kind;

/** What stands between `case` and its guard or colon; commas without brackets make a sequence. */
export function topPattern(p: ParserState): NodeId {
  const start = startHere(p);
  const first = starOrPattern(p);
  if (p.token !== T.COMMA) {
    if (((p.nodes[first * NODE_SIZE] as number) & KIND_MASK) === MatchStar) {
      problem(p, start, endBefore(p), 'a starred pattern needs a sequence around it');
    }
    return first;
  }
  sequenceItems(p, first);
  return node(p, MatchSequence, start, endBefore(p), first, 0, 0, 0);
}

export function guard(p: ParserState): NodeId {
  if (p.token !== T.IF) return 0;
  advance(p);
  return namedExpression(p);
}

/** The items behind `first`, at its comma, up to something that starts no pattern. */
function sequenceItems(p: ParserState, first: NodeId): void {
  let last = first;
  while (p.token === T.COMMA) {
    advance(p);
    if (p.token === T.RPAREN || p.token === T.RBRACKET || p.token === T.COLON || p.token === T.IF) return;
    const item = starOrPattern(p);
    link(p, last, item);
    last = item;
  }
}

function starOrPattern(p: ParserState): NodeId {
  if (p.token !== T.STAR) return pattern(p);
  const start = startHere(p);
  advance(p);
  const name = captured(p);
  return node(p, MatchStar, start, endBefore(p), name, 0, 0, 0);
}

/** A name that is bound; 0 for `_`. */
function captured(p: ParserState): number {
  if (p.token !== T.NAME) fail(p, `expected a name, found ${describe(p)}`);
  const name = p.values[p.at] as number;
  advance(p);
  return name === Soft.wildcard ? 0 : name;
}

/** `a | b as name` */
function pattern(p: ParserState): NodeId {
  const start = startHere(p);
  enter(p);
  const first = closedPattern(p);
  let result = first;
  if (p.token === T.BAR) {
    let last = first;
    while (p.token === T.BAR) {
      advance(p);
      const item = closedPattern(p);
      link(p, last, item);
      last = item;
    }
    result = node(p, MatchOr, start, endBefore(p), first, 0, 0, 0);
  }
  if (p.token === T.AS) {
    advance(p);
    const at = startHere(p);
    const name = captured(p);
    if (name === 0) problem(p, at, endBefore(p), "'_' cannot be bound by 'as'");
    result = node(p, MatchAs, start, endBefore(p), result, name, 0, 0);
  }
  p.depth--;
  return result;
}

function closedPattern(p: ParserState): NodeId {
  const start = startHere(p);
  switch (p.token) {
    case T.NUMBER:
    case T.MINUS:
    case T.STRING:
    case T.FSTRING_START: {
      const value = literal(p);
      return node(p, MatchValue, start, endBefore(p), value, 0, 0, 0);
    }
    case T.NONE:
    case T.TRUE:
    case T.FALSE: {
      const value = singleton(p);
      return node(p, MatchSingleton, start, endBefore(p), value, 0, 0, 0);
    }
    case T.LPAREN:
    case T.LBRACKET:
      return bracketedPattern(p);
    case T.LBRACE:
      return mappingPattern(p);
    case T.NAME:
      return namePattern(p);
    default:
      return failUnexpected(p);
  }
}

function singleton(p: ParserState): NodeId {
  const type = p.token === T.NONE ? ConstantType.none : p.token === T.TRUE ? ConstantType.true : ConstantType.false;
  advance(p);
  return node(p, Constant, p.starts[p.at - 1] as number, endBefore(p), 0, type, 0, 0);
}

/** A number (`-1`, `1 + 2j`) or a string. */
function literal(p: ParserState): NodeId {
  if (p.token === T.STRING || p.token === T.FSTRING_START) {
    return strings(p);
  }
  const start = startHere(p);
  const real = signedNumber(p);
  if (p.token !== T.PLUS && p.token !== T.MINUS) return real;
  const operator = p.token === T.PLUS ? Operator.Add : Operator.Sub;
  advance(p);
  const imaginary = p.token === T.NUMBER ? signedNumber(p) : failUnexpected(p);
  if (constantType(p, real) === ConstantType.imaginary || constantType(p, imaginary) !== ConstantType.imaginary) {
    problem(p, start, endBefore(p), 'a complex literal is a real number and an imaginary number');
  }
  return node(p, BinOp | (operator << OPERATOR_SHIFT), start, endBefore(p), real, imaginary, 0, 0);
}

/** Type of a number, its sign left aside. */
function constantType(p: ParserState, number: NodeId): number {
  const at = number * NODE_SIZE;
  const isSigned = ((p.nodes[at] as number) & KIND_MASK) === UnaryOp;
  return p.nodes[isSigned ? (p.nodes[at + 4] as number) * NODE_SIZE + 5 : at + 5] as number;
}

function signedNumber(p: ParserState): NodeId {
  const start = startHere(p);
  const isNegative = p.token === T.MINUS;
  if (isNegative) advance(p);
  if (p.token !== T.NUMBER) fail(p, `expected a number, found ${describe(p)}`);
  advance(p);
  const value = node(p, Constant, p.starts[p.at - 1] as number, endBefore(p), 0, p.values[p.at - 1] as number, 0, 0);
  return isNegative ? node(p, UnaryOp | (Operator.USub << OPERATOR_SHIFT), start, endBefore(p), value, 0, 0, 0) : value;
}

/** `(a, b)`, `[a, b]`, or a group. */
function bracketedPattern(p: ParserState): NodeId {
  const start = startHere(p);
  const isGroup = p.token === T.LPAREN;
  const closer = isGroup ? T.RPAREN : T.RBRACKET;
  advance(p);
  if (p.token === closer) {
    advance(p);
    return node(p, MatchSequence, start, endBefore(p), 0, 0, 0, 0);
  }
  const first = starOrPattern(p);
  const isStar = ((p.nodes[first * NODE_SIZE] as number) & KIND_MASK) === MatchStar;
  if (isGroup && p.token === closer) {
    if (isStar) problem(p, start, endBefore(p), 'a starred pattern needs a sequence around it');
    advance(p);
    return first;
  }
  sequenceItems(p, first);
  expect(p, closer);
  return node(p, MatchSequence, start, endBefore(p), first, 0, 0, 0);
}

/** `{"key": pattern, **rest}` */
function mappingPattern(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  let first = 0;
  let last = 0;
  let rest = 0;
  while (p.token !== T.RBRACE) {
    if (p.token === T.DOUBLESTAR) {
      const restStart = startHere(p);
      advance(p);
      rest = captured(p);
      if (rest === 0) problem(p, restStart, endBefore(p), "'**_' captures nothing: leave it out");
      if (p.token === T.COMMA) advance(p);
      if (p.token !== T.RBRACE) fail(p, `no pattern may follow '**', found ${describe(p)}`);
      break;
    } else {
      const entryStart = startHere(p);
      const key = mappingKey(p);
      if (((p.nodes[key * NODE_SIZE] as number) & KIND_MASK) === Name) {
        problem(p, entryStart, endBefore(p), 'the key of a mapping pattern must be a literal or have a dot');
      }
      expect(p, T.COLON);
      const value = pattern(p);
      const entry = node(p, MatchEntry, entryStart, endBefore(p), key, value, 0, 0);
      if (first === 0) first = entry;
      else link(p, last, entry);
      last = entry;
    }
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  expect(p, T.RBRACE);
  return node(p, MatchMapping, start, endBefore(p), first, rest, 0, 0);
}

function mappingKey(p: ParserState): NodeId {
  if (p.token === T.NONE || p.token === T.TRUE || p.token === T.FALSE) return singleton(p);
  return p.token === T.NAME ? dottedName(p) : literal(p);
}

/** `a.b.c` as an expression. */
function dottedName(p: ParserState): NodeId {
  const start = startHere(p);
  let value = node(p, Name, start, p.ends[p.at] as number, p.values[p.at] as number, 0, 0, 0);
  advance(p);
  while (p.token === T.DOT) {
    advance(p);
    if (p.token !== T.NAME) fail(p, `expected a name, found ${describe(p)}`);
    const name = p.values[p.at] as number;
    advance(p);
    value = node(p, Attribute, start, endBefore(p), value, name, 0, 0);
  }
  return value;
}

/** A capture, `_`, a dotted value, or a class with its arguments. */
function namePattern(p: ParserState): NodeId {
  const start = startHere(p);
  if (peek(p) !== T.DOT && peek(p) !== T.LPAREN) {
    const name = captured(p);
    return node(p, MatchAs, start, endBefore(p), 0, name, 0, 0);
  }
  const value = dottedName(p);
  if (p.token !== T.LPAREN) return node(p, MatchValue, start, endBefore(p), value, 0, 0, 0);
  advance(p);
  let firstPattern = 0;
  let lastPattern = 0;
  let firstKeyword = 0;
  let lastKeyword = 0;
  while (p.token !== T.RPAREN) {
    const itemStart = startHere(p);
    if (p.token === T.NAME && peek(p) === T.EQUAL) {
      const name = p.values[p.at] as number;
      advance(p);
      advance(p);
      const nested = pattern(p);
      const item = node(p, MatchKeyword, itemStart, endBefore(p), name, nested, 0, 0);
      if (firstKeyword === 0) firstKeyword = item;
      else link(p, lastKeyword, item);
      lastKeyword = item;
    } else {
      const item = pattern(p);
      if (firstKeyword !== 0) problem(p, itemStart, endBefore(p), 'positional pattern follows keyword pattern');
      if (firstPattern === 0) firstPattern = item;
      else link(p, lastPattern, item);
      lastPattern = item;
    }
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  expect(p, T.RPAREN);
  return node(p, MatchClass, start, endBefore(p), value, firstPattern, firstKeyword, 0);
}
