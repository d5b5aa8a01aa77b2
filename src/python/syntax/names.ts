// Identifiers as small integers. The lexer interns every identifier it meets, so that no layer above ever compares or
// allocates identifier strings in a hot path: "is a keyword" and "is a name that a rule cares about" are range tests.

import type { NameId } from './tree.ts';

/**
 * Ids 1 to 35, in this order; the token kinds of keywords are the same numbers. The first group can only stand at the
 * start of a statement or clause, never inside brackets: that is how the lexer notices a bracket that nobody closed.
 */
// biome-ignore format: a list of words
const statementKeywords = [
  'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'except', 'finally', 'global', 'import', 'nonlocal',
  'pass', 'raise', 'return', 'try', 'while', 'with',
];
// biome-ignore format: a list of words
const otherKeywords = [
  'and', 'as', 'async', 'await', 'else', 'False', 'for', 'from', 'if', 'in', 'is', 'lambda', 'None', 'not', 'or',
  'True', 'yield',
];
const softKeywords = ['match', 'case', 'type', '_', 'print', 'exec', 'lazy'];

export const LAST_STATEMENT_KEYWORD = 18;
export const LAST_KEYWORD = 35;
export const LAST_SOFT_KEYWORD = 42;

/** Ids of the soft keywords. */
export const Soft = { match: 36, case: 37, type: 38, wildcard: 39, print: 40, exec: 41, lazy: 42 } as const;

/** Each byte is mixed into a name's hash by xor and then this factor (32-bit FNV-1a). */
export const HASH_FACTOR = 0x01000193;

const INITIAL_PLACES = 1 << 12;
const INITIAL_POOL = 1 << 14;

/**
 * Integers per place of the hash table: hash, key, offset in the pool, id. The key holds the name's last four bytes,
 * with the top bit set for names of more than four. So the key of a short ASCII name is the key of no other name, and
 * proves it; other names are compared by byte.
 */
export const PLACE_SIZE = 4;
const PLACE_KEY = 1;
const PLACE_OFFSET = 2;
const LONG = 1 << 31;
export const PLACE_ID = 3;

export class Names {
  /** Ids from here on are neither keywords, nor soft keywords, nor well known. */
  readonly firstOrdinary: NameId;
  /** Where hashes start: random, so that no file can be written whose names all collide. Ids do not depend on it. */
  readonly seed: number = (Math.random() * 0x100000000) | 0;
  /** Open addressing with linear probing; id 0 marks a free place. Read by the lexer, which looks at one place itself. */
  table: Int32Array = new Int32Array(INITIAL_PLACES * PLACE_SIZE);
  /** Number of places - 1. */
  mask: number = INITIAL_PLACES - 1;
  /** Bytes of all names, a zero byte behind each. */
  #pool: Uint8Array = new Uint8Array(INITIAL_POOL);
  #poolEnd = 1;
  #offsets: Int32Array = new Int32Array(INITIAL_PLACES);
  #count = 1;
  readonly #texts: (string | undefined)[] = [''];

  /** The well-known names get the ids behind the soft keywords, in order; duplicates and keywords keep their first id. */
  constructor(wellKnown: readonly string[] = []) {
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
    const hash = this.#hash(bytes, 0, bytes.length);
    const { table, mask } = this;
    for (let place = firstPlace(hash, mask); ; place = (place + 1) & mask) {
      const id = table[place * PLACE_SIZE + PLACE_ID] as number;
      if (id === 0 || (table[place * PLACE_SIZE] === hash && this.text(id) === text)) return id;
    }
  }

  internBytes(bytes: Uint8Array, start: number, end: number): NameId {
    let tail = 0;
    for (let at = start; at < end; at++) tail = (tail << 8) | (bytes[at] as number);
    return this.find(bytes, start, end, this.#hash(bytes, start, end), tail);
  }

  /** Interns bytes whose hash and last four bytes the caller has gathered while scanning them. */
  find(bytes: Uint8Array, start: number, end: number, hash: number, tail: number): NameId {
    const { table, mask } = this;
    const pool = this.#pool;
    const length = end - start;
    const key = length > 4 ? tail | LONG : tail;
    let place = firstPlace(hash, mask);
    for (;;) {
      const slot = place * PLACE_SIZE;
      const id = table[slot + PLACE_ID] as number;
      if (id === 0) return this.#add(bytes, start, end, hash, key);
      if (table[slot] === hash && table[slot + PLACE_KEY] === key) {
        // Equal hashes are no proof: two names must never become one.
        const offset = table[slot + PLACE_OFFSET] as number;
        if (pool[offset + length] === 0) {
          let index = length - 5;
          while (index >= 0 && pool[offset + index] === bytes[start + index]) index--;
          if (index < 0) return id;
        }
      }
      place = (place + 1) & mask;
    }
  }

  text(id: NameId): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    if (id < 0 || id >= this.#count) return '';
    const start = this.#offsets[id] as number;
    const text = decoder.decode(this.#pool.subarray(start, this.#pool.indexOf(0, start)));
    this.#texts[id] = text;
    return text;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, key: number): NameId {
    const id = this.#count++;
    const offset = this.#poolEnd;
    const length = end - start;
    this.#poolEnd = offset + length + 1;
    if (this.#poolEnd > this.#pool.length) {
      const pool = new Uint8Array(Math.max(this.#pool.length * 2, this.#poolEnd));
      pool.set(this.#pool);
      this.#pool = pool;
    }
    for (let index = 0; index < length; index++) this.#pool[offset + index] = bytes[start + index] as number;
    if (id === this.#offsets.length) {
      const offsets = new Int32Array(this.#offsets.length * 2);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    this.#offsets[id] = offset;
    this.#texts.push(undefined);
    if (id * 2 > this.mask) this.#growTable();
    this.#place(hash, key, offset, id);
    return id;
  }

  #place(hash: number, key: number, offset: number, id: NameId): void {
    const { table, mask } = this;
    let place = firstPlace(hash, mask);
    while (table[place * PLACE_SIZE + PLACE_ID] !== 0) place = (place + 1) & mask;
    const slot = place * PLACE_SIZE;
    table[slot] = hash;
    table[slot + PLACE_KEY] = key;
    table[slot + PLACE_OFFSET] = offset;
    table[slot + PLACE_ID] = id;
  }

  #growTable(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let slot = 0; slot < old.length; slot += PLACE_SIZE) {
      const id = old[slot + PLACE_ID] as number;
      if (id === 0) continue;
      this.#place(old[slot] as number, old[slot + PLACE_KEY] as number, old[slot + PLACE_OFFSET] as number, id);
    }
  }

  #hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.seed;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] as number), HASH_FACTOR);
    return hash;
  }
}

/** Multiplication leaves the low bits weak: the high ones are folded in. */
function firstPlace(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
