// What globals hold after other functions of the project have run: for code of which nobody in view says when it runs.
// In a run that changes a global itself, what it has made of it counts.

import { type Fact, incomplete, type Module, outOfSteps, unknown, type Value } from '../semantics/index.ts';
import type { NameId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { joinCells, type State } from './state.ts';
import { identityOf } from './values.ts';

/** Functions whose effects on one global are looked at. */
const MAX_CHANGERS = 8;

/** The value of a global as a run finds it, with what other functions may have made of it. */
export function withChangesElsewhere(frame: Frame, module: Module, name: NameId, value: Value, state: State): Value {
  const { engine } = frame;
  const changers = engine.projectText.changers.get(name);
  if (changers === undefined || isImportedLibrary(module, name, value)) return value;
  frame.markShared();
  // What a function that others call sees is up to them.
  if (frame.caller !== undefined || !isUntouched(value, state)) return value;
  const values: Value[] = [value];
  for (const { file, definition } of changers.slice(0, MAX_CHANGERS)) {
    const owner = engine.session.modules[file] as Module;
    if (owner === frame.module && definition === frame.definition) continue;
    const run = engine.outline(owner, definition);
    if (run?.wasCut === true) values.push(unknown(outOfSteps));
    for (const { state: end } of run?.returns ?? []) {
      const after = end.get(engine.activationOf(module), name);
      if (after !== undefined && after !== value) values.push(withoutParameters(after));
      keepCells(value, end, state);
    }
  }
  return values.length === 1 ? value : joinAll(values);
}

/** `import os`: what functions store in it, they store in the library, and the name goes on to stand for that. */
function isImportedLibrary(module: Module, name: NameId, value: Value): boolean {
  const bindings = module.scopes.module.bindings.get(module.tree.names.text(name)) ?? [];
  return (
    value.complete &&
    bindings.every(({ kind }) => kind === 'import') &&
    value.facts.every((fact) => fact.kind === 'reference' && fact.definition === undefined)
  );
}

/** Whether the run has not changed what the value is of. */
function isUntouched(value: Value, state: State): boolean {
  return value.facts.every((fact) => {
    const identity = identityOf(fact);
    return identity === undefined || !state.hasWritten(identity);
  });
}

function keepCells(value: Value, end: State, state: State): void {
  for (const fact of value.facts) {
    const identity = identityOf(fact);
    const [mine, theirs] = identity === undefined ? [undefined, undefined] : [state.cell(identity), end.cell(identity)];
    if (identity === undefined || mine === undefined || theirs === undefined || mine === theirs) continue;
    // Who calls it decides what that is.
    if (theirs.facts.some((each) => holdsParameter(each, 0))) continue;
    state.setCell(identity, { ...joinCells(mine, theirs), isMany: true });
  }
}

/** What depends on a function's parameters is anything at all for those who do not call it. */
function withoutParameters(value: Value): Value {
  return value.facts.some((fact) => fact.kind === 'parameter') ? incomplete(value, 'other code sets it') : value;
}

/** Values within values that are looked at. */
const MAX_DEPTH = 4;
const MAX_WIDTH = 16;

function holdsParameter(fact: Fact, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (values: readonly Value[]) =>
    values.slice(0, MAX_WIDTH).some((value) => value.facts.some((each) => holdsParameter(each, depth + 1)));
  switch (fact.kind) {
    case 'parameter':
      return true;
    case 'sequence':
      return inner(fact.rest === undefined ? fact.items : [...fact.items, fact.rest]);
    case 'mapping': {
      const all = fact.entries.flatMap(({ key, value }) => [key, value]);
      return inner(fact.rest === undefined ? all : [...all, fact.rest]);
    }
    case 'computed':
      return inner(fact.from);
    case 'text':
      return inner(fact.parts.filter((part) => typeof part !== 'string'));
    case 'instance':
      return inner(fact.from ?? []);
    default:
      return false;
  }
}
