// Methods of lists, tuples and deques.

import { constant, incomplete, type SequenceFact, type Value } from '../../semantics/index.ts';
import { bytearrayClass, pieceOf } from '../container-operators.ts';
import { joinAll } from '../join.ts';
import {
  allOf,
  type Contents,
  concatenated,
  contentsOf,
  holding,
  inserted,
  isEqual,
  mixedContents,
  noContents,
  popped,
  removed,
} from '../sequences.ts';
import {
  anyOfValues,
  argument,
  bound,
  changeSequences,
  elements,
  isOpen,
  literal,
  made,
  none,
  placeOf,
  sequencesOf,
} from './given.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { sortedContents } from './ordering.ts';

/** A method that changes the list and gives None. With arguments of unknown number, each of them may be anywhere in it. */
export function changing(change: (contents: Contents, call: NativeCall) => Contents | undefined): Native {
  return (unbound) => {
    const call = bound(unbound);
    if (sequencesOf(call.receiver).length === 0) return undefined;
    if (isOpen(call)) {
      const given = [...call.given.positional, ...call.given.named.values()];
      for (const more of [call.given.rest, call.given.restNamed]) if (more !== undefined) given.push(more);
      const found = given.flatMap((value) => [value, ...allOf(elements(call, value))]);
      changeSequences(call, (fact) => {
        const mixed = mixedContents(contentsOf(fact));
        return holding(fact, { items: [], rest: joinAll([...allOf(mixed), ...found]) });
      });
      return none(call);
    }
    const [first] = sequencesOf(call.receiver);
    if (first === undefined || change(contentsOf(first), call) === undefined) return undefined;
    changeSequences(call, (fact) => holding(fact, change(contentsOf(fact), call) ?? contentsOf(fact)));
    return none(call);
  };
}

/** With what an iterable argument gives, which is asked for once. */
export function withElements(change: (contents: Contents, others: Contents) => Contents): Native {
  return (unbound) => {
    const call = bound(unbound);
    const [given] = call.given.positional;
    if (given === undefined || isOpen(call)) return changing((contents) => contents)(call);
    const others = elements(call, given);
    return changing((contents) => change(contents, others))(call);
  };
}

/** A method that takes an item out and gives it. */
export function taking(
  take: (contents: Contents, call: NativeCall) => { readonly item: Value; readonly left: Contents } | undefined,
): Native {
  return (unbound) => {
    const call = bound(unbound);
    const facts = sequencesOf(call.receiver);
    if (facts.length === 0 || call.receiver === undefined) return undefined;
    const items = facts.flatMap((fact) => take(contentsOf(fact), call)?.item ?? []);
    changeSequences(call, (fact) => holding(fact, take(contentsOf(fact), call)?.left ?? contentsOf(fact)));
    const item = anyOfValues(items);
    if (item === undefined) return undefined;
    const isAll = call.receiver.complete && facts.length === call.receiver.facts.length;
    return isAll ? item : incomplete(item, call.receiver.why ?? 'not all it can be is known');
  };
}

const insert = changing((contents, call) => {
  const [index, item] = call.given.positional;
  return item === undefined ? undefined : inserted(contents, literal(index), item);
});

const pop = taking((contents, call) => {
  const index = argument(call, 0, 'index');
  return popped(contents, index === undefined ? -1n : literal(index));
});

/** `items.index(x)`, `items.count(x)` where each item is known to be equal or not. */
function counted(count: (outcomes: readonly (boolean | undefined)[]) => number | undefined): Native {
  return (unbound) => {
    const call = bound(unbound);
    const facts = sequencesOf(call.receiver);
    const [wanted, ...others] = call.given.positional;
    if (wanted === undefined || others.length > 0 || isOpen(call) || call.receiver === undefined) return undefined;
    if (facts.length === 0 || facts.length < call.receiver.facts.length || !call.receiver.complete) return undefined;
    const counts: Value[] = [];
    for (const fact of facts) {
      const { items, rest } = contentsOf(fact);
      const outcomes = items.map((item) => isEqual(item, wanted));
      const found = count(rest === undefined ? outcomes : [...outcomes, undefined]);
      if (found === undefined) return undefined;
      counts.push(constant(BigInt(found), placeOf(call)));
    }
    return joinAll(counts);
  };
}

const index = counted((outcomes) => {
  const at = outcomes.findIndex((outcome) => outcome !== false);
  return at >= 0 && outcomes[at] === true ? at : undefined;
});

const count = counted((outcomes) =>
  outcomes.includes(undefined) ? undefined : outcomes.filter((outcome) => outcome === true).length,
);

/** A new container of the same kind that holds the same. */
export function copied(unbound: NativeCall): Value | undefined {
  const call = bound(unbound);
  const facts = sequencesOf(call.receiver);
  const [first] = facts;
  if (first === undefined || call.receiver === undefined || facts.length < call.receiver.facts.length) return undefined;
  return joinAll(facts.map((fact) => made(call, fact.type, contentsOf(fact), fact.className)));
}

const sort: Native = (unbound) => {
  const call = bound(unbound);
  if (isOpen(call)) return changing((contents) => contents)(call);
  const sorted = new Map<SequenceFact, Contents>();
  for (const fact of sequencesOf(call.receiver)) sorted.set(fact, sortedContents(call, contentsOf(fact)));
  changeSequences(call, (fact) => holding(fact, sorted.get(fact) ?? sortedContents(call, contentsOf(fact))));
  return none(call);
};

const clear = changing(() => noContents);
const append = changing((contents, call) => {
  const [item] = call.given.positional;
  return item === undefined ? undefined : concatenated(contents, { items: [item], rest: undefined });
});
const extend = withElements(concatenated);
const remove = changing((contents, call) => {
  const [item] = call.given.positional;
  return item === undefined ? undefined : removed(contents, item);
});
const reverse = changing(reversedContents);

/** The same backwards. */
export function reversedContents(contents: Contents): Contents {
  return contents.rest === undefined
    ? { items: [...contents.items].reverse(), rest: undefined }
    : mixedContents(contents);
}

const prepend = (item: Value, contents: Contents): Contents => inserted(contents, 0n, item);

/** A deque of a certain length lets go of items at its other end. */
function withinLength(call: NativeCall, contents: Contents, keeps: 'first' | 'last'): Contents {
  const [fact] = sequencesOf(call.receiver);
  const cell = fact?.identity === undefined ? undefined : call.state.cell(fact.identity);
  const held = cell?.attributes?.get('maxlen');
  return held === undefined ? contents : cutTo(contents, held, keeps);
}

export function cutTo(contents: Contents, held: Value, keeps: 'first' | 'last'): Contents {
  const length = literal(held);
  if (length === null) return contents;
  if (typeof length !== 'bigint' || contents.rest !== undefined) return mixedContents(contents);
  if (contents.items.length <= Number(length)) return contents;
  const items = keeps === 'first' ? contents.items.slice(0, Number(length)) : contents.items.slice(-Number(length));
  return { items: length === 0n ? [] : items, rest: undefined };
}

const deque: NativeTable = {
  append: changing((contents, call) => {
    const [item] = call.given.positional;
    if (item === undefined) return undefined;
    return withinLength(call, concatenated(contents, { items: [item], rest: undefined }), 'last');
  }),
  appendleft: changing((contents, call) => {
    const [item] = call.given.positional;
    return item === undefined ? undefined : withinLength(call, prepend(item, contents), 'first');
  }),
  extend: (unbound) => {
    const call = bound(unbound);
    return withElements((contents, others) => withinLength(call, concatenated(contents, others), 'last'))(call);
  },
  extendleft: (unbound) => {
    const call = bound(unbound);
    return withElements((contents, others) => {
      const joined =
        others.rest === undefined
          ? concatenated(reversedContents(others), contents)
          : mixedContents(concatenated(contents, others));
      return withinLength(call, joined, 'first');
    })(call);
  },
  popleft: taking((contents) => popped(contents, 0n)),
  pop,
  insert,
  remove,
  reverse,
  clear,
  index,
  count,
  copy: copied,
  rotate: changing((contents, call) => {
    const given = call.given.positional[0];
    const by = given === undefined ? 1n : literal(given);
    const { items, rest } = contents;
    if (typeof by !== 'bigint' || rest !== undefined) return mixedContents(contents);
    if (items.length === 0) return contents;
    const turned = Number(((by % BigInt(items.length)) + BigInt(items.length)) % BigInt(items.length));
    const cut = items.length - turned;
    return { items: [...items.slice(cut), ...items.slice(0, cut)], rest };
  }),
};

const named = (className: string, methods: NativeTable): NativeTable =>
  Object.fromEntries(Object.entries(methods).map(([name, native]) => [`${className}.${name}`, native]));

const addPiece = changing((contents, call) => {
  const [given] = call.given.positional;
  return given === undefined ? undefined : concatenated(contents, { items: [], rest: pieceOf(given, placeOf(call)) });
});

const bytes: NativeTable = {
  extend: addPiece,
  append: addPiece,
  clear,
  copy: copied,
};

export const listNatives: NativeTable = {
  ...named(bytearrayClass, bytes),
  ...named('builtins.list', { append, extend, insert, pop, remove, reverse, sort, clear, index, count, copy: copied }),
  ...named('builtins.tuple', { index, count }),
  ...named('collections.deque', deque),
  'collections.deque.__copy__': copied,
};
