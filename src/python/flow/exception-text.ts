// What exceptions carry: the arguments that they were made with, and the text that they are written as.

import {
  computed,
  type Fact,
  only,
  type ProjectClass,
  type SequenceFact,
  textFrom,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import { methodOf } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';
import { current, identityOf, storeAttribute, whole } from './values.ts';

const base = 'builtins.BaseException';

export const isExceptionClass = (info: ProjectClass) => info.ancestors.includes(base);

/** `raise Refused("not you", name)` keeps the two, whatever `__init__` does. */
export function keepArguments(frame: Frame, node: NodeId, exception: Value, given: readonly Value[], state: State) {
  const items: SequenceFact = { kind: 'sequence', type: 'tuple', items: given, complete: true, at: frame.place(node) };
  storeAttribute(state, exception, '(arguments)', only(items));
}

/** `error.args`; undefined of what is no exception, or was not seen being made. */
export function argumentsOf(frame: Frame, node: NodeId, fact: Fact, state: State): Value | undefined {
  if (fact.kind !== 'instance') return undefined;
  const identity = identityOf(fact);
  const kept = identity === undefined ? undefined : state.cell(identity)?.attributes?.get('(arguments)');
  if (kept !== undefined) return current(kept, state);
  if (fact.definition !== undefined || fact.from === undefined || fact.by !== `${fact.className}()`) return undefined;
  if (!isException(frame, fact)) return undefined;
  return only({ kind: 'sequence', type: 'tuple', items: fact.from, complete: true, at: frame.place(node) });
}

const isException = (frame: Frame, fact: Fact) =>
  fact.kind === 'instance' && frame.engine.session.isSubclass(fact.className, base) === true;

/** What `str(error)` gives; undefined when no exception is among what it can be. */
export function textOfException(frame: Frame, node: NodeId, value: Value, state: State): Value | undefined {
  if (!value.facts.some((fact) => isException(frame, fact))) return undefined;
  const texts = value.facts.map((fact) => {
    const own = methodOf(frame, node, fact, '__str__', state);
    if (own !== undefined) return callValue(frame, state, own, noArguments, node);
    const written = textOf(frame, node, fact, state);
    return written ?? computed('builtins.str()', [whole(only(fact), state)], frame.place(node));
  });
  const all = joinAll(texts);
  return value.complete ? all : { facts: all.facts, complete: false, why: value.why ?? '' };
}

/** Exceptions that put more into their text than their arguments. */
const withOwnText = ['builtins.OSError', 'builtins.UnicodeError', 'builtins.SyntaxError', 'builtins.ImportError'];

function textOf(frame: Frame, node: NodeId, fact: Fact, state: State): Value | undefined {
  const held = fact.kind === 'instance' ? argumentsOf(frame, node, fact, state) : undefined;
  const [items] = held?.facts ?? [];
  if (fact.kind !== 'instance' || items?.kind !== 'sequence' || !items.complete) return undefined;
  const place = frame.place(node);
  const { session } = frame.engine;
  const is = (name: string) => fact.className === name || session.isSubclass(fact.className, name) !== false;
  const isPlain = /^builtins\./.test(fact.className) || fact.definition !== undefined;
  if (!isPlain || withOwnText.some(is)) {
    return items.items.length === 0 ? undefined : computed('builtins.str()', [...items.items], place);
  }
  const [first] = items.items;
  if (first === undefined) return textFrom([''], 'str', place);
  const written = items.items.length > 1 ? held : whole(first, state);
  if (items.items.length > 1 || is('builtins.KeyError')) return computed('builtins.repr()', [written as Value], place);
  return textFrom([written as Value], 'str', place);
}
