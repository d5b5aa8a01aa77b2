// What a text can be written with: by what it was made from and by the tests that it has passed. A name that may only
// hold letters is harmless in a shell, whatever it says. Two questions answer each other here: which characters an
// operation leaves (forwards), and which ones a text can have had if what was made from it passed a test (backwards).

import { type ComputedFact, type Fact, namedText, type Value } from '../python/semantics/index.ts';
import { canonicalName, lastComponent, withoutCall } from './canonical-names.ts';
import {
  allOf,
  anything,
  bitsOf,
  bothOf,
  type Characters,
  complementOf,
  digits,
  eitherOf,
  inBothCases,
  isWithin,
  letters,
  noCharacters,
  numberCharacters,
  only,
  others,
  whitespace,
  wordCharacters,
} from './characters.ts';
import { inputsOf, type MatchCall, matchCallOf, matchOf } from './match-calls.ts';
import type { PatternCharacters } from './pattern-characters.ts';
import type { Session } from './session.ts';
import { isCharacter, isConstantText, isSetOf } from './text-kinds.ts';

/** Values within values that are followed; deeper ones can hold anything. */
const deepestValue = 10;
/** Facts that are looked at for one answer. */
const mostFacts = 300;

interface Search {
  readonly session: Session;
  left: number;
}

/** Every character that the text of a value can hold. */
function _charactersOf(session: Session, value: Value): Characters {
  return ofValue({ session, left: mostFacts }, value, 0);
}

export function charactersOfFact(session: Session, fact: Fact): Characters {
  return ofFact({ session, left: mostFacts }, fact, 0);
}

function ofValue(search: Search, value: Value, depth: number): Characters {
  if (!value.complete || value.facts.length === 0 || depth > deepestValue) return anything;
  let all = noCharacters;
  for (const fact of value.facts) {
    all = eitherOf(all, ofFact(search, fact, depth));
    if (all.anywhere === anything.anywhere) return anything;
  }
  return all;
}

function ofValues(search: Search, values: readonly Value[], depth: number): Characters {
  let all = noCharacters;
  for (const value of values) all = eitherOf(all, ofValue(search, value, depth + 1));
  return all;
}

function ofFact(search: Search, fact: Fact, depth: number): Characters {
  if (--search.left < 0) return anything;
  let found = written(search, fact, depth);
  for (const condition of fact.conditions ?? []) {
    if (found.anywhere === 0n && found.atEnds === 0n) break;
    found = bothOf(
      found,
      shownBy(search, condition.test, condition.outcome, { subject: condition.subject, isEach: false }, depth),
    );
  }
  return found;
}

// Forwards

function written(search: Search, fact: Fact, depth: number): Characters {
  switch (fact.kind) {
    case 'constant': {
      const { value } = fact;
      if (typeof value === 'string') return only(bitsOf(value));
      if (value instanceof Uint8Array) return only(value.reduce((bits, byte) => bits | bitOfByte(byte), 0n));
      return typeof value === 'object' && value !== null ? anything : only(numberCharacters);
    }
    case 'text': {
      const parts = fact.parts.map((part) =>
        typeof part === 'string' ? only(bitsOf(part)) : ofValue(search, part, depth + 1),
      );
      // What may stand at the end of a part may stand in the middle of the whole.
      return only(parts.reduce((bits, part) => bits | allOf(part), 0n));
    }
    case 'sequence':
      return fact.rest === undefined && !fact.complete
        ? anything
        : ofValues(search, fact.rest === undefined ? fact.items : [...fact.items, fact.rest], depth);
    case 'instance':
      if (fact.text !== undefined) return ofValue(search, fact.text, depth + 1);
      return byClass.get(canonicalName(search.session.library, fact.className)) ?? anything;
    case 'parameter':
      return fact.annotation === undefined ? anything : (byClass.get(fact.annotation) ?? anything);
    case 'computed':
      return ofComputed(search, fact, depth);
    case 'reference': {
      const text = namedText(fact.name);
      return text === undefined ? anything : only(bitsOf(text));
    }
    default:
      return anything;
  }
}

const bitOfByte = (byte: number): bigint => 1n << BigInt(Math.min(byte, 128));

const hexadecimal = digits | bitsOf('abcdef');
const number = only(numberCharacters);

/** How objects of these classes are written. */
const byClass: ReadonlyMap<string, Characters> = new Map([
  ['builtins.int', number],
  ['builtins.float', number],
  ['builtins.bool', number],
  ['builtins.complex', only(numberCharacters | bitsOf('()'))],
  ['decimal.Decimal', number],
  ['fractions.Fraction', only(numberCharacters | bitsOf('/'))],
  ['uuid.UUID', only(hexadecimal | bitsOf('-'))],
  ['datetime.date', only(digits | bitsOf('-'))],
  ['ipaddress.IPv4Address', only(digits | bitsOf('.'))],
  ['ipaddress.IPv4Network', only(digits | bitsOf('./'))],
]);

/** What functions give, whatever they are given. */
const byFunction: ReadonlyMap<string, Characters> = new Map([
  ...[...byClass].map(([name, characters]) => [name, characters] as const),
  ['builtins.len', number],
  ['builtins.hash', number],
  ['builtins.ord', number],
  ['builtins.round', number],
  ['builtins.hex', number],
  ['builtins.oct', number],
  ['builtins.bin', number],
  ['operator.index', number],
  ['datetime.date.fromisoformat', only(digits | bitsOf('-'))],
  ['base64.b64encode', only(letters | digits | bitsOf('+/='))],
  ['base64.urlsafe_b64encode', only(letters | digits | bitsOf('-_='))],
  ['base64.b32encode', only(letters | digits | bitsOf('='))],
  ['base64.b16encode', only(letters | digits)],
  ['binascii.hexlify', only(hexadecimal)],
  ['builtins.bytes.hex', only(hexadecimal)],
  ['_hashlib.HASH.hexdigest', only(hexadecimal)],
  ['_hashlib.HASHXOF.hexdigest', only(hexadecimal)],
  ['hashlib.blake2b.hexdigest', only(hexadecimal)],
  ['hashlib.blake2s.hexdigest', only(hexadecimal)],
  ['hmac.HMAC.hexdigest', only(hexadecimal)],
  ['secrets.token_hex', only(hexadecimal)],
  ['secrets.token_urlsafe', only(letters | digits | bitsOf('-_'))],
  ['urllib.parse.quote', only(letters | digits | bitsOf('_.-~%/'))],
  ['urllib.parse.quote_plus', only(letters | digits | bitsOf('_.-~%+'))],
  ['urllib.parse.urlencode', only(letters | digits | bitsOf('_.-~%+=&'))],
  ['werkzeug.utils.secure_filename', only(letters | digits | bitsOf('_.-'))],
  ['django.utils.text.slugify', only(wordCharacters | bitsOf('-'))],
]);

const tests =
  /^(is(alnum|alpha|ascii|decimal|digit|identifier|lower|numeric|printable|space|title|upper)|startswith|endswith)$/;
const caseMethods = /^(lower|upper|casefold|swapcase|title|capitalize)$/;
const keepingMethods =
  /^(strip|lstrip|rstrip|removeprefix|removesuffix|split|rsplit|splitlines|partition|rpartition|__getitem__)$/;
const textMethods =
  /\.(strip|lstrip|rstrip|removeprefix|removesuffix|split|rsplit|splitlines|partition|rpartition|lower|upper|casefold|swapcase|title|capitalize|ljust|rjust|center|expandtabs|zfill|join|encode|decode|replace)$/;
const paddingMethods = /^(ljust|rjust|center|expandtabs)$/;

function ofComputed(search: Search, fact: ComputedFact, depth: number): Characters {
  const { library } = search.session;
  const path = canonicalName(library, fact.by);
  const isCall = path.endsWith('()');
  const name = withoutCall(path);
  const from = inputsOf(fact);
  if (isCall) {
    const fixed = byFunction.get(name);
    // quote(value, safe="&")
    if (fixed !== undefined)
      return name.startsWith('urllib.') ? eitherOf(fixed, ofValues(search, from.slice(1), depth)) : fixed;
  }
  // found.group(1)
  const matched = groupOf(search, fact, path, depth);
  if (matched !== undefined) return matched;
  if (path.endsWith('[]')) return from[0] === undefined ? anything : ofValue(search, from[0], depth + 1);
  if (path.startsWith('operator.')) return ofOperator(search, path, from, depth);
  if (!isCall) return anything;
  switch (name) {
    case 'builtins.str':
    case 'builtins.bytes':
    case 'os.fspath':
    case 'os.fsencode':
    case 'os.fsdecode':
    case 'builtins.list':
    case 'builtins.tuple':
    case 'builtins.set':
    case 'builtins.frozenset':
    case 'builtins.sorted':
    case 'builtins.reversed':
    case 'builtins.min':
    case 'builtins.max':
    case 'copy.copy':
      return from.length === 0 ? noCharacters : ofValues(search, from, depth);
    case 'os.path.basename':
    case 'posixpath.basename': {
      const whole = ofValues(search, from, depth);
      return only(whole.anywhere & complementOf(bitsOf('/')), whole.atEnds & complementOf(bitsOf('/')));
    }
    case 'os.path.join':
    case 'os.path.normpath':
    case 'posixpath.join':
      return only(allOf(ofValues(search, from, depth)) | bitsOf('/.'));
    case 'html.escape': {
      const whole = allOf(ofValues(search, from.slice(0, 1), depth));
      return only((whole & complementOf(bitsOf('<>"\''))) | letters | digits | bitsOf('&;#'));
    }
    case 're.sub':
    case 're.Pattern.sub':
      return ofSubstitution(search, fact, name, depth);
  }
  // What a text from outside is made into is told by the method, not by where it came from.
  if (library.sourceOf(path) !== undefined && !textMethods.test(name)) return anything;
  return ofMethod(search, name, from, depth);
}

function ofOperator(search: Search, path: string, from: readonly Value[], depth: number): Characters {
  const all = ofValues(search, from, depth);
  if (/\.(eq|ne|lt|le|gt|ge|is_|is_not|contains|not_contains|not_)\(\)$/.test(path)) return number;
  // "%c" % 59
  if (/\.mod\(\)$/.test(path) && (allOf(ofValue(search, from[0] as Value, depth + 1)) & bitsOf('%')) !== 0n)
    return anything;
  return isWithin(allOf(all), numberCharacters) ? number : only(allOf(all) | (path.includes('add') ? 0n : digits));
}

function ofMethod(search: Search, name: string, from: readonly Value[], depth: number): Characters {
  const method = lastComponent(name);
  const owner = name.slice(0, name.length - method.length - 1);
  if (!isPerhapsText(search, owner)) return anything;
  const receiver = from[0];
  if (receiver === undefined) return anything;
  if (tests.test(method)) return number;
  const text = ofValue(search, receiver, depth + 1);
  if (method === 'strip' && from.length === 1) return only(text.anywhere, text.atEnds & complementOf(whitespace));
  if (keepingMethods.test(method)) return text;
  if (caseMethods.test(method)) return only(inBothCases(text.anywhere), inBothCases(text.atEnds));
  if (paddingMethods.test(method)) {
    const filled = ofValues(search, from.slice(2), depth);
    return only(allOf(text) | allOf(filled) | bitsOf(' '));
  }
  switch (method) {
    case 'zfill':
      return only(allOf(text) | bitsOf('0'));
    case 'join':
      return only(allOf(text) | allOf(ofValues(search, from.slice(1), depth)));
    case 'encode':
    case 'decode':
      return from.length === 1 || isPlainEncoding(from[1]) ? text : anything;
    case 'replace': {
      const [, before, after] = from;
      if (before === undefined || after === undefined) return anything;
      const gone = from.length === 3 ? (soleText(before) ?? '') : '';
      const removed = gone.length === 1 ? bitsOf(gone) & complementOf(others) : 0n;
      const added = allOf(ofValue(search, after, depth + 1));
      return only((text.anywhere & complementOf(removed)) | added, text.atEnds & complementOf(removed));
    }
    case 'translate':
      return translated(text, from[1]);
    default:
      return anything;
  }
}

/** `text.translate({59: None, 38: "+"})` */
function translated(text: Characters, table: Value | undefined): Characters {
  const fact = table?.complete && table.facts.length === 1 ? table.facts[0] : undefined;
  if (fact?.kind !== 'mapping') return anything;
  let gone = 0n;
  let added = 0n;
  for (const { key, value } of fact.entries) {
    const code = key.facts.length === 1 && key.facts[0]?.kind === 'constant' ? key.facts[0].value : undefined;
    if (typeof code === 'bigint' && code >= 0n && code < 128n) gone |= 1n << code;
    for (const each of value.facts) {
      if (each.kind !== 'constant' || !value.complete) return anything;
      if (typeof each.value === 'string') added |= bitsOf(each.value);
      else if (typeof each.value === 'bigint') added |= bitOfByte(Number(each.value));
      else if (each.value !== null) return anything;
    }
  }
  if (!fact.complete) return anything;
  return only((text.anywhere & complementOf(gone)) | added, text.atEnds & complementOf(gone));
}

const isPlainEncoding = (value: Value | undefined): boolean =>
  /^(utf-?8|ascii|latin-?1|iso-?8859-1|us-ascii)$/i.test((value && soleText(value)) ?? '');

/** A method of `owner` is one of text, unless that is known to be something else. */
function isPerhapsText(search: Search, owner: string): boolean {
  if (/^builtins\.(str|bytes|bytearray)$/.test(owner)) return true;
  return (
    !search.session.library.isClass(owner) &&
    !/^(os|shlex|re|urllib|base64|json|pathlib|codecs|posixpath|string|operator|html|textwrap)\b[^[(]*$/.test(owner)
  );
}

/** The one text that a value is. */
function soleText(value: Value): string | undefined {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  return fact?.kind === 'constant' && typeof fact.value === 'string' ? fact.value : undefined;
}

/** `re.sub("[^a-z]", "", text)` */
function ofSubstitution(search: Search, fact: ComputedFact, name: string, depth: number): Characters {
  const call = matchCallOf(search.session, fact, name);
  if (call === undefined || call.pattern === undefined || call.subject === undefined) return anything;
  const [replacement, ...more] = call.others;
  const text = replacement === undefined ? undefined : soleText(replacement);
  if (text === undefined || text.includes('\\')) return anything;
  const whole = ofValue(search, call.subject, depth + 1);
  // count=1 leaves the others where they are
  const gone = more.length === 0 && !call.hasUnknownFlags ? (call.pattern.anyOf ?? 0n) : 0n;
  return only((whole.anywhere & complementOf(gone)) | bitsOf(text), whole.atEnds & complementOf(gone));
}

/** `found.group(1)`, `found[1]`, of a match. */
function groupOf(search: Search, fact: ComputedFact, path: string, depth: number): Characters | undefined {
  if (!/^(re\.Match|\?)\.(group|__getitem__)\(\)$|^re\.Match\[\]$/.test(path)) return undefined;
  const [match, key] = inputsOf(fact);
  const call = match === undefined ? undefined : matchOf(search.session, match);
  if (call?.pattern === undefined) return path.startsWith('re.') ? anything : undefined;
  const found = only(bitsOfGroup(call.pattern, key));
  return call.subject === undefined ? found : bothOf(found, ofValue(search, call.subject, depth + 1));
}

function bitsOfGroup(pattern: PatternCharacters, key: Value | undefined): bigint {
  if (key === undefined) return pattern.whole;
  const fact = key.complete && key.facts.length === 1 ? key.facts[0] : undefined;
  if (fact?.kind !== 'constant') return pattern.whole;
  const index = typeof fact.value === 'string' ? pattern.groupNames.get(fact.value) : Number(fact.value);
  return (index === undefined ? undefined : pattern.groups[index]) ?? pattern.whole;
}

// Backwards

/** The text that a test is to say something of. */
interface Target {
  readonly subject: Fact;
  /** the test was made on every item of a loop */
  readonly isEach: boolean;
}

/** What a test that came out like this says of the text that it was made on. */
function shownBy(search: Search, test: ComputedFact, outcome: boolean, target: Target, depth: number): Characters {
  if (depth > deepestValue || --search.left < 0) return anything;
  const path = canonicalName(search.session.library, test.by);
  const name = withoutCall(path);
  const from = inputsOf(test);
  const behind = (value: Value | undefined, characters: Characters): Characters =>
    value === undefined ? anything : backOfValue(search, value, characters, target, depth + 1);
  switch (name) {
    case 'builtins.all':
    case 'builtins.any':
      return name.endsWith('all') === outcome ? shownByEach(search, from[0], outcome, target, depth) : anything;
    case 'builtins.bool':
      return shownByOnly(search, from[0], outcome, target, depth);
    case 'operator.not_':
      return shownByOnly(search, from[0], !outcome, target, depth);
    case 'operator.eq':
    case 'operator.ne':
    case 'hmac.compare_digest':
    case 'secrets.compare_digest':
    case '_operator._compare_digest':
      if ((name === 'operator.ne') === outcome) return anything;
      return bothOf(
        behind(from[0], from[1] === undefined ? anything : ofValue(search, from[1], depth + 1)),
        behind(from[1], from[0] === undefined ? anything : ofValue(search, from[0], depth + 1)),
      );
    case 'operator.contains':
    case 'operator.not_contains': {
      const isMember = (name === 'operator.contains') === outcome;
      const [left, right] = from as readonly [Value, Value];
      // letter in "abc"   of an item of a text, not of a whole one
      if (isMember)
        return isCollection(right) || (soleText(right) !== undefined && isCharacter(search.session, left))
          ? behind(left, ofValue(search, right, depth + 1))
          : anything;
      // ";" not in value
      const text = soleText(left);
      return text?.length === 1 ? behind(right, only(complementOf(bitsOf(text) & complementOf(others)))) : anything;
    }
    // set(name) <= set("abc")
    case 'operator.le':
    case 'builtins.set.issubset':
    case 'builtins.frozenset.issubset':
      return outcome && isSetOf(from[0]) ? behind(from[0], ofValues(search, from.slice(1, 2), depth)) : anything;
    case 'operator.ge':
    case 'builtins.set.issuperset':
    case 'builtins.frozenset.issuperset':
      return outcome && isSetOf(from[1]) && from[0] !== undefined
        ? behind(from[1], ofValue(search, from[0], depth + 1))
        : anything;
    // if set(name) - ALLOWED: refuse
    case 'operator.sub':
    case 'builtins.set.difference':
      return !outcome && isSetOf(from[0]) ? behind(from[0], ofValues(search, from.slice(1, 2), depth)) : anything;
    // set(name).isdisjoint(";&|")   and   set(name) & set(";&|")
    case 'builtins.set.isdisjoint':
    case 'operator.and_': {
      const isWithout = outcome === (name !== 'operator.and_');
      const named = from[1] === undefined ? anything : ofValue(search, from[1], depth + 1);
      if (!isWithout || !isSetOf(from[0]) || !isConstantText(from[1])) return anything;
      return behind(from[0], only(complementOf(allOf(named) & complementOf(others))));
    }
    case 'builtins.isinstance': {
      if (!outcome || from[1] === undefined) return anything;
      const classes = classNames(from[1]);
      const known = classes?.map((each) => byClass.get(canonicalName(search.session.library, each)) ?? anything);
      return known === undefined || known.length === 0 ? anything : behind(from[0], known.reduce(eitherOf));
    }
    // It did not raise.
    case 'builtins.int':
      return outcome ? behind(from[0], only(digits | others | bitsOf('_+-'), whitespace)) : anything;
    case 'builtins.float':
      return outcome ? behind(from[0], only(numberCharacters | others | bitsOf('_'), whitespace)) : anything;
  }
  const call = matchCallOf(search.session, test, name);
  if (call !== undefined) return behind(call.subject, outcome ? matchedWhole(call) : searchedInVain(call));
  const method = lastComponent(name);
  if (path.endsWith('()') && outcome && from[0] !== undefined) {
    const shown = shownByMethod.get(method);
    if (shown !== undefined && isPerhapsText(search, name.slice(0, name.length - method.length - 1))) {
      return behind(from[0], only(shown));
    }
  }
  // 0 <= int(value) <= 9: whatever came of it, it was a number
  let within = anything;
  for (const value of from) within = bothOf(within, convertedIn(search, value, target, depth));
  return within;
}

const shownByMethod: ReadonlyMap<string, bigint> = new Map([
  ['isalnum', letters | digits | others],
  ['isalpha', letters | others],
  ['isdigit', digits | others],
  ['isdecimal', digits | others],
  ['isnumeric', digits | others],
  ['isidentifier', wordCharacters],
  ['isspace', whitespace],
  ['isascii', complementOf(others)],
]);

function convertedIn(search: Search, value: Value, target: Target, depth: number): Characters {
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'computed') return anything;
  const name = withoutCall(canonicalName(search.session.library, fact.by));
  if (name !== 'builtins.int' && name !== 'builtins.float') return anything;
  return shownBy(search, fact, true, target, depth + 1);
}

function shownByOnly(
  search: Search,
  value: Value | undefined,
  outcome: boolean,
  target: Target,
  depth: number,
): Characters {
  const fact = value?.complete === true && value.facts.length === 1 ? value.facts[0] : undefined;
  return fact?.kind === 'computed' ? shownBy(search, fact, outcome, target, depth + 1) : anything;
}

/** `all(each.isalnum() for each in value)`: what each test of the sequence shows together. */
function shownByEach(
  search: Search,
  value: Value | undefined,
  outcome: boolean,
  target: Target,
  depth: number,
): Characters {
  const fact = value?.complete === true && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence') return anything;
  let shown = anything;
  const each = { subject: target.subject, isEach: true };
  for (const item of fact.items) shown = bothOf(shown, shownByOnly(search, item, outcome, each, depth + 1));
  return fact.rest === undefined ? shown : bothOf(shown, shownByOnly(search, fact.rest, outcome, each, depth + 1));
}

function isCollection(value: Value): boolean {
  return value.facts.every(({ kind }) => kind === 'sequence' || kind === 'mapping');
}

function classNames(value: Value): readonly string[] | undefined {
  if (!value.complete) return undefined;
  const names: string[] = [];
  for (const fact of value.facts) {
    if (fact.kind === 'reference') names.push(fact.name);
    else if (fact.kind === 'sequence' && fact.complete) {
      for (const item of fact.items) {
        const inner = classNames(item);
        if (inner === undefined) return undefined;
        names.push(...inner);
      }
    } else return undefined;
  }
  return names;
}

/** A match that was found: of a pattern that has to fit from end to end. */
function matchedWhole({ kind, pattern, hasUnknownFlags }: MatchCall): Characters {
  if (pattern === undefined || hasUnknownFlags) return anything;
  if (kind === 'fullmatch') return only(pattern.whole);
  if (kind === 'sub' || pattern.isAnchoredBehind === 'no') return anything;
  if (kind === 'search' && !pattern.isAnchoredBefore) return anything;
  return only(pattern.whole, pattern.isAnchoredBehind === 'line end' ? bitsOf('\n') : 0n);
}

/** `re.search("[;&]", value)` that found nothing. */
function searchedInVain({ kind, pattern, hasUnknownFlags }: MatchCall): Characters {
  if (kind !== 'search' || pattern?.anyOf === undefined || hasUnknownFlags) return anything;
  return only(complementOf(pattern.anyOf & complementOf(others)));
}

/** The characters of `subject`, if what was made from it holds only these. */
function backOfValue(search: Search, value: Value, characters: Characters, target: Target, depth: number): Characters {
  if (depth > deepestValue || value.facts.length !== 1) return anything;
  return backOfFact(search, value.facts[0] as Fact, characters, target, depth);
}

function backOfFact(search: Search, fact: Fact, characters: Characters, target: Target, depth: number): Characters {
  if (fact === target.subject || --search.left < 0) return fact === target.subject ? characters : anything;
  const back = (value: Value | undefined, before: Characters): Characters =>
    value === undefined ? anything : backOfValue(search, value, before, target, depth + 1);
  if (fact.kind === 'text') {
    // "x" + value
    for (const part of fact.parts) {
      if (typeof part === 'string') continue;
      const found = back(part, only(allOf(characters)));
      if (found !== anything) return found;
    }
    return anything;
  }
  // {each for each in value}: all of them have passed
  if (fact.kind === 'sequence' && fact.rest !== undefined && fact.items.length === 0)
    return backOfValue(search, fact.rest, characters, { ...target, isEach: true }, depth + 1);
  if (fact.kind !== 'computed') return anything;
  const path = canonicalName(search.session.library, fact.by);
  const [first, ...rest] = inputsOf(fact);
  // each of the loop over it, where the test was made on every one of them
  if (path.endsWith('[]')) return target.isEach && rest.length === 0 ? back(first, only(allOf(characters))) : anything;
  if (!path.endsWith('()')) return anything;
  const name = withoutCall(path);
  if (/^builtins\.(str|bytes|list|tuple|set|sorted|reversed|iter)$/.test(name)) return back(first, characters);
  const method = lastComponent(name);
  if (!isPerhapsText(search, name.slice(0, name.length - method.length - 1))) return anything;
  const added = (): bigint => rest.reduce((bits, value) => bits | allOf(ofValue(search, value, depth + 1)), 0n);
  if (caseMethods.test(method))
    return back(first, only(inBothCases(characters.anywhere), inBothCases(characters.atEnds)));
  switch (method) {
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return back(first, only(characters.anywhere, characters.atEnds | (rest.length === 0 ? whitespace : added())));
    case 'replace':
    case 'split':
    case 'rsplit':
    case 'removeprefix':
    case 'removesuffix':
      return back(first, only(allOf(characters) | (rest.length === 0 ? whitespace : added())));
    case 'splitlines':
      return back(first, only(allOf(characters) | whitespace));
    case 'encode':
      return rest.length === 0 || isPlainEncoding(rest[0]) ? back(first, characters) : anything;
    case 'decode':
      return rest.length === 0 || isPlainEncoding(rest[0]) ? back(first, characters) : anything;
    case 'join':
      return back(rest[0], characters);
    default:
      return anything;
  }
}
