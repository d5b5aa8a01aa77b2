// Library calls that put something into an object whose contents are not followed in detail: `words = shlex.split(line);
// words.append(name)`, `json.dump(data, buffer)`, `csv.writer(buffer).writerow(row)`. What was put in is told from then on
// as one more thing that the object was made from.

import { computed, type Fact, only, textFrom, type Value } from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { type Arguments, allArguments } from './calls.ts';
import { putting } from './changes.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';
import { current, identityOf, originalOf, storeAttribute, whole } from './values.ts';

/** Arguments that one call is looked at for. */
const MAX_ARGUMENTS = 16;

/** A method of a result: `shlex.split(line).append(name)` */
export function putIntoResult(path: string, receiver: Value | undefined, given: Arguments, state: State): void {
  if (receiver === undefined || !putting.has(path.slice(path.lastIndexOf('.') + 1))) return;
  const more = allArguments(given)
    .slice(0, MAX_ARGUMENTS)
    .map((value) => whole(value, state));
  if (!more.some(isTelling)) return;
  for (const fact of receiver.facts) {
    if (fact.kind !== 'computed' || fact.from.length > MAX_ARGUMENTS) continue;
    const { conditions: _, ...untested } = fact;
    state.refine(originalOf(fact), only({ ...untested, from: [...fact.from, ...more] }));
  }
}

/** A function or method that is handed a buffer, or was made from one. */
export function putIntoBuffers(
  frame: Frame,
  node: NodeId,
  name: string,
  receiver: Value | undefined,
  given: Arguments,
  state: State,
): void {
  const all = allArguments(given).slice(0, MAX_ARGUMENTS);
  const handed = all.flatMap(({ facts }) => facts.filter((fact) => isBuffer(fact, state)));
  const held = (receiver?.facts ?? []).flatMap((fact) =>
    fact.kind === 'instance' && fact.definition === undefined
      ? (fact.from ?? []).flatMap(({ facts }) => facts.filter((each) => isBuffer(each, state)))
      : [],
  );
  if (handed.length + held.length === 0) return;
  const others = all
    .filter(({ facts }) => !facts.some((fact) => isBuffer(fact, state)))
    .map((value) => whole(value, state));
  if (!others.some(isTelling)) return;
  const at = frame.place(node);
  // json.dump(data, buffer)   puts there what json.dumps(data) gives
  const more = computed(`${name.replace(/\.dump$/, '.dumps')}()`, others, at);
  for (const fact of new Set([...handed, ...held])) {
    const identity = identityOf(fact);
    const before = identity === undefined ? undefined : state.cell(identity)?.attributes?.get('(text)');
    if (before === undefined || fact.kind !== 'instance') continue;
    const type = fact.className === 'io.BytesIO' ? 'bytes' : 'str';
    storeAttribute(state, only(fact), '(text)', textFrom([current(before, state), more], type, at));
  }
}

function isBuffer(fact: Fact, state: State): boolean {
  const identity = fact.kind === 'instance' && fact.definition === undefined ? fact.identity : undefined;
  return identity !== undefined && state.cell(identity)?.attributes?.has('(text)') === true;
}

/** Something else than constants, functions and classes. */
const isTelling = (value: Value): boolean =>
  value.facts.some((fact) => fact.kind !== 'constant' && fact.kind !== 'reference');
