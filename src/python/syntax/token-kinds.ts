// The kinds of token. Keywords come first: their kind is their name's id (see names.ts). Plain exported constants, so
// that a bundler can put the numbers in place; typed `number`, because a literal type would make the compiler believe
// that the token at the cursor is still the one compared last.

export const EOF: number = 0;

export const ASSERT: number = 1;
export const BREAK: number = 2;
export const CLASS: number = 3;
export const CONTINUE: number = 4;
export const DEF: number = 5;
export const DEL: number = 6;
export const ELIF: number = 7;
export const EXCEPT: number = 8;
export const FINALLY: number = 9;
export const GLOBAL: number = 10;
export const IMPORT: number = 11;
export const NONLOCAL: number = 12;
export const PASS: number = 13;
export const RAISE: number = 14;
export const RETURN: number = 15;
export const TRY: number = 16;
export const WHILE: number = 17;
export const WITH: number = 18;
export const AND: number = 19;
export const AS: number = 20;
export const ASYNC: number = 21;
export const AWAIT: number = 22;
export const ELSE: number = 23;
export const FALSE: number = 24;
export const FOR: number = 25;
export const FROM: number = 26;
export const IF: number = 27;
export const IN: number = 28;
export const IS: number = 29;
export const LAMBDA: number = 30;
export const NONE: number = 31;
export const NOT: number = 32;
export const OR: number = 33;
export const TRUE: number = 34;
export const YIELD: number = 35;

/** value: id of the name */
export const NAME: number = 36;
/** value: `ConstantType` */
export const NUMBER: number = 37;
/** value: string flags (below) */
export const STRING: number = 38;
/** value: string flags. Then come FSTRING_MIDDLE and fields, `{` … `}`, in turn, up to FSTRING_END. */
export const FSTRING_START: number = 39;
/** value: `StringEncoding` */
export const FSTRING_MIDDLE: number = 40;
export const FSTRING_END: number = 41;
export const NEWLINE: number = 42;
export const INDENT: number = 43;
export const DEDENT: number = 44;
/** A byte that Python has no use for; value: 1 when the lexer has reported it */
export const ERROR: number = 45;

export const LPAREN: number = 46;
export const RPAREN: number = 47;
export const LBRACKET: number = 48;
export const RBRACKET: number = 49;
export const LBRACE: number = 50;
export const RBRACE: number = 51;
export const COMMA: number = 52;
export const COLON: number = 53;
export const SEMICOLON: number = 54;
export const DOT: number = 55;
export const ELLIPSIS: number = 56;
export const ARROW: number = 57;
export const EQUAL: number = 58;
export const COLONEQUAL: number = 59;
export const BACKTICK: number = 60;
export const EXCLAMATION: number = 61;

export const AT: number = 62;
export const PLUS: number = 63;
export const MINUS: number = 64;
export const STAR: number = 65;
export const SLASH: number = 66;
export const DOUBLESLASH: number = 67;
export const PERCENT: number = 68;
export const DOUBLESTAR: number = 69;
export const LSHIFT: number = 70;
export const RSHIFT: number = 71;
export const AMPERSAND: number = 72;
export const BAR: number = 73;
export const CIRCUMFLEX: number = 74;
export const TILDE: number = 75;

export const LESS: number = 76;
export const GREATER: number = 77;
export const LESSEQUAL: number = 78;
export const GREATEREQUAL: number = 79;
export const EQEQUAL: number = 80;
export const NOTEQUAL: number = 81;

/** `op=` of the binary operator `op`: kind of the operator + 20 (AT to CIRCUMFLEX). */
export const AUGMENTED: number = 20;
export const FIRST_AUGMENTED: number = AT + AUGMENTED;
export const LAST_AUGMENTED: number = CIRCUMFLEX + AUGMENTED;

export const KIND_COUNT: number = 96;

/** Bits of a string token's value. */
export const STRING_RAW: number = 1;
export const STRING_BYTES: number = 2;
export const STRING_FORMATTED: number = 4;
export const STRING_TEMPLATE: number = 8;
export const STRING_TRIPLE: number = 16;
export const STRING_UNICODE: number = 32;

/** How a kind is written in messages and dumps. */
// biome-ignore format: a list of words
export const kindText: readonly string[] = [
  'end of file', 'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'except', 'finally', 'global', 'import',
  'nonlocal', 'pass', 'raise', 'return', 'try', 'while', 'with', 'and', 'as', 'async', 'await', 'else', 'False', 'for',
  'from', 'if', 'in', 'is', 'lambda', 'None', 'not', 'or', 'True', 'yield',
  'name', 'number', 'string', 'string start', 'string middle', 'string end', 'end of line', 'indent', 'dedent', 'error',
  '(', ')', '[', ']', '{', '}', ',', ':', ';', '.', '...', '->', '=', ':=', '`', '!',
  '@', '+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '~',
  '<', '>', '<=', '>=', '==', '!=',
  '@=', '+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=',
];
