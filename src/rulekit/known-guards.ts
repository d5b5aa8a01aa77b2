// Checks that a value has passed, as runs of the code remember them with it: wherever the check stood (in a caller, in a
// function that raises or answers, behind an alias) and whatever has been made of the value since. A value is guarded
// when everything in it that is not constant is, by a check of its own or of all that it was made from.
//
// What keeps a property: a value out of a closed set stays one of finitely many under any pure function; bytes that were
// signed stay signed likewise; a text that fits a pattern keeps doing so when it is only written otherwise (`str()`,
// `encode()`, case); a path stays inside its folder when only its type changes. A guard of a part counts for this part.

import type { ComputedFact, Fact, KnownCondition, Literal, Value } from '../python/semantics/index.ts';
import { Kind } from '../python/syntax/index.ts';
import { canonicalName, lastComponent, withoutCall } from './canonical-names.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { whyPartial } from './guard-full-match.ts';
import { literalsOf, membersOf, partsOf, type Reading } from './guards.ts';
import { inputsOf, matchCallOf } from './match-calls.ts';
import { isPure } from './pure-names.ts';
import type { Session } from './session.ts';
import type { GuardKind, GuardView } from './site.ts';
import { isTextFact } from './text-kinds.ts';

/** Values within values that are followed. */
const deepestValue = 6;

export interface KnownGuard {
  readonly condition: KnownCondition;
  readonly against: readonly Literal[] | undefined;
}

export function guardView(session: Session, kind: GuardKind, { condition, against }: KnownGuard): GuardView {
  const { at } = condition.test;
  const isComparison = at.module.tree.kind(at.node) === Kind.Compare;
  return {
    kind,
    against,
    test: isComparison ? session.views.comparison(at) : undefined,
    path: at.module.path,
    span: spanOf(at),
    text: excerptOf(at),
  };
}

/** The check that guards a value; of several, that of its first part. */
export function findKnownGuard(session: Session, value: Value, kind: GuardKind): KnownGuard | undefined {
  return guardOfValue(session, value, kind, 0);
}

function guardOfValue(session: Session, value: Value, kind: GuardKind, depth: number): KnownGuard | undefined {
  if (depth > deepestValue) return undefined;
  let found: KnownGuard | undefined;
  for (const fact of value.facts) {
    if (fact.kind === 'constant' && fact.conditions === undefined) continue;
    const guard = guardOfFact(session, fact, kind, depth);
    if (guard === undefined) return undefined;
    found ??= guard;
  }
  return value.complete || found === undefined || wasTestedWhole(found.condition) ? found : undefined;
}

/** What else a value can be has passed the test too, when the test was made on all that it can be. */
function wasTestedWhole({ test, subject }: KnownCondition): boolean {
  return inputsOf(test).some((input) => !input.complete && input.facts.includes(subject));
}

function guardOfFact(session: Session, fact: Fact, kind: GuardKind, depth: number): KnownGuard | undefined {
  const conditions = fact.conditions ?? [];
  for (let at = conditions.length - 1; at >= 0; at--) {
    const condition = conditions[at] as KnownCondition;
    const reading = readCondition(session, condition, kind);
    if (reading !== undefined && reading.weakness === undefined) return { condition, against: reading.against };
  }
  return guardOfParts(session, fact, kind, depth);
}

/** All that is not constant among the values is guarded, and something is. */
function guardOfAll(
  session: Session,
  values: readonly Value[],
  kind: GuardKind,
  depth: number,
): KnownGuard | undefined {
  let found: KnownGuard | undefined;
  for (const value of values) {
    if (value.complete && value.facts.every((fact) => fact.kind === 'reference' || isConstant(fact))) continue;
    const guard = guardOfValue(session, value, kind, depth + 1);
    if (guard === undefined) return undefined;
    found ??= guard;
  }
  return found;
}

const isConstant = (fact: Fact): boolean => fact.kind === 'constant' && fact.conditions === undefined;

const written = /^builtins\.(str|bytes)$|^os\.(fspath|fsencode|fsdecode)$/;
const rewritten = /\.(encode|decode|lower|upper|casefold)$/;
const paths = /^pathlib\.\w*Path(\.(as_posix|__str__|__fspath__))?$/;
/** The folder of what lies in a folder lies there too, or is the one that was tested for. */
const folders = /^os\.path\.dirname$|^pathlib\.\w*Path\.parent$/;
const ofParts: ReadonlySet<GuardKind> = new Set(['membership', 'equality', 'full-match', 'authenticity']);

function guardOfParts(session: Session, fact: Fact, kind: GuardKind, depth: number): KnownGuard | undefined {
  switch (fact.kind) {
    case 'text': {
      if (kind === 'prefix' || kind === 'prefix-excluded') {
        const [first] = fact.parts;
        return typeof first === 'string' || first === undefined
          ? undefined
          : guardOfValue(session, first, kind, depth + 1);
      }
      const parts = fact.parts.filter((part) => typeof part !== 'string');
      return ofParts.has(kind) ? guardOfAll(session, parts, kind, depth) : undefined;
    }
    case 'sequence': {
      if (!fact.complete && fact.rest === undefined) return undefined;
      const items = fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
      return guardOfAll(session, items, kind, depth);
    }
    case 'instance': {
      if (fact.text !== undefined && kind !== 'type') return guardOfValue(session, fact.text, kind, depth + 1);
      return ofParts.has(kind) && fact.from !== undefined ? guardOfAll(session, fact.from, kind, depth) : undefined;
    }
    case 'computed': {
      const path = canonicalName(session.library, fact.by);
      const name = withoutCall(path);
      const inputs = inputsOf(fact);
      const isRenamed = kind === 'containment' ? folders.test(name) : rewritten.test(name);
      const isWritten = written.test(name) || isRenamed || paths.test(name);
      if (isWritten && inputs.length > 0) return guardOfAll(session, inputs, kind, depth);
      if (session.library.sourceOf(path) !== undefined || session.library.sourceOf(name) !== undefined)
        return undefined;
      const isClosed = kind === 'membership' || kind === 'equality' || kind === 'authenticity';
      const isDetermined = path.endsWith('[]') || isPure(session.library, name) || name.startsWith('?.');
      return isClosed && isDetermined ? guardOfAll(session, inputs, kind, depth) : undefined;
    }
    default:
      return undefined;
  }
}

// Conditions

interface Tested {
  readonly session: Session;
  readonly test: ComputedFact;
  readonly outcome: boolean;
  readonly subject: Fact;
  /** canonical, without the call */
  readonly name: string;
  readonly inputs: readonly Value[];
  /** the test was made on every item */
  readonly isEach: boolean;
}

/** What a condition is as a guard of a kind; undefined when it is none, or about something else. */
export function readCondition(session: Session, condition: KnownCondition, kind: GuardKind): Reading | undefined {
  const { test, outcome, subject } = condition;
  return read(session, test, outcome, subject, kind, false);
}

function read(
  session: Session,
  test: ComputedFact,
  outcome: boolean,
  subject: Fact,
  kind: GuardKind,
  isEach: boolean,
): Reading | undefined {
  const name = withoutCall(canonicalName(session.library, test.by));
  const tested = { session, test, outcome, subject, name, inputs: inputsOf(test), isEach };
  // all(word in KNOWN for word in words)
  if (name === (outcome ? 'builtins.all' : 'builtins.any') && !isEach) return readEach(tested, kind);
  switch (kind) {
    case 'membership':
      return membershipOf(tested);
    case 'equality':
      return equalityOf(tested);
    case 'full-match':
      return fullMatchOf(tested);
    case 'type':
      return typeOf(tested);
    case 'prefix':
    case 'prefix-excluded':
      return outcome === (kind === 'prefix') ? prefixOf(tested) : undefined;
    case 'containment':
      return containmentOf(tested);
    case 'host':
      return hostOf(tested);
    case 'authenticity':
      return authenticityOf(tested);
    case 'size':
      return sizeOf(tested);
    case 'truth':
      return undefined;
  }
}

function readEach({ session, inputs, outcome, subject }: Tested, kind: GuardKind): Reading | undefined {
  // all(letter in LETTERS for letter in word): of letters from a closed set any word can be made
  if (kind !== 'full-match' && isTextFact(session, subject)) return undefined;
  const [first] = inputs;
  const fact = first?.complete === true && first.facts.length === 1 ? first.facts[0] : undefined;
  if (fact?.kind !== 'sequence') return undefined;
  for (const value of fact.rest === undefined ? fact.items : [fact.rest]) {
    const test = value.facts.length === 1 ? value.facts[0] : undefined;
    const reading = test?.kind === 'computed' ? read(session, test, outcome, subject, kind, true) : undefined;
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** Whether a value is what was tested, perhaps written in another way. */
function isSubject(tested: Tested, value: Value | undefined, depth = 0): boolean {
  if (value === undefined || depth > deepestValue) return false;
  return value.facts.some((fact) => {
    if (fact === tested.subject) return true;
    if (fact.kind === 'instance') return fact.text !== undefined && isSubject(tested, fact.text, depth + 1);
    if (fact.kind !== 'computed') return false;
    const path = canonicalName(tested.session.library, fact.by);
    const [first, ...rest] = inputsOf(fact);
    if (path.endsWith('[]')) return tested.isEach && rest.length === 0 && isSubject(tested, first, depth + 1);
    const name = withoutCall(path);
    return (written.test(name) || rewritten.test(name) || paths.test(name)) && isSubject(tested, first, depth + 1);
  });
}

const comparing = /^(hmac|secrets)\.compare_digest$|^_operator\._compare_digest$/;

function membershipOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs } = tested;
  if (name !== (outcome ? 'operator.contains' : 'operator.not_contains')) return undefined;
  const [left, right] = inputs as readonly [Value, Value];
  if (isSubject(tested, left)) {
    const against = membersOf(right);
    if (against !== undefined) return { against };
    const isText = right.facts.some((fact) => fact.kind === 'constant' || fact.kind === 'text');
    const weakness = isText
      ? 'in a text it looks for a part: any part of it gets through'
      : 'what it may be one of is not all known';
    return { against, weakness };
  }
  // (module, name) in KNOWN
  const tuple = left.facts.length === 1 ? left.facts[0] : undefined;
  if (tuple?.kind !== 'sequence') return undefined;
  const position = tuple.items.findIndex((item) => isSubject(tested, item));
  const against = position < 0 ? undefined : partsOf(right, position);
  return against === undefined ? undefined : { against };
}

function equalityOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs } = tested;
  const isEqual =
    name === (outcome ? 'operator.eq' : 'operator.ne') ||
    name === (outcome ? 'operator.is_' : 'operator.is_not') ||
    (outcome && comparing.test(name));
  if (!isEqual) return undefined;
  const other = isSubject(tested, inputs[0]) ? inputs[1] : isSubject(tested, inputs[1]) ? inputs[0] : undefined;
  if (other === undefined) return undefined;
  const against = literalsOf(other);
  return against === undefined
    ? { against, weakness: 'what it is compared with is not a known constant' }
    : { against };
}

const classTests = /^(isalnum|isalpha|isdigit|isdecimal|isnumeric|isidentifier)$/;

function fullMatchOf(tested: Tested): Reading | undefined {
  const { session, test, name, outcome, inputs } = tested;
  if (!outcome) return undefined;
  const call = matchCallOf(session, test, name);
  if (call !== undefined) {
    if (call.kind === 'sub' || !isSubject(tested, call.subject)) return undefined;
    if (call.patternText === undefined) return { against: undefined, weakness: 'its pattern is not a known constant' };
    const weakness = call.kind === 'fullmatch' ? undefined : whyPartial(name, call.patternText);
    if (weakness !== undefined) return { against: [call.patternText], weakness };
    const isAny = call.pattern !== undefined && call.pattern.whole === everything;
    if (isAny) return { against: [call.patternText], weakness: 'its pattern lets any character through' };
    return { against: [call.patternText] };
  }
  const method = lastComponent(name);
  if (!classTests.test(method) || !isSubject(tested, inputs[0])) return undefined;
  return { against: [method] };
}

const everything = (1n << 129n) - 1n;

function typeOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs } = tested;
  if (name !== 'builtins.isinstance' || !outcome || inputs[1] === undefined) return undefined;
  if (!inputs[0]?.facts.includes(tested.subject)) return undefined;
  const against = namesIn(inputs[1]);
  return { against: against.length === 0 ? undefined : against };
}

function namesIn(value: Value): string[] {
  return value.facts.flatMap((fact) => {
    if (fact.kind === 'reference') return [fact.name];
    return fact.kind === 'sequence' ? fact.items.flatMap(namesIn) : [];
  });
}

function prefixOf(tested: Tested): Reading | undefined {
  const { name, inputs } = tested;
  const [receiver, prefix] = inputs;
  if (lastComponent(name) !== 'startswith' || prefix === undefined || !isSubject(tested, receiver)) return undefined;
  const against = literalsOf(prefix) ?? membersOf(prefix);
  return against === undefined ? { against, weakness: 'what it must start with is not a known constant' } : { against };
}

/**
 * `path.is_relative_to(root)`, `path.relative_to(root)` that did not raise, `root in path.parents`,
 * `os.path.commonpath([root, path]) == root`, `path.startswith(root + "/")`: of a path that was resolved before.
 */
function containmentOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs, session, subject } = tested;
  const [first, second] = inputs;
  const method = lastComponent(name);
  let isAbout = false;
  if (outcome && (method === 'is_relative_to' || method === 'relative_to')) isAbout = isSubject(tested, first);
  else if (name === (outcome ? 'operator.contains' : 'operator.not_contains')) {
    isAbout = madeOf(session, second, /\.parents$/).some((value) => isSubject(tested, value));
  } else if (name === (outcome ? 'operator.eq' : 'operator.ne')) {
    isAbout = [first, second].some((side) =>
      madeOf(session, side, /\.commonpath$/).some(
        (value) =>
          isSubject(tested, value) ||
          value.facts.some((fact) => fact.kind === 'sequence' && fact.items.some((item) => isSubject(tested, item))),
      ),
    );
  } else if (outcome && method === 'startswith' && isSubject(tested, first)) {
    isAbout = second !== undefined && isFolder(second);
  }
  if (!isAbout) return undefined;
  if (isResolved(session, subject)) return { against: undefined };
  return { against: undefined, weakness: 'as a path it was not resolved before: .. leads out again' };
}

/** Text that ends in a separator, so that what starts with it lies below: `root + os.sep`. */
function isFolder(value: Value): boolean {
  if (!value.complete || value.facts.length === 0) return false;
  return value.facts.every((fact) => {
    if (fact.kind === 'constant') return typeof fact.value === 'string' && /^(\/|[A-Za-z]:).*[/\\]$/.test(fact.value);
    if (fact.kind === 'sequence') return fact.complete && fact.items.length > 0 && fact.items.every(isFolder);
    if (fact.kind !== 'text') return false;
    const last = fact.parts.at(-1);
    return typeof last === 'string' ? /[/\\]$/.test(last) : last?.facts.every(isSeparator) === true;
  });
}

function isSeparator(fact: Fact): boolean {
  const name = fact.kind === 'reference' ? fact.name : fact.kind === 'computed' ? fact.by : '';
  return /^(os|os\.path|posixpath|ntpath)\.sep$/.test(name);
}

/** The inputs of what a function or attribute of such a name gave. */
function madeOf(session: Session, value: Value | undefined, name: RegExp): readonly Value[] {
  return (value?.facts ?? []).flatMap((fact) => {
    const by = fact.kind === 'computed' || fact.kind === 'instance' ? fact.by : undefined;
    if (by === undefined || !name.test(withoutCall(canonicalName(session.library, by)))) return [];
    return fact.kind === 'computed' ? inputsOf(fact) : ((fact as { from?: readonly Value[] }).from ?? []);
  });
}

const resolving = /^(os\.path|posixpath|ntpath)\.(realpath|abspath|normpath)$|(^|\.)resolve$/;

/** Where a path leads was worked out: what it is, or what it was written from, is the result of `realpath` and kin. */
function isResolved(session: Session, fact: Fact, depth = 0): boolean {
  if (depth > deepestValue) return false;
  const inside = (value: Value | undefined) =>
    value?.facts.some((each) => isResolved(session, each, depth + 1)) ?? false;
  if (fact.kind === 'instance') {
    const by = fact.by === undefined ? undefined : withoutCall(canonicalName(session.library, fact.by));
    if (by !== undefined && resolving.test(by)) return true;
    return fact.text === undefined ? paths.test(fact.className) && inside(fact.from?.[0]) : inside(fact.text);
  }
  if (fact.kind !== 'computed') return false;
  const name = withoutCall(canonicalName(session.library, fact.by));
  if (resolving.test(name)) return true;
  return (written.test(name) || paths.test(name)) && inside(inputsOf(fact)[0]);
}

/**
 * `urlsplit(address).hostname in HOSTS`, or a start that goes up to the slash behind the host: `https://host/`. Without
 * that slash another host can begin alike: `https://host.example@other/`.
 */
function hostOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs, session } = tested;
  const [left, right] = inputs;
  if (right === undefined) return undefined;
  if (outcome && lastComponent(name) === 'startswith' && isSubject(tested, left)) {
    const against = literalsOf(right) ?? membersOf(right);
    if (against === undefined) return { against, weakness: 'what it must start with is not a known constant' };
    const isWhole = against.every(
      (each) => typeof each === 'string' && /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\\]+\//i.test(each),
    );
    return isWhole
      ? { against }
      : { against, weakness: 'the start does not go past the host: another can begin alike' };
  }
  const isMember = name === (outcome ? 'operator.contains' : 'operator.not_contains');
  const isEqual = name === (outcome ? 'operator.eq' : 'operator.ne');
  if (!isMember && !isEqual) return undefined;
  const isHost = madeOf(session, left, /\.(hostname|netloc)$/).some((parts) =>
    madeOf(session, parts, /^urllib\.parse\.(urlsplit|urlparse)$/).some((address) => isSubject(tested, address)),
  );
  const against = isMember ? membersOf(right) : literalsOf(right);
  return isHost && against !== undefined ? { against } : undefined;
}

const signing = /^hmac\.(new|HMAC|digest)$/;

function authenticityOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs } = tested;
  if (!outcome || !comparing.test(name)) return undefined;
  const [one, other] = inputs;
  if (one === undefined || other === undefined) return undefined;
  const isOverIt = [isMacOver(tested, one, 0), isMacOver(tested, other, 0)];
  if (isOverIt[0] === isOverIt[1]) {
    const isMentioned = isWithin(tested, one, 0) || isWithin(tested, other, 0);
    if (!isMentioned) return undefined;
    const weakness = isOverIt[0]
      ? 'both sides are worked out from the same bytes'
      : 'what is compared is no MAC over it';
    return { against: undefined, weakness };
  }
  return { against: undefined };
}

/** `hmac.new(key, value, …).hexdigest()`, `hmac.digest(key, value, …)`, encoded or not. */
function isMacOver(tested: Tested, value: Value, depth: number): boolean {
  if (depth > deepestValue) return false;
  return value.facts.some((fact) => {
    if (fact.kind !== 'computed' && fact.kind !== 'instance') return false;
    const by = fact.kind === 'computed' ? fact.by : (fact.by ?? fact.className);
    const name = withoutCall(canonicalName(tested.session.library, by));
    const from = fact.kind === 'computed' ? inputsOf(fact) : (fact.from ?? []);
    if (signing.test(name)) return from.slice(1).some((message) => isWithin(tested, message, 0));
    return isPure(tested.session.library, name) && from.some((each) => isMacOver(tested, each, depth + 1));
  });
}

/** The message is the value, or put together with it. */
function isWithin(tested: Tested, value: Value, depth: number): boolean {
  if (isSubject(tested, value)) return true;
  if (depth > deepestValue) return false;
  return value.facts.some((fact) => {
    if (fact.kind === 'text')
      return fact.parts.some((part) => typeof part !== 'string' && isWithin(tested, part, depth + 1));
    const name = fact.kind === 'computed' ? withoutCall(canonicalName(tested.session.library, fact.by)) : '';
    if (fact.kind !== 'computed' || !/^operator\.(add|concat)$|\.join$|^json\.dumps$/.test(name)) return false;
    return inputsOf(fact).some((each) => isWithin(tested, each, depth + 1));
  });
}

const opposites: Readonly<Record<string, string>> = { lt: 'ge', ge: 'lt', gt: 'le', le: 'gt', eq: 'ne', ne: 'eq' };
const swapped: Readonly<Record<string, string>> = { lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' };
const sizeAttribute = /^(\w*_)?(size|length|nbytes|content_length)$/;

/** `len(value) < 10`, `value.file_size <= limit`, and of a number itself `value <= limit` */
function sizeOf(tested: Tested): Reading | undefined {
  const { name, outcome, inputs } = tested;
  const operator = /^operator\.(lt|le|gt|ge|eq|ne)$/.exec(name)?.[1];
  const held = operator === undefined || outcome ? operator : opposites[operator];
  const [left, right] = inputs;
  if (held === undefined || left === undefined || right === undefined) return undefined;
  const isBounded = (measured: Value, relation: string): boolean => {
    const isMeasured = isSizeOf(tested, measured);
    if (relation === 'eq') return isMeasured;
    return (relation === 'lt' || relation === 'le') && (isMeasured || isSubject(tested, measured));
  };
  const bound = isBounded(left, held) ? right : isBounded(right, swapped[held] ?? held) ? left : undefined;
  return bound === undefined ? undefined : { against: literalsOf(bound) };
}

function isSizeOf(tested: Tested, value: Value): boolean {
  return value.facts.some((fact) => {
    if (fact.kind !== 'computed') return false;
    const name = withoutCall(canonicalName(tested.session.library, fact.by));
    const isSize = name === 'builtins.len' || (!fact.by.endsWith('()') && sizeAttribute.test(lastComponent(name)));
    return isSize && isSubject(tested, inputsOf(fact)[0]);
  });
}
