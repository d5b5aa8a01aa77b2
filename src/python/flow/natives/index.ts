// The library calls that the engine runs itself, by canonical name: what changes objects in the heap, what calls back
// into the project's code, and what keeps values that it gives out again.

import { arrangingNatives } from './arranging.ts';
import { builtinNatives } from './builtins.ts';
import { callbackNatives } from './callbacks.ts';
import { collectionNatives } from './collections.ts';
import { commandLineNatives } from './command-line.ts';
import { configNatives } from './config.ts';
import { copyNatives } from './copying.ts';
import { encodingNatives } from './encodings.ts';
import { functionNatives } from './functions.ts';
import { iterationNatives } from './iterating.ts';
import { listNatives } from './lists.ts';
import { mappingNatives } from './mappings.ts';
import { markupNatives } from './markup.ts';
import { modelNatives } from './models.ts';
import type { Native } from './native.ts';
import { objectNatives } from './objects.ts';
import { setNatives } from './sets.ts';
import { storageNatives } from './storage.ts';
import { textNatives } from './text.ts';

const natives: ReadonlyMap<string, Native> = new Map(
  Object.entries({
    ...listNatives,
    ...mappingNatives,
    ...setNatives,
    ...builtinNatives,
    ...iterationNatives,
    ...copyNatives,
    ...collectionNatives,
    ...arrangingNatives,
    ...callbackNatives,
    ...configNatives,
    ...functionNatives,
    ...storageNatives,
    ...objectNatives,
    ...textNatives,
    ...encodingNatives,
    ...markupNatives,
    ...commandLineNatives,
    ...modelNatives,
  }),
);

export { textTypeOf } from './text-type.ts';

/** Whether text has a method of this name that is run here. */
export const hasTextMethod = (name: string) =>
  natives.has(`builtins.str.${name}`) || natives.has(`builtins.bytes.${name}`);

export function findNative(name: string): Native | undefined {
  return natives.get(name);
}
