// The result of a function that was run once with any arguments, for a call with some: its parameters are replaced by
// what the call hands over.

import {
  computed,
  type Fact,
  incomplete,
  only,
  outOfSteps,
  type Place,
  parametersOf,
  type ReferenceFact,
  textFrom,
  type Value,
} from '../semantics/index.ts';
import { ast, type NodeId, ParameterRole } from '../syntax/index.ts';
import { type Arguments, allArguments } from './calls.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';

/** Nesting of facts inside facts that parameters are replaced in. */
const MAX_NESTING = 10;
/** Facts that one replacement looks at. */
const MAX_FACTS_SEEN = 300;

interface Replacement {
  readonly byParameter: ReadonlyMap<NodeId, Value>;
  readonly entry: Frame;
  readonly done: Map<Value, Value>;
  left: number;
}

/** What a call gives, by the function's run on its own. */
export function summarised(
  caller: Frame,
  fact: ReferenceFact,
  definition: Place,
  given: Arguments,
  node: NodeId,
): Value {
  const { engine } = caller;
  const owner = engine.moduleOf(definition);
  const entry = engine.outline(owner, definition.node);
  const inputs = [...(fact.receiver === undefined ? [] : [fact.receiver]), ...allArguments(given)];
  const opaque = computed(`${fact.name}()`, inputs, caller.place(node));
  if (entry === undefined) return opaque;
  // It was too much: what it has given until then is not all.
  if (entry.wasCut) {
    const some = entry.returns.map(({ value }) => replacedIn(value, entry, fact, given));
    return incomplete(joinAll([opaque, ...some]), outOfSteps);
  }
  // It is being run further out.
  if (entry.returns.length === 0) return opaque;
  if (owner.exitsOf(definition.node).yields.length > 0) {
    const rest = entry.yields.length === 0 ? opaque : replacedIn(joinAll(entry.yields), entry, fact, given);
    return only({ kind: 'sequence', type: 'list', items: [], complete: false, rest, at: caller.place(node) });
  }
  const result = joinAll(entry.returns.map(({ value }) => value));
  if (result.facts.length === 0) return opaque;
  return replacedIn(result, entry, fact, given);
}

function replacedIn(value: Value, entry: Frame, fact: ReferenceFact, given: Arguments): Value {
  const { tree } = entry.module;
  const positional = fact.receiver === undefined ? given.positional : [fact.receiver, ...given.positional];
  const byParameter = new Map<NodeId, Value>();
  let position = 0;
  for (const parameter of parametersOf(tree, entry.definition)) {
    const role = ast.Parameter.role(tree, parameter);
    if (role === ParameterRole.variadic || role === ParameterRole.keywordVariadic) continue;
    const byPosition = role === ParameterRole.keywordOnly ? undefined : positional[position++];
    const name = tree.names.text(ast.Parameter.name(tree, parameter));
    const handed = byPosition ?? given.named.get(name) ?? given.rest ?? given.restNamed;
    if (handed !== undefined) byParameter.set(parameter, handed);
    else {
      const fallback = ast.Parameter.default(tree, parameter);
      if (fallback !== 0) byParameter.set(parameter, entry.module.valueOf(fallback));
    }
  }
  return replaced(value, { byParameter, entry, done: new Map(), left: MAX_FACTS_SEEN }, 0);
}

function replaced(value: Value, work: Replacement, nesting: number): Value {
  if (nesting > MAX_NESTING) return value;
  const known = work.done.get(value);
  if (known !== undefined) return known;
  let values: Value[] | undefined;
  for (let index = 0; index < value.facts.length; index++) {
    const fact = value.facts[index] as Fact;
    if (--work.left < 0) return value;
    const instead = replacementFor(fact, work, nesting);
    if (instead !== undefined) values ??= value.facts.slice(0, index).map(only);
    values?.push(instead ?? only(fact));
  }
  const result =
    values === undefined
      ? value
      : value.complete
        ? joinAll(values)
        : incomplete(joinAll(values), value.why ?? 'not all it can be is known');
  work.done.set(value, result);
  return result;
}

function replacementFor(fact: Fact, work: Replacement, nesting: number): Value | undefined {
  const all = (values: readonly Value[]): Value[] | undefined => {
    let changed: Value[] | undefined;
    values.forEach((each, index) => {
      const now = replaced(each, work, nesting + 1);
      if (now !== each) changed ??= values.slice(0, index);
      changed?.push(now);
    });
    return changed;
  };
  switch (fact.kind) {
    case 'parameter':
      return fact.at.module === work.entry.module ? work.byParameter.get(fact.at.node) : undefined;
    case 'instance': {
      const isSelf = fact.call === undefined && fact.at.module === work.entry.module;
      if (isSelf) return work.byParameter.get(fact.at.node);
      const from = fact.from === undefined ? undefined : all(fact.from);
      const text = fact.text === undefined ? undefined : replaced(fact.text, work, nesting + 1);
      if (from === undefined && text === fact.text) return undefined;
      return only({ ...fact, ...(from === undefined ? {} : { from }), ...(text === undefined ? {} : { text }) });
    }
    case 'computed': {
      const from = all(fact.from);
      return from === undefined ? undefined : only({ ...fact, from });
    }
    case 'sequence': {
      const items = all(fact.items);
      const rest = fact.rest === undefined ? undefined : replaced(fact.rest, work, nesting + 1);
      if (items === undefined && rest === fact.rest) return undefined;
      return only({ ...fact, items: items ?? fact.items, ...(rest === undefined ? {} : { rest }) });
    }
    case 'mapping': {
      let changed = false;
      const entries = fact.entries.map((entry) => {
        const value = replaced(entry.value, work, nesting + 1);
        changed ||= value !== entry.value;
        return { key: entry.key, value };
      });
      return changed ? only({ ...fact, entries }) : undefined;
    }
    case 'text': {
      let changed = false;
      const parts = fact.parts.map((part) => {
        if (typeof part === 'string') return part;
        const now = replaced(part, work, nesting + 1);
        changed ||= now !== part;
        return now;
      });
      return changed ? textFrom(parts, fact.type, fact.at) : undefined;
    }
    default:
      return undefined;
  }
}
