// Where a value comes from: the worst of everything that it was made of. Sources are rows of the models; what a known
// pure function makes comes from its arguments; what any other function gives is not known, however constant its
// arguments are. A parameter comes from callers that are not in view, unless a library is known to be the caller.

import type { LibrarySource } from '../models/index.ts';
import type { ComputedFact, Fact, InstanceFact, ParameterFact, Place, Value } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { readArguments } from './argument-list.ts';
import { canonicalName, isOnlyItsClassUnknown, withoutCall } from './canonical-names.ts';
import { isDeclaredNumber } from './declared-fields.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import type { FoundOrigin as Found } from './found-origin.ts';
import { handedSource } from './handed-parameters.ts';
import { stepsOfWay } from './origin-steps.ts';
import { isHolder, isPure, isShippedFile } from './pure-names.ts';
import { readPath } from './read-path.ts';
import type { Session } from './session.ts';
import type { Origin, OriginStep } from './site.ts';
import { isHostile, rankOf } from './threat-model.ts';

/** Values within values that are followed; deeper ones are unknown. */
const deepestValue = 100;
/** Values that are looked at for one answer; more of them leave it unknown. */
const mostParts = 4000;

interface Search {
  readonly session: Session;
  partsLeft: number;
  /** something was left out because it lies too deep, or there is too much of it */
  wasCut: boolean;
}

export function originOf(session: Session, value: Value, use: Place): Origin {
  const search: Search = { session, partsLeft: mostParts, wasCut: false };
  const found = worstOfValue(search, value, use, 0);
  let steps: readonly OriginStep[] | undefined;
  return {
    provenance: found.provenance,
    text: found.text,
    span: found.place === undefined ? undefined : spanOf(found.place),
    path: found.place?.module.path,
    isHostile: found.isProven && isHostile(found.provenance, session.threatModel),
    get steps() {
      steps ??= stepsOfWay(found.way);
      return steps;
    },
  };
}

const constant = (place: Place | undefined): Found => ({
  provenance: 'constant',
  text: 'a constant',
  place,
  isProven: true,
  way: undefined,
});
const unknown = (place: Place | undefined, text = 'an unknown value'): Found => ({
  provenance: 'unknown',
  text,
  place,
  isProven: true,
  way: undefined,
});

/** The worse of two; of two that are as bad, the one with the shorter way. */
function worse(one: Found, other: Found): Found {
  const rank = (found: Found) => (found.isProven ? rankOf(found.provenance) : rankOf('unknown'));
  const [mine, theirs] = [rank(one), rank(other)];
  if (theirs !== mine) return theirs > mine ? other : one;
  return one.way !== undefined && other.way !== undefined && other.way.length < one.way.length ? other : one;
}

function worstOfValue(search: Search, value: Value, use: Place | undefined, depth: number): Found {
  if (depth > deepestValue || --search.partsLeft < 0) {
    search.wasCut = true;
    return unknown(use);
  }
  let worst: Found | undefined;
  for (const fact of value.facts) {
    const found = originOfFact(search, fact, depth);
    worst = worst === undefined ? found : worse(worst, found);
  }
  if (worst === undefined) return unknown(use);
  return value.complete || isOnlyItsClassUnknown(value) ? worst : worse(worst, unknown(use));
}

function worstOfValues(search: Search, values: readonly Value[], use: Place, depth: number): Found {
  let worst = constant(use);
  for (const value of values) worst = worse(worst, worstOfValue(search, value, use, depth + 1));
  return worst;
}

function originOfFact(search: Search, fact: Fact, depth: number): Found {
  const { originByFact } = search.session.memory;
  const known = originByFact.get(fact);
  if (known !== undefined) return known;
  const { wasCut } = search;
  search.wasCut = false;
  const found = through(originOfKind(search, fact, depth), fact);
  if (!search.wasCut) originByFact.set(fact, found);
  search.wasCut ||= wasCut;
  return found;
}

/** What comes from somewhere has come through this fact. */
function through(found: Found, fact: Fact): Found {
  if (rankOf(found.provenance) <= rankOf('unknown')) return found;
  return { ...found, way: { fact, before: found.way, length: (found.way?.length ?? 0) + 1 } };
}

function originOfKind(search: Search, fact: Fact, depth: number): Found {
  switch (fact.kind) {
    case 'constant': {
      // if kind in ("a", "b"):   it comes from where it came from; that it is one of two says the guard
      const [tested] = fact.conditions ?? [];
      return tested === undefined || tested.subject.kind === 'constant' || depth > deepestValue
        ? constant(fact.at)
        : originOfFact(search, tested.subject, depth + 1);
    }
    case 'text': {
      const parts = fact.parts.filter((part) => typeof part !== 'string');
      return worstOfValues(search, parts, fact.at, depth);
    }
    case 'sequence': {
      const items = fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
      const worst = worstOfValues(search, items, fact.at, depth);
      return fact.complete || fact.rest !== undefined ? worst : worse(worst, unknown(fact.at));
    }
    case 'mapping': {
      const values = fact.entries.flatMap((entry) => [entry.key, entry.value]);
      if (fact.rest !== undefined) values.push(fact.rest);
      const worst = worstOfValues(search, values, fact.at, depth);
      return fact.complete || fact.rest !== undefined ? worst : worse(worst, unknown(fact.at));
    }
    case 'reference':
      return originOfReference(search.session, fact.name, fact.at);
    case 'parameter':
      return originOfParameter(search.session, fact);
    case 'instance':
      return originOfInstance(search, fact, depth);
    case 'computed':
      return originOfComputed(search, fact, depth);
  }
}

function originOfReference(session: Session, name: string, place: Place): Found {
  const found = originOfName(session, name, place);
  if (found !== undefined) return found;
  return session.library.isHarmless(canonicalName(session.library, name))
    ? harmless(session, name, place)
    : constant(place);
}

/**
 * What a library fills in is of nobody's choice: `request.method`. What the program has put into an object that the
 * library keeps for it can be anything: `request.state.user`.
 */
function harmless({ library }: Session, name: string, place: Place): Found {
  const path = canonicalName(library, name);
  const itself = path.endsWith('"]') ? path.slice(0, path.lastIndexOf('[')) : withoutCall(path);
  const owner = path.endsWith('"]') ? itself : itself.slice(0, itself.lastIndexOf('.'));
  const isOwn = path.endsWith('[]') || library.isHarmless(owner);
  return isOwn ? unknown(place, withoutCall(path)) : constant(place);
}

function originOfName(session: Session, name: string, place: Place): Found | undefined {
  const canonical = canonicalName(session.library, name);
  if (isShippedFile(canonical))
    return { provenance: 'shipped', text: canonical, place, isProven: true, way: undefined };
  const row = session.library.sourceOf(canonical);
  return row === undefined
    ? undefined
    : { provenance: row.provenance, text: row.text, place, isProven: true, way: undefined };
}

function originOfParameter(session: Session, fact: ParameterFact): Found {
  const { module, node } = fact.at;
  const definition = module.functionOf(node);
  const isFunction = definition !== 0 && module.tree.kind(definition) === Kind.FunctionDef;
  const owner = isFunction ? ` of ${module.tree.names.text(ast.FunctionDef.name(module.tree, definition))}()` : '';
  const handed = sourceOfParameter(session, fact);
  if (handed !== undefined) {
    return { provenance: handed.provenance, text: handed.text, place: fact.at, isProven: true, way: undefined };
  }
  return {
    provenance: 'parameter',
    text: `the parameter ${fact.name}${owner}`,
    place: fact.at,
    isProven: true,
    way: undefined,
  };
}

function sourceOfParameter(session: Session, fact: ParameterFact): LibrarySource | undefined {
  // def view(request: flask.Request)
  const annotated = fact.annotation === undefined ? undefined : session.library.sourceOf(fact.annotation);
  return annotated ?? handedSource(session, fact);
}

function originOfInstance(search: Search, fact: InstanceFact, depth: number): Found {
  const { session } = search;
  const named = originOfName(session, fact.className, fact.call ?? fact.at);
  if (named !== undefined) return named;
  // ssl.create_default_context(cafile=os.environ["CA"]): no text comes out of it again
  if (session.library.isOpaque(fact.className)) return constant(fact.at);
  // A path of pathlib is no more than its text.
  if (fact.text !== undefined) return worstOfValue(search, fact.text, fact.at, depth + 1);
  if (fact.by !== undefined) return originOfPath(search, fact.by, fact.from ?? [], fact.at, depth);
  const call = fact.call ?? (fact.at.module.tree.kind(fact.at.node) === Kind.Call ? fact.at : undefined);
  if (call === undefined) return unknown(fact.at, `an instance of ${fact.className}`);
  const given = readArguments(call.module, call.node);
  const values = [...given.positional, ...given.behindStar, ...given.keywords.values()].map(
    ({ place, value }) => value ?? place.module.valueOf(place.node),
  );
  let worst = worstOfValues(search, values, call, depth);
  if (given.hasStar || given.hasDoubleStar) worst = worse(worst, unknown(call));
  // io.BytesIO(data) holds what it is given; what comes out of a queue or a client was not put in by its constructor.
  return isHolder(session.library, fact.className)
    ? worst
    : worse(worst, unknown(call, `an instance of ${fact.className}`));
}

function originOfComputed(search: Search, fact: ComputedFact, depth: number): Found {
  return originOfPath(search, fact.by, fact.from, fact.at, depth);
}

/** What a library's call, attribute or item gives, by its canonical path and what it was computed from. */
function originOfPath(search: Search, by: string, from: readonly Value[], place: Place, depth: number): Found {
  const { session } = search;
  const read = readPath(session, by, from);
  const path = canonicalName(session.library, read.path);
  const name = withoutCall(path);
  // A function that is not known by name is shown as it is written.
  const shown = name.startsWith('?') ? excerptOf(place) : `${name}${path.endsWith('()') ? '()' : ''}`;
  if (isShippedFile(name)) return { provenance: 'shipped', text: shown, place, isProven: true, way: undefined };

  const inputs = from.map((value) => worstOfValue(search, value, place, depth + 1));
  const worst = inputs.reduce(worse, constant(place));
  const keyed = read.keyed === undefined ? undefined : canonicalName(session.library, read.keyed);
  if (keyed !== undefined && session.library.isHarmless(keyed)) return harmless(session, keyed, place);
  if (session.library.isHarmless(path)) return harmless(session, path, place);
  // here, there = Pipe(); here.recv()
  if (isReadFromHarmless(session, path, from[0])) return unknown(place, shown);
  const keyedRow = keyed === undefined ? undefined : session.library.sourceOf(keyed);
  const row = keyedRow ?? session.library.sourceOf(path) ?? session.library.sourceOf(name);
  if (row !== undefined) {
    // class Report(Form): copies = IntegerField()
    if (keyed !== undefined && isDeclaredNumber(session, keyed, from)) return constant(place);
    // lines: int = typer.Option(10)
    if (isDefaultOfConverted(session, place)) return constant(place);
    const found = originOfRow(row, place, from, inputs);
    // text = request.args["q"]; text.encode(): the proof is where the value came in, not what was done to it since.
    const receiver = isReadFrom(by, from[0]) ? inputs[0] : undefined;
    return receiver?.provenance === found.provenance && receiver.isProven === found.isProven ? receiver : found;
  }
  if (session.library.isOpaque(name)) {
    // A number or a truth value carries no text of anyone's choice.
    const type = session.library.typeOf(name);
    return type === undefined || /\.(int|bool|float)$/.test(type) ? constant(place) : unknown(place, shown);
  }
  if (rankOf(worst.provenance) > rankOf('unknown')) return worst;
  if (path.endsWith('[]') || isPure(session.library, name) || name.startsWith('?.')) return worst;
  return worse(worst, unknown(place, path.endsWith('()') ? `the result of ${shown}` : shown));
}

/** Whether a place is the default of a parameter whose value is converted before it is handed over. */
function isDefaultOfConverted(session: Session, { module, node }: Place): boolean {
  const parameter = module.tree.parent(node);
  if (parameter === 0 || module.tree.kind(parameter) !== Kind.Parameter) return false;
  return module
    .valueOf(parameter)
    .facts.some((fact) => fact.kind === 'parameter' && sourceOfParameter(session, fact)?.provenance === 'constant');
}

/** Whether an object, though of a class whose members are sources, was given by a call that makes them harmless. */
function isReadFromHarmless(session: Session, path: string, receiver: Value | undefined): boolean {
  const only = (value: Value | undefined) => (value?.facts.length === 1 ? value.facts[0] : undefined);
  let fact = only(receiver);
  // what is called may be a step of its own: the method, read from the object
  if (fact?.kind === 'computed' && path === `${fact.by}()`) fact = only(fact.from[0]);
  if (fact?.kind !== 'instance' || fact.by === undefined) return false;
  return session.library.isHarmless(canonicalName(session.library, fact.by) + path.slice(path.lastIndexOf('.')));
}

/** Whether a path goes on from the path of this value: an attribute, item or method of it. */
function isReadFrom(path: string, receiver: Value | undefined): boolean {
  return (
    receiver?.facts.some((fact) => {
      const start = fact.kind === 'computed' ? fact.by : fact.kind === 'reference' ? fact.name : undefined;
      return start !== undefined && path.startsWith(start);
    }) ?? false
  );
}

/**
 * What a file holds is as trustworthy as whoever chose the file and can write to it: shipped files are the project's
 * own, a path from outside brings its own provenance, a place where everyone writes is hostile. Of any other path
 * nothing is proven.
 */
function originOfRow(row: LibrarySource, place: Place, values: readonly Value[], inputs: readonly Found[]): Found {
  const path = inputs[0];
  if (row.provenance !== 'file' || path === undefined) {
    return { provenance: row.provenance, text: row.text, place, isProven: true, way: undefined };
  }
  switch (path.provenance) {
    case 'shipped':
    case 'stored':
      return path;
    case 'network':
    case 'environment':
    case 'argument':
    case 'parameter':
      return {
        ...path,
        text: path.text.startsWith('the file named by') ? path.text : `the file named by ${path.text}`,
      };
    case 'file':
      return { ...path, text: path.isProven ? path.text : row.text };
    case 'constant':
      return {
        provenance: 'file',
        text: excerptOf(place),
        place,
        isProven: isWrittenByOthers(values[0]),
        way: undefined,
      };
    case 'unknown':
      return { ...path, text: `what ${excerptOf(place)} reads` };
  }
}

/** A constant path to a place where other users of the machine may write. */
function isWrittenByOthers(path: Value | undefined): boolean {
  return (
    path?.facts.some(
      (fact) =>
        fact.kind === 'constant' && typeof fact.value === 'string' && /^\/(tmp|var\/tmp|dev\/shm)\//.test(fact.value),
    ) ?? false
  );
}
