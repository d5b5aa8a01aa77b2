// First pass over an event log: what things are called, of which classes they are, and what was done to them. Says nothing of
// whether it is harmless.

import { entryOf, storageNames } from './allowed/index.ts';
import { type Facts, type Name, toName } from './facts.ts';
import type { CallValue, Event, PersistentValue, Value } from './program.ts';

const storages = new Set(storageNames);

export function learn(events: readonly Event[], facts: Facts): void {
  for (const event of events) {
    facts.budget.spend();
    switch (event.kind) {
      case 'call':
        learnCall(event.call, facts);
        break;
      case 'build':
        facts.addState(event.target, event.state);
        break;
      case 'set-item':
      case 'append':
      case 'add':
        facts.setWritten(event.target);
        break;
      case 'persistent':
        if (isStorage(event.persistent, facts)) facts.setStorage(event.persistent);
        break;
    }
  }
}

function learnCall(call: CallValue, facts: Facts): void {
  const said = saidName(call, facts);
  if (said !== undefined) {
    facts.fold(call, said);
    return;
  }
  const name = facts.nameOf(call.target);
  if (name === undefined) return;
  if (makers.has(name.full)) facts.madeOfCode.add(call);
  const entry = entryOf(name);
  if (entry === undefined) return;
  if (typeof entry.gives === 'string') facts.setClass(call, entry.gives);
  else if (typeof entry.gives === 'number') {
    const of = call.args.kind === 'tuple' ? call.args.items[entry.gives] : undefined;
    const given = of === undefined ? undefined : facts.nameOf(of);
    if (given !== undefined) facts.setClass(call, given.full);
  } else facts.setClass(call, entry.name);
}

/** Functions and classes of bytecode that is in the pickle. */
const makers = new Set([
  'types.FunctionType',
  'types.LambdaType',
  'dill._dill._create_function',
  'dill._dill._create_type',
  'dill.dill._create_function',
  'cloudpickle.cloudpickle._make_function',
  'cloudpickle.cloudpickle._make_skel_func',
  'cloudpickle.cloudpickle._make_skeleton_class',
  'cloudpickle.cloudpickle_fast._make_function',
  'joblib.externals.cloudpickle.cloudpickle._make_function',
  'joblib.externals.cloudpickle.cloudpickle._make_skeleton_class',
]);

const typesByWord: Readonly<Record<string, Name>> = {
  CodeType: toName('types', ['CodeType']),
  FunctionType: toName('types', ['FunctionType']),
  CellType: toName('types', ['CellType']),
  type: toName('builtins', ['type']),
  object: toName('builtins', ['object']),
};

/** A call that only says a name, as pickles below protocol 4 write what has a dot in it. */
function saidName(call: CallValue, facts: Facts): Name | undefined {
  if (call.opcode !== 'REDUCE' || call.args.kind !== 'tuple') return undefined;
  const [first, second] = call.args.items;
  if (first === undefined) return undefined;
  switch (facts.nameOf(call.target)?.full) {
    case 'builtins.getattr': {
      const of = facts.nameOf(first);
      const attribute = second === undefined ? undefined : facts.textOf(second);
      if (of === undefined || attribute === undefined || call.args.items.length !== 2) return undefined;
      return toName(of.module, [...of.path, ...attribute.split('.')]);
    }
    case 'builtins.type':
      return call.args.items.length === 1 && first.kind === 'none' ? toName('builtins', ['NoneType']) : undefined;
    case 'dill._dill._load_type':
    case 'cloudpickle.cloudpickle._builtin_type': {
      const word = facts.textOf(first) ?? '';
      if (Object.hasOwn(typesByWord, word)) return typesByWord[word];
      return /^[a-z]{1,20}$/.test(word) ? toName('builtins', [word]) : toName('types', [word]);
    }
    default:
      return undefined;
  }
}

/** `('storage', torch.FloatStorage, '0', 'cpu', 9408)`, and a sixth item in old files. */
function isStorage({ id }: PersistentValue, facts: Facts): boolean {
  if (id.kind !== 'tuple' || id.items.length < 5 || id.items.length > 6) return false;
  const [word, type, key, place, count, view] = id.items as [Value, Value, Value, Value, Value, Value?];
  return (
    facts.textOf(word) === 'storage' &&
    storages.has(facts.nameOf(type)?.full ?? '') &&
    facts.textOf(key) !== undefined &&
    facts.textOf(place) !== undefined &&
    count.kind === 'int' &&
    (view === undefined || view.kind === 'none' || isView(view))
  );
}

/** Of a storage in another: its key, an offset and a size. */
function isView(view: Value): boolean {
  return (
    view.kind === 'tuple' && view.items.every(({ kind }) => kind === 'text' || kind === 'eight-bit' || kind === 'int')
  );
}
