// The tests that decide whether a site is reached, as rules see them: what was tested, and with which outcome.

import type { Literal, Place } from '../python/semantics/index.ts';
import { atomsOf, comparisonOf } from './guards.ts';
import type { Session } from './session.ts';
import type { ConditionView } from './site.ts';

export function conditionsAround(session: Session, { module, node }: Place): readonly ConditionView[] {
  return module
    .conditionsAt(node)
    .flatMap((condition) => atomsOf(module, condition))
    .map(({ test, outcome }) => {
      const comparison = comparisonOf({ module, test, outcome });
      const compared = comparison === undefined ? undefined : module.valueOf(comparison.right);
      const fact = compared?.complete && compared.facts.length === 1 ? compared.facts[0] : undefined;
      const truth = fact?.kind === 'constant' ? truthOf(fact.value) : undefined;
      // if verify is False: …; if options.insecure == True: …
      if (comparison !== undefined && truth !== undefined && /^(Is|Eq)(Not)?$|^NotEq$/.test(comparison.operator)) {
        const isSame = comparison.operator === 'Is' || comparison.operator === 'Eq';
        return { tested: session.views.value({ module, node: comparison.left }), outcome: isSame === truth };
      }
      return { tested: session.views.value({ module, node: test }), outcome };
    });
}

/** True and False, and None, which stands for False. */
function truthOf(value: Literal): boolean | undefined {
  return value === null ? false : typeof value === 'boolean' ? value : undefined;
}
