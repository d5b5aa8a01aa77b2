// What decoders of bytes stand on: input that comes page by page, output that can be referred to as far back as a window goes,
// and an end that can come anywhere.

import type { Span } from '../../core/index.ts';
import type { Budget } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import type { Decoded, Decoder, Sink } from './decoder.ts';

/** The most that a decoder may be asked to remember of what it made. */
export const MAX_WINDOW = 64 * 1024 ** 2;
/** Output is handed on when this much has come. */
const PIECE = 256 * 1024;

/** Ends a decoder from wherever it is; caught by {@link decoding}. */
export class Stop extends Error {
  override name = 'Stop';
  readonly outcome: Decoded['outcome'];
  readonly why: string | undefined;

  constructor(outcome: Decoded['outcome'], why?: string) {
    super(why);
    this.outcome = outcome;
    this.why = why;
  }
}

/** A decoder of what runs through input to its end, and stops where something is wrong. */
export function decoding(run: (input: Input, output: Output, budget: Budget) => void): Decoder {
  return (source, from, to, budget, sink) => {
    const input = new Input(source, from, to);
    const output = new Output(sink, input);
    try {
      run(input, output, budget);
      output.handOn();
      return { end: input.offset, outcome: 'whole', skipped: input.skipped };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const { outcome, why } = error;
      // Loaders that read by pieces have seen what came before.
      if (outcome !== 'stopped') output.handOnLast();
      return { end: input.offset, outcome, skipped: input.skipped, ...(why === undefined ? {} : { why }) };
    }
  };
}

export class Input {
  readonly source: ByteSource;
  readonly to: number;
  /** the page that is read, and the next byte in it */
  page: Uint8Array = new Uint8Array(0);
  next = 0;
  /** what nobody decodes */
  readonly skipped: Span[] = [];
  #base: number;

  constructor(source: ByteSource, from: number, to: number) {
    this.source = source;
    this.to = Math.min(to, source.size);
    this.#base = Math.min(from, this.to);
  }

  /** in the source, of the next byte */
  get offset(): number {
    return this.#base + this.next;
  }

  get left(): number {
    return this.to - this.offset;
  }

  byte(): number {
    if (this.next === this.page.length) this.nextPage();
    return this.page[this.next++] as number;
  }

  /** An unsigned number, the lowest byte first; of at most 6 bytes. */
  unsigned(bytes: number): number {
    let value = 0;
    for (let at = 0, scale = 1; at < bytes; at++, scale *= 256) value += this.byte() * scale;
    return value;
  }

  /** Bytes that lie in memory together, valid until more are asked for. Stops where there are not so many. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.skip(this.left);
      throw new Stop('truncated');
    }
    if (this.page.length - this.next >= length) {
      this.next += length;
      return this.page.subarray(this.next - length, this.next);
    }
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      if (this.next === this.page.length) this.nextPage();
      const piece = this.page.subarray(this.next, this.next + length - at);
      bytes.set(piece, at);
      at += piece.length;
      this.next += piece.length;
    }
    return bytes;
  }

  /** What comes next, without going on; fewer bytes at the end. */
  peek(length: number): Uint8Array {
    return this.source.read(this.offset, Math.min(this.offset + length, this.to));
  }

  skip(length: number): void {
    const to = Math.min(this.offset + length, this.to);
    this.#base = to;
    this.page = new Uint8Array(0);
    this.next = 0;
  }

  /** Goes back by bytes that were taken last. */
  back(length: number): void {
    if (length <= this.next) this.next -= length;
    else {
      this.#base = this.offset - length;
      this.page = new Uint8Array(0);
      this.next = 0;
    }
  }

  nextPage(): void {
    const at = this.offset;
    if (at >= this.to) throw new Stop('truncated');
    const { start, bytes } = this.source.pageAt(at);
    this.#base = at;
    this.next = 0;
    this.page = bytes.subarray(at - start, Math.min(bytes.length, this.to - start));
  }
}

export class Output {
  /** what came out: first what was handed on, and may be referred to */
  bytes: Uint8Array = new Uint8Array(64 * 1024);
  /** behind the last byte that came */
  at = 0;
  readonly #sink: Sink;
  readonly #input: Input;
  #handedOn = 0;
  /** bytes that have to stay */
  #window = 0;
  /** sees all bytes before they are handed on: checksums */
  #watcher: ((bytes: Uint8Array) => void) | undefined;

  constructor(sink: Sink, input: Input) {
    this.#sink = sink;
    this.#input = input;
  }

  /** What came before is no longer referred to, and `window` bytes of what comes are. */
  start(window: number, watcher?: (bytes: Uint8Array) => void): void {
    this.handOn();
    this.#window = window;
    this.#watcher = watcher;
    this.#slide(0);
  }

  /** What came before is no longer referred to. */
  forget(): void {
    this.handOn();
    this.#slide(0);
  }

  /** Takes care that so many bytes can be written behind `at`, and none before it moves that is in the window. */
  reserve(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    this.handOn();
    const kept = Math.min(this.at, this.#window);
    // The buffer grows with what came, and is a part larger than the window, so that little is moved.
    const most = this.#window + Math.max(this.#window >> 2, PIECE) + length;
    if (this.bytes.length < most && kept * 2 + length > this.bytes.length) {
      const larger = new Uint8Array(
        Math.min(Math.max(this.bytes.length * 2, kept + length), Math.max(most, kept + length)),
      );
      larger.set(this.bytes.subarray(this.at - kept, this.at));
      this.bytes = larger;
      this.at = kept;
      this.#handedOn = kept;
      return;
    }
    this.#slide(kept);
  }

  write(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
    if (this.at - this.#handedOn >= PIECE) this.handOn();
  }

  /** Repeats what came `distance` bytes ago. Stops where so many did not come. */
  repeat(distance: number, length: number): void {
    this.reserve(length);
    const { bytes, at } = this;
    if (distance > at || distance === 0) throw new Stop('damaged', 'it refers to what is before its beginning');
    if (distance >= length && length > 16) bytes.copyWithin(at, at - distance, at - distance + length);
    else if (distance === 1 && length > 16) bytes.fill(bytes[at - 1] as number, at, at + length);
    else for (let to = at; to < at + length; to++) bytes[to] = bytes[to - distance] as number;
    this.at = at + length;
  }

  handOn(): void {
    if (this.at === this.#handedOn) return;
    const piece = this.bytes.subarray(this.#handedOn, this.at);
    this.#handedOn = this.at;
    this.#watcher?.(piece);
    if (this.#sink(piece, this.#input.offset) === 'enough') throw new Stop('stopped');
  }

  /** Where nothing more comes, whatever the sink says. */
  handOnLast(): void {
    if (this.at > this.#handedOn) this.#sink(this.bytes.subarray(this.#handedOn, this.at), this.#input.offset);
    this.#handedOn = this.at;
  }

  #slide(kept: number): void {
    this.bytes.copyWithin(0, this.at - kept, this.at);
    this.at = kept;
    this.#handedOn = kept;
  }
}
