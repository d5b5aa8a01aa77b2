// Methods of lists that change them.

import { constant, type Fact, type SequenceFact, type Value } from '../../semantics/index.ts';
import { joinAll } from '../join.ts';
import { update } from '../values.ts';
import type { NativeCall, NativeTable } from './native.ts';

/** Changes the lists that the call is about; gives None. */
function changed(call: NativeCall, change: (list: SequenceFact) => Fact): Value | undefined {
  if (call.receiver === undefined) return undefined;
  update(call.state, call.receiver, (fact) => (fact.kind === 'sequence' ? change(fact) : fact));
  return constant(null, call.frame.place(call.node));
}

/** The list with one more item at its end. */
export function withAppended(list: SequenceFact, item: Value): SequenceFact {
  if (list.complete) return { ...list, items: [...list.items, item] };
  return { ...list, rest: list.rest === undefined ? item : joinAll([list.rest, item]) };
}

export const listNatives: NativeTable = {
  'builtins.list.append': (call) => {
    const [item] = call.given.positional;
    return item === undefined ? undefined : changed(call, (list) => withAppended(list, item));
  },
};
