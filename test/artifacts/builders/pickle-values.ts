// Stretches of pickles that nobody would write line by line: `colliding-keys 1001`, keys and values for a dictionary.

import type { Builders } from './index.ts';

/** All multiples of it have the same hash in CPython. */
const MODULUS = 2n ** 61n - 1n;

export const pickleValueBuilders: Builders = {
  'colliding-keys': ({ rest }) => {
    const keys = Array.from({ length: Number(rest) }, (_, index) => {
      const bytes = Buffer.alloc(11);
      bytes.writeUInt8(0x8a, 0);
      bytes.writeUInt8(9, 1);
      const key = MODULUS * BigInt(index + 5);
      bytes.writeBigUInt64LE(key & (2n ** 64n - 1n), 2);
      bytes.writeUInt8(Number(key >> 64n), 10);
      return Buffer.concat([bytes, Buffer.from('N')]);
    });
    return Buffer.concat(keys);
  },
};
