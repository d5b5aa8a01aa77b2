// The document type declaration with its internal subset (XML 1.0, 2.8 and 3 to 4): what entities and default attributes
// it declares, and what outside the document it names. Nothing is expanded and nothing is fetched.

import { type Budget, LimitReached } from '../budget.ts';

export interface ExternalId {
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
}

export interface Entity {
  readonly name: string;
  readonly isParameter: boolean;
  /** in the text of the declaration */
  readonly at: number;
  /** The replacement text: references to characters are replaced, others stand in it. Undefined for external entities. */
  readonly value: string | undefined;
  /** parameter entities whose text is put into the value where it is declared, which only other entities may ask for */
  readonly valueParameters: readonly string[];
  readonly external: ExternalId | undefined;
  /** data of another kind, which no parser reads */
  readonly isUnparsed: boolean;
  /** references to parameter entities stand before it: some parsers do not read it then */
  readonly behind: 'nothing' | 'parameters' | 'external parameters';
}

export interface DefaultAttribute {
  readonly element: string;
  readonly name: string;
  /** as it stands in the declaration, references included */
  readonly value: string;
  readonly at: number;
}

export interface Doctype {
  readonly name: string;
  readonly external: ExternalId | undefined;
  readonly hasSubset: boolean;
  /** the first declaration of each name, which is the one that counts */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly parameters: ReadonlyMap<string, Entity>;
  readonly defaults: readonly DefaultAttribute[];
  /** names of the attributes that are declared, by element */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  /** how deep the parentheses in a declaration go */
  readonly modelDepth: number;
  /** references to parameter entities between declarations */
  readonly parameterReferences: ReadonlyMap<string, { readonly count: number; readonly at: number }>;
  /** what is wrong with it, and where */
  readonly mistake: { readonly text: string; readonly at: number } | undefined;
  /** behind its `>` */
  readonly end: number;
}

/** Reads a declaration that `text` begins with; undefined when `text` ends before it does. */
export function readDoctype(text: string, budget: Budget): Doctype | undefined {
  const reader = new DoctypeReader(text, budget);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof TextEnded) return undefined;
    throw error;
  }
}

/** Each is remembered, and is larger in memory than in the document. */
const MAX_DECLARATIONS = 200_000;

class TextEnded extends Error {}

/** Text that is read now: the document's, or that of a parameter entity that is referred to in it. */
interface Layer {
  readonly text: string;
  index: number;
}

const space = /[ \t\r\n]/;
const nameEnd = /[ \t\r\n<>"'&%;=()[\]|,*?+/!]/;

class DoctypeReader {
  readonly #document: Layer;
  readonly #budget: Budget;
  /** the innermost last */
  readonly #layers: Layer[];
  readonly #entities = new Map<string, Entity>();
  readonly #parameters = new Map<string, Entity>();
  readonly #defaults: DefaultAttribute[] = [];
  readonly #attributes = new Map<string, Set<string>>();
  readonly #references = new Map<string, { count: number; at: number }>();
  #mistake: Doctype['mistake'];
  #modelDepth = 0;
  #isBehindExternal = false;

  constructor(text: string, budget: Budget) {
    this.#document = { text, index: 0 };
    this.#layers = [this.#document];
    this.#budget = budget;
  }

  read(): Doctype {
    this.#document.index = '<!DOCTYPE'.length;
    this.#space();
    const name = this.#name();
    this.#space();
    const external = this.#externalId();
    this.#space();
    const hasSubset = this.#takes('[');
    if (hasSubset) this.#subset();
    this.#space();
    if (!this.#takes('>')) {
      this.#wrong('something else than ">" ends the DOCTYPE');
      this.#skipPast('>');
    }
    return {
      name,
      external,
      hasSubset,
      entities: this.#entities,
      parameters: this.#parameters,
      defaults: this.#defaults,
      attributes: this.#attributes,
      modelDepth: this.#modelDepth,
      parameterReferences: this.#references,
      mistake: this.#mistake,
      end: this.#document.index,
    };
  }

  get #layer(): Layer {
    return this.#layers.at(-1) as Layer;
  }

  #subset(): void {
    for (let count = 0; ; count++) {
      this.#budget.spend();
      if (count > MAX_DECLARATIONS) throw new LimitReached('members', 'has more declarations than anybody reads');
      const layer = this.#layer;
      while (layer.index < layer.text.length && space.test(layer.text[layer.index] as string)) layer.index++;
      if (layer.index >= layer.text.length) {
        if (layer === this.#document) throw new TextEnded();
        this.#layers.pop();
      } else if (this.#takes(']')) {
        if (layer === this.#document) return;
        this.#wrong('a parameter entity ends the subset');
      } else if (this.#takes('%')) this.#include();
      else if (this.#takes('<!--')) this.#skipPast('-->');
      else if (this.#takes('<?')) this.#skipPast('?>');
      else if (this.#takes('<!ENTITY')) this.#entity();
      else if (this.#takes('<!ATTLIST')) this.#attributeList();
      else if (this.#takes('<!ELEMENT') || this.#takes('<!NOTATION')) this.#skipDeclaration();
      else {
        this.#wrong(
          layer.text.startsWith('<![', layer.index)
            ? 'a conditional section, which only external subsets may hold'
            : 'something that is no declaration stands in the DOCTYPE',
        );
        layer.index++;
      }
    }
  }

  /** Declarations in a parameter entity are read at its first reference; those of a second one would change nothing. */
  #include(): void {
    const at = this.#at - 1;
    const name = this.#name();
    if (!this.#takes(';')) this.#wrong('a reference to a parameter entity does not end');
    const known = this.#references.get(name);
    if (known !== undefined) {
      known.count++;
      return;
    }
    this.#references.set(name, { count: 1, at });
    const value = this.#parameters.get(name)?.value;
    if (value === undefined) this.#isBehindExternal = true;
    else this.#layers.push({ text: value, index: 0 });
  }

  #entity(): void {
    const at = this.#at - '<!ENTITY'.length;
    this.#space();
    const isParameter = this.#takes('%');
    this.#space();
    const name = this.#name();
    this.#space();
    const external = this.#externalId();
    const literal = external === undefined ? this.#literal() : undefined;
    this.#space();
    const isUnparsed = this.#takes('NDATA');
    this.#skipDeclaration();
    if (literal === undefined && external === undefined) {
      this.#wrong(`the entity ${name} has no value`);
      return;
    }
    if (literal?.includes('%') && this.#layers.length === 1) {
      this.#wrong(`there is a "%" in the value of ${name}, which only external subsets may hold`);
    }
    const valueParameters = [...(literal ?? '').matchAll(/%([^%;\s]{1,256});/g)].map(([, found]) => found as string);
    const map = isParameter ? this.#parameters : this.#entities;
    if (map.has(name)) return;
    const value = literal === undefined ? undefined : replaceCharacters(literal);
    const behind =
      this.#references.size === 0 ? 'nothing' : this.#isBehindExternal ? 'external parameters' : 'parameters';
    map.set(name, { name, isParameter, at, value, valueParameters, external, isUnparsed, behind });
  }

  #attributeList(): void {
    this.#space();
    const element = this.#name();
    const declared = this.#attributes.get(element) ?? new Set<string>();
    this.#attributes.set(element, declared);
    for (;;) {
      this.#budget.spend();
      this.#space();
      if (this.#takes('>')) break;
      const at = this.#at;
      const name = this.#name();
      if (name === '') {
        this.#wrong('an attribute is declared without a name');
        this.#skipDeclaration();
        return;
      }
      this.#space();
      this.#type();
      this.#space();
      const isFirst = !declared.has(name);
      declared.add(name);
      if (this.#takes('#REQUIRED') || this.#takes('#IMPLIED')) continue;
      if (this.#takes('#FIXED')) this.#space();
      const value = this.#literal();
      if (value === undefined) {
        this.#wrong(`the attribute ${name} has no default`);
        this.#skipDeclaration();
        return;
      }
      if (isFirst) this.#defaults.push({ element, name, value, at });
    }
  }

  /** `CDATA`, `NOTATION (a|b)`, `(yes|no)` */
  #type(): void {
    if (this.#peek() !== '(') this.#name();
    this.#space();
    if (this.#takes('(')) this.#skipPast(')');
  }

  #externalId(): ExternalId | undefined {
    if (this.#takes('SYSTEM')) {
      this.#space();
      return { publicId: undefined, systemId: this.#literal() };
    }
    if (!this.#takes('PUBLIC')) return undefined;
    this.#space();
    const publicId = this.#literal();
    this.#space();
    return { publicId, systemId: this.#literal() };
  }

  /** Past the end of a declaration; what is quoted does not end it. */
  #skipDeclaration(): void {
    let depth = 0;
    for (;;) {
      const char = this.#peek();
      if (char === '"' || char === "'") this.#literal();
      else if (char === '') {
        this.#wrong('a declaration does not end');
        return;
      } else {
        this.#layer.index++;
        if (char === '(') this.#modelDepth = Math.max(this.#modelDepth, ++depth);
        else if (char === ')') depth--;
        else if (char === '>') return;
      }
    }
  }

  #literal(): string | undefined {
    const quote = this.#peek();
    if (quote !== '"' && quote !== "'") return undefined;
    const layer = this.#layer;
    const start = layer.index + 1;
    const end = layer.text.indexOf(quote, start);
    if (end < 0) {
      this.#end();
      return '';
    }
    layer.index = end + 1;
    return layer.text.slice(start, end);
  }

  #name(): string {
    const layer = this.#layer;
    const start = layer.index;
    while (layer.index < layer.text.length && !nameEnd.test(layer.text[layer.index] as string)) layer.index++;
    return layer.text.slice(start, layer.index);
  }

  #space(): void {
    while (space.test(this.#peek())) this.#layer.index++;
  }

  /** Empty at the end of a parameter entity; the document has to go on. */
  #peek(): string {
    const layer = this.#layer;
    if (layer.index >= layer.text.length) this.#end();
    return layer.text[layer.index] ?? '';
  }

  #takes(word: string): boolean {
    const layer = this.#layer;
    if (!layer.text.startsWith(word, layer.index)) {
      // a word that the text may break off in
      if (layer === this.#document && word.startsWith(layer.text.slice(layer.index, layer.index + word.length))) {
        throw new TextEnded();
      }
      return false;
    }
    layer.index += word.length;
    return true;
  }

  #skipPast(mark: string): void {
    const layer = this.#layer;
    const found = layer.text.indexOf(mark, layer.index);
    if (found < 0) this.#end();
    else layer.index = found + mark.length;
  }

  #end(): void {
    const layer = this.#layer;
    if (layer === this.#document) throw new TextEnded();
    layer.index = layer.text.length;
  }

  /** In the document; of what stands in parameter entities, where they are referred to. */
  get #at(): number {
    return this.#document.index;
  }

  #wrong(text: string): void {
    this.#mistake ??= { text, at: this.#at };
  }
}

/** What a reference to a character stands for; undefined for none. */
export function characterOf(reference: string): string | undefined {
  const code = reference.startsWith('x') ? Number.parseInt(reference.slice(1), 16) : Number.parseInt(reference, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function replaceCharacters(literal: string): string {
  if (!literal.includes('&#')) return literal;
  return literal.replace(
    /&#(x[0-9a-fA-F]{1,10}|[0-9]{1,10});/g,
    (all, reference: string) => characterOf(reference) ?? all,
  );
}
