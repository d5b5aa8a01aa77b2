// Which part of a text lets an outsider in. A page or header is put together from pieces; one that went through a
// cleaner is harmless, however hostile its origin, and one that did not is what a report points at.

import type { ValueView } from '../rulekit/index.ts';

/** The first part from the network that was not cleaned for the use; `cleaned` when every such part was. */
export function hostilePart(value: ValueView, use: 'markup' | 'header'): ValueView | 'cleaned' | undefined {
  if (value.origin().provenance !== 'network') return undefined;
  if (value.isCleanedFor(use)) return 'cleaned';
  const parts = value.textParts()?.filter((part) => typeof part !== 'string') ?? [];
  if (parts.length === 0) return value;
  const found = parts.map((part) => hostilePart(part, use)).filter((part) => part !== undefined);
  return found.find((part) => part !== 'cleaned') ?? (found.length > 0 ? 'cleaned' : undefined);
}
