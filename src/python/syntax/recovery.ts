// What follows a failure: it is reported once, and the cursor moves behind what cannot be read.

import { advance, FAILURE_LIMIT, moveTo, type ParserState, problem } from './state.ts';
import * as T from './token-kinds.ts';

/** Reports the failure in the statement or clause that starts at token `from`; beyond the limit, leaves the file. */
export function reportFailure(p: ParserState, from: number): void {
  const { start, end, reason } = p.failure;
  // An `elif` whose header is broken is read again as a statement of its own, and fails again: once is enough. So it
  // is for a byte that the lexer has reported.
  const isReported = p.reportedAt >= from || (p.token === T.ERROR && p.values[p.at] === 1);
  if (!isReported) {
    const open = openBracket(p, from);
    if (open < 0) problem(p, start, end, reason);
    else
      problem(
        p,
        p.starts[open] as number,
        p.ends[open] as number,
        `'${T.kindText[p.kinds[open] as number]}' was never closed`,
      );
  }
  p.reportedAt = p.at;
  if (++p.failures <= FAILURE_LIMIT) return;
  problem(p, start, p.length, 'too many statements that cannot be read: the rest of the file was left out');
  moveTo(p, p.tokenCount - 1);
}

/**
 * Index of the innermost bracket that is still open where the logical line at token `from` ends, or -1. The failure
 * itself is then somewhere behind that bracket, and says less.
 */
function openBracket(p: ParserState, from: number): number {
  const open: number[] = [];
  for (let at = from; ; at++) {
    const kind = p.kinds[at] as number;
    if (kind === T.LPAREN || kind === T.LBRACKET || kind === T.LBRACE) {
      open.push(at);
    } else if (kind === T.RPAREN || kind === T.RBRACKET || kind === T.RBRACE) {
      const opener = open.pop();
      // Brackets of different kinds that meet: the failure says so.
      if (opener === undefined || (p.kinds[opener] as number) + 1 !== kind) return -1;
    } else if (kind === T.NEWLINE || kind === T.EOF) {
      return open.pop() ?? -1;
    }
  }
}

/** Moves behind the end of the logical line. */
export function skipLine(p: ParserState): void {
  while (p.token !== T.NEWLINE && p.token !== T.EOF) advance(p);
  if (p.token === T.NEWLINE) advance(p);
}

/** Moves to the DEDENT that ends the block at the cursor. */
export function skipBlock(p: ParserState): void {
  let open = 0;
  while (p.token !== T.EOF && (p.token !== T.DEDENT || open > 0)) {
    if (p.token === T.INDENT) open++;
    else if (p.token === T.DEDENT) open--;
    advance(p);
  }
}
