// What looking at one file may cost. One budget is shared by everything that is found in the file, however deep, so that
// nesting multiplies nothing. A limit that is reached stops the reader of one artifact; what it had found stays.

export interface Limits {
  /** bytes that decompression and decoding may give in all, counted as they come out */
  readonly madeBytes: number;
  /** of these, bytes that may be kept in memory at one time */
  readonly keptBytes: number;
  /** bytes that one member may be inflated to */
  readonly memberBytes: number;
  /** containers in containers */
  readonly depth: number;
  /** members of one archive */
  readonly members: number;
  /** members of all archives in the file */
  readonly allMembers: number;
  /** steps of any reader: opcodes, headers, tags */
  readonly steps: number;
  /** milliseconds, looked at every 4,096 steps */
  readonly time: number;
}

export const defaultLimits: Limits = {
  madeBytes: 1024 ** 3,
  keptBytes: 64 * 1024 ** 2,
  memberBytes: 256 * 1024 ** 2,
  depth: 8,
  members: 65_536,
  allMembers: 200_000,
  steps: 200_000_000,
  time: 30_000,
};

/** Once a file is known for a bomb, no member of it is worth more. */
const MEMBER_OF_BOMB = 1024 ** 2;

/** Thrown by {@link Budget} and caught where an artifact is opened: a limit becomes a concern of that artifact. */
export class LimitReached extends Error {
  override name = 'LimitReached';
  readonly limit: keyof Limits;

  constructor(limit: keyof Limits, message: string) {
    super(message);
    this.limit = limit;
  }
}

export class Budget {
  readonly limits: Limits;
  readonly #now: () => number;
  readonly #end: number;
  #made = 0;
  #kept = 0;
  #members = 0;
  #steps = 0;
  #hasBomb = false;
  #declared = 0;

  /** `now` gives milliseconds; a clock that stands still takes the limit of time away. */
  constructor(limits: Limits, now: () => number) {
    this.limits = limits;
    this.#now = now;
    this.#end = now() + limits.time;
  }

  /** Takes steps. */
  spend(steps = 1): void {
    const before = this.#steps;
    this.#steps += steps;
    if (this.#steps > this.limits.steps) {
      throw new LimitReached('steps', `more than ${this.limits.steps.toLocaleString('en')} steps`);
    }
    if (before >> 12 !== this.#steps >> 12 && this.#now() > this.#end) {
      throw new LimitReached('time', `more than ${this.limits.time / 1000} seconds`);
    }
  }

  /** Counts bytes that were made by decompression or decoding. */
  make(bytes: number): void {
    this.#made += bytes;
    if (this.#made > this.limits.madeBytes) {
      throw new LimitReached('madeBytes', `unpacks to more than ${mebibytes(this.limits.madeBytes)}`);
    }
  }

  /** Bytes that a member may be inflated to. */
  get memberBytes(): number {
    return this.#hasBomb ? Math.min(MEMBER_OF_BOMB, this.limits.memberBytes) : this.limits.memberBytes;
  }

  /** Tells that something in the file is a bomb: that is its verdict, and how much more there is of it tells nothing new. */
  sawBomb(): void {
    this.#hasBomb = true;
  }

  get hasBomb(): boolean {
    return this.#hasBomb;
  }

  /** Counts what archives say that their members come to; gives what all of them say by now. */
  declare(bytes: number): number {
    this.#declared += bytes;
    return this.#declared;
  }

  /** Keeps bytes in memory; {@link release} gives them back. */
  keep(bytes: number): void {
    if (this.#kept + bytes > this.limits.keptBytes) {
      throw new LimitReached('keptBytes', `needs more than ${mebibytes(this.limits.keptBytes)} of memory to look into`);
    }
    this.#kept += bytes;
  }

  release(bytes: number): void {
    this.#kept -= bytes;
  }

  /** Bytes that can be kept now. */
  get room(): number {
    return this.limits.keptBytes - this.#kept;
  }

  /** Counts a member of an archive. */
  member(): void {
    if (++this.#members > this.limits.allMembers) {
      throw new LimitReached('allMembers', `more than ${this.limits.allMembers.toLocaleString('en')} members in all`);
    }
  }
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2).toLocaleString('en')} MiB`;
}
