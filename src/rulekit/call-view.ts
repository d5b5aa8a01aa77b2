// A call as a judged site: its arguments by name and position, its receiver, and what becomes of its result.

import type { LibraryConcept, LibraryParameter } from '../models/index.ts';
import type { Fact, Place, Use } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import {
  type Argument,
  type ArgumentList,
  bindBefore,
  findArgument,
  readArguments,
  seenFrom,
  withoutFirst,
} from './argument-list.ts';
import { selectCalls } from './call-selection.ts';
import { canonicalName, resolveNames } from './canonical-names.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { nodesOfFunction } from './function-nodes.ts';
import { type ItemUse, itemUsesOf } from './item-uses.ts';
import { runsBefore } from './order-of-calls.ts';
import { resultNamesOf } from './result-names.ts';
import { isSentInRequest } from './sent-in-request.ts';
import type { CallMatch, Session } from './session.ts';
import type { CallSite, Subject, UseView, ValueView } from './site.ts';
import { SiteView } from './site-context.ts';

export class CallAt extends SiteView implements CallSite {
  readonly kind = 'call';
  readonly #match: CallMatch;
  #list: ArgumentList | undefined;
  #parameters: readonly LibraryParameter[] | 'unknown' | undefined;

  constructor(session: Session, place: Place, match: CallMatch | undefined) {
    super(session, place);
    this.#match = match ?? matchOf(session, place);
  }

  get name(): string {
    return this.#match.name;
  }

  get names(): readonly string[] {
    return this.#match.names;
  }

  get isUncertain(): boolean {
    return this.#match.isUncertain;
  }

  get callee(): Subject {
    const place = { module: this.module, node: this.#callee() };
    return { path: place.module.path, span: spanOf(place), text: excerptOf(place) };
  }

  argument(name: string | undefined, position?: number): ValueView {
    const parameters = this.#library();
    const known = parameters === 'unknown' ? [] : parameters;
    const byPosition = known.filter(({ role }) => role === 'positional-only' || role === 'ordinary');
    let at = position;
    let keyword = name;
    if (at === undefined && name !== undefined) {
      const index = byPosition.findIndex((parameter) => parameter.name === name);
      if (index >= 0) at = index;
    } else if (keyword === undefined && at !== undefined) {
      keyword = byPosition[at]?.name;
    }
    const found = findArgument(this.#arguments(), keyword, at);
    if (found !== 'absent' && found !== 'unknown') return this.#view(found);
    // Without signature nothing says whether a positional argument is the one that is asked for by name.
    const isHidden = parameters === 'unknown' && at === undefined && this.#arguments().positional.length > 0;
    return this.session.views.missing(isHidden ? 'unknown' : found, this.place);
  }

  operand(): ValueView {
    const wanted = this.#match.concepts ?? [];
    const rows = [this.#match.name, ...this.#match.names].flatMap((name) => this.session.library.conceptsOf(name));
    const isNamed = (row: LibraryConcept) => row.parameter !== undefined || row.position !== undefined;
    const asked = rows.filter((each) => wanted.includes(each.concept));
    const row = asked.find(isNamed);
    if (row !== undefined) return this.argument(row.parameter, row.position);
    // zmq.Socket.recv_pyobj(flags): it is about what the call itself brings
    return asked.length > 0 ? this.session.views.missing('absent', this.place) : this.argument(undefined, 0);
  }

  get positional(): readonly ValueView[] {
    const list = this.#arguments();
    return [...list.positional, ...list.behindStar].map((argument) => this.#view(argument));
  }

  get hasStar(): boolean {
    return this.#arguments().hasStar;
  }

  get keywords(): readonly string[] {
    return [...this.#arguments().keywords.keys()];
  }

  get hasDoubleStar(): boolean {
    const { hasDoubleStar, perhaps } = this.#arguments();
    return hasDoubleStar || (perhaps !== undefined && perhaps.size > 0);
  }

  receiver(): ValueView | undefined {
    const node = this.#receiverNode();
    return node === 0 ? undefined : this.session.views.value({ module: this.module, node });
  }

  result(): ValueView {
    return this.session.views.value(this.place);
  }

  resultNames(): readonly string[] {
    return resultNamesOf(this.session, this.place);
  }

  get isResultUsed(): boolean {
    const { tree } = this.module;
    let node = tree.parent(this.place.node);
    while (tree.kind(node) === Kind.Await) node = tree.parent(node);
    return tree.kind(node) !== Kind.Expr;
  }

  get isSentInRequest(): boolean {
    return isSentInRequest(this.session, this.place);
  }

  uses(): readonly UseView[] {
    return this.#uses(this.place.node);
  }

  receiverUses(): readonly UseView[] {
    const receiver = this.#receiverNode();
    if (receiver === 0) return [];
    // The object was made somewhere: its uses are counted from there when that place is in view.
    const { facts, complete } = this.module.valueOf(receiver);
    const maker = complete && facts.length === 1 ? makerOf(facts[0]) : undefined;
    return this.#uses(maker?.module.tree === this.module.tree ? maker.node : receiver);
  }

  outerCall(): CallSite | undefined {
    const { tree } = this.module;
    let node = tree.parent(this.place.node);
    while ([Kind.Await, Kind.Keyword, Kind.Starred].includes(tree.kind(node))) node = tree.parent(node);
    if (tree.kind(node) !== Kind.Call || ast.Call.callee(tree, node) === this.place.node) return undefined;
    return this.session.views.call({ module: this.module, node });
  }

  siblingCalls(...names: readonly string[]): readonly CallSite[] {
    const owner = this.module.functionOf(this.place.node);
    const others = nodesOfFunction(this.session, this.module, owner).filter((node) => node !== this.place.node);
    return selectCalls(this.session, this.module, others, names);
  }

  dominates(other: CallSite): boolean {
    return (
      other instanceof CallAt &&
      other.module.tree === this.module.tree &&
      runsBefore(this.module, this.place.node, other.place.node)
    );
  }

  get isContextManager(): boolean {
    const { tree } = this.module;
    let node = this.place.node;
    let parent = tree.parent(node);
    while (tree.kind(parent) === Kind.Await) [node, parent] = [parent, tree.parent(parent)];
    return tree.kind(parent) === Kind.WithItem && ast.WithItem.context(tree, parent) === node;
  }

  #callee(): NodeId {
    return ast.Call.callee(this.module.tree, this.place.node);
  }

  /** What the method is called on; 0 for functions, modules' members included. */
  #receiverNode(): NodeId {
    const { tree } = this.module;
    // shelf[key], which stands for shelf.__getitem__(key)
    if (tree.kind(this.place.node) === Kind.Subscript) return ast.Subscript.value(tree, this.place.node);
    const callee = this.#callee();
    if (tree.kind(callee) !== Kind.Attribute || this.#match.arguments !== undefined) return 0;
    const receiver = ast.Attribute.value(tree, callee);
    const { names } = this.module.namesOf(receiver);
    return names.some((name) => this.session.library.isModule(name)) ? 0 : receiver;
  }

  #arguments(): ArgumentList {
    this.#list ??= this.#match.arguments ?? this.#readArguments();
    return this.#list;
  }

  #readArguments(): ArgumentList {
    let list = readArguments(this.module, this.place.node);
    for (const bound of this.#partials()) {
      list = bindBefore(seenFrom(readArguments(bound.module, bound.node, 1), this.place), list);
    }
    return this.#passesObject(list) ? withoutFirst(list) : list;
  }

  /** Calls of `functools.partial` that made the callee. */
  #partials(): readonly Place[] {
    const { facts } = this.module.valueOf(this.#callee());
    return facts
      .flatMap((fact) => (fact.kind === 'reference' && fact.partial !== undefined ? [fact.partial] : []))
      .slice(0, 1);
  }

  /** `Unpickler.load(unpickler)`: a method called on its class is handed one more than its signature lists. */
  #passesObject(list: ArgumentList): boolean {
    const { tree } = this.module;
    const callee = this.#callee();
    if (tree.kind(callee) !== Kind.Attribute) return false;
    const { names } = this.module.namesOf(ast.Attribute.value(tree, callee));
    if (
      !names.some((name) => this.session.project.classNamed(canonicalName(this.session.library, name)) !== undefined)
    ) {
      return false;
    }
    const parameters = this.#library();
    if (parameters === 'unknown' || parameters.some(({ role }) => role === 'variadic')) return false;
    const most = parameters.filter(({ role }) => role === 'positional-only' || role === 'ordinary').length;
    return list.positional.length > most;
  }

  #library(): readonly LibraryParameter[] | 'unknown' {
    if (this.#parameters === undefined) {
      this.#parameters = 'unknown';
      for (const name of [this.#match.name, ...this.#match.names]) {
        const parameters = this.session.library.parametersOf(name);
        if (parameters === undefined) continue;
        this.#parameters = parameters;
        break;
      }
    }
    return this.#parameters;
  }

  #view({ place, value }: Argument): ValueView {
    return value === undefined ? this.session.views.value(place) : this.session.views.computed(value, place);
  }

  #uses(maker: NodeId): readonly UseView[] {
    const known = this.module.usesOf(maker).map((use) => this.#useView(use));
    const items = itemUsesOf(this.session, this.module, maker).map((use) => this.#itemUseView(use));
    if (items.length === 0) return known;
    return [...known, ...items].sort((one, other) => one.subject.span.start - other.subject.span.start);
  }

  #itemUseView({ method, node, key }: ItemUse): UseView {
    const place = { module: this.module, node };
    const positional = key === 0 ? [] : [{ place: { module: this.module, node: key }, value: undefined }];
    const list = { positional, behindStar: [], keywords: new Map(), hasStar: false, hasDoubleStar: false };
    const call = this.session.views.call(place, { name: method, names: [method], isUncertain: true, arguments: list });
    return { kind: 'call', call, method, subject: subjectOf(place) };
  }

  #useView(use: Use): UseView {
    const at = (node: NodeId): Place => ({ module: this.module, node });
    const { views } = this.session;
    switch (use.kind) {
      case 'store':
        return {
          kind: 'store',
          attribute: use.attribute,
          // a.x, b = f(): what is stored stands nowhere by itself
          value: use.value === 0 ? views.missing('unknown', at(use.node)) : views.value(at(use.value)),
          operator: use.operator,
          subject: subjectOf(at(use.node)),
        };
      case 'call':
        return {
          kind: 'call',
          call: views.call(at(callAt(this.module.tree, use.node))),
          method: use.method,
          subject: subjectOf(at(use.node)),
        };
      case 'argument':
        return { kind: 'argument', call: views.call(at(use.call)), subject: subjectOf(at(use.argument)) };
      case 'escape':
        return { kind: 'escape', how: use.how, subject: subjectOf(at(use.node)) };
    }
  }
}

function subjectOf(place: Place): Subject {
  return { path: place.module.path, span: spanOf(place), text: excerptOf(place) };
}

/** The Call of which a node is the callee, or the node itself. */
function callAt(tree: Place['module']['tree'], node: NodeId): NodeId {
  if (tree.kind(node) === Kind.Call) return node;
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call ? parent : node;
}

function makerOf(fact: Fact | undefined): Place | undefined {
  if (fact === undefined) return undefined;
  const place = fact.kind === 'instance' ? (fact.call ?? fact.at) : fact.at;
  return place.module.tree.kind(place.node) === Kind.Call ? place : undefined;
}

/** A call that was found by walking, not by a trigger: it goes by the first name it has. */
function matchOf(session: Session, { module, node }: Place): CallMatch {
  const { names, complete } = resolveNames(session, module, ast.Call.callee(module.tree, node));
  return { name: names[0] ?? '', names, isUncertain: !complete || names.length > 1, arguments: undefined };
}
