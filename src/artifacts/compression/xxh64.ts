// xxHash of 64 bits, seed 0 (xxhash_spec.md 0.1.1), in halves of 32: the checksums of Zstandard, of which frames keep the lower
// half.

const STRIPE = 32;
/** As high and low half. */
const PRIME = [
  [0x9e3779b1, 0x85ebca87],
  [0xc2b2ae3d, 0x27d4eb4f],
  [0x165667b1, 0x9e3779f9],
  [0x85ebca77, 0xc2b2ae63],
  [0x27d4eb2f, 0x165667c5],
] as const;

const FIRST = { high: PRIME[0][0], low: PRIME[0][1] };
const SECOND = { high: PRIME[1][0], low: PRIME[1][1] };

type Prime = (typeof PRIME)[number];

/** The product of two numbers of 32 bits: its upper half. */
function upper(one: number, other: number): number {
  const [a, b, c, d] = [one >>> 16, one & 0xffff, other >>> 16, other & 0xffff];
  const low = Math.imul(b, d) >>> 0;
  const middle = (Math.imul(a, d) >>> 0) + (low >>> 16);
  const cross = (Math.imul(b, c) >>> 0) + (middle & 0xffff);
  return (Math.imul(a, c) + Math.floor(middle / 65536) + Math.floor(cross / 65536)) | 0;
}

/** A number of 64 bits that is worked on. */
class Word {
  high: number;
  low: number;

  constructor(high: number, low: number) {
    this.high = high | 0;
    this.low = low | 0;
  }

  add(high: number, low: number): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    this.low = sum | 0;
    return this;
  }

  times([high, low]: Prime): this {
    const above = upper(this.low, low) + Math.imul(this.high, low) + Math.imul(this.low, high);
    this.low = Math.imul(this.low, low);
    this.high = above | 0;
    return this;
  }

  rotate(by: number): this {
    let { high, low } = this;
    if (by >= 32) [high, low] = [low, high];
    const bits = by & 31;
    if (bits === 0) {
      this.high = high;
      this.low = low;
      return this;
    }
    this.high = (high << bits) | (low >>> (32 - bits));
    this.low = (low << bits) | (high >>> (32 - bits));
    return this;
  }

  xor(high: number, low: number): this {
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  /** `word ^ (word >> by)`, by less than 64 */
  fold(by: number): this {
    if (by >= 32) return this.xor(0, this.high >>> (by - 32));
    return this.xor(this.high >>> by, (this.low >>> by) | (this.high << (32 - by)));
  }
}

export class Xxh64 {
  readonly #lanes: readonly [Word, Word, Word, Word] = [
    new Word(PRIME[0][0], PRIME[0][1]).add(PRIME[1][0], PRIME[1][1]),
    new Word(PRIME[1][0], PRIME[1][1]),
    new Word(0, 0),
    new Word(~PRIME[0][0], ~PRIME[0][1]).add(0, 1),
  ];
  readonly #rest = new Uint8Array(STRIPE);
  #held = 0;
  #length = 0;

  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#held > 0) {
      at = Math.min(STRIPE - this.#held, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#held);
      this.#held += at;
      if (this.#held < STRIPE) return;
      this.#stripes(this.#rest, 0, STRIPE);
      this.#held = 0;
    }
    const end = bytes.length - ((bytes.length - at) % STRIPE);
    this.#stripes(bytes, at, end);
    this.#rest.set(bytes.subarray(end));
    this.#held = bytes.length - end;
  }

  /** The lower half. */
  get low(): number {
    const [a, b, c, d] = this.#lanes;
    const copy = ({ high, low }: Word) => new Word(high, low);
    let hash = new Word(PRIME[4][0], PRIME[4][1]);
    if (this.#length >= STRIPE) {
      hash = copy(a).rotate(1);
      for (const [lane, by] of [
        [b, 7],
        [c, 12],
        [d, 18],
      ] as const) {
        const { high, low } = copy(lane).rotate(by);
        hash.add(high, low);
      }
      for (const lane of [a, b, c, d]) {
        const { high, low } = copy(lane).times(PRIME[1]).rotate(31).times(PRIME[0]);
        hash.xor(high, low).times(PRIME[0]).add(PRIME[3][0], PRIME[3][1]);
      }
    }
    hash.add(Math.floor(this.#length / 2 ** 32), this.#length | 0);
    const rest = this.#rest;
    let at = 0;
    for (; at + 8 <= this.#held; at += 8) {
      const { high, low } = new Word(wordAt(rest, at + 4), wordAt(rest, at)).times(PRIME[1]).rotate(31).times(PRIME[0]);
      hash.xor(high, low).rotate(27).times(PRIME[0]).add(PRIME[3][0], PRIME[3][1]);
    }
    if (at + 4 <= this.#held) {
      const { high, low } = new Word(0, wordAt(rest, at)).times(PRIME[0]);
      hash.xor(high, low).rotate(23).times(PRIME[1]).add(PRIME[2][0], PRIME[2][1]);
      at += 4;
    }
    for (; at < this.#held; at++) {
      const { high, low } = new Word(0, rest[at] as number).times(PRIME[4]);
      hash.xor(high, low).rotate(11).times(PRIME[0]);
    }
    return hash.fold(33).times(PRIME[1]).fold(29).times(PRIME[2]).fold(32).low >>> 0;
  }

  #stripes(bytes: Uint8Array, from: number, end: number): void {
    for (let index = 0; index < 4; index++) {
      const lane = this.#lanes[index] as Word;
      let { high, low } = lane;
      // Two products and a turn; written out, since each byte of a frame comes through here.
      for (let at = from + 8 * index; at < end; at += STRIPE) {
        const one = wordAt(bytes, at);
        const product = Math.imul(one, SECOND.low) >>> 0;
        const above =
          upper(one, SECOND.low) + Math.imul(wordAt(bytes, at + 4), SECOND.low) + Math.imul(one, SECOND.high);
        const sum = (low >>> 0) + product;
        low = sum | 0;
        high = (high + above + (sum > 0xffffffff ? 1 : 0)) | 0;
        const turned = (high << 31) | (low >>> 1);
        low = (low << 31) | (high >>> 1);
        high = (upper(low, FIRST.low) + Math.imul(turned, FIRST.low) + Math.imul(low, FIRST.high)) | 0;
        low = Math.imul(low, FIRST.low);
      }
      lane.high = high;
      lane.low = low;
    }
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
