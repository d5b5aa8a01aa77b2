// Everything that is known of one document after one pass: its declarations, what refers to what, how large it becomes, and
// which addresses stand in it. Facts only; what they mean is said in concerns.ts.

import { type Budget, LimitReached } from '../budget.ts';
import { type ByteSource, memorySource } from '../source.ts';
import { type Attribute, type Content, ContentReader, hashOf, predefined, type Watch } from './content.ts';
import { characterOf, type Doctype, type Entity, readDoctype } from './doctype.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { EntitySizes, type Key } from './entities.ts';
import { type Address, Inclusions, includingElements } from './inclusions.ts';
import { XmlText } from './text.ts';

export interface Reference {
  count: number;
  readonly at: number;
  /** what parsers read for each, in bytes */
  readonly processed: number;
}

export interface Mistake {
  readonly text: string;
  /** in units */
  readonly at: number;
}

/** Added to a document of `size` bytes by putting in everything that it refers to; in bytes of UTF-8. */
export interface Growth {
  readonly size: number;
  /** by entities */
  readonly entities: bigint;
  /** by default attributes */
  readonly defaults: bigint;
  /** by parameter entities that stand for declarations */
  readonly parameters: bigint;
  /** what Expat, Expat where it reads parameter entities, and libxml2 would not go on with */
  readonly isRefusedByExpat: boolean;
  readonly isRefusedWithParameters: boolean;
  readonly isRefusedByLibxml: boolean;
}

export interface Cycle {
  /** from an entity back to it */
  readonly way: readonly string[];
  /** of the first */
  readonly isParameter: boolean;
  /** whether the content, or a reference between declarations, leads into it */
  readonly isUsed: boolean;
  /** where the first is declared, in units */
  readonly at: number;
}

export interface Document {
  readonly encoding: Encoding;
  readonly isStandalone: boolean;
  readonly doctype: Doctype | undefined;
  /** in units */
  readonly doctypeAt: number;
  readonly content: Content;
  readonly growth: Growth;
  /** by name */
  readonly references: ReadonlyMap<string, Reference>;
  readonly addresses: readonly Address[];
  readonly cycles: readonly Cycle[];
  /** entities in entities that are referred to, and where the deepest is declared */
  readonly chain: { readonly depth: number; readonly at: number };
  readonly mistake: Mistake | undefined;
  /** why it was not read to its end */
  readonly limit: LimitReached | undefined;
  toByte(position: number): number;
}

/** Expat refuses what comes to more than a hundred times the document, once it is 8 MiB (since 2.4.0, CVE-2013-0340). */
const EXPAT_FACTOR = 100;
const EXPAT_FLOOR = 8 * 1024 * 1024;
/** libxml2 refuses more than five times the document, once it is a million bytes (since 2.11). */
const LIBXML_FACTOR = 5;
const LIBXML_FLOOR = 1_000_000;
/** Units of a document type declaration. */
const FIRST_READ = 64 * 1024;
const MAX_DOCTYPE = 8 * 1024 * 1024;
/** Of an attribute's value whose meaning matters. */
const MAX_VALUE = 4096;
const MAX_INSTRUCTION = 1024;
const STEPS_A_VALUE = 16;
/** Names that are referred to, each of which is remembered. */
const MAX_REFERENCES = 200_000;

/** What was found before a limit was reached stays found; the limit is part of the result. */
export function readDocument(source: ByteSource, budget: Budget): Document {
  return new DocumentReader(source, budget).read();
}

/** Where references and start tags are counted: for the document, or for the text of one entity. */
interface Counts {
  readonly references: Map<string, Reference>;
  readonly tags: Map<string, number>;
}

class DocumentReader {
  readonly #text: XmlText;
  readonly #encoding: Encoding;
  readonly #budget: Budget;
  readonly #inclusions = new Inclusions();
  readonly #watched = new Set(includingElements);
  readonly #defaulted = new Set<string>();
  readonly #counts: Counts = { references: new Map(), tags: new Map() };
  #doctype: Doctype | undefined;
  #doctypeAt = 0;
  #sizes: EntitySizes | undefined;
  #mistake: Mistake | undefined;
  #isStandalone = false;
  #processed = 0;
  /** bytes of parameter entities */
  #declared = 0;
  #isRefusedByExpat = false;
  #isRefusedWithParameters = false;
  #isRefusedByLibxml = false;

  constructor(source: ByteSource, budget: Budget) {
    this.#encoding = detectEncoding(source);
    this.#text = new XmlText(source, this.#encoding);
    this.#budget = budget;
  }

  read(): Document {
    const text = this.#text;
    const reader = new ContentReader(text, this.#documentWatch(), this.#budget, false);
    let limit: LimitReached | undefined;
    try {
      reader.read();
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      limit = error;
    }
    const { content } = reader;
    if (!text.isValid) this.#wrong('bytes that are not UTF-8', content.end);
    return {
      encoding: this.#encoding,
      isStandalone: this.#isStandalone,
      doctype: this.#doctype,
      doctypeAt: this.#doctypeAt,
      content,
      growth: this.#growth(),
      references: this.#counts.references,
      addresses: [...this.#externals(), ...this.#inclusions.addresses()],
      cycles: this.#cycles(),
      chain: this.#chain(),
      mistake: this.#mistake,
      limit,
      toByte: (position) => text.toByte(position),
    };
  }

  #documentWatch(): Watch {
    return {
      elements: this.#watched,
      doctype: (position) => this.#readDoctype(position),
      reference: (name, position) => {
        const { processed } = count(this.#counts.references, name, position, this.#sizes);
        if (processed === 0) return;
        this.#processed += processed;
        this.#compare(position);
      },
      tag: (name, attributes, start) => this.#tag(this.#counts, this.#text, name, attributes, start),
      instruction: (target, start, end) => {
        const shown = this.#text.decode(start, end, MAX_INSTRUCTION);
        if (target === 'xml') this.#isStandalone = /\sstandalone\s{0,9}=\s{0,9}["']yes/.test(shown);
        this.#inclusions.instruction(target, shown, start);
      },
      mistake: (what, position) => this.#wrong(what, position),
    };
  }

  #readDoctype(position: number): number | undefined {
    const text = this.#text;
    this.#doctypeAt = position;
    for (let length = FIRST_READ; ; length *= 4) {
      const isAll = position + length >= text.size;
      if (length > MAX_DOCTYPE && !isAll) throw new LimitReached('keptBytes', 'has a DOCTYPE too long to look into');
      const shown = text.decode(position, text.size, length);
      this.#budget.keep(shown.length * 2);
      try {
        const doctype = readDoctype(shown, this.#budget);
        if (doctype !== undefined) return this.#take(doctype, shown, position);
      } finally {
        this.#budget.release(shown.length * 2);
      }
      if (isAll) break;
    }
    this.#wrong('the DOCTYPE does not end', position);
    return undefined;
  }

  #take(doctype: Doctype, shown: string, position: number): number {
    this.#doctype = doctype;
    if (doctype.mistake !== undefined) this.#wrong(doctype.mistake.text, position + doctype.mistake.at);
    for (const { element } of doctype.defaults) {
      this.#defaulted.add(element);
      this.#watched.add(hashOf(element));
    }
    this.#sizes = new EntitySizes(doctype, (value, at) => this.#readText(value, position + at), this.#budget);
    for (const each of doctype.defaults) this.#inclusions.default(each, this.#resolve(each.value), position + each.at);
    for (const [name, { count }] of doctype.parameterReferences) {
      this.#declared += count * Number(this.#sizes.of(`%${name}`).processed);
    }
    const end = position + unitsOf(shown.slice(0, doctype.end), this.#encoding);
    this.#compare(end);
    return end;
  }

  /** The replacement text of an entity, which stands at `at` as far as anybody wants to know. */
  #readText(value: string, at: number): Counts {
    const counts: Counts = { references: new Map(), tags: new Map() };
    if (!value.includes('<')) {
      for (const name of referencesIn(value)) count(counts.references, name, at);
      return counts;
    }
    const bytes = new TextEncoder().encode(value);
    const text = new XmlText(memorySource(bytes), plainEncoding);
    const watch: Watch = {
      elements: this.#watched,
      doctype: () => undefined,
      reference: (name) => count(counts.references, name, at),
      tag: (name, attributes) => this.#tag(counts, text, name, attributes, at),
      instruction: () => undefined,
      // it may never be referred to, or in the value of an attribute only
      mistake: () => undefined,
    };
    new ContentReader(text, watch, this.#budget, true).read();
    return counts;
  }

  #tag(counts: Counts, text: XmlText, name: string, attributes: readonly Attribute[], start: number): void {
    this.#budget.spend(attributes.length * STEPS_A_VALUE);
    if (this.#defaulted.has(name)) counts.tags.set(name, (counts.tags.get(name) ?? 0) + 1);
    const resolved = attributes.map((each) => ({
      name: each.name,
      value: this.#resolve(text.decode(each.valueStart, each.valueEnd, MAX_VALUE)),
      at: text === this.#text ? each.start : start,
    }));
    this.#inclusions.tag(name, resolved, start);
  }

  /** A value with what it refers to put in, as far as it is short: nobody needs the rest to see what it is. */
  #resolve(value: string): string {
    if (!value.includes('&')) return value;
    let done = '';
    let left = value;
    for (let steps = 0; steps < 1000 && done.length < MAX_VALUE; steps++) {
      this.#budget.spend(STEPS_A_VALUE);
      const start = left.indexOf('&');
      const end = left.indexOf(';', start);
      if (start < 0 || end < 0) break;
      done += left.slice(0, start);
      const name = left.slice(start + 1, end);
      left = left.slice(end + 1);
      if (name.startsWith('#')) done += characterOf(name.slice(1)) ?? '';
      else if (predefined.has(name)) done += predefined.get(name);
      else left = (this.#doctype?.entities.get(name)?.value ?? '').slice(0, MAX_VALUE) + left.slice(0, MAX_VALUE);
    }
    return done + left;
  }

  /** Parsers stop where they have read too much for what they had of the document by then. */
  #compare(position: number): void {
    const read = Math.max(this.#text.toByte(position), 1);
    if (isTooMuch(read, this.#processed)) this.#isRefusedByExpat = true;
    if (isTooMuch(read, this.#processed + this.#declared)) this.#isRefusedWithParameters = true;
    const added = this.#processed + this.#declared;
    if (added > LIBXML_FLOOR && added > read * LIBXML_FACTOR) this.#isRefusedByLibxml = true;
  }

  #growth(): Growth {
    const sizes = this.#sizes;
    let entities = 0n;
    let defaults = 0n;
    let parameters = 0n;
    const sum = (key: Key, times: number) => {
      const size = sizes?.of(key);
      if (size === undefined) return;
      if (key.startsWith('&')) entities += BigInt(times) * size.output;
      else if (key.startsWith('%')) parameters += BigInt(times) * size.processed;
      if (key.startsWith('@')) defaults += BigInt(times) * size.output;
      else defaults += BigInt(times) * size.defaults;
    };
    for (const [name, each] of this.#counts.references) sum(`&${name}`, each.count);
    for (const [name, times] of this.#counts.tags) sum(`@${name}`, times);
    for (const [name, each] of this.#doctype?.parameterReferences ?? []) sum(`%${name}`, each.count);
    return {
      size: this.#text.toByte(this.#text.size),
      entities,
      defaults,
      parameters,
      isRefusedByExpat: this.#isRefusedByExpat,
      isRefusedWithParameters: this.#isRefusedWithParameters,
      isRefusedByLibxml: this.#isRefusedByLibxml,
    };
  }

  #cycles(): readonly Cycle[] {
    const used = this.#used();
    return (this.#sizes?.cycles ?? []).map((way) => {
      const [first = '&'] = way;
      const isParameter = first.startsWith('%');
      const entities = isParameter ? this.#doctype?.parameters : this.#doctype?.entities;
      return {
        way: way.map((key) => key.slice(1)),
        isParameter,
        isUsed: used.has(first),
        at: this.#doctypeAt + (entities?.get(first.slice(1))?.at ?? 0),
      };
    });
  }

  #used(): ReadonlySet<Key> {
    const asked: Key[] = [...this.#counts.references.keys()].map((name): Key => `&${name}`);
    for (const name of this.#counts.tags.keys()) asked.push(`@${name}`);
    for (const name of this.#doctype?.parameterReferences.keys() ?? []) asked.push(`%${name}`);
    return this.#sizes?.reachable(asked) ?? new Set();
  }

  #chain(): Document['chain'] {
    const used = this.#used();
    let depth = 0;
    let at = 0;
    for (const entity of this.#doctype?.entities.values() ?? []) {
      const own = this.#sizes?.of(`&${entity.name}`).depth ?? 0;
      if (own > depth && used.has(`&${entity.name}`)) [depth, at] = [own, this.#doctypeAt + entity.at];
    }
    return { depth, at };
  }

  /** What the declarations name outside the document. */
  #externals(): readonly Address[] {
    const doctype = this.#doctype;
    if (doctype === undefined) return [];
    const used = this.#used();
    const addresses: Address[] = [];
    const add = (
      use: Address['use'],
      name: string,
      { external, at }: Pick<Entity, 'external' | 'at'>,
      isUsed: boolean,
    ) => {
      const address = external?.systemId ?? '';
      if (external !== undefined) {
        addresses.push({ use, name, address, publicId: external.publicId, at: this.#doctypeAt + at, isUsed });
      }
    };
    add('external-dtd', doctype.name, { external: doctype.external, at: 0 }, true);
    for (const entity of doctype.parameters.values()) {
      add('external-parameter', entity.name, entity, used.has(`%${entity.name}`));
    }
    for (const entity of doctype.entities.values()) {
      if (!entity.isUnparsed) add('external-entity', entity.name, entity, used.has(`&${entity.name}`));
    }
    return addresses;
  }

  #wrong(text: string, at: number): void {
    this.#mistake ??= { text, at };
  }
}

/** Whether Expat stops there. */
function isTooMuch(read: number, added: number): boolean {
  return read + added > EXPAT_FLOOR && read + added > read * EXPAT_FACTOR;
}

function count(references: Map<string, Reference>, name: string, at: number, sizes?: EntitySizes): Reference {
  const known = references.get(name);
  if (known !== undefined) {
    known.count++;
    return known;
  }
  if (references.size >= MAX_REFERENCES) {
    throw new LimitReached('members', `refers to more than ${MAX_REFERENCES.toLocaleString('en')} entities`);
  }
  const reference = { count: 1, at, processed: Number(sizes?.of(`&${name}`).processed ?? 0n) };
  references.set(name, reference);
  return reference;
}

/** In text without markup; of predefined entities and characters there is nothing to know. */
function referencesIn(text: string): readonly string[] {
  const names: string[] = [];
  for (let start = text.indexOf('&'); start >= 0; start = text.indexOf('&', start + 1)) {
    const end = text.indexOf(';', start);
    if (end < 0) break;
    const name = text.slice(start + 1, end);
    if (!name.startsWith('#') && !name.includes('&') && !predefined.has(name)) names.push(name);
  }
  return names;
}

/** That of text which was encoded here. */
const plainEncoding: Encoding = {
  width: 1,
  isBigEndian: false,
  mark: 0,
  found: 'UTF-8',
  declared: undefined,
  hasDeclaration: false,
  label: 'utf-8',
  state: 'plain',
};

/** How many units a text takes in the document. */
function unitsOf(text: string, { width, label, found }: Encoding): number {
  if (found === 'UTF-32') return [...text].length;
  return width === 2 || found === 'EBCDIC' || label !== 'utf-8' ? text.length : new TextEncoder().encode(text).length;
}
