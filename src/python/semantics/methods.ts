// Methods of values that are spelled out in the code: strings, bytes, text with holes, lists, tuples, sets and dicts.

import type { NodeId } from '../syntax/index.ts';
import { attributeOf, classOfFact } from './attributes.ts';
import { argumentsOf, argumentValues } from './call-arguments.ts';
import { formatBraces } from './format.ts';
import { itemOfMapping, subscript } from './items.ts';
import type { Module } from './session.ts';
import { textFrom } from './text.ts';
import { callTextMethod, isList } from './text-methods.ts';
import type { Fact, Literal, MappingFact, SequenceFact, Value } from './value.ts';
import { computed, constant, incomplete, only, singleConstant, union, unknown } from './values.ts';

/** What a method call gives; undefined when the object is not spelled out. */
export function methodResult(module: Module, call: NodeId, fact: Fact, name: string): Value | undefined {
  switch (fact.kind) {
    case 'constant':
      if (typeof fact.value !== 'string' && !(fact.value instanceof Uint8Array))
        return numberMethod(module, call, fact, name);
      return textMethod(module, call, fact, fact.value, name);
    case 'text':
      if (name === 'format' && fact.type === 'str') return other(module, call, fact, name);
      return other(module, call, fact, name);
    case 'sequence':
      return sequenceMethod(module, call, fact, name);
    case 'mapping':
      return mappingMethod(module, call, fact, name);
    default:
      return undefined;
  }
}

/** A result that only has a name: `builtins.str.strip()`. */
function other(module: Module, call: NodeId, fact: Fact, name: string): Value {
  const className = classOfFact(fact) ?? 'builtins.object';
  return computed(`${className}.${name}()`, [only(fact), ...argumentValues(module, call)], module.place(call));
}

function numberMethod(module: Module, call: NodeId, fact: Fact, name: string): Value | undefined {
  return classOfFact(fact) === undefined ? undefined : other(module, call, fact, name);
}

function textMethod(module: Module, call: NodeId, fact: Fact, text: string | Uint8Array, name: string): Value {
  const place = module.place(call);
  const { positional, named, starred } = argumentsOf(module.tree, call);
  if (name === 'format' && typeof text === 'string') return formatCall(module, call, fact, text);
  if (name === 'join' && positional.length === 1 && starred.length === 0) {
    return join(module, call, fact, text, module.valueOf(positional[0] as NodeId));
  }
  if (starred.length > 0 || named.size > 0) return other(module, call, fact, name);
  const given: Literal[] = [];
  for (const argument of positional) {
    const known = singleConstant(module.valueOf(argument));
    if (known === undefined) return other(module, call, fact, name);
    given.push(known.value);
  }
  const folded = callTextMethod(text, name, given);
  if (folded === undefined) return other(module, call, fact, name);
  if (isList(folded)) {
    const items = folded.list.map((item) => constant(item, place));
    return only({ kind: 'sequence', type: folded.type, items, complete: true, at: place });
  }
  return constant(folded, place);
}

function formatCall(module: Module, call: NodeId, fact: Fact, template: string): Value {
  const { positional, named, starred } = argumentsOf(module.tree, call);
  const expanded = starred
    .map((node) => module.valueOf(node))
    .map((value) => (value.complete && value.facts.length === 1 ? value.facts[0] : undefined));
  const parts = formatBraces(
    template,
    {
      positional: (index) =>
        positional[index] === undefined ? undefined : module.valueOf(positional[index] as NodeId),
      named: (name) => {
        const node = named.get(name);
        if (node !== undefined) return module.valueOf(node);
        for (const each of expanded) {
          const key = constant(name, module.place(call));
          const value = each?.kind === 'mapping' ? itemOfMapping(each, key) : undefined;
          if (value !== undefined) return value;
        }
        return undefined;
      },
    },
    (value, path) => followField(module, call, value, path),
  );
  return parts === undefined ? other(module, call, fact, 'format') : textFrom(parts, 'str', module.place(call));
}

/** `{0.name}` and `{0[key]}` */
function followField(module: Module, call: NodeId, value: Value, path: string): Value {
  let result = value;
  for (const step of path.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    const [, attribute, key] = step;
    if (attribute !== undefined) result = attributeOf(module, call, result, attribute);
    else {
      const index = /^\d+$/.test(key ?? '') ? BigInt(key ?? '') : (key ?? '');
      result = subscript(module, call, result, constant(index, module.place(call)));
    }
  }
  return result;
}

function join(module: Module, call: NodeId, fact: Fact, separator: string | Uint8Array, value: Value): Value {
  const list = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  const type = typeof separator === 'string' ? 'str' : 'bytes';
  if (list?.kind !== 'sequence' || !list.complete || list.type === 'set' || list.type === 'frozenset') {
    const alone = singleConstant(value)?.value;
    // ", ".join("abc")
    if (typeof alone === 'string' && typeof separator === 'string') {
      return constant([...alone].join(separator), module.place(call));
    }
    return other(module, call, fact, 'join');
  }
  const between = constant(separator, module.place(call));
  const parts = list.items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
  return textFrom(parts, type, module.place(call));
}

function sequenceMethod(module: Module, call: NodeId, fact: SequenceFact, name: string): Value {
  if (name === 'copy') return only(fact);
  if (name === 'index' || name === 'count') return other(module, call, fact, name);
  if (name === 'pop' && fact.items.length > 0) {
    const all = union(fact.items);
    return fact.complete ? all : incomplete(all, 'an item that is not known');
  }
  return other(module, call, fact, name);
}

function mappingMethod(module: Module, call: NodeId, fact: MappingFact, name: string): Value {
  const place = module.place(call);
  const { positional, named } = argumentsOf(module.tree, call);
  const sequence = (items: readonly Value[]): Value =>
    only({ kind: 'sequence', type: 'list', items, complete: fact.complete, at: place });
  switch (name) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const key = positional[0];
      if (key === undefined) return other(module, call, fact, name);
      const index = module.valueOf(key);
      const found = itemOfMapping(fact, index);
      const isCertain = singleConstant(index) && found?.complete;
      if (isCertain) return found;
      const fallback = positional[1] ?? named.get('default');
      const otherwise = fallback === undefined ? constant(null, place) : module.valueOf(fallback);
      if (found === undefined) return otherwise;
      return found.facts.length === 0 && !found.complete
        ? unknown('an entry that is not known')
        : union([found, otherwise]);
    }
    case 'copy':
      return only(fact);
    case 'keys':
      return sequence(fact.entries.map((entry) => entry.key));
    case 'values':
      return sequence(fact.entries.map((entry) => entry.value));
    case 'items':
      return sequence(
        fact.entries.map((entry) =>
          only({ kind: 'sequence', type: 'tuple', items: [entry.key, entry.value], complete: true, at: place }),
        ),
      );
    default:
      return other(module, call, fact, name);
  }
}
