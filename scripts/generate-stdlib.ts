// Generates src/models/stdlib.generated.ts from the typeshed that the npm package `pyright` carries:
// `npm run generate`, or `npm run generate -- --check` to fail when the committed file differs.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from './generate-stdlib-describe.ts';
import { encode } from './generate-stdlib-encode.ts';
import { Linker } from './generate-stdlib-link.ts';
import { readStubs } from './generate-stdlib-stubs.ts';

const typeshed = fileURLToPath(new URL('../node_modules/pyright/dist/typeshed-fallback/', import.meta.url));
const output = fileURLToPath(new URL('../src/models/stdlib.generated.ts', import.meta.url));

const stubs = readStubs(`${typeshed}stdlib`);
const commit = readFileSync(`${typeshed}commit.txt`, 'utf8').trim();
const text = encode(describe(new Linker(stubs)), commit);

if (process.argv.includes('--check')) {
  const current = existsSync(output) ? readFileSync(output, 'utf8') : '';
  if (current !== text) {
    console.error('src/models/stdlib.generated.ts differs from what typeshed gives: run `npm run generate`.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(output, text);
  console.log(`src/models/stdlib.generated.ts: ${text.length} characters from typeshed ${commit.slice(0, 12)}`);
}
