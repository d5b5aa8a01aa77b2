// Which parts of a text are words of the language, strings, numbers, comments: what a reader sees in colours. Made of
// the lexer's tokens, so that it is right where a pattern would guess: in nested f-strings, in strings of many lines.

import type { ParserState } from './state.ts';
import * as T from './token-kinds.ts';

/** What a stretch of text is; plain names, operators and spaces are none of these. */
export type TokenClass = 'keyword' | 'constant' | 'number' | 'string' | 'comment' | 'definition' | 'call';

/** A stretch of one class; `start` and `end` are byte offsets, in ascending order, without overlaps. */
export interface ClassifiedToken {
  readonly start: number;
  readonly end: number;
  readonly is: TokenClass;
}

export function classifyTokens(p: ParserState): readonly ClassifiedToken[] {
  const result: ClassifiedToken[] = [];
  let comment = 0;
  for (let index = 0; index < p.tokenCount; index++) {
    const start = p.starts[index] as number;
    for (; comment < p.commentCount && (p.comments[comment * 2] as number) < start; comment++) {
      result.push({
        start: p.comments[comment * 2] as number,
        end: p.comments[comment * 2 + 1] as number,
        is: 'comment',
      });
    }
    const is = classOf(p, index);
    const end = p.ends[index] as number;
    if (is !== undefined && end > start) result.push({ start, end, is });
  }
  return result;
}

function classOf(p: ParserState, index: number): TokenClass | undefined {
  const kind = p.kinds[index] as number;
  if (kind === T.NAME) {
    const before = index === 0 ? T.EOF : (p.kinds[index - 1] as number);
    if (before === T.DEF || before === T.CLASS) return 'definition';
    return p.kinds[index + 1] === T.LPAREN ? 'call' : undefined;
  }
  if (kind === T.TRUE || kind === T.FALSE || kind === T.NONE) return 'constant';
  if (kind > T.EOF && kind < T.NAME) return 'keyword';
  if (kind === T.NUMBER) return 'number';
  return kind >= T.STRING && kind <= T.FSTRING_END ? 'string' : undefined;
}
