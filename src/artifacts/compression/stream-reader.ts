// The reader of a file that is one compressed stream: unpacks it, looks into what comes out, and says what could not be
// looked at. All formats of compression are read alike; their concerns bear the name of the format: `gzip:bomb`.

import type { Draft, Format } from '../artifact.ts';
import { gapsBetween } from '../carve.ts';
import type { Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { type Decoder, unpack } from './decoder.ts';
import { unpackedSource } from './unpacked-source.ts';

export interface Compression {
  readonly format: Format;
  sniff: Reader['sniff'];
  /** all streams of the file, where loaders take several for one */
  readonly decode: Decoder;
  /** Says which bytes before `end` are understood: all, unless it is said here. */
  claim?(source: ByteSource, draft: Draft, end: number): void;
}

/** With less, what does not fit into memory is not read through a window either. */
const LEAST_ROOM = 4 * 1024 ** 2;

export function compressedReader({ format, sniff, decode, claim }: Compression): Reader {
  return {
    format,
    sniff,
    read(source, draft, inspection) {
      const unpacked = unpack(decode, source, 0, source.size, inspection.budget);
      const { end, made, outcome, why } = unpacked;
      if (claim !== undefined) claim(source, draft, end);
      else for (const known of gapsBetween(unpacked.skipped ?? [], end)) draft.claim(known.start, known.end);
      // What was not unpacked, since there is too much of it, is not hidden: it is told as that.
      if (outcome === 'stopped') draft.claim(end, source.size);
      const isTooLarge = unpacked.isTooLong || (unpacked.content === undefined && inspection.budget.room < LEAST_ROOM);
      draft.detail('unpacked', `${made.toLocaleString('en')} bytes`);
      const span = { start: 0, end };
      if (unpacked.isBomb) {
        draft.concern(`${format}:bomb`, 'dangerous', span, { size: made, ratio: Math.floor(made / Math.max(end, 1)) });
      } else if (isTooLarge) {
        draft.concern(`${format}:too-large`, 'unknown', span, { name: draft.name, size: made });
      }
      if (outcome === 'unsupported') {
        draft.concern(`${format}:undecoded`, 'unknown', span, {
          name: draft.name,
          why: why ?? 'it is of another kind',
        });
      } else if (outcome === 'damaged' || outcome === 'truncated') {
        draft.concern(`${format}:damaged`, 'unknown', span, { name: draft.name, why: why ?? 'its end is missing' });
      }
      // Loaders that read by pieces have seen what came before the damage, and so what came is looked into.
      const open = (content: ByteSource) => inspection.open(draft, innerName(draft.name), content, undefined);
      if (unpacked.content !== undefined) open(unpacked.content);
      else if (!isTooLarge) {
        const content = unpackedSource(decode, source, 0, source.size, made, inspection.budget);
        open(content);
        content.release();
      }
      unpacked.release();
    },
  };
}

/** `model.pkl.gz` → `model.pkl`, `sources.tgz` → `sources.tar`. */
function innerName(name: string): string {
  const [, stem, ending = ''] = /^(.+)\.(t?)(?:gz|bz2?|xz|lzma|zst|lz4|z|zlib)$/i.exec(name) ?? [];
  if (stem === undefined) return 'content';
  return ending === '' ? stem : `${stem}.tar`;
}
