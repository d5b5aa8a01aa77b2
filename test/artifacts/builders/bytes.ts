// Plain bytes: `text "a\n"`, `latin1 "é"`, `utf16 "a"`, `hex 00 ff`, `| a line`, `repeat 1000`.

import type { Builders } from './index.ts';

export const byteBuilders: Builders = {
  text: ({ rest }) => Buffer.from(JSON.parse(rest) as string, 'utf8'),
  latin1: ({ rest }) => Buffer.from(JSON.parse(rest) as string, 'latin1'),
  utf16: ({ rest }) => Buffer.from(JSON.parse(rest) as string, 'utf16le'),
  hex: ({ rest }) => Buffer.from(rest.replaceAll(' ', ''), 'hex'),
  '|': ({ rest }) => Buffer.from(`${rest}\n`, 'utf8'),
  repeat: (node, build) => {
    const once = build(node.children);
    return Buffer.concat(Array.from({ length: Number(node.rest) }, () => once));
  },
};
