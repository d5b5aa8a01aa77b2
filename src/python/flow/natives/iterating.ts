// `itertools`, and the callables that `functools` and `operator` make: each in terms of what it takes from iterables and
// what it calls.

import { evaluateBinary, type InstanceFact, only, singleConstant, type Value } from '../../semantics/index.ts';
import type { OperatorName } from '../../syntax/index.ts';
import { attributeValue } from '../attributes.ts';
import { callValue, noArguments } from '../calls.ts';
import { MAX_ROUNDS } from '../comprehensions.ts';
import { containerOperator } from '../container-operators.ts';
import { itemValue } from '../items.ts';
import { joinAll } from '../join.ts';
import { allOf, anyOf, type Contents, concatenated, mixedContents, noContents, sliced } from '../sequences.ts';
import { current, whole } from '../values.ts';
import { counter, kept, sideBySide } from './builtins.ts';
import { argument, elements, isOpen, iterator, literal, made, none, pair, placeOf } from './given.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { callForEach } from './ordering.ts';

const chain: Native = (call) => {
  const all = call.given.positional.map((value) => elements(call, value)).reduce(concatenated, noContents);
  const { rest } = call.given;
  return iterator(call, rest === undefined ? all : concatenated(all, mixedContents(elements(call, rest))));
};

const chainAll: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined) return undefined;
  const { items, rest } = elements(call, given);
  const all = items.map((item) => elements(call, item)).reduce(concatenated, noContents);
  return iterator(call, rest === undefined ? all : concatenated(all, mixedContents(elements(call, rest))));
};

const islice: Native = (call) => {
  const [given, ...bounds] = call.given.positional;
  if (given === undefined || isOpen(call)) return undefined;
  const known = bounds.map((bound) => literal(bound));
  const [start, stop, step] = known.length === 1 ? [null, known[0], null] : [known[0], known[1], known[2] ?? null];
  return iterator(call, sliced(elements(call, given), [start, stop, step]));
};

const longest: Native = (call) => {
  if (isOpen(call) || call.given.positional.length === 0) return undefined;
  const fill = argument(call, -1, 'fillvalue') ?? none(call);
  const { items, rest } = sideBySide(
    call.given.positional.map((value) => elements(call, value)),
    fill,
  );
  return iterator(call, {
    items: items.map((each) => pair(call, ...each)),
    rest: rest === undefined ? undefined : pair(call, ...rest),
  });
};

/** Combinations that are made one by one. */
const MAX_COMBINATIONS = 256;

const product: Native = (call) => {
  if (isOpen(call) && call.given.rest !== undefined) return undefined;
  const times = argument(call, -1, 'repeat');
  const repeat = times === undefined ? 1n : literal(times);
  const given = call.given.positional.map((value) => elements(call, value));
  if (typeof repeat !== 'bigint' || repeat > 8n) return undefined;
  const all = Array.from({ length: Number(repeat) }, () => given).flat();
  let rows: Value[][] = [[]];
  for (const { items, rest } of all) {
    if (rest !== undefined || rows.length * items.length > MAX_COMBINATIONS) {
      return iterator(call, { items: [], rest: pair(call, ...all.map(anyOf)) });
    }
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  return iterator(call, { items: rows.map((row) => pair(call, ...row)), rest: undefined });
};

/** Tuples of any of the items, in any order. */
const arranged: Native = (call) => {
  const [given, length] = call.given.positional;
  if (given === undefined) return undefined;
  const contents = elements(call, given);
  const size = length === undefined && contents.rest === undefined ? BigInt(contents.items.length) : literal(length);
  if (allOf(contents).length === 0) return iterator(call, noContents);
  const any = anyOf(contents);
  const row: Value =
    typeof size === 'bigint' && size <= 16n
      ? pair(call, ...Array.from({ length: Number(size) }, () => any))
      : only({ kind: 'sequence', type: 'tuple', items: [], complete: false, rest: any, at: placeOf(call) });
  return iterator(call, { items: [], rest: row });
};

const repeat: Native = (call) => {
  const [item, times] = call.given.positional;
  if (item === undefined) return undefined;
  const count = times === undefined ? undefined : literal(times);
  if (typeof count !== 'bigint' || count > BigInt(MAX_ROUNDS)) return iterator(call, { items: [], rest: item });
  return iterator(call, { items: Array.from({ length: Math.max(Number(count), 0) }, () => item), rest: undefined });
};

const cycle: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined) return undefined;
  const contents = elements(call, given);
  const all = allOf(contents);
  return iterator(call, { items: contents.items, rest: all.length === 0 ? undefined : joinAll(all) });
};

/** A function that takes a test first and items then. */
const testing =
  (test: (call: NativeCall, callee: Value, contents: Contents) => Contents): Native =>
  (call) => {
    const [callee, given] = call.given.positional;
    if (callee === undefined || given === undefined || isOpen(call)) return undefined;
    return iterator(call, test(call, callee, elements(call, given)));
  };

/** As long as the test holds; where that is not known, any of those that pass it. */
function taken(call: NativeCall, callee: Value, contents: Contents): Contents {
  for (const [at, item] of contents.items.entries()) {
    const one = { items: [item], rest: undefined };
    const passed = kept(call, callee, one);
    if (passed.items.length === 1) continue;
    const before = { items: contents.items.slice(0, at), rest: undefined };
    if (passed.rest === undefined) return before;
    const behind = kept(call, callee, { items: contents.items.slice(at + 1), rest: contents.rest });
    return concatenated(before, mixedContents(concatenated(passed, behind)));
  }
  const further = kept(call, callee, { items: [], rest: contents.rest });
  return { items: contents.items, rest: further.rest };
}

function dropped(call: NativeCall, callee: Value, contents: Contents): Contents {
  for (const [at, item] of contents.items.entries()) {
    const passed = kept(call, callee, { items: [item], rest: undefined });
    if (passed.items.length === 1) continue;
    const left = { items: contents.items.slice(at), rest: contents.rest };
    return passed.rest === undefined ? left : mixedContents(left);
  }
  return { items: [], rest: contents.rest };
}

const starmap: Native = (call) => {
  const [callee, given] = call.given.positional;
  if (callee === undefined || given === undefined || isOpen(call)) return undefined;
  const { items, rest } = elements(call, given);
  const open = (item: Value): readonly Value[] => {
    const inner = elements(call, item);
    return inner.rest === undefined ? inner.items : [...inner.items, inner.rest];
  };
  return iterator(call, callForEach(call, callee, items.map(open), rest === undefined ? undefined : open(rest)));
};

const pairwise: Native = (call) => {
  const [given] = call.given.positional;
  if (given === undefined) return undefined;
  const { items, rest } = elements(call, given);
  const pairs = items.slice(1).map((item, at) => pair(call, items[at] as Value, item));
  const last = items[items.length - 1];
  const further = rest === undefined ? undefined : pair(call, last === undefined ? rest : joinAll([last, rest]), rest);
  return iterator(call, { items: pairs, rest: further });
};

const tee: Native = (call) => {
  const [given, times] = call.given.positional;
  if (given === undefined) return undefined;
  const contents = elements(call, given);
  const count = times === undefined ? 2n : literal(times);
  if (typeof count !== 'bigint' || count > 16n) return undefined;
  return pair(call, ...Array.from({ length: Number(count) }, () => iterator(call, contents)));
};

const groupby: Native = (call) => {
  const [given] = call.given.positional;
  const key = argument(call, 1, 'key');
  if (given === undefined || isOpen(call)) return undefined;
  const contents = elements(call, given);
  if (allOf(contents).length === 0) return iterator(call, noContents);
  const any = anyOf(contents);
  const keys = key === undefined || literal(key) === null ? any : callForEach(call, key, [], [any]).rest;
  const row = pair(call, keys ?? any, iterator(call, mixedContents(contents)));
  return iterator(call, { items: [], rest: row });
};

const batched: Native = (call) => {
  const [given, size] = call.given.positional;
  const count = size === undefined ? undefined : literal(size);
  if (given === undefined) return undefined;
  const contents = elements(call, given);
  if (typeof count !== 'bigint' || count < 1n || contents.rest !== undefined) {
    if (allOf(contents).length === 0) return iterator(call, noContents);
    return iterator(call, { items: [], rest: made(call, 'tuple', mixedContents(contents)) });
  }
  const rows: Value[] = [];
  for (let at = 0; at < contents.items.length; at += Number(count))
    rows.push(pair(call, ...contents.items.slice(at, at + Number(count))));
  return iterator(call, { items: rows, rest: undefined });
};

/** `reduce(f, items, first)` and `accumulate(items, f, initial=first)`: each step with what the one before gave. */
function folded(call: NativeCall, callee: Value, contents: Contents, first: Value | undefined): Value[] | undefined {
  const { frame, state, node } = call;
  const step = (before: Value, item: Value) =>
    callValue(frame, state, callee, { ...noArguments, positional: [before, item] }, node);
  const items = [...contents.items];
  let value = first ?? items.shift() ?? contents.rest;
  if (value === undefined) return undefined;
  const values = [value];
  if (items.length > MAX_ROUNDS) return [joinAll([value, step(value, anyOf(contents))])];
  for (const item of items) values.push((value = step(value, item)));
  if (contents.rest === undefined) return values;
  frame.summarising++;
  // Twice: what one further step makes goes into the next.
  for (let round = 0; round < 2; round++) value = joinAll([value, step(value, contents.rest)]);
  frame.summarising--;
  return [...values, value];
}

const reduce: Native = (call) => {
  const [callee, given, first] = call.given.positional;
  if (callee === undefined || given === undefined || isOpen(call)) return undefined;
  return folded(call, callee, elements(call, given), first ?? argument(call, -1, 'initial'))?.at(-1);
};

const accumulate: Native = (call) => {
  const [given] = call.given.positional;
  const callee = argument(call, 1, 'func');
  if (given === undefined || callee === undefined || isOpen(call)) return undefined;
  const contents = elements(call, given);
  const values = folded(call, callee, contents, argument(call, -1, 'initial'));
  if (values === undefined) return iterator(call, noContents);
  if (contents.rest === undefined && contents.items.length <= MAX_ROUNDS) {
    return iterator(call, { items: values, rest: undefined });
  }
  return iterator(call, { items: [], rest: joinAll(values) });
};

/** What a callable of `operator` was made with. */
function madeWith(call: NativeCall): readonly Value[] {
  const fact = call.receiver?.facts.find((each): each is InstanceFact => each.kind === 'instance');
  return fact?.from ?? [];
}

const several = (call: NativeCall, results: readonly Value[]): Value | undefined =>
  results.length === 1 ? results[0] : results.length === 0 ? undefined : pair(call, ...results);

const itemgetter: Native = (call) => {
  const [object] = call.given.positional;
  if (object === undefined) return undefined;
  const { frame, node, state } = call;
  return several(
    call,
    madeWith(call).map((key) => current(itemValue(frame, node, object, key, state), state)),
  );
};

const attrgetter: Native = (call) => {
  const [object] = call.given.positional;
  if (object === undefined) return undefined;
  const names = madeWith(call).map((name) => singleConstant(name)?.value);
  if (!names.every((name) => typeof name === 'string')) return undefined;
  return several(
    call,
    names.map((name) => name.split('.').reduce((value, each) => attribute(call, value, each), object)),
  );
};

function attribute(call: NativeCall, object: Value, name: string): Value {
  return current(attributeValue(call.frame, call.node, object, name, call.state), call.state);
}

const methodcaller: Native = (call) => {
  const [object] = call.given.positional;
  const [name, ...positional] = madeWith(call);
  const text = name === undefined ? undefined : singleConstant(name)?.value;
  if (object === undefined || typeof text !== 'string') return undefined;
  const method = attribute(call, object, text);
  return callValue(call.frame, call.state, method, { ...noArguments, positional }, call.node);
};

const getitem: Native = (call) => {
  const [object, key] = call.given.positional;
  if (object === undefined || key === undefined) return undefined;
  return current(itemValue(call.frame, call.node, object, key, call.state), call.state);
};

/** `operator.add(a, b)` is `a + b`. */
const operation =
  (operator: OperatorName): Native =>
  (call) => {
    const [left, right] = call.given.positional;
    if (left === undefined || right === undefined || isOpen(call)) return undefined;
    const { frame, node, state } = call;
    const made = containerOperator(frame, node, operator, left, right, state);
    return made ?? evaluateBinary(frame.view, node, operator, whole(left, state), whole(right, state));
  };

const operations: NativeTable = Object.fromEntries(
  (
    [
      ['add', 'Add'],
      ['concat', 'Add'],
      ['iadd', 'Add'],
      ['iconcat', 'Add'],
      ['mul', 'Mult'],
      ['mod', 'Mod'],
      ['sub', 'Sub'],
      ['or_', 'BitOr'],
      ['and_', 'BitAnd'],
      ['xor', 'BitXor'],
      ['truediv', 'Div'],
    ] as const
  ).map(([name, operator]) => [`operator.${name}`, operation(operator)]),
);

const numbers: Native = (call) => iterator(call, { items: [], rest: counter(call) });

export const iterationNatives: NativeTable = {
  ...operations,
  'itertools.chain': chain,
  'itertools.chain.from_iterable': chainAll,
  'itertools.islice': islice,
  'itertools.zip_longest': longest,
  'itertools.product': product,
  'itertools.permutations': arranged,
  'itertools.combinations': arranged,
  'itertools.combinations_with_replacement': arranged,
  'itertools.repeat': repeat,
  'itertools.cycle': cycle,
  'itertools.count': numbers,
  'itertools.filterfalse': testing((call, callee, contents) => kept(call, callee, contents, false)),
  'itertools.takewhile': testing(taken),
  'itertools.dropwhile': testing(dropped),
  'itertools.starmap': starmap,
  'itertools.pairwise': pairwise,
  'itertools.tee': tee,
  'itertools.groupby': groupby,
  'itertools.batched': batched,
  'itertools.accumulate': accumulate,
  'functools.reduce': reduce,
  // with nullcontext(file) as opened:
  'contextlib.nullcontext.__enter__': (call) => madeWith(call)[0],
  'operator.itemgetter.__call__': itemgetter,
  'operator.attrgetter.__call__': attrgetter,
  'operator.methodcaller.__call__': methodcaller,
  'operator.getitem': getitem,
};
