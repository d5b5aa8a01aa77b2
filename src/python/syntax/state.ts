// What the lexer and the parser hold while they read one file: text, tokens, cursor, and the arena of nodes. One plain
// object, made once per parser and passed to every function, so that nothing mutable lives in a module and every hot
// function sees one object shape.

import { NODE_SIZE, SLOT_NEXT } from './layout.ts';
import type { Names } from './names.ts';
import * as T from './token-kinds.ts';
import type { NodeId, SyntaxProblem } from './tree.ts';

/** Nesting beyond this is a problem, not a stack overflow. CPython gives up at 200 brackets and 100 indentations. */
export const DEPTH_LIMIT = 400;
/** CPython's MAXINDENT. */
export const INDENT_LIMIT = 100;
/** CPython's MAXFSTRINGLEVEL, counted in open fields. */
export const FIELD_LIMIT = 150;
/** A file with more broken statements than this is not Python: the rest of it is not read. */
export const FAILURE_LIMIT = 300;
const PROBLEM_LIMIT = 1000;

/** Zero bytes behind the text: lookahead needs no bounds tests. */
export const SENTINEL = 8;

/** Thrown to leave a statement that cannot be read; caught where statements are listed. One instance per parser. */
export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure';
  start = 0;
  end = 0;
  reason = '';
}

export class ParserState {
  readonly names: Names;

  // All arrays start small and grow by doubling. Growing early is good: what never changed, the engine takes for
  // constant, and compiles the hot functions anew when it does change.

  /** The file's UTF-8 text, copied, with {@link SENTINEL} zero bytes behind `length`. */
  text: Uint8Array = new Uint8Array(1 << 8);
  /** Four bytes of `text` at a time, from multiples of four. */
  words: Int32Array = new Int32Array(this.text.buffer);
  /** Four bytes of `text` from any offset. */
  view: DataView = new DataView(this.text.buffer);
  length = 0;
  textStart = 0;
  isAscii = true;

  kinds: Uint8Array = new Uint8Array(1 << 6);
  starts: Int32Array = new Int32Array(1 << 6);
  ends: Int32Array = new Int32Array(1 << 6);
  values: Int32Array = new Int32Array(1 << 6);
  tokenCount = 0;
  comments: Int32Array = new Int32Array(1 << 2);
  commentCount = 0;

  /** Columns of the open indentations, with tabs to multiples of 8 and with tabs of one. */
  readonly indents: Int32Array = new Int32Array(INDENT_LIMIT + 2);
  readonly tablessIndents: Int32Array = new Int32Array(INDENT_LIMIT + 2);
  indentCount = 0;
  /** Measures of the line at hand, and where its text starts. */
  column = 0;
  tablessColumn = 0;
  lineText = 0;
  /** Open brackets, and how many were open when the innermost f-string field started (-1: in no field). */
  brackets = 0;
  fieldBrackets = -1;
  /** Open f-string fields, three numbers each: flags of the string, 1 when opened in a format spec, `fieldBrackets` before. */
  readonly fields: Int32Array = new Int32Array((FIELD_LIMIT + 1) * 3);
  fieldCount = 0;

  /** Index and kind of the token at the cursor. */
  at = 0;
  token = 0;
  depth = 0;
  /** End of the last block read. */
  blockEnd = 0;

  nodes: Int32Array = new Int32Array(NODE_SIZE << 6);
  capacity = 1 << 6;
  /** Id of the next node. */
  top = 1;

  problems: SyntaxProblem[] = [];
  failures = 0;
  /** Index of the token at which a failure was last reported. */
  reportedAt = -1;
  readonly failure = new SyntaxFailure();
  /** While a later clause's header (`elif x:`) is read: the statement so far, and where to go back to. */
  clauseNode = 0;
  clauseAt = 0;
  clauseTop = 0;

  constructor(names: Names) {
    this.names = names;
  }
}

export function problem(p: ParserState, start: number, end: number, message: string): void {
  if (p.problems.length < PROBLEM_LIMIT) {
    p.problems.push({ start, end, message });
  } else if (p.problems.length === PROBLEM_LIMIT) {
    p.problems.push({ start, end, message: 'too many problems: the rest are not listed' });
  }
}

/** Gives up the statement at hand; the problem is at the cursor. */
export function fail(p: ParserState, reason: string): never {
  const failure = p.failure;
  failure.start = p.starts[p.at] as number;
  failure.end = p.ends[p.at] as number;
  failure.reason = reason;
  throw failure;
}

export function failUnexpected(p: ParserState): never {
  return fail(p, `unexpected ${describe(p)}`);
}

/** The token at the cursor, for a message. */
export function describe(p: ParserState): string {
  if (p.token === T.NAME) return `name '${p.names.text(p.values[p.at] as number)}'`;
  const text = T.kindText[p.token] as string;
  const isWord = p.token === T.EOF || (p.token > T.NAME && p.token <= T.ERROR);
  return isWord ? text : `'${text}'`;
}

export function advance(p: ParserState): void {
  p.token = p.kinds[++p.at] as number;
}

export function moveTo(p: ParserState, at: number): void {
  p.at = at;
  p.token = p.kinds[at] as number;
}

export function peek(p: ParserState): number {
  return p.kinds[p.at + 1] as number;
}

export function startHere(p: ParserState): number {
  return p.starts[p.at] as number;
}

/** End of the token before the cursor. */
export function endBefore(p: ParserState): number {
  return p.ends[p.at - 1] as number;
}

export function expect(p: ParserState, kind: number): void {
  if (p.token !== kind) fail(p, `expected '${T.kindText[kind]}', found ${describe(p)}`);
  p.token = p.kinds[++p.at] as number;
}

/** Adds a node. `head` is its kind with flags, context and operator. */
export function node(
  p: ParserState,
  head: number,
  start: number,
  end: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
): NodeId {
  const id = p.top;
  if (id === p.capacity) growNodes(p);
  p.top = id + 1;
  const nodes = p.nodes;
  const at = id * NODE_SIZE;
  nodes[at] = head;
  nodes[at + 1] = start;
  nodes[at + 2] = end;
  nodes[at + 3] = 0;
  nodes[at + 4] = first;
  nodes[at + 5] = second;
  nodes[at + 6] = third;
  nodes[at + 7] = fourth;
  return id;
}

function growNodes(p: ParserState): void {
  const nodes = new Int32Array(p.nodes.length * 2);
  nodes.set(p.nodes);
  p.nodes = nodes;
  p.capacity *= 2;
}

/** Makes `item` the one after `last` in a list. */
export function link(p: ParserState, last: NodeId, item: NodeId): void {
  p.nodes[last * NODE_SIZE + SLOT_NEXT] = item;
}
