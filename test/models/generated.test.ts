// The generated rows are those that are written by hand: whoever edits a model runs `npm run generate`. (The table of
// the standard library takes seconds to generate; `npm run generate -- --check` compares it.)

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rowsFile } from '../../scripts/generate-rows.ts';
import { library } from '../../src/models/index.ts';
import { packageOf, readRow, writeRows } from '../../src/models/row-text.ts';
import { allRows } from '../../src/models/rows.ts';

test('rows.generated.ts is current: run `npm run generate`', () => {
  const committed = readFileSync(new URL('../../src/models/rows.generated.ts', import.meta.url), 'utf8');
  expect(committed).toBe(rowsFile());
});

test('a row survives being written and read', () => {
  for (const row of allRows()) {
    const { texts, packages } = writeRows([row]);
    const expected = row.kind === 'signature' ? { ...row, parameters: row.parameters.replaceAll(', ', ',') } : row;
    expect(readRow(texts, packages)).toEqual(expected);
    expect(packages).toBe(packageOf(row.name));
  }
});

test('every concept has at least one name, and names are found by concept and concepts by name', () => {
  for (const row of allRows()) {
    if (row.kind !== 'concept') continue;
    expect(library.namesOf(row.concept)).toContain(row.name);
    expect(library.conceptsOf(row.name).map((each) => each.concept)).toContain(row.concept);
  }
});
