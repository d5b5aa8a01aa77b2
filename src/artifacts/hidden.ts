// Signatures of what could hide in bytes that nobody reads: in one pass, at every offset. What is found is a place to look
// at, no more.

import type { Span } from '../core/index.ts';
import type { Budget } from './budget.ts';
import type { ByteSource } from './source.ts';

export interface Hit extends Span {
  readonly kind: 'pickle' | 'container' | 'program';
  /** of a pickle: so little of it was seen that only what it does can tell */
  readonly isVague?: boolean;
  /** bytes that were written as text; `start` and `end` are those of the text */
  readonly decoded?: Uint8Array;
}

type Kind = Pick<Hit, 'kind' | 'isVague'>;

const container: Kind = { kind: 'container' };
const program: Kind = { kind: 'program' };

/** By first byte, what has to follow. */
const byFirstByte: ReadonlyMap<number, readonly (readonly [rest: readonly number[], kind: Kind])[]> = new Map([
  [
    0x50,
    [
      [[0x4b, 3, 4], container],
      [[0x4b, 5, 6], container],
    ],
  ],
  [0x1f, [[[0x8b, 8], container]]],
  [0x37, [[[0x7a, 0xbc, 0xaf, 0x27, 0x1c], container]]],
  [0x89, [[[0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a], container]]],
  [0x53, [[[...'QLite format 3\0'].map((each) => each.charCodeAt(0)), container]]],
  [0xfd, [[[0x37, 0x7a, 0x58, 0x5a, 0], container]]],
  [0x42, [[[0x5a, 0x68], container]]],
  [0x28, [[[0xb5, 0x2f, 0xfd], container]]],
  [0x04, [[[0x22, 0x4d, 0x18], container]]],
  [0x93, [[[0x4e, 0x55, 0x4d, 0x50, 0x59], container]]],
  [0x7f, [[[0x45, 0x4c, 0x46], program]]],
  [0xcf, [[[0xfa, 0xed, 0xfe], program]]],
  [0x4d, [[[0x5a], program]]],
]);

/** What a pickle of protocol 2 or later goes on with: any opcode that puts something on its stack, or a frame. */
const firstOpcodes = new Set(
  [...')}](K]JIFGNTUVXBCM\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x95\x96c\x82\x83\x84P'].map((each) => each.charCodeAt(0)),
);

const interesting = new Uint8Array(256);
for (const first of byFirstByte.keys()) interesting[first] = 1;
interesting[0x80] = 1;
for (const first of 'ci') interesting[first.charCodeAt(0)] = 1;

const isBase64 = new Uint8Array(256);
for (const byte of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  isBase64[byte.charCodeAt(0)] = 1;
}

const PIECE = 64 * 1024;
const LEAST_BASE64 = 24;
const MOST_BASE64 = 4 * 1024 ** 2;
/** bytes behind an offset that decide whether something begins there */
const LOOK_AHEAD = 256;

/** The first place from `from` on, before `to`, where something begins. */
export function findHidden(source: ByteSource, from: number, to: number, budget: Budget): Hit | undefined {
  // Letters that could be base64, how many of them came so far, and where they began.
  let run = 0;
  for (let at = from; at < to; ) {
    const page = source.pageAt(at);
    // A copy: what is read in between may take the page's place.
    const bytes = page.bytes.slice(at - page.start, Math.min(to - page.start, at - page.start + PIECE));
    budget.spend(1 + (bytes.length >> 6));
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      run = isBase64[byte] === 1 ? run + 1 : 0;
      const offset = at + index;
      if (run === LEAST_BASE64) {
        const hit = base64At(source, offset - LEAST_BASE64 + 1, to);
        if (hit !== undefined) return hit;
      }
      if (interesting[byte] === 0) continue;
      const kind = kindAt(source.read(offset, Math.min(offset + LOOK_AHEAD, to)));
      if (kind !== undefined) return { start: offset, end: to, ...kind };
    }
    at += bytes.length;
  }
  return undefined;
}

/** What begins with these bytes. */
function kindAt(bytes: Uint8Array): Kind | undefined {
  const first = bytes[0] as number;
  if (first === 0x80) {
    const [, protocol = 255, opcode = 0] = bytes;
    return protocol <= 5 && firstOpcodes.has(opcode) ? { kind: 'pickle' } : undefined;
  }
  if (first === 0x63 || first === 0x69) return isImport(bytes) ? { kind: 'pickle', isVague: true } : undefined;
  for (const [rest, kind] of byFirstByte.get(first) ?? []) {
    if (!rest.every((byte, index) => bytes[index + 1] === byte)) continue;
    // Two letters are a word; with the header that they point to, they are a program for Windows.
    if (first !== 0x4d || isWindowsProgram(bytes)) return kind;
  }
  return undefined;
}

/** `cmodule\nname\n`, as protocols 0 and 1 write it. */
function isImport(bytes: Uint8Array): boolean {
  const isLetter = (byte: number) =>
    (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || byte >= 0x80;
  const isRest = (byte: number) => isLetter(byte) || byte === 0x2e || (byte >= 0x30 && byte <= 0x39);
  let at = 1;
  for (let line = 0; line < 2; line++) {
    if (at >= bytes.length || !isLetter(bytes[at] as number)) return false;
    while (at < bytes.length && isRest(bytes[at] as number)) at++;
    if (bytes[at] !== 0x0a) return false;
    at++;
  }
  return true;
}

function isWindowsProgram(bytes: Uint8Array): boolean {
  if (bytes.length < 0x40) return false;
  const header = (bytes[0x3c] as number) | ((bytes[0x3d] as number) << 8);
  const isHere = header + 4 <= bytes.length;
  return isHere
    ? bytes[header] === 0x50 && bytes[header + 1] === 0x45 && bytes[header + 2] === 0 && bytes[header + 3] === 0
    : header < 0x1000 && bytes[0x3e] === 0 && bytes[0x3f] === 0;
}

/** Text that is base64 of something that would be a hit itself. */
function base64At(source: ByteSource, start: number, to: number): Hit | undefined {
  const head = decode(source.read(start, start + LEAST_BASE64));
  const kind = kindAt(head);
  if (kind === undefined || kind.kind === 'program' || kind.isVague === true) return undefined;
  const text = source.read(start, Math.min(to, start + MOST_BASE64));
  let length = 0;
  while (length < text.length && isBase64[text[length] as number] === 1) length++;
  return { start, end: start + length, ...kind, decoded: decode(text.subarray(0, length)) };
}

function decode(text: Uint8Array): Uint8Array {
  const made = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const byte of text) {
    held = ((held << 6) | sextetOf(byte)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    made[at++] = held >> bits;
  }
  return made;
}

function sextetOf(byte: number): number {
  if (byte >= 0x61) return byte - 0x61 + 26;
  if (byte === 0x5f) return 63;
  if (byte >= 0x41) return byte - 0x41;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  return byte === 0x2b || byte === 0x2d ? 62 : 63;
}
