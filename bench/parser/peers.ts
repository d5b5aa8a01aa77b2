// Loads the other parsers from `bench/peers`, which has its own package.json: they are heavy, and only this needs them.

import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.env.HEED_BENCH_PEERS as string, 'package.json'));

export function loadPeer(name: string): unknown {
  return require(name);
}

export function versionOfPeer(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}
