// What torch.save() wrote before version 1.6: five pickles one behind the other (a magic number, the protocol, facts about
// the system, the object, the keys of its storages), and behind them, for each key, how many elements it has and their bytes.
// The first pickle is run before the magic number is compared, so that it is judged like any other.

import type { Draft } from '../artifact.ts';
import { latin1, unsignedAt } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { anyLoader } from '../pickle/dialect.ts';
import { run } from '../pickle/machine.ts';
import type { Event, Value } from '../pickle/program.ts';
import { type ByteSource, stretchOf } from '../source.ts';

/** `0x1950a86a20f9469cfc6c`, as `LONG1` writes it, with what stands before it in protocols 2 to 5. */
const beginning = /^\x80[\x02-\x05](\x95[\s\S]{8})?\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19\./;
const names = ['magic number', 'protocol', 'system', 'object', 'keys of storages'];

export const torchLegacy: Reader = {
  format: 'torch-legacy',
  sniff(source) {
    const start = source.read(0, 24);
    if (start[0] !== 0x80) return undefined;
    const [first = ''] = beginning.exec(latin1(start)) ?? [];
    return first !== '' && source.size > first.length ? 'certain' : undefined;
  },
  read(source, draft, inspection) {
    let at = 0;
    let sizes: ReadonlyMap<string, number> = new Map();
    let keys: readonly string[] = [];
    for (const name of names) {
      const { program, next } = run(source, at, { limit: source.size, dialect: anyLoader, budget: inspection.budget });
      const isWhole = program.ending === 'stop';
      const end = isWhole ? next : source.size;
      inspection.openAs('pickle', draft, name, stretchOf(source, at, end), at);
      draft.claim(at, end);
      if (!isWhole) {
        draft.concern(
          'torch:storages-unclear',
          'unknown',
          { start: at, end: at + 1 },
          { why: `its ${name} cannot be read` },
        );
        return;
      }
      if (name === 'object') sizes = storagesIn(program.events);
      if (name === 'keys of storages') keys = textsIn(program.result);
      at = end;
    }
    readStorages(source, at, keys, sizes, draft, inspection);
  },
};

function readStorages(
  source: ByteSource,
  start: number,
  keys: readonly string[],
  sizes: ReadonlyMap<string, number>,
  draft: Draft,
  inspection: Inspection,
): void {
  let at = start;
  for (const key of keys) {
    inspection.budget.spend();
    const count = unsignedAt(source, at, 8);
    const size = sizes.get(key);
    const span = { start: at, end: at + 8 };
    if (count === undefined || size === undefined) {
      const why = count === undefined ? `storage ${key} is not there` : `nothing says what storage ${key} holds`;
      draft.concern('torch:storages-unclear', 'unknown', span, { why });
      return;
    }
    const end = at + 8 + count * size;
    draft.line(() => `storage ${key}: ${count} elements of ${size} bytes at ${at + 8}`);
    if (end > source.size) {
      draft.concern('torch:storages-unclear', 'unknown', span, { why: `storage ${key} is not all there` });
      draft.claim(at, source.size);
      return;
    }
    draft.claim(at, end);
    at = end;
  }
  draft.detail('storages', String(keys.length));
}

const sizeByStorage: ReadonlyMap<string, number> = new Map([
  ...['Double', 'Long', 'ComplexFloat'].map((name) => [name, 8] as const),
  ...['Float', 'Int', 'QInt32'].map((name) => [name, 4] as const),
  ...['Half', 'BFloat16', 'Short'].map((name) => [name, 2] as const),
  ...['Char', 'Byte', 'Bool', 'QInt8', 'QUInt8', 'QUInt4x2', 'QUInt2x4', 'Untyped'].map((name) => [name, 1] as const),
  ['ComplexDouble', 16],
]);

/** Bytes of an element, by key, from persistent ids: `('storage', torch.FloatStorage, '0', 'cpu', 9, None)`. */
function storagesIn(events: readonly Event[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const event of events) {
    const id = event.kind === 'persistent' ? event.persistent.id : undefined;
    if (id?.kind !== 'tuple') continue;
    const [, type, key] = id.items;
    const text = textOf(key);
    const name = type?.kind === 'global' ? /^(\w+?)Storage$/.exec(type.name ?? '')?.[1] : undefined;
    const size = name === undefined ? undefined : sizeByStorage.get(name);
    if (text !== undefined && size !== undefined) sizes.set(text, size);
  }
  return sizes;
}

function textsIn(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : [];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? value.text : value?.kind === 'eight-bit' ? value.latin1 : undefined;
}
