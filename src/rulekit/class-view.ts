// A class of the project: its ancestors, methods and attributes, those of its bases in the project included.

import type { Span } from '../core/index.ts';
import type { ClassInfo } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { headSpan } from './excerpt.ts';
import type { ClassSite, FunctionView, ValueView } from './site.ts';
import { SiteView } from './site-context.ts';

export class ClassAt extends SiteView implements ClassSite {
  readonly kind = 'class';

  override get span(): Span {
    return headSpan(this.module, this.place.node, ast.ClassDef.body(this.module.tree, this.place.node));
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

  methods(): readonly FunctionView[] {
    const { module, node } = this.place;
    const { tree } = module;
    return tree
      .list(ast.ClassDef.body(tree, node))
      .filter((statement) => tree.kind(statement) === Kind.FunctionDef)
      .map((statement) => this.session.views.functionView({ module, node: statement }));
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
}
