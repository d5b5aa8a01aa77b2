// Places in a file. Inside heed a place is a pair of byte offsets into the file's UTF-8 text; lines and columns are
// computed at the edge (`report`, `lsp`) through `LineIndex`.

/** Half-open range of UTF-8 byte offsets: `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people. `line` and `column` start at 1; `column` counts Unicode code points, as editors show them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Maps byte offsets to lines. Line ends are `\n`, `\r\n` and a lone `\r`, as in Python's own reading of source. */
export class LineIndex {
  readonly #bytes: Uint8Array;
  readonly #starts: number[];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const starts = [hasByteOrderMark(bytes) ? 3 : 0];
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) starts.push(at + 1);
    }
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line (from 1) that holds the byte at `offset`. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Byte offset of the first byte of a line (from 1). */
  startOf(line: number): number {
    return this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1] as number;
  }

  /** Byte offset behind the last byte of a line (from 1), its line end not counted. */
  endOf(line: number): number {
    let end = line < this.#starts.length ? (this.#starts[line] as number) : this.#bytes.length;
    const start = this.startOf(line);
    while (end > start && (this.#bytes[end - 1] === 10 || this.#bytes[end - 1] === 13)) end--;
    return end;
  }

  /** UTF-8 column (from 0), as CPython's `col_offset` counts. */
  byteColumnOf(offset: number): number {
    return Math.max(0, offset - this.startOf(this.lineOf(offset)));
  }

  positionOf(offset: number): Position {
    const line = this.lineOf(offset);
    let column = 1;
    for (let at = this.startOf(line); at < offset && at < this.#bytes.length; at++) {
      if (((this.#bytes[at] as number) & 0xc0) !== 0x80) column++;
    }
    return { line, column };
  }

  /** UTF-16 code units from the start of the line, as the Language Server Protocol and SARIF count (from 0). */
  utf16ColumnOf(offset: number): number {
    let column = 0;
    for (let at = this.startOf(this.lineOf(offset)); at < offset && at < this.#bytes.length; at++) {
      const byte = this.#bytes[at] as number;
      if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1;
    }
    return column;
  }
}

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
