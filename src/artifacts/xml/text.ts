// The text of a document as units of one byte each, page by page, whatever it is encoded in: what is ASCII stands for
// itself, everything else for "some other character". Offsets are units; what somebody wants to see is decoded when asked.

import { Buffer, isUtf8 } from 'node:buffer';
import { type ByteSource, MAX_PAGE } from '../source.ts';
import { type Encoding, narrow } from './encoding.ts';

/** Bits of {@link classOf}. */
export const SPACE = 1;
export const NAME = 2;
export const NAME_START = 4;
/** text that nothing begins in: anything but `<`, `&` and what XML does not allow */
export const PLAIN = 8;
/** what may stand in a value in double, and in single quotes */
export const IN_DOUBLE = 16;
export const IN_SINGLE = 32;

export const classOf = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const char = String.fromCharCode(byte);
    let bits = 0;
    if (' \t\r\n'.includes(char)) bits |= SPACE;
    if (byte >= 128 || /[A-Za-z_:]/.test(char)) bits |= NAME | NAME_START;
    if (/[0-9.-]/.test(char)) bits |= NAME;
    const isAllowed = byte >= 32 || (bits & SPACE) !== 0;
    if (isAllowed && char !== '<' && char !== '&') {
      bits |= PLAIN;
      if (char !== '"') bits |= IN_DOUBLE;
      if (char !== "'") bits |= IN_SINGLE;
    }
    table[byte] = bits;
  }
  return table;
}

/** Units that are read at once where they have to be narrowed first. */
const NARROWED = MAX_PAGE / 8;

export class XmlText {
  readonly encoding: Encoding;
  /** in units */
  readonly size: number;
  /** the units in memory; those behind `index` come next */
  units: Uint8Array = new Uint8Array(0);
  index = 0;
  /** false once bytes were met that are not of the encoding */
  isValid = true;
  readonly #source: ByteSource;
  readonly #isNarrowed: boolean;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #check: ((bytes: Uint8Array) => boolean) | undefined;
  #checked = 0;
  #start = 0;

  constructor(source: ByteSource, encoding: Encoding) {
    this.#source = source;
    this.encoding = encoding;
    this.size = Math.floor((source.size - encoding.mark) / encoding.width);
    this.#decode = decoderOf(encoding.label);
    this.#check = encoding.found === 'UTF-8' && encoding.label === 'utf-8' ? utf8Checker() : undefined;
    this.#isNarrowed = encoding.width > 1 || encoding.found === 'EBCDIC';
  }

  get position(): number {
    return this.#start + this.index;
  }

  seek(position: number): void {
    if (position >= this.#start && position <= this.#start + this.units.length) this.index = position - this.#start;
    else this.#load(position);
  }

  /** The next unit, which is not taken; -1 at the end. */
  peek(): number {
    return this.index < this.units.length || this.turn() ? (this.units[this.index] as number) : -1;
  }

  take(): number {
    return this.index < this.units.length || this.turn() ? (this.units[this.index++] as number) : -1;
  }

  /** Goes to the next page when this one is used up; false at the end. */
  turn(): boolean {
    if (this.index < this.units.length) return true;
    this.#load(this.position);
    return this.units.length > 0;
  }

  /** Skips units of a class. */
  skip(bit: number): void {
    do {
      const { units } = this;
      let { index } = this;
      while (index < units.length && (classOf[units[index] as number] as number) & bit) index++;
      this.index = index;
    } while (this.index === this.units.length && this.turn());
  }

  /** Skips past a mark of up to four units; false when it does not come. */
  skipPast(mark: string): boolean {
    const last = mark.charCodeAt(mark.length - 1);
    let window = '';
    while (this.turn()) {
      const found = this.units.indexOf(last, this.index);
      const stop = found < 0 ? this.units.length : found + 1;
      const recent = this.units.subarray(Math.max(this.index, stop - mark.length), stop);
      window = (window + String.fromCharCode(...recent)).slice(-mark.length);
      this.index = stop;
      if (window === mark) return true;
    }
    return false;
  }

  /** Whether a word stands next; it is taken then. */
  takeWord(word: string): boolean {
    const start = this.position;
    for (let at = 0; at < word.length; at++) {
      if (this.take() === word.charCodeAt(at)) continue;
      this.seek(start);
      return false;
    }
    return true;
  }

  /** What units stand for, at most `limit` of them. */
  decode(start: number, end: number, limit = 4096): string {
    const stop = Math.min(end, start + limit);
    const { found } = this.encoding;
    if (found === 'EBCDIC' || found === 'UTF-32') return this.#ascii(start, stop);
    const [from, to] = [start - this.#start, stop - this.#start];
    const isHere = !this.#isNarrowed && from >= 0 && to <= this.units.length;
    const bytes = isHere ? this.units.subarray(from, to) : this.#read(start, stop);
    const text = this.#decode(bytes);
    // pages are valid until the source is asked again; what was narrowed is a copy
    if (!isHere && !this.#isNarrowed) this.#load(this.position);
    return text;
  }

  #ascii(start: number, end: number): string {
    const units = narrow(this.#read(start, end), this.encoding);
    let text = '';
    for (const unit of units) text += String.fromCharCode(unit === 255 ? 0xfffd : unit);
    return text;
  }

  /** Where a unit lies in the bytes. */
  toByte(position: number): number {
    return this.encoding.mark + position * this.encoding.width;
  }

  #checkPage(): void {
    const end = this.#start + this.units.length;
    if (end > this.#checked) this.#checkNext(this.units.subarray(this.#checked - this.#start), end);
  }

  #checkNext(bytes: Uint8Array, end: number): void {
    if (this.#check !== undefined) this.isValid = this.#check(bytes);
    this.#checked = end;
  }

  #read(start: number, end: number): Uint8Array {
    return this.#source.read(this.toByte(start), this.toByte(end));
  }

  #load(position: number): void {
    const at = Math.min(position, this.size);
    this.index = 0;
    this.#start = at;
    if (at === this.size) this.units = new Uint8Array(0);
    else if (this.#isNarrowed) this.units = narrow(this.#read(at, Math.min(at + NARROWED, this.size)), this.encoding);
    else {
      // what was jumped over has to be text all the same
      if (this.#checked < at) this.#checkNext(this.#read(this.#checked, at), at);
      const offset = this.toByte(at);
      const page = this.#source.pageAt(offset);
      this.units = page.bytes;
      this.#start = page.start - this.encoding.mark;
      this.index = offset - page.start;
      this.#checkPage();
    }
  }
}

/** Names of encodings come from the document; one that is not known is shown as Latin-1, a character a byte. */
function decoderOf(label: string): (bytes: Uint8Array) => string {
  if (label === 'utf-8') return (bytes) => asBuffer(bytes).toString('utf8');
  if (label === 'utf-16le') return (bytes) => asBuffer(bytes).toString('utf16le');
  if (label === 'latin1') return (bytes) => asBuffer(bytes).toString('latin1');
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decoderOf('latin1');
  }
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Takes pages one behind the other and tells whether all of them together are UTF-8. */
function utf8Checker(): (bytes: Uint8Array) => boolean {
  let isValid = true;
  let begun: Uint8Array = new Uint8Array(0);
  return (bytes) => {
    const all = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
    const end = all.length - unfinished(all);
    isValid &&= isUtf8(all.subarray(0, end));
    // a copy: the page is used again
    begun = new Uint8Array(all.subarray(end));
    return isValid;
  };
}

/** Bytes of a character at the end that has more bytes to come. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
