// The abstract interpreter: runs functions on what is known of their arguments and tells what each expression can be,
// in the words of the semantics layer. Knows the language and asks the models what libraries do; never judges.

import type { Project, SemanticSession } from '../semantics/index.ts';
import type { ProjectText } from './changes.ts';
import { describeFlow as describe } from './describe.ts';
import { Engine, type Watch } from './engine.ts';

export { isChangedSomewhere, namesDerived, type ProjectText, readProject } from './changes.ts';
export { Engine, type Statistics, type Watch } from './engine.ts';
export type { Frame } from './frame.ts';
export { ObservedModule } from './observed-module.ts';

/** `sitesIn` says which nodes of a function somebody will ask about: its activations are kept. `readText`
 * gives what several engines over the same files share. */
export function createEngine(project: Project, sitesIn: Watch, readText?: () => ProjectText): Engine {
  return new Engine(project as SemanticSession, sitesIn, readText);
}

/** What runs of a module's functions see at each call; of one function, when its name is given. */
export function describeFlow(project: Project, path: string, functionName?: string): string {
  const module = (project as SemanticSession).moduleAt(path);
  if (module === undefined) return '';
  const engine = createEngine(project, (watched) => (watched === module ? 'all' : []));
  return describe(engine, module, functionName);
}
