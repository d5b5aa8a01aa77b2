// What was found in a file: artifacts in artifacts, each with what is of concern in it. Plain data, so that it can be sent
// between threads. Readers fill in drafts, so that what they had found stays when they have to stop.

import type { Span } from '../core/index.ts';

/** How a stretch of bytes is read. One word a loader. */
export type Format =
  | 'pickle'
  | 'zip'
  | 'tar'
  | 'gzip'
  | 'zlib'
  | 'bzip2'
  | 'xz'
  | 'lzma'
  | 'zstandard'
  | 'lz4'
  | '7z'
  | 'npy'
  | 'torch-legacy'
  | 'dumb-dbm'
  | 'gnu-dbm'
  | 'berkeley-db'
  | 'sqlite'
  | 'hdf5'
  | 'keras-config'
  | 'xml'
  | 'logging-ini'
  | 'logging-dict'
  | 'yaml'
  | 'text'
  | 'pem'
  | 'der'
  | 'key-log'
  | 'openssl-settings';

/**
 * `dangerous`: shown to do harm, or to be what no writer of the format makes; `unknown`: not shown to be harmless;
 * `note`: of interest for people, without weight.
 */
export type Weight = 'dangerous' | 'unknown' | 'note';

/** Something about an artifact that speaks against it. */
export interface Concern {
  /** `zip:duplicate-name`; the second half is the id of the message of the rule that speaks for it */
  readonly kind: string;
  readonly weight: Weight;
  /** in the artifact's own bytes */
  readonly span: Span;
  /** for the message */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** steps of the proof, in order */
  readonly evidence: readonly { readonly span: Span; readonly text: string }[];
}

export interface Artifact {
  readonly format: Format;
  /** what it is called in what it lies in: a member's name, `second pickle`; for the whole file, the file's name */
  readonly name: string;
  /** where its bytes lie in the file; undefined: they were made from others, by inflating or decoding */
  readonly place: Span | undefined;
  readonly size: number;
  readonly concerns: readonly Concern[];
  readonly parts: readonly Artifact[];
  /** facts for people: `protocol` `4`, `members` `12` */
  readonly details: readonly (readonly [label: string, text: string])[];
  /** names that reading it looks up, sorted, each once: what users can pin */
  readonly names: readonly string[];
  /** for `heed inspect`; empty unless it was asked for */
  readonly listing: readonly string[];
}

/** Lines of a listing; more would be read by nobody. */
const MAX_LINES = 10_000;
/** Concerns of one kind in one artifact; the others are counted. */
const MAX_CONCERNS_OF_A_KIND = 50;
const MAX_TEXT = 200;

/** An artifact while it is read. */
export class Draft {
  readonly format: Format;
  readonly name: string;
  readonly place: Span | undefined;
  readonly size: number;
  /** of what it lies in */
  readonly parent: Draft | undefined;
  readonly hasListing: boolean;
  readonly parts: Artifact[] = [];
  readonly #concerns: Concern[] = [];
  readonly #countByKind = new Map<string, number>();
  readonly #details: [string, string][] = [];
  readonly #names = new Set<string>();
  readonly #listing: string[] = [];
  readonly #claims: Span[] = [];

  constructor(given: Pick<Draft, 'format' | 'name' | 'place' | 'size' | 'parent' | 'hasListing'>) {
    this.format = given.format;
    this.name = given.name;
    this.place = given.place;
    this.size = given.size;
    this.parent = given.parent;
    this.hasListing = given.hasListing;
  }

  get depth(): number {
    return this.parent === undefined ? 0 : this.parent.depth + 1;
  }

  get isDangerous(): boolean {
    return this.#concerns.some(({ weight }) => weight === 'dangerous');
  }

  concern(
    kind: string,
    weight: Weight,
    span: Span,
    parameters: Concern['parameters'] = {},
    evidence: Concern['evidence'] = [],
  ): void {
    const count = (this.#countByKind.get(kind) ?? 0) + 1;
    this.#countByKind.set(kind, count);
    if (count > MAX_CONCERNS_OF_A_KIND) return;
    const shown = Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? clip(value) : value,
    ]);
    this.#concerns.push({ kind, weight, span, parameters: Object.fromEntries(shown), evidence });
  }

  /** Bytes whose meaning is known. What nobody claims is looked at for what may hide in it. */
  claim(start: number, end: number): void {
    const last = this.#claims.at(-1);
    if (last !== undefined && last.end === start) this.#claims[this.#claims.length - 1] = { start: last.start, end };
    else if (end > start) this.#claims.push({ start, end });
  }

  get claims(): readonly Span[] {
    return this.#claims;
  }

  detail(label: string, text: string): void {
    this.#details.push([label, clip(text)]);
  }

  lookUp(name: string): void {
    this.#names.add(clip(name));
  }

  /** A line for `heed inspect`; the text is made only when somebody will read it. */
  line(text: () => string): void {
    if (!this.hasListing || this.#listing.length > MAX_LINES) return;
    this.#listing.push(this.#listing.length === MAX_LINES ? '… and more' : text());
  }

  toArtifact(): Artifact {
    const { format, name, place, size, parts } = this;
    return {
      format,
      name,
      place,
      size,
      concerns: this.#concerns,
      parts,
      details: this.#details,
      names: [...this.#names].sort(),
      listing: this.#listing,
    };
  }
}

/** Names in hostile files are as long as somebody likes. */
function clip(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}
