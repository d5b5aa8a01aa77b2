// Logs of the secrets of connections, as SSLKEYLOGFILE makes them (draft-ietf-tls-keylogfile): who has one and a recording
// of the traffic reads all of it.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';

const secret =
  /^(?:CLIENT_RANDOM|CLIENT_EARLY_TRAFFIC_SECRET|CLIENT_HANDSHAKE_TRAFFIC_SECRET|SERVER_HANDSHAKE_TRAFFIC_SECRET|CLIENT_TRAFFIC_SECRET_\d|SERVER_TRAFFIC_SECRET_\d|EARLY_EXPORTER_SECRET|EXPORTER_SECRET|ECH_SECRET|ECH_CONFIG) [0-9a-fA-F]{64} [0-9a-fA-F]{2,512}[ \t]*\r?$/;
const NEWLINE = 0x0a;
const HASH = 0x23;
/** first letters of all that is written so */
const initials: ReadonlySet<number> = new Set(Array.from('CSE', (letter) => letter.charCodeAt(0)));
/** as `trim` takes it */
const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
const MAX_HEAD = 4096;
const MAX_SIZE = 16 * 1024 * 1024;

export const keyLog: Reader = {
  format: 'key-log',
  sniff(source) {
    const head = source.read(0, MAX_HEAD);
    for (let at = 0; at < head.length; ) {
      const newline = head.indexOf(NEWLINE, at);
      const line = head.subarray(at, newline < 0 ? head.length : newline);
      // most files begin with something else
      if (initials.has(line[0] as number)) return secret.test(linesOf(line)[0] as string) ? 'certain' : undefined;
      if (line[0] !== HASH && !line.every(isBlank)) return undefined;
      at += line.length + 1;
    }
    return undefined;
  },
  read(source: ByteSource, draft: Draft, { budget }: Inspection) {
    const bytes = source.read(0, MAX_SIZE);
    let at = 0;
    let count = 0;
    let first: number | undefined;
    for (const line of linesOf(bytes)) {
      budget.spend();
      if (secret.test(line)) {
        count++;
        first ??= at;
        draft.claim(at, at + line.length + 1);
      } else if (line.startsWith('#') || line.trim() === '') draft.claim(at, at + line.length + 1);
      at += line.length + 1;
    }
    const start = first ?? 0;
    draft.concern('tls:key-log', 'dangerous', { start, end: start + 1 }, { count });
    draft.detail('secrets', count.toLocaleString('en'));
  },
};

const linesOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split('\n');
