// Lists of statements, and what happens when one of them cannot be read. A failure is thrown up to the nearest list,
// which puts a Damaged node in the statement's place, goes on behind the end of its logical line, and still reads the
// block under it. So a broken statement costs that statement, wherever it stands.

import { compoundStatement, matchStatement, startsMatch } from './compound-statements.ts';
import { enter } from './expressions.ts';
import { FLAG_MARKED, KIND_MASK, Kind, NODE_SIZE } from './layout.ts';
import { execStatement, printStatement, startsLegacyStatement } from './legacy-statements.ts';
import { LAST_SOFT_KEYWORD, Soft } from './names.ts';
import { reportFailure, skipBlock, skipLine } from './recovery.ts';
import { expressionStatement, importFrom, importStatement, keywordStatement, typeAlias } from './simple-statements.ts';
import {
  advance,
  DEPTH_LIMIT,
  describe,
  fail,
  link,
  moveTo,
  node,
  type ParserState,
  peek,
  problem,
  startHere,
} from './state.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

const { Damaged } = Kind;

/** Statements up to the end of the block, or of the file; gives the first. */
export function statements(p: ParserState): NodeId {
  let first = 0;
  let last = 0;
  const depth = p.depth;
  while (p.token !== T.DEDENT && p.token !== T.EOF) {
    if (p.token === T.NEWLINE) {
      advance(p);
      continue;
    }
    const from = p.at;
    const top = p.top;
    let item: NodeId;
    try {
      item = statement(p);
    } catch (error) {
      if (error !== p.failure) throw error;
      p.depth = depth;
      item = recover(p, from, top);
    }
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
  }
  return first;
}

/** The suite of a compound statement, behind its colon: a block, or simple statements on the same line. */
export function block(p: ParserState): NodeId {
  let first = 0;
  if (p.token !== T.NEWLINE) {
    first = inlineStatements(p);
  } else if (peek(p) === T.INDENT) {
    advance(p);
    advance(p);
    enter(p);
    first = statements(p);
    p.depth--;
    setBlockEnd(p);
    if (p.token === T.DEDENT) advance(p);
    return first;
  } else {
    advance(p);
    problem(p, startHere(p), startHere(p), 'expected an indented block');
  }
  setBlockEnd(p);
  return first;
}

/** Simple statements up to the end of the line. */
function inlineStatements(p: ParserState): NodeId {
  let first = 0;
  let last = 0;
  // if a: if b: c    is no Python, but it is read, so it nests
  enter(p);
  do {
    const start = startHere(p);
    const item = statement(p);
    if (isCompound(p, item)) problem(p, start, start, 'a compound statement must start on a line of its own');
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
  } while (p.kinds[p.at - 1] === T.SEMICOLON);
  p.depth--;
  return first;
}

function isCompound(p: ParserState, item: NodeId): boolean {
  switch ((p.nodes[item * NODE_SIZE] as number) & KIND_MASK) {
    case Kind.If:
    case Kind.For:
    case Kind.While:
    case Kind.With:
    case Kind.Try:
    case Kind.FunctionDef:
    case Kind.ClassDef:
    case Kind.Match:
      return true;
    default:
      return false;
  }
}

/** Where CPython lets a compound statement end: behind the last token of its last line, a semicolon included. */
function setBlockEnd(p: ParserState): void {
  let at = p.at - 1;
  while (at > 0 && isLayout(p.kinds[at] as number)) at--;
  p.blockEnd = p.ends[at] as number;
}

function isLayout(kind: number): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}

/** One statement, with the end of line or semicolon behind it. */
function statement(p: ParserState): NodeId {
  const token = p.token;
  let item = 0;
  if (token === T.NAME) {
    if ((p.values[p.at] as number) <= LAST_SOFT_KEYWORD) {
      item = softKeywordStatement(p);
      if (item !== 0 && isLayout(p.kinds[p.at - 1] as number)) return item;
    }
    if (item === 0) item = expressionStatement(p);
  } else if (token < T.NAME && token !== T.EOF) {
    item = keywordStatement(p);
    if (item === 0) {
      const afterSemicolon = p.at > 0 && p.kinds[p.at - 1] === T.SEMICOLON;
      const start = startHere(p);
      item = compoundStatement(p);
      if (item !== 0) {
        if (afterSemicolon) problem(p, start, start, 'a compound statement must start on a line of its own');
        return item;
      }
      item = expressionStatement(p);
    }
  } else if (token === T.AT) {
    return compoundStatement(p);
  } else if (token === T.INDENT) {
    return unexpectedBlock(p);
  } else {
    item = expressionStatement(p);
  }
  endOfStatement(p);
  return item;
}

function endOfStatement(p: ParserState): void {
  if (p.token === T.SEMICOLON) {
    advance(p);
    if (p.token === T.NEWLINE) advance(p);
  } else if (p.token === T.NEWLINE) {
    advance(p);
  } else {
    fail(p, `unexpected ${describe(p)}`);
  }
}

/** A statement that a soft keyword starts; 0 when the word at the cursor is just a name. */
function softKeywordStatement(p: ParserState): NodeId {
  switch (p.values[p.at]) {
    case Soft.match:
      return startsMatch(p) ? matchStatement(p) : 0;
    case Soft.type:
      if (peek(p) !== T.NAME) return 0;
      return typeAlias(p);
    case Soft.print:
      return startsLegacyStatement(p) ? printStatement(p) : 0;
    case Soft.exec:
      return startsLegacyStatement(p) ? execStatement(p) : 0;
    case Soft.lazy: {
      const next = peek(p);
      if (next !== T.IMPORT && next !== T.FROM) return 0;
      const start = startHere(p);
      advance(p);
      return next === T.IMPORT ? importStatement(p, start, FLAG_MARKED) : importFrom(p, start, FLAG_MARKED);
    }
    default:
      return 0;
  }
}

/** A block that no statement announced. */
function unexpectedBlock(p: ParserState): NodeId {
  const start = startHere(p);
  problem(p, start, start, 'unexpected indent');
  advance(p);
  enter(p);
  const body = statements(p);
  p.depth--;
  setBlockEnd(p);
  if (p.token === T.DEDENT) advance(p);
  return node(p, Damaged, start, Math.max(start, p.blockEnd), body, 0, 0, 0);
}

/** Puts something in the place of the statement that started at token `from`, when the arena's top was `top`. */
function recover(p: ParserState, from: number, top: number): NodeId {
  if (p.clauseNode !== 0) {
    const kept = p.clauseNode;
    reportFailure(p, p.clauseAt);
    p.clauseNode = 0;
    p.top = p.clauseTop;
    moveTo(p, p.clauseAt);
    return kept;
  }
  reportFailure(p, from);
  p.top = top;
  if (p.at < from) moveTo(p, from);
  const body = damagedBody(p);
  const start = p.starts[from] as number;
  return node(p, Damaged, start, Math.max(start, p.blockEnd), body, 0, 0, 0);
}

/** Leaves the logical line at the cursor, and reads the block under it if there is one. */
export function damagedBody(p: ParserState): NodeId {
  skipLine(p);
  let body = 0;
  if (p.token === T.INDENT) {
    advance(p);
    if (p.depth < DEPTH_LIMIT) {
      p.depth++;
      body = statements(p);
      p.depth--;
    } else {
      skipBlock(p);
    }
    setBlockEnd(p);
    if (p.token === T.DEDENT) advance(p);
  }
  setBlockEnd(p);
  return body;
}
