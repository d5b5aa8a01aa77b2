// What a call passes: positions, keywords, and what may hide in `*args` and `**kwargs`. Stars over literals are
// opened, arguments bound by `functools.partial` are put in front, and what cannot be seen is said to be unknown,
// never absent.

import type { ModuleSemantics, Place, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';

/** An argument: an expression, or a value that has none of its own and the place to point at for it. */
export interface Argument {
  readonly place: Place;
  readonly value: Value | undefined;
}

export interface ArgumentList {
  /** arguments whose position is certain */
  readonly positional: readonly Argument[];
  /** positional arguments behind a star that could not be opened */
  readonly behindStar: readonly Argument[];
  readonly keywords: ReadonlyMap<string, Argument>;
  readonly hasStar: boolean;
  readonly hasDoubleStar: boolean;
  /** keywords that are passed in some cases and not in others */
  readonly perhaps?: ReadonlySet<string>;
}

interface Draft {
  readonly positional: Argument[];
  readonly behindStar: Argument[];
  readonly keywords: Map<string, Argument>;
  hasStar: boolean;
  hasDoubleStar: boolean;
  readonly perhaps: Set<string>;
}

/** The arguments of a Call, those from the `skip`-th on. */
export function readArguments(module: ModuleSemantics, call: NodeId, skip = 0): ArgumentList {
  const { tree } = module;
  const draft: Draft = {
    positional: [],
    behindStar: [],
    keywords: new Map(),
    hasStar: false,
    hasDoubleStar: false,
    perhaps: new Set(),
  };
  for (let node = ast.Call.arguments(tree, call); node !== 0; node = tree.next(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.Keyword) {
      const value = ast.Keyword.value(tree, node);
      const name = ast.Keyword.name(tree, node);
      if (name === 0) openDoubleStar(draft, module, value);
      else draft.keywords.set(tree.names.text(name), { place: { module, node: value }, value: undefined });
    } else if (kind === Kind.Starred) {
      openStar(draft, module, ast.Starred.value(tree, node));
    } else {
      addPositional(draft, { place: { module, node }, value: undefined });
    }
  }
  if (skip > 0) draft.positional.splice(0, skip);
  return draft;
}

function addPositional(draft: Draft, argument: Argument): void {
  (draft.hasStar ? draft.behindStar : draft.positional).push(argument);
}

// f(*("a", "b")), or args = ["a"]; f(*args)
function openStar(draft: Draft, module: ModuleSemantics, node: NodeId): void {
  const value = module.valueOf(node);
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind === 'sequence' && fact.complete && (fact.type === 'tuple' || fact.type === 'list')) {
    for (const item of fact.items) addPositional(draft, { place: { module, node }, value: item });
  } else {
    draft.hasStar = true;
  }
}

// f(**{"shell": True}), or options = dict(shell=True); f(**options)
function openDoubleStar(draft: Draft, module: ModuleSemantics, node: NodeId): void {
  const value = module.valueOf(node);
  if (value.facts.length > 1) {
    openAlternatives(draft, value);
    return;
  }
  const fact = value.facts[0];
  if (fact?.kind !== 'mapping') {
    draft.hasDoubleStar = true;
    return;
  }
  if (!fact.complete || !value.complete) draft.hasDoubleStar = true;
  for (const entry of fact.entries) {
    const key = keyOf(entry);
    if (key === undefined) draft.hasDoubleStar = true;
    else draft.keywords.set(key, { place: { module, node }, value: entry.value });
  }
}

// options = {"host": host}
// if port: options["port"] = port
function openAlternatives(draft: Draft, { facts, complete }: Value): void {
  if (!complete) draft.hasDoubleStar = true;
  for (const fact of facts) {
    if (fact.kind !== 'mapping' || !fact.complete) draft.hasDoubleStar = true;
    for (const entry of fact.kind === 'mapping' ? fact.entries : []) {
      const key = keyOf(entry);
      if (key === undefined) draft.hasDoubleStar = true;
      else draft.perhaps.add(key);
    }
  }
}

function keyOf({ key }: { readonly key: Value }): string | undefined {
  const fact = key.complete && key.facts.length === 1 ? key.facts[0] : undefined;
  return fact?.kind === 'constant' && typeof fact.value === 'string' ? fact.value : undefined;
}

/** Arguments that were given elsewhere, pointed at where they take effect. */
export function seenFrom(list: ArgumentList, place: Place): ArgumentList {
  const move = ({ place: at, value }: Argument): Argument => ({ place, value: value ?? at.module.valueOf(at.node) });
  return {
    ...list,
    positional: list.positional.map(move),
    behindStar: list.behindStar.map(move),
    keywords: new Map([...list.keywords].map(([name, argument]) => [name, move(argument)])),
  };
}

/** `functools.partial(f, a, k=1)(b)` passes `a, b` and `k`; later keywords win. */
export function bindBefore(bound: ArgumentList, call: ArgumentList): ArgumentList {
  return {
    positional: bound.hasStar ? bound.positional : [...bound.positional, ...call.positional],
    behindStar: bound.hasStar ? [...bound.behindStar, ...call.positional, ...call.behindStar] : call.behindStar,
    keywords: new Map([...bound.keywords, ...call.keywords]),
    hasStar: bound.hasStar || call.hasStar,
    hasDoubleStar: bound.hasDoubleStar || call.hasDoubleStar,
    perhaps: new Set([...(bound.perhaps ?? []), ...(call.perhaps ?? [])]),
  };
}

/** The same arguments without the first positional one: the object of a method that is called on its class. */
export function withoutFirst(list: ArgumentList): ArgumentList {
  return { ...list, positional: list.positional.slice(1) };
}

/** Looks an argument up by the name and position that its parameter has; either may be unknown. */
export function findArgument(
  list: ArgumentList,
  name: string | undefined,
  position: number | undefined,
): Argument | 'absent' | 'unknown' {
  const keyword = name === undefined ? undefined : list.keywords.get(name);
  if (keyword !== undefined) return keyword;
  const positional = position === undefined ? undefined : list.positional[position];
  if (positional !== undefined) return positional;
  if (list.hasStar && position !== undefined) return 'unknown';
  if (name !== undefined && (list.hasDoubleStar || list.perhaps?.has(name))) return 'unknown';
  return 'absent';
}
