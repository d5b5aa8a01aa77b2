// Opens what lies in a file, and what lies in that: every reader that claims the bytes reads them, whatever the file is
// called. Readers are handed in, and open what they find through here, so that one budget holds for everything.

import type { Problem, Span } from '../core/index.ts';
import { type Artifact, Draft, type Format } from './artifact.ts';
import { Budget, defaultLimits, LimitReached, type Limits } from './budget.ts';
import { carve, type Read } from './carve.ts';
import { startDigest } from './compression/checksums.ts';
import type { ByteSource } from './source.ts';

/** Reads one format. It never throws but for limits: what is damaged is a concern. */
export interface Reader {
  readonly format: Format;
  /**
   * Whether the bytes claim to be of the format. `certain`: by a signature that nothing else bears; `perhaps`: a loader
   * would take them for it. `name` is a hint, and never what decides alone.
   */
  sniff(
    source: ByteSource,
    name: string,
    /** of a whole file, where other files are known */
    beside?: InspectOptions['beside'],
  ): 'certain' | 'perhaps' | undefined;
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

interface Claim {
  readonly reader: Reader;
  readonly claim: 'certain' | 'perhaps';
}

/** What is in them is named by them alone: the same bytes hold the same, whatever they are called. */
const containers: ReadonlySet<Format> = new Set<Format>([
  'zip',
  'tar',
  'gzip',
  'zlib',
  'bzip2',
  'xz',
  'lzma',
  'zstandard',
  'lz4',
]);

export class Inspection {
  readonly budget: Budget;
  readonly options: InspectOptions;
  readonly problems: Pick<Problem, 'kind' | 'message'>[] = [];
  readonly #readers: readonly Reader[];
  /** what is being read, the outermost first */
  readonly #path: ByteSource[] = [];
  /** where parts of what is being read lie in it, and what they are */
  readonly #stretches = new WeakMap<Draft, (Span & { readonly formats: readonly Format[] })[]>();
  /** drafts whose readers had to stop */
  readonly #unfinished = new WeakSet<Draft>();
  /** names of containers that were read, by digest */
  readonly #containers = new Map<string, string>();

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
    const claiming = this.#claims(source, name, into === undefined ? this.options.beside : undefined);
    if (into !== undefined && this.#isRepeated(source, name, into, claiming)) {
      this.#noteStretch(
        into,
        at,
        source.size,
        claiming.map(({ reader }) => reader.format),
      );
      return [];
    }
    const reads = this.#withoutNested(
      claiming.map(({ reader, claim }) => ({ draft: this.#read(reader, source, name, place, into), claim })),
    );
    this.#carve(source, reads);
    const artifacts = reads.map(({ draft }) => draft.toArtifact());
    if (into !== undefined)
      this.#noteStretch(
        into,
        at,
        source.size,
        artifacts.map(({ format }) => format),
      );
    into?.parts.push(...artifacts);
    return artifacts;
  }

  /**
   * Reads what lies at `at` in the bytes of `into` and may be something, as `format` or as whatever claims it for certain,
   * without telling anybody: the drafts are for the caller to keep or to drop. Nothing is looked for in what they leave over.
   */
  tryAs(
    format: Format | undefined,
    into: Draft,
    name: string,
    source: ByteSource,
    at: number | undefined,
  ): readonly Draft[] {
    if (into.depth + 1 >= this.budget.limits.depth) return [];
    const readers =
      format === undefined
        ? this.#claims(source, name).flatMap(({ reader, claim }) => (claim === 'certain' ? [reader] : []))
        : this.#readers.filter((reader) => reader.format === format);
    return readers.map((reader) => this.#read(reader, source, name, placeOf(into, at, source.size), into));
  }

  /** Reads bytes as one format, whether or not they claim to be of it: a loader that knows what it loads does so too. */
  openAs(format: Format, into: Draft, name: string, source: ByteSource, at: number | undefined): Artifact | undefined {
    const reader = this.#readers.find((each) => each.format === format);
    if (reader === undefined || into.depth + 1 >= this.budget.limits.depth) {
      this.open(into, name, source, at);
      return undefined;
    }
    const draft = this.#read(reader, source, name, placeOf(into, at, source.size), into);
    this.#carve(source, [{ draft, claim: 'certain' }]);
    const artifact = draft.toArtifact();
    into.parts.push(artifact);
    return artifact;
  }

  /** bytes of the outermost file */
  get wholeSize(): number {
    return this.#path[0]?.size ?? 0;
  }

  /** Something certain goes before what is only possible: most archives would pass for something else too. */
  #claims(source: ByteSource, name: string, beside?: InspectOptions['beside']): readonly Claim[] {
    const claims = this.#readers.flatMap((reader) => {
      const claim = reader.sniff(source, name, beside);
      return claim === undefined ? [] : [{ reader, claim }];
    });
    return [...claims.filter(({ claim }) => claim === 'certain'), ...claims.filter(({ claim }) => claim !== 'certain')];
  }

  #read(reader: Reader, source: ByteSource, name: string, place: Span | undefined, parent: Draft | undefined): Draft {
    const { format } = reader;
    const hasListing = this.options.hasListing ?? false;
    const draft = new Draft({ format, name, place, size: source.size, parent, hasListing });
    this.#path.push(source);
    const isWhole = this.#attempt(draft, () => reader.read(source, draft, this));
    this.#path.pop();
    if (!isWhole) this.#unfinished.add(draft);
    return draft;
  }

  #carve(source: ByteSource, reads: readonly Read[]): void {
    const [main] = reads;
    // What a reader did not come to is not hidden from it.
    if (reads.some(({ draft }) => this.#unfinished.has(draft))) return;
    if (main !== undefined) this.#attempt(main.draft, () => carve(source, reads, this));
  }

  #noteStretch(into: Draft, at: number | undefined, size: number, formats: readonly Format[]): void {
    if (at === undefined) return;
    const stretches = this.#stretches.get(into) ?? [];
    stretches.push({ start: at, end: at + size, formats });
    this.#stretches.set(into, stretches);
  }

  /**
   * What a file ends with, it may seem to be: a tar archive, or a pickle, whose last members are zip archives is read as one,
   * too, with all before it as a prefix. They were looked into as these members.
   */
  #withoutNested(reads: readonly Read[]): readonly Read[] {
    return reads.filter(
      ({ draft }) =>
        draft.claims.length === 0 ||
        !reads.some((other) => {
          const members = this.#stretches.get(other.draft)?.filter(({ formats }) => formats.includes(draft.format));
          return members !== undefined && liesWithin(draft.claims, members);
        }),
    );
  }

  /** A limit that is reached on the way is a concern of the artifact; what had been found stays. False: it had to stop. */
  #attempt(draft: Draft, work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      const isLimit = error instanceof LimitReached;
      if (!isLimit && this.options.survivesMistakes !== true) throw error;
      const { name, format } = draft;
      const why = isLimit ? error.message : `could not be read as ${format}, by a mistake of heed`;
      draft.concern('data:limit', 'unknown', { start: 0, end: 0 }, { limit: why });
      this.#reached(`${name === '' ? 'the file' : name} ${why}; the rest of it was not looked at`, isLimit);
      return false;
    }
  }

  /**
   * Whether a container needs no look: it is one that it lies in, which is told, or the same bytes as one that has been
   * read, of which everything was told then. What is repeated sixteen times on each of six levels is read six times.
   */
  #isRepeated(source: ByteSource, name: string, into: Draft, claiming: readonly Claim[]): boolean {
    const isContainer = claiming.length > 0 && claiming.every(({ reader }) => containers.has(reader.format));
    if (!isContainer || source.size > this.budget.limits.keptBytes) return false;
    const digest = digestOf(source, this.budget);
    if (this.#path.some((each) => each.size === source.size && digestOf(each, this.budget) === digest)) {
      const container = containerAround(into);
      container.concern('data:contains-itself', 'dangerous', { start: 0, end: container.size }, { name });
      return true;
    }
    const first = this.#containers.get(digest);
    if (first !== undefined) into.detail('repeated', `${name} is, byte for byte, ${first}`);
    else this.#containers.set(digest, name);
    return first !== undefined;
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

/** Whether each of the claims lies in one of the stretches, which do not overlap where a file is honest. */
function liesWithin(claims: readonly Span[], stretches: readonly Span[]): boolean {
  const sorted = stretches.toSorted((one, other) => one.start - other.start);
  let at = 0;
  return claims
    .toSorted((one, other) => one.start - other.start)
    .every(({ start, end }) => {
      while (at < sorted.length && (sorted[at] as Span).end < end) at++;
      return at < sorted.length && (sorted[at] as Span).start <= start;
    });
}

/** The innermost one: it is that which never ends. */
function containerAround(draft: Draft): Draft {
  let each = draft;
  while (!containers.has(each.format) && each.parent !== undefined) each = each.parent;
  return each;
}

function digestOf(source: ByteSource, budget: Budget): string {
  const digest = startDigest('sha256');
  for (let at = 0; at < source.size; ) {
    const { start, bytes } = source.pageAt(at);
    budget.spend(1 + (bytes.length >> 6));
    digest.update(bytes.subarray(at - start));
    at = start + bytes.length;
  }
  return digest.base64();
}
