// Whether verification is turned off because somebody asked for it: under `if not verify:` or `if insecure:`, where what
// is tested comes from outside the function. Who may ask is for people to say.

import type { SiteContext, ValueView } from '../../rulekit/index.ts';
import { wordsOf } from '../security-words.ts';

const wanted = new Set('verify verified verification validate validated validation check secure strict'.split(' '));
const unwanted = new Set(
  'insecure unverified untrusted skip disable disabled ignore allow no noverify without unsafe legacy'.split(' '),
);

/** The option that turns verification off, when it is not known here what it says. */
export function optionBehind(site: SiteContext): ValueView | undefined {
  return site.conditions().find(({ tested, outcome }) => {
    // A caller that passes what turns it off shows it; one that passes the opposite does not come here.
    if (tested.truth() === outcome) return false;
    const words = tested.partNames().flatMap(wordsOf);
    const isNegative = words.some((word) => unwanted.has(word));
    return isNegative ? outcome : !outcome && words.some((word) => wanted.has(word));
  })?.tested;
}
