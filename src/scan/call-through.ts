// Calls that somebody else makes: `map(f, xs)`, `executor.submit(f, x)`, `Thread(target=f, args=(x,))`. The function
// is handed over by name; what it will be called with is read from the call that hands it over, as far as it can be.

import type { ModuleSemantics, Value } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { type Argument, type ArgumentList, readArguments } from '../rulekit/index.ts';

interface Handing {
  /** position and keyword of the function */
  readonly at: number;
  readonly keyword?: string;
  /**
   * How its arguments are given: `rest`, those behind it; `each`, the elements of those behind it; `packed`, a tuple at
   * `packedAt` or under `args`; `unknown`.
   */
  readonly passes: 'rest' | 'each' | 'first-each' | 'packed' | 'unknown';
  readonly packedAt?: number;
}

const handings: Readonly<Record<string, Handing>> = {
  map: { at: 0, passes: 'each' },
  filter: { at: 0, passes: 'each' },
  imap: { at: 0, passes: 'first-each' },
  imap_unordered: { at: 0, passes: 'first-each' },
  map_async: { at: 0, passes: 'first-each' },
  starmap: { at: 0, passes: 'unknown' },
  starmap_async: { at: 0, passes: 'unknown' },
  submit: { at: 0, passes: 'rest' },
  to_thread: { at: 0, keyword: 'func', passes: 'rest' },
  run_sync: { at: 0, passes: 'rest' },
  run_in_executor: { at: 1, keyword: 'func', passes: 'rest' },
  call_soon: { at: 0, keyword: 'callback', passes: 'rest' },
  call_soon_threadsafe: { at: 0, keyword: 'callback', passes: 'rest' },
  call_later: { at: 1, keyword: 'callback', passes: 'rest' },
  call_at: { at: 1, keyword: 'callback', passes: 'rest' },
  apply: { at: 0, keyword: 'func', passes: 'packed', packedAt: 1 },
  apply_async: { at: 0, keyword: 'func', passes: 'packed', packedAt: 1 },
  Thread: { at: 1, keyword: 'target', passes: 'packed', packedAt: 3 },
  Process: { at: 1, keyword: 'target', passes: 'packed', packedAt: 3 },
  Timer: { at: 1, keyword: 'function', passes: 'packed', packedAt: 2 },
};

export interface CallThrough {
  /** the Call that hands the function over */
  readonly call: NodeId;
  readonly arguments: ArgumentList;
}

/** The call that a mention is handed over in, with the arguments that it will get. */
export function callThrough(module: ModuleSemantics, mention: NodeId): CallThrough | undefined {
  const { tree } = module;
  let call = tree.parent(mention);
  let keyword: string | undefined;
  if (tree.kind(call) === Kind.Keyword) {
    keyword = tree.names.text(ast.Keyword.name(tree, call));
    call = tree.parent(call);
  }
  if (tree.kind(call) !== Kind.Call) return undefined;
  const name = tree.names.text(ast.Call.calleeName(tree, call));
  const handing = Object.hasOwn(handings, name) ? handings[name] : undefined;
  if (handing === undefined) return undefined;
  const list = readArguments(module, call);
  const isFunction =
    keyword === undefined ? list.positional[handing.at]?.place.node === mention : keyword === handing.keyword;
  if (!isFunction) return undefined;
  return { call, arguments: argumentsOf(module, handing, list) };
}

function argumentsOf(module: ModuleSemantics, handing: Handing, list: ArgumentList): ArgumentList {
  const behind = list.positional.slice(handing.at + 1);
  const none = {
    positional: [],
    behindStar: [],
    keywords: new Map<string, Argument>(),
    hasStar: false,
    hasDoubleStar: false,
  };
  switch (handing.passes) {
    case 'rest':
      return { ...list, positional: behind };
    case 'each':
      return { ...none, positional: behind.map((argument) => elementOf(argument)), hasStar: list.hasStar };
    case 'first-each':
      return { ...none, positional: behind.slice(0, 1).map((argument) => elementOf(argument)) };
    case 'packed':
      return packed(module, handing, list) ?? { ...none, hasStar: true, hasDoubleStar: true };
    case 'unknown':
      return { ...none, hasStar: true };
  }
}

/** Any element of an iterable: one of its items when they are known, something made of it otherwise. */
function elementOf({ place, value }: Argument): Argument {
  const whole = value ?? place.module.valueOf(place.node);
  const fact = whole.complete && whole.facts.length === 1 ? whole.facts[0] : undefined;
  if (fact?.kind === 'sequence' && fact.complete) {
    const element: Value = {
      facts: fact.items.flatMap((item) => item.facts),
      complete: fact.items.every((item) => item.complete),
    };
    return { place, value: element };
  }
  return { place, value: { facts: [{ kind: 'computed', by: '[]', from: [whole], at: place }], complete: true } };
}

// Thread(target=f, args=(x,), kwargs={"k": 1})
function packed(module: ModuleSemantics, handing: Handing, list: ArgumentList): ArgumentList | undefined {
  const given = list.keywords.get('args') ?? list.positional[handing.packedAt ?? 1];
  const named =
    list.keywords.get('kwargs') ?? list.keywords.get('kwds') ?? list.positional[(handing.packedAt ?? 1) + 1];
  const keywords = new Map<string, Argument>();
  let hasDoubleStar = false;
  if (named !== undefined) {
    const fact = (named.value ?? module.valueOf(named.place.node)).facts[0];
    if (fact?.kind !== 'mapping' || !fact.complete) hasDoubleStar = true;
    else {
      for (const { key, value } of fact.entries) {
        const name = key.facts[0];
        if (name?.kind === 'constant' && typeof name.value === 'string') {
          keywords.set(name.value, { place: named.place, value });
        } else hasDoubleStar = true;
      }
    }
  }
  if (given === undefined) return { positional: [], behindStar: [], keywords, hasStar: false, hasDoubleStar };
  const value = given.value ?? module.valueOf(given.place.node);
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence' || !fact.complete) return undefined;
  const positional = fact.items.map((item) => ({ place: given.place, value: item }));
  return { positional, behindStar: [], keywords, hasStar: false, hasDoubleStar };
}
