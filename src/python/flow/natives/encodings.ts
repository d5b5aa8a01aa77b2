// Encodings that can be undone: what is encoded and decoded again is what it was.

import { computed, constant, type Fact, incomplete, only, singleConstant, type Value } from '../../semantics/index.ts';
import { joinAll } from '../join.ts';
import { frozen } from './frozen.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { inputsOf, single } from './text-type.ts';

/** Decoders, and the encoders that each of them undoes. */
const inverses: ReadonlyMap<string, readonly string[]> = new Map([
  ['base64.b64decode', ['base64.b64encode', 'base64.standard_b64encode', 'base64.encodebytes']],
  ['base64.standard_b64decode', ['base64.b64encode', 'base64.standard_b64encode']],
  ['base64.urlsafe_b64decode', ['base64.urlsafe_b64encode']],
  ['base64.decodebytes', ['base64.encodebytes', 'base64.b64encode']],
  ['base64.b32decode', ['base64.b32encode']],
  ['base64.b16decode', ['base64.b16encode']],
  ['base64.b85decode', ['base64.b85encode']],
  ['base64.a85decode', ['base64.a85encode']],
  ['binascii.unhexlify', ['binascii.hexlify', 'binascii.b2a_hex', 'builtins.bytes.hex']],
  ['binascii.a2b_hex', ['binascii.hexlify', 'binascii.b2a_hex', 'builtins.bytes.hex']],
  ['binascii.a2b_base64', ['binascii.b2a_base64', 'base64.b64encode']],
  ['builtins.bytes.fromhex', ['builtins.bytes.hex', 'binascii.hexlify']],
  ['zlib.decompress', ['zlib.compress']],
  ['gzip.decompress', ['gzip.compress']],
  ['bz2.decompress', ['bz2.compress']],
  ['lzma.decompress', ['lzma.compress']],
]);

/** Conversions between text and bytes that are looked through. */
const MAX_WRAPPERS = 4;

/** The value that was encoded, when a value certainly is the result of one of the encoders. */
export function beforeEncoding(value: Value, encoders: readonly string[]): Value | undefined {
  let fact = single(value);
  for (let step = 0; step < MAX_WRAPPERS; step++) {
    if (fact?.kind !== 'computed') return undefined;
    if (encoders.some((name) => fact?.kind === 'computed' && fact.by === `${name}()`)) return inputsOf(fact)[0];
    if (!/\.(encode|decode|strip|rstrip)\(\)$/.test(fact.by)) return undefined;
    fact = single(inputsOf(fact)[0]);
  }
  return undefined;
}

function convert(name: string): Native {
  const encoders = inverses.get(name) as readonly string[];
  return (call) => {
    const [value] = call.given.positional;
    if (value === undefined || value.facts.length === 0) return undefined;
    const at = call.frame.place(call.node);
    const results = value.facts.map((fact) => beforeEncoding(only(fact), encoders));
    if (results.every((result) => result === undefined)) return undefined;
    const all = joinAll(
      results.map((result, index) => result ?? computed(`${name}()`, [only(value.facts[index] as Fact)], at)),
    );
    return value.complete ? all : incomplete(all, value.why ?? 'not all it can be is known');
  };
}

/** `codecs.decode(codecs.encode(x, "rot13"), "rot13")` */
const decodeWith: Native = (call) => {
  const [value, codec] = call.given.positional;
  const fact = value === undefined ? undefined : single(value);
  if (fact?.kind !== 'computed' || fact.by !== 'codecs.encode()' || codec === undefined) return undefined;
  const [before, other] = fact.from;
  const same = other !== undefined && singleConstant(codec)?.value === singleConstant(other)?.value;
  return same && singleConstant(codec) !== undefined ? before : undefined;
};

const rot13 = (text: string) =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

function rotated(call: NativeCall): Value | undefined {
  const [value, codec] = call.given.positional;
  const name = codec === undefined ? undefined : singleConstant(codec)?.value;
  const text = value === undefined ? undefined : singleConstant(value)?.value;
  if (typeof name !== 'string' || !/^rot_?13$/i.test(name) || typeof text !== 'string') return undefined;
  return constant(rot13(text), call.frame.place(call.node));
}

const repr: Native = (call) => {
  const [value] = call.given.positional;
  if (value === undefined || singleConstant(value) !== undefined) return undefined;
  return computed('builtins.repr()', [frozen(value)], call.frame.place(call.node));
};

export const encodingNatives: NativeTable = {
  ...Object.fromEntries([...inverses.keys()].map((name) => [name, convert(name)])),
  'codecs.encode': rotated,
  'codecs.decode': (call) => rotated(call) ?? decodeWith(call),
  'builtins.repr': repr,
};
