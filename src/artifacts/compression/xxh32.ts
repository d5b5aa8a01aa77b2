// xxHash of 32 bits, seed 0 (xxhash_spec.md 0.1.1): the checksums of LZ4.

const PRIME = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1] as const;
const STRIPE = 16;

export class Xxh32 {
  #lanes: [number, number, number, number] = [(PRIME[0] + PRIME[1]) | 0, PRIME[1] | 0, 0, -PRIME[0] | 0];
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

  get value(): number {
    const [a, b, c, d] = this.#lanes;
    let hash = this.#length >= STRIPE ? rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18) : PRIME[4];
    hash = (hash + this.#length) | 0;
    let at = 0;
    for (; at + 4 <= this.#held; at += 4) {
      hash = Math.imul(rotate((hash + Math.imul(wordAt(this.#rest, at), PRIME[2])) | 0, 17), PRIME[3]);
    }
    for (; at < this.#held; at++) {
      hash = Math.imul(rotate((hash + Math.imul(this.#rest[at] as number, PRIME[4])) | 0, 11), PRIME[0]);
    }
    hash = Math.imul(hash ^ (hash >>> 15), PRIME[1]);
    hash = Math.imul(hash ^ (hash >>> 13), PRIME[2]);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  #stripes(bytes: Uint8Array, from: number, end: number): void {
    let [a, b, c, d] = this.#lanes;
    for (let at = from; at < end; at += STRIPE) {
      a = Math.imul(rotate((a + Math.imul(wordAt(bytes, at), PRIME[1])) | 0, 13), PRIME[0]);
      b = Math.imul(rotate((b + Math.imul(wordAt(bytes, at + 4), PRIME[1])) | 0, 13), PRIME[0]);
      c = Math.imul(rotate((c + Math.imul(wordAt(bytes, at + 8), PRIME[1])) | 0, 13), PRIME[0]);
      d = Math.imul(rotate((d + Math.imul(wordAt(bytes, at + 12), PRIME[1])) | 0, 13), PRIME[0]);
    }
    this.#lanes = [a, b, c, d];
  }
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
