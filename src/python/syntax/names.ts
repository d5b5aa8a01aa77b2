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

/** A name's first four bytes, the next four, and then each byte are mixed into its hash by xor and this factor. */
export const HASH_FACTOR = 0x2c1b3c6d;

/** What of a name's first and second four bytes belongs to it, by its size. */
export const firstMask = new Int32Array(32).fill(-1);
export const secondMask = new Int32Array(32).fill(-1);
firstMask.set([0, 0xff, 0xffff, 0xffffff]);
secondMask.set([0, 0, 0, 0, 0, 0xff, 0xffff, 0xffffff]);

const INITIAL_PLACES = 1 << 5;
const INITIAL_POOL = 1 << 7;

/**
 * Integers per place of the hash table: two keys, offset in the pool, id. The keys hold the name's first eight bytes, the
 * first four in the first key; the top bit of the second is set for names of more than eight. So the keys of a short
 * ASCII name are those of no other name, and prove it; other names are compared by byte.
 */
export const PLACE_SIZE = 4;
const PLACE_OFFSET = 2;
export const PLACE_ID = 3;
const LONG = 1 << 31;

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
  #hashes: Int32Array = new Int32Array(INITIAL_PLACES);
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
    return this.internBytes(bytes);
  }

  /** The id of a name if it has one already, else 0. */
  lookup(text: string): NameId {
    const bytes = encoder.encode(text);
    const { table, mask } = this;
    for (let place = firstPlace(this.#hash(bytes), mask); ; place = (place + 1) & mask) {
      const id = table[place * PLACE_SIZE + PLACE_ID] as number;
      if (id === 0 || this.text(id) === text) return id;
    }
  }

  internBytes(bytes: Uint8Array): NameId {
    return this.find(bytes, 0, bytes.length, this.#hash(bytes), firstFour(bytes, 0), firstFour(bytes, 4));
  }

  /** Interns bytes whose hash and first bytes (four in `first`, the four after them in `next`) the caller has gathered. */
  find(bytes: Uint8Array, start: number, end: number, hash: number, first: number, next: number): NameId {
    const { table, mask } = this;
    const pool = this.#pool;
    const length = end - start;
    const second = length > 8 ? next | LONG : next;
    let place = firstPlace(hash, mask);
    for (;;) {
      const slot = place * PLACE_SIZE;
      const id = table[slot + PLACE_ID] as number;
      if (id === 0) return this.#add(bytes, start, end, hash, first, second);
      if (table[slot] === first && table[slot + 1] === second) {
        // Equal keys are no proof for long names: two names must never become one.
        const offset = table[slot + PLACE_OFFSET] as number;
        if (pool[offset + length] === 0) {
          let index = 8;
          while (index < length && pool[offset + index] === bytes[start + index]) index++;
          if (index >= length) return id;
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

  #add(bytes: Uint8Array, start: number, end: number, hash: number, first: number, second: number): NameId {
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
      this.#offsets = doubled(this.#offsets);
      this.#hashes = doubled(this.#hashes);
    }
    this.#offsets[id] = offset;
    this.#hashes[id] = hash;
    this.#texts.push(undefined);
    if (id * 2 > this.mask) this.#growTable();
    this.#place(hash, first, second, offset, id);
    return id;
  }

  #place(hash: number, first: number, second: number, offset: number, id: NameId): void {
    const { table, mask } = this;
    let place = firstPlace(hash, mask);
    while (table[place * PLACE_SIZE + PLACE_ID] !== 0) place = (place + 1) & mask;
    const slot = place * PLACE_SIZE;
    table[slot] = first;
    table[slot + 1] = second;
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
      const hash = this.#hashes[id] as number;
      this.#place(hash, old[slot] as number, old[slot + 1] as number, old[slot + PLACE_OFFSET] as number, id);
    }
  }

  #hash(bytes: Uint8Array): number {
    let hash = Math.imul(firstFour(bytes, 0) ^ this.seed, HASH_FACTOR);
    hash = Math.imul(hash ^ (hash >>> 15) ^ firstFour(bytes, 4), HASH_FACTOR);
    for (let at = 8; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_FACTOR);
    return hash;
  }
}

/** Four bytes from `at` as the lexer reads them, zeros behind the end. */
function firstFour(bytes: Uint8Array, at: number): number {
  let word = 0;
  for (let index = 3; index >= 0; index--) word = (word << 8) | (bytes[at + index] ?? 0);
  return word;
}

function doubled(old: Int32Array): Int32Array {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}

/** Multiplication leaves the low bits weak: the high ones are folded in. */
function firstPlace(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
