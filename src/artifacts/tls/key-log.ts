// Logs of the secrets of connections, as SSLKEYLOGFILE makes them (draft-ietf-tls-keylogfile): who has one and a recording
// of the traffic reads all of it.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';

const secret =
  /^(?:CLIENT_RANDOM|CLIENT_EARLY_TRAFFIC_SECRET|CLIENT_HANDSHAKE_TRAFFIC_SECRET|SERVER_HANDSHAKE_TRAFFIC_SECRET|CLIENT_TRAFFIC_SECRET_\d|SERVER_TRAFFIC_SECRET_\d|EARLY_EXPORTER_SECRET|EXPORTER_SECRET|ECH_SECRET|ECH_CONFIG) [0-9a-fA-F]{64} [0-9a-fA-F]{2,512}[ \t]*\r?$/;
const MAX_HEAD = 4096;
const MAX_SIZE = 16 * 1024 * 1024;

export const keyLog: Reader = {
  format: 'key-log',
  sniff(source) {
    const first = linesOf(source.read(0, MAX_HEAD)).find((line) => line.trim() !== '' && !line.startsWith('#'));
    return first !== undefined && secret.test(first) ? 'certain' : undefined;
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
