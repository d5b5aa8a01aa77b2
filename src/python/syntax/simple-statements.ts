// Statements of one line: expressions and assignments, imports, and those that start with a keyword of their own.

import { assigned, expression, starExpressions, starred } from './expressions.ts';
import { FLAG_MARKED, KIND_MASK, Kind, NODE_SIZE, OPERATOR_SHIFT } from './layout.ts';
import { typeParameters } from './parameters.ts';
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
import { operatorOf, startsExpression } from './tables.ts';
import { assignTo, assignToOne, deleteFrom, isSimple } from './targets.ts';
import * as T from './token-kinds.ts';
import type { NameId, NodeId } from './tree.ts';

// biome-ignore format: one block
const {
  Alias, AnnAssign, Assert, Assign, AugAssign, Break, Continue, Delete, Expr, Global, Identifier, Import, ImportFrom,
  Name, Nonlocal, Pass, Raise, Return, TypeAlias,
} = Kind;

/** The simple statement that the keyword at the cursor starts; 0 when it starts none. */
export function keywordStatement(p: ParserState): NodeId {
  switch (p.token) {
    case T.RETURN:
      return returnStatement(p);
    case T.IMPORT:
      return importStatement(p, startHere(p), 0);
    case T.FROM:
      return importFrom(p, startHere(p), 0);
    case T.RAISE:
      return raiseStatement(p);
    case T.PASS:
      return bare(p, Pass);
    case T.BREAK:
      return bare(p, Break);
    case T.CONTINUE:
      return bare(p, Continue);
    case T.ASSERT:
      return assertStatement(p);
    case T.DEL:
      return deleteStatement(p);
    case T.GLOBAL:
      return declaration(p, Global);
    case T.NONLOCAL:
      return declaration(p, Nonlocal);
    default:
      return 0;
  }
}

function bare(p: ParserState, kind: number): NodeId {
  const start = startHere(p);
  advance(p);
  return node(p, kind, start, endBefore(p), 0, 0, 0, 0);
}

/** An expression, an assignment of any kind, or an annotation. */
export function expressionStatement(p: ParserState): NodeId {
  const start = p.starts[p.at] as number;
  const value = assigned(p);
  if (p.token === T.EQUAL) return assignment(p, start, value);
  if (p.token === T.COLON) return annotated(p, start, value);
  if (p.token >= T.FIRST_AUGMENTED && p.token <= T.LAST_AUGMENTED) return augmented(p, start, value);
  return node(p, Expr, start, p.ends[p.at - 1] as number, value, 0, 0, 0);
}

function assignment(p: ParserState, start: number, first: NodeId): NodeId {
  let target = first;
  for (;;) {
    assignTo(p, target);
    advance(p);
    const value = assigned(p);
    if (p.token !== T.EQUAL) return node(p, Assign, start, endBefore(p), first, value, 0, 0);
    link(p, target, value);
    target = value;
  }
}

function annotated(p: ParserState, start: number, target: NodeId): NodeId {
  const kind = (p.nodes[target * NODE_SIZE] as number) & KIND_MASK;
  if (kind !== Name && kind !== Kind.Attribute && kind !== Kind.Subscript) {
    // `else if x:`, `foo(x):`    not an annotation, but something whose first word is wrong
    if (p.kinds[p.at + 1] === T.NEWLINE) fail(p, "unexpected ':'");
  }
  const simple = isSimple(p, target) ? FLAG_MARKED : 0;
  assignToOne(p, target, 'an annotation');
  advance(p);
  const annotation = expression(p);
  let value = 0;
  if (p.token === T.EQUAL) {
    advance(p);
    value = assigned(p);
  }
  return node(p, AnnAssign | simple, start, endBefore(p), target, annotation, value, 0);
}

function augmented(p: ParserState, start: number, target: NodeId): NodeId {
  const operator = operatorOf[p.token - T.AUGMENTED] as number;
  assignToOne(p, target, 'an augmented assignment');
  advance(p);
  const value = assigned(p);
  return node(p, AugAssign | (operator << OPERATOR_SHIFT), start, endBefore(p), target, value, 0, 0);
}

function returnStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  let value = 0;
  if (startsExpression[p.token] === 1 || p.token === T.STAR) value = starExpressions(p);
  return node(p, Return, start, endBefore(p), value, 0, 0, 0);
}

/** `raise E from cause`, or Python 2's `raise E, value, traceback` */
function raiseStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  let exception = 0;
  let cause = 0;
  let value = 0;
  let traceback = 0;
  if (startsExpression[p.token] === 1) {
    exception = expression(p);
    if (p.token === T.FROM) {
      advance(p);
      cause = expression(p);
    } else if (p.token === T.COMMA) {
      advance(p);
      value = expression(p);
      if (p.token === T.COMMA) {
        advance(p);
        traceback = expression(p);
      }
    }
  }
  return node(p, Raise, start, endBefore(p), exception, cause, value, traceback);
}

function assertStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const test = expression(p);
  let message = 0;
  if (p.token === T.COMMA) {
    advance(p);
    message = expression(p);
  }
  return node(p, Assert, start, endBefore(p), test, message, 0, 0);
}

/** `del a, b`: the targets of a tuple without brackets are the statement's own. */
function deleteStatement(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const first = p.token === T.STAR ? starred(p) : expression(p);
  let last = first;
  deleteFrom(p, first);
  while (p.token === T.COMMA) {
    advance(p);
    if (startsExpression[p.token] !== 1 && p.token !== T.STAR) break;
    const item = p.token === T.STAR ? starred(p) : expression(p);
    deleteFrom(p, item);
    link(p, last, item);
    last = item;
  }
  return node(p, Delete, start, endBefore(p), first, 0, 0, 0);
}

function declaration(p: ParserState, kind: number): NodeId {
  const start = startHere(p);
  let first = 0;
  let last = 0;
  do {
    advance(p);
    if (p.token !== T.NAME) fail(p, `expected a name, found ${describe(p)}`);
    const item = node(p, Identifier, startHere(p), p.ends[p.at] as number, p.values[p.at] as number, 0, 0, 0);
    advance(p);
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
  } while (p.token === T.COMMA);
  return node(p, kind, start, endBefore(p), first, 0, 0, 0);
}

/** `import a.b as c, d`; `start` and `marked` are those of a `lazy` in front (PEP 810). */
export function importStatement(p: ParserState, start: number, marked: number): NodeId {
  let first = 0;
  let last = 0;
  do {
    advance(p);
    const itemStart = startHere(p);
    const name = dottedName(p);
    const asname = aliasName(p);
    const item = node(p, Alias, itemStart, endBefore(p), name, asname, 0, 0);
    if (first === 0) first = item;
    else link(p, last, item);
    last = item;
  } while (p.token === T.COMMA);
  return node(p, Import | marked, start, endBefore(p), first, 0, 0, 0);
}

export function importFrom(p: ParserState, start: number, marked: number): NodeId {
  advance(p);
  let level = 0;
  while (p.token === T.DOT || p.token === T.ELLIPSIS) {
    level += p.token === T.DOT ? 1 : 3;
    advance(p);
  }
  const module = level === 0 || p.token === T.NAME ? dottedName(p) : 0;
  expect(p, T.IMPORT);
  let first = 0;
  if (p.token === T.STAR) {
    advance(p);
    first = node(p, Alias, p.starts[p.at - 1] as number, endBefore(p), p.names.intern('*'), 0, 0, 0);
  } else {
    const inBrackets = p.token === T.LPAREN;
    if (inBrackets) advance(p);
    let last = 0;
    for (;;) {
      if (p.token !== T.NAME) fail(p, `expected a name to import, found ${describe(p)}`);
      const itemStart = startHere(p);
      const name = p.values[p.at] as number;
      advance(p);
      const asname = aliasName(p);
      const item = node(p, Alias, itemStart, endBefore(p), name, asname, 0, 0);
      if (first === 0) first = item;
      else link(p, last, item);
      last = item;
      if (p.token !== T.COMMA) break;
      advance(p);
      if (inBrackets && p.token === T.RPAREN) break;
      if (!inBrackets && p.token === T.NEWLINE) {
        problem(p, endBefore(p) - 1, endBefore(p), 'a trailing comma needs brackets around the imported names');
        break;
      }
    }
    if (inBrackets) expect(p, T.RPAREN);
  }
  return node(p, ImportFrom | marked, start, endBefore(p), module, first, level, 0);
}

function aliasName(p: ParserState): NameId {
  if (p.token !== T.AS) return 0;
  advance(p);
  if (p.token !== T.NAME) fail(p, `expected a name after 'as', found ${describe(p)}`);
  const name = p.values[p.at] as number;
  advance(p);
  return name;
}

/** `a.b.c` as one name. */
function dottedName(p: ParserState): NameId {
  if (p.token !== T.NAME) fail(p, `expected a module name, found ${describe(p)}`);
  const first = p.values[p.at] as number;
  advance(p);
  if (p.token !== T.DOT) return first;
  let text = p.names.text(first);
  while (p.token === T.DOT) {
    advance(p);
    if (p.token !== T.NAME) fail(p, `expected a name, found ${describe(p)}`);
    text += `.${p.names.text(p.values[p.at] as number)}`;
    advance(p);
  }
  return p.names.intern(text);
}

/** `type X[T] = value`, at `type`. */
export function typeAlias(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const name = node(p, Name, startHere(p), p.ends[p.at] as number, p.values[p.at] as number, 0, 0, 0);
  assignTo(p, name);
  advance(p);
  const parameters = typeParameters(p);
  expect(p, T.EQUAL);
  const value = expression(p);
  return node(p, TypeAlias, start, endBefore(p), name, parameters, value, 0);
}
