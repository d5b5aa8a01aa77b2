// The parser's tables, indexed by token kind.

import { Operator } from './layout.ts';
import * as T from './token-kinds.ts';

/** Levels of binding; a higher number binds tighter. What has no level is no binary operator. */
export const Level = {
  none: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  bitOr: 5,
  bitXor: 6,
  bitAnd: 7,
  shift: 8,
  sum: 9,
  product: 10,
} as const;

export const levelOf = new Uint8Array(T.KIND_COUNT);
/** Operator of a binary or comparing token. */
export const operatorOf = new Uint8Array(T.KIND_COUNT);
/** 1 for tokens that an expression can start with, `*` and `yield` not counted. */
export const startsExpression = new Uint8Array(T.KIND_COUNT);

const binary: readonly (readonly [number, number, number])[] = [
  [T.OR, Level.or, Operator.Or],
  [T.AND, Level.and, Operator.And],
  [T.LESS, Level.compare, Operator.Lt],
  [T.GREATER, Level.compare, Operator.Gt],
  [T.LESSEQUAL, Level.compare, Operator.LtE],
  [T.GREATEREQUAL, Level.compare, Operator.GtE],
  [T.EQEQUAL, Level.compare, Operator.Eq],
  [T.NOTEQUAL, Level.compare, Operator.NotEq],
  [T.IN, Level.compare, Operator.In],
  [T.IS, Level.compare, Operator.Is],
  [T.NOT, Level.compare, Operator.NotIn],
  [T.BAR, Level.bitOr, Operator.BitOr],
  [T.CIRCUMFLEX, Level.bitXor, Operator.BitXor],
  [T.AMPERSAND, Level.bitAnd, Operator.BitAnd],
  [T.LSHIFT, Level.shift, Operator.LShift],
  [T.RSHIFT, Level.shift, Operator.RShift],
  [T.PLUS, Level.sum, Operator.Add],
  [T.MINUS, Level.sum, Operator.Sub],
  [T.STAR, Level.product, Operator.Mult],
  [T.SLASH, Level.product, Operator.Div],
  [T.DOUBLESLASH, Level.product, Operator.FloorDiv],
  [T.PERCENT, Level.product, Operator.Mod],
  [T.AT, Level.product, Operator.MatMult],
];
for (const [kind, level, operator] of binary) {
  levelOf[kind] = level;
  operatorOf[kind] = operator;
}
// `**` binds tighter than a unary operator on its left: it is read with the operand, not by level.
operatorOf[T.DOUBLESTAR] = Operator.Pow;

// biome-ignore format: a list
const starters = [
  T.NAME, T.NUMBER, T.STRING, T.FSTRING_START, T.LPAREN, T.LBRACKET, T.LBRACE, T.MINUS, T.PLUS, T.TILDE, T.NOT,
  T.LAMBDA, T.AWAIT, T.NONE, T.TRUE, T.FALSE, T.ELLIPSIS, T.BACKTICK,
];
for (const kind of starters) startsExpression[kind] = 1;
