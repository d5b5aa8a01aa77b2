// Text in UTF-16 as a source of one byte a character, so that it can be looked through like any other. What is not Latin-1
// becomes `?`.

import { type ByteSource, MAX_PAGE } from '../source.ts';

/** Offsets are half of those of the source. */
export function narrowed(source: ByteSource, encoding: 'utf-16le' | 'utf-16be'): ByteSource {
  const low = encoding === 'utf-16le' ? 0 : 1;
  const size = source.size >> 1;
  const read = (start: number, end: number): Uint8Array => {
    const wide = source.read(start * 2, Math.min(end, size) * 2);
    const bytes = new Uint8Array(wide.length >> 1);
    for (let at = 0; at < bytes.length; at++) {
      bytes[at] = wide[at * 2 + 1 - low] === 0 ? (wide[at * 2 + low] as number) : 0x3f;
    }
    return bytes;
  };
  return { size, read, pageAt: (offset) => ({ start: offset, bytes: read(offset, offset + MAX_PAGE / 2) }) };
}
