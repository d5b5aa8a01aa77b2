// Expressions: operators by level, then what binds tighter (attributes, calls, subscripts), then atoms. Chains such as
// `a.b.c`, `a + b + c` and `x if a else y if b else z` are loops, so their length has no limit; only real nesting
// recurses, and counts against the depth budget.
//
// The files for brackets, calls, strings and parameters call back here, as the grammar does.

import { backticks, brace, bracket, parenthesis } from './brackets.ts';
import { callArguments, subscriptIndex } from './calls.ts';
import {
  CONTEXT_SHIFT,
  ConstantType,
  Context,
  FLAG_PARENTHESISED,
  KIND_MASK,
  Kind,
  NODE_SIZE,
  OPERATOR_SHIFT,
  Operator,
} from './layout.ts';
import { lambdaParameters } from './parameters.ts';
import {
  advance,
  DEPTH_LIMIT,
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
import { Level, levelOf, operatorOf, startsExpression } from './tables.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

// biome-ignore format: one block
const {
  Attribute, Await, BinOp, BoolOp, Call, Compare, CompareStep, Constant, IfExp, Lambda, Name, NamedExpr, Starred,
  Subscript, Tuple, UnaryOp, Yield, YieldFrom,
} = Kind;

const INVERSION = UnaryOp | (Operator.Not << OPERATOR_SHIFT);

export function enter(p: ParserState): void {
  if (++p.depth > DEPTH_LIMIT) fail(p, 'nested too deeply');
}

/** `a, *b, c` or a single one of them, as on the right of `=`. */
export function starExpressions(p: ParserState): NodeId {
  const start = startHere(p);
  const first = p.token === T.STAR ? starred(p) : expression(p);
  return p.token === T.COMMA ? tupleFrom(p, start, first) : first;
}

/** The rest of a tuple without parentheses, at its first comma. */
export function tupleFrom(p: ParserState, start: number, first: NodeId): NodeId {
  let last = first;
  while (p.token === T.COMMA) {
    advance(p);
    let item: NodeId;
    if (startsExpression[p.token] === 1) item = expression(p);
    else if (p.token === T.STAR) item = starred(p);
    else break;
    link(p, last, item);
    last = item;
  }
  return node(p, Tuple, start, endBefore(p), first, 0, 0, 0);
}

/** `*a`, where `a` binds as tightly as an operand of a comparison. */
export function starred(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const value = operand(p, Level.compare);
  return node(p, Starred, start, endBefore(p), value, 0, 0, 0);
}

/** `yield x` or an expression list: what may stand behind `=`. */
export function assigned(p: ParserState): NodeId {
  return p.token === T.YIELD ? yielded(p) : starExpressions(p);
}

export function yielded(p: ParserState): NodeId {
  const start = startHere(p);
  enter(p);
  advance(p);
  let kind = Yield;
  let value = 0;
  if (p.token === T.FROM) {
    advance(p);
    kind = YieldFrom;
    value = expression(p);
  } else if (startsExpression[p.token] === 1 || p.token === T.STAR) {
    value = starExpressions(p);
  }
  p.depth--;
  return node(p, kind, start, endBefore(p), value, 0, 0, 0);
}

/** An expression, or `name := expression`. */
export function namedExpression(p: ParserState): NodeId {
  const start = startHere(p);
  const target = expression(p);
  if (p.token !== T.COLONEQUAL) return target;
  const at = target * NODE_SIZE;
  const head = p.nodes[at] as number;
  if ((head & KIND_MASK) !== Name || (head & FLAG_PARENTHESISED) !== 0) {
    problem(p, start, endBefore(p), 'only a name can be assigned to with :=');
  }
  p.nodes[at] = head | (Context.store << CONTEXT_SHIFT);
  advance(p);
  const value = expression(p);
  return node(p, NamedExpr, start, endBefore(p), target, value, 0, 0);
}

export function expression(p: ParserState): NodeId {
  if (p.token === T.LAMBDA) return lambda(p);
  const start = startHere(p);
  const value = operand(p, Level.none);
  return p.token === T.IF ? conditional(p, start, value) : value;
}

/** `a if b else c if d else e`, at its first `if`. The chain nests to the right and all of it ends in one place. */
function conditional(p: ParserState, first: number, body: NodeId): NodeId {
  let start = first;
  let value = body;
  let outermost = 0;
  let innermost = 0;
  while (p.token === T.IF) {
    advance(p);
    const test = operand(p, Level.none);
    if (p.token !== T.ELSE) fail(p, "expected 'else' after 'if' expression");
    advance(p);
    const next = node(p, IfExp, start, 0, test, value, 0, 0);
    if (innermost === 0) outermost = next;
    else p.nodes[innermost * NODE_SIZE + 6] = next;
    innermost = next;
    start = startHere(p);
    value = p.token === T.LAMBDA ? lambda(p) : operand(p, Level.none);
  }
  p.nodes[innermost * NODE_SIZE + 6] = value;
  const end = endBefore(p);
  for (let at = outermost; ; at = p.nodes[at * NODE_SIZE + 6] as number) {
    p.nodes[at * NODE_SIZE + 2] = end;
    if (at === innermost) return outermost;
  }
}

function lambda(p: ParserState): NodeId {
  const start = startHere(p);
  enter(p);
  advance(p);
  const parameters = lambdaParameters(p);
  expect(p, T.COLON);
  const body = expression(p);
  p.depth--;
  return node(p, Lambda, start, endBefore(p), parameters, body, 0, 0);
}

/** An expression whose operators all bind tighter than `floor`. */
export function operand(p: ParserState, floor: number): NodeId {
  if (++p.depth > DEPTH_LIMIT) fail(p, 'nested too deeply');
  const start = p.starts[p.at] as number;
  let left: NodeId;
  if (p.token === T.NOT) {
    if (floor > Level.not) failUnexpected(p);
    advance(p);
    const value = operand(p, Level.not);
    left = node(p, INVERSION, start, endBefore(p), value, 0, 0, 0);
  } else {
    left = unary(p);
  }
  for (;;) {
    const level = levelOf[p.token] as number;
    if (level <= floor) break;
    if (level > Level.compare) {
      const head = BinOp | ((operatorOf[p.token] as number) << OPERATOR_SHIFT);
      advance(p);
      const right = operand(p, level);
      left = node(p, head, start, p.ends[p.at - 1] as number, left, right, 0, 0);
    } else if (level === Level.compare) {
      left = comparison(p, start, left);
    } else {
      left = junction(p, start, left, level);
    }
  }
  p.depth--;
  return left;
}

/** `a < b <= c`: one node with a step for each operator. */
function comparison(p: ParserState, start: number, left: NodeId): NodeId {
  let first = 0;
  let last = 0;
  while (levelOf[p.token] === Level.compare) {
    const stepStart = startHere(p);
    let operator = operatorOf[p.token] as number;
    if (p.token === T.NOT) {
      advance(p);
      if (p.token !== T.IN) fail(p, "expected 'in' after 'not'");
    } else if (p.token === T.IS && peek(p) === T.NOT) {
      advance(p);
      operator = Operator.IsNot;
    }
    advance(p);
    const right = operand(p, Level.compare);
    const step = node(p, CompareStep | (operator << OPERATOR_SHIFT), stepStart, endBefore(p), right, 0, 0, 0);
    if (first === 0) first = step;
    else link(p, last, step);
    last = step;
  }
  return node(p, Compare, start, endBefore(p), left, first, 0, 0);
}

/** `a or b or c`: one node for a run of one operator. */
function junction(p: ParserState, start: number, first: NodeId, level: number): NodeId {
  const token = p.token;
  let last = first;
  while (p.token === token) {
    advance(p);
    const value = operand(p, level);
    link(p, last, value);
    last = value;
  }
  return node(p, BoolOp | ((operatorOf[token] as number) << OPERATOR_SHIFT), start, endBefore(p), first, 0, 0, 0);
}

/** `-x`, `x ** y`, or a primary. */
function unary(p: ParserState): NodeId {
  const token = p.token;
  const start = p.starts[p.at] as number;
  if (token === T.MINUS || token === T.PLUS || token === T.TILDE) {
    const operator = token === T.MINUS ? Operator.USub : token === T.PLUS ? Operator.UAdd : Operator.Invert;
    enter(p);
    advance(p);
    const value = unary(p);
    p.depth--;
    return node(p, UnaryOp | (operator << OPERATOR_SHIFT), start, endBefore(p), value, 0, 0, 0);
  }
  const base = token === T.AWAIT ? awaited(p) : primary(p);
  if (p.token !== T.DOUBLESTAR) return base;
  enter(p);
  advance(p);
  const exponent = unary(p);
  p.depth--;
  return node(p, BinOp | (Operator.Pow << OPERATOR_SHIFT), start, endBefore(p), base, exponent, 0, 0);
}

function awaited(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const value = primary(p);
  return node(p, Await, start, endBefore(p), value, 0, 0, 0);
}

/** An atom with the attributes, calls and subscripts behind it. */
export function primary(p: ParserState): NodeId {
  const start = p.starts[p.at] as number;
  let value: NodeId;
  if (p.token === T.NAME) {
    value = node(p, Name, start, p.ends[p.at] as number, p.values[p.at] as number, 0, 0, 0);
    p.token = p.kinds[++p.at] as number;
  } else {
    value = atom(p);
  }
  for (;;) {
    if (p.token === T.DOT) {
      advance(p);
      const name = attributeName(p);
      value = node(p, Attribute, start, p.ends[p.at - 1] as number, value, name, 0, 0);
    } else if (p.token === T.LPAREN) {
      const at = value * NODE_SIZE;
      const kind = (p.nodes[at] as number) & KIND_MASK;
      const name = kind === Attribute ? (p.nodes[at + 5] as number) : kind === Name ? (p.nodes[at + 4] as number) : 0;
      const list = callArguments(p);
      value = node(p, Call, start, p.ends[p.at - 1] as number, value, list, name, 0);
    } else if (p.token === T.LBRACKET) {
      const index = subscriptIndex(p);
      value = node(p, Subscript, start, p.ends[p.at - 1] as number, value, index, 0, 0);
    } else {
      return value;
    }
  }
}

function attributeName(p: ParserState): number {
  if (p.token === T.NAME) {
    const name = p.values[p.at] as number;
    advance(p);
    return name;
  }
  if (p.token > T.NAME || p.token === T.EOF) fail(p, `expected a name after '.', found ${T.kindText[p.token]}`);
  // x.async, x.print    once names, keywords now; the statement is still clear
  const name = p.token;
  problem(p, startHere(p), p.ends[p.at] as number, `keyword '${T.kindText[p.token]}' used as an attribute name`);
  advance(p);
  return name;
}

function atom(p: ParserState): NodeId {
  const start = p.starts[p.at] as number;
  const end = p.ends[p.at] as number;
  let constant: number;
  switch (p.token) {
    case T.STRING:
    case T.FSTRING_START:
      return strings(p);
    case T.LPAREN:
      return parenthesis(p);
    case T.LBRACKET:
      return bracket(p);
    case T.LBRACE:
      return brace(p);
    case T.NUMBER:
      constant = p.values[p.at] as number;
      break;
    case T.NONE:
      constant = ConstantType.none;
      break;
    case T.TRUE:
      constant = ConstantType.true;
      break;
    case T.FALSE:
      constant = ConstantType.false;
      break;
    case T.ELLIPSIS:
      constant = ConstantType.ellipsis;
      break;
    case T.BACKTICK:
      return backticks(p);
    default:
      return failUnexpected(p);
  }
  advance(p);
  return node(p, Constant, start, end, 0, constant, 0, 0);
}
