// PEM (RFC 7468, and RFC 1421 as OpenSSL has it): blocks of base64 between lines of dashes, and whatever text around them.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import { LimitReached } from '../budget.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { decodeBase64 } from '../text/base64.ts';
import { opensshKeyOf } from './keys.ts';
import { describeKey, materialOf, tell } from './material.ts';

/** Bytes in which the first block has to begin, and of all that is read. */
const MAX_BEGIN = 256 * 1024;
const MAX_SIZE = 16 * 1024 * 1024;
const MAX_BLOCKS = 10_000;

const beginning = /(?:^|\n)-----BEGIN ([A-Z0-9 .#]{1,60})-----[ \t]*\r?\n/;
/** Text about PEM, and code that holds some: their own readers look into these. */
const otherText =
  /\.(py|pyi|pyx|md|markdown|rst|adoc|html?|jsx?|tsx?|c|h|cc|cpp|rs|go|java|rb|php|ipynb|json|diff|patch)$/i;
/** What is no material of TLS though it looks alike. */
const otherLabels = /^(PGP|SSH2|MESSAGE|NEW CERTIFICATE REQUEST$)/;

export const pem: Reader = {
  format: 'pem',
  sniff(source, name) {
    if (otherText.test(name) || source.size < 30) return undefined;
    const head = source.read(0, MAX_BEGIN);
    // most files are something else, and a search for bytes is faster than one for a pattern
    if (Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf('-----BEGIN ') < 0) return undefined;
    // members of an archive are looked into one by one
    if (head.length > 262 && textOf(head.subarray(257, 262)) === 'ustar') return undefined;
    const found = beginning.exec(textOf(head));
    if (found === null || otherLabels.test(found[1] as string)) return undefined;
    return found.index === 0 ? 'certain' : 'perhaps';
  },
  read(source: ByteSource, draft: Draft, { budget }: Inspection) {
    const bytes = source.read(0, MAX_SIZE);
    budget.keep(bytes.length);
    let inBlocks: number;
    try {
      inBlocks = readBlocks(bytes, draft, () => budget.spend());
    } finally {
      budget.release(bytes.length);
    }
    // A long log or page with a certificate in it is not worth more.
    if (source.size > MAX_SIZE && inBlocks > MAX_SIZE / 2)
      throw new LimitReached('keptBytes', 'is longer than any collection of certificates');
  },
};

/** Gives how many bytes are blocks. */
function readBlocks(bytes: Uint8Array, draft: Draft, spend: () => void): number {
  const text = textOf(bytes);
  let at = 0;
  let blocks = 0;
  let inBlocks = 0;
  for (;;) {
    spend();
    const start = text.indexOf('-----BEGIN ', at);
    if (start < 0) break;
    const labelEnd = text.indexOf('-----', start + 11);
    const label = labelEnd < 0 || labelEnd - start > 80 ? '' : text.slice(start + 11, labelEnd);
    if (!/^[A-Z0-9 .#]+$/.test(label) || (start > 0 && text[start - 1] !== '\n')) {
      at = start + 11;
      continue;
    }
    const close = text.indexOf(`-----END ${label}-----`, labelEnd);
    const end = close < 0 ? text.length : close;
    claimText(text, draft, at, start);
    readBlock(bytes, text, label, { start, body: labelEnd + 5, end }, draft, close < 0);
    at = close < 0 ? end : end + 14 + label.length;
    draft.claim(start, at);
    inBlocks += at - start;
    if (++blocks > MAX_BLOCKS)
      throw new LimitReached('members', `has more than ${MAX_BLOCKS.toLocaleString('en')} blocks`);
  }
  claimText(text, draft, at, text.length);
  draft.detail('blocks', blocks.toLocaleString('en'));
  return inBlocks;
}

/** Text is passed over by all who read PEM; other bytes are something that they do not show. */
function claimText(text: string, draft: Draft, start: number, end: number): void {
  if (start === end) return;
  const odd = text.slice(start, end).search(/[\0-\x08\x0e-\x1f]/);
  if (odd < 0) draft.claim(start, end);
  else
    draft.concern('tls:binary-text', 'unknown', { start: start + odd, end: start + odd + 1 }, { count: end - start });
}

interface Place {
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

function readBlock(bytes: Uint8Array, text: string, label: string, place: Place, draft: Draft, isOpen: boolean): void {
  const { start, body, end } = place;
  const inner = text.slice(body, end);
  // headers of RFC 1421 end with an empty line
  const headerEnd = /^[^\n]*\n[A-Za-z-]+:/.test(inner) ? /\r?\n\r?\n/.exec(inner) : null;
  const isEncrypted = headerEnd !== null && /\nProc-Type:[^\n]*ENCRYPTED/.test(inner.slice(0, headerEnd.index + 1));
  const from = headerEnd === null ? body : body + headerEnd.index + headerEnd[0].length;
  const decoded = decodeBase64(bytes.subarray(from, end), 'standard');
  const tellOf = (kind: string, parameters: Record<string, string | number>) =>
    draft.concern(`tls:${kind}`, 'unknown', { start, end }, parameters);
  if (isOpen) tellOf('unreadable', { label });
  const why = oddityOf(decoded);
  if (why !== undefined) tellOf('not-canonical', { label, why });
  if (isEncrypted) {
    draft.line(() => `${label}: encrypted`);
    return;
  }
  const openssh = label === 'OPENSSH PRIVATE KEY' ? opensshKeyOf(decoded.bytes) : undefined;
  const material = openssh === undefined ? materialOf(decoded.bytes, label) : describeKey(openssh);
  if (material === undefined) return;
  tell(draft, material, start, end);
  draft.line(() => `${label}: ${material.description}`);
}

function oddityOf(decoded: ReturnType<typeof decodeBase64>): string | undefined {
  if (decoded.hasMore) return 'text stands behind the padding';
  if (decoded.foreign > 0) return 'characters of another alphabet stand in it';
  if (decoded.hasStrayPadding || decoded.missing !== 'nothing') return 'it is not padded as it should be';
  return decoded.hasTrailingBits ? 'bits are set that belong to no byte' : undefined;
}

/** One character a byte, so that places are the same. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
