// Whether a function asks for an exact length of a value: `len(salt) != 16`, `len(text) % 4 == 0`. An upper bound is a
// guard of its own kind; that something has one length, and no other, is asked here.

import type { CallSite, ValueView } from '../rulekit/index.ts';

export function isLengthCompared(call: CallSite, value: ValueView): boolean {
  const comparisons = call.enclosingFunction()?.comparisons() ?? [];
  return comparisons.some(
    ({ operator, left }) =>
      /^(Not)?Eq$/.test(operator) &&
      left.isDerivedFrom('builtins.len') &&
      left.partNames().includes(value.lastName ?? ''),
  );
}
