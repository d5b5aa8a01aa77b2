// What a value was made from and what it went through on the way.

import type { CleanedUse, Library } from '../models/index.ts';
import type { ComputedFact, Value } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { canonicalName, withoutCall } from './canonical-names.ts';
import { isPure } from './pure-names.ts';
import type { Session } from './session.ts';

/** Calls within a value that are followed. */
export const deepestInput = 8;

/** Whether a value, or something it was computed from, is the result of a call to one of the names. */
export function isMadeBy(session: Session, value: Value, names: ReadonlySet<string>, depth: number): boolean {
  if (depth === 0) return false;
  const any = (values: readonly Value[]) => values.some((each) => isMadeBy(session, each, names, depth - 1));
  return value.facts.some((fact) => {
    switch (fact.kind) {
      case 'computed':
        return names.has(withoutCall(canonicalName(session.library, fact.by))) || any(fact.from);
      case 'instance': {
        const maker = fact.by === undefined ? fact.className : withoutCall(canonicalName(session.library, fact.by));
        return names.has(maker) || any(fact.from ?? []);
      }
      case 'text':
        return any(fact.parts.filter((part) => typeof part !== 'string'));
      case 'sequence':
        return any(fact.rest === undefined ? fact.items : [...fact.items, fact.rest]);
      case 'constant':
        return any((fact.conditions ?? []).map(({ subject }) => ({ facts: [subject], complete: true })));
      default:
        return false;
    }
  });
}

// request.args.get("page", type=int)
function convertsByArgument(library: Library, { by, at: { module, node } }: ComputedFact, use: CleanedUse): boolean {
  const { tree } = module;
  if (!/\.get(list)?\([^)]*\)$/.test(by) || tree.kind(node) !== Kind.Call) return false;
  for (let each = ast.Call.arguments(tree, node); each !== 0; each = tree.next(each)) {
    if (tree.kind(each) !== Kind.Keyword || tree.names.text(ast.Keyword.name(tree, each)) !== 'type') continue;
    const { names, complete } = module.namesOf(ast.Keyword.value(tree, each));
    return complete && names.length > 0 && names.every((converter) => library.cleansOf(converter).includes(use));
  }
  return false;
}

/** Whether everything in a value that is not constant went through a cleaner for a kind of use. */
export function isCleaned(library: Library, value: Value, use: CleanedUse, depth: number): boolean {
  if (depth === 0 || !value.complete || value.facts.length === 0) return false;
  const all = (values: readonly Value[]) => values.every((each) => isCleaned(library, each, use, depth - 1));
  return value.facts.every((fact) => {
    switch (fact.kind) {
      case 'constant':
        // What a test has left of a value from elsewhere went through no cleaner.
        return fact.conditions === undefined;
      case 'text':
        return all(fact.parts.filter((part) => typeof part !== 'string'));
      case 'sequence':
        return fact.rest === undefined ? fact.complete && all(fact.items) : all([...fact.items, fact.rest]);
      case 'computed': {
        const path = canonicalName(library, fact.by);
        const name = withoutCall(path);
        if (library.cleansOf(name).includes(use) || convertsByArgument(library, fact, use)) return true;
        // What comes from elsewhere is not clean because it was asked for with a constant: request.args.get("name")
        if (library.sourceOf(path) !== undefined || library.sourceOf(name) !== undefined) return false;
        return fact.from.length > 0 && (path.endsWith('[]') || isPure(library, name)) && all(fact.from);
      }
      case 'instance': {
        // uuid.UUID(name): whatever is made of it later was checked when it was made
        const maker = fact.by === undefined ? fact.className : withoutCall(canonicalName(library, fact.by));
        return library.cleansOf(maker).includes(use);
      }
      default:
        return false;
    }
  });
}

/** Why a value, or something it was computed from, is not all known: the first reason on the way back. */
export function whyLost(value: Value, depth: number): string | undefined {
  if (!value.complete) return value.why ?? 'not all it can be is known';
  if (depth === 0) return undefined;
  for (const fact of value.facts) {
    const inputs = fact.kind === 'computed' || fact.kind === 'instance' ? (fact.from ?? []) : [];
    for (const input of inputs) {
      const why = whyLost(input, depth - 1);
      if (why !== undefined) return why;
    }
  }
  return undefined;
}
