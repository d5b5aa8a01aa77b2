// Elements, text and references of a document, or of the replacement text of an entity: one pass over its units that
// counts what matters, remembers nothing that grows with the document but the open elements, and goes on behind mistakes.

import type { Budget } from '../budget.ts';
import { classOf, IN_DOUBLE, IN_SINGLE, NAME, NAME_START, PLAIN, SPACE, type XmlText } from './text.ts';

export interface Attribute {
  readonly name: string;
  /** where it stands, and its value, without quotes, in units */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface Watch {
  /** Reads a document type declaration at `position`; gives where it ends, or undefined when it does not. */
  doctype(position: number): number | undefined;
  /** A reference to an entity that is not predefined. */
  reference(name: string, position: number): void;
  /** A start tag whose element's or attributes' name is of interest, with those attributes. */
  tag(name: string, attributes: readonly Attribute[], start: number): void;
  instruction(target: string, start: number, end: number): void;
  mistake(text: string, position: number): void;
  /** hashes of names whose start tags `tag` wants to see */
  readonly elements: ReadonlySet<number>;
}

export interface Content {
  readonly elements: number;
  readonly depth: number;
  /** where it is deepest */
  readonly deepest: number;
  readonly attributes: number;
  /** the start tag with most of them */
  readonly busiest: number;
  /** the longest piece of markup that parsers take as one, and where it begins */
  readonly token: number;
  readonly longest: number;
  /** behind what belongs to the document */
  readonly end: number;
}

/** Attributes that may take part in reaching out, by the local part of their names. */
const localNames = ['schemaLocation', 'noNamespaceSchemaLocation', 'base', 'href', 'parse'];
/** Attributes of one tag that are remembered. */
const MAX_REMEMBERED = 256;
/** Open elements whose names are compared with those of their end tags. */
const MAX_COMPARED = 1_000_000;
const MAX_NAME = 1024;
/** Five bytes: one more still is a number that is exact. */
const MAX_PACKED = 2 ** 40;

const LESS = 0x3c;
const GREATER = 0x3e;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const HASH = 0x23;

export function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = step(hash, name.charCodeAt(at));
  return hash;
}

const step = (hash: number, unit: number) => (Math.imul(hash, 31) + (unit < 128 ? unit : 255)) | 0;

const wanted = new Set(localNames.map(hashOf));
const xmlns = hashOf('xmlns');

export class ContentReader {
  readonly #text: XmlText;
  readonly #watch: Watch;
  readonly #budget: Budget;
  /** the replacement text of an entity: no root, no prolog */
  readonly #isFragment: boolean;
  #open = new Int32Array(256);
  #level = 0;
  #elements = 0;
  #depth = 0;
  #deepest = 0;
  #attributes = 0;
  #busiest = 0;
  #token = 0;
  #longest = 0;
  #hasRoot = false;
  #hasDoctype = false;
  #end: number | undefined;
  readonly #names = new Map<number, string>();

  constructor(text: XmlText, watch: Watch, budget: Budget, isFragment: boolean) {
    this.#text = text;
    this.#watch = watch;
    this.#budget = budget;
    this.#isFragment = isFragment;
  }

  /** Throws when a limit is reached; {@link content} has what was found by then. */
  read(): void {
    this.#end = this.#all();
    if (this.#level > 0) this.#watch.mistake(`${this.#level} elements are not closed`, this.#end);
    else if (!this.#isFragment && !this.#hasRoot) this.#watch.mistake('there is no element', this.#end);
  }

  get content(): Content {
    return {
      elements: this.#elements,
      depth: this.#depth,
      deepest: this.#deepest,
      attributes: this.#attributes,
      busiest: this.#busiest,
      token: this.#token,
      longest: this.#longest,
      end: this.#end ?? this.#text.position,
    };
  }

  /** Gives where the document ends: at the end of the text, or where something else follows. */
  #all(): number {
    const text = this.#text;
    for (;;) {
      const isOutside = this.#level === 0 && !this.#isFragment;
      text.skip(isOutside ? SPACE : PLAIN);
      const start = text.position;
      const unit = text.peek();
      if (unit < 0) return start;
      this.#budget.spend();
      if (unit === LESS) {
        const isDone = isOutside && this.#hasRoot;
        text.index++;
        if (!this.#markup(start) && isDone) return start;
      } else if (isOutside) {
        this.#watch.mistake(
          this.#hasRoot ? 'something follows the last element' : 'text stands before the first element',
          start,
        );
        if (this.#hasRoot) return start;
        text.skip(PLAIN);
        if (text.peek() !== LESS) text.take();
      } else if (unit === AMPERSAND) this.#reference();
      else {
        this.#watch.mistake('a character that XML does not allow', start);
        text.take();
      }
    }
  }

  /** Behind `<`. False: something that may not follow the root element. */
  #markup(start: number): boolean {
    const text = this.#text;
    const unit = text.peek();
    if (unit === SLASH) {
      text.index++;
      this.#endTag(start);
      return this.#hasRoot;
    }
    if (unit === BANG) return this.#declaration(start);
    if (unit === QUESTION) {
      this.#instruction(start);
      return true;
    }
    if (unit >= 0 && (classOf[unit] as number) & NAME_START) {
      if (this.#level === 0 && !this.#isFragment) {
        if (this.#hasRoot) {
          this.#watch.mistake('a second element follows the first', start);
          return false;
        }
        this.#hasRoot = true;
      }
      this.#startTag(start);
      return true;
    }
    this.#watch.mistake('"<" begins nothing', start);
    return true;
  }

  #declaration(start: number): boolean {
    const text = this.#text;
    const isOutside = this.#level === 0 && !this.#isFragment;
    if (text.takeWord('!--')) {
      if (!text.skipPast('-->')) this.#watch.mistake('a comment does not end', start);
      this.#measure(start);
      return true;
    }
    if (text.takeWord('![CDATA[')) {
      if (isOutside) this.#watch.mistake('a CDATA section stands outside the root element', start);
      if (!text.skipPast(']]>')) this.#watch.mistake('a CDATA section does not end', start);
      return !isOutside;
    }
    if (text.takeWord('!DOCTYPE')) {
      if (!isOutside || this.#hasRoot || this.#hasDoctype) {
        this.#watch.mistake('a DOCTYPE stands where none may', start);
        return !isOutside;
      }
      this.#hasDoctype = true;
      const end = this.#watch.doctype(start);
      text.seek(end ?? text.size);
      return true;
    }
    this.#watch.mistake('"<!" begins nothing', start);
    return !isOutside;
  }

  #instruction(start: number): void {
    const text = this.#text;
    text.index++;
    const nameStart = text.position;
    text.skip(NAME);
    const target = text.decode(nameStart, text.position, MAX_NAME);
    if (!text.skipPast('?>')) this.#watch.mistake('a processing instruction does not end', start);
    this.#measure(start);
    if (target.toLowerCase() === 'xml' && start > 0)
      this.#watch.mistake('the XML declaration does not come first', start);
    this.#watch.instruction(target, start, text.position);
  }

  #endTag(start: number): void {
    const text = this.#text;
    let hash = 0;
    let unit = text.peek();
    while (unit >= 0 && (classOf[unit] as number) & NAME) {
      hash = step(hash, unit);
      text.index++;
      unit = text.peek();
    }
    text.skip(SPACE);
    if (text.peek() === GREATER) text.index++;
    else this.#watch.mistake('an end tag does not end', start);
    if (this.#level === 0) {
      this.#watch.mistake('an element ends that was not begun', start);
      return;
    }
    this.#level--;
    if (this.#level < MAX_COMPARED && this.#open[this.#level] !== hash) {
      this.#watch.mistake('an end tag does not belong to the element that is open', start);
    }
  }

  #startTag(start: number): void {
    const text = this.#text;
    const watch = this.#watch;
    const nameStart = text.position;
    let hash = 0;
    let local = 0;
    let unit = text.peek();
    while (unit >= 0 && (classOf[unit] as number) & NAME) {
      hash = step(hash, unit);
      local = unit === COLON ? 0 : step(local, unit);
      text.index++;
      unit = text.peek();
    }
    const nameEnd = text.position;
    this.#elements++;
    const isWatched = watch.elements.has(hash) || watch.elements.has(local);
    const attributes = this.#readAttributes(start, isWatched);
    if (text.peek() === SLASH) {
      text.index++;
      if (this.#level >= this.#depth) this.#reach(this.#level + 1, start);
    } else this.#enter(hash, start);
    if (text.peek() === GREATER) text.index++;
    else watch.mistake('a tag does not end', start);
    this.#measure(start);
    if (attributes !== undefined) watch.tag(text.decode(nameStart, nameEnd, MAX_NAME), attributes, start);
  }

  #enter(hash: number, start: number): void {
    if (this.#level < MAX_COMPARED) {
      if (this.#level === this.#open.length) {
        const grown = new Int32Array(this.#open.length * 4);
        grown.set(this.#open);
        this.#open = grown;
      }
      this.#open[this.#level] = hash;
    }
    this.#level++;
    if (this.#level > this.#depth) this.#reach(this.#level, start);
  }

  #reach(depth: number, start: number): void {
    this.#depth = depth;
    this.#deepest = start;
  }

  /** Gives those of interest; undefined where neither the element nor an attribute is. */
  #readAttributes(start: number, isWatched: boolean): Attribute[] | undefined {
    const text = this.#text;
    let count = 0;
    let isTold = isWatched;
    const spans: number[] = [];
    for (;;) {
      text.skip(SPACE);
      const nameStart = text.position;
      let unit = text.peek();
      if (unit < 0 || !((classOf[unit] as number) & NAME_START)) {
        if (unit < 0 || unit === GREATER || unit === SLASH) break;
        this.#watch.mistake('a tag holds something that is no attribute', nameStart);
        if (unit === LESS) break;
        text.index++;
        continue;
      }
      let prefix = 0;
      let local = 0;
      while (unit >= 0 && (classOf[unit] as number) & NAME) {
        if (unit === COLON) {
          prefix = local;
          local = 0;
        } else local = step(local, unit);
        text.index++;
        unit = text.peek();
      }
      const nameEnd = text.position;
      if (++count % 64 === 0) this.#budget.spend(64);
      text.skip(SPACE);
      if (text.peek() !== EQUALS) {
        this.#watch.mistake('an attribute has no value', nameStart);
        continue;
      }
      text.index++;
      text.skip(SPACE);
      const valueStart = text.position + 1;
      if (!this.#value()) continue;
      const isNamespace = prefix === xmlns || local === xmlns;
      const isWanted = wanted.has(local);
      if (!isNamespace && !isWanted && !isWatched) continue;
      if (isNamespace || (isWanted && local !== href && local !== parse)) isTold = true;
      if (spans.length < MAX_REMEMBERED * 4) spans.push(nameStart, nameEnd, valueStart, text.position - 1);
    }
    if (count > this.#attributes) {
      this.#attributes = count;
      this.#busiest = start;
    }
    return isTold ? this.#attributesAt(spans) : undefined;
  }

  #attributesAt(spans: readonly number[]): Attribute[] {
    const attributes: Attribute[] = [];
    for (let at = 0; at < spans.length; at += 4) {
      const [start, end, valueStart, valueEnd] = spans.slice(at, at + 4) as [number, number, number, number];
      attributes.push({ name: this.#text.decode(start, end, MAX_NAME), start, valueStart, valueEnd });
    }
    return attributes;
  }

  /** From its quote on. */
  #value(): boolean {
    const text = this.#text;
    const quote = text.peek();
    if (quote !== DOUBLE && quote !== 0x27) {
      this.#watch.mistake('the value of an attribute is not quoted', text.position);
      return false;
    }
    text.index++;
    const bit = quote === DOUBLE ? IN_DOUBLE : IN_SINGLE;
    for (;;) {
      text.skip(bit);
      const unit = text.peek();
      if (unit === quote) {
        text.index++;
        return true;
      }
      if (unit === AMPERSAND) this.#reference();
      else if (unit < 0) {
        this.#watch.mistake('the value of an attribute does not end', text.position);
        return false;
      } else {
        this.#watch.mistake('the value of an attribute holds what XML does not allow there', text.position);
        text.index++;
      }
    }
  }

  /** From `&` on. */
  #reference(): void {
    const text = this.#text;
    const start = text.position;
    text.index++;
    if (text.peek() === HASH) text.index++;
    const nameStart = text.position;
    const isCharacter = nameStart - start === 2;
    let packed = 0;
    let unit = text.peek();
    while (unit >= 0 && (classOf[unit] as number) & NAME) {
      packed = packed < MAX_PACKED ? packed * 256 + unit : Number.POSITIVE_INFINITY;
      text.index++;
      unit = text.peek();
    }
    const end = text.position;
    if (unit !== SEMICOLON || end === nameStart) {
      this.#watch.mistake('"&" begins no reference', start);
      return;
    }
    text.index++;
    if (isCharacter || packedNames.has(packed)) return;
    this.#watch.reference(this.#nameOf(packed, nameStart, end), start);
  }

  /** Names of up to six units are remembered by the number that they are, and not made anew for each reference. */
  #nameOf(packed: number, start: number, end: number): string {
    const known = this.#names.get(packed);
    if (known !== undefined) return known;
    const name = this.#text.decode(start, end, MAX_NAME);
    // other characters than those of ASCII may be one unit each
    if (packed !== Number.POSITIVE_INFINITY && /^[!-~]+$/.test(name)) this.#names.set(packed, name);
    return name;
  }

  #measure(start: number): void {
    const length = this.#text.position - start;
    if (length <= this.#token) return;
    this.#token = length;
    this.#longest = start;
  }
}

const href = hashOf('href');
const parse = hashOf('parse');

export const predefined: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Their names as numbers, which are looked up faster than text is made. */
const packedNames = new Set(
  [...predefined.keys()].map((name) => [...name].reduce((packed, char) => packed * 256 + char.charCodeAt(0), 0)),
);
