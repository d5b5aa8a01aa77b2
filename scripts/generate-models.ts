// Generates what src/models derives: the standard library's table from the typeshed that the npm package `pyright`
// carries, and the text of the hand-written rows. `npm run generate` writes both; `npm run generate -- --check` fails
// when a committed file differs.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rowsFile } from './generate-rows.ts';
import { stdlibFile } from './generate-stdlib.ts';

const files = { 'rows.generated.ts': rowsFile, 'stdlib.generated.ts': stdlibFile };

for (const [name, generate] of Object.entries(files)) {
  const path = fileURLToPath(new URL(`../src/models/${name}`, import.meta.url));
  const text = generate();
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (!process.argv.includes('--check')) {
    if (!isCurrent) writeFileSync(path, text);
    console.log(`src/models/${name}: ${text.length} characters${isCurrent ? ', unchanged' : ''}`);
  } else if (!isCurrent) {
    console.error(`src/models/${name} is not what its sources give: run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}
