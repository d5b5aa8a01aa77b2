// The way from where a value comes from to where it is used, told step by step: what it goes through, what it becomes
// part of. Told only when somebody shows it.

import type { Span } from '../core/index.ts';
import type { ComputedFact, Fact, ModuleSemantics, Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { lastComponent } from './canonical-names.ts';
import { shorten, spanOf } from './excerpt.ts';
import type { OriginStep } from './site.ts';

/** Facts that a value went through, the last one first. */
export interface Way {
  readonly fact: Fact;
  readonly before: Way | undefined;
  /** facts before this one */
  readonly length: number;
}

/** Steps of a way that are told. */
const mostSteps = 60;

export function stepsOfWay(way: Way | undefined): readonly OriginStep[] {
  const facts: Fact[] = [];
  for (let at = way; at !== undefined && facts.length < mostSteps; at = at.before) facts.unshift(at.fact);
  const steps: OriginStep[] = [];
  let shown: Span | undefined;
  for (const [index, fact] of facts.entries()) {
    const place = index === 0 ? wholeRead(fact.at) : fact.at;
    const span = spanOf(place);
    const { path } = place.module;
    const before = steps.at(-1);
    // request.args, request.args["q"]: one step, the longest
    if (before !== undefined && before.path === path && shown !== undefined && isWithin(span, shown)) continue;
    const text = index === 0 ? `${said(place)} comes from outside` : textOf(fact);
    if (text === undefined) continue;
    steps.push({ path, span, text, place });
    shown = index === 0 ? span : undefined;
  }
  return steps;
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** `request.args["q"]` of `request`: what is read out of it in one expression. */
function wholeRead({ module, node }: Place): Place {
  const { tree } = module;
  let whole = node;
  for (;;) {
    const parent = tree.parent(whole);
    const kind = parent === 0 ? undefined : tree.kind(parent);
    const isRead =
      (kind === Kind.Attribute && ast.Attribute.value(tree, parent) === whole) ||
      (kind === Kind.Subscript && ast.Subscript.value(tree, parent) === whole) ||
      (kind === Kind.Call && ast.Call.callee(tree, parent) === whole);
    // request.args["q"].strip()   is a step of its own
    if (!isRead || (kind === Kind.Attribute && isTextMethod(tree.names.text(ast.Attribute.name(tree, parent)))))
      return { module, node: whole };
    whole = parent;
  }
}

const isTextMethod = (name: string): boolean =>
  /^(l|r)?strip$|^r?(split|partition)$|^(splitlines|lower|upper|title|casefold|capitalize|replace|format|format_map|encode|decode|join|translate|removeprefix|removesuffix|zfill|center|ljust|rjust|hex)$/.test(
    name,
  );

/** How a place is spoken of. */
function said({ module, node }: Place): string {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Parameter) return shorten(tree.text(node));
  const definition = module.functionOf(node);
  const owner = nameOfFunction(module, definition);
  const name = tree.names.text(ast.Parameter.name(tree, node));
  return owner === undefined ? `the parameter ${name}` : `the parameter ${name} of ${owner}()`;
}

export function nameOfFunction({ tree }: ModuleSemantics, definition: NodeId): string | undefined {
  if (definition === 0 || tree.kind(definition) !== Kind.FunctionDef) return undefined;
  return tree.names.text(ast.FunctionDef.name(tree, definition));
}

function textOf(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'text':
      return `becomes part of ${targetOf(fact.at) ?? said(fact.at)}`;
    case 'sequence':
    case 'mapping':
      return `is put into ${targetOf(fact.at) ?? said(fact.at)}`;
    case 'instance':
      // job.command   of `job: Job`
      if (fact.at.module.tree.kind(fact.at.node) === Kind.Attribute) return `is read as ${said(fact.at)}`;
      return `is given to ${lastComponent(fact.by ?? fact.className)}()`;
    case 'computed':
      return textOfComputed(fact);
    default:
      return undefined;
  }
}

function textOfComputed({ by, at }: ComputedFact): string | undefined {
  const target = targetOf(at);
  if (by.endsWith('[]')) return target === undefined ? `is read as ${said(at)}` : `becomes ${target}`;
  // what is called is told with the call
  if (!by.endsWith('()')) return isCallee(at) ? undefined : `is read as ${said(at)}`;
  if (by.startsWith('operator.')) return `becomes part of ${target ?? said(at)}`;
  const called = lastComponent(by);
  const name = called === '?' ? calleeText(at) : called;
  // a slice, a piece of a text
  if (name === '__getitem__' || name === '?')
    return target === undefined ? `is read as ${said(at)}` : `becomes ${target}`;
  return `goes through ${name}()${target === undefined ? '' : ` and becomes ${target}`}`;
}

/** What an unknown callee is called in the code. */
function calleeText({ module: { tree }, node }: Place): string {
  return tree.kind(node) === Kind.Call ? shorten(tree.text(ast.Call.callee(tree, node))) : '?';
}

function isCallee({ module, node }: Place): boolean {
  const { tree } = module;
  const parent = tree.parent(node);
  return parent !== 0 && tree.kind(parent) === Kind.Call && ast.Call.callee(tree, parent) === node;
}

/** The name that an expression is assigned to. */
function targetOf({ module, node }: Place): string | undefined {
  const { tree } = module;
  const holder = tree.kind(node) === Kind.AugAssign ? node : tree.parent(node);
  if (holder === 0) return undefined;
  let target = 0;
  switch (tree.kind(holder)) {
    case Kind.Assign:
      target = ast.Assign.targets(tree, holder);
      break;
    case Kind.AugAssign:
      target = ast.AugAssign.target(tree, holder);
      break;
    case Kind.AnnAssign:
      target = ast.AnnAssign.target(tree, holder);
      break;
    case Kind.NamedExpr:
      target = ast.NamedExpr.target(tree, holder);
      break;
  }
  const kind = target === 0 ? undefined : tree.kind(target);
  return kind === Kind.Name || kind === Kind.Attribute || kind === Kind.Subscript
    ? shorten(tree.text(target))
    : undefined;
}
