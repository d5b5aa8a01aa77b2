// Text that means something else than it looks like (unquoted, unescaped, joined from several lines), with the place in
// the file of each of its characters. Files are read as Latin-1, one character a byte, so that places are byte offsets;
// `decoded` makes text for people.

import type { Span } from '../core/index.ts';

/** Where characters stand: one behind the other from an offset, each where an array says, or in several stretches. */
type Places = number | Int32Array | Stretches;

interface Stretches {
  readonly pieces: readonly Excerpt[];
  /** index of the first character of each piece */
  readonly starts: readonly number[];
}

export class Excerpt {
  readonly text: string;
  readonly #places: Places;

  private constructor(text: string, places: Places) {
    this.text = text;
    this.#places = places;
  }

  static of(text: string, start = 0): Excerpt {
    return new Excerpt(text, start);
  }

  /** From stretches that follow each other in meaning; each says where it stands. */
  static join(given: readonly Excerpt[]): Excerpt {
    const pieces = given.filter(({ text }) => text !== '');
    if (pieces.length < 2) return pieces[0] ?? given[0] ?? new Excerpt('', 0);
    const starts: number[] = [];
    let length = 0;
    for (const { text } of pieces) {
      starts.push(length);
      length += text.length;
    }
    return new Excerpt(pieces.map(({ text }) => text).join(''), { pieces, starts });
  }

  /** Text whose characters stand at these places, and one more place for its end. */
  static placed(text: string, places: Int32Array): Excerpt {
    return new Excerpt(text, places);
  }

  /** Other text in the place of what stands from `span.start`: all its characters stand there. */
  static instead(text: string, span: Span): Excerpt {
    const places = new Int32Array(text.length + 1).fill(span.start);
    places[text.length] = span.end;
    return new Excerpt(text, places);
  }

  /** Byte offset of the character at an index. */
  placeOf(index: number): number {
    const places = this.#places;
    if (typeof places === 'number') return places + index;
    if (places instanceof Int32Array) return places[index] as number;
    const at = pieceAt(places.starts, index);
    return (places.pieces[at] as Excerpt).placeOf(index - (places.starts[at] as number));
  }

  /** The characters from `from` up to `to` as bytes of the file. */
  spanOf(from: number, to: number): Span {
    const start = this.placeOf(from);
    return { start, end: to > from ? Math.max(this.placeOf(to - 1) + 1, start) : start };
  }

  slice(from: number, to: number = this.text.length): Excerpt {
    const text = this.text.slice(from, to);
    const places = this.#places;
    if (typeof places === 'number') return new Excerpt(text, places + from);
    if (places instanceof Int32Array) return new Excerpt(text, places.subarray(from, from + text.length + 1));
    const cut: Excerpt[] = [];
    for (let at = pieceAt(places.starts, from); at < places.pieces.length; at++) {
      const [piece, start] = [places.pieces[at] as Excerpt, places.starts[at] as number];
      if (start >= from + text.length && cut.length > 0) break;
      cut.push(piece.slice(Math.max(0, from - start), Math.max(0, from + text.length - start)));
    }
    return Excerpt.join(cut);
  }

  endPlace(): number {
    return this.text === '' ? this.placeOf(0) : this.placeOf(this.text.length - 1) + 1;
  }
}

/** The last piece that begins at or before an index. */
function pieceAt(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

const decoder = new TextDecoder();

/** For people: Latin-1 text back to the UTF-8 that it was. */
export function decoded(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
