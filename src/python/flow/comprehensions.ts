// What loops take out of values, and comprehensions: loops that collect.

import {
  computed,
  constant,
  elementOf,
  type Fact,
  only,
  type SequenceFact,
  truthOf,
  type Value,
} from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { assign } from './assign.ts';
import { methodOf } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import { assume } from './refine.ts';
import { State } from './state.ts';
import { allocate } from './values.ts';

export interface Elements {
  /** in order, certain */
  readonly items: readonly Value[];
  /** what any further one can be; undefined when there are no others */
  readonly rest: Value | undefined;
}

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
    const all = each.flatMap(({ items, rest }) => (rest === undefined ? items : [...items, rest]));
    return { items: [], rest: joinAll(all.length === 0 ? [elementOf(frame.view, node, value)] : all) };
  }
  return { items: [], rest: elementOf(frame.view, node, value) };
}

function elementsOfFact(frame: Frame, node: NodeId, fact: Fact, state: State): Elements | undefined {
  const at = frame.place(node);
  switch (fact.kind) {
    case 'sequence':
      if (fact.complete) return { items: fact.items, rest: undefined };
      return { items: fact.items, rest: fact.rest ?? elementOf(frame.view, node, only(fact)) };
    case 'mapping': {
      const items = fact.entries.map(({ key }) => key);
      return {
        items,
        rest: fact.complete ? undefined : computed('builtins.dict.keys()[]', [only({ ...fact, entries: [] })], at),
      };
    }
    case 'constant':
      if (typeof fact.value === 'string' && fact.value.length <= MAX_ROUNDS) {
        return { items: [...fact.value].map((character) => constant(character, at)), rest: undefined };
      }
      return undefined;
    case 'instance': {
      const iterate = methodOf(frame, node, fact, '__iter__', state) ?? methodOf(frame, node, fact, '__aiter__', state);
      if (iterate === undefined) return undefined;
      const made = callValue(frame, state, iterate, noArguments, node);
      const inner = made.facts.length === 1 ? (made.facts[0] as Fact) : undefined;
      if (inner === undefined || inner.kind === 'sequence' || inner.kind === 'mapping')
        return elementsOf(frame, node, made, state);
      const next = methodOf(frame, node, inner, '__next__', state) ?? methodOf(frame, node, inner, '__anext__', state);
      if (next === undefined) return { items: [], rest: elementOf(frame.view, node, made) };
      return { items: [], rest: callValue(frame, state, next, noArguments, node) };
    }
    default:
      return undefined;
  }
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
  const collect = (inner: State): void => {
    const key = evaluate(frame, first, inner);
    const item =
      kind !== Kind.DictComp ? key : pair(frame, node, key, second === 0 ? key : evaluate(frame, second, inner));
    if (frame.summarising > 0 || collected.rest !== undefined) {
      collected.rest = collected.rest === undefined ? item : joinAll([collected.rest, item]);
    } else collected.items.push(item);
  };
  runGenerator(frame, generators, state, collect);
  state.close(activation);
  frame.lexical = outer;
  const at = frame.place(node);
  if (kind === Kind.DictComp) {
    const entries = collected.items.map((each) => entryOf(each));
    const rest = collected.rest === undefined ? undefined : entryOf(collected.rest).value;
    return allocate(frame, state, node, {
      kind: 'mapping',
      entries,
      complete: rest === undefined,
      ...(rest === undefined ? {} : { rest }),
      at,
    });
  }
  const fact: SequenceFact = {
    kind: 'sequence',
    type: kind === Kind.SetComp ? 'set' : 'list',
    items: collected.items,
    complete: collected.rest === undefined,
    ...(collected.rest === undefined ? {} : { rest: collected.rest }),
    at,
  };
  return allocate(frame, state, node, fact);
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
    for (let test = ast.Comprehension.conditions(tree, generator); test !== 0; test = tree.next(test)) {
      const held = evaluate(frame, test, inside);
      if (truthOf(held) === false || !assume(frame, test, held, true, inside)) {
        return;
      }
      if (truthOf(held) === undefined) isFiltered = true;
    }
    frame.summarising += Number(isFiltered);
    runGenerator(frame, tree.next(generator), inside, collect);
    frame.summarising -= Number(isFiltered);
    state.become(State.joined(state.fork(), inside));
  };
  let isFiltered = false;
  const isUnrolled = elements.items.length <= MAX_ROUNDS;
  if (isUnrolled) for (const item of elements.items) round(item);
  const others = isUnrolled ? [] : elements.items;
  if (others.length > 0 || elements.rest !== undefined) {
    frame.summarising++;
    round(joinAll([...others, ...(elements.rest === undefined ? [] : [elements.rest])]));
    frame.summarising--;
  }
}
