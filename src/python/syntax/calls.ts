// What stands behind a primary in brackets: arguments of calls (and of class statements), and subscripts.

import { close, comprehensions } from './brackets.ts';
import { expression, namedExpression } from './expressions.ts';
import { Kind, NODE_SIZE, SLOT_END, SLOT_START } from './layout.ts';
import { advance, endBefore, fail, link, node, type ParserState, problem, startHere } from './state.ts';
import { startsExpression } from './tables.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

const { GeneratorExp, Keyword, Slice, Starred, Tuple } = Kind;

/** The arguments of a call, from its `(` to behind its `)`: gives the first. */
export function callArguments(p: ParserState): NodeId {
  const open = p.starts[p.at] as number;
  let first = 0;
  let last = 0;
  let seenKeyword = false;
  let seenUnpacking = false;
  advance(p);
  while (p.token !== T.RPAREN) {
    const start = p.starts[p.at] as number;
    let item: NodeId;
    if (p.token === T.NAME && p.kinds[p.at + 1] === T.EQUAL) {
      const name = p.values[p.at] as number;
      advance(p);
      advance(p);
      const value = expression(p);
      item = node(p, Keyword, start, endBefore(p), name, value, 0, 0);
      seenKeyword = true;
    } else if (p.token === T.STAR) {
      item = starredExpression(p);
      if (seenUnpacking) problem(p, start, endBefore(p), 'iterable unpacking follows keyword unpacking');
    } else if (p.token === T.DOUBLESTAR) {
      advance(p);
      const value = expression(p);
      item = node(p, Keyword, start, endBefore(p), 0, value, 0, 0);
      seenUnpacking = true;
    } else {
      item = namedExpression(p);
      if (p.token === T.FOR || p.token === T.ASYNC) {
        item = generatorArgument(p, start, item);
        if (p.token === T.RPAREN && first === 0) {
          // f(x for x in y)    ast gives the generator the parentheses of the call
          p.nodes[item * NODE_SIZE + SLOT_START] = open;
          p.nodes[item * NODE_SIZE + SLOT_END] = p.ends[p.at] as number;
        } else {
          problem(p, start, endBefore(p), 'a generator that is not the only argument needs parentheses');
        }
      } else if (p.token === T.EQUAL) {
        fail(p, 'an expression cannot be the name of a keyword argument');
      }
      if (seenKeyword || seenUnpacking) problem(p, start, endBefore(p), 'positional argument follows keyword argument');
    }
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  close(p, T.RPAREN);
  return first;
}

function generatorArgument(p: ParserState, start: number, element: NodeId): NodeId {
  const generators = comprehensions(p);
  return node(p, GeneratorExp, start, endBefore(p), element, generators, 0, 0);
}

/** `*a` where `a` is a whole expression: in calls and subscripts. */
function starredExpression(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const value = expression(p);
  if (p.token !== T.FOR && p.token !== T.ASYNC) return node(p, Starred, start, endBefore(p), value, 0, 0, 0);
  // f(*x for x in y)    PEP 798
  const element = node(p, Starred, start, endBefore(p), value, 0, 0, 0);
  return generatorArgument(p, start, element);
}

/** The index of a subscript, from its `[` to behind its `]`. */
export function subscriptIndex(p: ParserState): NodeId {
  advance(p);
  const start = startHere(p);
  const isStarred = p.token === T.STAR;
  const first = isStarred ? starredExpression(p) : slice(p);
  let index = first;
  if (isStarred || p.token === T.COMMA) {
    let last = first;
    while (p.token === T.COMMA) {
      advance(p);
      if (p.token === T.RBRACKET) break;
      const item = p.token === T.STAR ? starredExpression(p) : slice(p);
      link(p, last, item);
      last = item;
    }
    index = node(p, Tuple, start, endBefore(p), first, 0, 0, 0);
  }
  close(p, T.RBRACKET);
  return index;
}

/** `a`, `a:b`, `a:b:c`, any of them left out. */
function slice(p: ParserState): NodeId {
  const start = startHere(p);
  let lower = 0;
  if (p.token !== T.COLON) {
    lower = namedExpression(p);
    if (p.token !== T.COLON) return lower;
  }
  advance(p);
  const upper = startsExpression[p.token] === 1 ? expression(p) : 0;
  let step = 0;
  if (p.token === T.COLON) {
    advance(p);
    if (startsExpression[p.token] === 1) step = expression(p);
  }
  return node(p, Slice, start, endBefore(p), lower, upper, step, 0);
}
