// Opens what lies in a file, and what lies in that: every reader that claims the bytes reads them, whatever the file is
// called. Readers are handed in, and open what they find through here, so that one budget holds for everything.

import type { Problem, Span } from '../core/index.ts';
import { type Artifact, Draft, type Format } from './artifact.ts';
import { Budget, defaultLimits, LimitReached, type Limits } from './budget.ts';
import { carve } from './carve.ts';
import type { ByteSource } from './source.ts';

/** Reads one format. It never throws but for limits: what is damaged is a concern. */
export interface Reader {
  readonly format: Format;
  /**
   * Whether the bytes claim to be of the format. `certain`: by a signature that nothing else bears; `perhaps`: a loader
   * would take them for it. `name` is a hint, and never what decides alone.
   */
  sniff(source: ByteSource, name: string): 'certain' | 'perhaps' | undefined;
  read(source: ByteSource, draft: Draft, inspection: Inspection): void;
}

export interface InspectOptions {
  readonly limits?: Partial<Limits>;
  /** milliseconds */
  now(): number;
  /** lines of text for `heed inspect` */
  readonly hasListing?: boolean;
  /** names in pickles that the project trusts, besides those that heed knows */
  readonly trusted?: ReadonlySet<string>;
  /** what a reader throws that fails costs what it reads alone, and is a problem; else it is thrown on */
  readonly survivesMistakes?: boolean;
  /** bytes of a file beside the one that is read, where the format has several; undefined: there is none of this name */
  beside?(name: string): ByteSource | undefined;
}

export interface Inspected {
  readonly artifacts: readonly Artifact[];
  /** limits that were reached; the paths are filled in by who knows them */
  readonly problems: readonly Pick<Problem, 'kind' | 'message'>[];
}

/** `name` is the file's, without folders. Never throws on any bytes. */
export function inspect(
  source: ByteSource,
  name: string,
  readers: readonly Reader[],
  options: InspectOptions,
): Inspected {
  const inspection = new Inspection(readers, options);
  const artifacts = inspection.open(undefined, name, source, 0);
  return { artifacts, problems: inspection.problems };
}

export class Inspection {
  readonly budget: Budget;
  readonly options: InspectOptions;
  readonly problems: Pick<Problem, 'kind' | 'message'>[] = [];
  readonly #readers: readonly Reader[];

  constructor(readers: readonly Reader[], options: InspectOptions) {
    this.#readers = readers;
    this.options = options;
    this.budget = new Budget({ ...defaultLimits, ...options.limits }, options.now);
  }

  /**
   * Looks into bytes, which lie at `at` in those of `into`, or were made from them (`undefined`). What is found becomes
   * parts of `into`. Nothing is found in bytes that no reader claims.
   */
  open(into: Draft | undefined, name: string, source: ByteSource, at: number | undefined): readonly Artifact[] {
    if (into !== undefined && into.depth + 1 >= this.budget.limits.depth) {
      if (this.#claims(source, name).length === 0) return [];
      into.concern(
        'data:too-deep',
        'unknown',
        { start: at ?? 0, end: (at ?? 0) + 1 },
        { name, depth: this.budget.limits.depth },
      );
      this.#reached(`${name} lies in more than ${this.budget.limits.depth} containers`);
      return [];
    }
    const place = placeOf(into, at, source.size);
    const claiming = this.#claims(source, name);
    const drafts = claiming.map(({ reader }) => this.#read(reader, source, name, place, into));
    if (drafts.length > 0) carve(source, drafts, this);
    const artifacts = drafts.map((draft) => draft.toArtifact());
    into?.parts.push(...artifacts);
    return artifacts;
  }

  /** Reads bytes as one format, whether or not they claim to be of it: a loader that knows what it loads does so too. */
  openAs(format: Format, into: Draft, name: string, source: ByteSource, at: number | undefined): Artifact | undefined {
    const reader = this.#readers.find((each) => each.format === format);
    if (reader === undefined || into.depth + 1 >= this.budget.limits.depth) {
      this.open(into, name, source, at);
      return undefined;
    }
    const draft = this.#read(reader, source, name, placeOf(into, at, source.size), into);
    carve(source, [draft], this);
    const artifact = draft.toArtifact();
    into.parts.push(artifact);
    return artifact;
  }

  /** Something certain goes before what is only possible: most archives would pass for something else too. */
  #claims(source: ByteSource, name: string): readonly { reader: Reader }[] {
    const claims = this.#readers.flatMap((reader) => {
      const claim = reader.sniff(source, name);
      return claim === undefined ? [] : [{ reader, claim }];
    });
    return claims;
  }

  #read(reader: Reader, source: ByteSource, name: string, place: Span | undefined, parent: Draft | undefined): Draft {
    const { format } = reader;
    const hasListing = this.options.hasListing ?? false;
    const draft = new Draft({ format, name, place, size: source.size, parent, hasListing });
    try {
      reader.read(source, draft, this);
    } catch (error) {
      const isLimit = error instanceof LimitReached;
      if (!isLimit && this.options.survivesMistakes !== true) throw error;
      const why = isLimit ? error.message : `could not be read as ${format}, by a mistake of heed`;
      draft.concern('data:limit', 'unknown', { start: 0, end: 0 }, { limit: why });
      this.#reached(`${name === '' ? 'the file' : name} ${why}; the rest of it was not looked at`, isLimit);
    }
    return draft;
  }

  #reached(message: string, isLimit = true): void {
    this.problems.push({ kind: isLimit ? 'limit' : 'reader-crashed', message });
  }
}

function placeOf(into: Draft | undefined, at: number | undefined, size: number): Span | undefined {
  if (into === undefined) return { start: 0, end: size };
  if (at === undefined || into.place === undefined) return undefined;
  return { start: into.place.start + at, end: into.place.start + at + size };
}
