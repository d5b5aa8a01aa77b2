// What is known at a site, whatever its kind: its names and the values that rules could ask about.

import type { SiteExplanation, ValueExplanation } from '../core/index.ts';
import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, type NodeId } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { explainValue, withoutBuiltins } from './explain-value.ts';
import type { Session } from './session.ts';
import type { CallSite, ClassSite, CompareSite, ReferenceSite, StoreSite, ValueView } from './site.ts';

export type AnySite = CallSite | ReferenceSite | StoreSite | ClassSite | CompareSite;

/** Without the answers of rules. */
export function explainSite(session: Session, module: ModuleSemantics, node: NodeId, site: AnySite): SiteExplanation {
  const place = { module, node };
  return {
    kind: site.kind,
    path: module.path,
    span: site.span,
    text: site.kind === 'class' ? `class ${site.name}` : excerptOf(place),
    names: namesOf(site).map(withoutBuiltins),
    nameLost: site.kind === 'call' && site.isUncertain ? whyNameLost(site) : undefined,
    isReachable: module.isReachable(node),
    calledFrom: [],
    values: valuesOf(session, site),
    answers: [],
  };
}

/** A call that no rule asked for, and what keeps its name from being known. */
export function explainCall(session: Session, module: ModuleSemantics, node: NodeId): SiteExplanation {
  const callee = resolveNames(session, module, ast.Call.callee(module.tree, node));
  const nameLost = callee.complete && callee.names.length > 0 ? undefined : calleeLost(session, module, node);
  return {
    kind: 'call',
    path: module.path,
    span: spanOf({ module, node }),
    text: excerptOf({ module, node }),
    names: callee.names.map(withoutBuiltins),
    nameLost,
    isReachable: module.isReachable(node),
    calledFrom: [],
    values: [],
    answers: [],
  };
}

function calleeLost(session: Session, module: ModuleSemantics, node: NodeId): string {
  const callee = session.views.value({ module, node: ast.Call.callee(module.tree, node) });
  const receiver = session.views.call({ module, node }).receiver();
  const unknown = receiver !== undefined && receiver.classes().length === 0 ? receiver : callee;
  const origin = unknown.origin();
  const why = unknown.lost ?? (origin.provenance === 'constant' ? undefined : origin.text);
  return `${unknown.text}${why === undefined ? '' : `, ${why}`}`;
}

function whyNameLost(call: CallSite): string {
  if (call.names.length > 1) return 'it can be any of these';
  return call.receiver()?.lost ?? 'it can be something else too';
}

function namesOf(site: AnySite): readonly string[] {
  switch (site.kind) {
    case 'call':
      return site.names.length === 0 ? [site.name] : site.names;
    case 'class':
      return site.ancestors.slice(1);
    case 'compare':
      return [];
    default:
      return [site.name];
  }
}

function valuesOf(session: Session, site: AnySite): readonly ValueExplanation[] {
  switch (site.kind) {
    case 'call':
      return argumentsOf(session, site);
    case 'store':
      return named([
        ['object', site.receiver()],
        ['key', site.key],
        ['value', site.value],
      ]);
    case 'compare':
      return named([
        ['left', site.left],
        ['right', site.right],
      ]);
    default:
      return [];
  }
}

function argumentsOf(session: Session, call: CallSite): readonly ValueExplanation[] {
  const parameters = [call.name, ...call.names].map((name) => session.library.parametersOf(name)).find(Boolean) ?? [];
  const byPosition = parameters.filter(({ role }) => role === 'positional-only' || role === 'ordinary');
  const values = named([
    ['object', call.receiver()],
    ...call.positional.map((view, at): Named => [byPosition[at]?.name ?? `argument ${at + 1}`, view]),
    ...call.keywords.map((keyword): Named => [keyword, call.argument(keyword)]),
  ]);
  const rest: ValueExplanation[] = [];
  for (const [isThere, name] of [[call.hasStar, '*'] as const, [call.hasDoubleStar, '**'] as const]) {
    if (isThere) rest.push({ ...nothingKnown, name, path: call.path, span: call.span });
  }
  return [...values, ...rest];
}

type Named = readonly [name: string, view: ValueView | undefined];

function named(values: readonly Named[]): readonly ValueExplanation[] {
  return values.flatMap(([name, view]) => (view === undefined ? [] : explainValue(name, view)));
}

const nothingKnown = {
  presence: 'unknown',
  text: '',
  known: undefined,
  classes: [],
  lost: 'arguments that are not known may come here',
  origin: undefined,
  cleanedFor: [],
  checks: [],
  parts: [],
} as const;
