// What libraries mean: data only. This layer never looks at code; it answers questions about canonical names.

import { AssembledLibrary } from './assemble.ts';
import type { CleanedUse } from './concepts.ts';
import type { Library } from './library.ts';

export * from './concepts.ts';
export * from './conventions.ts';
export { giversOf } from './givers.ts';
export * from './library.ts';
export * from './model.ts';
export { isTableModule as isStandardModule } from './stdlib-table.ts';

let assembled: AssembledLibrary | undefined;

// Rows are put together at the first question: commands that check nothing (`--help`) pay nothing.
const answer = (): AssembledLibrary => {
  assembled ??= new AssembledLibrary();
  return assembled;
};

export const library: Library = {
  canonicalName: (name) => answer().canonicalName(name),
  kindOf: (name) => answer().kindOf(name),
  isModule: (name) => answer().isModule(name),
  isClass: (name) => answer().isClass(name),
  exportsOf: (module) => answer().exportsOf(module),
  basesOf: (className) => answer().basesOf(className),
  memberOf: (className, member) => answer().memberOf(className, member),
  typeOf: (name) => answer().typeOf(name),
  typesOf: (name) => answer().typesOf(name),
  itemTypeOf: (name, position) => answer().itemTypeOf(name, position),
  returnsReceiver: (name) => answer().returnsReceiver(name),
  neverReturns: (name) => answer().neverReturns(name),
  parametersOf: (callable) => answer().parametersOf(callable),
  sourceOf: (path) => answer().sourceOf(path),
  hasRemoteSources: (module) => answer().hasRemoteSources(module),
  isHarmless: (path) => answer().isHarmless(path),
  handedSourceOf: (name, parameter, position) => answer().handedSourceOf(name, parameter, position),
  conceptsOf: (name) => answer().conceptsOf(name),
  namesOf: (concept) => answer().namesOf(concept),
  cleansOf: (name) => answer().cleansOf(name),
  isOpaque: (name) => answer().isOpaque(name),
  passesOn: (name) => answer().passesOn(name),
  isHolder: (className) => answer().isHolder(className),
};

/** A function of the project that makes values harmless for a use: its canonical name, and the use. */
export type Sanitizer = readonly [name: string, use: CleanedUse];

/** The library with what a project says of its own functions. */
export function withSanitizers(sanitizers: readonly Sanitizer[]): Library {
  if (sanitizers.length === 0) return library;
  const usesByName = new Map<string, CleanedUse[]>();
  for (const [name, use] of sanitizers) usesByName.set(name, [...(usesByName.get(name) ?? []), use]);
  return { ...library, cleansOf: (name) => usesByName.get(name) ?? library.cleansOf(name) };
}
