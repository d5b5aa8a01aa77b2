// Built-in functions that read and write attributes by name.

import {
  classOfFact,
  constant,
  type Fact,
  incomplete,
  only,
  reference,
  singleConstant,
  type Value,
} from '../../semantics/index.ts';
import { assignAttribute, assignItem } from '../assign.ts';
import { attributesLike, attributeValue, cellName, dictionaryOf, presenceOf } from '../attributes.ts';
import { bare } from '../construct.ts';
import { keepArguments } from '../exception-text.ts';
import { itemValue } from '../items.ts';
import { joinAll } from '../join.ts';
import { removeAttribute, storeAttribute } from '../values.ts';
import { none } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** The names that an argument can be; undefined when it can be others. */
function namesIn(name: Value | undefined): readonly string[] | undefined {
  if (name === undefined || !name.complete || name.facts.length === 0) return undefined;
  const names: string[] = [];
  for (const fact of name.facts) {
    if (fact.kind !== 'constant' || typeof fact.value !== 'string') return undefined;
    names.push(fact.value);
  }
  return names;
}

/** What an attribute's name begins with: `"do_" + verb`. */
function beginningOf(name: Value): string {
  const beginnings = name.facts.map((fact) =>
    fact.kind === 'constant' && typeof fact.value === 'string'
      ? fact.value
      : fact.kind === 'text' && typeof fact.parts[0] === 'string'
        ? fact.parts[0]
        : '',
  );
  return beginnings.length === 1 && name.complete ? (beginnings[0] as string) : '';
}

const getAttribute: Native = (call) => {
  const { frame, state, node } = call;
  const [object, name, fallback] = call.given.positional;
  if (object === undefined || name === undefined || object.facts.length === 0) return undefined;
  const names = namesIn(name);
  if (names === undefined) {
    const found = object.facts.flatMap((fact) => attributesLike(frame, node, fact, beginningOf(name), state));
    if (found.length === 0) return undefined;
    const all = joinAll(fallback === undefined ? found : [...found, fallback]);
    return incomplete(all, 'the name of the attribute is not known');
  }
  const results: Value[] = [];
  for (const each of names) {
    for (const fact of object.facts) {
      const isThere = fallback === undefined ? true : presenceOf(frame, node, fact, each, state);
      if (isThere !== false) results.push(attributeValue(frame, node, only(fact), each, state));
      if (isThere !== true && fallback !== undefined) results.push(fallback);
    }
  }
  const all = joinAll(results);
  return object.complete ? all : incomplete(all, object.why ?? 'not all it can be is known');
};

const setAttribute: Native = (call) => {
  const { frame, state, node } = call;
  const [object, name, value] = call.given.positional;
  if (object === undefined || name === undefined || value === undefined) return undefined;
  const names = namesIn(name);
  if (names?.length === 1) assignAttribute(frame, node, object, names[0] as string, value, state);
  else if (names === undefined) storeAttribute(state, { ...object, complete: false }, '(any)', value);
  else for (const each of names) storeAttribute(state, { ...object, complete: false }, each, value);
  return none(call);
};

const deleteAttribute: Native = (call) => {
  const [object, name] = call.given.positional;
  const known = name === undefined ? undefined : singleConstant(name);
  if (object === undefined || typeof known?.value !== 'string') return undefined;
  removeAttribute(call.state, object, known.value);
  return none(call);
};

const hasAttribute: Native = (call) => {
  const [object, name] = call.given.positional;
  const names = namesIn(name);
  if (object === undefined || names?.length !== 1 || !object.complete) return undefined;
  const outcomes = object.facts.map((fact) => presenceOf(call.frame, call.node, fact, names[0] as string, call.state));
  const [first] = outcomes;
  if (first === undefined || outcomes.some((each) => each !== first)) return undefined;
  return constant(first, call.frame.place(call.node));
};

const variables: Native = (call: NativeCall) => {
  const [object] = call.given.positional;
  const fact = object?.facts.length === 1 ? (object.facts[0] as Fact) : undefined;
  if (fact?.kind !== 'instance') return undefined;
  return dictionaryOf(call.frame, call.node, fact, call.state);
};

/** `object.__new__(cls)`, `super().__new__(cls, …)` */
const create: Native = (call) => {
  const [type, ...positional] = call.given.positional;
  const results: Value[] = [];
  for (const fact of type?.facts ?? []) {
    if (fact.kind !== 'reference' || fact.definition === undefined) return undefined;
    const made = { ...fact, definition: fact.definition };
    results.push(bare(call.frame, call.state, made, { ...call.given, positional }, call.node));
  }
  return results.length === 0 ? undefined : joinAll(results);
};

/** `type(object)`, of what is spelled out and of objects of the project */
const typeOf: Native = (call) => {
  const [object] = call.given.positional;
  if (object === undefined || call.given.positional.length !== 1 || !object.complete) return undefined;
  const at = call.frame.place(call.node);
  const classes: Value[] = [];
  for (const fact of object.facts) {
    const isKnown = fact.kind === 'instance' || fact.kind === 'constant' || fact.kind === 'text';
    const name = isKnown ? classOfFact(fact) : undefined;
    if (name === undefined) return undefined;
    classes.push(reference(name, at, fact.kind === 'instance' ? fact.definition : undefined));
  }
  return classes.length === 0 ? undefined : joinAll(classes);
};

export const objectNatives: NativeTable = {
  'builtins.type': typeOf,
  'builtins.dict.__setitem__': (call) => {
    const [key, value] = call.given.positional;
    if (call.receiver === undefined || key === undefined || value === undefined) return undefined;
    assignItem(call.frame, call.node, call.receiver, key, value, call.state);
    return none(call);
  },
  'builtins.dict.__getitem__': (call) => {
    const [key] = call.given.positional;
    if (call.receiver === undefined || key === undefined) return undefined;
    return itemValue(call.frame, call.node, call.receiver, key, call.state);
  },
  'builtins.object.__init__': none,
  'builtins.BaseException.__init__': (call) => {
    const [self, given] =
      call.receiver === undefined
        ? [call.given.positional[0], call.given.positional.slice(1)]
        : [call.receiver, call.given.positional];
    if (self !== undefined) keepArguments(call.frame, call.node, self, given, call.state);
    return none(call);
  },
  // raise Refused(name).with_traceback(None)
  'builtins.BaseException.with_traceback': (call) => call.receiver,
  'builtins.object.__init_subclass__': none,
  'builtins.object.__new__': create,
  'builtins.str.__new__': create,
  'builtins.bytes.__new__': create,
  'builtins.int.__new__': create,
  'builtins.dict.__new__': create,
  'builtins.list.__new__': create,
  'builtins.getattr': getAttribute,
  'builtins.setattr': setAttribute,
  'builtins.delattr': deleteAttribute,
  'builtins.hasattr': hasAttribute,
  'builtins.vars': variables,
  'builtins.object.__setattr__': (call) => {
    const given = call.receiver === undefined ? call.given.positional : [call.receiver, ...call.given.positional];
    const [object, name, value] = given;
    const known = name === undefined ? undefined : namesIn(name);
    if (object === undefined || value === undefined) return undefined;
    if (known?.length === 1)
      storeAttribute(call.state, object, cellName(call.frame, call.node, known[0] as string), value);
    else storeAttribute(call.state, { ...object, complete: false }, '(any)', value);
    return none(call);
  },
  'builtins.object.__getattribute__': (call) =>
    call.receiver === undefined
      ? undefined
      : getAttribute({ ...call, given: { ...call.given, positional: [call.receiver, ...call.given.positional] } }),
};
