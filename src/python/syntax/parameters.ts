// Parameters of functions and lambdas, and type parameters (PEP 695, 696).

import { expression, operand, starred } from './expressions.ts';
import { Kind, NODE_SIZE, ParameterRole } from './layout.ts';
import {
  advance,
  describe,
  endBefore,
  expect,
  fail,
  link,
  node,
  type ParserState,
  problem,
  startHere,
} from './state.ts';
import { Level } from './tables.ts';
import { assignTo } from './targets.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

const { Arguments, Parameter, ParamSpec, Tuple, TypeVar, TypeVarTuple } = Kind;

/** The parameters of a lambda, up to its `:`. */
export function lambdaParameters(p: ParserState): NodeId {
  return parameters(p, T.COLON, false);
}

/** The parameters of a function, from its `(` to behind its `)`. */
export function functionParameters(p: ParserState): NodeId {
  expect(p, T.LPAREN);
  const list = parameters(p, T.RPAREN, true);
  expect(p, T.RPAREN);
  return list;
}

function parameters(p: ParserState, closer: number, annotated: boolean): NodeId {
  const start = startHere(p);
  let first = 0;
  let last = 0;
  let role: number = ParameterRole.ordinary;
  let seenDefault = false;
  let seenSlash = false;
  let seenStar = false;
  let starNeedsName = false;
  while (p.token !== closer) {
    const itemStart = startHere(p);
    let item = 0;
    if (p.token === T.STAR) {
      if (seenStar) problem(p, itemStart, itemStart + 1, '* may appear only once among parameters');
      seenStar = true;
      advance(p);
      role = ParameterRole.keywordOnly;
      starNeedsName = p.token === T.COMMA || p.token === closer;
      if (!starNeedsName) item = parameter(p, ParameterRole.variadic, annotated);
    } else if (p.token === T.DOUBLESTAR) {
      advance(p);
      item = parameter(p, ParameterRole.keywordVariadic, annotated);
      if (p.token === T.COMMA) advance(p);
      if (p.token !== closer) problem(p, startHere(p), startHere(p), 'no parameter may follow one with **');
      seenStar = true;
    } else if (p.token === T.SLASH) {
      if (seenSlash || seenStar || first === 0) problem(p, itemStart, itemStart + 1, "'/' cannot stand here");
      seenSlash = true;
      advance(p);
      for (let at = first; at !== 0; at = p.nodes[at * NODE_SIZE + 3] as number) {
        if (p.nodes[at * NODE_SIZE + 7] === ParameterRole.ordinary)
          p.nodes[at * NODE_SIZE + 7] = ParameterRole.positionalOnly;
      }
    } else {
      item = p.token === T.LPAREN ? tupleParameter(p, role) : parameter(p, role, annotated);
      const hasDefault = p.nodes[item * NODE_SIZE + 6] !== 0;
      if (role === ParameterRole.ordinary && seenDefault && !hasDefault) {
        problem(p, itemStart, endBefore(p), 'parameter without a default follows one with a default');
      }
      seenDefault ||= hasDefault;
      starNeedsName = false;
    }
    if (item !== 0) {
      if (first === 0) first = item;
      else link(p, last, item);
      last = item;
    }
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  if (starNeedsName) problem(p, start, endBefore(p), 'a named parameter must follow a lone *');
  return node(p, Arguments, start, first === 0 ? start : endBefore(p), first, 0, 0, 0);
}

/** `name: annotation = default`. The span is that of `ast.arg`: neither stars nor default are within it. */
function parameter(p: ParserState, role: number, annotated: boolean): NodeId {
  const start = startHere(p);
  if (p.token !== T.NAME) fail(p, `expected a parameter, found ${describe(p)}`);
  const name = p.values[p.at] as number;
  advance(p);
  let annotation = 0;
  if (annotated && p.token === T.COLON) {
    advance(p);
    // *args: *Ts
    annotation = role === ParameterRole.variadic && p.token === T.STAR ? starred(p) : expression(p);
  }
  const end = endBefore(p);
  let value = 0;
  if (p.token === T.EQUAL) {
    if (role === ParameterRole.variadic || role === ParameterRole.keywordVariadic) {
      problem(p, startHere(p), startHere(p) + 1, 'a parameter with a star cannot have a default');
    }
    advance(p);
    value = expression(p);
  }
  return node(p, Parameter, start, end, name, annotation, value, role);
}

/** def f(a, (b, c)):    Python 2: a parameter without a name, whose `annotation` is the tuple that is unpacked */
function tupleParameter(p: ParserState, role: number): NodeId {
  const start = startHere(p);
  const target = operand(p, Level.compare);
  assignTo(p, target);
  if (((p.nodes[target * NODE_SIZE] as number) & 0xff) !== Tuple) {
    problem(p, start, endBefore(p), 'a parameter cannot be parenthesised');
  }
  let value = 0;
  if (p.token === T.EQUAL) {
    advance(p);
    value = expression(p);
  }
  return node(p, Parameter, start, endBefore(p), 0, target, value, role);
}

/** `[T: bound = default, *Ts, **P]`, from its `[` to behind its `]`; 0 when the cursor is at something else. */
export function typeParameters(p: ParserState): NodeId {
  if (p.token !== T.LBRACKET) return 0;
  advance(p);
  let first = 0;
  let last = 0;
  let seenDefault = false;
  while (p.token !== T.RBRACKET) {
    const start = startHere(p);
    let kind = TypeVar;
    if (p.token === T.STAR || p.token === T.DOUBLESTAR) {
      kind = p.token === T.STAR ? TypeVarTuple : ParamSpec;
      advance(p);
    }
    if (p.token !== T.NAME) fail(p, `expected a type parameter, found ${describe(p)}`);
    const name = p.values[p.at] as number;
    advance(p);
    let bound = 0;
    if (kind === TypeVar && p.token === T.COLON) {
      advance(p);
      bound = expression(p);
    }
    let value = 0;
    if (p.token === T.EQUAL) {
      advance(p);
      value = kind === TypeVarTuple && p.token === T.STAR ? starred(p) : expression(p);
      seenDefault = true;
    } else if (seenDefault) {
      problem(p, start, endBefore(p), 'type parameter without a default follows one with a default');
    }
    const end = endBefore(p);
    const item =
      kind === TypeVar
        ? node(p, kind, start, end, name, bound, value, 0)
        : node(p, kind, start, end, name, value, 0, 0);
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  if (first === 0) problem(p, startHere(p), startHere(p), 'type parameters cannot be empty');
  expect(p, T.RBRACKET);
  return first;
}
