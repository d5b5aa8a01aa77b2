// One parser: its state object, and the steps from bytes to a tree.

import { readText } from './encoding.ts';
import { FIRST_FIELD_SLOT, Kind, NODE_SIZE } from './layout.ts';
import { lex } from './lexer.ts';
import type { Names } from './names.ts';
import { moveTo, node, ParserState } from './state.ts';
import { statements } from './statements.ts';
import { type ClassifiedToken, classifyTokens } from './token-classes.ts';
import * as T from './token-kinds.ts';
import { type NodeId, Tree } from './tree.ts';

export interface ParserOptions {
  /** Whether each tree gets memory of its own, instead of borrowing the parser's until its next parse. */
  readonly detached?: boolean;
}

export interface Parser {
  readonly names: Names;
  /** Never throws. The tree borrows `bytes`, and the parser's memory until the next call, unless it is detached. */
  parse(bytes: Uint8Array): Tree;
  /** The tokens of `bytes`, a line each, for people. */
  tokens(bytes: Uint8Array): string;
  /** What a reader sees in colours. Never throws. */
  classified(bytes: Uint8Array): readonly ClassifiedToken[];
}

export function createParser(names: Names, options: ParserOptions = {}): Parser {
  const p = new ParserState(names);
  return {
    names,
    parse(bytes) {
      const tree = parse(p, bytes);
      return options.detached === true ? tree.keep() : tree;
    },
    tokens(bytes) {
      reset(p);
      readText(p, bytes);
      lex(p);
      return listTokens(p);
    },
    classified(bytes) {
      reset(p);
      readText(p, bytes);
      lex(p);
      return classifyTokens(p);
    },
  };
}

function parse(p: ParserState, input: Uint8Array): Tree {
  reset(p);
  const bytes = readText(p, input);
  lex(p);
  const root = module(p);
  return new Tree({
    bytes,
    names: p.names,
    nodes: p.nodes,
    nodeCount: p.top,
    root,
    problems: p.problems.length < 2 ? p.problems : p.problems.sort((a, b) => a.start - b.start),
    comments: p.comments.subarray(0, p.commentCount * 2),
  });
}

function reset(p: ParserState): void {
  p.top = 1;
  p.depth = 0;
  p.problems = [];
  p.failures = 0;
  p.reportedAt = -1;
  p.clauseNode = 0;
}

function module(p: ParserState): NodeId {
  moveTo(p, 0);
  const root = node(p, Kind.Module, 0, p.length, 0, 0, 0, 0);
  const body = statements(p);
  // Only now: the arena may have been moved while it grew.
  p.nodes[root * NODE_SIZE + FIRST_FIELD_SLOT] = body;
  return root;
}

function listTokens(p: ParserState): string {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  for (let index = 0; index < p.tokenCount - 2; index++) {
    const start = p.starts[index] as number;
    const end = p.ends[index] as number;
    const text = JSON.stringify(decoder.decode(p.text.subarray(start, end)));
    lines.push(`${start}-${end} ${T.kindText[p.kinds[index] as number]} ${text}`);
  }
  return lines.join('\n');
}
