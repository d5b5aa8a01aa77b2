// The handlers around a site: which exceptions they take, and what they make of them.

import type { Place } from '../python/semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId } from '../python/syntax/index.ts';
import { selectCalls } from './call-selection.ts';
import { canonicalName, isSubclassOfAny } from './canonical-names.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import type { Session } from './session.ts';
import type { CallSite, HandlerView } from './site.ts';

/** Handlers of the `try` statements that a node stands in the body of, in its own function, nearest first. */
export function handlersAround(session: Session, { module, node }: Place): readonly HandlerView[] {
  const { tree } = module;
  const found: HandlerView[] = [];
  let child = node;
  for (let outer = tree.parent(child); outer !== 0; child = outer, outer = tree.parent(outer)) {
    if (tree.kind(outer) === Kind.FunctionDef || tree.kind(outer) === Kind.Lambda) break;
    if (tree.kind(outer) !== Kind.Try || !tree.list(ast.Try.body(tree, outer)).includes(child)) continue;
    for (const handler of tree.list(ast.Try.handlers(tree, outer))) {
      found.push(new HandlerAt(session, { module, node: handler }));
    }
  }
  return found;
}

class HandlerAt implements HandlerView {
  readonly #session: Session;
  readonly #place: Place;

  constructor(session: Session, place: Place) {
    this.#session = session;
    this.#place = place;
  }

  get path() {
    return this.#place.module.path;
  }

  get span() {
    const { module, node } = this.#place;
    const type = ast.ExceptHandler.type(module.tree, node);
    const { start } = spanOf(this.#place);
    return { start, end: type === 0 ? start + 'except'.length : module.tree.end(type) };
  }

  get text(): string {
    const { module, node } = this.#place;
    const type = ast.ExceptHandler.type(module.tree, node);
    return type === 0 ? 'except' : `except ${excerptOf({ module, node: type })}`;
  }

  get exceptions(): readonly string[] {
    const { module, node } = this.#place;
    const { tree } = module;
    const type = ast.ExceptHandler.type(tree, node);
    if (type === 0) return ['builtins.BaseException'];
    const types = tree.kind(type) === Kind.Tuple ? tree.list(ast.Tuple.elements(tree, type)) : [type];
    return types.flatMap((each) => module.namesOf(each).names.map((name) => this.#canonical(name)));
  }

  takes(...exceptions: readonly string[]): boolean {
    const { project } = this.#session;
    return this.exceptions.some((taken) =>
      exceptions.some((each) => {
        const wanted = this.#canonical(each);
        return wanted === taken || isSubclassOfAny(project, wanted, [taken]) === true;
      }),
    );
  }

  calls(...names: readonly string[]): readonly CallSite[] {
    return selectCalls(this.#session, this.#place.module, this.#nodes(), names);
  }

  get raises(): boolean {
    return this.#nodes().some((node) => this.#place.module.tree.kind(node) === Kind.Raise);
  }

  get goesOn(): boolean {
    const { tree } = this.#place.module;
    const last = tree.list(ast.ExceptHandler.body(tree, this.#place.node)).at(-1) ?? 0;
    const leaving: readonly number[] = [Kind.Return, Kind.Raise, Kind.Continue, Kind.Break];
    return !leaving.includes(tree.kind(last)) && !this.raises;
  }

  get remembers(): boolean {
    const { tree } = this.#place.module;
    const storing: readonly number[] = [Kind.Assign, Kind.AugAssign, Kind.AnnAssign, Kind.NamedExpr, Kind.Delete];
    return this.#nodes().some((node) => storing.includes(tree.kind(node)));
  }

  get isSilent(): boolean {
    const { tree } = this.#place.module;
    const silent: readonly number[] = [Kind.Pass, Kind.Continue];
    return tree
      .list(ast.ExceptHandler.body(tree, this.#place.node))
      .every((node) => silent.includes(tree.kind(node)) || (tree.kind(node) === Kind.Expr && !this.#calls(node)));
  }

  #calls(node: NodeId): boolean {
    return subtree(this.#place, [node]).some((each) => this.#place.module.tree.kind(each) === Kind.Call);
  }

  #nodes(): readonly NodeId[] {
    const { tree } = this.#place.module;
    return subtree(this.#place, tree.list(ast.ExceptHandler.body(tree, this.#place.node)));
  }

  #canonical(name: string): string {
    const canonical = canonicalName(this.#session.library, name);
    return canonical.includes('.') ? canonical : `builtins.${canonical}`;
  }
}

/** The nodes below, in source order; those of functions that are defined there are left out. */
function subtree({ module: { tree } }: Place, roots: readonly NodeId[]): readonly NodeId[] {
  const found: NodeId[] = [];
  const waiting = [...roots];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (tree.kind(node) !== Kind.FunctionDef && tree.kind(node) !== Kind.Lambda)
      waiting.push(...childrenOf(tree, node));
  }
  return found.sort((one, other) => tree.start(one) - tree.start(other) || tree.end(other) - tree.end(one));
}
