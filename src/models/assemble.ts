// Puts hand-written rows and the generated table together to one library. Rows win over the table; every answer is
// found by name in a map, and answers that take work are kept.

import type { CleanedUse, Concept } from './concepts.ts';
import type { Library, LibraryConcept, LibraryKind, LibraryParameter, LibrarySource } from './library.ts';
import type { Row } from './model.ts';
import { readSignature } from './signature-text.ts';
import {
  isTableModule,
  readTypes,
  type TableClass,
  type TableEntry,
  type TableModule,
  type TableType,
  tableModule,
} from './stdlib-table.ts';

/** Chains of aliases and of path steps are followed this far. */
const MAXIMUM_CHAIN = 24;

interface KeyPattern {
  readonly prefix: string;
  readonly source: LibrarySource;
}

export class AssembledLibrary implements Library {
  readonly #twins = new Map<string, string>();
  /** module prefix, without the trailing `.*` → replacement */
  readonly #moduleTwins = new Map<string, string>();
  readonly #sources = new Map<string, LibrarySource | undefined>();
  readonly #keyPatterns = new Map<string, KeyPattern[]>();
  readonly #concepts = new Map<string, LibraryConcept[]>();
  readonly #names = new Map<Concept, string[]>();
  readonly #cleaners = new Map<string, readonly CleanedUse[]>();
  readonly #opaque = new Set<string>();
  readonly #returns = new Map<string, string>();
  readonly #items = new Map<string, string>();
  readonly #classes = new Map<string, readonly string[]>();
  readonly #signatures = new Map<string, readonly LibraryParameter[] | string>();
  /** names that some row speaks about */
  readonly #known = new Set<string>();
  readonly #canonical = new Map<string, string>();
  readonly #orders = new Map<string, readonly string[]>();
  #thirdPartyModules: Set<string> | undefined;

  constructor(rows: Iterable<Row>) {
    for (const row of rows) this.#add(row);
    for (const names of this.#names.values()) names.sort();
  }

  #add(row: Row): void {
    if (row.kind !== 'twin') this.#known.add(row.name);
    switch (row.kind) {
      case 'twin':
        if (row.name.endsWith('.*')) this.#moduleTwins.set(row.name.slice(0, -2), row.of.replace(/\.\*$/, ''));
        else this.#twins.set(row.name, row.of);
        break;
      case 'source':
        this.#addSource(row.name, { provenance: row.provenance, text: row.text });
        break;
      case 'harmless':
        this.#sources.set(row.name, undefined);
        break;
      case 'concept': {
        const concepts = this.#concepts.get(row.name);
        const { concept, parameter, position } = row;
        if (concepts === undefined) this.#concepts.set(row.name, [{ concept, parameter, position }]);
        else concepts.push({ concept, parameter, position });
        const names = this.#names.get(concept);
        if (names === undefined) this.#names.set(concept, [row.name]);
        else names.push(row.name);
        break;
      }
      case 'cleaner':
        this.#cleaners.set(row.name, row.cleans);
        break;
      case 'opaque':
        this.#opaque.add(row.name);
        break;
      case 'returns':
        this.#returns.set(row.name, row.className);
        break;
      case 'items':
        this.#items.set(row.name, row.className);
        break;
      case 'class':
        this.#classes.set(row.name, row.bases);
        break;
      case 'signature':
        this.#signatures.set(row.name, row.parameters);
        break;
    }
  }

  #addSource(name: string, source: LibrarySource): void {
    const pattern = /^(.*)\["([^"]*)\*"\]$/.exec(name);
    if (pattern === null) {
      this.#sources.set(name, source);
      return;
    }
    const owner = pattern[1] as string;
    const patterns = this.#keyPatterns.get(owner) ?? [];
    patterns.push({ prefix: pattern[2] as string, source });
    this.#keyPatterns.set(owner, patterns);
  }

  canonicalName(name: string): string {
    let canonical = this.#canonical.get(name);
    if (canonical === undefined) {
      canonical = this.#canonicalise(name, 0);
      this.#canonical.set(name, canonical);
    }
    return canonical;
  }

  #canonicalise(name: string, depth: number): string {
    if (depth > MAXIMUM_CHAIN) return name;
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const head = end === name.length ? name : name.slice(0, end);
      const rest = name.slice(end);
      const twin = this.#twins.get(head);
      if (twin !== undefined) return this.#canonicalise(twin + rest, depth + 1);
      const moduleTwin = this.#moduleTwins.get(head);
      if (moduleTwin !== undefined && (rest !== '' || moduleTwin !== '')) {
        return this.#canonicalise(moduleTwin === '' ? rest.slice(1) : moduleTwin + rest, depth + 1);
      }
      if (rest === '' && this.#known.has(name)) return name;
      const alias = this.#aliasOf(head);
      if (alias !== undefined) return this.#canonicalise(alias + rest, depth + 1);
    }
    const inherited = this.#inheritedMember(name);
    if (inherited !== undefined) return inherited;
    // `open`, `bytes.fromhex`: builtins, as they are written in code
    const dot = name.indexOf('.');
    const builtin = this.#entryIn('builtins', dot < 0 ? name : name.slice(0, dot));
    return builtin?.kind === 'class' || (builtin !== undefined && dot < 0) ? `builtins.${name}` : name;
  }

  /** A member under the name of the class that defines it. */
  #inheritedMember(name: string): string | undefined {
    const dot = name.lastIndexOf('.');
    if (dot < 0 || this.#known.has(name)) return undefined;
    const owner = name.slice(0, dot);
    if (isTableModule(owner) || !(this.#classes.has(owner) || this.#tableClass(owner) !== undefined)) return undefined;
    return this.memberOf(owner, name.slice(dot + 1));
  }

  /** What the table says that a name is another spelling of. */
  #aliasOf(name: string): string | undefined {
    const dot = name.lastIndexOf('.');
    if (dot < 0) return undefined;
    const module = tableModule(name.slice(0, dot));
    if (module === undefined) return undefined;
    const last = name.slice(dot + 1);
    const entry = module.entries.get(last);
    if (entry !== undefined) return entry.kind === 'alias' ? entry.of : undefined;
    if (module.twin === undefined || isTableModule(name)) return undefined;
    return this.#entryIn(module.twin, last) === undefined ? undefined : `${module.twin}.${last}`;
  }

  #entryIn(moduleName: string, name: string): TableEntry | undefined {
    return tableModule(moduleName)?.entries.get(name);
  }

  /** A module of the table that a name lies in, and the rest of the name. */
  #place(name: string): { module: TableModule; rest: string } | undefined {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const module = tableModule(name.slice(0, dot));
      if (module !== undefined) return { module, rest: name.slice(dot + 1) };
    }
    return undefined;
  }

  /** The declaration of a canonical name, and the module it stands in. */
  #declaration(name: string): { entry: TableEntry; module: string } | undefined {
    const place = this.#place(name);
    if (place === undefined) return undefined;
    const { module, rest } = place;
    const entry = module.entries.get(rest);
    if (entry !== undefined) return { entry, module: module.name };
    const dot = rest.lastIndexOf('.');
    if (dot < 0) return undefined;
    const owner = module.entries.get(rest.slice(0, dot));
    const member = owner?.kind === 'class' ? owner.members.get(rest.slice(dot + 1)) : undefined;
    return member === undefined ? undefined : { entry: member, module: module.name };
  }

  #tableClass(name: string): TableClass | undefined {
    const entry = this.#declaration(name)?.entry;
    return entry?.kind === 'class' ? entry : undefined;
  }

  kindOf(spelling: string): LibraryKind | undefined {
    const name = this.canonicalName(spelling);
    if (this.isModule(name)) return 'module';
    if (this.isClass(name)) return 'class';
    const entry = this.#declaration(name)?.entry;
    if (entry !== undefined) return entry.kind === 'function' ? 'function' : 'attribute';
    if (!this.#known.has(name)) return undefined;
    return this.#sources.has(name) && !this.#concepts.has(name) ? 'attribute' : 'function';
  }

  isModule(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    if (isTableModule(name) || isTableModule(spelling)) return true;
    this.#thirdPartyModules ??= this.#findThirdPartyModules();
    return this.#thirdPartyModules.has(name);
  }

  /** What stands before the first class, function or source in the names of rows. */
  #findThirdPartyModules(): Set<string> {
    const modules = new Set<string>();
    for (const name of this.#known) {
      for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        const head = name.slice(0, dot);
        const last = head.slice(head.lastIndexOf('.') + 1);
        if (this.#known.has(head) || /^[A-Z]|[^\w.]/.test(last) || this.#declaration(head) !== undefined) break;
        modules.add(head);
      }
    }
    return modules;
  }

  isClass(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    return this.#classes.has(name) || this.#tableClass(name) !== undefined;
  }

  exportsOf(spelling: string): readonly string[] | undefined {
    const module = tableModule(this.canonicalName(spelling)) ?? tableModule(spelling);
    if (module === undefined) return undefined;
    if (module.twin === undefined) return module.exports;
    return [...new Set([...module.exports, ...(tableModule(module.twin)?.exports ?? [])])];
  }

  basesOf(spelling: string): readonly string[] | undefined {
    const className = this.canonicalName(spelling);
    return this.#classes.get(className) ?? this.#tableClass(className)?.bases;
  }

  memberOf(spelling: string, member: string): string | undefined {
    const order = this.#resolutionOrder(this.canonicalName(spelling));
    // A row about an ancestor's method holds for subclasses that only repeat the method.
    for (const className of order) {
      const name = `${className}.${member}`;
      if (this.#twins.has(name)) return this.canonicalName(name);
      if (this.#known.has(name)) return name;
    }
    const definer = order.find((className) => this.#tableClass(className)?.members.has(member));
    return definer === undefined ? undefined : `${definer}.${member}`;
  }

  /** The class and its ancestors; a common ancestor stands behind everything that inherits from it. */
  #resolutionOrder(className: string): readonly string[] {
    let order = this.#orders.get(className);
    if (order === undefined) {
      const visited: string[] = [];
      const visit = (name: string, depth: number) => {
        if (depth > MAXIMUM_CHAIN || visited.length > 200) return;
        visited.push(name);
        for (const base of this.basesOf(name) ?? []) visit(this.canonicalName(base), depth + 1);
      };
      visit(className, 0);
      order = visited.filter((name, index) => visited.lastIndexOf(name) === index);
      this.#orders.set(className, order);
    }
    return order;
  }

  typeOf(name: string): string | undefined {
    return this.typesOf(name)[0];
  }

  typesOf(spelling: string): readonly string[] {
    const name = this.canonicalName(spelling);
    const row = this.#returns.get(name);
    if (row !== undefined) return [row];
    if (this.isClass(name)) return [name];
    return this.#types(name)
      .filter((type) => type.name !== NEVER)
      .map((type) => (type.name === RECEIVER ? ownerOf(name) : this.canonicalName(type.name)));
  }

  itemTypeOf(spelling: string, position?: number): string | undefined {
    const name = this.canonicalName(spelling);
    const row = this.#items.get(name);
    if (row !== undefined) return row;
    const item = this.#itemOf(this.#types(name)[0], position);
    if (item === undefined || item.name === NEVER) return undefined;
    return item.name === RECEIVER ? ownerOf(name) : this.canonicalName(item.name);
  }

  #itemOf(type: TableType | undefined, position: number | undefined): TableType | undefined {
    if (type === undefined) return undefined;
    const { items } = type;
    if (type.name === TUPLE && position !== undefined && items.length > 1) return items[position];
    if (type.name === TUPLE) return items.every((item) => item?.name === items[0]?.name) ? items[0] : undefined;
    return /(^builtins\.dict$|Mapping|Dict$|Dictionary$)/.test(type.name) ? items.at(-1) : items[0];
  }

  #types(name: string): readonly TableType[] {
    const declaration = this.#declaration(name);
    const entry = declaration?.entry;
    if (entry === undefined || (entry.kind !== 'function' && entry.kind !== 'attribute')) return [];
    return readTypes(entry.type, declaration!.module);
  }

  returnsReceiver(spelling: string): boolean {
    return this.#types(this.canonicalName(spelling))[0]?.name === RECEIVER;
  }

  neverReturns(spelling: string): boolean {
    return this.#types(this.canonicalName(spelling))[0]?.name === NEVER;
  }

  parametersOf(spelling: string): readonly LibraryParameter[] | undefined {
    const name = this.canonicalName(spelling);
    const known = this.#signatures.get(name);
    if (known !== undefined && typeof known !== 'string') return known;
    const parameters = known === undefined ? this.#readParameters(name) : readSignature(known);
    if (parameters !== undefined) this.#signatures.set(name, parameters);
    return parameters;
  }

  #readParameters(name: string): readonly LibraryParameter[] | undefined {
    if (this.isClass(name)) {
      for (const className of this.#resolutionOrder(name)) {
        const members = this.#tableClass(className)?.members;
        const initialiser = members?.get('__init__') ?? members?.get('__new__');
        if (initialiser?.kind === 'function') return readKnown(initialiser.parameters);
        if (className !== name && this.#signatures.has(className)) return this.parametersOf(className);
      }
      return undefined;
    }
    const entry = this.#declaration(name)?.entry;
    return entry?.kind === 'function' ? readKnown(entry.parameters) : undefined;
  }

  sourceOf(path: string): LibrarySource | undefined {
    const canonical = this.#canonicalPath(path);
    const found = this.#findSource(canonical);
    if (found !== NOT_FOUND) return found;
    const typed = this.#findSourceByType(canonical);
    return typed === NOT_FOUND ? undefined : typed;
  }

  #findSource(path: string): LibrarySource | undefined | typeof NOT_FOUND {
    for (let current = path; current !== ''; current = withoutLastStep(current)) {
      if (this.#sources.has(current)) return this.#sources.get(current);
      const key = /^(.*)[[(]"((?:[^"\\]|\\.)*)"[\])]$/.exec(current);
      if (key !== null) {
        const owner = (key[1] as string).replace(/\.get$/, '');
        const exact = this.#sources.get(`${owner}["${key[2]}"]`);
        if (exact !== undefined) return exact;
        for (const { prefix, source } of this.#keyPatterns.get(owner) ?? []) {
          if ((key[2] as string).startsWith(prefix)) return source;
        }
      }
    }
    return NOT_FOUND;
  }

  #canonicalPath(path: string): string {
    const end = path.search(/[([]/);
    return end < 0 ? this.canonicalName(path) : this.canonicalName(path.slice(0, end)) + path.slice(end);
  }

  /**
   * The same for the path as the classes along it have it: `socket.create_connection().recv()` is
   * `socket.socket.recv()`.
   */
  #findSourceByType(path: string): LibrarySource | undefined | typeof NOT_FOUND {
    const steps = path.match(/^[\w.]+|\.\w+|\((?:"[^"]*")?\)|\[[^\]]*\]/g) ?? [];
    if (steps.length > MAXIMUM_CHAIN) return NOT_FOUND;
    let name = steps[0] ?? '';
    // the class of what the steps so far give, when it is not simply what `name` gives
    let className: string | undefined;
    for (let index = 1; index < steps.length; index++) {
      const step = steps[index] as string;
      if (step.startsWith('.')) {
        const owner = className ?? this.typeOf(name);
        if (owner === undefined) return NOT_FOUND;
        name = this.memberOf(owner, step.slice(1)) ?? owner + step;
        className = undefined;
        const found = this.#findSource(name + steps.slice(index + 1).join(''));
        if (found !== NOT_FOUND) return found;
      } else if (step.startsWith('[')) {
        const position = /^\[(\d+)\]$/.exec(step)?.[1];
        className = this.itemTypeOf(name, position === undefined ? undefined : Number(position));
        if (className === undefined) return NOT_FOUND;
      }
    }
    return NOT_FOUND;
  }

  conceptsOf(name: string): readonly LibraryConcept[] {
    return this.#concepts.get(this.canonicalName(name)) ?? [];
  }

  namesOf(concept: Concept): readonly string[] {
    return this.#names.get(concept) ?? [];
  }

  cleansOf(name: string): readonly CleanedUse[] {
    return this.#cleaners.get(this.canonicalName(name)) ?? [];
  }

  isOpaque(name: string): boolean {
    return this.#opaque.has(this.canonicalName(name));
  }
}

const RECEIVER = '@';
const TUPLE = 'builtins.tuple';
const NEVER = '!';
const NOT_FOUND = Symbol('no row');

function readKnown(parameters: string): readonly LibraryParameter[] | undefined {
  return parameters === '?' ? undefined : readSignature(parameters);
}

function ownerOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}

function withoutLastStep(path: string): string {
  const step = /(?:\.\w+|\((?:"(?:[^"\\]|\\.)*")?\)|\[(?:"(?:[^"\\]|\\.)*"|-?\d+)?\]|^\w+)$/.exec(path);
  return step === null ? '' : path.slice(0, step.index);
}
