// Library objects that give out again what they were given: queues, buffers, context variables, namespaces, the
// environment, named tuples.

import {
  computed,
  constant,
  type Fact,
  type InstanceFact,
  type MappingFact,
  only,
  reference,
  stringOf,
  textFrom,
  unknown,
  type Value,
} from '../../semantics/index.ts';
import { elementsOf } from '../comprehensions.ts';
import { joinAll } from '../join.ts';
import { entryFor, withEntry } from '../mappings.ts';
import { allocate, current, identityOf, removeAttribute, storeAttribute } from '../values.ts';
import { mappingFrom } from './builtins.ts';
import { argumentOf, invoke, keeper, keepIn, listOf, madeObject, none, slotOf } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

// Queues

const callList = (call: NativeCall, list: Value, method: string, ...positional: Value[]): Value => {
  const place = call.frame.place(call.node);
  const callee = only({ kind: 'reference', name: `builtins.list.${method}`, receiver: list, at: place });
  return invoke(call, callee, { positional });
};

const put: Native = (call) => {
  const item = argumentOf(call, 'item', 0) ?? argumentOf(call, 'obj', 0);
  const list = call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(items)');
  if (item === undefined || list === undefined) return undefined;
  callList(call, list, 'append', item);
  return none(call);
};

const get: Native = (call) => {
  const { receiver, state, frame, node } = call;
  const list = receiver === undefined ? undefined : slotOf(state, receiver, '(items)');
  if (list === undefined) return undefined;
  const fact = receiver?.facts[0];
  const className = fact?.kind === 'instance' ? fact.className : '';
  if (/Priority/.test(className)) {
    const { items, rest } = elementsOf(frame, node, list, state);
    const all = rest === undefined ? items : [...items, rest];
    if (all.length === 0) return unknown('the queue is empty');
    return invoke(call, reference('heapq.heappop', frame.place(node)), { positional: [list] });
  }
  return /Lifo/.test(className)
    ? callList(call, list, 'pop')
    : callList(call, list, 'pop', constant(0n, frame.place(node)));
};

const size =
  (isEmptiness: boolean): Native =>
  (call) => {
    const list = call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(items)');
    const fact = list?.facts.length === 1 ? list.facts[0] : undefined;
    if (fact?.kind !== 'sequence' || !fact.complete) return undefined;
    const at = call.frame.place(call.node);
    return constant(isEmptiness ? fact.items.length === 0 : BigInt(fact.items.length), at);
  };

const queueClasses = [
  'queue.Queue',
  'queue.LifoQueue',
  'queue.PriorityQueue',
  'queue.SimpleQueue',
  'asyncio.Queue',
  'asyncio.LifoQueue',
  'asyncio.PriorityQueue',
  'multiprocessing.Queue',
  'multiprocessing.SimpleQueue',
  'multiprocessing.JoinableQueue',
];

const queueNatives: NativeTable = Object.assign(
  {},
  ...queueClasses.map((name) => ({
    ...keeper(name, (call, self) => keepIn(call.state, self, '(items)', listOf(call, []))),
    [`${name}.put`]: put,
    [`${name}.put_nowait`]: put,
    [`${name}.get`]: get,
    [`${name}.get_nowait`]: get,
    [`${name}.empty`]: size(true),
    [`${name}.qsize`]: size(false),
  })),
);

// Buffers

const buffer = (className: string, type: 'str' | 'bytes'): NativeTable =>
  keeper(className, (call, self) => {
    const initial =
      call.given.positional[0] ?? call.given.named.get('initial_value') ?? call.given.named.get('initial_bytes');
    const empty = constant(type === 'str' ? '' : new Uint8Array(0), call.frame.place(call.node));
    keepIn(call.state, self, '(text)', initial ?? empty);
  });

const typeOfBuffer = (value: Value): 'str' | 'bytes' =>
  value.facts.some((fact) => fact.kind === 'instance' && fact.className === 'io.BytesIO') ? 'bytes' : 'str';

const write: Native = (call) => {
  const [more] = call.given.positional;
  const before = call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(text)');
  if (call.receiver === undefined || more === undefined || before === undefined) return undefined;
  const at = call.frame.place(call.node);
  keepIn(call.state, call.receiver, '(text)', textFrom([before, more], typeOfBuffer(call.receiver), at));
  return computed('io.TextIOBase.write()', [], at);
};

const writeLines: Native = (call) => {
  const [lines] = call.given.positional;
  const before = call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(text)');
  if (call.receiver === undefined || lines === undefined || before === undefined) return undefined;
  const { items, rest } = elementsOf(call.frame, call.node, lines, call.state);
  const parts = rest === undefined ? [before, ...items] : [before, ...items, rest];
  const at = call.frame.place(call.node);
  keepIn(call.state, call.receiver, '(text)', textFrom(parts, typeOfBuffer(call.receiver), at));
  return none(call);
};

const contents: Native = (call) =>
  call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(text)');

const read: Native = (call) => (call.given.positional.length > 0 ? partOfBuffer(call) : contents(call));

/** Some of it. */
const partOfBuffer: Native = (call) => {
  const all = contents(call);
  return all === undefined ? undefined : computed(`${call.name}()`, [all], call.frame.place(call.node));
};

const truncate: Native = (call) => {
  const before = contents(call);
  if (before === undefined || call.receiver === undefined) return undefined;
  const [size] = call.given.positional;
  const known = size?.facts.length === 1 ? size.facts[0] : undefined;
  const isAll = known?.kind === 'constant' && known.value === 0n;
  const at = call.frame.place(call.node);
  const empty = constant(typeOfBuffer(call.receiver) === 'str' ? '' : new Uint8Array(0), at);
  keepIn(call.state, call.receiver, '(text)', isAll ? empty : computed(`${call.name}()`, [before], at));
  return none(call);
};

const bufferNatives: NativeTable = {
  ...buffer('io.StringIO', 'str'),
  ...buffer('io.BytesIO', 'bytes'),
  'io.TextIOBase.write': write,
  'io.BufferedIOBase.write': write,
  'io.StringIO.write': write,
  'io.BytesIO.write': write,
  'io.IOBase.writelines': writeLines,
  'io.TextIOBase.writelines': writeLines,
  'io.StringIO.getvalue': contents,
  'io.BytesIO.getvalue': contents,
  'io.BytesIO.getbuffer': contents,
  'io.TextIOBase.read': read,
  'io.StringIO.read': read,
  'io.BufferedIOBase.read': read,
  'io.BytesIO.read': read,
  'io.TextIOBase.readline': partOfBuffer,
  'io.IOBase.readline': partOfBuffer,
  'io.StringIO.readline': partOfBuffer,
  'io.TextIOBase.truncate': truncate,
  'io.IOBase.truncate': truncate,
};

// Context variables

/** A slot, and whether it is certainly filled. */
function filled(call: NativeCall, object: Value, slot: string): { value: Value | undefined; isCertain: boolean } {
  const fact = object.facts.length === 1 ? (object.facts[0] as Fact) : undefined;
  const identity = fact === undefined ? undefined : identityOf(fact);
  const cell = identity === undefined ? undefined : call.state.cell(identity);
  const value = slotOf(call.state, object, slot);
  return { value, isCertain: value !== undefined && cell?.mayLack?.has(slot) !== true };
}

const contextVariable: NativeTable = {
  ...keeper('contextvars.ContextVar', (call, self) => {
    const fallback = call.given.named.get('default');
    if (fallback !== undefined) keepIn(call.state, self, '(default)', fallback);
  }),
  'contextvars.ContextVar.set': (call) => {
    const [value] = call.given.positional;
    if (call.receiver === undefined || value === undefined) return undefined;
    const before = filled(call, call.receiver, '(value)');
    const token = madeObject(call, 'contextvars.Token');
    if (before.value !== undefined) storeAttribute(call.state, token, '(old)', before.value);
    storeAttribute(call.state, token, '(known)', none(call));
    keepIn(call.state, call.receiver, '(value)', value);
    return token;
  },
  'contextvars.ContextVar.get': (call) => {
    if (call.receiver === undefined) return undefined;
    const { value, isCertain } = filled(call, call.receiver, '(value)');
    if (isCertain) return value;
    call.frame.markShared();
    const fallback = call.given.positional[0] ?? slotOf(call.state, call.receiver, '(default)');
    const found = [value, fallback].filter((each) => each !== undefined);
    return found.length === 0 ? undefined : joinAll(found);
  },
  'contextvars.ContextVar.reset': (call) => {
    const [token] = call.given.positional;
    if (call.receiver === undefined || token === undefined) return undefined;
    if (slotOf(call.state, token, '(known)') === undefined) return undefined;
    const old = slotOf(call.state, token, '(old)');
    if (old === undefined) removeAttribute(call.state, call.receiver, '(value)');
    else keepIn(call.state, call.receiver, '(value)', old);
    return none(call);
  },
  'contextvars.Context.run': (call) => {
    const [function_, ...positional] = call.given.positional;
    return function_ === undefined
      ? undefined
      : invoke(call, function_, { ...call.given, positional, isWritten: false });
  },
};

// Namespaces

const namespace = (className: string): NativeTable =>
  keeper(className, (call, self) => {
    for (const [name, value] of call.given.named) storeAttribute(call.state, self, name, value);
    const isClosed = call.given.positional.length === 0 && call.given.restNamed === undefined;
    if (isClosed) storeAttribute(call.state, self, '(namespace)', none(call));
    else if (call.given.restNamed !== undefined) storeAttribute(call.state, self, '(any)', call.given.restNamed);
  });

// Named tuples

/** `"name command"`, `["name", "command"]` */
function fieldNames(call: NativeCall, value: Value | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const text = stringOf(value);
  if (text !== undefined) return text.split(/[\s,]+/).filter((name) => name !== '');
  const { items, rest } = elementsOf(call.frame, call.node, value, call.state);
  const names = items.map((item) => {
    const pair = item.facts[0];
    return stringOf(pair?.kind === 'sequence' && pair.items[0] !== undefined ? pair.items[0] : item);
  });
  return rest === undefined && names.every((name) => name !== undefined) ? (names as string[]) : undefined;
}

const makeTupleClass: Native = (call) => {
  const names = fieldNames(call, argumentOf(call, 'field_names', 1) ?? argumentOf(call, 'fields', 1));
  if (names === undefined) return undefined;
  const made = madeObject(call, 'collections.namedtuple');
  const at = call.frame.place(call.node);
  const all = names.map((name) => constant(name, at));
  keepIn(call.state, made, '(fields)', only({ kind: 'sequence', type: 'tuple', items: all, complete: true, at }));
  const defaults = call.given.named.get('defaults');
  if (defaults !== undefined) keepIn(call.state, made, '(defaults)', defaults);
  return made;
};

function namesIn(call: NativeCall, object: Value): readonly string[] {
  const fields = slotOf(call.state, object, '(fields)')?.facts[0];
  return fields?.kind === 'sequence' ? fields.items.map((item) => stringOf(item) ?? '') : [];
}

function tupleOf(call: NativeCall, names: readonly string[], values: readonly Value[]): Value {
  const at = call.frame.place(call.node);
  const attributes = new Map<string, Value>(names.map((name, index) => [name, values[index] as Value]));
  const items = names.map((name) => constant(name, at));
  attributes.set('(fields)', only({ kind: 'sequence', type: 'tuple', items, complete: true, at }));
  attributes.set('(base)', only({ kind: 'sequence', type: 'tuple', items: values, complete: true, at }));
  const fact: InstanceFact = { kind: 'instance', className: 'builtins.tuple', call: at, from: values, at };
  return allocate(call.frame, call.state, call.node, fact, attributes);
}

const callTupleClass: Native = (call) => {
  if (call.receiver === undefined) return undefined;
  const names = namesIn(call, call.receiver);
  if (names.length === 0) return undefined;
  const { positional, named, rest, restNamed } = call.given;
  const defaults = slotOf(call.state, call.receiver, '(defaults)');
  const last = defaults === undefined ? [] : elementsOf(call.frame, call.node, defaults, call.state).items;
  const values = names.map(
    (name, index) =>
      positional[index] ??
      named.get(name) ??
      rest ??
      restNamed ??
      last[index - (names.length - last.length)] ??
      unknown(`no value is given for ${name}`),
  );
  return tupleOf(call, names, values);
};

/** Fields of a named tuple with what they hold, wherever it comes from. */
function fieldsIn(call: NativeCall, object: Value): readonly (readonly [string, Value])[] | undefined {
  const fact = object.facts.length === 1 ? (object.facts[0] as Fact) : undefined;
  const identity = fact === undefined ? undefined : identityOf(fact);
  const attributes = identity === undefined ? undefined : call.state.cell(identity)?.attributes;
  if (attributes === undefined) return undefined;
  return [...attributes].filter(([name]) => !name.startsWith('('));
}

const replaced: Native = (call) => {
  const { receiver, state, frame, node } = call;
  const fields = receiver === undefined ? undefined : fieldsIn(call, receiver);
  if (fields === undefined || receiver === undefined) return undefined;
  const names = fields.map(([name]) => name);
  const values = fields.map(([name, value]) => call.given.named.get(name) ?? call.given.restNamed ?? value);
  const fact = receiver.facts[0] as InstanceFact;
  if (fact.definition === undefined) return tupleOf(call, names, values);
  const at = frame.place(node);
  const attributes = new Map(names.map((name, index) => [name, values[index] as Value]));
  attributes.set('(base)', only({ kind: 'sequence', type: 'tuple', items: values, complete: true, at }));
  const { identity: _, ...plain } = fact;
  return allocate(frame, state, node, { ...plain, call: at, from: values, at }, attributes);
};

const asDictionary: Native = (call) => {
  const fields = call.receiver === undefined ? undefined : fieldsIn(call, call.receiver);
  if (fields === undefined) return undefined;
  const at = call.frame.place(call.node);
  const entries = fields.map(([name, value]) => ({ key: constant(name, at), value }));
  return allocate(call.frame, call.state, call.node, { kind: 'mapping', entries, complete: true, at });
};

// The environment

const absent = unknown('it was removed');

/** What was put into the environment while the code ran. */
function environment(call: NativeCall): { identity: number; facts: readonly MappingFact[] } {
  const identity = call.frame.engine.identityOfName('os.environ');
  const cell = call.state.cell(identity);
  const empty: MappingFact = {
    kind: 'mapping',
    entries: [],
    complete: true,
    identity,
    at: call.frame.place(call.node),
  };
  return { identity, facts: (cell?.facts as readonly MappingFact[] | undefined) ?? [empty] };
}

function setInEnvironment(call: NativeCall, key: Value, value: Value): void {
  const { identity, facts } = environment(call);
  const changed = facts.map((fact) => withEntry(fact, key, value));
  call.state.setCell(identity, { facts: changed, attributes: undefined, isMany: false });
}

/** Undefined: as the models say. */
function readEnvironment(call: NativeCall, key: Value | undefined, fallback: Value | undefined): Value | undefined {
  if (key === undefined) return undefined;
  const found: Value[] = [];
  let isElsewhere = false;
  for (const fact of environment(call).facts) {
    const { value, isCertain } = entryFor(fact, key);
    if (value === absent) found.push(fallback ?? none(call));
    else {
      if (value !== undefined) found.push(value);
      isElsewhere ||= !isCertain;
    }
  }
  if (isElsewhere || found.length === 0) call.frame.markShared();
  if (found.length === 0) return undefined;
  if (!isElsewhere) return joinAll(found);
  const before = computed('os.environ[]', [key], call.frame.place(call.node));
  return joinAll(fallback === undefined ? [...found, before] : [...found, before, fallback]);
}

const environmentGet: Native = (call) =>
  readEnvironment(call, argumentOf(call, 'key', 0), argumentOf(call, 'default', 1));

const environmentSet: Native = (call) => {
  const [key, value] = call.given.positional;
  if (key === undefined || value === undefined) return undefined;
  setInEnvironment(call, key, value);
  return none(call);
};

const environmentNatives: NativeTable = {
  'os.environ.__getitem__': (call) => readEnvironment(call, call.given.positional[0], undefined),
  'os.environ.__setitem__': environmentSet,
  'os.environ.__delitem__': (call) => {
    const [key] = call.given.positional;
    if (key !== undefined) setInEnvironment(call, key, absent);
    return none(call);
  },
  'os.environ.get': environmentGet,
  'os.getenv': environmentGet,
  'os.environ.setdefault': (call) => {
    const [key, value] = call.given.positional;
    if (key === undefined || value === undefined) return undefined;
    const before = readEnvironment(call, key, undefined);
    if (before?.complete) return before;
    const both = joinAll([computed('os.environ[]', [key], call.frame.place(call.node)), value]);
    setInEnvironment(call, key, both);
    return both;
  },
  'os.environ.pop': (call) => {
    const [key, fallback] = call.given.positional;
    const value = readEnvironment(call, key, fallback);
    if (key !== undefined) setInEnvironment(call, key, absent);
    return value;
  },
  'os.environ.update': (call) => {
    for (const [name, value] of call.given.named)
      setInEnvironment(call, constant(name, call.frame.place(call.node)), value);
    for (const fact of call.given.positional.flatMap((each) => current(each, call.state).facts)) {
      if (fact.kind !== 'mapping') continue;
      for (const { key, value } of fact.entries) setInEnvironment(call, key, value);
    }
    return none(call);
  },
};

export const storageNatives: NativeTable = {
  'weakref.WeakKeyDictionary': (call) => mappingFrom(call),
  'weakref.WeakValueDictionary': (call) => mappingFrom(call),
  'weakref.ReferenceType': (call) => {
    const made = madeObject(call, 'weakref.ReferenceType');
    const [object] = call.given.positional;
    if (object !== undefined) keepIn(call.state, made, '(object)', object);
    return made;
  },
  'weakref.ReferenceType.__call__': (call) =>
    call.receiver === undefined ? undefined : slotOf(call.state, call.receiver, '(object)'),
  'weakref.proxy': (call) => call.given.positional[0],
  ...queueNatives,
  ...bufferNatives,
  ...contextVariable,
  ...namespace('types.SimpleNamespace'),
  ...namespace('argparse.Namespace'),
  'collections.namedtuple': makeTupleClass,
  'typing.NamedTuple': makeTupleClass,
  'collections.namedtuple.__call__': callTupleClass,
  'builtins.tuple._replace': replaced,
  'typing.NamedTuple._replace': replaced,
  'builtins.tuple._asdict': asDictionary,
  'typing.NamedTuple._asdict': asDictionary,
  'dataclasses.asdict': (call) => asDictionary({ ...call, receiver: call.given.positional[0] }),
  'dataclasses.replace': (call) => {
    const [object, ...positional] = call.given.positional;
    if (object === undefined || call.given.restNamed !== undefined) return undefined;
    const fact = object.facts.length === 1 ? (object.facts[0] as Fact) : undefined;
    const fields = fieldsIn(call, object);
    if (fact?.kind !== 'instance' || fact.definition === undefined || fields === undefined) return undefined;
    const named = new Map([...fields, ...call.given.named]);
    const callee = reference(fact.className, call.frame.place(call.node), fact.definition);
    return invoke(call, callee, { positional, named });
  },
  ...environmentNatives,
};
