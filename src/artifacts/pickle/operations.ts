// What opcodes do to values: what a list, a dict or a set takes, what has no such operation and ends the loading, and what
// is up to an object and so is written down.

import { Broken } from './broken.ts';
import type { Dialect } from './dialect.ts';
import type { BytesValue, Event, Hashing, ListValue, OddityKind, Value } from './program.ts';

/** The machine as operations see it. */
export interface Running {
  readonly dialect: Dialect;
  readonly offset: number;
  readonly stack: Value[];
  odd(kind: OddityKind, text: string): void;
  suppose(): void;
  happen(event: Event): void;
  count(nodes: number): void;
  top(): Value;
}

/** Of what is not known but by its name: it may be anything. */
export function isObject(value: Value): boolean {
  switch (value.kind) {
    case 'global':
    case 'call':
    case 'persistent':
    case 'extension':
      return true;
    case 'buffer':
      return value.of === undefined || isObject(value.of);
    default:
      return false;
  }
}

const emptyTuple: Value = { kind: 'tuple', items: [], hashing: 'plain' };

export function tupleOf(items: readonly Value[]): Value {
  return items.length === 0 ? emptyTuple : { kind: 'tuple', items, hashing: hashingOf(items) };
}

/** Of a tuple. The items are hashed in order, until one cannot be. */
function hashingOf(items: readonly Value[]): Hashing {
  let sawCode = false;
  for (const item of items) {
    const hashing = hashingOfOne(item);
    if (hashing === 'error' || hashing === 'code-then-error') {
      return sawCode || hashing === 'code-then-error' ? 'code-then-error' : 'error';
    }
    if (hashing === 'code') sawCode = true;
  }
  return sawCode ? 'code' : 'plain';
}

function hashingOfOne(value: Value): Hashing {
  switch (value.kind) {
    case 'tuple':
      return value.hashing;
    case 'list':
    case 'dict':
    case 'set':
    case 'bytearray':
      return 'error';
    case 'buffer':
      return isObject(value) ? 'code' : 'error';
    default:
      return isObject(value) ? 'code' : 'plain';
  }
}

/** `hash(key)` */
export function touchHashes(machine: Running, key: Value): void {
  const hashing = hashingOfOne(key);
  if (hashing === 'plain') return;
  if (hashing !== 'error') machine.happen({ kind: 'hash', offset: machine.offset, key });
  if (hashing !== 'code') throw new Broken('bad-operation', `unhashable: ${key.kind}`);
}

export function dictOf(machine: Running, items: readonly Value[]): Value {
  const entries: Value[] = [];
  if (items.length % 2 !== 0 && machine.dialect.loader === 'c')
    throw new Broken('bad-operation', 'odd number of items for DICT');
  for (let at = 0; at + 1 < items.length; at += 2) {
    touchHashes(machine, items[at] as Value);
    entries.push(items[at] as Value, items[at + 1] as Value);
  }
  if (items.length % 2 !== 0) {
    if (entries.length > 0) machine.odd('odd-operation', 'DICT of a key without a value');
    throw new Broken('bad-operation', 'odd number of items for DICT');
  }
  return { kind: 'dict', entries };
}

/** `target[key] = value` for each pair. */
export function setItems(machine: Running, items: readonly Value[], target: Value): void {
  const { loader } = machine.dialect;
  const isUneven = items.length % 2 !== 0;
  if (isUneven && loader === 'c') throw new Broken('bad-operation', 'odd number of items for SETITEMS');
  for (let at = 0; at + 1 < items.length; at += 2) setItem(machine, target, items[at] as Value, items[at + 1] as Value);
  if (isUneven) {
    if (items.length > 1) machine.odd('odd-operation', 'SETITEMS of a key without a value');
    throw new Broken('bad-operation', 'odd number of items for SETITEMS');
  }
}

function setItem(machine: Running, target: Value, key: Value, value: Value): void {
  if (target.kind === 'dict') {
    touchHashes(machine, key);
    target.entries.push(key, value);
    return;
  }
  const { offset } = machine;
  if (isObject(target)) machine.happen({ kind: 'set-item', offset, target, key, value });
  else if (target.kind === 'list' || target.kind === 'bytearray') setPlace(machine, target, key, value);
  else throw new Broken('bad-operation', `${target.kind} does not support item assignment`);
}

/** `list[2] = value` and `bytearray[2] = 65` work too. */
function setPlace(machine: Running, target: ListValue | BytesValue, key: Value, value: Value): void {
  const size = target.kind === 'list' ? target.items.length : target.size;
  const index = key.kind === 'int' || key.kind === 'bool' ? Number(key.value) : undefined;
  if (index === undefined && !isObject(key)) throw new Broken('bad-operation', 'an index that is no number');
  // The size of a bytearray is not followed once it has grown.
  const isKnown = index !== undefined && (target.kind === 'list' || !target.isChanged);
  if (isKnown && (index >= size || index < -size)) throw new Broken('bad-operation', 'assignment index out of range');
  if (target.kind === 'bytearray' && !isObject(value)) checkByte(value);
  if (!isKnown || (target.kind === 'bytearray' && isObject(value))) machine.suppose();
  machine.happen({ kind: 'set-item', offset: machine.offset, target, key, value });
  if (target.kind !== 'list') target.isChanged = true;
  else if (index === undefined) target.items.push(value);
  else target.items[index < 0 ? index + size : index] = value;
}

function checkByte(value: Value): void {
  const byte = value.kind === 'int' || value.kind === 'bool' ? Number(value.value) : -1;
  if (!(byte >= 0 && byte <= 255)) throw new Broken('bad-operation', 'a byte that is none');
}

/** `target.extend(items)`, or `target.append` of each. */
export function appendItems(
  machine: Running,
  items: readonly Value[],
  target: Value,
  opcode: 'APPEND' | 'APPENDS',
): void {
  if (target.kind === 'list') {
    for (const item of items) target.items.push(item);
    machine.count(0.25);
    return;
  }
  if (items.length === 0) {
    // C does nothing; Python looks up `extend`, and calls it.
    if (isObject(target)) {
      if (machine.dialect.loader !== 'c') machine.happen({ kind: 'append', offset: machine.offset, target, items });
      machine.odd('odd-operation', 'APPENDS of nothing');
    } else if (target.kind !== 'bytearray') {
      machine.odd('odd-operation', `APPENDS of nothing to ${target.kind}`);
      if (machine.dialect.loader === 'python') throw new Broken('bad-operation', `${target.kind} has no append`);
    }
    return;
  }
  if (target.kind === 'bytearray') {
    for (const item of items) if (!isObject(item)) checkByte(item);
    if (items.some(isObject)) machine.suppose();
    target.isChanged = true;
  } else if (!isObject(target)) throw new Broken('bad-operation', `${target.kind} has no ${opcode.toLowerCase()}`);
  machine.happen({ kind: 'append', offset: machine.offset, target, items });
}

/** `target.update(items)` of a set, `target.add` of each otherwise. */
export function addItems(machine: Running, items: readonly Value[], target: Value): void {
  if (target.kind === 'set') {
    for (const item of items) {
      touchHashes(machine, item);
      target.items.push(item);
    }
    return;
  }
  if (!isObject(target)) {
    if (items.length > 0) throw new Broken('bad-operation', `${target.kind} has no add`);
    machine.odd('odd-operation', `ADDITEMS of nothing to ${target.kind}`);
    if (machine.dialect.loader === 'python') throw new Broken('bad-operation', `${target.kind} has no add`);
    return;
  }
  for (const item of items) machine.happen({ kind: 'add', offset: machine.offset, target, item });
}

/** Checks what a `REDUCE` takes: C needs a tuple, `target(*args)` anything that can be iterated over. */
export function callWith(machine: Running, target: Value, args: Value): void {
  spread(machine, args);
  if (!isObject(target)) throw new Broken('bad-operation', `REDUCE calls ${target.kind}`);
}

function spread(machine: Running, args: Value): void {
  if (args.kind === 'tuple') return;
  const { loader } = machine.dialect;
  const isOpen = isObject(args);
  if (!isOpen && !isIterable(args)) throw new Broken('bad-operation', `arguments are ${args.kind}`);
  machine.odd('odd-arguments', `arguments are ${args.kind}, no tuple`);
  if (loader === 'c' && !isOpen) throw new Broken('bad-operation', 'argument list must be a tuple');
  if (!isOpen) return;
  if (loader === 'c') machine.suppose();
  else machine.happen({ kind: 'iterate', offset: machine.offset, target: args });
}

function isIterable(value: Value): boolean {
  switch (value.kind) {
    case 'none':
    case 'bool':
    case 'int':
    case 'float':
      return false;
    default:
      return true;
  }
}

export function newObject(machine: Running, target: Value, args: Value, kwargs: Value | undefined): void {
  const { loader } = machine.dialect;
  if (loader === 'c' && !isObject(target)) throw new Broken('bad-operation', 'NEWOBJ class argument must be a type');
  spread(machine, args);
  if (kwargs !== undefined && kwargs.kind !== 'dict') {
    if (!isObject(kwargs)) throw new Broken('bad-operation', 'NEWOBJ_EX kwargs argument must be a dict');
    machine.suppose();
  } else if (kwargs?.entries.some((key, at) => at % 2 === 0 && !isText(key))) {
    machine.odd('odd-arguments', 'names of arguments that are no text');
    machine.suppose();
    if (loader === 'python') throw new Broken('bad-operation', 'keywords must be strings');
  }
  if (!isObject(target)) throw new Broken('bad-operation', `${target.kind} is no type`);
}

const isText = ({ kind }: Value) => kind === 'text' || kind === 'eight-bit';

/** `target.__setstate__(state)`, or its attributes are set. */
export function build(machine: Running, target: Value, state: Value): void {
  if (isObject(target)) {
    machine.happen({ kind: 'build', offset: machine.offset, target, state });
    return;
  }
  // Plain values have neither: what is left are states that say nothing. C wants None or a dict, Python what is false.
  if (isObject(state)) {
    machine.suppose();
    return;
  }
  const [first, second] = state.kind === 'tuple' && state.items.length === 2 ? state.items : [state];
  const halves = [first as Value, ...(second === undefined ? [] : [second])];
  if (halves.some((half) => isObject(half))) {
    machine.suppose();
    return;
  }
  const c = first?.kind === 'none' && (second === undefined || isEmptyDict(second));
  const python = halves.every(isFalse);
  if (c !== python) machine.odd('odd-operation', `BUILD of ${target.kind} with nothing`);
  const { loader } = machine.dialect;
  const works = loader === 'c' ? c : loader === 'python' ? python : c || python;
  if (!works) throw new Broken('bad-operation', `BUILD of ${target.kind}, which has no state`);
}

const isEmptyDict = (value: Value) => value.kind === 'dict' && value.entries.length === 0;

function isFalse(value: Value): boolean {
  switch (value.kind) {
    case 'none':
      return true;
    case 'bool':
      return !value.value;
    case 'int':
      return value.value === 0;
    case 'float':
      return value.value === 0;
    case 'text':
    case 'eight-bit':
      return value.size === 0;
    case 'bytes':
    case 'bytearray':
      return value.size === 0 && !value.isChanged;
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return value.items.length === 0;
    case 'dict':
      return value.entries.length === 0;
    default:
      return false;
  }
}

/** `READONLY_BUFFER`: a view that cannot be written to takes the place of what can be. */
export function view(machine: Running): void {
  const target = machine.top();
  if (target.kind === 'bytes' || (target.kind === 'buffer' && target.of !== undefined)) return;
  if (target.kind === 'eight-bit' && machine.dialect.encoding !== 'bytes') {
    if (machine.dialect.encoding !== 'any') throw new Broken('bad-operation', 'a bytes-like object is required');
    machine.suppose();
    return;
  }
  if (target.kind === 'eight-bit') return;
  if (target.kind !== 'bytearray' && !isObject(target))
    throw new Broken('bad-operation', 'a bytes-like object is required');
  if (isObject(target)) {
    machine.suppose();
    machine.happen({ kind: 'view', offset: machine.offset, target });
  }
  machine.stack[machine.stack.length - 1] = { kind: 'buffer', offset: machine.offset, of: target };
}
