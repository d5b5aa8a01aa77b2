// The ways in which the code around a site is run: by itself, with nothing known of its arguments, and by the functions
// that call it, with what they hand over.

import {
  type Engine,
  type Frame,
  isChangedSomewhere,
  namesDerived,
  ObservedModule,
  type ProjectText,
  type Watch,
} from '../python/flow/index.ts';
import type { ModuleSemantics, Scope, Value } from '../python/semantics/index.ts';
import { ast, childrenOf, Kind, type NameId, type NodeId, type Tree } from '../python/syntax/index.ts';
import type { Near } from '../rulekit/index.ts';
import { type CallerIndex, MAX_MENTIONS } from './callers.ts';
import type { Candidates } from './candidates.ts';
import { findNearby } from './near.ts';
import { readersOfRegistries } from './registries.ts';

/** Functions that are run to find out who calls one function with what. */
const MAX_CALLERS = 6;
/** Calls back from a site to where its values come from. */
const MAX_LEVELS = 3;

export interface Contexts {
  readonly projectText: ProjectText;
  /** The file imports something that a remote peer reaches, or is near what a rule has named. */
  isWorthRunning(module: ModuleSemantics, near: Near | undefined): boolean;
  /** nothing is to be run */
  readonly areByText: boolean;
  /** the module with its values as a run sees them */
  observed(module: ModuleSemantics): ObservedModule;
  /** the activations of the code around a node: by itself first */
  of(module: ModuleSemantics, node: NodeId, near: Near | undefined): Ways;
}

export interface Ways {
  readonly own: Frame;
  /** Activations in the runs of callers; looked for when they are asked for. */
  called(which: Which): Called;
}

/** Callers that are run: all, or those in files that a remote peer may reach or that are near what a rule has named. */
export type Which = 'all' | 'remote';

export interface Called {
  readonly frames: readonly Frame[];
  /** there are callers that were not run, or not to their end */
  readonly isPartial: boolean;
}

const nobody: Called = { frames: [], isPartial: false };

export function openContexts(
  engine: Engine,
  trees: readonly Tree[],
  paths: readonly string[],
  callers: CallerIndex,
  /** whether what one file hands to another matters */
  mayCall: (caller: number, called: number) => boolean,
  areByText = false,
): Contexts {
  const observed = new Map<string, ObservedModule>();
  const searched = new Map<string, Called>();
  const fileOf = new Map(paths.map((path, file) => [path, file]));

  const nearby = findNearby(trees, paths);
  const numberOf = new Map<Near, number>();
  const remote = new Map<number, boolean>();
  const isRemote = (file: number): boolean => {
    let known = remote.get(file);
    if (known === undefined) {
      known = importedRoots(trees[file] as Tree).some((root) => engine.library.hasRemoteSources(root));
      remote.set(file, known);
    }
    return known;
  };
  const isWorthRunning = (file: number, near: Near | undefined): boolean =>
    isRemote(file) || (near !== undefined && nearby.has(file, near));

  const calledFrames = (module: ModuleSemantics, definition: NodeId, which: Which, near: Near | undefined): Called => {
    const { tree } = module;
    if (tree.kind(definition) === Kind.Module) return nobody;
    if (near !== undefined && !numberOf.has(near)) numberOf.set(near, numberOf.size);
    const asked = which === 'all' || near === undefined ? which : `${which} or near ${numberOf.get(near)}`;
    const key = `${asked} ${module.path} ${definition}`;
    const known = searched.get(key);
    if (known !== undefined) return known;
    searched.set(key, nobody);
    const base = engine.session.moduleAt(module.path);
    if (base === undefined) return nobody;
    const frontierFile = fileOf.get(module.path) as number;
    let frontier: { readonly file: number; readonly definition: NodeId }[] = [
      { file: fileOf.get(module.path) as number, definition },
    ];
    const visited = new Set([`${frontier[0]?.file} ${definition}`]);
    const runs = [engine.entry(base, definition)];
    let left = MAX_CALLERS;
    let isPartial = false;
    for (let level = 0; level < MAX_LEVELS && frontier.length > 0 && left > 0; level++) {
      const next: { readonly file: number; readonly definition: NodeId }[] = [];
      for (const each of frontier) {
        const mentions = mentionsOf(trees, paths, engine, callers, each.file, each.definition);
        isPartial ||= mentions.length >= MAX_MENTIONS;
        for (const mention of mentions) {
          const caller = engine.session.moduleAt(paths[mention.file] as string);
          if (caller === undefined) continue;
          const around = caller.functionOf(mention.node) || caller.tree.root;
          const name = `${mention.file} ${around}`;
          if (visited.has(name) || !mayCall(mention.file, frontierFile)) continue;
          if (left <= 0) {
            isPartial = true;
            break;
          }
          visited.add(name);
          left--;
          if (which === 'all' || isWorthRunning(mention.file, near)) {
            const run = engine.entry(caller, around);
            runs.push(run);
            isPartial ||= run.wasCut || run.leavesOut;
          }
          next.push({ file: mention.file, definition: around });
        }
      }
      // Further back only where something is still up to the caller.
      const seen = engine.seen(base, definition, runs);
      frontier = next.filter(({ file, definition: at }) => {
        const own = seen.filter((frame) => isRootOf(frame, paths[file] as string, at));
        return own.length === 0 || own.some(dependsOnCaller);
      });
    }
    const frames = engine
      .seen(base, definition, runs)
      .filter((frame) => !dependsOnCaller(frame) || !hasFurther(frame, engine, runs));
    const found = { frames, isPartial };
    searched.set(key, found);
    return found;
  };

  return {
    areByText,
    isWorthRunning: (module, near) => isWorthRunning(fileOf.get(module.path) as number, near),
    get projectText() {
      return engine.projectText;
    },
    observed(module) {
      let view = observed.get(module.path);
      if (view === undefined) {
        view = new ObservedModule(engine.session.moduleAt(module.path) as never);
        observed.set(module.path, view);
      }
      return view;
    },
    of(module, node, near) {
      const base = engine.session.moduleAt(module.path) as never;
      const definition = module.functionOf(node) || module.tree.root;
      return { own: engine.entry(base, definition), called: (which) => calledFrames(module, definition, which, near) };
    },
  };
}

/** First parts of the modules that a file imports. */
function importedRoots(tree: Tree): readonly string[] {
  const roots = new Set<string>();
  for (let node = 1; node < tree.nodeCount; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Import) {
      for (const alias of tree.list(ast.Import.names(tree, node)))
        roots.add(rootOfName(tree, ast.Alias.name(tree, alias)));
    } else if (kind === Kind.ImportFrom && ast.ImportFrom.level(tree, node) === 0) {
      roots.add(rootOfName(tree, ast.ImportFrom.module(tree, node)));
    }
  }
  return [...roots];
}

function rootOfName(tree: Tree, name: NameId): string {
  return tree.names.text(name).split('.', 1)[0] as string;
}

function mentionsOf(
  trees: readonly Tree[],
  paths: readonly string[],
  engine: Engine,
  callers: CallerIndex,
  file: number,
  definition: NodeId,
) {
  const tree = trees[file] as Tree;
  // A lambda is made by the function around it.
  if (tree.kind(definition) === Kind.Lambda) return [{ file, node: tree.parent(definition) }];
  if (tree.kind(definition) !== Kind.FunctionDef) return [];
  const module = engine.session.moduleAt(paths[file] as string);
  if (module === undefined) return [];
  const name = ast.FunctionDef.name(tree, definition);
  const owner = tree.parent(definition);
  const isMethod = tree.kind(owner) === Kind.ClassDef;
  const last = module.name.slice(module.name.lastIndexOf('.') + 1);
  const className = isMethod ? ast.ClassDef.name(tree, owner) : 0;
  const hints = [
    tree.names.intern(last),
    name,
    ...(isMethod ? [className, ...namesDerived(engine.projectText, className)] : []),
  ];
  // Objects are made, entered, called and indexed by way of their class.
  const isSpecial = /^__\w+__$/.test(tree.names.text(name));
  const named = isSpecial && isMethod ? [] : callers.mentionsOf(name, file, hints);
  // open(path)   is no call of a method of that name: only the body of its class can name it alone
  const mentions = isMethod ? named.filter((each) => mayBeMethod(trees, each, file, owner)) : named;
  // class Worker(Thread): def run(self)   may be called by what it is derived from
  const isDerived = isMethod && ast.ClassDef.arguments(tree, owner) !== 0;
  const all =
    isDerived || (isMethod && mentions.length === 0)
      ? [...mentions, ...callers.mentionsOf(className, file, hints)]
      : mentions;
  const base = engine.session.modules[file];
  return base === undefined ? all : [...all, ...readersOfRegistries(engine, trees, base, file, definition, mentions)];
}

function isRootOf({ root }: Frame, path: string, definition: NodeId): boolean {
  return root.module.path === path && root.definition === definition;
}

function mayBeMethod(
  trees: readonly Tree[],
  { file, node }: { readonly file: number; readonly node: NodeId },
  ownFile: number,
  owner: NodeId,
): boolean {
  const tree = trees[file] as Tree;
  if (tree.kind(node) === Kind.Attribute) return true;
  return file === ownFile && tree.start(owner) <= tree.start(node) && tree.end(node) <= tree.end(owner);
}

/** A caller's caller was run too and says more. */
function hasFurther({ root }: Frame, engine: Engine, runs: readonly Frame[]): boolean {
  return engine.wasCalled(root.module, root.definition, runs);
}

/** Whether what was handed over still depends on parameters of the outermost function. */
function dependsOnCaller(frame: Frame): boolean {
  const { tree } = frame.module;
  const list =
    tree.kind(frame.definition) === Kind.FunctionDef
      ? ast.FunctionDef.parameters(tree, frame.definition)
      : tree.kind(frame.definition) === Kind.Lambda
        ? ast.Lambda.parameters(tree, frame.definition)
        : 0;
  if (list === 0) return false;
  for (const parameter of tree.list(ast.Arguments.parameters(tree, list))) {
    const value = frame.seen(parameter);
    if (value !== undefined && mentionsParameter(value)) return true;
  }
  return false;
}

/** Values within values that are looked at for parameters, and all of them together. */
const MAX_NESTING = 24;
const MAX_FACTS = 400;

// connection.recv(1024).decode().strip()   is nine steps from its parameter
function mentionsParameter(value: Value, depth = 0, work = { left: MAX_FACTS }): boolean {
  if (depth > MAX_NESTING) return false;
  const inner = (values: readonly Value[]) => values.some((each) => mentionsParameter(each, depth + 1, work));
  return value.facts.some((fact) => {
    if (--work.left < 0) return true;
    switch (fact.kind) {
      case 'parameter':
        return true;
      case 'computed':
        return inner(fact.from.slice(0, 8));
      case 'text':
        return inner(fact.parts.slice(0, 16).filter((part) => typeof part !== 'string'));
      case 'sequence':
        return inner(fact.items.slice(0, 16)) || (fact.rest !== undefined && inner([fact.rest]));
      case 'mapping':
        return (
          inner(fact.entries.slice(0, 16).map((entry) => entry.value)) ||
          (fact.rest !== undefined && inner([fact.rest]))
        );
      case 'instance':
        return (fact.definition !== undefined && fact.call === undefined) || inner((fact.from ?? []).slice(0, 8));
      default:
        return false;
    }
  });
}

/** Tells which places of a function may be sites. */
export function watchSites(
  paths: readonly string[],
  trees: readonly Tree[],
  candidates: readonly (Candidates | undefined)[],
): Watch {
  const fileOf = new Map(paths.map((path, file) => [path, file]));
  const nodesByFile = new Map<number, readonly NodeId[]>();
  const nodesIn = (file: number): readonly NodeId[] => {
    let nodes = nodesByFile.get(file);
    if (nodes === undefined) {
      const own = candidates[file];
      const all =
        own === undefined
          ? []
          : [...own.calls, ...own.handed, ...own.references, ...own.stores, ...own.itemStores, ...own.setters];
      const tree = trees[file] as Tree;
      nodes = all.sort((one, other) => tree.start(one) - tree.start(other));
      nodesByFile.set(file, nodes);
    }
    return nodes;
  };
  return (module, definition) => {
    const file = fileOf.get(module.path);
    if (file === undefined) return [];
    // Comparisons are sites wherever they stand.
    if (candidates[file]?.hasComparisons) return 'all';
    const { tree } = module;
    const nodes = nodesIn(file);
    const [from, to] = [tree.start(definition), tree.end(definition)];
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tree.start(nodes[middle] as NodeId) < from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < nodes.length && tree.start(nodes[end] as NodeId) < to) end++;
    return nodes.slice(low, end);
  };
}

/** Whether what is known at a site depends on who calls the function around it. */
export function dependsOnCallers(frame: Frame, site: NodeId): boolean {
  const { tree } = frame.module;
  if (frame.definition === tree.root) return false;
  const isNested = frame.module.functionOf(tree.parent(frame.definition)) !== 0;
  // job.send(value)   what a generator gets is up to who runs it
  const isGenerator = frame.module.exitsOf(frame.definition).yields.length > 0;
  if (frame.readsShared || isNested || isGenerator) return true;
  const depends = (node: NodeId): boolean => {
    const value = frame.seen(node);
    return value === undefined ? isNested : mentionsParameter(value) || (isNested && !value.complete);
  };
  if (tree.kind(site) !== Kind.Call) {
    const parent = tree.parent(site);
    const value = tree.kind(parent) === Kind.Assign ? ast.Assign.value(tree, parent) : site;
    return depends(value) || depends(site);
  }
  const callee = ast.Call.callee(tree, site);
  if (tree.kind(callee) === Kind.Attribute && depends(ast.Attribute.value(tree, callee))) return true;
  return tree.list(ast.Call.arguments(tree, site)).some((argument) => {
    const kind = tree.kind(argument);
    const inner =
      kind === Kind.Keyword
        ? ast.Keyword.value(tree, argument)
        : kind === Kind.Starred
          ? ast.Starred.value(tree, argument)
          : argument;
    return depends(inner);
  });
}

/** Nodes of a site that are looked at. */
const MAX_NODES = 400;

/**
 * Whether a run can tell more of a site than its text: not of one that is made of constants, imports and definitions
 * alone.
 */
export function isUpToRun(text: ProjectText, module: ObservedModule, site: NodeId): boolean {
  const { tree } = module;
  const waiting = [site];
  if (tree.kind(site) !== Kind.Call) {
    const parent = tree.parent(site);
    if (tree.kind(parent) === Kind.Assign) waiting.push(ast.Assign.value(tree, parent));
  }
  let left = MAX_NODES;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (--left < 0) return true;
    const kind = tree.kind(node);
    if (kind === Kind.Lambda || kind === Kind.Await || kind === Kind.Yield) return true;
    if (kind === Kind.Call && node !== site && !isLibraryCall(module, node)) return true;
    if (kind === Kind.Name && !isFixed(text, module, node)) return true;
    if (kind === Kind.Attribute && isVariable(text, module, ast.Attribute.name(tree, node))) return true;
    for (const child of childrenOf(tree, node)) waiting.push(child);
  }
  return false;
}

function isLibraryCall(module: ModuleSemantics, call: NodeId): boolean {
  const { facts, complete } = module.valueOf(ast.Call.callee(module.tree, call));
  return complete && facts.every((fact) => fact.kind === 'reference' && fact.definition === undefined);
}

/** A name that one import, definition or nothing in the file binds. */
function isFixed(project: ProjectText, module: ObservedModule, name: NodeId): boolean {
  const text = module.tree.names.text(ast.Name.name(module.tree, name));
  for (let scope: Scope | undefined = module.scopeOf(name); scope !== undefined; scope = scope.parent) {
    const bindings = scope.bindings.get(text);
    if (bindings === undefined) continue;
    if (isVariable(project, module, ast.Name.name(module.tree, name))) return false;
    // from store import user   may be an object that the project puts things into
    const isReference = module
      .valueOf(name)
      .facts.every((fact) => fact.kind === 'reference' || fact.kind === 'constant');
    return isReference && bindings.every(({ kind }) => kind === 'import' || kind === 'class');
  }
  return true;
}

/** os.environ["NAME"], flask.g.user   that some function sets */
function isVariable(project: ProjectText, module: ObservedModule, name: NameId): boolean {
  const { tree } = module;
  if (isChangedSomewhere(project, name)) return true;
  return tree.names.text(name) === 'getenv' && isChangedSomewhere(project, tree.names.intern('environ'));
}
