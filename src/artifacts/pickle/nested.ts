// Constants of a pickle that hold something themselves: whoever loads that runs it. They are opened whether or not anything in
// the program seems to load them.

import type { Draft } from '../artifact.ts';
import type { Inspection } from '../inspection.ts';
import { type ByteSource, memorySource, stretchOf } from '../source.ts';
import { hex } from './expressions.ts';
import type { Facts } from './facts.ts';
import type { Program, TextValue } from './program.ts';
import { bytesOf, textOf } from './text.ts';

/** Bytes of constants with escapes that are decoded. */
const MAX_ESCAPED = 64 * 1024;
/** Letters of a text that may be the code of something: the shortest pickle that does harm, in base64. */
const MIN_ENCODED = 24;
/** The shortest pickle that calls something, without arguments. */
const MIN_BYTES = 8;
/** Constants of this size are few, and always looked into. */
const ALWAYS = 4096;

export function openConstants(
  program: Program,
  facts: Facts,
  source: ByteSource,
  draft: Draft,
  inspection: Inspection,
): void {
  for (const constant of program.constants) {
    inspection.budget.spend();
    const { kind, offset, size } = constant;
    const isText = kind === 'text';
    if (size < (isText ? MIN_ENCODED : MIN_BYTES)) continue;
    if (kind === 'eight-bit' && constant.isEscaped) {
      const bytes = bytesOf(constant, source, MAX_ESCAPED);
      if (bytes === undefined || !mayHold(bytes, false)) continue;
      if (inspection.open(draft, nameOf(kind, offset), memorySource(bytes), undefined).length > 0)
        facts.setOpened(constant);
      continue;
    }
    if (kind === 'text' && isPlainText(constant)) continue;
    if (size < ALWAYS && !mayHold(source.read(offset, offset + size), isText)) continue;
    const bytes = stretchOf(source, offset, offset + size);
    if (inspection.open(draft, nameOf(kind, offset), bytes, offset).length > 0) facts.setOpened(constant);
  }
  openEncoded(program, facts, source, draft, inspection);
}

const nameOf = (kind: string, offset: number) => `${kind === 'text' ? 'text' : 'bytes'} @${hex(offset)}`;

/** `_codecs.encode(text, 'latin1')`: how pickles below protocol 3 write bytes. */
function openEncoded(program: Program, facts: Facts, source: ByteSource, draft: Draft, inspection: Inspection): void {
  for (const event of program.events) {
    if (event.kind !== 'call' || facts.nameOf(event.call.target)?.full !== '_codecs.encode') continue;
    const [text] = event.call.args.kind === 'tuple' ? event.call.args.items : [];
    if (text?.kind !== 'text' || text.size < MIN_BYTES) continue;
    const said = textOf(text, source, inspection.budget.room);
    if (said === undefined) continue;
    inspection.budget.make(said.length);
    inspection.budget.keep(said.length);
    const bytes = Uint8Array.from(said, (letter) => letter.charCodeAt(0));
    if (mayHold(bytes, false)) {
      const found = inspection.open(draft, nameOf('bytes', text.offset), memorySource(bytes), undefined);
      if (found.length > 0) facts.setOpened(event.call);
    }
    inspection.budget.release(said.length);
  }
}

/**
 * Whether a short constant may be something that a reader knows: most are words, and each reader costs. First bytes of all
 * binary formats; text that is markup, a configuration or a pickle of an old protocol; letters that are the code of bytes.
 */
function mayHold(bytes: Uint8Array, isText: boolean): boolean {
  const first = bytes[0] as number;
  if (binaryStarts.has(first)) return true;
  if (bytes.length > 262 && bytes[257] === 0x75 && bytes[258] === 0x73) return true;
  if (!isText || textStarts.has(first)) return textStarts.has(first) || hasCode(bytes);
  return hasCode(bytes) || bytes.includes(NEWLINE);
}

/** The same of a text that is kept, without its bytes: names and words are most constants of most pickles. */
function isPlainText({ text, encoding }: TextValue): boolean {
  if (text === undefined || encoding !== 'utf-8') return false;
  const first = text.charCodeAt(0);
  if (first > 0x7f || binaryStarts.has(first) || textStarts.has(first)) return false;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return false;
    run = code < 0x80 && kindOf(code) !== 0 ? run + 1 : 0;
    if (run >= MIN_ENCODED) return false;
  }
  return true;
}

const NEWLINE = 0x0a;
/** 80 pickle, PK zip, 1f gzip, 78 zlib, B bzip2, fd xz, 04 lz4, 28 zstandard, 7z, 89 HDF5, 93 NumPy, S SQLite, Z zfile, 5d lzma, e3 marshal, 30 DER, fe ff ef BOM, 7f ELF, MZ. */
const binaryStarts = new Set([
  0x80, 0x50, 0x1f, 0x78, 0x42, 0xfd, 0x04, 0x28, 0x37, 0x89, 0x93, 0x53, 0x5a, 0x5d, 0xe3, 0x30, 0xfe, 0xff, 0xef,
  0x7f, 0x4d, 0x13,
]);
/** `<`, `{`, `[`, `-`, `%`, and the opcodes that pickles of old protocols begin with: `(`, `c`, `]`, `}`, `)`. */
const textStarts = new Set([0x3c, 0x7b, 0x5b, 0x2d, 0x25, 0x28, 0x63, 0x5d, 0x7d, 0x29]);

/** A run of letters of base64 or hexadecimal that is long enough, and is no word. */
function hasCode(bytes: Uint8Array): boolean {
  let run = 0;
  let kinds = 0;
  for (const byte of bytes) {
    const kind = kindOf(byte);
    run = kind === 0 ? 0 : run + 1;
    kinds = kind === 0 ? 0 : kinds | kind;
    if (run >= MIN_ENCODED && (kinds & (kinds - 1)) !== 0) return true;
  }
  return false;
}

const UPPER = 1;
const LOWER = 2;
const OTHER = 4;

function kindOf(byte: number): number {
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER;
  if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2f || byte === 0x3d) return OTHER;
  return 0;
}
