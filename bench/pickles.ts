// How fast pickles are run on names, and judged: a model, whose bytes are arrays; records, which are many small opcodes; and
// objects, of which each is a call. They are made here, as CPython's pickler writes them in protocol 4.

import { Budget } from '../src/artifacts/budget.ts';
import { defaultLimits, inspect, memorySource, readers } from '../src/artifacts/index.ts';
import { anyLoader } from '../src/artifacts/pickle/dialect.ts';
import { run } from '../src/artifacts/pickle/machine.ts';
import { formatSpread, formatTable, type Spread, spreadOf } from './measure.ts';
import type { Benchmark } from './run.ts';

interface Row {
  readonly name: string;
  readonly megabytes: number;
  readonly opcodes: number;
  /** MB/s */
  readonly run: Spread;
  /** millions of opcodes a second */
  readonly opcodesRun: Spread;
  /** MB/s of the whole: sniffing, running, judging, looking for what hides */
  readonly inspected: Spread;
}

interface Figures {
  readonly rows: readonly Row[];
}

export const benchmark: Benchmark<Figures> = {
  measure({ rounds = 5, only }) {
    const chosen = only?.split(',') ?? Object.keys(contents);
    return Promise.resolve({ rows: chosen.map((name) => measure(name, rounds)) });
  },
  print: ({ rows }) =>
    formatTable([
      ['', 'MB', 'opcodes', 'run, MB/s', 'run, million opcodes/s', 'inspected, MB/s'],
      ...rows.map(({ name, megabytes, opcodes, run: ran, opcodesRun, inspected }) => [
        name,
        megabytes.toFixed(1),
        opcodes.toLocaleString('en'),
        formatSpread(ran, 0),
        formatSpread(opcodesRun, 1),
        formatSpread(inspected, 0),
      ]),
    ]),
};

function measure(name: string, rounds: number): Row {
  const bytes = (contents[name] as () => Buffer)();
  const megabytes = bytes.length / 1e6;
  let opcodes = 0;
  const timesOf = (work: () => void) =>
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
  const ran = timesOf(() => {
    const budget = new Budget(defaultLimits, () => performance.now());
    const { program } = run(memorySource(bytes), 0, { limit: bytes.length, dialect: anyLoader, budget });
    if (program.ending !== 'stop') throw new Error(`${name} ends with ${program.ending}: ${program.why}`);
    opcodes = program.opcodes;
  });
  const inspected = timesOf(() => {
    inspect(memorySource(bytes), `${name}.pkl`, readers, { now: () => performance.now() });
  });
  const perSecond = (amount: number, times: readonly number[]) => spreadOf(times.map((time) => (amount / time) * 1000));
  return {
    name,
    megabytes,
    opcodes,
    run: perSecond(megabytes, ran),
    opcodesRun: perSecond(opcodes / 1e6, ran),
    inspected: perSecond(megabytes, inspected),
  };
}

const op = (code: number, ...rest: readonly number[]): Buffer => Buffer.of(code, ...rest);
const [MARK, STOP, REDUCE, TUPLE1, MEMOIZE] = [0x28, 0x2e, 0x52, 0x85, 0x94];
const [EMPTY_LIST, EMPTY_DICT, APPENDS, SETITEMS, BININT1] = [0x5d, 0x7d, 0x65, 0x75, 0x4b];
const [STACK_GLOBAL, BINGET, NEWTRUE] = [0x93, 0x68, 0x88];

const text = (value: string) => Buffer.concat([op(0x8c, Buffer.byteLength(value)), Buffer.from(value)]);
const bytesOf = (value: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(value.length);
  return Buffer.concat([op(0x42), length, value]);
};
const number = (value: number) => {
  const bytes = Buffer.alloc(9, 0x47);
  bytes.writeDoubleBE(value, 1);
  return bytes;
};
/** A list, in batches as the pickler writes them. */
const list = (count: number, item: (index: number) => Buffer) => {
  const parts = [op(0x80, 4), op(EMPTY_LIST, MEMOIZE)];
  for (let from = 0; from < count; from += 1000) {
    parts.push(op(MARK));
    for (let index = from; index < Math.min(count, from + 1000); index++) parts.push(item(index));
    parts.push(op(APPENDS));
  }
  return Buffer.concat([...parts, op(STOP)]);
};

const contents: Readonly<Record<string, () => Buffer>> = {
  model: () => {
    const weights = Buffer.alloc(1e6, 'weights of a layer: ');
    const layers = Array.from({ length: 100 }, (_, index) =>
      Buffer.concat([text(`layers.${index}.weight`), op(MEMOIZE), bytesOf(weights), op(MEMOIZE)]),
    );
    return Buffer.concat([op(0x80, 4, EMPTY_DICT, MEMOIZE, MARK), ...layers, op(SETITEMS, STOP)]);
  },
  records: () =>
    list(50_000, (index) =>
      Buffer.concat([
        op(EMPTY_DICT, MEMOIZE, MARK),
        text('name'),
        op(MEMOIZE),
        text(`user ${index}`),
        op(MEMOIZE),
        text('score'),
        number(index * 1.5),
        text('tags'),
        op(EMPTY_LIST, MEMOIZE, MARK, BININT1, 1, BININT1, 2, BININT1, 3, APPENDS),
        text('active'),
        op(NEWTRUE, SETITEMS),
      ]),
    ),
  objects: () =>
    list(100_000, (index) =>
      Buffer.concat([
        // `datetime.timedelta(days)`, whose class is in the memo from the first one on.
        index === 0 ? Buffer.concat([text('datetime'), text('timedelta'), op(STACK_GLOBAL, MEMOIZE)]) : op(BINGET, 1),
        op(BININT1, index & 255, TUPLE1, MEMOIZE, REDUCE, MEMOIZE),
      ]),
    ),
};
