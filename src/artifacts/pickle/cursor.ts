// Walks over the bytes of a pickle, a page at a time, in the order in which a loader takes them.

import type { ByteSource } from '../source.ts';
import { Broken } from './broken.ts';
import { type Input, newlineIn } from './input.ts';
import { isAscii, latin1Of, ShortTexts } from './text.ts';

export interface Line {
  /** a letter a byte, without the line feed; cut when it is not whole */
  readonly text: string;
  /** of the bytes of the whole line, without the line feed */
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
  /** it ends in a line feed; otherwise the data ends in it, and `end` is a letter too early, as `readline()[:-1]` has it */
  readonly isFinished: boolean;
}

export class Cursor {
  /** of the next byte */
  position: number;
  readonly source: ByteSource;
  readonly limit: number;
  /** undefined: bytes follow one another */
  readonly input: Input | undefined;
  #bytes: Uint8Array = new Uint8Array(0);
  #base = 0;
  readonly #texts = new ShortTexts();

  constructor(source: ByteSource, start: number, limit: number, input: Input | undefined) {
    this.source = source;
    this.position = start;
    this.limit = limit;
    this.input = input;
  }

  /** The byte there; -1 behind the end. */
  codeAt(at: number): number {
    const index = at - this.#base;
    if (index >= 0 && index < this.#bytes.length) return this.#bytes[index] as number;
    if (at >= this.source.size) return -1;
    this.#turnTo(at);
    return this.#bytes[at - this.#base] as number;
  }

  /** Where the next bytes lie. `into`: they are copied by the loader, past its buffer. Throws where they are not there. */
  reach(count: number, into = false): number {
    if (this.input !== undefined) {
      const at = into ? this.input.reachInto(count) : this.input.reach(count);
      this.position = at + count;
      return at;
    }
    const at = this.position;
    if (at + count > this.limit) {
      throw new Broken('end-of-data', `${count} bytes are read at ${at}, and ${this.limit - at} are there`);
    }
    this.position = at + count;
    return at;
  }

  /** A number of 1, 2 or 4 bytes, little-endian. */
  unsigned(size: number): number {
    const at = this.reach(size);
    const index = at - this.#base;
    const bytes = this.#bytes;
    if (index >= 0 && index + size <= bytes.length) {
      if (size === 1) return bytes[index] as number;
      const low = (bytes[index] as number) | ((bytes[index + 1] as number) << 8);
      if (size === 2) return low;
      return (low | ((bytes[index + 2] as number) << 16) | ((bytes[index + 3] as number) << 24)) >>> 0;
    }
    let value = 0;
    for (let place = 0; place < size; place++) value += this.codeAt(at + place) * 2 ** (8 * place);
    return value;
  }

  /** A length of 8 bytes; not exact above 2^53, which no data reaches. */
  size8(): number {
    const at = this.reach(8);
    let value = 0;
    for (let place = 7; place >= 0; place--) value = value * 256 + this.codeAt(at + place);
    if (value >= 2 ** 63) throw new Broken('bad-argument', `a length of ${value} bytes`);
    return value;
  }

  /** Big-endian. */
  float(): number {
    const at = this.reach(8);
    let index = at - this.#base;
    if (index >= 0 && index + 8 <= this.#bytes.length) {
      for (let place = 0; place < 8; place++) eightBytes[7 - place] = this.#bytes[index++] as number;
    } else for (let place = 0; place < 8; place++) eightBytes[7 - place] = this.codeAt(at + place);
    return theFloat[0] as number;
  }

  /** ASCII that was reached and lies in the page; undefined otherwise. */
  shortText(start: number, size: number): string | undefined {
    const first = start - this.#base;
    if (first < 0 || first + size > this.#bytes.length) return undefined;
    return this.#texts.textOf(this.#bytes, first, first + size);
  }

  /** Bytes that were reached, at most as many as a source gives at once. */
  read(start: number, end: number): Uint8Array {
    const first = start - this.#base;
    if (first >= 0 && end - this.#base <= this.#bytes.length) return this.#bytes.subarray(first, end - this.#base);
    this.forget();
    return this.source.read(start, end);
  }

  /** Others have read from the source, which takes the page away. */
  forget(): void {
    this.#bytes = new Uint8Array(0);
  }

  /** Hands out what was reached, page by page, as long as it is asked for more. */
  eachPage(start: number, end: number, take: (bytes: Uint8Array, from: number, to: number) => boolean): void {
    for (let at = start; at < end; ) {
      this.codeAt(at);
      const last = Math.min(end - this.#base, this.#bytes.length);
      if (!take(this.#bytes, at - this.#base, last)) return;
      at = this.#base + last;
    }
  }

  isAscii(start: number, end: number): boolean {
    let is = true;
    this.eachPage(start, end, (bytes, from, to) => {
      is = isAscii(bytes.subarray(from, to));
      return is;
    });
    return is;
  }

  /** The next line, with at most `most` letters. */
  line(most: number): Line {
    const [start, end] = this.input === undefined ? this.#nextLine() : this.input.line();
    if (this.input !== undefined) this.forget();
    this.position = end;
    const isFinished = end > start && this.codeAt(end - 1) === 10;
    const last = Math.max(end - 1, start);
    const isWhole = last - start <= most;
    return { text: latin1Of(this.read(start, isWhole ? last : start + most)), start, end: last, isWhole, isFinished };
  }

  #nextLine(): readonly [start: number, end: number] {
    const start = this.position;
    if (start >= this.limit) return [start, start];
    this.codeAt(start);
    const index = this.#bytes.indexOf(10, start - this.#base);
    let found = this.#base + index;
    if (index < 0) {
      found = newlineIn(this.source, start, this.limit);
      this.forget();
    }
    return [start, found < 0 || found >= this.limit ? this.limit : found + 1];
  }

  #turnTo(at: number): void {
    const page = this.source.pageAt(at);
    this.#base = page.start;
    this.#bytes = page.bytes;
  }
}

// Little-endian, as all machines are that Node runs on.
const theFloat = new Float64Array(1);
const eightBytes = new Uint8Array(theFloat.buffer);
