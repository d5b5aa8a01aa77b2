// A value where it is used, as rules ask about it: which constant, which name, which class, from where, checked how.

import type { Span } from '../core/index.ts';
import type { CleanedUse } from '../models/index.ts';
import type { Fact, Literal, Place, SequenceFact, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import {
  canonicalName,
  classesOfFact,
  isOnlyItsClassUnknown,
  isSubclassOfAny,
  matchNames,
  namesListed,
  resolveNames,
  withoutCall,
} from './canonical-names.ts';
import { findChecks } from './checks.ts';
import { deepestInput, isCleaned, isMadeBy, whyLost } from './derivation.ts';
import { elementsAt, entryAt, holesAt, isSameAsTested } from './display-parts.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { flagsOf } from './flags.ts';
import { findGuard } from './guards.ts';
import { findKnownGuard, guardView } from './known-guards.ts';
import { originOf } from './origin.ts';
import { partNamesOf } from './part-names.ts';
import type { Session } from './session.ts';
import type {
  CallSite,
  CheckView,
  ClassSite,
  Flag,
  FunctionView,
  GuardKind,
  GuardView,
  Origin,
  ValueView,
} from './site.ts';

const nothing: Value = { facts: [], complete: false };

export class ValueAt implements ValueView {
  readonly presence: 'given' | 'absent' | 'unknown';
  readonly #session: Session;
  /** where the value is used; for an argument that is not there, the call */
  readonly #place: Place;
  #value: Value | undefined;
  /** the value is that of the expression at `#place` */
  readonly #isExpression: boolean;

  constructor(session: Session, place: Place, presence: 'given' | 'absent' | 'unknown', value: Value | undefined) {
    this.#session = session;
    this.#place = place;
    this.presence = presence;
    this.#isExpression = presence === 'given' && value === undefined;
    this.#value = presence === 'given' ? value : nothing;
  }

  get path(): string {
    return this.#place.module.path;
  }

  get span(): Span {
    return spanOf(this.#place);
  }

  get text(): string {
    return excerptOf(this.#place);
  }

  isGiven(): boolean {
    return this.presence === 'given';
  }

  isAbsent(): boolean {
    return this.presence === 'absent';
  }

  constant(): Literal | undefined {
    const all = this.constants();
    if (all === undefined || all.length === 0) return undefined;
    return all.every((each) => isSameLiteral(each, all[0] as Literal)) ? all[0] : undefined;
  }

  constants(): readonly Literal[] | undefined {
    const { facts, complete } = this.#facts();
    if (!complete || facts.length === 0) return undefined;
    const literals: Literal[] = [];
    for (const fact of facts) {
      // What a test has left of a value from elsewhere is told as a guard.
      if (fact.kind !== 'constant' || fact.conditions !== undefined) return undefined;
      if (!literals.some((each) => isSameLiteral(each, fact.value))) literals.push(fact.value);
    }
    return literals;
  }

  string(): string | undefined {
    const literal = this.constant() ?? this.#pathText()?.constant();
    if (typeof literal === 'string') return literal;
    return literal instanceof Uint8Array ? toLatin1(literal) : undefined;
  }

  number(): number | undefined {
    const literal = this.constant();
    if (typeof literal === 'number') return literal;
    return typeof literal === 'bigint' ? Number(literal) : undefined;
  }

  truth(): boolean | undefined {
    const { facts, complete } = this.#facts();
    if (!complete || facts.length === 0) return undefined;
    const truths = facts.map(truthOfFact);
    return truths.every((each) => each === truths[0]) ? truths[0] : undefined;
  }

  isNone(): boolean {
    return this.constant() === null;
  }

  is(...names: readonly string[]): boolean {
    const wanted = this.#canonical(names);
    if (this.#isExpression) {
      const { matched, isUncertain } = matchNames(this.#session, this.#names(), wanted);
      if (matched.length > 0 && !isUncertain) return true;
    }
    const { facts, complete } = this.#facts();
    return (
      complete && facts.length > 0 && facts.every((fact) => this.#namesOfFact(fact).some((name) => wanted.has(name)))
    );
  }

  canBe(...names: readonly string[]): boolean {
    const wanted = this.#canonical(names);
    return this.names().some((name) => wanted.has(name));
  }

  names(): readonly string[] {
    const names = new Set<string>(this.#isExpression ? this.#names().names : []);
    for (const fact of this.#facts().facts) for (const name of this.#namesOfFact(fact)) names.add(name);
    return [...names].sort();
  }

  isInstanceOf(...classes: readonly string[]): boolean {
    const wanted = classes.map((name) => this.#className(name));
    const { facts, complete } = this.#facts();
    // An annotated parameter counts: the annotation is the project's own statement.
    const isAnnotated = facts.length > 0 && facts.every((fact) => fact.kind === 'parameter');
    if (facts.length === 0 || !(complete || isAnnotated)) return false;
    return facts.every((fact) => {
      const possible = classesOfFact(this.#session, fact);
      return (
        possible.length > 0 && possible.every((name) => isSubclassOfAny(this.#session.project, name, wanted) === true)
      );
    });
  }

  classes(): readonly string[] {
    const names = this.#facts().facts.flatMap((fact) => classesOfFact(this.#session, fact));
    return [...new Set(names)].sort();
  }

  callTo(...names: readonly string[]): CallSite | undefined {
    const place = this.#call();
    if (place === undefined) return undefined;
    const { module, node } = place;
    const callee = resolveNames(this.#session, module, ast.Call.callee(module.tree, node));
    const { matched, isUncertain } = matchNames(this.#session, callee, this.#canonical(names));
    const name = matched[0];
    if (name === undefined || isUncertain) return undefined;
    return this.#session.views.call(place, { name, names: callee.names, isUncertain, arguments: undefined });
  }

  alternatives(): readonly ValueView[] {
    const { facts, complete } = this.#facts();
    if (facts.length === 1 && complete) return [this];
    return facts.map((fact) => this.#session.views.computed({ facts: [fact], complete: true }, this.#place));
  }

  madeFrom(...names: readonly string[]): readonly ValueView[] | undefined {
    const { facts, complete } = this.#facts();
    const fact = complete && facts.length === 1 ? facts[0] : undefined;
    if (fact?.kind !== 'computed' && fact?.kind !== 'instance') return undefined;
    if (
      fact.by === undefined ||
      !this.#canonical(names).has(withoutCall(canonicalName(this.#session.library, fact.by)))
    )
      return undefined;
    return (fact.from ?? []).map((value) => this.#session.views.computed(value, this.#place));
  }

  items(): readonly ValueView[] | undefined {
    const fact = this.#only('sequence');
    return fact === undefined || !fact.complete ? undefined : this.#elements(fact);
  }

  firstItems(): readonly ValueView[] {
    const fact = this.#only('sequence');
    if (fact === undefined || fact.type === 'set' || fact.type === 'frozenset') return [];
    return this.#elements(fact);
  }

  entry(key: string): ValueView | undefined {
    const fact = this.#only('mapping');
    // The last entry of a key wins, as in Python.
    const entry = fact?.entries.findLast((each) => keyOf(each.key) === key);
    if (entry === undefined || fact === undefined) return undefined;
    const holder = this.#seenFrom(fact.at);
    return this.#part(entry.value, holder, entryAt(holder, key));
  }

  keys(): readonly string[] | undefined {
    const fact = this.#only('mapping');
    if (fact === undefined || !fact.complete) return undefined;
    const keys = fact.entries.map((entry) => keyOf(entry.key));
    return keys.every((key) => key !== undefined) ? (keys as string[]) : undefined;
  }

  textParts(): readonly (string | ValueView)[] | undefined {
    const whole = this.string();
    if (whole !== undefined) return [whole];
    const path = this.#pathText();
    if (path !== undefined) return path.textParts();
    const fact = this.#only('text');
    if (fact === undefined) return undefined;
    const holder = this.#seenFrom(fact.at);
    const holes = holesAt(holder, fact.parts);
    return fact.parts.map((part, at) => (typeof part === 'string' ? part : this.#part(part, holder, holes[at])));
  }

  origin(): Origin {
    if (this.presence !== 'given') {
      const isAbsent = this.presence === 'absent';
      return {
        provenance: isAbsent ? 'constant' : 'unknown',
        text: isAbsent ? 'the default' : 'an unknown value',
        span: undefined,
        path: undefined,
        isHostile: false,
        steps: [],
      };
    }
    return originOf(this.#session, this.#facts(), this.#place);
  }

  isDerivedFrom(...names: readonly string[]): boolean {
    return isMadeBy(this.#session, this.#facts(), this.#canonical(names), deepestInput);
  }

  isCleanedFor(use: CleanedUse): boolean {
    return this.presence === 'given' && isCleaned(this.#session, this.#facts(), use, deepestInput);
  }

  flags(): readonly Flag[] | undefined {
    return this.#isExpression ? flagsOf(this.#session, this.#place) : undefined;
  }

  partNames(): readonly string[] {
    return this.presence === 'given' ? partNamesOf(this.#place) : [];
  }

  guard(kind: GuardKind): GuardView | undefined {
    if (this.presence !== 'given') return undefined;
    const guard = this.#guard(kind);
    this.#session.asked.push({ kind, guard });
    return guard;
  }

  checks(): readonly CheckView[] {
    return this.presence === 'given' ? findChecks(this.#session, this.#place, this.#facts()) : [];
  }

  #guard(kind: GuardKind): GuardView | undefined {
    const value = this.#facts();
    const known = findKnownGuard(this.#session, value, kind);
    if (known !== undefined) return this.#noted(guardView(this.#session, kind, known), known.condition.test.at.module);
    // Where no run has come, or a run knows nothing of the value, the text says which tests stand before it.
    const { module, node } = this.#place;
    const isTold = kind !== 'truth' && module.wasRun(node) && value.complete && value.facts.length > 0;
    if (isTold) return undefined;
    const written = findGuard(this.#session, this.#place, kind);
    return written === undefined ? undefined : this.#noted(written, module);
  }

  #noted(guard: GuardView, module: Place['module']): GuardView {
    this.#session.notes.push({ module, span: guard.span, text: `checked here: ${guard.text}` });
    return guard;
  }

  get lost(): string | undefined {
    if (this.presence === 'absent') return undefined;
    if (this.presence === 'unknown') return 'it may come in *args or **kwargs';
    return whyLost(this.#facts(), deepestInput);
  }

  projectClass(): ClassSite | undefined {
    const fact = this.#facts().facts.length === 1 ? this.#facts().facts[0] : undefined;
    const place = fact?.kind === 'reference' || fact?.kind === 'instance' ? fact.definition : undefined;
    if (place === undefined || place.module.tree.kind(place.node) !== Kind.ClassDef) return undefined;
    return this.#session.views.classSite(place);
  }

  projectFunction(): FunctionView | undefined {
    const { tree } = this.#place.module;
    if (this.#isExpression && tree.kind(this.#place.node) === Kind.Lambda) {
      return this.#session.views.functionView(this.#place);
    }
    const { facts, complete } = this.#facts();
    const fact = complete && facts.length === 1 ? facts[0] : undefined;
    if (fact === undefined) return undefined;
    const place = fact.kind === 'reference' ? (fact.definition ?? fact.at) : fact.at;
    const kind = place.module.tree.kind(place.node);
    return kind === Kind.FunctionDef || kind === Kind.Lambda ? this.#session.views.functionView(place) : undefined;
  }

  get lastName(): string | undefined {
    if (!this.#isExpression) return undefined;
    const { tree } = this.#place.module;
    let { node } = this.#place;
    while (tree.kind(node) === Kind.Await) node = ast.Await.value(tree, node);
    if (tree.kind(node) === Kind.Name) return tree.names.text(ast.Name.name(tree, node));
    return tree.kind(node) === Kind.Attribute ? tree.names.text(ast.Attribute.name(tree, node)) : undefined;
  }

  #facts(): Value {
    this.#value ??= this.#place.module.valueOf(this.#place.node);
    return this.#value;
  }

  #names() {
    return resolveNames(this.#session, this.#place.module, this.#place.node);
  }

  #only<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }> | undefined {
    const { facts, complete } = this.#facts();
    const fact = complete && facts.length === 1 ? facts[0] : undefined;
    return fact?.kind === kind ? (fact as Extract<Fact, { kind: K }>) : undefined;
  }

  /** What a path of pathlib stands for. */
  #pathText(): ValueView | undefined {
    const fact = this.#only('instance');
    return fact?.text === undefined ? undefined : this.#session.views.computed(fact.text, this.#place);
  }

  #elements(fact: SequenceFact): readonly ValueView[] {
    const holder = this.#seenFrom(fact.at);
    const elements = elementsAt(holder, fact.items.length);
    return fact.items.map((item, at) => this.#part(item, holder, elements?.[at]));
  }

  /** A place of the same file, in the run of the code that this value was seen in. */
  #seenFrom(place: Place): Place {
    const { module } = this.#place;
    return place.module.tree === module.tree ? { module, node: place.node } : place;
  }

  /** A part of this value, at the expression that stands for it, or else where the whole is. */
  #part(value: Value, holder: Place, expression: NodeId | undefined): ValueView {
    const { views } = this.#session;
    // What was read in another file is pointed at where it is used in this one.
    if (holder.module.tree !== this.#place.module.tree) return views.computed(value, this.#place);
    if (expression === undefined) return views.computed(value, holder);
    const place = { module: holder.module, node: expression };
    // An expression of another function, which has handed the value over, does not know what it was this time.
    // Nor does one that stood before the tests which the value has passed since.
    const isItsOwn = value.facts.length === 0 || isSameAsTested(holder.module.valueOf(expression), value);
    return isItsOwn ? views.value(place) : views.computed(value, place);
  }

  #call(): Place | undefined {
    if (this.presence !== 'given') return undefined;
    if (this.#isExpression) {
      const { module } = this.#place;
      let { node } = this.#place;
      while (module.tree.kind(node) === Kind.Await) node = ast.Await.value(module.tree, node);
      if (module.tree.kind(node) === Kind.Call) return { module, node };
    }
    const { facts, complete } = this.#facts();
    if (!complete && !isOnlyItsClassUnknown(this.#facts())) return undefined;
    // One call may give several classes.
    const places = facts.map((fact) => (fact.kind === 'instance' ? (fact.call ?? fact.at) : fact.at));
    const place = places[0];
    if (
      place === undefined ||
      !places.every((each) => each.module.tree === place.module.tree && each.node === place.node)
    ) {
      return undefined;
    }
    return place.module.tree.kind(place.node) === Kind.Call ? place : undefined;
  }

  #namesOfFact(fact: Fact): readonly string[] {
    if (fact.kind === 'reference') return [canonicalName(this.#session.library, fact.name)];
    if (fact.kind !== 'computed') return [];
    return [canonicalName(this.#session.library, fact.by)];
  }

  #canonical(names: readonly string[]): ReadonlySet<string> {
    return new Set(namesListed(this.#session.library, names));
  }

  #className(name: string): string {
    const canonical = canonicalName(this.#session.library, name);
    // `str` is `builtins.str`
    return canonical.includes('.') ? canonical : `builtins.${canonical}`;
  }
}

function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function keyOf(key: Value): string | undefined {
  const fact = key.complete && key.facts.length === 1 ? key.facts[0] : undefined;
  return fact?.kind === 'constant' && typeof fact.value === 'string' ? fact.value : undefined;
}

export function isSameLiteral(one: Literal, other: Literal): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) {
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  }
  if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null) {
    return 'ellipsis' in one && 'ellipsis' in other;
  }
  return one === other;
}

function truthOfFact(fact: Fact): boolean | undefined {
  switch (fact.kind) {
    case 'constant': {
      const { value } = fact;
      if (value === null) return false;
      if (value instanceof Uint8Array) return value.length > 0;
      return typeof value === 'object' ? true : Boolean(value);
    }
    case 'text':
      return fact.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    case 'sequence':
      if (fact.items.length > 0) return true;
      return fact.complete ? false : undefined;
    case 'mapping':
      if (fact.entries.length > 0) return true;
      return fact.complete ? false : undefined;
    case 'reference':
      return fact.definition === undefined ? undefined : true;
    default:
      return undefined;
  }
}
