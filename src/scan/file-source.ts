// Files as sources of bytes: what readers of data ask for is read in pages, of which a few stay in memory, so that the size
// of a file does not matter.

import { type ByteSource, within } from '../artifacts/index.ts';
import type { OpenFile } from './machine.ts';

/** In bytes; larger ones save no time. */
const PAGE = 256 * 1024;
/** Pages that stay in memory: 8 MiB. */
const MOST_PAGES = 32;

/** Throws where the file cannot be read any more, or is shorter than it was. */
export function fileSource(file: OpenFile): ByteSource {
  const size = file.size();
  /** by number of the page; the one that was asked for last is the last */
  const pages = new Map<number, Uint8Array>();
  const pageOf = (number: number): Uint8Array => {
    const known = pages.get(number);
    if (known !== undefined) {
      pages.delete(number);
      pages.set(number, known);
      return known;
    }
    const start = number * PAGE;
    const length = Math.min(PAGE, size - start);
    // Nobody holds a page while asking for another: its memory can be used again.
    const [oldest] = pages.size < MOST_PAGES ? [] : pages;
    if (oldest !== undefined) pages.delete(oldest[0]);
    const memory = oldest?.[1].length === length ? oldest[1] : new Uint8Array(length);
    const bytes = fill(file, memory, start);
    pages.set(number, bytes);
    return bytes;
  };
  return {
    size,
    pageAt(offset) {
      const number = Math.floor(Math.min(Math.max(offset, 0), size) / PAGE);
      return { start: number * PAGE, bytes: pageOf(number) };
    },
    read(from, to) {
      const [start, end] = within(from, to, size);
      const first = Math.floor(start / PAGE);
      const page = pageOf(first);
      if (end <= first * PAGE + page.length) {
        return page.slice(start - first * PAGE, end - first * PAGE);
      }
      return fill(file, new Uint8Array(end - start), start);
    },
  };
}

/** Bytes that are looked at before anything is known of a file. */
const GLANCE = 1024 * 1024;

/**
 * Sources of many files, one after the other, for a glance at each: the first bytes of all are read into the same memory.
 * A source is good until the next one is asked for.
 */
export function createGlance(): (file: OpenFile) => ByteSource {
  const memory = new Uint8Array(GLANCE);
  return (file) => {
    const head = memory.subarray(0, file.read(memory, 0));
    const size = head.length < GLANCE ? head.length : file.size();
    const read = (from: number, to: number): Uint8Array => {
      const [start, end] = within(from, to, size);
      return end <= head.length ? head.subarray(start, end) : fill(file, new Uint8Array(end - start), start);
    };
    return {
      size,
      read,
      pageAt(offset) {
        if (offset < head.length) return { start: 0, bytes: head };
        const start = offset - (offset % GLANCE);
        return { start, bytes: read(start, start + GLANCE) };
      },
    };
  };
}

function fill(file: OpenFile, into: Uint8Array, position: number): Uint8Array {
  if (file.read(into, position) < into.length) throw new Error('EIO: it became shorter while it was read');
  return into;
}
