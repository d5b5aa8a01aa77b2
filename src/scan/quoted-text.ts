// The text that spans count in. Trees are made of UTF-8; a file in another encoding was transcoded on its way in, so a
// report that quotes it needs the same text again. Only quoted files pay for that.

import { createParser, Names } from '../python/syntax/index.ts';

/** A coding cookie (PEP 263) that names anything but UTF-8; looked for where cookies may stand. */
const otherEncoding = /coding[:=][ \t]*(?!utf-?8)[-_.a-z0-9]/i;
const cookieReach = 2048;

export function quotedText(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, cookieReach)).toString('latin1');
  if (!otherEncoding.test(head)) return bytes;
  return createParser(new Names()).parse(bytes).bytes;
}
