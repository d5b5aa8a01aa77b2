// Text that means something else than it looks like (unquoted, unescaped, joined from several lines), with the place in
// the file of each of its characters. Files are read as Latin-1, one character a byte, so that places are byte offsets;
// `decoded` makes text for people.

import type { Span } from '../core/index.ts';

export class Excerpt {
  readonly text: string;
  /** places by character, and one behind the last; undefined: they follow each other from `#start` */
  readonly #places: Int32Array | undefined;
  readonly #start: number;

  private constructor(text: string, start: number, places: Int32Array | undefined) {
    this.text = text;
    this.#start = start;
    this.#places = places;
  }

  static of(text: string, start = 0): Excerpt {
    return new Excerpt(text, start, undefined);
  }

  /** From stretches that follow each other in meaning; each says where it stands. */
  static join(pieces: readonly Excerpt[]): Excerpt {
    if (pieces.length === 1) return pieces[0] as Excerpt;
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    const places = new Int32Array(length + 1);
    let at = 0;
    for (const piece of pieces) {
      for (let index = 0; index < piece.text.length; index++) places[at++] = piece.placeOf(index);
    }
    places[at] = pieces.at(-1)?.endPlace() ?? 0;
    return new Excerpt(pieces.map(({ text }) => text).join(''), 0, places);
  }

  /** Text whose characters stand at these places, and one more place for its end. */
  static placed(text: string, places: Int32Array): Excerpt {
    return new Excerpt(text, 0, places);
  }

  /** Other text in the place of what stands from `span.start`: all its characters stand there. */
  static instead(text: string, span: Span): Excerpt {
    const places = new Int32Array(text.length + 1).fill(span.start);
    places[text.length] = span.end;
    return new Excerpt(text, 0, places);
  }

  /** Byte offset of the character at an index. */
  placeOf(index: number): number {
    return this.#places === undefined ? this.#start + index : (this.#places[index] as number);
  }

  /** The characters from `from` up to `to` as bytes of the file. */
  spanOf(from: number, to: number): Span {
    const start = this.placeOf(from);
    return { start, end: to > from ? Math.max(this.placeOf(to - 1) + 1, start) : start };
  }

  slice(from: number, to: number = this.text.length): Excerpt {
    const text = this.text.slice(from, to);
    if (this.#places === undefined) return new Excerpt(text, this.#start + from, undefined);
    return new Excerpt(text, 0, this.#places.subarray(from, from + text.length + 1));
  }

  endPlace(): number {
    return this.text === '' ? this.placeOf(0) : this.placeOf(this.text.length - 1) + 1;
  }
}

const decoder = new TextDecoder();

/** For people: Latin-1 text back to the UTF-8 that it was. */
export function decoded(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
