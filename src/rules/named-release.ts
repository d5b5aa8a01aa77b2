// Fixes of Python that came with a patch release. Most projects name none: a rule that were open about each of them at
// every site would bury what is worth reading, so that only projects that name a release hear of it.

import { type Fix, type FixState, fixState, type Target } from '../rulekit/index.ts';

/** As `fixState` answers; undefined where it is not known, and the project names no patch release. */
export function namedFixState(target: Target, fix: Fix): FixState | undefined {
  const state = fixState(target, fix);
  const isNamed = target.patch !== undefined || target.deployed !== undefined;
  return state.kind === 'unknown' && !isNamed ? undefined : state;
}
