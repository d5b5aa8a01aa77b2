// Problems as reports hold them: one for each cause. A file that is no text has thousands of bytes that the
// lexer stumbles over, and all of them say the same.

import type { Problem } from '../core/index.ts';

/** In the order of the report; what is left out is counted in the message of the first of its kind. */
export function mergeProblems(problems: readonly Problem[]): readonly Problem[] {
  const pathsByCause = new Map<Cause, Set<string>>();
  for (const { path, kind, message } of problems) {
    if (kind !== 'syntax') continue;
    const cause = causeOf(message);
    if (cause === undefined) continue;
    const paths = pathsByCause.get(cause) ?? new Set();
    pathsByCause.set(cause, paths.add(path));
  }
  if (pathsByCause.size === 0) return problems;
  const has = (cause: Cause, path: string): boolean => pathsByCause.get(cause)?.has(path) ?? false;
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { path, kind, message } = problem;
    let cause = kind === 'syntax' ? causeOf(message) : undefined;
    // Whatever else is wrong with a file that holds NUL comes from what it is.
    if (kind === 'syntax' && has('nul', path)) cause = 'nul';
    else if (cause === 'replacement' && has('encoding', path)) cause = 'encoding';
    const key = cause === undefined ? `${groups.size}` : `${cause} ${path}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups].map(([key, group]) => merged(group, key.startsWith('nul ')));
}

type Cause = 'nul' | 'control' | 'encoding' | 'replacement' | 'async';

/** def start(async=True): … */
const asyncAsName = /^unexpected 'async'$|, found 'async'$|^expected 'def', 'for' or 'with' after 'async'$/;

/** `undefined`: says something of its own. */
function causeOf(message: string): Cause | undefined {
  if (message === 'unexpected control character 0x00') return 'nul';
  if (message.startsWith('unexpected control character')) return 'control';
  if (asyncAsName.test(message)) return 'async';
  if (/^byte 0x\w\w is not UTF-8/.test(message)) return 'encoding';
  return message === 'unexpected character U+FFFD' ? 'replacement' : undefined;
}

function merged(group: readonly Problem[], isBinary: boolean): Problem {
  const [first] = group as [Problem];
  if (isBinary) {
    const nul = group.find(({ message }) => causeOf(message) === 'nul') as Problem;
    return { ...nul, message: 'the file holds NUL bytes: it is not Python text' };
  }
  if (causeOf(first.message) === 'async') {
    return { ...first, message: 'async is a name here, as before Python 3.7; statements with it are not judged' };
  }
  const more = new Set(group.map(({ span }) => span?.start)).size - 1;
  return more === 0
    ? first
    : { ...first, message: `${first.message} (and at ${more} more ${more === 1 ? 'place' : 'places'})` };
}
