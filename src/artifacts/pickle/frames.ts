// The frames of a pickle that is read as bytes that follow one another: what goes across their ends is told, as loaders that
// read files make something else of it.

import type { Cursor } from './cursor.ts';
import type { OddityKind } from './program.ts';

interface Framed {
  readonly cursor: Cursor;
  readonly opcodeName: string;
  odd(kind: OddityKind, text: string): void;
}

export class Frames {
  /** of the frame that the next byte may lie in; infinite: it lies in none */
  end = Number.POSITIVE_INFINITY;
  readonly #framed: Framed;

  constructor(framed: Framed) {
    this.#framed = framed;
  }

  /** `FRAME` */
  begin(size: number): void {
    const { cursor } = this.#framed;
    if (cursor.input !== undefined) {
      cursor.input.frame(size);
      return;
    }
    const { position, limit } = cursor;
    if (this.end < position) this.#framed.odd('frame-crossed', 'FRAME goes across the end of a frame');
    else if (this.end > position && this.end !== Number.POSITIVE_INFINITY) {
      this.#framed.odd('frame-in-frame', `a frame begins ${this.end - position} bytes before the end of another`);
    }
    if (position + size > limit) {
      this.#framed.odd('frame-too-long', `a frame of ${size} bytes, of which there are ${limit - position}`);
    }
    this.end = position + size;
  }

  /** The next opcode begins at or behind the end of the frame. */
  leave(at: number): void {
    const { opcodeName } = this.#framed;
    if (at > this.end) this.#framed.odd('frame-crossed', `${opcodeName} goes across the end of a frame at ${this.end}`);
    this.end = Number.POSITIVE_INFINITY;
  }

  /** A loader reads on from the file, past what it has in memory of a frame. */
  interrupt(): void {
    const { position } = this.#framed.cursor;
    if (position >= this.end) this.leave(position);
    else if (this.end !== Number.POSITIVE_INFINITY) {
      // The pure-Python loader has the frame in memory, and would read the array behind it.
      this.#framed.odd('frame-left-over', 'an array is read from the file in the middle of a frame');
      this.end = Number.POSITIVE_INFINITY;
    }
  }

  /** Behind `STOP`. */
  close(): void {
    const { position } = this.#framed.cursor;
    if (this.end === Number.POSITIVE_INFINITY || this.end <= position) return;
    this.#framed.odd('frame-left-over', `the frame has ${this.end - position} more bytes`);
  }
}
