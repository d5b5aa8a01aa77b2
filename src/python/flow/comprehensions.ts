// What loops take out of values, and comprehensions: loops that collect.

import {
  constant,
  elementOf,
  type Fact,
  type MappingFact,
  namedText,
  only,
  type SequenceFact,
  truthOf,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { assign } from './assign.ts';
import { methodOf } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { heldBy } from './construct.ts';
import { enumerationOf, membersAsValues } from './enumerations.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { partsOf, withEntries, withEntry } from './mappings.ts';
import { assume } from './refine.ts';
import { resume } from './run.ts';
import { allOf, type Contents, contentsOf, distinct, holding, mixedContents, shuffled } from './sequences.ts';
import { State } from './state.ts';
import { suspendedBy } from './suspended.ts';
import { allocate, update } from './values.ts';

/** Items in order, certain, then what any further one can be. */
export type Elements = Contents;

/** Rounds of a loop that are run one by one. */
export const MAX_ROUNDS = 40;

/** What iterating over a value gives. */
export function elementsOf(frame: Frame, node: NodeId, value: Value, state: State): Elements {
  const fact = value.facts.length === 1 ? (value.facts[0] as Fact) : undefined;
  if (fact !== undefined && value.complete) {
    const found = elementsOfFact(frame, node, fact, state);
    if (found !== undefined) return found;
  }
  if (value.facts.length > 1) {
    const each = value.facts.map((one) => elementsOf(frame, node, only(one), state));
    if (value.complete) return alternatives(each);
    const all = each.flatMap(allOf);
    return { items: [], rest: joinAll(all.length === 0 ? [elementOf(frame.view, node, value)] : all) };
  }
  return { items: [], rest: elementOf(frame.view, node, value) };
}

/** What a collection holds, where the order does not matter. */
export function membersOf(frame: Frame, node: NodeId, value: Value, state: State): Elements {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  return fact?.kind === 'sequence' && !isIterator(fact) ? contentsOf(fact) : elementsOf(frame, node, value, state);
}

/** One of several: what all begin with, then any of what they go on with. */
function alternatives(each: readonly Elements[]): Elements {
  const shortest = Math.min(...each.map(({ items }) => items.length));
  const isEnd = each.every(({ items, rest }) => items.length === shortest && rest === undefined);
  const length = each.length > MAX_ROUNDS ? 0 : shortest;
  const items = Array.from({ length }, (_, at) => joinAll(each.map((one) => one.items[at] as Value)));
  if (isEnd && length === shortest) return { items, rest: undefined };
  const further = each.flatMap((one) => allOf({ items: one.items.slice(length), rest: one.rest }));
  return { items, rest: further.length === 0 ? undefined : joinAll(further) };
}

function elementsOfFact(frame: Frame, node: NodeId, fact: Fact, state: State): Elements | undefined {
  const at = frame.place(node);
  switch (fact.kind) {
    case 'sequence': {
      const contents = contentsOf(fact);
      if (isIterator(fact)) exhaust(fact, contents, state);
      // Nobody knows in which order a set gives its items.
      return fact.type === 'set' || fact.type === 'frozenset' ? shuffled(contents) : contents;
    }
    case 'mapping':
      return partsOf(fact, 'keys', at);
    case 'constant':
      if (typeof fact.value === 'string' && fact.value.length <= MAX_CHARACTERS) {
        return { items: [...fact.value].map((character) => constant(character, at)), rest: undefined };
      }
      if (fact.value instanceof Uint8Array && fact.value.length <= MAX_CHARACTERS) {
        return { items: [...fact.value].map((byte) => constant(BigInt(byte), at)), rest: undefined };
      }
      return undefined;
    case 'instance': {
      const suspended = suspendedBy(frame.engine, fact);
      if (suspended !== undefined) {
        const given = resume(frame, state, suspended, node, () => constant(null, at));
        return elementsOf(frame, node, given, state);
      }
      const iterate = methodOf(frame, node, fact, '__iter__', state) ?? methodOf(frame, node, fact, '__aiter__', state);
      if (iterate === undefined) {
        const held = heldBy(fact, state);
        return held === undefined ? undefined : elementsOf(frame, node, held, state);
      }
      const made = callValue(frame, state, iterate, noArguments, node);
      const inner = made.facts.length === 1 ? (made.facts[0] as Fact) : undefined;
      if (inner === undefined || inner.kind === 'sequence' || inner.kind === 'mapping')
        return elementsOf(frame, node, made, state);
      const next = methodOf(frame, node, inner, '__next__', state) ?? methodOf(frame, node, inner, '__anext__', state);
      if (next === undefined) return { items: [], rest: elementOf(frame.view, node, made) };
      return { items: [], rest: callValue(frame, state, next, noArguments, node) };
    }
    case 'reference': {
      // for letter in string.ascii_letters
      const text = namedText(fact.name);
      if (text !== undefined) return elementsOfFact(frame, node, constant(text, at).facts[0] as Fact, state);
      const enumeration = enumerationOf(frame, fact);
      return enumeration === undefined
        ? undefined
        : { items: membersAsValues(frame, enumeration, node), rest: undefined };
    }
    default:
      return undefined;
  }
}

/** Characters of a constant that are looked at one by one. */
const MAX_CHARACTERS = 256;

/** What gives each item once. */
export function isIterator(fact: SequenceFact): boolean {
  return fact.className === iteratorClass;
}

export const iteratorClass = 'typing.Iterator';

/** Some or all of what an iterator had left has been taken out of it. */
function exhaust(fact: SequenceFact, contents: Contents, state: State): void {
  update(state, only(fact), (each) => (each.kind === 'sequence' ? holding(each, mixedContents(contents)) : each));
}

interface Collected {
  readonly items: Value[];
  rest: Value | undefined;
}

export function evaluateComprehension(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const kind = tree.kind(node);
  const [first, second, generators] =
    kind === Kind.DictComp
      ? [ast.DictComp.key(tree, node), ast.DictComp.value(tree, node), ast.DictComp.generators(tree, node)]
      : kind === Kind.ListComp
        ? [ast.ListComp.element(tree, node), 0, ast.ListComp.generators(tree, node)]
        : kind === Kind.SetComp
          ? [ast.SetComp.element(tree, node), 0, ast.SetComp.generators(tree, node)]
          : [ast.GeneratorExp.element(tree, node), 0, ast.GeneratorExp.generators(tree, node)];
  const outer = frame.lexical;
  const activation = frame.engine.number();
  frame.lexical = { module: frame.module, node, activation, outer };
  state.open(activation);
  const collected: Collected = { items: [], rest: undefined };
  const around = frame.summarising;
  const collect = (inner: State): void => {
    const key = evaluate(frame, first, inner);
    const item =
      kind !== Kind.DictComp ? key : pair(frame, node, key, second === 0 ? key : evaluate(frame, second, inner));
    if (frame.summarising > around || collected.rest !== undefined) {
      collected.rest = collected.rest === undefined ? item : joinAll([collected.rest, item]);
    } else collected.items.push(item);
  };
  runGenerator(frame, generators, state, collect);
  state.close(activation);
  frame.lexical = outer;
  const at = frame.place(node);
  if (kind === Kind.DictComp) {
    const made: MappingFact = { kind: 'mapping', entries: [], complete: true, at };
    const mapping = withEntries(made, collected.items.map(entryOf));
    const rest = collected.rest === undefined ? undefined : entryOf(collected.rest);
    return allocate(frame, state, node, rest === undefined ? mapping : withFurther(mapping, rest));
  }
  const fact: SequenceFact = {
    kind: 'sequence',
    type: kind === Kind.SetComp ? 'set' : 'list',
    items: [],
    complete: true,
    ...(kind === Kind.GeneratorExp ? { className: iteratorClass } : {}),
    at,
  };
  const contents = kind === Kind.SetComp ? distinct(collected) : collected;
  return allocate(frame, state, node, holding(fact, contents));
}

/** The same with any number of entries like this one. */
export function withFurther(
  mapping: MappingFact,
  { key, value }: { readonly key: Value; readonly value: Value },
): MappingFact {
  const made = withEntry(mapping, key, value);
  const more = made.rest === undefined ? value : joinAll([made.rest, value]);
  return { ...made, complete: false, rest: more };
}

function pair(frame: Frame, node: NodeId, key: Value, value: Value): Value {
  return only({ kind: 'sequence', type: 'tuple', items: [key, value], complete: true, at: frame.place(node) });
}

function entryOf(value: Value): { readonly key: Value; readonly value: Value } {
  const keys: Value[] = [];
  const values: Value[] = [];
  for (const fact of value.facts) {
    if (fact.kind !== 'sequence' || fact.items.length !== 2) continue;
    keys.push(fact.items[0] as Value);
    values.push(fact.items[1] as Value);
  }
  return { key: joinAll(keys), value: joinAll(values) };
}

function runGenerator(frame: Frame, generator: NodeId, state: State, collect: (state: State) => void): void {
  if (generator === 0) {
    collect(state);
    return;
  }
  const { tree } = frame.module;
  const iterable = ast.Comprehension.iterable(tree, generator);
  const value = evaluate(frame, iterable, state);
  const elements = elementsOf(frame, iterable, value, state);
  const round = (item: Value): void => {
    const inside = state.fork();
    assign(frame, ast.Comprehension.target(tree, generator), item, inside);
    let isCertain = true;
    for (let test = ast.Comprehension.conditions(tree, generator); test !== 0; test = tree.next(test)) {
      const held = evaluate(frame, test, inside);
      const truth = truthOf(held);
      if (truth === false || !assume(frame, test, held, true, inside)) return;
      isCertain &&= truth !== undefined;
    }
    isFiltered ||= !isCertain;
    frame.summarising += Number(isFiltered);
    runGenerator(frame, tree.next(generator), inside, collect);
    frame.summarising -= Number(isFiltered);
    state.become(isCertain && !isSummary ? inside : State.joined(state.fork(), inside));
  };
  let isSummary = false;
  let isFiltered = false;
  const isUnrolled = elements.items.length <= MAX_ROUNDS;
  if (isUnrolled) for (const item of elements.items) round(item);
  const others = isUnrolled ? [] : elements.items;
  if (others.length > 0 || elements.rest !== undefined) {
    frame.summarising++;
    isSummary = true;
    round(joinAll([...others, ...(elements.rest === undefined ? [] : [elements.rest])]));
    frame.summarising--;
  }
}
