// The words that rules are written in. This layer turns semantics into sites and values; it never knows a rule, never
// reads a file and never prints.
export * from './rule.ts';
export * from './site.ts';
export * from './target.ts';
