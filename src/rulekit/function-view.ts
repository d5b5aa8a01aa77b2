// A function of the project, as far as rules look into one: its calls, its comparisons, what it gives back, and
// whether it can refuse.

import { invariant, type Span } from '../core/index.ts';
import type { Place } from '../python/semantics/index.ts';
import { ast, Context, Kind, type NodeId } from '../python/syntax/index.ts';
import { selectCalls } from './call-selection.ts';
import { excerptOf, headSpan, spanOf } from './excerpt.ts';
import { nodesOfFunction } from './function-nodes.ts';
import type { Session } from './session.ts';
import type { CallSite, CompareSite, FunctionView, ValueView } from './site.ts';
import { nameOfFunction } from './site-context.ts';

export class FunctionAt implements FunctionView {
  readonly #session: Session;
  readonly #place: Place;

  constructor(session: Session, place: Place) {
    const kind = place.module.tree.kind(place.node);
    invariant(kind === Kind.FunctionDef || kind === Kind.Lambda, 'a function view stands for a def or a lambda');
    this.#session = session;
    this.#place = place;
  }

  get path(): string {
    return this.#place.module.path;
  }

  get span(): Span {
    const { module, node } = this.#place;
    if (module.tree.kind(node) !== Kind.FunctionDef) return spanOf(this.#place);
    return headSpan(module, node, ast.FunctionDef.body(module.tree, node));
  }

  get text(): string {
    return excerptOf(this.#place);
  }

  get name(): string {
    return nameOfFunction(this.#place.module, this.#place.node);
  }

  get parameters(): readonly string[] {
    const { tree } = this.#place.module;
    return this.#parameters().map((node) => tree.names.text(ast.Parameter.name(tree, node)));
  }

  calls(...names: readonly string[]): readonly CallSite[] {
    return selectCalls(this.#session, this.#place.module, this.#nodes(), names);
  }

  returns(): readonly ValueView[] {
    const { module, node: definition } = this.#place;
    if (module.tree.kind(definition) === Kind.Lambda) {
      return [this.#session.views.value({ module, node: ast.Lambda.body(module.tree, definition) })];
    }
    return this.#returned()
      .filter((node) => node !== 0)
      .map((node) => this.#session.views.value({ module, node }));
  }

  get canReturnNothing(): boolean {
    const { module, node: definition } = this.#place;
    const { tree } = module;
    if (tree.kind(definition) === Kind.Lambda) return false;
    if (this.#returned().some((node) => node === 0 || module.valueOf(node).facts.some(isNone))) return true;
    return canFallOff(this.#place, tree.list(ast.FunctionDef.body(tree, definition)));
  }

  get raises(): boolean {
    const { module } = this.#place;
    return this.#nodes().some((node) => module.tree.kind(node) === Kind.Raise && module.isReachable(node));
  }

  assigns(attribute: string): boolean {
    const { tree } = this.#place.module;
    return this.#nodes().some(
      (node) =>
        tree.kind(node) === Kind.Attribute &&
        tree.context(node) === Context.store &&
        tree.names.text(ast.Attribute.name(tree, node)) === attribute,
    );
  }

  managers(): readonly ValueView[] {
    const { module } = this.#place;
    const { tree } = module;
    return this.#nodes()
      .filter((node) => tree.kind(node) === Kind.WithItem)
      .map((node) => this.#session.views.value({ module, node: ast.WithItem.context(tree, node) }));
  }

  comparisons(): readonly CompareSite[] {
    const { module } = this.#place;
    return this.#nodes()
      .filter((node) => module.tree.kind(node) === Kind.Compare && hasTwoSides(this.#place, node))
      .map((node) => this.#session.views.comparison({ module, node }));
  }

  #nodes(): readonly NodeId[] {
    return nodesOfFunction(this.#session, this.#place.module, this.#place.node);
  }

  #parameters(): readonly NodeId[] {
    const { tree } = this.#place.module;
    const { node } = this.#place;
    const isFunction = tree.kind(node) === Kind.FunctionDef;
    const holder = isFunction ? ast.FunctionDef.parameters(tree, node) : ast.Lambda.parameters(tree, node);
    return holder === 0 ? [] : tree.list(ast.Arguments.parameters(tree, holder));
  }

  /** Values of the `return` statements that can run; 0 for a bare one. */
  #returned(): readonly NodeId[] {
    const { module } = this.#place;
    const { tree } = module;
    return this.#nodes()
      .filter((node) => tree.kind(node) === Kind.Return && module.isReachable(node))
      .map((node) => ast.Return.value(tree, node));
  }
}

function isNone(fact: { readonly kind: string; readonly value?: unknown }): boolean {
  return fact.kind === 'constant' && fact.value === null;
}

function hasTwoSides({ module: { tree } }: Place, node: NodeId): boolean {
  const step = ast.Compare.steps(tree, node);
  return step !== 0 && tree.next(step) === 0;
}

/** Whether the end of a block can be reached. Loops other than `while True` are taken to end. */
function canFallOff(place: Place, body: readonly NodeId[]): boolean {
  return body.every((statement) => canContinue(place, statement));
}

function canContinue(place: Place, statement: NodeId): boolean {
  const { tree } = place.module;
  switch (tree.kind(statement)) {
    case Kind.Return:
    case Kind.Raise:
      return false;
    case Kind.If: {
      const orelse = tree.list(ast.If.orelse(tree, statement));
      return (
        canFallOff(place, tree.list(ast.If.body(tree, statement))) || orelse.length === 0 || canFallOff(place, orelse)
      );
    }
    case Kind.With:
      return canFallOff(place, tree.list(ast.With.body(tree, statement)));
    case Kind.Try: {
      if (!canFallOff(place, tree.list(ast.Try.finalbody(tree, statement)))) return false;
      const main = [...tree.list(ast.Try.body(tree, statement)), ...tree.list(ast.Try.orelse(tree, statement))];
      const handlers = tree.list(ast.Try.handlers(tree, statement));
      return (
        canFallOff(place, main) ||
        handlers.some((handler) => canFallOff(place, tree.list(ast.ExceptHandler.body(tree, handler))))
      );
    }
    case Kind.While: {
      const test = place.module.valueOf(ast.While.test(tree, statement));
      const fact = test.complete && test.facts.length === 1 ? test.facts[0] : undefined;
      return !(fact?.kind === 'constant' && fact.value === true);
    }
    default:
      return true;
  }
}
