// Bytes that can be read anywhere: a file of any size, a stretch of one, or what was inflated from one. Readers of formats
// never hold a whole file: they ask for pages and for short stretches.

export interface ByteSource {
  /** in bytes */
  readonly size: number;
  /**
   * The bytes around an offset that lie in memory together, and where they begin: at least one byte for every offset below
   * `size`, at most {@link MAX_PAGE} for files. For readers that walk. Valid until the next call of any method.
   */
  pageAt(offset: number): Page;
  /**
   * Bytes from `start` to `end`, fewer where the source ends. For headers and names; throws a `RangeError` for more than
   * {@link MAX_READ} bytes, which nothing in a file may ask for.
   */
  read(start: number, end: number): Uint8Array;
}

export interface Page {
  readonly start: number;
  readonly bytes: Uint8Array;
}

export const MAX_PAGE = 1024 * 1024;
export const MAX_READ = 64 * 1024 * 1024;

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    pageAt: () => ({ start: 0, bytes }),
    read: (start, end) => bytes.subarray(Math.max(start, 0), Math.max(end, start, 0)),
  };
}

/** A stretch of another source, with offsets of its own. Nothing is copied. */
export function stretchOf(source: ByteSource, from: number, to: number): ByteSource {
  const start = Math.min(Math.max(from, 0), source.size);
  const end = Math.min(Math.max(to, start), source.size);
  return {
    size: end - start,
    pageAt(offset) {
      const page = source.pageAt(start + offset);
      const first = Math.max(page.start, start);
      const last = Math.min(page.start + page.bytes.length, end);
      return { start: first - start, bytes: page.bytes.subarray(first - page.start, last - page.start) };
    },
    read(one, other) {
      const [first, last] = within(one, other, end - start);
      return source.read(start + first, start + last);
    },
  };
}

/** Clamped to what there is. Throws for more than anything may ask for at once. */
export function within(start: number, end: number, size: number): readonly [start: number, end: number] {
  const first = Math.min(Math.max(start, 0), size);
  const last = Math.min(Math.max(end, first), size);
  if (last - first > MAX_READ) throw new RangeError(`${last - first} bytes are read at once; ${MAX_READ} are allowed`);
  return [first, last];
}
