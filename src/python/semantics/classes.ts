// Classes of the project: bases, method resolution order (C3) and members, through the project's own classes and the
// library's.

import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { Binding, ClassInfo } from './module-semantics.ts';
import type { Module, Session } from './session.ts';
import type { Place } from './value.ts';

/** Where a member of a class is defined. */
export type Member =
  | { readonly kind: 'project'; readonly owner: Place; readonly bindings: readonly Binding[] }
  | { readonly kind: 'library'; readonly name: string };

/** Classes above one that are followed. */
const MAX_ANCESTORS = 100;

const notAClass = Symbol('not a class of the library');

export class ClassTable {
  readonly #session: Session;
  readonly #known = new Map<Module, Map<NodeId, ProjectClass>>();
  readonly #libraryOrders = new Map<string, readonly string[]>();
  readonly #libraryClasses = new Map<string, ClassInfo | typeof notAClass>();
  readonly #running = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  at(place: Place): ProjectClass {
    const module = this.#session.moduleOf(place);
    let classes = this.#known.get(module);
    if (classes === undefined) this.#known.set(module, (classes = new Map()));
    const known = classes.get(place.node);
    if (known !== undefined) return known;
    const name = module.qualifiedName(place.node);
    const key = `${module.path} ${place.node}`;
    // class A(B), class B(A): such a program does not run
    if (this.#running.has(key)) return new ProjectClass(this.#session, name, place, [name], new Map(), false);
    this.#running.add(key);
    try {
      const made = this.#make(module, place, name);
      if (this.#running.size === 1 || made.complete) classes.set(place.node, made);
      return made;
    } finally {
      this.#running.delete(key);
    }
  }

  libraryClass(name: string): ClassInfo | undefined {
    const known = this.#libraryClasses.get(name);
    if (known !== undefined) return known === notAClass ? undefined : known;
    const info = this.#describe(name);
    this.#libraryClasses.set(name, info ?? notAClass);
    return info;
  }

  #describe(name: string): ClassInfo | undefined {
    const { library } = this.#session;
    if (!library.isClass(name)) return undefined;
    return {
      name,
      definition: undefined,
      ancestors: this.libraryOrder(name),
      complete: library.basesOf(name) !== undefined,
      member: () => undefined,
    };
  }

  libraryOrder(name: string): readonly string[] {
    const known = this.#libraryOrders.get(name);
    if (known !== undefined) return known;
    this.#libraryOrders.set(name, [name]);
    const bases = this.#session.library.basesOf(name) ?? [];
    const order = linearize(
      name,
      bases.map((base) => this.libraryOrder(base)),
      bases,
    );
    this.#libraryOrders.set(name, order);
    return order;
  }

  #make(module: Module, place: Place, name: string): ProjectClass {
    const { tree } = module;
    const orders: (readonly string[])[] = [];
    const bases: string[] = [];
    const definitions = new Map<string, Place>([[name, place]]);
    let complete = true;
    for (let base = ast.ClassDef.arguments(tree, place.node); base !== 0; base = tree.next(base)) {
      if (tree.kind(base) === Kind.Keyword) continue;
      const value = module.valueOf(base);
      let found = 0;
      for (const fact of value.facts) {
        if (fact.kind !== 'reference') continue;
        const definition = fact.definition;
        if (definition !== undefined && definition.module.tree.kind(definition.node) === Kind.ClassDef) {
          const info = this.at(definition);
          complete &&= info.complete;
          for (const [ancestor, at] of info.definitions) definitions.set(ancestor, at);
          orders.push(info.ancestors);
          bases.push(info.name);
        } else if (definition === undefined) {
          orders.push(this.libraryOrder(fact.name));
          bases.push(fact.name);
          complete &&= this.#session.library.basesOf(fact.name) !== undefined;
        } else continue;
        found++;
      }
      if (found === 0 || !value.complete) complete = false;
    }
    const order = linearize(name, orders, bases).slice(0, MAX_ANCESTORS);
    return new ProjectClass(this.#session, name, place, order, definitions, complete);
  }
}

export class ProjectClass implements ClassInfo {
  readonly name: string;
  readonly definition: Place;
  readonly ancestors: readonly string[];
  readonly complete: boolean;
  /** where the project defines it and its ancestors, by name */
  readonly definitions: ReadonlyMap<string, Place>;
  readonly #session: Session;

  constructor(
    session: Session,
    name: string,
    definition: Place,
    ancestors: readonly string[],
    definitions: ReadonlyMap<string, Place>,
    complete: boolean,
  ) {
    this.#session = session;
    this.name = name;
    this.definition = definition;
    this.ancestors = ancestors;
    this.definitions = definitions;
    this.complete = complete;
  }

  member(name: string): Place | undefined {
    const found = this.find(name);
    if (found?.kind !== 'project') return undefined;
    const last = found.bindings[found.bindings.length - 1];
    return last === undefined ? undefined : { module: found.owner.module, node: last.node };
  }

  /** The member as instances see it; `skip` leaves out the first classes of the order, for `super()`. */
  find(name: string, skip = 0): Member | undefined {
    const { library } = this.#session;
    let inherited: string | undefined;
    for (const ancestor of this.ancestors.slice(skip)) {
      const definition = this.definitions.get(ancestor);
      if (definition !== undefined) {
        const bindings = classBindings(this.#session.moduleOf(definition), definition.node, name);
        if (bindings.length > 0) return { kind: 'project', owner: definition, bindings };
        continue;
      }
      const full = library.memberOf(ancestor, name);
      if (full === undefined) continue;
      // What the library's class only inherits may be overridden by a class that comes later in the order.
      if (full === `${ancestor}.${name}`) return { kind: 'library', name: full };
      inherited ??= full;
    }
    return inherited === undefined ? undefined : { kind: 'library', name: inherited };
  }

  /** The nearest ancestor that is not the project's own. */
  get libraryBase(): string | undefined {
    return this.ancestors.find((ancestor) => !this.definitions.has(ancestor) && ancestor !== 'builtins.object');
  }
}

/** What a class body binds a name to when it has run. */
export function classBindings(module: Module, definition: NodeId, name: string): readonly Binding[] {
  const scope = module.scopes.scopeOpenedBy(definition);
  const all = scope?.bindings.get(name);
  if (scope === undefined || all === undefined) return [];
  const real = all.filter((binding) => binding.kind !== 'delete' && binding.kind !== 'declaration');
  if (real.length <= 1 && real.length === all.length) return real;
  // context: ssl.SSLContext   in a class body says what instances have, as in data classes
  if (real.length === 0) return all.filter((binding) => binding.kind === 'declaration');
  return module.boundAtEnd(scope, name) ?? real;
}

/** C3; where it fails (Python would raise), depth first without repetition. */
export function linearize(
  name: string,
  orders: readonly (readonly string[])[],
  bases: readonly string[],
): readonly string[] {
  const result = [name];
  const lists = [...orders.map((order) => [...order]), [...bases]].filter((list) => list.length > 0);
  while (lists.length > 0 && result.length < MAX_ANCESTORS) {
    const next = lists.map((list) => list[0] as string).find((head) => !lists.some((list) => list.indexOf(head) > 0));
    if (next === undefined) return [...new Set([name, ...orders.flat()])];
    if (next !== name) result.push(next);
    for (let index = lists.length - 1; index >= 0; index--) {
      const list = lists[index] as string[];
      if (list[0] === next) list.shift();
      if (list.length === 0) lists.splice(index, 1);
    }
  }
  return result;
}
