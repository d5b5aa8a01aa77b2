// Pickles, one or several behind one another, as any of their loaders would read them.

import { Draft } from '../artifact.ts';
import { LimitReached } from '../budget.ts';
import { isDumbData } from '../dbm/dumb.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { inlineArrays } from '../joblib/arrays.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { torchLegacy } from '../torch/legacy.ts';
import { anyLoader } from './dialect.ts';
import { judgeProgram } from './judge.ts';
import { compareLogs, type Loaded, load } from './loaders.ts';
import { run } from './machine.ts';
import { Memo } from './memo.ts';
import type { Alternative, Program } from './program.ts';
import { sniffPickle } from './sniff.ts';

const MAX_PICKLES = 100_000;
/** Pickles in one file that are also read as one unpickler would that keeps its memo. */
const MAX_SHARED = 1000;
const MAX_SHARED_OPCODES = 1_000_000;
/** Blanks and NULs between pickles. */
const MAX_BLANKS = 16;
const PROTO = 0x80;

export const pickle: Reader = {
  format: 'pickle',
  // What torch wrote of old, and the values of a shelf, are several pickles and more, and have readers of their own.
  sniff(source, name, beside) {
    const isElse = torchLegacy.sniff(source, name) !== undefined || isDumbData(name, beside);
    return isElse ? undefined : sniffPickle(source, name);
  },
  read: (source, draft, inspection) => new PickleFile(source, draft, inspection).read(),
};

class PickleFile {
  readonly #source: ByteSource;
  readonly #draft: Draft;
  readonly #inspection: Inspection;
  /** of an unpickler that reads all pickles of the file; undefined once that is given up */
  #shared: Memo | undefined = new Memo();
  #pickles = 0;
  readonly #protocols = new Set<number>();

  constructor(source: ByteSource, draft: Draft, inspection: Inspection) {
    this.#source = source;
    this.#draft = draft;
    this.#inspection = inspection;
  }

  read(): void {
    const todo = [0];
    const seen = new Set<number>(todo);
    for (let start = todo.pop(); start !== undefined; start = todo.pop()) {
      const loaded = this.#load(start);
      if (this.#pickles > 0 && !isPickle(loaded.program, this.#source)) continue;
      if (++this.#pickles > MAX_PICKLES) {
        throw new LimitReached('members', `holds more than ${MAX_PICKLES.toLocaleString('en')} pickles`);
      }
      this.#tell(loaded);
      if (loaded.limit !== undefined) throw loaded.limit;
      if (loaded.program.ending !== 'stop') continue;
      // The next one is read first; where other loaders go on comes later.
      for (const next of [...loaded.otherNext, loaded.next]) {
        const at = this.#skipBlanks(next);
        if (at < this.#source.size && !seen.has(at)) todo.push(at);
        if (seen.size < MAX_SHARED || at > start) seen.add(at);
      }
    }
    this.#draft.detail('protocol', [...this.#protocols].sort().join(', '));
    if (this.#pickles > 1) this.#draft.detail('pickles', String(this.#pickles));
  }

  #tell({ program }: Loaded): void {
    const draft = this.#draft;
    if (this.#pickles > 1) draft.line(() => `# another pickle at ${program.start}`);
    draft.claim(program.start, program.end);
    this.#protocols.add(program.protocol ?? 0);
    judgeProgram(program, this.#source, draft, this.#inspection);
  }

  #load(start: number): Loaded {
    const alone = this.#loadWith(start, undefined);
    if (this.#pickles === 0) {
      this.#shared = alone.memo;
      return alone;
    }
    if (this.#shared === undefined) return alone;
    if (this.#pickles > MAX_SHARED || alone.program.opcodes > MAX_SHARED_OPCODES) {
      this.#shared = undefined;
      return alone;
    }
    const together = this.#loadWith(start, this.#shared);
    const { relation, firstDifference } = compareLogs(alone.program, together.program);
    // It was written by one pickler, and is read by one unpickler.
    const goesOn = together.program.ending === 'stop' || relation === 'more' || relation === 'different';
    if (alone.program.ending === 'bad-memo' && goesOn) return together;
    if (relation === 'same' || relation === 'less' || !this.#isDangerous(together.program)) return alone;
    const other: Program = { ...together.program, dialect: 'one unpickler for all pickles of the file' };
    const alternative: Alternative = { program: other, relation, firstDifference };
    return { ...alone, program: { ...alone.program, alternatives: [...alone.program.alternatives, alternative] } };
  }

  #loadWith(start: number, memo: Memo | undefined): Loaded {
    const source = this.#source;
    const { budget } = this.#inspection;
    const afterBuild = inlineArrays(source, {
      onNumbers: () => undefined,
      onObjects: (at) => this.#objects(at),
      onUnclear: (at, why) => this.#draft.concern('pickle:broken', 'unknown', { start: at, end: at + 1 }, { why }),
      onFile: (at, name) => this.#file(at, name),
    });
    return load(source, start, { limit: source.size, budget, afterBuild, ...(memo === undefined ? {} : { memo }) });
  }

  /** Elements of an array that are objects: a pickle in the pickle, which a loader of its own reads. */
  #objects(start: number): number | undefined {
    const { budget } = this.#inspection;
    const { program } = run(this.#source, start, { limit: this.#source.size, dialect: anyLoader, budget });
    const bytes = stretchOf(this.#source, start, program.end);
    this.#inspection.openAs('pickle', this.#draft, 'array of objects', bytes, start);
    return program.ending === 'stop' ? program.end : undefined;
  }

  /** A file beside it, which joblib loads with the pickles that are in it. */
  #file(at: number, name: string): void {
    const isAway = name === '' || /[/\\:]/.test(name);
    this.#draft.concern(
      'joblib:array-file',
      isAway ? 'dangerous' : 'unknown',
      { start: at, end: at + 1 },
      { file: name },
    );
    const beside = isAway ? undefined : this.#inspection.options.beside?.(name);
    if (beside !== undefined) this.#inspection.open(this.#draft, name, beside, undefined);
  }

  /** Whether it would be called dangerous if it were all there is. */
  #isDangerous(program: Program): boolean {
    const { format, name, place, size, parent } = this.#draft;
    const aside = new Draft({ format, name, place, size, parent, hasListing: false });
    judgeProgram(program, this.#source, aside, this.#inspection);
    return aside.isDangerous;
  }

  #skipBlanks(from: number): number {
    const between = this.#source.read(from, from + MAX_BLANKS);
    const count = between.findIndex((byte) => byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d);
    return from + (count < 0 ? between.length : count);
  }
}

/** Behind a pickle, other bytes may follow. */
function isPickle({ ending, opcodes, events, start }: Program, source: ByteSource): boolean {
  if (ending === 'stop') return opcodes > 1;
  const [first, second = 255] = source.read(start, start + 2);
  return (first === PROTO && second <= 5) || events.some(({ kind }) => kind === 'call');
}
