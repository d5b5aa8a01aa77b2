// Counts the marks of all fixtures by topic: how much is shown, and today's limits. Published with each release.
//
//   npm run fixtures

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MarkKind, readFixture } from '../test/rules/fixture.ts';
import { readRuleIds } from './generate-rules.ts';

const columns = ['fail', 'open', 'pass', 'nothing', 'missed', 'false-alarm'] as const satisfies readonly MarkKind[];

const rowByTopic = new Map<string, number[]>();
for (const id of readRuleIds()) {
  const topic = id.slice(0, id.indexOf('/'));
  const row = rowByTopic.get(topic) ?? [0, ...columns.map(() => 0)];
  rowByTopic.set(topic, row);
  const text = readFileSync(fileURLToPath(new URL(`../src/rules/${id}.fixture.py`, import.meta.url)), 'utf8');
  const marks = readFixture(text).files.flatMap((file) => [...file.marks.values()].flat());
  const counts = [1, ...columns.map((column) => marks.filter(({ kind }) => kind === column).length)];
  counts.forEach((count, at) => {
    row[at] = (row[at] ?? 0) + count;
  });
}

const rows = [...rowByTopic];
const print = (name: string, cells: readonly (string | number)[]) =>
  console.log(name.padEnd(15) + cells.map((cell) => String(cell).padStart(13)).join(''));

print('topic', ['rules', ...columns]);
for (const [topic, row] of rows) print(topic, row);
const total = ['rules', ...columns].map((_, at) => rows.reduce((sum, [, row]) => sum + (row[at] ?? 0), 0));
print('all', total);
