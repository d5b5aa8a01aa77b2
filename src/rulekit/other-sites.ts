// Sites other than calls: stores to attributes, mentions of names, comparisons.

import type { Place } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { conditionsAround } from './conditions.ts';
import type { Session, StoreParts } from './session.ts';
import type { CallSite, CompareSite, ConditionView, ReferenceSite, StoreSite, ValueView } from './site.ts';
import { SiteView } from './site-context.ts';

export class StoreAt extends SiteView implements StoreSite {
  readonly kind = 'store';
  readonly #parts: StoreParts;

  constructor(session: Session, place: Place, parts: StoreParts) {
    super(session, place);
    this.#parts = parts;
  }

  get name(): string {
    return this.#parts.name;
  }

  get value(): ValueView {
    return this.session.views.value(this.#parts.value);
  }

  get operator(): string | undefined {
    return this.#parts.operator;
  }

  get key(): ValueView | undefined {
    const { key } = this.#parts;
    return key === undefined ? undefined : this.session.views.value(key);
  }

  /** A target is no moment of its own: what is stored is evaluated under the same tests. */
  override conditions(): readonly ConditionView[] {
    return conditionsAround(this.session, this.#parts.value);
  }

  receiver(): ValueView | undefined {
    const { receiver } = this.#parts;
    return receiver === undefined ? undefined : this.session.views.value(receiver);
  }
}

export class ReferenceAt extends SiteView implements ReferenceSite {
  readonly kind = 'reference';
  readonly name: string;

  constructor(session: Session, place: Place, name: string) {
    super(session, place);
    this.name = name;
  }

  get usage(): ReferenceSite['usage'] {
    const { tree } = this.module;
    let isStored = false;
    for (let node = tree.parent(this.place.node); node !== 0; node = tree.parent(node)) {
      switch (tree.kind(node)) {
        case Kind.Call:
          return 'argument';
        case Kind.Return:
          return isStored ? 'stored' : 'returned';
        case Kind.Assign:
        case Kind.AnnAssign:
        case Kind.AugAssign:
        case Kind.NamedExpr:
          return isStored ? 'stored' : 'assigned';
        case Kind.Dict:
        case Kind.List:
        case Kind.Tuple:
        case Kind.Set:
          isStored = true;
          break;
        case Kind.Expr:
        case Kind.FunctionDef:
        case Kind.ClassDef:
        case Kind.If:
        case Kind.Compare:
          return isStored ? 'stored' : 'other';
      }
    }
    return 'other';
  }

  get call(): CallSite | undefined {
    const { tree } = this.module;
    let node = tree.parent(this.place.node);
    while (tree.kind(node) === Kind.Keyword || tree.kind(node) === Kind.Starred || tree.kind(node) === Kind.BinOp) {
      node = tree.parent(node);
    }
    return tree.kind(node) === Kind.Call ? this.session.views.call({ module: this.module, node }) : undefined;
  }
}

export class CompareAt extends SiteView implements CompareSite {
  readonly kind = 'compare';

  get operator(): string {
    const { tree } = this.module;
    return tree.operator(ast.Compare.steps(tree, this.place.node));
  }

  get left(): ValueView {
    const node = ast.Compare.left(this.module.tree, this.place.node);
    return this.session.views.value({ module: this.module, node });
  }

  get right(): ValueView {
    const { tree } = this.module;
    const node = ast.CompareStep.right(tree, ast.Compare.steps(tree, this.place.node));
    return this.session.views.value({ module: this.module, node });
  }
}
