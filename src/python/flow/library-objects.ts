// What programs keep on objects of libraries: `flask.g.user`, `flask.session["cart"]`, `app.config["ROOT"]`. Such an object
// is known by its name; what is stored on it is read back in the same run, and by functions that nobody in view calls in
// the same run as those that store it (hooks, other requests).

import { type Fact, incomplete, singleConstant, type Value } from '../semantics/index.ts';
import type { NameId } from '../syntax/index.ts';
import type { Engine } from './engine.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';
import { current, identityOf } from './values.ts';

/** Functions that store one thing that are looked at. */
const MAX_STORERS = 8;
/** Attributes of attributes that are followed to what they are attributes of. */
const MAX_PATH = 4;

/** The name of an object of a library that is one and the same wherever it is read; undefined for others. */
function nameOf(engine: Engine, fact: Fact, depth = 0): string | undefined {
  if (depth > MAX_PATH) return undefined;
  if (fact.kind === 'reference') {
    if (fact.definition !== undefined) return undefined;
    if (fact.receiver === undefined) return engine.library.canonicalName(fact.name);
    return below(engine, fact.receiver, fact.name, depth);
  }
  if (fact.kind === 'computed' && /^[\w.]+$/.test(fact.by)) {
    const [object, ...more] = fact.from;
    if (more.length > 0) return undefined;
    return object === undefined ? engine.library.canonicalName(fact.by) : below(engine, object, fact.by, depth);
  }
  // app = Flask(__name__)   of a module body
  const identity = identityOf(fact);
  if (fact.kind !== 'instance' || fact.definition !== undefined || identity === undefined) return undefined;
  return engine.base.cell(identity) === undefined ? undefined : `#${identity}`;
}

function below(engine: Engine, object: Value, name: string, depth: number): string | undefined {
  const [fact] = object.facts;
  if (fact === undefined || object.facts.length > 1) return undefined;
  const owner = nameOf(engine, fact, depth + 1);
  return owner === undefined ? undefined : `${owner}.${name.slice(name.lastIndexOf('.') + 1)}`;
}

/** Keeps what is stored on an object of a library; false when the object is none that is known by name. */
export function keepOnLibrary(frame: Frame, fact: Fact, slot: string, value: Value, state: State): boolean {
  const name = nameOf(frame.engine, fact);
  if (name === undefined || frame.engine.library.isModule(name)) return false;
  const identity = frame.engine.identityOfName(name);
  const cell = state.cell(identity) ?? { facts: [fact], attributes: undefined, isMany: false };
  const attributes = new Map(cell.attributes ?? []);
  attributes.set(slot, value);
  const mayLack = new Set(cell.mayLack);
  mayLack.delete(slot);
  state.setCell(identity, { ...cell, attributes, mayLack });
  return true;
}

/**
 * What was stored there: by this run, or else by functions of the project that store something of this name. `id` is the
 * name of the attribute, or of what has the item.
 */
export function keptOnLibrary(frame: Frame, fact: Fact, slot: string, id: NameId, state: State): Value | undefined {
  const { engine } = frame;
  const changers = engine.projectText.changers.get(id);
  if (changers === undefined) return undefined;
  const name = nameOf(engine, fact);
  if (name === undefined) return undefined;
  const identity = engine.identityOfName(name);
  const cell = state.cell(identity);
  const own = cell?.attributes?.get(slot);
  if (own !== undefined && cell?.mayLack?.has(slot) !== true) return current(own, state);
  frame.markShared();
  const found: Value[] = own === undefined ? [] : [own];
  const root = rootOf(frame);
  for (const { file, definition } of changers.slice(0, MAX_STORERS)) {
    const owner = engine.session.modules[file] as Frame['module'];
    if (definition === root.definition && owner.path === root.module.path) continue;
    const run = engine.outline(owner, definition);
    for (const exit of run?.returns ?? []) {
      const stored = exit.state.cell(identity)?.attributes?.get(slot);
      if (stored !== undefined) found.push(withoutParameters(current(stored, exit.state)));
    }
  }
  return found.length === 0 ? undefined : joinAll(found);
}

/** `flask.g.user`, where some function stores an attribute of that name */
export function keptAttribute(frame: Frame, fact: Fact, name: string, state: State): Value | undefined {
  const id = frame.module.tree.names.intern(name);
  return frame.engine.projectText.stored.has(id) ? keptOnLibrary(frame, fact, name, id, state) : undefined;
}

function rootOf(frame: Frame): Frame {
  let at = frame;
  while (at.caller !== undefined) at = at.caller;
  return at;
}

/** What depends on a function's parameters is anything at all for those who do not call it. */
function withoutParameters(value: Value): Value {
  return value.facts.some((fact) => fact.kind === 'parameter') ? incomplete(value, 'other code sets it') : value;
}

/** The last part of the name of what is read from: `session` of `flask.session`. */
export function lastNameOfFact(frame: Frame, fact: Fact): NameId | undefined {
  const name = fact.kind === 'reference' ? fact.name : fact.kind === 'computed' ? fact.by : undefined;
  if (name === undefined || !/^[\w.]+$/.test(name)) return undefined;
  return frame.module.tree.names.intern(name.slice(name.lastIndexOf('.') + 1));
}

/** Items that are stored on a library's object are kept like attributes: `os.environ["CMD"] = …`. */
export function itemAttribute(key: Value | undefined): string {
  const known = key === undefined ? undefined : singleConstant(key);
  return known === undefined ? '[]' : `[${String(known.value)}]`;
}
