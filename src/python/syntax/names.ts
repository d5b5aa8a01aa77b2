// Identifiers as small integers. The lexer interns every identifier it meets, so that no layer above ever compares or
// allocates identifier strings in a hot path: "is a keyword" and "is a name that a rule cares about" are range tests.

import type { NameId } from './tree.ts';

/**
 * Ids 1 to 35, in this order; the token kinds of keywords are the same numbers. The first group can only stand at the
 * start of a statement or clause, never inside brackets: that is how the lexer notices a bracket that nobody closed.
 */
const statementKeywords = [
  'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'except', 'finally', 'global', 'import', 'nonlocal',
  'pass', 'raise', 'return', 'try', 'while', 'with',
]; // biome-ignore format: a list of words
const otherKeywords = [
  'and', 'as', 'async', 'await', 'else', 'False', 'for', 'from', 'if', 'in', 'is', 'lambda', 'None', 'not', 'or',
  'True', 'yield',
]; // biome-ignore format: a list of words
const softKeywords = ['match', 'case', 'type', '_', 'print', 'exec', 'lazy'];

export const LAST_STATEMENT_KEYWORD = statementKeywords.length;
export const LAST_KEYWORD = statementKeywords.length + otherKeywords.length;
export const LAST_SOFT_KEYWORD = LAST_KEYWORD + softKeywords.length;

/** Ids of the soft keywords. */
export const Soft = { match: 36, case: 37, type: 38, wildcard: 39, print: 40, exec: 41, lazy: 42 } as const;

/** Where the hash of a name starts; each byte is mixed in with {@link HASH_FACTOR} (32-bit FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

const INITIAL_NAMES = 1 << 14;
const INITIAL_POOL = 1 << 17;

export class Names {
  /** Ids from here on are neither keywords, nor soft keywords, nor well known. */
  readonly firstOrdinary: NameId;
  /** Open addressing, linear probing; pairs of hash and id, id 0 marks a free place. */
  #table: Int32Array;
  #mask: number;
  /** Bytes of all names; name `id` lies between `#offsets[id]` and `#offsets[id + 1]`. */
  #pool: Uint8Array;
  #offsets: Int32Array;
  #count: number;
  readonly #texts: (string | undefined)[];

  /** The well-known names get the ids behind the soft keywords, in order; duplicates and keywords keep their first id. */
  constructor(wellKnown: readonly string[] = []) {
    this.#table = new Int32Array(INITIAL_NAMES * 4);
    this.#mask = INITIAL_NAMES * 2 - 1;
    this.#pool = new Uint8Array(INITIAL_POOL);
    this.#offsets = new Int32Array(INITIAL_NAMES);
    this.#count = 1;
    this.#texts = [''];
    for (const word of [...statementKeywords, ...otherKeywords, ...softKeywords, ...wellKnown]) this.intern(word);
    this.firstOrdinary = this.#count;
  }

  /** Number of ids given so far, id 0 included. */
  get count(): number {
    return this.#count;
  }

  isKeyword(id: NameId): boolean {
    return id !== 0 && id <= LAST_KEYWORD;
  }

  isWellKnown(id: NameId): boolean {
    return id > LAST_SOFT_KEYWORD && id < this.firstOrdinary;
  }

  intern(text: string): NameId {
    const bytes = encoder.encode(text);
    return this.internBytes(bytes, 0, bytes.length);
  }

  /** The id of a name if it has one already, else 0. */
  lookup(text: string): NameId {
    const bytes = encoder.encode(text);
    const hash = hashOf(bytes, 0, bytes.length);
    const table = this.#table;
    for (let place = (hash ^ (hash >>> 15)) & this.#mask; ; place = (place + 1) & this.#mask) {
      const id = table[place * 2 + 1] as number;
      if (id === 0) return 0;
      if (table[place * 2] === hash && this.text(id) === text) return id;
    }
  }

  internBytes(bytes: Uint8Array, start: number, end: number): NameId {
    return this.find(bytes, start, end, hashOf(bytes, start, end));
  }

  /** Interns bytes whose hash the caller has computed while scanning them. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): NameId {
    const table = this.#table;
    const mask = this.#mask;
    const offsets = this.#offsets;
    const pool = this.#pool;
    const length = end - start;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const id = table[place * 2 + 1] as number;
      if (id === 0) return this.#add(bytes, start, end, hash, place);
      if (table[place * 2] === hash) {
        // Equal hashes are not proof: two names of the same hash must not become one.
        const offset = offsets[id] as number;
        if ((offsets[id + 1] as number) - offset === length) {
          let index = 0;
          while (index < length && pool[offset + index] === bytes[start + index]) index++;
          if (index === length) return id;
        }
      }
      place = (place + 1) & mask;
    }
  }

  text(id: NameId): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    if (id < 0 || id >= this.#count) return '';
    const text = decoder.decode(this.#pool.subarray(this.#offsets[id] as number, this.#offsets[id + 1] as number));
    this.#texts[id] = text;
    return text;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, place: number): NameId {
    const id = this.#count++;
    const offset = this.#offsets[id] as number;
    const length = end - start;
    if (offset + length > this.#pool.length) {
      const pool = new Uint8Array(Math.max(this.#pool.length * 2, offset + length));
      pool.set(this.#pool);
      this.#pool = pool;
    }
    for (let index = 0; index < length; index++) this.#pool[offset + index] = bytes[start + index] as number;
    if (id + 2 > this.#offsets.length) {
      const offsets = new Int32Array(this.#offsets.length * 2);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    this.#offsets[id + 1] = offset + length;
    this.#texts.push(undefined);
    this.#table[place * 2] = hash;
    this.#table[place * 2 + 1] = id;
    if (id * 2 > this.#mask) this.#growTable();
    return id;
  }

  #growTable(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length / 2 - 1;
    for (let from = 0; from < old.length; from += 2) {
      const id = old[from + 1] as number;
      if (id === 0) continue;
      const hash = old[from] as number;
      let place = (hash ^ (hash >>> 15)) & mask;
      while (table[place * 2 + 1] !== 0) place = (place + 1) & mask;
      table[place * 2] = hash;
      table[place * 2 + 1] = id;
    }
    this.#table = table;
    this.#mask = mask;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] as number), HASH_FACTOR);
  return hash;
}
