// What decoded bytes are: data that is loaded, programs, or more text that stands for bytes. Told by signatures, and, for
// pickles, whose signature is short, by reading the first opcodes.

import { type Argument, opcodeByCode } from '../pickle/opcodes.ts';
import { decodeBase64, digitSign, isBase64Digit } from './base64.ts';

export interface Content {
  /** for people: `a pickle` */
  readonly what: string;
  readonly kind: 'pickle' | 'program' | 'data' | 'text';
}

/** `?` is any byte. */
const signatures: readonly (readonly [bytes: string, what: string, kind: Content['kind']])[] = [
  ['504b0304', 'a zip archive', 'data'],
  ['504b0506', 'a zip archive', 'data'],
  ['1f8b08', 'gzip', 'data'],
  ['425a68??314159265359', 'bzip2', 'data'],
  ['fd377a585a00', 'xz', 'data'],
  ['5d0000??00', 'LZMA', 'data'],
  ['377abcaf271c', 'a 7z archive', 'data'],
  ['28b52ffd', 'Zstandard', 'data'],
  ['04224d18', 'LZ4', 'data'],
  ['934e554d5059', 'an array of NumPy', 'data'],
  ['894844460d0a1a0a', 'HDF5', 'data'],
  ['53514c69746520666f726d6174203300', 'a database of SQLite', 'data'],
  ['7f454c46', 'a program (ELF)', 'program'],
  ['cffaedfe', 'a program (Mach-O)', 'program'],
  ['cefaedfe', 'a program (Mach-O)', 'program'],
  ['0061736d01000000', 'a program (WebAssembly)', 'program'],
  // a code object of marshal, with fewer than 256 arguments
  ['e3??000000', 'code of Python (marshal)', 'program'],
  ['63??000000??000000', 'code of Python (marshal)', 'program'],
];

const parsed = signatures.map(([text, what, kind]) => ({
  bytes: (text.match(/../g) ?? []).map((pair) => (pair === '??' ? -1 : Number.parseInt(pair, 16))),
  content: { what, kind },
}));

/** Opcodes that pickles of protocols 0 and 1 begin with; all of these are text, up to what they import. */
const oldOpcodes = '(]}cSVINFL';
const zlibFlags = [0x01, 0x5e, 0x9c, 0xda];

/** First two bytes of what counts; less than 0 is any byte. */
const pairsOfContent: readonly (readonly [number, number])[] = [
  ...parsed.map(({ bytes: [first = 0, second = 0] }) => [first, second] as const),
  ...[2, 3, 4, 5].map((protocol) => [0x80, protocol] as const),
  [0x4d, 0x5a],
  [0x78, -1],
];

/** How text begins that stands for what counts, encoded once or several times: its first two digits, as a number. */
const digitsOfText = new Set<number>();
for (let times = 0, pairs = pairsOfContent; times < 4; times++) {
  pairs = pairs.flatMap(([first, second]) => {
    const seconds = second < 0 ? Array.from({ length: 16 }, (_, high) => high << 4) : [second];
    return seconds.map((each) => [digitSign(first >> 2), digitSign(((first & 3) << 4) | (each >> 4))] as const);
  });
  for (const [one, other] of pairs) digitsOfText.add((one << 8) | other);
}

/** First bytes of all that counts. */
export const firstBytes: ReadonlySet<number> = new Set([
  0x80, // pickles of protocol 2 and later
  ...Array.from(oldOpcodes, (sign) => sign.charCodeAt(0)),
  0x4d, // MZ
  0x78, // zlib
  ...[...digitsOfText].map((pair) => pair >> 8),
  ...parsed.map(({ bytes }) => bytes[0] as number),
]);

/** Whether three bytes, as a number, may be the first of what counts. */
export function mayBegin(three: number): boolean {
  const first = three >> 16;
  const second = (three >> 8) & 255;
  const third = three & 255;
  if (oldFirst[first] === 1 && isText(second) && isText(third)) return true;
  if (first === 0x80) return second >= 2 && second <= 5 && opcodeByCode[third] !== undefined;
  if (first === 0x78) return zlibFlags.includes(second);
  if (first === 0x4d && second === 0x5a) return true;
  if (digitsOfText.has(three >> 8) && isBase64Digit(third)) return true;
  return (third === 0x0d && second >= 0x0c && second <= 0x0f) || signatureWith.has(three);
}

const oldFirst = new Uint8Array(256);
for (const sign of oldOpcodes) oldFirst[sign.charCodeAt(0)] = 1;

/** Signatures by their first three bytes, those with any byte among these by all that there are. */
const signatureWith = new Set(
  parsed.flatMap(({ bytes: [first = 0, second = 0, third = 0] }) => {
    const seconds = second < 0 ? Array.from({ length: 256 }, (_, byte) => byte) : [second];
    return seconds.map((each) => (first << 16) | (each << 8) | third);
  }),
);

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;
}

/** Of a beginning alone, what it may turn out to be. */
function contentOf(bytes: Uint8Array, isWhole: boolean): Content | undefined {
  for (const { bytes: wanted, content } of parsed) {
    if (wanted.every((byte, at) => byte < 0 || bytes[at] === byte)) return content;
  }
  if (isPickle(bytes, isWhole)) return { what: 'a pickle', kind: 'pickle' };
  if (bytes[0] === 0x4d && bytes[1] === 0x5a && (!isWhole || hasWindowsHeader(bytes))) {
    return { what: 'a program (PE)', kind: 'program' };
  }
  if (bytes[0] === 0x78 && zlibFlags.includes(bytes[1] as number)) return { what: 'zlib', kind: 'data' };
  // pyc: the number of the version, a line's end, flags
  if (bytes[2] === 0x0d && bytes[3] === 0x0a && (bytes[1] as number) >= 0x0c && (bytes[1] as number) <= 0x0f) {
    const isPlausible = (bytes[4] as number) <= 3 && bytes[5] === 0 && bytes[6] === 0 && bytes[7] === 0;
    if (isPlausible) return { what: 'code of Python (pyc)', kind: 'program' };
  }
  return undefined;
}

/** … or text that stands for such bytes in its turn: Base64 of Base64, four times at most. */
export function contentOrText(bytes: Uint8Array, isWhole: boolean): Content | undefined {
  const content = contentOf(bytes, isWhole);
  if (content !== undefined) return content;
  let inner = bytes.subarray(0, 256);
  for (let times = 0; times < 4; times++) {
    if (inner.length < 24 || !inner.subarray(0, 24).every(isBase64Digit)) return undefined;
    inner = decodeBase64(inner).bytes;
    if (contentOf(inner, false) !== undefined) return { what: 'text that is encoded again', kind: 'text' };
  }
  return undefined;
}

function hasWindowsHeader(bytes: Uint8Array): boolean {
  const header = (bytes[0x3c] ?? 0) + (bytes[0x3d] ?? 0) * 256;
  return bytes[header] === 0x50 && bytes[header + 1] === 0x45 && bytes[header + 2] === 0 && bytes[header + 3] === 0;
}

/** Opcodes that are read before it is believed. */
const MOST_OPCODES = 64;
/** That many in a row, and no chance gives them. */
const CONVINCING = 5;

/**
 * Whether an unpickler would go some way with the bytes: to the end of the first pickle, or over so many opcodes that it is
 * no chance. Protocols 0 and 1 have no signature: they must name something to import. Of a beginning alone, what may
 * still turn out so.
 */
function isPickle(bytes: Uint8Array, isWhole: boolean): boolean {
  const protocol = bytes[0] === 0x80 ? (bytes[1] ?? 0) : 0;
  if (bytes[0] === 0x80 && (protocol < 2 || protocol > 5)) return false;
  if (protocol === 0 && !isPrintable(bytes.subarray(0, 64))) return false;
  let imports = protocol > 0;
  let at = 0;
  for (let count = 0; count < MOST_OPCODES && at < bytes.length; count++) {
    const opcode = opcodeByCode[bytes[at] as number];
    if (opcode === undefined || (protocol > 0 && opcode.protocol > protocol)) return false;
    if (opcode.name === 'STOP') return imports;
    const end = endOfArgument(bytes, at + 1, opcode.argument);
    if (opcode.argument === 'two-lines') imports = true;
    if (end === undefined || end > bytes.length) return isWhole ? imports && count >= CONVINCING : true;
    at = end;
  }
  return !isWhole || imports;
}

/** `undefined`: it is not there as a whole. */
function endOfArgument(bytes: Uint8Array, at: number, argument: Argument): number | undefined {
  if (argument === 'line' || argument === 'two-lines') {
    const first = bytes.indexOf(0x0a, at);
    const last = argument === 'line' || first < 0 ? first : bytes.indexOf(0x0a, first + 1);
    return last < 0 ? undefined : last + 1;
  }
  const width = sizes.get(argument);
  if (width === undefined) return at + (fixed.get(argument) ?? 0);
  let size = 0;
  for (let index = width - 1; index >= 0; index--) size = size * 256 + (bytes[at + index] ?? 0);
  return at + width + size;
}

const sizes = new Map<Argument, number>([
  ['sized-1', 1],
  ['sized-4', 4],
  ['sized-8', 8],
]);

function isPrintable(bytes: Uint8Array): boolean {
  return bytes.every(isText);
}

const fixed = new Map<Argument, number>([
  ['u1', 1],
  ['u2', 2],
  ['i4', 4],
  ['u4', 4],
  ['u8', 8],
  ['float', 8],
]);
