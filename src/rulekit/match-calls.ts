// Calls of the module `re` as facts tell them: which pattern, which text, which flags, whether the function is called, a
// compiled pattern's method, or the match object that came of it is what is looked at.

import type { ComputedFact, Fact, Value } from '../python/semantics/index.ts';
import { canonicalName, withoutCall } from './canonical-names.ts';
import { type PatternCharacters, type PatternFlags, readPattern } from './pattern-characters.ts';
import type { Session } from './session.ts';

export interface MatchCall {
  readonly kind: 'fullmatch' | 'match' | 'search' | 'sub';
  /** undefined: not a constant */
  readonly patternText: string | undefined;
  /** undefined: not a constant, or more than is understood */
  readonly pattern: PatternCharacters | undefined;
  readonly subject: Value | undefined;
  /** of `sub`: what is put in its place, and then a count */
  readonly others: readonly Value[];
  readonly hasUnknownFlags: boolean;
}

const functions = /^(?:re|regex)\.(Pattern\.)?(fullmatch|match|search|sub)$/;

/** A call of one of these functions, whose canonical name is `name`. */
export function matchCallOf(session: Session, call: ComputedFact, name: string): MatchCall | undefined {
  const { by } = call;
  const from = inputsOf(call);
  const found = functions.exec(name);
  if (found === null || !by.endsWith('()')) return undefined;
  const kind = found[2] as MatchCall['kind'];
  const [first, ...rest] = from;
  const isCompiled = found[1] !== undefined;
  const compiled = first === undefined ? undefined : compiledOf(session, first);
  const source = isCompiled ? compiled?.source : first;
  const patternText = source === undefined ? undefined : (textOf(source) ?? compiledTextOf(session, source));
  const others = kind === 'sub' ? [rest[0] as Value, ...rest.slice(2)].filter((value) => value !== undefined) : [];
  const subject = kind === 'sub' ? rest[1] : rest[0];
  // Behind the text stand flags, of a compiled pattern where to begin and end.
  const behind = kind === 'sub' ? [] : rest.slice(1);
  const given = isCompiled ? (compiled?.flags ?? []) : behind;
  const flags = flagsOf(given);
  const isPart = isCompiled && behind.length > 0;
  const pattern =
    patternText === undefined || flags === undefined || isPart ? undefined : readPattern(patternText, flags);
  return { kind, patternText, pattern, subject, others, hasUnknownFlags: flags === undefined };
}

/** The call that a match object came from. */
export function matchOf(session: Session, value: Value): MatchCall | undefined {
  for (const fact of value.facts) {
    if (fact.kind === 'constant' && fact.value === null) continue;
    const call = callBehind(fact);
    return call === undefined
      ? undefined
      : matchCallOf(session, call, withoutCall(canonicalName(session.library, call.by)));
  }
  return undefined;
}

function callBehind(fact: Fact): ComputedFact | undefined {
  if (fact.kind === 'computed') return fact;
  if (fact.kind !== 'instance' || fact.by === undefined) return undefined;
  return { kind: 'computed', by: fact.by, from: fact.from ?? [], at: fact.at };
}

/** `re.compile(source, flags)` */
function compiledOf(
  session: Session,
  value: Value,
): { readonly source: Value | undefined; readonly flags: readonly Value[] } | undefined {
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  const call = fact === undefined ? undefined : callBehind(fact);
  if (call === undefined || withoutCall(canonicalName(session.library, call.by)) !== 're.compile') return undefined;
  return { source: call.from[0], flags: call.from.slice(1) };
}

function compiledTextOf(session: Session, value: Value): string | undefined {
  const source = compiledOf(session, value)?.source;
  return source === undefined ? undefined : textOf(source);
}

function textOf(value: Value): string | undefined {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'constant') return undefined;
  if (typeof fact.value === 'string') return fact.value;
  return fact.value instanceof Uint8Array ? String.fromCharCode(...fact.value) : undefined;
}

const flagNames: Readonly<Record<string, keyof PatternFlags | 'none'>> = {
  I: 'ignoreCase',
  IGNORECASE: 'ignoreCase',
  M: 'multiline',
  MULTILINE: 'multiline',
  A: 'ascii',
  ASCII: 'ascii',
  S: 'none',
  DOTALL: 'none',
  U: 'none',
  UNICODE: 'none',
};

/** Undefined: not all known, or one that changes how the pattern is read. */
function flagsOf(values: readonly Value[]): PatternFlags | undefined {
  const flags = { ignoreCase: false, multiline: false, ascii: false };
  for (const value of values) {
    const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (fact?.kind === 'constant' && (fact.value === 0n || fact.value === 0)) continue;
    const given = fact?.kind === 'computed' && /^operator\.(or_|add)\(\)$/.test(fact.by) ? fact.from : [value];
    for (const each of given) {
      const one = each.facts.length === 1 ? each.facts[0] : undefined;
      const name = one?.kind === 'reference' ? /^(?:re|regex)\.(?:RegexFlag\.)?(\w+)$/.exec(one.name)?.[1] : undefined;
      const flag = name === undefined ? undefined : flagNames[name];
      if (flag === undefined) return undefined;
      if (flag !== 'none') flags[flag] = true;
    }
  }
  return flags;
}

/** What a call was computed from, receiver first: of a method that was read from something unknown, that. */
export function inputsOf({ by, from }: ComputedFact): readonly Value[] {
  const [callee, ...rest] = from;
  const read = callee?.facts.length === 1 ? callee.facts[0] : undefined;
  // value.strip()   is a call of value.strip
  if (read?.kind !== 'computed' || `${read.by}()` !== by || read.from[0] === undefined) return from;
  return [read.from[0], ...rest];
}
