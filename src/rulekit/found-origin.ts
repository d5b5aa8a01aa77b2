// Where a value was found to come from, before it is told to rules.

import type { Provenance } from '../models/index.ts';
import type { Place } from '../python/semantics/index.ts';
import type { Way } from './origin-steps.ts';

export interface FoundOrigin {
  readonly provenance: Provenance;
  readonly text: string;
  readonly place: Place | undefined;
  /** A file of which nothing shows that someone else writes it is not hostile, though its provenance is `file`. */
  readonly isProven: boolean;
  /** undefined for constants and what is not known */
  readonly way: Way | undefined;
}
