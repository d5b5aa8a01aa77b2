// Which bytes a loader takes for the next ones. They follow one another, but for frames: the C loader forgets what is left
// of a frame when something goes across its end (python/cpython#154848), each kind of file in its own way, and the
// pure-Python loader refuses.

import type { ByteSource } from '../source.ts';
import { Broken } from './broken.ts';

/** Offsets are in the source. All throw {@link Broken} where the loader raises. */
export interface Input {
  /** Where the next `count` bytes lie. */
  reach(count: number): number;
  /** The same for content that is read into memory of its own: bytes and bytearrays. */
  reachInto(count: number): number;
  /** Where the next line lies, with its line feed; without one at the end of the data, where the loader takes that. */
  line(): readonly [start: number, end: number];
  frame(size: number): void;
  /** Where the next `load` of the same file begins; called once, behind `STOP`. */
  close(): number;
}

/** What is behind `limit` is not there. */
export function newlineIn(source: ByteSource, from: number, limit: number): number {
  for (let at = from; at < limit; ) {
    const { start, bytes } = source.pageAt(at);
    const found = bytes.indexOf(10, at - start);
    if (found >= 0) return start + found < limit ? start + found : -1;
    at = start + bytes.length;
  }
  return -1;
}

const truncated = (what: string) => new Broken('end-of-data', `${what} goes beyond the end of the data`);

/** `pickle.loads`: all bytes are in memory, and a frame is nothing but a promise that they are there. */
export function bytesInput(source: ByteSource, start: number, limit: number): Input {
  let position = start;
  const reach = (count: number) => {
    if (position + count > limit) throw truncated('an argument');
    position += count;
    return position - count;
  };
  return {
    reach,
    reachInto: reach,
    line() {
      const found = newlineIn(source, position, limit);
      if (found < 0) throw truncated('a line');
      const line = [position, found + 1] as const;
      position = found + 1;
      return line;
    },
    frame(size) {
      if (position + size > limit) throw truncated('a frame');
    },
    close: () => position,
  };
}

/** `pickle._Unpickler`, and C loaders since frames are enforced: nothing goes across the end of a frame. */
export function pythonInput(source: ByteSource, start: number, limit: number): Input {
  let position = start;
  let frameEnd = -1;
  const exhausted = () => new Broken('bad-argument', 'pickle exhausted before end of frame');
  const reach = (count: number) => {
    if (frameEnd >= 0) {
      if (frameEnd === position && count > 0) frameEnd = -1;
      else if (frameEnd - position < count) throw exhausted();
    }
    if (position + count > limit) throw truncated('an argument');
    position += count;
    return position - count;
  };
  return {
    reach,
    reachInto: reach,
    line() {
      if (frameEnd === position) frameEnd = -1;
      const end = frameEnd >= 0 ? frameEnd : limit;
      const found = newlineIn(source, position, end);
      if (found < 0 && frameEnd >= 0) throw exhausted();
      const line = [position, found < 0 ? end : found + 1] as const;
      position = line[1];
      return line;
    },
    frame(size) {
      if (frameEnd > position) {
        throw new Broken('bad-argument', 'beginning of a new frame before end of current frame');
      }
      frameEnd = Math.min(position + size, limit);
    },
    close: () => Math.max(position, frameEnd),
  };
}

/** `_pickle.load` of a file without `peek`, such as `io.BytesIO`: what shelves and zipped models are read from. */
export function memoryFileInput(source: ByteSource, start: number, limit: number): Input {
  // What was read last is [next, bufferEnd); the file stands at `file`.
  let next = start;
  let bufferEnd = start;
  let file = start;
  const read = (count: number) => {
    if (file + count > limit) throw truncated('an argument');
    next = file;
    file += count;
    bufferEnd = file;
  };
  return {
    reach(count) {
      if (count > bufferEnd - next) read(count);
      next += count;
      return next - count;
    },
    reachInto(count) {
      const at = next < bufferEnd ? next : file;
      const taken = Math.min(count, bufferEnd - next);
      next += taken;
      if (file + count - taken > limit) throw truncated('an argument');
      file += count - taken;
      return at;
    },
    line() {
      const found = newlineIn(source, next, bufferEnd);
      if (found >= 0) {
        const line = [next, found + 1] as const;
        next = found + 1;
        return line;
      }
      const end = newlineIn(source, file, limit) + 1;
      if (end === 0) throw truncated('a line');
      const line = [file, end] as const;
      next = end;
      bufferEnd = end;
      file = end;
      return line;
    },
    frame(size) {
      if (size > bufferEnd - next) read(size);
    },
    close: () => file,
  };
}

/** `PREFETCH` of Modules/_pickle.c. */
const PREFETCH = 128 * 1024;

/** `_pickle.load` of a real file (`io.BufferedReader` with buffers of `block` bytes), whose `peek` it looks ahead with. */
export function fileInput(source: ByteSource, start: number, limit: number, block: number): Input {
  // The unpickler's buffer is [next, bufferEnd); what lies behind `ahead` was only peeked at, and is still to be read.
  let next = start;
  let bufferEnd = start;
  let ahead = start;
  // The reader stands at `file`; its own buffer ends at `windowEnd`.
  let file = start;
  let windowEnd = start;
  const skip = (count: number) => {
    if (file + count > windowEnd) {
      const direct = windowEnd + Math.floor((file + count - windowEnd) / block) * block;
      windowEnd = direct < file + count ? Math.min(direct + block, limit) : direct;
    }
    file += count;
  };
  const skipConsumed = () => {
    if (next > ahead) {
      skip(next - ahead);
      ahead = next;
    }
  };
  const read = (count: number) => {
    skipConsumed();
    if (count < PREFETCH) {
      if (windowEnd <= file) windowEnd = Math.min(file + block, limit);
      next = file;
      ahead = file;
      bufferEnd = windowEnd;
      if (count <= bufferEnd - next) return;
    }
    if (file + count > limit) throw truncated('an argument');
    next = file;
    skip(count);
    bufferEnd = file;
    ahead = file;
  };
  return {
    reach(count) {
      if (count > bufferEnd - next) read(count);
      next += count;
      return next - count;
    },
    reachInto(count) {
      const taken = Math.min(count, bufferEnd - next);
      const at = taken > 0 ? next : -1;
      next += taken;
      const rest = count - taken;
      if (rest === 0 && at >= 0) return at;
      skipConsumed();
      const from = at >= 0 ? at : file;
      if (file + rest > limit) throw truncated('an argument');
      // More than a buffer goes past it.
      if (file + rest > windowEnd && rest - (windowEnd - file) > block) {
        file += rest;
        windowEnd = file;
      } else skip(rest);
      return from;
    },
    line() {
      const found = newlineIn(source, next, bufferEnd);
      if (found >= 0) {
        const line = [next, found + 1] as const;
        next = found + 1;
        return line;
      }
      skipConsumed();
      const end = newlineIn(source, file, limit) + 1;
      if (end === 0) throw truncated('a line');
      const line = [file, end] as const;
      while (windowEnd < end) windowEnd = Math.min(Math.max(windowEnd, file) + block, limit);
      file = end;
      next = end;
      bufferEnd = end;
      ahead = end;
      return line;
    },
    frame(size) {
      if (size > bufferEnd - next) read(size);
    },
    close() {
      skipConsumed();
      return file;
    },
  };
}
