// Joining values where ways through the code meet. Two facts are one when they stand at the same place and were made
// from the same leaves: that keeps what matters about a value (where it can come from) and lets loops come to an end.
// Leaves are told apart by two bits out of 64, so that the set of leaves is two integers.

import type { Fact, Value } from '../semantics/index.ts';
import { constantKey, MAX_FACTS, tooMany, unknown } from '../semantics/index.ts';
import { SideTable } from './side-table.ts';

interface Leaves {
  readonly low: number;
  readonly high: number;
}

const known = new SideTable<Fact, Leaves>();
const keys = new SideTable<Fact, string>();

export function join(one: Value, other: Value): Value {
  if (one === other) return one;
  const { facts } = one;
  const others = other.facts;
  // Mostly it is the same facts in another value.
  if (one.complete === other.complete && facts.length === others.length) {
    let index = 0;
    while (index < facts.length && facts[index] === others[index]) index++;
    if (index === facts.length) return one;
  }
  return joinAll([one, other]);
}

/** The same for values whose objects hold what they held at different times: those are different things. */
export function joinWhole(one: Value, other: Value): Value {
  const mixed = joinAll([withoutIdentity(one), withoutIdentity(other)]);
  return mixed;
}

function withoutIdentity(value: Value): Value {
  if (!value.facts.some((fact) => 'identity' in fact && fact.identity !== undefined)) return value;
  return {
    ...value,
    facts: value.facts.map((fact) => {
      if (!('identity' in fact) || fact.identity === undefined) return fact;
      const { identity: _, ...rest } = fact;
      return rest as Fact;
    }),
  };
}

/** All that any of the values can be; the first value itself when the others add nothing. */
export function joinAll(values: readonly Value[]): Value {
  if (values.length === 0) return unknown('nothing is known about it');
  const first = values[0] as Value;
  if (values.length === 1) return first;
  let facts: Fact[] | undefined;
  const seen = new Set<string>();
  for (const fact of first.facts) seen.add(keyOf(fact));
  let { complete, why } = first;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] as Value;
    if (value === first) continue;
    if (!value.complete && complete) {
      complete = false;
      why = value.why;
    }
    for (const fact of value.facts) {
      const key = keyOf(fact);
      if (seen.has(key)) continue;
      if ((facts ?? first.facts).length >= MAX_FACTS) {
        complete = false;
        why ??= tooMany;
        break;
      }
      seen.add(key);
      facts ??= [...first.facts];
      facts.push(fact);
    }
  }
  if (facts === undefined && complete === first.complete) return first;
  const all = facts ?? first.facts;
  return complete ? { facts: all, complete } : { facts: all, complete, why: why ?? 'not all it can be is known' };
}

/** Facts of equal keys are not told apart. */
function keyOf(fact: Fact): string {
  const found = keys.get(fact);
  if (found !== undefined) return found;
  const conditions = fact.conditions === undefined ? '' : ` if ${fact.conditions.map(keyOfCondition).join(',')}`;
  const key = `${bareKey(fact)}${conditions}`;
  keys.set(fact, key);
  return key;
}

/** Facts that are alike but were shown on different ways are not to be taken for one. */
export function keepApart(fact: Fact, like: Fact, way: string): void {
  keys.set(fact, `${keyOf(like)} by ${way}`);
}

/** A copy counts as what it is a copy of. */
export function keepAlike(copy: Fact, fact: Fact): void {
  keys.set(copy, keyOf(fact));
}

const conditionKeys = new SideTable<Fact, string>();

function keyOfCondition({ test, outcome }: NonNullable<Fact['conditions']>[number]): string {
  let key = conditionKeys.get(test);
  if (key === undefined) {
    key = `${test.by} ${test.at.module.path} ${test.at.node}`;
    conditionKeys.set(test, key);
  }
  return outcome ? key : `not ${key}`;
}

function bareKey(fact: Fact): string {
  switch (fact.kind) {
    case 'constant':
      return constantKey(fact.value);
    case 'reference': {
      const receiver = fact.receiver?.facts.map((each) => keyOf(each)).join('|') ?? '';
      return `r${fact.name} ${fact.definition?.node ?? ''} ${fact.partial?.node ?? ''} ${fact.closure ?? ''} ${receiver}`;
    }
    case 'sequence':
      return `s${fact.identity ?? ''} ${fact.type} ${fact.items.length} ${fact.complete} ${place(fact)} ${orderOf(fact.items)}`;
    case 'mapping':
      return `m${fact.identity ?? ''} ${fact.entries.length} ${fact.complete} ${place(fact)} ${orderOf(fact.entries.map(({ value }) => value))}`;
    case 'instance':
      return `i${fact.identity ?? ''} ${fact.className} ${fact.by ?? ''} ${place(fact)}`;
    case 'computed':
      return `c${fact.by} ${place(fact)}`;
    case 'text':
      return `t${Math.min(fact.parts.length, 8)} ${place(fact)}`;
    case 'parameter':
      return `p${fact.name} ${fact.at.module.path} ${fact.at.node}`;
  }
}

/** Items whose places tell two sequences apart. */
const MAX_PLACES = 32;

/** Told apart by what stands where: `[a, b]` and `[b, a]` are made from the same leaves. */
function orderOf(values: readonly Value[]): number {
  if (values.length < 2) return 0;
  let hash = 0;
  for (const value of values.slice(0, MAX_PLACES)) {
    const { low, high } = combined([value], undefined, 0);
    hash = Math.imul(Math.imul(hash ^ low, 0x01000193) ^ high, 0x01000193);
  }
  return hash;
}

function place(fact: Fact): string {
  const { low, high } = leavesOf(fact);
  return `${fact.at.module.path} ${fact.at.node} ${low} ${high}`;
}

/** Nesting of facts that leaves are looked for in; what is deeper counts as everything. */
const MAX_NESTING = 300;
const anything: Leaves = { low: -1, high: -1 };

/** What a fact was made from, in the end. Facts are made from older ones, so this ends; it never goes into the heap. */
function leavesOf(fact: Fact, nesting = 0): Leaves {
  const found = known.get(fact);
  if (found !== undefined) return found;
  if (nesting > MAX_NESTING) return anything;
  const leaves = leavesIn(fact, nesting + 1);
  known.set(fact, leaves);
  return leaves;
}

function leavesIn(fact: Fact, nesting: number): Leaves {
  switch (fact.kind) {
    case 'text':
      return combined(
        fact.parts.filter((part) => typeof part !== 'string'),
        hashOf(fact.parts.filter((part) => typeof part === 'string').join('\0')),
        nesting,
      );
    case 'sequence':
      return combined(fact.rest === undefined ? fact.items : [...fact.items, fact.rest], undefined, nesting);
    case 'mapping': {
      const values = fact.entries.flatMap(({ key, value }) => [key, value]);
      return combined(fact.rest === undefined ? values : [...values, fact.rest], undefined, nesting);
    }
    case 'computed':
      return combined(
        fact.from,
        fact.from.length === 0 ? hashOf(`${fact.by} ${fact.at.module.path} ${fact.at.node}`) : hashOf(fact.by),
        nesting,
      );
    case 'instance': {
      const values = fact.text === undefined ? (fact.from ?? []) : [...(fact.from ?? []), fact.text];
      return combined(values, hashOf(fact.className), nesting);
    }
    case 'constant':
      return bits(hashOf(constantKey(fact.value)));
    default:
      return bits(hashOf(`${fact.kind} ${fact.name} ${fact.at.module.path}`));
  }
}

function combined(values: readonly Value[], own: number | undefined, nesting: number): Leaves {
  let low = 0;
  let high = 0;
  for (const value of values) {
    for (const fact of value.facts) {
      const leaves = leavesOf(fact, nesting);
      low |= leaves.low;
      high |= leaves.high;
    }
  }
  if (own !== undefined) {
    const mine = bits(own);
    low |= mine.low;
    high |= mine.high;
  }
  return { low, high };
}

function bits(hash: number): Leaves {
  return { low: 1 << (hash & 31), high: 1 << ((hash >>> 5) & 31) };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  const length = Math.min(text.length, 256);
  for (let index = 0; index < length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ text.length) >>> 0;
}
