// What each byte can start, as tables that the lexer indexes by byte.

import * as T from './token-kinds.ts';

/** Classes of bytes; the lexer's main switch is over these numbers. */
export const Class = {
  other: 0,
  name: 1,
  digit: 2,
  quote: 3,
  lineEnd: 4,
  blank: 5,
  comment: 6,
  /** an operator of one byte that no other operator starts with */
  single: 7,
  open: 8,
  close: 9,
  operator: 10,
  backslash: 11,
  dot: 12,
} as const;

export const classOf = new Uint8Array(256);
/** 1 for bytes that continue a name: letters, digits, `_` and everything beyond ASCII. */
export const continuesName = new Uint8Array(256);
/** Token kind of a one-byte operator. */
export const operatorOf = new Uint8Array(256);
/** Token kind of the operator with `=` behind it. */
export const operatorEqualOf = new Uint8Array(256);
/** Token kind of the operator written twice. */
export const operatorTwiceOf = new Uint8Array(256);

const code = (character: string): number => character.charCodeAt(0);

for (let byte = 0; byte < 256; byte++) {
  const character = String.fromCharCode(byte);
  if (byte >= 0x80 || /[A-Za-z_]/.test(character)) classOf[byte] = Class.name;
  else if (/[0-9]/.test(character)) classOf[byte] = Class.digit;
  else if (/['"]/.test(character)) classOf[byte] = Class.quote;
  else if (/[\r\n]/.test(character)) classOf[byte] = Class.lineEnd;
  else if (/[ \t\f]/.test(character)) classOf[byte] = Class.blank;
  continuesName[byte] = byte >= 0x80 || /[A-Za-z_0-9]/.test(character) ? 1 : 0;
}
classOf[code('#')] = Class.comment;
classOf[code('\\')] = Class.backslash;
classOf[code('.')] = Class.dot;

// biome-ignore format: a table
const operators: readonly (readonly [string, number, number])[] = [
  ['(', Class.open, T.LPAREN], ['[', Class.open, T.LBRACKET], ['{', Class.open, T.LBRACE],
  [')', Class.close, T.RPAREN], [']', Class.close, T.RBRACKET], ['}', Class.close, T.RBRACE],
  [',', Class.single, T.COMMA], [';', Class.single, T.SEMICOLON], ['~', Class.single, T.TILDE],
  ['`', Class.single, T.BACKTICK],
  [':', Class.operator, T.COLON], ['=', Class.operator, T.EQUAL], ['!', Class.operator, T.EXCLAMATION],
  ['@', Class.operator, T.AT], ['+', Class.operator, T.PLUS], ['-', Class.operator, T.MINUS],
  ['*', Class.operator, T.STAR], ['/', Class.operator, T.SLASH], ['%', Class.operator, T.PERCENT],
  ['&', Class.operator, T.AMPERSAND], ['|', Class.operator, T.BAR], ['^', Class.operator, T.CIRCUMFLEX],
  ['<', Class.operator, T.LESS], ['>', Class.operator, T.GREATER],
];
for (const [character, byteClass, kind] of operators) {
  classOf[code(character)] = byteClass;
  operatorOf[code(character)] = kind;
  if (kind >= T.AT && kind <= T.CIRCUMFLEX) operatorEqualOf[code(character)] = kind + T.AUGMENTED;
}
operatorEqualOf[code(':')] = T.COLONEQUAL;
operatorEqualOf[code('=')] = T.EQEQUAL;
operatorEqualOf[code('!')] = T.NOTEQUAL;
operatorEqualOf[code('<')] = T.LESSEQUAL;
operatorEqualOf[code('>')] = T.GREATEREQUAL;
operatorTwiceOf[code('*')] = T.DOUBLESTAR;
operatorTwiceOf[code('/')] = T.DOUBLESLASH;
operatorTwiceOf[code('<')] = T.LSHIFT;
operatorTwiceOf[code('>')] = T.RSHIFT;
