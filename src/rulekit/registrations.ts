// Functions of the project that are given to a library so that it calls them: `app.add_url_rule("/", view_func=show)`,
// `path("users/<name>", views.show)`, `client.on_message = show`, and methods of objects that it is given whole. Found
// once for all files, by the names of what registers: the call may stand in another file than the function.

import type { ModuleSemantics, Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import { readArguments } from './argument-list.ts';
import { lastComponent, matchNames, namesListed, resolveNames } from './canonical-names.ts';
import type { Session } from './session.ts';
import { importsOf } from './site-context.ts';

/** A call or assignment that registers a function, and the canonical name of what it calls or sets. */
export interface Registration {
  readonly name: string;
  readonly call: Place;
}

/** By module, then by FunctionDef. */
export type Registrations = ReadonlyMap<ModuleSemantics, ReadonlyMap<NodeId, readonly Registration[]>>;

/** Wrappers around a function that are looked into: `path("", login_required(csrf_exempt(show)))`. */
const deepestWrapper = 4;

const nothing: readonly Registration[] = [];

/** The calls that register a function, in the order of files and lines. */
export function registrationsOf(session: Session, definition: Place): readonly Registration[] {
  session.memory.registrations ??= findRegistrations(session);
  return session.memory.registrations.get(definition.module)?.get(definition.node) ?? nothing;
}

function findRegistrations(session: Session): Registrations {
  const names = namesListed(session.library, [
    'concept:handler-register',
    'concept:object-register',
    'concept:dependency-inject',
  ]);
  const wanted = new Set(names);
  const rootsByWord = new Map<string, Set<string>>();
  for (const name of names) {
    const word = lastComponent(name);
    const roots = rootsByWord.get(word);
    if (roots === undefined) rootsByWord.set(word, new Set([rootOf(name)]));
    else roots.add(rootOf(name));
  }

  const found = new Map<ModuleSemantics, Map<NodeId, Registration[]>>();
  for (const module of session.project.modules) {
    const { tree } = module;
    for (const call of callsToTry(session, module, rootsByWord)) {
      const isStore = tree.kind(call) === Kind.Assign;
      const named = isStore ? ast.Assign.targets(tree, call) : ast.Call.callee(tree, call);
      const callee = resolveNames(session, module, named);
      const { matched, isUncertain } = matchNames(session, callee, wanted);
      const name = matched[0];
      if (name === undefined || isUncertain) continue;
      const given = isStore
        ? functionsIn({ module, node: ast.Assign.value(tree, call) }, 0)
        : functionsGiven(session, module, call, name);
      for (const { module: owner, node } of given) {
        let ofModule = found.get(owner);
        if (ofModule === undefined) found.set(owner, (ofModule = new Map()));
        const known = ofModule.get(node);
        if (known === undefined) ofModule.set(node, [{ name, call: { module, node: call } }]);
        else known.push({ name, call: { module, node: call } });
      }
    }
  }
  return found;
}

const rootOf = (name: string) => name.slice(0, name.indexOf('.'));

/** Calls that may register something, by tree; the same for every session over the same trees. */
export type RegisteringCalls = Map<Tree, readonly NodeId[]>;

/** Calls whose callee ends in the right word and that are given a name, in files that import the right library. */
function callsToTry(
  session: Session,
  module: ModuleSemantics,
  rootsByWord: ReadonlyMap<string, ReadonlySet<string>>,
): readonly NodeId[] {
  const { tree } = module;
  const known = session.registeringCalls?.get(tree);
  if (known !== undefined) return known;
  const calls: NodeId[] = [];
  let imported: ReadonlySet<string> | undefined;
  const words = new Map<number, ReadonlySet<string> | undefined>();
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.Call && kind !== Kind.Assign) continue;
    const id = kind === Kind.Call ? ast.Call.calleeName(tree, node) : storedName(tree, node);
    if (!words.has(id)) words.set(id, rootsByWord.get(tree.names.text(id)));
    const roots = words.get(id);
    if (roots === undefined || (kind === Kind.Call && !isGivenName(tree, node))) continue;
    // An application may be another file's; what is told apart by nothing but `get` or `path` must be at home here.
    imported ??= new Set(importsOf(session, module).map((name) => rootOf(`${name}.`)));
    const isTelling = tree.names.text(id).includes('_');
    if (isTelling || [...roots].some((root) => imported?.has(root))) calls.push(node);
  }
  session.registeringCalls?.set(tree, calls);
  return calls;
}

// client.on_message = show
function storedName(tree: Tree, assign: NodeId): number {
  const target = ast.Assign.targets(tree, assign);
  if (tree.kind(target) !== Kind.Attribute || !mayHoldFunction.has(tree.kind(ast.Assign.value(tree, assign)))) return 0;
  return ast.Attribute.name(tree, target);
}

/** `get("/", show)` may hand a function over; `get("key", "")` and `get("key", None)` cannot. */
function isGivenName(tree: Tree, call: NodeId): boolean {
  for (let each = ast.Call.arguments(tree, call); each !== 0; each = tree.next(each)) {
    const value = tree.kind(each) === Kind.Keyword ? ast.Keyword.value(tree, each) : each;
    if (mayHoldFunction.has(tree.kind(value))) return true;
  }
  return false;
}

const mayHoldFunction = new Set<number>([Kind.Name, Kind.Attribute, Kind.Call, Kind.List, Kind.Tuple]);

const registering: ReadonlySet<string> = new Set(['handler-register', 'object-register', 'dependency-inject']);

function functionsGiven(session: Session, module: ModuleSemantics, call: NodeId, name: string): readonly Place[] {
  const given = readArguments(module, call);
  return session.library.conceptsOf(name).flatMap(({ concept, parameter, position }) => {
    if (!registering.has(concept)) return [];
    const argument =
      (parameter === undefined ? undefined : given.keywords.get(parameter)) ??
      (position === undefined ? undefined : given.positional[position]);
    if (argument === undefined) return [];
    // paging: Paging = Depends(Paging)
    if (concept === 'dependency-inject') return functionsIn(argument.place, 0, true);
    return concept === 'object-register' ? methodsOf(session, argument.place) : functionsIn(argument.place, 0);
  });
}

/** The public methods of an object, those of the project's classes above its own included. */
function methodsOf(session: Session, { module, node }: Place): readonly Place[] {
  return module.valueOf(node).facts.flatMap((fact) => {
    const info = fact.kind === 'instance' ? session.project.classNamed(fact.className) : undefined;
    if (info === undefined) return [];
    return info.ancestors.flatMap((ancestor) => {
      const definition = session.project.classNamed(ancestor)?.definition;
      if (definition === undefined) return [];
      const { tree } = definition.module;
      return tree.list(ast.ClassDef.body(tree, definition.node)).flatMap((each) => {
        if (tree.kind(each) !== Kind.FunctionDef) return [];
        return tree.names.text(ast.FunctionDef.name(tree, each)).startsWith('_')
          ? []
          : [{ module: definition.module, node: each }];
      });
    });
  });
}

/** The functions that an expression stands for, also behind decorators that are called in place. */
function functionsIn({ module, node }: Place, depth: number, ofClasses = false): readonly Place[] {
  const { tree } = module;
  if (depth > deepestWrapper) return [];
  if (tree.kind(node) === Kind.List || tree.kind(node) === Kind.Tuple) {
    const elements = tree.kind(node) === Kind.List ? ast.List.elements(tree, node) : ast.Tuple.elements(tree, node);
    return tree.list(elements).flatMap((each) => functionsIn({ module, node: each }, depth + 1));
  }
  if (tree.kind(node) === Kind.Call) {
    return readArguments(module, node).positional.flatMap(({ place }) => functionsIn(place, depth + 1));
  }
  if (tree.kind(node) !== Kind.Name && tree.kind(node) !== Kind.Attribute) return [];
  return module.valueOf(node).facts.flatMap((fact) => {
    const definition = fact.kind === 'reference' ? fact.definition : undefined;
    if (definition === undefined) return [];
    const { tree: own } = definition.module;
    if (own.kind(definition.node) === Kind.FunctionDef) return [definition];
    if (!ofClasses || own.kind(definition.node) !== Kind.ClassDef) return [];
    const methods = own.list(ast.ClassDef.body(own, definition.node)).filter((each) => {
      const isFunction = own.kind(each) === Kind.FunctionDef;
      return isFunction && own.names.text(ast.FunctionDef.name(own, each)) === '__init__';
    });
    return methods.map((each) => ({ module: definition.module, node: each }));
  });
}
