// Loads the same streams with heed's machine and with CPython, in every dialect, and compares what they log. What is not
// compared, since the two differ on purpose or CPython cannot be asked:
//
// - behind an event that is up to an object which is not known (is the result of this call a tuple, a text, a number?), the
//   machine goes on and CPython's inert objects decide; logs are compared up to there. So is what the order of a set, the
//   content of a bytearray, a name of more than 4,096 letters or a code that `copyreg` does not have decides;
// - indices of the memo above 100,000 are not given to the C loader, whose memo is an array of twice as many places;
// - numbers of more than 4,300 digits, which Python refuses since 3.11 and took before, are numbers to the machine;
// - C loaders that enforce the ends of frames (from 3.13.15 and 3.14.7 on) do as the pure-Python one;
// - buffers of real files are followed for the first pickle of a file.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Budget, defaultLimits } from '../../../src/artifacts/budget.ts';
import { memorySource } from '../../../src/artifacts/index.ts';
import { cBytes, cMemoryFile, type Dialect, pythonLoader } from '../../../src/artifacts/pickle/dialect.ts';
import { fileInput, type Input } from '../../../src/artifacts/pickle/input.ts';
import { run } from '../../../src/artifacts/pickle/machine.ts';
import { Memo } from '../../../src/artifacts/pickle/memo.ts';
import { Renderer } from './render.ts';

const fileOf = (block: number): Dialect => ({
  words: `a file in blocks of ${block}`,
  loader: 'c',
  input: (source, start, limit) => fileInput(source, start, limit, block),
  encoding: 'any',
});

/** In the order of `opened` in `cpython.py`. */
const loaders: readonly Dialect[] = [cBytes, cMemoryFile, pythonLoader, fileOf(16), fileOf(64), fileOf(8192)];
const encodings = ['ascii', 'utf-8', 'latin-1', 'bytes'] as const;
export const LOADERS = loaders.length;
export const ENCODINGS = encodings.length;
const MAX_PICKLES = 4;
/** CPython's C loader would make an array of twice as many. */
const MAX_INDEX = 100_000;

export interface Case {
  readonly stream: Buffer;
  readonly loader: number;
  readonly encoding: number;
  readonly keepsMemo: boolean;
}

export interface Difference extends Case {
  readonly heed: string;
  readonly cpython: string;
}

export interface Comparison {
  readonly compared: number;
  /** logs that ended in what is up to objects: compared up to there */
  readonly cut: number;
  /** streams that CPython would need too much memory for */
  readonly left: number;
  readonly events: number;
  readonly differences: readonly Difference[];
}

const script = fileURLToPath(new URL('cpython.py', import.meta.url));

/** `runBatch` runs `cpython.py`. */
export function compare(cases: readonly Case[], runBatch: (batch: Buffer) => Buffer): Comparison {
  const logs = cases.map((each) => ({ ...each, log: logOf(each) }));
  const taken = logs.filter(({ log, loader }) => loader === 2 || log.largest <= MAX_INDEX);
  const answers = chunksOf(runBatch(Buffer.concat(taken.map(toBytes)))).map((answer) => answer.toString('utf8'));
  const differences: Difference[] = [];
  let cut = 0;
  let events = 0;
  taken.forEach(({ log, ...each }, index) => {
    const cpython = answers[index] ?? '(nothing)';
    const isSame = log.isCut ? isStartOf(log.text, cpython) : log.text === cpython;
    if (log.isCut) cut++;
    events += log.events;
    if (!isSame) differences.push({ ...each, heed: log.text, cpython });
  });
  return { compared: taken.length, cut, left: cases.length - taken.length, events, differences };
}

function logOf({ stream, loader, encoding, keepsMemo }: Case) {
  const source = memorySource(stream);
  const dialect: Dialect = { ...(loaders[loader] as Dialect), encoding: encodings[encoding] ?? 'ascii' };
  const renderer = new Renderer(source, dialect.encoding);
  const parts: string[] = [];
  let memo = new Memo();
  let input: Input | undefined;
  let start = 0;
  let events = 0;
  for (let count = 0; count < (loader < 3 ? MAX_PICKLES : 1); count++) {
    const budget = new Budget(defaultLimits, () => 0);
    const ran = run(source, start, { limit: source.size, dialect, budget, memo, input });
    const { text, isCut } = renderer.program(ran);
    parts.push(text);
    events += ran.program.events.length;
    if (ran.program.largestMemoIndex > MAX_INDEX) return { text: '', isCut: true, largest: MAX_INDEX + 1, events };
    if (isCut) return { text: parts.join('\n--\n'), isCut, largest: 0, events };
    if (ran.program.ending !== 'stop') break;
    start = ran.next;
    if (!keepsMemo) memo = new Memo();
    // The unpickler in Python looks at the file anew with each pickle.
    input = keepsMemo && loader !== 2 ? ran.input : undefined;
  }
  return { text: parts.join('\n--\n'), isCut: false, largest: 0, events };
}

/** Line by line: a line of the one may be cut by the end of its program. */
function isStartOf(text: string, whole: string): boolean {
  return text === '' || whole === text || whole.startsWith(`${text}\n`) || whole.startsWith(text.replace(/\n$/, '\n'));
}

function toBytes({ stream, loader, encoding, keepsMemo }: Case): Buffer {
  const header = Buffer.alloc(7);
  header.set([loader, encoding, keepsMemo ? 1 : 0]);
  header.writeUInt32LE(stream.length, 3);
  return Buffer.concat([header, stream]);
}

/** CPython as a command. A batch is run by a process of its own, with memory that is limited. */
export function withPython(python: string): { runBatch(batch: Buffer): Buffer; real(): readonly Buffer[] } {
  const inFolder = (run: (file: (name: string) => string) => Buffer) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'heed-oracle-'));
    try {
      return run((name) => path.join(folder, name));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const call = (...given: readonly string[]) =>
    execFileSync(python, ['-W', 'ignore', script, ...given], { stdio: 'pipe' });
  return {
    runBatch: (batch) =>
      inFolder((file) => {
        writeFileSync(file('cases'), batch);
        call(file('cases'), file('logs'));
        return readFileSync(file('logs'));
      }),
    real() {
      const bytes = inFolder((file) => {
        call('--real', file('real'));
        return readFileSync(file('real'));
      });
      return chunksOf(bytes);
    },
  };
}

/** Each behind its length. */
function chunksOf(bytes: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return chunks;
}
