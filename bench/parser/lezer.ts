// @lezer/python, the parser of CodeMirror 6, on a whole string.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPeer } from './peers.ts';
import { serve } from './process.ts';

interface LezerParser {
  parse(text: string): { readonly length: number };
}

const { parser } = loadPeer('@lezer/python') as { parser: LezerParser };
// Its package.json is not among its exports.
const manifest = path.join(process.env.HEED_BENCH_PEERS as string, 'node_modules/@lezer/python/package.json');
const decoder = new TextDecoder();

serve<string>({
  version: (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version,
  settings: 'parser.parse(string)',
  prepare: (bytes) => decoder.decode(bytes),
  parse: (text) => parser.parse(text).length,
});
