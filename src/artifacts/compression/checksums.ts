// Checksums that formats carry of what is compressed in them, over bytes as they come.

import { createHash } from 'node:crypto';
import zlib from 'node:zlib';

/** CRC-32 as in zip, gzip and PNG (ISO 3309). `before` is that of the bytes before. */
export const crc32: (bytes: Uint8Array, before?: number) => number = zlib.crc32;

/** Adler-32 as in zlib (RFC 1950, 9). `before` is that of the bytes before; 1 at the start. */
export function adler32(bytes: Uint8Array, before = 1): number {
  let a = before & 0xffff;
  let b = before >>> 16;
  // As many steps as 32 bits hold without a remainder.
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + 3800, bytes.length);
    for (; at < end; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

export interface Digest {
  update(bytes: Uint8Array): void;
  /** in base64 for URLs and file names, without padding, as wheels write it */
  base64(): string;
}

/** One of SHA-256, SHA-384 and SHA-512, the algorithms that records of wheels may use. */
export function startDigest(algorithm: 'sha256' | 'sha384' | 'sha512'): Digest {
  const hash = createHash(algorithm);
  return { update: (bytes) => void hash.update(bytes), base64: () => hash.digest('base64url') };
}
