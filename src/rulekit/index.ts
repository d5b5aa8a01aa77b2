// The words that rules are written in. This layer turns semantics into sites and values; it never knows a rule, never
// reads a file and never prints.
export { type Argument, type ArgumentList, readArguments } from './argument-list.ts';
export {
  type Callee,
  canonicalName,
  classesOfFact,
  lastComponent,
  namesListed,
  namesToAskBy,
  resolveNames,
} from './canonical-names.ts';
export { DataSite } from './data-site.ts';
export { cook } from './editor.ts';
export { shorten } from './excerpt.ts';
export { type AnySite, explainCall, explainSite } from './explain-site.ts';
export type { Editor, Recipe, WrittenValue } from './fix.ts';
export { namesCalledIn, namesCalledInFile } from './names-in-code.ts';
export { nameOfFunction } from './origin-steps.ts';
export * from './rule.ts';
export type { GuardQuestion, Session } from './session.ts';
export * from './site.ts';
export * from './start-site.ts';
export * from './target.ts';
export { openSession } from './views.ts';
