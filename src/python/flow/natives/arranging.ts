// Library functions that keep lists in order or choose from them: `heapq`, `bisect`, `random`.

import { computed, type Value } from '../../semantics/index.ts';
import { joinAll } from '../join.ts';
import { allOf, anyOf, type Contents, contentsOf, holding, mixedContents, popped, shuffled } from '../sequences.ts';
import { argument, changeSequences, elements, isOpen, literal, made, none, placeOf, sequencesOf } from './given.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { sortedContents } from './ordering.ts';

/** The call as a method of the list that it is given first. */
function onFirst(call: NativeCall): NativeCall | undefined {
  const [receiver, ...positional] = call.given.positional;
  if (receiver === undefined || isOpen(call) || sequencesOf(receiver).length < receiver.facts.length) return undefined;
  return { ...call, receiver, given: { ...call.given, positional } };
}

function arranging(arrange: (contents: Contents, call: NativeCall) => Contents): Native {
  return (given) => {
    const call = onFirst(given);
    if (call === undefined) return undefined;
    changeSequences(call, (fact) => holding(fact, arrange(contentsOf(fact), call)));
    return none(call);
  };
}

/** Takes an item out of a list whose order is not followed: any of them. */
const heappop: Native = (given) => {
  const call = onFirst(given);
  if (call === undefined) return undefined;
  const sorted = sequencesOf(call.receiver).map((fact) => sortedContents(call, contentsOf(fact)));
  const items = sorted.flatMap((contents) => popped(contents, 0n)?.item ?? []);
  changeSequences(call, (fact) => {
    const contents = sortedContents(call, contentsOf(fact));
    return holding(fact, popped(contents, 0n)?.left ?? contents);
  });
  return items.length === 0 ? undefined : joinAll(items);
};

const withItem = arranging((contents, call) => {
  const [item] = call.given.positional;
  const { items, rest } = contents;
  return sortedContents(call, { items: item === undefined ? items : [...items, item], rest });
});

/** The first or last of the sorted items. */
const some =
  (isGreatest: boolean): Native =>
  (call) => {
    const [count, given] = call.given.positional;
    if (count === undefined || given === undefined || isOpen(call)) return undefined;
    const { items, rest } = sortedContents(call, elements(call, given));
    const wanted = literal(count);
    if (rest !== undefined || typeof wanted !== 'bigint') return made(call, 'list', mixedContents({ items, rest }));
    const ordered = isGreatest ? [...items].reverse() : items;
    return made(call, 'list', { items: ordered.slice(0, Number(wanted)), rest: undefined });
  };

const choice: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined || isOpen(call) || !given.facts.every((fact) => fact.kind === 'sequence')) return undefined;
  const contents = elements(call, given);
  return allOf(contents).length === 0 ? undefined : anyOf(contents);
};

const sample: Native = (call) => {
  const [given] = call.given.positional;
  const count = argument(call, 1, 'k');
  if (given === undefined || isOpen(call)) return undefined;
  if (!given.facts.every((fact) => fact.kind === 'sequence')) return undefined;
  const contents = elements(call, given);
  if (allOf(contents).length === 0) return undefined;
  const any: Value = anyOf(contents);
  const wanted = count === undefined ? 1n : literal(count);
  const items = typeof wanted === 'bigint' && wanted <= 64n ? Array.from({ length: Number(wanted) }, () => any) : [];
  return made(call, 'list', { items, rest: typeof wanted === 'bigint' && wanted <= 64n ? undefined : any });
};

/** A position: nobody's text. */
const position: Native = (call) => computed('builtins.int()', [], placeOf(call));

export const arrangingNatives: NativeTable = {
  'heapq.heappush': withItem,
  'heapq.heapify': arranging((contents, call) => sortedContents(call, contents)),
  'heapq.heappop': heappop,
  'heapq.nsmallest': some(false),
  'heapq.nlargest': some(true),
  'bisect.insort': withItem,
  'bisect.insort_left': withItem,
  'bisect.insort_right': withItem,
  'bisect.bisect': position,
  'bisect.bisect_left': position,
  'bisect.bisect_right': position,
  'random.shuffle': arranging(shuffled),
  'random.choice': choice,
  'secrets.choice': choice,
  'random.sample': sample,
  'random.choices': sample,
};
