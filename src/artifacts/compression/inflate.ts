// Deflate (RFC 1951), decoded as zlib decodes it, of any length and with 32 KiB of memory for what may be referred to. Our
// own, since nothing that there is works synchronously, by pieces, and says exactly where a stream ends: that is where the
// next member of an archive begins, or where something hides.

import type { Budget } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import type { Decoded, Decoder, Sink } from './decoder.ts';
import { buildTable, distanceMeaning, kinds, literalMeaning, newTables, plainMeaning, type Table } from './huffman.ts';
import { Stop } from './stream.ts';

export const inflate: Decoder = (source, from, to, budget, sink) => new Inflation(source, from, to, budget, sink).run();

const WINDOW = 32 * 1024;
const LONGEST_MATCH = 258;
/** bytes of input that one step may take: 48 bits, and what the bit buffer holds */
const MOST_INPUT = 8;
/** Below this, a plain loop is faster than a call. */
const SHORT_COPY = 24;

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

class Inflation {
  readonly #source: ByteSource;
  readonly #to: number;
  readonly #budget: Budget;
  readonly #sink: Sink;
  readonly #tables = newTables();
  /** the page that is read, where it begins in the source, and the next byte in it */
  #input: Uint8Array = new Uint8Array(0);
  #base: number;
  #next = 0;
  /** bits that were taken from the input and not used yet, the next one lowest */
  #held = 0;
  #bits = 0;
  /** what came out: first what was handed on, and may be referred to */
  #out: Uint8Array;
  #at = 0;
  #handedOn = 0;

  constructor(source: ByteSource, from: number, to: number, budget: Budget, sink: Sink) {
    this.#source = source;
    this.#to = Math.min(to, source.size);
    this.#base = from;
    this.#budget = budget;
    this.#sink = sink;
    this.#out = new Uint8Array(to - from < WINDOW / 2 ? 2 * WINDOW : 8 * WINDOW);
  }

  run(): Decoded {
    try {
      while (!this.#block());
      this.#handOn();
      return { end: this.#end, outcome: 'whole' };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const { outcome, why } = error;
      // What came before the damage has been seen by loaders that read by pieces.
      if (outcome !== 'stopped' && this.#at > this.#handedOn) {
        this.#sink(this.#out.subarray(this.#handedOn, this.#at), this.#end);
      }
      return { end: this.#end, outcome, ...(why === undefined ? {} : { why }) };
    }
  }

  /** Behind the last byte of which bits were used. */
  get #end(): number {
    return this.#base + this.#next - (this.#bits >> 3);
  }

  /** Decodes a block; true behind the last one. */
  #block(): boolean {
    this.#budget.spend();
    const isLast = this.#take(1) === 1;
    const kind = this.#take(2);
    if (kind === 3) throw new Stop('damaged', 'a block of it is of no kind that there is');
    if (kind === 0) this.#stored();
    else {
      if (kind === 1) this.#fixedTables();
      else this.#dynamicTables();
      this.#compressed();
    }
    return isLast;
  }

  #stored(): void {
    this.#take(this.#bits & 7);
    const length = this.#take(16);
    if ((this.#take(16) ^ 0xffff) !== length) throw new Stop('damaged', 'the length of a stored block is damaged');
    for (let left = length; left > 0; ) {
      if (this.#at === this.#out.length) this.#handOn();
      if (this.#bits > 0) {
        this.#out[this.#at++] = this.#take(8);
        left--;
        continue;
      }
      if (this.#next === this.#input.length && !this.#nextPage()) throw new Stop('truncated');
      const count = Math.min(left, this.#input.length - this.#next, this.#out.length - this.#at);
      this.#out.set(this.#input.subarray(this.#next, this.#next + count), this.#at);
      this.#next += count;
      this.#at += count;
      left -= count;
    }
  }

  #fixedTables(): void {
    const lengths = new Uint8Array(288 + 32);
    lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);
    buildTable(this.#tables.literals, 9, lengths, 0, 288, literalMeaning);
    buildTable(this.#tables.distances, 5, lengths, 288, 320, distanceMeaning);
  }

  #dynamicTables(): void {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const given = this.#take(4) + 4;
    if (literals > 286 || distances > 30) throw new Stop('damaged', 'a block has too many codes');
    const lengths = new Uint8Array(literals + distances);
    const codeLengths = new Uint8Array(19);
    for (let index = 0; index < given; index++) codeLengths[lengthOrder[index] as number] = this.#take(3);
    const table = this.#tables.lengths;
    const isSound = buildTable(table, 7, codeLengths, 0, 19, plainMeaning);
    if (!isSound) throw new Stop('damaged', 'the codes of a block contradict each other');
    for (let at = 0; at < lengths.length; ) {
      const symbol = this.#symbol(table);
      if (symbol >> 24 === kinds.invalid) throw new Stop('damaged', 'a block has no codes');
      const value = symbol >> 8;
      if (value < 16) {
        lengths[at++] = value;
        continue;
      }
      if (value === 16 && at === 0) throw new Stop('damaged', 'a block repeats the code before its first');
      const repeated = value === 16 ? (lengths[at - 1] as number) : 0;
      const count = value === 16 ? 3 + this.#take(2) : value === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (at + count > lengths.length) throw new Stop('damaged', 'a block has too many codes');
      lengths.fill(repeated, at, at + count);
      at += count;
    }
    if (lengths[256] === 0) throw new Stop('damaged', 'a block has no end');
    const hasTables =
      buildTable(this.#tables.literals, 10, lengths, 0, literals, literalMeaning) &&
      buildTable(this.#tables.distances, 9, lengths, literals, literals + distances, distanceMeaning);
    if (!hasTables) throw new Stop('damaged', 'the codes of a block contradict each other');
  }

  #compressed(): void {
    for (;;) {
      if (this.#out.length - this.#at < LONGEST_MATCH) this.#handOn();
      const isAtEnd = this.#input.length - this.#next >= MOST_INPUT ? this.#symbols() : this.#step();
      if (isAtEnd) return;
    }
  }

  /**
   * Decodes as far as there are input and room for any symbol; true at the end of the block. The loop that everything
   * hangs on: all that changes is local.
   */
  #symbols(): boolean {
    const input = this.#input;
    const out = this.#out;
    const literals = this.#tables.literals.entries;
    const distances = this.#tables.distances.entries;
    const literalMask = (1 << this.#tables.literals.root) - 1;
    const distanceMask = (1 << this.#tables.distances.root) - 1;
    const lastInput = input.length - MOST_INPUT;
    const lastOut = out.length - LONGEST_MATCH;
    let next = this.#next;
    let held = this.#held;
    let bits = this.#bits;
    let at = this.#at;
    let wrong: string | undefined;
    let isAtEnd = false;
    while (next <= lastInput && at <= lastOut) {
      while (bits < 24) {
        held |= (input[next++] as number) << bits;
        bits += 8;
      }
      let entry = literals[held & literalMask] as number;
      if (entry >>> 24 === kinds.link) {
        held >>>= entry & 15;
        bits -= entry & 15;
        entry = literals[((entry >>> 8) & 0xffff) + (held & ((1 << ((entry >>> 4) & 15)) - 1))] as number;
      }
      held >>>= entry & 15;
      bits -= entry & 15;
      if (entry >>> 24 === kinds.literal) {
        out[at++] = entry >>> 8;
        continue;
      }
      if (entry >>> 24 !== kinds.base) {
        if (entry >>> 24 === kinds.end) isAtEnd = true;
        else wrong = 'it has a code that stands for nothing';
        break;
      }
      const lengthExtra = (entry >>> 4) & 15;
      const length = ((entry >>> 8) & 0xffff) + (held & ((1 << lengthExtra) - 1));
      held >>>= lengthExtra;
      bits -= lengthExtra;
      while (bits < 24) {
        held |= (input[next++] as number) << bits;
        bits += 8;
      }
      entry = distances[held & distanceMask] as number;
      if (entry >>> 24 === kinds.link) {
        held >>>= entry & 15;
        bits -= entry & 15;
        entry = distances[((entry >>> 8) & 0xffff) + (held & ((1 << ((entry >>> 4) & 15)) - 1))] as number;
      }
      held >>>= entry & 15;
      bits -= entry & 15;
      if (entry >>> 24 !== kinds.base) {
        wrong = 'it has a distance that stands for nothing';
        break;
      }
      const distanceExtra = (entry >>> 4) & 15;
      while (bits < distanceExtra) {
        held |= (input[next++] as number) << bits;
        bits += 8;
      }
      const distance = ((entry >>> 8) & 0xffff) + (held & ((1 << distanceExtra) - 1));
      held >>>= distanceExtra;
      bits -= distanceExtra;
      if (distance > at) {
        wrong = 'it refers to what lies before its beginning';
        break;
      }
      at = copy(out, at, distance, length);
    }
    this.#next = next;
    this.#held = held;
    this.#bits = bits;
    this.#at = at;
    if (wrong !== undefined) throw new Stop('damaged', wrong);
    return isAtEnd;
  }

  /** One symbol, across the border between pages or near the end of the input. */
  #step(): boolean {
    const entry = this.#symbol(this.#tables.literals);
    const kind = entry >>> 24;
    if (kind === kinds.literal) {
      this.#out[this.#at++] = entry >>> 8;
      return false;
    }
    if (kind === kinds.end) return true;
    if (kind !== kinds.base) throw new Stop('damaged', 'it has a code that stands for nothing');
    const length = ((entry >>> 8) & 0xffff) + this.#take((entry >>> 4) & 15);
    const far = this.#symbol(this.#tables.distances);
    if (far >>> 24 !== kinds.base) throw new Stop('damaged', 'it has a distance that stands for nothing');
    const distance = ((far >>> 8) & 0xffff) + this.#take((far >>> 4) & 15);
    if (distance > this.#at) throw new Stop('damaged', 'it refers to what lies before its beginning');
    this.#at = copy(this.#out, this.#at, distance, length);
    return false;
  }

  #symbol({ entries, root }: Table): number {
    this.#tryToHold(root);
    let entry = entries[this.#held & ((1 << root) - 1)] as number;
    if (entry >>> 24 === kinds.link) {
      const width = (entry >>> 4) & 15;
      this.#drop(root);
      this.#tryToHold(width);
      entry = entries[((entry >>> 8) & 0xffff) + (this.#held & ((1 << width) - 1))] as number;
    }
    this.#drop(entry & 15);
    return entry;
  }

  #take(count: number): number {
    this.#tryToHold(count);
    const value = this.#held & ((1 << count) - 1);
    this.#drop(count);
    return value;
  }

  #drop(count: number): void {
    if (count > this.#bits) throw new Stop('truncated');
    this.#held >>>= count;
    this.#bits -= count;
  }

  /** Holds as many bits as asked for, 16 at most, if there are so many. */
  #tryToHold(count: number): void {
    while (this.#bits < count) {
      if (this.#next === this.#input.length && !this.#nextPage()) return;
      this.#held |= (this.#input[this.#next++] as number) << this.#bits;
      this.#bits += 8;
    }
  }

  #nextPage(): boolean {
    this.#base += this.#next;
    this.#next = 0;
    this.#input = new Uint8Array(0);
    if (this.#base >= this.#to) return false;
    const { start, bytes } = this.#source.pageAt(this.#base);
    this.#input = bytes.subarray(this.#base - start, this.#to - start);
    return true;
  }

  /** Hands on what came out, and keeps what may be referred to. */
  #handOn(): void {
    if (this.#at > this.#handedOn) {
      this.#budget.spend(1 + ((this.#at - this.#handedOn) >> 6));
      const answer = this.#sink(this.#out.subarray(this.#handedOn, this.#at), this.#end);
      if (answer === 'enough') throw new Stop('stopped');
    }
    if (this.#at > WINDOW) {
      this.#out.copyWithin(0, this.#at - WINDOW, this.#at);
      this.#at = WINDOW;
    }
    this.#handedOn = this.#at;
  }
}

/** Copies within what came out; where the stretches overlap, what was just written is repeated. */
function copy(out: Uint8Array, at: number, distance: number, length: number): number {
  const end = at + length;
  if (length < SHORT_COPY || (distance > 1 && distance < length)) {
    for (let to = at; to < end; to++) out[to] = out[to - distance] as number;
  } else if (distance === 1) out.fill(out[at - 1] as number, at, end);
  else out.copyWithin(at, at - distance, at - distance + length);
  return end;
}
