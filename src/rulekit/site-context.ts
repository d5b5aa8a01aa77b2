// What every site can tell about where it stands: file, module, class, function, and the handlers around it.

import type { FileRole, Span } from '../core/index.ts';
import type { ModuleSemantics, Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import {
  canonicalName,
  isSubclassOfAny,
  lastComponent,
  matchNames,
  namesListed,
  resolveNames,
} from './canonical-names.ts';
import { conditionsAround } from './conditions.ts';
import { excerptOf, spanOf } from './excerpt.ts';
import { handlersAround } from './handlers.ts';
import type { Session } from './session.ts';
import type { CallSite, ClassSite, ConditionView, FunctionView, HandlerView, SiteContext, Subject } from './site.ts';
import type { Target } from './target.ts';

/** Base of the sites. Fields are private to views; rules see the interfaces only. */
export abstract class SiteView implements Subject, SiteContext {
  protected readonly session: Session;
  protected readonly place: Place;

  constructor(session: Session, place: Place) {
    this.session = session;
    this.place = place;
  }

  protected get module(): ModuleSemantics {
    return this.place.module;
  }

  get path(): string {
    return this.module.path;
  }

  get span(): Span {
    return spanOf(this.place);
  }

  get text(): string {
    return excerptOf(this.place);
  }

  get role(): FileRole {
    return this.session.roleOf(this.module.path);
  }

  get target(): Target {
    return this.session.target;
  }

  get moduleName(): string {
    return this.module.name;
  }

  get functionName(): string {
    const owner = this.module.functionOf(this.place.node);
    return this.module.tree.kind(owner) === Kind.FunctionDef ? nameOfFunction(this.module, owner) : '';
  }

  get className(): string {
    const owner = enclosing(this.module, this.place.node, Kind.ClassDef);
    if (owner === 0) return '';
    return this.module.tree.names.text(ast.ClassDef.name(this.module.tree, owner));
  }

  imports(module: string): boolean {
    return importsOf(this.session, this.module).some((name) => name === module || name.startsWith(`${module}.`));
  }

  get isMainOnly(): boolean {
    return isUnderMainGuard(this.module, this.place.node);
  }

  get isScriptOnly(): boolean {
    return runsAsScript(this.module, this.place.node, deepestScript);
  }

  isCaught(...exceptions: readonly string[]): boolean {
    return this.#handlers(exceptions).length > 0;
  }

  isSwallowed(...exceptions: readonly string[]): boolean {
    const { tree } = this.module;
    return this.#handlers(exceptions).some((handler) => {
      const last = tree.list(ast.ExceptHandler.body(tree, handler)).at(-1) as NodeId;
      return !leaving.has(tree.kind(last));
    });
  }

  /** Those around the site, in its function, that may catch one of these. */
  #handlers(exceptions: readonly string[]): readonly NodeId[] {
    const { tree } = this.module;
    const found: NodeId[] = [];
    let child = this.place.node;
    for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
      if (tree.kind(node) === Kind.FunctionDef || tree.kind(node) === Kind.Lambda) break;
      if (tree.kind(node) !== Kind.Try || !tree.list(ast.Try.body(tree, node)).includes(child)) continue;
      for (const handler of tree.list(ast.Try.handlers(tree, node))) {
        if (this.#catches(ast.ExceptHandler.type(tree, handler), exceptions)) found.push(handler);
      }
    }
    return found;
  }

  #catches(type: NodeId, exceptions: readonly string[]): boolean {
    if (type === 0) return true;
    const { tree } = this.module;
    if (tree.kind(type) === Kind.Tuple) {
      return tree.list(ast.Tuple.elements(tree, type)).some((each) => this.#catches(each, exceptions));
    }
    const caught = this.module.namesOf(type).names.map(unqualified);
    return caught.some(
      (name) =>
        name === 'Exception' ||
        name === 'BaseException' ||
        exceptions.some((each) => {
          const wanted = canonicalName(this.session.library, each);
          return (
            unqualified(wanted) === name || isSubclassOfAny(this.session.project, wanted, [qualified(name)]) === true
          );
        }),
    );
  }

  handlers(): readonly HandlerView[] {
    return handlersAround(this.session, this.place);
  }

  conditions(): readonly ConditionView[] {
    return conditionsAround(this.session, this.place);
  }

  classesInFile(...ancestors: readonly string[]): readonly ClassSite[] {
    const { tree } = this.module;
    const wanted = new Set(namesListed(this.session.library, ancestors));
    const found: ClassSite[] = [];
    for (let node = 1; node < tree.nodeCount; node++) {
      if (tree.kind(node) !== Kind.ClassDef || ast.ClassDef.arguments(tree, node) === 0) continue;
      const [, ...inherited] = this.module.classOf(node).ancestors;
      if (inherited.some((name) => wanted.has(name))) {
        found.push(this.session.views.classSite({ module: this.module, node }));
      }
    }
    return found;
  }

  enclosingClass(): ClassSite | undefined {
    const owner = enclosing(this.module, this.place.node, Kind.ClassDef);
    return owner === 0 ? undefined : this.session.views.classSite({ module: this.module, node: owner });
  }

  enclosingFunction(): FunctionView | undefined {
    const owner = this.module.functionOf(this.place.node);
    return owner === 0 ? undefined : this.session.views.functionView({ module: this.module, node: owner });
  }

  callsInProject(...names: readonly string[]): readonly CallSite[] {
    return callsInProject(this.session, names).map((place) => this.session.views.call(place));
  }
}

function isUnderMainGuard({ tree }: ModuleSemantics, inner: NodeId): boolean {
  let child = inner;
  for (let node = tree.parent(child); node !== 0; child = node, node = tree.parent(node)) {
    if (tree.kind(node) !== Kind.If || tree.start(child) < tree.end(ast.If.test(tree, node))) continue;
    // An `else` branch runs in the other case.
    const orelse = ast.If.orelse(tree, node);
    if (orelse !== 0 && tree.start(child) >= tree.start(orelse)) continue;
    if (/^__name__\s*==\s*['"]__main__['"]$/.test(tree.text(ast.If.test(tree, node)))) return true;
  }
  return false;
}

/** Calls between the main guard and a site: `if __name__ == "__main__": main()`, `def main(): run(sys.argv)`. */
const deepestScript = 3;

/** Under the main guard, or in a function of the module that its file mentions only there or in such functions. */
function runsAsScript(module: ModuleSemantics, node: NodeId, depth: number): boolean {
  if (isUnderMainGuard(module, node)) return true;
  const { tree } = module;
  const owner = module.functionOf(node);
  if (depth === 0 || tree.kind(owner) !== Kind.FunctionDef || tree.parent(owner) !== tree.root) return false;
  const name = ast.FunctionDef.name(tree, owner);
  let isMentioned = false;
  for (let other = 1; other < tree.nodeCount; other++) {
    if (tree.kind(other) !== Kind.Name || ast.Name.name(tree, other) !== name) continue;
    if (module.functionOf(other) === owner) continue;
    if (!runsAsScript(module, other, depth - 1)) return false;
    isMentioned = true;
  }
  return isMentioned;
}

/** Calls by the spelling of their last name, then by what that stands for; looked for once for each list of names. */
function callsInProject(session: Session, names: readonly string[]): readonly Place[] {
  const key = names.join(' ');
  const known = session.memory.callsByNames.get(key);
  if (known !== undefined) return known;
  const wanted = new Set(namesListed(session.library, names));
  const words = new Set([...wanted].map(lastComponent));
  const found: Place[] = [];
  for (const module of session.project.modules) {
    const { tree } = module;
    for (let node = 1; node < tree.nodeCount; node++) {
      if (tree.kind(node) !== Kind.Call || !words.has(tree.names.text(ast.Call.calleeName(tree, node)))) continue;
      const callee = resolveNames(session, module, ast.Call.callee(tree, node));
      if (matchNames(session, callee, wanted).matched.length > 0) found.push({ module, node });
    }
  }
  session.memory.callsByNames.set(key, found);
  return found;
}

/** Statements behind which nothing goes on. */
const leaving: ReadonlySet<number> = new Set([Kind.Raise, Kind.Return, Kind.Continue, Kind.Break]);

const unqualified = (name: string) => name.replace(/^builtins\./, '');
const qualified = (name: string) => (name.includes('.') ? name : `builtins.${name}`);

export function nameOfFunction(module: ModuleSemantics, definition: NodeId): string {
  const { tree } = module;
  if (tree.kind(definition) !== Kind.FunctionDef) return '';
  return tree.names.text(ast.FunctionDef.name(tree, definition));
}

/** The nearest node of a kind around a node; 0 when there is none. */
export function enclosing(module: ModuleSemantics, inner: NodeId, kind: number): NodeId {
  const { tree } = module;
  let node = tree.parent(inner);
  while (node !== 0 && tree.kind(node) !== kind) node = tree.parent(node);
  return node;
}

/** Canonical names of everything that a file imports, `from m import f` as both `m` and `m.f`. */
export function importsOf(session: Session, module: ModuleSemantics): readonly string[] {
  const known = session.memory.importsByModule.get(module);
  if (known !== undefined) return known;
  const { tree } = module;
  const names = new Set<string>();
  const add = (name: string) => {
    names.add(name);
    names.add(canonicalName(session.library, name));
  };
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) === Kind.Import) {
      for (const alias of tree.list(ast.Import.names(tree, node))) add(tree.names.text(ast.Alias.name(tree, alias)));
    } else if (tree.kind(node) === Kind.ImportFrom && ast.ImportFrom.level(tree, node) === 0) {
      const from = tree.names.text(ast.ImportFrom.module(tree, node));
      add(from);
      for (const alias of tree.list(ast.ImportFrom.names(tree, node))) {
        add(`${from}.${tree.names.text(ast.Alias.name(tree, alias))}`);
      }
    }
  }
  const all = [...names];
  session.memory.importsByModule.set(module, all);
  return all;
}
