// Opcodes of pickles in listings, one a line, by the names of `pickletools`, with their argument:
//
//   pickle
//     PROTO 4
//     FRAME                         with children: its length is theirs; `FRAME 12` gives it
//       GLOBAL os system            two lines; or two JSON strings: GLOBAL "os" "sys tem"
//       SHORT_BINUNICODE "x"        a JSON string (UTF-8; Latin-1 for 8-bit strings and bytes)
//       BINBYTES                    with children: what they give, whatever builds it
//         hex 00 ff
//       BINUNICODE 99 "x"           a length that is not true
//       INT 0x1f                    the line as it stands, or as a JSON string: INT "1\u0000"
//       BINPUT 0
//       STOP

import { opcodes } from '../../../src/artifacts/pickle/opcodes.ts';
import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

const eightBit = new Set([
  'STRING',
  'BINSTRING',
  'SHORT_BINSTRING',
  'BINBYTES',
  'SHORT_BINBYTES',
  'BINBYTES8',
  'BYTEARRAY8',
]);
const sizes = { u1: 1, u2: 2, i4: 4, u4: 4, u8: 8, 'sized-1': 1, 'sized-4': 4, 'sized-8': 8 } as const;

export const pickleBuilders: Builders = {
  pickle: ({ children }, build) => build(children),
  ...Object.fromEntries(
    opcodes.map(({ name, code, argument }) => [
      name,
      (node: Node, build: Build) => Buffer.concat([Buffer.of(code), argumentOf(node, argument, build)]),
    ]),
  ),
};

function argumentOf(node: Node, argument: (typeof opcodes)[number]['argument'], build: Build): Buffer {
  const { word, rest, children } = node;
  switch (argument) {
    case 'none':
      if (rest !== '') throw new Error(`${word} takes nothing`);
      return Buffer.alloc(0);
    case 'float': {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleBE(Number(rest));
      return bytes;
    }
    case 'line':
      return Buffer.from(`${rest.startsWith('"') ? jsonStrings(rest)[0] : rest}\n`, encodingOf(word));
    case 'two-lines': {
      const words = rest.startsWith('"') ? jsonStrings(rest) : rest.split(' ');
      if (words.length !== 2) throw new Error(`${word} takes a module and a name`);
      return Buffer.from(`${words.join('\n')}\n`, 'utf8');
    }
    case 'sized-1':
    case 'sized-4':
    case 'sized-8': {
      const [, said, text] = /^(-?\d+(?= |$))? ?(.*)$/.exec(rest) as unknown as [string, string | undefined, string];
      const isNumber = word === 'LONG1' || word === 'LONG4';
      const content =
        children.length > 0
          ? build(children)
          : isNumber
            ? littleEndian(BigInt(said ?? text))
            : text === ''
              ? Buffer.alloc(0)
              : Buffer.from(jsonStrings(text)[0] as string, encodingOf(word));
      const length = said === undefined || (isNumber && children.length === 0) ? content.length : Number(said);
      return Buffer.concat([integer(BigInt(length), sizes[argument]), content]);
    }
    case 'u8': {
      const content = build(children);
      return Buffer.concat([integer(rest === '' ? BigInt(content.length) : BigInt(rest), 8), content]);
    }
    default:
      return integer(BigInt(rest), sizes[argument]);
  }
}

const encodingOf = (word: string) => (eightBit.has(word) ? 'latin1' : 'utf8');

/** `"a" "b c"` */
function jsonStrings(text: string): readonly string[] {
  const found = text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  if (found.join(' ') !== text.trim()) throw new Error(`${text} is no JSON string`);
  return found.map((each) => JSON.parse(each) as string);
}

function integer(value: bigint, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes.subarray(0, size);
}

/** Two's complement in as few bytes as hold it, as pickles write longs. */
function littleEndian(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (value !== 0n && !((rest === 0n || rest === -1n) && (((bytes.at(-1) ?? 0) & 0x80) !== 0) === value < 0n)) {
    bytes.push(Number(rest & 0xffn));
    rest >>= 8n;
  }
  return Buffer.from(bytes);
}
