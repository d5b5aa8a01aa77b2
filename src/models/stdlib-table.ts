// Reads the generated table of the standard library. A module is decoded when it is first asked about, and signatures
// and types inside it when they are: most runs ask about a handful of modules.
//
// Notation, one declaration a line (lines end at a semicolon); members of a class follow it, indented by a space:
//   =os                          names not listed here are those of another module
//   *-name,+name                 how `__all__` differs from "all names without underscore"
//   name(path,/,mode=,*,x=)type  function
//   name(?)type                  function whose parameters were left out
//   name:base,base               class
//   name=other.name              alias
//   ~type name,name              attributes of one type
// Builtins are written without their module.
// A type is a union `a|b` of classes with the types of their items in brackets; a leading dot stands for the module
// itself, `@` for the object that a method is called on, `!` for "does not return".

import { moduleNames, moduleTexts, phrases } from './stdlib.generated.ts';
import { abbreviation, LINE_SEPARATOR, MODULE_SEPARATOR, phrasePattern } from './stdlib-notation.ts';

export type TableEntry =
  | { readonly kind: 'function'; readonly parameters: string; readonly type: string }
  | { readonly kind: 'attribute'; readonly type: string }
  | { readonly kind: 'alias'; readonly of: string }
  | TableClass;

export interface TableClass {
  readonly kind: 'class';
  readonly bases: readonly string[];
  readonly members: ReadonlyMap<string, TableEntry>;
}

export interface TableModule {
  readonly name: string;
  /** module that names which are not listed belong to */
  readonly twin: string | undefined;
  readonly entries: ReadonlyMap<string, TableEntry>;
  /** how `__all__` differs from "all names without underscore" */
  readonly exportDifferences: string;
}

const decoded = new Map<string, TableModule>();
let abbreviatedTexts: ReadonlyMap<string, string> | undefined;
let phraseByAbbreviation: ReadonlyMap<string, string> | undefined;

function texts(): ReadonlyMap<string, string> {
  if (abbreviatedTexts === undefined) {
    const parts = moduleTexts.split(MODULE_SEPARATOR);
    abbreviatedTexts = new Map(moduleNames.split(' ').map((name, index) => [name, parts[index] as string]));
  }
  return abbreviatedTexts;
}

/** Writes abbreviated phrases out. */
function writeOut(text: string): string {
  phraseByAbbreviation ??= new Map(
    phrases.split(MODULE_SEPARATOR).map((phrase, index) => [abbreviation(index), phrase]),
  );
  const known = phraseByAbbreviation;
  return text.replace(phrasePattern, (sign) => known.get(sign) as string);
}

export function isTableModule(name: string): boolean {
  return texts().has(name);
}

export function tableModule(name: string): TableModule | undefined {
  let module = decoded.get(name);
  if (module === undefined) {
    const text = texts().get(name);
    if (text === undefined) return undefined;
    module = decode(name, writeOut(text));
    decoded.set(name, module);
  }
  return module;
}

function decode(name: string, text: string): TableModule {
  const entries = new Map<string, TableEntry>();
  const lines = text.split(LINE_SEPARATOR);
  let twin: string | undefined;
  let exportDifferences = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const first = line.charCodeAt(0);
    if (first === EQUALS) twin = line.slice(1);
    else if (first === STAR) exportDifferences = line.slice(1);
    else if (line !== '' && first !== SPACE) decodeEntry(line, name, entries, lines, index + 1);
  }
  return { name, twin, entries, exportDifferences };
}

/** A class whose members are decoded when they are first asked for. */
class DecodedClass implements TableClass {
  readonly kind = 'class';
  readonly bases: readonly string[];
  readonly #module: string;
  readonly #lines: readonly string[];
  readonly #firstMember: number;
  #members: ReadonlyMap<string, TableEntry> | undefined;

  constructor(bases: readonly string[], module: string, lines: readonly string[], firstMember: number) {
    this.bases = bases;
    this.#module = module;
    this.#lines = lines;
    this.#firstMember = firstMember;
  }

  get members(): ReadonlyMap<string, TableEntry> {
    if (this.#members === undefined) {
      const members = new Map<string, TableEntry>();
      for (let index = this.#firstMember; this.#lines[index]?.charCodeAt(0) === SPACE; index++) {
        decodeEntry((this.#lines[index] as string).slice(1), this.#module, members, this.#lines, index + 1);
      }
      this.#members = members;
    }
    return this.#members;
  }
}

/** Adds a line's declaration; what follows at `next` are the members when it is a class. */
function decodeEntry(
  line: string,
  module: string,
  into: Map<string, TableEntry>,
  lines: readonly string[],
  next: number,
): void {
  if (line.charCodeAt(0) === TILDE) {
    const space = line.indexOf(' ');
    const entry: TableEntry = { kind: 'attribute', type: line.slice(1, space) };
    for (const name of line.slice(space + 1).split(',')) into.set(name, entry);
    return;
  }
  let end = 0;
  let sign = 0;
  for (; end < line.length; end++) {
    sign = line.charCodeAt(end);
    if (sign === PARENTHESIS || sign === COLON || sign === EQUALS) break;
  }
  const name = line.slice(0, end);
  if (sign === PARENTHESIS) {
    const close = line.indexOf(')', end);
    into.set(name, { kind: 'function', parameters: line.slice(end + 1, close), type: line.slice(close + 1) });
  } else if (sign === EQUALS) {
    into.set(name, { kind: 'alias', of: absolute(line.slice(end + 1), module) });
  } else {
    const bases = line.length === end + 1 ? [] : line.slice(end + 1).split(',');
    const absoluteBases = bases.map((base) => absolute(base, module));
    into.set(name, new DecodedClass(absoluteBases, module, lines, next));
  }
}

/** Public names of a module. */
export function exportsOf({ entries, exportDifferences }: TableModule): readonly string[] {
  const names = new Set([...entries.keys()].filter((name) => !name.startsWith('_') && !name.includes('.')));
  for (const difference of exportDifferences.split(',')) {
    if (difference.startsWith('-')) names.delete(difference.slice(1));
    else if (difference.startsWith('+')) names.add(difference.slice(1));
  }
  return [...names];
}

/** A name of the table in full: names without a dot are builtins, save for the two signs. */
function absolute(name: string, module: string): string {
  if (name.startsWith('.')) return module + name;
  return name.includes('.') || name === '@' || name === '!' ? name : `builtins.${name}`;
}

/** A type as it stands in the table. */
export interface TableType {
  readonly name: string;
  readonly items: readonly (TableType | undefined)[];
}

/** The union of types that a declaration's text stands for. */
export function readTypes(text: string, module: string): readonly TableType[] {
  return splitOutside(text, '|')
    .filter((part) => part !== '')
    .map((part) => readType(part, module));
}

function readType(text: string, module: string): TableType {
  const bracket = text.indexOf('[');
  if (bracket < 0) return { name: absolute(text, module), items: [] };
  const inner = text.slice(bracket + 1, -1);
  return {
    name: absolute(text.slice(0, bracket), module),
    items: splitOutside(inner, ',').map((item) => (item === '' ? undefined : readType(item, module))),
  };
}

/** Splits at a separator that stands outside of brackets. */
function splitOutside(text: string, separator: string): string[] {
  if (!text.includes('[')) return text.split(separator);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '[') depth++;
    else if (sign === ']') depth--;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const SPACE = 0x20;
const PARENTHESIS = 0x28;
const STAR = 0x2a;
const COLON = 0x3a;
const EQUALS = 0x3d;
const TILDE = 0x7e;
