// The words of listings of data files. A builder gets its node and a function that builds other nodes, its children most
// of all, and gives bytes.

import type { Node } from '../listing.ts';
import { byteBuilders } from './bytes.ts';
import { dbmBuilders } from './dbm.ts';
import { gzipBuilders } from './gzip.ts';
import { hdf5Builders } from './hdf5.ts';
import { npyBuilders } from './npy.ts';
import { pickleBuilders } from './pickle.ts';
import { pickleValueBuilders } from './pickle-values.ts';
import { quineBuilders } from './quine.ts';
import { sqliteBuilders } from './sqlite.ts';
import { tarBuilders } from './tar.ts';
import { tlsBuilders } from './tls.ts';
import { xmlBuilders } from './xml.ts';
import { zipBuilders } from './zip.ts';

export type Build = (nodes: readonly Node[]) => Uint8Array;
export type Builders = Readonly<Record<string, (node: Node, build: Build) => Uint8Array>>;

const builders: Builders = {
  ...byteBuilders,
  ...dbmBuilders,
  ...hdf5Builders,
  ...npyBuilders,
  ...pickleBuilders,
  ...pickleValueBuilders,
  ...sqliteBuilders,
  ...tarBuilders,
  ...tlsBuilders,
  ...xmlBuilders,
  ...quineBuilders,
  ...zipBuilders,
  ...gzipBuilders,
};

/** What the nodes give, one behind the other. */
export const build: Build = (nodes) => Buffer.concat(nodes.map(buildOne));

function buildOne(node: Node): Uint8Array {
  const builder = Object.hasOwn(builders, node.word) ? builders[node.word] : undefined;
  if (builder === undefined) {
    throw new Error(
      `line ${node.line}: nothing builds \`${node.word}\`; there are ${Object.keys(builders).join(', ')}`,
    );
  }
  try {
    return builder(node, build);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw message.startsWith('line ') ? error : new Error(`line ${node.line}: ${message}`);
  }
}
