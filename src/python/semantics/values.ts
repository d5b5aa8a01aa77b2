// Making and joining values: the algebra that all evaluation is written in. Sets of facts are small by rule; what does
// not fit is given up with a reason.

import type { ConstantFact, Fact, Literal, Place, ReferenceFact, Value } from './value.ts';

/** Facts that a value holds at most. */
export const MAX_FACTS = 24;
/** Characters (or bytes) of a folded constant. */
export const MAX_TEXT = 1 << 16;
/** Bits of a folded integer. */
export const MAX_BITS = 1 << 12;
/** Items of a folded sequence. */
export const MAX_ITEMS = 4096;

// Why something is not known when a budget has ended the search for it; shown to users.
export const outOfSteps = 'it takes too many steps to find out';
export const tooDeep = 'it is nested too deeply';
export const callsTooDeep = 'calls are nested too deeply';
export const tooMany = 'it can be too many things';
export const budgetReasons: ReadonlySet<string> = new Set([outOfSteps, tooDeep, callsTooDeep, tooMany]);

export function unknown(why: string): Value {
  return { facts: [], complete: false, why };
}

export function only(fact: Fact): Value {
  return { facts: [fact], complete: true };
}

export function constant(value: Literal, at: Place): Value {
  return only({ kind: 'constant', value, at });
}

export function reference(name: string, at: Place, definition?: Place): Value {
  const fact: ReferenceFact =
    definition === undefined ? { kind: 'reference', name, at } : { kind: 'reference', name, at, definition };
  return only(fact);
}

/** `by` of results whose name would grow without end; what came before is in `from`. */
const MAX_PATH = 160;

export function computed(by: string, from: readonly Value[], at: Place): Value {
  const short = by.length > MAX_PATH ? `?${by.slice(by.lastIndexOf('.'))}` : by;
  return only({ kind: 'computed', by: short, from, at });
}

export function incomplete(value: Value, why: string): Value {
  return value.complete ? { facts: value.facts, complete: false, why } : value;
}

/** All that any of the values can be. */
export function union(values: readonly Value[]): Value {
  if (values.length === 1) return values[0] as Value;
  if (values.length === 0) return unknown('nothing is known about it');
  const facts: Fact[] = [];
  const seen = new Set<string>();
  let complete = true;
  let why: string | undefined;
  for (const value of values) {
    if (!value.complete) {
      complete = false;
      why ??= value.why;
    }
    for (const fact of value.facts) {
      const key = keyOf(fact);
      if (seen.has(key)) continue;
      if (facts.length === MAX_FACTS) {
        complete = false;
        why ??= tooMany;
        break;
      }
      seen.add(key);
      facts.push(fact);
    }
  }
  return complete ? { facts, complete } : { facts, complete, why: why ?? 'not all it can be is known' };
}

/** Facts nested deeper than this are told apart by where they stand alone. */
const MAX_KEY_NESTING = 2;

function keyOfValue(value: Value, nesting: number): string {
  return `${value.facts.map((fact) => keyOf(fact, nesting)).join('|')}${value.complete ? '' : '?'}`;
}

/** Facts of equal keys say the same. */
function keyOf(fact: Fact, nesting = 0): string {
  switch (fact.kind) {
    case 'sequence': {
      // enumerate(items) makes many pairs at one place
      const place = `${fact.type} ${fact.at.module.path} ${fact.at.node} ${fact.items.length} ${fact.complete}`;
      if (nesting >= MAX_KEY_NESTING || fact.items.length > MAX_FACTS) return place;
      return `${place} ${fact.items.map((item) => keyOfValue(item, nesting + 1)).join(',')}`;
    }
    case 'constant':
      return constantKey(fact.value);
    case 'reference':
      return `r${fact.name} ${fact.definition?.node ?? ''} ${fact.partial?.node ?? ''}`;
    case 'instance':
      return `i${fact.className} ${fact.call?.module.path ?? ''} ${fact.call?.node ?? fact.by ?? ''}`;
    case 'computed':
      return `c${fact.by} ${fact.at.module.path} ${fact.at.node}`;
    case 'parameter':
      return `p${fact.name} ${fact.at.module.path} ${fact.at.node}`;
    default:
      return `${fact.kind} ${fact.at.module.path} ${fact.at.node}`;
  }
}

/** Equal for equal constants of one type, different otherwise. */
export function constantKey(value: Literal): string {
  if (value === null) return 'None';
  if (value instanceof Uint8Array) return `b${latin1(value)}`;
  if (typeof value === 'object') return '...';
  return `${typeof value}${String(value)}`;
}

/** Whether a value is no more than the result of something unknown: an annotation says more. */
export function saysNothing(value: Value): boolean {
  return value.facts.every((fact) => fact.kind === 'computed' && fact.by.startsWith('?'));
}

/** The facts, each mapped to a value; incomplete when the value was. */
export function mapFacts(value: Value, evaluate: (fact: Fact) => Value | undefined): Value {
  if (value.facts.length === 1 && value.complete) {
    return evaluate(value.facts[0] as Fact) ?? unknown('it has no such part');
  }
  const results: Value[] = [];
  for (const fact of value.facts) {
    const result = evaluate(fact);
    if (result !== undefined) results.push(result);
  }
  if (results.length === 0) return unknown(value.why ?? 'nothing is known about it');
  const joined = union(results);
  return value.complete ? joined : incomplete(joined, value.why ?? 'not all it can be is known');
}

/** The constant that a value certainly is. */
export function singleConstant(value: Value): ConstantFact | undefined {
  const fact = value.facts[0];
  return value.complete && value.facts.length === 1 && fact?.kind === 'constant' ? fact : undefined;
}

/** The constants that a value can be, when it can be nothing else. */
export function constantsOf(value: Value): readonly ConstantFact[] | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  return value.facts.every((fact) => fact.kind === 'constant') ? (value.facts as readonly ConstantFact[]) : undefined;
}

export function stringOf(value: Value): string | undefined {
  const fact = singleConstant(value);
  return typeof fact?.value === 'string' ? fact.value : undefined;
}

/** Python's truth of a constant. */
export function truthOfConstant(value: Literal): boolean {
  if (value === null) return false;
  if (typeof value === 'bigint') return value !== 0n;
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length > 0;
  if (typeof value === 'object') return true;
  return Boolean(value);
}

/** Python's truth of a fact, when it is known. */
export function truthOfFact(fact: Fact): boolean | undefined {
  switch (fact.kind) {
    case 'constant':
      return truthOfConstant(fact.value);
    case 'text':
      return fact.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    case 'sequence':
      // An iterator is true, empty or not.
      if (fact.className?.startsWith('typing.')) return true;
      return fact.items.length > 0 ? true : fact.complete ? false : undefined;
    case 'mapping':
      return fact.entries.length > 0 && fact.complete ? true : fact.complete ? false : undefined;
    case 'reference':
      return fact.definition !== undefined ? true : undefined;
    default:
      return undefined;
  }
}

/** Python's truth of a value: what all its facts agree on. */
export function truthOf(value: Value): boolean | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  const truth = truthOfFact(value.facts[0] as Fact);
  return value.facts.every((fact) => truthOfFact(fact) === truth) ? truth : undefined;
}

/** Bytes as a string of code points below 256. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
