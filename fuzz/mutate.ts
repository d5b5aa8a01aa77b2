// Makes new bytes out of old ones, as a stream of random numbers says: the same seed gives the same bytes.

/** Numbers from 0 up to `below`. Mulberry32: small, fast, the same everywhere. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Lengths and counts at which readers go wrong. */
const numbers = [
  0,
  1,
  0x7f,
  0x80,
  0xff,
  0x7fff,
  0x8000,
  0xffff,
  0x7fffffff,
  0x80000000,
  0xffffffff,
  0x10000,
  1024 ** 3,
];
const MAX_SIZE = 1024 * 1024;

export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let changed: Uint8Array = new Uint8Array(bytes);
  for (let left = 1 + random(4); left > 0; left--) changed = once(changed, other, random);
  return changed.subarray(0, MAX_SIZE);
}

function once(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1);
  const length = 1 + random(random(4) === 0 ? 4096 : 16);
  switch (random(9)) {
    case 0: {
      if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random(8));
      return bytes;
    }
    case 1: {
      if (at < bytes.length) bytes[at] = random(256);
      return bytes;
    }
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
    case 4: {
      const from = random(other.length + 1);
      return joined(bytes.subarray(0, at), other.subarray(from, from + length * 16), bytes.subarray(at));
    }
    case 5:
      return bytes.subarray(0, at);
    case 6: {
      const number = numbers[random(numbers.length)] as number;
      const size = [1, 2, 4, 8][random(4)] as number;
      const written = Buffer.alloc(8);
      if (random(2) === 0) written.writeUInt32LE(number, 0);
      else written.writeUInt32BE(number, size === 8 ? 4 : 0);
      bytes.set(written.subarray(0, Math.min(size, Math.max(bytes.length - at, 0))), Math.min(at, bytes.length));
      return bytes;
    }
    case 7: {
      const filler = new Uint8Array(length).fill(random(256));
      return joined(bytes.subarray(0, at), filler, bytes.subarray(at));
    }
    default: {
      // 512 → 513, "7" → "8": sizes and counts in text and in numbers of one byte
      for (let place = at; place < Math.min(at + 64, bytes.length); place++) {
        const byte = bytes[place] as number;
        if (byte >= 0x30 && byte <= 0x39) {
          bytes[place] = 0x30 + random(10);
          break;
        }
      }
      return bytes;
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
