// The way of a value to a site over all functions that it crosses: the steps that the value itself knows, and between
// them the calls that handed it in and the returns that gave it out, as the judged run has them.

import type { Evidence, Span } from '../core/index.ts';
import type { Frame } from '../python/flow/index.ts';
import type { Fact, ModuleSemantics, Place, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { nameOfFunction, type OriginStep, type Subject } from '../rulekit/index.ts';

/**
 * `frame` is the run that the site was judged in; undefined when only the text was read. `part` is where the value goes
 * into what reaches the site, when that is somewhere else.
 */
export function traceOf(
  known: readonly OriginStep[],
  frame: Frame | undefined,
  site: { readonly module: ModuleSemantics; readonly node: NodeId },
  part?: Subject,
): readonly Evidence[] {
  if (known.length === 0) return [];
  const chain = chainOf(frame);
  const steps = [...known, ...(part === undefined ? [] : partStep(chain, part))];

  const trace: Evidence[] = [];
  const end = functionAt(site);
  // Runs are entered from the outermost inwards; each is entered once on the way.
  let level = levelOf(chain, steps[0] as OriginStep);
  let at = functionAt((steps[0] as OriginStep).place);
  for (const [index, step] of steps.entries()) {
    const here = functionAt(step.place);
    if (index > 0 && !isSame(here, at)) trace.push(...crossing(steps[index - 1] as OriginStep, here));
    at = here;
    trace.push(plain(step));
  }
  const last = steps.at(-1) as OriginStep;
  if (!isSame(at, end)) trace.push(...crossing(last, end));
  return trace;

  /** From the function of a step to another one: out of it by its return, or into it by calls. */
  function crossing(from: OriginStep, to: Place): Evidence[] {
    const found: Evidence[] = [];
    const own = functionAt(from.place);
    const start = chain.findIndex((each) => isSame(placeOf(each), own));
    const target = chain.findLastIndex((each) => isSame(placeOf(each), to));
    // Functions that have come to their end gave it out; what they were given is not kept.
    if (start < 0 && !isSame(own, end)) {
      const returned = returnOf(own);
      if (returned !== undefined) found.push(returned);
    }
    const first = Math.max(start < 0 ? level : start, level) + 1;
    for (let each = Math.max(first, 1); each <= target; each++) {
      const handed = handedIn(chain[each] as Frame, steps);
      if (handed !== undefined) found.push(handed);
    }
    level = Math.max(level, target);
    return found;
  }
}

/** The value goes into another one, in one of the runs. */
function partStep(chain: readonly Frame[], { path, span }: Subject): OriginStep[] {
  const holder = chain.findLast(({ module, definition }) => {
    const { tree } = module;
    return module.path === path && tree.start(definition) <= span.start && span.end <= tree.end(definition);
  });
  if (holder === undefined) return [];
  const { module, definition } = holder;
  const { tree } = module;
  const isFunction = tree.kind(definition) === Kind.FunctionDef;
  const node = isFunction ? ast.FunctionDef.body(tree, definition) : definition;
  return [{ path, span, text: 'becomes part of it', place: { module, node } }];
}

const plain = ({ path, span, text }: OriginStep): Evidence => ({ path, span, text });

/** From the outermost run to the one at hand. */
function chainOf(frame: Frame | undefined): readonly Frame[] {
  const chain: Frame[] = [];
  for (let at = frame; at !== undefined; at = at.caller) chain.unshift(at);
  return chain;
}

const placeOf = (frame: Frame): Place => ({ module: frame.module, node: frame.definition });

function levelOf(chain: readonly Frame[], step: OriginStep): number {
  const own = functionAt(step.place);
  return Math.max(
    chain.findIndex((each) => isSame(placeOf(each), own)),
    0,
  );
}

/** The function, lambda or module around a place. */
function functionAt({ module, node }: Place): Place {
  return { module, node: module.functionOf(node) || module.tree.root };
}

const isSame = (one: Place, other: Place): boolean => one.node === other.node && one.module.path === other.module.path;

function spanAt({ module, node }: Place): Span {
  return { start: module.tree.start(node), end: module.tree.end(node) };
}

/** `is passed to run() as cmd`: the parameter that holds something of the way */
function handedIn(frame: Frame, steps: readonly OriginStep[]): Evidence | undefined {
  const { module, definition, caller, call } = frame;
  const { tree } = module;
  if (caller === undefined || call === 0 || tree.kind(definition) !== Kind.FunctionDef) return undefined;
  const list = ast.FunctionDef.parameters(tree, definition);
  const parameters = tree.list(ast.Arguments.parameters(tree, list));
  const parameter = parameters.find((each) => holdsStep(frame.values.get(each), steps));
  const owner = nameOfFunction(module, definition) ?? 'a function';
  const span = spanAt({ module: caller.module, node: call });
  if (parameter === undefined) {
    // Of runs that nobody asks about, what they were given is not kept.
    const isKept = parameters.some((each) => frame.values.has(each));
    return isKept || parameters.length === 0
      ? undefined
      : { path: caller.module.path, span, text: `is passed to ${owner}()` };
  }
  const name = tree.names.text(ast.Parameter.name(tree, parameter));
  const text = name === 'self' ? `is held by the object of ${owner}()` : `is passed to ${owner}() as ${name}`;
  return { path: caller.module.path, span, text };
}

/** Facts that are looked through for those of the way. */
const mostFacts = 400;

function holdsStep(value: Value | undefined, steps: readonly OriginStep[]): boolean {
  const wanted = new Set(steps.map(({ place }) => `${place.module.path} ${place.node}`));
  const pending: Value[] = value === undefined ? [] : [value];
  const seen = new Set<Fact>();
  for (let next = pending.pop(); next !== undefined && seen.size < mostFacts; next = pending.pop()) {
    for (const fact of next.facts) {
      if (seen.has(fact)) continue;
      seen.add(fact);
      if (fact.kind !== 'constant' && wanted.has(`${fact.at.module.path} ${fact.at.node}`)) return true;
      pending.push(...insideOf(fact));
    }
  }
  return false;
}

function insideOf(fact: Fact): readonly Value[] {
  switch (fact.kind) {
    case 'text':
      return fact.parts.filter((part) => typeof part !== 'string');
    case 'sequence':
      return fact.rest === undefined ? fact.items : [...fact.items, fact.rest];
    case 'mapping':
      return [...fact.entries.map(({ value }) => value), ...(fact.rest === undefined ? [] : [fact.rest])];
    case 'computed':
      return fact.from;
    case 'instance':
      return fact.from ?? [];
    default:
      return [];
  }
}

/** `is returned by get_name()`, at its last return */
function returnOf({ module, node }: Place): Evidence | undefined {
  const name = nameOfFunction(module, node);
  if (name === undefined) return undefined;
  const { tree } = module;
  let last = 0;
  for (let each = ast.FunctionDef.body(tree, node); each !== 0; each = tree.next(each)) {
    if (tree.kind(each) === Kind.Return) last = each;
  }
  const span = last === 0 ? nameSpan(module, node) : spanAt({ module, node: last });
  return { path: module.path, span, text: `is returned by ${name}()` };
}

/** The first line of a function. */
function nameSpan({ tree }: ModuleSemantics, node: NodeId): Span {
  const start = tree.start(node);
  return { start, end: Math.min(tree.end(node), tree.lines.endOf(tree.lines.lineOf(start))) };
}
