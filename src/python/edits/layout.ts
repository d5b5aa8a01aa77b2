// How a file is written: its line ends, the indentation of a line, the quotes it prefers. New text looks like the text
// around it.

import { ast, ConstantType, Kind, type NodeId, type Tree } from '../syntax/index.ts';

const LF = 10;
const CR = 13;

/** The line end of the file's first line; `\n` when it has one line. */
export function lineEndOf({ bytes }: Tree): string {
  const at = bytes.findIndex((byte) => byte === LF || byte === CR);
  if (at < 0 || bytes[at] === LF) return '\n';
  return bytes[at + 1] === LF ? '\r\n' : '\r';
}

/** White space at the start of the line that holds `offset`. */
export function indentationAt(tree: Tree, offset: number): string {
  const { bytes, lines } = tree;
  const start = lines.startOf(lines.lineOf(offset));
  let end = start;
  while (bytes[end] === 32 || bytes[end] === 9 || bytes[end] === 12) end++;
  return textBetween(tree, start, end);
}

/** Nothing but white space stands before `offset` on its line. */
export function isFirstOnLine(tree: Tree, offset: number): boolean {
  const start = tree.lines.startOf(tree.lines.lineOf(offset));
  return textBetween(tree, start, offset).trim() === '';
}

/** Nothing but white space, and perhaps a comment, stands behind `offset` on its line. */
export function isLastOnLine(tree: Tree, offset: number): boolean {
  const rest = textBetween(tree, offset, tree.lines.endOf(tree.lines.lineOf(offset))).trim();
  return rest === '' || rest.startsWith('#');
}

export function textBetween({ bytes }: Tree, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A string literal, in the quotes that most strings of the file have; what cannot be printed is escaped. */
export function quoted(tree: Tree, text: string): string {
  const quote = preferredQuote(tree);
  const other = quote === '"' ? "'" : '"';
  const used = text.includes(quote) && !text.includes(other) ? other : quote;
  const body = text.replace(/[\\"'\p{C}\p{Z}]/gu, (character) => escaped(character, used));
  return `${used}${body}${used}`;
}

const escapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
]);

function escaped(character: string, quote: string): string {
  if (character === ' ' || ((character === '"' || character === "'") && character !== quote)) return character;
  if (character === quote) return `\\${quote}`;
  const code = character.codePointAt(0) as number;
  const hexadecimal = (digits: number) => code.toString(16).padStart(digits, '0');
  if (escapes.has(character)) return escapes.get(character) as string;
  if (code < 0x100) return `\\x${hexadecimal(2)}`;
  return code < 0x10000 ? `\\u${hexadecimal(4)}` : `\\U${hexadecimal(8)}`;
}

/** Literals that are looked at: enough to know a file's habit. */
const ENOUGH = 200;

function preferredQuote(tree: Tree): '"' | "'" {
  let doubles = 0;
  let singles = 0;
  for (let node = 1; node < tree.nodeCount && doubles + singles < ENOUGH; node++) {
    const quote = quoteOf(tree, node);
    if (quote === '"') doubles++;
    else if (quote === "'") singles++;
  }
  return singles > doubles ? "'" : '"';
}

/** Of a string in single quotes of either kind; docstrings and other long ones say nothing about short ones. */
function quoteOf(tree: Tree, node: NodeId): string | undefined {
  if (tree.kind(node) !== Kind.Constant || ast.Constant.constant(tree, node) !== ConstantType.string) return undefined;
  const text = textBetween(tree, tree.start(node), Math.min(tree.end(node), tree.start(node) + 6));
  const opening = /^[A-Za-z]{0,2}("""|'''|"|')/.exec(text)?.[1];
  return opening?.length === 1 ? opening : undefined;
}
