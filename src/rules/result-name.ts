// The one name that says best what a value is for: the nearest that it is stored under. What lies further out may be
// something else that was computed from it.

import type { CallSite } from '../rulekit/index.ts';

/** Parameters of conversions, which say nothing about what is converted. */
const conversionParameters = new Set(
  (
    'object iterable string obj source iterator s x data encoding number ndigits value values o p text buffer bytes b ' +
    'v fmt format_spec sep errors usedforsecurity'
  ).split(' '),
);

/** The names that a value goes by, the nearest first. */
export function namesOfResult(call: CallSite): readonly string[] {
  const names = call.resultNames();
  const telling = names.filter((name) => !conversionParameters.has(name));
  return telling.length > 0 ? telling : names;
}

export function nearestName(call: CallSite): string | undefined {
  return namesOfResult(call)[0];
}
