// The functions whose calls are followed because the language's own meaning hangs on them: constructors of plain values,
// `getattr`, `vars`, `super`, imports by name, `functools.partial`, paths. What a library function is for is said by the
// models; what is here gives the value itself.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { attributeOf } from './attributes.ts';
import { enclosingClass } from './bound-values.ts';
import { argumentsOf, type CallArguments } from './call-arguments.ts';
import { reprOf, strOf } from './format.ts';
import { elementOf } from './items.ts';
import { joinPath, merged, pathText } from './operators.ts';
import type { Module } from './session.ts';
import { decode } from './text-methods.ts';
import type { Fact, Literal, MappingFact, SequenceFact, Value } from './value.ts';
import {
  computed,
  constant,
  fromLatin1,
  incomplete,
  MAX_TEXT,
  only,
  singleConstant,
  stringOf,
  truthOf,
  union,
} from './values.ts';

interface KnownCall {
  readonly module: Module;
  readonly call: NodeId;
  readonly given: CallArguments;
  /** value of a positional argument */
  at(index: number): Value | undefined;
  /** the constant that a positional argument certainly is */
  literal(index: number): Literal | undefined;
}

type Evaluate = (known: KnownCall) => Value | undefined;

/** The value of a call of a well-known function; undefined when it is not one or its arguments are open. */
export function evaluateKnownCall(module: Module, call: NodeId, name: string): Value | undefined {
  const evaluate = evaluators.get(name);
  if (evaluate === undefined) return undefined;
  const given = argumentsOf(module.tree, call);
  const at = (index: number): Value | undefined => {
    const node = given.positional[index];
    return node === undefined ? undefined : module.valueOf(node);
  };
  return evaluate({
    module,
    call,
    given,
    at,
    literal: (index) => {
      const value = at(index);
      return value === undefined ? undefined : singleConstant(value)?.value;
    },
  });
}

const fold =
  (compute: (value: Literal) => Literal | undefined): Evaluate =>
  (known) => {
    const { positional, named, starred } = known.given;
    const value = known.literal(0);
    if (value === undefined || positional.length !== 1 || named.size > 0 || starred.length > 0) return undefined;
    const result = compute(value);
    return result === undefined ? undefined : constant(result, known.module.place(known.call));
  };

function lengthOf(known: KnownCall): Value | undefined {
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  const length = fact === undefined ? undefined : lengthOfFact(fact);
  return length === undefined ? undefined : constant(BigInt(length), known.module.place(known.call));
}

function lengthOfFact(fact: Fact): number | undefined {
  if (fact.kind === 'sequence' && fact.complete && fact.type !== 'set' && fact.type !== 'frozenset')
    return fact.items.length;
  if (fact.kind === 'mapping' && fact.complete) return fact.entries.length;
  if (fact.kind !== 'constant') return undefined;
  if (typeof fact.value === 'string') return [...fact.value].length;
  return fact.value instanceof Uint8Array ? fact.value.length : undefined;
}

function toInteger(known: KnownCall): Value | undefined {
  const value = known.literal(0);
  const base = known.given.positional.length > 1 ? known.literal(1) : known.given.named.size > 0 ? undefined : 10n;
  const result = value === undefined || base === undefined ? undefined : integerFrom(value, base);
  return result === undefined ? undefined : constant(result, known.module.place(known.call));
}

const digitsByBase: ReadonlyMap<Literal, RegExp> = new Map([
  [2n, /^(?:0b)?([01]+)$/i],
  [8n, /^(?:0o)?([0-7]+)$/i],
  [10n, /^([0-9]+)$/],
  [16n, /^(?:0x)?([0-9a-f]+)$/i],
]);
const prefixByBase: ReadonlyMap<Literal, string> = new Map([
  [2n, '0b'],
  [8n, '0o'],
  [10n, ''],
  [16n, '0x'],
]);

function integerFrom(value: Literal, base: Literal): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replaceAll('_', '');
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const digits = digitsByBase.get(base)?.exec(text.slice(sign.length))?.[1];
  if (digits === undefined || digits.length > 1000) return undefined;
  const size = BigInt(`${prefixByBase.get(base)}${digits}`);
  return sign === '-' ? -size : size;
}

function toText(known: KnownCall): Value | undefined {
  const { positional, named, starred } = known.given;
  const place = known.module.place(known.call);
  if (positional.length === 0 && named.size === 0 && starred.length === 0) return constant('', place);
  const value = known.at(0);
  if (value === undefined) return undefined;
  // str(b"…", "utf-8")
  if (positional.length === 2) {
    const bytes = known.literal(0);
    const encoding = known.literal(1);
    const text = bytes instanceof Uint8Array && encoding !== undefined ? decode(bytes, [encoding]) : undefined;
    return text === undefined ? undefined : constant(text, place);
  }
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind === 'text' && fact.type === 'str') return value;
  if (fact?.kind === 'instance' && fact.text !== undefined) return fact.text;
  const text = fact?.kind === 'constant' ? strOf(fact.value) : undefined;
  return text === undefined ? undefined : constant(text, place);
}

function toBytes(known: KnownCall): Value | undefined {
  const place = known.module.place(known.call);
  if (known.given.positional.length === 0 && known.given.starred.length === 0)
    return constant(new Uint8Array(0), place);
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind === 'sequence' && fact.complete) {
    const items = fact.items.map((item) => singleConstant(item)?.value);
    if (!items.every((item) => typeof item === 'bigint' && item >= 0n && item < 256n)) return undefined;
    return constant(Uint8Array.from(items.map(Number)), place);
  }
  if (fact?.kind !== 'constant') return undefined;
  if (fact.value instanceof Uint8Array) return value;
  if (typeof fact.value === 'bigint' && fact.value >= 0n && fact.value <= BigInt(MAX_TEXT)) {
    return constant(new Uint8Array(Number(fact.value)), place);
  }
  return typeof fact.value === 'string' && /^[\x00-\x7f]*$/.test(fact.value)
    ? constant(fromLatin1(fact.value), place)
    : undefined;
}

const collection =
  (type: SequenceFact['type']): Evaluate =>
  (known) => {
    const { positional, starred } = known.given;
    const at = known.module.place(known.call);
    if (positional.length === 0 && starred.length === 0)
      return only({ kind: 'sequence', type, items: [], complete: true, at });
    const value = known.at(0);
    const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (fact?.kind === 'sequence') return only({ ...fact, type, at });
    if (fact?.kind === 'mapping') {
      return only({
        kind: 'sequence',
        type,
        items: fact.entries.map((entry) => entry.key),
        complete: fact.complete,
        at,
      });
    }
    if (fact?.kind === 'constant' && typeof fact.value === 'string' && fact.value.length < 256) {
      const items = [...fact.value].map((character) => constant(character, at));
      return only({ kind: 'sequence', type, items, complete: true, at });
    }
    return undefined;
  };

/** `dict(a=1)`, `dict({"a": 1}, b=2)`, `dict([("a", 1)])` */
function toMapping(known: KnownCall): Value | undefined {
  const { positional, named, starred } = known.given;
  const { module } = known;
  const at = module.place(known.call);
  let entries: MappingFact['entries'] = [];
  let complete = true;
  const first = known.at(0);
  if (first !== undefined) {
    const given = first.complete && first.facts.length === 1 ? entriesOf(first.facts[0] as Fact) : undefined;
    entries = given?.entries ?? [];
    complete = given?.complete ?? false;
  }
  for (const node of starred) {
    const value = module.valueOf(node);
    const given = value.complete && value.facts.length === 1 ? entriesOf(value.facts[0] as Fact) : undefined;
    entries = merged(entries, given?.entries ?? []);
    complete &&= given?.complete ?? false;
  }
  const own = [...named].map(([name, node]) => ({ key: constant(name, at), value: module.valueOf(node) }));
  if (positional.length > 1) return undefined;
  return only({ kind: 'mapping', entries: merged(entries, own), complete, at });
}

function entriesOf(fact: Fact): Pick<MappingFact, 'entries' | 'complete'> | undefined {
  if (fact.kind === 'mapping') return fact;
  if (fact.kind !== 'sequence') return undefined;
  const entries: { key: Value; value: Value }[] = [];
  for (const item of fact.items) {
    const pair = item.facts.length === 1 ? item.facts[0] : undefined;
    if (pair?.kind !== 'sequence' || pair.items.length !== 2) return undefined;
    entries.push({ key: pair.items[0] as Value, value: pair.items[1] as Value });
  }
  return { entries, complete: fact.complete };
}

/** `getattr(module, "name"[, default])` */
function getAttribute(known: KnownCall): Value | undefined {
  const object = known.at(0);
  const names = known.at(1);
  if (object === undefined || names === undefined) return undefined;
  const found: Value[] = [];
  for (const fact of names.facts) {
    if (fact.kind !== 'constant' || typeof fact.value !== 'string') return undefined;
    found.push(attributeOf(known.module, known.call, object, fact.value));
  }
  if (found.length === 0) return undefined;
  const fallback = known.at(2);
  const value = union(fallback === undefined ? found : [...found, fallback]);
  return names.complete ? value : incomplete(value, names.why ?? 'the name is not known');
}

function dictionaryOf(known: KnownCall): Value | undefined {
  const object = known.at(0);
  return object === undefined ? undefined : computed('builtins.vars()', [object], known.module.place(known.call));
}

/** `__import__("a.b")` gives a; `importlib.import_module("a.b")` gives b. */
function importByName(known: KnownCall): Value | undefined {
  const name = known.at(0);
  if (name === undefined) return undefined;
  const hasList = known.given.positional.length > 3 || known.given.named.has('fromlist');
  return byName(known, name, (text) => (hasList ? text : (text.split('.', 1)[0] as string)));
}

function importModule(known: KnownCall): Value | undefined {
  const name =
    known.at(0) ??
    (known.given.named.get('name') === undefined
      ? undefined
      : known.module.valueOf(known.given.named.get('name') as NodeId));
  if (name === undefined) return undefined;
  return byName(known, name, (text) => text);
}

function byName(known: KnownCall, names: Value, bound: (text: string) => string): Value | undefined {
  const modules: Value[] = [];
  for (const fact of names.facts) {
    if (fact.kind !== 'constant' || typeof fact.value !== 'string' || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(fact.value))
      return undefined;
    modules.push(known.module.moduleByName(bound(fact.value), known.call));
  }
  if (modules.length === 0) return undefined;
  return names.complete ? union(modules) : incomplete(union(modules), 'the module is not known');
}

/** `functools.partial(f, …)` is f with arguments given beforehand. */
function partial(known: KnownCall): Value | undefined {
  const callable = known.at(0);
  if (callable === undefined) return undefined;
  const place = known.module.place(known.call);
  const facts = callable.facts.map((fact) =>
    fact.kind === 'reference' ? { ...fact, partial: place, at: place } : undefined,
  );
  if (facts.length === 0 || !facts.every((fact) => fact !== undefined)) return undefined;
  return { ...callable, facts };
}

function firstArgument(index: number): Evaluate {
  return (known) => known.at(index);
}

/** `super()` in a method: the object itself; attributes of it are looked up above its class (see `evaluate.ts`). */
function superObject(known: KnownCall): Value | undefined {
  const { module } = known;
  const definition = enclosingClass(module, module.functionOf(known.call));
  if (definition === 0) return undefined;
  const info = module.session.classes.at(module.place(definition));
  const base = info.ancestors[1];
  if (base === undefined) return undefined;
  const place = info.definitions.get(base);
  const at = module.place(known.call);
  return only(
    place === undefined
      ? { kind: 'instance', className: base, at }
      : { kind: 'instance', className: base, definition: place, at },
  );
}

function typeOfValue(known: KnownCall): Value | undefined {
  if (known.given.positional.length !== 1) return undefined;
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'instance') return undefined;
  const at = known.module.place(known.call);
  return only(
    fact.definition === undefined
      ? { kind: 'reference', name: fact.className, at }
      : { kind: 'reference', name: fact.className, definition: fact.definition, at },
  );
}

function joinPaths(known: KnownCall): Value | undefined {
  const { positional, starred } = known.given;
  if (starred.length > 0 || positional.length === 0) return undefined;
  return joinPath(
    positional.map((node) => pathText(known.module.valueOf(node))),
    known.module,
    known.call,
  );
}

const path =
  (className: string): Evaluate =>
  (known) => {
    const { positional, starred } = known.given;
    const { module, call } = known;
    const at = module.place(call);
    const values = positional.map((node) => module.valueOf(node));
    const text =
      starred.length > 0
        ? undefined
        : positional.length === 0
          ? constant('.', at)
          : joinPath(values.map(pathText), module, call);
    return only({
      kind: 'instance',
      className,
      call: at,
      by: `${className}()`,
      from: values,
      at,
      ...(text === undefined ? {} : { text }),
    });
  };

function repeated(known: KnownCall): Value | undefined {
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence') return undefined;
  return only({ ...fact, type: 'list', at: known.module.place(known.call), complete: fact.complete });
}

/** `enumerate(items)` as pairs of an unknown number and an item */
function enumerated(known: KnownCall): Value | undefined {
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  const at = known.module.place(known.call);
  const pair = (first: Value, second: Value): Value =>
    only({ kind: 'sequence', type: 'tuple', items: [first, second], complete: true, at });
  if (
    fact?.kind === 'sequence' &&
    fact.complete &&
    known.given.positional.length === 1 &&
    known.given.named.size === 0
  ) {
    const items = fact.items.map((item, index) => pair(constant(BigInt(index), at), item));
    return only({ kind: 'sequence', type: 'list', items, complete: true, at });
  }
  return undefined;
}

const evaluators: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ['builtins.len', lengthOf],
  ['builtins.int', toInteger],
  ['builtins.str', toText],
  ['builtins.unicode', toText],
  ['builtins.bytes', toBytes],
  ['builtins.bool', (known) => boolean(known)],
  [
    'builtins.float',
    fold((value) => (typeof value === 'bigint' || typeof value === 'number' ? Number(value) : undefined)),
  ],
  [
    'builtins.ord',
    fold((value) =>
      typeof value === 'string' && [...value].length === 1 ? BigInt(value.codePointAt(0) as number) : undefined,
    ),
  ],
  [
    'builtins.chr',
    fold((value) =>
      typeof value === 'bigint' && value >= 0n && value < 0x110000n ? String.fromCodePoint(Number(value)) : undefined,
    ),
  ],
  [
    'builtins.abs',
    fold((value) =>
      typeof value === 'bigint'
        ? value < 0n
          ? -value
          : value
        : typeof value === 'number'
          ? Math.abs(value)
          : undefined,
    ),
  ],
  ['builtins.repr', fold(reprOf)],
  ['builtins.hex', fold((value) => (typeof value === 'bigint' && value >= 0n ? `0x${value.toString(16)}` : undefined))],
  ['builtins.oct', fold((value) => (typeof value === 'bigint' && value >= 0n ? `0o${value.toString(8)}` : undefined))],
  ['builtins.bin', fold((value) => (typeof value === 'bigint' && value >= 0n ? `0b${value.toString(2)}` : undefined))],
  ['builtins.bytes.fromhex', fold(fromHex)],
  ['binascii.unhexlify', fold(fromHex)],
  ['builtins.list', collection('list')],
  ['builtins.tuple', collection('tuple')],
  ['builtins.set', collection('set')],
  ['builtins.frozenset', collection('frozenset')],
  ['builtins.sorted', (known) => unordered(known)],
  ['builtins.reversed', (known) => unordered(known)],
  ['builtins.dict', toMapping],
  ['collections.OrderedDict', toMapping],
  ['types.MappingProxyType', firstArgument(0)],
  ['builtins.enumerate', enumerated],
  ['builtins.iter', repeated],
  ['builtins.next', (known) => nextOf(known)],
  ['builtins.getattr', getAttribute],
  ['builtins.vars', dictionaryOf],
  ['builtins.__import__', importByName],
  ['importlib.__import__', importByName],
  ['importlib.import_module', importModule],
  ['builtins.super', superObject],
  ['builtins.type', typeOfValue],
  ['functools.partial', partial],
  ['builtins.staticmethod', firstArgument(0)],
  ['typing.cast', firstArgument(1)],
  ['typing_extensions.cast', firstArgument(1)],
  ['os.path.join', joinPaths],
  ['os.fspath', (known) => textOfPath(known)],
  ['os.fsdecode', (known) => textOfPath(known)],
  ['pathlib.Path', path('pathlib.Path')],
  ['pathlib.PurePath', path('pathlib.PurePath')],
  ['pathlib.PosixPath', path('pathlib.PosixPath')],
  ['pathlib.PurePosixPath', path('pathlib.PurePosixPath')],
]);

function boolean(known: KnownCall): Value | undefined {
  const value = known.at(0);
  const truth = value === undefined ? false : truthOf(value);
  return truth === undefined ? undefined : constant(truth, known.module.place(known.call));
}

function fromHex(value: Literal): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined;
  const digits = value.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The same items in an order that is not followed: any of them at any place. */
function unordered(known: KnownCall): Value | undefined {
  const value = known.at(0);
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence' || !fact.complete || fact.items.length === 0) return undefined;
  const any = union(fact.items);
  const items = fact.items.map(() => any);
  return only({ kind: 'sequence', type: 'list', items, complete: true, at: known.module.place(known.call) });
}

function nextOf(known: KnownCall): Value | undefined {
  const value = known.at(0);
  if (value === undefined || value.facts.length === 0) return undefined;
  const element = elementOf(known.module, known.call, value);
  const fallback = known.at(1);
  return fallback === undefined ? element : union([element, fallback]);
}

function textOfPath(known: KnownCall): Value | undefined {
  const value = known.at(0);
  if (value === undefined) return undefined;
  const text = pathText(value);
  return stringOf(text) === undefined ? undefined : text;
}

/** Whether a call is `super()` or `super(C, self)`, by what its callee stands for. */
export function isSuperCall(module: Module, node: NodeId): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return false;
  const callee = ast.Call.callee(tree, node);
  if (tree.kind(callee) !== Kind.Name || tree.names.text(ast.Name.name(tree, callee)) !== 'super') return false;
  const facts = module.valueOf(callee).facts;
  return facts.some((fact) => fact.kind === 'reference' && fact.name === 'builtins.super');
}
