// Members that are called like something harmless and begin like something else: a pickle named .txt, a program named .png.
// Who picks members by their names passes them on.

import type { ByteSource } from '../source.ts';

/** Names of what is shown to people, or read as text. */
const harmless =
  /\.(txt|md|rst|log|csv|tsv|json|ya?ml|toml|ini|cfg|xml|html?|css|png|jpe?g|gif|bmp|webp|ico|svg|pdf|mp3|mp4|wav|ttf|woff2?)$/i;

const signatures: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['a zip archive', [0x50, 0x4b, 3, 4]],
  ['a gzip file', [0x1f, 0x8b, 8]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['an xz file', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['an HDF5 file', [0x89, 0x48, 0x44, 0x46, 0x0d]],
  ['an array of NumPy', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0]],
];

/** What the member is, where that is not what its name says. */
export function disguiseOf(name: string, content: ByteSource): string | undefined {
  if (!harmless.test(name.slice(-16))) return undefined;
  const head = content.read(0, 8);
  if (isPickle(content)) return 'a pickle';
  return signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
}

/** Of protocol 2 or later; older ones look like text, and text like them. */
function isPickle(content: ByteSource): boolean {
  const [first, protocol = 255] = content.read(0, 2);
  const [last] = content.read(content.size - 1, content.size);
  return first === 0x80 && protocol >= 2 && protocol <= 5 && last === 0x2e;
}
