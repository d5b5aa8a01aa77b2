// CRC-64 as xz has it (ECMA-182, the lowest bit first), in halves of 32 bits.

const POLYNOMIAL = { high: 0xc96c5795, low: 0xd7870f42 };

const tables = makeTables();

function makeTables(): { readonly high: Int32Array; readonly low: Int32Array } {
  const high = new Int32Array(256);
  const low = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let [above, below] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = (below & 1) === 1;
      below = (below >>> 1) | ((above & 1) << 31);
      above >>>= 1;
      if (isOdd) {
        below ^= POLYNOMIAL.low;
        above ^= POLYNOMIAL.high;
      }
    }
    high[byte] = above;
    low[byte] = below;
  }
  return { high, low };
}

export class Crc64 {
  #high = -1;
  #low = -1;

  update(bytes: Uint8Array): void {
    let [high, low] = [this.#high, this.#low];
    for (let at = 0; at < bytes.length; at++) {
      const index = (low ^ (bytes[at] as number)) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (tables.low[index] as number);
      high = (high >>> 8) ^ (tables.high[index] as number);
    }
    this.#high = high;
    this.#low = low;
  }

  /** Against eight bytes, the lowest first. */
  isEqual(stored: Uint8Array): boolean {
    const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
    return view.getInt32(0, true) === ~this.#low && view.getInt32(4, true) === ~this.#high;
  }
}
