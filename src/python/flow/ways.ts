// Ways through the code that come together again: what was shown on one of them is remembered with the answers, variables
// and lists that came about on it, and taken up again when a later test tells which way it was.

import type { Fact, SequenceFact, Value } from '../semantics/index.ts';
import type { NameId, NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';
import { keepApart } from './join.ts';
import type { State } from './state.ts';
import { originalOf } from './values.ts';

/** Remembers with each alternative what has been shown on the way on which it came about. */
export function withShown(frame: Frame, value: Value, since: State, state: State, node: NodeId): Value {
  const shown = state.refinedSince(since);
  if (shown.size === 0 || !value.facts.some((fact) => isAnswer(fact) || isPair(fact))) return value;
  const facts = value.facts.map((fact) => {
    if (isAnswer(fact)) return marked(frame, fact, shown, node);
    if (!isPair(fact)) return fact;
    // return name, None
    const items = fact.items.map((item) =>
      item.facts.some(isAnswer)
        ? { ...item, facts: item.facts.map((each) => (isAnswer(each) ? marked(frame, each, shown, node) : each)) }
        : item,
    );
    return marked(frame, { ...fact, items }, shown, node);
  });
  return { ...value, facts };
}

/** Items of a result that are answers of their own. */
const MAX_PAIR = 4;

const isPair = (fact: Fact): fact is SequenceFact =>
  fact.kind === 'sequence' &&
  fact.type === 'tuple' &&
  fact.identity === undefined &&
  fact.items.length <= MAX_PAIR &&
  fact.items.some((item) => item.facts.some(isAnswer));

/** A fact that comes about only where this has been shown. */
function marked<F extends Fact>(frame: Frame, fact: F, shown: ReadonlyMap<Fact, Value>, node: NodeId, way = 0): F {
  const { implied } = frame.engine;
  const copy = { ...fact };
  const before = implied.get(fact);
  implied.set(copy, before === undefined ? shown : new Map([...shown, ...before]));
  keepApart(copy, fact, `${frame.module.path} ${node} ${frame.call} ${way}`);
  return copy;
}

/** Alternatives of a variable that are told apart by the way on which they came about. */
const MAX_MARKED = 3;

/**
 * if re.fullmatch(…): valid = True
 * if not valid: return
 *
 * The ways behind a test come together: what variables and lists hold remembers what was shown on its way.
 */
export function markWays(frame: Frame, node: NodeId, since: State, ends: readonly State[]): void {
  if (ends.length < 2 || ends.length > MAX_MARKED || frame.summarising > 0) return;
  const { activation } = frame.lexical;
  const [first, ...others] = ends as readonly [State, ...State[]];
  const shown = ends.map((end) => end.refinedSince(since));
  if (shown.every(({ size }) => size === 0)) return;
  const names = new Set(others.flatMap((other) => [...first.variablesApart(other, activation)]));
  const objects = new Set(others.flatMap((other) => [...first.objectsApart(other)]));
  for (const [index, end] of ends.entries()) {
    const own = shown[index] as ReadonlyMap<Fact, Value>;
    if (own.size === 0) continue;
    for (const name of names) {
      const value = end.get(activation, name);
      if (value === undefined || value.facts.length > MAX_MARKED || !value.facts.every(isMarkable)) continue;
      const facts = value.facts.map((fact) => marked(frame, fact, own, node, index));
      end.set(activation, name, { ...value, facts });
      frame.correlated.add(name);
    }
    for (const identity of objects) {
      const cell = end.cell(identity);
      if (cell === undefined || cell.isMany || cell.facts.length > 2 || !cell.facts.every(isCollection)) continue;
      end.setCell(identity, { ...cell, facts: cell.facts.map((fact) => marked(frame, fact, own, node, index)) });
    }
  }
}

const isMarkable = ({ kind }: Fact) => kind === 'constant' || kind === 'computed' || kind === 'text';
const isCollection = ({ kind }: Fact) => kind === 'sequence' || kind === 'mapping';

/** What variables hold that came about on ways where a test had the other outcome is not here. */
export function dropContradicted(frame: Frame, state: State, names: Iterable<NameId> = frame.correlated): void {
  const { activation } = frame.lexical;
  for (const name of names) {
    const value = state.get(activation, name);
    if (value === undefined || value.facts.length < 2) continue;
    const facts = value.facts.filter((fact) => !isContradicted(frame, fact, state));
    if (facts.length > 0 && facts.length < value.facts.length) state.set(activation, name, { ...value, facts });
  }
}

function isContradicted(frame: Frame, fact: Fact, state: State): boolean {
  const hasCome = (value: Value | undefined, test: Fact, outcome: boolean): boolean =>
    value !== undefined &&
    value.facts.length > 0 &&
    value.facts.every((each) => each.conditions?.some((one) => one.test === test && one.outcome === outcome));
  for (const { test, outcome, subject } of fact.conditions ?? []) {
    if (hasCome(state.refinement(originalOf(subject)), test, !outcome)) return true;
  }
  for (const [subject, then] of frame.engine.implied.get(fact) ?? []) {
    const now = state.refinement(subject);
    if (now === undefined || now === then) continue;
    const tests = then.facts[0]?.conditions ?? [];
    if (tests.some(({ test, outcome }) => hasCome(then, test, outcome) && hasCome(now, test, !outcome))) return true;
  }
  return false;
}

/** True, False and None, and what a test gives: what is asked about later. */
function isAnswer(fact: Fact): boolean {
  if (fact.kind === 'constant') return true;
  return isTruthOnly(fact) || isTruthValue(fact);
}

const answering =
  /^operator\.(not_|eq|ne|lt|le|gt|ge|is_|is_not|contains|not_contains)\(\)$|^builtins\.(all|any|bool|isinstance|issubclass|callable|hasattr)\(\)$|\.(is[a-z]+|startswith|endswith|is_[a-z_]+)\(\)$|compare_digest\(\)$/;

/** A test that gives True or False. */
export function isTruthValue(fact: Fact): boolean {
  return fact.kind === 'computed' && answering.test(fact.by);
}

/** A result that is either None or true: a match. */
export function isTruthOnly(fact: Fact): boolean {
  const by = fact.kind === 'computed' || fact.kind === 'instance' ? fact.by : undefined;
  return by !== undefined && /(?:^re\.|^re\.Pattern\.|^regex\.)(?:fullmatch|match|search)\(\)$/.test(by);
}
