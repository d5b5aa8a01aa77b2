// Numbers and short texts at places in bytes, for readers of binary formats. What lies behind the end is undefined.

import type { ByteSource } from './source.ts';

export function startsWith(source: ByteSource, bytes: readonly number[], at = 0): boolean {
  const found = source.read(at, at + bytes.length);
  return found.length === bytes.length && bytes.every((byte, index) => found[index] === byte);
}

/** An unsigned number of 1 to 8 bytes; undefined: it is not all there, or no safe integer. */
export function unsignedAt(
  source: ByteSource,
  at: number,
  length: number,
  order: 'little' | 'big' = 'little',
): number | undefined {
  const bytes = source.read(at, at + length);
  if (at < 0 || bytes.length < length) return undefined;
  let value = 0;
  for (let index = 0; index < length; index++) {
    value = value * 256 + (bytes[order === 'little' ? length - 1 - index : index] as number);
  }
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Each byte one character: as bytes, names and numbers are in most formats. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
