// What a name stands for while code runs: variables of this activation and of those around it, globals, and what no run
// knows better than the semantics layer.

import { type Binding, type Fact, importedMember, type Module, unknown, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { withChangesElsewhere } from './elsewhere.ts';
import type { Frame } from './frame.ts';
import { keepAlike } from './join.ts';
import { lasting } from './lasting.ts';
import { SideTable } from './side-table.ts';
import type { State } from './state.ts';
import { current } from './values.ts';

/** What a name that is read holds now. */
export function variableValue(frame: Frame, node: NodeId, state: State): Value {
  const value = current(nameValue(frame, node, state), state);
  return value.facts.length > 1 ? withOwnFacts(frame, node, value, state) : value;
}

/** Values whose facts are those of one variable, and of what it is handed on to. */
const own = new SideTable<Value, true>();

/**
 * chosen = first if swapped else second
 * if chosen in ALLOWED:   says nothing about `first`
 *
 * Facts are what tests speak about. A variable that can be one of several values gets its own copies of them.
 */
function withOwnFacts(frame: Frame, node: NodeId, value: Value, state: State): Value {
  if (!value.facts.some(isTested)) return value;
  const name = ast.Name.name(frame.module.tree, node);
  const holder = frame.holderOf(name);
  const held = holder === undefined ? undefined : state.get(holder.activation, name);
  if (holder === undefined || held === undefined || own.get(held) !== undefined) return value;
  const { implied } = frame.engine;
  const facts = value.facts.map((fact) => {
    if (!isTested(fact)) return fact;
    const copy = { ...fact };
    keepAlike(copy, fact);
    const shown = implied.get(fact);
    if (shown !== undefined) implied.set(copy, shown);
    return copy;
  });
  const copies: Value = { ...value, facts };
  own.set(copies, true);
  state.set(holder.activation, name, copies);
  return copies;
}

/** What tests find out about; objects are known by what they are. */
const isTested = (fact: Fact) =>
  fact.kind === 'reference'
    ? fact.definition === undefined && fact.receiver === undefined
    : fact.kind === 'constant' || fact.kind === 'computed' || fact.kind === 'text' || fact.kind === 'parameter';

function nameValue(frame: Frame, node: NodeId, state: State): Value {
  const { tree } = frame.module;
  const name = ast.Name.name(tree, node);
  const holder = frame.holderOf(name);
  if (holder !== undefined) {
    const value = state.get(holder.activation, name);
    if (value !== undefined) return value;
    const kind = tree.kind(holder.node);
    if (kind !== Kind.Module && kind !== Kind.ClassDef) return frame.module.valueOf(node);
  }
  const text = tree.names.text(name);
  // Variables of functions around this one that are not being run are left to what the text says.
  if (holder === undefined && !isGlobal(frame, node, text)) return frame.module.valueOf(node);
  return lasting(frame, globalValue(frame, frame.module, text, node, state, 0), state);
}

function isGlobal(frame: Frame, node: NodeId, name: string): boolean {
  const { scopes } = frame.module;
  for (let scope = scopes.scopeOf(node); scope.parent !== undefined; scope = scope.parent) {
    if (scopes.declarationOf(scope, name) === 'global') return true;
    if (scope.kind !== 'class' && scope.bindings.has(name)) return false;
  }
  return true;
}

/** Re-exports that are followed from module to module. */
const MAX_REEXPORTS = 10;

/** A global of a module of the project, as code in `frame` sees it now. */
export function globalValue(frame: Frame, module: Module, name: string, at: NodeId, state: State, hops: number): Value {
  const { engine } = frame;
  const id = module.tree.names.intern(name);
  const activation = engine.activationOf(module);
  const now = state.get(activation, id);
  if (now !== undefined) {
    return now === engine.base.get(activation, id) ? withChangesElsewhere(frame, module, id, now, state) : now;
  }
  const fallback = (): Value =>
    module === frame.module
      ? module.valueOf(at)
      : (module.member(name) ?? unknown(`${module.name} does not define ${name}`));
  const bindings = module.scopes.module.bindings.get(name);
  if (bindings === undefined || bindings.length === 0) return fallback();
  const [first] = bindings as readonly [Binding];
  if (bindings.length === 1 && first.kind === 'import' && hops < MAX_REEXPORTS) {
    const member = importedMember(module, first.node);
    if (member !== undefined && member.module !== module && member.module.scopes.module.bindings.has(member.name)) {
      const held = heldWhenImported(frame, member.module, member.name, state);
      return held ?? globalValue(frame, member.module, member.name, at, state, hops + 1);
    }
    return fallback();
  }
  const isChanged = engine.projectText.changers.has(id);
  if (!isChanged && bindings.every((binding) => isPlain(module, binding))) return fallback();
  if (!engine.hasRun(module)) return fallback();
  const held = state.get(activation, id);
  if (held === undefined) return fallback();
  return isChanged ? withChangesElsewhere(frame, module, id, held, state) : held;
}

/** `from store import entries` goes on to be what the name held then, when this run binds it to something else. */
function heldWhenImported(frame: Frame, module: Module, name: string, state: State): Value | undefined {
  const { engine } = frame;
  const activation = engine.activationOf(module);
  const id = module.tree.names.intern(name);
  const now = state.get(activation, id);
  if (now === undefined || now === engine.base.get(activation, id)) return undefined;
  if (!engine.hasRun(module)) return undefined;
  return engine.base.get(activation, id);
}

/** What the binding means does not depend on running anything. */
function isPlain({ tree }: Module, binding: Binding): boolean {
  switch (binding.kind) {
    case 'import':
      return true;
    case 'function': {
      const head = ast.FunctionDef.head(tree, binding.node);
      return head === 0 || ast.FunctionHead.decorators(tree, head) === 0;
    }
    case 'class': {
      const head = ast.ClassDef.head(tree, binding.node);
      return head === 0 || ast.ClassHead.decorators(tree, head) === 0;
    }
    case 'assignment':
      return binding.value !== 0 && tree.kind(binding.value) === Kind.Constant;
    default:
      return false;
  }
}
