// How much of a file a problem costs.

import type { Problem } from '../core/index.ts';

/** Messages after which the parser leaves a statement out; after others it reads on, and the statement is judged. */
const statementLost = / was never closed$|, found |^unexpected (?!control|character U\+FFFD)/;

/** How much of the file a problem costs, for people. */
export function lossOf({ kind, hidesCode, message }: Problem): string {
  if (!hidesCode) return `${kind}: ${message}`;
  if (kind === 'rule-crashed') return `partly analysed: ${message}`;
  if (kind !== 'syntax') return `not analysed: ${message}`;
  return `partly analysed: ${message}${statementLost.test(message) ? '; this statement was not judged' : ''}`;
}
