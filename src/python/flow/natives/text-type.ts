// Which values are text although they are not spelled out, and which characters such a value cannot hold.

import type { ComputedFact, Fact, Value } from '../../semantics/index.ts';
import type { Frame } from '../frame.ts';

export type TextType = 'str' | 'bytes';

/** Results named by others that are looked behind. */
const MAX_DEPTH = 8;

/** The type of text that all of a value is. */
export function textTypeOf(frame: Frame, value: Value, depth = 0): TextType | undefined {
  if (value.facts.length === 0 || depth > MAX_DEPTH) return undefined;
  let type: TextType | undefined;
  for (const fact of value.facts) {
    const own = typeOfFact(frame, fact, depth);
    if (own === undefined || (type !== undefined && own !== type)) return undefined;
    type = own;
  }
  return type;
}

const same = new Set(
  'strip lstrip rstrip lower upper title casefold capitalize swapcase replace removeprefix removesuffix zfill center ljust rjust expandtabs translate join format format_map'.split(
    ' ',
  ),
);

function typeOfFact(frame: Frame, fact: Fact, depth: number): TextType | undefined {
  if (fact.kind === 'text') return fact.type;
  if (fact.kind === 'constant') {
    return typeof fact.value === 'string' ? 'str' : fact.value instanceof Uint8Array ? 'bytes' : undefined;
  }
  if (fact.kind !== 'computed') return fact.kind === 'parameter' ? named(fact.annotation) : undefined;
  const { library } = frame.engine;
  const { by } = fact;
  const called = /\.(\w+)\(\)$/.exec(by)?.[1];
  if (called === 'encode') return 'bytes';
  if (called === 'decode') return 'str';
  if (by.endsWith('[]')) {
    const owner = by.slice(0, -2);
    // text.split(":")[0]
    if (/\.r?(split|partition)\(\)$|\.splitlines\(\)$/.test(owner)) {
      const list = fact.from[0]?.facts[0];
      return list?.kind === 'computed' ? typeBefore(frame, inputsOf(list)[0], depth) : undefined;
    }
    const type = named(library.itemTypeOf(library.canonicalName(owner.endsWith('()') ? owner.slice(0, -2) : owner)));
    if (type !== undefined) return type;
    return fact.from[0] === undefined ? undefined : typeBefore(frame, fact.from[0], depth);
  }
  const name = library.canonicalName(by.endsWith('()') ? by.slice(0, -2) : by);
  const type = named(library.typeOf(name));
  if (type !== undefined) return type;
  return called !== undefined && same.has(called) ? typeBefore(frame, inputsOf(fact)[0], depth) : undefined;
}

function typeBefore(frame: Frame, value: Value | undefined, depth: number): TextType | undefined {
  return value === undefined ? undefined : textTypeOf(frame, value, depth + 1);
}

function named(type: string | undefined): TextType | undefined {
  if (type === 'builtins.str') return 'str';
  return type === 'builtins.bytes' ? 'bytes' : undefined;
}

/** The characters that results of these can be of, whatever they were made from. */
const alphabets: ReadonlyMap<string, RegExp> = new Map([
  ['builtins.bytes.hex()', /^[0-9a-f]*$/],
  ['binascii.hexlify()', /^[0-9a-f]*$/],
  ['base64.b16encode()', /^[0-9A-F]*$/],
  ['base64.b32encode()', /^[A-Z2-7=]*$/],
  ['base64.b64encode()', /^[A-Za-z0-9+/=]*$/],
  ['base64.standard_b64encode()', /^[A-Za-z0-9+/=]*$/],
  ['base64.urlsafe_b64encode()', /^[A-Za-z0-9_=-]*$/],
  ['urllib.parse.quote_plus()', /^[A-Za-z0-9_.~%+-]*$/],
  ['builtins.int()', /^[0-9-]*$/],
  ['builtins.len()', /^[0-9]*$/],
  ['builtins.hash()', /^[0-9-]*$/],
]);

/** Whether a value certainly does not contain a text. */
export function cannotHold(value: Value, text: string): boolean {
  if (!value.complete || value.facts.length === 0 || text === '') return false;
  return value.facts.every((fact) => {
    if (fact.kind !== 'computed') return false;
    // f"{number}", digits.decode()
    const inner = /^builtins\.(str|bytes\.decode)\(\)$/.test(fact.by) ? fact.from[0]?.facts[0] : fact;
    const alphabet = inner?.kind === 'computed' ? alphabets.get(inner.by) : undefined;
    return alphabet !== undefined && [...text].some((character) => !alphabet.test(character));
  });
}

/**
 * What a result was made from, the object of a method first. Of a method of a result, the method may be a step of its
 * own: `request.args[].encode()` of `request.args[].encode` of `request.args[]`.
 */
export function inputsOf(fact: ComputedFact): readonly Value[] {
  const method = single(fact.from[0]);
  if (method?.kind !== 'computed' || fact.by !== `${method.by}()`) return fact.from;
  return [...method.from, ...fact.from.slice(1)];
}

export function single(value: Value | undefined): Fact | undefined {
  return value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
}
