// Statements with blocks. The node of a statement with several clauses is made before its later clauses are read, so
// that a broken `elif` or `except` line does not take with it what stands above it (see `recover` in statements.ts).

import { loopTarget } from './brackets.ts';
import { callArguments } from './calls.ts';
import { expression, namedExpression, operand, starExpressions, starred, tupleFrom } from './expressions.ts';
import { FLAG_MARKED, KIND_MASK, Kind, NODE_SIZE, SLOT_END, SLOT_NEXT, SLOT_START } from './layout.ts';
import { Soft } from './names.ts';
import { functionParameters, typeParameters } from './parameters.ts';
import { guard, topPattern } from './patterns.ts';
import { reportFailure } from './recovery.ts';
import {
  advance,
  describe,
  endBefore,
  expect,
  fail,
  link,
  moveTo,
  node,
  type ParserState,
  peek,
  problem,
  startHere,
} from './state.ts';
import { block, damagedBody } from './statements.ts';
import { Level, startsExpression } from './tables.ts';
import { assignTo } from './targets.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

// biome-ignore format: one block
const {
  ClassDef, ClassHead, Damaged, ExceptHandler, Expr, For, FunctionDef, FunctionHead, If, Match, MatchCase, Tuple, Try, While,
  With, WithItem,
} = Kind;

/** The compound statement at the cursor; 0 when there is none. */
export function compoundStatement(p: ParserState): NodeId {
  switch (p.token) {
    case T.IF:
      return ifStatement(p);
    case T.DEF:
      return functionDefinition(p, startHere(p), 0, 0);
    case T.FOR:
      return forStatement(p, startHere(p), 0);
    case T.TRY:
      return tryStatement(p);
    case T.WITH:
      return withStatement(p, startHere(p), 0);
    case T.CLASS:
      return classDefinition(p, 0);
    case T.AT:
      return decorated(p);
    case T.WHILE:
      return whileStatement(p);
    case T.ASYNC:
      return asyncStatement(p, 0);
    default:
      return 0;
  }
}

/** Sets the fields of a node that was made before they were known. */
function setField(p: ParserState, id: NodeId, slot: number, value: number): void {
  p.nodes[id * NODE_SIZE + 4 + slot] = value;
}

function setEnd(p: ParserState, id: NodeId): void {
  p.nodes[id * NODE_SIZE + SLOT_END] = p.blockEnd;
}

/** The header of a later clause starts: should it fail, `statement` stands as it is and the clause is read alone. */
function openClause(p: ParserState, statement: NodeId): void {
  setEnd(p, statement);
  p.clauseNode = statement;
  p.clauseAt = p.at;
  p.clauseTop = p.top;
  advance(p);
}

/** The header is read: its colon, then the block. */
function clauseBlock(p: ParserState): NodeId {
  colon(p);
  p.clauseNode = 0;
  return block(p);
}

function colon(p: ParserState): void {
  if (p.token === T.COLON) {
    advance(p);
  } else if (p.token === T.NEWLINE && peek(p) === T.INDENT) {
    problem(p, startHere(p), startHere(p), "expected ':'");
  } else {
    fail(p, `expected ':', found ${describe(p)}`);
  }
}

function ifStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const test = namedExpression(p);
  colon(p);
  const outermost = node(p, If, start, start, test, 0, 0, 0);
  setField(p, outermost, 1, block(p));
  let innermost = outermost;
  while (p.token === T.ELIF) {
    const clauseStart = startHere(p);
    setEnd(p, innermost);
    openClause(p, outermost);
    const clauseTest = namedExpression(p);
    colon(p);
    p.clauseNode = 0;
    const clause = node(p, If, clauseStart, clauseStart, clauseTest, 0, 0, 0);
    setField(p, innermost, 2, clause);
    setField(p, clause, 1, block(p));
    innermost = clause;
  }
  if (p.token === T.ELSE) {
    openClause(p, outermost);
    setField(p, innermost, 2, clauseBlock(p));
  }
  closeChain(p, outermost, innermost);
  return outermost;
}

/** `elif` nests: all the statements of a chain end where the last one does. */
function closeChain(p: ParserState, outermost: NodeId, innermost: NodeId): void {
  for (let at = outermost; ; at = p.nodes[at * NODE_SIZE + 6] as number) {
    setEnd(p, at);
    if (at === innermost) return;
  }
}

function whileStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const test = namedExpression(p);
  colon(p);
  const statement = node(p, While, start, start, test, 0, 0, 0);
  setField(p, statement, 1, block(p));
  elseClause(p, statement, 2);
  setEnd(p, statement);
  return statement;
}

function elseClause(p: ParserState, statement: NodeId, slot: number): void {
  if (p.token !== T.ELSE) return;
  openClause(p, statement);
  setField(p, statement, slot, clauseBlock(p));
}

function forStatement(p: ParserState, start: number, marked: number): NodeId {
  advance(p);
  const target = loopTarget(p);
  if (p.token !== T.IN) fail(p, `expected 'in', found ${describe(p)}`);
  advance(p);
  const iterable = starExpressions(p);
  colon(p);
  const statement = node(p, For | marked, start, start, target, iterable, 0, 0);
  setField(p, statement, 2, block(p));
  elseClause(p, statement, 3);
  setEnd(p, statement);
  return statement;
}

function tryStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  colon(p);
  const statement = node(p, Try, start, start, 0, 0, 0, 0);
  setField(p, statement, 0, block(p));
  let last = 0;
  let stars = 0;
  let clauses = 0;
  while (p.token === T.EXCEPT) {
    const clauseStart = startHere(p);
    openClause(p, statement);
    if (p.token === T.STAR) {
      advance(p);
      stars++;
      if (p.token === T.COLON) problem(p, clauseStart, endBefore(p), "expected exception types after 'except*'");
    }
    clauses++;
    if (stars !== 0 && stars !== clauses) {
      problem(p, clauseStart, endBefore(p), "cannot have both 'except' and 'except*' on the same 'try'");
    }
    const handler = exceptHandler(p, clauseStart);
    if (last === 0) setField(p, statement, 1, handler);
    else link(p, last, handler);
    last = handler;
  }
  if (stars !== 0) p.nodes[statement * NODE_SIZE] = Try | FLAG_MARKED;
  if (p.token === T.ELSE && last !== 0) elseClause(p, statement, 2);
  const hasFinally = p.token === T.FINALLY;
  if (hasFinally) {
    openClause(p, statement);
    setField(p, statement, 3, clauseBlock(p));
  }
  if (last === 0 && !hasFinally && p.nodes[statement * NODE_SIZE + 4] !== 0) {
    problem(p, startHere(p), startHere(p), "expected 'except' or 'finally' block");
  }
  setEnd(p, statement);
  return statement;
}

/** `except A, B as name:`, behind `except`; in Python 2, `except E, name:` reads as a tuple, as CPython 3.14 reads it. */
function exceptHandler(p: ParserState, start: number): NodeId {
  let type = 0;
  let name = 0;
  if (p.token !== T.COLON && p.token !== T.NEWLINE) {
    const typeStart = startHere(p);
    type = expression(p);
    const isTuple = p.token === T.COMMA;
    if (isTuple) type = tupleFrom(p, typeStart, type);
    if (p.token === T.AS) {
      if (isTuple) problem(p, typeStart, endBefore(p), "several exception types need brackets when 'as' is used");
      advance(p);
      if (p.token !== T.NAME) fail(p, `expected a name after 'as', found ${describe(p)}`);
      name = p.values[p.at] as number;
      advance(p);
    }
  }
  colon(p);
  p.clauseNode = 0;
  const handler = node(p, ExceptHandler, start, start, type, name, 0, 0);
  setField(p, handler, 2, block(p));
  setEnd(p, handler);
  return handler;
}

function withStatement(p: ParserState, start: number, marked: number): NodeId {
  advance(p);
  let first = 0;
  if (p.token === T.LPAREN) first = bracketedItems(p);
  if (first === 0) {
    let last = 0;
    for (;;) {
      const item = withItem(p);
      if (first === 0) first = item;
      else link(p, last, item);
      last = item;
      if (p.token !== T.COMMA) break;
      advance(p);
    }
  }
  colon(p);
  const statement = node(p, With | marked, start, start, first, 0, 0, 0);
  setField(p, statement, 1, block(p));
  setEnd(p, statement);
  return statement;
}

function withItem(p: ParserState): NodeId {
  const start = startHere(p);
  const context = expression(p);
  let target = 0;
  if (p.token === T.AS) {
    advance(p);
    target = p.token === T.STAR ? starred(p) : operand(p, Level.compare);
    assignTo(p, target);
  }
  return node(p, WithItem, start, endBefore(p), context, target, 0, 0);
}

/**
 * `with (a as b, c):`. Tried when the bracket's match is followed by the colon, and undone when the brackets turn out
 * to hold something else (`with (yield x):`, `with (a for a in b):`): gives 0 then. Brackets cannot hold another
 * `with`, so this reads a statement twice at most.
 */
function bracketedItems(p: ParserState): NodeId {
  const { at, top } = p;
  let depth = 0;
  let match = at;
  for (; ; match++) {
    const kind = p.kinds[match] as number;
    if (kind === T.LPAREN || kind === T.LBRACKET || kind === T.LBRACE) depth++;
    else if (kind === T.RPAREN || kind === T.RBRACKET || kind === T.RBRACE) {
      if (--depth === 0) break;
    } else if (kind === T.NEWLINE || kind === T.EOF) return 0;
  }
  if (p.kinds[match + 1] !== T.COLON) return 0;
  advance(p);
  let first = 0;
  let last = 0;
  while (startsExpression[p.token] === 1) {
    const item = withItem(p);
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
    if (p.token !== T.COMMA) break;
    advance(p);
  }
  if (first !== 0 && p.at === match) {
    advance(p);
    return first;
  }
  p.top = top;
  moveTo(p, at);
  return 0;
}

function decorated(p: ParserState): NodeId {
  const from = p.at;
  let first = 0;
  let last = 0;
  while (p.token === T.AT) {
    advance(p);
    const decorator = namedExpression(p);
    if (p.token !== T.NEWLINE) fail(p, `unexpected ${describe(p)}`);
    advance(p);
    if (first === 0) first = decorator;
    else link(p, last, decorator);
    last = decorator;
  }
  if (p.token === T.DEF) return functionDefinition(p, startHere(p), 0, first);
  if (p.token === T.CLASS) return classDefinition(p, first);
  if (p.token === T.ASYNC && peek(p) === T.DEF) return asyncStatement(p, first);
  // The line below is a statement of its own: only the decorators are damaged.
  problem(p, startHere(p), startHere(p), 'a decorator needs a function or a class below it');
  const body = asStatements(p, first);
  return node(p, Damaged, p.starts[from] as number, p.ends[p.at - 2] as number, body, 0, 0, 0);
}

/** A list of expressions as one of expression statements. */
function asStatements(p: ParserState, expressions: NodeId): NodeId {
  let first = 0;
  let last = 0;
  let value = expressions;
  while (value !== 0) {
    const at = value * NODE_SIZE;
    const following = p.nodes[at + SLOT_NEXT] as number;
    link(p, value, 0);
    const statement = node(
      p,
      Expr,
      p.nodes[at + SLOT_START] as number,
      p.nodes[at + SLOT_END] as number,
      value,
      0,
      0,
      0,
    );
    if (first === 0) first = statement;
    else link(p, last, statement);
    last = statement;
    value = following;
  }
  return first;
}

function asyncStatement(p: ParserState, decorators: NodeId): NodeId {
  const start = startHere(p);
  const next = peek(p);
  if (next !== T.DEF && next !== T.FOR && next !== T.WITH) fail(p, "expected 'def', 'for' or 'with' after 'async'");
  advance(p);
  if (next === T.DEF) return functionDefinition(p, start, FLAG_MARKED, decorators);
  return next === T.FOR ? forStatement(p, start, FLAG_MARKED) : withStatement(p, start, FLAG_MARKED);
}

function functionDefinition(p: ParserState, start: number, marked: number, decorators: NodeId): NodeId {
  advance(p);
  if (p.token !== T.NAME) fail(p, `expected the name of a function, found ${describe(p)}`);
  const name = p.values[p.at] as number;
  advance(p);
  const types = typeParameters(p);
  const parameters = functionParameters(p);
  let returns = 0;
  if (p.token === T.ARROW) {
    advance(p);
    returns = expression(p);
  }
  let head = 0;
  if (decorators !== 0 || returns !== 0 || types !== 0) {
    const headStart = decorators === 0 ? start : (p.nodes[decorators * NODE_SIZE + 1] as number);
    head = node(p, FunctionHead, headStart, endBefore(p), decorators, returns, types, 0);
  }
  colon(p);
  const statement = node(p, FunctionDef | marked, start, start, name, parameters, 0, head);
  setField(p, statement, 2, block(p));
  setEnd(p, statement);
  return statement;
}

function classDefinition(p: ParserState, decorators: NodeId): NodeId {
  const start = startHere(p);
  advance(p);
  if (p.token !== T.NAME) fail(p, `expected the name of a class, found ${describe(p)}`);
  const name = p.values[p.at] as number;
  advance(p);
  const types = typeParameters(p);
  const list = p.token === T.LPAREN ? callArguments(p) : 0;
  if (list !== 0 && ((p.nodes[list * NODE_SIZE] as number) & KIND_MASK) === Kind.GeneratorExp) baseGenerator(p, list);
  let head = 0;
  if (decorators !== 0 || types !== 0) {
    const headStart = decorators === 0 ? start : (p.nodes[decorators * NODE_SIZE + 1] as number);
    head = node(p, ClassHead, headStart, endBefore(p), decorators, types, 0, 0);
  }
  colon(p);
  const statement = node(p, ClassDef, start, start, name, list, 0, head);
  setField(p, statement, 2, block(p));
  setEnd(p, statement);
  return statement;
}

/** class C(x for x in y):    a call may have that, a class may not */
function baseGenerator(p: ParserState, base: NodeId): void {
  const start = p.nodes[base * NODE_SIZE + 1] as number;
  if (p.nodes[base * NODE_SIZE + SLOT_END] !== endBefore(p)) return;
  problem(p, start, endBefore(p), 'a generator among the bases of a class needs parentheses');
}

/**
 * Whether the name `match` at the cursor starts a match statement: its line ends with a colon and the block under it
 * starts with the word `case`. No expression statement looks like that.
 */
export function startsMatch(p: ParserState): boolean {
  const next = peek(p);
  if (startsExpression[next] !== 1 && next !== T.STAR) return false;
  let at = p.at + 1;
  while (p.kinds[at] !== T.NEWLINE && p.kinds[at] !== T.EOF) at++;
  if (p.kinds[at - 1] !== T.COLON || p.kinds[at + 1] !== T.INDENT) return false;
  return p.kinds[at + 2] === T.NAME && p.values[at + 2] === Soft.case;
}

export function matchStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const subjectStart = startHere(p);
  let subject = p.token === T.STAR ? starred(p) : namedExpression(p);
  if (p.token === T.COMMA) subject = subjectTuple(p, subjectStart, subject);
  else if (p.kinds[p.at - 1] !== T.STAR && ((p.nodes[subject * NODE_SIZE] as number) & KIND_MASK) === Kind.Starred) {
    problem(p, subjectStart, endBefore(p), 'a starred expression needs a tuple around it');
  }
  expect(p, T.COLON);
  const statement = node(p, Match, start, start, subject, 0, 0, 0);
  p.blockEnd = endBefore(p);
  advance(p);
  advance(p);
  let last = 0;
  while (p.token !== T.DEDENT && p.token !== T.EOF) {
    const item = caseClause(p);
    setEnd(p, item);
    if (last === 0) setField(p, statement, 1, item);
    else link(p, last, item);
    last = item;
  }
  if (p.token === T.DEDENT) advance(p);
  setEnd(p, statement);
  return statement;
}

/** A clause that cannot be read keeps its block; its pattern is then 0. */
function caseClause(p: ParserState): NodeId {
  const { at: from, top, depth } = p;
  const start = startHere(p);
  let pattern = 0;
  let condition = 0;
  try {
    if (p.token !== T.NAME || p.values[from] !== Soft.case) fail(p, `expected 'case', found ${describe(p)}`);
    advance(p);
    pattern = topPattern(p);
    condition = guard(p);
    colon(p);
  } catch (error) {
    if (error !== p.failure) throw error;
    p.depth = depth;
    p.top = top;
    reportFailure(p, from);
    return node(p, MatchCase, start, start, 0, 0, damagedBody(p), 0);
  }
  const item = node(p, MatchCase, start, start, pattern, condition, 0, 0);
  setField(p, item, 2, block(p));
  return item;
}

/** match a, *b:    here `:=` may stand without brackets */
function subjectTuple(p: ParserState, start: number, first: NodeId): NodeId {
  let last = first;
  while (p.token === T.COMMA) {
    advance(p);
    if (startsExpression[p.token] !== 1 && p.token !== T.STAR) break;
    const item = p.token === T.STAR ? starred(p) : namedExpression(p);
    link(p, last, item);
    last = item;
  }
  return node(p, Tuple, start, endBefore(p), first, 0, 0, 0);
}
