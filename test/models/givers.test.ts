// The table of who hands out whose objects, against the declarations that it was read from.

import { expect, test } from 'vitest';
import { giversOf } from '../../src/models/givers.ts';
import { allRows } from '../../src/models/rows.ts';
import { moduleNames } from '../../src/models/stdlib.generated.ts';
import { readTypes, type TableEntry, type TableType, tableModule } from '../../src/models/stdlib-table.ts';

const most = 20;
const rootOf = (name: string) => name.split('.')[0] as string;

/** For each first component, those whose declarations name something of it. */
function readMentions(): ReadonlyMap<string, ReadonlySet<string>> {
  const mentions = new Map<string, Set<string>>();
  const note = (from: string, name: string) => {
    const known = mentions.get(rootOf(name)) ?? new Set();
    mentions.set(rootOf(name), known.add(rootOf(from)));
  };
  const noteType = (from: string, type: TableType | undefined): void => {
    if (type === undefined) return;
    note(from, type.name);
    for (const item of type.items) noteType(from, item);
  };
  const noteEntries = (module: string, entries: ReadonlyMap<string, TableEntry>): void => {
    for (const entry of entries.values()) {
      if (entry.kind === 'alias') note(module, entry.of);
      else if (entry.kind === 'class') {
        for (const base of entry.bases) note(module, base);
        noteEntries(module, entry.members);
      } else for (const type of readTypes(entry.type, module)) noteType(module, type);
    }
  };
  for (const name of moduleNames.split(' ')) {
    const module = tableModule(name);
    if (module?.twin !== undefined) note(name, module.twin);
    noteEntries(name, module?.entries ?? new Map());
  }
  for (const row of allRows()) {
    if (row.kind === 'returns' || row.kind === 'items') note(row.name, row.className);
    else if (row.kind === 'twin') note(row.name, row.of);
    else if (row.kind === 'class') for (const base of row.bases) note(row.name, base);
  }
  return mentions;
}

test('the table of givers is what the declarations say', () => {
  const mentions = readMentions();
  const found = new Map<string, readonly string[]>();
  for (const root of new Set(moduleNames.split(' ').map(rootOf))) {
    const seen = new Set([root]);
    for (const each of seen) for (const giver of mentions.get(each) ?? []) seen.add(giver);
    if (seen.size <= most + 1) found.set(root, [...seen].sort());
  }
  const roots = new Set(moduleNames.split(' ').map(rootOf));
  const listed = [...roots].flatMap((root) => {
    const givers = giversOf(root);
    return givers === undefined ? [] : [[root, [...givers].sort()] as const];
  });
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(found));
});
