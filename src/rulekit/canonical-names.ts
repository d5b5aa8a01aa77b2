// Names as rules write them, and the names that expressions stand for, brought together: twins are one name, a method
// is named by the class that defines it, and what a library's call gives is named by its class.

import type { Concept, Library } from '../models/index.ts';
import type { Fact, ModuleSemantics, Project, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import type { Session } from './session.ts';

/** Deepest chain of calls and attributes in a name that is followed: `a().b().c()…`. */
const deepestChain = 8;

/** `flask.request.args` of `flask.request.args`; what it names, before any call or item of it. */
export function lastComponent(name: string): string {
  let end = name.length;
  while (name.endsWith('()', end) || name.endsWith('[]', end)) end -= 2;
  return name.slice(name.lastIndexOf('.', end - 1) + 1, end);
}

/** Replaces what a library's call gives by its class: `requests.get().json` → `requests.Response.json`. */
export function canonicalName(library: Library, name: string): string {
  let current = library.canonicalName(name);
  for (let step = 0; step < deepestChain; step++) {
    const at = current.indexOf('().');
    if (at < 0) break;
    const callable = current.slice(0, at);
    const className = library.isClass(callable) ? callable : library.typeOf(callable);
    if (className === undefined) break;
    current = library.canonicalName(className + current.slice(at + 2));
  }
  return current;
}

/** Names as rules list them, canonical, concepts opened: `pickle.loads`, `concept:deserialize`. */
export function namesListed(library: Library, listed: readonly string[]): readonly string[] {
  return listed
    .flatMap((name) =>
      name.startsWith('concept:') ? library.namesOf(name.slice('concept:'.length) as Concept) : [name],
    )
    .map((name) => canonicalName(library, name));
}

/** Canonical names of the classes that a fact allows. */
export function classesOfFact(session: Session, fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'instance':
      return [fact.className];
    case 'constant': {
      const { value } = fact;
      if (value === null) return ['builtins.NoneType'];
      if (typeof value === 'object') return [value instanceof Uint8Array ? 'builtins.bytes' : 'builtins.ellipsis'];
      const names = { string: 'str', bigint: 'int', number: 'float', boolean: 'bool' } as const;
      return [`builtins.${names[typeof value as keyof typeof names]}`];
    }
    case 'text':
      return [`builtins.${fact.type}`];
    case 'sequence':
      return [`builtins.${fact.type}`];
    case 'mapping':
      return ['builtins.dict'];
    case 'computed':
      return classOfPath(session.library, fact.by);
    case 'reference': {
      const type = session.library.typeOf(fact.name);
      return type === undefined || session.library.isClass(fact.name) ? [] : [type];
    }
    case 'parameter':
      return fact.annotation === undefined ? [] : [fact.annotation];
  }
}

function classOfPath(library: Library, by: string): readonly string[] {
  const path = canonicalName(library, by);
  if (path.endsWith('[]')) {
    // flask.request.args["q"]
    const item = library.itemTypeOf(withoutCall(path.slice(0, -2)));
    return item === undefined ? [] : [item];
  }
  const name = path.endsWith('()') ? path.slice(0, -2) : path;
  const className = path.endsWith('()') && library.isClass(name) ? name : library.typeOf(name);
  return className === undefined ? [] : [className];
}

/**
 * Every name that `name` may be asked for by: itself; for a method, the same method of the class's ancestors up to a
 * class of the project that defines it anew; for a class, its ancestors up to one that has an `__init__` of its own.
 */
export function namesToAskBy(session: Session, name: string): readonly string[] {
  const known = session.memory.ancestorsByName.get(name);
  if (known !== undefined) return known;
  const canonical = canonicalName(session.library, name);
  const names = [canonical];
  const asClass = session.project.classNamed(canonical);
  if (asClass !== undefined) {
    if (asClass.definition === undefined || asClass.member('__init__') === undefined) names.push(...asClass.ancestors);
  } else {
    const dot = canonical.lastIndexOf('.');
    const owner = dot > 0 ? canonical.slice(0, dot) : undefined;
    const member = canonical.slice(dot + 1);
    const holder = owner === undefined ? undefined : session.project.classNamed(owner);
    if (holder !== undefined && (holder.definition === undefined || holder.member(member) === undefined)) {
      for (const ancestor of holder.ancestors) names.push(`${ancestor}.${member}`);
    }
  }
  const unique = [...new Set(names)];
  session.memory.ancestorsByName.set(name, unique);
  return unique;
}

/** The name behind calls and items: `socket.socket.recv` of `socket.socket.recv()`. */
export function withoutCall(path: string): string {
  let end = path.length;
  while (path.endsWith('()', end) || path.endsWith('[]', end)) end -= 2;
  return path.slice(0, end);
}

export interface Callee {
  /** canonical names of what it can be, not yet widened by ancestors */
  readonly names: readonly string[];
  /** other spellings, by the way that it is reached: `sys.path.insert` for a list's `insert` */
  readonly paths: readonly string[];
  readonly complete: boolean;
}

/** The names that a callee, or any other expression, stands for, methods of known receivers included. */
export function resolveNames(session: Session, module: ModuleSemantics, expression: NodeId): Callee {
  const direct = module.namesOf(expression);
  const names = new Set(direct.names.map((name) => canonicalName(session.library, name)));
  const paths = new Set<string>();
  let { complete } = direct;
  if (module.tree.kind(expression) === Kind.Attribute) {
    const receiver = ast.Attribute.value(module.tree, expression);
    const member = module.tree.names.text(ast.Attribute.name(module.tree, expression));
    for (const owner of module.namesOf(receiver).names) {
      paths.add(canonicalName(session.library, `${owner}.${member}`));
    }
    if (!complete || names.size === 0) {
      const value = module.valueOf(receiver);
      const hadNone = names.size === 0;
      let isKnown = value.complete && value.facts.length > 0;
      for (const fact of value.facts) {
        const classes = classesOfFact(session, fact);
        if (classes.length === 0) isKnown = false;
        for (const className of classes) names.add(canonicalName(session.library, `${className}.${member}`));
      }
      if (hadNone && isKnown) complete = true;
      // The receiver is the result of this call, whichever of the classes that the call can give it has.
      if (names.size > 0 && isOnlyItsClassUnknown(value)) complete = true;
    }
  }
  return {
    names: [...names].sort(),
    paths: [...paths].filter((path) => !names.has(path)).sort(),
    complete: complete && names.size > 0,
  };
}

/** The names of `wanted` that an expression's names fit. */
export function matchNames(
  session: Session,
  callee: Callee,
  wanted: ReadonlySet<string>,
): { readonly matched: readonly string[]; readonly isUncertain: boolean } {
  const matched: string[] = [];
  let isUncertain = !callee.complete;
  for (const name of callee.names) {
    const hit = namesToAskBy(session, name).find((each) => wanted.has(each));
    if (hit === undefined) isUncertain = true;
    else if (!matched.includes(hit)) matched.push(hit);
  }
  if (matched.length > 0) return { matched, isUncertain };
  const byPath = callee.paths.filter((path) => wanted.has(path));
  return { matched: byPath, isUncertain: byPath.length !== 1 || callee.paths.length !== 1 };
}

/** `open(path, mode)`: it is certain which call made the value, though not which of its overloads. */
export function isOnlyItsClassUnknown(value: Value): boolean {
  return !value.complete && value.facts.length > 0 && value.why === 'what it gives depends on its arguments';
}

/** Whether a class is one of `ancestors` or inherits from one; undefined when an unknown base leaves it open. */
export function isSubclassOfAny(
  project: Project,
  className: string,
  ancestors: readonly string[],
): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const ancestor of ancestors) {
    if (className === ancestor) return true;
    const each = project.isSubclass(className, ancestor);
    if (each === true) return true;
    if (each === undefined) answer = undefined;
  }
  return answer;
}
