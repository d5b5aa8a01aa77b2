// Bytes to compress, the same in every run, and what Python makes of them: compressed streams, and whether it takes them back.

import { spawnSync } from 'node:child_process';
import { Budget, defaultLimits } from '../../../src/artifacts/budget.ts';
import type { Decoded, Decoder } from '../../../src/artifacts/compression/decoder.ts';
import { type ByteSource, memorySource } from '../../../src/artifacts/source.ts';

/** Numbers below 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const kinds = ['noise', 'text', 'zeros', 'pattern', 'far'] as const;

/** Noise; words; almost nothing; what repeats in a small way; and what repeats far away. */
export function makeBytes(kind: (typeof kinds)[number], size: number, seed = 1): Buffer {
  const random = numbersFrom(seed);
  const bytes = Buffer.alloc(size);
  const words = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 9) }, () => 97 + Math.floor(random() ** 2 * 26)),
  );
  for (let at = 0; at < size; ) {
    if (kind === 'noise') bytes[at++] = random() * 256;
    else if (kind === 'zeros') bytes[at++] = random() < 0.0005 ? random() * 256 : 0;
    else if (kind === 'pattern') bytes[at] = ((at * at) >> 7) & 0x5b ? at++ & 0xff : at++ >> 3;
    else if (kind === 'far' && at > 40_000 && random() < 0.01) at += bytes.copy(bytes, at, at - 40_000, at - 39_700);
    else {
      const word = words[Math.floor(random() ** 3 * words.length)] ?? [];
      for (const letter of [...word, 32]) if (at < size) bytes[at++] = letter;
    }
  }
  return bytes;
}

/** Pages of a length of our choice: decoders have to go on over their ends. */
export function pagesOf(bytes: Uint8Array, length: number): ByteSource {
  return {
    ...memorySource(bytes),
    pageAt(offset) {
      const start = offset - (offset % length);
      return { start, bytes: bytes.subarray(start, start + length) };
    },
  };
}

/** All that comes out, up to `most` bytes. */
export function decodeAll(decode: Decoder, source: ByteSource, most = 2 ** 26): Decoded & { readonly bytes: Buffer } {
  const pieces: Buffer[] = [];
  let made = 0;
  const decoded = decode(source, 0, source.size, new Budget(defaultLimits, () => 0), (bytes) => {
    pieces.push(Buffer.from(bytes));
    made += bytes.length;
    return made > most ? 'enough' : 'more';
  });
  return { ...decoded, bytes: Buffer.concat(pieces) };
}

const program = `
import sys, json, base64, bz2, lzma
for line in sys.stdin:
    code, data = json.loads(line)
    data = base64.b64decode(data)
    try:
        result = base64.b64encode(eval(code)).decode()
    except Exception as error:
        result = None
    print(json.dumps(result))
`;

export const hasPython = spawnSync('python3', ['-c', 'import bz2, lzma']).status === 0;

/** What Python's expressions give for their \`data\`; undefined: they raise. */
export function askPython(questions: readonly (readonly [code: string, data: Uint8Array])[]): (Buffer | undefined)[] {
  const input = questions
    .map(([code, data]) => JSON.stringify([code, Buffer.from(data).toString('base64')]))
    .join('\n');
  const { stdout } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const result = JSON.parse(line) as string | null;
      return result === null ? undefined : Buffer.from(result, 'base64');
    });
}
