// Whether a value was chosen by somebody who could not do the same without it. Rules about processes, files, archives
// and documents ask here before they call a value hostile.

import type { Origin, SiteContext } from '../rulekit/index.ts';

/**
 * Hostile under the threat model, and not the word of the person who starts the program: whoever sets its environment
 * can run code in it anyway (`PATH`, `PYTHONPATH`), and arguments of a script are for its user to choose.
 */
export function isForeign(origin: Origin, site: SiteContext): boolean {
  if (!origin.isHostile || origin.provenance === 'environment') return false;
  return !(origin.provenance === 'argument' && site.isScriptOnly);
}
