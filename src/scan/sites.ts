// From places that may matter to sites that rules asked for: candidates of a file's index are resolved and matched
// with the names that rules listen to. In source order.

import type { Frame } from '../python/flow/index.ts';
import type { ModuleSemantics, Place, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import {
  type AnySite,
  type ArgumentList,
  type Callee,
  type CodeTrigger,
  canonicalName,
  classesOfFact,
  type Judge,
  type Judgement,
  type Near,
  namesToAskBy,
  type Recipe,
  type Rule,
  resolveNames,
  type Session,
} from '../rulekit/index.ts';
import { callThrough } from './call-through.ts';
import type { Candidates } from './candidates.ts';
import { Interest } from './interests.ts';
import { holds } from './near.ts';
import type { Listener, Listeners, TriggerTable } from './triggers.ts';

/** A site that rules asked for, not yet judged. */
export interface FoundSite {
  readonly rule: Rule;
  readonly kind: CodeTrigger['kind'];
  /** the node that stands for the site: one site is reported once */
  readonly node: NodeId;
  /** the callee, or what the site was matched by, can be something else too */
  readonly isUncertain: boolean;
  /** what the rule is shown */
  view(): AnySite;
  judge(verdict: Judge): Judgement;
  /** the text alone tells all that matters, as the rule says */
  isTold?(): boolean;
  /** of a callee that only runs know: those in which it is what the rule listens to */
  isIn?(run: Frame | undefined): boolean;
  /** ways to mend it; they take what `view` gives */
  readonly fixes: readonly Recipe<AnySite>[];
}

interface Search {
  readonly session: Session;
  readonly module: ModuleSemantics;
  readonly candidates: Candidates;
  readonly table: TriggerTable;
  readonly found: FoundSite[];
  readonly runsOf: RunsOf;
  /** what rules ask for in a file, and whether it is in this one */
  readonly held: Map<Near, boolean>;
}

/** The activations in which the code at a node was run. */
export type RunsOf = (node: NodeId) => readonly Frame[];

export function findSites(
  session: Session,
  module: ModuleSemantics,
  candidates: Candidates,
  table: TriggerTable,
  runsOf: RunsOf = () => [],
): readonly FoundSite[] {
  const search: Search = { session, module, candidates, table, found: [], runsOf, held: new Map() };
  findCalls(search);
  findReferences(search);
  findStores(search);
  findClasses(search);
  if (candidates.hasComparisons) findComparisons(search);
  const { tree } = module;
  return search.found.sort((one, other) => tree.start(one.node) - tree.start(other.node) || one.node - other.node);
}

// Each trigger's recipes take its own kind of site, which is what its view gives.
const recipesOf = ({ fixes = [] }: CodeTrigger) => fixes as readonly Recipe<AnySite>[];

/** The listeners that any of the names reach, each with the name that it was reached by. */
function listenersOf<K extends CodeTrigger['kind']>(
  session: Session,
  listeners: Listeners<K>,
  callee: Callee,
  /** it is each of its names in some case */
  isChosen = false,
): readonly { readonly listener: Listener<K>; readonly name: string; readonly isUncertain: boolean }[] {
  const hits = callee.names.map((name) => {
    const asked = namesToAskBy(session, name).find((each) => listeners.has(each));
    return asked === undefined ? undefined : { name: asked, listeners: listeners.get(asked) ?? [] };
  });
  const reached = new Map<Listener<K>['trigger'], { listener: Listener<K>; name: string; count: number }>();
  for (const hit of hits) {
    for (const listener of hit?.listeners ?? []) {
      const known = reached.get(listener.trigger);
      if (known === undefined) reached.set(listener.trigger, { listener, name: hit?.name ?? '', count: 1 });
      else known.count++;
    }
  }
  const found = [...reached.values()].map(({ listener, name, count }) => ({
    listener,
    name,
    isUncertain: !callee.complete || (count < callee.names.length && !isChosen),
  }));
  for (const name of callee.paths) {
    for (const listener of listeners.get(name) ?? []) {
      if (!reached.has(listener.trigger)) found.push({ listener, name, isUncertain: callee.paths.length > 1 });
    }
  }
  return found;
}

function findCalls(search: Search): void {
  const { session, module, candidates } = search;
  for (const call of candidates.calls) {
    const callee = resolveNames(session, module, ast.Call.callee(module.tree, call));
    const before = search.found.length;
    if (isNamed(callee)) addCall(search, call, callee, undefined);
    if (search.found.length === before && isHanded(search, call)) addCallInRuns(search, call);
  }
  for (const mention of candidates.handed) {
    const through = callThrough(module, mention);
    if (through === undefined) continue;
    const callee = resolveNames(session, module, mention);
    if (isNamed(callee)) addCall(search, through.call, callee, through.arguments);
  }
}

/** Whether what is called came as an argument, by the name that it has here. */
function isHanded({ candidates, module: { tree } }: Search, call: NodeId): boolean {
  return (candidates.file.interests.of(ast.Call.calleeName(tree, call)) & Interest.handed) !== 0;
}

/** `def each(function, values): … function(value)`, after `each(os.system, commands)` */
function addCallInRuns(search: Search, call: NodeId): void {
  const { session, module, runsOf } = search;
  const { facts, complete } = module.valueOf(ast.Call.callee(module.tree, call));
  const isOfProject = facts.every((fact) => fact.kind === 'reference' && fact.definition !== undefined);
  if (complete && facts.length > 0 && isOfProject) return;
  const runs = new Map<string, Set<Frame>>();
  for (const frame of runsOf(call)) {
    for (const fact of frame.seen(ast.Call.callee(module.tree, call))?.facts ?? []) {
      if (fact.kind !== 'reference' || fact.definition !== undefined) continue;
      const name = canonicalName(session.library, fact.name);
      runs.set(name, (runs.get(name) ?? new Set()).add(frame));
    }
  }
  for (const [name, frames] of [...runs].sort()) {
    const from = search.found.length;
    addCall(search, call, { names: [name], paths: [], complete: true }, undefined);
    for (let at = from; at < search.found.length; at++) {
      const isIn = (run: Frame | undefined) => run !== undefined && frames.has(run);
      search.found[at] = { ...(search.found[at] as FoundSite), isIn };
    }
  }
}

const isNamed = ({ names, paths }: Callee) => names.length > 0 || paths.length > 0;

function addCall(search: Search, node: NodeId, callee: Callee, list: ArgumentList | undefined): void {
  const { session, module, table } = search;
  const isChosen = list === undefined && isChosenHere(module, ast.Call.callee(module.tree, node));
  for (const { listener, name, isUncertain } of listenersOf(session, table.call, callee, isChosen)) {
    if (!isWanted(search, listener.trigger.where)) continue;
    const view = () => {
      const concepts = listener.trigger.to
        .filter((each) => each.startsWith('concept:'))
        .map((each) => each.slice('concept:'.length));
      const match = { name, names: callee.names, isUncertain, arguments: list, concepts };
      return session.views.call({ module, node }, match);
    };
    search.found.push({
      rule: listener.rule,
      kind: listener.trigger.kind,
      node,
      isUncertain,
      view,
      judge: (verdict) => listener.trigger.judge(view(), verdict),
      isTold: () => listener.trigger.isTold?.(view()) === true,
      fixes: recipesOf(listener.trigger),
    });
  }
}

function isWanted({ module, held }: Search, where: Near | undefined): boolean {
  if (where === undefined) return true;
  let is = held.get(where);
  if (is === undefined) held.set(where, (is = holds(module.tree, where)));
  return is;
}

/**
 * `client = imaplib.IMAP4_SSL if secure else imaplib.IMAP4`: each is called in its case. Of imports, one stands in where
 * there is no other: which it is, is up to what is installed.
 */
function isChosenHere(module: ModuleSemantics, callee: NodeId): boolean {
  const { tree } = module;
  if (tree.kind(callee) === Kind.IfExp) return true;
  if (tree.kind(callee) !== Kind.Name) return false;
  return module.bindingsOf(callee).every(({ kind, value }) => {
    if (kind !== 'assignment') return false;
    const isPlain = value === 0 || tree.kind(value) === Kind.Attribute || tree.kind(value) === Kind.IfExp;
    return isPlain || (tree.kind(value) === Kind.Name && module.bindingsOf(value).length === 1);
  });
}

function findReferences(search: Search): void {
  const { session, module, candidates, table } = search;
  for (const node of candidates.references) {
    const callee = resolveNames(session, module, node);
    for (const { listener, name, isUncertain } of listenersOf(session, table.reference, callee)) {
      const view = () => session.views.reference({ module, node }, name);
      search.found.push({
        rule: listener.rule,
        kind: listener.trigger.kind,
        node,
        isUncertain,
        view,
        judge: (verdict) => listener.trigger.judge(view(), verdict),
        fixes: recipesOf(listener.trigger),
      });
    }
  }
}

function findStores(search: Search): void {
  const { candidates, module } = search;
  const { tree } = module;
  for (const target of candidates.stores) {
    const assigned = assignedTo(search, target);
    if (assigned === undefined) continue;
    if (tree.kind(target) === Kind.Attribute) {
      const receiver = ast.Attribute.value(tree, target);
      const name = tree.names.text(ast.Attribute.name(tree, target));
      addStore(search, assigned.statement, membersNamed(search, receiver, name), receiver, assigned);
    } else {
      addStore(search, assigned.statement, classMember(search, target), 0, assigned);
    }
  }
  // os.environ["SSLKEYLOGFILE"] = path
  for (const mention of candidates.itemStores) {
    const item = tree.parent(mention);
    const assigned = assignedTo(search, item);
    if (assigned === undefined) continue;
    const { names, complete } = resolveNames(search.session, module, mention);
    const key = ast.Subscript.index(tree, item);
    const items = { names: names.map((name) => `${name}[]`), paths: [], complete };
    addStore(search, assigned.statement, items, mention, { ...assigned, key });
  }
  // setattr(context, "verify_mode", ssl.CERT_NONE)
  for (const call of candidates.setters) {
    const [receiver, name, value] = tree.list(ast.Call.arguments(tree, call));
    if (receiver === undefined || name === undefined || value === undefined) continue;
    const key = module.valueOf(name);
    const fact = key.complete && key.facts.length === 1 ? key.facts[0] : undefined;
    if (fact?.kind !== 'constant' || typeof fact.value !== 'string') continue;
    addStore(search, call, membersNamed(search, receiver, fact.value), receiver, { value, operator: undefined });
  }
}

interface Assigned {
  readonly statement: NodeId;
  readonly value: NodeId;
  readonly operator: string | undefined;
}

/** The statement that assigns to a target, and what it assigns; loops, `with` and unpacking of calls are left out. */
function assignedTo({ module: { tree } }: Search, target: NodeId): Assigned | undefined {
  const parent = tree.parent(target);
  switch (tree.kind(parent)) {
    case Kind.Assign:
      return { statement: parent, value: ast.Assign.value(tree, parent), operator: undefined };
    case Kind.AugAssign:
      return { statement: parent, value: ast.AugAssign.value(tree, parent), operator: tree.operator(parent) };
    case Kind.AnnAssign: {
      const value = ast.AnnAssign.value(tree, parent);
      return value === 0 ? undefined : { statement: parent, value, operator: undefined };
    }
    case Kind.Tuple: {
      // a.x, a.y = 1, 2
      const statement = tree.parent(parent);
      if (tree.kind(statement) !== Kind.Assign) return undefined;
      const value = ast.Assign.value(tree, statement);
      if (tree.kind(value) !== Kind.Tuple) return undefined;
      const position = tree.list(ast.Tuple.elements(tree, parent)).indexOf(target);
      const element = tree.list(ast.Tuple.elements(tree, value))[position];
      return element === undefined ? undefined : { statement, value: element, operator: undefined };
    }
    default:
      return undefined;
  }
}

/** Names of `receiver.name`: a module's member, or that of the classes that the receiver can be of. */
function membersNamed({ session, module }: Search, receiver: NodeId, name: string): Callee {
  const direct = resolveNames(session, module, receiver);
  const value = module.valueOf(receiver);
  const owners = new Set([...direct.names, ...value.facts.flatMap((fact) => classesOfFact(session, fact))]);
  return {
    names: [...owners].map((owner) => canonicalName(session.library, `${owner}.${name}`)).sort(),
    paths: [],
    complete: (direct.complete && direct.names.length > 0) || value.complete,
  };
}

/** `class Server(HTTPServer): timeout = None` stores to the attribute of the base. */
function classMember({ session, module }: Search, target: NodeId): Callee {
  const { tree } = module;
  const name = tree.names.text(ast.Name.name(tree, target));
  const scope = module.scopeOf(target);
  if (scope.kind === 'module') return { names: [`${module.name}.${name}`], paths: [], complete: true };
  if (scope.kind !== 'class') return { names: [], paths: [], complete: false };
  const { ancestors } = module.classOf(scope.node);
  return {
    names: ancestors.map((each) => canonicalName(session.library, `${each}.${name}`)),
    paths: [],
    complete: true,
  };
}

function addStore(
  search: Search,
  node: NodeId,
  { names, complete }: Callee,
  receiver: NodeId,
  assigned: { readonly value: NodeId; readonly operator: string | undefined; readonly key?: NodeId },
): void {
  const { session, module, table } = search;
  const at = (of: NodeId): Place => ({ module, node: of });
  // One object, one attribute: of its names only one has to be asked for.
  const reached = new Set<CodeTrigger>();
  for (const each of names) {
    for (const { listener, name } of listenersOf(session, table.store, { names: [each], paths: [], complete })) {
      if (reached.has(listener.trigger)) continue;
      reached.add(listener.trigger);
      const parts = {
        name,
        value: at(assigned.value),
        receiver: receiver === 0 ? undefined : at(receiver),
        key: assigned.key === undefined ? undefined : at(assigned.key),
        operator: assigned.operator,
      };
      const view = () => session.views.store(at(node), parts);
      search.found.push({
        rule: listener.rule,
        kind: listener.trigger.kind,
        node,
        isUncertain: !complete,
        view,
        judge: (verdict) => listener.trigger.judge(view(), verdict),
        fixes: recipesOf(listener.trigger),
      });
    }
  }
}

function findClasses(search: Search): void {
  const { session, module, candidates, table } = search;
  for (const node of candidates.classes) {
    const { name: own, ancestors } = module.classOf(node);
    const reached = new Set<CodeTrigger>();
    for (const ancestor of ancestors) {
      if (ancestor === own) continue;
      for (const listener of table.class.get(canonicalName(session.library, ancestor)) ?? []) {
        if (reached.has(listener.trigger)) continue;
        reached.add(listener.trigger);
        const view = () => session.views.classSite({ module, node });
        search.found.push({
          rule: listener.rule,
          kind: listener.trigger.kind,
          node,
          isUncertain: false,
          view,
          judge: (verdict) => listener.trigger.judge(view(), verdict),
          fixes: recipesOf(listener.trigger),
        });
      }
    }
  }
}

/** Calls within values that are followed to find what a comparison is about. */
const deepestMention = 6;

function findComparisons(search: Search): void {
  const { session, module, table } = search;
  const { tree } = module;
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Compare) continue;
    const step = ast.Compare.steps(tree, node);
    if (step === 0 || tree.next(step) !== 0) continue;
    const names = new Set<string>();
    for (const side of [ast.Compare.left(tree, node), ast.CompareStep.right(tree, step)]) {
      if (tree.kind(side) !== Kind.Constant) collectMentioned(session, module.valueOf(side), names, 0);
    }
    const reached = new Set<CodeTrigger>();
    for (const name of names) {
      for (const { listener } of listenersOf(session, table.compare, { names: [name], paths: [], complete: true })) {
        if (reached.has(listener.trigger)) continue;
        reached.add(listener.trigger);
        const view = () => session.views.comparison({ module, node });
        search.found.push({
          rule: listener.rule,
          kind: listener.trigger.kind,
          node,
          isUncertain: false,
          view,
          judge: (verdict) => listener.trigger.judge(view(), verdict),
          fixes: recipesOf(listener.trigger),
        });
      }
    }
  }
}

function collectMentioned(session: Session, value: Value, names: Set<string>, depth: number): void {
  if (depth > deepestMention) return;
  for (const fact of value.facts) {
    if (fact.kind === 'reference') names.add(canonicalName(session.library, fact.name));
    if (fact.kind === 'instance') names.add(canonicalName(session.library, fact.className));
    if (fact.kind !== 'computed') continue;
    const path = canonicalName(session.library, fact.by);
    names.add(path.replace(/(\(\)|\[\])+$/, ''));
    for (const input of fact.from) collectMentioned(session, input, names, depth + 1);
  }
}
