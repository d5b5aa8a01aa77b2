// LZMA: literals and matches under a range coder whose probabilities learn (lzma-specification.txt of the LZMA SDK). One state
// for what LZMA2, .lzma files and zip members have in common.

import { MAX_WINDOW, type Output, Stop } from './stream.ts';

/** The most input that one symbol takes (liblzma: LZMA_IN_REQUIRED). */
export const MOST_INPUT = 20;
const LONGEST_MATCH = 273;
const STATES = 12;

// Where the probabilities of each kind begin.
const IS_MATCH = 0;
const IS_REP = IS_MATCH + (STATES << 4);
const IS_REP_0 = IS_REP + STATES;
const IS_REP_1 = IS_REP_0 + STATES;
const IS_REP_2 = IS_REP_1 + STATES;
const IS_LONG_REP_0 = IS_REP_2 + STATES;
const SLOTS = IS_LONG_REP_0 + (STATES << 4);
const SPECIAL = SLOTS + (4 << 6);
const ALIGN = SPECIAL + 115;
const LENGTHS = ALIGN + 16;
const LENGTH_SIZE = 2 + 2 * (16 << 3) + 256;
const REP_LENGTHS = LENGTHS + LENGTH_SIZE;
const LITERALS = REP_LENGTHS + LENGTH_SIZE;

export interface Properties {
  readonly literalContext: number;
  readonly literalPosition: number;
  readonly position: number;
}

/** From the byte that all containers have; undefined: it is none. */
export function readProperties(byte: number): Properties | undefined {
  if (byte >= 9 * 5 * 5) return undefined;
  const rest = Math.floor(byte / 9);
  return { literalContext: byte % 9, literalPosition: rest % 5, position: Math.floor(rest / 5) };
}

export class Lzma {
  readonly #output: Output;
  readonly #dictionary: number;
  #probabilities = new Uint16Array(LITERALS);
  #literalContext = 0;
  #literalMask = 0;
  #positionMask = 0;
  #state = 0;
  #reps: [number, number, number, number] = [0, 0, 0, 0];
  /** bytes since the dictionary began, as far as the lowest bits tell */
  #count = 0;
  #range = 0xffffffff;
  #code = 0;

  constructor(output: Output, dictionary: number) {
    this.#output = output;
    this.#dictionary = dictionary;
  }

  /** Forgets what came, which may not be referred to any more. */
  startDictionary(): void {
    this.#output.forget();
    this.#count = 0;
  }

  setProperties({ literalContext, literalPosition, position }: Properties): void {
    const size = LITERALS + (0x300 << (literalContext + literalPosition));
    if (this.#probabilities.length !== size) this.#probabilities = new Uint16Array(size);
    this.#literalContext = literalContext;
    this.#literalMask = (1 << literalPosition) - 1;
    this.#positionMask = (1 << position) - 1;
    this.startState();
  }

  startState(): void {
    this.#probabilities.fill(1024);
    this.#state = 0;
    this.#reps = [0, 0, 0, 0];
  }

  /** From the five bytes before each run of the range coder. */
  startRange(bytes: Uint8Array): void {
    const [zero, a, b, c, d] = bytes as unknown as [number, number, number, number, number];
    if (zero !== 0) throw new Stop('damaged', 'its first byte is damaged');
    this.#range = 0xffffffff;
    this.#code = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  /** What was copied without being coded counts, too. */
  advance(bytes: number): void {
    this.#count = (this.#count + bytes) | 0;
  }

  /** Whether the range coder ended as its writer did. */
  get isFinished(): boolean {
    return this.#code === 0;
  }

  /** How many bytes of input the range coder still takes in before it is at its end. */
  finish(input: Uint8Array, at: number): number {
    if (this.#range >= 0x1000000) return at;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | (input[at] as number)) >>> 0;
    return at + 1;
  }

  /**
   * Decodes until `limit` bytes came out, a marker ends it, or the input at `last` or behind it would be needed for the next
   * symbol, of which {@link MOST_INPUT} bytes have to be there. `at` is the next byte of the input.
   */
  run(input: Uint8Array, from: number, last: number, limit: number): Run {
    const probs = this.#probabilities;
    const output = this.#output;
    const literalContext = this.#literalContext;
    const literalMask = this.#literalMask;
    const positionMask = this.#positionMask;
    const dictionary = Math.min(this.#dictionary, MAX_WINDOW);
    let { bytes: out, at: to } = output;
    let next = from;
    let range = this.#range;
    let code = this.#code;
    let state = this.#state;
    let [rep0, rep1, rep2, rep3] = this.#reps;
    let count = this.#count;
    let left = limit;
    let end: Run['end'] = 'input';
    let index = 0;
    let probability = 0;
    let bound = 0;

    // The same few lines stand here for each bit: a call would cost more than what it does.
    for (;;) {
      if (left <= 0) {
        end = 'limit';
        break;
      }
      if (next >= last) break;
      if (to + LONGEST_MATCH > out.length) {
        output.at = to;
        output.reserve(LONGEST_MATCH);
        ({ bytes: out, at: to } = output);
      }
      const positionState = count & positionMask;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | (input[next++] as number)) >>> 0;
      }
      index = IS_MATCH + (state << 4) + positionState;
      probability = probs[index] as number;
      bound = Math.imul(range >>> 11, probability) >>> 0;
      if (code < bound) {
        range = bound;
        probs[index] = probability + ((2048 - probability) >> 5);
        const before = to > 0 ? (out[to - 1] as number) : 0;
        const base = LITERALS + 0x300 * (((count & literalMask) << literalContext) + (before >> (8 - literalContext)));
        let symbol = 1;
        if (state >= 7) {
          let match = out[to - rep0 - 1] as number;
          let offset = 0x100;
          while (symbol < 0x100) {
            match <<= 1;
            const bit = match & offset;
            if (range < 0x1000000) {
              range = (range << 8) >>> 0;
              code = ((code << 8) | (input[next++] as number)) >>> 0;
            }
            index = base + offset + bit + symbol;
            probability = probs[index] as number;
            bound = Math.imul(range >>> 11, probability) >>> 0;
            if (code < bound) {
              range = bound;
              probs[index] = probability + ((2048 - probability) >> 5);
              symbol <<= 1;
              offset &= ~bit;
            } else {
              range = (range - bound) >>> 0;
              code = (code - bound) >>> 0;
              probs[index] = probability - (probability >> 5);
              symbol = (symbol << 1) | 1;
              offset &= bit;
            }
          }
        } else {
          while (symbol < 0x100) {
            if (range < 0x1000000) {
              range = (range << 8) >>> 0;
              code = ((code << 8) | (input[next++] as number)) >>> 0;
            }
            index = base + symbol;
            probability = probs[index] as number;
            bound = Math.imul(range >>> 11, probability) >>> 0;
            if (code < bound) {
              range = bound;
              probs[index] = probability + ((2048 - probability) >> 5);
              symbol <<= 1;
            } else {
              range = (range - bound) >>> 0;
              code = (code - bound) >>> 0;
              probs[index] = probability - (probability >> 5);
              symbol = (symbol << 1) | 1;
            }
          }
        }
        out[to++] = symbol;
        count = (count + 1) | 0;
        left--;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      range = (range - bound) >>> 0;
      code = (code - bound) >>> 0;
      probs[index] = probability - (probability >> 5);

      // A match: from where, by up to four decisions.
      let lengths = LENGTHS;
      let isShort = false;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | (input[next++] as number)) >>> 0;
      }
      index = IS_REP + state;
      probability = probs[index] as number;
      bound = Math.imul(range >>> 11, probability) >>> 0;
      const isNew = code < bound;
      if (isNew) {
        range = bound;
        probs[index] = probability + ((2048 - probability) >> 5);
        rep3 = rep2;
        rep2 = rep1;
        rep1 = rep0;
      } else {
        range = (range - bound) >>> 0;
        code = (code - bound) >>> 0;
        probs[index] = probability - (probability >> 5);
        lengths = REP_LENGTHS;
        for (let which = 0; which < 4; which++) {
          // Which of the last distances: the first, and if so whether one byte of it; the second; the third or fourth.
          index =
            which === 0
              ? IS_REP_0 + state
              : which === 1
                ? IS_LONG_REP_0 + (state << 4) + positionState
                : which === 2
                  ? IS_REP_1 + state
                  : IS_REP_2 + state;
          if (range < 0x1000000) {
            range = (range << 8) >>> 0;
            code = ((code << 8) | (input[next++] as number)) >>> 0;
          }
          probability = probs[index] as number;
          bound = Math.imul(range >>> 11, probability) >>> 0;
          const isZero = code < bound;
          if (isZero) {
            range = bound;
            probs[index] = probability + ((2048 - probability) >> 5);
          } else {
            range = (range - bound) >>> 0;
            code = (code - bound) >>> 0;
            probs[index] = probability - (probability >> 5);
          }
          if (which === 0) {
            if (!isZero) which = 1;
          } else if (which === 1) {
            isShort = isZero;
            break;
          } else if (which === 2) {
            if (isZero) {
              const distance = rep1;
              rep1 = rep0;
              rep0 = distance;
              break;
            }
          } else {
            const distance = isZero ? rep2 : rep3;
            if (!isZero) rep3 = rep2;
            rep2 = rep1;
            rep1 = rep0;
            rep0 = distance;
          }
        }
      }

      let length = 1;
      if (isShort) state = state < 7 ? 9 : 11;
      else {
        // The length: one of three trees.
        let tree = lengths + 2 + (positionState << 3);
        let size = 8;
        length = 2;
        for (let choice = 0; choice < 2; choice++) {
          if (range < 0x1000000) {
            range = (range << 8) >>> 0;
            code = ((code << 8) | (input[next++] as number)) >>> 0;
          }
          index = lengths + choice;
          probability = probs[index] as number;
          bound = Math.imul(range >>> 11, probability) >>> 0;
          if (code < bound) {
            range = bound;
            probs[index] = probability + ((2048 - probability) >> 5);
            break;
          }
          range = (range - bound) >>> 0;
          code = (code - bound) >>> 0;
          probs[index] = probability - (probability >> 5);
          length += 8;
          if (choice === 0) tree += 16 << 3;
          else {
            tree = lengths + 2 + 2 * (16 << 3);
            size = 256;
          }
        }
        let symbol = 1;
        while (symbol < size) {
          if (range < 0x1000000) {
            range = (range << 8) >>> 0;
            code = ((code << 8) | (input[next++] as number)) >>> 0;
          }
          index = tree + symbol;
          probability = probs[index] as number;
          bound = Math.imul(range >>> 11, probability) >>> 0;
          if (code < bound) {
            range = bound;
            probs[index] = probability + ((2048 - probability) >> 5);
            symbol <<= 1;
          } else {
            range = (range - bound) >>> 0;
            code = (code - bound) >>> 0;
            probs[index] = probability - (probability >> 5);
            symbol = (symbol << 1) | 1;
          }
        }
        length += symbol - size;
        if (!isNew) state = state < 7 ? 8 : 11;
      }

      if (isNew) {
        state = state < 7 ? 7 : 10;
        // The distance: a slot, and bits whose lowest are learnt.
        const slots = SLOTS + (Math.min(length - 2, 3) << 6);
        let slot = 1;
        while (slot < 64) {
          if (range < 0x1000000) {
            range = (range << 8) >>> 0;
            code = ((code << 8) | (input[next++] as number)) >>> 0;
          }
          index = slots + slot;
          probability = probs[index] as number;
          bound = Math.imul(range >>> 11, probability) >>> 0;
          if (code < bound) {
            range = bound;
            probs[index] = probability + ((2048 - probability) >> 5);
            slot <<= 1;
          } else {
            range = (range - bound) >>> 0;
            code = (code - bound) >>> 0;
            probs[index] = probability - (probability >> 5);
            slot = (slot << 1) | 1;
          }
        }
        slot -= 64;
        rep0 = slot;
        if (slot >= 4) {
          let bits = (slot >> 1) - 1;
          rep0 = ((2 | (slot & 1)) << bits) >>> 0;
          let tree = ALIGN;
          if (slot < 14) tree = SPECIAL + rep0 - slot;
          else {
            let direct = 0;
            for (bits -= 4; bits > 0; bits--) {
              if (range < 0x1000000) {
                range = (range << 8) >>> 0;
                code = ((code << 8) | (input[next++] as number)) >>> 0;
              }
              range >>>= 1;
              const isOne = code >= range;
              if (isOne) code = (code - range) >>> 0;
              direct = (direct << 1) | (isOne ? 1 : 0);
            }
            rep0 = (rep0 + (direct << 4)) >>> 0;
            bits = 4;
          }
          let symbol = 1;
          for (let bit = 0; bit < bits; bit++) {
            if (range < 0x1000000) {
              range = (range << 8) >>> 0;
              code = ((code << 8) | (input[next++] as number)) >>> 0;
            }
            index = tree + symbol;
            probability = probs[index] as number;
            bound = Math.imul(range >>> 11, probability) >>> 0;
            if (code < bound) {
              range = bound;
              probs[index] = probability + ((2048 - probability) >> 5);
              symbol <<= 1;
            } else {
              range = (range - bound) >>> 0;
              code = (code - bound) >>> 0;
              probs[index] = probability - (probability >> 5);
              symbol = (symbol << 1) | 1;
              rep0 = (rep0 + (1 << bit)) >>> 0;
            }
          }
        }
        if (rep0 === 0xffffffff) {
          end = 'marker';
          break;
        }
      }

      if (rep0 >= to || rep0 >= dictionary) {
        // With zeros in the place of what is missing, nothing follows from that.
        if (next >= last) break;
        output.at = to;
        if (rep0 < this.#dictionary && rep0 >= MAX_WINDOW) throw new Stop('unsupported', 'it needs too much memory');
        throw new Stop('damaged', 'it refers to what is before its beginning');
      }
      if (length > left) {
        output.at = to;
        throw new Stop('damaged', 'it has more bytes than it declares');
      }
      const distance = rep0 + 1;
      for (const stop = to + length; to < stop; to++) out[to] = out[to - distance] as number;
      count = (count + length) | 0;
      left -= length;
    }
    output.at = to;
    this.#range = range;
    this.#code = code;
    this.#state = state;
    this.#reps = [rep0, rep1, rep2, rep3];
    this.#count = count;
    return { at: next, made: limit - left, end };
  }
}

export interface Run {
  readonly at: number;
  /** bytes that came out */
  readonly made: number;
  readonly end: 'limit' | 'input' | 'marker';
}
