// Files of databases. `padded 512` fills up what stands below it with zeros to a multiple of 512 bytes, as the values of
// dbm.dumb are.

import type { Builders } from './index.ts';

export const dbmBuilders: Builders = {
  padded: (node, build) => {
    const bytes = build(node.children);
    const block = Number(node.rest);
    return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
  },
};
