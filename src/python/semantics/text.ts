// Text with holes: putting constant stretches and values together, and folding to constants where nothing is open.

import type { Fact, Place, TextFact, Value } from './value.ts';
import { computed, constant, constantsOf, fromLatin1, MAX_TEXT, only, stringOf, union, unknown } from './values.ts';

/** Constants that one piece of text is spelled out as, at most. */
const MAX_SPELLINGS = 16;

export type Part = string | Value;

/** The text that a value is, as parts; undefined when it is not text of that type. A hole is a value by itself. */
export function partsOf(value: Value, type: 'str' | 'bytes'): readonly Part[] {
  const fact = value.facts[0];
  if (value.complete && value.facts.length === 1 && fact !== undefined) {
    if (fact.kind === 'text' && fact.type === type) return fact.parts;
    const text = textOfFact(fact, type);
    if (text !== undefined) return [text];
  }
  return [value];
}

const digits = '0123456789';
const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const letters = lowercase + lowercase.toUpperCase();
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const whitespace = ' \t\n\r\v\f';

/** Constants of the module `string`. */
const namedTexts: ReadonlyMap<string, string> = new Map([
  ['string.digits', digits],
  ['string.hexdigits', `${digits}abcdefABCDEF`],
  ['string.octdigits', '01234567'],
  ['string.ascii_lowercase', lowercase],
  ['string.ascii_uppercase', lowercase.toUpperCase()],
  ['string.ascii_letters', letters],
  ['string.punctuation', punctuation],
  ['string.whitespace', whitespace],
  ['string.printable', digits + letters + punctuation + whitespace],
]);

/** `string.digits` */
export const namedText = (name: string): string | undefined => namedTexts.get(name);

export function textOfFact(fact: Fact, type: 'str' | 'bytes'): string | undefined {
  if (fact.kind === 'reference' && type === 'str') return namedTexts.get(fact.name);
  if (fact.kind !== 'constant') return undefined;
  if (type === 'str') return typeof fact.value === 'string' ? fact.value : undefined;
  return fact.value instanceof Uint8Array ? String.fromCharCode(...fact.value.subarray(0, MAX_TEXT)) : undefined;
}

/** Joins parts into one value: a constant, a few constants, or a TextFact. */
export function textFrom(parts: readonly Part[], type: 'str' | 'bytes', at: Place): Value {
  const flat: Part[] = [];
  let size = 0;
  for (const part of parts.flatMap((each) => (typeof each === 'string' ? [each] : partsOf(each, type)))) {
    if (part === '') continue;
    const last = flat.length - 1;
    if (typeof part === 'string') size += part.length;
    if (size > MAX_TEXT) return unknown('the text is too long');
    if (typeof part === 'string' && typeof flat[last] === 'string') flat[last] += part;
    else flat.push(part);
  }
  if (flat.length === 0) return constant(type === 'str' ? '' : new Uint8Array(0), at);
  if (type === 'str') quoteByName(flat, at);
  const spelled = spell(flat, type);
  if (spelled !== undefined)
    return union(spelled.map((text) => constant(type === 'str' ? text : fromLatin1(text), at)));
  return only({ kind: 'text', type, parts: flat, at } satisfies TextFact);
}

/**
 * `"'" + x.replace("'", "'\\''") + "'"` is what `shlex.quote(x)` is to a shell, and is called that. The quote in front must
 * be one that opens.
 */
function quoteByName(parts: Part[], at: Place): void {
  for (let index = 1; index + 1 < parts.length; index++) {
    const [before, hole, behind] = [parts[index - 1], parts[index], parts[index + 1]] as const;
    if (typeof before !== 'string' || typeof behind !== 'string' || typeof hole === 'string') continue;
    if (!before.endsWith("'") || !behind.startsWith("'") || hole === undefined) continue;
    const inner = withQuotesReplaced(hole);
    if (inner === undefined) continue;
    const opens = parts
      .slice(0, index)
      .map((part) => (typeof part === 'string' ? part : ''))
      .join('');
    if (/["\\]/.test(opens) || opens.split("'").length % 2 === 1) continue;
    parts.splice(index - 1, 3, before.slice(0, -1), computed('shlex.quote()', [inner], at), behind.slice(1));
  }
  const kept = parts.filter((part) => part !== '');
  if (kept.length < parts.length) parts.splice(0, parts.length, ...kept);
}

/** The text whose single quotes were closed, escaped and opened again. */
function withQuotesReplaced(value: Value): Value | undefined {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'computed' || !fact.by.endsWith('.replace()') || fact.from.length !== 3) return undefined;
  const [receiver, old, by] = fact.from as readonly [Value, Value, Value];
  const written = stringOf(by);
  if (stringOf(old) !== "'" || (written !== "'\\''" && written !== `'"'"'`)) return undefined;
  // the method of a result is a step of its own
  const method = receiver.facts.length === 1 ? receiver.facts[0] : undefined;
  return method?.kind === 'computed' && fact.by === `${method.by}()` ? method.from[0] : receiver;
}

/** All texts that the parts can be together, when each is a constant or one of a few. */
function spell(parts: readonly Part[], type: 'str' | 'bytes'): string[] | undefined {
  let texts = [''];
  for (const part of parts) {
    const choices = typeof part === 'string' ? [part] : choicesOf(part, type);
    if (choices === undefined || choices.length * texts.length > MAX_SPELLINGS) return undefined;
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    if ((texts[0] as string).length > MAX_TEXT) return undefined;
  }
  return texts;
}

function choicesOf(value: Value, type: 'str' | 'bytes'): string[] | undefined {
  const facts = constantsOf(value);
  const texts = facts?.map((fact) => textOfFact(fact, type));
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}
