// Counts the marks of all fixtures by topic: how much is shown, and today's limits. Published with each release.
//
//   npm run fixtures

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCases } from '../test/artifacts/listing.ts';
import { type MarkKind, readFixture } from '../test/rules/fixture.ts';
import { readRuleIds } from './generate-rules.ts';

const columns = ['fail', 'open', 'pass', 'nothing', 'missed', 'false-alarm'] as const satisfies readonly MarkKind[];

const rowByTopic = new Map<string, number[]>();
for (const id of readRuleIds()) {
  const topic = id.slice(0, id.indexOf('/'));
  const row = rowByTopic.get(topic) ?? [0, ...columns.map(() => 0)];
  rowByTopic.set(topic, row);
  const kinds = [...marksOf(id), ...verdictsOf(id)];
  const counts = [1, ...columns.map((column) => kinds.filter((kind) => kind === column).length)];
  counts.forEach((count, at) => {
    row[at] = (row[at] ?? 0) + count;
  });
}

function marksOf(id: string): readonly MarkKind[] {
  const text = textOf(`${id}.fixture.py`);
  return text === undefined
    ? []
    : readFixture(text).files.flatMap((file) => [...file.marks.values()].flat().map(({ kind }) => kind));
}

/** What listings of data say to expect: `fail: duplicate-name`, `pass in archive/data.pkl` */
function verdictsOf(id: string): readonly string[] {
  const text = textOf(`${id}.fixture.txt`);
  return text === undefined
    ? []
    : readCases(text).flatMap(({ expected }) => expected.map((each) => each.split(/[: ]/, 1).join()));
}

function textOf(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../src/rules/${name}`, import.meta.url));
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const rows = [...rowByTopic];
const print = (name: string, cells: readonly (string | number)[]) =>
  console.log(name.padEnd(15) + cells.map((cell) => String(cell).padStart(13)).join(''));

print('topic', ['rules', ...columns]);
for (const [topic, row] of rows) print(topic, row);
const total = ['rules', ...columns].map((_, at) => rows.reduce((sum, [, row]) => sum + (row[at] ?? 0), 0));
print('all', total);
