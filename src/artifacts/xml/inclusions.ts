// Elements and attributes that ask for other documents: XInclude, schemas and stylesheets. Which element is one depends on
// the namespace of its prefix, which may be declared elsewhere, by an entity or by a default; so prefixes are collected for
// the whole document, and elements are judged at its end.

import { LimitReached } from '../budget.ts';
import { hashOf } from './content.ts';
import type { DefaultAttribute } from './doctype.ts';

/** An address, and what would be done with it. */
export interface Address {
  readonly use:
    | 'external-dtd'
    | 'external-entity'
    | 'external-parameter'
    | 'inclusion'
    | 'text-inclusion'
    | 'schema-hint'
    | 'schema-import'
    | 'stylesheet'
    | 'stylesheet-import'
    | 'base'
    | 'program';
  /** of the entity, or of the element */
  readonly name: string;
  readonly address: string;
  readonly publicId: string | undefined;
  /** in units */
  readonly at: number;
  /** whether something in the document asks for it */
  readonly isUsed: boolean;
}

/** An attribute with its value, in which references are replaced. */
export interface Resolved {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

const known = {
  inclusion: /^http:\/\/www\.w3\.org\/(2001|2003)\/XInclude$/,
  schema: /^http:\/\/www\.w3\.org\/(2001|2000\/10|1999)\/XMLSchema$/,
  stylesheet: /^http:\/\/www\.w3\.org\/1999\/XSL\/Transform$/,
} as const;

/** Functions in Java and other languages, for the processors that have them. */
const program =
  /^(java|xalan|class|clitype):|\/xalan\/java|\/xslt\/java|\/xt\/java|XSL\/Transform\/java|^http:\/\/php\.net\/xsl|^urn:schemas-microsoft-com:xslt/;

const elementNames = ['include', 'import', 'redefine', 'override'];

/** Hashes of the names of elements that have to be told of. */
export const includingElements: ReadonlySet<number> = new Set(elementNames.map(hashOf));

const MAX_CANDIDATES = 10_000;

interface Candidate {
  readonly name: string;
  readonly attributes: readonly Resolved[];
  readonly at: number;
}

export class Inclusions {
  readonly #prefixes = { inclusion: new Set<string>(), schema: new Set<string>(), stylesheet: new Set<string>() };
  readonly #candidates: Candidate[] = [];
  readonly #found: Address[] = [];
  readonly #programs: Resolved[] = [];
  readonly #known = new Set<string>();

  /** A start tag, and those of its attributes that are of interest. */
  tag(name: string, attributes: readonly Resolved[], at: number): void {
    for (const each of attributes) this.#attribute(each);
    const asks = attributes.some((each) => each.name === 'href' || each.name === 'schemaLocation');
    if (asks && elementNames.includes(localOf(name))) this.#remember({ name, attributes, at });
  }

  /** Default attributes that may declare a prefix, or say what is included. */
  default({ element, name }: DefaultAttribute, value: string, at: number): void {
    const resolved = { name, value, at };
    this.#attribute(resolved);
    if (elementNames.includes(localOf(element))) this.#remember({ name: element, attributes: [resolved], at });
  }

  /** `<?xml-stylesheet href="a.xsl"?>` */
  instruction(target: string, text: string, at: number): void {
    if (target !== 'xml-stylesheet') return;
    const address = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/.exec(text);
    const isStyle = /\stype\s{0,9}=\s{0,9}["']text\/css/.test(text);
    if (address !== null && !isStyle) this.#add('stylesheet', target, address[1] ?? address[2] ?? '', at);
  }

  addresses(): readonly Address[] {
    for (const { name, attributes, at } of this.#candidates) {
      const local = localOf(name);
      const prefix = name.slice(0, Math.max(name.length - local.length - 1, 0));
      const value = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
      if (this.#prefixes.inclusion.has(prefix) && local === 'include') {
        const use = value('parse')?.trim() === 'text' ? 'text-inclusion' : 'inclusion';
        this.#tell(use, name, value('href') ?? '', at);
      }
      const schema = value('schemaLocation');
      if (this.#prefixes.schema.has(prefix) && schema !== undefined) this.#tell('schema-import', name, schema, at);
      const sheet = value('href');
      if (this.#prefixes.stylesheet.has(prefix) && sheet !== undefined)
        this.#tell('stylesheet-import', name, sheet, at);
    }
    // what is no stylesheet may declare what it likes
    if (this.#prefixes.stylesheet.size > 0) {
      for (const { name, value, at } of this.#programs) this.#tell('program', name, value, at);
    }
    return this.#found;
  }

  #attribute({ name, value, at }: Resolved): void {
    const local = localOf(name);
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      const prefix = name === 'xmlns' ? '' : local;
      for (const [kind, pattern] of Object.entries(known)) {
        if (pattern.test(value)) this.#prefixes[kind as keyof typeof known].add(prefix);
      }
      if (program.test(value) && this.#programs.length < MAX_CANDIDATES) this.#programs.push({ name, value, at });
    } else if (name === 'xml:base') this.#add('base', name, value, at);
    else if (local === 'noNamespaceSchemaLocation') this.#add('schema-hint', name, value, at);
    else if (local === 'schemaLocation' && name !== local) {
      // pairs of a namespace and a place
      const places = value
        .trim()
        .split(/\s+/)
        .filter((_, index) => index % 2 === 1);
      for (const place of places) this.#add('schema-hint', name, place, at);
    }
  }

  #remember(candidate: Candidate): void {
    const { name, attributes } = candidate;
    if (this.#isKnown(`<${name} ${attributes.map((each) => `${each.name}=${each.value}`).join(' ')}`)) return;
    if (this.#candidates.length >= MAX_CANDIDATES) {
      throw new LimitReached(
        'members',
        `has more than ${MAX_CANDIDATES.toLocaleString('en')} elements that may include others`,
      );
    }
    this.#candidates.push(candidate);
  }

  /** What is said again and again, as hints in each record of a collection, is told once. */
  #isKnown(key: string): boolean {
    if (this.#known.has(key)) return true;
    this.#known.add(key);
    return false;
  }

  #tell(use: Address['use'], name: string, address: string, at: number): void {
    this.#found.push({ use, name, address, publicId: undefined, at, isUsed: true });
  }

  #add(use: Address['use'], name: string, address: string, at: number): void {
    if (this.#isKnown(`${use} ${address}`)) return;
    if (this.#found.length >= MAX_CANDIDATES) {
      throw new LimitReached('members', `has more than ${MAX_CANDIDATES.toLocaleString('en')} addresses`);
    }
    this.#tell(use, name, address, at);
  }
}

const localOf = (name: string) => name.slice(name.lastIndexOf(':') + 1);
