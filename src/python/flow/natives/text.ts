// Methods of `str` and `bytes` on text of which some stretches are constant and the others are values. What constants
// decide is decided; the rest is a piece of the text, which says where it comes from.

import {
  callTextMethod,
  characterClassOf,
  computed,
  constant,
  constantsOf,
  contains,
  endsWith,
  type Fact,
  findLineEnd,
  findText,
  formatBraces,
  fromLatin1,
  incomplete,
  isList,
  type Literal,
  latin1,
  only,
  type Parts,
  type Piece,
  type Pieces,
  partitionParts,
  partsOf,
  replaceParts,
  rsplitParts,
  type SequenceFact,
  singleConstant,
  splitParts,
  splitWords,
  startsWith,
  stripLeft,
  stripRight,
  textFrom,
  textOfFact,
  type Value,
} from '../../semantics/index.ts';
import { attributeValue } from '../attributes.ts';
import { elementsOf } from '../comprehensions.ts';
import { entryFor, itemValue } from '../items.ts';
import { joinAll } from '../join.ts';
import { operatorCall } from '../operator-methods.ts';
import { keepTail } from '../text-items.ts';
import { allocate } from '../values.ts';
import { frozen } from './frozen.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { cannotHold, inputsOf, single, type TextType, textTypeOf } from './text-type.ts';

/** A method called on one thing that its receiver can be. */
interface TextCall {
  readonly call: NativeCall;
  readonly type: TextType;
  /** the text itself */
  readonly fact: Fact;
  readonly parts: Parts;
  readonly positional: readonly Value[];
  /** the argument at a place, or of a name */
  argument(index: number, name: string): Value | undefined;
  text(parts: Parts): Value;
  /** the result of the method on a piece of the text */
  readonly piece: Piece;
}

type TextMethod = (call: TextCall) => Value | undefined;

const method =
  (type: TextType, name: string, run: TextMethod): Native =>
  (call) => {
    // str.strip(x)   is x.strip()
    const isUnbound = call.receiver === undefined;
    const receiver = isUnbound ? call.given.positional[0] : call.receiver;
    if (receiver === undefined || receiver.facts.length === 0) return undefined;
    const positional = isUnbound ? call.given.positional.slice(1) : call.given.positional;
    if (call.given.rest !== undefined || call.given.restNamed !== undefined) return undefined;
    const at = call.frame.place(call.node);
    const by = `builtins.${type}.${name}()`;
    const results: Value[] = [];
    for (const fact of receiver.facts) {
      const parts = partsOf(only(fact), type);
      const text = (all: Parts) => {
        const each = all.filter((part) => part !== '');
        const [hole] = each;
        const isValue = each.length === 1 && hole !== undefined && typeof hole !== 'string';
        // ("a:" + x).removeprefix("a:")   is x, when that is text
        return isValue && textTypeOf(call.frame, hole) === type ? hole : textFrom(each, type, at);
      };
      const one: TextCall = {
        call,
        type,
        fact,
        parts,
        positional,
        argument: (index, key) => positional[index] ?? call.given.named.get(key),
        text,
        piece: (each) => computed(by, [text(each), ...positional.map(frozen)], at),
      };
      const result = foldedMethod(one, name) ?? run(one);
      if (result === undefined) return undefined;
      results.push(result);
    }
    const all = joinAll(results);
    return receiver.complete ? all : incomplete(all, receiver.why ?? 'not all it can be is known');
  };

/** Combinations of constant arguments that a method is folded for, one by one. */
const MAX_COMBINATIONS = 16;

/** All is constant. */
function foldedMethod({ call, fact, positional }: TextCall, name: string): Value | undefined {
  if (fact.kind !== 'constant' || call.given.named.size > 0) return undefined;
  const { value } = fact;
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) return undefined;
  let combinations: Literal[][] = [[]];
  for (const argument of positional) {
    const choices = constantsOf(argument);
    if (choices === undefined || choices.length * combinations.length > MAX_COMBINATIONS) return undefined;
    combinations = combinations.flatMap((before) => choices.map((choice) => [...before, choice.value]));
  }
  const at = call.frame.place(call.node);
  const results: Value[] = [];
  for (const given of combinations) {
    const folded = callTextMethod(value, name, given);
    if (folded === undefined) return undefined;
    if (!isList(folded)) results.push(constant(folded, at));
    else {
      const items = folded.list.map((item) => constant(item, at));
      results.push(sequence(call, { type: folded.type, items, complete: true }));
    }
  }
  return joinAll(results);
}

function sequence(call: NativeCall, made: Pick<SequenceFact, 'type' | 'items' | 'complete' | 'rest'>): Value {
  const fact: SequenceFact = { kind: 'sequence', ...made, at: call.frame.place(call.node) };
  return fact.type === 'tuple' ? only(fact) : allocate(call.frame, call.state, call.node, fact);
}

/** Nothing but one value: what the method gives is named after the value. */
const isBare = ({ parts }: TextCall) => parts.length === 1 && typeof parts[0] !== 'string';

/** The constant text that an argument certainly is. */
function constantText(value: Value | undefined, type: TextType): string | undefined {
  const fact = single(value);
  return fact === undefined ? undefined : textOfFact(fact, type);
}

function constantNumber(value: Value | undefined): number | undefined {
  const known = value === undefined ? undefined : singleConstant(value)?.value;
  return typeof known === 'bigint' ? Number(known) : undefined;
}

const mayContain = (hole: Value, text: string) => !cannotHold(hole, text);

const isNone = (value: Value | undefined) => value === undefined || singleConstant(value)?.value === null;

function splitMethod(fromRight: boolean): TextMethod {
  return (one) => {
    if (isBare(one) && mayContain(one.parts[0] as Value, ' ')) return undefined;
    const given = one.argument(0, 'sep');
    const count = one.argument(1, 'maxsplit');
    const limit = count === undefined ? undefined : constantNumber(count);
    if (count !== undefined && limit === undefined) return undefined;
    const most = limit === undefined || limit < 0 ? undefined : limit;
    if (isNone(given))
      return fromRight && most !== undefined ? undefined : list(one, splitWords(one.parts, most, one.piece));
    const separator = constantText(given, one.type);
    if (separator === undefined || separator === '') return undefined;
    const pieces =
      fromRight && most !== undefined
        ? rsplitParts(one.parts, separator, most, one.piece, mayContain)
        : splitParts(one.parts, separator, findText(separator), most, one.piece, mayContain);
    return list(one, pieces);
  };
}

/** A list of pieces; the last of them are remembered beside it. */
function list(one: TextCall, { items, rest, tail }: Pieces): Value {
  const made = sequence(one.call, {
    type: 'list',
    items: items.map(one.text),
    complete: rest === undefined,
    ...(rest === undefined ? {} : { rest: joinAll([rest, ...tail.map(one.text)]) }),
  });
  if (tail.length > 0) keepTail(made, tail.map(one.text));
  return made;
}

function partitionMethod(fromRight: boolean): TextMethod {
  return (one) => {
    const separator = constantText(one.positional[0], one.type);
    if (separator === undefined || separator === '' || isBare(one)) return undefined;
    const { before, isFound, after } = partitionParts(one.parts, separator, fromRight, one.piece, mayContain);
    const middle = [...(isFound === false ? [] : [one.text([separator])]), ...(isFound === true ? [] : [one.text([])])];
    const items = [one.text(before), joinAll(middle), one.text(after)];
    return sequence(one.call, { type: 'tuple', items, complete: true });
  };
}

const linesMethod: TextMethod = (one) => {
  if (isBare(one) || one.argument(0, 'keepends') !== undefined) return undefined;
  const pieces = splitParts(one.parts, '\n', findLineEnd(one.type), undefined, one.piece, () => true);
  const dropEmpty = (all: readonly Parts[]) => (all.at(-1)?.length === 0 ? all.slice(0, -1) : all);
  if (pieces.rest === undefined) return list(one, { ...pieces, items: dropEmpty(pieces.items) });
  return list(one, { ...pieces, tail: dropEmpty(pieces.tail) });
};

function stripMethod(sides: { readonly left: boolean; readonly right: boolean }): TextMethod {
  return (one) => {
    const given = one.positional[0];
    const characters = isNone(given) ? undefined : constantText(given, one.type);
    if (isBare(one) || (!isNone(given) && characters === undefined)) return undefined;
    const fold = (name: string) => (text: string) => {
      const folded = callTextMethod(text, name, characters === undefined ? [] : [characters]);
      return typeof folded === 'string' ? folded : text;
    };
    let { parts } = one;
    if (sides.left) parts = stripLeft(parts, fold('lstrip'), one.piece);
    if (sides.right) parts = stripRight(parts, fold('rstrip'), one.piece);
    return one.text(parts);
  };
}

const replaceMethod: TextMethod = (one) => {
  const [old, by, count] = one.positional;
  const searched = constantText(old, one.type);
  if (searched === undefined || searched === '' || by === undefined || count !== undefined || isBare(one))
    return undefined;
  const replaced = replaceParts(one.parts, searched, partsOf(by, one.type), (hole) => one.piece([hole]), mayContain);
  return replaced === undefined ? one.piece(one.parts) : one.text(replaced);
};

/** Each stretch for itself: `upper` of constants, a result of values. */
function eachStretch(change: (text: string, isFirst: boolean) => string | undefined): TextMethod {
  return (one) => {
    if (isBare(one)) return undefined;
    const changed = one.parts.map((part, index) =>
      typeof part === 'string' ? (change(part, index === 0) ?? one.piece([part])) : one.piece([part]),
    );
    return one.text(changed);
  };
}

const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text);
const folding =
  (name: string) =>
  (text: string): string | undefined => {
    const folded = isAscii(text) ? callTextMethod(text, name, []) : undefined;
    return typeof folded === 'string' ? folded : undefined;
  };

/** Padding adds what the call says, at one end or both. */
function padMethod(at: 'start' | 'end' | 'both'): TextMethod {
  return (one) => {
    if (isBare(one)) return undefined;
    const width = constantNumber(one.positional[0]);
    const known = one.parts.reduce((size, part) => size + (typeof part === 'string' ? part.length : 0), 0);
    if (width !== undefined && width <= known) return one.text(one.parts);
    // How much is not known; no more than the character that was asked for.
    const fill = one.positional[1];
    const padding = computed(
      'builtins.str.__mul__()',
      fill === undefined ? [] : [fill],
      one.call.frame.place(one.call.node),
    );
    return one.text([...(at === 'end' ? [] : [padding]), ...one.parts, ...(at === 'start' ? [] : [padding])]);
  };
}

/** `startswith`, `endswith`: where constant stretches decide. */
function endMethod(test: (parts: Parts, text: string) => boolean | undefined): TextMethod {
  return (one) => {
    if (one.positional.length !== 1) return undefined;
    const given = one.positional[0] as Value;
    const fact = given.complete && given.facts.length === 1 ? given.facts[0] : undefined;
    const choices = fact?.kind === 'sequence' && fact.complete ? fact.items : [given];
    let result: boolean | undefined = false;
    for (const choice of choices) {
      const wanted = constantText(choice, one.type);
      const outcome = wanted === undefined ? undefined : test(one.parts, wanted);
      if (outcome === true) return constant(true, one.call.frame.place(one.call.node));
      if (outcome === undefined) result = undefined;
    }
    return result === undefined ? undefined : constant(false, one.call.frame.place(one.call.node));
  };
}

/** A place or a number of places: no more than a number, whatever the text. */
function countMethod(name: string): TextMethod {
  return (one) => {
    const at = one.call.frame.place(one.call.node);
    const wanted = constantText(one.positional[0], one.type);
    const [first] = one.parts;
    if (
      wanted !== undefined &&
      one.positional.length === 1 &&
      /^(find|index)$/.test(name) &&
      typeof first === 'string'
    ) {
      const found = first.indexOf(wanted);
      if (found >= 0) return constant(BigInt([...first.slice(0, found)].length), at);
    }
    return computed(`builtins.${one.type}.${name}()`, [only(one.fact), ...one.positional.map(frozen)], at);
  };
}

/** `isalnum` and the like: a constant stretch of other characters decides. */
function classMethod(name: string): TextMethod {
  return (one) => {
    const fits = characterClassOf(name);
    const isOther = one.parts.some((part) => typeof part === 'string' && isAscii(part) && !fits.test(part));
    return isOther ? constant(false, one.call.frame.place(one.call.node)) : undefined;
  };
}

const encodeMethod: TextMethod = (one) => codecMethod(one, 'bytes');
const decodeMethod: TextMethod = (one) => codecMethod(one, 'str');

const codecs = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['ascii', 'ascii'],
  ['us-ascii', 'ascii'],
  ['latin-1', 'latin-1'],
  ['latin1', 'latin-1'],
  ['iso-8859-1', 'latin-1'],
]);

/** Between text and bytes: constants in their encoding, and values that come back as what they were. */
function codecMethod(one: TextCall, into: TextType): Value | undefined {
  const name = one.argument(0, 'encoding');
  const known = name === undefined ? 'utf-8' : singleConstant(name)?.value;
  const codec = typeof known === 'string' ? codecs.get(known.toLowerCase().replaceAll('_', '-')) : undefined;
  const isStrict = one.argument(1, 'errors') === undefined;
  const at = one.call.frame.place(one.call.node);
  const by = `builtins.${one.type}.${into === 'bytes' ? 'encode' : 'decode'}()`;
  const inputs = one.positional.map(frozen);
  const hole = (value: Value): Value => {
    const back = isStrict && codec !== undefined ? encodedBefore(value, into, codec) : undefined;
    return back ?? computed(by, [value, ...inputs], at);
  };
  if (isBare(one)) {
    const bare = one.parts[0] as Value;
    const back = hole(bare);
    return back.facts[0]?.kind === 'computed' && back.facts[0].by === by ? undefined : back;
  }
  if (codec === undefined) return computed(by, [one.text(one.parts), ...inputs], at);
  const parts: (string | Value)[] = [];
  for (const part of one.parts) {
    if (typeof part !== 'string') {
      parts.push(hole(part));
      continue;
    }
    const folded = callTextMethod(into === 'bytes' ? part : fromLatin1(part), into === 'bytes' ? 'encode' : 'decode', [
      codec,
    ]);
    if (folded instanceof Uint8Array) parts.push(latin1(folded));
    else if (typeof folded === 'string') parts.push(folded);
    else return computed(by, [one.text(one.parts), ...inputs], at);
  }
  return textFrom(parts, into, at);
}

/** `x.encode("utf-8")` that is decoded: x */
function encodedBefore(value: Value, into: TextType, codec: string): Value | undefined {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'computed' || !fact.by.endsWith(into === 'str' ? '.encode()' : '.decode()')) return undefined;
  const [before, name, ...more] = inputsOf(fact);
  const known = name === undefined ? 'utf-8' : singleConstant(name)?.value;
  if (before === undefined || more.length > 0 || typeof known !== 'string') return undefined;
  return codecs.get(known.toLowerCase().replaceAll('_', '-')) === codec ? before : undefined;
}

/** `"{} {name}".format(a, name=b)` */
const formatMethod: TextMethod = (one) =>
  filled(
    one,
    (name) => one.call.given.named.get(name),
    (index) => one.positional[index],
  );

/** `"{name}".format_map(values)` */
const formatMapMethod: TextMethod = (one) => {
  const [values] = one.positional;
  const fact = values?.complete && values.facts.length === 1 ? values.facts[0] : undefined;
  if (fact?.kind !== 'mapping') return undefined;
  const at = one.call.frame.place(one.call.node);
  return filled(
    one,
    (name) => entryFor(fact, constant(name, at)).value,
    () => undefined,
  );
};

function filled(
  one: TextCall,
  named: (name: string) => Value | undefined,
  positional: (index: number) => Value | undefined,
): Value | undefined {
  const template = one.parts.length === 1 ? one.parts[0] : undefined;
  if (typeof template !== 'string') return undefined;
  const { frame, state, node } = one.call;
  const parts = formatBraces(template, { positional, named }, (value, path) => {
    let result = value;
    for (const step of path.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
      const [, attribute, key] = step;
      if (attribute !== undefined) result = attributeValue(frame, node, result, attribute, state);
      else {
        const index = /^\d+$/.test(key ?? '') ? BigInt(key ?? '') : (key ?? '');
        result = itemValue(frame, node, result, constant(index, frame.place(node)), state);
      }
    }
    // "{}".format(error)
    return operatorCall(frame, node, 'str', result, undefined, state) ?? result;
  });
  return parts === undefined
    ? undefined
    : one.text(parts.map((part) => (typeof part === 'string' ? part : frozen(part))));
}

/** `separator.join(items)` */
const joinMethod: TextMethod = (one) => {
  const [items] = one.positional;
  if (items === undefined || items.facts.length === 0) return undefined;
  const { frame, state, node } = one.call;
  const at = frame.place(node);
  const by = `builtins.${one.type}.join()`;
  const joined = items.facts.map((fact): Value => {
    const isOrdered =
      fact.kind === 'sequence' ? fact.type === 'list' || fact.type === 'tuple' : fact.kind === 'mapping';
    const isText = fact.kind === 'constant' && typeof fact.value === 'string' && fact.value.length <= 40;
    if (!isOrdered && !isText) return computed(by, [only(one.fact), frozen(only(fact))], at);
    const elements = elementsOf(frame, node, only(fact), state);
    const all = elements.items.flatMap((item, index) => (index === 0 ? [item] : [...one.parts, item]));
    if (elements.rest === undefined) return one.text(all);
    // what may follow comes with separators between
    return one.text([...all, computed(by, [only(one.fact), frozen(elements.rest)], at)]);
  });
  const all = joinAll(joined);
  return items.complete ? all : incomplete(all, items.why ?? 'not all it can be is known');
};

/** What stays, of text from which characters are removed or replaced: `str.translate`. */
const translateMethod: TextMethod = (one) => {
  const [table] = one.positional;
  const fact = table?.complete && table.facts.length === 1 ? table.facts[0] : undefined;
  if (fact?.kind !== 'mapping' || !fact.complete || one.type === 'bytes') return undefined;
  const by = new Map<string, string>();
  for (const { key, value } of fact.entries) {
    const from = singleConstant(key)?.value;
    const into = singleConstant(value)?.value;
    if (typeof from !== 'bigint' || from < 0n || from > 0x10ffffn) return undefined;
    if (into === null) by.set(String.fromCodePoint(Number(from)), '');
    else if (typeof into === 'string') by.set(String.fromCodePoint(Number(from)), into);
    else if (typeof into === 'bigint' && into >= 0n && into <= 0x10ffffn)
      by.set(String.fromCodePoint(Number(from)), String.fromCodePoint(Number(into)));
    else return undefined;
  }
  const parts = one.parts.map((part) =>
    typeof part === 'string' ? [...part].map((each) => by.get(each) ?? each).join('') : one.piece([part]),
  );
  return one.text(parts);
};

/** `str.maketrans("abc", "xyz", "-")`, `str.maketrans({"a": "b"})` */
const makeTranslation: Native = (call) => {
  const { positional } = call.given;
  const at = call.frame.place(call.node);
  const entries = new Map<string, Value>();
  const first = positional[0];
  const fact = first?.complete && first.facts.length === 1 ? first.facts[0] : undefined;
  if (positional.length === 1 && fact?.kind === 'mapping' && fact.complete) {
    for (const { key, value } of fact.entries) {
      const known = singleConstant(key)?.value;
      if (typeof known === 'bigint') entries.set(String.fromCodePoint(Number(known)), value);
      else if (typeof known === 'string' && [...known].length === 1) entries.set(known, value);
      else return undefined;
    }
  } else {
    const texts = positional.map((value) => constantText(value, 'str'));
    if (texts.length < 2 || texts.length > 3 || !texts.every((text) => text !== undefined)) return undefined;
    const [from = '', into = '', removed = ''] = texts;
    const targets = [...into];
    [...from].forEach((each, index) => {
      entries.set(each, constant(BigInt(targets[index]?.codePointAt(0) ?? 0), at));
    });
    for (const each of removed) entries.set(each, constant(null, at));
  }
  return allocate(call.frame, call.state, call.node, {
    kind: 'mapping',
    entries: [...entries].map(([key, value]) => ({ key: constant(BigInt(key.codePointAt(0) as number), at), value })),
    complete: true,
    at,
  });
};

/** `str(x)`: text is itself; a path is its text. */
const toText: Native = (call) => {
  const { positional, named } = call.given;
  const [value] = positional;
  if (value === undefined || value.facts.length === 0) return undefined;
  if (positional.length > 1 || named.size > 0) {
    const decode = textNatives['builtins.bytes.decode'] as Native;
    return decode({ ...call, receiver: value, given: { ...call.given, positional: positional.slice(1) } });
  }
  const isText = value.facts.every((fact) => textTypeOf(call.frame, only(fact)) === 'str');
  return isText ? value : undefined;
};

/** `bytes(x)` of bytes, `bytes(text, "utf-8")` */
const toBytes: Native = (call) => {
  const { positional, named } = call.given;
  const [value] = positional;
  if (value === undefined || value.facts.length === 0) return undefined;
  if (positional.length > 1 || named.size > 0) {
    const encode = textNatives['builtins.str.encode'] as Native;
    return encode({ ...call, receiver: value, given: { ...call.given, positional: positional.slice(1) } });
  }
  const isBytes = value.facts.every((fact) => textTypeOf(call.frame, only(fact)) === 'bytes');
  return isBytes ? value : undefined;
};

const methods: Readonly<Record<string, TextMethod>> = {
  split: splitMethod(false),
  rsplit: splitMethod(true),
  partition: partitionMethod(false),
  rpartition: partitionMethod(true),
  splitlines: linesMethod,
  strip: stripMethod({ left: true, right: true }),
  lstrip: stripMethod({ left: true, right: false }),
  rstrip: stripMethod({ left: false, right: true }),
  removeprefix: (one) =>
    removedEnd(one, startsWith, (parts, size) => [(parts[0] as string).slice(size), ...parts.slice(1)]),
  removesuffix: (one) =>
    removedEnd(one, endsWith, (parts, size) => {
      const last = parts.at(-1) as string;
      return [...parts.slice(0, -1), last.slice(0, last.length - size)];
    }),
  replace: replaceMethod,
  lower: eachStretch(folding('lower')),
  casefold: eachStretch(folding('lower')),
  upper: eachStretch(folding('upper')),
  swapcase: eachStretch(folding('swapcase')),
  title: eachStretch((text, isFirst) => (isFirst ? folding('title')(text) : undefined)),
  capitalize: eachStretch((text, isFirst) => (isFirst ? folding('capitalize')(text) : folding('lower')(text))),
  ljust: padMethod('end'),
  rjust: padMethod('start'),
  zfill: padMethod('start'),
  center: padMethod('both'),
  startswith: endMethod(startsWith),
  endswith: endMethod(endsWith),
  find: countMethod('find'),
  rfind: countMethod('rfind'),
  index: countMethod('index'),
  rindex: countMethod('rindex'),
  count: countMethod('count'),
  join: joinMethod,
  translate: translateMethod,
  __contains__: (one) => {
    const wanted = constantText(one.positional[0], one.type);
    const outcome = wanted === undefined ? undefined : contains(one.parts, wanted);
    return outcome === undefined ? undefined : constant(outcome, one.call.frame.place(one.call.node));
  },
};

function removedEnd(
  one: TextCall,
  test: (parts: Parts, text: string) => boolean | undefined,
  remove: (parts: Parts, size: number) => Parts,
): Value | undefined {
  const wanted = constantText(one.positional[0], one.type);
  if (wanted === undefined || isBare(one)) return undefined;
  const outcome = test(one.parts, wanted);
  if (outcome === undefined) return one.piece(one.parts);
  return one.text(outcome && wanted !== '' ? remove(one.parts, wanted.length) : one.parts);
}

const classMethods = ['isalnum', 'isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isidentifier', 'isspace'];

export const textNatives: NativeTable = {
  ...Object.fromEntries(
    (['str', 'bytes'] as const).flatMap((type) => [
      ...Object.entries(methods).map(([name, run]) => [`builtins.${type}.${name}`, method(type, name, run)]),
      ...classMethods.map((name) => [`builtins.${type}.${name}`, method(type, name, classMethod(name))]),
    ]),
  ),
  'builtins.str.encode': method('str', 'encode', encodeMethod),
  'builtins.bytes.decode': method('bytes', 'decode', decodeMethod),
  'builtins.bytes.hex': method('bytes', 'hex', ({ call, fact }) =>
    computed('builtins.bytes.hex()', [only(fact)], call.frame.place(call.node)),
  ),
  'builtins.str.format': method('str', 'format', formatMethod),
  'builtins.str.format_map': method('str', 'format_map', formatMapMethod),
  'builtins.str.maketrans': makeTranslation,
  'builtins.str': toText,
  'builtins.bytes': toBytes,
};
