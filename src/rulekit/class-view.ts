// A class of the project: its ancestors, methods and attributes, those of its bases in the project included.

import type { Span } from '../core/index.ts';
import type { ClassInfo } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import type { ClassSite, FunctionView, ValueView } from './site.ts';
import { SiteView } from './site-context.ts';

export class ClassAt extends SiteView implements ClassSite {
  readonly kind = 'class';

  /** Points at the head of the class, not at its body. */
  override get span(): Span {
    const { tree } = this.module;
    const start = tree.start(this.place.node);
    const first = ast.ClassDef.body(tree, this.place.node);
    const line = tree.lines.endOf(tree.lines.lineOf(start));
    // @decorator lines above stand outside the node
    return { start, end: first === 0 ? line : Math.max(start, Math.min(line, this.#headEnd(tree.start(first)))) };
  }

  override get text(): string {
    return `class ${this.#simpleName()}`;
  }

  get name(): string {
    return this.#info().name;
  }

  get ancestors(): readonly string[] {
    return this.#info().ancestors;
  }

  method(name: string): FunctionView | undefined {
    const place = this.#info().member(name);
    if (place === undefined) return undefined;
    const kind = place.module.tree.kind(place.node);
    if (kind === Kind.FunctionDef || kind === Kind.Lambda) return this.session.views.functionView(place);
    // find_class = restricted_find_class
    return this.attribute(name)?.projectFunction();
  }

  attribute(name: string): ValueView | undefined {
    const place = this.#info().member(name);
    if (place === undefined) return undefined;
    const { module } = place;
    const { tree } = module;
    if (tree.kind(place.node) === Kind.FunctionDef || tree.kind(place.node) === Kind.ClassDef) return undefined;
    // A member is given by its target or by its value.
    const statement = tree.parent(place.node);
    const isTarget = tree.kind(place.node) === Kind.Name && tree.context(place.node) !== 0;
    let node = place.node;
    if (isTarget && tree.kind(statement) === Kind.Assign) node = ast.Assign.value(tree, statement);
    else if (isTarget && tree.kind(statement) === Kind.AnnAssign) node = ast.AnnAssign.value(tree, statement);
    return node === 0 ? undefined : this.session.views.value({ module, node });
  }

  #info(): ClassInfo {
    return this.module.classOf(this.place.node);
  }

  #simpleName(): string {
    return this.module.tree.names.text(ast.ClassDef.name(this.module.tree, this.place.node));
  }

  /** End of `class Name(Base):`, found backwards from the body. */
  #headEnd(bodyStart: number): number {
    const { bytes } = this.module.tree;
    let end = bodyStart;
    while (end > 0 && (bytes[end - 1] as number) <= 32) end--;
    return bytes[end - 1] === 58 ? end - 1 : end;
  }
}
