// Text of files that are read as text: which encoding they are in, and where in the file each character stands.

import { Buffer } from 'node:buffer';
import type { Span } from '../../core/index.ts';
import type { ByteSource } from '../source.ts';

export interface Text {
  readonly text: string;
  /** where a stretch of the text, in UTF-16 units, lies in the file, in bytes */
  span(stretch: Span): Span;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * By the mark at its start, or by zeros where text in ASCII has them in UTF-16. `undefined`: zeros or many control
 * characters, as no text has them; a few are no obstacle to anybody who reads it. Among letters beyond ASCII, fewer are
 * enough: half of the bytes of what is compressed, or of numbers, are such letters, and a twelfth are control characters.
 */
export function encodingOf(source: ByteSource): Encoding | undefined {
  let known = encodings.get(source);
  if (known === undefined) encodings.set(source, (known = { encoding: findEncoding(source) }));
  return known.encoding;
}

/** Each reader of text asks for it, of every file that there is. */
const encodings = new WeakMap<ByteSource, { readonly encoding: Encoding | undefined }>();

function findEncoding(source: ByteSource): Encoding | undefined {
  const start = source.read(0, 512);
  if (start.length === 0) return undefined;
  // U+FFFF is no character: -2 as a number of 64 bits is no mark.
  if (start[2] === 0xff && start[3] === 0xff) return undefined;
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  let controls = 0;
  let letters = 0;
  for (let at = 0; at < start.length; at++) {
    const byte = start[at] as number;
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x1b)) controls++;
    else if (byte >= 0x80) letters++;
  }
  if (controls * (letters * 4 > start.length ? 50 : 10) > start.length) return undefined;
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0) return 'utf-8';
  const half = start.length >> 1;
  if (even === 0 && odd > half * 0.8) return 'utf-16le';
  return odd === 0 && even > half * 0.8 ? 'utf-16be' : undefined;
}

/** Programs and prose: what is written there is read by compilers, browsers and people, not loaded as data. */
const written =
  /\.(?:py[iwx]?|pxd|[cm]?jsx?|[cm]?tsx?|map|css|s[ac]ss|less|html?|xhtml|vue|svelte|md|mdx|rst|adoc|tex|c|h|cc|cpp|cxx|hpp|cs|go|rs|java|kt|rb|php|pl|sh|bash|zsh|fish|bat|ps1|r|jl|lua|swift|scala|sql|po|pot|diff|patch|log)$/i;

export function isWritten(name: string): boolean {
  return written.test(name);
}

/** All of a source as text; `undefined` for what is no text, or longer than `most` bytes. */
export function readText(source: ByteSource, most: number, encoding = encodingOf(source)): Text | undefined {
  if (encoding === undefined || source.size > most) return undefined;
  const bytes = source.read(0, source.size);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  // A byte that is no UTF-8 has become a character that is longer than it was: such places are about right.
  const isSimple = encoding !== 'utf-8' || text.length === bytes.length || text.includes('\ufffd');
  const width = encoding === 'utf-8' ? 1 : 2;
  const place = (at: number): number => Math.min(isSimple ? at * width : bytesBefore(text, at), bytes.length);
  return { text, span: ({ start, end }) => ({ start: place(start), end: place(end) }) };
}

/** Only what is of concern is asked for its place: counting from the start each time is quick enough. */
function bytesBefore(text: string, end: number): number {
  let bytes = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}

/** Bytes that are looked at together. */
const WINDOW = 256 * 1024;

/** Whether the source holds one of the words, wherever. Words are ASCII, and searched for as bytes: most files have none. */
export function mentions(source: ByteSource, encoding: Encoding, words: readonly string[]): boolean {
  const width = encoding === 'utf-8' ? 1 : 2;
  const overlap = Math.max(...words.map((word) => word.length)) * width - 1;
  for (let at = 0; at < source.size; at += WINDOW) {
    const window = source.read(at, at + WINDOW + overlap);
    const bytes = Buffer.from(window.buffer, window.byteOffset, window.byteLength);
    if (width === 1) {
      for (const word of words) if (bytes.includes(word, 0, 'latin1')) return true;
    } else {
      const plain = bytes.toString('latin1').replaceAll('\0', '');
      if (words.some((word) => plain.includes(word))) return true;
    }
  }
  return false;
}
