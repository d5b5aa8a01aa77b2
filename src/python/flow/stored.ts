// What the methods of a class store on their objects, for readers who have the object from nowhere in particular: the
// values that the stores had when each method was run by itself.

import type { ProjectClass, Value } from '../semantics/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';

/** Stores of one attribute that are looked at. */
const MAX_STORES = 12;

export function storedAttribute(frame: Frame, info: ProjectClass, name: string): Value | undefined {
  const { engine } = frame;
  const key = `${info.definition.module.path} ${info.definition.node} ${name}`;
  const known = engine.storedAttributes.get(key);
  if (known !== undefined) return known === 'running' || known === 'none' ? undefined : known;
  engine.storedAttributes.set(key, 'running');
  const values: Value[] = [];
  for (const ancestor of info.ancestors) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) continue;
    const owner = engine.moduleOf(definition);
    for (const store of owner.selfStoresOf(definition.node, name).slice(0, MAX_STORES)) {
      const method = owner.functionOf(store);
      const run = engine.entry(owner, method);
      // While that method is being run itself, what the text says has to do.
      values.push(run.values.get(store) ?? owner.valueOfTarget(store));
    }
  }
  const found = values.length === 0 ? undefined : joinAll(values);
  engine.storedAttributes.set(key, found ?? 'none');
  return found;
}
