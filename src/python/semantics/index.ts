// What Python code means without running it: scopes, names, classes, values and conditions, on demand.
//
// This layer never judges, never lists what libraries are for (it asks the models), and never throws on strange code.

import type { Library } from '../../models/index.ts';
import type { Tree } from '../syntax/index.ts';
import type { Project } from './module-semantics.ts';
import { createSession } from './project.ts';
import type { ProjectOptions } from './session.ts';

// The algebra of values, for the layer that runs code on them.
export { attributeOf, attributeOfSuper, classOfFact, decoratorNames } from './attributes.ts';
export { enclosingClass, methodKindOf, parametersOf } from './bound-values.ts';
export {} from './builtin-names.ts';
export { argumentsOf } from './call-arguments.ts';
export { libraryResult } from './calls.ts';
export type { ProjectClass } from './classes.ts';
export { describe, describeValue } from './describe.ts';
export { enteredLibraryObject } from './entering.ts';
export { formatBraces, formatted, specText, strOf } from './format.ts';
export { importedMember, memberOfModule } from './imports.ts';
export { elementOf, itemOf, slice, subscript } from './items.ts';
export { evaluateKnownCall, isSuperCall } from './known-calls.ts';
export { literalOf } from './literals.ts';
export { methodResult } from './methods.ts';
export * from './module-semantics.ts';
export { areEqual } from './numbers.ts';
export { compareValues, evaluateBinary, evaluateUnary, functionName } from './operators.ts';
export type { Module, ProjectOptions, Session as SemanticSession } from './session.ts';
export { namedText, type Part, partsOf, textFrom, textOfFact } from './text.ts';
export { callTextMethod, characterClassOf, isList } from './text-methods.ts';
export * from './text-parts.ts';
export * from './value.ts';
export * from './values.ts';

/** Takes the files that are analysed together, as detached trees; nothing is computed until it is asked for. */
export function createProject(
  files: readonly { readonly path: string; readonly tree: Tree }[],
  library: Library,
  options: ProjectOptions = {},
): Project {
  return createSession(files, library, options);
}
