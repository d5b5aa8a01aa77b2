// Puts hand-written rows and the generated table together to one library. Rows win over the table; every answer is
// found by name in a map, and answers that take work are kept. Packages and modules are read when first asked about.

import type { CleanedUse, Concept } from './concepts.ts';
import type { HandedSource, Library, LibraryConcept, LibraryKind, LibraryParameter, LibrarySource } from './library.ts';
import { PackageRows } from './package-rows.ts';
import { packageOf, readNames, readRow } from './row-text.ts';
import { conceptNames, packageNames, packageTexts } from './rows.generated.ts';
import { readSignature } from './signature-text.ts';
import { LINE_SEPARATOR, MODULE_SEPARATOR } from './stdlib-notation.ts';
import {
  exportsOf,
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

export class AssembledLibrary implements Library {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #packages = new Map<string, PackageRows>();
  readonly #nobody = new PackageRows();
  #names: ReadonlyMap<Concept, string> | undefined;
  readonly #nameLists = new Map<Concept, readonly string[]>();
  readonly #canonical = new Map<string, string>();
  readonly #orders = new Map<string, readonly string[]>();
  readonly #parameters = new Map<string, readonly LibraryParameter[]>();
  readonly #thirdPartyModules = new Map<string, ReadonlySet<string>>();

  constructor() {
    const texts = packageTexts.split(MODULE_SEPARATOR);
    this.#texts = new Map(packageNames.split(' ').map((name, index) => [name, texts[index] as string]));
  }

  /** The rows of the package that a name belongs to. */
  #rows(name: string): PackageRows {
    const owner = packageOf(name);
    let rows = this.#packages.get(owner);
    if (rows === undefined) {
      const text = this.#texts.get(owner);
      if (text === undefined) return this.#nobody;
      rows = new PackageRows();
      for (const line of text.split(LINE_SEPARATOR)) rows.add(readRow(line, owner));
      this.#packages.set(owner, rows);
    }
    return rows;
  }

  #isKnown(name: string): boolean {
    return this.#rows(name).known.has(name);
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
    const rows = this.#rows(name);
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const head = end === name.length ? name : name.slice(0, end);
      const rest = name.slice(end);
      const twin = rows.twins.get(head);
      if (twin !== undefined) return this.#canonicalise(twin + rest, depth + 1);
      const moduleTwin = rows.moduleTwins.get(head);
      if (moduleTwin !== undefined && (rest !== '' || moduleTwin !== '')) {
        return this.#canonicalise(moduleTwin === '' ? rest.slice(1) : moduleTwin + rest, depth + 1);
      }
      if (rest === '' && rows.known.has(name)) return name;
      const alias = this.#aliasOf(head);
      if (alias !== undefined) return this.#canonicalise(alias + rest, depth + 1);
    }
    const inherited = this.#inheritedMember(name);
    if (inherited !== undefined) return inherited;
    // `open`, `bytes.fromhex`: builtins, as they are written in code
    const dot = name.indexOf('.');
    if (isTableModule(dot < 0 ? name : name.slice(0, dot))) return name;
    const builtin = this.#entryIn('builtins', dot < 0 ? name : name.slice(0, dot));
    return builtin?.kind === 'class' || (builtin !== undefined && dot < 0) ? `builtins.${name}` : name;
  }

  /** A member under the name of the class that defines it. */
  #inheritedMember(name: string): string | undefined {
    const dot = name.lastIndexOf('.');
    if (dot < 0 || this.#isKnown(name)) return undefined;
    const owner = name.slice(0, dot);
    if (isTableModule(owner) || !(this.#rows(owner).classes.has(owner) || this.#tableClass(owner) !== undefined))
      return undefined;
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
    const rows = this.#rows(name);
    if (!rows.known.has(name)) return undefined;
    return rows.sources.has(name) && !rows.concepts.has(name) ? 'attribute' : 'function';
  }

  isModule(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    if (isTableModule(name) || isTableModule(spelling)) return true;
    const owner = packageOf(name);
    let modules = this.#thirdPartyModules.get(owner);
    if (modules === undefined) {
      modules = this.#findThirdPartyModules(this.#rows(name));
      this.#thirdPartyModules.set(owner, modules);
    }
    return modules.has(name);
  }

  /** What stands before the first class, function or source in the names of a package's rows. */
  #findThirdPartyModules({ known }: PackageRows): Set<string> {
    const modules = new Set<string>();
    for (const name of known) {
      for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        const head = name.slice(0, dot);
        const last = head.slice(head.lastIndexOf('.') + 1);
        if (known.has(head) || /^[A-Z]|[^\w.]/.test(last) || this.#declaration(head) !== undefined) break;
        modules.add(head);
      }
    }
    return modules;
  }

  isClass(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    return this.#rows(name).classes.has(name) || this.#tableClass(name) !== undefined;
  }

  exportsOf(spelling: string): readonly string[] | undefined {
    const module = tableModule(this.canonicalName(spelling)) ?? tableModule(spelling);
    if (module === undefined) return undefined;
    const own = exportsOf(module);
    const twin = module.twin === undefined ? undefined : tableModule(module.twin);
    return twin === undefined ? own : [...new Set([...own, ...exportsOf(twin)])];
  }

  basesOf(spelling: string): readonly string[] | undefined {
    const className = this.canonicalName(spelling);
    return this.#rows(className).classes.get(className) ?? this.#tableClass(className)?.bases;
  }

  memberOf(spelling: string, member: string): string | undefined {
    const order = this.#resolutionOrder(this.canonicalName(spelling));
    // A row about an ancestor's method holds for subclasses that only repeat the method.
    for (const className of order) {
      const name = `${className}.${member}`;
      const rows = this.#rows(name);
      if (rows.twins.has(name)) return this.canonicalName(name);
      if (rows.known.has(name)) return name;
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
    const row = this.#rows(name).returns.get(name);
    if (row === NO_RETURN) return [];
    if (row !== undefined) return [row];
    if (this.isClass(name)) return [name];
    return this.#types(name)
      .filter((type) => type.name !== NEVER)
      .map((type) => (type.name === RECEIVER ? ownerOf(name) : this.canonicalName(type.name)));
  }

  itemTypeOf(spelling: string, position?: number): string | undefined {
    const name = this.canonicalName(spelling);
    const row = this.#rows(name).items.get(name);
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
    const name = this.canonicalName(spelling);
    return this.#rows(name).returns.get(name) === NO_RETURN || this.#types(name)[0]?.name === NEVER;
  }

  parametersOf(spelling: string): readonly LibraryParameter[] | undefined {
    const name = this.canonicalName(spelling);
    const known = this.#parameters.get(name);
    if (known !== undefined) return known;
    const written = this.#rows(name).signatures.get(name);
    const parameters = written === undefined ? this.#readParameters(name) : readSignature(written);
    if (parameters !== undefined) this.#parameters.set(name, parameters);
    return parameters;
  }

  #readParameters(name: string): readonly LibraryParameter[] | undefined {
    if (this.isClass(name)) {
      for (const className of this.#resolutionOrder(name)) {
        const members = this.#tableClass(className)?.members;
        const initialiser = members?.get('__init__') ?? members?.get('__new__');
        if (initialiser?.kind === 'function') return readKnown(initialiser.parameters);
        if (className !== name && this.#rows(className).signatures.has(className)) return this.parametersOf(className);
      }
      return undefined;
    }
    const entry = this.#declaration(name)?.entry;
    return entry?.kind === 'function' ? readKnown(entry.parameters) : undefined;
  }

  sourceOf(path: string): LibrarySource | undefined {
    const found = this.#rowOfSource(path);
    return found === NOT_FOUND ? undefined : found;
  }

  hasRemoteSources(module: string): boolean {
    let known = this.#remote.get(module);
    if (known === undefined) {
      // os.environ["QUERY_STRING"]   makes no server of everybody who imports os
      known = [...this.#rows(module).sources].some(
        ([path, row]) => row?.provenance === 'network' && !path.includes('["'),
      );
      this.#remote.set(module, known);
    }
    return known;
  }
  readonly #remote = new Map<string, boolean>();

  isHarmless(path: string): boolean {
    return this.#rowOfSource(path) === undefined;
  }

  /** undefined: a row says that it is harmless */
  #rowOfSource(path: string): LibrarySource | undefined | typeof NOT_FOUND {
    const canonical = this.#canonicalPath(path);
    const found = this.#findSource(canonical);
    return found === NOT_FOUND ? this.#findSourceByType(canonical) : found;
  }

  #findSource(path: string): LibrarySource | undefined | typeof NOT_FOUND {
    const { sources, keyPatterns } = this.#rows(path);
    if (sources.size === 0 && keyPatterns.size === 0) return NOT_FOUND;
    for (let current = path; current !== ''; current = withoutLastStep(current)) {
      if (sources.has(current)) return sources.get(current);
      const key = /^(.*)[[(]"((?:[^"\\]|\\.)*)"[\])]$/.exec(current);
      if (key !== null) {
        const owner = (key[1] as string).replace(/\.get$/, '');
        const exact = `${owner}["${key[2]}"]`;
        if (sources.has(exact)) return sources.get(exact);
        for (const { prefix, source } of keyPatterns.get(owner) ?? []) {
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
        // `sqlite3.Cursor[]`: an item of any object of the class
        const owner = className ?? this.typeOf(name);
        const found =
          owner === undefined ? NOT_FOUND : this.#findSource(`${owner}[]${steps.slice(index + 1).join('')}`);
        if (found !== NOT_FOUND) return found;
        const position = /^\[(\d+)\]$/.exec(step)?.[1];
        className = this.itemTypeOf(name, position === undefined ? undefined : Number(position));
        if (className === undefined) return NOT_FOUND;
      }
    }
    return NOT_FOUND;
  }

  handedSourceOf(spelling: string, parameter: string, position?: number): HandedSource | undefined {
    const name = this.canonicalName(spelling);
    const parameters = this.#rows(name).handed.get(name);
    if (parameters === undefined) return undefined;
    const byPosition = position === undefined ? undefined : parameters.get(String(position));
    return parameters.get(parameter) ?? byPosition ?? parameters.get('*');
  }

  conceptsOf(spelling: string): readonly LibraryConcept[] {
    const name = this.canonicalName(spelling);
    return this.#rows(name).concepts.get(name) ?? [];
  }

  namesOf(concept: Concept): readonly string[] {
    let names = this.#nameLists.get(concept);
    if (names === undefined) {
      this.#names ??= readNames(conceptNames);
      const text = this.#names.get(concept) ?? '';
      names = text === '' ? [] : text.split(' ');
      this.#nameLists.set(concept, names);
    }
    return names;
  }

  cleansOf(spelling: string): readonly CleanedUse[] {
    const name = this.canonicalName(spelling);
    return this.#rows(name).cleaners.get(name) ?? [];
  }

  isOpaque(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    return this.#rows(name).opaque.has(name);
  }

  passesOn(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    return this.#rows(name).passing.has(name);
  }

  isHolder(spelling: string): boolean {
    const name = this.canonicalName(spelling);
    return this.#rows(name).holders.has(name);
  }
}

const RECEIVER = '@';
const TUPLE = 'builtins.tuple';
const NEVER = '!';
/** how rows of packages write it */
const NO_RETURN = 'typing.NoReturn';
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
