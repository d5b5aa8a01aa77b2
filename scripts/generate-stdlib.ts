// The text of src/models/stdlib.generated.ts, from the typeshed that the npm package `pyright` carries.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from './generate-stdlib-describe.ts';
import { encode } from './generate-stdlib-encode.ts';
import { Linker } from './generate-stdlib-link.ts';
import { readStubs } from './generate-stdlib-stubs.ts';

export function stdlibFile(): string {
  const typeshed = fileURLToPath(new URL('../node_modules/pyright/dist/typeshed-fallback/', import.meta.url));
  const stubs = readStubs(`${typeshed}stdlib`);
  const commit = readFileSync(`${typeshed}commit.txt`, 'utf8').trim();
  return encode(describe(new Linker(stubs)), commit);
}
