// The editor that recipes write with: finds the nodes behind sites and values, has their text edited, and keeps what all
// fixes must keep: comments, names, and Python that reads as before.

import type { Edit, Fix } from '../core/index.ts';
import {
  addArgument,
  argumentNode,
  argumentValue,
  inOrder,
  insertAfter,
  isNameUsed,
  isRefusal,
  quoted,
  type Refusal,
  removeArgument,
  removeStatement,
  statementAround,
  usableName,
  whyNotWrittenOut,
  writtenParts,
} from '../python/edits/index.ts';
import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, constantValue, Kind, type NodeId } from '../python/syntax/index.ts';
import { isAtomic, standsInOperator } from './brackets.ts';
import type { Editor, Recipe, WrittenValue } from './fix.ts';
import type { Session } from './session.ts';
import type { CallSite, Subject, ValueView } from './site.ts';
import { isAtLeast } from './target.ts';

/** What a recipe makes of a site; undefined: it is not for this one. */
export function cook<Site extends Subject>(
  session: Session,
  module: ModuleSemantics,
  node: NodeId,
  site: Site,
  recipe: Recipe<Site>,
): Fix | undefined {
  const { title } = recipe;
  if (recipe.make === undefined) return { class: recipe.class, title, edits: [], obstacle: undefined };
  const editor = new TextEditor(session, module, node);
  recipe.make(site, editor);
  if (editor.isPassed) return undefined;
  const { edits, obstacle } = editor.finish();
  return { class: recipe.class, title, edits, obstacle };
}

class TextEditor implements Editor {
  readonly #session: Session;
  readonly #module: ModuleSemantics;
  /** the node of the site */
  readonly #node: NodeId;
  readonly #edits: Edit[] = [];
  #obstacle: string | undefined;
  isPassed = false;

  constructor(session: Session, module: ModuleSemantics, node: NodeId) {
    this.#session = session;
    this.#module = module;
    this.#node = node;
    if (this.#tree.problems.length > 0) this.refuse('the file is not wholly readable as Python');
    else if (this.#isInFormattedText()) this.refuse('it stands in a formatted string');
  }

  get #tree() {
    return this.#module.tree;
  }

  finish(): { readonly edits: readonly Edit[]; readonly obstacle: string | undefined } {
    const edits = inOrder(this.#edits);
    if (this.#obstacle === undefined && edits.length === 0) this.refuse('nothing is to be written');
    if (edits.some((edit) => this.#hasComment(edit.start, edit.end)))
      this.refuse('a comment stands in what would change');
    if (edits.some((edit, at) => at > 0 && edit.start < (edits[at - 1] as Edit).end)) this.refuse('its parts overlap');
    return this.#obstacle === undefined ? { edits, obstacle: undefined } : { edits: [], obstacle: this.#obstacle };
  }

  refuse(why: string): undefined {
    this.#obstacle ??= why;
  }

  pass(): undefined {
    this.isPassed = true;
  }

  needsPython(major: number, minor: number): undefined {
    const { target } = this.#session;
    if (isAtLeast(target, major, minor)) return;
    this.refuse(`it needs Python ${major}.${minor}, and the project runs on ${target.minimum.join('.')}`);
  }

  name(canonical: string): string {
    const { library, project } = this.#session;
    const parts = canonical.split('.');
    let length = parts.length;
    while (length > 1 && !library.isModule(parts.slice(0, length).join('.'))) length--;
    const module = parts.slice(0, length).join('.');
    const member = length === parts.length ? undefined : parts.slice(length).join('.');
    const [root] = parts as [string];
    const beside = `${this.#module.path.replace(/[^/]*$/, '')}${root}.py`;
    if (project.modules.some(({ name, path }) => name === root || path === beside)) {
      this.refuse(`the project has a module ${root} of its own`);
    }
    const found = usableName(
      this.#module,
      this.#node,
      { module, member },
      (name) => library.exportsOf(name) !== undefined,
    );
    if (isRefusal(found)) {
      this.refuse(found.why);
      return canonical;
    }
    this.#edits.push(...found.edits);
    return found.text;
  }

  quoted(text: string): string {
    return quoted(this.#tree, text);
  }

  literal(value: Subject | undefined): string | undefined {
    const node = value === undefined ? 0 : this.#find(value);
    const constant = node === 0 ? undefined : constantValue(this.#tree, node);
    return typeof constant === 'string' ? constant : undefined;
  }

  writtenParts(value: Subject): readonly (string | WrittenValue)[] | undefined {
    const node = this.#find(value);
    const parts = node === 0 ? undefined : writtenParts(this.#tree, node);
    return parts?.map((part) => {
      if (typeof part === 'string') return part;
      const view = this.#session.views.value({ module: this.#module, node: part.node });
      const isText = part.isText || (part.conversion === 's' && view.isInstanceOf('builtins.str'));
      return { value: view, isText, conversion: part.conversion };
    });
  }

  textOf(value: Subject): string {
    const node = this.#nodeOf(value);
    if (node === 0) return '';
    if (this.#hasComment(this.#tree.start(node), this.#tree.end(node))) this.refuse('a comment stands in it');
    return this.#tree.text(node);
  }

  operandOf(value: Subject): string {
    const text = this.textOf(value);
    return isAtomic(text) ? text : `(${text})`;
  }

  argument(call: CallSite, name: string | undefined, position?: number): ValueView | undefined {
    const node = this.#callNode(call);
    if (node === 0 || argumentNode(this.#tree, node, name, position) === 0) return undefined;
    const value = call.argument(name, position);
    return value.isGiven() ? value : undefined;
  }

  setArgument(call: CallSite, name: string, position: number | undefined, text: string): undefined {
    const node = this.#callNode(call);
    const argument = node === 0 ? 0 : argumentNode(this.#tree, node, name, position);
    if (node === 0) return;
    if (argument === 0) this.#add(addArgument(this.#tree, node, `${name}=${text}`));
    else this.#replaceNode(argumentValue(this.#tree, argument), text);
  }

  replaceArgument(call: CallSite, name: string, text: string): undefined {
    const node = this.#callNode(call);
    const argument = node === 0 ? 0 : argumentNode(this.#tree, node, name, undefined);
    if (argument === 0) this.refuse(`${name} is not passed by its name`);
    else this.#replaceNode(argument, text);
  }

  removeArgument(call: CallSite, name: string, position?: number): undefined {
    const node = this.#callNode(call);
    const argument = node === 0 ? 0 : argumentNode(this.#tree, node, name, position);
    if (argument !== 0) this.#add(removeArgument(this.#tree, node, argument));
  }

  replaceCallee(call: CallSite, text: string): undefined {
    const node = this.#callNode(call);
    if (node !== 0) this.#replaceNode(ast.Call.callee(this.#tree, node), text);
  }

  renameMethod(call: CallSite, name: string): undefined {
    const node = this.#callNode(call);
    const callee = node === 0 ? 0 : ast.Call.callee(this.#tree, node);
    if (this.#tree.kind(callee) !== Kind.Attribute) {
      this.refuse('the method is called by another name');
      return;
    }
    // In code points and bytes alike: names of library methods are ASCII.
    const length = this.#tree.names.text(ast.Attribute.name(this.#tree, callee)).length;
    const end = this.#tree.end(callee);
    this.#edits.push({ start: end - length, end, text: name });
  }

  targetOf(call: CallSite): string {
    const target = this.#targetNode(call);
    return target === 0 ? '' : this.#tree.text(target);
  }

  setTarget(call: CallSite, text: string): undefined {
    const target = this.#targetNode(call);
    if (target !== 0) this.#replaceNode(target, text);
  }

  freshName(name: string): string {
    for (let number = 1; ; number++) {
      const fresh = number === 1 ? name : `${name}${number}`;
      if (!isNameUsed(this.#module, this.#node, fresh)) return fresh;
    }
  }

  replace(subject: Subject, text: string): undefined {
    const node = this.#nodeOf(subject);
    if (node === 0) return;
    // A value that is made elsewhere may be used elsewhere too.
    if (!this.#isPartOf(node, this.#node) && !this.#isPartOf(this.#node, node))
      this.refuse('it is made of code elsewhere');
    const needsBrackets = !this.#tree.isParenthesised(node) && !isAtomic(text) && standsInOperator(this.#tree, node);
    this.#replaceNode(node, needsBrackets ? `(${text})` : text);
  }

  removeStatement(site: Subject): undefined {
    const node = this.#nodeOf(site);
    if (node === 0) return;
    const { statement } = statementAround(this.#tree, node);
    const isWhole =
      statement === node ||
      (this.#tree.kind(statement) === Kind.Expr && ast.Expr.value(this.#tree, statement) === node) ||
      (this.#tree.kind(statement) === Kind.Assign && this.#tree.start(statement) === this.#tree.start(node));
    if (!isWhole) this.refuse('it is part of a larger statement');
    else this.#add(removeStatement(this.#tree, node));
  }

  insertAfter(site: Subject, ...lines: readonly string[]): undefined {
    const node = this.#nodeOf(site);
    if (node !== 0) this.#add(insertAfter(this.#tree, node, lines));
  }

  #add(made: readonly Edit[] | Refusal): void {
    if (isRefusal(made)) this.refuse(made.why);
    else this.#edits.push(...made);
  }

  #replaceNode(node: NodeId, text: string): void {
    this.#edits.push({ start: this.#tree.start(node), end: this.#tree.end(node), text });
  }

  #nodeOf(subject: Subject): NodeId {
    const node = this.#find(subject);
    if (node === 0) this.refuse('it is made of code elsewhere');
    return node;
  }

  /** The expression or site behind a view, in the file of the site; 0: not here. */
  #find({ path, span }: Subject): NodeId {
    const tree = this.#tree;
    if (path !== this.#module.path) return 0;
    const isHere = (node: NodeId) => tree.start(node) === span.start && tree.end(node) === span.end;
    if (isHere(this.#node)) return this.#node;
    for (let node = 1; node < tree.nodeCount; node++) {
      if (isExpression(tree.kind(node)) && isHere(node)) return node;
    }
    return 0;
  }

  /** The node of a call that passes what it seems to pass; 0: refused. */
  #callNode(call: CallSite): NodeId {
    const tree = this.#tree;
    const node = this.#nodeOf(call);
    if (node === 0 || tree.kind(node) !== Kind.Call) {
      this.refuse('it is no plain call');
      return 0;
    }
    if (call.isUncertain) {
      this.refuse('what is called here is not certain');
      return 0;
    }
    const refusal = whyNotWrittenOut(tree, node);
    if (refusal !== undefined) {
      this.refuse(refusal.why);
      return 0;
    }
    // map(f, xs), partial(f, x)(y), Class.method(obj, x): what is passed is not what stands in the brackets
    const written = tree.list(ast.Call.arguments(tree, node)).filter((each) => tree.kind(each) !== Kind.Keyword);
    const isDirect =
      call.positional.length === written.length &&
      call.positional.every(({ span }, at) => span.start === tree.start(written[at] as NodeId));
    if (isDirect) return node;
    this.refuse('its arguments are not passed by the call itself');
    return 0;
  }

  /** `x` of `x = call()`; 0: refused. */
  #targetNode(call: CallSite): NodeId {
    const tree = this.#tree;
    const node = this.#nodeOf(call);
    const parent = tree.parent(node);
    const targets = tree.kind(parent) === Kind.Assign ? tree.list(ast.Assign.targets(tree, parent)) : [];
    const [target] = targets;
    const isPlain =
      target !== undefined &&
      targets.length === 1 &&
      ast.Assign.value(tree, parent) === node &&
      /^[\w.]+$/.test(tree.text(target)) &&
      !tree.isParenthesised(target);
    if (isPlain) return target;
    this.refuse('its result is not simply given a name');
    return 0;
  }

  #isPartOf(inner: NodeId, outer: NodeId): boolean {
    return this.#tree.start(outer) <= this.#tree.start(inner) && this.#tree.end(inner) <= this.#tree.end(outer);
  }

  #hasComment(start: number, end: number): boolean {
    const { comments } = this.#tree;
    for (let at = 0; at < comments.length; at += 2) {
      if ((comments[at] as number) < end && start < (comments[at + 1] as number)) return true;
    }
    return false;
  }

  #isInFormattedText(): boolean {
    const tree = this.#tree;
    for (let node = tree.parent(this.#node); node !== 0; node = tree.parent(node)) {
      const kind = tree.kind(node);
      if (kind === Kind.JoinedStr || kind === Kind.TemplateStr) return true;
      if (kind === Kind.FunctionDef || kind === Kind.ClassDef) return false;
    }
    return false;
  }
}

function isExpression(kind: number): boolean {
  return Kind.BoolOp <= kind && kind <= Kind.Repr;
}
