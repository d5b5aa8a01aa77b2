// Archives of tar, header by header:
//
//   tar                                     its parts and two blocks of zeros; `tar open` leaves these away
//     member "a name" mode=0644 type=2 link=../x   a header, and the bytes of its children, filled up to a block
//       text "content"
//     pax                                   an extended header for the next member; `global`: for all that follow
//       record path=a name                  with its length before it; other children stand as they are
//     longname NAME, longlink NAME          GNU's
//     zeros 2                               blocks
//
// `(ab*3)` in a name is `ababab`. A member takes `size=` (a number, or text for the field), `magic=gnu|posix|none`, `prefix=`, `checksum=signed|wrong`, and
// `major=`, `uid=`, `mtime=` as text for their fields.

import type { Build, Builders } from './index.ts';

const BLOCK = 512;

export const tarBuilders: Builders = {
  tar: ({ rest, children }, build) => Buffer.concat([build(children), Buffer.alloc(rest === 'open' ? 0 : 2 * BLOCK)]),
  member: ({ rest, children }, build) => withData(readOptions(rest), build(children)),
  pax: ({ rest, children }, build) => extension('x', rest, build(children)),
  global: ({ rest, children }, build) => extension('g', rest, build(children)),
  record: ({ rest }) => record(textOf(rest)),
  longname: ({ rest }) => extension('L', '', Buffer.from(`${textOf(rest)}\0`)),
  longlink: ({ rest }) => extension('K', '', Buffer.from(`${textOf(rest)}\0`)),
  zeros: ({ rest }) => Buffer.alloc(Number(rest) * BLOCK),
  // What a sparse header has in the place of a prefix.
  sparse: (node, build) => sparseMember(node.rest, build, node.children),
};

type Options = Readonly<Record<string, string>>;

/** `"a name" type=2 link="x y"`: the first word is the name. */
function readOptions(rest: string): Options {
  const words = rest.match(/(?:[a-z]+=)?(?:"(?:[^"\\]|\\.)*"|\S+)/g) ?? [];
  const pairs = words.map((word, index) => {
    const [, key, value] = index === 0 ? ['', 'name', word] : (/^([a-z]+)=(.*)$/s.exec(word) ?? []);
    if (key === undefined || value === undefined) throw new Error(`${word} is no option`);
    return [key, textOf(value)] as const;
  });
  return Object.fromEntries(pairs);
}

const textOf = (text: string) =>
  text.startsWith('"')
    ? (JSON.parse(text) as string)
    : text.replaceAll(/\(([^()*]+)\*(\d+)\)/g, (_, part: string, times: string) => part.repeat(Number(times)));

function withData(options: Options, data: Uint8Array): Uint8Array {
  return Buffer.concat([header({ size: String(data.length), ...options }), filled(data)]);
}

function extension(type: string, options: string, data: Uint8Array): Uint8Array {
  return withData({ ...readOptions(`././@Header ${options}`), type }, data);
}

export function record(text: string): Uint8Array {
  const bytes = Buffer.from(` ${text}\n`);
  let length = bytes.length + 1;
  while (String(length).length + bytes.length !== length) length = String(length).length + bytes.length;
  return Buffer.concat([Buffer.from(String(length)), bytes]);
}

function filled(data: Uint8Array): Uint8Array {
  return Buffer.concat([data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)]);
}

function header(options: Options, change: (block: Buffer) => void = () => {}): Buffer {
  const block = Buffer.alloc(BLOCK);
  // One character, one byte.
  block.write(options.name === '-' ? '' : (options.name ?? ''), 0, 100, 'latin1');
  block.write((options.mode ?? '0644').padStart(7, '0'), 100, 8, 'latin1');
  block.write(options.uid ?? '0001750', 108, 8, 'latin1');
  block.write('0001750', 116, 8, 'latin1');
  writeSize(block, options.size ?? '0');
  block.write(options.mtime ?? '14000000000', 136, 12, 'latin1');
  block.write(options.type ?? '0', 156, 1, 'latin1');
  block.write(options.link ?? '', 157, 100, 'latin1');
  const magic = { posix: 'ustar\x0000', gnu: 'ustar  \0', none: '' }[options.magic ?? 'posix'];
  block.write(magic ?? '', 257, 8, 'latin1');
  block.write(options.major ?? '', 329, 8, 'latin1');
  block.write(options.prefix ?? '', 345, 155, 'latin1');
  change(block);
  block.fill(0x20, 148, 156);
  const signed = options.checksum === 'signed';
  const sum = block.reduce((before, byte) => before + (signed && byte > 0x7f ? byte - 0x100 : byte), 0);
  const told = options.checksum === 'wrong' ? sum + 1 : sum;
  block.write(`${told.toString(8).padStart(6, '0')}\0 `, 148, 8, 'latin1');
  return block;
}

function writeSize(block: Buffer, size: string): void {
  if (!/^(0|-?[1-9][0-9]*)$/.test(size)) {
    block.write(size, 124, 12, 'latin1');
    return;
  }
  const value = BigInt(size);
  if (value >= 0n && value < 8n ** 11n) {
    block.write(value.toString(8).padStart(11, '0'), 124, 12, 'latin1');
    return;
  }
  block[124] = value < 0n ? 0xff : 0x80;
  const rest = BigInt.asUintN(88, value);
  for (let at = 0; at < 11; at++) block[135 - at] = Number((rest >> BigInt(8 * at)) & 0xffn);
}

/** `sparse NAME real=1000 map=0,5,600,5`: GNU's old form, of four pieces at most. */
function sparseMember(rest: string, build: Build, children: Parameters<Build>[0]): Uint8Array {
  const data = build(children);
  const { real = '0', map = '', ...options } = readOptions(rest);
  const numbers = map.split(',').map(Number);
  const octal = (value: number) => value.toString(8).padStart(11, '0');
  const block = header({ size: String(data.length), ...options, type: 'S', magic: 'gnu' }, (bytes) => {
    for (const [index, value] of numbers.entries()) bytes.write(octal(value), 386 + 12 * index, 12, 'latin1');
    bytes.write(octal(Number(real)), 483, 12, 'latin1');
  });
  return Buffer.concat([block, filled(data)]);
}
