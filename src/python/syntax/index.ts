// Python source to a syntax tree: every version from 3.8 to 3.15, enough of Python 2 to read old files, and whatever
// else is in a file that only resembles Python. Trees have the kinds, fields and positions of CPython's `ast`.
//
// This layer never resolves a name, never folds a value beyond a single literal, never judges, and never throws on
// any input: what it cannot read becomes a Damaged node and a SyntaxProblem.

export { type ConstantValue, constantValue, partText } from './constants.ts';
export { dump } from './dump.ts';
export * from './layout.ts';
export { Names } from './names.ts';
export { createParser, type Parser } from './parser.ts';
export type { TokenClass } from './token-classes.ts';
export { trainParser } from './train.ts';
export * from './tree.ts';
