// Streams by the thousand, each with some of the loaders: what `npm run oracle -- --pickles 200000` compares.

import { type Case, type Comparison, compare, type Difference, ENCODINGS, LOADERS, withPython } from './compare.ts';
import { Generator } from './generate.ts';

/** Streams of one process of CPython. */
const BATCH = 4000;
/** Loaders that read each stream. */
const LOADERS_EACH = 2;
const MAX_SHOWN = 20;
/** Streams of which one is larger than what a loader reads at once. */
const LARGE_EVERY = 97;

export interface PickleComparison extends Omit<Comparison, 'differences'> {
  readonly streams: number;
  readonly differing: number;
  /** the shortest */
  readonly shown: readonly Difference[];
}

/** `python`: a command; any CPython from 3.8 to 3.13 that does not enforce the ends of frames (3.13.14 and before). */
export function comparePickles(
  python: string,
  count: number,
  seed: number,
  progress: (streams: number) => void = () => undefined,
): PickleComparison {
  const { runBatch, real } = withPython(python);
  const generator = new Generator(seed);
  const pool = [...real()];
  let total = { streams: 0, compared: 0, cut: 0, left: 0, events: 0, differing: 0 };
  let shown: readonly Difference[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const streams: Buffer[] = [];
    for (let number = from; number < Math.min(count, from + BATCH); number++) {
      streams.push(streamFor(number, generator, pool, streams));
    }
    const result = compare(streams.flatMap(casesOf), runBatch);
    total = {
      streams: total.streams + streams.length,
      compared: total.compared + result.compared,
      cut: total.cut + result.cut,
      left: total.left + result.left,
      events: total.events + result.events,
      differing: total.differing + result.differences.length,
    };
    const all = [...shown, ...result.differences];
    shown = all.sort((one, other) => one.stream.length - other.stream.length).slice(0, MAX_SHOWN);
    progress(total.streams);
  }
  return { ...total, shown };
}

/** The real ones first; then made ones, made ones that are mutated, and real ones that are. */
function streamFor(number: number, generator: Generator, real: readonly Buffer[], before: readonly Buffer[]): Buffer {
  if (number < real.length) return real[number] as Buffer;
  const one = real[number % real.length] as Buffer;
  const other = before.at(-1) ?? one;
  if (number % LARGE_EVERY === 0) return generator.large();
  switch (number % 4) {
    case 0:
    case 1:
      return generator.stream();
    case 2:
      return generator.mutated(generator.stream(), other);
    default:
      return generator.mutated(one.length < 2000 ? one : generator.stream(), other);
  }
}

function casesOf(stream: Buffer, number: number): readonly Case[] {
  return Array.from({ length: LOADERS_EACH }, (_, turn) => ({
    stream,
    loader: (Math.floor(number / 4) + number + turn * 2) % LOADERS,
    encoding: Math.floor(number / LOADERS) % ENCODINGS,
    keepsMemo: number % 5 === 0,
  }));
}

export function describePickles(result: PickleComparison, python: string): string {
  const { streams, compared, events, cut, left, differing, shown } = result;
  const lines = shown.map(({ stream, loader, encoding, keepsMemo, heed, cpython }) =>
    [
      `\n${stream.toString('hex')} (loader ${loader}, encoding ${encoding}${keepsMemo ? ', one unpickler' : ''})`,
      `heed:\n${heed}`,
      `CPython:\n${cpython}`,
    ].join('\n'),
  );
  const amount = (value: number) => value.toLocaleString('en');
  return [
    `${amount(streams)} streams, ${amount(compared)} logs of ${python} compared, with ${amount(events)} events: ${amount(differing)} differ`,
    `${amount(cut)} end where it is up to objects that are not known, and are compared up to there;`,
    `${amount(left)} would take CPython too much memory`,
    ...lines,
  ].join('\n');
}
