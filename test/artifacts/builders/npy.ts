// `npy "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}"`: magic, header and what stands below it. `npy 2.0 "…"` and
// `npy 3.0 "…"` have four bytes for the length; `npy 1.0 length=9 "…"` lies about it.

import type { Builders } from './index.ts';

export const npyBuilders: Builders = {
  npy: (node, build) => {
    const [, version = '1.0', length, text = ''] = /^(?:(\d+\.\d+) )?(?:length=(\d+) )?(".*")$/.exec(node.rest) ?? [];
    const [major = 1, minor = 0] = version.split('.').map(Number);
    const literal = JSON.parse(text) as string;
    const start = major === 1 ? 10 : 12;
    const padding = (64 - ((start + Buffer.byteLength(literal) + 1) % 64)) % 64;
    const header = Buffer.from(`${literal}${' '.repeat(padding)}\n`, major === 3 ? 'utf8' : 'latin1');
    const prefix = Buffer.alloc(start);
    prefix.write('\x93NUMPY', 'latin1');
    prefix[6] = major;
    prefix[7] = minor;
    prefix.writeUIntLE(length === undefined ? header.length : Number(length), 8, start - 8);
    return Buffer.concat([prefix, header, build(node.children)]);
  },
};
