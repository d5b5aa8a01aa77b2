// Loaders of pickles read some bytes differently. A dialect is one way to read them; `anyLoader` goes on wherever one of
// them would.

import type { ByteSource } from '../source.ts';
import { bytesInput, fileInput, type Input, memoryFileInput, pythonInput } from './input.ts';

export interface Dialect {
  /** for people: who reads pickles so */
  readonly words: string;
  readonly loader: 'any' | 'c' | 'python';
  /** undefined: bytes follow one another, and frames only leave a note */
  readonly input: ((source: ByteSource, start: number, limit: number) => Input) | undefined;
  /** of 8-bit strings; `any` decodes everything */
  readonly encoding: 'any' | 'ascii' | 'utf-8' | 'latin-1' | 'bytes';
}

export const anyLoader: Dialect = { words: 'any loader', loader: 'any', input: undefined, encoding: 'any' };

export const cBytes: Dialect = { words: 'pickle.loads', loader: 'c', input: bytesInput, encoding: 'any' };

export const cMemoryFile: Dialect = {
  words: 'pickle.load of an io.BytesIO, as shelves and zipped models are read',
  loader: 'c',
  input: memoryFileInput,
  encoding: 'any',
};

const fileOf =
  (block: number): NonNullable<Dialect['input']> =>
  (source, start, limit) =>
    fileInput(source, start, limit, block);

/** Before Python 3.14, files are read in 8 KiB; since then, in 128 KiB. */
export const cFile: Dialect = { words: 'pickle.load of a file', loader: 'c', input: fileOf(8192), encoding: 'any' };
export const cLargeFile: Dialect = {
  words: 'pickle.load of a file in Python 3.14',
  loader: 'c',
  input: fileOf(128 * 1024),
  encoding: 'any',
};

export const pythonLoader: Dialect = {
  words: 'the pure-Python unpickler, as joblib and dill use it',
  loader: 'python',
  input: pythonInput,
  encoding: 'any',
};

/** The same loader with another `encoding=`. */
export function withEncoding(dialect: Dialect, encoding: Dialect['encoding']): Dialect {
  return { ...dialect, words: `${dialect.words} with encoding=${encoding}`, encoding };
}
