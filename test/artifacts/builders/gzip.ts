// Compressed streams of one member: `gzip`, with `with comment "…"` and `with extra HEX`, and `zlib`.

import { deflateSync, gzipSync } from 'node:zlib';
import type { Node } from '../listing.ts';
import type { Build, Builders } from './index.ts';

export const gzipBuilders: Builders = {
  gzip: buildGzip,
  zlib: ({ children }, build) => deflateSync(build(children)),
};

function buildGzip({ children }: Node, build: Build): Uint8Array {
  const options = children.filter(({ word }) => word === 'with').map(({ rest }) => rest);
  const packed = gzipSync(build(children.filter(({ word }) => word !== 'with')));
  const [comment] = options.filter((each) => each.startsWith('comment '));
  const [extra] = options.filter((each) => each.startsWith('extra '));
  const fields: Buffer[] = [];
  if (extra !== undefined) {
    const bytes = Buffer.from(extra.slice(6).replaceAll(' ', ''), 'hex');
    fields.push(Buffer.from([bytes.length & 255, bytes.length >> 8]), bytes);
  }
  if (comment !== undefined) fields.push(Buffer.from(`${JSON.parse(comment.slice(8)) as string}\0`, 'latin1'));
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = (extra === undefined ? 0 : 4) | (comment === undefined ? 0 : 16);
  return Buffer.concat([header, ...fields, packed.subarray(10)]);
}
