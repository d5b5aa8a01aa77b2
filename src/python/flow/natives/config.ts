// `configparser`: options by section and name, in dicts in a dict. What is read from files is left to the models.

import {
  constant,
  type Fact,
  type MappingFact,
  only,
  singleConstant,
  stringOf,
  type Value,
} from '../../semantics/index.ts';
import { joinAll } from '../join.ts';
import { anyEntry, entryFor, withEntry } from '../mappings.ts';
import { allocate, current, update } from '../values.ts';
import { argumentOf, keeper, keepIn, listOf, none, slotOf } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

const sectionsSlot = '(sections)';

function emptyMapping(call: NativeCall, className?: string): Value {
  const at = call.frame.place(call.node);
  const fact: MappingFact = { kind: 'mapping', entries: [], complete: true, at };
  return allocate(call.frame, call.state, call.node, className === undefined ? fact : { ...fact, className });
}

const sectionClass = 'configparser.SectionProxy';

function mappingIn(value: Value | undefined, call: NativeCall): MappingFact | undefined {
  const now = value === undefined ? undefined : current(value, call.state);
  const fact: Fact | undefined = now?.facts.length === 1 ? now.facts[0] : undefined;
  return fact?.kind === 'mapping' ? fact : undefined;
}

/** The dict of one section; made when it is not there yet. */
function sectionOf(call: NativeCall, parser: Value, name: Value): Value | undefined {
  const sections = slotOf(call.state, parser, sectionsSlot);
  const fact = mappingIn(sections, call);
  if (sections === undefined || fact === undefined) return undefined;
  const { value, isCertain } = entryFor(fact, name);
  if (isCertain) return value;
  const made = emptyMapping(call, sectionClass);
  update(call.state, sections, (each) => (each.kind === 'mapping' ? withEntry(each, name, made) : each));
  return value === undefined ? made : joinAll([value, made]);
}

/** Options are written in any case. */
function optionName(key: Value): Value {
  const known = singleConstant(key);
  return typeof known?.value === 'string' ? constant(known.value.toLowerCase(), known.at) : key;
}

function store(call: NativeCall, parser: Value, section: Value, option: Value, value: Value): void {
  const dictionary = sectionOf(call, parser, section);
  if (dictionary === undefined) return;
  update(call.state, dictionary, (each) =>
    each.kind === 'mapping' ? withEntry(each, optionName(option), value) : each,
  );
}

const set: Native = (call) => {
  const [section, option] = call.given.positional;
  const value = argumentOf(call, 'value', 2);
  if (call.receiver === undefined || section === undefined || option === undefined || value === undefined)
    return undefined;
  if (slotOf(call.state, call.receiver, sectionsSlot) === undefined) return undefined;
  store(call, call.receiver, section, option, value);
  return none(call);
};

/** Whether files were read too, of which nothing is known. */
function isOpen(call: NativeCall, parser: Value): boolean {
  return slotOf(call.state, parser, '(open)') !== undefined;
}

const get: Native = (call) => {
  const { receiver } = call;
  const [section, option] = call.given.positional;
  if (receiver === undefined || section === undefined || option === undefined) return undefined;
  const sections = mappingIn(slotOf(call.state, receiver, sectionsSlot), call);
  if (sections === undefined) return undefined;
  const found = lookUp(call, sections, section, optionName(option));
  const fallback = call.given.named.get('fallback');
  if (found.isCertain || isOpen(call, receiver)) return found.isCertain ? found.value : undefined;
  const all = [found.value, fallback].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : joinAll(all);
};

function lookUp(call: NativeCall, sections: MappingFact, section: Value, option: Value) {
  const values: Value[] = [];
  let isCertain = false;
  const names = [section, constant('DEFAULT', call.frame.place(call.node))];
  for (const name of names) {
    const place = entryFor(sections, name);
    const fact = mappingIn(place.value, call);
    if (fact === undefined) continue;
    const found = entryFor(fact, option);
    if (found.value !== undefined) values.push(expanded(call, found.value, fact));
    isCertain = found.isCertain && place.isCertain;
    if (isCertain) break;
  }
  return { value: values.length === 0 ? undefined : joinAll(values), isCertain };
}

/** `%(root)s/www` stands for other options too. */
function expanded(call: NativeCall, value: Value, section: MappingFact): Value {
  const text = stringOf(value);
  const isPlain = text === undefined ? value.facts.every((fact) => fact.kind !== 'text') : !/[%$]/.test(text);
  if (isPlain || call.receiver === undefined || slotOf(call.state, call.receiver, '(raw)') !== undefined) return value;
  const others = joinAll([value, anyEntry(section)]);
  return only({
    kind: 'computed',
    by: 'configparser.RawConfigParser.get()',
    from: [others],
    at: call.frame.place(call.node),
  });
}

const readDictionary: Native = (call) => {
  const [given] = call.given.positional;
  if (call.receiver === undefined || given === undefined) return undefined;
  const outer = mappingIn(given, call);
  if (outer?.complete !== true) keepIn(call.state, call.receiver, '(open)', none(call));
  for (const { key, value } of outer?.entries ?? []) {
    const inner = mappingIn(value, call);
    if (inner?.complete !== true) keepIn(call.state, call.receiver, '(open)', none(call));
    for (const entry of inner?.entries ?? []) store(call, call.receiver, key, entry.key, entry.value);
  }
  return outer === undefined ? undefined : none(call);
};

/** Lines of a constant that are read. */
const MAX_LINES = 200;

const readText: Native = (call) => {
  const [given] = call.given.positional;
  const text = given === undefined ? undefined : stringOf(current(given, call.state));
  if (call.receiver === undefined) return undefined;
  const lines = text?.split('\n') ?? [];
  if (text === undefined || lines.length > MAX_LINES) {
    keepIn(call.state, call.receiver, '(open)', none(call));
    return undefined;
  }
  const at = call.frame.place(call.node);
  let section: Value | undefined;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
      section = constant(trimmed.slice(1, -1), at);
      sectionOf(call, call.receiver, section);
      continue;
    }
    const split = trimmed.search(/[=:]/);
    if (/^\s/.test(line) || split < 0) keepIn(call.state, call.receiver, '(open)', none(call));
    else if (section !== undefined) {
      const name = constant(trimmed.slice(0, split).trim(), at);
      store(call, call.receiver, section, name, constant(trimmed.slice(split + 1).trim(), at));
    }
  }
  return none(call);
};

const readElsewhere: Native = (call) => {
  if (call.receiver !== undefined) keepIn(call.state, call.receiver, '(open)', none(call));
  return undefined;
};

const section: Native = (call) => {
  const [name] = call.given.positional;
  if (call.receiver === undefined || name === undefined || isOpen(call, call.receiver)) return undefined;
  return sectionOf(call, call.receiver, name);
};

const setSection: Native = (call) => {
  const [name, given] = call.given.positional;
  const options = mappingIn(given, call);
  if (call.receiver === undefined || name === undefined || options === undefined) return undefined;
  for (const { key, value } of options.entries) store(call, call.receiver, name, key, value);
  return none(call);
};

const addSection: Native = (call) => {
  const [name] = call.given.positional;
  if (call.receiver === undefined || name === undefined) return undefined;
  return sectionOf(call, call.receiver, name) === undefined ? undefined : none(call);
};

const names: Native = (call) => {
  if (call.receiver === undefined || isOpen(call, call.receiver)) return undefined;
  const sections = mappingIn(slotOf(call.state, call.receiver, sectionsSlot), call);
  if (sections?.complete !== true) return undefined;
  return listOf(
    call,
    sections.entries.map(({ key }) => key),
  );
};

const parser = (className: string): NativeTable => ({
  ...keeper(className, (call, self) => {
    keepIn(call.state, self, sectionsSlot, emptyMapping(call));
    const interpolation = call.given.named.get('interpolation');
    const isRaw = className.endsWith('RawConfigParser') || (interpolation !== undefined && isNone(interpolation));
    if (isRaw) keepIn(call.state, self, '(raw)', none(call));
    const defaults = mappingIn(argumentOf(call, 'defaults', 0), call);
    const name = constant('DEFAULT', call.frame.place(call.node));
    for (const { key, value } of defaults?.entries ?? []) store(call, self, name, key, value);
  }),
  [`${className}.__getitem__`]: section,
  [`${className}.__setitem__`]: setSection,
});

const isNone = (value: Value) => singleConstant(value)?.value === null;

export const configNatives: NativeTable = {
  ...parser('configparser.ConfigParser'),
  ...parser('configparser.RawConfigParser'),
  'configparser.RawConfigParser.set': set,
  'configparser.ConfigParser.set': set,
  'configparser.RawConfigParser.get': get,
  'configparser.ConfigParser.get': get,
  'configparser.RawConfigParser.read_dict': readDictionary,
  'configparser.RawConfigParser.read_string': readText,
  'configparser.RawConfigParser.read': readElsewhere,
  'configparser.RawConfigParser.read_file': readElsewhere,
  'configparser.RawConfigParser.readfp': readElsewhere,
  'configparser.RawConfigParser.add_section': addSection,
  'configparser.ConfigParser.add_section': addSection,
  'configparser.RawConfigParser.sections': names,
  'configparser.SectionProxy.get': (call) => {
    const [option] = call.given.positional;
    const fact = mappingIn(call.receiver, call);
    if (option === undefined || fact === undefined) return undefined;
    const { value, isCertain } = entryFor(fact, optionName(option));
    const fallback = argumentOf(call, 'fallback', 1) ?? none(call);
    return isCertain ? value : value === undefined ? fallback : joinAll([value, fallback]);
  },
};
