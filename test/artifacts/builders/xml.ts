// Documents in other encodings, and many alike pieces of one: `utf16be "a"`, `utf32 "a"`, `ebcdic "a"`, and
// `numbered 100 <!ENTITY e@ "&e@+1;">`, in which `@` is the number and `@+1` the next.

import type { Builders } from './index.ts';

const ebcdic = new Map<string, number>();
for (const [start, text] of [
  [0x81, 'abcdefghi'],
  [0x91, 'jklmnopqr'],
  [0xa2, 'stuvwxyz'],
  [0xc1, 'ABCDEFGHI'],
  [0xd1, 'JKLMNOPQR'],
  [0xe2, 'STUVWXYZ'],
  [0xf0, '0123456789'],
] as const) {
  [...text].forEach((char, at) => {
    ebcdic.set(char, start + at);
  });
}
for (const [char, byte] of Object.entries({
  ' ': 0x40,
  '.': 0x4b,
  '<': 0x4c,
  '&': 0x50,
  '!': 0x5a,
  ';': 0x5e,
  '-': 0x60,
  '/': 0x61,
  '>': 0x6e,
  '?': 0x6f,
  ':': 0x7a,
  "'": 0x7d,
  '=': 0x7e,
  '"': 0x7f,
  '[': 0xba,
  ']': 0xbb,
})) {
  ebcdic.set(char, byte);
}

export const xmlBuilders: Builders = {
  utf16be: ({ rest }) => Buffer.from(JSON.parse(rest) as string, 'utf16le').swap16(),
  utf32: ({ rest }) => {
    const points = [...(JSON.parse(rest) as string)].map((char) => char.codePointAt(0) as number);
    return Buffer.concat(points.map((point) => Buffer.from([point, point >> 8, point >> 16, 0])));
  },
  ebcdic: ({ rest }) => {
    const bytes = [...(JSON.parse(rest) as string)].map((char) => ebcdic.get(char));
    if (bytes.includes(undefined)) throw new Error(`${rest} has a character that this EBCDIC lacks`);
    return Buffer.from(bytes as number[]);
  },
  numbered: ({ rest }) => {
    const [, count = '', text = ''] = /^(\d+) (.*)$/.exec(rest) ?? [];
    const pieces = Array.from({ length: Number(count) }, (_, at) =>
      text.replaceAll('@+1', String(at + 1)).replaceAll('@', String(at)),
    );
    return Buffer.from(pieces.join(''), 'utf8');
  },
};
