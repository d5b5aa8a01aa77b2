// What Python code means without running it: scopes, names, classes, values and conditions, on demand.
//
// This layer never judges, never lists what libraries are for (it asks the models), and never throws on strange code.

import type { Library } from '../../models/index.ts';
import type { Tree } from '../syntax/index.ts';
import type { Project } from './module-semantics.ts';
import { createSession } from './project.ts';
import type { ProjectOptions } from './session.ts';

export { describe, describeValue } from './describe.ts';
export * from './module-semantics.ts';
export type { ProjectOptions } from './session.ts';
export * from './value.ts';

/** Takes the files that are analysed together, as detached trees; nothing is computed until it is asked for. */
export function createProject(
  files: readonly { readonly path: string; readonly tree: Tree }[],
  library: Library,
  options: ProjectOptions = {},
): Project {
  return createSession(files, library, options);
}
