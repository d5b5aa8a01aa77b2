// 7z archives (7zFormat.txt of the LZMA SDK). Python's library does not read them, programs unpack them with py7zr; what is
// in them is not looked at, and that is said.

import type { Draft } from '../artifact.ts';
import type { Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';

const signature = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];

export const sevenZip: Reader = {
  format: '7z',
  sniff: (source) => (startsWith(source, signature) ? 'certain' : undefined),
  read(source, draft: Draft) {
    draft.concern('7z:members-unread', 'unknown', { start: 0, end: Math.min(source.size, 32) });
    draft.claim(0, source.size);
  },
};

function startsWith(source: ByteSource, bytes: readonly number[]): boolean {
  const found = source.read(0, bytes.length);
  return found.length === bytes.length && bytes.every((byte, at) => found[at] === byte);
}
