// What the active rules listen to, turned into tables that a scan of the tree can ask with integers: which names are
// of interest as the last part of a callee, of an assignment's target, of a mention, of a base class.

import type { Library } from '../models/index.ts';
import type { Names } from '../python/syntax/index.ts';
import {
  type CodeTrigger,
  isAboutCode,
  lastComponent,
  namesListed,
  type Rule,
  type Trigger,
} from '../rulekit/index.ts';
import { Interest, Interests } from './interests.ts';

/** One trigger of one rule. */
export interface Listener<K extends CodeTrigger['kind'] = CodeTrigger['kind']> {
  readonly rule: Rule;
  // A rule's own message ids are checked where it is defined; here any may occur.
  readonly trigger: Extract<CodeTrigger, { kind: K }>;
}

/** The listeners of one kind, by canonical name. */
export type Listeners<K extends CodeTrigger['kind']> = ReadonlyMap<string, readonly Listener<K>[]>;

export interface TriggerTable {
  readonly call: Listeners<'call'>;
  readonly store: Listeners<'store'>;
  readonly reference: Listeners<'reference'>;
  readonly class: Listeners<'class'>;
  readonly compare: Listeners<'compare'>;
  /** last components of all names, for the lexer's well-known names */
  readonly words: readonly string[];
}

/** Reach attributes through text. */
const dynamicWords = [
  'getattr', 'vars', '__dict__', '__getattribute__', 'globals', 'locals', 'attrgetter', 'methodcaller',
]; // biome-ignore format: a list of words
/** Reach modules through text. */
const dynamicImportWords = ['__import__', 'import_module', 'modules'];

export function readTriggers(rules: readonly Rule[], library: Library): TriggerTable {
  const tables = {
    call: new Map<string, Listener<'call'>[]>(),
    store: new Map<string, Listener<'store'>[]>(),
    reference: new Map<string, Listener<'reference'>[]>(),
    class: new Map<string, Listener<'class'>[]>(),
    compare: new Map<string, Listener<'compare'>[]>(),
  };
  const words = new Set<string>();
  for (const rule of rules) {
    const triggers = Array.isArray(rule.on) ? (rule.on as readonly Trigger[]) : [rule.on as Trigger];
    for (const trigger of triggers.filter(isAboutCode)) {
      for (const name of namesOfTrigger(trigger, library)) {
        words.add(lastComponent(name));
        const table = tables[trigger.kind] as Map<string, Listener[]>;
        const listeners = table.get(name) ?? [];
        // A rule that lists a name and a concept with that name in it hears of it once.
        if (!listeners.some((each) => each.trigger === trigger)) listeners.push({ rule, trigger });
        table.set(name, listeners);
      }
    }
  }
  return { ...tables, words: [...words].sort() };
}

function namesOfTrigger(trigger: CodeTrigger, library: Library): readonly string[] {
  const written =
    trigger.kind === 'class' ? trigger.extends : trigger.kind === 'compare' ? trigger.mentions : trigger.to;
  return namesListed(library, written);
}

/** Interest bits by name id. Ids beyond the table are of no interest. */
export function interestsOf(table: TriggerTable, library: Library, names: Names): Interests {
  const bits = new Uint16Array(names.count + 1024);
  const mark = (name: string, bit: number) => {
    const id = names.intern(lastComponent(name));
    bits[id] = (bits[id] as number) | bit;
  };
  for (const name of table.call.keys())
    mark(name, library.isClass(name) ? Interest.call | Interest.base : Interest.call);
  for (const name of table.store.keys()) mark(name, Interest.store);
  for (const name of table.reference.keys()) mark(name, Interest.reference);
  for (const name of table.class.keys()) mark(name, Interest.base);
  for (const name of table.compare.keys()) mark(name, Interest.compare);
  for (const word of dynamicWords) mark(word, Interest.dynamic);
  for (const word of dynamicImportWords) mark(word, Interest.dynamicImport);
  mark('setattr', Interest.setter);
  return new Interests(bits);
}

/** Every name that the lexer should know beforehand. */
export function wellKnownNames(table: TriggerTable): readonly string[] {
  return [...table.words, ...dynamicWords, ...dynamicImportWords, 'setattr'];
}
